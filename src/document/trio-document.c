/* trio-document.c: the documents that a workshop remembers.
 *
 * Nothing of a document's text is kept, only how to make it, and the digest of what it said
 * when it was sent. Titles and directions stand once, with the theme.
 */
#include "config.h"

#include "document/trio-document.h"

#include <string.h>

#include <glib/gi18n-lib.h>

#include "base/trio-date.h"
#include "base/trio-error.h"
#include "document/trio-builder.h"
#include "model/trio-edit.h"

#define GROUPING_CLUSTER "cluster"
#define RECIPIENT_PARAM  "recipient"

/* The themes as the record has them: UUIDs, one a line. */
static char *
dup_theme_order (TrioSnapshot *snapshot, const TrioBuildOptions *options)
{
  const GArray *themes = trio_build_options_get_themes (options);
  GString *out = g_string_new (NULL);

  for (guint i = 0; i < themes->len; i++)
    {
      const TrioRecord *theme = trio_snapshot_get (snapshot, g_array_index (themes, TrioId, i));
      g_autofree char *uuid = theme != NULL ? trio_uuid_to_text (&theme->uuid) : NULL;

      if (uuid != NULL)
        g_string_append_printf (out, "%s%s", out->len > 0 ? "\n" : "", uuid);
    }
  return g_string_free (out, FALSE);
}

/* What is empty is not set, so that a document has the same record however it was made. */
static void
set_text (TrioEdit *edit, TrioId document, guint field, const char *text)
{
  const char *value = text != NULL ? text : "";
  const TrioRecord *record = trio_edit_get (edit, document);

  if (record == NULL || !g_str_equal (trio_record_get_text (record, field), value))
    trio_edit_set_text (edit, document, field, value);
}

static TrioId
find_or_create (TrioEdit *edit, TrioSnapshot *snapshot, const TrioDocumentSettings *settings)
{
  const TrioRecord *record = trio_document_find (snapshot, settings->title);
  TrioId document;

  if (record != NULL)
    return record->id;
  document = trio_edit_create (edit, TRIO_KIND_DOCUMENT);
  trio_edit_set_text (edit, document, TRIO_DOCUMENT_TITLE, settings->title);
  trio_edit_place_last (edit, document, TRIO_NO_FIELD, 0);
  return document;
}

/**
 * trio_document_find:
 * @snapshot: a workshop
 * @title: what a document is called
 *
 * Returns: (transfer none) (nullable): the document of that title, whatever its capitals
 */
const TrioRecord *
trio_document_find (TrioSnapshot *snapshot, const char *title)
{
  GPtrArray *all;
  g_autofree char *folded = NULL;

  g_return_val_if_fail (snapshot != NULL && title != NULL, NULL);

  all = trio_snapshot_get_all (snapshot, TRIO_KIND_DOCUMENT);
  folded = g_utf8_casefold (title, -1);
  for (guint i = 0; i < all->len; i++)
    {
      g_autofree char *other
          = g_utf8_casefold (trio_record_get_text (all->pdata[i], TRIO_DOCUMENT_TITLE), -1);

      if (g_str_equal (folded, other))
        return all->pdata[i];
    }
  return NULL;
}

/**
 * trio_document_digest:
 * @snapshot: a workshop
 * @document: one of its documents
 * @library: the templates that are there
 * @error: return location for an error
 *
 * Makes the document without its date and recipients and takes trio_doc_digest() of it. A
 * picture that cannot be read any more is left out, so that the document counts as changed.
 *
 * Returns: (transfer full) (nullable): 64 hexadecimal digits
 */
char *
trio_document_digest (TrioSnapshot *snapshot,
                      const TrioRecord *document,
                      const TrioTemplateLibrary *library,
                      GError **error)
{
  g_autoptr (TrioTemplate) tmpl = NULL;
  g_autoptr (TrioBuildOptions) options = NULL;
  g_autoptr (TrioDoc) doc = NULL;
  TrioDocumentSettings settings = { 0 };

  g_return_val_if_fail (snapshot != NULL && document != NULL && library != NULL, NULL);

  settings.type = trio_record_get_text (document, TRIO_DOCUMENT_TYPE);
  settings.template_id = trio_record_get_text (document, TRIO_DOCUMENT_TEMPLATE);
  settings.language = trio_record_get_text (document, TRIO_DOCUMENT_LANGUAGE);
  tmpl = trio_document_choose_template (snapshot, library, &settings, NULL, error);
  if (tmpl == NULL)
    return NULL;
  options = trio_build_options_new_for_document (snapshot, document);
  trio_build_options_set_parameter (options, RECIPIENT_PARAM, "");
  trio_document_load_pictures (library, tmpl, options, NULL);
  doc = trio_builder_build (snapshot, tmpl, options, error);
  return doc != NULL ? trio_doc_digest (doc) : NULL;
}

/**
 * trio_document_get_state:
 * @snapshot: a workshop
 * @document: one of its documents
 * @library: the templates that are there
 * @state: (out): how it stands to what was sent
 * @error: return location for an error
 *
 * Returns: whether that can be told
 */
