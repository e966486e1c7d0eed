/* test-fuzz.c: the kept corpus of the fuzz targets, and small damages of each file in it. */
#include <gio/gio.h>

#include "fuzz-targets.h"

/* Damaged copies of each file; with -m thorough many more. */
#define DAMAGES          20
#define DAMAGES_THOROUGH 2000

typedef struct
{
  const char *name;
  int (*run) (const uint8_t *data, size_t size);
} Target;

static const Target targets[] = {
  { "csv", trio_fuzz_csv },
  { "text", trio_fuzz_text },
};

/* Flips, inserts, removes or repeats a few bytes. */
static void
damage (GByteArray *data)
{
  guint n = g_test_rand_int_range (1, 5);

  for (guint i = 0; i < n && data->len > 0; i++)
    {
      guint at = g_test_rand_int_range (0, data->len);
      guint8 byte = g_test_rand_int_range (0, 256);

      switch (g_test_rand_int_range (0, 4))
        {
        case 0:
          data->data[at] = byte;
          break;
        case 1:
          g_byte_array_append (data, &byte, 1);
          break;
        case 2:
          g_byte_array_remove_range (data, at, MIN (data->len - at, 1 + byte % 16u));
          break;
        default:
          {
            g_autofree guint8 *copy = g_memdup2 (data->data + at, data->len - at);

            g_byte_array_append (data, copy, data->len - at);
            break;
          }
        }
    }
}

static void
test_corpus (gconstpointer user_data)
{
  const Target *target = user_data;
  g_autofree char *folder
      = g_test_build_filename (G_TEST_DIST, "..", "fuzz", "corpus", target->name, NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (GDir) dir = g_dir_open (folder, 0, &error);
  const char *name;
  guint n_files = 0;

  g_assert_no_error (error);
  while ((name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);
      g_autoptr (GMappedFile) file = g_mapped_file_new (path, FALSE, &error);
      g_autoptr (GBytes) bytes = NULL;
      guint n_damages = g_test_thorough () ? DAMAGES_THOROUGH : DAMAGES;
      gsize size;
      const guint8 *data;

      g_assert_no_error (error);
      bytes = g_mapped_file_get_bytes (file);
      data = g_bytes_get_data (bytes, &size);
      g_test_message ("%s", name);
      g_assert_cmpint (target->run (data, size), ==, 0);
      n_files++;

      for (guint i = 0; i < n_damages; i++)
        {
          g_autoptr (GByteArray) damaged = g_byte_array_new ();

          g_byte_array_append (damaged, data, (guint)size);
          damage (damaged);
          g_assert_cmpint (target->run (damaged->data, damaged->len), ==, 0);
        }
    }

  g_assert_cmpuint (n_files, >, 5);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (targets); i++)
    {
      g_autofree char *path = g_strdup_printf ("/fuzz/%s", targets[i].name);

      g_test_add_data_func (path, &targets[i], test_corpus);
    }

  return g_test_run ();
}
