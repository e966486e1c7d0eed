/* trio-board-edit.c: editing in place: the words of an input, the name of a cluster, a new input.
 *
 * The editor is a real text view at the scale of the board, but never smaller than 100 %, so
 * that what is typed can be read.
 */
#include "config.h"

#include "app/board/trio-board-private.h"

#include <glib/gi18n.h>
#include <string.h>

#include "app/notes/trio-note-editor.h"
#include "model/trio-commands-board.h"

static gboolean
is_blank (const char *text)
{
  return strspn (text, " \t\n\r") == strlen (text);
}

static void
keep_note (TrioBoard *self, const char *text)
{
  g_autoptr (GError) error = NULL;

  if (!trio_command_set_note_text (self->model, self->edited, text, &error))
    trio_board_tell (self, error);
}

static void
keep_title (TrioBoard *self, const char *text)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *line = g_strdup (text);

  if (!trio_command_rename_cluster (self->model, self->edited,
                                    g_strstrip (g_strdelimit (line, "\n", ' ')), &error))
    trio_board_tell (self, error);
}

static void
keep_new (TrioBoard *self, const char *text)
{
  TrioSceneSection *section
      = trio_scene_pick_section (self->scene, self->edit_rect.x, self->edit_rect.y);
  TrioNoteDraft draft = { .text = text, .source = TRIO_SOURCE_TYPED };
  TrioNotePlace place = { .cluster = self->edit_cluster };
  TrioSpot spot;
  g_autoptr (GError) error = NULL;
  TrioId note;

  if (section == NULL || is_blank (text))
    return;
  spot = (TrioSpot){ 0, self->edit_rect.x - section->origin_x,
                     self->edit_rect.y - section->origin_y };
  place.station = section->station;
  trio_note_actions_fill_draft (self->actions, &draft);
  if (!trio_command_add_notes_at (self->model, &place, &draft, self->edit_placed ? &spot : NULL, 1,
                                  &note, &error))
    {
      trio_board_tell (self, error);
      return;
    }
  trio_board_flush (self);
  trio_selection_set_one (self->selection, note);
  trio_selection_set_focus (self->selection, note);
}

static void
end_edit (TrioBoard *self, gboolean keep)
{
  g_autofree char *text = NULL;
  const TrioRecord *record;
  gboolean had_focus;

  if (self->editor == NULL || self->ending)
    return;

  self->ending = TRUE;
  text = trio_note_editor_dup_text (TRIO_NOTE_EDITOR (self->editor));
  had_focus = gtk_widget_has_focus (self->editor);
  record = self->edited != 0 ? trio_model_get_record (self->model, self->edited) : NULL;
  if (keep && self->edited == 0)
    keep_new (self, text);
  else if (keep && record != NULL && record->kind == TRIO_KIND_CLUSTER)
    keep_title (self, text);
  else if (keep && record != NULL && !is_blank (text))
    keep_note (self, text);
  g_clear_pointer (&self->editor, gtk_widget_unparent);
  self->ending = FALSE;
  self->edited = 0;
  if (had_focus)
    gtk_widget_grab_focus (GTK_WIDGET (self));
  trio_board_move_place (self, had_focus);
  gtk_widget_queue_draw (GTK_WIDGET (self));
  trio_board_edit_finished (self);
}

static void
done_cb (TrioNoteEditor *editor, gboolean keep, TrioBoard *self)
{
  end_edit (self, keep);
}

static void
start_edit (TrioBoard *self, const TrioRect *rect, const char *text, const char *label)
{
  TrioViewport view = self->view;

  self->edit_rect = *rect;
  self->editor = trio_note_editor_new (text);
  gtk_widget_add_css_class (self->editor, "trio-board-editor");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->editor), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  label, -1);
  g_signal_connect (self->editor, "done", G_CALLBACK (done_cb), self);
  gtk_widget_set_parent (self->editor, GTK_WIDGET (self));
  if (trio_viewport_reveal (&view, rect, 20))
    trio_board_set_view (self, &view);
  gtk_widget_grab_focus (self->editor);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

/* Gives the editor its place: that of what is edited, at least at 100 %. */
void
trio_board_allocate_editor (TrioBoard *self)
{
  double scale = MAX (self->view.zoom, 1);
  TrioRect rect;
  GskTransform *transform;
  int width, height;

  if (self->editor == NULL)
    return;
  rect = trio_viewport_rect_to_view (&self->view, &self->edit_rect);
  width = (int)self->edit_rect.width;
  gtk_widget_measure (self->editor, GTK_ORIENTATION_VERTICAL, width, &height, NULL, NULL, NULL);
  height = MAX (height, (int)self->edit_rect.height);
  if (rect.x + width * scale > self->view.width)
    rect.x = MAX (self->view.width - width * scale - 4, 0);
  if (rect.y + height * scale > self->view.height)
    rect.y = MAX (self->view.height - height * scale - 4, 0);
  transform = gsk_transform_translate (NULL, &GRAPHENE_POINT_INIT ((float)rect.x, (float)rect.y));
  transform = gsk_transform_scale (transform, (float)scale, (float)scale);
  gtk_widget_allocate (self->editor, width, height, -1, transform);
}

