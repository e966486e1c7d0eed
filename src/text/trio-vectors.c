/* trio-vectors.c: reads SNVEC1 files: checked byte by byte when opened, looked up in place.
 *
 * Layout, little endian: the seven bytes "SNVEC1\n", u32 stems, u32 dimensions, u64 sum of counts;
 * per stem u8 length, the stem, u32 count, sorted by bytes; then per stem one row of int8.
 */
#include "config.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

#include "base/trio-error.h"
#include "base/trio-install.h"
#include "text/trio-vectors.h"

#define MAGIC          "SNVEC1\n"
#define MAGIC_LENGTH   7
#define HEADER_LENGTH  23
#define MIN_DIMENSIONS 8
#define MAX_DIMENSIONS 256
#define MAX_FILE_SIZE  (64 * 1024 * 1024)

/* A stem that nobody uses still counts a little, one that is not in the file counts fully. */
#define LOWEST_WEIGHT 0.02
/* The rarest stems of the files have been seen about three times. */
#define RAREST_COUNT 3.0

struct _TrioVectors
{
  grefcount ref_count;
  char *path;
  GMappedFile *file;
  const guint8 *bytes;
  gsize size;
  guint32 n;
  guint32 dimensions;
  guint64 total;
  double log_rarest;
  guint32 *entries;
  const gint8 *rows;
};

static guint32
read_u32 (const guint8 *bytes)
{
  return (guint32)bytes[0] | (guint32)bytes[1] << 8 | (guint32)bytes[2] << 16
         | (guint32)bytes[3] << 24;
}

static guint64
read_u64 (const guint8 *bytes)
{
  return (guint64)read_u32 (bytes) | (guint64)read_u32 (bytes + 4) << 32;
}

static gboolean
refuse (TrioVectors *vectors, gsize offset, const char *why, GError **error)
{
  /* Translators: the name of a file, a number, and one of the explanations that follow. */
  g_set_error (
      error, TRIO_ERROR, TRIO_ERROR_DAMAGED,
      _ ("The word file “%s” cannot be used: at byte %lu: %s. Install the program again to "
         "get a sound one."),
      vectors->path, (gulong)offset, why);
  return FALSE;
}

static int
compare_bytes (const guint8 *a, gsize a_length, const guint8 *b, gsize b_length)
{
  int order = memcmp (a, b, MIN (a_length, b_length));

  return order != 0 ? order : (a_length > b_length) - (a_length < b_length);
}

static gboolean
is_stem (const char *text, gsize length)
{
  gboolean ascii = TRUE;
  g_autofree char *composed = NULL;

  if (!g_utf8_validate_len (text, length, NULL))
    return FALSE;
  for (const char *at = text; at < text + length; at = g_utf8_next_char (at))
    {
      gunichar c = g_utf8_get_char (at);

      if (g_unichar_tolower (c) != c)
        return FALSE;
      ascii = ascii && c < 0x80;
    }
  if (ascii)
    return TRUE;
  composed = g_utf8_normalize (text, length, G_NORMALIZE_NFC);
  return composed != NULL && strlen (composed) == length && memcmp (composed, text, length) == 0;
}

static gboolean
read_head (TrioVectors *vectors, GError **error)
{
  const guint8 *bytes = vectors->bytes;

  if (vectors->size < HEADER_LENGTH || memcmp (bytes, MAGIC, MAGIC_LENGTH) != 0)
    return refuse (vectors, 0, _ ("this is no word file"), error);
  if (vectors->size > MAX_FILE_SIZE)
    return refuse (vectors, 0, _ ("the file is too large"), error);
  vectors->n = read_u32 (bytes + MAGIC_LENGTH);
  vectors->dimensions = read_u32 (bytes + MAGIC_LENGTH + 4);
  vectors->total = read_u64 (bytes + MAGIC_LENGTH + 8);
  if (vectors->n == 0 || vectors->n > vectors->size / 6)
    return refuse (vectors, MAGIC_LENGTH, _ ("the number of words is wrong"), error);
  if (vectors->dimensions < MIN_DIMENSIONS || vectors->dimensions > MAX_DIMENSIONS)
    return refuse (vectors, MAGIC_LENGTH + 4, _ ("the number of dimensions is wrong"), error);
  return TRUE;
}

