/* trio-summary-links.h: the sentences of a summary, and the inputs that each rests on.
 *
 * Every function that changes something is one step, one undo.
 */
#pragma once

#include "model/trio-edit.h"

G_BEGIN_DECLS

/**
 * TrioSentence:
 * @start: first byte in the text
 * @end: the byte after the last one
 * @first: first character in the text
 * @last: the character after the last one
 * @text: the sentence
 * @plain: its letters and digits, case-folded: what links are compared by
 *
 * One sentence of a summary.
 */
typedef struct
{
  gsize start;
  gsize end;
  int first;
  int last;
  char *text;
  char *plain;
} TrioSentence;

GPtrArray *trio_sentences_split (const char *text);
const TrioSentence *trio_sentences_at (const GPtrArray *sentences, int offset);

TrioId trio_summary_find (TrioModel *model, TrioId theme);
gboolean trio_summary_is_supported (TrioModel *model, TrioId summary, const TrioSentence *sentence);
GHashTable *trio_summary_list_notes (TrioModel *model, TrioId summary, const char *plain);

gboolean trio_summary_set_text (
    TrioModel *model, TrioId theme, const char *text, GHashTable *forgotten, GError **error);
gboolean
trio_summary_set_state (TrioModel *model, TrioId theme, TrioSummaryState state, GError **error);
gboolean trio_summary_link (TrioModel *model,
                            TrioId theme,
                            const TrioSentence *sentence,
                            const TrioId *notes,
                            guint n_notes,
                            gboolean linked,
                            GError **error);

G_END_DECLS
