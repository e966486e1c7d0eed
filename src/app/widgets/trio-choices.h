/* trio-choices.h: what drop-downs and combo rows have in common. */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

void trio_choices_leave_wheel (GtkWidget *widget);
void trio_choices_set_names (GtkWidget *widget, GtkStringList *names);
void trio_choices_name_items (GtkWidget *list);
void trio_choices_narrow (GtkDropDown *list, int width);

G_END_DECLS
