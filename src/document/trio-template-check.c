/* trio-template-check.c: the second check of a template: does every name exist, here?
 *
 * The schema sees the form of a placeholder only. This walk knows which for-each encloses
 * it, and names the nearest name when there is none.
 */
#include "config.h"

#include "document/trio-template-private.h"

#include <glib/gi18n-lib.h>

#include "document/trio-template-names.h"
#include "model/trio-fields.h"

typedef struct
{
  const TrioTemplate *tmpl;
  GPtrArray *findings;
  guint open;            /* bit per TrioScopeKind */
  const TrioParam *rows; /* whose rows are gone through */
  gboolean is_page;
  guint line;
  const char *element;
} Check;

static void check_node (Check *check, const TrioNode *node);

static void
report (Check *check, const char *message)
{
  trio_template_add_finding (check->findings, check->tmpl->file, check->line, check->element,
                             message);
}

static gboolean
is_open (const Check *check, TrioScopeKind scope)
{
  return (check->open & (1u << scope)) != 0;
}

static gboolean
workshop_type (const TrioField *field, TrioWordingType *type)
{
  switch (field->type)
    {
    case TRIO_FIELD_LINE:
    case TRIO_FIELD_TEXT:
    case TRIO_FIELD_ENUM:
      *type = TRIO_WORDING_TEXT;
      return TRUE;
    case TRIO_FIELD_DATE:
      *type = TRIO_WORDING_DATE;
      return TRUE;
    default:
      return FALSE;
    }
}

static TrioWordingType
param_type (const TrioParam *param)
{
  if (param->type == TRIO_PARAM_DATE)
    return TRIO_WORDING_DATE;
  /* The value of rows is their number. */
  return param->type == TRIO_PARAM_NUMBER || param->type == TRIO_PARAM_ROWS ? TRIO_WORDING_NUMBER
                                                                            : TRIO_WORDING_TEXT;
}

static gboolean
find_type (const Check *check, const char *path, TrioWordingType *type)
{
  TrioScopeKind scope;
  const char *name;
  const TrioName *entry;
  const TrioParam *param;
  const TrioColumn *column;
  guint index;

  if (!trio_names_find_path (path, &scope, &name) || !is_open (check, scope))
    return FALSE;
  if (scope == TRIO_SCOPE_ROW && check->rows == NULL)
    {
      *type = TRIO_WORDING_TEXT;
      return TRUE;
    }
  if (scope == TRIO_SCOPE_ROW
      && (column = trio_param_find_column (check->rows, name, &index)) != NULL)
    {
      *type = column->type == TRIO_PARAM_DATE ? TRIO_WORDING_DATE : TRIO_WORDING_TEXT;
      return TRUE;
    }
  if (scope == TRIO_SCOPE_WORKSHOP)
    {
      const TrioKindInfo *info = trio_kind_get_info (TRIO_KIND_WORKSHOP);
      guint field = trio_kind_find_field (TRIO_KIND_WORKSHOP, name);

      return field != TRIO_NO_FIELD && workshop_type (&info->fields[field], type);
    }
  if (scope == TRIO_SCOPE_DOCUMENT)
    {
      *type = TRIO_WORDING_NUMBER;
      if (check->is_page && (g_str_equal (name, "page") || g_str_equal (name, "pages")))
        return TRUE;
      param = trio_template_find_param (check->tmpl, name);
      if (param != NULL)
        {
          *type = param_type (param);
          return TRUE;
        }
    }
  entry = trio_names_find (scope, name);
  if (entry == NULL)
    return FALSE;
  *type = entry->type;
  return TRUE;
}

static void
add_known (GPtrArray *known, TrioScopeKind scope, const char *name)
{
  if (scope == TRIO_SCOPE_DOCUMENT)
    g_ptr_array_add (known, g_strdup (name));
  else
    g_ptr_array_add (known, g_strconcat (trio_scope_get_word (scope), ".", name, NULL));
}

