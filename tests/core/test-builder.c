/* test-builder.c: what the builder makes of a template, whatever the kind of document. */
#include "config.h"

#include <locale.h>
#include <string.h>

#include "base/trio-error.h"
#include "builder-fixtures.h"
#include "document/trio-scope.h"

static TrioDoc *
build (Workshop *workshop, TrioTemplate *tmpl, const TrioBuildOptions *options)
{
  g_autoptr (TrioSnapshot) snapshot = workshop_snapshot (workshop);
  g_autoptr (GError) error = NULL;
  TrioDoc *doc = trio_builder_build (snapshot, tmpl, options, &error);

  g_assert_no_error (error);
  return doc;
}

static void
assert_body (Workshop *workshop, const char *params, const char *body, const char *expected)
{
  g_autoptr (TrioTemplate) tmpl = parse_template (params, body);
  g_autofree char *text = dump_built (workshop, tmpl, NULL);

  g_assert_cmpstr (text, ==, expected);
}

static void
test_omit_empty (void)
{
  g_autoptr (Workshop) workshop = workshop_new ();

  workshop_set (workshop, TRIO_WORKSHOP_PLACE, "Huset");
  assert_body (workshop, "",
               "<p omit-empty=\"yes\">I {workshop.place} med {workshop.unit}</p>"
               "<p omit-empty=\"yes\">I {workshop.place}[ med {workshop.unit}]</p>"
               "<p>{workshop.unit}</p>"
               "<heading level=\"2\" omit-empty=\"yes\">{workshop.unit}</heading>"
               "<meta><field label=\"A\" omit-empty=\"yes\">{workshop.unit}</field>"
               "<field label=\"B\">{workshop.unit}</field></meta>"
               "<meta><field label=\"C\" omit-empty=\"yes\">{workshop.unit}</field></meta>",
               "p I Huset\n@ B: \n");
}

static void
test_conditions (void)
{
  g_autoptr (Workshop) workshop = workshop_new ();

  workshop_set (workshop, TRIO_WORKSHOP_PLACE, "Huset");
  workshop_set (workshop, TRIO_WORKSHOP_AIM, "Vi ville lære (»noget«.) ");
  workshop_set (workshop, TRIO_WORKSHOP_SCOPE, "hverdagen");
  assert_body (workshop,
               "<param name=\"til\" type=\"yesno\" label=\"T\" default=\"yes\"/>"
               "<param name=\"fra\" type=\"yesno\" label=\"F\"/>",
               "<if has=\"workshop.place\"><p>1</p><else><p>-</p></else></if>"
               "<if has=\"workshop.place workshop.unit\"><p>-</p><else><p>2</p></else></if>"
               "<if lacks=\"workshop.unit theme_count\"><p>3</p></if>"
               "<if lacks=\"workshop.place\"><p>-</p></if>"
               "<if option=\"til\"><p>4</p></if><if option=\"fra\"><p>-</p></if>"
               "<if whole=\"workshop.aim\"><p>5</p></if><if part=\"workshop.aim\"><p>-</p></if>"
               "<if whole=\"workshop.scope\"><p>-</p></if><if part=\"workshop.scope\"><p>6</p></if>"
               "<if part=\"workshop.unit\"><p>-</p></if>"
               "<p><s>a.</s><s>{workshop.unit}.</s><either><s>{workshop.unit}</s><s>b.</s><s>c.</s>"
               "</either><s lacks=\"workshop.place\">d.</s><s>e.</s></p>",
               "p 1\np 2\np 3\np 4\np 5\np 6\np a. b. e.\n");
}

