/* trio-xml.c: reading and checking XML with libxml2, safely.
 *
 * The caller reads the bytes; libxml2 never opens a file or an address. A document type
 * declaration stops the parser before any text is touched, so that entities cannot exist.
 */
#include "config.h"

#include "base/trio-xml.h"

#include <string.h>

#include <glib/gi18n-lib.h>
#include <libxml/parser.h>
#include <libxml/parserInternals.h>
#include <libxml/relaxng.h>

#include "base/trio-error.h"

#define MAX_FINDINGS 100
#define MAX_EXCERPT  60

struct _TrioXmlSchema
{
  xmlRelaxNG *grammar;
};

typedef struct
{
  gboolean has_dtd;
  guint line;
  char *message;
} ParseState;

typedef struct
{
  const char *name;
  GPtrArray *strong; /* findings that say what is wrong */
  GPtrArray *weak;   /* findings that only repeat it for the elements around */
} ValidateState;

static xmlParserInput *
refuse_entity_cb (const char *url, const char *id, xmlParserCtxt *context)
{
  return NULL;
}

static gpointer
set_up_once (gpointer data)
{
  xmlInitParser ();
  xmlSetExternalEntityLoader (refuse_entity_cb);
  return NULL;
}

static void
set_up (void)
{
  static GOnce once = G_ONCE_INIT;

  g_once (&once, set_up_once, NULL);
}

static void
refuse_dtd_cb (void *user_data,
               const xmlChar *name,
               const xmlChar *external_id,
               const xmlChar *system_id)
{
  xmlParserCtxt *context = user_data;
  ParseState *state = context->_private;

  state->has_dtd = TRUE;
  state->line = context->input != NULL ? (guint)context->input->line : 0;
  xmlStopParser (context);
}

static char *
excerpt (const char *text)
{
  g_autofree char *clean = g_utf8_make_valid (text != NULL ? text : "", -1);
  const char *end;

  g_strstrip (clean);
  if (g_utf8_strlen (clean, -1) <= MAX_EXCERPT)
    return g_steal_pointer (&clean);
  end = g_utf8_offset_to_pointer (clean, MAX_EXCERPT);
  return g_strdup_printf ("%.*s…", (int)(end - clean), clean);
}

/* What a person can do about a mistake in the form of the XML. */
static char *
explain_parse_error (const xmlError *err)
{
  switch (err->code)
    {
    case XML_ERR_DOCUMENT_EMPTY:
      return g_strdup (_ ("The file is empty or is not XML."));
    case XML_ERR_TAG_NAME_MISMATCH:
      if (err->str1 != NULL && err->str2 != NULL)
        /* Translators: both are names of XML elements. */
        return g_strdup_printf (_ ("“%s” is opened, but “%s” is closed."), err->str1, err->str2);
      return g_strdup (_ ("An element is opened, but another one is closed."));
    case XML_ERR_TAG_NOT_FINISHED:
    case XML_ERR_DOCUMENT_END:
    case XML_ERR_GT_REQUIRED:
      return g_strdup (_ ("The file ends too early, or an element is not closed."));
    case XML_ERR_INVALID_CHAR:
    case XML_ERR_INVALID_ENCODING:
    case XML_ERR_UNKNOWN_ENCODING:
    case XML_ERR_UNSUPPORTED_ENCODING:
    case XML_I18N_CONV_FAILED:
      return g_strdup (_ ("A character cannot be read. Save the file as UTF-8."));
    case XML_ERR_UNDECLARED_ENTITY:
    case XML_WAR_UNDECLARED_ENTITY:
    case XML_ERR_ENTITYREF_SEMICOL_MISSING:
    case XML_ERR_NAME_REQUIRED:
      return g_strdup (_ ("Write “&amp;” for the sign “&” and “&lt;” for “<”."));
    case XML_ERR_ATTRIBUTE_REDEFINED:
      return g_strdup_printf (_ ("The attribute “%s” is there twice."),
                              err->str1 != NULL ? err->str1 : "");
    case XML_NS_ERR_UNDEFINED_NAMESPACE:
      return g_strdup_printf (_ ("The prefix “%s” is not declared."),
                              err->str1 != NULL ? err->str1 : "");
    default:
      return g_strdup (_ ("This is not well-formed XML."));
    }
}

