/* trio-suggestion-accept.c: puts notes into the clusters that were proposed for them. */
#include "config.h"

#include <glib/gi18n-lib.h>

#include "base/trio-error.h"
#include "clustering/trio-suggestion.h"
#include "model/trio-commands.h"

/* Whether a note is still as it was when the suggestion was made: there, shown and loose. */
static gboolean
is_still_loose (TrioModel *model, TrioId id, TrioId station)
{
  const TrioRecord *note = trio_model_get_record (model, id);

  return note != NULL && trio_record_get_ref (note, TRIO_NOTE_STATION) == station
         && trio_record_get_ref (note, TRIO_NOTE_CLUSTER) == 0
         && trio_record_get_int (note, TRIO_NOTE_STATE) == TRIO_NOTE_STATE_NORMAL;
}

static TrioId
create_cluster (TrioEdit *edit,
                TrioId station,
                TrioSuggestion *suggestion,
                const TrioSuggestedCluster *suggested)
{
  g_autoptr (TrioClusterName) name
      = suggested->title == NULL ? trio_suggestion_dup_name (suggestion, suggested) : NULL;
  const char *title = name != NULL ? name->name : suggested->title;
  TrioId cluster = trio_edit_create (edit, TRIO_KIND_CLUSTER);

  trio_edit_set_text (edit, cluster, TRIO_CLUSTER_TITLE, title != NULL ? title : "");
  trio_edit_place_last (edit, cluster, TRIO_CLUSTER_STATION, station);
  return cluster;
}

/**
 * trio_edit_accept_cluster:
 * @edit: an edit
 * @station: number of the station
 * @suggestion: the suggestion
 * @suggested: a cluster it proposed
 *
 * Puts the loose notes of a proposed cluster where they belong, as part of a larger edit. Notes
 * that somebody has moved, grouped, withheld or deleted meanwhile are left alone; what lies under a
 * note goes with it.
 *
 * Returns: how many notes were placed
 */
guint
trio_edit_accept_cluster (TrioEdit *edit,
                          TrioId station,
                          TrioSuggestion *suggestion,
                          const TrioSuggestedCluster *suggested)
{
  TrioModel *model = trio_edit_get_model (edit);
  TrioId cluster = suggested->cluster;
  guint n = 0;

  if (cluster != 0 && trio_model_get_record (model, cluster) == NULL)
    return 0;
  for (guint i = 0; i < suggested->n_loose; i++)
    {
      if (!is_still_loose (model, suggested->loose[i], station))
        continue;
      if (cluster == 0)
        cluster = create_cluster (edit, station, suggestion, suggested);
      trio_edit_put_notes (edit, &suggested->loose[i], 1, station, cluster);
      n++;
    }
  return n;
}

/**
 * trio_command_accept_clusters:
 * @model: a model
 * @station: number of the station
 * @suggestion: the suggestion
 * @clusters: (element-type TrioSuggestedCluster): those of its clusters that are accepted
 * @error: return location for an error
 *
 * Puts loose notes into the accepted clusters, as one step. What a person grouped stays.
 *
 * Returns: whether it was done; if not, nothing has changed; %TRIO_ERROR_NOTHING when no note
 *   would move
 */
gboolean
trio_command_accept_clusters (TrioModel *model,
                              TrioId station,
                              TrioSuggestion *suggestion,
                              GPtrArray *clusters,
                              GError **error)
{
  g_autoptr (TrioEdit) edit = trio_edit_new (model, "accept-clusters");
  guint n = 0;

  for (guint i = 0; i < clusters->len; i++)
    n += trio_edit_accept_cluster (edit, station, suggestion, clusters->pdata[i]);
  if (n == 0)
    {
      g_set_error_literal (error, TRIO_ERROR, TRIO_ERROR_NOTHING,
                           _ ("There is no input left that could go into a cluster."));
      return FALSE;
    }
  trio_edit_set_count (edit, n);
  return trio_edit_commit (edit, error);
}
