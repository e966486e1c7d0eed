/* trio-document-memory.c: what a document of the workshop remembers, changed bit by bit.
 *
 * A document that the workshop does not remember yet is added by the first change, in the same
 * step. Typing in one field joins into one step.
 */
#include "config.h"

#include "app/documents/trio-document-memory.h"

#include <glib/gi18n.h>

#include "app/documents/trio-document-types.h"
#include "app/trio-document-values.h"
#include "document/trio-build-options.h"

/**
 * trio_document_memory_find:
 * @model: a workshop
 * @type: a type of document
 *
 * Returns: number of the first document of that type that the workshop remembers, or 0
 */
TrioId
trio_document_memory_find (TrioModel *model, const char *type)
{
  GListModel *all = trio_model_get_list (model, TRIO_KIND_DOCUMENT);
  guint n = g_list_model_get_n_items (all);

  for (guint i = 0; i < n; i++)
    {
      g_autoptr (TrioObject) document = g_list_model_get_item (all, i);

      if (g_str_equal (trio_object_get_text (document, TRIO_DOCUMENT_TYPE), type))
        return trio_object_get_id (document);
    }
  return 0;
}

static gboolean
is_title_taken (TrioModel *model, const char *title)
{
  GListModel *all = trio_model_get_list (model, TRIO_KIND_DOCUMENT);
  guint n = g_list_model_get_n_items (all);
  g_autofree char *folded = g_utf8_casefold (title, -1);

  for (guint i = 0; i < n; i++)
    {
      g_autoptr (TrioObject) document = g_list_model_get_item (all, i);
      g_autofree char *other
          = g_utf8_casefold (trio_object_get_text (document, TRIO_DOCUMENT_TITLE), -1);

      if (g_str_equal (folded, other))
        return TRUE;
    }
  return FALSE;
}

/* Documents are known by their titles on the command line, so titles differ. */
static char *
dup_free_title (TrioModel *model, const char *title)
{
  char *free_title = g_strdup (title);

  for (guint i = 2; is_title_taken (model, free_title); i++)
    {
      g_free (free_title);
      free_title = g_strdup_printf ("%s %u", title, i);
    }
  return free_title;
}

static TrioId
create (TrioEdit *edit, const char *type, const char *title)
{
  TrioId document = trio_edit_create (edit, TRIO_KIND_DOCUMENT);
  g_autofree char *free_title = dup_free_title (trio_edit_get_model (edit), title);
  g_autoptr (TrioBuildOptions) options = trio_build_options_new ();
  g_autofree char *parameters = NULL;

  trio_edit_set_text (edit, document, TRIO_DOCUMENT_TYPE, type);
  trio_edit_set_text (edit, document, TRIO_DOCUMENT_TITLE, free_title);
  trio_edit_place_last (edit, document, TRIO_NO_FIELD, 0);
  trio_document_values_apply (options);
  parameters = trio_build_options_dup_parameters (options);
  trio_edit_set_text (edit, document, TRIO_DOCUMENT_PARAMETERS, parameters);
  return document;
}

static TrioId
find_or_create (TrioEdit *edit, TrioId document, const char *type)
{
  const TrioDocumentType *known = trio_document_type_find (type);
  const TrioRecord *record;

  if (document == 0 || trio_edit_get (edit, document) == NULL)
    document = create (edit, type, known != NULL ? _ (known->name) : type);
  record = trio_edit_get (edit, document);
  if (record != NULL)
    trio_edit_set_subject (edit, trio_record_get_text (record, TRIO_DOCUMENT_TITLE));
  return document;
}

static void
join_typing (TrioEdit *edit, TrioId document, const char *what)
{
  g_autofree char *key
      = g_strdup_printf ("document-%" G_GINT64_FORMAT "-%s", (gint64)document, what);

  trio_edit_set_merge_key (edit, key);
}

/**
 * trio_document_memory_set_field:
 * @model: a workshop
 * @document: number of a document, or 0 for one that is not remembered yet
 * @type: its type
 * @field: a text field of documents
 * @text: its new text
 * @error: return location for an error
 *
 * Returns: number of the document, or 0 when the text is refused
 */
TrioId
trio_document_memory_set_field (TrioModel *model,
                                TrioId document,
                                const char *type,
                                guint field,
                                const char *text,
                                GError **error)
{
  g_autoptr (TrioEdit) edit = trio_edit_new (model, "edit-document");
  const char *name = trio_kind_get_info (TRIO_KIND_DOCUMENT)->fields[field].name;

  document = find_or_create (edit, document, type);
  trio_edit_set_text (edit, document, field, text);
  join_typing (edit, document, name);
  return trio_edit_commit (edit, error) ? document : 0;
}

/**
 * trio_document_memory_set_parameters:
 * @model: a workshop
 * @document: number of a document, or 0 for one that is not remembered yet
 * @type: its type
 * @names: (array length=n): parameters of its template
 * @values: (array length=n): their new values
 * @n: how many
 * @error: return location for an error
 *
 * Sets several values in one step.
 *
 * Returns: number of the document, or 0 when a value is refused
 */
