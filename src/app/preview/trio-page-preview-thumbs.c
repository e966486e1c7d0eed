/* trio-page-preview-thumbs.c: small pages at the side, to see the whole and to jump. */
#include "config.h"

#include "app/preview/trio-page-preview-private.h"

#include <glib/gi18n.h>

#define THUMB_WIDTH 92.0

/* Pixels: in a narrower preview the pages would be hardly larger than the small ones. */
#define LEAST_WIDTH 440

static void
setup_cb (GtkSignalListItemFactory *factory, GtkListItem *item, TrioPagePreview *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 4);
  GtkWidget *sheet = trio_page_sheet_new (self->source);
  GtkWidget *label = gtk_label_new (NULL);

  gtk_widget_set_halign (sheet, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (label, "caption");
  gtk_widget_add_css_class (label, "numeric");
  gtk_box_append (GTK_BOX (box), sheet);
  gtk_box_append (GTK_BOX (box), label);
  gtk_list_item_set_child (item, box);
}

static void
bind_cb (GtkSignalListItemFactory *factory, GtkListItem *item, TrioPagePreview *self)
{
  GtkWidget *sheet = gtk_widget_get_first_child (gtk_list_item_get_child (item));
  GtkWidget *label = gtk_widget_get_next_sibling (sheet);
  guint page = gtk_list_item_get_position (item);
  g_autofree char *number = g_strdup_printf ("%u", page + 1);
  /* Translators: a page of a document by its number */
  g_autofree char *name = g_strdup_printf (_ ("Page %u"), page + 1);
  double width;
  double height;

  trio_preview_source_get_page_size (self->source, &width, &height);
  trio_page_sheet_set_scale (TRIO_PAGE_SHEET (sheet), THUMB_WIDTH / MAX (width, 1));
  trio_page_sheet_set_page (TRIO_PAGE_SHEET (sheet), page);
  gtk_label_set_label (GTK_LABEL (label), number);
  gtk_accessible_update_property (GTK_ACCESSIBLE (
                                      gtk_widget_get_parent (gtk_list_item_get_child (item))),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
}

static void
selected_cb (GtkSingleSelection *selection, GParamSpec *pspec, TrioPagePreview *self)
{
  guint page = gtk_single_selection_get_selected (selection);

  if (!self->is_scrolling && page != GTK_INVALID_LIST_POSITION && page != self->page)
    trio_page_preview_go_to_page (self, page);
}

/**
 * trio_page_preview_init_thumbs:
 * @self: the preview
 *
 * Makes the list of small pages.
 */
void
trio_page_preview_init_thumbs (TrioPagePreview *self)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();

  self->pages = gtk_string_list_new (NULL);
  self->selection = gtk_single_selection_new (g_object_ref (G_LIST_MODEL (self->pages)));
  g_signal_connect (factory, "setup", G_CALLBACK (setup_cb), self);
  g_signal_connect (factory, "bind", G_CALLBACK (bind_cb), self);
  g_signal_connect (self->selection, "notify::selected", G_CALLBACK (selected_cb), self);
  gtk_list_view_set_factory (self->thumbs, factory);
  g_object_unref (factory);
  gtk_list_view_set_model (self->thumbs, GTK_SELECTION_MODEL (self->selection));
  g_signal_connect_swapped (self->thumbs_button, "toggled",
                            G_CALLBACK (trio_page_preview_place_thumbs), self);
}

/**
 * trio_page_preview_place_thumbs:
 * @self: the preview
 *
 * Shows the small pages if they are wanted and there is room for them.
 */
void
trio_page_preview_place_thumbs (TrioPagePreview *self)
{
  gboolean has_room = gtk_widget_get_width (GTK_WIDGET (self)) >= LEAST_WIDTH;

  gtk_widget_set_visible (GTK_WIDGET (self->thumbs_button), has_room);
  gtk_revealer_set_reveal_child (self->thumbs_revealer,
                                 has_room && gtk_toggle_button_get_active (self->thumbs_button));
}

/**
 * trio_page_preview_update_thumbs:
 * @self: the preview
 *
 * Gives the list as many small pages as the document has, and selects the one in view.
 */
void
trio_page_preview_update_thumbs (TrioPagePreview *self)
{
  guint n = trio_preview_source_get_n_pages (self->source);
  guint have = g_list_model_get_n_items (G_LIST_MODEL (self->pages));

  self->is_scrolling = TRUE;
  for (; have < n; have++)
    gtk_string_list_append (self->pages, "");
  if (have > n)
    gtk_string_list_splice (self->pages, n, have - n, NULL);
  if (self->page < n)
    {
      gtk_single_selection_set_selected (self->selection, self->page);
      if (gtk_widget_get_mapped (GTK_WIDGET (self->thumbs)))
        gtk_widget_activate_action (GTK_WIDGET (self->thumbs), "list.scroll-to-item", "u",
                                    self->page);
    }
  self->is_scrolling = FALSE;
}
