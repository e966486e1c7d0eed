/* trio-import-keep.c: an import while the stations of a workshop are locked. */
#include "config.h"

#include "exchange/trio-import-plan.h"

static guint
find_known (const TrioImportPlan *plan, guint number)
{
  const GArray *known = plan->context->stations;

  for (guint i = 0; i < known->len; i++)
    if (g_array_index (known, TrioImportKnown, i).number == number)
      return number;
  return known->len > 0 ? g_array_index (known, TrioImportKnown, 0).number : 0;
}

/**
 * trio_import_plan_keep_stations:
 * @plan: a plan
 * @number: number of the station that gets the inputs of stations that are not there
 *
 * Keeps a plan from making stations: the inputs of those that the workshop does not have go to one
 * that it has, @number or else its first.
 *
 * Returns: how many inputs go elsewhere; 0 as well when the workshop has no stations at all
 */
guint
trio_import_plan_keep_stations (TrioImportPlan *plan, guint number)
{
  guint known = find_known (plan, number);
  guint to;
  guint n = 0;

  if (known == 0)
    return 0;
  to = trio_import_plan_use_station (plan, 0, known, NULL);
  for (guint i = 0; i < plan->entries->len; i++)
    {
      TrioImportEntry *entry = &g_array_index (plan->entries, TrioImportEntry, i);
      TrioImportStation *station
          = &g_array_index (plan->stations, TrioImportStation, entry->station);

      if (station->id != 0)
        continue;
      station->n_entries--;
      entry->station = to;
      g_array_index (plan->stations, TrioImportStation, to).n_entries++;
      n++;
    }
  /* By its number a planned station is found again; none is new any more. */
  for (guint i = 0; i < plan->stations->len; i++)
    if (g_array_index (plan->stations, TrioImportStation, i).id == 0)
      g_array_index (plan->stations, TrioImportStation, i).number = known;
  return n;
}

/**
 * trio_import_plan_get_station_for_others:
 * @plan: a plan
 * @number: number of a station
 *
 * Returns: number of the station that trio_import_plan_keep_stations() uses
 */
guint
trio_import_plan_get_station_for_others (const TrioImportPlan *plan, guint number)
{
  return find_known (plan, number);
}
