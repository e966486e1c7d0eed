/* trio-gate-coverage.c: which inputs do the summaries rest on, and do all sentences? */
#include "config.h"

#include "document/gate/trio-gate-private.h"

#include <string.h>

#include "base/trio-text.h"
#include "document/trio-coverage.h"

static char *
dup_plain (const char *text, gssize length)
{
  g_autofree char *copy = g_strndup (text, length < 0 ? strlen (text) : (gsize)length);
  g_autofree char *folded = g_utf8_casefold (copy, -1);
  GString *plain = g_string_new (NULL);

  for (const char *p = folded; *p != '\0'; p = g_utf8_next_char (p))
    if (g_unichar_isalnum (g_utf8_get_char (p)))
      g_string_append_unichar (plain, g_utf8_get_char (p));
  return g_string_free (plain, FALSE);
}

/* Checks each sentence against what the links say; FALSE in @linked means none of them. */
static void
check_sentences (TrioGate *gate, const TrioRecord *summary, GHashTable *linked)
{
  const char *text = trio_record_get_text (summary, TRIO_SUMMARY_TEXT);
  const char *p = text;

  while (*p != '\0')
    {
      const char *end;
      g_autofree char *plain = NULL;

      while (*p == ' ' || *p == '\n')
        p++;
      end = trio_text_find_sentence_end (p);
      plain = dup_plain (p, end - p);
      if (*plain != '\0' && !g_hash_table_contains (linked, plain))
        trio_gate_add (gate, TRIO_FINDING_UNLINKED, TRIO_SEVERITY_NOTICE, summary,
                       TRIO_SUMMARY_TEXT, p - text, end - text);
      p = end;
    }
}

static void
check_summary (TrioGate *gate, const TrioRecord *summary)
{
  g_autoptr (GPtrArray) links
      = trio_snapshot_dup_children (gate->snapshot, TRIO_KIND_LINK, TRIO_LINK_SUMMARY, summary->id);
  g_autoptr (GHashTable) linked = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (guint i = 0; i < links->len; i++)
    {
      const char *sentence = trio_record_get_text (links->pdata[i], TRIO_LINK_SENTENCE);

      /* A link without sentence speaks for the whole summary. */
      if (sentence == NULL || *sentence == '\0')
        return;
      g_hash_table_add (linked, dup_plain (sentence, -1));
    }
  if (links->len > 0)
    check_sentences (gate, summary, linked);
}

static gboolean
has_summary (TrioGate *gate, TrioId theme)
{
  GPtrArray *all = trio_snapshot_get_all (gate->snapshot, TRIO_KIND_SUMMARY);

  for (guint i = 0; i < all->len; i++)
    {
      g_autofree char *plain = NULL;

      if (trio_record_get_ref (all->pdata[i], TRIO_SUMMARY_THEME) != theme)
        continue;
      plain = dup_plain (trio_record_get_text (all->pdata[i], TRIO_SUMMARY_TEXT), -1);
      if (*plain != '\0')
        return TRUE;
    }
  return FALSE;
}

static void
check_theme (TrioGate *gate, const TrioRecord *theme)
{
  g_autoptr (GPtrArray) notes = trio_coverage_list_notes (gate->snapshot, theme->id);
  g_autoptr (GPtrArray) uncovered = trio_coverage_list_uncovered (gate->snapshot, theme->id);
  TrioFinding *finding;

  if (notes->len == 0)
    return;
  if (!has_summary (gate, theme->id))
    {
      trio_gate_add (gate, TRIO_FINDING_NO_SUMMARY, TRIO_SEVERITY_WARNING, theme, TRIO_NO_FIELD, 0,
                     0);
      return;
    }
  if (uncovered->len == 0)
    return;
  finding = trio_gate_add (gate, TRIO_FINDING_COVERAGE, TRIO_SEVERITY_NOTICE, theme, TRIO_NO_FIELD,
                           0, 0);
  finding->n = notes->len - uncovered->len;
  finding->total = notes->len;
}

/* Checks what the summaries rest on, for documents that print summaries. */
void
trio_gate_coverage (TrioGate *gate)
{
  GPtrArray *themes = trio_snapshot_get_all (gate->snapshot, TRIO_KIND_THEME);
  GPtrArray *summaries = trio_snapshot_get_all (gate->snapshot, TRIO_KIND_SUMMARY);

  if (!trio_gate_is_for (gate, "notat"))
    return;
  for (guint i = 0; i < themes->len; i++)
    check_theme (gate, g_ptr_array_index (themes, i));
  for (guint i = 0; i < summaries->len; i++)
    check_summary (gate, g_ptr_array_index (summaries, i));
}
