/* trio-help-window.c: the user guide, in a window of its own.
 *
 * Not modal: people read a step, do it, and read the next.
 */
#include "config.h"

#include "app/help/trio-help-window.h"

#include <string.h>

#include <glib/gi18n.h>

#include "app/help/trio-help-book.h"
#include "app/trio-compat.h"

#define LINK         "help:"
#define LIST_INDENT  24
#define PICTURE_SIZE 560

struct _TrioHelpWindow
{
  AdwWindow parent_instance;

  GtkSearchEntry *search;
  GtkListBox *list;
  GtkStack *found;
  GtkScrolledWindow *scroller;
  GtkBox *body;

  char *lang;
  GPtrArray *pages; /* TrioHelpPage; rows of the list stand in the same order */
  TrioHelpPage *page;
};

G_DEFINE_FINAL_TYPE (TrioHelpWindow, trio_help_window, ADW_TYPE_WINDOW)

static gboolean
link_cb (GtkLabel *label, const char *uri, TrioHelpWindow *self)
{
  return g_str_has_prefix (uri, LINK) && trio_help_window_show_page (self, uri + strlen (LINK));
}

static GtkWidget *
create_label (TrioHelpWindow *self, const char *markup, const char *css)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_markup (GTK_LABEL (label), markup);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_set_valign (label, GTK_ALIGN_START);
  gtk_widget_set_hexpand (label, TRUE);
  if (css != NULL)
    gtk_widget_add_css_class (label, css);
  g_signal_connect (label, "activate-link", G_CALLBACK (link_cb), self);
  return label;
}

static GtkWidget *
create_heading (TrioHelpWindow *self, const char *markup, const char *css)
{
  GtkWidget *label = g_object_new (GTK_TYPE_LABEL, "accessible-role", GTK_ACCESSIBLE_ROLE_HEADING,
                                   "wrap", TRUE, "xalign", 0.0, NULL);

  gtk_label_set_markup (GTK_LABEL (label), markup);
  gtk_widget_add_css_class (label, css);
  return label;
}

static GtkWidget *
create_marked (TrioHelpWindow *self, const TrioHelpBlock *block)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8);
  g_autofree char *mark
      = block->kind == TRIO_HELP_STEP ? g_strdup_printf ("%u.", block->number) : g_strdup ("•");
  GtkWidget *label = gtk_label_new (mark);

  gtk_widget_set_valign (label, GTK_ALIGN_START);
  gtk_widget_add_css_class (label, "numeric");
  gtk_widget_set_margin_start (box, (int)(block->depth - 1) * LIST_INDENT);
  gtk_box_append (GTK_BOX (box), label);
  gtk_box_append (GTK_BOX (box), create_label (self, block->markup, NULL));
  return box;
}

static GtkWidget *
create_picture (TrioHelpWindow *self, const TrioHelpBlock *block)
{
  g_autofree char *path = g_strdup_printf (TRIO_HELP_FOLDER "/%s/%s", self->lang, block->source);
  GtkWidget *picture = gtk_picture_new_for_resource (path);
  GtkWidget *clamp = adw_clamp_new ();

  gtk_picture_set_alternative_text (GTK_PICTURE (picture), block->markup);
  gtk_accessible_update_property (GTK_ACCESSIBLE (picture), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  block->markup, -1);
  gtk_picture_set_can_shrink (GTK_PICTURE (picture), TRUE);
  gtk_widget_add_css_class (picture, "card");
  gtk_widget_set_overflow (picture, GTK_OVERFLOW_HIDDEN);
  adw_clamp_set_maximum_size (ADW_CLAMP (clamp), PICTURE_SIZE);
  adw_clamp_set_child (ADW_CLAMP (clamp), picture);
  return clamp;
}

static GtkWidget *
create_block (TrioHelpWindow *self, const TrioHelpBlock *block)
{
  GtkWidget *widget;

  switch (block->kind)
    {
    case TRIO_HELP_HEADING:
      return create_heading (self, block->markup, "title-4");
    case TRIO_HELP_ITEM:
    case TRIO_HELP_STEP:
      return create_marked (self, block);
    case TRIO_HELP_NOTE:
      return create_label (self, block->markup, "trio-help-note");
    case TRIO_HELP_TERM:
      return create_label (self, block->markup, "heading");
    case TRIO_HELP_PICTURE:
      return create_picture (self, block);
    case TRIO_HELP_PARAGRAPH:
    default:
      widget = create_label (self, block->markup, NULL);
      gtk_widget_set_margin_start (widget, (int)block->depth * LIST_INDENT);
      return widget;
    }
}