static void
test_paragraphs (void)
{
  g_autoptr (Workshop) workshop = workshop_new ();
  TrioId theme = workshop_add_theme (workshop, "Et\ntema", "",
                                     "Første\nlinje.\r\n\r\n \n  Andet afsnit.\n\n");

  workshop_add_note (workshop, workshop_add_station (workshop, 1, theme), 0, "to\nlinjer ");
  assert_body (workshop, "",
               "<for-each in=\"themes\"><heading level=\"1\">{theme.title}</heading>"
               "<p>{theme.summary}</p><p>{theme.summary:lines}</p>"
               "<list kind=\"bullet\" of=\"notes\">{note.text}</list></for-each>",
               "=1 Et tema\np Første\nlinje.\np Andet afsnit.\np Første\nlinje.\nAndet afsnit.\n"
               "  • to\nlinjer \n");
}

static void
test_loops (void)
{
  g_autoptr (Workshop) workshop = workshop_new ();
  TrioId a = workshop_add_theme (workshop, "A", "", NULL);
  TrioId question = workshop_add_question (workshop, a, 0, "Hvad?");

  workshop_add_question (workshop, a, question, "fx dette");
  workshop_add_question (workshop, a, question, "fx hint");
  workshop_add_question (workshop, a, 0, "Hvordan?");
  workshop_add_theme (workshop, "B", "", NULL);
  workshop_add_station (workshop, 5, a);
  assert_body (workshop, "",
               "<heading level=\"1\" number=\"1.\">Før</heading>"
               "<heading level=\"2\" number=\"1)\">Under</heading>"
               "<heading level=\"1\" number=\"1.\">Mellem</heading>"
               "<heading level=\"2\" number=\"1)\">Under</heading>"
               "<for-each in=\"themes\" page-break=\"yes\">"
               "<heading level=\"1\" number=\"1.\">{theme.title}</heading>"
               "<list kind=\"a)\" of=\"questions\"><item>{question.text}</item>"
               "<list kind=\"bullet\" of=\"subquestions\">{question.text}</list></list>"
               "<box level=\"2\" title=\"Om {theme.title}\"><for-each in=\"stations\">"
               "<p>{station.number}, {station.ordinal}, {station.title}</p></for-each></box>"
               "</for-each>"
               "<list kind=\"1)\" of=\"stations\" empty-text=\"Ingen\">{station.host}</list>",
               "=1 1. Før\n=2 1) Under\n=1 2. Mellem\n=2 1) Under\n"
               "----\n=1 1. A\n  a) Hvad?\n    • fx dette\n    • fx hint\n  b) Hvordan?\n"
               "[2 Om A\np 5, 1, A\n]\n----\n=1 2. B\np Ingen\n");
}

/* What participants write is never read as wording. */
static void
test_hostile (void)
{
  static const char *const texts[] = { "{theme.title} og {{klammer}}",
                                       "[ om {series}] ]]> <b>&amp;",
                                       "{",
                                       "}",
                                       "=cmd|' /C calc",
                                       "# ikke \\ *en* _overskrift_",
                                       "1. punkt",
                                       "😀 مرحبا" };
  g_autoptr (Workshop) workshop = workshop_new ();
  TrioId theme = workshop_add_theme (workshop, "{note.text}", "[{x}]", "{station.title}");
  TrioId station = workshop_add_station (workshop, 1, theme);
  g_autoptr (TrioTemplate) tmpl = find_template ("da");
  g_autofree char *text = NULL;
  g_autofree char *long_note = g_strnfill (10000, 'x');

  workshop_set (workshop, TRIO_WORKSHOP_SERIES, "{theme_count} [a]");
  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    workshop_add_note (workshop, station, 0, texts[i]);
  workshop_add_note (workshop, station, 0, long_note);
  text = dump_built (workshop, tmpl, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autofree char *line = g_strdup_printf ("\n  • %s\n", texts[i]);

      g_assert_nonnull (strstr (text, line));
    }
  g_assert_nonnull (strstr (text, long_note));
  g_assert_nonnull (strstr (text, "# Notat: Et tema om {theme_count} [a]\n"));
  g_assert_nonnull (strstr (text, "  1. {note.text}: [{x}]\n"));
  g_assert_nonnull (strstr (text, "=1 1. {note.text}\np {station.title}\n"));
  g_assert_nonnull (strstr (text, "=2 STATION 1: {NOTE.TEXT}\n"));
}

