/* trio-board-nudge.c: what lies freely on the board is moved with keys, a little at a time.
 *
 * The cluster that has the focus, or in which the focus is, or else the selected inputs.
 */
#include "config.h"

#include "app/board/trio-board-private.h"

#include <glib/gi18n.h>
#include <math.h>

#include "model/trio-commands-board.h"

/* In board units: an input is some 160 wide. */
#define STEP 20.0

#define ACTION "canvas.nudge"

static const struct
{
  int dx;
  int dy;
} ways[] = { { -1, 0 }, { 1, 0 }, { 0, -1 }, { 0, 1 } };

static gboolean
nudge_cluster (TrioBoard *self, TrioSceneFrame *frame, double dx, double dy, GError **error)
{
  g_autoptr (GArray) spots = trio_board_dup_frame_spots (self, frame, dx, dy);

  return trio_command_nudge_clusters (self->model, frame->id,
                                      (const TrioSpot *)(gpointer)spots->data, spots->len, error);
}

static gboolean
nudge_notes (TrioBoard *self, TrioSceneNote *focus, double dx, double dy, GError **error)
{
  TrioSceneSection *section
      = g_ptr_array_index (trio_scene_get_sections (self->scene), focus->section);
  g_autoptr (GArray) ids = trio_selection_dup_ids (self->selection);
  g_autoptr (GArray) spots = g_array_new (FALSE, FALSE, sizeof (TrioSpot));

  if (ids->len == 0)
    g_array_append_val (ids, focus->record->id);
  for (guint i = 0; i < ids->len; i++)
    {
      TrioSceneNote *note = trio_scene_find_note (self->scene, g_array_index (ids, TrioId, i));
      TrioSpot spot;

      if (note == NULL || !note->is_shown || note->frame != NULL || note->section != focus->section)
        continue;
      spot = (TrioSpot){ note->record->id, round (note->item.rect.x - section->origin_x + dx),
                         round (note->item.rect.y - section->origin_y + dy) };
      g_array_append_val (spots, spot);
    }
  return trio_command_nudge_notes (self->model, section->station,
                                   (const TrioSpot *)(gpointer)spots->data, spots->len, error);
}

static void
keep_in_sight (TrioBoard *self, const TrioSceneNote *note, const TrioSceneFrame *frame)
{
  TrioViewport view = self->view;

  if (trio_viewport_reveal (&view, note != NULL ? &note->item.rect : &frame->rect, 24))
    trio_board_animate_view (self, &view);
}

static void
nudge_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  const char *const words[]
      = { _ ("Moved left"), _ ("Moved right"), _ ("Moved up"), _ ("Moved down") };
  TrioBoard *self = TRIO_BOARD (widget);
  int way = g_variant_get_int32 (parameter);
  TrioSceneNote *note;
  TrioSceneFrame *frame = NULL;
  g_autoptr (GError) error = NULL;
  gboolean done;

  if (self->scene == NULL || self->editor != NULL || way < 0 || way >= (int)G_N_ELEMENTS (ways)
      || !trio_board_can_change (self))
    return;
  trio_board_flush (self);
  note = trio_scene_find_note (self->scene, trio_selection_get_focus (self->selection));
  if (note != NULL)
    frame = note->frame != NULL && note->frame->record != NULL ? note->frame : NULL;
  else if (trio_selection_get_focus_cluster (self->selection) != 0)
    frame = trio_scene_find_frame (self->scene, trio_selection_get_focus_cluster (self->selection));
  if (frame == NULL && note == NULL)
    {
      trio_board_tell_text (self, _ ("Select one or more inputs first."));
      return;
    }
  if (frame != NULL)
    done = nudge_cluster (self, frame, STEP * ways[way].dx, STEP * ways[way].dy, &error);
  else
    done = nudge_notes (self, note, STEP * ways[way].dx, STEP * ways[way].dy, &error);
  trio_board_flush (self);
  if (!done)
    trio_board_tell (self, error);
  else
    {
      trio_board_tell_text (self, words[way]);
      keep_in_sight (self, frame != NULL ? NULL : note, frame);
    }
}

/* Adds the moves and their keys. */
void
trio_board_add_nudges (GtkWidgetClass *widget_class)
{
  static const guint keys[][2] = { { GDK_KEY_Left, GDK_KEY_KP_Left },
                                   { GDK_KEY_Right, GDK_KEY_KP_Right },
                                   { GDK_KEY_Up, GDK_KEY_KP_Up },
                                   { GDK_KEY_Down, GDK_KEY_KP_Down } };

  gtk_widget_class_install_action (widget_class, ACTION, "i", nudge_cb);
  for (guint i = 0; i < G_N_ELEMENTS (keys); i++)
    for (guint j = 0; j < 2; j++)
      gtk_widget_class_add_binding_action (widget_class, keys[i][j], GDK_CONTROL_MASK, ACTION, "i",
                                           (int)i);
}
