/* trio-theme-choice.h: chooses the theme that something belongs to, or none. */
#pragma once

#include <gtk/gtk.h>

#include "model/trio-model.h"

G_BEGIN_DECLS

#define TRIO_TYPE_THEME_CHOICE (trio_theme_choice_get_type ())

G_DECLARE_FINAL_TYPE (TrioThemeChoice, trio_theme_choice, TRIO, THEME_CHOICE, GtkWidget)

/* Signal "chosen" (gint64 theme): somebody chose a theme, or 0 for none. */

GtkWidget *trio_theme_choice_new (TrioModel *model);
void trio_theme_choice_show (TrioThemeChoice *self, TrioId theme);
TrioId trio_theme_choice_get_theme (TrioThemeChoice *self);
GtkDropDown *trio_theme_choice_get_list (TrioThemeChoice *self);

G_END_DECLS
