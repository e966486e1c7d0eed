/* test-types.c: every type of document in both languages, against the trees in
 * tests/fixtures/documents.
 *
 * With TRIO_WRITE_FIXTURES in the environment the trees are written anew; read the difference
 * before it is committed.
 */
#include "config.h"

#include <glib/gstdio.h>
#include <string.h>

#include "base/trio-error.h"
#include "document/layout/trio-layout.h"
#include "document/trio-document.h"
#include "document/writers/trio-writer.h"
#include "model/trio-edit.h"
#include "type-fixtures.h"
#include "workshop-helpers.h"

static const char *const languages[] = { "da", "en", NULL };

static char *
fixture_path (const char *type, const char *lang)
{
  g_autofree char *name = g_strdup_printf ("%s-%s.txt", type, lang);

  return g_test_build_filename (G_TEST_DIST, "..", "fixtures", "documents", name, NULL);
}

static void
assert_same_lines (const char *name, const char *text, const char *expected)
{
  g_auto (GStrv) lines = g_strsplit (text, "\n", -1);
  g_auto (GStrv) wanted = g_strsplit (expected, "\n", -1);

  for (guint i = 0; lines[i] != NULL && wanted[i] != NULL; i++)
    if (!g_str_equal (lines[i], wanted[i]))
      {
        g_test_message ("%s, line %u:\n  %s\n  %s", name, i + 1, lines[i], wanted[i]);
        break;
      }
  g_assert_cmpstr (text, ==, expected);
}

static void
test_tree (gconstpointer data)
{
  const char *type = data;

  for (guint i = 0; languages[i] != NULL; i++)
    {
      g_autoptr (TrioDoc) doc = build_type (type, languages[i]);
      g_autofree char *text = dump_doc (doc);
      g_autofree char *path = fixture_path (type, languages[i]);
      g_autofree char *expected = NULL;
      g_autoptr (GError) error = NULL;

      if (g_getenv ("TRIO_WRITE_FIXTURES") != NULL)
        g_file_set_contents (path, text, -1, &error);
      g_assert_no_error (error);
      g_file_get_contents (path, &expected, NULL, &error);
      g_assert_no_error (error);
      assert_same_lines (path, text, expected);
    }
}

static void
check_heading_cb (const TrioBlock *block, gpointer user_data)
{
  guint *last = user_data;
  guint level = trio_block_get_level (block);

  if (level == 0)
    return;
  g_assert_cmpuint (level, <=, *last + 1);
  *last = level;
}

static void
check_figure_cb (const TrioBlock *block, gpointer user_data)
{
  guint *n_titles = user_data;

  if (block->kind == TRIO_BLOCK_TITLE)
    (*n_titles)++;
  if (block->kind != TRIO_BLOCK_FIGURE)
    return;
  g_assert_false (block->figure.decorative);
  g_assert_cmpstr (block->figure.alt, !=, "");
}

static double
linear (guint value)
{
  double c = value / 255.0;

  return c <= 0.03928 ? c / 12.92 : (c + 0.055) / 1.055 * ((c + 0.055) / 1.055);
}

/* WCAG 2.1, with a power of 2 for 2.4, which makes dark colours lighter and the test harder. */
static double
contrast_on_white (const char *colour)
{
  guint64 rgb = g_ascii_strtoull (colour + 1, NULL, 16);

  return 1.05
         / (0.2126 * linear (rgb >> 16 & 255) + 0.7152 * linear (rgb >> 8 & 255)
            + 0.0722 * linear (rgb & 255) + 0.05);
}