/* This document's value, then the workshop's, then the template's. */
static void
test_params (void)
{
  static const char params[] = "<param name=\"unit\" type=\"text\" label=\"U\" default=\"ingen\"/>"
                               "<param name=\"frist\" type=\"date\" label=\"F\" required=\"yes\"/>"
                               "<param name=\"antal\" type=\"number\" label=\"A\" default=\"3\"/>"
                               "<param name=\"end\" type=\"date\" label=\"E\"/>";
  static const char body[]
      = "<p>{unit}, {workshop.unit}, {antal:word}[, {frist:short}][, {end:short}]</p>";
  g_autoptr (Workshop) workshop = workshop_new ();
  g_autoptr (TrioTemplate) tmpl = parse_template (params, body);
  g_autoptr (TrioBuildOptions) options = trio_build_options_new ();
  g_autoptr (TrioSnapshot) snapshot = workshop_snapshot (workshop);
  g_autoptr (GPtrArray) missing = trio_builder_list_missing (snapshot, tmpl, options);
  g_autofree char *text = NULL;

  g_assert_cmpuint (missing->len, ==, 1);
  g_assert_cmpstr (((const TrioParam *)missing->pdata[0])->label, ==, "F");
  assert_body (workshop, params, body, "p ingen, , tre\n");
  workshop_set (workshop, TRIO_WORKSHOP_UNIT, "Pleje");
  workshop_set (workshop, TRIO_WORKSHOP_START, "2022-11-01");
  workshop_set (workshop, TRIO_WORKSHOP_END, "2022-11-01");
  assert_body (workshop, params, body, "p Pleje, Pleje, tre\n");
  trio_build_options_set_parameter (options, "unit", "Skole");
  trio_build_options_set_parameter (options, "antal", "4");
  trio_build_options_set_parameter (options, "frist", "2022-12-24");
  text = dump_built (workshop, tmpl, options);
  g_assert_cmpstr (text, ==, "p Skole, Pleje, fire, 24-12-2022\n");
}

static void
count_note_cb (const TrioListItem *item, gpointer user_data)
{
  GPtrArray *notes = user_data;

  g_ptr_array_add (notes, (gpointer)item);
}

static void
test_note_refs (void)
{
  g_autoptr (Workshop) workshop = workshop_new ();
  g_autoptr (TrioTemplate) tmpl = parse_template (
      "", "<for-each in=\"stations\"><list kind=\"bullet\" of=\"notes\">{note.text}</list>"
          "<list kind=\"bullet\" of=\"notes\">{note.number}: {note.text}</list></for-each>");
  g_autoptr (TrioBuildOptions) options = trio_build_options_new ();
  TrioId station = workshop_add_station (workshop, 4, workshop_add_theme (workshop, "T", "", NULL));
  TrioId cluster = workshop_add_cluster (workshop, station, "K");
  TrioId first = workshop_add_note (workshop, station, cluster, "a");
  TrioId second = workshop_add_note (workshop, station, 0, "b");
  g_autoptr (GPtrArray) items = g_ptr_array_new ();
  g_autoptr (TrioDoc) doc = NULL;
  const TrioNoteRef *ref;

  workshop_set_int (workshop, first, TRIO_NOTE_ROLE, TRIO_ROLE_AMR);
  workshop_set_int (workshop, first, TRIO_NOTE_CREATED, G_GINT64_CONSTANT (1667293200000000));
  workshop_set_int (workshop, second, TRIO_NOTE_VOTES, 3);
  trio_build_options_set_note_order (options, TRIO_NOTE_ORDER_VOTES);
  doc = build (workshop, tmpl, options);
  trio_doc_foreach_note (doc, count_note_cb, items);
  g_assert_cmpuint (items->len, ==, 4);
  ref = ((const TrioListItem *)items->pdata[0])->note;
  g_assert_cmpuint (ref->votes, ==, 3);
  g_assert_null (ref->text);
  g_assert_null (ref->cluster);
  g_assert_null (ref->role);
  ref = ((const TrioListItem *)items->pdata[3])->note;
  g_assert_cmpstr (ref->text, ==, "a");
  g_assert_cmpstr (ref->cluster, ==, "K");
  g_assert_cmpstr (ref->role, ==, "amr");
  g_assert_cmpstr (ref->created, ==, "2022-11-01T09:00:00Z");
  g_assert_cmpstr (ref->station, ==, "T");
  g_assert_cmpuint (ref->station_number, ==, 4);
  g_assert_cmpuint (strlen (ref->id), ==, TRIO_UUID_TEXT_LENGTH);
}

