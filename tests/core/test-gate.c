/* test-gate.c: the checks before an export. */
#include "config.h"

#include <string.h>

#include "builder-fixtures.h"
#include "document/trio-coverage.h"
#include "exchange/trio-sample.h"
#include "gate-helpers.h"

static TrioGateReport *
run (Workshop *workshop)
{
  g_autoptr (TrioSnapshot) snapshot = workshop_snapshot (workshop);

  return trio_gate_run (snapshot, NULL, NULL);
}

/* Every field of free words of every kind is looked at. */
static void
test_every_field (void)
{
  guint n_fields = 0;

  for (guint kind = 1; kind < TRIO_N_KINDS; kind++)
    for (guint field = 0; field < trio_kind_get_info (kind)->n_fields; field++)
      {
        g_autoptr (Workshop) workshop = workshop_new_like_source ();
        g_autoptr (GPtrArray) records
            = g_ptr_array_new_with_free_func ((GDestroyNotify)trio_record_unref);
        g_autoptr (TrioSnapshot) snapshot = NULL;
        g_autoptr (TrioGateReport) report = NULL;
        TrioRecord *record = trio_record_new (kind, 1000, NULL);
        const TrioFinding *finding;

        if ((trio_kind_get_info (kind)->fields[field].flags & TRIO_FIELD_WORDS) == 0)
          {
            trio_record_unref (record);
            continue;
          }
        trio_record_take_value (record, field, trio_value_text ("Nr. " CPR));
        for (guint i = 0; i < workshop->records->len; i++)
          g_ptr_array_add (records, trio_record_ref (workshop->records->pdata[i]));
        g_ptr_array_add (records, record);
        snapshot = trio_snapshot_new (records);
        report = trio_gate_run (snapshot, NULL, NULL);
        finding = find_kind (report, TRIO_FINDING_CPR);
        g_assert_nonnull (finding);
        g_assert_cmpint (finding->object, ==, 1000);
        g_assert_cmpuint (finding->field, ==, field);
        g_assert_cmpuint (finding->start, ==, 4);
        g_assert_cmpuint (finding->end, ==, 4 + strlen (CPR));
        n_fields++;
      }
  g_assert_cmpuint (n_fields, >, 30);
}

static void
test_original (void)
{
  g_autoptr (Workshop) workshop = workshop_new_like_source ();
  g_autoptr (TrioGateReport) report = NULL;
  TrioId note = workshop_add_note (workshop, 3, 0, "En borger ringede");

  workshop_set_text (workshop, note, TRIO_NOTE_ORIGINAL, CPR " ringede");
  report = run (workshop);
  g_assert_true (trio_gate_report_blocks (report));
  g_assert_cmpuint (find_kind (report, TRIO_FINDING_CPR)->field, ==, TRIO_NOTE_ORIGINAL);
}

/* What no document shows stops none. */
static void
test_withheld (void)
{
  static const TrioNoteState states[] = { TRIO_NOTE_STATE_WITHHELD, TRIO_NOTE_STATE_PRACTICE };

  for (guint i = 0; i < G_N_ELEMENTS (states); i++)
    {
      g_autoptr (Workshop) workshop = workshop_new_like_source ();
      g_autoptr (TrioGateReport) report = NULL;
      TrioId note = workshop_add_note (workshop, 3, 0, CPR);

      workshop_set_int (workshop, note, TRIO_NOTE_STATE, states[i]);
      report = run (workshop);
      g_assert_false (trio_gate_report_blocks (report));
      g_assert_cmpint (find_kind (report, TRIO_FINDING_CPR)->severity, ==, TRIO_SEVERITY_WARNING);
    }
}

