/* trio-station-page.c: the inputs of one station, and the field in which more are typed. */
#include "config.h"

#include "app/station/trio-station-page-private.h"
#include "app/trio-announce.h"
#include "app/trio-compat.h"

#include <glib/gi18n.h>

static void page_interface_init (TrioPageInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (TrioStationPage,
                               trio_station_page,
                               ADW_TYPE_BIN,
                               G_IMPLEMENT_INTERFACE (TRIO_TYPE_PAGE, page_interface_init))

enum
{
  PROP_0,
  PROP_LAYOUT,
};

static TrioBoard *
board_of (TrioStationPage *self)
{
  return trio_board_pane_get_board (self->pane);
}

/* The part of the page that shows the inputs now. */
static GtkWidget *
get_inputs (TrioStationPage *self)
{
  if (g_strcmp0 (gtk_stack_get_visible_child_name (self->stack), "list") == 0)
    return GTK_WIDGET (self->outline);
  return GTK_WIDGET (board_of (self));
}

static void
show_heading (TrioStationPage *self)
{
  TrioObject *station = trio_model_get_object (self->model, self->station);
  const char *title = "";
  const char *subtitle = "";
  g_autofree char *heading = NULL;
  gboolean can_change = !trio_model_get_read_only (self->model);
  gboolean has_inputs = self->station != 0;

  gtk_widget_set_visible (self->add_button, !has_inputs && can_change);
  gtk_widget_set_visible (GTK_WIDGET (self->stack), has_inputs);
  gtk_widget_set_visible (self->layouts, has_inputs);
  gtk_widget_set_visible (self->search_button, has_inputs);
  gtk_widget_set_visible (self->suggest_button, station != NULL && can_change);
  gtk_widget_set_visible (GTK_WIDGET (self->capture), has_inputs && can_change);
  if (self->station == TRIO_ALL_STATIONS)
    {
      gtk_label_set_label (self->heading, _ ("All stations"));
      gtk_widget_hide (GTK_WIDGET (self->subheading));
      return;
    }
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
follow_theme (TrioStationPage *self)
{
  TrioObject *station
      = self->model != NULL ? trio_model_get_object (self->model, self->station) : NULL;
  TrioId id = station != NULL ? trio_object_get_ref (station, TRIO_STATION_THEME) : 0;
  TrioObject *theme = id != 0 ? trio_model_get_object (self->model, id) : NULL;

  if (self->theme != NULL)
    g_signal_handlers_disconnect_by_data (self->theme, self);
  g_set_object (&self->theme, theme);
  if (self->theme != NULL)
    g_signal_connect_swapped (self->theme, "notify", G_CALLBACK (show_heading), self);
}

static void
notice_cb (GObject *object, const char *text, gboolean undoable, TrioStationPage *self)
{
  trio_page_notice (TRIO_PAGE (self), text, undoable);
  trio_capture_bar_say (self->capture, text);
}

static void
reveal (TrioStationPage *self, TrioId note)
{
  trio_outline_show_note (self->outline, note);
  trio_board_reveal (board_of (self), note);
}

static void
captured_cb (TrioCaptureBar *capture, gint64 note, TrioStationPage *self)
{
  trio_outline_show_note (self->outline, note);
  trio_board_show_added (board_of (self), note);
}

static void
paste_cb (TrioCaptureBar *capture, const char *text, TrioStationPage *self)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "win.import-text", "s", text);
}

/* What is chosen for new inputs holds on the board and in the list as well. */
static void
choices_changed_cb (TrioCaptureBar *capture, TrioStationPage *self)
{
  TrioNoteDraft draft = { 0 };

  trio_capture_bar_fill_draft (capture, &draft);
  if (self->actions != NULL)
    trio_note_actions_set_draft (self->actions, &draft);
}

static void
undo_cb (TrioCaptureBar *capture, TrioStationPage *self)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "win.undo", NULL);
}

static void
redo_cb (TrioCaptureBar *capture, TrioStationPage *self)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "win.redo", NULL);
}

