/* bench-gate.c: how long the checks before an export take for 400 and for 10,000 inputs. */
#include "bench.h"
#include "document/gate/trio-gate.h"

#define ROUNDS   9
#define STATIONS 4

/* One input in twenty has something in it. */
static const char *const texts[] = {
  "Mere tid til faglig sparring på tværs – også når ”driften” presser",
  "Overlevering mellem dag- og aftenvagt, så borgeren mærker en sammenhæng",
  "Færre systemer/koder og bedre introduktion til nye medarbejdere",
  "Kend hinandens fagligheder. Besøg hinanden i 2024 og 2025",
  "Ring til Mette Jensen på 20 30 40 50, hvis borger 010190-1234 er syg",
};

static TrioRecord *
add (GPtrArray *records, TrioKind kind)
{
  TrioUuid uuid;
  TrioRecord *record;
  g_autofree char *rank = g_strdup_printf ("a%06u", records->len);
  const TrioKindInfo *info = trio_kind_get_info (kind);

  trio_uuid_init_random (&uuid);
  record = trio_record_new (kind, records->len + 1, &uuid);
  for (guint i = 0; i < info->n_fields; i++)
    if (info->fields[i].type == TRIO_FIELD_RANK)
      trio_record_take_value (record, i, trio_value_text (rank));
  g_ptr_array_add (records, record);
  return record;
}

static TrioSnapshot *
make_snapshot (guint n_notes)
{
  g_autoptr (GPtrArray) records
      = g_ptr_array_new_with_free_func ((GDestroyNotify)trio_record_unref);
  TrioId stations[STATIONS];

  add (records, TRIO_KIND_WORKSHOP);
  for (guint i = 0; i < STATIONS; i++)
    {
      TrioRecord *theme = add (records, TRIO_KIND_THEME);
      TrioRecord *station = add (records, TRIO_KIND_STATION);
      TrioRecord *summary = add (records, TRIO_KIND_SUMMARY);

      trio_record_take_value (theme, TRIO_THEME_TITLE,
                              trio_value_text ("En attraktiv arbejdsplads"));
      trio_record_take_value (station, TRIO_STATION_NUMBER, trio_value_int (i + 1));
      trio_record_take_value (station, TRIO_STATION_THEME, trio_value_int (theme->id));
      trio_record_take_value (summary, TRIO_SUMMARY_THEME, trio_value_int (theme->id));
      trio_record_take_value (summary, TRIO_SUMMARY_TEXT, trio_value_text ("Vi vil lytte."));
      stations[i] = station->id;
    }
  for (guint i = 0; i < n_notes; i++)
    {
      TrioRecord *note = add (records, TRIO_KIND_NOTE);
      guint text = i % 20 == 0 ? G_N_ELEMENTS (texts) - 1 : i % (G_N_ELEMENTS (texts) - 1);

      trio_record_take_value (note, TRIO_NOTE_TEXT, trio_value_text (texts[text]));
      trio_record_take_value (note, TRIO_NOTE_STATION, trio_value_int (stations[i % STATIONS]));
      trio_record_take_value (note, TRIO_NOTE_STATE, trio_value_int (TRIO_NOTE_STATE_NORMAL));
    }
  return trio_snapshot_new (records);
}

static void
measure (guint n_notes)
{
  g_autoptr (TrioSnapshot) snapshot = make_snapshot (n_notes);
  g_autoptr (BenchSeries) series = bench_series_new ();

  for (guint i = 0; i < ROUNDS; i++)
    {
      double start = bench_now_ms ();
      g_autoptr (TrioGateReport) report = trio_gate_run (snapshot, NULL, NULL);

      if (!trio_gate_report_blocks (report))
        g_error ("the checks find nothing");
      bench_series_add (series, bench_now_ms () - start);
    }
  bench_report ("gate", n_notes, series, "ms", NULL);
}

int
main (void)
{
  measure (400);
  measure (10000);
  return 0;
}