/* Ids, order and everything else are the same the second time; nothing repeats the data. */
static void
test_repeatable (void)
{
  g_autoptr (Workshop) workshop = workshop_new_like_source ();
  g_autoptr (TrioGateReport) one = NULL;
  g_autoptr (TrioGateReport) other = NULL;
  g_autoptr (GHashTable) ids = g_hash_table_new (g_str_hash, g_str_equal);
  g_autofree char *line = NULL;

  workshop_add_note (workshop, 3, 0, CPR " og " OTHER " – tlf. 20304050, Mette Jensen er syg");
  workshop_set (workshop, TRIO_WORKSHOP_TITLE, "Dag for a@b.dk");
  one = run (workshop);
  other = run (workshop);
  g_assert_cmpuint (trio_gate_report_get_length (one), ==, trio_gate_report_get_length (other));
  for (guint i = 0; i < trio_gate_report_get_length (one); i++)
    {
      const TrioFinding *finding = trio_gate_report_get (one, i);
      g_autofree char *where = trio_finding_dup_where (finding);
      g_autofree char *message = trio_finding_dup_message (finding);
      g_autofree char *text = g_strconcat (where, message, NULL);

      g_assert_cmpstr (finding->id, ==, trio_gate_report_get (other, i)->id);
      g_assert_true (g_hash_table_add (ids, (gpointer)finding->id));
      g_assert_true (trio_gate_report_find (one, finding->id) == finding);
      g_assert_null (strstr (text, "070761"));
      g_assert_null (strstr (text, "2030"));
      g_assert_null (strstr (text, "Mette"));
      g_assert_null (strstr (text, "a@b"));
      if (i > 0)
        g_assert_cmpint (finding->severity, <=, trio_gate_report_get (one, i - 1)->severity);
    }
  line = trio_gate_report_dup_line (one);
  g_assert_nonnull (strstr (line, "2 that stop it"));
}

