/* test-random.c: thousands of random steps; the model must always equal its own undo, redo
 * and what a fresh load of the file gives. Every kind of edit must have occurred, down to
 * each field. Seeds are printed; TRIO_SEED repeats one.
 */
#include <glib/gstdio.h>
#include <stdlib.h>

#include "random-edits.h"
#include "store/trio-store.h"
#include "test-folder.h"

#define N_SEEDS      3
#define N_STEPS      2000
#define REOPEN_EVERY 331

/* What occurred, over all seeds. */
typedef struct
{
  guint moves[TRIO_MOVE_REDO + 1];
  guint created[TRIO_N_KINDS];
  guint deleted[TRIO_N_KINDS];
  guint set[TRIO_N_KINDS][TRIO_MAX_FIELDS];
  GHashTable *actions;
} Tally;

static char *folder;
static Tally tally;

static void
committed_cb (TrioModel *model, TrioTransaction *transaction, guint *n_moves)
{
  const TrioStep *step = transaction->step;

  *n_moves += transaction->move != TRIO_MOVE_AMEND;
  tally.moves[transaction->move]++;
  if (transaction->move != TRIO_MOVE_DO)
    return;
  g_hash_table_add (tally.actions, g_strdup (step->action));
  for (guint i = 0; i < step->changes->len; i++)
    {
      const TrioChange *change = &g_array_index (step->changes, TrioChange, i);

      tally.created[change->kind] += change->type == TRIO_CHANGE_CREATE;
      tally.deleted[change->kind] += change->type == TRIO_CHANGE_DELETE;
      if (change->type == TRIO_CHANGE_SET)
        tally.set[change->kind][change->field]++;
    }
}

static void
assert_same (const char *before, const char *after, const char *what)
{
  g_auto (GStrv) one = NULL;
  g_auto (GStrv) other = NULL;

  if (g_str_equal (before, after))
    return;
  one = g_strsplit (before, "\n", -1);
  other = g_strsplit (after, "\n", -1);
  for (guint i = 0; one[i] != NULL && other[i] != NULL; i++)
    if (!g_str_equal (one[i], other[i]))
      {
        g_test_message ("%s\n  expected: %s\n  found:    %s", what, one[i], other[i]);
        break;
      }
  g_test_fail_printf ("%s differs", what);
}

static guint32
seed_for (gconstpointer data)
{
  const char *fixed = g_getenv ("TRIO_SEED");
  guint32 seed = fixed != NULL ? (guint32)atoi (fixed) : GPOINTER_TO_UINT (data);

  g_test_message ("seed %u", seed);
  return seed;
}

static TrioStore *
reopen (TrioStore *store)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *path = g_strdup (trio_store_get_path (store));
  g_autofree char *before = random_edits_digest (trio_store_get_model (store), TRUE);
  g_autofree char *after = NULL;
  gboolean closed = trio_store_close (store, &error);

  g_assert_no_error (error);
  g_assert_true (closed);
  g_object_unref (store);
  store = trio_store_open (path, TRIO_OPEN_DEFAULT, NULL, &error);
  g_assert_no_error (error);
  after = random_edits_digest (trio_store_get_model (store), TRUE);
  assert_same (before, after, "a fresh load");
  return store;
}

/* Undoes or redoes everything, with closing and opening in the middle. */
static TrioStore *
walk (TrioStore *store, gboolean undo)
{
  g_autoptr (GError) error = NULL;
  guint n = 0;

  while (undo ? trio_model_can_undo (trio_store_get_model (store))
              : trio_model_can_redo (trio_store_get_model (store)))
    {
      TrioModel *model = trio_store_get_model (store);
      gboolean moved = undo ? trio_model_undo (model, &error) : trio_model_redo (model, &error);

      g_assert_no_error (error);
      g_assert_true (moved);
      if (++n % REOPEN_EVERY == 0)
        store = reopen (store);
    }
  g_assert_cmpuint (n, >, N_STEPS / 4);
  return store;
}

/* Keeps up with a list by what the list announces, as a view does. */
static void
items_changed_cb (GListModel *list, guint position, guint removed, guint added, GPtrArray *mirror)
{
  g_assert_cmpuint (position + removed, <=, mirror->len);
  if (removed > 0)
    g_ptr_array_remove_range (mirror, position, removed);
  for (guint i = 0; i < added; i++)
    g_ptr_array_insert (mirror, position + i, g_list_model_get_item (list, position + i));
  g_assert_cmpuint (mirror->len, ==, g_list_model_get_n_items (list));
}

static GPtrArray *
mirror_new (GListModel *list)
{
  GPtrArray *mirror = g_ptr_array_new_with_free_func (g_object_unref);

  items_changed_cb (list, 0, 0, g_list_model_get_n_items (list), mirror);
  g_signal_connect (list, "items-changed", G_CALLBACK (items_changed_cb), mirror);
  return mirror;
}

