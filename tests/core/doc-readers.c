/* doc-readers.c: readers that know nothing of the writers.
 *
 * HTML is read by libxml2's HTML parser, Markdown by cmark (the reference implementation of
 * CommonMark), text and CSV by a few lines here that follow how a person reads them.
 */
#include "doc-readers.h"

#include <gio/gio.h>
#include <libxml/HTMLparser.h>
#include <string.h>

#include "doc-fixtures.h"

static void
take_row (GPtrArray *rows, const char *kind, const char *words)
{
  g_autofree char *whole = g_strconcat (kind, " ", words, NULL);

  g_ptr_array_add (rows, squeeze (whole));
}

static gboolean
is_named (const xmlNode *node, const char *name)
{
  return node->type == XML_ELEMENT_NODE && strcmp ((const char *)node->name, name) == 0;
}

static char *
get_attribute (xmlNode *node, const char *name)
{
  xmlChar *value = xmlGetNoNsProp (node, (const xmlChar *)name);
  char *copy = g_strdup ((const char *)value);

  xmlFree (value);
  return copy;
}

/* The line ends and indents between the elements of a pretty-printed file. */
static gboolean
is_layout (const xmlNode *node)
{
  const char *words = (const char *)node->content;

  return node->type == XML_TEXT_NODE && *words == '\n' && words[strspn (words, " \n")] == '\0';
}

/* The text of a node without that of lists inside it; breaks count as spaces. */
static void
collect_text (const xmlNode *node, GString *words)
{
  for (const xmlNode *n = node->children; n != NULL; n = n->next)
    if (is_layout (n))
      continue;
    else if (n->type == XML_TEXT_NODE)
      g_string_append (words, (const char *)n->content);
    else if (is_named (n, "br") || is_named (n, "linebreak") || is_named (n, "softbreak"))
      g_string_append_c (words, ' ');
    else if (is_named (n, "dt") || is_named (n, "dd"))
      {
        collect_text (n, words);
        g_string_append_c (words, ' ');
      }
    else if (!is_named (n, "ul") && !is_named (n, "ol") && !is_named (n, "list")
             && !is_named (n, "html_inline"))
      collect_text (n, words);
}

static void
add_node (GPtrArray *rows, const char *kind, const xmlNode *node)
{
  g_autoptr (GString) words = g_string_new (NULL);

  collect_text (node, words);
  take_row (rows, kind, words->str);
}

static void
read_html_list (GPtrArray *rows, xmlNode *list, guint depth)
{
  g_autofree char *start = get_attribute (list, "start");
  g_autofree char *class = get_attribute (list, "class");
  guint number = start != NULL ? (guint)g_ascii_strtoull (start, NULL, 10) : 1;
  char sign = class != NULL && strstr (class, "paren") != NULL ? ')' : '.';

  for (xmlNode *item = list->children; item != NULL; item = item->next)
    {
      g_autofree char *kind = NULL;

      if (!is_named (item, "li"))
        continue;
      kind = is_named (list, "ul") ? g_strdup_printf ("i%u •", depth)
                                   : g_strdup_printf ("i%u %u%c", depth, number++, sign);
      add_node (rows, kind, item);
      for (xmlNode *n = item->children; n != NULL; n = n->next)
        if (is_named (n, "ul") || is_named (n, "ol"))
          read_html_list (rows, n, depth + 1);
    }
}

static void
read_html_blocks (GPtrArray *rows, xmlNode *parent)
{
  for (xmlNode *n = parent->children; n != NULL; n = n->next)
    {
      const char *name = (const char *)n->name;

      if (n->type != XML_ELEMENT_NODE)
        continue;
      if (name[0] == 'h' && g_ascii_isdigit (name[1]))
        {
          g_autofree char *kind = g_strdup_printf ("h%d", name[1] - '1');

          add_node (rows, kind, n);
        }
      else if (is_named (n, "p") || is_named (n, "dl"))
        add_node (rows, "p", n);
      else if (is_named (n, "ul") || is_named (n, "ol"))
        read_html_list (rows, n, 1);
      else if (is_named (n, "section") || is_named (n, "blockquote"))
        read_html_blocks (rows, n);
      else
        g_error ("unexpected element %s", name);
    }
}

