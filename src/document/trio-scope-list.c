/* trio-scope-list.c: what a for-each or list goes through, where it stands. */
#include "config.h"

#include "document/trio-scope.h"

static GPtrArray *
copy_array (const GPtrArray *array)
{
  GPtrArray *copy = g_ptr_array_new ();

  for (guint i = 0; array != NULL && i < array->len; i++)
    g_ptr_array_add (copy, array->pdata[i]);
  return copy;
}

/* The inputs of the innermost of cluster, station and theme. */
static GPtrArray *
list_notes (const TrioScope *scope)
{
  const TrioRecord *cluster = trio_scope_find (scope, TRIO_SCOPE_CLUSTER);
  const TrioRecord *station = trio_scope_find (scope, TRIO_SCOPE_STATION);
  const TrioRecord *theme = trio_scope_find (scope, TRIO_SCOPE_THEME);
  g_autoptr (GPtrArray) stations = NULL;
  GPtrArray *notes;

  if (cluster != NULL)
    return copy_array (trio_doc_source_get_cluster_notes (scope->source, cluster->id));
  if (station != NULL)
    return copy_array (trio_doc_source_get_station (scope->source, station->id)->notes);
  notes = g_ptr_array_new ();
  if (theme == NULL)
    return notes;
  stations = trio_doc_source_list_theme_stations (scope->source, theme->id);
  for (guint i = 0; i < stations->len; i++)
    {
      const TrioRecord *record = stations->pdata[i];

      g_ptr_array_extend (notes, trio_doc_source_get_station (scope->source, record->id)->notes,
                          NULL, NULL);
    }
  return notes;
}

/**
 * trio_scope_list:
 * @scope: a scope
 * @loop: what to go through, such as "stations"
 *
 * Returns: (transfer container): the objects in order: #TrioRecord, or for the rows of a
 *   param the fields of each, ended by %NULL
 */
GPtrArray *
trio_scope_list (const TrioScope *scope, const char *loop)
{
  const TrioRecord *theme, *station, *question;
  const TrioParam *param;
  TrioScopeKind kind;

  g_return_val_if_fail (scope != NULL && loop != NULL, NULL);

  if (!trio_names_get_loop (loop, &kind))
    {
      param = trio_template_find_param (scope->tmpl, loop);
      return param != NULL ? trio_scope_list_rows (scope, param) : g_ptr_array_new ();
    }
  theme = trio_scope_find (scope, TRIO_SCOPE_THEME);
  station = trio_scope_find (scope, TRIO_SCOPE_STATION);
  question = trio_scope_find (scope, TRIO_SCOPE_QUESTION);
  if (g_str_equal (loop, "themes"))
    return copy_array (trio_doc_source_get_themes (scope->source));
  if (g_str_equal (loop, "stations"))
    return theme != NULL ? trio_doc_source_list_theme_stations (scope->source, theme->id)
                         : copy_array (trio_doc_source_get_stations (scope->source));
  if (g_str_equal (loop, "notes"))
    return list_notes (scope);
  if (station != NULL && g_str_equal (loop, "clusters"))
    return copy_array (trio_doc_source_get_station (scope->source, station->id)->clusters);
  if (station != NULL && g_str_equal (loop, "loose_notes"))
    return copy_array (trio_doc_source_get_station (scope->source, station->id)->loose);
  if (g_str_equal (loop, "followups"))
    return theme != NULL ? trio_doc_source_list_followups (scope->source, theme->id)
                         : copy_array (trio_doc_source_get_followups (scope->source));
  if (g_str_equal (loop, "other_followups"))
    return trio_doc_source_list_followups (scope->source, 0);
  if (theme != NULL && g_str_equal (loop, "questions"))
    return trio_doc_source_list_questions (scope->source, theme->id, 0);
  if (theme != NULL && question != NULL && g_str_equal (loop, "subquestions"))
    return trio_doc_source_list_questions (scope->source, theme->id, question->id);
  return g_ptr_array_new ();
}
