/* trio-copy.c: puts a document on the clipboard, for case systems and mail. */
#include "config.h"

#include "app/documents/trio-copy.h"

#include <string.h>

/**
 * trio_copy_document:
 * @widget: a widget of the window
 * @html: the document as rich text
 * @text: the document as plain text
 *
 * Copies both at once: the program that it is pasted into takes what it knows.
 */
void
trio_copy_document (GtkWidget *widget, const char *html, const char *text)
{
  GdkContentProvider *providers[2];
  g_autoptr (GdkContentProvider) both = NULL;
  g_autoptr (GBytes) bytes = NULL;

  g_return_if_fail (GTK_IS_WIDGET (widget) && html != NULL && text != NULL);

  bytes = g_bytes_new (html, strlen (html));
  providers[0] = gdk_content_provider_new_for_bytes ("text/html", bytes);
  providers[1] = gdk_content_provider_new_typed (G_TYPE_STRING, text);
  both = gdk_content_provider_new_union (providers, G_N_ELEMENTS (providers));
  gdk_clipboard_set_content (gtk_widget_get_clipboard (widget), both);
}
