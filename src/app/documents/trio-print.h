/* trio-print.h: prints pages that were laid out, as they are seen on the screen and in PDF. */
#pragma once

#include <gtk/gtk.h>

#include "document/layout/trio-layout.h"

G_BEGIN_DECLS

GtkPrintOperation *trio_print_operation_new (TrioLayout *layout, const char *title);
void trio_print (GtkWindow *parent, TrioLayout *layout, const char *title);

G_END_DECLS