static void
show_page (TrioHelpWindow *self, TrioHelpPage *page)
{
  GtkWidget *child;
  g_autofree char *title = g_markup_escape_text (page->title, -1);

  self->page = page;
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->body))) != NULL)
    gtk_box_remove (self->body, child);
  gtk_box_append (self->body, create_heading (self, title, "title-1"));
  for (guint i = 0; i < page->blocks->len; i++)
    gtk_box_append (self->body, create_block (self, g_ptr_array_index (page->blocks, i)));
  gtk_adjustment_set_value (gtk_scrolled_window_get_vadjustment (self->scroller), 0);
}

static void
row_selected_cb (GtkListBox *list, GtkListBoxRow *row, TrioHelpWindow *self)
{
  if (row != NULL)
    show_page (self, g_ptr_array_index (self->pages, gtk_list_box_row_get_index (row)));
}

static gboolean
is_shown (GtkListBoxRow *row, gpointer user_data)
{
  TrioHelpWindow *self = user_data;

  return trio_help_page_matches (g_ptr_array_index (self->pages, gtk_list_box_row_get_index (row)),
                                 gtk_editable_get_text (GTK_EDITABLE (self->search)));
}

static void
search_cb (GtkSearchEntry *search, TrioHelpWindow *self)
{
  gtk_list_box_invalidate_filter (self->list);
  gtk_stack_set_visible_child_name (self->found,
                                    trio_help_window_get_n_shown (self) > 0 ? "pages" : "none");
}

/* Enter in the search field reads the first page that was found. */
static void
search_done_cb (GtkSearchEntry *search, TrioHelpWindow *self)
{
  for (guint i = 0; i < self->pages->len; i++)
    {
      GtkListBoxRow *row = gtk_list_box_get_row_at_index (self->list, (int)i);

      if (!is_shown (row, self))
        continue;
      gtk_list_box_select_row (self->list, row);
      gtk_widget_grab_focus (GTK_WIDGET (row));
      return;
    }
}

/* Escape empties the field first, then it closes the window as it does anywhere else in it. */
static void
search_stopped_cb (GtkSearchEntry *search, TrioHelpWindow *self)
{
  if (*gtk_editable_get_text (GTK_EDITABLE (search)) != '\0')
    gtk_editable_set_text (GTK_EDITABLE (search), "");
  else
    gtk_window_close (GTK_WINDOW (self));
}

static void
find_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  gtk_widget_grab_focus (GTK_WIDGET (TRIO_HELP_WINDOW (widget)->search));
}

/* Not before the window is there: screen readers would not find it. */
static void
trio_help_window_map (GtkWidget *widget)
{
  GTK_WIDGET_CLASS (trio_help_window_parent_class)->map (widget);
  gtk_widget_grab_focus (GTK_WIDGET (TRIO_HELP_WINDOW (widget)->search));
}

static void
trio_help_window_dispose (GObject *object)
{
  TrioHelpWindow *self = TRIO_HELP_WINDOW (object);

  g_clear_pointer (&self->pages, g_ptr_array_unref);
  g_clear_pointer (&self->lang, g_free);

  G_OBJECT_CLASS (trio_help_window_parent_class)->dispose (object);
}

static void
trio_help_window_class_init (TrioHelpWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = trio_help_window_dispose;
  widget_class->map = trio_help_window_map;

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/dk/trio/Stations/trio-help-window.ui");
  gtk_widget_class_bind_template_child (widget_class, TrioHelpWindow, search);
  gtk_widget_class_bind_template_child (widget_class, TrioHelpWindow, list);
  gtk_widget_class_bind_template_child (widget_class, TrioHelpWindow, found);
  gtk_widget_class_bind_template_child (widget_class, TrioHelpWindow, scroller);
  gtk_widget_class_bind_template_child (widget_class, TrioHelpWindow, body);
  gtk_widget_class_bind_template_callback (widget_class, search_cb);
  gtk_widget_class_bind_template_callback (widget_class, search_done_cb);
  gtk_widget_class_bind_template_callback (widget_class, row_selected_cb);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_w, GDK_CONTROL_MASK, "window.close",
                                       NULL);
  gtk_widget_class_install_action (widget_class, "help.find", NULL, find_cb);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_f, GDK_CONTROL_MASK, "help.find",
                                       NULL);
}

