/* trio-window.c: a window with the start page or one workshop.
 *
 * The window owns the file; trio-window-files.c opens, saves and closes it, and
 * trio-window-actions.c holds the commands.
 */
#include "config.h"

#include "app/window/trio-window-private.h"

#include <glib/gi18n.h>

#include "app/trio-announce.h"
#include "app/trio-application.h"
#include "app/trio-compat.h"
#include "app/trio-settings.h"
#include "app/window/trio-problem-page.h"

#define TOAST_SECONDS 4

G_DEFINE_FINAL_TYPE (TrioWindow, trio_window, ADW_TYPE_APPLICATION_WINDOW)

static void
open_path_cb (TrioStartPage *page, const char *path, TrioWindow *self)
{
  trio_application_open_path (TRIO_APPLICATION (gtk_window_get_application (GTK_WINDOW (self))),
                              path, self);
}

static void
notice_cb (TrioWorkshopView *view, const char *text, gboolean undoable, TrioWindow *self)
{
  trio_window_notify_user (self, text, undoable);
}

static void
retry_cb (TrioProblemPage *page, TrioWindow *self)
{
  trio_window_open (self, self->path, TRIO_OPEN_DEFAULT);
}

static void
open_read_only_cb (TrioProblemPage *page, TrioWindow *self)
{
  trio_window_open (self, self->path, TRIO_OPEN_READ_ONLY);
}

static void
restore_size (TrioWindow *self)
{
  int width = 1280;
  int height = 760;

  if (self->settings != NULL)
    {
      g_settings_get (self->settings, "window-size", "(ii)", &width, &height);
      if (g_settings_get_boolean (self->settings, "window-maximized"))
        gtk_window_maximize (GTK_WINDOW (self));
    }
  gtk_window_set_default_size (GTK_WINDOW (self), width, height);
}

static void
remember_size (TrioWindow *self)
{
  int width;
  int height;

  if (self->settings == NULL)
    return;

  gtk_window_get_default_size (GTK_WINDOW (self), &width, &height);
  if (width > 0 && height > 0)
    g_settings_set (self->settings, "window-size", "(ii)", width, height);
  g_settings_set_boolean (self->settings, "window-maximized",
                          gtk_window_is_maximized (GTK_WINDOW (self)));
}

static gboolean
trio_window_close_request (GtkWindow *window)
{
  TrioWindow *self = TRIO_WINDOW (window);

  if (trio_window_ask_to_leave_kiosk (self) || !trio_window_request_close (self))
    return TRUE;

  remember_size (self);
  trio_window_drop_store (self);
  return GTK_WINDOW_CLASS (trio_window_parent_class)->close_request (window);
}

/* From here on the toast only fades away. */
static void
toast_dismissed_cb (TrioWindow *self)
{
  g_clear_handle_id (&self->toast_timer, g_source_remove);
  g_clear_object (&self->toast);
}

static gboolean
toast_timer_cb (gpointer user_data)
{
  TrioWindow *self = user_data;

  self->toast_timer = 0;
  adw_toast_dismiss (self->toast);
  return G_SOURCE_REMOVE;
}

/**
 * trio_window_drop_toast:
 * @self: the window
 *
 * Forgets the passing message before what it is shown above goes away.
 */
void
trio_window_drop_toast (TrioWindow *self)
{
  if (self->toast != NULL)
    g_signal_handlers_disconnect_by_func (self->toast, toast_dismissed_cb, self);
  toast_dismissed_cb (self);
}

static void
trio_window_dispose (GObject *object)
{
  TrioWindow *self = TRIO_WINDOW (object);

  trio_window_cancel_open (self);
  trio_window_drop_toast (self);
  if (self->pages != NULL)
    trio_window_drop_store (self);
  g_clear_weak_pointer (&self->wall);
  g_clear_object (&self->settings);

  G_OBJECT_CLASS (trio_window_parent_class)->dispose (object);
}

static void
trio_window_finalize (GObject *object)
{
  g_free (TRIO_WINDOW (object)->path);
  g_free (TRIO_WINDOW (object)->exported);

  G_OBJECT_CLASS (trio_window_parent_class)->finalize (object);
}

