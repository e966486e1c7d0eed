/* samples-describe.c: what a reader of any format must find in a tree, as JSON.
 *
 * One object for each paragraph, field, item, table and picture, in reading order. This walk
 * is independent of the writers on purpose.
 */
#include <string.h>

#include "samples.h"

static const char *const list_kinds[] = { "bullet", "1.", "1)", "a)" };
static const char *const para_styles[] = { "normal", "lead", "small", "quote", "label" };

static void
append_string (GString *json, const char *value)
{
  if (value == NULL)
    {
      g_string_append (json, "null");
      return;
    }
  g_string_append_c (json, '"');
  for (const char *p = value; *p != '\0'; p++)
    if (*p == '"' || *p == '\\')
      g_string_append_printf (json, "\\%c", *p);
    else if ((guchar)*p < 0x20)
      g_string_append_printf (json, "\\u%04x", (guint)*p);
    else
      g_string_append_c (json, *p);
  g_string_append_c (json, '"');
}

static void
append_member (GString *json, const char *name, const char *value)
{
  g_string_append_printf (json, ", \"%s\": ", name);
  append_string (json, value);
}

static void
append_inlines (GString *json, const char *name, const TrioInlines *inlines)
{
  g_autofree char *text = inlines != NULL ? trio_inlines_dup_text (inlines) : NULL;

  append_member (json, name, text);
}

static void
start (GString *json, const char *kind)
{
  g_string_append_printf (json, "%s{\"kind\": \"%s\"", json->len > 1 ? ",\n " : "\n ", kind);
}

static void
describe_list (GString *json, const TrioList *list, guint level)
{
  for (guint i = 0; i < trio_list_get_length (list); i++)
    {
      const TrioListItem *item = trio_list_get_item (list, i);
      g_autofree char *label = trio_list_dup_label (list, i);

      start (json, "item");
      g_string_append_printf (json, ", \"level\": %u", level);
      append_member (json, "list", list_kinds[list->kind]);
      append_member (json, "label", label);
      append_inlines (json, "text", item->inlines);
      g_string_append_c (json, '}');
      if (item->nested != NULL)
        describe_list (json, item->nested, level + 1);
    }
}

static void
describe_row (GString *json, const GPtrArray *row)
{
  g_string_append_c (json, '[');
  for (guint i = 0; i < row->len; i++)
    {
      g_autofree char *text = trio_inlines_dup_text (row->pdata[i]);

      if (i > 0)
        g_string_append (json, ", ");
      append_string (json, text);
    }
  g_string_append_c (json, ']');
}

static void
describe_table (GString *json, const TrioBlock *block)
{
  start (json, "table");
  append_inlines (json, "caption", block->table.caption);
  g_string_append (json, ", \"head\": ");
  describe_row (json, block->table.head);
  g_string_append (json, ", \"rows\": [");
  for (guint i = 0; i < block->table.rows->len; i++)
    {
      if (i > 0)
        g_string_append (json, ", ");
      describe_row (json, block->table.rows->pdata[i]);
    }
  g_string_append (json, "]}");
}

static void
describe_fields (GString *json, const TrioBlock *block)
{
  for (guint i = 0; i < block->meta.fields->len; i++)
    {
      const TrioMetaField *field = block->meta.fields->pdata[i];

      start (json, "field");
      append_member (json, "layout", block->meta.layout == TRIO_META_TABLE ? "table" : "lines");
      append_member (json, "label", field->label);
      append_inlines (json, "text", field->value);
      g_string_append_c (json, '}');
    }
}

static void
describe_heading (GString *json, const TrioBlock *block)
{
  g_autofree char *label = trio_block_dup_label (block);
  gboolean is_live
      = block->kind == TRIO_BLOCK_HEADING
        && (block->heading.style == TRIO_NUMBER_DOT || block->heading.style == TRIO_NUMBER_PAREN);

  start (json, "heading");
  g_string_append_printf (json, ", \"level\": %u, \"live\": %s, \"page\": %s",
                          trio_block_get_level (block), is_live ? "true" : "false",
                          block->starts_page ? "true" : "false");
  append_member (json, "anchor", block->anchor);
  append_member (json, "label", label);
  append_inlines (json, "text", trio_block_get_inlines (block));
  g_string_append_c (json, '}');
}

