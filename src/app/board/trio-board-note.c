/* trio-board-note.c: the focused note or cluster as a widget, for assistive technology.
 *
 * In GTK 4.8 only widgets are visible to a screen reader. Two of these take turns, so that
 * going from note to note moves the focus and is heard. They draw nothing.
 */
#include "config.h"

#include "app/board/trio-board-private.h"

#include <glib/gi18n.h>
#include <math.h>

#define TRIO_TYPE_BOARD_NOTE (trio_board_note_get_type ())

G_DECLARE_FINAL_TYPE (TrioBoardNote, trio_board_note, TRIO, BOARD_NOTE, GtkWidget)

struct _TrioBoardNote
{
  GtkWidget parent_instance;
  TrioId object; /* a note or a cluster */
};

G_DEFINE_FINAL_TYPE (TrioBoardNote, trio_board_note, GTK_TYPE_WIDGET)

static void
trio_board_note_class_init (TrioBoardNoteClass *klass)
{
  gtk_widget_class_set_accessible_role (GTK_WIDGET_CLASS (klass), GTK_ACCESSIBLE_ROLE_LIST_ITEM);
}

static void
trio_board_note_init (TrioBoardNote *self)
{
  gtk_widget_set_focusable (GTK_WIDGET (self), TRUE);
  gtk_widget_set_can_target (GTK_WIDGET (self), FALSE);
}

static char *
dup_label (TrioSceneNote *note)
{
  const char *text = trio_record_get_text (note->record, TRIO_NOTE_TEXT);
  g_autofree char *title = NULL;

  if (note->frame == NULL)
    /* Translators: read aloud: the words of an input on the board that is in no cluster */
    return g_strdup_printf (_ ("%s. Without cluster"), text);
  title = trio_board_dup_frame_title (note->frame);
  /* Translators: read aloud: the words of an input on the board, and the name of its cluster */
  return g_strdup_printf (_ ("%s. In the cluster “%s”"), text, title);
}

static void
describe (TrioBoardNote *self, TrioBoard *board, TrioSceneNote *note)
{
  g_autofree char *label = dup_label (note);
  GPtrArray *row
      = note->frame != NULL
            ? note->frame->notes
            : ((TrioSceneSection *)g_ptr_array_index (trio_scene_get_sections (board->scene),
                                                      note->section))
                  ->loose;
  guint position = 0;

  g_ptr_array_find (row, note, &position);
  self->object = note->record->id;
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  gtk_accessible_update_relation (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_RELATION_POS_IN_SET,
                                  (int)position + 1, GTK_ACCESSIBLE_RELATION_SET_SIZE,
                                  (int)row->len, -1);
  gtk_accessible_update_state (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_STATE_SELECTED,
                               trio_selection_contains (board->selection, note->record->id), -1);
}

static void
describe_frame (TrioBoardNote *self, TrioSceneFrame *frame)
{
  g_autofree char *title = trio_board_dup_frame_title (frame);
  guint n = frame->notes->len;
  g_autofree char *label
      = g_strdup_printf (ngettext ("Cluster “%s” with %u input", "Cluster “%s” with %u inputs", n),
                         title, n);

  self->object = frame->id;
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  gtk_accessible_reset_relation (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_RELATION_POS_IN_SET);
  gtk_accessible_reset_relation (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_RELATION_SET_SIZE);
  gtk_accessible_reset_state (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_STATE_SELECTED);
}

static TrioSceneNote *
find_note (TrioBoard *board, TrioId id)
{
  TrioSceneNote *note
      = id != 0 && board->scene != NULL ? trio_scene_find_note (board->scene, id) : NULL;

  return note != NULL && note->is_shown ? note : NULL;
}

static TrioSceneFrame *
find_frame (TrioBoard *board, TrioId id)
{
  TrioSceneFrame *frame
      = id != 0 && board->scene != NULL ? trio_scene_find_frame (board->scene, id) : NULL;

  return frame != NULL && frame->record != NULL ? frame : NULL;
}

/* Lets the stand-in follow the focused note or cluster. @grab: give it the keyboard as well. */
void
trio_board_move_place (TrioBoard *self, gboolean grab)
{
  TrioId id = self->selection != NULL ? trio_selection_get_focus (self->selection) : 0;
  TrioSceneNote *note = find_note (self, id);
  TrioSceneFrame *frame = NULL;
  TrioBoardNote *place = (TrioBoardNote *)self->places[self->place];
  gboolean has_focus = gtk_widget_has_focus (GTK_WIDGET (self))
                       || (place != NULL && gtk_widget_has_focus (GTK_WIDGET (place)));

  if (id == 0 && self->selection != NULL)
    frame = find_frame (self, trio_selection_get_focus_cluster (self->selection));
  if (frame != NULL)
    id = frame->id;
  if ((note == NULL && frame == NULL) || self->ending)
    {
      if (place != NULL && gtk_widget_has_focus (GTK_WIDGET (place)))
        gtk_widget_grab_focus (GTK_WIDGET (self));
      return;
    }
  if (place != NULL && place->object != id)
    {
      self->place = 1 - self->place;
      place = (TrioBoardNote *)self->places[self->place];
    }
  if (place == NULL)
    {
      place = g_object_new (TRIO_TYPE_BOARD_NOTE, NULL);
      self->places[self->place] = GTK_WIDGET (place);
      gtk_widget_set_parent (GTK_WIDGET (place), GTK_WIDGET (self));
    }
  if (note != NULL)
    describe (place, self, note);
  else
    describe_frame (place, frame);
  gtk_widget_queue_allocate (GTK_WIDGET (self));
  if (grab && has_focus)
    gtk_widget_grab_focus (GTK_WIDGET (place));
  else if (has_focus && self->editor == NULL)
    gtk_widget_grab_focus (GTK_WIDGET (place));
}

/* Gives the stand-ins the place of their note. */
void
trio_board_allocate_places (TrioBoard *self)
{
  for (guint i = 0; i < G_N_ELEMENTS (self->places); i++)
    {
      TrioBoardNote *place = (TrioBoardNote *)self->places[i];
      TrioSceneNote *note;
      TrioSceneFrame *frame;
      TrioRect rect = { 0, 0, 1, 1 };

      if (place == NULL)
        continue;
      note = find_note (self, place->object);
      frame = find_frame (self, place->object);
      if (note != NULL)
        rect = trio_viewport_rect_to_view (&self->view, &note->item.rect);
      else if (frame != NULL)
        rect = trio_viewport_rect_to_view (&self->view, &frame->rect);
      gtk_widget_size_allocate (GTK_WIDGET (place),
                                &(GtkAllocation){ (int)rect.x, (int)rect.y,
                                                  (int)MAX (rect.width, 1),
                                                  (int)MAX (rect.height, 1) },
                                -1);
    }
}
