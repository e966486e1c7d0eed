/* trio-summary-page-status.c: how long the summary is, how far it is, and what it rests on. */
#include "config.h"

#include "app/summary/trio-summary-page-private.h"
#include "app/trio-compat.h"

#include <glib/gi18n.h>

#include "base/trio-text.h"
#include "document/trio-coverage.h"
#include "document/trio-draft.h"

static const TrioRecord *
get_summary (TrioSummaryPage *self)
{
  TrioId summary = self->model != NULL ? trio_summary_find (self->model, self->theme) : 0;

  return summary != 0 ? trio_model_get_record (self->model, summary) : NULL;
}

static const char *
name_state (const TrioRecord *summary)
{
  switch (trio_record_get_int (summary, TRIO_SUMMARY_STATE))
    {
    case TRIO_SUMMARY_STATE_DRAFT:
      /* Translators: state of a summary: proposed by the program, not edited yet */
      return C_ ("summary", "Draft");
    case TRIO_SUMMARY_STATE_APPROVED:
      return C_ ("summary", "Approved");
    default:
      return C_ ("summary", "Edited by you");
    }
}

static const char *
find_hint (guint words)
{
  if (words == 0)
    return _ ("30–60 words is a good length");
  if (words < TRIO_DRAFT_FEWEST_WORDS)
    return _ ("short: 30–60 words is a good length");
  if (words > TRIO_DRAFT_MOST_WORDS)
    return _ ("long: 30–60 words is a good length");
  return _ ("a good length");
}

/**
 * trio_summary_page_update_status:
 * @self: the page
 *
 * Shows below the text how far and how long it is.
 */
void
trio_summary_page_update_status (TrioSummaryPage *self)
{
  const TrioRecord *summary = get_summary (self);
  g_autofree char *text = trio_summary_editor_dup_text (self->editor);
  guint words = trio_text_count_words (text);
  gboolean is_approved
      = summary != NULL
        && trio_record_get_int (summary, TRIO_SUMMARY_STATE) == TRIO_SUMMARY_STATE_APPROVED;
  g_autofree char *count = g_strdup_printf (ngettext ("%u word", "%u words", words), words);
  g_autofree char *status = NULL;

  if (words == 0)
    status = g_strdup (find_hint (0));
  else
    status = g_strdup_printf ("%s · %s · %s", summary != NULL ? name_state (summary) : "", count,
                              find_hint (words));
  gtk_label_set_label (self->status, status);
  self->is_updating = TRUE;
  gtk_toggle_button_set_active (self->approve_button, is_approved);
  trio_compat_set_button_label (GTK_BUTTON (self->approve_button),
                                is_approved ? C_ ("summary", "✓ Approved") : _ ("_Approve"));
  self->is_updating = FALSE;
  gtk_widget_set_sensitive (GTK_WIDGET (self->approve_button),
                            words > 0 && !trio_model_get_read_only (self->model));
}

/**
 * trio_summary_page_update_coverage:
 * @self: the page
 *
 * Shows how many inputs the summary rests on, and how many sentences rest on none.
 */