static void
trio_window_class_init (TrioWindowClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  g_type_ensure (TRIO_TYPE_START_PAGE);
  object_class->dispose = trio_window_dispose;
  object_class->finalize = trio_window_finalize;
  GTK_WINDOW_CLASS (klass)->close_request = trio_window_close_request;

  gtk_widget_class_set_template_from_resource (widget_class, "/dk/trio/Stations/trio-window.ui");
  gtk_widget_class_bind_template_child (widget_class, TrioWindow, toasts);
  gtk_widget_class_bind_template_child (widget_class, TrioWindow, pages);
  gtk_widget_class_bind_template_child (widget_class, TrioWindow, start_page);
  gtk_widget_class_bind_template_child (widget_class, TrioWindow, spinner);
  gtk_widget_class_bind_template_child (widget_class, TrioWindow, loading_label);
}

static void
trio_window_init (TrioWindow *self)
{
  self->settings = trio_settings_dup ();
  gtk_widget_init_template (GTK_WIDGET (self));
  trio_compat_hide_unseen (GTK_WIDGET (self->pages));
  trio_compat_mend_names (GTK_WIDGET (self));
  g_signal_connect (self->start_page, "open-path", G_CALLBACK (open_path_cb), self);
  trio_window_install_actions (self);
  restore_size (self);
  trio_window_update_actions (self);
}

/**
 * trio_window_new:
 * @application: the program
 *
 * Returns: (transfer none): a new window with the start page
 */
GtkWidget *
trio_window_new (GtkApplication *application)
{
  return g_object_new (TRIO_TYPE_WINDOW, "application", application, NULL);
}

/**
 * trio_window_get_store:
 * @self: the window
 *
 * Returns: (transfer none) (nullable): the file that is open
 */
TrioStore *
trio_window_get_store (TrioWindow *self)
{
  g_return_val_if_fail (TRIO_IS_WINDOW (self), NULL);

  return self->store;
}

/**
 * trio_window_get_path:
 * @self: the window
 *
 * Returns: (transfer none) (nullable): path of the file that is open or being opened
 */
const char *
trio_window_get_path (TrioWindow *self)
{
  g_return_val_if_fail (TRIO_IS_WINDOW (self), NULL);

  return self->path;
}

/**
 * trio_window_get_help_page:
 * @self: the window
 *
 * Returns: (transfer none): name of the page of the help that is about what is shown
 */
const char *
trio_window_get_help_page (TrioWindow *self)
{
  static const struct
  {
    const char *page;
    const char *help;
  } pages[] = { { "setup", "setup" },
                { "station", "board" },
                { "summary", "summary" },
                { "documents", "documents" } };
  const char *page;

  g_return_val_if_fail (TRIO_IS_WINDOW (self), NULL);

  if (self->kiosk != NULL)
    return "capture";
  page = self->view != NULL ? trio_workshop_view_get_page (self->view) : NULL;
  for (guint i = 0; i < G_N_ELEMENTS (pages); i++)
    if (g_strcmp0 (pages[i].page, page) == 0)
      return pages[i].help;
  return "index";
}

/**
 * trio_window_is_free:
 * @self: the window
 *
 * Returns: whether the window can take a file without losing sight of another
 */
gboolean
trio_window_is_free (TrioWindow *self)
{
  g_return_val_if_fail (TRIO_IS_WINDOW (self), FALSE);

  return self->store == NULL && self->opening == NULL;
}

/**
 * trio_window_show_page:
 * @self: the window
 * @name: "start", "loading", "problem" or "workshop"
 *
 * Shows a page and puts the focus where work goes on.
 */
void
trio_window_show_page (TrioWindow *self, const char *name)
{
  GtkWidget *page;

  gtk_spinner_set_spinning (self->spinner, g_str_equal (name, "loading"));
  gtk_stack_set_visible_child_name (self->pages, name);
  if (g_str_equal (name, "workshop"))
    gtk_widget_add_css_class (GTK_WIDGET (self), "trio-at-work");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self), "trio-at-work");
  page = gtk_stack_get_visible_child (self->pages);
  if (page == GTK_WIDGET (self->start_page))
    trio_start_page_refresh (self->start_page);
  if (page != NULL && !g_str_equal (name, "loading"))
    gtk_widget_grab_focus (page);
  trio_window_update_actions (self);
}

/**
 * trio_window_show_problem:
 * @self: the window
 * @path: the file that could not be opened
 * @error: why
 *
 * Explains why a file could not be opened and offers what can be done.
 */
