/* test-store-damage.c: damages of single bytes, found wherever they are.
 *
 * A file either says that it is damaged, or shows every note as it was.
 */
#include <string.h>

#include "base/trio-error.h"
#include "test-store-tools.h"

static void
test_flipped_byte (void)
{
  g_autofree char *path = tools_make_file ("flipped.trio");
  g_autoptr (GBytes) bytes = tools_read_bytes (path);
  gsize length = g_bytes_get_size (bytes);
  g_autofree char *copy = g_memdup2 (g_bytes_get_data (bytes, NULL), length);
  guint n_found = 0;

  for (gsize i = 0; i + strlen (TOOLS_SECRET) < length; i++)
    {
      g_autoptr (TrioStore) store = NULL;

      if (memcmp (copy + i, TOOLS_SECRET, strlen (TOOLS_SECRET)) != 0)
        continue;
      n_found++;
      copy[i + 3] ^= 0x04;
      tools_write_bytes (path, copy, length);
      tools_assert_refused (path, TRIO_OPEN_DEFAULT, TRIO_ERROR_DAMAGED);
      tools_assert_refused (path, TRIO_OPEN_READ_ONLY, TRIO_ERROR_DAMAGED);
      copy[i + 3] ^= 0x04;
    }
  /* A new note stands in the file once; the log does not repeat it. */
  g_assert_cmpuint (n_found, ==, 1);
}

static gboolean
damage (guint8 *bytes, gsize length, GRand *random)
{
  guint n = g_rand_int_range (random, 1, 5);
  gboolean changed = FALSE;

  for (guint i = 0; i < n; i++)
    {
      gsize at = g_rand_int_range (random, 0, length);
      gsize run = g_rand_boolean (random) ? 1 : g_rand_int_range (random, 1, 64);

      /* Most of a small file is empty; damage where something is. */
      while (bytes[at] == 0)
        at = g_rand_int_range (random, 0, length);
      for (gsize j = at; j < MIN (at + run, length); j++)
        {
          guint8 old = bytes[j];

          bytes[j] = g_rand_int_range (random, 0, 256);
          changed |= bytes[j] != old;
        }
    }
  return changed;
}

/* Undoes as far as the file allows; each state must be one that there was. */
static void
walk_back (TrioStore *store, GPtrArray *states)
{
  TrioModel *model = trio_store_get_model (store);

  for (guint i = states->len - 1; i > 0 && trio_model_can_undo (model); i--)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (TrioSnapshot) now = NULL;

      if (!trio_model_undo (model, &error))
        {
          g_assert_nonnull (error);
          return;
        }
      now = trio_model_dup_snapshot (model);
      tools_assert_same_values (g_ptr_array_index (states, i - 1), now);
    }
}

static void
test_random_damage (void)
{
  g_autofree char *path = tools_dup_path ("random.trio");
  g_autoptr (TrioStore) store = tools_create (path);
  g_autoptr (GPtrArray) states
      = g_ptr_array_new_with_free_func ((GDestroyNotify)trio_snapshot_unref);
  g_autoptr (GBytes) sound = NULL;
  guint32 seed = g_test_rand_int ();
  g_autoptr (GRand) random = g_rand_new_with_seed (seed);
  guint n_opened = 0;
  gsize length;

  g_test_message ("seed %u", seed);
  g_ptr_array_add (states, trio_model_dup_snapshot (trio_store_get_model (store)));
  tools_play (store, states, 60, 3);
  g_assert_true (trio_store_close (store, NULL));
  sound = tools_read_bytes (path);
  length = g_bytes_get_size (sound);
  for (guint i = 0; i < 300; i++)
    {
      g_autofree guint8 *bytes = g_memdup2 (g_bytes_get_data (sound, NULL), length);
      g_autoptr (TrioStore) opened = NULL;
      g_autoptr (TrioSnapshot) now = NULL;
      g_autoptr (GError) error = NULL;

      if (!damage (bytes, length, random))
        continue;
      tools_write_bytes (path, bytes, length);
      opened = trio_store_open (path, TRIO_OPEN_DEFAULT, NULL, &error);
      if (opened == NULL)
        {
          g_assert_nonnull (error);
          continue;
        }
      n_opened++;
      now = trio_model_dup_snapshot (trio_store_get_model (opened));
      tools_assert_same (g_ptr_array_index (states, states->len - 1), now);
      walk_back (opened, states);
      trio_store_close (opened, NULL);
    }
  g_test_message ("%u of 300 could be opened", n_opened);
}

/* A damaged log ends undo, and nothing else. */
static void
test_damaged_log (void)
{
  g_autofree char *path = tools_make_file ("log.trio");
  g_autoptr (TrioStore) store = NULL;
  g_autoptr (GPtrArray) findings = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GError) error = NULL;
  TrioModel *model;

  tools_run_sql (path, "UPDATE change SET object=object+1 WHERE id=(SELECT first_change FROM step "
                       "WHERE id=2)");
  store = tools_open (path);
  model = trio_store_get_model (store);
  g_assert_cmpuint (tools_count (store, TRIO_KIND_NOTE), ==, 2);
  g_assert_true (trio_store_check (store, findings, &error));
  g_assert_cmpuint (findings->len, ==, 1);
  g_assert_true (trio_model_undo (model, &error));
  g_assert_no_error (error);
  g_assert_cmpuint (tools_count (store, TRIO_KIND_NOTE), ==, 1);
  g_assert_false (trio_model_undo (model, &error));
  g_assert_error (error, TRIO_ERROR, TRIO_ERROR_DAMAGED);
  g_clear_error (&error);
  g_assert_cmpuint (tools_count (store, TRIO_KIND_NOTE), ==, 1);
  /* Work goes on, and what is done from now on can be undone. */
  g_assert_true (trio_model_redo (model, &error));
  g_assert_no_error (error);
  tools_add_station (store, "Tema");
  tools_reopen (&store);
  g_assert_true (trio_model_undo (trio_store_get_model (store), &error));
  g_assert_no_error (error);
}

int
main (int argc, char *argv[])
{
  tools_init (&argc, &argv);
  g_test_add_func ("/store/damage/flipped-byte", test_flipped_byte);
  g_test_add_func ("/store/damage/random", test_random_damage);
  g_test_add_func ("/store/damage/log", test_damaged_log);
  return tools_run ();
}
