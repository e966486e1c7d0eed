/* trio-draft.h: drafts the summary of a theme, each sentence with the notes it rests on.
 *
 * The sentences come from a template of the kind "summary"; what is put in are titles that people
 * gave to clusters, words that several notes share, and notes verbatim. Nothing is invented: a
 * sentence that no note supports is left out. Withheld and practice notes are never used, nor
 * are notes that a person has flagged or in which something personal is found.
 *
 * How a page uses it:
 *
 *   tmpl = trio_template_library_find (library, NULL, "summary", lang, findings, &error);
 *   trio_draft_new_async (snapshot, theme, tmpl, cancellable, ready_cb, self);
 *   draft = trio_draft_new_finish (result, &error);                 in ready_cb
 *   text = trio_draft_dup_text (draft);                             to show
 *   trio_command_apply_draft (model, draft, FALSE, &error);         one step, one undo
 */
#pragma once

#include "clustering/trio-points.h"
#include "document/trio-template.h"
#include "model/trio-edit.h"

G_BEGIN_DECLS

/* What a summary in a note is good at: below it says little, above it is not read. */
#define TRIO_DRAFT_FEWEST_WORDS 30
#define TRIO_DRAFT_MOST_WORDS   60

typedef struct _TrioDraft TrioDraft;

/**
 * TrioDraftSentence:
 * @text: the sentence
 * @notes: (element-type TrioId): the notes it rests on, at least one
 *
 * A sentence of a draft.
 */
typedef struct
{
  char *text;
  GArray *notes;
} TrioDraftSentence;

TrioDraft *trio_draft_new (TrioSnapshot *snapshot,
                           TrioId theme,
                           const TrioTemplate *tmpl,
                           const char *vectors,
                           GCancellable *cancellable,
                           GError **error);
void trio_draft_new_async (TrioSnapshot *snapshot,
                           TrioId theme,
                           TrioTemplate *tmpl,
                           GCancellable *cancellable,
                           GAsyncReadyCallback callback,
                           gpointer user_data);
TrioDraft *trio_draft_new_finish (GAsyncResult *result, GError **error);
void trio_draft_free (TrioDraft *draft);

TrioId trio_draft_get_theme (const TrioDraft *draft);
TrioPointsOrigin trio_draft_get_origin (const TrioDraft *draft);
const GPtrArray *trio_draft_get_sentences (const TrioDraft *draft);
char *trio_draft_dup_text (const TrioDraft *draft);
guint trio_draft_count_words (const TrioDraft *draft);

const TrioRecord *trio_draft_find_summary (TrioSnapshot *snapshot, TrioId theme);
gboolean trio_draft_may_replace (const TrioRecord *summary);
void trio_edit_apply_draft (TrioEdit *edit, const TrioDraft *draft, gboolean replace);
gboolean trio_command_apply_draft (TrioModel *model,
                                   const TrioDraft *draft,
                                   gboolean replace,
                                   GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TrioDraft, trio_draft_free)

G_END_DECLS