static void
trio_station_page_set_model (TrioPage *page, TrioModel *model)
{
  TrioStationPage *self = TRIO_STATION_PAGE (page);

  trio_page_set_station (page, 0);
  g_set_object (&self->model, model);
  g_clear_object (&self->actions);
  g_clear_object (&self->selection);
  g_clear_object (&self->filter);
  if (model != NULL)
    {
      self->selection = trio_selection_new (model);
      self->filter = trio_note_filter_new (model);
      self->actions = trio_note_actions_new (self->selection, self->filter);
      g_signal_connect (self->actions, "notice", G_CALLBACK (notice_cb), self);
      trio_station_page_follow_actions (self);
      choices_changed_cb (self->capture, self);
      trio_page_set_station (page, 0);
    }
}

static void
trio_station_page_set_station (TrioPage *page, TrioId station)
{
  TrioStationPage *self = TRIO_STATION_PAGE (page);
  TrioSuggestPanel *panel = trio_board_pane_get_panel (self->pane);

  /* What was proposed belongs to the station that is left. */
  if (station != self->station && trio_suggest_panel_is_active (panel))
    trio_suggest_panel_cancel (panel);
  self->station = station;
  follow_theme (self);
  if (self->actions != NULL)
    trio_note_actions_set_station (self->actions, station != TRIO_ALL_STATIONS ? station : 0);
  trio_outline_show (self->outline, station != 0 ? self->actions : NULL,
                     station != TRIO_ALL_STATIONS ? station : 0);
  trio_board_show (board_of (self), station != 0 ? self->actions : NULL,
                   station != TRIO_ALL_STATIONS ? station : 0);
  trio_filter_bar_set_filter (self->filter_bar, station != 0 ? self->filter : NULL, self->model,
                              station != TRIO_ALL_STATIONS ? station : 0);
  /* With all of them on view, inputs still go to the station that was worked on. */
  if (station != TRIO_ALL_STATIONS)
    trio_capture_bar_set_station (self->capture, self->model, station);
  if (self->model != NULL)
    show_heading (self);
}

static void
trio_station_page_finish_edit (TrioPage *page)
{
  TrioStationPage *self = TRIO_STATION_PAGE (page);

  trio_outline_finish_edit (self->outline);
  trio_board_finish_edit (board_of (self));
  if (trio_capture_bar_is_editing (self->capture))
    trio_capture_bar_submit (self->capture);
}

static gboolean
trio_station_page_focus_next_pane (TrioPage *page, GtkWidget *focus)
{
  TrioStationPage *self = TRIO_STATION_PAGE (page);
  GtkWidget *panes[] = { get_inputs (self), GTK_WIDGET (self->capture) };
  guint first = 0;

  for (guint i = 0; focus != NULL && i < G_N_ELEMENTS (panes); i++)
    if (focus == panes[i] || gtk_widget_is_ancestor (focus, panes[i]))
      first = i + 1;
  for (guint i = first; i < G_N_ELEMENTS (panes); i++)
    if (gtk_widget_get_mapped (panes[i]) && gtk_widget_grab_focus (panes[i]))
      return TRUE;
  return FALSE;
}

static AdwToastOverlay *
trio_station_page_get_toasts (TrioPage *page)
{
  return TRIO_STATION_PAGE (page)->toasts;
}

static void
page_interface_init (TrioPageInterface *iface)
{
  iface->set_model = trio_station_page_set_model;
  iface->set_station = trio_station_page_set_station;
  iface->finish_edit = trio_station_page_finish_edit;
  iface->focus_next_pane = trio_station_page_focus_next_pane;
  iface->get_toasts = trio_station_page_get_toasts;
}

static gboolean
trio_station_page_grab_focus (GtkWidget *widget)
{
  TrioStationPage *self = TRIO_STATION_PAGE (widget);

  if (gtk_widget_get_visible (self->add_button))
    return gtk_widget_grab_focus (self->add_button);
  if (gtk_widget_get_visible (GTK_WIDGET (self->capture)))
    return gtk_widget_grab_focus (GTK_WIDGET (self->capture));
  return gtk_widget_grab_focus (get_inputs (self));
}

