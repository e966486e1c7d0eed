/* trio-summary-editor.h: the words of a summary, saved as they are typed. */
#pragma once

#include <gtk/gtk.h>

#include "app/summary/trio-summary-links.h"

G_BEGIN_DECLS

#define TRIO_TYPE_SUMMARY_EDITOR (trio_summary_editor_get_type ())

G_DECLARE_FINAL_TYPE (TrioSummaryEditor, trio_summary_editor, TRIO, SUMMARY_EDITOR, GtkTextView)

/* Signals:
 * "edited": words were typed and taken over
 * "refused" (string text): words were typed that cannot be taken, and why
 * "notes-dropped" (uint sentence, GArray ids): inputs were dropped on a sentence
 * "sentence-changed": the caret is in another sentence, or the sentence reads otherwise */

void trio_summary_editor_show (TrioSummaryEditor *self, TrioModel *model, TrioId theme);
void trio_summary_editor_update (TrioSummaryEditor *self);
char *trio_summary_editor_dup_text (TrioSummaryEditor *self);
const TrioSentence *trio_summary_editor_get_sentence (TrioSummaryEditor *self);
const GPtrArray *trio_summary_editor_get_sentences (TrioSummaryEditor *self);
guint trio_summary_editor_count_unsupported (TrioSummaryEditor *self);
gboolean trio_summary_editor_go_to_unsupported (TrioSummaryEditor *self);
void trio_summary_editor_select_bytes (TrioSummaryEditor *self, gsize start, gsize end);

G_END_DECLS
