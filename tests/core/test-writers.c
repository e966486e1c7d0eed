/* test-writers.c: what each text format makes of each kind of block, to the letter. */
#include <string.h>

#include <glib/gstdio.h>

#include "base/trio-error.h"
#include "document/writers/trio-writer.h"

#define HTML_MAIN "<main>\n"

static TrioInlines *
text (const char *words)
{
  return trio_inlines_new_text (words);
}

static char *
write_doc (TrioFormat format, TrioDoc *doc)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = trio_writer_write (format, doc, NULL, &error);

  g_assert_no_error (error);
  return g_strndup (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
}

/* Takes over a block, writes a document of it alone and compares. HTML only from main on. */
static void
assert_written (TrioBlock *block, const char *markdown, const char *plain, const char *html)
{
  g_autoptr (TrioDoc) doc = trio_doc_new ();
  g_autofree char *got_markdown = NULL;
  g_autofree char *got_plain = NULL;
  g_autofree char *got_html = NULL;
  const char *from;

  trio_doc_append (doc, block);
  got_markdown = write_doc (TRIO_FORMAT_MARKDOWN, doc);
  got_plain = write_doc (TRIO_FORMAT_TEXT, doc);
  got_html = write_doc (TRIO_FORMAT_HTML, doc);
  g_assert_cmpstr (got_markdown, ==, markdown);
  g_assert_cmpstr (got_plain, ==, plain);
  from = strstr (got_html, HTML_MAIN) + strlen (HTML_MAIN);
  *strstr (from, "</main>") = '\0';
  g_assert_cmpstr (from, ==, html);
}

static void
test_table (void)
{
  TrioBlock *narrow = trio_block_new_table (text ("Bilag"), 2);
  TrioBlock *wide = trio_block_new_table (NULL, 2);
  g_autofree char *long_word = g_strnfill (80, 'x');
  g_autofree char *markdown
      = g_strconcat ("| A | B |\n| --- | --- |\n| 1 | ", long_word, " |\n", NULL);
  g_autofree char *plain = g_strconcat ("A: 1\nB: ", long_word, "\n", NULL);
  g_autofree char *html = g_strconcat (
      "<table>\n<thead>\n<tr><th scope=\"col\">A</th><th scope=\"col\">B</th></tr>\n</thead>\n"
      "<tbody>\n<tr><td>1</td><td>",
      long_word, "</td></tr>\n</tbody>\n</table>\n", NULL);

  trio_block_add_head_cell (narrow, text ("Nr."));
  trio_block_add_head_cell (narrow, text ("Titel"));
  trio_block_add_row (narrow);
  trio_block_add_cell (narrow, text ("1"));
  trio_block_add_cell (narrow, text ("Notat | åben"));
  trio_block_add_row (narrow);
  trio_block_add_cell (narrow, text ("10"));
  assert_written (
      narrow, "**Bilag**\n\n| Nr. | Titel |\n| --- | --- |\n| 1 | Notat \\| åben |\n| 10 |  |\n",
      "Bilag\n\nNr.  Titel\n-----------------\n1    Notat | åben\n10\n",
      "<table><caption>Bilag</caption>\n<thead>\n<tr><th scope=\"col\">Nr.</th>"
      "<th scope=\"col\">Titel</th></tr>\n</thead>\n<tbody>\n<tr><td>1</td>"
      "<td>Notat | åben</td></tr>\n<tr><td>10</td><td></td></tr>\n</tbody>\n</table>\n");

  trio_block_add_head_cell (wide, text ("A"));
  trio_block_add_head_cell (wide, text ("B"));
  trio_block_add_row (wide);
  trio_block_add_cell (wide, text ("1"));
  trio_block_add_cell (wide, text (long_word));
  assert_written (wide, markdown, plain, html);
}