static xmlNode *
find_node (xmlNode *node, const char *name)
{
  for (xmlNode *n = node; n != NULL; n = n->next)
    {
      xmlNode *inner;

      if (is_named (n, name))
        return n;
      inner = find_node (n->children, name);
      if (inner != NULL)
        return inner;
    }
  return NULL;
}

GPtrArray *
read_html (GBytes *bytes)
{
  GPtrArray *rows = g_ptr_array_new_with_free_func (g_free);
  gsize size;
  const char *data = g_bytes_get_data (bytes, &size);
  xmlDoc *doc = htmlReadMemory (data, (int)size, NULL, "UTF-8",
                                HTML_PARSE_NOERROR | HTML_PARSE_NOWARNING | HTML_PARSE_NONET);

  g_assert_nonnull (doc);
  read_html_blocks (rows, find_node (xmlDocGetRootElement (doc), "main"));
  xmlFreeDoc (doc);
  return rows;
}

static void
read_cmark_blocks (GPtrArray *rows, xmlNode *parent, const char *item_kind, guint depth)
{
  gboolean is_first = TRUE;
  guint number = 1;

  for (xmlNode *n = parent->children; n != NULL; n = n->next)
    {
      g_autofree char *kind = NULL;

      if (is_named (n, "heading"))
        {
          g_autofree char *level = get_attribute (n, "level");

          kind = g_strdup_printf ("h%d", level[0] - '1');
          add_node (rows, kind, n);
        }
      else if (is_named (n, "paragraph"))
        add_node (rows, item_kind != NULL && is_first ? item_kind : "p", n);
      else if (is_named (n, "block_quote"))
        read_cmark_blocks (rows, n, NULL, depth);
      else if (is_named (n, "list"))
        read_cmark_blocks (rows, n, NULL, depth + 1);
      else if (is_named (n, "item"))
        {
          g_autofree char *start = get_attribute (parent, "start");
          g_autofree char *delim = get_attribute (parent, "delim");
          guint first = start != NULL ? (guint)g_ascii_strtoull (start, NULL, 10) : 0;

          kind = start == NULL ? g_strdup_printf ("i%u •", depth)
                               : g_strdup_printf ("i%u %u%c", depth, first + number++ - 1,
                                                  g_strcmp0 (delim, "paren") == 0 ? ')' : '.');
          if (find_node (n->children, "paragraph") == NULL)
            take_row (rows, kind, "");
          read_cmark_blocks (rows, n, kind, depth);
        }
      else if (n->type == XML_ELEMENT_NODE && !is_named (n, "html_block"))
        g_error ("unexpected element %s", n->name);
      is_first = is_first && n->type != XML_ELEMENT_NODE;
    }
}

gboolean
can_read_markdown (void)
{
  g_autofree char *program = g_find_program_in_path ("cmark");

  return program != NULL;
}

GPtrArray *
read_markdown (GBytes *bytes)
{
  GPtrArray *rows = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GError) error = NULL;
  g_autoptr (GSubprocess) process = NULL;
  g_autoptr (GBytes) output = NULL;
  const char *data;
  gsize size;
  xmlDoc *doc;

  process = g_subprocess_new (G_SUBPROCESS_FLAGS_STDIN_PIPE | G_SUBPROCESS_FLAGS_STDOUT_PIPE,
                              &error, "cmark", "--to", "xml", "--unsafe", NULL);
  g_assert_no_error (error);
  g_subprocess_communicate (process, bytes, NULL, &output, NULL, &error);
  g_assert_no_error (error);
  data = g_bytes_get_data (output, &size);
  doc = xmlReadMemory (data, (int)size, NULL, NULL, XML_PARSE_NONET);
  g_assert_nonnull (doc);
  read_cmark_blocks (rows, xmlDocGetRootElement (doc), NULL, 0);
  xmlFreeDoc (doc);
  return rows;
}

/* The level that a line of equal signs below a text stands for, or -1. */
static int
find_underline (const char *line)
{
  static const char signs[] = "=-~.'`";
  const char *sign = *line != '\0' ? strchr (signs, *line) : NULL;

  if (sign == NULL || strspn (line, (char[]){ *sign, '\0' }) != strlen (line))
    return -1;
  return (int)(sign - signs);
}

