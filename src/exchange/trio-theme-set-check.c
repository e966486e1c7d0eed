/* trio-theme-set-check.c: says in plain words what is wrong with a theme set.
 *
 * A validator speaks of grammars; whoever writes a theme set wants to read "a theme needs a
 * title". So the document is first walked with the rules below, which know the words, and
 * then validated with the RELAX NG schema, which has the last word.
 */
#include "config.h"

#include <glib/gi18n-lib.h>

#include "base/trio-error.h"
#include "base/trio-resource.h"
#include "base/trio-xml.h"
#include "exchange/trio-theme-set-private.h"

#define THEME_SET_SCHEMA "schemas/theme-set.rng"
#define NAMESPACE_STEM   "urn:dk:trio:theme-set:"
#define MAX_VERSION      1000000

typedef struct
{
  const char *file;
  GError **error;
} Check;

typedef struct _Rule Rule;

struct _Rule
{
  const char *element;
  gboolean required;
  gboolean repeatable;
  /* What to say when a required child is missing. */
  const char *missing;
  gboolean (*check) (Check *check, xmlNode *node);
};

G_GNUC_PRINTF (3, 4)
static gboolean
fail (Check *check, xmlNode *node, const char *format, ...)
{
  g_autofree char *message = NULL;
  va_list args;

  va_start (args, format);
  message = g_strdup_vprintf (format, args);
  va_end (args);

  TrioXmlFinding finding = {
    .file = (char *)check->file,
    .line = trio_xml_get_line (node),
    .message = message,
  };
  g_autofree char *text = trio_xml_finding_to_string (&finding);
  g_set_error_literal (check->error, TRIO_ERROR, TRIO_ERROR_PARSE, text);

  return FALSE;
}

static const char *
name_of (xmlNode *node)
{
  return (const char *)node->name;
}

static gboolean
is_ours (xmlNode *node)
{
  return node->ns && xmlStrEqual (node->ns->href, (const xmlChar *)TRIO_THEME_SET_NAMESPACE);
}

static gboolean
is_blank (const char *text)
{
  for (; *text; text++)
    if (!g_ascii_isspace (*text))
      return FALSE;

  return TRUE;
}

static gboolean
is_text (xmlNode *node)
{
  return node->type == XML_TEXT_NODE || node->type == XML_CDATA_SECTION_NODE;
}

static gboolean
check_attributes (Check *check, xmlNode *node, const char *const *allowed)
{
  for (xmlAttr *attr = node->properties; attr; attr = attr->next)
    {
      gboolean is_lang = attr->ns && xmlStrEqual (attr->ns->href, XML_XML_NAMESPACE);
      const char *name = (const char *)attr->name;
      g_autofree char *full = g_strconcat (is_lang ? "xml:" : "", name, NULL);

      if ((attr->ns && !is_lang) || !g_strv_contains (allowed, full))
        return fail (check, node,
                     /* Translators: an attribute of an XML element */
                     _ ("The attribute “%s” is not known in “%s”."), full, name_of (node));
    }

  return TRUE;
}

static gboolean
check_no_attributes (Check *check, xmlNode *node)
{
  static const char *const none[] = { NULL };

  return check_attributes (check, node, none);
}

static gboolean
check_line (Check *check, xmlNode *node)
{
  g_autofree char *text = NULL;

  if (!check_no_attributes (check, node))
    return FALSE;

  for (xmlNode *child = node->children; child; child = child->next)
    if (child->type == XML_ELEMENT_NODE)
      return fail (check, child, _ ("“%s” may only hold plain text, but “%s” stands in it."),
                   name_of (node), name_of (child));

  text = trio_xml_dup_text (node);
  if (is_blank (text))
    return fail (check, node, _ ("“%s” is empty. Write something or remove it."), name_of (node));
  if (g_utf8_strlen (text, -1) > TRIO_SET_MAX_LINE)
    return fail (check, node,
                 ngettext ("“%s” is longer than %d character.",
                           "“%s” is longer than %d characters.", TRIO_SET_MAX_LINE),
                 name_of (node), TRIO_SET_MAX_LINE);

  return TRUE;
}

static guint
find_rule (const Rule *rules, xmlNode *node)
{
  guint i = 0;

  while (rules[i].element && !(is_ours (node) && trio_xml_is (node, rules[i].element)))
    i++;

  return i;
}