/* With everything and with nothing filled in. */
static void
test_accessible (gconstpointer data)
{
  const char *type = data;

  for (guint i = 0; i < 4; i++)
    {
      const char *lang = languages[i % 2];
      g_autoptr (Workshop) empty = workshop_new ();
      g_autoptr (TrioSnapshot) snapshot = workshop_snapshot (empty);
      g_autoptr (TrioTemplate) tmpl = find_template_of_type (type, lang);
      g_autoptr (TrioBuildOptions) options = trio_build_options_new ();
      g_autoptr (TrioDoc) doc
          = i < 2 ? build_type (type, lang) : trio_builder_build (snapshot, tmpl, options, NULL);
      guint last = 0, n_titles = 0;

      g_assert_cmpstr (trio_doc_get (doc, TRIO_DOC_LANG), ==, lang);
      g_assert_cmpstr (trio_doc_get (doc, TRIO_DOC_TITLE), !=, "");
      trio_doc_foreach_block (doc, check_heading_cb, &last);
      trio_doc_foreach_block (doc, check_figure_cb, &n_titles);
      g_assert_cmpuint (n_titles, <=, 1);
      g_assert_cmpuint (trio_doc_get_length (doc), >, 0);
      for (guint f = 0; f < TRIO_DOC_N_FONTS; f++)
        {
          const char *colour = trio_doc_get_look (doc)->fonts[f].colour;

          g_assert_true (colour == NULL || contrast_on_white (colour) >= 4.5);
        }
    }
}

static void
test_formats (gconstpointer data)
{
  const char *type = data;
  static const TrioFormat formats[] = { TRIO_FORMAT_DOCX,     TRIO_FORMAT_ODT,  TRIO_FORMAT_HTML,
                                        TRIO_FORMAT_MARKDOWN, TRIO_FORMAT_TEXT, TRIO_FORMAT_CSV };

  for (guint i = 0; languages[i] != NULL; i++)
    {
      g_autoptr (TrioDoc) doc = build_type (type, languages[i]);

      for (guint f = 0; f < G_N_ELEMENTS (formats); f++)
        {
          g_autoptr (GError) error = NULL;
          g_autoptr (GBytes) bytes = trio_writer_write (formats[f], doc, NULL, &error);

          g_assert_no_error (error);
          g_assert_nonnull (bytes);
        }
    }
}

/* The same words wherever a theme is named: change it once, and it is changed everywhere. */
static void
test_written_once (void)
{
  g_autoptr (Workshop) workshop = workshop_new_for_types ("da");
  g_autoptr (TrioSnapshot) snapshot = NULL;

  for (guint i = 0; i < workshop->records->len; i++)
    {
      const TrioRecord *record = workshop->records->pdata[i];

      if (record->kind == TRIO_KIND_THEME
          && g_str_equal (trio_record_get_text (record, TRIO_THEME_TITLE), "Digitale muligheder"))
        workshop_set_text (workshop, record->id, TRIO_THEME_TITLE, "Nye veje");
    }
  snapshot = workshop_snapshot (workshop);
  for (guint i = 0; document_types[i] != NULL; i++)
    {
      g_autoptr (TrioTemplate) tmpl = find_template_of_type (document_types[i], "da");
      g_autoptr (TrioBuildOptions) options = options_new_for_type (document_types[i], "da");
      g_autoptr (TrioDoc) doc = trio_builder_build (snapshot, tmpl, options, NULL);
      g_autofree char *text = dump_doc (doc);
      g_autofree char *folded = g_utf8_casefold (text, -1);

      g_assert_nonnull (strstr (folded, "nye veje"));
      g_assert_null (strstr (folded, "digitale muligheder\n"));
    }
}

static void
test_toc (void)
{
  g_autoptr (Workshop) workshop = workshop_new ();
  g_autoptr (TrioTemplate) tmpl = parse_template (
      "", "<title>A</title><toc depth=\"1\" when-pages-over=\"3\" title=\"Indhold\"/>"
          "<for-each in=\"themes\" page-break=\"yes\"><heading level=\"1\">{theme.title}</heading>"
          "</for-each>");

  for (guint i = 1; i <= 5; i++)
    {
      g_autofree char *text = NULL;

      workshop_add_theme (workshop, "T", "", NULL);
      text = dump_built (workshop, tmpl, NULL);
      /* The title has a page of its own. */
      g_assert_cmpint (strstr (text, "toc 1 Indhold") != NULL, ==, i + 1 > 3);
    }
}