static void
trio_help_window_init (TrioHelpWindow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  trio_compat_hide_unseen (GTK_WIDGET (self->found));
  trio_compat_close_on_escape (GTK_WIDGET (self));
  g_signal_connect (self->search, "stop-search", G_CALLBACK (search_stopped_cb), self);
  /* Whoever types is looking for something. */
  gtk_search_entry_set_key_capture_widget (GTK_SEARCH_ENTRY (self->search), GTK_WIDGET (self));
}

static void
add_row (TrioHelpWindow *self, const TrioHelpPage *page)
{
  GtkWidget *row = gtk_list_box_row_new ();
  GtkWidget *label = gtk_label_new (page->title);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), label);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, page->title,
                                  -1);
  gtk_list_box_append (self->list, row);
}

/**
 * trio_help_window_new:
 * @lang: "da" or "en"
 *
 * Returns: (transfer floating): a window with the first page of the guide
 */
GtkWidget *
trio_help_window_new (const char *lang)
{
  TrioHelpWindow *self = g_object_new (TRIO_TYPE_HELP_WINDOW, NULL);
  g_autoptr (GError) error = NULL;

  self->lang = g_strdup (lang);
  self->pages = trio_help_book_read (lang, &error);
  if (self->pages == NULL)
    g_error ("%s", error->message); /* the pages are part of the program */
  for (guint i = 0; i < self->pages->len; i++)
    add_row (self, g_ptr_array_index (self->pages, i));
  gtk_list_box_set_filter_func (self->list, is_shown, self, NULL);
  gtk_list_box_select_row (self->list, gtk_list_box_get_row_at_index (self->list, 0));
  return GTK_WIDGET (self);
}

/**
 * trio_help_window_show_page:
 * @self: the window
 * @id: name of a page
 *
 * Shows a page, also one that the search has hidden from the list.
 *
 * Returns: whether there is such a page
 */
gboolean
trio_help_window_show_page (TrioHelpWindow *self, const char *id)
{
  guint index;
  TrioHelpPage *page;

  g_return_val_if_fail (TRIO_IS_HELP_WINDOW (self), FALSE);

  page = trio_help_book_find (self->pages, id);
  if (page == NULL || !g_ptr_array_find (self->pages, page, &index))
    return FALSE;
  gtk_list_box_select_row (self->list, gtk_list_box_get_row_at_index (self->list, (int)index));
  return TRUE;
}

/**
 * trio_help_window_get_page:
 * @self: the window
 *
 * Returns: (transfer none): name of the page that is shown
 */
const char *
trio_help_window_get_page (TrioHelpWindow *self)
{
  g_return_val_if_fail (TRIO_IS_HELP_WINDOW (self), NULL);

  return self->page->id;
}

/**
 * trio_help_window_search:
 * @self: the window
 * @query: words to look for
 *
 * Leaves the pages in the list that have all of the words.
 */
void
trio_help_window_search (TrioHelpWindow *self, const char *query)
{
  g_return_if_fail (TRIO_IS_HELP_WINDOW (self));

  gtk_editable_set_text (GTK_EDITABLE (self->search), query);
  search_cb (self->search, self);
}

/**
 * trio_help_window_get_n_shown:
 * @self: the window
 *
 * Returns: how many pages are in the list
 */
guint
trio_help_window_get_n_shown (TrioHelpWindow *self)
{
  guint n = 0;

  g_return_val_if_fail (TRIO_IS_HELP_WINDOW (self), 0);

  for (guint i = 0; i < self->pages->len; i++)
    if (is_shown (gtk_list_box_get_row_at_index (self->list, (int)i), self))
      n++;
  return n;
}