static void
test_head (void)
{
  g_autoptr (Workshop) workshop = workshop_new_like_source ();
  g_autoptr (TrioTemplate) tmpl = find_template ("da");
  g_autoptr (TrioBuildOptions) options = trio_build_options_new ();
  g_autoptr (TrioDoc) doc = NULL;
  const TrioLetterhead *head;
  g_autofree char *header = NULL;

  trio_build_options_set_document_date (options, "2022-11-08");
  trio_build_options_set_created (options, "2022-11-08T10:00:00Z");
  trio_build_options_set_parameter (options, "department", "HR");
  doc = build (workshop, tmpl, options);
  head = trio_doc_get_letterhead (doc);
  header = trio_inlines_dup_text (head->header);
  g_assert_cmpstr (header, ==, "Egebæk Kommune · HR");
  g_assert_cmpint (trio_inlines_get (head->footer, 1)->kind, ==, TRIO_INLINE_PAGE_NUMBER);
  g_assert_cmpstr (trio_doc_get (doc, TRIO_DOC_KIND), ==, "notat");
  g_assert_cmpstr (trio_doc_get (doc, TRIO_DOC_LANG), ==, "da");
  g_assert_cmpstr (trio_doc_get (doc, TRIO_DOC_TITLE), ==,
                   "Notat: Fire temaer om fremtidens arbejdsfællesskaber");
  g_assert_cmpstr (trio_doc_get (doc, TRIO_DOC_ORGANISATION), ==, "Egebæk Kommune");
  g_assert_cmpstr (trio_doc_get (doc, TRIO_DOC_EVENT_DATE), ==, "2022-11-01");
  g_assert_cmpstr (trio_doc_get (doc, TRIO_DOC_DOCUMENT_DATE), ==, "2022-11-08");
  g_assert_cmpstr (trio_doc_get (doc, TRIO_DOC_CREATED), ==, "2022-11-08T10:00:00Z");
  g_assert_null (trio_doc_get (doc, TRIO_DOC_AUTHOR));
  g_assert_cmpfloat_with_epsilon (trio_doc_get_look (doc)->fonts[TRIO_DOC_FONT_BODY].size_pt, 11,
                                  0.001);
  g_assert_cmpfloat_with_epsilon (trio_doc_get_look (doc)->margins_mm[0], 25, 0.001);
  g_assert_cmpstr (trio_doc_get_look (doc)->bullet, ==, "•");
}

