/* trio-template-body.c: from the body of a template file to its nodes.
 *
 * The document has passed the schema, so nothing here can be missing or misspelt.
 */
#include "config.h"

#include "document/trio-template-read-private.h"

#include <string.h>

#include "base/trio-xml.h"

static void read_children (GPtrArray *nodes, xmlNode *element);

/* The position of an attribute's value among names, 0 when it is not there. */
static guint
read_choice (xmlNode *element, const char *attribute, const char *const *names)
{
  g_autofree char *text = trio_template_read_label (element, attribute);

  for (guint i = 0; text != NULL && names[i] != NULL; i++)
    if (g_str_equal (names[i], text))
      return i;
  return 0;
}

static char **
read_paths (xmlNode *element, const char *attribute)
{
  g_autofree char *text = trio_template_read_label (element, attribute);

  return text != NULL ? g_strsplit (text, " ", -1) : NULL;
}

static void
read_condition (TrioNode *node, xmlNode *element)
{
  node->condition.has = read_paths (element, "has");
  node->condition.lacks = read_paths (element, "lacks");
  node->condition.option = trio_template_read_label (element, "option");
  node->condition.whole = trio_template_read_label (element, "whole");
  node->condition.part = trio_template_read_label (element, "part");
}

static void
read_number (TrioNode *node, xmlNode *element)
{
  g_autofree char *text = trio_template_read_label (element, "number");

  if (text == NULL || g_str_equal (text, "none"))
    node->number_style = TRIO_NUMBER_NONE;
  else if (g_str_equal (text, "1."))
    node->number_style = TRIO_NUMBER_DOT;
  else if (g_str_equal (text, "1)"))
    node->number_style = TRIO_NUMBER_PAREN;
  else
    {
      node->number_style = TRIO_NUMBER_LITERAL;
      node->label = trio_template_read_wording (element, "number");
    }
}

static guint
read_count (xmlNode *element, const char *attribute)
{
  g_autofree char *text = trio_template_read_label (element, attribute);

  return text != NULL ? (guint)g_ascii_strtoull (text, NULL, 10) : 0;
}

static void
read_list (TrioNode *node, xmlNode *element)
{
  static const char *const kinds[] = { "bullet", "1.", "1)", "a)", NULL };
  xmlNode *item = trio_xml_first_element (element, "item");

  node->list_kind = (TrioListKind)read_choice (element, "kind", kinds);
  node->fallback = trio_template_read_wording (element, "empty-text");
  if (node->kind == TRIO_NODE_POINTS)
    {
      read_children (node->children, element);
      return;
    }
  node->wording = trio_template_read_wording (item != NULL ? item : element, NULL);
  if (item != NULL)
    {
      xmlNode *nested = trio_xml_first_element (element, "list");
      TrioNode *child = trio_node_new (TRIO_NODE_LIST, trio_xml_get_line (nested));

      child->name = trio_template_read_label (nested, "of");
      read_list (child, nested);
      g_ptr_array_add (node->children, child);
    }
}

static void
read_cluster (TrioNode *node, xmlNode *element)
{
  node->label = trio_template_read_wording (element, "title");
  node->fallback = trio_template_read_wording (element, "untitled");
  node->wording = trio_template_read_wording (element, NULL);
  if (node->name == NULL)
    node->name = g_strdup ("notes");
}

/* Wording, or sentences. */
static void
read_text (TrioNode *node, xmlNode *element)
{
  if (trio_xml_first_element (element, NULL) != NULL)
    read_children (node->children, element);
  else
    node->wording = trio_template_read_wording (element, NULL);
}

static void
read_own (TrioNode *node, xmlNode *element)
{
  static const char *const styles[] = { "normal", "lead", "small", "quote", "label", NULL };
  static const char *const layouts[] = { "lines", "table", NULL };
  static const char *const prints[] = { "yes", "no", NULL };

  switch (node->kind)
    {
    case TRIO_NODE_META:
      node->meta_layout = (TrioMetaLayout)read_choice (element, "layout", layouts);
      read_children (node->children, element);
      break;
    case TRIO_NODE_FIELD:
      node->name = trio_template_read_label (element, "label");
      node->wording = trio_template_read_wording (element, NULL);
      break;
    case TRIO_NODE_HEADING:
      read_number (node, element);
      read_text (node, element);
      break;
    case TRIO_NODE_PARA:
      node->para_style = (TrioParaStyle)read_choice (element, "style", styles);
      read_text (node, element);
      break;
    case TRIO_NODE_TITLE:
      node->is_hidden = read_choice (element, "print", prints) == 1;
      read_text (node, element);
      break;
    case TRIO_NODE_SENTENCE:
      read_text (node, element);
      break;
    case TRIO_NODE_LIST:
    case TRIO_NODE_POINTS:
      read_list (node, element);
      break;
    case TRIO_NODE_CLUSTER:
      read_cluster (node, element);
      break;
    case TRIO_NODE_TABLE:
      node->label = trio_template_read_wording (element, "caption");
      node->fallback = trio_template_read_wording (element, "empty-text");
      node->count = read_count (element, "blank-rows");
      read_children (node->children, element);
      break;
    case TRIO_NODE_COLUMN:
      node->name = trio_template_read_label (element, "head");
      node->wording = trio_template_read_wording (element, NULL);
      break;
    case TRIO_NODE_FIGURE:
      node->label = trio_template_read_wording (element, "alt");
      node->wording = trio_template_read_wording (element, "caption");
      node->width_mm = trio_template_read_length (element, "width");
      break;
    case TRIO_NODE_TOC:
      node->label = trio_template_read_wording (element, "title");
      node->level = read_count (element, "depth");
      node->count = read_count (element, "when-pages-over");
      break;
    case TRIO_NODE_DECISION:
      node->label = trio_template_read_wording (element, "title");
      node->body = trio_template_read_label (element, "body");
      node->date = trio_template_read_label (element, "date");
      read_children (node->children, element);
      break;
    case TRIO_NODE_BOX:
      node->label = trio_template_read_wording (element, "title");
      read_children (node->children, element);
      break;
    default:
      read_children (node->children, element);
    }
}

static TrioNode *
read_node (xmlNode *element)
{
  TrioNodeKind kind = TRIO_NODE_BODY;
  TrioNode *node;

  while (!g_str_equal (trio_node_kind_get_name (kind), (const char *)element->name))
    kind++;
  node = trio_node_new (kind, trio_xml_get_line (element));
  node->name = trio_template_read_label (element, kind == TRIO_NODE_FOR_EACH ? "in" : "of");
  node->page_break = trio_template_read_flag (element, "page-break");
  node->is_appendix = trio_template_read_flag (element, "appendix");
  node->omit_empty = trio_template_read_flag (element, "omit-empty");
  node->level = read_count (element, "level");
  read_condition (node, element);
  read_own (node, element);
  if (kind == TRIO_NODE_IF)
    {
      xmlNode *otherwise = trio_xml_first_element (element, "else");

      if (otherwise != NULL)
        read_children (node->otherwise, otherwise);
    }
  return node;
}

static void
read_children (GPtrArray *nodes, xmlNode *element)
{
  for (xmlNode *child = trio_xml_first_element (element, NULL); child != NULL;
       child = trio_xml_next_element (child, NULL))
    if (!trio_xml_is (child, "else"))
      g_ptr_array_add (nodes, read_node (child));
}

/* The body element and everything in it. */
TrioNode *
trio_template_read_body (xmlNode *body)
{
  return read_node (body);
}
