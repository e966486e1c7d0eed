/* cmd-similar.c: `trio similar` finds inputs that say nearly the same as a text, or each other. */
#include "config.h"

#include <glib/gi18n.h>

#include "cli/trio-cli-similar.h"
#include "clustering/trio-clusterer.h"
#include "clustering/trio-duplicates.h"
#include "text/trio-language.h"

#define MOST_FOUND 10

/* An input and how it resembles the text. */
typedef struct
{
  TrioObject *note;
  double similarity;
  gboolean is_duplicate;
} Similar;

static int
compare_similar (gconstpointer a, gconstpointer b)
{
  const Similar *x = a, *y = b;

  if (x->is_duplicate != y->is_duplicate)
    return x->is_duplicate ? -1 : 1;
  return (x->similarity < y->similarity) - (x->similarity > y->similarity);
}

static void
clear_similar (gpointer data)
{
  g_object_unref (((Similar *)data)->note);
}

/* All inputs in order of likeness: near-duplicates first, then those that are about the same. */
static GArray *
find_similar (TrioModel *model, const char *lang, const char *vectors, const char *text)
{
  GListModel *list = trio_model_get_list (model, TRIO_KIND_NOTE);
  guint n = g_list_model_get_n_items (list);
  GArray *all = g_array_new (FALSE, FALSE, sizeof (Similar));
  g_autoptr (TrioLexicon) lexicon = trio_lexicon_new (lang, vectors);
  g_autoptr (TrioDuplicates) index = trio_duplicates_new ();
  g_autoptr (GPtrArray) texts = g_ptr_array_new ();
  g_autoptr (TrioSpace) space = NULL;
  g_autoptr (GArray) duplicates = NULL;
  g_autofree float *row = NULL;

  g_array_set_clear_func (all, clear_similar);
  for (guint i = 0; i < n; i++)
    {
      Similar similar = { g_list_model_get_item (list, i), 0, FALSE };

      g_array_append_val (all, similar);
      g_ptr_array_add (texts, (gpointer)trio_object_get_text (similar.note, TRIO_NOTE_TEXT));
      trio_duplicates_add (index, texts->pdata[i]);
    }
  space = trio_space_new (lexicon, (const char *const *)texts->pdata, n);
  row = trio_space_compare_text (space, lexicon, text);
  for (guint i = 0; i < n; i++)
    g_array_index (all, Similar, i).similarity = row[i];
  duplicates = trio_duplicates_find (index, text);
  for (guint i = 0; i < duplicates->len; i++)
    g_array_index (all, Similar, g_array_index (duplicates, TrioDuplicate, i).a).is_duplicate
        = TRUE;
  g_array_sort (all, compare_similar);
  return all;
}

static guint
count_worth_showing (GArray *all)
{
  guint n = 0;

  while (n < all->len && n < MOST_FOUND
         && (g_array_index (all, Similar, n).is_duplicate
             || g_array_index (all, Similar, n).similarity >= TRIO_SIMILAR_FROM))
    n++;
  return n;
}

static gint64
station_of (TrioModel *model, TrioObject *note)
{
  const TrioRecord *station
      = trio_model_get_record (model, trio_object_get_ref (note, TRIO_NOTE_STATION));

  return station != NULL ? trio_record_get_int (station, TRIO_STATION_NUMBER) : 0;
}

static void
print_similar (TrioModel *model, GArray *all)
{
  for (guint i = 0; i < count_worth_showing (all); i++)
    {
      const Similar *similar = &g_array_index (all, Similar, i);
      const char *text = trio_object_get_text (similar->note, TRIO_NOTE_TEXT);

      if (similar->is_duplicate)
        /* Translators: number of a station, and an input that says nearly the same. */
        g_print (_ ("Station %d, nearly the same: %s\n"), (int)station_of (model, similar->note),
                 text);
      else
        /* Translators: number of a station, and an input. */
        g_print (_ ("Station %d: %s\n"), (int)station_of (model, similar->note), text);
    }
}

static void
print_json (TrioModel *model, GArray *all)
{
  g_autoptr (JsonBuilder) builder = json_builder_new ();

  json_builder_begin_array (builder);
  for (guint i = 0; i < count_worth_showing (all); i++)
    {
      const Similar *similar = &g_array_index (all, Similar, i);
      g_autofree char *id = trio_uuid_to_text (&trio_object_get_record (similar->note)->uuid);

      json_builder_begin_object (builder);
      json_builder_set_member_name (builder, "id");
      json_builder_add_string_value (builder, id);
      json_builder_set_member_name (builder, "station");
      json_builder_add_int_value (builder, station_of (model, similar->note));
      json_builder_set_member_name (builder, "text");
      json_builder_add_string_value (builder, trio_object_get_text (similar->note, TRIO_NOTE_TEXT));
      json_builder_set_member_name (builder, "similarity");
      json_builder_add_double_value (builder, similar->similarity);
      json_builder_set_member_name (builder, "duplicate");
      json_builder_add_boolean_value (builder, similar->is_duplicate);
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
  trio_cli_print_json (builder);
}

static int
find_text (const char *path, const char *text, const TrioSimilarOptions *options)
{
  g_autoptr (TrioStore) store = NULL;
  g_autoptr (GArray) all = NULL;
  TrioModel *model;
  int status = TRIO_EXIT_OK;

  store = trio_cli_open (path, TRIO_OPEN_READ_ONLY, &status);
  if (store == NULL)
    return status;
  model = trio_store_get_model (store);
  all = find_similar (model, trio_language_of (trio_model_get_workshop_record (model)),
                      options->vectors, text);
  if (options->as_json)
    print_json (model, all);
  else
    print_similar (model, all);
  g_clear_pointer (&all, g_array_unref);
  return trio_cli_close (g_steal_pointer (&store));
}

/**
 * trio_cli_similar:
 * @argc: count of @argv
 * @argv: "similar" and its arguments
 *
 * Runs `trio similar`: with a text, finds inputs like it; without, near-duplicates among the
 * inputs.
 *
 * Returns: exit status
 */
int
trio_cli_similar (int argc, char **argv)
{
  TrioSimilarOptions options = { 0 };
  int status = TRIO_EXIT_OK;
  GOptionEntry entries[] = {
    { "station", 's', 0, G_OPTION_ARG_STRING, &options.station, N_ ("Only this station"), "N" },
    { "stack", 0, 0, G_OPTION_ARG_NONE, &options.stack,
      N_ ("Put inputs that say nearly the same into stacks"), NULL },
    { "unstack", 0, 0, G_OPTION_ARG_NONE, &options.unstack, N_ ("Take all stacks apart"), NULL },
    { "vectors", 0, G_OPTION_FLAG_HIDDEN, G_OPTION_ARG_FILENAME, &options.vectors,
      N_ ("Folder to read the word files from"), "FOLDER" },
    { "json", 0, 0, G_OPTION_ARG_NONE, &options.as_json, N_ ("Print JSON"), NULL },
    { NULL },
  };

  if (!trio_cli_parse ("similar", entries, 1, 2, &argc, &argv, &status))
    ;
  else if (options.stack && options.unstack)
    status = trio_cli_usage (_ ("Give either --stack or --unstack."));
  else if (argc > 2 && (options.stack || options.unstack || options.station != NULL))
    status = trio_cli_usage (_ ("--station, --stack and --unstack are without a text."));
  else if (argc > 2)
    status = find_text (argv[1], argv[2], &options);
  else
    status = trio_cli_similar_stacks (argv[1], &options);
  g_free (options.station);
  g_free (options.vectors);
  return status;
}
