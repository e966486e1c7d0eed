/* trio-workshop-view.c: the frame of an open workshop: stations, header, and one page at a time.
 *
 * It knows the model, not the file. The window owns the file and tells the view what to say
 * about it.
 */
#include "config.h"

#include "app/window/trio-workshop-view-private.h"

#include <glib/gi18n.h>

#include "app/documents/trio-documents-page.h"
#include "app/setup/trio-setup-page.h"
#include "app/summary/trio-summary-page.h"
#include "app/trio-compat.h"
#include "app/window/trio-page.h"

G_DEFINE_FINAL_TYPE (TrioWorkshopView, trio_workshop_view, ADW_TYPE_BIN)

enum
{
  NOTICE,
  STATION_CHANGED,
  PAGE_CHANGED,
  SIDEBAR_SHOWN,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

/* Called for each page of the stack. */
typedef void (*PageFunc) (TrioPage *page, TrioWorkshopView *self);

static void
for_each_page (TrioWorkshopView *self, PageFunc func)
{
  for (GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (self->stack)); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    func (TRIO_PAGE (child), self);
}

static TrioPage *
current_page (TrioWorkshopView *self)
{
  return TRIO_PAGE (adw_view_stack_get_visible_child (self->stack));
}

/* A page is filled when it is shown for the first time: with ten thousand inputs each of them
 * would take its part of the time to open a workshop. */
static void
fill_page (TrioWorkshopView *self, TrioPage *page)
{
  if (self->model == NULL || g_object_get_data (G_OBJECT (page), "filled") != NULL)
    return;
  g_object_set_data (G_OBJECT (page), "filled", self);
  trio_page_set_model (page, self->model);
  if (self->store != NULL)
    trio_page_set_store (page, self->store);
  if (self->station != 0)
    trio_page_set_station (page, self->station);
}

static void
empty_page (TrioPage *page, TrioWorkshopView *self)
{
  if (g_object_steal_data (G_OBJECT (page), "filled") != NULL)
    trio_page_set_model (page, NULL);
}

static void
show_station (TrioPage *page, TrioWorkshopView *self)
{
  if (g_object_get_data (G_OBJECT (page), "filled") != NULL)
    trio_page_set_station (page, self->station);
}

static void
finish_edit (TrioPage *page, TrioWorkshopView *self)
{
  trio_page_finish_edit (page);
}

static void
notice_cb (TrioPage *page, const char *text, gboolean undoable, TrioWorkshopView *self)
{
  g_signal_emit (self, signals[NOTICE], 0, text, undoable);
}

static void
follow_page (TrioPage *page, TrioWorkshopView *self)
{
  g_signal_connect (page, "notice", G_CALLBACK (notice_cb), self);
}

static void
station_selected_cb (TrioSidebar *sidebar, gint64 station, TrioWorkshopView *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *focus;

  if (self->model == NULL || station == self->station)
    return;

  self->station = station;
  for_each_page (self, show_station);
  g_signal_emit (self, signals[STATION_CHANGED], 0);
  /* Whoever goes through the stations with the arrow keys stays there; Enter or a click leaves. */
  focus = root != NULL ? gtk_root_get_focus (root) : NULL;
  if (!GTK_IS_LIST_BOX_ROW (focus) || !gtk_widget_is_ancestor (focus, GTK_WIDGET (self->sidebar)))
    {
      trio_station_page_announce (self->station_page);
      trio_workshop_view_focus_capture (self);
    }
}

/* A switcher with one view to switch to would be a control that does nothing. */
static void
show_switcher (TrioWorkshopView *self)
{
  g_autoptr (GtkSelectionModel) pages = adw_view_stack_get_pages (self->stack);

  gtk_widget_set_visible (self->switcher, g_list_model_get_n_items (G_LIST_MODEL (pages)) > 1);
}

static void
page_shown_cb (AdwViewStack *stack, GParamSpec *pspec, TrioWorkshopView *self)
{
  if (self->model == NULL)
    return;
  for_each_page (self, finish_edit);
  fill_page (self, current_page (self));
  g_signal_emit (self, signals[PAGE_CHANGED], 0);
  gtk_widget_grab_focus (GTK_WIDGET (current_page (self)));
}

static void
drop_model (TrioWorkshopView *self)
{
  if (self->model != NULL)
    g_signal_handlers_disconnect_by_data (self->model, self);
  g_clear_object (&self->model);
  g_clear_object (&self->store);
}

static void
trio_workshop_view_dispose (GObject *object)
{
  TrioWorkshopView *self = TRIO_WORKSHOP_VIEW (object);

  drop_model (self);
  trio_workshop_view_ignore_room (self);
  g_clear_pointer (&self->steps, g_free);

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

  g_type_ensure (TRIO_TYPE_SETUP_PAGE);
  g_type_ensure (TRIO_TYPE_SIDEBAR);
  g_type_ensure (TRIO_TYPE_STATION_PAGE);
  g_type_ensure (TRIO_TYPE_SUMMARY_PAGE);
  g_type_ensure (TRIO_TYPE_DOCUMENTS_PAGE);

  G_OBJECT_CLASS (klass)->dispose = trio_workshop_view_dispose;
  widget_class->grab_focus = trio_workshop_view_grab_focus;
  trio_compat_focus_children (widget_class);

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
   * TrioWorkshopView::station-changed:
   * @self: the view
   *
   * Another station is shown.
   */
  signals[STATION_CHANGED] = g_signal_new ("station-changed", type, G_SIGNAL_RUN_LAST, 0, NULL,
                                           NULL, NULL, G_TYPE_NONE, 0);
  /**
   * TrioWorkshopView::page-changed:
   * @self: the view
   *
   * The switcher in the header shows another page.
   */
  signals[PAGE_CHANGED]
      = g_signal_new ("page-changed", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  /**
   * TrioWorkshopView::sidebar-shown:
   * @self: the view
   * @shown: whether the list of stations can be seen
   *
   * The list of stations has come or gone, asked for or because of the room there is.
   */
  signals[SIDEBAR_SHOWN] = g_signal_new ("sidebar-shown", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                         NULL, G_TYPE_NONE, 1, G_TYPE_BOOLEAN);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/dk/trio/Stations/trio-workshop-view.ui");
  gtk_widget_class_bind_template_child (widget_class, TrioWorkshopView, sidebar);
  gtk_widget_class_bind_template_child (widget_class, TrioWorkshopView, undo_button);
  gtk_widget_class_bind_template_child (widget_class, TrioWorkshopView, redo_button);
  gtk_widget_class_bind_template_child (widget_class, TrioWorkshopView, banner_revealer);
  gtk_widget_class_bind_template_child (widget_class, TrioWorkshopView, banner_label);
  gtk_widget_class_bind_template_child (widget_class, TrioWorkshopView, banner_button);
  gtk_widget_class_bind_template_child (widget_class, TrioWorkshopView, toasts);
  gtk_widget_class_bind_template_child (widget_class, TrioWorkshopView, stack);
  gtk_widget_class_bind_template_child (widget_class, TrioWorkshopView, switcher);
  gtk_widget_class_bind_template_child (widget_class, TrioWorkshopView, station_page);
  trio_workshop_view_follow_room_class (widget_class);
  gtk_widget_class_bind_template_child (widget_class, TrioWorkshopView, menu_button);
  gtk_widget_class_bind_template_child (widget_class, TrioWorkshopView, lock_button);
  gtk_widget_class_bind_template_child (widget_class, TrioWorkshopView, lock_label);
  gtk_widget_class_bind_template_child (widget_class, TrioWorkshopView, undo_section);
  gtk_widget_class_bind_template_child (widget_class, TrioWorkshopView, home);
}

static void
trio_workshop_view_init (TrioWorkshopView *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  trio_compat_hide_unseen (GTK_WIDGET (self->stack));
  trio_compat_mend_names (GTK_WIDGET (self));
  g_signal_connect (self->sidebar, "station-selected", G_CALLBACK (station_selected_cb), self);
  adw_view_stack_set_visible_child_name (self->stack, "station");
  g_signal_connect (self->stack, "notify::visible-child", G_CALLBACK (page_shown_cb), self);
  for_each_page (self, follow_page);
  trio_workshop_view_follow_room (self);
  show_switcher (self);
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
  fill_page (self, current_page (self));
  trio_sidebar_set_model (self->sidebar, model);
  trio_workshop_view_show_steps (self);
  trio_workshop_view_show_home (self);
  return GTK_WIDGET (self);
}

/**
 * trio_workshop_view_set_store:
 * @self: the view
 * @store: the file that the workshop is kept in
 *
 * Says where the workshop is kept, for the pages that need to know.
 */
void
trio_workshop_view_set_store (TrioWorkshopView *self, TrioStore *store)
{
  g_return_if_fail (TRIO_IS_WORKSHOP_VIEW (self) && TRIO_IS_STORE (store));

  g_set_object (&self->store, store);
  for (GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (self->stack)); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    if (g_object_get_data (G_OBJECT (child), "filled") != NULL)
      trio_page_set_store (TRIO_PAGE (child), store);
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
  drop_model (self);
  for_each_page (self, empty_page);
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
 * Puts the focus where work goes on in the page that is shown: at the stations where the next
 * input is typed, in a read-only workshop into the list.
 */
void
trio_workshop_view_focus_capture (TrioWorkshopView *self)
{
  g_return_if_fail (TRIO_IS_WORKSHOP_VIEW (self));

  trio_workshop_view_leave_sidebar (self);
  gtk_widget_grab_focus (GTK_WIDGET (current_page (self)));
}

/**
 * trio_workshop_view_focus_next_pane:
 * @self: the view
 *
 * Moves the focus on: stations, and the parts of the page.
 */
void
trio_workshop_view_focus_next_pane (TrioWorkshopView *self)
{
  GtkWidget *focus;

  g_return_if_fail (TRIO_IS_WORKSHOP_VIEW (self));

  focus = gtk_root_get_focus (gtk_widget_get_root (GTK_WIDGET (self)));
  if (focus == NULL || gtk_widget_is_ancestor (focus, GTK_WIDGET (self->sidebar)))
    {
      if (!trio_page_focus_next_pane (current_page (self), NULL))
        trio_workshop_view_focus_capture (self);
    }
  else if (!trio_page_focus_next_pane (current_page (self), focus)
           && !(gtk_widget_get_can_focus (GTK_WIDGET (self->sidebar))
                && gtk_widget_grab_focus (GTK_WIDGET (self->sidebar))))
    trio_page_focus_next_pane (current_page (self), NULL);
}

/**
 * trio_workshop_view_get_page:
 * @self: the view
 *
 * Returns: (transfer none): name of the page that is shown
 */
const char *
trio_workshop_view_get_page (TrioWorkshopView *self)
{
  g_return_val_if_fail (TRIO_IS_WORKSHOP_VIEW (self), NULL);

  return adw_view_stack_get_visible_child_name (self->stack);
}

/**
 * trio_workshop_view_show_page:
 * @self: the view
 * @name: name of a page, such as "station"
 *
 * Shows a page.
 */
void
trio_workshop_view_show_page (TrioWorkshopView *self, const char *name)
{
  g_return_if_fail (TRIO_IS_WORKSHOP_VIEW (self));

  adw_view_stack_set_visible_child_name (self->stack, name);
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
  TrioCaptureBar *capture;

  g_return_val_if_fail (TRIO_IS_WORKSHOP_VIEW (self), "");

  capture = trio_station_page_get_capture (self->station_page);
  return trio_capture_bar_is_editing (capture) ? "" : trio_capture_bar_get_text (capture);
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

  return trio_capture_bar_submit (trio_station_page_get_capture (self->station_page));
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

  trio_capture_bar_clear (trio_station_page_get_capture (self->station_page));
}

/**
 * trio_workshop_view_finish_edit:
 * @self: the view
 *
 * Keeps edits in place that are under way.
 */
void
trio_workshop_view_finish_edit (TrioWorkshopView *self)
{
  g_return_if_fail (TRIO_IS_WORKSHOP_VIEW (self));

  for_each_page (self, finish_edit);
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
