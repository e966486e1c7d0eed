/* trio-board-drop.c: text and files that are dropped from other programs. */
#include "config.h"

#include "app/board/trio-board-private.h"

#include <string.h>

#include "model/trio-commands-board.h"

static void
drop_line (TrioBoard *self, const char *text, double x, double y)
{
  double bx, by;
  TrioSceneFrame *frame;
  TrioSceneSection *section;
  TrioNoteDraft draft = { .text = text, .source = TRIO_SOURCE_PASTED };
  TrioSpot spot = { 0 };
  g_autoptr (GError) error = NULL;

  trio_board_to_board (self, x, y, &bx, &by);
  frame = trio_scene_pick_frame (self->scene, bx, by);
  section = trio_scene_pick_section (self->scene, bx, by);
  if (section == NULL)
    return;
  spot.x = bx - section->origin_x;
  spot.y = by - section->origin_y;
  if (trio_command_add_note_at (self->model, section->station,
                                frame != NULL && frame->record != NULL ? frame->id : 0, &draft,
                                &spot, &error)
      == 0)
    trio_board_tell (self, error);
}

/* One line becomes an input where it falls; more are looked at first, as when pasting. */
static gboolean
drop_text (TrioBoard *self, const char *text, double x, double y)
{
  g_autofree char *stripped = g_strstrip (g_strdup (text));

  if (*stripped == '\0')
    return FALSE;
  if (strpbrk (stripped, "\n\r") == NULL)
    drop_line (self, stripped, x, y);
  else
    gtk_widget_activate_action (GTK_WIDGET (self), "win.import-text", "s", text);
  return TRUE;
}

static gboolean
drop_cb (GtkDropTarget *target, const GValue *value, double x, double y, TrioBoard *self)
{
  if (self->scene == NULL || !trio_board_can_change (self))
    return FALSE;
  if (G_VALUE_HOLDS (value, GDK_TYPE_FILE_LIST))
    {
      g_autoptr (GSList) files = gdk_file_list_get_files (g_value_get_boxed (value));
      g_autofree char *path = files != NULL ? g_file_get_path (files->data) : NULL;

      /* A workshop is opened, as when it is dropped elsewhere. */
      if (path != NULL && g_str_has_suffix (path, ".trio"))
        {
          GFile *file = files->data;

          g_application_open (g_application_get_default (), &file, 1, "");
          return TRUE;
        }
      return path != NULL
             && gtk_widget_activate_action (GTK_WIDGET (self), "win.import-file", "s", path);
    }
  return G_VALUE_HOLDS_STRING (value) && drop_text (self, g_value_get_string (value), x, y);
}

/* Takes what is dropped. */
void
trio_board_install_drop (TrioBoard *self)
{
  GType types[] = { GDK_TYPE_FILE_LIST, G_TYPE_STRING };
  GtkDropTarget *target = gtk_drop_target_new (G_TYPE_INVALID, GDK_ACTION_COPY);

  gtk_drop_target_set_gtypes (target, types, G_N_ELEMENTS (types));
  g_signal_connect (target, "drop", G_CALLBACK (drop_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (target));
}