static void
test_lists (void)
{
  TrioList *letters = trio_list_new (TRIO_LIST_LETTER);
  TrioList *loose = trio_list_new (TRIO_LIST_PAREN);
  TrioList *inner = trio_list_new (TRIO_LIST_BULLET);

  trio_list_add_text (letters, "første");
  trio_list_add_text (letters, "anden");
  assert_written (trio_block_new_list (letters), "- a) første\n- b) anden\n",
                  "a) første\nb) anden\n",
                  "<ol class=\"letter\">\n<li>første</li>\n<li>anden</li>\n</ol>\n");

  trio_list_set_tight (loose, FALSE);
  trio_list_set_start (loose, 9);
  trio_list_add_text (inner, "c");
  trio_list_item_set_nested (trio_list_add_text (loose, "a"), inner);
  trio_list_add_text (loose, "b");
  assert_written (trio_block_new_list (loose), "9) a\n   - c\n\n10) b\n",
                  "9)  a\n    o c\n\n10) b\n",
                  "<ol class=\"paren loose\" start=\"9\">\n<li>a\n<ul>\n<li>c</li>\n</ul>\n</li>\n"
                  "<li>b</li>\n</ol>\n");
  assert_written (trio_block_new_list (trio_list_new (TRIO_LIST_BULLET)), "", "", "");
}

/* Office programs count a … z, aa, bb; so do all formats. */
static void
test_letters (void)
{
  static const struct
  {
    guint number;
    const char *label;
  } cases[]
      = { { 1, "a)" }, { 26, "z)" }, { 27, "aa)" }, { 28, "bb)" }, { 52, "zz)" }, { 53, "aaa)" } };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      TrioList *list = trio_list_new (TRIO_LIST_LETTER);
      g_autofree char *label = NULL;
      g_autofree char *markdown = g_strdup_printf ("- %s x\n", cases[i].label);
      g_autofree char *plain = g_strdup_printf ("%s x\n", cases[i].label);
      g_autofree char *start = cases[i].number > 1
                                   ? g_strdup_printf (" start=\"%u\"", cases[i].number)
                                   : g_strdup ("");
      g_autofree char *html
          = g_strdup_printf ("<ol class=\"letter\"%s>\n<li>x</li>\n</ol>\n", start);

      trio_list_set_start (list, cases[i].number);
      trio_list_set_tight (list, TRUE);
      trio_list_add_text (list, "x");
      label = trio_list_dup_label (list, 0);
      g_assert_cmpstr (label, ==, cases[i].label);
      assert_written (trio_block_new_list (list), markdown, plain, html);
    }
}

/* "TEMA 1:" is text in front of a heading, in every format. */
static void
test_literal_labels (void)
{
  TrioBlock *heading = trio_block_new_heading (1, text ("BLIK FOR BORGEREN"));

  trio_block_set_literal (heading, "TEMA 1:");
  assert_written (heading, "# TEMA 1: BLIK FOR BORGEREN\n",
                  "TEMA 1: BLIK FOR BORGEREN\n=========================\n",
                  "<h2 id=\"section_1\">TEMA 1: BLIK FOR BORGEREN</h2>\n");
}

/* CommonMark joins lists that only a blank line parts. */
static void
test_adjacent_lists (void)
{
  g_autoptr (TrioDoc) doc = trio_doc_new ();
  g_autofree char *got = NULL;

  for (guint i = 0; i < 3; i++)
    {
      TrioList *list = trio_list_new (i == 2 ? TRIO_LIST_BULLET : TRIO_LIST_DOT);

      trio_list_add_text (list, "punkt");
      trio_doc_append (doc, trio_block_new_list (list));
    }
  got = write_doc (TRIO_FORMAT_MARKDOWN, doc);
  g_assert_cmpstr (got, ==, "1. punkt\n\n<!-- -->\n\n1. punkt\n\n- punkt\n");
}

static void
test_figure (void)
{
  g_autoptr (GBytes) image = g_bytes_new_static ("abc", 3);
  TrioBlock *figure = trio_block_new_figure (image, "image/png", "Tre kasser <1>", 35.5, 0);

  trio_block_set_caption (figure, text ("Figur 1"));
  assert_written (figure, "*Tre kasser \\<1>*\n\nFigur 1\n", "[Tre kasser <1>]\n\nFigur 1\n",
                  "<figure><img alt=\"Tre kasser &lt;1&gt;\" style=\"width:35.50mm\" "
                  "src=\"data:image/png;base64,YWJj\"><figcaption>Figur 1</figcaption></figure>\n");
  assert_written (trio_block_new_figure (image, "image/png", NULL, 0, 0), "", "",
                  "<figure><img alt=\"\" src=\"data:image/png;base64,YWJj\"></figure>\n");
}

