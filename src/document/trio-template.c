/* trio-template.c: the template as an object: its parts, what it takes from another one. */
#include "config.h"

#include "document/trio-template-private.h"

#include <glib/gi18n-lib.h>

#include "base/trio-xml.h"

static const char *const kind_names[] = {
  [TRIO_NODE_BODY] = "body",       [TRIO_NODE_TITLE] = "title",
  [TRIO_NODE_META] = "meta",       [TRIO_NODE_FIELD] = "field",
  [TRIO_NODE_HEADING] = "heading", [TRIO_NODE_PARA] = "p",
  [TRIO_NODE_LIST] = "list",       [TRIO_NODE_CLUSTER] = "cluster",
  [TRIO_NODE_BOX] = "box",         [TRIO_NODE_FOR_EACH] = "for-each",
  [TRIO_NODE_IF] = "if",           [TRIO_NODE_SENTENCE] = "s",
  [TRIO_NODE_EITHER] = "either",   [TRIO_NODE_TABLE] = "table",
  [TRIO_NODE_COLUMN] = "column",   [TRIO_NODE_FIGURE] = "figure",
  [TRIO_NODE_TOC] = "toc",         [TRIO_NODE_DECISION] = "decision",
  [TRIO_NODE_POINTS] = "points",
};

static void
clear_condition (TrioCondition *condition)
{
  g_strfreev (condition->has);
  g_strfreev (condition->lacks);
  g_free (condition->option);
  g_free (condition->whole);
  g_free (condition->part);
}

static TrioParam *
copy_param (const TrioParam *param)
{
  TrioParam *copy = trio_param_new ();
  GPtrArray *columns = copy->columns;

  *copy = *param;
  copy->columns = columns;
  for (guint i = 0; i < param->columns->len; i++)
    {
      const TrioColumn *column = param->columns->pdata[i];

      trio_param_add_column (copy, column->name, column->type, column->label);
    }
  copy->name = g_strdup (param->name);
  copy->label = g_strdup (param->label);
  copy->hint = g_strdup (param->hint);
  copy->fallback = g_strdup (param->fallback);
  return copy;
}

/* The base's params come first; one's own replaces that of the same name. */
static void
join_params (TrioTemplate *tmpl, const TrioTemplate *base)
{
  g_autoptr (GPtrArray) own = tmpl->params;

  tmpl->params = g_ptr_array_new_with_free_func ((GDestroyNotify)trio_param_free);
  for (guint i = 0; i < base->params->len; i++)
    {
      const TrioParam *param = base->params->pdata[i];

      for (guint j = 0; j < own->len; j++)
        if (g_str_equal (((const TrioParam *)own->pdata[j])->name, param->name))
          param = own->pdata[j];
      g_ptr_array_add (tmpl->params, copy_param (param));
    }
  for (guint j = 0; j < own->len; j++)
    if (trio_template_find_param (tmpl, ((const TrioParam *)own->pdata[j])->name) == NULL)
      g_ptr_array_add (tmpl->params, copy_param (own->pdata[j]));
}

/* The element that a node came from. */
const char *
trio_node_kind_get_name (TrioNodeKind kind)
{
  return kind_names[kind];
}

TrioNode *
trio_node_new (TrioNodeKind kind, guint line)
{
  TrioNode *node = g_new0 (TrioNode, 1);

  node->kind = kind;
  node->line = line;
  node->children = g_ptr_array_new_with_free_func ((GDestroyNotify)trio_node_free);
  node->otherwise = g_ptr_array_new_with_free_func ((GDestroyNotify)trio_node_free);
  return node;
}

void
trio_node_free (TrioNode *node)
{
  if (node == NULL)
    return;
  trio_wording_free (node->wording);
  trio_wording_free (node->label);
  trio_wording_free (node->fallback);
  g_free (node->name);
  g_free (node->body);
  g_free (node->date);
  clear_condition (&node->condition);
  g_ptr_array_unref (node->children);
  g_ptr_array_unref (node->otherwise);
  g_free (node);
}

TrioTemplateHead *
trio_template_head_new (void)
{
  return g_new0 (TrioTemplateHead, 1);
}

void
trio_template_head_free (TrioTemplateHead *head)
{
  if (head == NULL)
    return;
  trio_wording_free (head->organisation);
  trio_wording_free (head->department);
  trio_wording_free (head->header);
  trio_wording_free (head->footer);
  g_clear_pointer (&head->logo, g_bytes_unref);
  g_free (head->logo_mime_type);
  g_free (head->logo_alt);
  g_free (head);
}

TrioTemplateLook *
trio_template_look_new (void)
{
  return g_new0 (TrioTemplateLook, 1);
}

