/* cmd-export.c: `trio export` makes a document of a workshop. */
#include "config.h"

#include <glib/gi18n.h>
#include <stdio.h>
#include <string.h>

#include "base/trio-date.h"
#include "base/trio-error.h"
#include "base/trio-save.h"
#include "cli/trio-cli-gate.h"
#include "document/trio-document.h"
#include "document/writers/trio-writer.h"

typedef struct
{
  char *kind;
  char *output;
  char *format;
  char *language;
  char *template_id;
  char *date;
  char *numbering;
  char **parameters;
  char **themes;
  char **reasons;
  gboolean group_by_cluster;
  gboolean by_votes;
  gboolean for_pasting;
  gboolean join_stacks;
  char *document;
  char *remember;
} Arguments;

static void
clear_arguments (Arguments *arguments)
{
  g_free (arguments->kind);
  g_free (arguments->output);
  g_free (arguments->format);
  g_free (arguments->language);
  g_free (arguments->template_id);
  g_free (arguments->date);
  g_free (arguments->numbering);
  g_free (arguments->document);
  g_free (arguments->remember);
  g_strfreev (arguments->parameters);
  g_strfreev (arguments->themes);
  g_strfreev (arguments->reasons);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Arguments, clear_arguments)

static gboolean
find_format (const Arguments *arguments, TrioFormat *format, GError **error)
{
  if (arguments->format != NULL)
    return trio_format_from_id (arguments->format, format, error);
  return trio_format_from_path (arguments->output, format, error);
}

static gboolean
set_dates (TrioBuildOptions *options, const char *date, GError **error)
{
  g_autoptr (GDateTime) now = g_date_time_new_now_local ();
  g_autoptr (GDateTime) utc = g_date_time_to_utc (now);
  g_autofree char *today = g_date_time_format (now, "%Y-%m-%d");
  g_autofree char *created = g_date_time_format_iso8601 (utc);

  if (date == NULL)
    {
      trio_build_options_set_document_date (options, today);
      trio_build_options_set_created (options, created);
      return TRUE;
    }
  if (!trio_date_is_valid (date))
    {
      g_set_error (error, TRIO_ERROR, TRIO_ERROR_INVALID,
                   _ ("“%s” is not a date. Write it as year-month-day, such as 2026-11-22."), date);
      return FALSE;
    }
  /* With the date given, the same command gives the same bytes on any day. */
  g_free (created);
  created = g_strconcat (date, "T00:00:00Z", NULL);
  trio_build_options_set_document_date (options, date);
  trio_build_options_set_created (options, created);
  return TRUE;
}

static gboolean
set_parameters (TrioBuildOptions *options,
                const TrioTemplateLibrary *library,
                const TrioTemplate *tmpl,
                char **parameters,
                GError **error)
{
  for (char **parameter = parameters; parameter != NULL && *parameter != NULL; parameter++)
    {
      const char *equals = strchr (*parameter, '=');
      g_autofree char *name = g_strndup (*parameter, equals != NULL ? equals - *parameter : 0);
      const TrioParam *param = equals != NULL ? trio_template_find_param (tmpl, name) : NULL;
      g_autofree char *path = NULL;

      if (param == NULL)
        {
          g_set_error (error, TRIO_ERROR, TRIO_ERROR_INVALID,
                       _ ("“%s” is not NAME=VALUE with a name that the template “%s” asks for."),
                       *parameter, trio_template_get_id (tmpl));
          return FALSE;
        }
      if (param->type == TRIO_PARAM_IMAGE && equals[1] != '\0')
        path = trio_document_dup_picture_path (library, equals + 1);
      trio_build_options_set_parameter (options, name, path != NULL ? path : equals + 1);
    }
  return TRUE;
}

/* The order of themes is given by their numbers in the workshop, from 1. */
static gboolean
set_theme_order (TrioBuildOptions *options, TrioSnapshot *snapshot, char **themes, GError **error)
{
  GPtrArray *all = trio_snapshot_get_all (snapshot, TRIO_KIND_THEME);

  for (char **theme = themes; theme != NULL && *theme != NULL; theme++)
    {
      guint64 number;

      if (!g_ascii_string_to_unsigned (*theme, 10, 1, all->len, &number, NULL))
        {
          g_set_error (error, TRIO_ERROR, TRIO_ERROR_INVALID,
                       _ ("There is no theme number “%s”. The workshop has %u themes."), *theme,
                       all->len);
          return FALSE;
        }
      trio_build_options_add_theme (options,
                                    ((TrioRecord *)g_ptr_array_index (all, number - 1))->id);
    }
  return TRUE;
}