static void
test_document_record (void)
{
  g_autoptr (Workshop) workshop = workshop_new ();
  g_autoptr (TrioSnapshot) snapshot = NULL;
  g_autoptr (TrioBuildOptions) options = NULL;
  g_autoptr (TrioRecord) document = trio_record_new (TRIO_KIND_DOCUMENT, 99, NULL);
  TrioId a = workshop_add_theme (workshop, "A", "", NULL);
  TrioId b = workshop_add_theme (workshop, "B", "", NULL);
  g_autofree char *uuid_a = NULL;
  g_autofree char *uuid_b = NULL;
  g_autofree char *order = NULL;

  snapshot = workshop_snapshot (workshop);
  uuid_a = trio_uuid_to_text (&trio_snapshot_get (snapshot, a)->uuid);
  uuid_b = trio_uuid_to_text (&trio_snapshot_get (snapshot, b)->uuid);
  order = g_strdup_printf ("%s\nnoget andet\n%s\n", uuid_b, uuid_a);
  trio_record_take_value (document, TRIO_DOCUMENT_THEME_ORDER, trio_value_text (order));
  trio_record_take_value (document, TRIO_DOCUMENT_NUMBERING, trio_value_text ("1)"));
  trio_record_take_value (document, TRIO_DOCUMENT_GROUPING, trio_value_text ("cluster"));
  trio_record_take_value (document, TRIO_DOCUMENT_RECIPIENTS, trio_value_text ("HU"));
  trio_record_take_value (document, TRIO_DOCUMENT_PARAMETERS,
                          trio_value_text ("sender=HR = os\nvrøvl\n"));
  options = trio_build_options_new_for_document (snapshot, document);

  g_assert_cmpuint (trio_build_options_get_themes (options)->len, ==, 2);
  g_assert_cmpint (g_array_index (trio_build_options_get_themes (options), TrioId, 0), ==, b);
  g_assert_cmpstr (trio_build_options_get_numbering (options), ==, "1)");
  g_assert_cmpstr (trio_build_options_get_parameter (options, "sender"), ==, "HR = os");
  g_assert_cmpstr (trio_build_options_get_parameter (options, "recipient"), ==, "HU");
  g_assert_cmpstr (trio_build_options_get_parameter (options, "group_by_cluster"), ==, "yes");
  g_assert_null (trio_build_options_get_document_date (options));
}

/* Every name that the check accepts has a value in a workshop that has everything. */
static void
test_every_name (void)
{
  g_autoptr (Workshop) workshop = workshop_new_like_source ();
  g_autoptr (TrioTemplate) tmpl
      = parse_template ("<param name=\"guests\" type=\"names\" label=\"Gæster\"/>", "<p>A</p>");
  g_autoptr (TrioBuildOptions) options = trio_build_options_new ();
  g_autoptr (TrioSnapshot) snapshot = NULL;
  g_autoptr (TrioDocSource) source = NULL;
  TrioId theme = workshop_add_theme (workshop, "T", "", NULL);
  TrioId station = workshop_add_station (workshop, 9, theme);
  TrioId cluster = workshop_add_cluster (workshop, station, "K");
  TrioId note = workshop_add_note (workshop, station, cluster, "n");
  TrioId question = workshop_add_question (workshop, theme, 0, "q");
  TrioId followup = workshop_add_followup (workshop, "f", "HR", "2023-03-01", TRUE);
  static const char *const loops[]
      = { "themes", "stations", "clusters", "notes", "questions", "followups", "guests" };
  const TrioId ids[] = { theme, station, cluster, note, question, followup, 0 };
  char *cells[] = { (char *)"Ida", NULL };
  g_autoptr (GHashTable) rows = NULL;
  TrioScope scopes[G_N_ELEMENTS (loops) + 1] = { 0 };
  guint n_names;
  const TrioName *names = trio_names_get (&n_names);

  snapshot = workshop_snapshot (workshop);
  source = trio_doc_source_new (snapshot, options);
  rows = trio_scope_rows_new ();
  scopes[0] = (TrioScope){ .source = source, .tmpl = tmpl, .options = options, .rows = rows };
  for (guint i = 0; i < G_N_ELEMENTS (loops); i++)
    scopes[i + 1] = trio_scope_open (&scopes[i], loops[i],
                                     ids[i] != 0 ? (gpointer)trio_snapshot_get (snapshot, ids[i])
                                                 : (gpointer)cells,
                                     i + 1);

  for (guint i = 0; i < n_names; i++)
    {
      const char *word = trio_scope_get_word (names[i].scope);
      g_autofree char *path
          = *word != '\0' ? g_strconcat (word, ".", names[i].name, NULL) : g_strdup (names[i].name);
      TrioWordingValue value = { TRIO_WORDING_TEXT, NULL, 0 };

      /* A draft has no object; its words have a test of their own. */
      if (names[i].scope == TRIO_SCOPE_DRAFT)
        continue;
      g_test_message ("%s", path);
      g_assert_true (trio_scope_lookup_cb (path, &value, &scopes[G_N_ELEMENTS (loops)]));
      g_assert_cmpint (value.type, ==, names[i].type);
    }
}

