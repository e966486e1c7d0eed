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

/**
 * TrioNotePlace:
 * @station: number of a station
 * @cluster: number of a cluster there, or 0 for outside clusters
 * @before: number of the note before which new ones go, or 0 for the end
 *
 * Where notes go in the order of things.
 */
typedef struct
{
  TrioId station;
  TrioId cluster;
  TrioId before;
} TrioNotePlace;

gboolean trio_command_lay_notes (
    TrioModel *model, TrioId station, const TrioSpot *spots, guint n_spots, GError **error);
gboolean trio_command_lay_clusters (
    TrioModel *model, TrioId moved, const TrioSpot *spots, guint n_spots, GError **error);
gboolean trio_command_nudge_notes (
    TrioModel *model, TrioId station, const TrioSpot *spots, guint n_spots, GError **error);
gboolean trio_command_nudge_clusters (
    TrioModel *model, TrioId moved, const TrioSpot *spots, guint n_spots, GError **error);
gboolean trio_command_tidy_board (TrioModel *model, TrioId station, GError **error);
gboolean
trio_command_move_cluster (TrioModel *model, TrioId cluster, TrioId station, GError **error);
gboolean trio_command_place_cluster (
    TrioModel *model, TrioId cluster, TrioId station, TrioId before, GError **error);
gboolean trio_command_add_notes_at (TrioModel *model,
                                    const TrioNotePlace *place,
                                    const TrioNoteDraft *drafts,
                                    const TrioSpot *spots,
                                    guint n_drafts,
                                    TrioId *ids,
                                    GError **error);

G_END_DECLS
