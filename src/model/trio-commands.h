/* trio-commands.h: what people do to a workshop, each as one edit, one step, one undo.
 *
 * The window and the command line tool share these, so that the same action means the same
 * in both and has the same name in the undo menu.
 */
#pragma once

#include "model/trio-edit.h"

G_BEGIN_DECLS

#define TRIO_MAX_VOTES 100000

/**
 * TrioNoteDraft:
 * @text: the words; blank text is refused
 * @role: who wrote it
 * @colour: colour of the note
 * @source: how it came in
 * @round: the round, or 0 for the one that runs
 * @team: the team, or 0 for the one that the rotation sends there
 * @practice: whether it is a rehearsal note that no document shows
 *
 * A note to be added. Zeroed members mean "none" or "as usual".
 */
typedef struct
{
  const char *text;
  TrioRole role;
  TrioColour colour;
  TrioSource source;
  TrioId round;
  TrioId team;
  gboolean practice;
} TrioNoteDraft;

gboolean trio_command_add_notes (TrioModel *model,
                                 TrioId station,
                                 const TrioNoteDraft *drafts,
                                 guint n_drafts,
                                 TrioId *ids,
                                 GError **error);
gboolean
trio_command_set_note_text (TrioModel *model, TrioId note, const char *text, GError **error);
gboolean trio_command_move_notes (
    TrioModel *model, const TrioId *notes, guint n_notes, TrioId station, GError **error);
gboolean
trio_command_delete_notes (TrioModel *model, const TrioId *notes, guint n_notes, GError **error);
gboolean trio_command_withhold_notes (
    TrioModel *model, const TrioId *notes, guint n_notes, const char *reason, GError **error);
gboolean
trio_command_release_notes (TrioModel *model, const TrioId *notes, guint n_notes, GError **error);
gboolean trio_command_set_note_field (TrioModel *model,
                                      const TrioId *notes,
                                      guint n_notes,
                                      guint field,
                                      const TrioValue *value,
                                      GError **error);
TrioId trio_command_make_cluster (TrioModel *model,
                                  TrioId station,
                                  const char *title,
                                  const TrioId *notes,
                                  guint n_notes,
                                  GError **error);
gboolean trio_command_put_in_cluster (
    TrioModel *model, const TrioId *notes, guint n_notes, TrioId cluster, GError **error);
TrioId trio_command_split_cluster (
    TrioModel *model, TrioId cluster, const TrioId *notes, guint n_notes, GError **error);
gboolean trio_command_merge_clusters (TrioModel *model,
                                      const TrioId *clusters,
                                      guint n_clusters,
                                      GError **error);
gboolean trio_command_dissolve_cluster (TrioModel *model, TrioId cluster, GError **error);
gboolean
trio_command_rename_cluster (TrioModel *model, TrioId cluster, const char *title, GError **error);
gboolean trio_command_place_notes (TrioModel *model,
                                   const TrioId *notes,
                                   guint n_notes,
                                   TrioId station,
                                   TrioId cluster,
                                   TrioId before,
                                   GError **error);
gboolean trio_command_shift_notes (
    TrioModel *model, const TrioId *notes, guint n_notes, int direction, GError **error);
gboolean
trio_command_shift_cluster (TrioModel *model, TrioId cluster, int direction, GError **error);
gboolean trio_command_vote (
    TrioModel *model, const TrioId *objects, guint n_objects, int votes, GError **error);
gboolean trio_command_count_votes (
    TrioModel *model, const TrioId *objects, guint n_objects, int votes, GError **error);
gboolean trio_command_stack_notes (
    TrioModel *model, TrioId top, const TrioId *notes, guint n_notes, GError **error);
TrioId trio_command_add_to_stack (TrioModel *model,
                                  TrioId top,
                                  const TrioNoteDraft *draft,
                                  GError **error);
gboolean
trio_command_unstack_notes (TrioModel *model, const TrioId *notes, guint n_notes, GError **error);
gboolean trio_command_delete_practice_notes (TrioModel *model, guint *n_deleted, GError **error);
gboolean trio_command_set_field (
    TrioModel *model, TrioId object, guint field, const char *text, GError **error);
TrioId trio_command_add_theme_and_station (TrioModel *model,
                                           const char *title,
                                           gint64 number,
                                           GError **error);

TrioId trio_edit_add_note (TrioEdit *edit, TrioId station, const TrioNoteDraft *draft);
void trio_edit_put_notes (
    TrioEdit *edit, const TrioId *notes, guint n_notes, TrioId station, TrioId cluster);
void trio_edit_stack_notes (TrioEdit *edit, TrioId top, const TrioId *notes, guint n_notes);
TrioId trio_edit_add_station (TrioEdit *edit, TrioId theme, gint64 number);
TrioId trio_edit_add_theme (TrioEdit *edit, const char *title);

G_END_DECLS