static void
test_toc (void)
{
  g_autoptr (TrioDoc) doc = trio_doc_new ();
  TrioBlock *first = trio_block_new_heading (1, text ("Et"));
  TrioBlock *second = trio_block_new_heading (2, text ("To"));
  g_autofree char *markdown = NULL;
  g_autofree char *plain = NULL;
  g_autofree char *html = NULL;

  trio_block_set_number (first, TRIO_NUMBER_DOT, 1);
  trio_doc_append (doc, trio_block_new_toc (2, text ("Indhold")));
  trio_doc_append (doc, first);
  trio_doc_append (doc, second);
  markdown = write_doc (TRIO_FORMAT_MARKDOWN, doc);
  plain = write_doc (TRIO_FORMAT_TEXT, doc);
  html = write_doc (TRIO_FORMAT_HTML, doc);
  g_assert_cmpstr (markdown, ==, "**Indhold**\n\n- 1\\. Et\n  - To\n\n# 1. Et\n\n## To\n");
  g_assert_cmpstr (plain, ==, "Indhold\n\n1. Et\n  To\n\n1. Et\n=====\n\nTo\n--\n");
  g_assert_nonnull (strstr (html, "<nav aria-label=\"Indhold\">\n<p class=\"label\">Indhold</p>\n"
                                  "<ul>\n<li><a href=\"#section_1\">1. Et</a><ul>\n"
                                  "<li><a href=\"#section_2\">To</a></li>\n</ul>\n</li>\n</ul>\n"
                                  "</nav>\n<h2 id=\"section_1\">1. Et</h2>\n"));
}

static void
test_inlines (void)
{
  TrioInlines *mixed = text ("Se ");

  trio_inlines_add_link (mixed, "siden", "https://example.org/?a=1&b=2");
  trio_inlines_add_text (mixed, " nu ");
  trio_inlines_add_strong (mixed, "Økonomi");
  trio_inlines_add_text (mixed, ", x");
  trio_inlines_add_emphasis (mixed, "(y)");
  trio_inlines_add_text (mixed, "z\n1. ny");
  assert_written (
      trio_block_new_para (TRIO_PARA_NORMAL, mixed),
      "Se [siden](<https://example.org/?a=1&amp;b=2>) nu **Økonomi**, x<em>(y)</em>z\\\n"
      "1\\. ny\n",
      "Se siden <https://example.org/?a=1&b=2> nu Økonomi, x(y)z\n1. ny\n",
      "<p>Se <a href=\"https://example.org/?a=1&amp;b=2\">siden</a> nu "
      "<strong>Økonomi</strong>, x<em>(y)</em>z<br>1. ny</p>\n");
}

static void
test_paragraphs (void)
{
  assert_written (trio_block_new_para (TRIO_PARA_QUOTE, text ("En\nto")), "> En\\\n> to\n",
                  "    En\n    to\n", "<blockquote><p>En<br>to</p></blockquote>\n");
  assert_written (trio_block_new_para (TRIO_PARA_LABEL, text ("Retning:")), "**Retning:**\n",
                  "Retning:\n", "<p class=\"label\">Retning:</p>\n");
  assert_written (trio_block_new_para (TRIO_PARA_SMALL, text ("- x & y &amp;")),
                  "\\- x & y \\&amp;\n", "- x & y &amp;\n",
                  "<p class=\"small\">- x &amp; y &amp;amp;</p>\n");
  assert_written (trio_block_new_para (TRIO_PARA_NORMAL, text (" \n")), "", "", "");
}

static void
test_wrap (void)
{
  TrioDoc *doc = trio_doc_new ();
  g_autofree char *got = NULL;
  g_auto (GStrv) lines = NULL;
  g_autoptr (GString) words = g_string_new (NULL);

  for (guint i = 0; i < 60; i++)
    g_string_append (words, i % 7 == 0 ? "漢字 æ\314\201øå " : "arbejdsfællesskab og ");
  trio_doc_append (doc, trio_block_new_para (TRIO_PARA_NORMAL, text (words->str)));
  got = write_doc (TRIO_FORMAT_TEXT, doc);
  lines = g_strsplit (got, "\n", -1);
  for (guint i = 0; lines[i] != NULL; i++)
    {
      glong width = 0;

      for (const char *p = lines[i]; *p != '\0'; p = g_utf8_next_char (p))
        if (!g_unichar_iszerowidth (g_utf8_get_char (p)))
          width += g_unichar_iswide (g_utf8_get_char (p)) ? 2 : 1;
      g_assert_cmpint (width, <=, 72);
      g_assert_false (g_str_has_suffix (lines[i], " "));
    }
  trio_doc_unref (doc);
}

