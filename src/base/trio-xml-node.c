/* trio-xml-node.c: walking through a document that trio_xml_parse() has read. */
#include "base/trio-xml.h"

#include <string.h>

#include <libxml/tree.h>

#include "base/trio-text.h"

static xmlNode *
find_element (xmlNode *node, const char *name)
{
  while (node != NULL && !(node->type == XML_ELEMENT_NODE && trio_xml_is (node, name)))
    node = node->next;
  return node;
}

/**
 * trio_xml_get_root:
 * @doc: a document
 *
 * Returns: the outermost element
 */
xmlNode *
trio_xml_get_root (xmlDoc *doc)
{
  g_return_val_if_fail (doc != NULL, NULL);

  return xmlDocGetRootElement (doc);
}

/**
 * trio_xml_first_element:
 * @parent: an element
 * @name: (nullable): a local name, or %NULL for any
 *
 * Returns: (nullable): the first child element with that name
 */
xmlNode *
trio_xml_first_element (xmlNode *parent, const char *name)
{
  g_return_val_if_fail (parent != NULL, NULL);

  return find_element (parent->children, name);
}

/**
 * trio_xml_next_element:
 * @node: an element
 * @name: (nullable): a local name, or %NULL for any
 *
 * Returns: (nullable): the next element with that name under the same parent
 */
xmlNode *
trio_xml_next_element (xmlNode *node, const char *name)
{
  g_return_val_if_fail (node != NULL, NULL);

  return find_element (node->next, name);
}

/**
 * trio_xml_is:
 * @node: an element
 * @name: (nullable): a local name, or %NULL for any
 *
 * Returns: whether the element has that local name
 */
gboolean
trio_xml_is (xmlNode *node, const char *name)
{
  g_return_val_if_fail (node != NULL, FALSE);

  return name == NULL || strcmp ((const char *)node->name, name) == 0;
}

static char *
take_text (xmlChar *raw)
{
  char *text;

  if (raw == NULL)
    return NULL;
  text = trio_text_clean ((const char *)raw, -1, TRIO_TEXT_PLAIN);
  xmlFree (raw);
  return text;
}

/**
 * trio_xml_dup_attribute:
 * @node: an element
 * @name: an attribute without namespace, or "xml:lang"
 *
 * Returns: (transfer full) (nullable): the value, or %NULL if the attribute is not there
 */
char *
trio_xml_dup_attribute (xmlNode *node, const char *name)
{
  g_return_val_if_fail (node != NULL && name != NULL, NULL);

  if (strcmp (name, "xml:lang") == 0)
    return take_text (xmlGetNsProp (node, (const xmlChar *)"lang", XML_XML_NAMESPACE));
  return take_text (xmlGetNoNsProp (node, (const xmlChar *)name));
}

/**
 * trio_xml_dup_text:
 * @node: an element
 *
 * Returns: (transfer full): all text in the element, as it stands in the file but for
 *   illegal characters; see trio_text_clean()
 */
char *
trio_xml_dup_text (xmlNode *node)
{
  char *text;

  g_return_val_if_fail (node != NULL, NULL);

  text = take_text (xmlNodeGetContent (node));
  return text != NULL ? text : g_strdup ("");
}

/**
 * trio_xml_get_line:
 * @node: an element
 *
 * Returns: the line where the element starts, from 1; 0 for unknown
 */
guint
trio_xml_get_line (xmlNode *node)
{
  g_return_val_if_fail (node != NULL, 0);

  return (guint)MAX (xmlGetLineNo (node), 0);
}