static gboolean
read_entries (TrioVectors *vectors, gsize *end, GError **error)
{
  const guint8 *bytes = vectors->bytes;
  guint64 total = 0;
  gsize at = HEADER_LENGTH;

  vectors->entries = g_new (guint32, vectors->n);
  for (guint32 i = 0; i < vectors->n; i++)
    {
      gsize length = at < vectors->size ? bytes[at] : 0;
      guint32 count;

      if (length == 0 || vectors->size - at < 1 + length + 4)
        return refuse (vectors, at, _ ("a word is cut off"), error);
      if (!is_stem ((const char *)bytes + at + 1, length))
        return refuse (vectors, at, _ ("a word is not written as it must be"), error);
      if (i > 0
          && compare_bytes (bytes + vectors->entries[i - 1] + 1, bytes[vectors->entries[i - 1]],
                            bytes + at + 1, length)
                 >= 0)
        return refuse (vectors, at, _ ("the words are not in order"), error);
      count = read_u32 (bytes + at + 1 + length);
      if (count == 0)
        return refuse (vectors, at + 1 + length, _ ("a count is wrong"), error);
      total += count;
      vectors->entries[i] = at;
      at += 1 + length + 4;
    }
  if (total != vectors->total || vectors->total <= RAREST_COUNT)
    return refuse (vectors, MAGIC_LENGTH + 8, _ ("the sum of the counts is wrong"), error);
  *end = at;
  return TRUE;
}

static gboolean
check_rows (TrioVectors *vectors, gsize start, GError **error)
{
  gsize expected = (gsize)vectors->n * vectors->dimensions;

  if (vectors->size - start != expected)
    return refuse (vectors, start, _ ("the file has the wrong length"), error);
  vectors->rows = (const gint8 *)vectors->bytes + start;
  for (guint32 i = 0; i < vectors->n; i++)
    {
      const gint8 *row = vectors->rows + (gsize)i * vectors->dimensions;
      gboolean any = FALSE;

      for (guint32 d = 0; d < vectors->dimensions; d++)
        {
          if (row[d] == G_MININT8)
            return refuse (vectors, start + (row - vectors->rows) + d, _ ("a number is wrong"),
                           error);
          any = any || row[d] != 0;
        }
      if (!any)
        return refuse (vectors, start + (row - vectors->rows), _ ("a word has no direction"),
                       error);
    }
  return TRUE;
}

/**
 * trio_vectors_open:
 * @path: a file in the format SNVEC1
 * @error: return location for an error
 *
 * Maps a file of word vectors into memory and checks all of it.
 *
 * Returns: (transfer full) (nullable): the vectors, or %NULL with %TRIO_ERROR_IO or
 *   %TRIO_ERROR_DAMAGED
 */
TrioVectors *
trio_vectors_open (const char *path, GError **error)
{
  g_autoptr (TrioVectors) vectors = g_new0 (TrioVectors, 1);
  g_autoptr (GError) cause = NULL;
  gsize rows;

  g_ref_count_init (&vectors->ref_count);
  vectors->path = g_strdup (path);
  vectors->file = g_mapped_file_new (path, FALSE, &cause);
  if (vectors->file == NULL)
    {
      g_set_error (error, TRIO_ERROR, TRIO_ERROR_IO, _ ("The word file “%s” cannot be read: %s"),
                   path, cause->message);
      return NULL;
    }
  vectors->bytes = (const guint8 *)g_mapped_file_get_contents (vectors->file);
  vectors->size = g_mapped_file_get_length (vectors->file);
  if (!read_head (vectors, error) || !read_entries (vectors, &rows, error)
      || !check_rows (vectors, rows, error))
    return NULL;
  vectors->log_rarest = log (vectors->total / RAREST_COUNT);
  return g_steal_pointer (&vectors);
}

/* Beside the program too, so that it also finds them in the build folder. */
static GPtrArray *
folders_of_vectors (void)
{
  GPtrArray *folders = g_ptr_array_new_with_free_func (g_free);
  g_autofree char *program = g_file_read_link ("/proc/self/exe", NULL);
  g_autofree char *installed = trio_install_dup_path (TRIO_PKGDATADIR);

  g_ptr_array_add (folders,
                   g_build_filename (g_get_user_data_dir (), "trio-stations", "vectors", NULL));
  for (const char *const *data = g_get_system_data_dirs (); *data != NULL; data++)
    g_ptr_array_add (folders, g_build_filename (*data, "trio-stations", "vectors", NULL));
  g_ptr_array_add (folders, g_build_filename (installed, "vectors", NULL));
  if (program != NULL)
    {
      g_autofree char *folder = g_path_get_dirname (program);

      g_ptr_array_add (folders, g_build_filename (folder, "..", "..", "data", "vectors", NULL));
    }
  return folders;
}

/**
 * trio_vectors_find:
 * @folder: (nullable): the only folder to look in, or %NULL for all
 * @lang: "da" or "en"
 * @error: return location for an error
 *
 * Opens the word vectors of a language, the user's own before the installed ones. Without them
 * everything works, with less understanding.
 *
 * Returns: (transfer full) (nullable): the vectors, or %NULL with %TRIO_ERROR_NOT_FOUND or what
 *   trio_vectors_open() reports
 */
