/* trio-colour-row.h: the colours that a theme can have, to choose one. */
#pragma once

#include <gtk/gtk.h>

#include "model/trio-fields.h"

G_BEGIN_DECLS

#define TRIO_TYPE_COLOUR_ROW (trio_colour_row_get_type ())

G_DECLARE_FINAL_TYPE (TrioColourRow, trio_colour_row, TRIO, COLOUR_ROW, GtkBox)

/* Signal "chosen" (int colour): somebody chose a colour. */

GtkWidget *trio_colour_row_new (void);
void trio_colour_row_set_colour (TrioColourRow *self, TrioColour colour);

G_END_DECLS
