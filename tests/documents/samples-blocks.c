/* samples-blocks.c: sample trees with every kind of block, and with hostile text. */
#include <string.h>

#include "samples.h"

static const char *const photo
    = "/9j/4AAQSkZJRgABAQAAAQABAAD/2wBDABQODxIPDRQSEBIXFRQYHjIhHhwcHj0sLiQySUBMS0dA"
      "RkVQWnNiUFVtVkVGZIhlbXd7gYKBTmCNl4x9lnN+gXz/2wBDARUXFx4aHjshITt8U0ZTfHx8fHx8"
      "fHx8fHx8fHx8fHx8fHx8fHx8fHx8fHx8fHx8fHx8fHx8fHx8fHx8fHx8fHz/wAARCAAQABgDASIA"
      "AhEBAxEB/8QAFgABAQEAAAAAAAAAAAAAAAAAAAYF/8QAFhABAQEAAAAAAAAAAAAAAAAAABVi/8QA"
      "FgEBAQEAAAAAAAAAAAAAAAAAAAIE/8QAFhEBAQEAAAAAAAAAAAAAAAAAABET/9oADAMBAAIRAxEA"
      "PwDImZJmVnMyTMtm6YjJmRZzMhuR/9k=";

static const char *const drawing
    = "<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 60 20'><rect width='60' height='20' "
      "fill='#335577'/></svg>";

static TrioInlines *
text (const char *value)
{
  return trio_inlines_new_text (value);
}

static void
append_para (TrioDoc *doc, TrioParaStyle style, const char *value)
{
  trio_doc_append (doc, trio_block_new_para (style, text (value)));
}

static void
append_numbered (TrioDoc *doc, guint level, TrioNumberStyle style, guint number, const char *value)
{
  TrioBlock *heading = trio_block_new_heading (level, text (value));

  trio_block_set_number (heading, style, number);
  trio_doc_append (doc, heading);
}

static TrioList *
make_list (TrioListKind kind, guint start, const char *const *items)
{
  TrioList *list = trio_list_new (kind);

  trio_list_set_start (list, start);
  trio_list_set_tight (list, TRUE);
  for (guint i = 0; items[i] != NULL; i++)
    trio_list_add_text (list, items[i]);
  return list;
}

static void
append_lists (TrioDoc *doc)
{
  static const char *const three[] = { "Første", "Anden", "Tredje", NULL };
  static const char *const two[] = { "Alfa", "Beta", NULL };
  TrioList *outer, *middle, *inner, *letters, *deep = NULL;

  trio_doc_append (doc, trio_block_new_heading (1, text ("Lister")));
  trio_doc_append (doc, trio_block_new_list (make_list (TRIO_LIST_DOT, 1, three)));
  append_para (doc, TRIO_PARA_NORMAL, "Den næste liste begynder forfra:");
  trio_doc_append (doc, trio_block_new_list (make_list (TRIO_LIST_DOT, 1, two)));
  append_para (doc, TRIO_PARA_NORMAL, "Og denne ved fem:");
  trio_doc_append (doc, trio_block_new_list (make_list (TRIO_LIST_PAREN, 5, two)));
  trio_doc_append (doc, trio_block_new_list (make_list (TRIO_LIST_LETTER, 1, three)));

  outer = make_list (TRIO_LIST_DOT, 1, three);
  for (guint i = 0; i < 2; i++)
    {
      middle = make_list (TRIO_LIST_LETTER, 1, two);
      inner = make_list (TRIO_LIST_BULLET, 1, two);
      trio_list_item_set_nested (middle->items->pdata[i], inner);
      trio_list_item_set_nested (outer->items->pdata[i], middle);
    }
  trio_doc_append (doc, trio_block_new_list (outer));

  for (guint level = 0; level < 11; level++)
    {
      TrioList *list = make_list (level % 3 == 2 ? TRIO_LIST_DOT : TRIO_LIST_BULLET, 1, two);

      trio_list_set_tight (list, FALSE);
      if (deep != NULL)
        trio_list_item_set_nested (list->items->pdata[0], deep);
      deep = list;
    }
  /* After "z)" every program goes on with "aa)", "bb)". */
  letters = trio_list_new (TRIO_LIST_LETTER);
  trio_list_set_tight (letters, TRUE);
  for (guint i = 0; i < 54; i++)
    trio_list_add_text (letters, "Bogstav");
  append_para (doc, TRIO_PARA_NORMAL, "Langt:");
  trio_doc_append (doc, trio_block_new_list (letters));
  append_para (doc, TRIO_PARA_NORMAL, "Dybt:");
  trio_doc_append (doc, trio_block_new_list (deep));
}