TrioVectors *
trio_vectors_find (const char *folder, const char *lang, GError **error)
{
  g_autofree char *name = g_strconcat (lang, ".snv", NULL);
  g_autoptr (GPtrArray) folders = NULL;
  g_autoptr (GError) cause = NULL;

  if (folder != NULL)
    {
      folders = g_ptr_array_new_with_free_func (g_free);
      g_ptr_array_add (folders, g_strdup (folder));
    }
  else
    folders = folders_of_vectors ();
  for (guint i = 0; i < folders->len; i++)
    {
      g_autofree char *path = g_build_filename (folders->pdata[i], name, NULL);

      g_autoptr (TrioVectors) vectors = NULL;

      if (!g_file_test (path, G_FILE_TEST_IS_REGULAR))
        continue;
      /* A file that cannot be used must not hide one that can. */
      vectors = trio_vectors_open (path, cause == NULL ? &cause : NULL);
      if (vectors != NULL)
        return g_steal_pointer (&vectors);
    }
  if (cause != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&cause));
      return NULL;
    }
  g_set_error (error, TRIO_ERROR, TRIO_ERROR_NOT_FOUND,
               _ ("The word file “%s” is not installed. Inputs are compared by their letters only; "
                  "install the program again to get it."),
               name);
  return NULL;
}

/**
 * trio_vectors_ref:
 * @vectors: word vectors
 *
 * Returns: (transfer full): @vectors, held once more
 */
TrioVectors *
trio_vectors_ref (TrioVectors *vectors)
{
  g_ref_count_inc (&vectors->ref_count);
  return vectors;
}

/**
 * trio_vectors_unref:
 * @vectors: (transfer full): word vectors
 *
 * Lets go of word vectors.
 */
void
trio_vectors_unref (TrioVectors *vectors)
{
  if (!g_ref_count_dec (&vectors->ref_count))
    return;
  g_clear_pointer (&vectors->file, g_mapped_file_unref);
  g_free (vectors->entries);
  g_free (vectors->path);
  g_free (vectors);
}

/**
 * trio_vectors_get_size:
 * @vectors: word vectors
 *
 * Returns: number of stems
 */
guint
trio_vectors_get_size (TrioVectors *vectors)
{
  return vectors->n;
}

/**
 * trio_vectors_get_dimensions:
 * @vectors: word vectors
 *
 * Returns: length of a direction
 */
guint
trio_vectors_get_dimensions (TrioVectors *vectors)
{
  return vectors->dimensions;
}

/**
 * trio_vectors_get_path:
 * @vectors: word vectors
 *
 * Returns: (transfer none): where they were read from
 */
const char *
trio_vectors_get_path (TrioVectors *vectors)
{
  return vectors->path;
}

static gboolean
find_stem (TrioVectors *vectors, const char *stem, guint32 *index)
{
  gsize length = strlen (stem);
  guint32 low = 0, high = vectors->n;

  while (low < high)
    {
      guint32 middle = low + (high - low) / 2;
      const guint8 *entry = vectors->bytes + vectors->entries[middle];
      int order = compare_bytes ((const guint8 *)stem, length, entry + 1, entry[0]);

      if (order == 0)
        {
          *index = middle;
          return TRUE;
        }
      if (order < 0)
        high = middle;
      else
        low = middle + 1;
    }
  return FALSE;
}

/**
 * trio_vectors_get_count:
 * @vectors: word vectors
 * @stem: a stem in lower case
 *
 * Returns: how often the stem was seen in the background text; 0 when it is not known
 */
guint32
trio_vectors_get_count (TrioVectors *vectors, const char *stem)
{
  guint32 index;
  const guint8 *entry;

  if (!find_stem (vectors, stem, &index))
    return 0;
  entry = vectors->bytes + vectors->entries[index];
  return read_u32 (entry + 1 + entry[0]);
}

/**
 * trio_vectors_get_weight:
 * @vectors: word vectors
 * @stem: a stem in lower case
 *
 * Says how informative a stem is: the rarer, the more.
 *
 * Returns: 0.02 to 1; 1 for a stem that is not known
 */
double
trio_vectors_get_weight (TrioVectors *vectors, const char *stem)
{
  guint32 count = trio_vectors_get_count (vectors, stem);

  if (count == 0)
    return 1;
  return MAX (LOWEST_WEIGHT, log ((double)vectors->total / count) / vectors->log_rarest);
}

/**
 * trio_vectors_get_direction:
 * @vectors: word vectors
 * @stem: a stem in lower case
 * @direction: (out caller-allocates): room for trio_vectors_get_dimensions() numbers
 *
 * Gets the direction of a stem, of length 1.
 *
 * Returns: whether the stem is known; @direction is untouched when it is not
 */
gboolean
trio_vectors_get_direction (TrioVectors *vectors, const char *stem, float *direction)
{
  const gint8 *row;
  double sum = 0;
  guint32 index;

  if (!find_stem (vectors, stem, &index))
    return FALSE;
  row = vectors->rows + (gsize)index * vectors->dimensions;
  for (guint32 d = 0; d < vectors->dimensions; d++)
    sum += row[d] * row[d];
  for (guint32 d = 0; d < vectors->dimensions; d++)
    direction[d] = row[d] / sqrt (sum);
  return TRUE;
}