static void
test_deterministic (void)
{
  g_autoptr (Workshop) workshop = workshop_new_like_source ();
  g_autoptr (TrioTemplate) tmpl = find_template ("da");
  g_autofree char *first = dump_built (workshop, tmpl, NULL);
  g_autofree char *zone = g_strdup (g_getenv ("TZ"));
  g_autofree char *second = NULL;

  g_setenv ("TZ", "Pacific/Auckland", TRUE);
  setlocale (LC_ALL, "C");
  second = dump_built (workshop, tmpl, NULL);
  if (zone != NULL)
    g_setenv ("TZ", zone, TRUE);
  else
    g_unsetenv ("TZ");
  g_assert_cmpstr (first, ==, second);
}

static void
test_nothing_to_build (void)
{
  g_autoptr (GPtrArray) none = g_ptr_array_new ();
  g_autoptr (TrioSnapshot) snapshot = trio_snapshot_new (none);
  g_autoptr (TrioTemplate) tmpl = find_template ("da");
  g_autoptr (TrioBuildOptions) options = trio_build_options_new ();
  g_autoptr (GError) error = NULL;
  g_autoptr (TrioDoc) doc = trio_builder_build (snapshot, tmpl, options, &error);

  g_assert_null (doc);
  g_assert_error (error, TRIO_ERROR, TRIO_ERROR_INVALID);
}

static void
test_only_theme (void)
{
  g_autoptr (Workshop) workshop = workshop_new ();
  TrioId first = workshop_add_theme (workshop, "Et", "", "");
  TrioId second = workshop_add_theme (workshop, "To", "", "");
  g_autoptr (TrioBuildOptions) options = trio_build_options_new ();
  g_autoptr (TrioTemplate) tmpl = parse_template (
      "", "<for-each in=\"themes\"><p>{theme.number} {theme.title}</p></for-each>"
          "<for-each in=\"stations\"><p>{station.number} {station.note_count}</p></for-each>");
  g_autofree char *text = NULL;

  workshop_add_note (workshop, workshop_add_station (workshop, 1, first), 0, "a");
  workshop_add_note (workshop, workshop_add_station (workshop, 2, second), 0, "b");
  workshop_add_note (workshop, workshop_add_station (workshop, 3, second), 0, "c");
  trio_build_options_set_only_theme (options, second);
  text = dump_built (workshop, tmpl, options);
  g_assert_cmpstr (text, ==, "p 2 To\np 2 1\np 3 1\n");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/builder/omit-empty", test_omit_empty);
  g_test_add_func ("/builder/conditions", test_conditions);
  g_test_add_func ("/builder/paragraphs", test_paragraphs);
  g_test_add_func ("/builder/loops", test_loops);
  g_test_add_func ("/builder/hostile", test_hostile);
  g_test_add_func ("/builder/params", test_params);
  g_test_add_func ("/builder/note-refs", test_note_refs);
  g_test_add_func ("/builder/head", test_head);
  g_test_add_func ("/builder/document-record", test_document_record);
  g_test_add_func ("/builder/every-name", test_every_name);
  g_test_add_func ("/builder/deterministic", test_deterministic);
  g_test_add_func ("/builder/nothing-to-build", test_nothing_to_build);
  g_test_add_func ("/builder/only-theme", test_only_theme);
  return g_test_run ();
}
