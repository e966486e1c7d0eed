/* trio-suggestion.h: proposes clusters for the notes of a station, away from the interface.
 *
 * How a board uses it:
 *
 *   snapshot = trio_model_dup_snapshot (model);
 *   trio_suggestion_new_async (snapshot, station, cancellable, ready_cb, self);
 *   …
 *   suggestion = trio_suggestion_new_finish (result, &error);       in ready_cb
 *   clusters = trio_suggestion_list_clusters (suggestion, 0.5);     again for each move of a slider
 *   name = trio_suggestion_dup_name (suggestion, clusters->pdata[i]);  only for what is shown
 *   trio_command_accept_clusters (model, station, suggestion, accepted, &error);  one step
 *
 * %TRIO_ERROR_NOTHING means that there is too little to go on; its message says so to people. The
 * tree of all granularities is built once, so that cutting is immediate. Clusters that a person
 * made are pinned: loose notes may join them, nothing leaves them. The result belongs to one
 * thread at a time.
 */
#pragma once

#include "clustering/trio-cluster-name.h"
#include "model/trio-edit.h"

G_BEGIN_DECLS

typedef struct _TrioSuggestion TrioSuggestion;

/**
 * TrioSuggestedCluster:
 * @cluster: the cluster of a person that the notes would join, or 0 for a new one
 * @n_notes: count of @notes
 * @notes: (array length=n_notes): its notes, in the order of the station; of a stack the top one
 * @n_loose: count of @loose
 * @loose: (array length=n_loose): those of @notes that are in no cluster yet and would move
 * @n_doubtful: count of @doubtful
 * @doubtful: (array length=n_doubtful): those of @loose to be looked at first
 * @central: the note that has most in common with the others
 * @heap: number of the larger heap that the cluster belongs to on large boards, else 0
 * @strength: how much the notes have in common, 0 to 1
 * @title: (nullable): for the name to create the cluster with; %NULL for the best suggestion.
 *   Whoever shows the proposal may set it (g_free() the old one first)
 *
 * One proposed cluster. With @n_loose 0 it is a cluster of a person that nothing would join.
 */
typedef struct
{
  TrioId cluster;
  guint n_notes;
  TrioId *notes;
  guint n_loose;
  TrioId *loose;
  guint n_doubtful;
  TrioId *doubtful;
  TrioId central;
  guint heap;
  double strength;
  char *title;

  /*< private >*/
  guint *indices;
} TrioSuggestedCluster;

TrioSuggestion *trio_suggestion_new (TrioSnapshot *snapshot,
                                     TrioId station,
                                     const char *vectors,
                                     GCancellable *cancellable,
                                     GError **error);
void trio_suggestion_new_async (TrioSnapshot *snapshot,
                                TrioId station,
                                GCancellable *cancellable,
                                GAsyncReadyCallback callback,
                                gpointer user_data);
TrioSuggestion *trio_suggestion_new_finish (GAsyncResult *result, GError **error);
void trio_suggestion_free (TrioSuggestion *suggestion);

guint trio_suggestion_get_n_notes (TrioSuggestion *suggestion);
GPtrArray *trio_suggestion_list_clusters (TrioSuggestion *suggestion, double granularity);
GArray *trio_suggestion_list_loose (TrioSuggestion *suggestion, GPtrArray *clusters);
TrioClusterName *trio_suggestion_dup_name (TrioSuggestion *suggestion,
                                           const TrioSuggestedCluster *cluster);
GArray *trio_suggestion_find_more (TrioSuggestion *suggestion,
                                   const TrioId *notes,
                                   guint n_notes,
                                   guint most);

guint trio_edit_accept_cluster (TrioEdit *edit,
                                TrioId station,
                                TrioSuggestion *suggestion,
                                const TrioSuggestedCluster *suggested);
gboolean trio_command_accept_clusters (TrioModel *model,
                                       TrioId station,
                                       TrioSuggestion *suggestion,
                                       GPtrArray *clusters,
                                       GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TrioSuggestion, trio_suggestion_free)

G_END_DECLS
