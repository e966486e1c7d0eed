/* trio-announce.h: tells people who use a screen reader what has just happened. */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

void trio_announce (GtkWidget *from, const char *text);
void trio_announce_changes (GtkLabel *label);

G_END_DECLS
