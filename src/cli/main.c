/* main.c: `trio`, the workshop on the command line. */
#include "config.h"

#include <glib/gi18n.h>
#include <string.h>

#include "base/trio-install.h"
#include "base/trio-locale.h"
#include "cli/trio-cli.h"

static const TrioCliCommand commands[] = {
  { "new", "FILE", N_ ("Make a new workshop file"), trio_cli_new },
  { "info", "FILE", N_ ("Say what a workshop file holds"), trio_cli_info },
  { "station-files", "FILE FOLDER", N_ ("Make one file for each station, for several laptops"),
    trio_cli_station_files },
  { "set", "FILE KEY=VALUE…", N_ ("Change the description of the workshop"), trio_cli_set },
  { "import", "FILE INPUT…", N_ ("Add inputs from text or CSV files"), trio_cli_import },
  { "add", "FILE --station N TEXT…", N_ ("Add inputs and wait until they are on disk"),
    trio_cli_add },
  { "list", "FILE", N_ ("List the inputs"), trio_cli_list },
  { "cluster", "FILE | --text FILE", N_ ("Propose clusters of inputs that belong together"),
    trio_cli_cluster },
  { "similar", "FILE [TEXT]", N_ ("Find inputs like a text, or like each other"),
    trio_cli_similar },
  { "topics", "FILE…", N_ ("List what comes up again on several stations"), trio_cli_topics },
  { "summarise", "FILE", N_ ("Draft summaries of the themes"), trio_cli_summarise },
  { "export", "FILE -o OUTPUT", N_ ("Make a document"), trio_cli_export },
  { "documents", "FILE",
    N_ ("List the remembered documents, and what changed since they were sent"),
    trio_cli_documents },
  { "sent", "FILE NAME --to RECIPIENTS", N_ ("Mark a remembered document as sent"), trio_cli_sent },
  { "undo", "FILE", N_ ("Undo the newest step"), trio_cli_undo },
  { "redo", "FILE", N_ ("Redo the step that was undone last"), trio_cli_redo },
  { "log", "FILE", N_ ("List the steps that were done"), trio_cli_log },
  { "check", "FILE", N_ ("Check a workshop file and what would leave with its note"),
    trio_cli_check },
  { "mask", "FILE FINDING…", N_ ("Mask personal data for good"), trio_cli_mask },
  { "withhold", "FILE INPUT… --reason REASON", N_ ("Keep inputs out of every document"),
    trio_cli_withhold },
  { "sets", "", N_ ("List the theme sets"), trio_cli_sets },
  { "templates", "[check FILE]", N_ ("List the document templates, or check one"),
    trio_cli_templates },
};

/**
 * trio_cli_find_command:
 * @name: what the user typed
 *
 * Returns: (transfer none) (nullable): the command of that name
 */
const TrioCliCommand *
trio_cli_find_command (const char *name)
{
  for (guint i = 0; i < G_N_ELEMENTS (commands); i++)
    if (strcmp (commands[i].name, name) == 0)
      return &commands[i];
  return NULL;
}

static void
print_help (void)
{
  g_print ("%s\n  trio %s\n\n%s\n", _ ("Usage:"), _ ("COMMAND [OPTION…] FILE …"), _ ("Commands:"));
  for (guint i = 0; i < G_N_ELEMENTS (commands); i++)
    g_print ("  %-10s %s\n", commands[i].name, _ (commands[i].summary));
  g_print ("\n%s\n", _ ("“trio COMMAND --help” tells more about a command."));
}

static void
set_up_language (void)
{
  const char *chosen = g_getenv ("TRIO_LOCALEDIR");
  g_autofree char *installed = trio_install_dup_path (TRIO_LOCALEDIR);

  trio_locale_set_up (GETTEXT_PACKAGE, chosen != NULL ? chosen : installed);
}

int
main (int argc, char **argv)
{
  const TrioCliCommand *command;

  set_up_language ();
  g_set_prgname ("trio");
  if (argc < 2)
    {
      print_help ();
      return TRIO_EXIT_USAGE;
    }
  if (strcmp (argv[1], "--help") == 0 || strcmp (argv[1], "-h") == 0
      || strcmp (argv[1], "help") == 0)
    {
      print_help ();
      return TRIO_EXIT_OK;
    }
  if (strcmp (argv[1], "--version") == 0)
    {
      g_print ("trio %s\n", TRIO_VERSION);
      return TRIO_EXIT_OK;
    }
  command = trio_cli_find_command (argv[1]);
  if (command == NULL)
    return trio_cli_usage (_ ("There is no command “%s”. “trio --help” lists the commands."),
                           argv[1]);
  return command->run (argc - 1, argv + 1);
}