static GPtrArray *
list_known (const Check *check)
{
  GPtrArray *known = g_ptr_array_new_with_free_func (g_free);
  const TrioKindInfo *info = trio_kind_get_info (TRIO_KIND_WORKSHOP);
  guint n_names;
  const TrioName *names = trio_names_get (&n_names);
  TrioWordingType type;

  for (guint i = 0; i < check->tmpl->params->len; i++)
    add_known (known, TRIO_SCOPE_DOCUMENT,
               ((const TrioParam *)check->tmpl->params->pdata[i])->name);
  for (guint i = 0; i < n_names; i++)
    if (is_open (check, names[i].scope))
      add_known (known, names[i].scope, names[i].name);
  for (guint i = 0; i < info->n_fields; i++)
    if (workshop_type (&info->fields[i], &type))
      add_known (known, TRIO_SCOPE_WORKSHOP, info->fields[i].name);
  for (guint i = 0;
       check->rows != NULL && is_open (check, TRIO_SCOPE_ROW) && i < check->rows->columns->len; i++)
    add_known (known, TRIO_SCOPE_ROW, ((const TrioColumn *)check->rows->columns->pdata[i])->name);
  if (check->is_page)
    {
      add_known (known, TRIO_SCOPE_DOCUMENT, "page");
      add_known (known, TRIO_SCOPE_DOCUMENT, "pages");
    }
  return known;
}

/* Whether the name exists, only not here. */
static gboolean
report_closed_scope (Check *check, const char *path)
{
  TrioScopeKind scope;
  const char *name;
  g_autofree char *message = NULL;

  if (!trio_names_find_path (path, &scope, &name) || is_open (check, scope)
      || trio_names_find (scope, name) == NULL)
    return FALSE;
  /* Translators: a placeholder such as note.text, and the word before its dot. */
  message = g_strdup_printf (_ ("“%s” has no value here; it must stand where one “%s” after the "
                                "other is gone through."),
                             path, trio_scope_get_word (scope));
  report (check, message);
  return TRUE;
}

static void
report_unknown (Check *check, const char *path)
{
  g_autoptr (GPtrArray) known = NULL;
  g_autofree char *message = NULL;
  const char *nearest;

  if (report_closed_scope (check, path))
    return;
  known = list_known (check);
  nearest = trio_names_nearest (path, known);
  if (nearest != NULL)
    message = g_strdup_printf (_ ("“%s” is not known here. Did you mean “%s”?"), path, nearest);
  else
    message = g_strdup_printf (_ ("“%s” is not known here. It is neither a param of the template "
                                  "nor a value of the program."),
                               path);
  report (check, message);
}

static void
check_path (Check *check, const char *path)
{
  TrioWordingType type;

  if (!find_type (check, path, &type))
    report_unknown (check, path);
}

static void
check_filter (Check *check, const TrioWordingUse *use, const char *filter, TrioWordingType type)
{
  const char *const *filters = trio_wording_get_filters ();
  g_autofree char *message = NULL;

  if (!g_strv_contains (filters, filter))
    {
      g_autoptr (GPtrArray) known = g_ptr_array_new ();
      const char *nearest;

      for (guint i = 0; filters[i] != NULL; i++)
        g_ptr_array_add (known, (gpointer)filters[i]);
      nearest = trio_names_nearest (filter, known);
      if (nearest != NULL)
        message
            = g_strdup_printf (_ ("There is no filter “%s”. Did you mean “%s”?"), filter, nearest);
      else
        {
          g_autofree char *all = g_strjoinv (", ", (char **)filters);

          message = g_strdup_printf (_ ("There is no filter “%s”; there are: %s."), filter, all);
        }
      report (check, message);
    }
  else if (!trio_wording_filter_fits (filter, type))
    {
      message = g_strdup_printf (type == TRIO_WORDING_TEXT
                                     ? _ ("The filter “%s” does not fit “%s”, which is text.")
                                 : type == TRIO_WORDING_DATE
                                     ? _ ("The filter “%s” does not fit “%s”, which is a date.")
                                     : _ ("The filter “%s” does not fit “%s”, which is a number."),
                                 filter, use->path);
      report (check, message);
    }
}