void
trio_template_look_free (TrioTemplateLook *look)
{
  if (look == NULL)
    return;
  for (guint i = 0; i < TRIO_DOC_N_FONTS; i++)
    {
      g_free (look->fonts[i].family);
      g_free (look->fonts[i].colour);
    }
  g_free (look->bullet);
  g_free (look);
}

static void
free_column (TrioColumn *column)
{
  g_free (column->name);
  g_free (column->label);
  g_free (column);
}

TrioParam *
trio_param_new (void)
{
  TrioParam *param = g_new0 (TrioParam, 1);

  param->columns = g_ptr_array_new_with_free_func ((GDestroyNotify)free_column);
  return param;
}

void
trio_param_add_column (TrioParam *param, const char *name, TrioParamType type, const char *label)
{
  TrioColumn *column = g_new0 (TrioColumn, 1);

  column->name = g_strdup (name);
  column->type = type;
  column->label = g_strdup (label);
  g_ptr_array_add (param->columns, column);
}

const TrioColumn *
trio_param_find_column (const TrioParam *param, const char *name, guint *index)
{
  for (guint i = 0; i < param->columns->len; i++)
    if (g_str_equal (((const TrioColumn *)param->columns->pdata[i])->name, name))
      {
        *index = i;
        return param->columns->pdata[i];
      }
  return NULL;
}

/* What a for-each goes through: things of the workshop, or rows of a param. */
gboolean
trio_template_get_loop (const TrioTemplate *tmpl, const char *loop, TrioScopeKind *scope)
{
  const TrioParam *param;

  if (trio_names_get_loop (loop, scope))
    return TRUE;
  param = trio_template_find_param (tmpl, loop);
  *scope = TRIO_SCOPE_ROW;
  return param != NULL && param->columns->len > 0;
}

void
trio_param_free (TrioParam *param)
{
  if (param == NULL)
    return;
  g_ptr_array_unref (param->columns);
  g_free (param->name);
  g_free (param->label);
  g_free (param->hint);
  g_free (param->fallback);
  g_free (param);
}

TrioTemplate *
trio_template_new (const char *file)
{
  TrioTemplate *tmpl = g_new0 (TrioTemplate, 1);

  g_atomic_ref_count_init (&tmpl->refs);
  tmpl->file = g_strdup (file);
  tmpl->params = g_ptr_array_new_with_free_func ((GDestroyNotify)trio_param_free);
  return tmpl;
}

void
trio_template_add_finding (
    GPtrArray *findings, const char *file, guint line, const char *element, const char *message)
{
  TrioXmlFinding *finding = g_new0 (TrioXmlFinding, 1);

  finding->file = g_strdup (file);
  finding->line = line;
  finding->element = g_strdup (element);
  finding->message = g_strdup (message);
  g_ptr_array_add (findings, finding);
}

/**
 * trio_template_ref:
 * @tmpl: a template
 *
 * Returns: (transfer full): @tmpl
 */
TrioTemplate *
trio_template_ref (TrioTemplate *tmpl)
{
  g_return_val_if_fail (tmpl != NULL, NULL);

  g_atomic_ref_count_inc (&tmpl->refs);
  return tmpl;
}

/**
 * trio_template_unref:
 * @tmpl: (transfer full) (nullable): a template
 */
void
trio_template_unref (TrioTemplate *tmpl)
{
  if (tmpl == NULL || !g_atomic_ref_count_dec (&tmpl->refs))
    return;
  trio_template_head_free (tmpl->own_head);
  trio_template_look_free (tmpl->own_look);
  trio_node_free (tmpl->own_body);
  g_ptr_array_unref (tmpl->params);
  trio_template_unref (tmpl->base);
  g_free (tmpl->id);
  g_free (tmpl->kind);
  g_free (tmpl->lang);
  g_free (tmpl->name);
  g_free (tmpl->description);
  g_free (tmpl->base_id);
  g_free (tmpl->file);
  g_free (tmpl);
}

/**
 * trio_template_extend:
 * @tmpl: a template that has just been read
 * @base: the one that it extends; extended itself, if it extends another
 * @findings: (element-type TrioXmlFinding): what is wrong is added here
 *
 * Takes over from @base what @tmpl does not have itself: letterhead, look, body. Params are
 * joined, those of @tmpl replace those of the same name.
 *
 * Returns: whether the two go together
 */