static void
switch_layout_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  TrioStationPage *self = TRIO_STATION_PAGE (widget);
  GtkWidget *focus = gtk_root_get_focus (gtk_widget_get_root (widget));
  gboolean had_focus = focus != NULL && gtk_widget_is_ancestor (focus, GTK_WIDGET (self->stack));
  gboolean is_list = get_inputs (self) == GTK_WIDGET (self->outline);

  trio_page_finish_edit (TRIO_PAGE (self));
  g_object_set (self, "layout", is_list ? "board" : "list", NULL);
  if (had_focus)
    gtk_widget_grab_focus (get_inputs (self));
}

static void
suggest_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  TrioStationPage *self = TRIO_STATION_PAGE (widget);

  if (self->model == NULL || self->station == 0 || trio_model_get_read_only (self->model))
    return;
  trio_page_finish_edit (TRIO_PAGE (self));
  g_object_set (self, "layout", "board", NULL);
  trio_board_pane_suggest (self->pane);
}

static void
trio_station_page_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  TrioStationPage *self = TRIO_STATION_PAGE (object);

  if (id == PROP_LAYOUT)
    g_value_set_string (value, gtk_stack_get_visible_child_name (self->stack));
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static void
trio_station_page_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  TrioStationPage *self = TRIO_STATION_PAGE (object);

  if (id == PROP_LAYOUT)
    {
      gtk_stack_set_visible_child_name (self->stack, g_value_get_string (value));
      g_object_notify_by_pspec (object, pspec);
    }
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static void
search_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  TrioStationPage *self = TRIO_STATION_PAGE (widget);

  if (self->filter != NULL)
    trio_filter_bar_open (self->filter_bar);
}

static void
leave_search_cb (TrioFilterBar *bar, TrioStationPage *self)
{
  if (!gtk_widget_grab_focus (get_inputs (self)))
    gtk_widget_grab_focus (GTK_WIDGET (self));
}

static void
trio_station_page_dispose (GObject *object)
{
  TrioStationPage *self = TRIO_STATION_PAGE (object);

  if (self->theme != NULL)
    g_signal_handlers_disconnect_by_data (self->theme, self);
  g_clear_object (&self->theme);
  g_clear_object (&self->actions);
  g_clear_object (&self->selection);
  g_clear_object (&self->filter);
  g_clear_object (&self->model);

  G_OBJECT_CLASS (trio_station_page_parent_class)->dispose (object);
}

static void
trio_station_page_class_init (TrioStationPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  g_type_ensure (TRIO_TYPE_FILTER_BAR);
  g_type_ensure (TRIO_TYPE_BOARD_PANE);
  g_type_ensure (TRIO_TYPE_OUTLINE);
  g_type_ensure (TRIO_TYPE_CAPTURE_BAR);

  G_OBJECT_CLASS (klass)->dispose = trio_station_page_dispose;
  G_OBJECT_CLASS (klass)->get_property = trio_station_page_get_property;
  G_OBJECT_CLASS (klass)->set_property = trio_station_page_set_property;
  widget_class->grab_focus = trio_station_page_grab_focus;
  trio_compat_focus_children (widget_class);

  gtk_widget_class_install_action (widget_class, "station.search", NULL, search_cb);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_f, GDK_CONTROL_MASK, "station.search",
                                       NULL);
  /**
   * TrioStationPage:layout:
   *
   * How the inputs are shown: "board" or "list".
   */
  g_object_class_install_property (G_OBJECT_CLASS (klass), PROP_LAYOUT,
                                   g_param_spec_string ("layout", NULL, NULL, "board",
                                                        G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS
                                                            | G_PARAM_EXPLICIT_NOTIFY));
  gtk_widget_class_install_property_action (widget_class, "station.layout", "layout");
  gtk_widget_class_install_action (widget_class, "station.switch-layout", NULL, switch_layout_cb);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_F7, 0, "station.switch-layout", NULL);
  gtk_widget_class_install_action (widget_class, "station.suggest", NULL, suggest_cb);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_g, GDK_CONTROL_MASK, "station.suggest",
                                       NULL);

  trio_station_page_add_board_actions (widget_class);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/dk/trio/Stations/trio-station-page.ui");
  gtk_widget_class_bind_template_child (widget_class, TrioStationPage, heading);
  gtk_widget_class_bind_template_child (widget_class, TrioStationPage, subheading);
  gtk_widget_class_bind_template_child (widget_class, TrioStationPage, add_button);
  gtk_widget_class_bind_template_child (widget_class, TrioStationPage, toasts);
  gtk_widget_class_bind_template_child (widget_class, TrioStationPage, filter_bar);
  gtk_widget_class_bind_template_child (widget_class, TrioStationPage, layouts);
  gtk_widget_class_bind_template_child (widget_class, TrioStationPage, search_button);
  gtk_widget_class_bind_template_child (widget_class, TrioStationPage, suggest_button);
  gtk_widget_class_bind_template_child (widget_class, TrioStationPage, stack);
  gtk_widget_class_bind_template_child (widget_class, TrioStationPage, pane);
  gtk_widget_class_bind_template_child (widget_class, TrioStationPage, outline);
  gtk_widget_class_bind_template_child (widget_class, TrioStationPage, capture);
}

