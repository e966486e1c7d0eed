/* main.c: the entry of the program with the window. */
#include "config.h"

#include "app/trio-app.h"
#include "app/trio-application.h"
#include "app/trio-bench-start.h"
#include "app/trio-settings.h"
#include "app/trio-startup.h"

static char *
dup_language (void)
{
  g_autoptr (GSettings) settings = trio_settings_dup ();

  return settings != NULL ? g_settings_get_string (settings, "language") : NULL;
}

static gboolean
asks_for_help (char **argv)
{
  for (char **argument = argv + 1; *argument != NULL; argument++)
    if (g_str_has_prefix (*argument, "--help") || g_str_equal (*argument, "-h"))
      return TRUE;
  return FALSE;
}

int
main (int argc, char **argv)
{
  g_autoptr (TrioApplication) application = NULL;
  g_autofree char *system_language = g_strdup (g_getenv ("LANGUAGE"));
  g_autofree char *language = NULL;
  g_auto (GStrv) files = NULL;
  int status;

  trio_bench_start_mark ();
  trio_startup_choose_renderer ("/dev/dri");
  language = dup_language ();
  trio_startup_init_locale (language);
  /* The accessible application and the window class are named after it, the usage is not. */
  g_set_prgname (asks_for_help (argv) ? "trio-stations" : TRIO_APP_ID);
  trio_app_init ();

  application = trio_application_new (G_APPLICATION_DEFAULT_FLAGS);
  status = g_application_run (G_APPLICATION (application), argc, argv);
  files = trio_application_steal_restart (application);
  if (files != NULL)
    trio_startup_restart ((const char *const *)files, system_language);
  return status;
}
