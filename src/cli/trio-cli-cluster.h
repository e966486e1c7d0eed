/* trio-cli-cluster.h: one board of `trio cluster`, from a text or a station. */
#pragma once

#include "cli/trio-cli.h"
#include "clustering/trio-cluster-name.h"

G_BEGIN_DECLS

/* What the user asked for. */
typedef struct
{
  char *text_file;
  char *lang;
  char *vectors;
  char *station;
  char *granularity;
  int n_clusters;
  gboolean apply;
  gboolean as_json;
  GCancellable *cancellable;
} TrioClusterOptions;

/* The notes of one board, and the clusters proposed for them. */
typedef struct
{
  GPtrArray *texts;
  GArray *numbers;    /* guint: line of the text or number of the note at its station */
  GPtrArray *ids;     /* of the notes, in a workshop */
  GHashTable *titles; /* of the clusters that people made, by number; NULL for a text */
  TrioLexicon *lexicon;
  TrioClusterer *clusterer;
  TrioClustering *clustering;
  TrioNamer *namer;
} TrioClusterBoard;

void trio_cli_board_init (TrioClusterBoard *board);
void trio_cli_board_clear (TrioClusterBoard *board);
gboolean trio_cli_board_cluster (TrioClusterBoard *board,
                                 const char *lang,
                                 const int *pins,
                                 const TrioClusterOptions *options,
                                 GError **error);
void trio_cli_board_add_clusters (const TrioClusterBoard *board,
                                  JsonBuilder *builder,
                                  const char *number);
void trio_cli_board_print (const TrioClusterBoard *board);
int trio_cli_cluster_file (const char *path, const TrioClusterOptions *options);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (TrioClusterBoard, trio_cli_board_clear)

G_END_DECLS
