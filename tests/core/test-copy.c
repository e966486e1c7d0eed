/* test-copy.c: what goes on the clipboard: every block to the letter, and nothing active. */
#include <libxml/HTMLparser.h>
#include <string.h>

#include "../documents/samples.h"
#include "document/writers/trio-writer.h"

static TrioInlines *
text (const char *words)
{
  return trio_inlines_new_text (words);
}

/* Takes over a block, copies a document of it alone and compares. */
static void
assert_copied (TrioBlock *block, const char *html, const char *plain)
{
  g_autoptr (TrioDoc) doc = trio_doc_new ();
  g_autofree char *whole = g_strconcat ("<div lang=\"da\">\n", html, "</div>\n", NULL);
  g_autofree char *got_html = NULL;
  g_autofree char *got_plain = NULL;

  trio_doc_append (doc, block);
  got_html = trio_writer_copy_html (doc);
  got_plain = trio_writer_copy_text (doc);
  g_assert_cmpstr (got_html, ==, whole);
  g_assert_cmpstr (got_plain, ==, plain);
}

static void
test_text (void)
{
  TrioBlock *heading = trio_block_new_heading (1, text ("Blik for <borgeren>"));
  TrioBlock *theme = trio_block_new_heading (2, text ("BLIK FOR BORGEREN"));
  TrioInlines *inlines = text ("Se ");

  trio_block_set_number (heading, TRIO_NUMBER_PAREN, 2);
  assert_copied (heading, "<h1>2) Blik for &lt;borgeren&gt;</h1>\n", "2) Blik for <borgeren>\n");
  trio_block_set_literal (theme, "TEMA 1:");
  assert_copied (theme, "<h2>TEMA 1: BLIK FOR BORGEREN</h2>\n", "TEMA 1: BLIK FOR BORGEREN\n");
  assert_copied (trio_block_new_title (text ("Notat")), "<h1>Notat</h1>\n", "Notat\n");
  assert_copied (trio_block_new_para (TRIO_PARA_LABEL, text ("Vores fælles retning:")),
                 "<p><strong>Vores fælles retning:</strong></p>\n", "Vores fælles retning:\n");
  assert_copied (trio_block_new_para (TRIO_PARA_QUOTE, text ("Ja")),
                 "<blockquote><p>Ja</p></blockquote>\n", "Ja\n");
  assert_copied (trio_block_new_para (TRIO_PARA_NORMAL, text ("")), "", "");

  trio_inlines_add_link (inlines, "siden", "https://example.org/?a=1&b=2");
  trio_inlines_add_text (inlines, "\nog ");
  trio_inlines_add_link (inlines, "ikke her", "javascript:alert(1)");
  trio_inlines_add_strong (inlines, " nu");
  assert_copied (trio_block_new_para (TRIO_PARA_NORMAL, inlines),
                 "<p>Se <a href=\"https://example.org/?a=1&amp;b=2\">siden</a><br>og ikke her"
                 "<strong> nu</strong></p>\n",
                 "Se siden\nog ikke her nu\n");
}

static void
test_lists (void)
{
  TrioList *outer = trio_list_new (TRIO_LIST_DOT);
  TrioList *inner = trio_list_new (TRIO_LIST_BULLET);
  TrioList *letters = trio_list_new (TRIO_LIST_LETTER);

  trio_list_set_start (outer, 3);
  trio_list_add_text (inner, "c");
  trio_list_item_set_nested (trio_list_add_text (outer, "a\nb"), inner);
  trio_list_add_text (outer, "d");
  assert_copied (trio_block_new_list (outer),
                 "<ol start=\"3\">\n<li>a<br>b\n<ul>\n<li>c</li>\n</ul>\n</li>\n<li>d</li>\n"
                 "</ol>\n",
                 "3. a\n   b\n   – c\n4. d\n");
  trio_list_add_text (letters, "x");
  assert_copied (trio_block_new_list (letters), "<ol type=\"a\">\n<li>x</li>\n</ol>\n", "a) x\n");
  assert_copied (trio_block_new_list (trio_list_new (TRIO_LIST_BULLET)), "", "");
}

