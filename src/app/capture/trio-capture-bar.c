/* trio-capture-bar.c: the field in which inputs are typed at the speed of a table.
 *
 * Enter adds to the model and clears, in the same moment; the file follows by itself. The
 * words go into the model byte by byte as they were typed.
 */
#include "config.h"

#include "app/capture/trio-capture-bar-private.h"

#include <string.h>

#include <glib/gi18n.h>

#include "app/trio-announce.h"
#include "app/trio-compat.h"
#include "app/trio-labels.h"

G_DEFINE_FINAL_TYPE (TrioCaptureBar, trio_capture_bar, ADW_TYPE_BIN)

enum
{
  CAPTURED,
  NOTICE,
  PASTE,
  CHOICES_CHANGED,
  UNDO,
  REDO,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static GtkText *
text_of (TrioCaptureBar *self)
{
  return GTK_TEXT (gtk_editable_get_delegate (GTK_EDITABLE (self->entry)));
}

/**
 * trio_capture_bar_set_text:
 * @self: the bar
 * @text: words
 *
 * Fills the field; the words that stood there cannot be brought back with undo.
 */
void
trio_capture_bar_set_text (TrioCaptureBar *self, const char *text)
{
  gtk_editable_set_enable_undo (GTK_EDITABLE (self->entry), FALSE);
  gtk_editable_set_text (GTK_EDITABLE (self->entry), text);
  gtk_editable_set_enable_undo (GTK_EDITABLE (self->entry), TRUE);
  gtk_editable_set_position (GTK_EDITABLE (self->entry), -1);
}

/**
 * trio_capture_bar_tell:
 * @self: the bar
 * @text: what happened
 * @is_error: whether something was refused
 *
 * Shows a message below the field, where a screen reader hears of it.
 */
void
trio_capture_bar_tell (TrioCaptureBar *self, const char *text, gboolean is_error)
{
  trio_steady_label_set_label (self->status, text);
  trio_announce (GTK_WIDGET (self), text);
  if (is_error)
    gtk_widget_add_css_class (GTK_WIDGET (self->status), "error");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self->status), "error");
}

/**
 * trio_capture_bar_show_hint:
 * @self: the bar
 *
 * Shows the keys that work now.
 */
void
trio_capture_bar_show_hint (TrioCaptureBar *self)
{
  g_autofree char *hint = NULL;
  guint n;

  if (self->model == NULL)
    return;

  n = g_list_model_get_n_items (trio_model_get_list (self->model, TRIO_KIND_STATION));
  if (self->editing != 0)
    hint = g_strdup (_ ("Enter saves · Esc cancels"));
  else if (self->similar_note != 0)
    {
      const TrioRecord *note = trio_model_get_record (self->model, self->similar_note);

      /* Translators: an input with almost the same words is there already; Ctrl+Enter is a key */
      if (note != NULL)
        hint = g_strdup_printf (_ ("Like “%s” · Ctrl+Enter stacks them"),
                                trio_record_get_text (note, TRIO_NOTE_TEXT));
    }
  else if (n > 1)
    /* Translators: %u is the number of the last station that has a key; “Up” is the arrow key */
    hint = g_strdup_printf (_ ("Up edits the last input · Ctrl+1–%u changes station"), MIN (n, 9));
  else
    hint = g_strdup (_ ("Up edits the last input"));
  trio_steady_label_set_label (self->hint, hint);
  trio_capture_bar_show_buttons (self);
}

/**
 * trio_capture_bar_stop_editing:
 * @self: the bar
 *
 * Empties the field for the next input.
 */
void
trio_capture_bar_stop_editing (TrioCaptureBar *self)
{
  self->editing = 0;
  gtk_widget_remove_css_class (GTK_WIDGET (self->entry), "editing");
  trio_capture_bar_set_text (self, "");
  trio_capture_bar_show_hint (self);
}

/* Keys and paste */