static void
append_tables (TrioDoc *doc)
{
  TrioBlock *meta = trio_block_new_meta (TRIO_META_TABLE);

  trio_block_add_meta (meta, "Til", text ("Økonomiudvalget"));
  trio_block_add_meta (meta, "Sagsbehandler", text ("Personaleafdelingen\nRådhuset"));
  trio_doc_append (doc, meta);

  for (guint i = 0; i < 3; i++)
    {
      TrioBlock *table = trio_block_new_table (i < 2 ? text ("Bilag til sagen") : NULL, 3);

      if (i != 1)
        {
          trio_block_add_head_cell (table, text ("Nr."));
          trio_block_add_head_cell (table, text ("Titel"));
          trio_block_add_head_cell (table, text ("Journal"));
        }
      for (guint row = 0; row < 3; row++)
        {
          trio_block_add_row (table);
          trio_block_add_cell (table, text (row == 0 ? "1" : row == 1 ? "2" : "3"));
          trio_block_add_cell (table,
                               text (row == 2 ? "" : "Referat af mødet i hovedudvalget.pdf"));
          trio_block_add_cell (table, text ("(123456/22) (H)"));
        }
      if (i == 1)
        trio_block_set_starts_page (table, TRUE);
      trio_doc_append (doc, table);
    }
}

static void
append_figures (TrioDoc *doc)
{
  gsize length = 0;
  guchar *data = g_base64_decode (photo, &length);
  g_autoptr (GBytes) jpeg = g_bytes_new_take (data, length);
  g_autoptr (GBytes) svg = g_bytes_new_static (drawing, strlen (drawing));
  TrioBlock *figure = trio_block_new_figure (jpeg, "image/jpeg", "Et hus \"med\" <tag>", 60, 40);

  trio_block_set_caption (figure, text ("Figur 1: Rådhuset"));
  trio_doc_append (doc, figure);
  trio_doc_append (doc, trio_block_new_figure (jpeg, "image/jpeg", NULL, 500, 0));
  trio_doc_append (doc, trio_block_new_figure (svg, "image/svg+xml", "Et blåt felt", 40, 0));
}

static void
append_box (TrioDoc *doc)
{
  static const char *const two[] = { "Punkt i boksen", "Et til", NULL };
  TrioBlock *box = trio_block_new_box (2, text ("Læs mere"));

  trio_block_append (box, trio_block_new_para (TRIO_PARA_NORMAL, text ("Om samarbejde i MED.")));
  trio_block_append (box, trio_block_new_list (make_list (TRIO_LIST_BULLET, 1, two)));
  trio_doc_append (doc, box);
}

static void
append_inlines (TrioDoc *doc)
{
  TrioInlines *inlines = text ("Almindelig, ");

  trio_inlines_add_strong (inlines, "vigtig");
  trio_inlines_add_text (inlines, " og ");
  trio_inlines_add_emphasis (inlines, "betonet");
  trio_inlines_add_text (inlines, " tekst med ");
  trio_inlines_add_link (inlines, "et link", "https://example.org/sti/100%/?a=1&b=å#x");
  trio_inlines_add_text (inlines, ", ");
  trio_inlines_add_link (inlines, "det samme igen", "https://example.org/sti/100%/?a=1&b=å#x");
  trio_inlines_add_text (inlines, ", ");
  trio_inlines_add_link (inlines, "post", "mailto:med@example.org");
  trio_inlines_add_text (inlines, ", ");
  trio_inlines_add_link (inlines, "æøå", "http://rødgrød.example/100%25");
  trio_inlines_add_text (inlines, " og ");
  trio_inlines_add_link (inlines, "en skæv adresse", "http://[::1");
  trio_inlines_add_line_break (inlines);
  trio_inlines_add_text (inlines, "på to linjer.");
  trio_doc_append (doc, trio_block_new_para (TRIO_PARA_NORMAL, inlines));
}

