/* trio-summary-page-private.h: shared by the files of the page. */
#pragma once

#include "app/summary/trio-summary-page.h"
#include "clustering/trio-topics.h"

G_BEGIN_DECLS

struct _TrioSummaryPage
{
  AdwBin parent_instance;

  GtkPaned *paned;
  GtkScrolledWindow *column;
  GtkLabel *heading;
  GtkLabel *subheading;
  GtkWidget *content; /* hidden while no theme is shown */
  GtkScrolledWindow *clusters_scroller;
  GtkWidget *editor_header;
  AdwClamp *clamp;
  TrioSummaryClusters *clusters;
  GtkWidget *draft_button;
  TrioSummaryEditor *editor;
  GtkLabel *status;
  GtkToggleButton *approve_button;
  GtkLabel *hint;
  GtkWidget *topics_box;
  GtkBox *topics_list;
  GtkLevelBar *meter;
  GtkLabel *coverage;
  GtkToggleButton *unused_button;
  GtkWidget *unsupported_button;
  TrioPagePreview *preview;

  TrioModel *model;
  TrioStore *store;
  TrioId station;
  TrioId theme;
  GCancellable *words;
  TrioTopics *topics;
  GCancellable *looking; /* for topics */
  guint topics_timer;
  gboolean is_updating;
  int width;
  int height;
  int shared_width;
  guint resizing;
};

void trio_summary_page_update_status (TrioSummaryPage *self);
void trio_summary_page_update_coverage (TrioSummaryPage *self);
void trio_summary_page_init_draft (TrioSummaryPage *self);
void trio_summary_page_find_words (TrioSummaryPage *self);
void trio_summary_page_show_topics (TrioSummaryPage *self);
void trio_summary_page_find_topics (TrioSummaryPage *self);
void trio_summary_page_drop_topics (TrioSummaryPage *self);
void trio_summary_page_update_links (TrioSummaryPage *self);
void trio_summary_page_init_links (TrioSummaryPage *self);
void trio_summary_page_go_to_place (TrioSummaryPage *self, const char *anchor);
void trio_summary_page_resize (TrioSummaryPage *self, int width, int height);

G_END_DECLS
