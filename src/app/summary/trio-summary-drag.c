/* trio-summary-drag.c: inputs that are dragged onto the sentence that rests on them.
 *
 * What is dragged are numbers of inputs, which mean nothing outside of the window; so no other
 * program takes them, and no text lands in the summary by accident.
 */
#include "config.h"

#include "app/summary/trio-summary-drag.h"

#include "app/trio-compat.h"

#define HOVER_TAG "trio-drop"

/* Offering */

static GdkContentProvider *
prepare_cb (GtkDragSource *source, double x, double y, GArray *ids)
{
  return gdk_content_provider_new_typed (G_TYPE_ARRAY, ids);
}

static void
begin_cb (GtkDragSource *source, GdkDrag *drag)
{
  trio_compat_show_drag_text (drag, g_object_get_data (G_OBJECT (source), "text"));
}

static void
unref_ids (gpointer ids, GClosure *closure)
{
  g_array_unref (ids);
}

/**
 * trio_summary_drag_offer:
 * @row: a widget that stands for inputs
 * @text: what is shown at the pointer
 * @notes: (array length=n_notes): their numbers
 * @n_notes: how many
 *
 * Lets the inputs be dragged.
 */
void
trio_summary_drag_offer (GtkWidget *row, const char *text, const TrioId *notes, guint n_notes)
{
  GtkDragSource *source = gtk_drag_source_new ();
  GArray *ids = g_array_new (FALSE, FALSE, sizeof (TrioId));

  g_array_append_vals (ids, notes, n_notes);
  g_object_set_data_full (G_OBJECT (source), "text", g_strdup (text), g_free);
  gtk_drag_source_set_actions (source, GDK_ACTION_LINK);
  g_signal_connect_data (source, "prepare", G_CALLBACK (prepare_cb), ids, unref_ids, 0);
  g_signal_connect (source, "drag-begin", G_CALLBACK (begin_cb), NULL);
  gtk_widget_add_controller (row, GTK_EVENT_CONTROLLER (source));
}

/* Accepting */

/**
 * trio_summary_drag_find_sentence:
 * @editor: the text of a summary
 * @x: a point in it
 * @y: the same
 *
 * Returns: which sentence stands there, from 0; between two of them the first; -1 without any
 */
int
trio_summary_drag_find_sentence (TrioSummaryEditor *editor, double x, double y)
{
  const GPtrArray *sentences = trio_summary_editor_get_sentences (editor);
  const TrioSentence *there;
  GtkTextIter iter;
  int bx;
  int by;

  gtk_text_view_window_to_buffer_coords (GTK_TEXT_VIEW (editor), GTK_TEXT_WINDOW_WIDGET, (int)x,
                                         (int)y, &bx, &by);
  gtk_text_view_get_iter_at_location (GTK_TEXT_VIEW (editor), &iter, bx, by);
  there = trio_sentences_at (sentences, gtk_text_iter_get_offset (&iter));
  for (guint i = 0; i < sentences->len; i++)
    if (sentences->pdata[i] == there)
      return (int)i;
  return (int)sentences->len - 1;
}

static void
show_target (TrioSummaryEditor *editor, int index)
{
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (editor));
  const GPtrArray *sentences = trio_summary_editor_get_sentences (editor);
  GtkTextIter start;
  GtkTextIter end;

  gtk_text_buffer_get_bounds (buffer, &start, &end);
  gtk_text_buffer_remove_tag_by_name (buffer, HOVER_TAG, &start, &end);
  if (index < 0)
    return;
  gtk_text_buffer_get_iter_at_offset (buffer, &start,
                                      ((const TrioSentence *)sentences->pdata[index])->first);
  gtk_text_buffer_get_iter_at_offset (buffer, &end,
                                      ((const TrioSentence *)sentences->pdata[index])->last);
  gtk_text_buffer_apply_tag_by_name (buffer, HOVER_TAG, &start, &end);
}

static GdkDragAction
motion_cb (GtkDropTarget *target, double x, double y, TrioSummaryEditor *editor)
{
  int index = trio_summary_drag_find_sentence (editor, x, y);

  show_target (editor, index);
  return index >= 0 && gtk_text_view_get_editable (GTK_TEXT_VIEW (editor)) ? GDK_ACTION_LINK : 0;
}

static void
leave_cb (GtkDropTarget *target, TrioSummaryEditor *editor)
{
  show_target (editor, -1);
}

static gboolean
drop_cb (GtkDropTarget *target, const GValue *value, double x, double y, TrioSummaryEditor *editor)
{
  int index = trio_summary_drag_find_sentence (editor, x, y);

  show_target (editor, -1);
  if (index < 0)
    return FALSE;
  g_signal_emit_by_name (editor, "notes-dropped", (guint)index, g_value_get_boxed (value));
  return TRUE;
}

/**
 * trio_summary_drag_accept:
 * @editor: the text of a summary
 *
 * Lets inputs be dropped on its sentences; see #TrioSummaryEditor::notes-dropped.
 */
void
trio_summary_drag_accept (TrioSummaryEditor *editor)
{
  GtkDropTarget *target = gtk_drop_target_new (G_TYPE_ARRAY, GDK_ACTION_LINK);
  const GdkRGBA tint = { 0.21f, 0.52f, 0.89f, 0.30f };

  gtk_text_buffer_create_tag (gtk_text_view_get_buffer (GTK_TEXT_VIEW (editor)), HOVER_TAG,
                              "background-rgba", &tint, NULL);
  /* Before the text view, which would only take text. */
  gtk_event_controller_set_propagation_phase (GTK_EVENT_CONTROLLER (target), GTK_PHASE_CAPTURE);
  g_signal_connect (target, "enter", G_CALLBACK (motion_cb), editor);
  g_signal_connect (target, "motion", G_CALLBACK (motion_cb), editor);
  g_signal_connect (target, "leave", G_CALLBACK (leave_cb), editor);
  g_signal_connect (target, "drop", G_CALLBACK (drop_cb), editor);
  gtk_widget_add_controller (GTK_WIDGET (editor), GTK_EVENT_CONTROLLER (target));
}
