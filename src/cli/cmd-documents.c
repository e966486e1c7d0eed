/* cmd-documents.c: `trio documents` and `trio sent`: what was made, sent, and changed since. */
#include "config.h"

#include <glib/gi18n.h>
#include <string.h>

#include "base/trio-date.h"
#include "base/trio-error.h"
#include "cli/trio-cli.h"
#include "document/trio-document.h"

typedef struct
{
  char *recipients;
  char *date;
} Arguments;

static void
clear_arguments (Arguments *arguments)
{
  g_free (arguments->recipients);
  g_free (arguments->date);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Arguments, clear_arguments)

static const char *
name_state (TrioDocumentState state)
{
  switch (state)
    {
    case TRIO_DOCUMENT_STATE_SENT:
      return "sent";
    case TRIO_DOCUMENT_STATE_CHANGED:
      return "changed";
    case TRIO_DOCUMENT_STATE_UNSENT:
      break;
    }
  return "unsent";
}

static void
print_document (const TrioRecord *document, TrioDocumentState state)
{
  const char *title = trio_record_get_text (document, TRIO_DOCUMENT_TITLE);
  const char *type = trio_record_get_text (document, TRIO_DOCUMENT_TYPE);
  const char *date = trio_record_get_text (document, TRIO_DOCUMENT_SENT);
  g_autofree char *recipients
      = g_strdelimit (g_strdup (trio_record_get_text (document, TRIO_DOCUMENT_RECIPIENTS)), "\n",
                      ' ');

  if (state == TRIO_DOCUMENT_STATE_UNSENT)
    g_print (_ ("%s (%s): not sent\n"), title, type);
  else if (state == TRIO_DOCUMENT_STATE_SENT)
    /* Translators: title, type, date, recipients of a document. */
    g_print (_ ("%s (%s): sent %s to %s\n"), title, type, date, recipients);
  else
    /* Translators: title, type, date, recipients of a document. */
    g_print (_ ("%s (%s): sent %s to %s, changed since it was sent\n"), title, type, date,
             recipients);
}

static void
add_member (JsonBuilder *builder, const char *name, const char *value)
{
  json_builder_set_member_name (builder, name);
  json_builder_add_string_value (builder, value);
}

static void
add_document (JsonBuilder *builder, const TrioRecord *document, TrioDocumentState state)
{
  g_autofree char *id = trio_uuid_to_text (&document->uuid);

  json_builder_begin_object (builder);
  add_member (builder, "id", id);
  add_member (builder, "title", trio_record_get_text (document, TRIO_DOCUMENT_TITLE));
  add_member (builder, "type", trio_record_get_text (document, TRIO_DOCUMENT_TYPE));
  add_member (builder, "state", name_state (state));
  add_member (builder, "sent", trio_record_get_text (document, TRIO_DOCUMENT_SENT));
  add_member (builder, "recipients", trio_record_get_text (document, TRIO_DOCUMENT_RECIPIENTS));
  json_builder_end_object (builder);
}

static gboolean
list_documents (TrioStore *store, const char *path, gboolean as_json, GError **error)
{
  g_autoptr (TrioTemplateLibrary) library = trio_template_library_new_for_file (path);
  g_autoptr (TrioSnapshot) snapshot = trio_model_dup_snapshot (trio_store_get_model (store));
  g_autoptr (JsonBuilder) builder = json_builder_new ();
  GPtrArray *all = trio_snapshot_get_all (snapshot, TRIO_KIND_DOCUMENT);

  json_builder_begin_array (builder);
  for (guint i = 0; i < all->len; i++)
    {
      const TrioRecord *document = g_ptr_array_index (all, i);
      TrioDocumentState state;

      if (!trio_document_get_state (snapshot, document, library, &state, error))
        return FALSE;
      if (as_json)
        add_document (builder, document, state);
      else
        print_document (document, state);
    }
  json_builder_end_array (builder);
  if (as_json)
    trio_cli_print_json (builder);
  return TRUE;
}

static gboolean
mark_sent (TrioStore *store,
           const char *path,
           const char *name,
           const Arguments *arguments,
           GError **error)
{
  g_autoptr (TrioTemplateLibrary) library = trio_template_library_new_for_file (path);
  TrioModel *model = trio_store_get_model (store);
  g_autoptr (TrioSnapshot) snapshot = trio_model_dup_snapshot (model);
  const TrioRecord *document = trio_document_find (snapshot, name);
  g_autoptr (GDateTime) now = g_date_time_new_now_local ();
  g_autofree char *today = g_date_time_format (now, "%Y-%m-%d");

  if (document == NULL)
    {
      g_set_error (error, TRIO_ERROR, TRIO_ERROR_NOT_FOUND,
                   _ ("There is no document “%s”. “trio documents” lists them."), name);
      return FALSE;
    }
  return trio_document_mark_sent (model, document->id, library, arguments->recipients,
                                  arguments->date != NULL ? arguments->date : today, error);
}

/**
 * trio_cli_documents:
 * @argc: count of @argv
 * @argv: "documents" and its arguments
 *
 * Runs `trio documents`.
 *
 * Returns: exit status
 */
int
trio_cli_documents (int argc, char **argv)
{
  g_autoptr (TrioStore) store = NULL;
  g_autoptr (GError) error = NULL;
  gboolean as_json = FALSE;
  int status = TRIO_EXIT_OK;
  GOptionEntry entries[] = {
    { "json", 0, 0, G_OPTION_ARG_NONE, &as_json, N_ ("Print JSON"), NULL },
    { NULL },
  };

  if (!trio_cli_parse ("documents", entries, 1, 1, &argc, &argv, &status))
    return status;
  store = trio_cli_open (argv[1], TRIO_OPEN_READ_ONLY, &status);
  if (store == NULL)
    return status;
  if (!list_documents (store, argv[1], as_json, &error))
    return trio_cli_fail (error);
  return trio_cli_close (g_steal_pointer (&store));
}

/**
 * trio_cli_sent:
 * @argc: count of @argv
 * @argv: "sent" and its arguments
 *
 * Runs `trio sent`.
 *
 * Returns: exit status
 */
int
trio_cli_sent (int argc, char **argv)
{
  g_auto (Arguments) arguments = { NULL };
  g_autoptr (TrioStore) store = NULL;
  g_autoptr (GError) error = NULL;
  int status = TRIO_EXIT_OK;
  GOptionEntry entries[] = {
    { "to", 0, 0, G_OPTION_ARG_STRING, &arguments.recipients, N_ ("To whom it was sent"),
      N_ ("RECIPIENTS") },
    { "date", 0, 0, G_OPTION_ARG_STRING, &arguments.date, N_ ("When (today unless told)"),
      N_ ("YYYY-MM-DD") },
    { NULL },
  };

  if (!trio_cli_parse ("sent", entries, 2, 2, &argc, &argv, &status))
    return status;
  if (arguments.recipients == NULL)
    return trio_cli_usage (_ ("Say to whom it was sent: --to RECIPIENTS."));
  store = trio_cli_open (argv[1], TRIO_OPEN_DEFAULT, &status);
  if (store == NULL)
    return status;
  if (!mark_sent (store, argv[1], argv[2], &arguments, &error))
    return trio_cli_fail (error);
  return trio_cli_close (g_steal_pointer (&store));
}
