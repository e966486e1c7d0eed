/* trio-workshop-view.c: an open workshop with its stations, inputs and the capture bar.
 *
 * It knows the model, not the file. The window owns the file and tells the view what to say
 * about it.
 */
#include "config.h"

#include "app/trio-workshop-view-private.h"

#include <glib/gi18n.h>

#include "app/trio-compat.h"

G_DEFINE_FINAL_TYPE (TrioWorkshopView, trio_workshop_view, ADW_TYPE_BIN)

enum
{
  NOTICE,
  PASTE,
  STATION_CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static void
show_heading (TrioWorkshopView *self)
{
  TrioObject *station = trio_model_get_object (self->model, self->station);
  const char *title = "";
  const char *subtitle = "";
  g_autofree char *heading = NULL;
  gboolean can_change = !trio_model_get_read_only (self->model);

  gtk_widget_set_visible (self->add_button, station == NULL && can_change);
  gtk_widget_set_visible (GTK_WIDGET (self->outline), station != NULL);
  gtk_widget_set_visible (GTK_WIDGET (self->capture), station != NULL && can_change);
  if (station == NULL)
    {
      gtk_label_set_label (self->heading, _ ("No stations yet"));
      gtk_label_set_label (self->subheading,
                           _ ("Add a station to start, or import inputs that name theirs."));
      gtk_widget_show (GTK_WIDGET (self->subheading));
      return;
    }

  if (self->theme != NULL)
    {
      title = trio_object_get_text (self->theme, TRIO_THEME_TITLE);
      subtitle = trio_object_get_text (self->theme, TRIO_THEME_SUBTITLE);
    }
  /* Translators: number of the station and title of its theme */
  heading = g_strdup_printf (_ ("Station %d: %s"),
                             (int)trio_object_get_int (station, TRIO_STATION_NUMBER), title);
  gtk_label_set_label (self->heading, heading);
  gtk_label_set_label (self->subheading, subtitle);
  gtk_widget_set_visible (GTK_WIDGET (self->subheading), subtitle != NULL && *subtitle != '\0');
}

static void
follow_theme (TrioWorkshopView *self)
{
  TrioObject *station = trio_model_get_object (self->model, self->station);
  TrioId id = station != NULL ? trio_object_get_ref (station, TRIO_STATION_THEME) : 0;
  TrioObject *theme = id != 0 ? trio_model_get_object (self->model, id) : NULL;

  if (self->theme != NULL)
    g_signal_handlers_disconnect_by_data (self->theme, self);
  g_set_object (&self->theme, theme);
  if (self->theme != NULL)
    g_signal_connect_swapped (self->theme, "notify", G_CALLBACK (show_heading), self);
}

static void
station_selected_cb (TrioSidebar *sidebar, gint64 station, TrioWorkshopView *self)
{
  if (self->model == NULL || station == self->station)
    return;

  self->station = station;
  follow_theme (self);
  show_heading (self);
  trio_outline_show (self->outline, self->model, station);
  trio_capture_bar_set_station (self->capture, self->model, station);
  g_signal_emit (self, signals[STATION_CHANGED], 0);
  trio_workshop_view_focus_capture (self);
}

static void
capture_undo_cb (TrioCaptureBar *capture, TrioWorkshopView *self)
{
  trio_workshop_view_undo (self, FALSE);
}

static void
capture_redo_cb (TrioCaptureBar *capture, TrioWorkshopView *self)
{
  trio_workshop_view_undo (self, TRUE);
}

static void
captured_cb (TrioCaptureBar *capture, gint64 note, TrioWorkshopView *self)
{
  trio_outline_show_note (self->outline, note);
}

static void
notice_cb (GtkWidget *widget, const char *text, gboolean undoable, TrioWorkshopView *self)
{
  g_signal_emit (self, signals[NOTICE], 0, text, undoable);
  trio_capture_bar_say (self->capture, text);
  if (widget == GTK_WIDGET (self->outline))
    trio_workshop_view_focus_capture (self);
}

static void
paste_cb (TrioCaptureBar *capture, const char *text, TrioWorkshopView *self)
{
  g_signal_emit (self, signals[PASTE], 0, text);
}

static void
edit_finished_cb (TrioOutline *outline, TrioWorkshopView *self)
{
  trio_workshop_view_focus_capture (self);
}

static void
drop_model (TrioWorkshopView *self)
{
  if (self->theme != NULL)
    g_signal_handlers_disconnect_by_data (self->theme, self);
  g_clear_object (&self->theme);
  if (self->model != NULL)
    g_signal_handlers_disconnect_by_data (self->model, self);
  g_clear_object (&self->model);
}

static void
trio_workshop_view_dispose (GObject *object)
{
  TrioWorkshopView *self = TRIO_WORKSHOP_VIEW (object);

  drop_model (self);

  G_OBJECT_CLASS (trio_workshop_view_parent_class)->dispose (object);
}

static gboolean
trio_workshop_view_grab_focus (GtkWidget *widget)
{
  trio_workshop_view_focus_capture (TRIO_WORKSHOP_VIEW (widget));
  return TRUE;
}

static void
trio_workshop_view_class_init (TrioWorkshopViewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  GType type = G_TYPE_FROM_CLASS (klass);

  g_type_ensure (TRIO_TYPE_SIDEBAR);
  g_type_ensure (TRIO_TYPE_OUTLINE);
  g_type_ensure (TRIO_TYPE_CAPTURE_BAR);

  G_OBJECT_CLASS (klass)->dispose = trio_workshop_view_dispose;
  widget_class->grab_focus = trio_workshop_view_grab_focus;

  /**
   * TrioWorkshopView::notice:
   * @self: the view
   * @text: what was done, or why it was refused
   * @undoable: whether it can be undone
   *
   * Something is worth telling.
   */
  signals[NOTICE] = g_signal_new ("notice", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                  G_TYPE_NONE, 2, G_TYPE_STRING, G_TYPE_BOOLEAN);
  /**
   * TrioWorkshopView::paste:
   * @self: the view
   * @text: the text
   *
   * A text was pasted that has to be looked at before it is imported.
   */
  signals[PASTE] = g_signal_new ("paste", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE,
                                 1, G_TYPE_STRING);
  /**
   * TrioWorkshopView::station-changed:
   * @self: the view
   *
   * Another station is shown.
   */
  signals[STATION_CHANGED] = g_signal_new ("station-changed", type, G_SIGNAL_RUN_LAST, 0, NULL,
                                           NULL, NULL, G_TYPE_NONE, 0);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/dk/trio/Stations/trio-workshop-view.ui");
  gtk_widget_class_bind_template_child (widget_class, TrioWorkshopView, sidebar);
  gtk_widget_class_bind_template_child (widget_class, TrioWorkshopView, undo_button);
  gtk_widget_class_bind_template_child (widget_class, TrioWorkshopView, redo_button);
  gtk_widget_class_bind_template_child (widget_class, TrioWorkshopView, banner_revealer);
  gtk_widget_class_bind_template_child (widget_class, TrioWorkshopView, banner_label);
  gtk_widget_class_bind_template_child (widget_class, TrioWorkshopView, banner_button);
  gtk_widget_class_bind_template_child (widget_class, TrioWorkshopView, heading);
  gtk_widget_class_bind_template_child (widget_class, TrioWorkshopView, subheading);
  gtk_widget_class_bind_template_child (widget_class, TrioWorkshopView, add_button);
  gtk_widget_class_bind_template_child (widget_class, TrioWorkshopView, toasts);
  gtk_widget_class_bind_template_child (widget_class, TrioWorkshopView, outline);
  gtk_widget_class_bind_template_child (widget_class, TrioWorkshopView, capture);
  gtk_widget_class_bind_template_child (widget_class, TrioWorkshopView, sidebar_revealer);
  gtk_widget_class_bind_template_child (widget_class, TrioWorkshopView, header_title);
  gtk_widget_class_bind_template_child (widget_class, TrioWorkshopView, menu_button);
  gtk_widget_class_bind_template_child (widget_class, TrioWorkshopView, undo_section);
}

static void
trio_workshop_view_init (TrioWorkshopView *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  trio_compat_mend_names (GTK_WIDGET (self));
  g_signal_connect (self->sidebar, "station-selected", G_CALLBACK (station_selected_cb), self);
  g_signal_connect (self->outline, "notice", G_CALLBACK (notice_cb), self);
  g_signal_connect (self->outline, "edit-finished", G_CALLBACK (edit_finished_cb), self);
  g_signal_connect (self->capture, "notice", G_CALLBACK (notice_cb), self);
  g_signal_connect (self->capture, "paste", G_CALLBACK (paste_cb), self);
  g_signal_connect (self->capture, "captured", G_CALLBACK (captured_cb), self);
  g_signal_connect (self->capture, "undo", G_CALLBACK (capture_undo_cb), self);
  g_signal_connect (self->capture, "redo", G_CALLBACK (capture_redo_cb), self);
}

/**
 * trio_workshop_view_new:
 * @model: the workshop
 *
 * Returns: (transfer floating): a new view, with the first station chosen
 */
GtkWidget *
trio_workshop_view_new (TrioModel *model)
{
  TrioWorkshopView *self = g_object_new (TRIO_TYPE_WORKSHOP_VIEW, NULL);

  self->model = g_object_ref (model);
  g_signal_connect_swapped (model, "committed", G_CALLBACK (trio_workshop_view_show_steps), self);
  trio_sidebar_set_model (self->sidebar, model);
  if (self->station == 0)
    {
      show_heading (self);
      trio_capture_bar_set_station (self->capture, model, 0);
    }
  trio_workshop_view_show_steps (self);
  return GTK_WIDGET (self);
}

/**
 * trio_workshop_view_close:
 * @self: the view
 *
 * Lets go of the workshop before its file is closed.
 */
void
trio_workshop_view_close (TrioWorkshopView *self)
{
  g_return_if_fail (TRIO_IS_WORKSHOP_VIEW (self));

  trio_sidebar_set_model (self->sidebar, NULL);
  trio_outline_show (self->outline, NULL, 0);
  trio_capture_bar_set_station (self->capture, NULL, 0);
  drop_model (self);
}

/**
 * trio_workshop_view_get_station:
 * @self: the view
 *
 * Returns: number of the object of the station that is shown, 0 when there is none
 */
TrioId
trio_workshop_view_get_station (TrioWorkshopView *self)
{
  g_return_val_if_fail (TRIO_IS_WORKSHOP_VIEW (self), 0);

  return self->station;
}

/**
 * trio_workshop_view_go_to_number:
 * @self: the view
 * @number: number of a station as people know it
 *
 * Shows the station with this number.
 *
 * Returns: whether there is one
 */
gboolean
trio_workshop_view_go_to_number (TrioWorkshopView *self, gint64 number)
{
  GListModel *stations;
  guint n;

  g_return_val_if_fail (TRIO_IS_WORKSHOP_VIEW (self), FALSE);

  if (self->model == NULL)
    return FALSE;

  stations = trio_model_get_list (self->model, TRIO_KIND_STATION);
  n = g_list_model_get_n_items (stations);
  for (guint i = 0; i < n; i++)
    {
      g_autoptr (TrioObject) station = g_list_model_get_item (stations, i);

      if (trio_object_get_int (station, TRIO_STATION_NUMBER) != number)
        continue;
      trio_sidebar_select (self->sidebar, trio_object_get_id (station));
      trio_workshop_view_focus_capture (self);
      return TRUE;
    }
  return FALSE;
}

/**
 * trio_workshop_view_focus_capture:
 * @self: the view
 *
 * Puts the focus where the next input is typed; in a read-only workshop into the list.
 */
void
trio_workshop_view_focus_capture (TrioWorkshopView *self)
{
  g_return_if_fail (TRIO_IS_WORKSHOP_VIEW (self));

  if (gtk_widget_get_visible (self->add_button))
    gtk_widget_grab_focus (self->add_button);
  else if (gtk_widget_get_visible (GTK_WIDGET (self->capture)))
    gtk_widget_grab_focus (GTK_WIDGET (self->capture));
  else
    gtk_widget_grab_focus (GTK_WIDGET (self->outline));
}

/**
 * trio_workshop_view_focus_next_pane:
 * @self: the view
 *
 * Moves the focus on: stations, inputs, input field.
 */
void
trio_workshop_view_focus_next_pane (TrioWorkshopView *self)
{
  GtkWidget *panes[3];
  GtkWidget *focus;
  guint at = 2;

  g_return_if_fail (TRIO_IS_WORKSHOP_VIEW (self));

  panes[0] = GTK_WIDGET (self->sidebar);
  panes[1] = GTK_WIDGET (self->outline);
  panes[2] = GTK_WIDGET (self->capture);
  focus = gtk_root_get_focus (gtk_widget_get_root (GTK_WIDGET (self)));
  for (guint i = 0; i < G_N_ELEMENTS (panes); i++)
    if (focus != NULL && gtk_widget_is_ancestor (focus, panes[i]))
      at = i;
  for (guint i = 1; i <= G_N_ELEMENTS (panes); i++)
    {
      GtkWidget *pane = panes[(at + i) % G_N_ELEMENTS (panes)];

      if (gtk_widget_get_mapped (pane) && gtk_widget_grab_focus (pane))
        return;
    }
}

/**
 * trio_workshop_view_get_draft:
 * @self: the view
 *
 * Returns: (transfer none): words in the capture bar that are not an input yet
 */
const char *
trio_workshop_view_get_draft (TrioWorkshopView *self)
{
  g_return_val_if_fail (TRIO_IS_WORKSHOP_VIEW (self), "");

  if (trio_capture_bar_is_editing (self->capture))
    return "";
  return trio_capture_bar_get_text (self->capture);
}

/**
 * trio_workshop_view_submit_draft:
 * @self: the view
 *
 * Adds the words in the capture bar as an input, as Enter does.
 *
 * Returns: whether an input was added
 */
gboolean
trio_workshop_view_submit_draft (TrioWorkshopView *self)
{
  g_return_val_if_fail (TRIO_IS_WORKSHOP_VIEW (self), FALSE);

  return trio_capture_bar_submit (self->capture);
}

/**
 * trio_workshop_view_clear_draft:
 * @self: the view
 *
 * Drops the words in the capture bar.
 */
void
trio_workshop_view_clear_draft (TrioWorkshopView *self)
{
  g_return_if_fail (TRIO_IS_WORKSHOP_VIEW (self));

  trio_capture_bar_clear (self->capture);
}

/**
 * trio_workshop_view_finish_edit:
 * @self: the view
 *
 * Keeps an edit in place that is under way.
 */
void
trio_workshop_view_finish_edit (TrioWorkshopView *self)
{
  g_return_if_fail (TRIO_IS_WORKSHOP_VIEW (self));

  trio_outline_finish_edit (self->outline);
  if (trio_capture_bar_is_editing (self->capture))
    trio_capture_bar_submit (self->capture);
}

/**
 * trio_workshop_view_set_state:
 * @self: the view
 * @state: whether everything is saved, in a few words
 *
 * Shows the state of the file.
 */
void
trio_workshop_view_set_state (TrioWorkshopView *self, const char *state)
{
  g_return_if_fail (TRIO_IS_WORKSHOP_VIEW (self));

  trio_sidebar_set_state (self->sidebar, state);
}

/**
 * trio_workshop_view_set_show_sidebar:
 * @self: the view
 * @show: whether to show the list of stations
 *
 * Shows or hides the list of stations.
 */
void
trio_workshop_view_set_show_sidebar (TrioWorkshopView *self, gboolean show)
{
  g_return_if_fail (TRIO_IS_WORKSHOP_VIEW (self));

  gtk_revealer_set_reveal_child (self->sidebar_revealer, show);
}