/* The child that belongs before @node but stands after it, so that "missing" is not said of
 * something that is only in the wrong place. */
static gboolean
stands_later (xmlNode *node, const Rule *rule)
{
  for (xmlNode *next = node->next; next; next = next->next)
    if (next->type == XML_ELEMENT_NODE && is_ours (next) && trio_xml_is (next, rule->element))
      return TRUE;

  return FALSE;
}

static gboolean
check_required (Check *check, xmlNode *parent, xmlNode *before, const Rule *rule)
{
  if (!rule->required)
    return TRUE;
  if (before && stands_later (before, rule))
    return fail (check, before, _ ("“%s” must stand before “%s”."), rule->element,
                 name_of (before));

  return fail (check, parent, "%s", gettext (rule->missing));
}

static gboolean
check_children (Check *check, xmlNode *node, const Rule *rules)
{
  guint next = 0;
  gboolean seen = FALSE;

  for (xmlNode *child = node->children; child; child = child->next)
    {
      guint found;

      if (is_text (child) && !is_blank ((const char *)child->content))
        return fail (check, child, _ ("Text stands loose in “%s”. Put it into an element."),
                     name_of (node));
      if (child->type != XML_ELEMENT_NODE)
        continue;

      found = find_rule (rules, child);
      if (!rules[found].element)
        return fail (check, child, _ ("“%s” does not belong in “%s”."), name_of (child),
                     name_of (node));
      if (found == next && seen && !rules[found].repeatable)
        return fail (check, child, _ ("“%s” may stand only once in “%s”."), name_of (child),
                     name_of (node));
      if (found < next)
        return fail (check, child, _ ("“%s” must stand before “%s”."), name_of (child),
                     rules[next].element);

      for (; next < found; next++, seen = FALSE)
        if (!seen && !check_required (check, node, child, &rules[next]))
          return FALSE;
      seen = TRUE;

      if (!rules[found].check (check, child))
        return FALSE;
    }

  for (; rules[next].element; next++, seen = FALSE)
    if (!seen && !check_required (check, node, NULL, &rules[next]))
      return FALSE;

  return TRUE;
}

static gboolean
check_question (Check *check, xmlNode *node)
{
  static const Rule rules[] = {
    { "text", TRUE, FALSE, N_ ("A question needs a text."), check_line },
    { "point", FALSE, TRUE, NULL, check_line },
    { NULL },
  };

  return check_no_attributes (check, node) && check_children (check, node, rules);
}

static gboolean
check_questions (Check *check, xmlNode *node)
{
  static const Rule rules[] = {
    { "question", TRUE, TRUE, N_ ("The list of questions is empty."), check_question },
    { NULL },
  };

  return check_no_attributes (check, node) && check_children (check, node, rules);
}

static gboolean
check_direction (Check *check, xmlNode *node)
{
  static const Rule rules[] = {
    { "p", TRUE, TRUE, N_ ("The direction needs at least one paragraph."), check_line },
    { NULL },
  };

  return check_no_attributes (check, node) && check_children (check, node, rules);
}

static gboolean
check_theme (Check *check, xmlNode *node)
{
  static const char *const attributes[] = { "colour", NULL };
  static const Rule rules[] = {
    { "title", TRUE, FALSE, N_ ("A theme needs a title."), check_line },
    { "subtitle", FALSE, FALSE, NULL, check_line },
    { "topic", FALSE, FALSE, NULL, check_line },
    { "questions", FALSE, FALSE, NULL, check_questions },
    { "direction", FALSE, FALSE, NULL, check_direction },
    { NULL },
  };
  g_autofree char *colour = trio_xml_dup_attribute (node, "colour");

  if (!check_attributes (check, node, attributes))
    return FALSE;
  if (colour && trio_theme_set_colour_from_name (colour) == TRIO_SET_NO_COLOUR)
    return fail (check, node,
                 _ ("The colour “%s” is not known. Use yellow, orange, red, purple, blue, teal, "
                    "green or grey."),
                 colour);

  return check_children (check, node, rules);
}

