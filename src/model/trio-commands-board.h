/* trio-commands-board.h: where things lie on the board, each as one edit, one step, one undo. */
#pragma once

#include "model/trio-commands.h"

G_BEGIN_DECLS

/**
 * TrioSpot:
 * @object: number of a note or cluster
 * @x: its left edge, counted from the zero of its station
 * @y: its upper edge
 *
 * Where something lies on the board of its station.
 */
typedef struct
{
  TrioId object;
  double x;
  double y;
} TrioSpot;

gboolean trio_command_lay_notes (
    TrioModel *model, TrioId station, const TrioSpot *spots, guint n_spots, GError **error);
gboolean trio_command_lay_clusters (
    TrioModel *model, TrioId moved, const TrioSpot *spots, guint n_spots, GError **error);
gboolean trio_command_tidy_board (TrioModel *model, TrioId station, GError **error);
gboolean
trio_command_move_cluster (TrioModel *model, TrioId cluster, TrioId station, GError **error);
TrioId trio_command_add_note_at (TrioModel *model,
                                 TrioId station,
                                 TrioId cluster,
                                 const TrioNoteDraft *draft,
                                 const TrioSpot *spot,
                                 GError **error);

G_END_DECLS
