/* trio-application.h: the program: windows, files given to it, and what belongs to no window. */
#pragma once

#include "app/window/trio-window.h"

G_BEGIN_DECLS

#define TRIO_TYPE_APPLICATION (trio_application_get_type ())

G_DECLARE_FINAL_TYPE (TrioApplication, trio_application, TRIO, APPLICATION, AdwApplication)

TrioApplication *trio_application_new (GApplicationFlags flags);
void trio_application_open_path (TrioApplication *self, const char *path, TrioWindow *window);
void trio_application_show_store (TrioApplication *self, TrioStore *store, TrioWindow *window);

char **trio_application_steal_restart (TrioApplication *self);

G_END_DECLS
