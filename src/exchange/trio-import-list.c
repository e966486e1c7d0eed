/* trio-import-list.c: a list of inputs for one station, which needs no questions. */
#include "config.h"

#include "exchange/trio-import.h"

#include <string.h>

/* A longer text is read in the background. */
#define MAX_AT_ONCE (256 * 1024)

static gboolean
is_plain_list (const TrioImportPlan *plan, TrioId station)
{
  return plan->stations->len == 1 && plan->n_problems == 0
         && g_array_index (plan->stations, TrioImportStation, 0).id == station;
}

/**
 * trio_import_read_list:
 * @model: a model
 * @station: number of a station
 * @text: text that was pasted or dropped
 *
 * Reads a text as a list of inputs for one station: bullets are stripped and blank lines ignored,
 * as in every import.
 *
 * Returns: (transfer full) (nullable): the inputs; %NULL when the text names other stations, when
 *   something in it cannot be used, or when it is long: then it has to be looked at first
 */
TrioImportPlan *
trio_import_read_list (TrioModel *model, TrioId station, const char *text)
{
  g_autoptr (TrioSnapshot) snapshot = NULL;
  g_autoptr (TrioImportContext) context = NULL;
  g_autoptr (TrioImportPlan) plan = NULL;
  TrioImportOptions options = { 0 };
  const TrioRecord *record;

  g_return_val_if_fail (TRIO_IS_MODEL (model), NULL);
  g_return_val_if_fail (text != NULL, NULL);

  record = trio_model_get_record (model, station);
  if (record == NULL || strlen (text) > MAX_AT_ONCE)
    return NULL;
  snapshot = trio_model_dup_snapshot (model);
  context = trio_import_context_new_for_snapshot (snapshot);
  plan = trio_import_plan_new (context);
  options.station = (guint)trio_record_get_int (record, TRIO_STATION_NUMBER);
  if (!trio_import_read_text (plan, text, &options, NULL, NULL) || !is_plain_list (plan, station))
    return NULL;
  return g_steal_pointer (&plan);
}
