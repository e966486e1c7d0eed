/* trio-builder.c: walking a template and writing the blocks of a document.
 *
 * Nothing here knows a word of any document: wording and order come from the template, data
 * from the scope. Values are put in once and never read as wording.
 */
#include "config.h"

#include "document/trio-builder.h"

#include <string.h>

#include <glib/gi18n-lib.h>

#include "base/trio-error.h"
#include "document/trio-builder-private.h"

#define MAX_LEVEL 4

typedef struct
{
  TrioDoc *doc;
  TrioBlock *box;                /* where blocks go, NULL for the document */
  guint counters[MAX_LEVEL + 1]; /* of numbered headings outside for-each, by level */
  gboolean page_break;           /* the next block starts a page */
  TrioNumberStyle numbering;     /* the document's own, NONE for the template's */
  const char *numbering_label;
  guint n_pages;   /* an estimate; 0 at first, when there are no contents yet */
  guint toc_pages; /* the document has contents when it is longer than this; 0 without */
} Builder;

static void build_nodes (Builder *builder, const GPtrArray *nodes, const TrioScope *scope);

static void
append (Builder *builder, TrioBlock *block, const TrioNode *node)
{
  if ((builder->page_break || node->page_break)
      && (builder->box != NULL || trio_doc_get_length (builder->doc) > 0))
    trio_block_set_starts_page (block, TRUE);
  builder->page_break = FALSE;
  if (builder->box != NULL)
    trio_block_append (builder->box, block);
  else
    trio_doc_append (builder->doc, block);
}

static void
build_title (Builder *builder, const TrioNode *node, const TrioScope *scope)
{
  g_autofree char *text = trio_builder_fill (node, scope);
  g_autofree char *line = text != NULL ? trio_builder_one_line (text) : NULL;

  if (line == NULL || *line == '\0' || trio_doc_get (builder->doc, TRIO_DOC_TITLE) != NULL)
    return;
  trio_doc_set (builder->doc, TRIO_DOC_TITLE, line);
  if (!node->is_hidden)
    append (builder, trio_block_new_title (trio_inlines_new_text (line)), node);
}

static void
build_meta (Builder *builder, const TrioNode *node, const TrioScope *scope)
{
  g_autoptr (TrioBlock) meta = trio_block_new_meta (node->meta_layout);
  gboolean has_field = FALSE;

  for (guint i = 0; i < node->children->len; i++)
    {
      const TrioNode *field = node->children->pdata[i];
      g_autofree char *text = trio_builder_fill (field, scope);

      if (text == NULL && field->omit_empty)
        continue;
      trio_block_add_meta (meta, field->name, trio_inlines_new_text (text != NULL ? text : ""));
      has_field = TRUE;
    }
  if (has_field)
    append (builder, g_steal_pointer (&meta), node);
}

/* In a for-each the number is the place of what is gone through, so that a heading has the
 * number that the same thing has in a list. */
static guint
next_number (Builder *builder, const TrioNode *node, const TrioScope *scope)
{
  if (scope->kind != TRIO_SCOPE_DOCUMENT)
    return scope->ordinal;
  for (guint level = node->level + 1; level <= MAX_LEVEL; level++)
    builder->counters[level] = 0;
  return ++builder->counters[node->level];
}

/* "TEMA 1:" with the number in the place of the 1. */
static char *
make_label (const char *pattern, guint number)
{
  const char *one = strchr (pattern, '1');

  if (one == NULL)
    return g_strdup_printf ("%s %u", pattern, number);
  return g_strdup_printf ("%.*s%u%s", (int)(one - pattern), pattern, number, one + 1);
}

