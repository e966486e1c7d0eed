/* trio-scope-param.c: values that do not come from a theme, station or input: of the workshop,
 * of params, and of their rows. */
#include "config.h"

#include "document/trio-scope-private.h"

#include "document/trio-template-private.h"

static void
set_text (TrioWordingValue *value, const char *text)
{
  value->type = TRIO_WORDING_TEXT;
  value->text = text;
}

static void
set_number (TrioWordingValue *value, gint64 number)
{
  value->type = TRIO_WORDING_NUMBER;
  value->number = (guint)CLAMP (number, 0, (gint64)G_MAXUINT);
}

/* Returns: whether the workshop has such a field. */
gboolean
trio_scope_set_workshop_value (const TrioScope *scope, const char *name, TrioWordingValue *value)
{
  const TrioRecord *workshop = trio_doc_source_get_workshop (scope->source);
  guint index = trio_kind_find_field (TRIO_KIND_WORKSHOP, name);
  const TrioField *field;

  if (index == TRIO_NO_FIELD)
    return FALSE;
  field = &trio_kind_get_info (TRIO_KIND_WORKSHOP)->fields[index];
  switch (field->type)
    {
    case TRIO_FIELD_LINE:
    case TRIO_FIELD_TEXT:
      set_text (value, trio_record_get_text (workshop, index));
      return TRUE;
    case TRIO_FIELD_ENUM:
      set_text (value, field->names[trio_record_get_int (workshop, index)]);
      return TRUE;
    case TRIO_FIELD_DATE:
      value->type = TRIO_WORDING_DATE;
      value->text = trio_record_get_text (workshop, index);
      /* “from the 6th to the 6th” is no way to speak of one day. */
      if (index == TRIO_WORKSHOP_END
          && g_str_equal (value->text, trio_record_get_text (workshop, TRIO_WORKSHOP_START)))
        value->text = "";
      return TRUE;
    default:
      return FALSE;
    }
}

/**
 * trio_scope_get_param:
 * @scope: a scope
 * @param: a param of its template
 *
 * Returns: (transfer none) (nullable): the value given for this document, or the workshop's,
 *   or the template's default
 */
const char *
trio_scope_get_param (const TrioScope *scope, const TrioParam *param)
{
  const char *given;
  TrioWordingValue value = { TRIO_WORDING_TEXT, NULL, 0 };

  g_return_val_if_fail (scope != NULL && param != NULL, NULL);

  given = trio_build_options_get_parameter (scope->options, param->name);
  if (given != NULL)
    return given;
  if (trio_scope_set_workshop_value (scope, param->name, &value)
      && !trio_wording_value_is_empty (&value))
    return value.text;
  return param->fallback;
}

void
trio_scope_set_param_value (const TrioScope *scope, const TrioParam *param, TrioWordingValue *value)
{
  const char *text = trio_scope_get_param (scope, param);

  if (param->type == TRIO_PARAM_ROWS)
    {
      g_autoptr (GPtrArray) rows = trio_scope_list_rows (scope, param);

      set_number (value, rows->len);
    }
  else if (param->type == TRIO_PARAM_NUMBER)
    set_number (value, text != NULL ? g_ascii_strtoll (text, NULL, 10) : 0);
  else
    {
      value->type = param->type == TRIO_PARAM_DATE ? TRIO_WORDING_DATE : TRIO_WORDING_TEXT;
      value->text = text;
    }
}

static void
set_cell (const TrioScope *scope, const char *name, TrioWordingValue *value)
{
  guint index;
  const TrioColumn *column = trio_param_find_column (scope->param, name, &index);

  if (column == NULL)
    {
      set_number (value, scope->ordinal);
      return;
    }
  value->type = column->type == TRIO_PARAM_DATE ? TRIO_WORDING_DATE : TRIO_WORDING_TEXT;
  value->text = index < g_strv_length (scope->cells) ? scope->cells[index] : "";
}

/* Returns: whether there is a row here with such a field. */
gboolean
trio_scope_set_row_value (const TrioScope *scope, const char *name, TrioWordingValue *value)
{
  guint index;

  while (scope != NULL && scope->kind != TRIO_SCOPE_ROW)
    scope = scope->outer;
  if (scope == NULL
      || (trio_param_find_column (scope->param, name, &index) == NULL
          && trio_names_find (TRIO_SCOPE_ROW, name) == NULL))
    return FALSE;
  set_cell (scope, name, value);
  return TRUE;
}

/**
 * trio_scope_has_option:
 * @scope: a scope
 * @name: the name of a param of the type yesno
 *
 * Returns: whether it is "yes"
 */
gboolean
trio_scope_has_option (const TrioScope *scope, const char *name)
{
  const TrioParam *param;
  TrioWordingValue value = { TRIO_WORDING_TEXT, NULL, 0 };

  g_return_val_if_fail (scope != NULL && name != NULL, FALSE);

  param = trio_template_find_param (scope->tmpl, name);
  if (param == NULL)
    return FALSE;
  trio_scope_set_param_value (scope, param, &value);
  return g_strcmp0 (value.text, "yes") == 0;
}
