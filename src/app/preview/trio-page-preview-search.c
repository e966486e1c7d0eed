/* trio-page-preview-search.c: words that are looked for, and what is being edited, on the pages. */
#include "config.h"

#include "app/preview/trio-page-preview-private.h"

#include <glib/gi18n.h>

static void
add_band (TrioPagePreview *self, GArray *marks)
{
  TrioSheetMark mark = { .is_band = TRUE };
  TrioLayoutPlace rest;

  if (self->anchor == NULL
      || !trio_preview_source_find_extent (self->source, self->anchor, &mark.place))
    return;
  if (self->with != NULL && trio_preview_source_find_extent (self->source, self->with, &rest)
      && rest.page == mark.place.page && rest.y > mark.place.y)
    mark.place.height = rest.y + rest.height - mark.place.y;
  g_array_append_val (marks, mark);
}

/**
 * trio_page_preview_update_marks:
 * @self: the preview
 *
 * Shows on the pages what was found and what is being edited.
 */
void
trio_page_preview_update_marks (TrioPagePreview *self)
{
  g_autoptr (GArray) marks = g_array_new (FALSE, FALSE, sizeof (TrioSheetMark));

  add_band (self, marks);
  for (guint i = 0; self->found != NULL && i < self->found->len; i++)
    {
      TrioSheetMark mark = { .place = g_array_index (self->found, TrioLayoutPlace, i),
                             .is_current = i == self->found_at };

      g_array_append_val (marks, mark);
    }
  trio_page_strip_set_marks (self->strip, marks->len > 0 ? marks : NULL);
}

static void
show_count (TrioPagePreview *self)
{
  guint n = self->found != NULL ? self->found->len : 0;
  g_autofree char *text = NULL;

  if (self->search == NULL || *self->search == '\0')
    text = g_strdup ("");
  else if (n == 0)
    text = g_strdup (_ ("Not found"));
  else
    /* Translators: which of the places where a word was found is shown, such as “2 of 7” */
    text = g_strdup_printf (_ ("%u of %u"), self->found_at + 1, n);
  gtk_label_set_label (self->search_count, text);
  gtk_widget_set_sensitive (self->previous_button, n > 0);
  gtk_widget_set_sensitive (self->next_button, n > 0);
}

/**
 * trio_page_preview_find:
 * @self: the preview
 *
 * Looks again for the words that are looked for, after the pages have changed.
 */
void
trio_page_preview_find (TrioPagePreview *self)
{
  g_clear_pointer (&self->found, g_array_unref);
  if (self->search != NULL && *self->search != '\0')
    self->found = trio_preview_source_search (self->source, self->search);
  if (self->found != NULL && self->found_at >= self->found->len)
    self->found_at = 0;
  show_count (self);
  trio_page_preview_update_marks (self);
}

static void
search_changed_cb (GtkSearchEntry *entry, TrioPagePreview *self)
{
  trio_page_preview_search (self, gtk_editable_get_text (GTK_EDITABLE (entry)));
}

static void
stop_search_cb (GtkSearchEntry *entry, TrioPagePreview *self)
{
  gtk_editable_set_text (GTK_EDITABLE (entry), "");
  gtk_widget_grab_focus (GTK_WIDGET (self->scroller));
}

static void
next_cb (TrioPagePreview *self)
{
  trio_page_preview_search_next (self, 1);
}

static void
previous_cb (TrioPagePreview *self)
{
  trio_page_preview_search_next (self, -1);
}

/**
 * trio_page_preview_init_search:
 * @self: the preview
 *
 * Connects the field and buttons of the search.
 */
void
trio_page_preview_init_search (TrioPagePreview *self)
{
  g_signal_connect (self->search_entry, "search-changed", G_CALLBACK (search_changed_cb), self);
  g_signal_connect (self->search_entry, "stop-search", G_CALLBACK (stop_search_cb), self);
  g_signal_connect_swapped (self->search_entry, "activate", G_CALLBACK (next_cb), self);
  g_signal_connect_swapped (self->search_entry, "next-match", G_CALLBACK (next_cb), self);
  g_signal_connect_swapped (self->search_entry, "previous-match", G_CALLBACK (previous_cb), self);
  g_signal_connect_swapped (self->next_button, "clicked", G_CALLBACK (next_cb), self);
  g_signal_connect_swapped (self->previous_button, "clicked", G_CALLBACK (previous_cb), self);
  show_count (self);
}

/**
 * trio_page_preview_search:
 * @self: the preview
 * @text: words to look for; "" for none
 *
 * Marks all places where the words stand, and goes to the first one that is not before the
 * page in view.
 *
 * Returns: how many places there are
 */
guint
trio_page_preview_search (TrioPagePreview *self, const char *text)
{
  g_return_val_if_fail (TRIO_IS_PAGE_PREVIEW (self) && text != NULL, 0);

  if (g_strcmp0 (self->search, text) == 0)
    return self->found != NULL ? self->found->len : 0;
  g_free (self->search);
  self->search = g_strdup (text);
  self->found_at = 0;
  trio_page_preview_find (self);
  if (self->found == NULL || self->found->len == 0)
    return 0;
  while (self->found_at + 1 < self->found->len
         && g_array_index (self->found, TrioLayoutPlace, self->found_at).page < self->page)
    self->found_at++;
  trio_page_preview_search_next (self, 0);
  return self->found->len;
}

/**
 * trio_page_preview_search_next:
 * @self: the preview
 * @step: 1 for the next place, -1 for the one before
 *
 * Goes to another place where the words stand; after the last one comes the first.
 *
 * Returns: whether there is one
 */
gboolean
trio_page_preview_search_next (TrioPagePreview *self, int step)
{
  guint n;

  g_return_val_if_fail (TRIO_IS_PAGE_PREVIEW (self), FALSE);

  n = self->found != NULL ? self->found->len : 0;
  if (n == 0)
    return FALSE;
  self->found_at = (guint)(((int)self->found_at + step + (int)n) % (int)n);
  trio_page_preview_scroll_to (self, &g_array_index (self->found, TrioLayoutPlace, self->found_at));
  show_count (self);
  trio_page_preview_update_marks (self);
  return TRUE;
}

/**
 * trio_page_preview_show_anchor:
 * @self: the preview
 * @anchor: (nullable): the anchor of a block, or the id of an input; %NULL for none
 * @with: (nullable): the anchor of what follows and belongs to it, such as the text of a heading
 *
 * Scrolls to a part of the document and marks it, now or as soon as the pages have it.
 */
void
trio_page_preview_show_anchor (TrioPagePreview *self, const char *anchor, const char *with)
{
  TrioLayoutPlace place;

  g_return_if_fail (TRIO_IS_PAGE_PREVIEW (self));

  g_free (self->anchor);
  g_free (self->with);
  self->anchor = g_strdup (anchor);
  self->with = g_strdup (with);
  self->is_anchor_wanted = anchor != NULL;
  if (anchor != NULL && trio_preview_source_find_anchor (self->source, anchor, &place))
    {
      trio_page_preview_scroll_to (self, &place);
      self->is_anchor_wanted = trio_preview_source_is_busy (self->source);
    }
  trio_page_preview_update_marks (self);
}