/* While a cluster has no name, its editor asks for a statement. */
void
trio_board_draw_hint (TrioBoard *self, GtkSnapshot *snapshot)
{
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (self->editor));
  const TrioRecord *record
      = self->edited != 0 ? trio_model_get_record (self->model, self->edited) : NULL;
  graphene_rect_t bounds;
  double scale = MAX (self->view.zoom, 1);

  if (record == NULL || record->kind != TRIO_KIND_CLUSTER
      || gtk_text_buffer_get_char_count (buffer) > 0
      || !gtk_widget_compute_bounds (self->editor, GTK_WIDGET (self), &bounds))
    return;
  /* Translators: hint in an empty field for the name of a cluster */
  trio_board_set_words (self, _ ("What do these inputs say?"), 14 * self->font_scale * scale,
                        PANGO_WEIGHT_NORMAL, bounds.size.width - 24 * scale, 0);
  trio_board_append_words (self, snapshot, bounds.origin.x + 16 * scale,
                           bounds.origin.y + 10 * scale, &self->style.dim);
}

/* Begins a new input. @cluster: where it goes, or 0; @rect: where it will lie. */
gboolean
trio_board_edit_new (TrioBoard *self, TrioId cluster, const TrioRect *rect, const char *text)
{
  if (!trio_board_can_change (self) || self->scene == NULL
      || trio_scene_get_sections (self->scene)->len == 0)
    return FALSE;
  trio_board_finish_edit (self);
  self->edited = 0;
  self->edit_cluster = cluster;
  self->edit_placed = cluster == 0;
  start_edit (self, rect, text, _ ("New input"));
  return TRUE;
}

/**
 * trio_board_create_note:
 * @self: the board
 * @text: words to begin with, mostly ""
 *
 * Begins a new input beside the one that has the focus, in the same cluster; without one, in
 * the middle of what is seen.
 */
void
trio_board_create_note (TrioBoard *self, const char *text)
{
  const TrioBoardMetrics *m;
  TrioSceneNote *note = NULL;
  TrioSceneFrame *frame = NULL;
  TrioRect area, rect;
  TrioId id;

  g_return_if_fail (TRIO_IS_BOARD (self));

  if (self->scene == NULL)
    return;
  trio_board_flush (self);
  m = trio_scene_get_metrics (self->scene);
  id = trio_selection_get_focus (self->selection);
  if (id != 0)
    note = trio_scene_find_note (self->scene, id);
  if (note != NULL)
    frame = note->frame;
  else if (trio_selection_get_focus_cluster (self->selection) != 0)
    frame = trio_scene_find_frame (self->scene, trio_selection_get_focus_cluster (self->selection));
  if (frame != NULL && frame->record == NULL)
    frame = NULL;

  area = trio_viewport_get_area (&self->view);
  rect = (TrioRect){ area.x + (area.width - m->note_width) / 2,
                     area.y + (area.height - m->note_height) / 2, m->note_width, m->note_height };
  if (note != NULL)
    {
      rect.x = note->item.rect.x + 16;
      rect.y = note->item.rect.y + 16;
    }
  else if (frame != NULL)
    {
      rect.x = frame->rect.x + m->frame_padding;
      rect.y = frame->rect.y + frame->rect.height - m->frame_padding - m->note_height;
    }
  trio_board_edit_new (self, frame != NULL ? frame->id : 0, &rect, text);
  self->edit_placed = frame == NULL && note == NULL;
}

/**
 * trio_board_edit:
 * @self: the board
 * @object: number of a note or cluster
 *
 * Edits the words of an input, or the name of a cluster, in place.
 *
 * Returns: whether an editor was opened
 */
gboolean
trio_board_edit (TrioBoard *self, TrioId object)
{
  TrioSceneNote *note;
  TrioSceneFrame *frame;
  const TrioBoardMetrics *m;
  TrioRect rect;

  g_return_val_if_fail (TRIO_IS_BOARD (self), FALSE);

  if (self->scene == NULL || !trio_board_can_change (self))
    return FALSE;
  trio_board_finish_edit (self);
  trio_board_flush (self);
  m = trio_scene_get_metrics (self->scene);
  note = trio_scene_find_note (self->scene, object);
  frame = trio_scene_find_frame (self->scene, object);
  if (note != NULL && note->is_shown)
    {
      self->edited = object;
      start_edit (self, &note->item.rect, trio_record_get_text (note->record, TRIO_NOTE_TEXT),
                  _ ("Text of the input"));
      return TRUE;
    }
  if (frame == NULL || frame->record == NULL)
    return FALSE;
  self->edited = object;
  rect = frame->rect;
  rect.x += m->frame_padding / 2;
  rect.y += 4;
  rect.width -= m->frame_padding;
  rect.height = m->frame_head - 8 + (frame->title_lines - 1) * m->title_line;
  start_edit (self, &rect, frame->title, _ ("Name of the cluster: what do the inputs say?"));
  return TRUE;
}

/**
 * trio_board_finish_edit:
 * @self: the board
 *
 * Keeps an edit in place that is under way.
 */
void
trio_board_finish_edit (TrioBoard *self)
{
  g_return_if_fail (TRIO_IS_BOARD (self));

  end_edit (self, TRUE);
}

/**
 * trio_board_is_editing:
 * @self: the board
 *
 * Returns: whether words are being edited in place
 */
gboolean
trio_board_is_editing (TrioBoard *self)
{
  g_return_val_if_fail (TRIO_IS_BOARD (self), FALSE);

  return self->editor != NULL;
}
