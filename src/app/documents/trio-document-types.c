/* trio-document-types.c: the types of documents in the words of the interface. */
#include "config.h"

#include "app/documents/trio-document-types.h"

#include <glib/gi18n.h>
#include <string.h>

#include "app/trio-labels.h"

static const TrioDocumentType types[] = {
  { "notat", N_ ("Note with appendix"),
    N_ ("The note with a summary for each theme, and all inputs in an appendix.") },
  { "dialogue", N_ ("Dialogue material"),
    N_ ("One page for each theme with questions and direction, for the MED committees.") },
  { "case", N_ ("Political case"),
    N_ ("The case for political committees, with routing, recommendation and decisions.") },
  { "item", N_ ("Main committee item"), N_ ("An item with status, recommendation and minutes.") },
  { "status", N_ ("Status note"),
    N_ ("Where the themes stand, with initiatives and earlier events.") },
  { "poster", N_ ("Station posters"),
    N_ ("One poster for each station in large type, with theme and questions.") },
  { "typing-sheet", N_ ("Typing sheets"),
    N_ ("One sheet for each station, to write inputs down by hand.") },
};

/**
 * trio_document_type_get:
 * @index: from 0
 *
 * Returns: (transfer none) (nullable): the type, or %NULL after the last one
 */
const TrioDocumentType *
trio_document_type_get (guint index)
{
  return index < G_N_ELEMENTS (types) ? &types[index] : NULL;
}

/**
 * trio_document_type_find:
 * @id: the id of a type
 *
 * Returns: (transfer none) (nullable): the type
 */
const TrioDocumentType *
trio_document_type_find (const char *id)
{
  for (guint i = 0; i < G_N_ELEMENTS (types); i++)
    if (g_strcmp0 (types[i].id, id) == 0)
      return &types[i];
  return NULL;
}

/**
 * trio_document_type_suggest_name:
 * @type: the type of a document
 * @model: the workshop
 * @document: the document if the workshop remembers it, or 0
 * @format: the format
 *
 * Returns: (transfer full): a name for its file: what the document is called, otherwise its
 *   type and the title of the workshop
 */
char *
trio_document_type_suggest_name (const TrioDocumentType *type,
                                 TrioModel *model,
                                 TrioId document,
                                 TrioFormat format)
{
  TrioObject *remembered = trio_model_get_object (model, document);
  const char *title = trio_object_get_text (trio_model_get_workshop (model), TRIO_WORKSHOP_TITLE);
  g_autofree char *text = NULL;
  g_autofree char *name = NULL;

  if (remembered != NULL)
    text = g_strdup (trio_object_get_text (remembered, TRIO_DOCUMENT_TITLE));
  else
    /* Translators: file name of a document; its type, and the title of the workshop */
    text = g_strdup_printf (_ ("%s – %s"), _ (type->name),
                            title != NULL && *title != '\0' ? title : _ ("Workshop"));
  name = trio_suggest_file_name (text, NULL);
  name[strlen (name) - strlen (".trio")] = '\0';
  return g_strdup_printf ("%s.%s", name, trio_format_get_extension (format));
}
