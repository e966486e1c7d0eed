/* trio-copy.h: puts a document on the clipboard, for case systems and mail. */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

void trio_copy_document (GtkWidget *widget, const char *html, const char *text);

G_END_DECLS
