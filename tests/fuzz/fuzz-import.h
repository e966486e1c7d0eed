/* fuzz-import.h: what must hold of every import plan, whatever was read. */
#pragma once

#include "exchange/trio-import-plan.h"

static inline TrioImportContext *
make_fuzz_context (void)
{
  TrioImportContext *context = trio_import_context_new ();

  trio_import_context_add_station (context, 3, 1,
                                   trio_import_context_add_theme (context, 1, "Blik for borgeren"));
  trio_import_context_add_station (
      context, 4, 2, trio_import_context_add_theme (context, 2, "En stærk fortælling"));
  return context;
}

static inline void
check_fuzz_text (const char *text, glong max)
{
  g_assert_true (g_utf8_validate (text, -1, NULL));
  g_assert_cmpint (g_utf8_strlen (text, -1), >, 0);
  g_assert_cmpint (g_utf8_strlen (text, -1), <=, max);
  for (const char *p = text; *p; p++)
    g_assert_true (*p == '\n' || !g_ascii_iscntrl (*p));
}

static inline void
check_fuzz_plan (const TrioImportPlan *plan)
{
  g_autofree char *report = trio_import_plan_dup_report (plan);
  guint n_entries = 0;

  g_assert_true (g_utf8_validate (report, -1, NULL));
  g_assert_cmpuint (plan->problems->len, <=, TRIO_IMPORT_MAX_PROBLEMS);

  for (guint i = 0; i < plan->stations->len; i++)
    {
      const TrioImportStation *station = &g_array_index (plan->stations, TrioImportStation, i);

      g_assert_cmpuint (station->number, >=, 1);
      g_assert_cmpuint (station->number, <=, plan->context->max_station);
      check_fuzz_text (station->title, plan->context->max_title);
      n_entries += station->n_entries;
      for (guint j = 0; j < i; j++)
        g_assert_cmpuint (station->number, !=,
                          g_array_index (plan->stations, TrioImportStation, j).number);
    }

  g_assert_cmpuint (n_entries, ==, plan->entries->len);
  for (guint i = 0; i < plan->entries->len; i++)
    {
      const TrioImportEntry *entry = &g_array_index (plan->entries, TrioImportEntry, i);

      g_assert_cmpuint (entry->line, >, 0);
      g_assert_cmpuint (entry->station, <, plan->stations->len);
      check_fuzz_text (entry->text, plan->context->max_text);
      if (entry->cluster)
        check_fuzz_text (entry->cluster, plan->context->max_title);
      if (entry->round)
        check_fuzz_text (entry->round, plan->context->max_title);
      if (entry->team)
        check_fuzz_text (entry->team, plan->context->max_title);
    }
}
