/* cmd-similar-stack.c: `trio similar` without a text: near-duplicates as stacks. */
#include "config.h"

#include <glib/gi18n.h>

#include "cli/trio-cli-similar.h"
#include "clustering/trio-stacks.h"

/* A proposed stack with its station. */
typedef struct
{
  gint64 station;
  GArray *notes; /* TrioId, the top first */
} Stack;

static void
free_stack (gpointer data)
{
  Stack *stack = data;

  g_array_unref (stack->notes);
  g_free (stack);
}

static GPtrArray *
propose_stacks (TrioSnapshot *snapshot, TrioId only)
{
  GPtrArray *stations = trio_snapshot_get_all (snapshot, TRIO_KIND_STATION);
  GPtrArray *stacks = g_ptr_array_new_with_free_func (free_stack);

  for (guint s = 0; s < stations->len; s++)
    {
      const TrioRecord *station = stations->pdata[s];
      g_autoptr (GPtrArray) proposed = NULL;

      if (only != 0 && station->id != only)
        continue;
      proposed = trio_stacks_propose (snapshot, station->id);
      for (guint i = 0; i < proposed->len; i++)
        {
          Stack *stack = g_new0 (Stack, 1);

          stack->station = trio_record_get_int (station, TRIO_STATION_NUMBER);
          stack->notes = g_array_ref (proposed->pdata[i]);
          g_ptr_array_add (stacks, stack);
        }
    }
  return stacks;
}

static gboolean
make_stacks (TrioModel *model, GPtrArray *stacks, GError **error)
{
  g_autoptr (TrioEdit) edit = trio_edit_new (model, "stack-notes");
  guint n = 0;

  for (guint i = 0; i < stacks->len; i++)
    {
      const GArray *notes = ((Stack *)stacks->pdata[i])->notes;

      trio_edit_stack_notes (edit, g_array_index (notes, TrioId, 0),
                             (const TrioId *)(gpointer)notes->data, notes->len);
      n += notes->len;
    }
  trio_edit_set_count (edit, n);
  return stacks->len == 0 || trio_edit_commit (edit, error);
}

static void
print_stack (TrioSnapshot *snapshot, const Stack *stack)
{
  for (guint i = 0; i < stack->notes->len; i++)
    {
      const TrioRecord *note
          = trio_snapshot_get (snapshot, g_array_index (stack->notes, TrioId, i));
      const char *text = trio_record_get_text (note, TRIO_NOTE_TEXT);

      if (i == 0)
        /* Translators: number of a station, and an input. */
        g_print (_ ("Station %d: %s\n"), (int)stack->station, text);
      else
        g_print ("  • %s\n", text);
    }
}

static void
print_json (TrioSnapshot *snapshot, GPtrArray *stacks)
{
  g_autoptr (JsonBuilder) builder = json_builder_new ();

  json_builder_begin_array (builder);
  for (guint s = 0; s < stacks->len; s++)
    {
      const Stack *stack = stacks->pdata[s];

      json_builder_begin_object (builder);
      json_builder_set_member_name (builder, "station");
      json_builder_add_int_value (builder, stack->station);
      json_builder_set_member_name (builder, "notes");
      json_builder_begin_array (builder);
      for (guint i = 0; i < stack->notes->len; i++)
        {
          const TrioRecord *note
              = trio_snapshot_get (snapshot, g_array_index (stack->notes, TrioId, i));
          g_autofree char *id = trio_uuid_to_text (&note->uuid);

          json_builder_begin_object (builder);
          json_builder_set_member_name (builder, "id");
          json_builder_add_string_value (builder, id);
          json_builder_set_member_name (builder, "text");
          json_builder_add_string_value (builder, trio_record_get_text (note, TRIO_NOTE_TEXT));
          json_builder_end_object (builder);
        }
      json_builder_end_array (builder);
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
  trio_cli_print_json (builder);
}

/* Notes on top of a stack; unstacking those takes the stacks apart. */
static GArray *
list_tops (TrioSnapshot *snapshot, TrioId only)
{
  GPtrArray *notes = trio_snapshot_get_all (snapshot, TRIO_KIND_NOTE);
  g_autoptr (GHashTable) seen = g_hash_table_new (g_int64_hash, g_int64_equal);
  GArray *tops = g_array_new (FALSE, FALSE, sizeof (TrioId));

  for (guint i = 0; i < notes->len; i++)
    {
      const TrioRecord *top
          = trio_snapshot_get (snapshot, trio_record_get_ref (notes->pdata[i], TRIO_NOTE_STACK));

      if (top == NULL || (only != 0 && trio_record_get_ref (top, TRIO_NOTE_STATION) != only)
          || !g_hash_table_add (seen, (gpointer)&top->id))
        continue;
      g_array_append_val (tops, top->id);
    }
  return tops;
}

static int
take_apart (TrioStore *store, TrioSnapshot *snapshot, TrioId only)
{
  g_autoptr (TrioStore) owned = store;
  g_autoptr (GArray) tops = list_tops (snapshot, only);
  g_autoptr (GError) error = NULL;
  int status;

  if (tops->len > 0
      && !trio_command_unstack_notes (trio_store_get_model (store),
                                      (const TrioId *)(gpointer)tops->data, tops->len, &error))
    return trio_cli_fail_at (trio_store_get_path (store), error);
  status = trio_cli_close (g_steal_pointer (&owned));
  g_print (ngettext ("Took %u stack apart.\n", "Took %u stacks apart.\n", tops->len), tops->len);
  return status;
}

/**
 * trio_cli_similar_stacks:
 * @path: a workshop file
 * @options: what the user asked for
 *
 * Lists near-duplicates as stacks, makes them, or takes stacks apart.
 *
 * Returns: exit status
 */
int
trio_cli_similar_stacks (const char *path, const TrioSimilarOptions *options)
{
  TrioOpenFlags flags
      = options->stack || options->unstack ? TRIO_OPEN_DEFAULT : TRIO_OPEN_READ_ONLY;
  int status = TRIO_EXIT_OK;
  g_autoptr (TrioStore) store = trio_cli_open (path, flags, &status);
  g_autoptr (TrioSnapshot) snapshot = NULL;
  g_autoptr (GPtrArray) stacks = NULL;
  g_autoptr (GError) error = NULL;
  TrioId only = 0;

  if (store == NULL)
    return status;
  if (options->station != NULL)
    {
      only = trio_cli_find_station (trio_store_get_model (store), options->station, &error);
      if (only == 0)
        return trio_cli_fail_at (path, error);
    }
  snapshot = trio_model_dup_snapshot (trio_store_get_model (store));
  if (options->unstack)
    return take_apart (g_steal_pointer (&store), snapshot, only);
  stacks = propose_stacks (snapshot, only);
  if (options->stack && !make_stacks (trio_store_get_model (store), stacks, &error))
    return trio_cli_fail_at (path, error);
  /* Printed last: a reader that stops listening must not stop the writing. */
  status = trio_cli_close (g_steal_pointer (&store));
  if (options->as_json)
    print_json (snapshot, stacks);
  else if (stacks->len == 0)
    g_print ("%s\n", _ ("No two inputs of a station say nearly the same."));
  else
    for (guint i = 0; i < stacks->len; i++)
      print_stack (snapshot, stacks->pdata[i]);
  return status;
}
