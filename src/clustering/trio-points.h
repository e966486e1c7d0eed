/* trio-points.h: the points that a summary of a theme can be made of.
 *
 * A point is a cluster of the theme, or a word that several notes have, with the notes it rests
 * on and those that stand best for all of them. Where a person has made clusters they are the
 * points; else clusters are proposed. Pure: the same snapshot gives the same points.
 */
#pragma once

#include <gio/gio.h>

#include "model/trio-snapshot.h"

G_BEGIN_DECLS

/**
 * TrioPointsOrigin:
 * @TRIO_POINTS_NONE: there is no note to go on
 * @TRIO_POINTS_NOTES: there are too few notes for clusters; one point without name holds all
 * @TRIO_POINTS_PROPOSED: clusters were proposed
 * @TRIO_POINTS_MADE: a person has made the clusters
 *
 * Where the points of a theme come from.
 */
typedef enum
{
  TRIO_POINTS_NONE,
  TRIO_POINTS_NOTES,
  TRIO_POINTS_PROPOSED,
  TRIO_POINTS_MADE,
} TrioPointsOrigin;

/**
 * TrioPoint:
 * @name: (nullable): title that a person wrote, or a word that all of @notes have, written as in
 *   running text; %NULL when nothing says what the notes have in common
 * @is_title: whether a person wrote @name
 * @weight: how much it matters: its inputs and their votes
 * @notes: (element-type TrioId): the notes it rests on, also those under others in stacks
 * @central: (element-type TrioId): the top notes of it, that which stands for most others first
 *
 * One point.
 */
typedef struct
{
  char *name;
  gboolean is_title;
  gint64 weight;
  GArray *notes;
  GArray *central;
} TrioPoint;

typedef struct _TrioPoints TrioPoints;

/**
 * TrioPointsAccept:
 * @note: a note that documents show
 * @user_data: what trio_points_find() was given
 *
 * Returns: whether the note may be used at all
 */
typedef gboolean (*TrioPointsAccept) (const TrioRecord *note, gpointer user_data);

TrioPoints *trio_points_find (TrioSnapshot *snapshot,
                              TrioId theme,
                              const char *vectors,
                              TrioPointsAccept accept,
                              gpointer user_data,
                              GCancellable *cancellable,
                              GError **error);
void trio_points_free (TrioPoints *points);

TrioPointsOrigin trio_points_get_origin (const TrioPoints *points);
const GPtrArray *trio_points_get_points (const TrioPoints *points);
guint trio_points_get_n_notes (const TrioPoints *points);
const GArray *trio_points_get_stack (const TrioPoints *points, TrioId note);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TrioPoints, trio_points_free)

G_END_DECLS
