/* cmd-cluster.c: `trio cluster`: its options, and plain text files with one input a line. */
#include "config.h"

#include <glib/gi18n.h>
#include <string.h>

#include "base/trio-error.h"
#include "base/trio-text.h"
#include "cli/trio-cli-cluster.h"
#include "cli/trio-cli-json.h"
#include "cli/trio-cli-progress.h"

/* Every line counts, so that the output can be laid beside the input; empty ones are in no cluster.
 */
static guint
read_lines (TrioClusterBoard *board, GBytes *bytes, const char *path, GError **error)
{
  gsize length;
  const char *contents = g_bytes_get_data (bytes, &length);
  guint number = 0;

  if (!g_utf8_validate (contents, length, NULL))
    {
      g_set_error (error, TRIO_ERROR, TRIO_ERROR_PARSE,
                   _ ("“%s” is not valid UTF-8. Save it as UTF-8 and try again."), path);
      return G_MAXUINT;
    }
  for (const char *at = contents; at < contents + length;)
    {
      const char *end = memchr (at, '\n', contents + length - at);
      gsize n = end != NULL ? (gsize)(end - at) : (gsize)(contents + length - at);
      char *text = trio_text_clean (at, n, TRIO_TEXT_ONE_LINE | TRIO_TEXT_TRIM);

      number++;
      if (*text != '\0')
        {
          g_ptr_array_add (board->texts, text);
          g_array_append_val (board->numbers, number);
        }
      else
        g_free (text);
      at += n + 1;
    }
  return number;
}

static void
print_text_json (const TrioClusterBoard *board, guint n_lines)
{
  g_autoptr (JsonBuilder) builder = json_builder_new ();

  json_builder_begin_array (builder);
  for (guint line = 1, i = 0; line <= n_lines; line++)
    {
      int cluster = -1;

      if (i < board->numbers->len && g_array_index (board->numbers, guint, i) == line)
        {
          if (board->clustering != NULL)
            cluster = trio_clustering_get_cluster_of (board->clustering, i);
          i++;
        }
      json_builder_begin_object (builder);
      trio_cli_add_int (builder, "line", line);
      trio_cli_add_int (builder, "cluster", cluster);
      json_builder_end_object (builder);
    }
  json_builder_begin_object (builder);
  trio_cli_board_add_clusters (board, builder, "line");
  json_builder_end_object (builder);
  json_builder_end_array (builder);
  trio_cli_print_json (builder);
}

static int
cluster_text (const TrioClusterOptions *options)
{
  g_auto (TrioClusterBoard) board = { 0 };
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = trio_cli_read_input (options->text_file, &error);
  g_autoptr (TrioCliProgress) progress = NULL;
  TrioClusterOptions watched = *options;
  gboolean has_clusters;
  guint n_lines;

  if (bytes == NULL)
    return trio_cli_fail (error);
  trio_cli_board_init (&board);
  n_lines = read_lines (&board, bytes, options->text_file, &error);
  if (n_lines == G_MAXUINT)
    return trio_cli_fail (error);
  progress = trio_cli_progress_start (_ ("Looking for clusters …"));
  watched.cancellable = trio_cli_progress_get_cancellable (progress);
  has_clusters = trio_cli_board_cluster (&board, options->lang, NULL, &watched, &error);
  g_clear_pointer (&progress, trio_cli_progress_stop);
  if (!has_clusters)
    {
      if (!g_error_matches (error, TRIO_ERROR, TRIO_ERROR_NOTHING))
        return trio_cli_fail_at (options->text_file, error);
      trio_cli_warn (error->message);
    }
  if (options->as_json)
    print_text_json (&board, n_lines);
  else if (board.clustering != NULL)
    trio_cli_board_print (&board);
  return TRIO_EXIT_OK;
}

static gboolean
check_options (const TrioClusterOptions *options, int argc, int *status)
{
  char *end = NULL;
  double granularity = 0;

  *status = TRIO_EXIT_OK;
  if (options->granularity != NULL)
    granularity = g_ascii_strtod (options->granularity, &end);
  if (options->lang != NULL && strcmp (options->lang, "da") != 0
      && strcmp (options->lang, "en") != 0)
    *status
        = trio_cli_usage (_ ("The language “%s” is not known; choose da or en."), options->lang);
  else if (end != NULL
           && (end == options->granularity || *end != '\0'
               || !(granularity >= 0 && granularity <= 1)))
    *status = trio_cli_usage (_ ("The granularity is a number from 0, few large clusters, to 1, "
                                 "many small ones; “%s” is not."),
                              options->granularity);
  else if (options->n_clusters < 0)
    *status = trio_cli_usage (_ ("The number of clusters is at least 1."));
  else if (options->n_clusters > 0 && options->granularity != NULL)
    *status = trio_cli_usage (_ ("Give either --clusters or --granularity."));
  else if ((options->text_file != NULL) == (argc > 1))
    *status = trio_cli_usage (_ ("Name a workshop file, or a text file with --text."));
  else if (options->text_file != NULL && (options->apply || options->station != NULL))
    *status = trio_cli_usage (_ ("--station and --apply need a workshop file."));
  return *status == TRIO_EXIT_OK;
}

/**
 * trio_cli_cluster:
 * @argc: count of @argv
 * @argv: "cluster" and its arguments
 *
 * Runs `trio cluster`.
 *
 * Returns: exit status
 */
int
trio_cli_cluster (int argc, char **argv)
{
  TrioClusterOptions options = { 0 };
  int status = TRIO_EXIT_OK;
  GOptionEntry entries[] = {
    { "text", 0, 0, G_OPTION_ARG_FILENAME, &options.text_file,
      N_ ("Read a text file with one input a line instead of a workshop"), "FILE" },
    { "lang", 0, 0, G_OPTION_ARG_STRING, &options.lang,
      N_ ("Language of the inputs, if it is not to be recognised"), "da|en" },
    { "station", 's', 0, G_OPTION_ARG_STRING, &options.station, N_ ("Only this station"), "N" },
    { "granularity", 'g', 0, G_OPTION_ARG_STRING, &options.granularity,
      N_ ("From 0, few large clusters, to 1, many small ones"), "0..1" },
    { "clusters", 'k', 0, G_OPTION_ARG_INT, &options.n_clusters, N_ ("How many clusters to make"),
      "K" },
    { "apply", 0, 0, G_OPTION_ARG_NONE, &options.apply,
      N_ ("Put the inputs into the proposed clusters"), NULL },
    { "vectors", 0, G_OPTION_FLAG_HIDDEN, G_OPTION_ARG_FILENAME, &options.vectors,
      N_ ("Folder to read the word files from"), "FOLDER" },
    { "json", 0, 0, G_OPTION_ARG_NONE, &options.as_json, N_ ("Print JSON"), NULL },
    { NULL },
  };

  if (trio_cli_parse ("cluster", entries, 0, 1, &argc, &argv, &status)
      && check_options (&options, argc, &status))
    status = options.text_file != NULL ? cluster_text (&options)
                                       : trio_cli_cluster_file (argv[1], &options);
  g_free (options.text_file);
  g_free (options.lang);
  g_free (options.vectors);
  g_free (options.station);
  g_free (options.granularity);
  return status;
}
