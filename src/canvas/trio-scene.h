/* trio-scene.h: what lies on a board: stations, frames and notes with their places.
 *
 * A scene shows one station of a workshop, or all. After a change of the workshop
 * trio_scene_update() makes it true again and tells the view what has changed. A proposal can
 * be laid over it: loose notes then lie in proposed frames, and the workshop knows nothing.
 */
#pragma once

#include "canvas/trio-board-layout.h"
#include "model/trio-model.h"

G_BEGIN_DECLS

typedef struct _TrioScene TrioScene;

/**
 * TrioSceneListener:
 * @note_changed: a note is new, reads otherwise (@content), or lies elsewhere
 * @note_removed: a note is about to leave the board for good
 * @frame_changed: the same for a frame
 * @frame_removed: the same for a frame
 *
 * What a view wants to know, called by trio_scene_update().
 */
typedef struct
{
  void (*note_changed) (TrioSceneNote *note, gboolean content, gpointer user_data);
  void (*note_removed) (TrioSceneNote *note, gpointer user_data);
  void (*frame_changed) (TrioSceneFrame *frame, gboolean content, gpointer user_data);
  void (*frame_removed) (TrioSceneFrame *frame, gpointer user_data);
} TrioSceneListener;

/**
 * TrioSceneGroup:
 * @title: the suggested title
 * @cluster: the cluster that the notes would join, or 0 for a new one
 * @notes: (element-type TrioId): the notes
 * @reason: (nullable): why they belong together
 * @is_accepted: whether it is to be made
 *
 * One cluster of a proposal.
 */
typedef struct
{
  char *title;
  TrioId cluster;
  GArray *notes;
  char *reason;
  gboolean is_accepted;
} TrioSceneGroup;

TrioSceneGroup *trio_scene_group_new (const char *title, TrioId cluster);
void trio_scene_group_free (TrioSceneGroup *group);

TrioScene *trio_scene_new (TrioModel *model,
                           TrioId station,
                           const TrioSceneListener *listener,
                           gpointer user_data);
void trio_scene_free (TrioScene *scene);

void trio_scene_set_font (TrioScene *scene, double scale, double letter);
void trio_scene_set_page (TrioScene *scene, double width, double aspect);
void trio_scene_reset_rows (TrioScene *scene);
void trio_scene_set_groups (TrioScene *scene, GPtrArray *groups);
void trio_scene_update (TrioScene *scene);
gboolean trio_scene_append (TrioScene *scene, const TrioTransaction *transaction);

TrioModel *trio_scene_get_model (TrioScene *scene);
TrioId trio_scene_get_station (TrioScene *scene);
const TrioBoardMetrics *trio_scene_get_metrics (TrioScene *scene);
TrioGrid *trio_scene_get_grid (TrioScene *scene);
GPtrArray *trio_scene_get_sections (TrioScene *scene);
TrioRect trio_scene_get_bounds (TrioScene *scene);
guint trio_scene_get_n_notes (TrioScene *scene);
TrioSceneNote *trio_scene_find_note (TrioScene *scene, TrioId id);
TrioSceneFrame *trio_scene_find_frame (TrioScene *scene, TrioId id);
TrioSceneNote *trio_scene_pick_note (TrioScene *scene, double x, double y);
TrioSceneFrame *trio_scene_pick_frame (TrioScene *scene, double x, double y);
TrioSceneSection *trio_scene_pick_section (TrioScene *scene, double x, double y);
TrioSceneNote *trio_scene_get_first (TrioScene *scene);
guint trio_scene_find_slot (TrioScene *scene, TrioSceneFrame *frame, double x, double y);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TrioScene, trio_scene_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (TrioSceneGroup, trio_scene_group_free)

G_END_DECLS