TrioDoc *
sample_everything (void)
{
  TrioDoc *doc = sample_notat ("da", 2, TRUE);
  TrioBlock *decision
      = trio_block_new_decision (2, "ØK", "2022-12-06",
                                 text ("Beslutning i Økonomiudvalget den 06-12-2022"));
  TrioBlock *toc = trio_block_new_toc (2, text ("Indhold"));

  trio_doc_set (doc, TRIO_DOC_AUTHOR, "Personaleafdelingen");
  trio_doc_set (doc, TRIO_DOC_KEYWORDS, "MED, trivsel");
  trio_doc_set (doc, TRIO_DOC_DOCUMENT_NUMBER, "142448/22");
  trio_doc_set (doc, TRIO_DOC_CLASSIFICATION, "open");
  trio_block_set_starts_page (toc, TRUE);
  trio_doc_append (doc, toc);
  append_para (doc, TRIO_PARA_LEAD, "En indledning.");
  append_para (doc, TRIO_PARA_QUOTE, "»Det bedste ved dagen var pauserne.«");
  append_para (doc, TRIO_PARA_SMALL, "Småt.");
  append_para (doc, TRIO_PARA_LABEL, "Vores fælles retning:");
  append_inlines (doc);
  append_lists (doc);
  for (guint i = 1; i <= 4; i++)
    {
      g_autofree char *name = g_strdup_printf ("Niveau %u", i);

      append_numbered (doc, i, TRIO_NUMBER_DOT, i, name);
      append_numbered (doc, i, TRIO_NUMBER_DOT, i + 1, name);
      append_numbered (doc, i, TRIO_NUMBER_PAREN, i + 2, name);
    }
  append_tables (doc);
  append_para (doc, TRIO_PARA_NORMAL, "Efter tabellen.");
  append_figures (doc);
  append_box (doc);
  trio_block_append (decision, trio_block_new_para (TRIO_PARA_NORMAL, text ("Tiltrådt.")));
  trio_doc_append (doc, decision);
  append_tables (doc);
  return doc;
}

TrioDoc *
sample_case (void)
{
  TrioDoc *doc = trio_doc_new ();
  TrioBlock *theme;

  trio_doc_set (doc, TRIO_DOC_TITLE, "Sag");
  trio_doc_append (doc, trio_block_new_title (text ("Godt arbejde - temadag")));
  trio_doc_append (doc, trio_block_new_heading (1, text ("Sagsfremstilling")));
  append_numbered (doc, 2, TRIO_NUMBER_PAREN, 1, "Blik for borgeren");
  append_para (doc, TRIO_PARA_NORMAL, "Vi vil.");
  append_numbered (doc, 2, TRIO_NUMBER_PAREN, 2, "Digitale muligheder");
  append_para (doc, TRIO_PARA_NORMAL, "Vi skal.");
  append_numbered (doc, 2, TRIO_NUMBER_PAREN, 4, "Uden nummer tre");
  theme = trio_block_new_heading (2, text ("BLIK FOR BORGEREN"));
  trio_block_set_literal (theme, "TEMA 1:");
  trio_doc_append (doc, theme);
  append_para (doc, TRIO_PARA_NORMAL, "Med ord foran.");
  trio_doc_append (doc, trio_block_new_heading (1, text ("Indstilling")));
  append_numbered (doc, 2, TRIO_NUMBER_PAREN, 1, "Forfra");
  append_tables (doc);
  return doc;
}

TrioDoc *
sample_hostile (void)
{
  static const char *const words[] = {
    "Styretegn \001\002\010\013\037 midt i",
    "Brudt UTF-8: \xff\xfe \xc3( slut",
    "]]> & < > \" ' &amp; &#0; <w:p/>",
    "Række\r\nskift\rog \xe2\x80\xa8 linje\ttabulator",
    "👩‍👩‍👧 Emoji og 🇩🇰",
    "عربي مع English وأرقام 123",
    "=cmd|' /C calc'!A0",
    "# * _ [x](y) `kode` 1. - + > \\",
    "{title} {{ }} %s %n ${x}",
    "Ikke-tegn \xef\xbf\xbe\xef\xbf\xbf her",
    "   mellemrum   i   enderne   ",
    NULL,
  };
  TrioDoc *doc = sample_notat ("da", 1, FALSE);
  TrioList *list = trio_list_new (TRIO_LIST_DOT);
  TrioBlock *table = trio_block_new_table (text (words[2]), 2);
  g_autoptr (GString) endless = g_string_new (NULL);

  for (guint i = 0; i < 2000; i++)
    g_string_append (endless, "lang ");
  trio_doc_set (doc, TRIO_DOC_TITLE, "A & <B> \001 \xff");
  trio_doc_set (doc, TRIO_DOC_CASE_NUMBER, "1 & 2 <\002>");
  trio_doc_set (doc, TRIO_DOC_CREATED, "i går");
  trio_doc_set (doc, TRIO_DOC_ORGANISATION, "R&D \"<>\"");
  for (guint i = 0; words[i] != NULL; i++)
    {
      trio_list_add_text (list, words[i]);
      append_para (doc, TRIO_PARA_NORMAL, words[i]);
      trio_doc_append (doc, trio_block_new_heading (3, text (words[i])));
      trio_block_add_row (table);
      trio_block_add_cell (table, text (words[i]));
      trio_block_add_cell (table, text (words[i]));
    }
  trio_list_add_text (list, endless->str);
  trio_doc_append (doc, trio_block_new_list (list));
  trio_doc_append (doc, table);
  return doc;
}
