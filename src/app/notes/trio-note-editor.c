/* trio-note-editor.c: edits the words of one input in place.
 *
 * A text view that is exactly as high as its words need at the width it gets: GtkTextView
 * itself measures with the width it had before, which in a list is none.
 */
#include "config.h"

#include "app/notes/trio-note-editor.h"

#include <glib/gi18n.h>

struct _TrioNoteEditor
{
  GtkTextView parent_instance;
};

G_DEFINE_FINAL_TYPE (TrioNoteEditor, trio_note_editor, GTK_TYPE_TEXT_VIEW)

enum
{
  DONE,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static gboolean
key_pressed_cb (GtkEventControllerKey *controller,
                guint keyval,
                guint keycode,
                GdkModifierType state,
                TrioNoteEditor *self)
{
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (self));

  switch (keyval)
    {
    case GDK_KEY_Return:
    case GDK_KEY_KP_Enter:
    case GDK_KEY_ISO_Enter:
      if (state & GDK_SHIFT_MASK)
        return FALSE;
      g_signal_emit (self, signals[DONE], 0, TRUE);
      return TRUE;
    case GDK_KEY_Escape:
      g_signal_emit (self, signals[DONE], 0, FALSE);
      return TRUE;
    case GDK_KEY_z:
    case GDK_KEY_Z:
      /* Undo belongs to the words while they are edited, never to the workshop. */
      if (!(state & GDK_CONTROL_MASK))
        return FALSE;
      if (state & GDK_SHIFT_MASK)
        gtk_text_buffer_redo (buffer);
      else
        gtk_text_buffer_undo (buffer);
      return TRUE;
    default:
      return FALSE;
    }
}

static void
leave_cb (GtkEventControllerFocus *controller, TrioNoteEditor *self)
{
  g_signal_emit (self, signals[DONE], 0, TRUE);
}

static GtkSizeRequestMode
trio_note_editor_get_request_mode (GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
trio_note_editor_measure (GtkWidget *widget,
                          GtkOrientation orientation,
                          int for_size,
                          int *minimum,
                          int *natural,
                          int *minimum_baseline,
                          int *natural_baseline)
{
  g_autofree char *text = NULL;
  g_autoptr (PangoLayout) layout = NULL;
  int height;

  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    {
      *minimum = 0;
      *natural = 0;
      return;
    }

  text = trio_note_editor_dup_text (TRIO_NOTE_EDITOR (widget));
  layout = gtk_widget_create_pango_layout (widget, text);
  pango_layout_set_wrap (layout, PANGO_WRAP_WORD_CHAR);
  if (for_size > 0)
    pango_layout_set_width (layout, for_size * PANGO_SCALE);
  pango_layout_get_pixel_size (layout, NULL, &height);
  *minimum = height;
  *natural = height;
}

static void
trio_note_editor_class_init (TrioNoteEditorClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  widget_class->get_request_mode = trio_note_editor_get_request_mode;
  widget_class->measure = trio_note_editor_measure;

  /**
   * TrioNoteEditor::done:
   * @self: the editor
   * @keep: whether to keep the words; %FALSE when the edit was given up
   *
   * The edit has ended.
   */
  signals[DONE] = g_signal_new ("done", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                NULL, G_TYPE_NONE, 1, G_TYPE_BOOLEAN);
}

static void
trio_note_editor_init (TrioNoteEditor *self)
{
  GtkEventController *keys = gtk_event_controller_key_new ();
  GtkEventController *focus = gtk_event_controller_focus_new ();

  gtk_text_view_set_wrap_mode (GTK_TEXT_VIEW (self), GTK_WRAP_WORD_CHAR);
  gtk_text_view_set_accepts_tab (GTK_TEXT_VIEW (self), FALSE);
  gtk_widget_set_hexpand (GTK_WIDGET (self), TRUE);
  gtk_widget_add_css_class (GTK_WIDGET (self), "trio-editor");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Text of the input"), -1);

  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect (keys, "key-pressed", G_CALLBACK (key_pressed_cb), self);
  g_signal_connect (focus, "leave", G_CALLBACK (leave_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), keys);
  gtk_widget_add_controller (GTK_WIDGET (self), focus);
}

/**
 * trio_note_editor_new:
 * @text: the words to begin with
 *
 * Returns: (transfer floating): a new editor with the cursor behind the last word
 */
GtkWidget *
trio_note_editor_new (const char *text)
{
  TrioNoteEditor *self = g_object_new (TRIO_TYPE_NOTE_EDITOR, NULL);
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (self));
  GtkTextIter end;

  gtk_text_buffer_begin_irreversible_action (buffer);
  gtk_text_buffer_set_text (buffer, text, -1);
  gtk_text_buffer_end_irreversible_action (buffer);
  gtk_text_buffer_get_end_iter (buffer, &end);
  gtk_text_buffer_place_cursor (buffer, &end);
  g_signal_connect_object (buffer, "changed", G_CALLBACK (gtk_widget_queue_resize), self,
                           G_CONNECT_SWAPPED);
  return GTK_WIDGET (self);
}

/**
 * trio_note_editor_dup_text:
 * @self: the editor
 *
 * Returns: (transfer full): the words as they stand
 */
char *
trio_note_editor_dup_text (TrioNoteEditor *self)
{
  GtkTextBuffer *buffer;
  GtkTextIter start;
  GtkTextIter end;

  g_return_val_if_fail (TRIO_IS_NOTE_EDITOR (self), NULL);

  buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (self));
  gtk_text_buffer_get_bounds (buffer, &start, &end);
  return gtk_text_buffer_get_text (buffer, &start, &end, TRUE);
}