static void
number_heading (Builder *builder, TrioBlock *block, const TrioNode *node, const TrioScope *scope)
{
  TrioNumberStyle style = node->number_style;
  g_autofree char *label = NULL;
  guint number;

  if (style == TRIO_NUMBER_NONE)
    return;
  if (style == TRIO_NUMBER_LITERAL)
    {
      g_autofree char *text = trio_builder_expand (node->label, scope);

      label = trio_builder_one_line (text);
      trio_block_set_literal (block, label);
      return;
    }
  number = next_number (builder, node, scope);
  if (builder->numbering != TRIO_NUMBER_NONE)
    style = builder->numbering;
  if (style == TRIO_NUMBER_LITERAL)
    {
      label = make_label (builder->numbering_label, number);
      trio_block_set_literal (block, label);
    }
  else
    trio_block_set_number (block, style, number);
}

static void
build_heading (Builder *builder, const TrioNode *node, const TrioScope *scope)
{
  g_autofree char *text = trio_builder_fill (node, scope);
  g_autofree char *line = text != NULL ? trio_builder_one_line (text) : NULL;
  g_autofree char *source = trio_builder_dup_heading_source (scope);
  TrioBlock *block;

  if (line == NULL || *line == '\0')
    return;
  block = trio_block_new_heading (node->level, trio_inlines_new_text (line));
  number_heading (builder, block, node, scope);
  trio_block_set_appendix (block, node->is_appendix);
  trio_block_set_source (block, source);
  append (builder, block, node);
}

static void
build_para (Builder *builder, const TrioNode *node, const TrioScope *scope)
{
  g_autofree char *text = trio_builder_fill (node, scope);
  g_auto (GStrv) paragraphs = text != NULL ? trio_builder_split_paragraphs (text) : NULL;
  g_autofree char *source = trio_builder_dup_para_source (node, scope);

  for (guint i = 0; paragraphs != NULL && paragraphs[i] != NULL; i++)
    {
      TrioBlock *para
          = trio_block_new_para (node->para_style, trio_inlines_new_text (paragraphs[i]));
      g_autofree char *numbered
          = source != NULL && i > 0 ? g_strdup_printf ("%s/%u", source, i + 1) : NULL;

      trio_block_set_source (para, numbered != NULL ? numbered : source);
      append (builder, para, node);
    }
}

static void
build_list (Builder *builder, const TrioNode *node, const TrioScope *scope)
{
  TrioList *list = trio_builder_make_list (node, scope, builder->numbering);

  if (list != NULL)
    append (builder, trio_block_new_list (list), node);
  else if (node->fallback != NULL)
    {
      g_autofree char *text = trio_builder_expand (node->fallback, scope);

      append (builder, trio_block_new_para (TRIO_PARA_NORMAL, trio_inlines_new_text (text)), node);
    }
}

static void
build_cluster (Builder *builder, const TrioNode *node, const TrioScope *scope)
{
  TrioList *list = trio_builder_make_list (node, scope, TRIO_NUMBER_NONE);
  g_autofree char *text = NULL;
  g_autofree char *title = NULL;

  if (list == NULL)
    return;
  text = trio_builder_expand (node->label, scope);
  title = trio_builder_one_line (text);
  if (*title == '\0' && node->fallback != NULL)
    {
      g_free (title);
      title = trio_builder_expand (node->fallback, scope);
    }
  if (*title == '\0')
    append (builder, trio_block_new_list (list), node);
  else
    append (builder, trio_block_new_cluster (node->level, trio_inlines_new_text (title), list),
            node);
}

static void
build_box (Builder *builder, const TrioNode *node, const TrioScope *scope)
{
  g_autofree char *text = trio_builder_expand (node->label, scope);
  g_autofree char *title = trio_builder_one_line (text);
  TrioBlock *box = trio_block_new_box (node->level, trio_inlines_new_text (title));
  TrioBlock *outer = builder->box;
  gboolean page_break = builder->page_break;

  builder->page_break = FALSE;
  builder->box = box;
  build_nodes (builder, node->children, scope);
  builder->box = outer;
  builder->page_break = page_break;
  if (trio_block_get_blocks (box)->len > 0)
    append (builder, box, node);
  else
    trio_block_free (box);
}