static void
describe_toc (GString *json, const TrioDoc *doc, const TrioBlock *block)
{
  g_autoptr (GPtrArray) headings = trio_doc_list_headings (doc, block->toc.depth);

  start (json, "toc");
  append_inlines (json, "text", block->toc.title);
  g_string_append (json, ", \"entries\": [");
  for (guint i = 0; i < headings->len; i++)
    {
      g_autofree char *label = trio_block_dup_label (headings->pdata[i]);
      g_autofree char *text = trio_inlines_dup_text (trio_block_get_inlines (headings->pdata[i]));
      g_autofree char *entry
          = label != NULL ? g_strconcat (label, " ", text, NULL) : g_strdup (text);

      if (i > 0)
        g_string_append (json, ", ");
      append_string (json, entry);
    }
  g_string_append (json, "]}");
}

static void
describe_block (GString *json, const TrioDoc *doc, const TrioBlock *block)
{
  const GPtrArray *inner = trio_block_get_blocks (block);

  switch (block->kind)
    {
    case TRIO_BLOCK_TITLE:
      start (json, "title");
      append_inlines (json, "text", block->title.inlines);
      g_string_append_c (json, '}');
      break;
    case TRIO_BLOCK_PARA:
      start (json, "para");
      append_member (json, "style", para_styles[block->para.style]);
      append_inlines (json, "text", block->para.inlines);
      g_string_append_c (json, '}');
      break;
    case TRIO_BLOCK_META:
      describe_fields (json, block);
      break;
    case TRIO_BLOCK_LIST:
      describe_list (json, block->list, 0);
      break;
    case TRIO_BLOCK_TABLE:
      describe_table (json, block);
      break;
    case TRIO_BLOCK_FIGURE:
      start (json, "figure");
      append_member (json, "alt", block->figure.decorative ? NULL : block->figure.alt);
      append_inlines (json, "caption", block->figure.caption);
      g_string_append_c (json, '}');
      break;
    case TRIO_BLOCK_TOC:
      describe_toc (json, doc, block);
      break;
    case TRIO_BLOCK_HEADING:
    case TRIO_BLOCK_CLUSTER:
    case TRIO_BLOCK_BOX:
    case TRIO_BLOCK_DECISION:
      describe_heading (json, block);
      if (block->kind == TRIO_BLOCK_CLUSTER)
        describe_list (json, block->cluster.list, 0);
      break;
    }
  for (guint i = 0; inner != NULL && i < inner->len; i++)
    describe_block (json, doc, inner->pdata[i]);
}

/* What stands in the document, as a JSON array. */
char *
describe_document (const TrioDoc *doc)
{
  GString *json = g_string_new ("[");
  const GPtrArray *blocks = trio_doc_get_blocks (doc);

  for (guint i = 0; i < blocks->len; i++)
    describe_block (json, doc, blocks->pdata[i]);
  g_string_append (json, "\n]\n");
  return g_string_free (json, FALSE);
}

static void
describe_note (GString *json, const TrioListItem *item)
{
  const TrioNoteRef *note = item->note;
  g_autofree char *text = trio_inlines_dup_text (item->inlines);

  g_string_append_printf (json, "%s[%u, ", json->len > 1 ? ",\n " : "\n ", note->station_number);
  append_string (json, note->station);
  g_string_append (json, ", ");
  append_string (json, note->cluster != NULL ? note->cluster : "");
  g_string_append (json, ", ");
  append_string (json, note->text != NULL ? note->text : text);
  g_string_append_printf (json, ", %u]", note->votes);
}

static void
describe_notes_of_list (GString *json, const TrioList *list)
{
  for (guint i = 0; list != NULL && i < trio_list_get_length (list); i++)
    {
      const TrioListItem *item = trio_list_get_item (list, i);

      if (item->note != NULL)
        describe_note (json, item);
      describe_notes_of_list (json, item->nested);
    }
}

static void
describe_notes_of_blocks (GString *json, const GPtrArray *blocks)
{
  for (guint i = 0; blocks != NULL && i < blocks->len; i++)
    {
      const TrioBlock *block = blocks->pdata[i];

      if (block->kind == TRIO_BLOCK_LIST)
        describe_notes_of_list (json, block->list);
      else if (block->kind == TRIO_BLOCK_CLUSTER)
        describe_notes_of_list (json, block->cluster.list);
      else
        describe_notes_of_blocks (json, trio_block_get_blocks (block));
    }
}

/* The inputs that a document prints, as a JSON array of number and title of the station,
 * cluster, words and votes. */
char *
describe_notes (const TrioDoc *doc)
{
  GString *json = g_string_new ("[");

  describe_notes_of_blocks (json, trio_doc_get_blocks (doc));
  g_string_append (json, "\n]\n");
  return g_string_free (json, FALSE);
}
