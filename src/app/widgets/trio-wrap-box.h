/* trio-wrap-box.h: a row of widgets that becomes several where it is narrow. */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define TRIO_TYPE_WRAP_BOX (trio_wrap_box_get_type ())

G_DECLARE_FINAL_TYPE (TrioWrapBox, trio_wrap_box, TRIO, WRAP_BOX, GtkWidget)

G_END_DECLS
