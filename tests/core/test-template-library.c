/* test-template-library.c: finding templates, extending them, and what serves for a broken one. */
#include "config.h"

#include <glib/gstdio.h>
#include <string.h>

#include "base/trio-error.h"
#include "base/trio-resource.h"
#include "base/trio-xml.h"
#include "document/trio-template-library.h"

static GPtrArray *
new_findings (void)
{
  return g_ptr_array_new_with_free_func ((GDestroyNotify)trio_xml_finding_free);
}

typedef struct
{
  char *root;
  char *project;
  char *user;
  char *system[2];
} Folders;

static void
set_up_folders (Folders *folders, gconstpointer data)
{
  folders->root = g_dir_make_tmp ("trio-templates-XXXXXX", NULL);
  folders->project = g_build_filename (folders->root, "project", NULL);
  folders->user = g_build_filename (folders->root, "user", NULL);
  folders->system[0] = g_build_filename (folders->root, "system", NULL);
  g_assert_cmpint (g_mkdir (folders->project, 0700), ==, 0);
  g_assert_cmpint (g_mkdir (folders->user, 0700), ==, 0);
  g_assert_cmpint (g_mkdir (folders->system[0], 0700), ==, 0);
}

static void
remove_folder (const char *path)
{
  g_autoptr (GDir) dir = g_dir_open (path, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *child = g_build_filename (path, name, NULL);

      g_assert_cmpint (g_unlink (child), ==, 0);
    }
  g_assert_cmpint (g_rmdir (path), ==, 0);
}

static void
tear_down_folders (Folders *folders, gconstpointer data)
{
  remove_folder (folders->project);
  remove_folder (folders->user);
  remove_folder (folders->system[0]);
  g_assert_cmpint (g_rmdir (folders->root), ==, 0);
  g_free (folders->project);
  g_free (folders->user);
  g_free (folders->system[0]);
  g_free (folders->root);
}

static void
put_file (const char *folder, const char *name, const char *text, gssize length)
{
  g_autofree char *path = g_build_filename (folder, name, NULL);
  g_autoptr (GError) error = NULL;

  g_file_set_contents (path, text, length, &error);
  g_assert_no_error (error);
}

static void
put_template (const char *folder,
              const char *file,
              const char *id,
              const char *name,
              const char *extends,
              const char *content)
{
  g_autofree char *base = extends != NULL ? g_strdup_printf ("extends=\"%s\"", extends) : NULL;
  g_autofree char *text = g_strdup_printf (
      "<template xmlns=\"urn:dk:trio:template:1\" id=\"%s\" version=\"2\" kind=\"%s\" "
      "xml:lang=\"da\" %s><name>%s</name>%s</template>",
      id, g_str_has_prefix (id, "brev") ? "letterhead" : "notat", base != NULL ? base : "", name,
      content);

  put_file (folder, file, text, -1);
}

static TrioTemplateLibrary *
open_library (const Folders *folders)
{
  return trio_template_library_new_for_folders (folders->project, folders->user,
                                                (const char *const *)folders->system);
}

#define BODY "<params/><body><title>A</title></body>"

static void
assert_found (const TrioTemplateLibrary *library,
              const char *id,
              const char *name,
              guint n_findings)
{
  g_autoptr (GPtrArray) findings = new_findings ();
  g_autoptr (GError) error = NULL;
  g_autoptr (TrioTemplate) tmpl
      = trio_template_library_find (library, id, "notat", "da", findings, &error);

  g_assert_no_error (error);
  g_assert_cmpstr (trio_template_get_name (tmpl), ==, name);
  g_assert_cmpuint (findings->len, ==, n_findings);
}

static void
assert_base (const TrioTemplateLibrary *library, const char *id, const char *name)
{
  g_autofree char *text = g_strdup_printf (
      "<template xmlns=\"urn:dk:trio:template:1\" id=\"nyt\" version=\"1\" kind=\"notat\" "
      "xml:lang=\"da\" extends=\"%s\"><name>N</name><params/><body/></template>",
      id);
  g_autoptr (GBytes) bytes = g_bytes_new (text, strlen (text));
  g_autoptr (GPtrArray) findings = new_findings ();
  g_autoptr (TrioTemplate) tmpl = trio_template_read (bytes, "nyt.xml", NULL, findings);
  g_autoptr (TrioTemplate) base = NULL;

  g_assert_nonnull (tmpl);
  base = trio_template_library_find_base (library, tmpl);
  g_assert_cmpstr (base != NULL ? trio_template_get_name (base) : NULL, ==, name);
}

