/* trio-labels.c: counts, dates and places in the words of the interface. */
#include "config.h"

#include "app/trio-labels.h"

#include <string.h>

#include <glib/gi18n.h>

#include "base/trio-date.h"

/**
 * trio_ui_language:
 *
 * Returns: (transfer none): "da" or "en", the language that the interface is shown in
 */
const char *
trio_ui_language (void)
{
  /* Translators: translate as "da" into Danish; leave as "en" otherwise. It decides how dates
   * are written. */
  const char *code = C_ ("language of the interface", "en");

  return g_str_equal (code, "da") ? "da" : "en";
}

/**
 * trio_label_date:
 * @iso: (nullable): an ISO 8601 date
 *
 * Returns: (transfer full): the date in words, or "" when there is none
 */
char *
trio_label_date (const char *iso)
{
  if (iso == NULL || !trio_date_is_valid (iso))
    return g_strdup ("");
  return trio_date_format_long (iso, trio_ui_language ());
}

/**
 * trio_label_severity:
 * @severity: how bad something is that the checks found
 *
 * Returns: (transfer none): that in a word or two
 */
const char *
trio_label_severity (TrioSeverity severity)
{
  static const char *const words[] = { NC_ ("severity", "Remark"), NC_ ("severity", "Warning"),
                                       NC_ ("severity", "Stops the export") };

  return g_dpgettext2 (NULL, "severity", words[severity]);
}

/**
 * trio_label_n_notes:
 * @n: how many
 *
 * Returns: (transfer full): "1 input", "7 inputs"
 */
char *
trio_label_n_notes (guint n)
{
  return g_strdup_printf (ngettext ("%u input", "%u inputs", n), n);
}

/**
 * trio_label_folder:
 * @path: a file
 *
 * Returns: (transfer full): the folder that holds it, with "~" for the home folder
 */
char *
trio_label_folder (const char *path)
{
  g_autofree char *folder = g_path_get_dirname (path);
  g_autofree char *name = g_filename_display_name (folder);
  const char *home = g_get_home_dir ();
  gsize length = strlen (home);

  if (length > 1 && g_str_has_prefix (name, home) && (name[length] == '/' || name[length] == '\0'))
    return g_strconcat ("~", name[length] == '/' ? name + length : "/", NULL);
  return g_steal_pointer (&name);
}

/**
 * trio_suggest_file_name:
 * @title: title of a workshop
 * @date: (nullable): its date, ISO 8601
 *
 * Makes a file name that every file system takes.
 *
 * Returns: (transfer full): the name with the extension ".trio"
 */
char *
trio_suggest_file_name (const char *title, const char *date)
{
  g_autoptr (GString) name = g_string_new (NULL);

  if (date != NULL && *date != '\0')
    g_string_append_printf (name, "%s ", date);
  for (const char *p = title; *p != '\0' && name->len < 120; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      /* Names that a Windows share refuses are not offered either. */
      if (c < 32 || (c < 128 && strchr ("/\\:*?\"<>|", (int)c) != NULL))
        c = '-';
      g_string_append_unichar (name, c);
    }
  g_strstrip (name->str);
  name->len = strlen (name->str);
  while (name->len > 0 && name->str[name->len - 1] == '.')
    g_string_truncate (name, name->len - 1);
  if (name->len == 0)
    g_string_append (name, _ ("Workshop"));
  g_string_append (name, ".trio");
  return g_string_free (g_steal_pointer (&name), FALSE);
}

/**
 * trio_suggest_path:
 * @folder: a folder
 * @name: a file name with an extension
 *
 * Returns: (transfer full): the path of @name in @folder, with a number added to the name when
 *   something with that name is there already
 */
char *
trio_suggest_path (const char *folder, const char *name)
{
  const char *dot = strrchr (name, '.');
  gsize stem = dot != NULL ? (gsize)(dot - name) : strlen (name);

  for (guint i = 1;; i++)
    {
      g_autofree char *candidate
          = i == 1 ? g_strdup (name)
                   : g_strdup_printf ("%.*s %u%s", (int)stem, name, i, name + stem);
      g_autofree char *path = g_build_filename (folder, candidate, NULL);

      if (!g_file_test (path, G_FILE_TEST_EXISTS) || i == 1000)
        return g_steal_pointer (&path);
    }
}

/**
 * trio_colour_class:
 * @colour: a #TrioColour
 *
 * Returns: (transfer none): the style class of the colour
 */
const char *
trio_colour_class (gint64 colour)
{
  static const char *const classes[] = { "trio-yellow", "trio-orange", "trio-red",   "trio-purple",
                                         "trio-blue",   "trio-teal",   "trio-green", "trio-grey" };

  if (colour < 0 || colour >= (gint64)G_N_ELEMENTS (classes))
    return classes[TRIO_COLOUR_GREY];
  return classes[colour];
}