/* What is given on the command line stands before what the document remembers. */
static TrioBuildOptions *
recall (Arguments *arguments, TrioSnapshot *snapshot, GError **error)
{
  const TrioRecord *document
      = arguments->document != NULL ? trio_document_find (snapshot, arguments->document) : NULL;

  if (arguments->document != NULL && document == NULL)
    {
      g_set_error (error, TRIO_ERROR, TRIO_ERROR_NOT_FOUND,
                   _ ("There is no document “%s”. “trio documents” lists them."),
                   arguments->document);
      return NULL;
    }
  if (document == NULL)
    return trio_build_options_new ();
  if (arguments->kind == NULL)
    arguments->kind = g_strdup (trio_record_get_text (document, TRIO_DOCUMENT_TYPE));
  if (arguments->template_id == NULL
      && *trio_record_get_text (document, TRIO_DOCUMENT_TEMPLATE) != '\0')
    arguments->template_id = g_strdup (trio_record_get_text (document, TRIO_DOCUMENT_TEMPLATE));
  if (arguments->language == NULL
      && *trio_record_get_text (document, TRIO_DOCUMENT_LANGUAGE) != '\0')
    arguments->language = g_strdup (trio_record_get_text (document, TRIO_DOCUMENT_LANGUAGE));
  return trio_build_options_new_for_document (snapshot, document);
}

static TrioDoc *
build (const char *path,
       TrioSnapshot *snapshot,
       const Arguments *arguments,
       TrioBuildOptions *options,
       GError **error)
{
  TrioDocumentSettings settings
      = { NULL, arguments->kind, arguments->template_id, arguments->language };
  g_autoptr (TrioTemplateLibrary) library = trio_template_library_new_for_file (path);
  g_autoptr (GPtrArray) remarks = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (TrioTemplate) tmpl
      = trio_document_choose_template (snapshot, library, &settings, NULL, error);
  TrioDoc *doc;

  if (tmpl == NULL || !set_dates (options, arguments->date, error)
      || !set_parameters (options, library, tmpl, arguments->parameters, error)
      || !set_theme_order (options, snapshot, arguments->themes, error))
    return NULL;
  if (arguments->numbering != NULL)
    trio_build_options_set_numbering (options, arguments->numbering);
  if (arguments->by_votes)
    trio_build_options_set_note_order (options, TRIO_NOTE_ORDER_VOTES);
  if (arguments->group_by_cluster)
    trio_build_options_set_group_by_cluster (options, TRUE);
  if (arguments->join_stacks)
    trio_build_options_set_join_stacks (options, TRUE);
  doc = trio_document_build (snapshot, library, &settings, options, remarks, error);
  for (guint i = 0; i < remarks->len; i++)
    trio_cli_warn (g_ptr_array_index (remarks, i));
  return doc;
}

/* What the clipboard would get, for scripts that feed a case system. */
static GBytes *
write_for_pasting (TrioDoc *doc, TrioFormat format)
{
  char *text
      = format == TRIO_FORMAT_HTML ? trio_writer_copy_html (doc) : trio_writer_copy_text (doc);

  return g_bytes_new_take (text, strlen (text));
}

static gboolean
write_output (TrioDoc *doc, const Arguments *arguments, GError **error)
{
  TrioFormat format;
  g_autoptr (GBytes) bytes = NULL;

  if (!find_format (arguments, &format, error))
    return FALSE;
  bytes = arguments->for_pasting ? write_for_pasting (doc, format)
                                 : trio_writer_write (format, doc, NULL, error);
  if (bytes == NULL)
    return FALSE;
  if (strcmp (arguments->output, "-") != 0)
    return trio_save_bytes (arguments->output, bytes, error);
  if (fwrite (g_bytes_get_data (bytes, NULL), 1, g_bytes_get_size (bytes), stdout)
          == g_bytes_get_size (bytes)
      && fflush (stdout) == 0)
    return TRUE;
  g_set_error_literal (error, TRIO_ERROR, TRIO_ERROR_IO, _ ("Standard output cannot be written."));
  return FALSE;
}

static gboolean
remember (TrioStore *store,
          const Arguments *arguments,
          const TrioBuildOptions *options,
          GError **error)
{
  TrioDocumentSettings settings
      = { arguments->remember, arguments->kind, arguments->template_id, arguments->language };

  return arguments->remember == NULL
         || trio_document_remember (trio_store_get_model (store), &settings, options, error) != 0;
}