static void
test_fields_and_tables (void)
{
  TrioBlock *meta = trio_block_new_meta (TRIO_META_LINES);
  TrioBlock *table = trio_block_new_table (text ("Bilag"), 2);

  trio_block_add_meta (meta, "Dato", text ("6. oktober 2022"));
  trio_block_add_meta (meta, "Til", text ("A\nB"));
  assert_copied (meta,
                 "<p><strong>Dato:</strong> 6. oktober 2022<br>\n<strong>Til:</strong> A<br>B"
                 "</p>\n",
                 "Dato: 6. oktober 2022\nTil: A, B\n");

  trio_block_add_head_cell (table, text ("Nr."));
  trio_block_add_head_cell (table, text ("Titel"));
  trio_block_add_row (table);
  trio_block_add_cell (table, text ("1"));
  trio_block_add_cell (table, text ("a\nb"));
  assert_copied (table,
                 "<p><strong>Bilag</strong></p>\n"
                 "<table border=\"1\" cellpadding=\"4\" style=\"border-collapse:collapse\">\n"
                 "<thead>\n<tr><th scope=\"col\">Nr.</th><th scope=\"col\">Titel</th></tr>\n"
                 "</thead>\n<tbody>\n<tr><td>1</td><td>a<br>b</td></tr>\n</tbody>\n</table>\n",
                 "Bilag\n\nNr.\tTitel\n1\ta b\n");
}

static void
assert_harmless (const xmlNode *node)
{
  static const char *const allowed[]
      = { "html",   "body", "div", "h1", "h2",         "h3", "h4",    "h5",    "h6",
          "p",      "br",   "ul",  "ol", "li",         "a",  "table", "thead", "tbody",
          "strong", "em",   "tr",  "th", "blockquote", "td", "img",   NULL };
  static const char *const attributes[] = { "lang",   "href",  "start", "type",        "alt", "src",
                                            "border", "style", "scope", "cellpadding", NULL };

  for (; node != NULL; node = node->next)
    {
      if (node->type != XML_ELEMENT_NODE)
        continue;
      g_assert_true (g_strv_contains (allowed, (const char *)node->name));
      for (const xmlAttr *attribute = node->properties; attribute != NULL;
           attribute = attribute->next)
        g_assert_true (g_strv_contains (attributes, (const char *)attribute->name));
      assert_harmless (node->children);
    }
}

/* Whatever is in the tree: only plain elements come out, and no words get lost. */
static void
test_harmless (void)
{
  for (const Sample *sample = samples; sample->name != NULL; sample++)
    {
      g_autoptr (TrioDoc) doc = sample->make ();
      g_autofree char *html = trio_writer_copy_html (doc);
      g_autofree char *plain = trio_writer_copy_text (doc);
      htmlDocPtr parsed = htmlReadMemory (html, (int)strlen (html), NULL, "UTF-8",
                                          HTML_PARSE_NOERROR | HTML_PARSE_NONET);

      g_test_message ("%s", sample->name);
      g_assert_nonnull (parsed);
      assert_harmless (xmlDocGetRootElement (parsed));
      xmlFreeDoc (parsed);
      g_assert_true (g_utf8_validate (html, -1, NULL) && g_utf8_validate (plain, -1, NULL));
      g_assert_null (strstr (html, "class="));
      g_assert_null (strstr (html, " id="));
      g_assert_false (g_str_has_prefix (plain, "\n"));
      g_assert_null (strstr (plain, "\n\n\n"));
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/copy/text", test_text);
  g_test_add_func ("/copy/lists", test_lists);
  g_test_add_func ("/copy/fields-and-tables", test_fields_and_tables);
  g_test_add_func ("/copy/harmless", test_harmless);
  return g_test_run ();
}