static void
test_order (Folders *folders, gconstpointer data)
{
  g_autoptr (TrioTemplateLibrary) built_in = open_library (folders);
  g_autoptr (TrioTemplateLibrary) system = NULL;
  g_autoptr (TrioTemplateLibrary) user = NULL;
  g_autoptr (TrioTemplateLibrary) project = NULL;

  assert_found (built_in, NULL, "Notat med bilag", 0);
  assert_found (built_in, "notat-da", "Notat med bilag", 0);
  put_template (folders->system[0], "a.xml", "notat-da", "System", NULL, BODY);
  system = open_library (folders);
  assert_found (system, NULL, "System", 0);
  put_template (folders->user, "b.xml", "notat-da", "User", NULL, BODY);
  user = open_library (folders);
  assert_found (user, NULL, "User", 0);
  put_template (folders->project, "c.xml", "notat-da", "Project", NULL, BODY);
  put_template (folders->project, "d.xml", "andet", "Other", NULL, BODY);
  project = open_library (folders);
  assert_found (project, NULL, "Project", 0);
  assert_found (project, "andet", "Other", 0);
}

static void
test_broken (Folders *folders, gconstpointer data)
{
  g_autoptr (TrioTemplateLibrary) library = NULL;
  const GPtrArray *entries;
  const TrioTemplateEntry *first;

  put_template (folders->project, "a.xml", "notat-da", "Broken", NULL,
                "<params/><body><title>{tema_count}</title></body>");
  put_file (folders->project, "kommune.xml", "<template", -1);
  library = open_library (folders);

  assert_found (library, NULL, "Notat med bilag", 1);
  assert_found (library, "kommune", "Notat med bilag", 1);

  put_template (folders->user, "a.xml", "notat-da", "User", NULL, BODY);
  g_clear_pointer (&library, trio_template_library_free);
  library = open_library (folders);
  assert_found (library, NULL, "User", 1);

  entries = trio_template_library_get_entries (library);
  first = entries->pdata[0];
  g_assert_cmpint (first->place, ==, TRIO_TEMPLATE_PROJECT);
  g_assert_null (first->tmpl);
  g_assert_cmpuint (first->findings->len, ==, 1);
  g_assert_nonnull (
      strstr (((const TrioXmlFinding *)first->findings->pdata[0])->message, "theme_count"));
}