/* A field, what is written there, and what is found. */
static void
test_consistency (void)
{
  static const struct
  {
    TrioId object; /* 2 is the first theme */
    guint field;
    const char *text;
    TrioFindingKind kind;
  } cases[] = {
    { 1, TRIO_WORKSHOP_START, "", TRIO_FINDING_NO_DATE },
    { 1, TRIO_WORKSHOP_END, "2022-10-31", TRIO_FINDING_WRONG_DATE },
    { 1, TRIO_WORKSHOP_TITLE, "Fire temaer om fremtiden arbejdsfællesskaber",
      TRIO_FINDING_MISSPELT },
    { 1, TRIO_WORKSHOP_AIM, "vi i Egebak Kommune kom videre", TRIO_FINDING_MISSPELT },
    { 1, TRIO_WORKSHOP_SCOPE, "trivsel - og fravær", TRIO_FINDING_DASH },
    { 2, TRIO_THEME_DIRECTION, "Vi vil  lytte.", TRIO_FINDING_SPACES },
    { 2, TRIO_THEME_DIRECTION, "Vi ”vil” og ”kan” \"lytte\".", TRIO_FINDING_QUOTES },
    { 2, TRIO_THEME_TOPIC, "digitale muligheder", TRIO_FINDING_WRONG_TOPIC },
    { 2, TRIO_THEME_TOPIC, "", TRIO_FINDING_NO_TOPIC },
    { 2, TRIO_THEME_DIRECTION, "STATION 1: BLIK FOR FORGEREN\nVi vil.",
      TRIO_FINDING_STATION_TITLE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (Workshop) workshop = workshop_new_like_source ();
      g_autoptr (TrioGateReport) before = NULL;
      g_autoptr (TrioGateReport) after = NULL;

      workshop_set_text (workshop, 2, TRIO_THEME_TOPIC, "blik for borgeren");
      before = run (workshop);
      workshop_set_text (workshop, cases[i].object, cases[i].field, cases[i].text);
      after = run (workshop);
      g_assert_cmpuint (count_kind (after, cases[i].kind), ==,
                        count_kind (before, cases[i].kind) + 1);
    }
}

/* What is right, or a participant's own, is left alone. */
static void
test_no_consistency (void)
{
  static const struct
  {
    TrioId object;
    guint field;
    const char *text;
  } cases[] = {
    { 1, TRIO_WORKSHOP_TITLE, "Fire temaer om fremtidens arbejdsfællesskaber" },
    { 1, TRIO_WORKSHOP_TITLE, "Et af fremtidens arbejdsfællesskab" },
    { 1, TRIO_WORKSHOP_AIM, "vi i Egebæk Kommune og Egebæks enheder kom videre" },
    { 1, TRIO_WORKSHOP_SCOPE, "trivsel – og fravær, 2022-2025, kl. 8 - 10" },
    { 2, TRIO_THEME_DIRECTION, "Vi ”vil” og ”kan”.\n\nVi skal." },
    { 2, TRIO_THEME_TOPIC, "borgerens blik" },
    { 2, TRIO_THEME_DIRECTION, "STATION 1: BLIK FOR BORGEREN\nVi vil." },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (Workshop) workshop = workshop_new_like_source ();
      g_autoptr (TrioGateReport) before = NULL;
      g_autoptr (TrioGateReport) after = NULL;

      workshop_set_text (workshop, 2, TRIO_THEME_TOPIC, "blik for borgeren");
      before = run (workshop);
      workshop_set_text (workshop, cases[i].object, cases[i].field, cases[i].text);
      workshop_add_note (workshop, 3, 0, "mer  tid - \"nu\" «ja» i Egebek");
      after = run (workshop);
      g_assert_cmpuint (trio_gate_report_get_length (after), ==,
                        trio_gate_report_get_length (before));
    }
}

static void
test_coverage (void)
{
  g_autoptr (Workshop) workshop = workshop_new_like_source ();
  g_autoptr (GPtrArray) records
      = g_ptr_array_new_with_free_func ((GDestroyNotify)trio_record_unref);
  g_autoptr (TrioSnapshot) snapshot = NULL;
  g_autoptr (TrioGateReport) report = NULL;
  g_autoptr (GPtrArray) uncovered = NULL;
  TrioRecord *link = trio_record_new (TRIO_KIND_LINK, 2000, NULL);
  const TrioFinding *finding;
  TrioId theme = 0, summary = 0, note = 0;

  for (guint i = 0; i < workshop->records->len; i++)
    {
      const TrioRecord *record = workshop->records->pdata[i];

      g_ptr_array_add (records, trio_record_ref (workshop->records->pdata[i]));
      if (record->kind == TRIO_KIND_SUMMARY
          && g_str_has_prefix (trio_record_get_text (record, TRIO_SUMMARY_TEXT), "Vi vil lære"))
        {
          summary = record->id;
          theme = trio_record_get_ref (record, TRIO_SUMMARY_THEME);
        }
      if (record->kind == TRIO_KIND_NOTE
          && g_str_equal (trio_record_get_text (record, TRIO_NOTE_TEXT), "Input 2.3"))
        note = record->id;
    }
  trio_record_take_value (link, TRIO_LINK_SUMMARY, trio_value_int (summary));
  trio_record_take_value (link, TRIO_LINK_NOTE, trio_value_int (note));
  trio_record_take_value (link, TRIO_LINK_SENTENCE, trio_value_text ("Vi vil lære sammen."));
  g_ptr_array_add (records, link);
  snapshot = trio_snapshot_new (records);
  report = trio_gate_run (snapshot, NULL, NULL);
  g_assert_cmpuint (count_kind (report, TRIO_FINDING_COVERAGE), ==, 4);
  g_assert_cmpuint (count_kind (report, TRIO_FINDING_UNLINKED), ==, 1);
  finding = find_kind (report, TRIO_FINDING_UNLINKED);
  g_assert_cmpint (finding->object, ==, summary);
  g_assert_cmpuint (finding->start, ==, strlen ("Vi vil lære sammen. "));
  for (guint i = 0; i < trio_gate_report_get_length (report); i++)
    {
      finding = trio_gate_report_get (report, i);
      if (finding->kind == TRIO_FINDING_COVERAGE && finding->object == theme)
        {
          g_assert_cmpuint (finding->n, ==, 1);
          g_assert_cmpuint (finding->total, ==, 10);
        }
    }
  uncovered = trio_coverage_list_uncovered (snapshot, theme);
  g_assert_cmpuint (uncovered->len, ==, 9);
}

/* The sample workshops, written like real ones, raise no alarm. */
static void
test_samples (void)
{
  static const char *const languages[] = { "da", "en" };

  for (guint i = 0; i < G_N_ELEMENTS (languages); i++)
    {
      g_autofree char *path = g_test_build_filename (G_TEST_DIST, "..", "..", "data", "sample",
                                                     languages[i], "sample.xml", NULL);
      g_autofree char *file = tools_dup_path (languages[i]);
      g_autoptr (TrioStore) store = tools_create (file);
      g_autoptr (TrioGateReport) report = NULL;
      g_autoptr (GBytes) bytes = NULL;
      g_autoptr (GError) error = NULL;
      char *text;
      gsize length;

      g_assert_true (g_file_get_contents (path, &text, &length, &error));
      bytes = g_bytes_new_take (text, length);
      g_assert_true (trio_sample_fill (trio_store_get_model (store), bytes, path, &error));
      g_assert_no_error (error);
      report = run_store (store);
      for (guint j = 0; j < trio_gate_report_get_length (report); j++)
        g_assert_cmpint (trio_gate_report_get (report, j)->kind, ==, TRIO_FINDING_COVERAGE);
    }
}

static TrioDoc *
make_doc (void)
{
  TrioDoc *doc = trio_doc_new ();

  trio_doc_set (doc, TRIO_DOC_KIND, "notat");
  trio_doc_set (doc, TRIO_DOC_TITLE, "Notat");
  trio_doc_append (doc, trio_block_new_heading (1, trio_inlines_new_text ("Et")));
  return doc;
}

static TrioGateReport *
run_doc (TrioDoc *doc, const char *file_name)
{
  g_autoptr (Workshop) workshop = workshop_new_like_source ();
  g_autoptr (TrioSnapshot) snapshot = workshop_snapshot (workshop);

  return trio_gate_run (snapshot, doc, file_name);
}

static void
test_access (void)
{
  g_autoptr (TrioDoc) good = make_doc ();
  g_autoptr (TrioDoc) bad = make_doc ();
  g_autoptr (GBytes) logo = g_bytes_new_static ("x", 1);
  g_autoptr (TrioGateReport) none = run_doc (good, "notat.docx");
  g_autoptr (TrioGateReport) all = NULL;

  trio_doc_set_logo (bad, logo, "image/png", NULL, 20, TRIO_LOGO_TOP_RIGHT);
  trio_doc_set (bad, TRIO_DOC_TITLE, "");
  trio_doc_append (bad, trio_block_new_heading (3, trio_inlines_new_text ("Tre")));
  trio_doc_set_font (bad, TRIO_DOC_FONT_HEADING, "Arial", 14, "#777777");
  trio_doc_set_font (bad, TRIO_DOC_FONT_BODY, "Arial", 11, "#767676");
  all = run_doc (bad, "notat.docx");
  for (guint kind = TRIO_FINDING_NO_ALT; kind < TRIO_N_FINDING_KINDS; kind++)
    {
      g_assert_cmpuint (count_kind (none, kind), ==, 0);
      g_assert_cmpuint (count_kind (all, kind), ==, 1);
    }
}

/* What only the document has: its file name, properties, page header and own text. */
static void
test_document (void)
{
  for (guint i = 0; i < 4; i++)
    {
      g_autoptr (TrioDoc) doc = make_doc ();
      g_autoptr (TrioGateReport) report = NULL;
      static const TrioFindingPart parts[]
          = { TRIO_PART_FILE_NAME, TRIO_PART_PROPERTIES, TRIO_PART_LETTERHEAD, TRIO_PART_TEXT };

      if (parts[i] == TRIO_PART_PROPERTIES)
        trio_doc_set (doc, TRIO_DOC_KEYWORDS, "dag, " CPR);
      if (parts[i] == TRIO_PART_LETTERHEAD)
        trio_doc_set_footer (doc, trio_inlines_new_text ("Sag " CPR));
      if (parts[i] == TRIO_PART_TEXT)
        trio_doc_append (doc,
                         trio_block_new_para (TRIO_PARA_NORMAL, trio_inlines_new_text ("Om " CPR)));
      report = run_doc (doc, i == 0 ? "notat " CPR ".docx" : "notat.docx");
      g_assert_cmpuint (count_kind (report, TRIO_FINDING_CPR), ==, 1);
      g_assert_cmpint (trio_gate_report_get (report, 0)->part, ==, parts[i]);
      g_assert_true (trio_gate_report_blocks (report));
    }
}

static void
finished_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  *(TrioGateReport **)data = trio_gate_run_finish (result, NULL);
}

