/* trio-scene-private.h: the inside of a scene, for its files. */
#pragma once

#include "canvas/trio-scene.h"

G_BEGIN_DECLS

struct _TrioScene
{
  TrioModel *model;
  TrioId station;
  TrioSceneListener listener;
  gpointer user_data;

  TrioBoardMetrics metrics;
  double scale;
  double page_width;
  double aspect;

  GHashTable *notes;   /* id → TrioSceneNote */
  GHashTable *frames;  /* id → TrioSceneFrame; proposed ones below 0 */
  GPtrArray *sections; /* TrioSceneSection */
  GPtrArray *groups;   /* (nullable) TrioSceneGroup */
  GHashTable *grouped; /* id of a note → index of its group, from 1 */
  TrioGrid *grid;
  TrioRect bounds;
  guint age;
};

/* trio-scene-fill.c */

void trio_scene_measure_note (TrioScene *scene, TrioSceneNote *note);
void trio_scene_fill_section (TrioScene *scene, guint index, TrioId station);

G_END_DECLS