static void
test_html_frame (void)
{
  g_autoptr (TrioDoc) doc = trio_doc_new ();
  g_autoptr (GBytes) logo = g_bytes_new_static ("abc", 3);
  TrioInlines *pages = text ("Side ");
  g_autofree char *html = NULL;
  g_autofree char *with_footer = NULL;

  trio_doc_set (doc, TRIO_DOC_LANG, "en");
  trio_doc_set (doc, TRIO_DOC_TITLE, "Q & <A>");
  trio_doc_set (doc, TRIO_DOC_AUTHOR, "\"A\"");
  trio_doc_set_font (doc, TRIO_DOC_FONT_HEADING, "Evil;}</style>, serif", 0, "#FFFF00");
  trio_doc_set_landscape (doc, TRUE);
  trio_doc_set_logo (doc, logo, "image/png", "Kommunens logo", 35, TRIO_LOGO_TOP_RIGHT);
  trio_inlines_add_page_number (pages);
  trio_doc_set_footer (doc, pages);
  html = write_doc (TRIO_FORMAT_HTML, doc);

  g_assert_true (g_str_has_prefix (html, "<!DOCTYPE html>\n<html lang=\"en\">\n"));
  g_assert_nonnull (strstr (html, "<title>Q &amp; &lt;A&gt;</title>"));
  g_assert_nonnull (strstr (html, "content=\"&quot;A&quot;\""));
  g_assert_nonnull (strstr (html, "<h1>Q &amp; &lt;A&gt;</h1>"));
  g_assert_nonnull (strstr (html, "size:A4 landscape"));
  g_assert_nonnull (strstr (html, "alt=\"Kommunens logo\""));
  g_assert_nonnull (strstr (html, "\"Evil    style\",serif}"));
  g_assert_null (strstr (html, "#ffff00"));
  g_assert_null (strstr (html, "<footer>"));
  g_assert_null (strstr (html, "<script"));

  trio_doc_set_footer (doc, text ("Kommunen"));
  with_footer = write_doc (TRIO_FORMAT_HTML, doc);
  g_assert_nonnull (strstr (with_footer, "<footer>\n<p class=\"small\">Kommunen</p>\n</footer>"));
}

static void
add_note (TrioList *list, const char *words, guint votes, guint round, const char *role)
{
  TrioNoteRef *note = trio_note_ref_new ("id", 2, "Digitale; \"muligheder\"");

  note->votes = votes;
  note->round = round;
  note->role = g_strdup (role);
  note->created = g_strdup ("2022-10-06T09:15:00Z");
  trio_list_item_set_note (trio_list_add_text (list, words), note);
}

static void
test_csv (void)
{
  static const char *const formulas[]
      = { "=1", "+1 mere", "@alle", "-cmd|x", "-1+cmd|x", "＝1", "'=1" };
  static const char *const harmless[] = { "-5", "- streg", "–", "a=1", "100 %", "'a" };
  g_autoptr (TrioDoc) doc = trio_doc_new ();
  TrioList *list = trio_list_new (TRIO_LIST_BULLET);
  g_autofree char *got = NULL;
  g_autofree char *english = NULL;
  g_auto (GStrv) lines = NULL;

  add_note (list, "Mere \"ro\"; – nu\nog her", 3, 2, "leader");
  add_note (list, "x", 0, 0, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (formulas); i++)
    add_note (list, formulas[i], 0, 0, "amr");
  for (guint i = 0; i < G_N_ELEMENTS (harmless); i++)
    add_note (list, harmless[i], 0, 0, "andet");
  trio_doc_append (doc, trio_block_new_list (list));
  got = write_doc (TRIO_FORMAT_CSV, doc);
  lines = g_strsplit (got, "\r\n", -1);

  g_assert_cmpstr (lines[0], ==,
                   "\357\273\277Stationsnr.;Station;Klynge;Input;Stemmer;Runde;Rolle;Oprettet;Id");
  g_assert_cmpstr (
      lines[1], ==,
      "2;\"Digitale; \"\"muligheder\"\"\";;\"Mere \"\"ro\"\"; – nu\nog her\";3;2;Leder;"
      "2022-10-06T09:15:00Z;id");
  g_assert_cmpstr (lines[2], ==,
                   "2;\"Digitale; \"\"muligheder\"\"\";;x;0;;;2022-10-06T09:15:00Z;id");
  for (guint i = 0; i < G_N_ELEMENTS (formulas); i++)
    {
      g_autofree char *cell = g_strdup_printf (";'%s;0;;AMR;", formulas[i]);

      g_assert_nonnull (strstr (lines[3 + i], cell));
    }
  for (guint i = 0; i < G_N_ELEMENTS (harmless); i++)
    {
      g_autofree char *cell = g_strdup_printf (";%s;0;;andet;", harmless[i]);

      g_assert_nonnull (strstr (lines[3 + G_N_ELEMENTS (formulas) + i], cell));
    }
  trio_doc_set (doc, TRIO_DOC_LANG, "en");
  english = write_doc (TRIO_FORMAT_CSV, doc);
  g_assert_nonnull (strstr (english, ";Cluster;Input;Votes;"));
  g_assert_nonnull (strstr (english, ";Leader;"));
}

