/* trio-import-plan.c: collects inputs, stations and findings; knows which station is meant.
 *
 * The number of a station decides. Its title as read is only compared with the theme's: a
 * copied document with a misspelt heading must not rename a theme.
 */
#include "config.h"

#include "exchange/trio-import-plan.h"

#include <string.h>

#include <glib/gi18n-lib.h>

#include "base/trio-text.h"

static void
clear_source (gpointer data)
{
  TrioImportSource *source = data;

  g_free (source->name);
}

static void
clear_station (gpointer data)
{
  TrioImportStation *station = data;

  g_free (station->title);
  g_free (station->folded);
}

static void
clear_problem (gpointer data)
{
  TrioImportProblem *problem = data;

  g_free (problem->message);
}

/**
 * trio_import_plan_new:
 * @context: the workshop that the inputs are meant for
 *
 * Returns: (transfer full): an empty plan
 */
TrioImportPlan *
trio_import_plan_new (TrioImportContext *context)
{
  TrioImportPlan *plan = g_new0 (TrioImportPlan, 1);

  plan->context = trio_import_context_ref (context);
  plan->sources = g_array_new (FALSE, TRUE, sizeof (TrioImportSource));
  g_array_set_clear_func (plan->sources, clear_source);
  plan->stations = g_array_new (FALSE, TRUE, sizeof (TrioImportStation));
  g_array_set_clear_func (plan->stations, clear_station);
  plan->entries = g_array_new (FALSE, TRUE, sizeof (TrioImportEntry));
  g_array_set_clear_func (plan->entries, (GDestroyNotify)trio_import_entry_clear);
  plan->problems = g_array_new (FALSE, TRUE, sizeof (TrioImportProblem));
  g_array_set_clear_func (plan->problems, clear_problem);
  plan->free_number = 1;
  plan->uses = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  return plan;
}

/**
 * trio_import_plan_free:
 * @plan: (nullable): a plan
 *
 * Frees @plan and all that it holds.
 */
void
trio_import_plan_free (TrioImportPlan *plan)
{
  if (plan == NULL)
    return;

  trio_import_context_unref (plan->context);
  g_array_unref (plan->sources);
  g_array_unref (plan->stations);
  g_array_unref (plan->entries);
  g_array_unref (plan->problems);
  g_hash_table_unref (plan->uses);
  g_free (plan);
}

/**
 * trio_import_entry_clear:
 * @entry: an input
 *
 * Frees what @entry holds and zeroes it.
 */
void
trio_import_entry_clear (TrioImportEntry *entry)
{
  g_clear_pointer (&entry->text, g_free);
  g_clear_pointer (&entry->cluster, g_free);
  g_clear_pointer (&entry->round, g_free);
  g_clear_pointer (&entry->team, g_free);
}

/**
 * trio_import_plan_begin_source:
 * @plan: a plan
 * @name: name of what is read next, as people know it; "" for pasted text
 *
 * Says where the next entries and problems come from.
 */
void
trio_import_plan_begin_source (TrioImportPlan *plan, const char *name)
{
  TrioImportSource source = { g_utf8_make_valid (name, -1), NULL, FALSE };

  g_array_append_val (plan->sources, source);
}

static guint
current_source (const TrioImportPlan *plan)
{
  return plan->sources->len > 0 ? plan->sources->len - 1 : 0;
}

/**
 * trio_import_plan_add_problem:
 * @plan: a plan
 * @severity: how serious it is
 * @line: line of the current source, from 1, or 0
 * @format: the message, translated
 * @...: for @format
 *
 * Adds a finding. Beyond %TRIO_IMPORT_MAX_PROBLEMS they are only counted.
 */
void
trio_import_plan_add_problem (
    TrioImportPlan *plan, TrioImportSeverity severity, guint line, const char *format, ...)
{
  TrioImportProblem problem = { severity, current_source (plan), line, NULL };
  va_list args;

  if (severity == TRIO_IMPORT_PROBLEM)
    plan->n_problems++;
  else
    plan->n_notices++;

  if (plan->problems->len >= TRIO_IMPORT_MAX_PROBLEMS)
    return;

  va_start (args, format);
  problem.message = g_strdup_vprintf (format, args);
  va_end (args);
  g_array_append_val (plan->problems, problem);
}

static guint
find_planned (const TrioImportPlan *plan, guint number)
{
  for (guint i = 0; i < plan->stations->len; i++)
    if (g_array_index (plan->stations, TrioImportStation, i).number == number)
      return i;

  return TRIO_IMPORT_NO_STATION;
}