static void
test_rows (void)
{
  g_autoptr (Workshop) workshop = workshop_new ();
  g_autoptr (TrioTemplate) tmpl = parse_template (
      "<param name=\"r\" type=\"rows\" label=\"R\"><column name=\"theme\" label=\"T\"/>"
      "<column name=\"day\" type=\"date\" label=\"D\"/><column name=\"text\" label=\"X\"/></param>",
      "<p>{r?En|Flere}: {r:word}</p><for-each in=\"themes\"><heading level=\"1\">{theme.title}"
      "</heading><for-each in=\"r\"><p>{row.number} [{row.day:short}: ]{row.text}</p></for-each>"
      "</for-each><table of=\"r\" blank-rows=\"1\"><column head=\"A\" omit-empty=\"yes\">"
      "{row.day:short}</column><column head=\"B\">{row.text}</column><column head=\"C\"/></table>");
  g_autoptr (TrioBuildOptions) options = trio_build_options_new ();
  g_autofree char *text = NULL;

  workshop_add_theme (workshop, "Æble", "", NULL);
  workshop_add_theme (workshop, "Pære", "", NULL);
  trio_build_options_set_parameter (options, "r", "pære | 2026-12-06 | a | b\n\n1||c {x}\n\t d\n2");
  text = dump_built (workshop, tmpl, options);
  g_assert_cmpstr (text, ==,
                   "p Flere: tre\n"
                   "=1 Æble\n"
                   "p 1 c {x}\n"
                   "p d\n"
                   "=1 Pære\n"
                   "p 1 06-12-2026: a | b\n"
                   "p 2\n"
                   "| A | B | C |\n"
                   "| 06-12-2026 | a | b | |\n"
                   "| | c {x}\n\nd | |\n"
                   "| | | |\n"
                   "| | | |\n");
}

/* Rows with a field "section" stand inside the row that they name. */
static void
test_rows_in_rows (void)
{
  g_autoptr (Workshop) workshop = workshop_new ();
  g_autoptr (TrioTemplate) tmpl = parse_template (
      "<param name=\"s\" type=\"rows\" label=\"S\"><column name=\"title\" label=\"T\"/></param>"
      "<param name=\"r\" type=\"rows\" label=\"R\"><column name=\"section\" label=\"S\"/>"
      "<column name=\"text\" label=\"X\"/></param>",
      "<for-each in=\"s\"><heading level=\"1\">{row.title}</heading>"
      "<list kind=\"bullet\" of=\"r\">{row.text}</list><p>{row.title}</p></for-each>");
  g_autoptr (TrioBuildOptions) options = trio_build_options_new ();
  g_autofree char *text = NULL;

  trio_build_options_set_parameter (options, "s", "Æble\nPære");
  trio_build_options_set_parameter (options, "r", "2 | b\næble | a\n3 | c\nPære | d");
  text = dump_built (workshop, tmpl, options);
  g_assert_cmpstr (text, ==, "=1 Æble\n  • a\np Æble\n=1 Pære\n  • b\n  • d\np Pære\n");
}

