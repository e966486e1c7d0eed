/* doc-fixtures.c: documents in the shape of the official note, and their rows.
 *
 * A row is one block in words: "h1 1. Theme", "p text", "i1 • text" for an item of a list of
 * depth 1. White space is squeezed, because a text format wraps lines.
 */
#include "doc-fixtures.h"

#include <string.h>

#define N_THEMES 4

const char hostile_text[]
    = "]]> & &amp; <b>\"citat\"</b> 'x' \001\002\033[0m \377\300\200 =cmd|' /C calc'!A0 "
      "*stjerne* _streg_ `kode` # 1. [link](http://example.org) ![b](x) \\ | ~~nej~~ "
      "{title} {{x}} $x$ <!-- --> \r\nlinje to\342\200\250- linje tre\n1) fire\n"
      "> fem\n===\n---\n\tseks\n    syv\n+ otte\n# ni\n\n\nti "
      "😀 👩‍👩‍👧 مرحبا بالعالم \342\200\256omvendt\342\200\254 "
      "op\302\255gave \357\277\277 \357\273\277 ÆØÅ ”–…";

static const char *const titles[N_THEMES] = { "Blik for borgeren", "Digitale muligheder",
                                              "En attraktiv arbejdsplads", "En stærk fortælling" };

static const char *const wordings[] = {
  "Mere tid til mødet med borgeren – og færre skemaer",
  "Hvem ringer tilbage?",
  "Skab ro om opgaven. Sig til, når der er travlt",
  "Arbejdsmiljørepræsentanter/tillidsrepræsentanter skal med fra starten (også i projekter), så "
  "erfaringerne ikke først bliver spurgt om, når alt er besluttet",
  "”Vi plejer” er ikke et svar",
  "Første linje\nAnden linje",
};

static TrioInlines *
text (const char *words)
{
  return trio_inlines_new_text (words);
}

static void
add_para (TrioDoc *doc, TrioParaStyle style, const char *words)
{
  trio_doc_append (doc, trio_block_new_para (style, text (words)));
}

static TrioList *
make_notes (guint station, guint n_notes)
{
  TrioList *list = trio_list_new (TRIO_LIST_BULLET);

  for (guint i = station; i < n_notes; i += N_THEMES)
    {
      g_autofree char *id = g_strdup_printf ("note-%u", i);
      TrioListItem *item = trio_list_add_text (list, wordings[i % G_N_ELEMENTS (wordings)]);

      trio_list_item_set_note (item, trio_note_ref_new (id, station + 1, titles[station]));
    }
  return list;
}

static void
add_station (TrioDoc *doc, guint station, guint n_notes, gboolean grouped)
{
  g_autofree char *literal = g_strdup_printf ("STATION %u:", station + 1);
  TrioBlock *heading = trio_block_new_heading (2, text (titles[station]));
  TrioList *list = make_notes (station, n_notes);

  trio_block_set_literal (heading, literal);
  trio_doc_append (doc, heading);
  if (trio_list_get_length (list) == 0)
    {
      trio_list_free (list);
      add_para (doc, TRIO_PARA_SMALL, "Ingen input.");
    }
  else if (grouped)
    trio_doc_append (doc, trio_block_new_cluster (3, text ("Tid & ro"), list));
  else
    trio_doc_append (doc, trio_block_new_list (list));
}