static const TrioImportKnown *
find_known (const TrioImportContext *context, guint number)
{
  for (guint i = 0; i < context->stations->len; i++)
    {
      const TrioImportKnown *known = &g_array_index (context->stations, TrioImportKnown, i);

      if (known->number == number)
        return known;
    }

  return NULL;
}

/* The station that a title alone means: the planned or known one with the least number. */
static guint
find_number_by_title (const TrioImportPlan *plan, const char *title)
{
  g_autofree char *folded = trio_import_fold (title, -1);
  guint number = 0;

  for (guint i = 0; i < plan->context->stations->len; i++)
    {
      const TrioImportKnown *known = &g_array_index (plan->context->stations, TrioImportKnown, i);
      const TrioImportTheme *theme
          = &g_array_index (plan->context->themes, TrioImportTheme, known->theme);

      if (g_str_equal (theme->folded, folded) && (number == 0 || known->number < number))
        number = known->number;
    }

  for (guint i = 0; number == 0 && i < plan->stations->len; i++)
    {
      const TrioImportStation *station = &g_array_index (plan->stations, TrioImportStation, i);

      if (g_str_equal (station->folded, folded))
        number = station->number;
    }

  return number;
}

/* Stations are never taken out of a plan, so the search goes on where it last ended. */
static guint
find_free_number (TrioImportPlan *plan)
{
  while (plan->free_number <= plan->context->max_station
         && (find_known (plan->context, plan->free_number)
             || find_planned (plan, plan->free_number) != TRIO_IMPORT_NO_STATION))
    plan->free_number++;

  return plan->free_number;
}

/* A heading in capitals is a way of printing; a title is stored as people write it. */
static char *
dup_title_as_written (const char *title)
{
  g_autofree char *upper = trio_text_upper (title, "da");
  g_autofree char *lower = trio_text_lower (title, "da");
  g_autofree char *first = NULL;
  const char *rest;

  if (!g_str_equal (upper, title) || g_str_equal (lower, title))
    return g_strdup (title);

  rest = g_utf8_next_char (lower);
  first = g_strndup (lower, rest - lower);
  g_free (upper);
  upper = trio_text_upper (first, "da");
  return g_strconcat (upper, rest, NULL);
}

static void
compare_title (TrioImportPlan *plan,
               guint line,
               const TrioImportStation *station,
               const char *title)
{
  g_autofree char *read = trio_import_fold (title, -1);

  if (g_str_equal (read, station->folded))
    return;

  trio_import_plan_add_problem (
      plan, TRIO_IMPORT_NOTICE, line,
      /* Translators: number of a station, title as read, title of the theme */
      _ ("Station %u is headed “%s” here; its theme is “%s”. The number decides, and the "
         "theme keeps its title."),
      station->number, title, station->title);
}

static void
fill_station (TrioImportPlan *plan, TrioImportStation *station, const char *title)
{
  const TrioImportKnown *known = find_known (plan->context, station->number);
  const TrioImportTheme *theme = NULL;

  if (known)
    {
      station->id = known->id;
      theme = &g_array_index (plan->context->themes, TrioImportTheme, known->theme);
    }
  else if (title)
    theme = trio_import_context_find_theme (plan->context, title);

  if (theme)
    {
      station->theme = theme->id;
      station->title = g_strdup (theme->title);
    }
  else if (title)
    station->title = dup_title_as_written (title);
  else
    /* Translators: title of the theme of a new station that nothing but its number is known of */
    station->title = g_strdup_printf (_ ("Station %u"), station->number);

  station->folded = trio_import_fold (station->title, -1);
}

/* @title is stripped and not empty, or NULL. */
static guint
plan_station (TrioImportPlan *plan, guint line, guint number, const char *title)
{
  TrioImportStation station = { 0 };
  guint index;

  if (title && g_utf8_strlen (title, -1) > plan->context->max_title)
    {
      trio_import_plan_add_problem (plan, TRIO_IMPORT_PROBLEM, line,
                                    _ ("The title of the station is longer than %u characters."),
                                    plan->context->max_title);
      title = NULL;
    }
  if (number == 0 && title == NULL)
    return TRIO_IMPORT_NO_STATION;

  if (number == 0)
    number = find_number_by_title (plan, title);
  if (number == 0)
    number = find_free_number (plan);
  if (number > plan->context->max_station)
    {
      trio_import_plan_add_problem (plan, TRIO_IMPORT_PROBLEM, line,
                                    _ ("There can be no station %u; the greatest number is %u."),
                                    number, plan->context->max_station);
      return TRIO_IMPORT_NO_STATION;
    }

  index = find_planned (plan, number);
  if (index == TRIO_IMPORT_NO_STATION)
    {
      station.number = number;
      station.source = current_source (plan);
      station.line = line;
      fill_station (plan, &station, title);
      g_array_append_val (plan->stations, station);
      index = plan->stations->len - 1;
    }

  if (title)
    compare_title (plan, line, &g_array_index (plan->stations, TrioImportStation, index), title);

  return index;
}

