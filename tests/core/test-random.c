/* test-random.c: thousands of random steps; the model must always equal its own undo, redo
 * and, with a file, what a fresh load gives. Seeds are printed; TRIO_SEED repeats one.
 */
#include <glib/gstdio.h>
#include <stdlib.h>

#include "random-edits.h"
#include "store/trio-store.h"

#define N_SEEDS      3
#define N_STEPS      2000
#define REOPEN_EVERY 331

static char *folder;

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
  g_autofree char *before = random_edits_digest (trio_store_get_model (store));
  g_autofree char *after = NULL;
  gboolean closed = trio_store_close (store, &error);

  g_assert_no_error (error);
  g_assert_true (closed);
  g_object_unref (store);
  store = trio_store_open (path, TRIO_OPEN_DEFAULT, NULL, &error);
  g_assert_no_error (error);
  after = random_edits_digest (trio_store_get_model (store));
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
  first = random_edits_digest (trio_store_get_model (store));
  random_edits_fill (rand, trio_store_get_model (store));
  for (guint i = 1; i <= N_STEPS; i++)
    {
      random_edits_step (rand, trio_store_get_model (store));
      if (i % REOPEN_EVERY == 0)
        store = reopen (store);
    }
  while (trio_model_redo (trio_store_get_model (store), NULL))
    ;
  last = random_edits_digest (trio_store_get_model (store));

  store = walk (store, TRUE);
  undone = random_edits_digest (trio_store_get_model (store));
  assert_same (first, undone, "undoing everything");
  store = walk (store, FALSE);
  redone = random_edits_digest (trio_store_get_model (store));
  assert_same (last, redone, "redoing everything");
  store = reopen (store);

  g_assert_true (trio_store_close (store, &error));
  g_object_unref (store);
  g_unlink (path);
  g_rand_free (rand);
}

int
main (int argc, char **argv)
{
  int status;

  g_test_init (&argc, &argv, NULL);
  folder = g_dir_make_tmp ("trio-random-XXXXXX", NULL);
  g_setenv ("XDG_DATA_HOME", folder, TRUE);
  for (guint i = 1; i <= N_SEEDS; i++)
    {
      g_autofree char *name = g_strdup_printf ("/random/file/%u", i);

      g_test_add_data_func (name, GUINT_TO_POINTER (i), test_random_file);
    }
  status = g_test_run ();
  g_free (folder);
  return status;
}