gboolean
trio_template_extend (TrioTemplate *tmpl, TrioTemplate *base, GPtrArray *findings)
{
  g_return_val_if_fail (tmpl != NULL && base != NULL && tmpl->base == NULL, FALSE);
  g_return_val_if_fail (findings != NULL, FALSE);

  if (tmpl->own_body == NULL && base->body != NULL
      && (!g_str_equal (tmpl->lang, base->lang) || !g_str_equal (tmpl->kind, base->kind)))
    {
      g_autofree char *message = g_strdup_printf (
          /* Translators: ids, languages and kinds of templates, such as notat-da, da, notat. */
          _ ("The template “%s” (%s, %s) cannot take the body of “%s” (%s, %s); language and kind "
             "must be the same."),
          tmpl->id, tmpl->lang, tmpl->kind, base->id, base->lang, base->kind);

      trio_template_add_finding (findings, tmpl->file, 0, "template", message);
      return FALSE;
    }

  tmpl->base = trio_template_ref (base);
  if (tmpl->head == NULL)
    tmpl->head = base->head;
  if (tmpl->look == NULL)
    tmpl->look = base->look;
  if (tmpl->body == NULL)
    tmpl->body = base->body;
  join_params (tmpl, base);
  return TRUE;
}

/**
 * trio_template_get_id:
 * @tmpl: a template
 *
 * Returns: (transfer none): its id, such as "notat-da"
 */
const char *
trio_template_get_id (const TrioTemplate *tmpl)
{
  g_return_val_if_fail (tmpl != NULL, NULL);

  return tmpl->id;
}

/**
 * trio_template_get_kind:
 * @tmpl: a template
 *
 * Returns: (transfer none): the kind of document: "notat", "dialogue", "case", "item",
 *   "status", "poster", "typing-sheet", "free", "summary", or "letterhead" for one that is only
 *   there to be extended
 */
const char *
trio_template_get_kind (const TrioTemplate *tmpl)
{
  g_return_val_if_fail (tmpl != NULL, NULL);

  return tmpl->kind;
}

/**
 * trio_template_get_lang:
 * @tmpl: a template
 *
 * Returns: (transfer none): its language, "da" or "en"
 */
const char *
trio_template_get_lang (const TrioTemplate *tmpl)
{
  g_return_val_if_fail (tmpl != NULL, NULL);

  return tmpl->lang;
}

/**
 * trio_template_get_name:
 * @tmpl: a template
 *
 * Returns: (transfer none): its name for people, in its own language
 */
const char *
trio_template_get_name (const TrioTemplate *tmpl)
{
  g_return_val_if_fail (tmpl != NULL, NULL);

  return tmpl->name;
}

/**
 * trio_template_get_description:
 * @tmpl: a template
 *
 * Returns: (transfer none) (nullable): what it is for, in its own language
 */
const char *
trio_template_get_description (const TrioTemplate *tmpl)
{
  g_return_val_if_fail (tmpl != NULL, NULL);

  return tmpl->description;
}

/**
 * trio_template_get_base_id:
 * @tmpl: a template
 *
 * Returns: (transfer none) (nullable): the id of the template that it extends
 */
const char *
trio_template_get_base_id (const TrioTemplate *tmpl)
{
  g_return_val_if_fail (tmpl != NULL, NULL);

  return tmpl->base_id;
}

/**
 * trio_template_get_file:
 * @tmpl: a template
 *
 * Returns: (transfer none): the name of its file as the user knows it
 */
const char *
trio_template_get_file (const TrioTemplate *tmpl)
{
  g_return_val_if_fail (tmpl != NULL, NULL);

  return tmpl->file;
}

/**
 * trio_template_get_version:
 * @tmpl: a template
 *
 * Returns: its version, from 1
 */
guint
trio_template_get_version (const TrioTemplate *tmpl)
{
  g_return_val_if_fail (tmpl != NULL, 0);

  return tmpl->version;
}

/**
 * trio_template_get_params:
 * @tmpl: a template
 *
 * Returns: (transfer none) (element-type TrioParam): the values that it asks for, in order
 */
const GPtrArray *
trio_template_get_params (const TrioTemplate *tmpl)
{
  g_return_val_if_fail (tmpl != NULL, NULL);

  return tmpl->params;
}

/**
 * trio_template_find_param:
 * @tmpl: a template
 * @name: the name of a param
 *
 * Returns: (transfer none) (nullable): the param
 */
const TrioParam *
trio_template_find_param (const TrioTemplate *tmpl, const char *name)
{
  g_return_val_if_fail (tmpl != NULL && name != NULL, NULL);

  for (guint i = 0; i < tmpl->params->len; i++)
    {
      const TrioParam *param = tmpl->params->pdata[i];

      if (g_str_equal (param->name, name))
        return param;
    }
  return NULL;
}
