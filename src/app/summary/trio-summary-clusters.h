/* trio-summary-clusters.h: the inputs of a theme by cluster, as what a summary rests on. */
#pragma once

#include <adwaita.h>

#include "model/trio-model.h"

G_BEGIN_DECLS

#define TRIO_TYPE_SUMMARY_CLUSTERS (trio_summary_clusters_get_type ())

G_DECLARE_FINAL_TYPE (TrioSummaryClusters, trio_summary_clusters, TRIO, SUMMARY_CLUSTERS, AdwBin)

/* Signals:
 * "link" (pointer ids: GArray of TrioId, gboolean linked): the sentence at the caret is to rest on
 * these inputs, or not to
 * "menu-wanted" (gint64 note, GtkWidget row, double x, double y): the menu of an input was asked
 * for */

void trio_summary_clusters_show (TrioSummaryClusters *self, TrioModel *model, TrioId theme);
void trio_summary_clusters_update (TrioSummaryClusters *self);
void trio_summary_clusters_set_linked (TrioSummaryClusters *self,
                                       GHashTable *sentence,
                                       GHashTable *all,
                                       gboolean can_link);
void trio_summary_clusters_set_only_unused (TrioSummaryClusters *self, gboolean only_unused);
void trio_summary_clusters_set_words (TrioSummaryClusters *self, TrioId cluster, const char *words);
guint trio_summary_clusters_get_n_clusters (TrioSummaryClusters *self);
guint trio_summary_clusters_get_n_notes (TrioSummaryClusters *self);
gboolean trio_summary_clusters_reveal (TrioSummaryClusters *self, TrioId note);

G_END_DECLS