static void
parse_error_cb (void *user_data, xmlError *err)
{
  xmlParserCtxt *context = user_data;
  ParseState *state = context->_private;

  /* The first mistake is the cause; what follows is confusion. */
  if (state->message != NULL || err->level < XML_ERR_ERROR)
    return;
  state->line = (guint)MAX (err->line, 0);
  state->message = explain_parse_error (err);
}

static void
set_located_error (GError **error, int code, const char *name, guint line, const char *message)
{
  if (line > 0)
    /* Translators: a file name, a line number, and a sentence about what is wrong there. */
    g_set_error (error, TRIO_ERROR, code, _ ("%s, line %u: %s"), name, line, message);
  else
    /* Translators: a file name, and a sentence about what is wrong with it. */
    g_set_error (error, TRIO_ERROR, code, _ ("%s: %s"), name, message);
}

/**
 * trio_xml_parse:
 * @bytes: the content of a file
 * @name: the name of the file as the user knows it, for messages
 * @max_size: the most bytes that are accepted, such as %TRIO_XML_MAX_TEMPLATE
 * @error: return location for an error
 *
 * Reads XML from memory: no network, no external files, no entities, no document type
 * declaration. Elements and attributes keep their line numbers.
 *
 * Returns: (transfer full) (nullable): the document, or %NULL with %TRIO_ERROR_TOO_LARGE or
 *   %TRIO_ERROR_PARSE; the message names file and line
 */
xmlDoc *
trio_xml_parse (GBytes *bytes, const char *name, gsize max_size, GError **error)
{
  ParseState state = { FALSE, 0, NULL };
  gconstpointer data;
  gsize size;
  xmlParserCtxt *context;
  xmlDoc *doc;
  gboolean is_whole;

  g_return_val_if_fail (bytes != NULL && name != NULL, NULL);

  data = g_bytes_get_data (bytes, &size);
  if (size > max_size || size > G_MAXINT)
    {
      g_autofree char *limit = g_format_size (max_size);
      /* Translators: %s is a size such as 2 MB. */
      g_autofree char *message
          = g_strdup_printf (_ ("The file is larger than %s and is not read."), limit);

      set_located_error (error, TRIO_ERROR_TOO_LARGE, name, 0, message);
      return NULL;
    }
  if (size == 0)
    {
      set_located_error (error, TRIO_ERROR_PARSE, name, 0, _ ("The file is empty."));
      return NULL;
    }

  set_up ();
  context = xmlNewParserCtxt ();
  context->_private = &state;
  context->sax->internalSubset = refuse_dtd_cb;
  context->sax->serror = parse_error_cb;
  doc = xmlCtxtReadMemory (context, data, (int)size, NULL, NULL,
                           XML_PARSE_NONET | XML_PARSE_NOCDATA | XML_PARSE_BIG_LINES);
  is_whole = doc != NULL && context->wellFormed && state.message == NULL && !state.has_dtd
             && xmlDocGetRootElement (doc) != NULL;
  xmlFreeParserCtxt (context);

  if (!is_whole)
    {
      const char *message = state.message;

      if (state.has_dtd)
        message = _ ("The file has a document type declaration (DOCTYPE). Remove it.");
      else if (message == NULL)
        message = _ ("This is not well-formed XML.");
      set_located_error (error, TRIO_ERROR_PARSE, name, state.line, message);
      g_clear_pointer (&doc, xmlFreeDoc);
    }
  g_free (state.message);
  return doc;
}

/**
 * trio_xml_doc_free:
 * @doc: (nullable): a document
 */
void
trio_xml_doc_free (xmlDoc *doc)
{
  if (doc != NULL)
    xmlFreeDoc (doc);
}

static void
ignore_error_cb (void *user_data, xmlError *err)
{
}

/**
 * trio_xml_schema_new:
 * @bytes: a RELAX NG schema in XML syntax, complete in itself
 * @name: its name, for messages
 * @error: return location for an error
 *
 * Returns: (transfer full) (nullable): the schema, usable by one thread at a time, or %NULL
 *   with %TRIO_ERROR_PARSE
 */
