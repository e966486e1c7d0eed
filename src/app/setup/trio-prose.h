/* trio-prose.h: a field for words that may take several lines, with a hint while it is empty. */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define TRIO_TYPE_PROSE (trio_prose_get_type ())

G_DECLARE_FINAL_TYPE (TrioProse, trio_prose, TRIO, PROSE, GtkTextView)

GtkWidget *trio_prose_new (const char *label, const char *hint);
gboolean trio_prose_is_empty (TrioProse *self);

G_END_DECLS
