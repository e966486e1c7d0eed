/* trio-help-window.h: the user guide, in a window of its own. */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define TRIO_TYPE_HELP_WINDOW (trio_help_window_get_type ())

G_DECLARE_FINAL_TYPE (TrioHelpWindow, trio_help_window, TRIO, HELP_WINDOW, AdwWindow)

GtkWidget *trio_help_window_new (const char *lang);
gboolean trio_help_window_show_page (TrioHelpWindow *self, const char *id);
const char *trio_help_window_get_page (TrioHelpWindow *self);
void trio_help_window_search (TrioHelpWindow *self, const char *query);
guint trio_help_window_get_n_shown (TrioHelpWindow *self);

G_END_DECLS