static void
trio_station_page_init (TrioStationPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  trio_compat_hide_unseen (GTK_WIDGET (self->stack));
  trio_station_page_install_letters (self);
  g_signal_connect (board_of (self), "notice", G_CALLBACK (notice_cb), self);
  g_signal_connect (self->outline, "notice", G_CALLBACK (notice_cb), self);
  g_signal_connect (self->filter_bar, "leave", G_CALLBACK (leave_search_cb), self);
  g_signal_connect (self->capture, "notice", G_CALLBACK (notice_cb), self);
  g_signal_connect (self->capture, "paste", G_CALLBACK (paste_cb), self);
  g_signal_connect (self->capture, "captured", G_CALLBACK (captured_cb), self);
  g_signal_connect (self->capture, "choices-changed", G_CALLBACK (choices_changed_cb), self);
  g_signal_connect (self->capture, "undo", G_CALLBACK (undo_cb), self);
  g_signal_connect (self->capture, "redo", G_CALLBACK (redo_cb), self);
}

/**
 * trio_station_page_get_board:
 * @self: the page
 *
 * Returns: (transfer none): the board of the station
 */
TrioBoard *
trio_station_page_get_board (TrioStationPage *self)
{
  g_return_val_if_fail (TRIO_IS_STATION_PAGE (self), NULL);

  return board_of (self);
}

/**
 * trio_station_page_get_outline:
 * @self: the page
 *
 * Returns: (transfer none): the list of the inputs
 */
TrioOutline *
trio_station_page_get_outline (TrioStationPage *self)
{
  g_return_val_if_fail (TRIO_IS_STATION_PAGE (self), NULL);

  return self->outline;
}

/**
 * trio_station_page_announce:
 * @self: the page
 *
 * Lets screen readers say at which station one is now.
 */
void
trio_station_page_announce (TrioStationPage *self)
{
  g_return_if_fail (TRIO_IS_STATION_PAGE (self));

  if (gtk_widget_get_mapped (GTK_WIDGET (self)))
    trio_announce (GTK_WIDGET (self), gtk_label_get_label (self->heading));
}

/**
 * trio_station_page_get_capture:
 * @self: the page
 *
 * Returns: (transfer none): the field in which inputs are typed
 */
TrioCaptureBar *
trio_station_page_get_capture (TrioStationPage *self)
{
  g_return_val_if_fail (TRIO_IS_STATION_PAGE (self), NULL);

  return self->capture;
}

/**
 * trio_station_page_show_note:
 * @self: the page
 * @note: number of an input of the station that is shown
 *
 * Selects the input, brings it into sight on the board or in the list, and puts the focus there.
 */
void
trio_station_page_show_note (TrioStationPage *self, TrioId note)
{
  g_return_if_fail (TRIO_IS_STATION_PAGE (self));

  if (self->selection == NULL)
    return;
  trio_selection_set_one (self->selection, note);
  reveal (self, note);
  gtk_widget_grab_focus (get_inputs (self));
}
