/* test-doc.c: the document tree: cleaning on the way in, labels, anchors, walks. */
#include <string.h>

#include "document/trio-doc.h"

static void
test_inlines (void)
{
  g_autoptr (TrioInlines) inlines = trio_inlines_new_text ("Første\r\nan\302\255den\001 linje");
  g_autoptr (TrioInlines) blank = trio_inlines_new_text (" \n ");
  g_autoptr (TrioInlines) copy = NULL;
  g_autofree char *text = NULL;

  trio_inlines_add_text (inlines, " og");
  trio_inlines_add_text (inlines, " mere");
  trio_inlines_add_strong (inlines, "fed");
  trio_inlines_add_link (inlines, "her", "https://example.org/a?b=c&d");
  trio_inlines_add_link (inlines, "skidt", "javascript:alert(1)");
  trio_inlines_add_link (inlines, "", "mailto:a@example.org");

  g_assert_cmpuint (trio_inlines_get_length (inlines), ==, 7);
  g_assert_cmpint (trio_inlines_get (inlines, 1)->kind, ==, TRIO_INLINE_LINE_BREAK);
  g_assert_cmpstr (trio_inlines_get (inlines, 2)->text, ==, "anden linje og mere");
  g_assert_cmpint (trio_inlines_get (inlines, 4)->kind, ==, TRIO_INLINE_LINK);
  g_assert_cmpstr (trio_inlines_get (inlines, 4)->url, ==, "https://example.org/a?b=c&d");
  g_assert_cmpint (trio_inlines_get (inlines, 5)->kind, ==, TRIO_INLINE_TEXT);
  g_assert_cmpstr (trio_inlines_get (inlines, 6)->text, ==, "mailto:a@example.org");
  copy = trio_inlines_copy (inlines);
  text = trio_inlines_dup_text (copy);
  g_assert_cmpstr (text, ==, "Første\nanden linje og merefedherskidtmailto:a@example.org");
  g_assert_true (trio_inlines_is_empty (blank));
  g_assert_true (trio_inlines_is_empty (NULL));
  g_assert_false (trio_inlines_is_empty (inlines));
}

static void
assert_label (TrioListKind kind, guint start, guint index, const char *label)
{
  g_autoptr (TrioList) list = trio_list_new (kind);
  g_autofree char *got = NULL;

  trio_list_set_start (list, start);
  got = trio_list_dup_label (list, index);
  g_assert_cmpstr (got, ==, label);
}

static void
test_labels (void)
{
  g_autoptr (TrioBlock) heading = trio_block_new_heading (1, trio_inlines_new_text ("Tema"));
  g_autofree char *none = trio_block_dup_label (heading);
  g_autofree char *dot = NULL;
  g_autofree char *literal = NULL;

  assert_label (TRIO_LIST_BULLET, 1, 0, NULL);
  assert_label (TRIO_LIST_DOT, 1, 2, "3.");
  assert_label (TRIO_LIST_PAREN, 5, 0, "5)");
  assert_label (TRIO_LIST_LETTER, 1, 25, "z)");
  assert_label (TRIO_LIST_LETTER, 1, 26, "aa)");

  g_assert_null (none);
  trio_block_set_number (heading, TRIO_NUMBER_DOT, 4);
  dot = trio_block_dup_label (heading);
  g_assert_cmpstr (dot, ==, "4.");
  trio_block_set_literal (heading, "STATION 1:");
  literal = trio_block_dup_label (heading);
  g_assert_cmpstr (literal, ==, "STATION 1:");
}

static void
count_cb (const TrioListItem *item, gpointer user_data)
{
  GString *ids = user_data;

  g_string_append (ids, item->note->id);
}

