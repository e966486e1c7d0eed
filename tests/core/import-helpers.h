/* import-helpers.h: a workshop of four stations to import into, and plans as comparable text. */
#pragma once

#include "exchange/trio-import-plan.h"

static inline TrioImportContext *
make_four_stations (void)
{
  static const char *const titles[] = { "Blik for borgeren", "Digitale muligheder",
                                        "En attraktiv arbejdsplads", "En stærk fortælling" };
  TrioImportContext *context = trio_import_context_new ();

  for (guint i = 0; i < G_N_ELEMENTS (titles); i++)
    trio_import_context_add_station (context, 10 + i, i + 1,
                                     trio_import_context_add_theme (context, 1 + i, titles[i]));

  return context;
}

/* One line an input: "number of the station|text", then "|x" for what else it has. */
static inline char *
dup_entries (const TrioImportPlan *plan)
{
  GString *out = g_string_new (NULL);

  for (guint i = 0; i < plan->entries->len; i++)
    {
      const TrioImportEntry *entry = &g_array_index (plan->entries, TrioImportEntry, i);

      g_assert_cmpuint (entry->station, <, plan->stations->len);
      g_assert_true (g_utf8_validate (entry->text, -1, NULL));
      g_string_append_printf (
          out, "%u|%s", g_array_index (plan->stations, TrioImportStation, entry->station).number,
          entry->text);
      if (entry->cluster)
        g_string_append_printf (out, "|cluster %s", entry->cluster);
      if (entry->round)
        g_string_append_printf (out, "|round %s", entry->round);
      if (entry->team)
        g_string_append_printf (out, "|team %s", entry->team);
      if (entry->votes > 0)
        g_string_append_printf (out, "|votes %u", entry->votes);
      if (entry->role != TRIO_ROLE_NONE)
        g_string_append_printf (out, "|role %d", entry->role);
      g_string_append_c (out, '\n');
    }

  return g_string_free (out, FALSE);
}

static inline gboolean
plan_says (const TrioImportPlan *plan, guint line, const char *part)
{
  for (guint i = 0; i < plan->problems->len; i++)
    {
      const TrioImportProblem *problem = &g_array_index (plan->problems, TrioImportProblem, i);

      if (problem->line == line && strstr (problem->message, part) != NULL)
        return TRUE;
    }

  return FALSE;
}

static inline char *
read_fixture (const char *name, gsize *length)
{
  g_autofree char *path
      = g_test_build_filename (G_TEST_DIST, "..", "fixtures", "import", name, NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (GMappedFile) file = g_mapped_file_new (path, FALSE, &error);

  g_assert_no_error (error);
  *length = g_mapped_file_get_length (file);
  return g_strndup (g_mapped_file_get_contents (file), *length);
}
