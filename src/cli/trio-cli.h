/* trio-cli.h: what the commands of `trio` share: options, opening, messages, JSON.
 *
 * Exit statuses: 0 fine, 1 a failure or findings, 2 wrong usage.
 */
#pragma once

#include <json-glib/json-glib.h>

#include "model/trio-commands.h"
#include "store/trio-store.h"

G_BEGIN_DECLS

#define TRIO_EXIT_OK     0
#define TRIO_EXIT_FAILED 1
#define TRIO_EXIT_USAGE  2

/**
 * TrioCliCommand:
 * @name: what the user types
 * @arguments: untranslated pattern of the arguments, for the help
 * @summary: what it does, one translatable line
 * @run: runs it; @argv[0] is the name of the command
 *
 * A command of `trio`.
 */
typedef struct
{
  const char *name;
  const char *arguments;
  const char *summary;
  int (*run) (int argc, char **argv);
} TrioCliCommand;

const TrioCliCommand *trio_cli_find_command (const char *name);

gboolean trio_cli_parse (const char *command,
                         const GOptionEntry *entries,
                         guint min_args,
                         guint max_args,
                         int *argc,
                         char ***argv,
                         int *status);
int trio_cli_usage (const char *format, ...) G_GNUC_PRINTF (1, 2);
int trio_cli_fail (const GError *error);
int trio_cli_fail_at (const char *path, const GError *error);
void trio_cli_warn (const char *message);

TrioStore *trio_cli_open (const char *path, TrioOpenFlags flags, int *status);
int trio_cli_close (TrioStore *store);
GBytes *trio_cli_read_input (const char *path, GError **error);

TrioId trio_cli_find_station (TrioModel *model, const char *text, GError **error);
void trio_cli_print_json (JsonBuilder *builder);
void trio_cli_json_object (JsonBuilder *builder, TrioModel *model, const TrioRecord *record);
char *trio_cli_dup_station_title (TrioModel *model, const TrioRecord *station);

int trio_cli_new (int argc, char **argv);
int trio_cli_info (int argc, char **argv);
int trio_cli_set (int argc, char **argv);
int trio_cli_import (int argc, char **argv);
int trio_cli_add (int argc, char **argv);
int trio_cli_cluster (int argc, char **argv);
int trio_cli_similar (int argc, char **argv);
int trio_cli_station_files (int argc, char **argv);
int trio_cli_summarise (int argc, char **argv);
int trio_cli_list (int argc, char **argv);
int trio_cli_export (int argc, char **argv);
int trio_cli_undo (int argc, char **argv);
int trio_cli_redo (int argc, char **argv);
int trio_cli_log (int argc, char **argv);
int trio_cli_check (int argc, char **argv);
int trio_cli_mask (int argc, char **argv);
int trio_cli_withhold (int argc, char **argv);
int trio_cli_sets (int argc, char **argv);
int trio_cli_documents (int argc, char **argv);
int trio_cli_sent (int argc, char **argv);
int trio_cli_templates (int argc, char **argv);
int trio_cli_topics (int argc, char **argv);

G_END_DECLS