static void
test_walks (void)
{
  g_autoptr (TrioDoc) doc = trio_doc_new ();
  g_autoptr (GPtrArray) headings = NULL;
  g_autoptr (GString) ids = g_string_new (NULL);
  TrioBlock *first = trio_block_new_heading (1, trio_inlines_new_text ("A"));
  TrioBlock *second = trio_block_new_heading (2, trio_inlines_new_text ("B"));
  TrioBlock *box = trio_block_new_box (2, trio_inlines_new_text ("C"));
  TrioList *list = trio_list_new (TRIO_LIST_BULLET);
  TrioList *nested = trio_list_new (TRIO_LIST_BULLET);
  TrioListItem *item = trio_list_add_text (list, "note");
  TrioList *inside = trio_list_new (TRIO_LIST_BULLET);

  trio_list_item_set_note (item, trio_note_ref_new ("1", 1, "S"));
  trio_list_item_set_note (trio_list_add_text (nested, "n"), trio_note_ref_new ("2", 1, "S"));
  trio_list_item_set_nested (item, nested);
  trio_list_add_text (list, "no note");
  trio_list_item_set_note (trio_list_add_text (inside, "n"), trio_note_ref_new ("3", 2, "T"));
  trio_block_append (box, trio_block_new_cluster (3, trio_inlines_new_text ("D"), inside));

  trio_block_set_anchor (first, "tema 1");
  trio_block_set_anchor (second, "tema-1");
  trio_doc_append (doc, first);
  trio_doc_append (doc, second);
  trio_doc_append (doc, trio_block_new_list (list));
  trio_doc_append (doc, box);

  g_assert_cmpstr (first->anchor, ==, "tema_1");
  g_assert_cmpstr (second->anchor, !=, "tema_1");
  g_assert_nonnull (box->anchor);
  headings = trio_doc_list_headings (doc, 2);
  g_assert_cmpuint (headings->len, ==, 3);
  g_assert_true (headings->pdata[2] == box);
  trio_doc_foreach_note (doc, count_cb, ids);
  g_assert_cmpstr (ids->str, ==, "123");
}

static void
test_fields (void)
{
  g_autoptr (TrioDoc) doc = trio_doc_new ();
  g_autoptr (TrioDoc) held = trio_doc_ref (doc);

  g_assert_cmpstr (trio_doc_get (doc, TRIO_DOC_LANG), ==, "da");
  trio_doc_set (doc, TRIO_DOC_TITLE, " Notat:\n fire\002 temaer ");
  g_assert_cmpstr (trio_doc_get (held, TRIO_DOC_TITLE), ==, "Notat:  fire temaer");
  trio_doc_set (doc, TRIO_DOC_TITLE, "");
  g_assert_null (trio_doc_get (doc, TRIO_DOC_TITLE));
  trio_doc_set_font (doc, TRIO_DOC_FONT_HEADING, NULL, 0, "#112233");
  g_assert_cmpstr (trio_doc_get_look (doc)->fonts[TRIO_DOC_FONT_HEADING].colour, ==, "#112233");
  g_assert_cmpfloat (trio_doc_get_look (doc)->fonts[TRIO_DOC_FONT_HEADING].size_pt, ==, 14);
}

/* Every kind of block is made and freed; the sanitizer sees what is left behind. */
static void
test_blocks (void)
{
  g_autoptr (TrioDoc) doc = trio_doc_new ();
  g_autoptr (GBytes) image = g_bytes_new_static ("png", 3);
  TrioBlock *meta = trio_block_new_meta (TRIO_META_LINES);
  TrioBlock *table = trio_block_new_table (trio_inlines_new_text ("Bilag"), 2);
  TrioBlock *figure = trio_block_new_figure (image, "image/png", NULL, 35, 0);
  TrioBlock *decision = trio_block_new_decision (2, "ØK", "2022-12-06", NULL);

  trio_block_add_meta (meta, "Til:", trio_inlines_new_text ("Alle"));
  trio_block_add_head_cell (table, trio_inlines_new_text ("Nr."));
  trio_block_add_head_cell (table, trio_inlines_new_text ("Titel"));
  trio_block_add_row (table);
  trio_block_add_cell (table, trio_inlines_new_text ("1"));
  trio_block_set_caption (figure, trio_inlines_new_text ("Figur"));
  trio_block_append (decision, trio_block_new_para (TRIO_PARA_NORMAL, NULL));
  trio_doc_append (doc, trio_block_new_title (trio_inlines_new_text ("T")));
  trio_doc_append (doc, meta);
  trio_doc_append (doc, table);
  trio_doc_append (doc, figure);
  trio_doc_append (doc, decision);
  trio_doc_append (doc, trio_block_new_toc (2, NULL));
  trio_doc_set_logo (doc, image, "image/png", "Logo", 30, TRIO_LOGO_TOP_LEFT);
  trio_doc_set_header (doc, trio_inlines_new_text ("H"), TRUE);
  trio_doc_set_footer (doc, trio_inlines_new_text ("F"));

  g_assert_cmpstr (((TrioMetaField *)meta->meta.fields->pdata[0])->label, ==, "Til");
  g_assert_true (figure->figure.decorative);
  g_assert_cmpuint (trio_doc_get_length (doc), ==, 6);
  g_assert_cmpuint (trio_block_get_blocks (decision)->len, ==, 1);
  g_assert_null (trio_block_get_inlines (meta));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/doc/inlines", test_inlines);
  g_test_add_func ("/doc/labels", test_labels);
  g_test_add_func ("/doc/walks", test_walks);
  g_test_add_func ("/doc/fields", test_fields);
  g_test_add_func ("/doc/blocks", test_blocks);

  return g_test_run ();
}
