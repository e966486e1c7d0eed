/* trio-title-editor.c: edits the title of a cluster in place.
 *
 * While it is empty it asks for a statement: a cluster called “Time” tells nobody anything.
 */
#include "config.h"

#include "app/notes/trio-title-editor.h"

#include <glib/gi18n.h>

struct _TrioTitleEditor
{
  GtkWidget parent_instance;

  GtkWidget *text;
};

G_DEFINE_FINAL_TYPE (TrioTitleEditor, trio_title_editor, GTK_TYPE_WIDGET)

enum
{
  DONE,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static gboolean
key_pressed_cb (GtkEventControllerKey *controller,
                guint key,
                guint code,
                GdkModifierType state,
                TrioTitleEditor *self)
{
  switch (key)
    {
    case GDK_KEY_Return:
    case GDK_KEY_KP_Enter:
    case GDK_KEY_ISO_Enter:
      g_signal_emit (self, signals[DONE], 0, TRUE);
      return TRUE;
    case GDK_KEY_Escape:
      g_signal_emit (self, signals[DONE], 0, FALSE);
      return TRUE;
    default:
      return FALSE;
    }
}

static void
leave_cb (GtkEventControllerFocus *controller, TrioTitleEditor *self)
{
  g_signal_emit (self, signals[DONE], 0, TRUE);
}

static gboolean
trio_title_editor_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (TRIO_TITLE_EDITOR (widget)->text);
}

static void
trio_title_editor_dispose (GObject *object)
{
  g_clear_pointer (&TRIO_TITLE_EDITOR (object)->text, gtk_widget_unparent);

  G_OBJECT_CLASS (trio_title_editor_parent_class)->dispose (object);
}

static void
trio_title_editor_class_init (TrioTitleEditorClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = trio_title_editor_dispose;
  widget_class->grab_focus = trio_title_editor_grab_focus;
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);

  /**
   * TrioTitleEditor::done:
   * @self: the editor
   * @keep: whether to keep the title; %FALSE when the edit was given up
   *
   * The edit has ended.
   */
  signals[DONE] = g_signal_new ("done", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                NULL, G_TYPE_NONE, 1, G_TYPE_BOOLEAN);
}

static void
trio_title_editor_init (TrioTitleEditor *self)
{
  GtkEventController *keys = gtk_event_controller_key_new ();
  GtkEventController *focus = gtk_event_controller_focus_new ();

  /* A bare GtkText is not there for a screen reader. */
  self->text = gtk_entry_new ();
  gtk_entry_set_has_frame (GTK_ENTRY (self->text), FALSE);
  gtk_widget_add_css_class (self->text, "trio-title-entry");
  gtk_entry_set_placeholder_text (GTK_ENTRY (self->text),
                                  _ ("What do these inputs say? Write a statement"));
  gtk_widget_set_parent (self->text, GTK_WIDGET (self));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->text), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Name of the cluster"), -1);

  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect (keys, "key-pressed", G_CALLBACK (key_pressed_cb), self);
  g_signal_connect (focus, "leave", G_CALLBACK (leave_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), keys);
  gtk_widget_add_controller (GTK_WIDGET (self), focus);
}

/**
 * trio_title_editor_new:
 * @title: the title to begin with
 *
 * Returns: (transfer floating): a new editor with the whole title selected
 */
GtkWidget *
trio_title_editor_new (const char *title)
{
  TrioTitleEditor *self = g_object_new (TRIO_TYPE_TITLE_EDITOR, NULL);

  gtk_editable_set_text (GTK_EDITABLE (self->text), title != NULL ? title : "");
  gtk_editable_select_region (GTK_EDITABLE (self->text), 0, -1);
  return GTK_WIDGET (self);
}

/**
 * trio_title_editor_dup_text:
 * @self: the editor
 *
 * Returns: (transfer full): the title as it stands, without white space at its ends
 */
char *
trio_title_editor_dup_text (TrioTitleEditor *self)
{
  g_return_val_if_fail (TRIO_IS_TITLE_EDITOR (self), NULL);

  return g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->text))));
}