TrioXmlSchema *
trio_xml_schema_new (GBytes *bytes, const char *name, GError **error)
{
  xmlRelaxNGParserCtxt *context;
  xmlRelaxNG *grammar;
  TrioXmlSchema *schema;
  gconstpointer data;
  gsize size;

  g_return_val_if_fail (bytes != NULL && name != NULL, NULL);

  set_up ();
  data = g_bytes_get_data (bytes, &size);
  context = xmlRelaxNGNewMemParserCtxt (data, (int)MIN (size, G_MAXINT));
  if (context == NULL)
    {
      set_located_error (error, TRIO_ERROR_PARSE, name, 0, _ ("The file is empty."));
      return NULL;
    }
  xmlRelaxNGSetParserStructuredErrors (context, ignore_error_cb, NULL);
  grammar = xmlRelaxNGParse (context);
  xmlRelaxNGFreeParserCtxt (context);
  if (grammar == NULL)
    {
      set_located_error (error, TRIO_ERROR_PARSE, name, 0, _ ("This is not a RELAX NG schema."));
      return NULL;
    }

  schema = g_new0 (TrioXmlSchema, 1);
  schema->grammar = grammar;
  return schema;
}

/**
 * trio_xml_schema_free:
 * @schema: (nullable): a schema
 */
void
trio_xml_schema_free (TrioXmlSchema *schema)
{
  if (schema == NULL)
    return;
  xmlRelaxNGFree (schema->grammar);
  g_free (schema);
}

/* The element that a finding is about. libxml2 names the element that it failed in, but
 * points at the place it had reached, which is further down. */
static const xmlNode *
find_element (const xmlError *err)
{
  const xmlNode *node = err->node;

  if (node != NULL && node->type != XML_ELEMENT_NODE)
    node = node->parent;
  if (err->code != XML_RELAXNG_ERR_ATTRVALID && err->code != XML_RELAXNG_ERR_CONTENTVALID)
    return node;
  for (const xmlNode *n = node; n != NULL && n->type == XML_ELEMENT_NODE; n = n->parent)
    if (g_strcmp0 ((const char *)n->name, err->str1) == 0)
      return n;
  return node;
}

static char *
explain_finding (const xmlError *err, const char *element, gboolean *is_weak)
{
  const char *first = err->str1 != NULL ? err->str1 : "";
  const char *second = err->str2 != NULL ? err->str2 : "";

  *is_weak = FALSE;
  switch (err->code)
    {
    case XML_RELAXNG_ERR_INVALIDATTR:
      return g_strdup_printf (_ ("The attribute “%s” of “%s” is unknown or has a wrong value."),
                              first, second);
    case XML_RELAXNG_ERR_ATTRVALID:
      return g_strdup_printf (
          _ ("An attribute of “%s” is missing or has a value that is not allowed."), first);
    case XML_RELAXNG_ERR_ELEMWRONG:
    case XML_RELAXNG_ERR_INTEREXTRA:
      return g_strdup_printf (_ ("“%s” is not allowed at this place."), first);
    case XML_RELAXNG_ERR_ELEMNAME:
      return g_strdup_printf (_ ("“%s” is missing; “%s” stands in its place."), first, second);
    case XML_RELAXNG_ERR_ELEMWRONGNS:
    case XML_RELAXNG_ERR_ELEMNONS:
      return g_strdup_printf (_ ("“%s” has the wrong namespace or none."), first);
    case XML_RELAXNG_ERR_TEXTWRONG:
      return g_strdup_printf (_ ("“%s” must not hold text."), first);
    case XML_RELAXNG_ERR_ELEMNOTEMPTY:
      return g_strdup_printf (_ ("“%s” must be empty."), first);
    case XML_RELAXNG_ERR_NOELEM:
      if (*first != '\0')
        return g_strdup_printf (_ ("“%s” is missing."), first);
      return g_strdup_printf (_ ("Something is missing in “%s”."), element);
    case XML_RELAXNG_ERR_EXTRACONTENT:
      return g_strdup_printf (_ ("“%s” must not contain “%s”."), first, second);
    case XML_RELAXNG_ERR_TYPEVAL:
    case XML_RELAXNG_ERR_VALUE:
    case XML_RELAXNG_ERR_DATATYPE:
      {
        g_autofree xmlChar *content = err->node != NULL ? xmlNodeGetContent (err->node) : NULL;
        g_autofree char *shown = excerpt ((const char *)content);

        *is_weak = err->code != XML_RELAXNG_ERR_TYPEVAL && *shown == '\0';
        return g_strdup_printf (_ ("The content of “%s” is not allowed: “%s”."), element, shown);
      }
    default:
      *is_weak = TRUE;
      return g_strdup_printf (_ ("“%s” is not as it should be."), element);
    }
}