static void
check_use_cb (const TrioWordingUse *use, gpointer user_data)
{
  Check *check = user_data;
  TrioWordingType type;

  if (!find_type (check, use->path, &type))
    {
      report_unknown (check, use->path);
      return;
    }
  if (use->is_choice && type != TRIO_WORDING_NUMBER)
    {
      g_autofree char *message
          = g_strdup_printf (_ ("“%s” is not a number and cannot choose between two forms."),
                             use->path);

      report (check, message);
    }
  for (guint i = 0; use->filters != NULL && use->filters[i] != NULL; i++)
    check_filter (check, use, use->filters[i], type);
}

static void
check_wording (Check *check, const TrioWording *wording)
{
  if (wording != NULL)
    trio_wording_foreach (wording, check_use_cb, check);
}

static void
check_condition (Check *check, const TrioCondition *condition)
{
  for (char **path = condition->has; path != NULL && *path != NULL; path++)
    check_path (check, *path);
  for (char **path = condition->lacks; path != NULL && *path != NULL; path++)
    check_path (check, *path);
  if (condition->whole != NULL)
    check_path (check, condition->whole);
  if (condition->part != NULL)
    check_path (check, condition->part);
  if (condition->option != NULL)
    {
      const TrioParam *param = trio_template_find_param (check->tmpl, condition->option);

      if (param == NULL || param->type != TRIO_PARAM_YESNO)
        {
          g_autofree char *message = g_strdup_printf (
              _ ("“%s” is not an option. Declare it as a param of the type “yesno”."),
              condition->option);

          report (check, message);
        }
    }
}

static gboolean
names_section (const Check *check, const char *loop)
{
  const TrioParam *param = trio_template_find_param (check->tmpl, loop);
  guint index;

  return param != NULL && param != check->rows
         && trio_param_find_column (param, "section", &index) != NULL;
}

/* What a for-each needs around it, and what must not be around it. */
static gboolean
may_open (const Check *check, const char *loop, TrioScopeKind scope)
{
  if (g_str_equal (loop, "subquestions"))
    return is_open (check, TRIO_SCOPE_QUESTION);
  /* Rows stand inside a row of another param if they name it. */
  if (scope == TRIO_SCOPE_ROW && is_open (check, scope))
    return names_section (check, loop);
  if (is_open (check, scope))
    return FALSE;
  switch (scope)
    {
    case TRIO_SCOPE_THEME:
      return !is_open (check, TRIO_SCOPE_STATION);
    case TRIO_SCOPE_CLUSTER:
      return is_open (check, TRIO_SCOPE_STATION);
    case TRIO_SCOPE_NOTE:
      return g_str_equal (loop, "loose_notes")
                 ? is_open (check, TRIO_SCOPE_STATION)
                 : is_open (check, TRIO_SCOPE_STATION) || is_open (check, TRIO_SCOPE_THEME);
    case TRIO_SCOPE_QUESTION:
      return is_open (check, TRIO_SCOPE_THEME);
    default:
      return TRUE;
    }
}

static void
report_unknown_loop (Check *check, const char *loop)
{
  static const char *const loops[]
      = { "themes",    "stations",     "clusters",  "notes",          "loose_notes",
          "questions", "subquestions", "followups", "other_followups" };
  g_autoptr (GPtrArray) known = g_ptr_array_new ();
  g_autofree char *message = NULL;
  const char *nearest;

  for (guint i = 0; i < G_N_ELEMENTS (loops); i++)
    g_ptr_array_add (known, (gpointer)loops[i]);
  for (guint i = 0; i < check->tmpl->params->len; i++)
    {
      const TrioParam *param = check->tmpl->params->pdata[i];

      if (param->columns->len > 0)
        g_ptr_array_add (known, param->name);
    }
  nearest = trio_names_nearest (loop, known);
  message = nearest != NULL
                ? g_strdup_printf (_ ("“%s” is not known here. Did you mean “%s”?"), loop, nearest)
                : g_strdup_printf (_ ("“%s” cannot be gone through: it is neither a part of the "
                                      "workshop nor a param of the type “rows” or “names”."),
                                   loop);
  report (check, message);
}