static void
test_stacks (void)
{
  g_autoptr (Workshop) workshop = workshop_new ();
  g_autoptr (TrioTemplate) tmpl = find_template_of_type ("notat", "da");
  g_autoptr (TrioBuildOptions) options = trio_build_options_new ();
  TrioId station = workshop_add_station (workshop, 1, workshop_add_theme (workshop, "T", "", NULL));
  TrioId first = workshop_add_note (workshop, station, 0, "Mere tid");
  g_autoptr (TrioSnapshot) snapshot = NULL;
  g_autoptr (TrioDoc) doc = NULL;
  g_autoptr (GBytes) table = NULL;
  g_autofree char *all = NULL;
  g_autofree char *joined = NULL;
  g_auto (GStrv) rows = NULL;

  for (guint i = 0; i < 2; i++)
    workshop_set_int (workshop, workshop_add_note (workshop, station, 0, "Tid"), TRIO_NOTE_STACK,
                      first);
  workshop_add_note (workshop, station, 0, "Ro");
  all = dump_built (workshop, tmpl, NULL);
  g_assert_nonnull (strstr (all, "  • Mere tid\n  • Tid\n  • Tid\n  • Ro\n"));
  trio_build_options_set_join_stacks (options, TRUE);
  joined = dump_built (workshop, tmpl, options);
  g_assert_nonnull (strstr (joined, "  • Mere tid (×3)\n  • Ro\n"));

  /* A table keeps one row an input. */
  snapshot = workshop_snapshot (workshop);
  doc = trio_builder_build (snapshot, tmpl, options, NULL);
  table = trio_writer_write (TRIO_FORMAT_CSV, doc, NULL, NULL);
  rows = g_strsplit (g_bytes_get_data (table, NULL), "\r\n", 6);
  g_assert_nonnull (strstr (rows[1], ";Mere tid;"));
  g_assert_nonnull (strstr (rows[2], ";Tid;"));
  g_assert_nonnull (strstr (rows[3], ";Tid;"));
  g_assert_nonnull (strstr (rows[4], ";Ro;"));
}

static void
assert_place (const TrioLayout *layout, const char *anchor, const char *words)
{
  g_autoptr (GArray) places = trio_layout_search (layout, words);
  TrioLayoutPlace place = { 0 };
  const TrioLayoutPlace *first = &g_array_index (places, TrioLayoutPlace, 0);

  g_assert_cmpuint (places->len, ==, 1);
  g_assert_true (trio_layout_find_anchor (layout, anchor, &place));
  g_assert_cmpuint (place.page, ==, first->page);
  g_assert_cmpfloat_with_epsilon (place.y, first->y, 20);
  g_assert_cmpstr (trio_layout_hit_test (layout, place.page, place.x + 1, place.y + 1), ==, anchor);
}

/* The preview goes to the paragraphs of a summary and of a direction, and back. */
static void
test_sources (void)
{
  g_autoptr (Workshop) workshop = workshop_new ();
  TrioId theme = workshop_add_theme (workshop, "Tema", "", "Et afsnit.\n\nTo afsnit.");
  g_autofree char *summary_uuid = NULL;
  g_autofree char *theme_uuid = NULL;
  g_autoptr (TrioSnapshot) snapshot = NULL;

  workshop_set_text (workshop, theme, TRIO_THEME_DIRECTION, "En retning.\n\nEn vej.");
  snapshot = workshop_snapshot (workshop);
  summary_uuid = trio_uuid_to_text (
      &((TrioRecord *)trio_snapshot_get_all (snapshot, TRIO_KIND_SUMMARY)->pdata[0])->uuid);
  theme_uuid = trio_uuid_to_text (&trio_snapshot_get (snapshot, theme)->uuid);
  for (guint i = 0; i < 2; i++)
    {
      const char *uuid = i == 0 ? summary_uuid : theme_uuid;
      g_autoptr (TrioTemplate) tmpl = find_template_of_type (i == 0 ? "notat" : "dialogue", "da");
      g_autoptr (TrioBuildOptions) options = trio_build_options_new ();
      g_autoptr (TrioDoc) doc = trio_builder_build (snapshot, tmpl, options, NULL);
      g_autoptr (TrioLayout) layout = trio_layout_new (doc, NULL, NULL);
      g_autofree char *first = g_strconcat (uuid, i == 0 ? NULL : "/direction", NULL);
      g_autofree char *second = g_strconcat (first, "/2", NULL);
      TrioLayoutPlace place;

      assert_place (layout, first, i == 0 ? "Et afsnit." : "En retning.");
      assert_place (layout, second, i == 0 ? "To afsnit." : "En vej.");
      g_assert_true (trio_layout_find_anchor (layout, theme_uuid, &place));
    }
}