static gboolean
key_pressed_cb (GtkEventControllerKey *controller,
                guint keyval,
                guint keycode,
                GdkModifierType state,
                TrioCaptureBar *self)
{
  GdkModifierType modifiers = state & gtk_accelerator_get_default_mod_mask ();

  if (self->model == NULL)
    return FALSE;

  switch (keyval)
    {
    case GDK_KEY_Up:
    case GDK_KEY_KP_Up:
      return modifiers == 0 && trio_capture_bar_step (self, -1);
    case GDK_KEY_Down:
    case GDK_KEY_KP_Down:
      return modifiers == 0 && trio_capture_bar_step (self, 1);
    case GDK_KEY_Return:
    case GDK_KEY_KP_Enter:
      return modifiers == GDK_CONTROL_MASK && trio_capture_bar_submit_to_stack (self);
    case GDK_KEY_Escape:
      if (self->editing == 0)
        return FALSE;
      trio_capture_bar_stop_editing (self);
      trio_capture_bar_tell (self, _ ("Nothing was changed"), FALSE);
      return TRUE;
    case GDK_KEY_z:
    case GDK_KEY_Z:
      /* Words in the field are undone first; an empty field leaves undo to the workshop. */
      if (!(modifiers & GDK_CONTROL_MASK) || self->editing != 0
          || *gtk_editable_get_text (GTK_EDITABLE (self->entry)) != '\0')
        return FALSE;
      g_signal_emit (self, signals[modifiers & GDK_SHIFT_MASK ? REDO : UNDO], 0);
      return TRUE;
    default:
      return FALSE;
    }
}

static void
clipboard_text_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (TrioCaptureBar) self = user_data;
  g_autofree char *text = gdk_clipboard_read_text_finish (GDK_CLIPBOARD (source), result, NULL);
  int start;
  int end;

  if (text == NULL || self->model == NULL)
    return;

  g_strchomp (text);
  if (strpbrk (text, "\r\n") != NULL && self->editing == 0)
    {
      trio_capture_bar_add_list (self, text);
      return;
    }
  if (gtk_editable_get_selection_bounds (GTK_EDITABLE (self->entry), &start, &end))
    gtk_editable_delete_text (GTK_EDITABLE (self->entry), start, end);
  end = gtk_editable_get_position (GTK_EDITABLE (self->entry));
  gtk_editable_insert_text (GTK_EDITABLE (self->entry), text, -1, &end);
  gtk_editable_set_position (GTK_EDITABLE (self->entry), end);
}

static void
paste_cb (GtkText *text, TrioCaptureBar *self)
{
  g_signal_stop_emission_by_name (text, "paste-clipboard");
  gdk_clipboard_read_text_async (gtk_widget_get_clipboard (GTK_WIDGET (text)), NULL,
                                 clipboard_text_cb, g_object_ref (self));
}

static void
activate_cb (GtkEntry *entry, TrioCaptureBar *self)
{
  trio_capture_bar_submit (self);
}

static void
changed_cb (GtkEntry *entry, TrioCaptureBar *self)
{
  gtk_widget_remove_css_class (GTK_WIDGET (self->status), "error");
  trio_capture_bar_look_soon (self);
}

static void
drop_model (TrioCaptureBar *self)
{
  trio_capture_bar_stop_looking (self);
  if (self->model == NULL)
    return;
  g_signal_handlers_disconnect_by_data (trio_model_get_list (self->model, TRIO_KIND_STATION), self);
  g_clear_object (&self->model);
}

static void
trio_capture_bar_dispose (GObject *object)
{
  TrioCaptureBar *self = TRIO_CAPTURE_BAR (object);

  drop_model (self);
  g_clear_pointer (&self->speller, trio_speller_free);
  g_clear_object (&self->actions);

  G_OBJECT_CLASS (trio_capture_bar_parent_class)->dispose (object);
}

static void
trio_capture_bar_finalize (GObject *object)
{
  g_array_unref (TRIO_CAPTURE_BAR (object)->misspelt);

  G_OBJECT_CLASS (trio_capture_bar_parent_class)->finalize (object);
}

static gboolean
trio_capture_bar_grab_focus (GtkWidget *widget)
{
  return gtk_text_grab_focus_without_selecting (text_of (TRIO_CAPTURE_BAR (widget)));
}