static void
mirror_check (GPtrArray *mirror, GListModel *list)
{
  g_signal_handlers_disconnect_by_data (list, mirror);
  g_assert_cmpuint (mirror->len, ==, g_list_model_get_n_items (list));
  for (guint i = 0; i < mirror->len; i++)
    {
      g_autoptr (TrioObject) object = g_list_model_get_item (list, i);

      g_assert_true (object == g_ptr_array_index (mirror, i));
    }
  g_ptr_array_unref (mirror);
}

/* Takes steps until @N_STEPS of them were not refused. */
static TrioStore *
play (TrioStore *store, GRand *rand)
{
  guint n_moves = 0;
  guint next_reopen = REOPEN_EVERY;

  while (n_moves < N_STEPS)
    {
      TrioModel *model = trio_store_get_model (store);
      gulong handler = g_signal_connect (model, "committed", G_CALLBACK (committed_cb), &n_moves);
      GListModel *notes = trio_model_get_list (model, TRIO_KIND_NOTE);
      GListModel *clusters = trio_model_get_list (model, TRIO_KIND_CLUSTER);
      GPtrArray *note_mirror = mirror_new (notes);
      GPtrArray *cluster_mirror = mirror_new (clusters);

      while (n_moves < MIN (next_reopen, N_STEPS))
        random_edits_step (rand, model);
      g_signal_handler_disconnect (model, handler);
      mirror_check (note_mirror, notes);
      mirror_check (cluster_mirror, clusters);
      next_reopen += REOPEN_EVERY;
      store = reopen (store);
    }
  return store;
}

static void
test_random_file (gconstpointer data)
{
  guint32 seed = seed_for (data);
  g_autoptr (GError) error = NULL;
  g_autofree char *path = g_strdup_printf ("%s/random-%u.trio", folder, seed);
  GRand *rand = g_rand_new_with_seed (seed);
  TrioStore *store = trio_store_create (path, TRIO_LANGUAGE_DA, &error);
  g_autofree char *first = NULL;
  g_autofree char *last = NULL;
  g_autofree char *undone = NULL;
  g_autofree char *redone = NULL;

  g_assert_no_error (error);
  first = random_edits_digest (trio_store_get_model (store), FALSE);
  random_edits_fill (rand, trio_store_get_model (store));
  store = play (store, rand);
  while (trio_model_redo (trio_store_get_model (store), NULL))
    ;
  last = random_edits_digest (trio_store_get_model (store), FALSE);

  store = walk (store, TRUE);
  undone = random_edits_digest (trio_store_get_model (store), FALSE);
  assert_same (first, undone, "undoing everything");
  store = walk (store, FALSE);
  redone = random_edits_digest (trio_store_get_model (store), FALSE);
  assert_same (last, redone, "redoing everything");
  store = reopen (store);

  g_assert_true (trio_store_close (store, &error));
  g_object_unref (store);
  g_unlink (path);
  g_rand_free (rand);
}

/* Runs last: what the seeds together have tried. */
static void
test_every_kind (void)
{
  static const char *const actions[]
      = { "add-notes",     "edit-note",     "move-notes",   "delete-notes", "withhold-notes",
          "release-notes", "change-notes",  "make-cluster", "fill-cluster", "add-station",
          "edit-theme",    "edit-workshop", "import" };

  if (g_getenv ("TRIO_SEED") != NULL)
    {
      g_test_skip ("one seed need not try everything");
      return;
    }
  for (guint i = 0; i < G_N_ELEMENTS (tally.moves); i++)
    g_assert_cmpuint (tally.moves[i], >=, 100);
  for (guint i = 0; i < G_N_ELEMENTS (actions); i++)
    if (!g_hash_table_contains (tally.actions, actions[i]))
      g_test_fail_printf ("“%s” did not occur", actions[i]);
  for (guint kind = 1; kind < TRIO_N_KINDS; kind++)
    {
      const TrioKindInfo *info = trio_kind_get_info (kind);

      if (kind != TRIO_KIND_WORKSHOP && (tally.created[kind] == 0 || tally.deleted[kind] == 0))
        g_test_fail_printf ("“%s” was not made and deleted", info->name);
      for (guint i = 0; i < info->n_fields; i++)
        if (tally.set[kind][i] == 0)
          g_test_fail_printf ("“%s” of “%s” was not set", info->fields[i].name, info->name);
    }
}

int
main (int argc, char **argv)
{
  int status;

  folder = test_folder_make (FALSE);
  g_test_init (&argc, &argv, NULL);
  for (guint i = 1; i <= N_SEEDS; i++)
    {
      g_autofree char *name = g_strdup_printf ("/random/%u", i);

      g_test_add_data_func (name, GUINT_TO_POINTER (i), test_random_file);
    }
  tally.actions = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_test_add_func ("/random/every-kind", test_every_kind);
  status = g_test_run ();
  g_hash_table_unref (tally.actions);
  test_folder_remove (folder);
  g_free (folder);
  return status;
}
