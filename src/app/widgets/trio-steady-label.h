/* trio-steady-label.h: words that change while the widgets around them stay where they are. */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define TRIO_TYPE_STEADY_LABEL (trio_steady_label_get_type ())
G_DECLARE_FINAL_TYPE (TrioSteadyLabel, trio_steady_label, TRIO, STEADY_LABEL, GtkWidget)

GtkWidget *trio_steady_label_new (void);
void trio_steady_label_set_label (TrioSteadyLabel *self, const char *label);
const char *trio_steady_label_get_label (TrioSteadyLabel *self);

G_END_DECLS