static void
trio_capture_bar_class_init (TrioCaptureBarClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  GType type = G_TYPE_FROM_CLASS (klass);

  g_type_ensure (TRIO_TYPE_STEADY_LABEL);
  G_OBJECT_CLASS (klass)->dispose = trio_capture_bar_dispose;
  G_OBJECT_CLASS (klass)->finalize = trio_capture_bar_finalize;
  widget_class->grab_focus = trio_capture_bar_grab_focus;
  trio_compat_focus_children (widget_class);

  /**
   * TrioCaptureBar::captured:
   * @self: the bar
   * @note: number of the last input that was added
   *
   * Inputs were added.
   */
  signals[CAPTURED] = g_signal_new ("captured", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                    G_TYPE_NONE, 1, G_TYPE_INT64);
  /**
   * TrioCaptureBar::notice:
   * @self: the bar
   * @text: what was done
   * @undoable: whether it can be undone
   *
   * Something is worth telling.
   */
  signals[NOTICE] = g_signal_new ("notice", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                  G_TYPE_NONE, 2, G_TYPE_STRING, G_TYPE_BOOLEAN);
  /**
   * TrioCaptureBar::paste:
   * @self: the bar
   * @text: the text
   *
   * A text was pasted that is more than a list of inputs for this station.
   */
  signals[PASTE] = g_signal_new ("paste", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE,
                                 1, G_TYPE_STRING);
  /**
   * TrioCaptureBar::choices-changed:
   * @self: the bar
   *
   * Something else is chosen for new inputs.
   */
  signals[CHOICES_CHANGED] = g_signal_new ("choices-changed", type, G_SIGNAL_RUN_LAST, 0, NULL,
                                           NULL, NULL, G_TYPE_NONE, 0);
  /**
   * TrioCaptureBar::undo:
   * @self: the bar
   *
   * Undo was asked for in the empty field.
   */
  signals[UNDO]
      = g_signal_new ("undo", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  /**
   * TrioCaptureBar::redo:
   * @self: the bar
   *
   * Redo was asked for in the empty field.
   */
  signals[REDO]
      = g_signal_new ("redo", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/dk/trio/Stations/trio-capture-bar.ui");
  gtk_widget_class_bind_template_child (widget_class, TrioCaptureBar, badge);
  gtk_widget_class_bind_template_child (widget_class, TrioCaptureBar, entry);
  gtk_widget_class_bind_template_child (widget_class, TrioCaptureBar, status);
  gtk_widget_class_bind_template_child (widget_class, TrioCaptureBar, hint);
  gtk_widget_class_bind_template_child (widget_class, TrioCaptureBar, recent);
  gtk_widget_class_bind_template_child (widget_class, TrioCaptureBar, roles);
  gtk_widget_class_bind_template_child (widget_class, TrioCaptureBar, colours);
  gtk_widget_class_bind_template_child (widget_class, TrioCaptureBar, clean_button);
  gtk_widget_class_bind_template_child (widget_class, TrioCaptureBar, practice_button);
  gtk_widget_class_bind_template_child (widget_class, TrioCaptureBar, stack_button);
  gtk_widget_class_bind_template_child (widget_class, TrioCaptureBar, round_button);
}

static void
trio_capture_bar_init (TrioCaptureBar *self)
{
  GtkEventController *keys = gtk_event_controller_key_new ();

  self->misspelt = g_array_new (FALSE, FALSE, sizeof (TrioSpellingError));
  gtk_widget_init_template (GTK_WIDGET (self));
  trio_capture_bar_add_choices (self);
  trio_capture_bar_add_pointer (self);
  trio_capture_bar_add_spelling_menu (self);
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect (keys, "key-pressed", G_CALLBACK (key_pressed_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self->entry), keys);
  g_signal_connect (self->entry, "activate", G_CALLBACK (activate_cb), self);
  g_signal_connect (self->entry, "changed", G_CALLBACK (changed_cb), self);
  g_signal_connect (text_of (self), "paste-clipboard", G_CALLBACK (paste_cb), self);
}

/**
 * trio_capture_bar_set_station:
 * @self: the bar
 * @model: (nullable): the workshop
 * @station: number of the station's object that gets the inputs
 *
 * Chooses where inputs go. Words in the field stay, an edit of an earlier input ends.
 */
void
trio_capture_bar_set_station (TrioCaptureBar *self, TrioModel *model, TrioId station)
{
  TrioObject *object;
  TrioObject *theme;
  g_autofree char *number = NULL;
  g_autofree char *label = NULL;

  g_return_if_fail (TRIO_IS_CAPTURE_BAR (self));

  if (self->editing != 0)
    trio_capture_bar_stop_editing (self);
  drop_model (self);
  g_set_object (&self->model, model);
  self->station = station;
  object = model != NULL && station != 0 ? trio_model_get_object (model, station) : NULL;
  gtk_widget_set_sensitive (GTK_WIDGET (self), object != NULL && !trio_model_get_read_only (model));
  trio_capture_bar_tell (self, "", FALSE);
  if (object == NULL)
    return;

  g_signal_connect_object (trio_model_get_list (model, TRIO_KIND_STATION), "items-changed",
                           G_CALLBACK (trio_capture_bar_show_hint), self, G_CONNECT_SWAPPED);
  trio_capture_bar_watch_words (self);
  theme = trio_model_get_object (model, trio_object_get_ref (object, TRIO_STATION_THEME));
  number = g_strdup_printf ("%d", (int)trio_object_get_int (object, TRIO_STATION_NUMBER));
  gtk_label_set_label (self->badge, number);
  if (self->colour_class != NULL)
    gtk_widget_remove_css_class (GTK_WIDGET (self->badge), self->colour_class);
  self->colour_class = trio_colour_class (
      theme != NULL ? trio_object_get_int (theme, TRIO_THEME_COLOUR) : TRIO_COLOUR_GREY);
  gtk_widget_add_css_class (GTK_WIDGET (self->badge), self->colour_class);

  /* Translators: read aloud for the field where inputs are typed; the number of the station */
  label = g_strdup_printf (_ ("New input at station %s"), number);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->entry), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  label, -1);
  trio_capture_bar_show_hint (self);
}

