/* trio-page-preview-private.h: shared by the files of the preview. */
#pragma once

#include "app/preview/trio-page-preview.h"
#include "app/preview/trio-page-strip.h"

G_BEGIN_DECLS

struct _TrioPagePreview
{
  AdwBin parent_instance;

  GtkWidget *tools;
  GtkToggleButton *thumbs_button;
  GtkSearchEntry *search_entry;
  GtkLabel *search_count;
  GtkWidget *previous_button;
  GtkWidget *next_button;
  GtkWidget *zoom_out_button;
  GtkMenuButton *zoom_button;
  GtkWidget *zoom_in_button;
  GtkRevealer *thumbs_revealer;
  GtkListView *thumbs;
  GtkScrolledWindow *scroller;
  GtkViewport *viewport;
  GtkLabel *caption;
  GtkWidget *error_box;
  GtkLabel *error_label;

  TrioPreviewSource *source;
  TrioPageStrip *strip;
  GtkStringList *pages; /* one string for each page */
  GtkSingleSelection *selection;
  TrioPreviewFit fit;
  guint fit_idle;
  guint page;                /* the page in view, from 0 */
  gboolean is_scrolling;     /* by the program, so thumbnails only follow */
  char *anchor;              /* what is being edited */
  char *with;                /* what follows and belongs to it */
  gboolean is_anchor_wanted; /* scroll to it when it is there */
  char *search;
  GArray *found; /* of TrioLayoutPlace */
  guint found_at;
};

void trio_page_preview_init_thumbs (TrioPagePreview *self);
void trio_page_preview_place_thumbs (TrioPagePreview *self);
void trio_page_preview_update_thumbs (TrioPagePreview *self);
void trio_page_preview_update_marks (TrioPagePreview *self);
void trio_page_preview_find (TrioPagePreview *self);
void trio_page_preview_scroll_to (TrioPagePreview *self, const TrioLayoutPlace *place);
void trio_page_preview_init_search (TrioPagePreview *self);

G_END_DECLS
