/* trio-cli-cluster.c: proposes clusters for one board of `trio cluster` and shows them. */
#include "config.h"

#include <glib/gi18n.h>
#include <string.h>

#include "cli/trio-cli-cluster.h"
#include "cli/trio-cli-json.h"
#include "text/trio-language.h"

/**
 * trio_cli_board_init:
 * @board: an uninitialised board
 *
 * Makes an empty board.
 */
void
trio_cli_board_init (TrioClusterBoard *board)
{
  memset (board, 0, sizeof *board);
  board->texts = g_ptr_array_new_with_free_func (g_free);
  board->numbers = g_array_new (FALSE, FALSE, sizeof (guint));
  board->ids = g_ptr_array_new_with_free_func (g_free);
}

/**
 * trio_cli_board_clear:
 * @board: a board
 *
 * Frees what a board holds.
 */
void
trio_cli_board_clear (TrioClusterBoard *board)
{
  g_clear_pointer (&board->namer, trio_namer_free);
  g_clear_pointer (&board->clustering, trio_clustering_free);
  g_clear_pointer (&board->clusterer, trio_clusterer_unref);
  g_clear_pointer (&board->lexicon, trio_lexicon_free);
  g_clear_pointer (&board->texts, g_ptr_array_unref);
  g_clear_pointer (&board->numbers, g_array_unref);
  g_clear_pointer (&board->ids, g_ptr_array_unref);
  g_clear_pointer (&board->titles, g_hash_table_unref);
}

/**
 * trio_cli_board_cluster:
 * @board: a board with texts
 * @lang: (nullable): language, or %NULL to recognise it
 * @pins: (nullable): per text the cluster that a person has put it in, or -1
 * @options: what the user asked for
 * @error: return location for an error
 *
 * Proposes clusters for a board.
 *
 * Returns: whether there are any; %TRIO_ERROR_NOTHING when there are too few texts
 */
gboolean
trio_cli_board_cluster (TrioClusterBoard *board,
                        const char *lang,
                        const int *pins,
                        const TrioClusterOptions *options,
                        GError **error)
{
  const char *const *texts = (const char *const *)board->texts->pdata;

  if (lang == NULL)
    lang = trio_language_recognise (texts, board->texts->len);
  board->lexicon = trio_lexicon_new (lang, options->vectors);
  board->clusterer = trio_clusterer_new (board->lexicon, texts, board->texts->len, pins, 0,
                                         options->cancellable, error);
  if (board->clusterer == NULL)
    return FALSE;
  if (options->n_clusters > 0)
    board->clustering = trio_clusterer_cut_into (board->clusterer, options->n_clusters);
  else if (options->granularity != NULL)
    board->clustering = trio_clusterer_cut (
        board->clusterer,
        trio_clusterer_get_height (board->clusterer, g_ascii_strtod (options->granularity, NULL)));
  else
    board->clustering = trio_clusterer_cut (board->clusterer, 0);
  board->namer = trio_namer_new (trio_clusterer_get_space (board->clusterer), board->lexicon);
  return TRUE;
}

/* What a person has called a cluster stays its name. */
static TrioClusterName *
dup_name (const TrioClusterBoard *board, const TrioProposal *proposal)
{
  TrioClusterName *name = trio_namer_name (board->namer, proposal->notes, proposal->n_notes);
  const char *title = board->titles != NULL && proposal->pin >= 0
                          ? g_hash_table_lookup (board->titles, GINT_TO_POINTER (proposal->pin))
                          : NULL;

  if (title != NULL && *title != '\0')
    {
      g_free (name->name);
      name->name = g_strdup (title);
    }
  return name;
}

static void
add_cluster (JsonBuilder *builder, const TrioClusterBoard *board, guint index, const char *number)
{
  const TrioProposal *proposal = trio_clustering_get_cluster (board->clustering, index);
  g_autoptr (TrioClusterName) name = dup_name (board, proposal);
  g_autofree char *central = g_strconcat ("central_", number, NULL);
  g_autofree char *members = g_strconcat (number, "s", NULL);

  json_builder_begin_object (builder);
  trio_cli_add_int (builder, "cluster", index);
  trio_cli_add_string (builder, "name", name->name != NULL ? name->name : "");
  json_builder_set_member_name (builder, "alternatives");
  json_builder_begin_array (builder);
  for (guint i = 0; name->alternatives[i] != NULL; i++)
    json_builder_add_string_value (builder, name->alternatives[i]);
  json_builder_end_array (builder);
  trio_cli_add_string (builder, "reason", name->reason);
  json_builder_set_member_name (builder, "strength");
  json_builder_add_double_value (builder, proposal->strength);
  trio_cli_add_int (builder, central, g_array_index (board->numbers, guint, proposal->central));
  trio_cli_add_string (builder, "central", board->texts->pdata[proposal->central]);
  trio_cli_add_int (builder, "theme", proposal->theme);
  json_builder_set_member_name (builder, members);
  json_builder_begin_array (builder);
  for (guint i = 0; i < proposal->n_notes; i++)
    json_builder_add_int_value (builder, g_array_index (board->numbers, guint, proposal->notes[i]));
  json_builder_end_array (builder);
  json_builder_set_member_name (builder, "doubtful");
  json_builder_begin_array (builder);
  for (guint i = 0; i < proposal->n_notes; i++)
    if (trio_clustering_is_doubtful (board->clustering, proposal->notes[i]))
      json_builder_add_int_value (builder,
                                  g_array_index (board->numbers, guint, proposal->notes[i]));
  json_builder_end_array (builder);
  json_builder_end_object (builder);
}

/**
 * trio_cli_board_add_clusters:
 * @board: a board
 * @builder: where a member is expected
 * @number: what the numbers of the board are called, "line" or "note"
 *
 * Adds the member "clusters", an empty array when none are proposed.
 */
void
trio_cli_board_add_clusters (const TrioClusterBoard *board,
                             JsonBuilder *builder,
                             const char *number)
{
  json_builder_set_member_name (builder, "clusters");
  json_builder_begin_array (builder);
  for (guint c = 0;
       board->clustering != NULL && c < trio_clustering_get_n_clusters (board->clustering); c++)
    add_cluster (builder, board, c, number);
  json_builder_end_array (builder);
}

/**
 * trio_cli_board_print:
 * @board: a board
 *
 * Prints the clusters for people.
 */
void
trio_cli_board_print (const TrioClusterBoard *board)
{
  guint n_loose = 0;

  for (guint c = 0; c < trio_clustering_get_n_clusters (board->clustering); c++)
    {
      const TrioProposal *proposal = trio_clustering_get_cluster (board->clustering, c);
      g_autoptr (TrioClusterName) name = dup_name (board, proposal);

      /* Translators: name of a cluster, then how many inputs it has. */
      g_print (ngettext ("%s, %u input\n", "%s, %u inputs\n", proposal->n_notes),
               name->name != NULL ? name->name : _ ("Without a name"), proposal->n_notes);
      g_print ("  %s\n", name->reason);
      for (guint i = 0; i < proposal->n_notes; i++)
        g_print ("  %s %s\n",
                 trio_clustering_is_doubtful (board->clustering, proposal->notes[i]) ? "?" : "•",
                 (char *)board->texts->pdata[proposal->notes[i]]);
    }
  for (guint i = 0; i < board->texts->len; i++)
    {
      if (trio_clustering_get_cluster_of (board->clustering, i) >= 0)
        continue;
      if (n_loose++ == 0)
        g_print ("%s\n", _ ("In no cluster"));
      g_print ("  • %s\n", (char *)board->texts->pdata[i]);
    }
}
