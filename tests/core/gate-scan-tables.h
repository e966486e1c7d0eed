/* gate-scan-tables.h: every word in every pattern, found or not found. */
#pragma once

#include <string.h>

#include "document/gate/trio-scan.h"

static inline guint
count_kind (const GArray *hits, TrioHitKind kind)
{
  guint count = 0;

  for (guint i = 0; i < hits->len; i++)
    count += g_array_index (hits, TrioHit, i).kind == kind;
  return count;
}

/* @pattern has one "%s"; exactly what is put there must be found. */
static inline void
assert_found (const char *pattern, const char *data, TrioHitKind kind)
{
  g_auto (GStrv) parts = g_strsplit (pattern, "%s", 2);
  g_autofree char *text = g_strconcat (parts[0], data, parts[1], NULL);
  g_autoptr (GArray) hits = trio_scan_text (text);
  gsize start = strlen (parts[0]);

  for (guint i = 0; i < hits->len; i++)
    {
      const TrioHit *hit = &g_array_index (hits, TrioHit, i);

      if (hit->kind == kind && hit->start == start && hit->end == start + strlen (data))
        return;
    }
  g_test_message ("“%s” is not found in “%s”", data, text);
  g_test_fail ();
}

static inline void
assert_not_found (const char *pattern, const char *data, TrioHitKind kind)
{
  g_auto (GStrv) parts = g_strsplit (pattern, "%s", 2);
  g_autofree char *text = g_strconcat (parts[0], data, parts[1], NULL);
  g_autoptr (GArray) hits = trio_scan_text (text);

  if (count_kind (hits, kind) == 0)
    return;
  g_test_message ("something is found in “%s”", text);
  g_test_fail ();
}

typedef void (*Assertion) (const char *pattern, const char *data, TrioHitKind kind);

/* Every word in every pattern; a table that grows too small is told. */
static inline void
run_table (const char *const *patterns,
           const char *const *words,
           TrioHitKind kind,
           Assertion assertion)
{
  guint count = 0;

  for (guint i = 0; patterns[i] != NULL; i++)
    for (guint j = 0; words[j] != NULL; j++, count++)
      assertion (patterns[i], words[j], kind);
  g_assert_cmpuint (count, >=, 100);
}
