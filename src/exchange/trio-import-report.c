/* trio-import-report.c: a plan in words, for the dry run and for the window.
 *
 * Whole translated lines, so that the command line tool and the window say the same.
 */
#include "config.h"

#include "exchange/trio-import-plan.h"

#include <glib/gi18n-lib.h>

/**
 * trio_import_plan_dup_summary:
 * @plan: a plan
 *
 * Says in one sentence what would be imported.
 *
 * Returns: (transfer full): translated text without a line end
 */
char *
trio_import_plan_dup_summary (const TrioImportPlan *plan)
{
  g_autofree char *inputs = NULL;
  g_autofree char *stations = NULL;
  guint n_stations = 0;

  if (plan->entries->len == 0)
    return g_strdup (_ ("No inputs were found."));

  for (guint i = 0; i < plan->stations->len; i++)
    n_stations += g_array_index (plan->stations, TrioImportStation, i).n_entries > 0;

  inputs = g_strdup_printf (ngettext ("%u input", "%u inputs", plan->entries->len),
                            plan->entries->len);
  stations = g_strdup_printf (ngettext ("%u station", "%u stations", n_stations), n_stations);
  /* Translators: “36 inputs” and “4 stations” */
  return g_strdup_printf (_ ("%s at %s"), inputs, stations);
}

/**
 * trio_import_plan_dup_source_line:
 * @plan: a plan
 * @source: index of a source
 *
 * Says how a file was read.
 *
 * Returns: (transfer full): translated text without a line end; "" for pasted text
 */
char *
trio_import_plan_dup_source_line (const TrioImportPlan *plan, guint source)
{
  const TrioImportSource *s;

  g_return_val_if_fail (source < plan->sources->len, NULL);

  s = &g_array_index (plan->sources, TrioImportSource, source);
  if (!*s->name || s->encoding == NULL)
    return g_strdup ("");
  if (s->is_table)
    /* Translators: name of a file and of an encoding: “inputs.csv: table in UTF-8” */
    return g_strdup_printf (_ ("%s: table in %s"), s->name, s->encoding);
  /* Translators: name of a file and of an encoding: “inputs.txt: text in UTF-8” */
  return g_strdup_printf (_ ("%s: text in %s"), s->name, s->encoding);
}

/**
 * trio_import_plan_dup_station_line:
 * @plan: a plan
 * @station: index of a station
 *
 * Says which station it is, how many inputs it gets and whether it is new.
 *
 * Returns: (transfer full): translated text without a line end
 */
char *
trio_import_plan_dup_station_line (const TrioImportPlan *plan, guint station)
{
  const TrioImportStation *s;
  g_autofree char *inputs = NULL;

  g_return_val_if_fail (station < plan->stations->len, NULL);

  s = &g_array_index (plan->stations, TrioImportStation, station);
  inputs = g_strdup_printf (ngettext ("%u input", "%u inputs", s->n_entries), s->n_entries);

  if (s->id != 0)
    /* Translators: “Station 2: Digital possibilities – 10 inputs” */
    return g_strdup_printf (_ ("Station %u: %s – %s"), s->number, s->title, inputs);
  if (s->theme != 0)
    return g_strdup_printf (_ ("Station %u: %s – %s (new station)"), s->number, s->title, inputs);
  return g_strdup_printf (_ ("Station %u: %s – %s (new station with a new theme)"), s->number,
                          s->title, inputs);
}

/**
 * trio_import_plan_dup_problem_line:
 * @plan: a plan
 * @problem: index of a finding
 *
 * Says what was found, and in which file and line.
 *
 * Returns: (transfer full): translated text without a line end
 */
char *
trio_import_plan_dup_problem_line (const TrioImportPlan *plan, guint problem)
{
  const TrioImportProblem *p;
  const char *source = "";

  g_return_val_if_fail (problem < plan->problems->len, NULL);

  p = &g_array_index (plan->problems, TrioImportProblem, problem);
  if (p->source < plan->sources->len)
    source = g_array_index (plan->sources, TrioImportSource, p->source).name;

  if (*source && p->line > 0)
    /* Translators: file name, line number, what was found there */
    return g_strdup_printf (_ ("%s, line %u: %s"), source, p->line, p->message);
  if (*source)
    /* Translators: file name, what was found there */
    return g_strdup_printf (_ ("%s: %s"), source, p->message);
  if (p->line > 0)
    /* Translators: line number, what was found there */
    return g_strdup_printf (_ ("Line %u: %s"), p->line, p->message);
  return g_strdup (p->message);
}

/**
 * trio_import_plan_dup_report:
 * @plan: a plan
 *
 * Describes the whole plan: the sum, each source, each station, each finding.
 *
 * Returns: (transfer full): translated lines, each ended by a line end
 */
char *
trio_import_plan_dup_report (const TrioImportPlan *plan)
{
  GString *out = g_string_new (NULL);
  g_autofree char *summary = trio_import_plan_dup_summary (plan);
  guint n_more = plan->n_notices + plan->n_problems - plan->problems->len;

  g_string_append_printf (out, "%s\n", summary);
  for (guint i = 0; i < plan->sources->len; i++)
    {
      g_autofree char *line = trio_import_plan_dup_source_line (plan, i);

      if (*line)
        g_string_append_printf (out, "%s\n", line);
    }
  for (guint i = 0; i < plan->stations->len; i++)
    {
      g_autofree char *line = trio_import_plan_dup_station_line (plan, i);

      g_string_append_printf (out, "  %s\n", line);
    }

  for (guint i = 0; i < plan->problems->len; i++)
    {
      g_autofree char *line = trio_import_plan_dup_problem_line (plan, i);

      g_string_append_printf (out, "%s\n", line);
    }

  if (n_more > 0)
    {
      g_string_append_printf (out, ngettext ("… and %u more.", "… and %u more.", n_more), n_more);
      g_string_append_c (out, '\n');
    }

  return g_string_free (out, FALSE);
}