static void
test_unknown (Folders *folders, gconstpointer data)
{
  g_autoptr (TrioTemplateLibrary) library = open_library (folders);
  g_autoptr (GError) error = NULL;
  g_autoptr (TrioTemplate) tmpl = NULL;

  tmpl = trio_template_library_find (library, "notat-dk", "notat", NULL, NULL, &error);
  g_assert_error (error, TRIO_ERROR, TRIO_ERROR_NOT_FOUND);
  g_assert_nonnull (strstr (error->message, "“notat-da”"));
  g_clear_error (&error);

  tmpl = trio_template_library_find (library, "notat-da", "notat", "en", NULL, &error);
  g_assert_error (error, TRIO_ERROR, TRIO_ERROR_INVALID);
  g_clear_error (&error);

  tmpl = trio_template_library_find (library, "notat-da", "case", "da", NULL, &error);
  g_assert_error (error, TRIO_ERROR, TRIO_ERROR_INVALID);
  g_clear_error (&error);

  tmpl = trio_template_library_find (library, NULL, "free", "da", NULL, &error);
  g_assert_error (error, TRIO_ERROR, TRIO_ERROR_NOT_FOUND);
  g_clear_error (&error);

  tmpl = trio_template_library_find (library, NULL, "notat", "en", NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (trio_template_get_lang (tmpl), ==, "en");
}

/* A municipality changes its letterhead in one file. */
static void
test_extends (Folders *folders, gconstpointer data)
{
  g_autoptr (TrioTemplateLibrary) library = NULL;
  g_autoptr (TrioTemplate) tmpl = NULL;
  g_autoptr (GError) error = NULL;

  put_template (folders->user, "brev.xml", "brevhoved", "Brevhoved", NULL,
                "<letterhead><organisation>{by}</organisation></letterhead>"
                "<params><param name=\"by\" type=\"text\" label=\"By\"/></params><body/>");
  put_template (folders->user, "eget.xml", "notat-da", "Eget", "notat-da",
                "<letterhead><footer>{page}</footer></letterhead>"
                "<params><param name=\"sender\" type=\"text\" label=\"Kontor\"/></params><body/>");
  put_template (folders->user, "nyt.xml", "nyt", "Nyt", "brevhoved",
                "<params/><body><p omit-empty=\"yes\">{by}</p></body>");
  put_template (folders->user, "rundt-a.xml", "rundt-a", "A", "rundt-b", "<params/><body/>");
  put_template (folders->user, "rundt-b.xml", "rundt-b", "B", "rundt-a", "<params/><body/>");
  put_template (folders->user, "uden.xml", "uden", "Uden", "findes-ikke", "<params/><body/>");
  library = open_library (folders);

  assert_found (library, NULL, "Eget", 0);
  assert_found (library, "nyt", "Nyt", 0);
  assert_found (library, "rundt-a", "Notat med bilag", 1);
  assert_found (library, "rundt-b", "Notat med bilag", 1);
  assert_found (library, "uden", "Notat med bilag", 1);
  assert_base (library, "brevhoved", "Brevhoved");
  assert_base (library, "findes-ikke", NULL);

  tmpl = trio_template_library_find (library, NULL, "notat", "da", NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (trio_template_find_param (tmpl, "sender")->label, ==, "Kontor");
  g_assert_cmpstr (trio_template_find_param (tmpl, "series")->label, ==, "Fælles titel");
}

static void
test_extends_other_language (Folders *folders, gconstpointer data)
{
  g_autoptr (TrioTemplateLibrary) library = NULL;

  put_template (folders->user, "a.xml", "eget", "Eget", "notat-en", "<params/><body/>");
  library = open_library (folders);
  assert_found (library, "eget", "Notat med bilag", 1);
}

static void
test_logo (Folders *folders, gconstpointer data)
{
  static const char png[] = "\211PNG\r\n\032\n and so on";
  g_autoptr (TrioTemplateLibrary) library = NULL;
#define LOGO(href)                 \
  "<letterhead><logo href=\"" href \
  "\" alt=\"Logo\" width=\"3.5cm\" place=\"top-right\"/></letterhead>"

  put_file (folders->user, "logo.png", png, sizeof png - 1);
  put_file (folders->user, "tekst.png", "tekst", -1);
  put_template (folders->user, "a.xml", "med", "Med", NULL, LOGO ("logo.png") BODY);
  put_template (folders->user, "b.xml", "uden", "Uden", NULL, LOGO ("mangler.png") BODY);
  put_template (folders->user, "c.xml", "forkert", "Forkert", NULL, LOGO ("tekst.png") BODY);
  put_template (folders->user, "d.xml", "ude", "Ude", NULL, LOGO ("../user/logo.png") BODY);
  library = open_library (folders);

  assert_found (library, "med", "Med", 0);
  assert_found (library, "uden", "Notat med bilag", 1);
  assert_found (library, "forkert", "Notat med bilag", 1);
  assert_found (library, "ude", "Notat med bilag", 1);
}

/* The program does not ask the schema about its own templates; here it is asked. */
static void
test_built_in_shape (void)
{
  g_auto (GStrv) names = trio_resource_list ("templates", NULL);

  g_assert_cmpuint (g_strv_length (names), >=, 2);
  for (char **name = names; *name != NULL; name++)
    {
      g_autofree char *path = g_strconcat ("templates/", *name, NULL);
      g_autoptr (GBytes) bytes = trio_resource_lookup (path, NULL);
      g_autoptr (GPtrArray) findings
          = g_ptr_array_new_with_free_func ((GDestroyNotify)trio_xml_finding_free);
      g_autoptr (TrioTemplate) tmpl = trio_template_read (bytes, *name, NULL, findings);

      for (guint i = 0; i < findings->len; i++)
        {
          g_autofree char *text = trio_xml_finding_to_string (findings->pdata[i]);

          g_test_message ("%s", text);
        }
      g_assert_nonnull (tmpl);
    }
}

static void
test_built_in_sound (void)
{
  g_autoptr (TrioTemplateLibrary) library
      = trio_template_library_new_for_folders (NULL, NULL, NULL);
  const GPtrArray *entries = trio_template_library_get_entries (library);

  g_assert_cmpuint (entries->len, >=, 2);
  for (guint i = 0; i < entries->len; i++)
    {
      const TrioTemplateEntry *entry = entries->pdata[i];

      for (guint j = 0; j < entry->findings->len; j++)
        {
          g_autofree char *text = trio_xml_finding_to_string (entry->findings->pdata[j]);

          g_test_message ("%s", text);
        }
      g_assert_nonnull (entry->tmpl);
      g_assert_false (entry->is_hidden);
      g_assert_cmpint (entry->place, ==, TRIO_TEMPLATE_BUILT_IN);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/template-library/built-in-shape", test_built_in_shape);
  g_test_add_func ("/template-library/built-in", test_built_in_sound);
#define ADD(path, func) g_test_add (path, Folders, NULL, set_up_folders, func, tear_down_folders)
  ADD ("/template-library/order", test_order);
  ADD ("/template-library/broken", test_broken);
  ADD ("/template-library/unknown", test_unknown);
  ADD ("/template-library/extends", test_extends);
  ADD ("/template-library/extends-other-language", test_extends_other_language);
  ADD ("/template-library/logo", test_logo);
  return g_test_run ();
}