void
trio_summary_page_update_coverage (TrioSummaryPage *self)
{
  g_autoptr (TrioSnapshot) snapshot = trio_model_dup_snapshot (self->model);
  g_autoptr (GPtrArray) notes = trio_coverage_list_notes (snapshot, self->theme);
  g_autoptr (GPtrArray) uncovered = trio_coverage_list_uncovered (snapshot, self->theme);
  guint total = notes->len;
  guint n = total - uncovered->len;
  guint n_unsupported = trio_summary_editor_count_unsupported (self->editor);
  guint n_sentences = trio_summary_editor_get_sentences (self->editor)->len;
  g_autofree char *text = NULL;
  g_autofree char *unused = NULL;
  g_autofree char *unsupported = NULL;

  /* Translators: how many of the inputs of a theme its summary rests on */
  text = g_strdup_printf (ngettext ("rests on %u of %u input", "rests on %u of %u inputs", total),
                          n, total);
  gtk_level_bar_set_value (self->meter, total > 0 ? (double)n / total : 0);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->meter), GTK_ACCESSIBLE_PROPERTY_VALUE_TEXT,
                                  text, -1);
  gtk_label_set_label (self->coverage, text);
  /* Translators: a button that shows only the inputs that a summary does not rest on yet */
  unused = g_strdup_printf (ngettext ("Show %u unused", "Show %u unused", total - n), total - n);
  gtk_button_set_label (GTK_BUTTON (self->unused_button), unused);
  gtk_widget_set_visible (GTK_WIDGET (self->unused_button),
                          n < total || gtk_toggle_button_get_active (self->unused_button));
  /* Translators: a button that goes to the next sentence of a summary that rests on no input */
  unsupported = g_strdup_printf (ngettext ("%u sentence without input",
                                           "%u sentences without input", n_unsupported),
                                 n_unsupported);
  gtk_button_set_label (GTK_BUTTON (self->unsupported_button), unsupported);
  gtk_widget_set_visible (self->unsupported_button, n_unsupported > 0);
  gtk_widget_set_visible (GTK_WIDGET (self->hint), n_sentences > 0 && n == 0);
}

/* Also those that lie in a stack with one that a sentence rests on. */
static GHashTable *
list_covered (TrioSummaryPage *self)
{
  GHashTable *covered = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  g_autoptr (TrioSnapshot) snapshot = trio_model_dup_snapshot (self->model);
  g_autoptr (GPtrArray) notes = trio_coverage_list_notes (snapshot, self->theme);
  g_autoptr (GPtrArray) uncovered = trio_coverage_list_uncovered (snapshot, self->theme);

  for (guint i = 0; i < notes->len; i++)
    g_hash_table_add (covered,
                      g_memdup2 (&((const TrioRecord *)notes->pdata[i])->id, sizeof (TrioId)));
  for (guint i = 0; i < uncovered->len; i++)
    g_hash_table_remove (covered, &((const TrioRecord *)uncovered->pdata[i])->id);
  return covered;
}

/**
 * trio_summary_page_update_links:
 * @self: the page
 *
 * Sets the check marks of the inputs for the sentence at the caret.
 */
void
trio_summary_page_update_links (TrioSummaryPage *self)
{
  const TrioSentence *sentence = trio_summary_editor_get_sentence (self->editor);
  TrioId summary = trio_summary_find (self->model, self->theme);
  g_autoptr (GHashTable) own
      = trio_summary_list_notes (self->model, summary, sentence != NULL ? sentence->plain : "");
  g_autoptr (GHashTable) all = list_covered (self);

  trio_summary_clusters_set_linked (self->clusters, own, all,
                                    sentence != NULL && !trio_model_get_read_only (self->model));
}

/**
 * trio_summary_page_get_editor:
 * @self: the page
 *
 * Returns: (transfer none): where the summary is written
 */
TrioSummaryEditor *
trio_summary_page_get_editor (TrioSummaryPage *self)
{
  g_return_val_if_fail (TRIO_IS_SUMMARY_PAGE (self), NULL);

  return self->editor;
}

/**
 * trio_summary_page_get_clusters:
 * @self: the page
 *
 * Returns: (transfer none): the inputs of the theme
 */
TrioSummaryClusters *
trio_summary_page_get_clusters (TrioSummaryPage *self)
{
  g_return_val_if_fail (TRIO_IS_SUMMARY_PAGE (self), NULL);

  return self->clusters;
}

/**
 * trio_summary_page_get_preview:
 * @self: the page
 *
 * Returns: (transfer none): the pages beside the text
 */
TrioPagePreview *
trio_summary_page_get_preview (TrioSummaryPage *self)
{
  g_return_val_if_fail (TRIO_IS_SUMMARY_PAGE (self), NULL);

  return self->preview;
}
