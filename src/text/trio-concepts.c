/* trio-concepts.c: reads a list of concepts, and finds the one to use.
 *
 * A list of the user's own goes before one that is installed, and that before the embedded one. A
 * list with a mistake never stops anything: the next one serves.
 */
#include "config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "base/trio-error.h"
#include "base/trio-resource.h"
#include "base/trio-xml.h"
#include "text/trio-concepts.h"
#include "text/trio-tokens.h"

#define SCHEMA    "schemas/concepts.rng"
#define FOLDER    "concepts"
#define FILE_NAME "municipal.xml"

typedef struct
{
  char *title;
  char **words;
} Concept;

struct _TrioConcepts
{
  GPtrArray *list; /* Concept */
};

static void
free_concept (gpointer data)
{
  Concept *concept = data;

  g_free (concept->title);
  g_strfreev (concept->words);
  g_free (concept);
}

static char *
dup_text_of (xmlNode *parent, const char *element, const char *lang)
{
  for (xmlNode *node = trio_xml_first_element (parent, element); node != NULL;
       node = trio_xml_next_element (node, element))
    {
      g_autofree char *own = trio_xml_dup_attribute (node, "xml:lang");

      if (g_strcmp0 (own, lang) == 0)
        return trio_xml_dup_text (node);
    }
  return NULL;
}

/* In the form in which words of inputs are looked up. */
static char **
dup_words (const char *text)
{
  g_autoptr (GPtrArray) tokens = trio_tokens_split (text);
  g_autoptr (GStrvBuilder) words = g_strv_builder_new ();

  for (guint i = 0; i < tokens->len; i++)
    g_strv_builder_add (words, ((TrioToken *)tokens->pdata[i])->word);
  return g_strv_builder_end (words);
}

static gboolean
check (xmlDoc *doc, const char *name, GError **error)
{
  g_autoptr (GBytes) bytes = trio_resource_lookup (SCHEMA, error);
  g_autoptr (TrioXmlSchema) schema = NULL;
  g_autoptr (GPtrArray) findings = NULL;
  g_autofree char *finding = NULL;

  if (bytes == NULL)
    return FALSE;
  schema = trio_xml_schema_new (bytes, SCHEMA, error);
  if (schema == NULL)
    return FALSE;
  findings = trio_xml_schema_validate (schema, doc, name);
  if (findings->len == 0)
    return TRUE;
  finding = trio_xml_finding_to_string (findings->pdata[0]);
  g_set_error_literal (error, TRIO_ERROR, TRIO_ERROR_PARSE, finding);
  return FALSE;
}

/**
 * trio_concepts_parse:
 * @bytes: an XML file
 * @name: the name of the file, for messages
 * @lang: "da" or "en"
 * @error: return location for an error
 *
 * Reads the concepts that have a title and words in a language.
 *
 * Returns: (transfer full) (nullable): the concepts, or %NULL with %TRIO_ERROR_PARSE or what
 *   trio_xml_parse() reports
 */
TrioConcepts *
trio_concepts_parse (GBytes *bytes, const char *name, const char *lang, GError **error)
{
  g_autoptr (xmlDoc) doc = trio_xml_parse (bytes, name, TRIO_XML_MAX_TEMPLATE, error);
  TrioConcepts *concepts;

  if (doc == NULL || !check (doc, name, error))
    return NULL;
  concepts = g_new0 (TrioConcepts, 1);
  concepts->list = g_ptr_array_new_with_free_func (free_concept);
  for (xmlNode *node = trio_xml_first_element (trio_xml_get_root (doc), "concept"); node != NULL;
       node = trio_xml_next_element (node, "concept"))
    {
      g_autofree char *title = dup_text_of (node, "title", lang);
      g_autofree char *words = dup_text_of (node, "words", lang);
      Concept *concept;

      if (title == NULL || words == NULL)
        continue;
      concept = g_new0 (Concept, 1);
      concept->title = g_strdup (g_strstrip (title));
      concept->words = dup_words (words);
      g_ptr_array_add (concepts->list, concept);
    }
  return concepts;
}

static TrioConcepts *
load_file (const char *folder, const char *lang)
{
  g_autofree char *path = g_build_filename (folder, "trio-stations", FOLDER, FILE_NAME, NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GFileInfo) info
      = g_file_query_info (file, G_FILE_ATTRIBUTE_STANDARD_TYPE "," G_FILE_ATTRIBUTE_STANDARD_SIZE,
                           G_FILE_QUERY_INFO_NONE, NULL, NULL);
  g_autoptr (GBytes) bytes = NULL;

  /* Looked at before reading, so that a huge file or a device is not read into memory. */
  if (info == NULL || g_file_info_get_file_type (info) != G_FILE_TYPE_REGULAR
      || g_file_info_get_size (info) > TRIO_XML_MAX_TEMPLATE)
    return NULL;
  bytes = g_file_load_bytes (file, NULL, NULL, NULL);
  return bytes != NULL ? trio_concepts_parse (bytes, FILE_NAME, lang, NULL) : NULL;
}

/**
 * trio_concepts_find:
 * @lang: "da" or "en"
 *
 * Finds the list of concepts to use: the user's, an installed one, or the embedded one.
 *
 * Returns: (transfer full) (nullable): the concepts, or %NULL when none can be read
 */
TrioConcepts *
trio_concepts_find (const char *lang)
{
  TrioConcepts *concepts = load_file (g_get_user_data_dir (), lang);
  g_autoptr (GBytes) embedded = NULL;

  for (const char *const *dir = g_get_system_data_dirs (); concepts == NULL && *dir != NULL; dir++)
    concepts = load_file (*dir, lang);
  if (concepts != NULL)
    return concepts;
  embedded = trio_resource_lookup (FOLDER "/" FILE_NAME, NULL);
  return embedded != NULL ? trio_concepts_parse (embedded, FILE_NAME, lang, NULL) : NULL;
}

/**
 * trio_concepts_free:
 * @concepts: (transfer full): a list of concepts
 *
 * Frees a list of concepts.
 */
void
trio_concepts_free (TrioConcepts *concepts)
{
  g_ptr_array_unref (concepts->list);
  g_free (concepts);
}

/**
 * trio_concepts_get_size:
 * @concepts: a list of concepts
 *
 * Returns: number of concepts
 */
guint
trio_concepts_get_size (TrioConcepts *concepts)
{
  return concepts->list->len;
}

/**
 * trio_concepts_get_title:
 * @concepts: a list of concepts
 * @concept: index of a concept
 *
 * Returns: (transfer none): what the concept is called
 */
const char *
trio_concepts_get_title (TrioConcepts *concepts, guint concept)
{
  return ((Concept *)concepts->list->pdata[concept])->title;
}

/**
 * trio_concepts_get_words:
 * @concepts: a list of concepts
 * @concept: index of a concept
 *
 * Returns: (transfer none) (array zero-terminated=1): its words in lower case
 */
const char *const *
trio_concepts_get_words (TrioConcepts *concepts, guint concept)
{
  return (const char *const *)((Concept *)concepts->list->pdata[concept])->words;
}
