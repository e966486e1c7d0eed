/* trio-preferences.h: what the program does the same way each time. */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define TRIO_TYPE_PREFERENCES (trio_preferences_get_type ())

G_DECLARE_FINAL_TYPE (TrioPreferences, trio_preferences, TRIO, PREFERENCES, AdwWindow)

GtkWidget *trio_preferences_new (GtkWindow *parent);
gboolean trio_preferences_make_letterhead (TrioPreferences *self, GError **error);

void trio_preferences_apply_colours (void);
char *trio_preferences_dup_organisation (void);
char *trio_preferences_dup_document_language (void);

G_END_DECLS
