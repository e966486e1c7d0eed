/* test-base.c: the error domain, the embedded files and the installed ones. */
#include "config.h"

#include "base/trio-error.h"
#include "base/trio-install.h"
#include "base/trio-resource.h"

static void
test_error_domain (void)
{
  g_autoptr (GError) error = g_error_new (TRIO_ERROR, TRIO_ERROR_LOCKED, "held");

  g_assert_error (error, TRIO_ERROR, TRIO_ERROR_LOCKED);
  g_assert_cmpuint (TRIO_ERROR, !=, 0);
  g_assert_cmpuint (TRIO_ERROR, !=, G_IO_ERROR);
}

static void
test_resource_list (void)
{
  g_autoptr (GError) error = NULL;
  g_auto (GStrv) names = trio_resource_list ("schema", &error);

  g_assert_no_error (error);
  g_assert_nonnull (names);
  g_assert_cmpuint (g_strv_length (names), >, 0);

  for (char **name = names; *name; name++)
    {
      g_autofree char *path = g_strconcat ("schema/", *name, NULL);
      g_autoptr (GBytes) bytes = trio_resource_lookup (path, &error);

      g_assert_no_error (error);
      g_assert_cmpuint (g_bytes_get_size (bytes), >, 0);
    }
}

static void
test_resource_missing (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = trio_resource_lookup ("schema/no-such-file", &error);

  g_assert_null (bytes);
  g_assert_error (error, G_RESOURCE_ERROR, G_RESOURCE_ERROR_NOT_FOUND);
  g_clear_error (&error);

  g_auto (GStrv) names = trio_resource_list ("no-such-folder", &error);
  g_assert_null (names);
  g_assert_error (error, G_RESOURCE_ERROR, G_RESOURCE_ERROR_NOT_FOUND);
}

static void
assert_moved (const char *path, const char *program, const char *expected)
{
  g_autofree char *moved = trio_install_move_path (path, program);

  g_assert_cmpstr (moved, ==, expected);
}

static void
test_install_moved (void)
{
  assert_moved (TRIO_PREFIX "/share/x", "/media/stick/" TRIO_BINDIR "/trio",
                "/media/stick/share/x");
  assert_moved (TRIO_PREFIX "/share/x", "/" TRIO_BINDIR "/trio", "/share/x");
  /* Where it was to be, in a build folder, and a path of something else. */
  assert_moved (TRIO_PREFIX "/share/x", TRIO_PREFIX "/" TRIO_BINDIR "/trio", NULL);
  assert_moved (TRIO_PREFIX "/share/x", "/home/ida/_build/src/cli/trio", NULL);
  assert_moved (TRIO_PREFIX "-other/x", "/media/stick/" TRIO_BINDIR "/trio", NULL);
}

static void
test_install_here (void)
{
  g_autofree char *path = trio_install_dup_path (TRIO_LOCALEDIR);

  g_assert_cmpstr (path, ==, TRIO_LOCALEDIR);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/base/error/domain", test_error_domain);
  g_test_add_func ("/base/install/here", test_install_here);
  g_test_add_func ("/base/install/moved", test_install_moved);
  g_test_add_func ("/base/resource/list", test_resource_list);
  g_test_add_func ("/base/resource/missing", test_resource_missing);

  return g_test_run ();
}