TrioId
trio_document_memory_set_parameters (TrioModel *model,
                                     TrioId document,
                                     const char *type,
                                     const char *const *names,
                                     const char *const *values,
                                     guint n,
                                     GError **error)
{
  g_autoptr (TrioEdit) edit = trio_edit_new (model, "edit-document");
  g_autoptr (TrioSnapshot) snapshot = trio_model_dup_snapshot (model);
  g_autoptr (TrioBuildOptions) options = trio_build_options_new_for_document (
      snapshot, document != 0 ? trio_snapshot_get (snapshot, document) : NULL);
  g_autofree char *parameters = NULL;

  if (document == 0)
    trio_document_values_apply (options);
  for (guint i = 0; i < n; i++)
    trio_build_options_set_parameter (options, names[i], values[i]);
  parameters = trio_build_options_dup_parameters (options);
  document = find_or_create (edit, document, type);
  trio_edit_set_text (edit, document, TRIO_DOCUMENT_PARAMETERS, parameters);
  for (guint i = 0; i < n; i++)
    {
      /* To whom it goes is a field of its own, which marking as sent sets as well. */
      if (g_str_equal (names[i], "recipient"))
        trio_edit_set_text (edit, document, TRIO_DOCUMENT_RECIPIENTS, values[i]);
      if (g_str_equal (names[i], "group_by_cluster"))
        trio_edit_set_text (edit, document, TRIO_DOCUMENT_GROUPING,
                            g_str_equal (values[i], "yes") ? "cluster" : "");
    }
  if (n == 1)
    join_typing (edit, document, names[0]);
  return trio_edit_commit (edit, error) ? document : 0;
}

/**
 * trio_document_memory_set_parameter:
 * @model: a workshop
 * @document: number of a document, or 0 for one that is not remembered yet
 * @type: its type
 * @name: a parameter of its template
 * @value: its new value
 * @error: return location for an error
 *
 * Returns: number of the document, or 0 when the value is refused
 */
TrioId
trio_document_memory_set_parameter (TrioModel *model,
                                    TrioId document,
                                    const char *type,
                                    const char *name,
                                    const char *value,
                                    GError **error)
{
  return trio_document_memory_set_parameters (model, document, type, &name, &value, 1, error);
}

/**
 * trio_document_memory_set_themes:
 * @model: a workshop
 * @document: number of a document, or 0 for one that is not remembered yet
 * @type: its type
 * @themes: numbers of themes, in the order that the document is to have
 * @n_themes: how many; 0 for the order of the workshop
 * @error: return location for an error
 *
 * Returns: number of the document, or 0
 */
TrioId
trio_document_memory_set_themes (TrioModel *model,
                                 TrioId document,
                                 const char *type,
                                 const TrioId *themes,
                                 guint n_themes,
                                 GError **error)
{
  g_autoptr (GString) order = g_string_new (NULL);

  for (guint i = 0; i < n_themes; i++)
    {
      const TrioRecord *theme = trio_model_get_record (model, themes[i]);
      g_autofree char *uuid = theme != NULL ? trio_uuid_to_text (&theme->uuid) : NULL;

      if (uuid != NULL)
        g_string_append_printf (order, "%s%s", order->len > 0 ? "\n" : "", uuid);
    }
  return trio_document_memory_set_field (model, document, type, TRIO_DOCUMENT_THEME_ORDER,
                                         order->str, error);
}

/**
 * trio_document_memory_add:
 * @model: a workshop
 * @type: a type of document
 * @title: what to call it; a number is added when the title is taken
 * @like: number of a document to take all settings from, or 0
 * @error: return location for an error
 *
 * Adds a document, as one step. It has not been sent.
 *
 * Returns: number of the new document, or 0
 */
TrioId
trio_document_memory_add (
    TrioModel *model, const char *type, const char *title, TrioId like, GError **error)
{
  static const guint copied[]
      = { TRIO_DOCUMENT_TEMPLATE,  TRIO_DOCUMENT_LANGUAGE, TRIO_DOCUMENT_THEME_ORDER,
          TRIO_DOCUMENT_NUMBERING, TRIO_DOCUMENT_GROUPING, TRIO_DOCUMENT_PARAMETERS };
  g_autoptr (TrioEdit) edit = trio_edit_new (model, "edit-document");
  TrioId document = create (edit, type, title);
  const TrioRecord *model_record = like != 0 ? trio_edit_get (edit, like) : NULL;

  for (guint i = 0; model_record != NULL && i < G_N_ELEMENTS (copied); i++)
    trio_edit_set_text (edit, document, copied[i], trio_record_get_text (model_record, copied[i]));
  trio_edit_set_subject (edit, title);
  return trio_edit_commit (edit, error) ? document : 0;
}
