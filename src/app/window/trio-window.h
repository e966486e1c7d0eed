/* trio-window.h: a window with the start page or one workshop. */
#pragma once

#include <adwaita.h>

#include "store/trio-store.h"

G_BEGIN_DECLS

#define TRIO_TYPE_WINDOW (trio_window_get_type ())

G_DECLARE_FINAL_TYPE (TrioWindow, trio_window, TRIO, WINDOW, AdwApplicationWindow)

GtkWidget *trio_window_new (GtkApplication *application);
void trio_window_open (TrioWindow *self, const char *path, TrioOpenFlags flags);
void trio_window_take_store (TrioWindow *self, TrioStore *store);
TrioStore *trio_window_get_store (TrioWindow *self);
const char *trio_window_get_path (TrioWindow *self);
const char *trio_window_get_help_page (TrioWindow *self);
gboolean trio_window_is_free (TrioWindow *self);
void trio_window_shut_down (TrioWindow *self);
void trio_window_toast (TrioWindow *self, const char *text, const char *button, const char *action);
void trio_window_notify_user (TrioWindow *self, const char *text, gboolean undoable);

G_END_DECLS