static void
test_formats (void)
{
  g_autoptr (GError) error = NULL;
  TrioFormat format;

  for (guint i = 0; i < TRIO_N_FORMATS; i++)
    {
      const char *id = trio_format_get_id ((TrioFormat)i);
      g_autofree char *path = g_strdup_printf ("/a.b/notat æøå.%s", id);

      g_assert_true (trio_format_from_id (id, &format, &error));
      g_assert_cmpint (format, ==, i);
      g_assert_true (trio_format_from_path (path, &format, &error));
      g_assert_cmpint (format, ==, i);
      g_assert_nonnull (strchr (trio_format_get_mime_type (format), '/'));
      g_assert_cmpstr (trio_format_get_name (format), !=, "");
    }
  g_assert_true (trio_format_from_path ("NOTAT.DOCX", &format, &error));
  g_assert_false (trio_format_from_path ("/a.docx/notat", &format, &error));
  g_assert_error (error, TRIO_ERROR, TRIO_ERROR_INVALID);
  g_clear_error (&error);
  g_assert_false (trio_format_from_id ("pdf2", &format, &error));
  g_assert_error (error, TRIO_ERROR, TRIO_ERROR_INVALID);
  g_assert_nonnull (strstr (error->message, "docx, odt, pdf, html, md, txt, csv"));
}

static void
test_save_and_cancel (void)
{
  g_autoptr (TrioDoc) doc = trio_doc_new ();
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GError) error = NULL;
  g_autofree char *folder = g_dir_make_tmp ("trio-writer-XXXXXX", &error);
  g_autofree char *path = g_build_filename (folder, "notat.md", NULL);
  g_autofree char *content = NULL;

  trio_doc_append (doc, trio_block_new_title (text ("Titel")));
  g_assert_true (trio_writer_save (TRIO_FORMAT_MARKDOWN, doc, path, cancellable, &error));
  g_assert_no_error (error);
  g_cancellable_cancel (cancellable);
  for (guint i = 0; i < TRIO_N_FORMATS; i++)
    {
      g_assert_false (trio_writer_save ((TrioFormat)i, doc, path, cancellable, &error));
      g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
      g_clear_error (&error);
    }
  g_assert_true (g_file_get_contents (path, &content, NULL, &error));
  g_assert_cmpstr (content, ==, "# Titel\n");
  g_remove (path);
  g_rmdir (folder);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/writers/table", test_table);
  g_test_add_func ("/writers/lists", test_lists);
  g_test_add_func ("/writers/letters", test_letters);
  g_test_add_func ("/writers/literal-labels", test_literal_labels);
  g_test_add_func ("/writers/adjacent-lists", test_adjacent_lists);
  g_test_add_func ("/writers/figure", test_figure);
  g_test_add_func ("/writers/toc", test_toc);
  g_test_add_func ("/writers/inlines", test_inlines);
  g_test_add_func ("/writers/paragraphs", test_paragraphs);
  g_test_add_func ("/writers/wrap", test_wrap);
  g_test_add_func ("/writers/html-frame", test_html_frame);
  g_test_add_func ("/writers/csv", test_csv);
  g_test_add_func ("/writers/formats", test_formats);
  g_test_add_func ("/writers/save-and-cancel", test_save_and_cancel);

  return g_test_run ();
}