/* What was decided, and what stands under it: the blocks go into the decision. */
static void
build_decision (Builder *builder, const TrioNode *node, const TrioScope *scope)
{
  TrioBlock *decision = trio_builder_make_decision (node, scope);
  TrioBlock *outer = builder->box;

  if (decision == NULL)
    return;
  builder->box = decision;
  build_nodes (builder, node->children, scope);
  builder->box = outer;
  append (builder, decision, node);
}

/* Contents are for long documents only. How long this one is, is known when it is built. */
static void
build_toc (Builder *builder, const TrioNode *node, const TrioScope *scope)
{
  g_autofree char *text = trio_builder_expand (node->label, scope);
  g_autofree char *title = trio_builder_one_line (text);

  builder->toc_pages = MAX (node->count, 1);
  if (builder->n_pages > builder->toc_pages)
    append (builder, trio_block_new_toc (node->level, trio_inlines_new_text (title)), node);
}

static void
build_made (Builder *builder, const TrioNode *node, TrioBlock *block)
{
  if (block != NULL)
    append (builder, block, node);
}

static void
build_for_each (Builder *builder, const TrioNode *node, const TrioScope *scope)
{
  g_autoptr (GPtrArray) records = trio_scope_list (scope, node->name);

  for (guint i = 0; i < records->len; i++)
    {
      TrioScope inner = trio_scope_open (scope, node->name, records->pdata[i], i + 1);

      builder->page_break = builder->page_break || node->page_break;
      build_nodes (builder, node->children, &inner);
    }
}

static void
build_node (Builder *builder, const TrioNode *node, const TrioScope *scope)
{
  switch (node->kind)
    {
    case TRIO_NODE_TITLE:
      build_title (builder, node, scope);
      break;
    case TRIO_NODE_META:
      build_meta (builder, node, scope);
      break;
    case TRIO_NODE_HEADING:
      build_heading (builder, node, scope);
      break;
    case TRIO_NODE_PARA:
      build_para (builder, node, scope);
      break;
    case TRIO_NODE_LIST:
    case TRIO_NODE_POINTS:
      build_list (builder, node, scope);
      break;
    case TRIO_NODE_CLUSTER:
      build_cluster (builder, node, scope);
      break;
    case TRIO_NODE_BOX:
      build_box (builder, node, scope);
      break;
    case TRIO_NODE_FOR_EACH:
      build_for_each (builder, node, scope);
      break;
    case TRIO_NODE_TABLE:
      build_made (builder, node, trio_builder_make_table (node, scope));
      break;
    case TRIO_NODE_FIGURE:
      build_made (builder, node, trio_builder_make_figure (node, scope));
      break;
    case TRIO_NODE_TOC:
      build_toc (builder, node, scope);
      break;
    case TRIO_NODE_DECISION:
      build_decision (builder, node, scope);
      break;
    case TRIO_NODE_IF:
      build_nodes (builder,
                   trio_builder_holds (&node->condition, scope) ? node->children : node->otherwise,
                   scope);
      break;
    default:
      g_assert_not_reached ();
    }
}

static void
build_nodes (Builder *builder, const GPtrArray *nodes, const TrioScope *scope)
{
  for (guint i = 0; i < nodes->len; i++)
    build_node (builder, nodes->pdata[i], scope);
}

static void
set_numbering (Builder *builder, const TrioBuildOptions *options)
{
  builder->numbering_label = trio_build_options_get_numbering (options);
  if (builder->numbering_label == NULL)
    builder->numbering = TRIO_NUMBER_NONE;
  else if (g_str_equal (builder->numbering_label, "1."))
    builder->numbering = TRIO_NUMBER_DOT;
  else if (g_str_equal (builder->numbering_label, "1)"))
    builder->numbering = TRIO_NUMBER_PAREN;
  else
    builder->numbering = TRIO_NUMBER_LITERAL;
}