/* Returns: the scopes that were open before. */
static guint
open_scope (Check *check, const char *loop)
{
  guint before = check->open;
  TrioScopeKind scope;

  if (loop == NULL)
    return before;
  if (!trio_template_get_loop (check->tmpl, loop, &scope))
    {
      /* What a row of it has is not known either; one finding is enough. */
      report_unknown_loop (check, loop);
      check->rows = NULL;
      check->open |= 1u << TRIO_SCOPE_ROW;
      return before;
    }
  if (!may_open (check, loop, scope))
    {
      g_autofree char *message = g_strdup_printf (
          /* Translators: the name of a sequence, such as clusters. */
          _ ("“%s” cannot be gone through here; see the description of templates for what it "
             "must stand in."),
          loop);

      report (check, message);
    }
  check->open |= 1u << scope;
  if (scope == TRIO_SCOPE_STATION)
    check->open |= 1u << TRIO_SCOPE_THEME;
  if (scope == TRIO_SCOPE_ROW)
    check->rows = trio_template_find_param (check->tmpl, loop);
  return before;
}

static void
check_children (Check *check, const GPtrArray *nodes)
{
  for (guint i = 0; i < nodes->len; i++)
    check_node (check, nodes->pdata[i]);
}

static void
check_image (Check *check, const char *name)
{
  const TrioParam *param = trio_template_find_param (check->tmpl, name);
  g_autofree char *message = NULL;

  if (param != NULL && param->type == TRIO_PARAM_IMAGE)
    return;
  message
      = g_strdup_printf (_ ("“%s” is not a picture. Declare it as a param of the type “image”."),
                         name);
  report (check, message);
}

static void
check_node (Check *check, const TrioNode *node)
{
  gboolean has_loop = node->kind == TRIO_NODE_FOR_EACH || node->kind == TRIO_NODE_LIST
                      || node->kind == TRIO_NODE_TABLE || node->kind == TRIO_NODE_CLUSTER;
  const TrioParam *rows = check->rows;
  guint before;

  check->line = node->line;
  check->element = trio_node_kind_get_name (node->kind);
  check_condition (check, &node->condition);
  check_wording (check, node->label);
  check_wording (check, node->fallback);
  if (node->body != NULL)
    check_path (check, node->body);
  if (node->date != NULL)
    check_path (check, node->date);
  if (node->kind == TRIO_NODE_FIGURE)
    check_image (check, node->name);

  before = open_scope (check, has_loop ? node->name : NULL);
  check_wording (check, node->wording);
  check_children (check, node->children);
  check->open = before;
  check->rows = rows;
  check_children (check, node->otherwise);
}

static void
check_head (Check *check, const TrioTemplateHead *head)
{
  check->line = head->line;
  check->element = "letterhead";
  check_wording (check, head->organisation);
  check_wording (check, head->department);
  check->is_page = TRUE;
  check_wording (check, head->header);
  check_wording (check, head->footer);
  check->is_page = FALSE;
}

/**
 * trio_template_check:
 * @tmpl: a template, already extended if it extends another one
 * @findings: (element-type TrioXmlFinding): what is wrong is added here
 *
 * Checks the names in what is the template's own: placeholders, filters, conditions and
 * loops. What it took over was checked with the template that it came from.
 *
 * Returns: whether the template can be used
 */
gboolean
trio_template_check (TrioTemplate *tmpl, GPtrArray *findings)
{
  Check check
      = { tmpl, findings,  1u << TRIO_SCOPE_DOCUMENT | 1u << TRIO_SCOPE_WORKSHOP, NULL, FALSE,
          0,    "template" };
  guint n_before;

  g_return_val_if_fail (tmpl != NULL && findings != NULL, FALSE);

  n_before = findings->len;
  if (g_str_equal (tmpl->kind, "summary"))
    check.open |= 1u << TRIO_SCOPE_DRAFT | 1u << TRIO_SCOPE_THEME;
  if (tmpl->own_head != NULL)
    check_head (&check, tmpl->own_head);
  if (tmpl->own_body != NULL)
    check_node (&check, tmpl->own_body);
  if (tmpl->body == NULL && !g_str_equal (tmpl->kind, "letterhead"))
    report (&check, _ ("The template has no body and extends none that has one."));
  return findings->len == n_before;
}