/* Makes a note with themes, an appendix, lists in lists, a box and a decision. */
TrioDoc *
make_notat (const char *lang, guint n_notes, gboolean grouped)
{
  TrioDoc *doc = trio_doc_new ();
  TrioBlock *meta = trio_block_new_meta (TRIO_META_LINES);
  TrioBlock *box = trio_block_new_box (2, text ("Læs mere"));
  TrioBlock *decision
      = trio_block_new_decision (2, "ØK", "2022-12-06",
                                 text ("Beslutning i Økonomiudvalget den 06-12-2022"));
  TrioList *themes = trio_list_new (TRIO_LIST_DOT);
  TrioList *inner = trio_list_new (TRIO_LIST_BULLET);
  TrioList *steps = trio_list_new (TRIO_LIST_PAREN);
  TrioBlock *appendix;

  trio_doc_set (doc, TRIO_DOC_LANG, lang);
  trio_doc_set (doc, TRIO_DOC_TITLE, "Notat: Fire temaer");
  trio_doc_append (doc,
                   trio_block_new_title (text ("Notat: Fire temaer om fremtidens fællesskaber")));
  trio_block_add_meta (meta, "Til", text ("Hovedudvalget"));
  trio_block_add_meta (meta, "Dato", text ("6.\302\240oktober 2022"));
  trio_doc_append (doc, meta);
  add_para (doc, TRIO_PARA_LEAD,
            "Hovedudvalget samlede ledere og repræsentanter til en dag om det arbejde, som vi "
            "løser sammen, og som ændrer sig i disse år.");
  add_para (doc, TRIO_PARA_NORMAL, "Der blev arbejdet med fire centrale temaer:");
  for (guint i = 0; i < N_THEMES; i++)
    {
      g_autofree char *line = g_strconcat (titles[i], ": undertitel, den ene og den anden", NULL);

      trio_list_add_text (themes, line);
    }
  trio_list_add_text (inner, "Et underpunkt");
  trio_list_add_text (inner,
                      "Endnu et underpunkt, som er så langt, at det ikke kan stå på én linje "
                      "i en tekst");
  trio_list_item_set_nested (themes->items->pdata[1], inner);
  trio_doc_append (doc, trio_block_new_list (themes));
  trio_list_set_start (steps, 9);
  trio_list_add_text (steps, "niende skridt");
  trio_list_add_text (steps, "tiende skridt");
  trio_doc_append (doc, trio_block_new_list (steps));
  for (guint i = 0; i < N_THEMES; i++)
    {
      TrioBlock *heading = trio_block_new_heading (1, text (titles[i]));

      trio_block_set_number (heading, i == 3 ? TRIO_NUMBER_PAREN : TRIO_NUMBER_DOT, i + 1);
      trio_doc_append (doc, heading);
      add_para (doc, i == 2 ? TRIO_PARA_QUOTE : TRIO_PARA_NORMAL,
                "Vi skal give hinanden plads, og vi vil sige det højt, når det lykkes.");
    }
  add_para (doc, TRIO_PARA_LABEL, "Vores fælles retning:");
  trio_block_append (box, trio_block_new_para (TRIO_PARA_NORMAL, text ("Se bilaget.")));
  trio_doc_append (doc, box);
  trio_block_append (decision, trio_block_new_para (TRIO_PARA_NORMAL, text ("Godkendt.")));
  trio_doc_append (doc, decision);
  appendix = trio_block_new_heading (1, text ("Bilag: Input fra stationerne"));
  trio_block_set_appendix (appendix, TRUE);
  trio_block_set_starts_page (appendix, TRUE);
  trio_doc_append (doc, appendix);
  for (guint i = 0; i < N_THEMES; i++)
    add_station (doc, i, n_notes, grouped);
  return doc;
}

/* Makes a document with the hostile text in every place that takes text. */
TrioDoc *
make_hostile (void)
{
  g_autofree char *filler = g_strnfill (10000, 'x');
  TrioDoc *doc = trio_doc_new ();
  TrioBlock *meta = trio_block_new_meta (TRIO_META_LINES);
  TrioBlock *box = trio_block_new_box (2, text (hostile_text));
  TrioBlock *heading = trio_block_new_heading (1, text (hostile_text));
  TrioList *list = trio_list_new (TRIO_LIST_BULLET);
  TrioList *numbers = trio_list_new (TRIO_LIST_DOT);
  TrioInlines *mixed = text ("Før ");
  TrioNoteRef *note = trio_note_ref_new (hostile_text, 1, hostile_text);

  for (guint i = 0; i < TRIO_DOC_N_FIELDS; i++)
    if (i != TRIO_DOC_LANG && i != TRIO_DOC_CREATED)
      trio_doc_set (doc, (TrioDocField)i, hostile_text);
  for (guint i = 0; i < 10000; i += 7)
    filler[i] = ' ';
  trio_doc_append (doc, trio_block_new_title (text (hostile_text)));
  trio_block_add_meta (meta, "Til", text (hostile_text));
  trio_doc_append (doc, meta);
  trio_block_set_literal (heading, "1. *A* <");
  trio_doc_append (doc, heading);
  add_para (doc, TRIO_PARA_NORMAL, hostile_text);
  add_para (doc, TRIO_PARA_QUOTE, hostile_text);
  add_para (doc, TRIO_PARA_LABEL, hostile_text);
  trio_inlines_add_strong (mixed, "fed*");
  trio_inlines_add_text (mixed, "og");
  trio_inlines_add_emphasis (mixed, " skrå_ ");
  trio_inlines_add_link (mixed, "l[i]nk", "https://example.org/?a=1&b=(2)");
  trio_inlines_add_link (mixed, "skidt", "javascript:alert(1)");
  trio_doc_append (doc, trio_block_new_para (TRIO_PARA_NORMAL, mixed));

  note->cluster = g_strdup (hostile_text);
  trio_list_item_set_note (trio_list_add_text (list, hostile_text), note);
  trio_list_item_set_note (trio_list_add_text (list, filler), trio_note_ref_new ("b", 1, "S"));
  trio_list_item_set_note (trio_list_add_text (list, "- streg"), trio_note_ref_new ("c", 1, "S"));
  trio_list_item_set_note (trio_list_add_text (list, "=1+1"), trio_note_ref_new ("d", 1, "S"));
  trio_list_item_set_note (trio_list_add_text (list, ""), trio_note_ref_new ("e", 1, "S"));
  trio_list_item_set_note (trio_list_add_text (list, "{"), trio_note_ref_new ("f", 1, "S"));
  trio_doc_append (doc, trio_block_new_list (list));
  trio_list_add_text (numbers, "1. nummer");
  trio_list_add_text (numbers, hostile_text);
  trio_doc_append (doc, trio_block_new_list (numbers));
  trio_block_append (box, trio_block_new_para (TRIO_PARA_NORMAL, text (hostile_text)));
  trio_doc_append (doc, box);
  return doc;
}