/* Builds with what is known of the length, and learns the length. */
static TrioDoc *
build_once (const TrioScope *scope, guint n_pages, guint *toc_pages)
{
  TrioDoc *doc = trio_doc_new ();
  Builder builder = { 0 };

  builder.doc = doc;
  builder.n_pages = n_pages;
  set_numbering (&builder, scope->options);
  trio_builder_set_head (doc, scope);
  build_nodes (&builder, scope->tmpl->body->children, scope);
  if (trio_doc_get (doc, TRIO_DOC_TITLE) == NULL)
    trio_doc_set (doc, TRIO_DOC_TITLE, scope->tmpl->name);
  *toc_pages = builder.toc_pages;
  return doc;
}

/**
 * trio_builder_build:
 * @snapshot: a workshop
 * @tmpl: a checked template with a body
 * @options: what the document is to be like
 * @error: return location for an error
 *
 * Writes a document. The same snapshot, template and options give the same document: neither
 * clock nor locale nor environment is asked.
 *
 * Returns: (transfer full) (nullable): the document, or %NULL with %TRIO_ERROR_INVALID if
 *   there is no workshop in @snapshot or no body in @tmpl
 */
TrioDoc *
trio_builder_build (TrioSnapshot *snapshot,
                    TrioTemplate *tmpl,
                    const TrioBuildOptions *options,
                    GError **error)
{
  g_autoptr (TrioDoc) doc = NULL;
  g_autoptr (TrioDocSource) source = NULL;
  g_autoptr (GHashTable) rows = NULL;
  TrioScope scope = { 0 };
  guint n_pages, toc_pages;

  g_return_val_if_fail (snapshot != NULL && tmpl != NULL && options != NULL, NULL);

  if (trio_snapshot_get_workshop (snapshot) == NULL)
    {
      g_set_error_literal (error, TRIO_ERROR, TRIO_ERROR_INVALID,
                           _ ("There is no workshop to make a document of."));
      return NULL;
    }
  if (tmpl->body == NULL)
    {
      g_set_error (error, TRIO_ERROR, TRIO_ERROR_INVALID,
                   _ ("The template “%s” is only a letterhead; choose one that has a text."),
                   tmpl->name);
      return NULL;
    }

  source = trio_doc_source_new (snapshot, options);
  rows = trio_scope_rows_new ();
  scope.source = source;
  scope.tmpl = tmpl;
  scope.options = options;
  scope.rows = rows;
  doc = build_once (&scope, 0, &toc_pages);
  n_pages = toc_pages > 0 ? trio_doc_estimate_pages (doc) : 0;
  if (n_pages > toc_pages)
    {
      trio_doc_unref (doc);
      doc = build_once (&scope, n_pages, &toc_pages);
    }
  return g_steal_pointer (&doc);
}

/**
 * trio_builder_list_missing:
 * @snapshot: a workshop
 * @tmpl: a checked template
 * @options: what the document is to be like
 *
 * Finds the required params that have no value, for a check before export.
 *
 * Returns: (transfer container) (element-type TrioParam): these params, owned by @tmpl
 */
GPtrArray *
trio_builder_list_missing (TrioSnapshot *snapshot,
                           TrioTemplate *tmpl,
                           const TrioBuildOptions *options)
{
  g_autoptr (TrioDocSource) source = NULL;
  g_autoptr (GHashTable) rows = NULL;
  GPtrArray *missing = g_ptr_array_new ();
  TrioScope scope = { 0 };

  g_return_val_if_fail (snapshot != NULL && tmpl != NULL && options != NULL, missing);

  if (trio_snapshot_get_workshop (snapshot) == NULL)
    return missing;
  source = trio_doc_source_new (snapshot, options);
  scope.source = source;
  scope.tmpl = tmpl;
  scope.options = options;
  rows = trio_scope_rows_new ();
  scope.rows = rows;
  for (guint i = 0; i < tmpl->params->len; i++)
    {
      TrioParam *param = tmpl->params->pdata[i];
      TrioWordingValue value = { TRIO_WORDING_TEXT, NULL, 0 };

      if (param->required
          && (!trio_scope_lookup_cb (param->name, &value, &scope)
              || trio_wording_value_is_empty (&value)))
        g_ptr_array_add (missing, param);
    }
  return missing;
}
