/* bench-writers.c: how long each format takes to write a Notat of 400 and of 10,000 inputs. */
#include "bench.h"
#include "document/writers/trio-writer.h"

#define ROUNDS   9
#define STATIONS 4

static void
append_station (TrioDoc *doc, guint number, guint n_notes)
{
  g_autofree char *title = g_strdup_printf ("STATION %u: EN ATTRAKTIV ARBEJDSPLADS", number);
  TrioList *list = trio_list_new (TRIO_LIST_BULLET);

  for (guint i = 0; i < n_notes; i++)
    {
      g_autofree char *id = g_strdup_printf ("%u-%u", number, i);
      g_autofree char *text = g_strdup_printf (
          "Mere tid til faglig sparring på tværs – også når ”driften” presser (%u)", i);
      TrioNoteRef *note = trio_note_ref_new (id, number, "En attraktiv arbejdsplads");

      note->text = g_strdup (text);
      trio_list_item_set_note (trio_list_add_text (list, text), note);
    }
  trio_doc_append (doc, trio_block_new_heading (2, trio_inlines_new_text (title)));
  trio_doc_append (doc, trio_block_new_list (list));
}

static TrioDoc *
make_doc (guint n_notes)
{
  TrioDoc *doc = trio_doc_new ();

  trio_doc_set (doc, TRIO_DOC_TITLE, "Fire temaer om fremtidens arbejdsfællesskaber");
  trio_doc_set (doc, TRIO_DOC_LANG, "da");
  trio_doc_append (doc, trio_block_new_title (trio_inlines_new_text ("Notat: Fire temaer")));
  for (guint number = 1; number <= STATIONS; number++)
    append_station (doc, number, n_notes / STATIONS);
  return doc;
}

static void
measure (TrioFormat format, TrioDoc *doc, guint n_notes)
{
  g_autoptr (BenchSeries) series = bench_series_new ();
  g_autofree char *name = g_strconcat ("write-", trio_format_get_id (format), NULL);

  for (guint i = 0; i < ROUNDS; i++)
    {
      g_autoptr (GError) error = NULL;
      double start = bench_now_ms ();
      g_autoptr (GBytes) bytes = trio_writer_write (format, doc, NULL, &error);

      if (bytes == NULL)
        g_error ("%s: %s", name, error->message);
      bench_series_add (series, bench_now_ms () - start);
    }
  bench_report (name, n_notes, series, "ms", NULL);
}

int
main (void)
{
  static const guint sizes[] = { 400, 10000 };

  for (guint i = 0; i < G_N_ELEMENTS (sizes); i++)
    {
      g_autoptr (TrioDoc) doc = make_doc (sizes[i]);

      for (TrioFormat format = 0; format < TRIO_N_FORMATS; format++)
        measure (format, doc, sizes[i]);
    }
  return 0;
}