static int export(const char *path, Arguments *arguments)
{
  gboolean writes = arguments->remember != NULL || arguments->reasons != NULL;
  TrioOpenFlags flags = writes ? TRIO_OPEN_DEFAULT : TRIO_OPEN_READ_ONLY;
  g_autoptr (TrioBuildOptions) options = NULL;
  g_autoptr (TrioStore) store = NULL;
  g_autoptr (TrioSnapshot) snapshot = NULL;
  g_autoptr (TrioDoc) doc = NULL;
  g_autoptr (GError) error = NULL;
  TrioFormat format;
  int status = TRIO_EXIT_OK;

  if (!find_format (arguments, &format, &error))
    return trio_cli_usage ("%s", error->message);
  if (arguments->for_pasting && format != TRIO_FORMAT_HTML && format != TRIO_FORMAT_TEXT)
    return trio_cli_usage (_ ("Only html and txt can be written for pasting, not %s."),
                           trio_format_get_id (format));
  store = trio_cli_open (path, flags, &status);
  if (store == NULL)
    return status;
  snapshot = trio_model_dup_snapshot (trio_store_get_model (store));
  options = recall (arguments, snapshot, &error);
  if (options == NULL)
    return trio_cli_fail (error);
  if (arguments->kind == NULL)
    arguments->kind = g_strdup ("notat");
  doc = build (path, snapshot, arguments, options, &error);
  if (doc == NULL
      || !trio_cli_gate_export (store, snapshot, doc, arguments->output, arguments->reasons, &error)
      || !write_output (doc, arguments, &error) || !remember (store, arguments, options, &error))
    return trio_cli_fail (error);
  return trio_cli_close (g_steal_pointer (&store));
}

/**
 * trio_cli_export:
 * @argc: count of @argv
 * @argv: "export" and its arguments
 *
 * Runs `trio export`.
 *
 * Returns: exit status
 */
int
trio_cli_export (int argc, char **argv)
{
  g_auto (Arguments) arguments = { NULL };
  int status = TRIO_EXIT_OK;
  GOptionEntry entries[] = {
    { "type", 't', 0, G_OPTION_ARG_STRING, &arguments.kind,
      N_ ("Type of document (notat unless told)"),
      "notat|dialogue|case|item|status|poster|typing-sheet" },
    { "output", 'o', 0, G_OPTION_ARG_FILENAME, &arguments.output,
      N_ ("Where to write; its ending decides the format"), N_ ("OUTPUT") },
    { "format", 0, 0, G_OPTION_ARG_STRING, &arguments.format,
      N_ ("The format, whatever the ending"), "docx|odt|pdf|html|md|txt|csv" },
    { "for-pasting", 0, 0, G_OPTION_ARG_NONE, &arguments.for_pasting,
      N_ ("Write what can be pasted into a case system (html or txt)"), NULL },
    { "lang", 0, 0, G_OPTION_ARG_STRING, &arguments.language, N_ ("Language of the document"),
      "da|en" },
    { "template", 0, 0, G_OPTION_ARG_STRING, &arguments.template_id, N_ ("Use this template"),
      N_ ("ID") },
    { "group-by-cluster", 0, 0, G_OPTION_ARG_NONE, &arguments.group_by_cluster,
      N_ ("Group the inputs by cluster"), NULL },
    { "by-votes", 0, 0, G_OPTION_ARG_NONE, &arguments.by_votes, N_ ("Inputs with most votes first"),
      NULL },
    { "join-stacks", 0, 0, G_OPTION_ARG_NONE, &arguments.join_stacks,
      N_ ("Inputs that lie in one stack once, with their number"), NULL },
    { "document", 0, 0, G_OPTION_ARG_STRING, &arguments.document,
      N_ ("Make this remembered document again"), N_ ("NAME") },
    { "remember", 0, 0, G_OPTION_ARG_STRING, &arguments.remember,
      N_ ("Remember in the workshop how the document is made"), N_ ("NAME") },
    { "date", 0, 0, G_OPTION_ARG_STRING, &arguments.date,
      N_ ("Date of the document (today unless told)"), N_ ("YYYY-MM-DD") },
    { "numbering", 0, 0, G_OPTION_ARG_STRING, &arguments.numbering, N_ ("How themes are numbered"),
      "1.|1)|none" },
    { "param", 'p', 0, G_OPTION_ARG_STRING_ARRAY, &arguments.parameters,
      N_ ("A value that the template asks for; repeat as needed"), N_ ("NAME=VALUE") },
    { "theme", 0, 0, G_OPTION_ARG_STRING_ARRAY, &arguments.themes,
      N_ ("Take this theme next; repeat for an order"), "N" },
    { "justify", 0, 0, G_OPTION_ARG_STRING_ARRAY, &arguments.reasons,
      N_ ("Why a finding of the checks may stay; repeat as needed"), N_ ("ID=REASON") },
    { NULL },
  };

  if (!trio_cli_parse ("export", entries, 1, 1, &argc, &argv, &status))
    return status;
  if (arguments.output == NULL)
    return trio_cli_usage (_ ("Say where to write: -o OUTPUT."));
  if (arguments.language != NULL && strcmp (arguments.language, "da") != 0
      && strcmp (arguments.language, "en") != 0)
    return trio_cli_usage (_ ("The language must be da or en, not “%s”."), arguments.language);
  return export(argv[1], &arguments);
}