/* The length of a bullet or number with the spaces after it, 0 if the line has none. */
static gsize
find_marker (const char *line)
{
  gsize n = strspn (line, "0123456789");

  if (n > 0 && (line[n] == '.' || line[n] == ')'))
    n++;
  else if (g_str_has_prefix (line, "•"))
    n = strlen ("•");
  else
    n = line[0] == 'o' ? 1 : 0;
  return n > 0 && (line[n] == ' ' || line[n] == '\0') ? n + strspn (line + n, " ") : 0;
}

static void
read_text_list (GPtrArray *rows, char **lines)
{
  gsize indents[8] = { 0 };
  guint depth = 0;
  g_autoptr (GString) item = NULL;

  for (guint i = 0; lines[i] != NULL; i++)
    {
      gsize indent = strspn (lines[i], " ");
      gsize marker = find_marker (lines[i] + indent);

      if (marker > 0 && (depth == 0 || indent <= indents[depth]))
        {
          g_autofree char *sign = g_strndup (lines[i] + indent, marker);

          g_strstrip (sign);
          if (item != NULL)
            take_row (rows, item->str, "");
          else
            item = g_string_new (NULL);
          while (depth > 0 && indent < indents[depth])
            depth--;
          if (depth == 0 || indent > indents[depth - 1])
            depth++;
          indents[depth - 1] = indent;
          indents[depth] = indent + (gsize)g_utf8_strlen (lines[i] + indent, (gssize)marker);
          g_string_printf (item, "i%u %s %s", depth, g_str_equal (sign, "o") ? "•" : sign,
                           lines[i] + indent + marker);
        }
      else
        g_string_append_printf (item, " %s", lines[i]);
    }
  take_row (rows, item->str, "");
}

static void
read_text_group (GPtrArray *rows, char **lines)
{
  guint n = g_strv_length (lines);
  int level = n > 1 ? find_underline (lines[n - 1]) : -1;

  if (level < 0 && find_marker (lines[0]) > 0)
    {
      read_text_list (rows, lines);
      return;
    }
  if (level >= 0)
    g_clear_pointer (&lines[n - 1], g_free);

  {
    g_autofree char *words = g_strjoinv (" ", lines);
    g_autofree char *kind = level >= 0 ? g_strdup_printf ("h%d", level) : g_strdup ("p");

    take_row (rows, kind, words);
  }
}

GPtrArray *
read_text (GBytes *bytes)
{
  GPtrArray *rows = g_ptr_array_new_with_free_func (g_free);
  gsize size;
  const char *data = g_bytes_get_data (bytes, &size);
  g_autofree char *whole = g_strndup (data, size);
  g_auto (GStrv) groups = NULL;

  groups = g_strsplit (g_strchomp (whole), "\n\n", -1);
  for (guint i = 0; groups[i] != NULL; i++)
    {
      const char *group = groups[i] + strspn (groups[i], "\n");
      g_auto (GStrv) lines = g_strsplit (group, "\n", -1);

      if (*group != '\0')
        read_text_group (rows, lines);
    }
  return rows;
}

/* Reads CSV as RFC 4180 says; a row is its cells joined by U+001F. */
GPtrArray *
read_csv (GBytes *bytes)
{
  GPtrArray *rows = g_ptr_array_new_with_free_func (g_free);
  gsize size;
  const char *data = g_bytes_get_data (bytes, &size);
  g_autoptr (GString) row = g_string_new (NULL);
  gboolean is_quoted = FALSE;

  g_assert_cmpmem (data, 3, "\357\273\277", 3);
  for (const char *p = data + 3; p < data + size; p++)
    if (is_quoted && *p == '"' && p[1] == '"')
      g_string_append_c (row, *p++);
    else if (*p == '"')
      is_quoted = !is_quoted;
    else if (is_quoted || (*p != ';' && *p != '\r'))
      g_string_append_c (row, *p);
    else if (*p == ';')
      g_string_append_c (row, '\037');
    else
      {
        g_assert_cmpint (*++p, ==, '\n');
        g_ptr_array_add (rows, g_strdup (row->str));
        g_string_truncate (row, 0);
      }
  g_assert_false (is_quoted);
  g_assert_cmpuint (row->len, ==, 0);
  return rows;
}