/* One space for any white space, and none at the ends. */
char *
squeeze (const char *words)
{
  g_auto (GStrv) parts = g_strsplit_set (words, " \n", -1);
  GString *out = g_string_new (NULL);

  for (guint i = 0; parts[i] != NULL; i++)
    if (*parts[i] != '\0')
      g_string_append_printf (out, "%s%s", out->len > 0 ? " " : "", parts[i]);
  return g_string_free (out, FALSE);
}

static void
add_row (GPtrArray *rows, const char *kind, const char *label, const TrioInlines *inlines)
{
  g_autofree char *words = trio_inlines_dup_text (inlines);
  g_autofree char *whole = g_strjoin (" ", kind, label != NULL ? label : "", words, NULL);

  g_ptr_array_add (rows, squeeze (whole));
}

static void
add_list_rows (GPtrArray *rows, const TrioList *list, guint depth)
{
  g_autofree char *kind = g_strdup_printf ("i%u", depth);

  for (guint i = 0; i < trio_list_get_length (list); i++)
    {
      const TrioListItem *item = trio_list_get_item (list, i);
      g_autofree char *label = trio_list_dup_label (list, i);

      add_row (rows, kind, label != NULL ? label : "•", item->inlines);
      add_list_rows (rows, item->nested, depth + 1);
    }
}

static void
add_block_rows_cb (const TrioBlock *block, gpointer user_data)
{
  GPtrArray *rows = user_data;
  g_autofree char *label = trio_block_dup_label (block);
  g_autofree char *kind = g_strdup_printf ("h%u", trio_block_get_level (block));
  GString *fields;

  switch (block->kind)
    {
    case TRIO_BLOCK_META:
      fields = g_string_new ("p");
      for (guint i = 0; i < block->meta.fields->len; i++)
        {
          const TrioMetaField *field = block->meta.fields->pdata[i];
          g_autofree char *value = trio_inlines_dup_text (field->value);

          g_string_append_printf (fields, " %s: %s", field->label, value);
        }
      g_ptr_array_add (rows, squeeze (fields->str));
      g_string_free (fields, TRUE);
      break;
    case TRIO_BLOCK_PARA:
      add_row (rows, "p", NULL, block->para.inlines);
      break;
    case TRIO_BLOCK_LIST:
      add_list_rows (rows, block->list, 1);
      break;
    case TRIO_BLOCK_CLUSTER:
      add_row (rows, kind, NULL, block->cluster.title);
      add_list_rows (rows, block->cluster.list, 1);
      break;
    case TRIO_BLOCK_TITLE:
    case TRIO_BLOCK_HEADING:
    case TRIO_BLOCK_BOX:
    case TRIO_BLOCK_DECISION:
      add_row (rows, kind, label, trio_block_get_inlines (block));
      break;
    case TRIO_BLOCK_TABLE:
    case TRIO_BLOCK_FIGURE:
    case TRIO_BLOCK_TOC:
    default:
      g_assert_not_reached ();
    }
}

/* What a reader of any format should find. */
GPtrArray *
list_rows (const TrioDoc *doc)
{
  GPtrArray *rows = g_ptr_array_new_with_free_func (g_free);

  trio_doc_foreach_block (doc, add_block_rows_cb, rows);
  return rows;
}

void
assert_rows (GPtrArray *got, GPtrArray *expected)
{
  for (guint i = 0; i < MIN (got->len, expected->len); i++)
    {
      if (g_strcmp0 (got->pdata[i], expected->pdata[i]) != 0)
        g_test_message ("row %u differs", i);
      g_assert_cmpstr (got->pdata[i], ==, expected->pdata[i]);
    }
  g_assert_cmpuint (got->len, ==, expected->len);
}