gboolean
trio_document_get_state (TrioSnapshot *snapshot,
                         const TrioRecord *document,
                         const TrioTemplateLibrary *library,
                         TrioDocumentState *state,
                         GError **error)
{
  g_autofree char *digest = NULL;

  g_return_val_if_fail (snapshot != NULL && document != NULL && state != NULL, FALSE);

  *state = TRIO_DOCUMENT_STATE_UNSENT;
  if (*trio_record_get_text (document, TRIO_DOCUMENT_SENT) == '\0')
    return TRUE;
  digest = trio_document_digest (snapshot, document, library, error);
  if (digest == NULL)
    return FALSE;
  *state = g_str_equal (digest, trio_record_get_text (document, TRIO_DOCUMENT_SENT_DIGEST))
               ? TRIO_DOCUMENT_STATE_SENT
               : TRIO_DOCUMENT_STATE_CHANGED;
  return TRUE;
}

/**
 * trio_document_remember:
 * @model: a workshop
 * @settings: title, type, template and language
 * @options: order of themes, numbering and parameters
 * @error: return location for an error
 *
 * Keeps how a document is made, as one step. The document of that title takes it over; if
 * there is none, it is added.
 *
 * Returns: number of the document, or 0
 */
TrioId
trio_document_remember (TrioModel *model,
                        const TrioDocumentSettings *settings,
                        const TrioBuildOptions *options,
                        GError **error)
{
  g_autoptr (TrioSnapshot) snapshot = NULL;
  g_autoptr (TrioEdit) edit = NULL;
  g_autofree char *order = NULL;
  g_autofree char *parameters = NULL;
  const char *grouped;
  TrioId document;

  g_return_val_if_fail (model != NULL && settings != NULL && options != NULL, 0);

  snapshot = trio_model_dup_snapshot (model);
  edit = trio_edit_new (model, "edit-document");
  order = dup_theme_order (snapshot, options);
  parameters = trio_build_options_dup_parameters (options);
  grouped = trio_build_options_get_parameter (options, "group_by_cluster");
  document = find_or_create (edit, snapshot, settings);
  set_text (edit, document, TRIO_DOCUMENT_TYPE, settings->type);
  set_text (edit, document, TRIO_DOCUMENT_TEMPLATE, settings->template_id);
  set_text (edit, document, TRIO_DOCUMENT_LANGUAGE, settings->language);
  set_text (edit, document, TRIO_DOCUMENT_THEME_ORDER, order);
  set_text (edit, document, TRIO_DOCUMENT_NUMBERING, trio_build_options_get_numbering (options));
  set_text (edit, document, TRIO_DOCUMENT_GROUPING,
            g_strcmp0 (grouped, "yes") == 0 ? GROUPING_CLUSTER : "");
  set_text (edit, document, TRIO_DOCUMENT_PARAMETERS, parameters);
  trio_edit_set_subject (edit, settings->title);
  return trio_edit_commit (edit, error) ? document : 0;
}

/**
 * trio_document_mark_sent:
 * @model: a workshop
 * @document: number of one of its documents
 * @library: the templates that are there
 * @recipients: to whom it was sent
 * @date: when, ISO 8601
 * @error: return location for an error
 *
 * Notes that the document was sent as it would be made now, as one step.
 *
 * Returns: whether it was noted
 */
gboolean
trio_document_mark_sent (TrioModel *model,
                         TrioId document,
                         const TrioTemplateLibrary *library,
                         const char *recipients,
                         const char *date,
                         GError **error)
{
  g_autoptr (TrioSnapshot) snapshot = NULL;
  g_autoptr (TrioEdit) edit = NULL;
  g_autofree char *digest = NULL;
  const TrioRecord *record;

  g_return_val_if_fail (model != NULL && library != NULL && recipients != NULL && date != NULL,
                        FALSE);

  if (!trio_date_is_valid (date))
    {
      g_set_error (error, TRIO_ERROR, TRIO_ERROR_INVALID,
                   _ ("“%s” is not a date. Write it as year-month-day, such as 2026-11-22."), date);
      return FALSE;
    }
  snapshot = trio_model_dup_snapshot (model);
  record = trio_snapshot_get (snapshot, document);
  if (record == NULL || record->kind != TRIO_KIND_DOCUMENT)
    {
      g_set_error_literal (error, TRIO_ERROR, TRIO_ERROR_NOT_FOUND,
                           _ ("The document is not in the workshop any more."));
      return FALSE;
    }
  digest = trio_document_digest (snapshot, record, library, error);
  if (digest == NULL)
    return FALSE;
  edit = trio_edit_new (model, "edit-document");
  set_text (edit, document, TRIO_DOCUMENT_RECIPIENTS, recipients);
  set_text (edit, document, TRIO_DOCUMENT_SENT, date);
  set_text (edit, document, TRIO_DOCUMENT_SENT_DIGEST, digest);
  trio_edit_set_subject (edit, trio_record_get_text (record, TRIO_DOCUMENT_TITLE));
  return trio_edit_commit (edit, error);
}
