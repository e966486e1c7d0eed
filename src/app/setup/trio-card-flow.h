/* trio-card-flow.h: children of the same width in as many columns as there is room for. */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define TRIO_TYPE_CARD_FLOW (trio_card_flow_get_type ())

G_DECLARE_FINAL_TYPE (TrioCardFlow, trio_card_flow, TRIO, CARD_FLOW, GtkWidget)

void trio_card_flow_append (TrioCardFlow *self, GtkWidget *child);
void trio_card_flow_put_after (TrioCardFlow *self, GtkWidget *child, GtkWidget *sibling);
void trio_card_flow_remove (TrioCardFlow *self, GtkWidget *child);
GtkWidget *trio_card_flow_find_gap (TrioCardFlow *self, double x, double y);

G_END_DECLS