static gboolean
check_id (Check *check, xmlNode *root)
{
  g_autofree char *id = trio_xml_dup_attribute (root, "id");

  if (!id)
    return fail (check, root, /* Translators: an example in XML */
                 _ ("The theme set needs an id, such as %s."), "id=\"my-themes\"");
  if (!trio_theme_set_is_id (id))
    return fail (check, root,
                 _ ("The id “%s” cannot be used. Write small letters a–z, digits and hyphens, at "
                    "most 64."),
                 id);

  return TRUE;
}

static gboolean
check_version (Check *check, xmlNode *root)
{
  g_autofree char *version = trio_xml_dup_attribute (root, "version");
  guint64 number;

  if (!version)
    return fail (check, root, /* Translators: an example in XML */
                 _ ("The theme set needs a version, such as %s."), "version=\"1\"");
  if (!g_ascii_string_to_unsigned (version, 10, 1, MAX_VERSION, &number, NULL))
    return fail (check, root, _ ("The version “%s” is not a whole number from 1."), version);

  return TRUE;
}

static gboolean
check_language (Check *check, xmlNode *root)
{
  xmlChar *lang = xmlGetNsProp (root, (const xmlChar *)"lang", XML_XML_NAMESPACE);
  gboolean fine;

  if (!lang)
    return fail (check, root, /* Translators: an example in XML */
                 _ ("The theme set needs a language, such as %s."), "xml:lang=\"da\"");

  fine = g_regex_match_simple ("^[a-z]{2,3}(-[A-Za-z0-9]+)*$", (const char *)lang,
                               G_REGEX_DOLLAR_ENDONLY, 0);
  if (!fine)
    fail (check, root, _ ("“%s” is not a language. Write for example da or en."),
          (const char *)lang);
  xmlFree (lang);

  return fine;
}

static gboolean
check_root (Check *check, xmlNode *root)
{
  static const char *const attributes[] = { "id", "version", "xml:lang", NULL };
  static const Rule rules[] = {
    { "title", TRUE, FALSE, N_ ("The theme set needs a title."), check_line },
    { "series", FALSE, FALSE, NULL, check_line },
    { "description", FALSE, FALSE, NULL, check_line },
    { "theme", TRUE, TRUE, N_ ("The theme set needs at least one theme."), check_theme },
    { NULL },
  };

  if (!is_ours (root) && root->ns && g_str_has_prefix ((char *)root->ns->href, NAMESPACE_STEM))
    return fail (check, root, _ ("This theme set is made for another version of the program (%s)."),
                 (const char *)root->ns->href);
  if (!is_ours (root) || !trio_xml_is (root, "themeset"))
    return fail (check, root,
                 /* Translators: the first line of an XML file */
                 _ ("This is not a theme set. It must begin with %s."),
                 "<themeset xmlns=\"" TRIO_THEME_SET_NAMESPACE "\">");

  return check_attributes (check, root, attributes) && check_id (check, root)
         && check_version (check, root) && check_language (check, root)
         && check_children (check, root, rules);
}

/**
 * trio_theme_set_check_document:
 * @doc: a parsed document
 * @name: name of the file for messages
 * @error: return location for an error
 *
 * Checks that the document is a theme set, with the words of somebody who writes one, and
 * against the schema.
 *
 * Returns: %TRUE if it is, otherwise %FALSE with %TRIO_ERROR_PARSE, whose message names file,
 *   line and what is wrong
 */
gboolean
trio_theme_set_check_document (xmlDoc *doc, const char *name, GError **error)
{
  Check check = { name, error };
  xmlNode *root = xmlDocGetRootElement (doc);
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (TrioXmlSchema) schema = NULL;
  g_autoptr (GPtrArray) findings = NULL;

  if (!check_root (&check, root))
    return FALSE;

  bytes = trio_resource_lookup (THEME_SET_SCHEMA, error);
  if (!bytes)
    return FALSE;
  schema = trio_xml_schema_new (bytes, THEME_SET_SCHEMA, error);
  if (!schema)
    return FALSE;

  findings = trio_xml_schema_validate (schema, doc, name);
  if (findings->len > 0)
    {
      g_autofree char *text = trio_xml_finding_to_string (findings->pdata[0]);

      g_set_error_literal (error, TRIO_ERROR, TRIO_ERROR_PARSE, text);
      return FALSE;
    }

  return TRUE;
}