/**
 * trio_capture_bar_get_text:
 * @self: the bar
 *
 * Returns: (transfer none): the words in the field
 */
const char *
trio_capture_bar_get_text (TrioCaptureBar *self)
{
  g_return_val_if_fail (TRIO_IS_CAPTURE_BAR (self), "");

  return gtk_editable_get_text (GTK_EDITABLE (self->entry));
}

/**
 * trio_capture_bar_clear:
 * @self: the bar
 *
 * Empties the field and gives up the edit of an earlier input.
 */
void
trio_capture_bar_clear (TrioCaptureBar *self)
{
  g_return_if_fail (TRIO_IS_CAPTURE_BAR (self));

  trio_capture_bar_stop_editing (self);
}

/**
 * trio_capture_bar_is_editing:
 * @self: the bar
 *
 * Returns: whether the field holds an earlier input
 */
gboolean
trio_capture_bar_is_editing (TrioCaptureBar *self)
{
  g_return_val_if_fail (TRIO_IS_CAPTURE_BAR (self), FALSE);

  return self->editing != 0;
}

/**
 * trio_capture_bar_say:
 * @self: the bar
 * @text: what happened
 *
 * Shows a message below the field, where a screen reader hears of it.
 */
void
trio_capture_bar_say (TrioCaptureBar *self, const char *text)
{
  g_return_if_fail (TRIO_IS_CAPTURE_BAR (self));

  trio_capture_bar_tell (self, text, FALSE);
}

/**
 * trio_capture_bar_begin:
 * @self: the bar
 * @text: what was typed already
 *
 * Goes to the field and puts words at the end of it.
 */
void
trio_capture_bar_begin (TrioCaptureBar *self, const char *text)
{
  int end = -1;

  g_return_if_fail (TRIO_IS_CAPTURE_BAR (self));

  gtk_widget_grab_focus (GTK_WIDGET (self));
  gtk_editable_set_position (GTK_EDITABLE (self->entry), -1);
  end = gtk_editable_get_position (GTK_EDITABLE (self->entry));
  gtk_editable_insert_text (GTK_EDITABLE (self->entry), text, -1, &end);
  gtk_editable_set_position (GTK_EDITABLE (self->entry), -1);
}

/**
 * trio_capture_bar_set_guest:
 * @self: the bar
 *
 * Leaves out what a guest who types does not need: the inputs of others, practice, and hints
 * about other stations.
 */
void
trio_capture_bar_set_guest (TrioCaptureBar *self)
{
  g_return_if_fail (TRIO_IS_CAPTURE_BAR (self));

  self->is_guest = TRUE;
  gtk_widget_hide (GTK_WIDGET (self->recent));
  gtk_widget_hide (GTK_WIDGET (self->hint));
  gtk_widget_hide (GTK_WIDGET (self->practice_button));
  gtk_widget_hide (GTK_WIDGET (self->round_button));
  gtk_widget_hide (GTK_WIDGET (self->clean_button));
}