void
trio_window_show_problem (TrioWindow *self, const char *path, const GError *error)
{
  if (self->problem != NULL)
    gtk_stack_remove (self->pages, self->problem);
  self->problem = trio_problem_page_new (path, error);
  g_signal_connect (self->problem, "retry", G_CALLBACK (retry_cb), self);
  g_signal_connect (self->problem, "open-read-only", G_CALLBACK (open_read_only_cb), self);
  g_signal_connect_swapped (self->problem, "open-copy", G_CALLBACK (trio_window_open_copy), self);
  g_signal_connect_swapped (self->problem, "restore", G_CALLBACK (trio_window_restore), self);
  gtk_stack_add_named (self->pages, self->problem, "problem");
  trio_window_show_page (self, "problem");
}

/**
 * trio_window_take_store:
 * @self: the window
 * @store: (transfer full): an open file
 *
 * Shows the workshop of a file. The window closes the file when it is closed itself.
 */
void
trio_window_take_store (TrioWindow *self, TrioStore *store)
{
  g_return_if_fail (TRIO_IS_WINDOW (self));
  g_return_if_fail (TRIO_IS_STORE (store));

  trio_window_drop_store (self);
  trio_window_drop_toast (self);
  self->store = store;
  g_free (self->path);
  self->path = g_strdup (trio_store_get_path (store));
  g_signal_connect_swapped (store, "notify::pending", G_CALLBACK (trio_window_update_state), self);
  g_signal_connect_swapped (store, "notify::failed", G_CALLBACK (trio_window_update_state), self);
  g_signal_connect_swapped (trio_store_get_model (store), "committed",
                            G_CALLBACK (trio_window_update_actions), self);

  self->view = TRIO_WORKSHOP_VIEW (trio_workshop_view_new (trio_store_get_model (store)));
  trio_workshop_view_set_store (self->view, store);
  g_signal_connect (self->view, "notice", G_CALLBACK (notice_cb), self);
  g_signal_connect_swapped (self->view, "station-changed", G_CALLBACK (trio_window_update_actions),
                            self);
  g_signal_connect_swapped (self->view, "page-changed", G_CALLBACK (trio_window_update_actions),
                            self);
  trio_window_follow_sidebar (self);
  gtk_stack_add_named (self->pages, GTK_WIDGET (self->view), "workshop");
  trio_window_follow_rounds (self);
  trio_window_update_state (self);
  trio_window_show_page (self, "workshop");
  trio_window_apply_mode (self);
  trio_window_remember (self);
  trio_window_confirm_home (self);
}

/**
 * trio_window_toast:
 * @self: the window
 * @text: what happened
 * @button: (nullable): label of a button
 * @action: (nullable): its action
 *
 * Shows a passing message in place of the one before.
 */
void
trio_window_toast (TrioWindow *self, const char *text, const char *button, const char *action)
{
  g_autofree char *escaped = g_markup_escape_text (text, -1);
  gboolean shown = self->toast != NULL;

  trio_announce (GTK_WIDGET (self), text);

  /* libadwaita 1.2 crashes when a toast is dismissed while it is still coming in, as happens
     with two quick undos; so a toast that is there says the new words instead. */
  if (!shown)
    {
      self->toast = g_object_ref (adw_toast_new (escaped));
      adw_toast_set_timeout (self->toast, 0);
      g_signal_connect_object (self->toast, "dismissed", G_CALLBACK (toast_dismissed_cb), self,
                               G_CONNECT_SWAPPED);
    }
  adw_toast_set_title (self->toast, escaped);
  adw_toast_set_button_label (self->toast, button);
  adw_toast_set_action_name (self->toast, action);
  if (!shown && self->view != NULL)
    trio_workshop_view_add_toast (self->view, self->toast);
  else if (!shown)
    trio_compat_add_toast (self->toasts, self->toast);

  g_clear_handle_id (&self->toast_timer, g_source_remove);
  self->toast_timer = g_timeout_add_seconds (TOAST_SECONDS, toast_timer_cb, self);
}

/**
 * trio_window_notify_user:
 * @self: the window
 * @text: what happened
 * @undoable: whether to offer to undo it
 *
 * Shows a passing message. Nothing depends on it: what can be undone stays in the menu.
 */
void
trio_window_notify_user (TrioWindow *self, const char *text, gboolean undoable)
{
  g_return_if_fail (TRIO_IS_WINDOW (self));

  trio_window_toast (self, text, undoable ? _ ("_Undo") : NULL, undoable ? "win.undo" : NULL);
}