/**
 * trio_import_plan_use_station:
 * @plan: a plan
 * @line: the line that names the station
 * @number: its number as read, or 0
 * @title: (nullable): its title as read
 *
 * Finds the station that is meant and adds it to the plan if it is not there yet. The number
 * decides; a title that differs from the theme's is reported, once. A station that the
 * workshop does not have is planned as a new one, with the theme of that title or a new theme.
 *
 * Returns: its index in the plan, or %TRIO_IMPORT_NO_STATION if neither is given or the
 *   number is out of range, which is reported once
 */
guint
trio_import_plan_use_station (TrioImportPlan *plan, guint line, guint number, const char *title)
{
  g_autofree char *stripped = trio_text_clean (title, -1, TRIO_TEXT_ONE_LINE | TRIO_TEXT_TRIM);
  g_autofree char *key = g_strdup_printf ("%u %s", number, stripped);
  gpointer index;

  if (!g_hash_table_lookup_extended (plan->uses, key, NULL, &index))
    {
      index = GUINT_TO_POINTER (plan_station (plan, line, number, *stripped ? stripped : NULL));
      g_hash_table_insert (plan->uses, g_steal_pointer (&key), index);
    }

  return GPOINTER_TO_UINT (index);
}

/* Makes text fit for the model; what is empty then becomes %NULL. */
static void
clean (char **text, TrioTextFlags flags)
{
  g_autofree char *dirty = g_steal_pointer (text);
  g_autofree char *result = dirty ? trio_text_clean (dirty, -1, flags) : NULL;

  if (result && *result)
    *text = g_steal_pointer (&result);
}

/* A cluster's title that does not fit is no reason to lose the input. */
static void
check_title (TrioImportPlan *plan, guint line, char **title)
{
  if (*title == NULL || g_utf8_strlen (*title, -1) <= plan->context->max_title)
    return;

  trio_import_plan_add_problem (plan, TRIO_IMPORT_PROBLEM, line,
                                _ ("The name of a cluster, round or team is longer than %u "
                                   "characters and is left out."),
                                plan->context->max_title);
  g_clear_pointer (title, g_free);
}

/**
 * trio_import_plan_take_entry:
 * @plan: a plan
 * @entry: an input; what it holds is taken in any case and @entry zeroed
 *
 * Adds an input of the current source. One without text is dropped; one without a station
 * or with too long a text is reported as a problem.
 *
 * Returns: whether it was added
 */
gboolean
trio_import_plan_take_entry (TrioImportPlan *plan, TrioImportEntry *entry)
{
  TrioImportEntry taken = *entry;

  memset (entry, 0, sizeof *entry);
  taken.source = current_source (plan);

  clean (&taken.text, TRIO_TEXT_TRIM);
  clean (&taken.cluster, TRIO_TEXT_ONE_LINE | TRIO_TEXT_TRIM);
  clean (&taken.round, TRIO_TEXT_ONE_LINE | TRIO_TEXT_TRIM);
  clean (&taken.team, TRIO_TEXT_ONE_LINE | TRIO_TEXT_TRIM);

  if (taken.text == NULL)
    {
      trio_import_entry_clear (&taken);
      return FALSE;
    }

  if (taken.station == TRIO_IMPORT_NO_STATION)
    {
      g_autofree char *start = trio_text_shorten (taken.text, 40);

      trio_import_plan_add_problem (plan, TRIO_IMPORT_PROBLEM, taken.line,
                                    _ ("It is not said which station “%s” belongs to."), start);
      plan->n_skipped++;
      trio_import_entry_clear (&taken);
      return FALSE;
    }

  if (strlen (taken.text) > plan->context->max_text
      && g_utf8_strlen (taken.text, -1) > plan->context->max_text)
    {
      trio_import_plan_add_problem (plan, TRIO_IMPORT_PROBLEM, taken.line,
                                    _ ("The input has %ld characters; at most %u fit. Divide it "
                                       "into several."),
                                    g_utf8_strlen (taken.text, -1), plan->context->max_text);
      plan->n_skipped++;
      trio_import_entry_clear (&taken);
      return FALSE;
    }

  check_title (plan, taken.line, &taken.cluster);
  check_title (plan, taken.line, &taken.round);
  check_title (plan, taken.line, &taken.team);
  g_array_append_val (plan->entries, taken);
  g_array_index (plan->stations, TrioImportStation, taken.station).n_entries++;
  return TRUE;
}