static void
test_landscape (void)
{
  g_autoptr (Workshop) workshop = workshop_new_for_types ("da");
  g_autoptr (TrioSnapshot) snapshot = workshop_snapshot (workshop);
  g_autoptr (TrioTemplate) tmpl = find_template_of_type ("dialogue", "da");
  g_autoptr (TrioBuildOptions) options = trio_build_options_new ();
  g_autoptr (TrioDoc) upright = trio_builder_build (snapshot, tmpl, options, NULL);
  g_autoptr (TrioDoc) lying = NULL;

  trio_build_options_set_parameter (options, "landscape", "yes");
  lying = trio_builder_build (snapshot, tmpl, options, NULL);
  g_assert_false (trio_doc_get_look (upright)->landscape);
  g_assert_true (trio_doc_get_look (lying)->landscape);
}

static void
test_sent (void)
{
  g_autoptr (TrioModel) model = make_empty_workshop (TRIO_LANGUAGE_DA);
  g_autoptr (TrioTemplateLibrary) library
      = trio_template_library_new_for_folders (NULL, NULL, NULL);
  g_autoptr (TrioBuildOptions) options = trio_build_options_new ();
  g_autoptr (TrioEdit) edit = trio_edit_new (model, "add-theme");
  g_autoptr (TrioSnapshot) snapshot = NULL;
  g_autoptr (TrioBuildOptions) recalled = NULL;
  g_autoptr (GError) error = NULL;
  TrioDocumentSettings settings = { "Til MED", "dialogue", NULL, "da" };
  TrioDocumentState state;
  TrioId theme, document;

  theme = trio_edit_create (edit, TRIO_KIND_THEME);
  trio_edit_set_text (edit, theme, TRIO_THEME_TITLE, "Tema");
  trio_edit_place_last (edit, theme, TRIO_NO_FIELD, 0);
  g_assert_true (trio_edit_commit (edit, &error));
  g_assert_no_error (error);

  trio_build_options_add_theme (options, theme);
  trio_build_options_set_parameter (options, "related", "1 | a\\n\n2 | b=c");
  trio_build_options_set_note_order (options, TRIO_NOTE_ORDER_VOTES);
  document = trio_document_remember (model, &settings, options, &error);
  g_assert_no_error (error);
  g_assert_cmpint (document, !=, 0);

  snapshot = trio_model_dup_snapshot (model);
  recalled
      = trio_build_options_new_for_document (snapshot, trio_document_find (snapshot, "til med"));
  g_assert_cmpstr (trio_build_options_get_parameter (recalled, "related"), ==, "1 | a\\n\n2 | b=c");
  g_assert_cmpuint (trio_build_options_get_themes (recalled)->len, ==, 1);
  g_assert_cmpint (trio_build_options_get_note_order (recalled), ==, TRIO_NOTE_ORDER_VOTES);

  g_assert_false (trio_document_mark_sent (model, document, library, "MED", "i går", &error));
  g_clear_error (&error);
  g_assert_true (trio_document_mark_sent (model, document, library, "MED", "2026-11-20", &error));
  g_assert_no_error (error);

  for (guint i = 0; i < 3; i++)
    {
      static const char *const titles[] = { "Tema", "Andet", "Tema" };

      if (i > 0)
        {
          g_autoptr (TrioEdit) change = trio_edit_new (model, "edit-theme");

          trio_edit_set_text (change, theme, TRIO_THEME_TITLE, titles[i]);
          g_assert_true (trio_edit_commit (change, &error));
        }
      trio_snapshot_unref (snapshot);
      snapshot = trio_model_dup_snapshot (model);
      g_assert_true (trio_document_get_state (snapshot, trio_snapshot_get (snapshot, document),
                                              library, &state, &error));
      g_assert_cmpint (state, ==, i == 1 ? TRIO_DOCUMENT_STATE_CHANGED : TRIO_DOCUMENT_STATE_SENT);
    }
}

