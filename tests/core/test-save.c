/* test-save.c: a file is replaced as a whole or not at all. */
#include <errno.h>
#include <signal.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <unistd.h>

#include <glib/gstdio.h>

#include "base/trio-error.h"
#include "base/trio-save.h"

#define NOBODY 65534

typedef struct
{
  char *folder;
  char *path;
} Fixture;

static void
set_up (Fixture *f, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  f->folder = g_dir_make_tmp ("trio-save-XXXXXX", &error);
  g_assert_no_error (error);
  f->path = g_build_filename (f->folder, "notat æøå.docx", NULL);
  g_assert_true (g_file_set_contents (f->path, "old", -1, &error));
}

static guint
count_files (const char *folder)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  guint n = 0;

  while (g_dir_read_name (dir) != NULL)
    n++;
  return n;
}

static void
tear_down (Fixture *f, gconstpointer data)
{
  g_autoptr (GDir) dir = g_dir_open (f->folder, 0, NULL);
  const char *name;

  while ((name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (f->folder, name, NULL);

      g_remove (path);
    }
  g_rmdir (f->folder);
  g_free (f->folder);
  g_free (f->path);
}

static void
assert_content (const char *path, const char *content)
{
  g_autofree char *text = NULL;
  g_autoptr (GError) error = NULL;

  g_file_get_contents (path, &text, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (text, ==, content);
}

static gboolean
save (const char *path, const char *text, GError **error)
{
  g_autoptr (GBytes) bytes = g_bytes_new (text, strlen (text));

  return trio_save_bytes (path, bytes, error);
}

static void
test_replace (Fixture *f, gconstpointer data)
{
  g_autofree char *fresh = g_build_filename (f->folder, "ny.txt", NULL);
  g_autoptr (GError) error = NULL;
  struct stat info;

  g_assert_cmpint (g_chmod (f->path, 0640), ==, 0);
  g_assert_true (save (f->path, "new", &error));
  g_assert_no_error (error);
  assert_content (f->path, "new");
  g_assert_cmpint (g_stat (f->path, &info), ==, 0);
  g_assert_cmpint (info.st_mode & 0777, ==, 0640);
  g_assert_true (save (fresh, "", &error));
  assert_content (fresh, "");
  g_assert_cmpuint (count_files (f->folder), ==, 2);
}

static void
test_link (Fixture *f, gconstpointer data)
{
  g_autofree char *link = g_build_filename (f->folder, "link", NULL);
  g_autoptr (GError) error = NULL;

  g_assert_cmpint (symlink (f->path, link), ==, 0);
  g_assert_true (save (link, "new", &error));
  g_assert_true (g_file_test (link, G_FILE_TEST_IS_SYMLINK));
  assert_content (f->path, "new");
}

static void
assert_refused (Fixture *f, const char *path, int code)
{
  g_autoptr (GError) error = NULL;

  g_assert_false (save (path, "new", &error));
  g_assert_error (error, TRIO_ERROR, code);
  g_test_message ("%s", error->message);
  assert_content (f->path, "old");
  g_assert_cmpuint (count_files (f->folder), ==, 1);
}

static void
test_bad_place (Fixture *f, gconstpointer data)
{
  g_autofree char *absent = g_build_filename (f->folder, "nowhere", "notat.txt", NULL);
  g_autofree char *below_file = g_build_filename (f->path, "notat.txt", NULL);
  g_autofree char *many = g_strnfill (300, 'x');
  g_autofree char *too_long = g_build_filename (f->folder, many, NULL);

  assert_refused (f, absent, TRIO_ERROR_NOT_FOUND);
  assert_refused (f, below_file, TRIO_ERROR_NOT_FOUND);
  assert_refused (f, f->folder, TRIO_ERROR_EXISTS);
  assert_refused (f, too_long, TRIO_ERROR_INVALID);
}

/* Root may write anywhere, so the test gives that up for a while. */
static void
test_read_only (Fixture *f, gconstpointer data)
{
  gboolean is_root = geteuid () == 0;

  g_assert_cmpint (g_chmod (f->folder, 0555), ==, 0);
  if (is_root)
    g_assert_cmpint (seteuid (NOBODY), ==, 0);
  assert_refused (f, f->path, TRIO_ERROR_READ_ONLY);
  if (is_root)
    g_assert_cmpint (seteuid (0), ==, 0);
  g_assert_cmpint (g_chmod (f->folder, 0755), ==, 0);
}

/* A limit on the size of files stands for a disk that becomes full in the middle. */
static void
test_no_space (Fixture *f, gconstpointer data)
{
  g_autoptr (GBytes) large = g_bytes_new_take (g_malloc0 (100000), 100000);
  g_autoptr (GError) error = NULL;
  struct rlimit old, tight;

  g_assert_cmpint (getrlimit (RLIMIT_FSIZE, &old), ==, 0);
  tight = old;
  tight.rlim_cur = 4096;
  signal (SIGXFSZ, SIG_IGN);
  g_assert_cmpint (setrlimit (RLIMIT_FSIZE, &tight), ==, 0);
  g_assert_false (trio_save_bytes (f->path, large, &error));
  g_assert_cmpint (setrlimit (RLIMIT_FSIZE, &old), ==, 0);

  g_assert_error (error, TRIO_ERROR, TRIO_ERROR_NO_SPACE);
  assert_content (f->path, "old");
  g_assert_cmpuint (count_files (f->folder), ==, 1);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add ("/save/replace", Fixture, NULL, set_up, test_replace, tear_down);
  g_test_add ("/save/link", Fixture, NULL, set_up, test_link, tear_down);
  g_test_add ("/save/bad-place", Fixture, NULL, set_up, test_bad_place, tear_down);
  g_test_add ("/save/read-only", Fixture, NULL, set_up, test_read_only, tear_down);
  g_test_add ("/save/no-space", Fixture, NULL, set_up, test_no_space, tear_down);

  return g_test_run ();
}