static void
test_async (void)
{
  g_autoptr (Workshop) workshop = workshop_new_like_source ();
  g_autoptr (TrioSnapshot) snapshot = workshop_snapshot (workshop);
  g_autoptr (TrioDoc) doc = make_doc ();
  g_autoptr (TrioGateReport) there = trio_gate_run (snapshot, doc, "a.docx");
  g_autoptr (TrioGateReport) back = NULL;

  trio_gate_run_async (snapshot, doc, "a.docx", NULL, finished_cb, &back);
  while (back == NULL)
    g_main_context_iteration (NULL, TRUE);
  g_assert_cmpuint (trio_gate_report_get_length (back), ==, trio_gate_report_get_length (there));
}

int
main (int argc, char *argv[])
{
  tools_init (&argc, &argv);
  g_test_add_func ("/gate/every-field", test_every_field);
  g_test_add_func ("/gate/original", test_original);
  g_test_add_func ("/gate/withheld", test_withheld);
  g_test_add_func ("/gate/repeatable", test_repeatable);
  g_test_add_func ("/gate/consistency", test_consistency);
  g_test_add_func ("/gate/no-consistency", test_no_consistency);
  g_test_add_func ("/gate/coverage", test_coverage);
  g_test_add_func ("/gate/samples", test_samples);
  g_test_add_func ("/gate/access", test_access);
  g_test_add_func ("/gate/document", test_document);
  g_test_add_func ("/gate/async", test_async);
  return tools_run ();
}