static void
finding_cb (void *user_data, xmlError *err)
{
  ValidateState *state = user_data;
  const xmlNode *node = find_element (err);
  const char *element = node != NULL ? (const char *)node->name : NULL;
  TrioXmlFinding *finding;
  gboolean is_weak;

  if (state->strong->len + state->weak->len >= MAX_FINDINGS)
    return;

  finding = g_new0 (TrioXmlFinding, 1);
  finding->file = g_strdup (state->name);
  finding->line
      = err->node != NULL ? (guint)MAX (xmlGetLineNo (err->node), 0) : (guint)MAX (err->line, 0);
  finding->element = g_strdup (element);
  finding->message = explain_finding (err, element != NULL ? element : "?", &is_weak);
  g_ptr_array_add (is_weak ? state->weak : state->strong, finding);
}

static gboolean
is_same_finding (gconstpointer a, gconstpointer b)
{
  const TrioXmlFinding *one = a;
  const TrioXmlFinding *other = b;

  return one->line == other->line && g_str_equal (one->message, other->message);
}

/**
 * trio_xml_schema_validate:
 * @schema: a schema
 * @doc: a document
 * @name: the name of the document's file, for the findings
 *
 * Checks a document. libxml2 reports a mistake again for every element around it; these
 * repetitions are left out.
 *
 * Returns: (transfer full) (element-type TrioXmlFinding): what is wrong, in the user's words;
 *   empty if the document is valid
 */
GPtrArray *
trio_xml_schema_validate (TrioXmlSchema *schema, xmlDoc *doc, const char *name)
{
  g_autoptr (GPtrArray) strong = NULL;
  g_autoptr (GPtrArray) weak = NULL;
  g_autoptr (GPtrArray) all = NULL;
  xmlRelaxNGValidCtxt *context;
  ValidateState state;
  int result;

  g_return_val_if_fail (schema != NULL && doc != NULL && name != NULL, NULL);

  strong = g_ptr_array_new_with_free_func ((GDestroyNotify)trio_xml_finding_free);
  weak = g_ptr_array_new_with_free_func ((GDestroyNotify)trio_xml_finding_free);
  state = (ValidateState){ name, strong, weak };
  context = xmlRelaxNGNewValidCtxt (schema->grammar);
  xmlRelaxNGSetValidStructuredErrors (context, finding_cb, &state);
  result = xmlRelaxNGValidateDoc (context, doc);
  xmlRelaxNGFreeValidCtxt (context);

  if (result != 0 && strong->len + weak->len == 0)
    {
      TrioXmlFinding *finding = g_new0 (TrioXmlFinding, 1);

      finding->file = g_strdup (name);
      finding->message = g_strdup (_ ("The file does not follow its schema."));
      g_ptr_array_add (strong, finding);
    }

  all = g_ptr_array_new_with_free_func ((GDestroyNotify)trio_xml_finding_free);
  if (result == 0)
    return g_steal_pointer (&all);
  if (strong->len == 0)
    g_ptr_array_extend_and_steal (strong, g_steal_pointer (&weak));
  for (guint i = 0; i < strong->len; i++)
    if (!g_ptr_array_find_with_equal_func (all, strong->pdata[i], is_same_finding, NULL))
      g_ptr_array_add (all, g_steal_pointer (&strong->pdata[i]));
  return g_steal_pointer (&all);
}

/**
 * trio_xml_finding_to_string:
 * @finding: a finding
 *
 * Returns: (transfer full): file, line and message as one translated line
 */
char *
trio_xml_finding_to_string (const TrioXmlFinding *finding)
{
  g_return_val_if_fail (finding != NULL, NULL);

  if (finding->line == 0)
    return g_strdup_printf (_ ("%s: %s"), finding->file, finding->message);
  return g_strdup_printf (_ ("%s, line %u: %s"), finding->file, finding->line, finding->message);
}

/**
 * trio_xml_finding_free:
 * @finding: (nullable): a finding
 */
void
trio_xml_finding_free (TrioXmlFinding *finding)
{
  if (finding == NULL)
    return;
  g_free (finding->file);
  g_free (finding->element);
  g_free (finding->message);
  g_free (finding);
}