/* A picture is part of what was sent, and its file may move with the workshop. */
static void
test_picture (void)
{
  static const char png[] = "\x89PNG\r\n\x1a\n one";
  g_autofree char *folder = g_dir_make_tmp ("trio-picture-XXXXXX", NULL);
  g_autofree char *file = g_build_filename (folder, "dag.trio", NULL);
  g_autofree char *picture = g_build_filename (folder, "kort.png", NULL);
  g_autofree char *path = NULL;
  g_autofree char *first = NULL;
  g_autofree char *second = NULL;
  g_autofree char *none = NULL;
  g_autoptr (TrioModel) model = make_empty_workshop (TRIO_LANGUAGE_DA);
  g_autoptr (TrioTemplateLibrary) library = trio_template_library_new_for_file (file);
  g_autoptr (TrioBuildOptions) options = trio_build_options_new ();
  g_autoptr (TrioSnapshot) snapshot = NULL;
  g_autoptr (TrioDoc) doc = NULL;
  g_autoptr (GError) error = NULL;
  TrioDocumentSettings settings = { "Status", "status", NULL, "da" };
  const TrioRecord *document;

  path = trio_document_dup_picture_path (library, picture);
  g_assert_cmpstr (path, ==, "kort.png");
  g_assert_true (g_file_set_contents (picture, png, sizeof png - 1, NULL));
  trio_build_options_set_parameter (options, "figure", path);
  trio_build_options_set_parameter (options, "figure_alt", "Et kort");
  trio_build_options_set_parameter (options, "function_title", "Opgaven");
  trio_build_options_set_parameter (options, "function_text", "Kortet viser den.");
  g_assert_cmpint (trio_document_remember (model, &settings, options, &error), !=, 0);
  g_assert_no_error (error);
  snapshot = trio_model_dup_snapshot (model);
  document = trio_document_find (snapshot, "Status");

  first = trio_document_digest (snapshot, document, library, &error);
  g_assert_true (g_file_set_contents (picture, "\x89PNG\r\n\x1a\n two", -1, NULL));
  second = trio_document_digest (snapshot, document, library, &error);
  g_assert_cmpstr (first, !=, second);

  g_assert_cmpint (g_unlink (picture), ==, 0);
  none = trio_document_digest (snapshot, document, library, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (none, !=, second);
  doc = trio_document_build (snapshot, library, &settings, options, NULL, &error);
  g_assert_null (doc);
  g_assert_error (error, TRIO_ERROR, TRIO_ERROR_IO);
  g_assert_nonnull (strstr (error->message, "kort.png"));
  g_rmdir (folder);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  for (guint i = 0; document_types[i] != NULL; i++)
    {
      g_autofree char *tree = g_strconcat ("/types/tree/", document_types[i], NULL);
      g_autofree char *accessible = g_strconcat ("/types/accessible/", document_types[i], NULL);
      g_autofree char *formats = g_strconcat ("/types/formats/", document_types[i], NULL);

      g_test_add_data_func (tree, document_types[i], test_tree);
      g_test_add_data_func (accessible, document_types[i], test_accessible);
      g_test_add_data_func (formats, document_types[i], test_formats);
    }
  g_test_add_func ("/types/written-once", test_written_once);
  g_test_add_func ("/types/toc", test_toc);
  g_test_add_func ("/types/rows", test_rows);
  g_test_add_func ("/types/rows-in-rows", test_rows_in_rows);
  g_test_add_func ("/types/stacks", test_stacks);
  g_test_add_func ("/types/sources", test_sources);
  g_test_add_func ("/types/landscape", test_landscape);
  g_test_add_func ("/types/sent", test_sent);
  g_test_add_func ("/types/picture", test_picture);
  return g_test_run ();
}
