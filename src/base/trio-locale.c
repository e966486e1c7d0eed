/* trio-locale.c: the language and letters of the user, once at the start of a program. */
#include "config.h"

#include "base/trio-locale.h"

#include <langinfo.h>
#include <libintl.h>
#include <locale.h>
#include <string.h>

/* What the user asks for messages, as setlocale() would look for it. */
static const char *
get_wish (void)
{
  static const char *const names[] = { "LC_ALL", "LC_MESSAGES", "LANG" };

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      const char *wish = g_getenv (names[i]);

      if (wish != NULL && *wish != '\0')
        return wish;
    }
  return NULL;
}

/* A locale that is asked for and not installed still says which language to speak. */
static void
keep_language (void)
{
  const char *wish = get_wish ();
  const char *language = g_getenv ("LANGUAGE");
  g_autofree char *name = NULL;

  if (wish == NULL || (language != NULL && *language != '\0'))
    return;
  name = g_strndup (wish, strcspn (wish, ".@"));
  if (!g_str_equal (name, "C") && !g_str_equal (name, "POSIX"))
    g_setenv ("LANGUAGE", name, TRUE);
}

/**
 * trio_locale_set_up:
 * @domain: domain of the translations
 * @folder: where they are installed
 *
 * Takes over the user's locale and the translations for it. Where the locale is not installed,
 * or is C, which has no letters beyond ASCII, C.UTF-8 serves: inputs are in Danish all the same.
 * Call it before any thread is started.
 */
void
trio_locale_set_up (const char *domain, const char *folder)
{
  if (setlocale (LC_ALL, "") == NULL)
    keep_language ();
  if (strstr (nl_langinfo (CODESET), "ANSI_X3.4") != NULL)
    setlocale (LC_ALL, "C.UTF-8");
  bindtextdomain (domain, folder);
  bind_textdomain_codeset (domain, "UTF-8");
  textdomain (domain);
}
