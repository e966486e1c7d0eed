/* trio-theme-set.c: a theme set in memory, read from XML and written as XML. */
#include "config.h"

#include "exchange/trio-theme-set.h"

#include <string.h>

#include <libxml/xmlwriter.h>

#include "base/trio-error.h"
#include "base/trio-text.h"
#include "base/trio-xml.h"
#include "exchange/trio-theme-set-private.h"

static void
free_theme (gpointer data)
{
  TrioSetTheme *theme = data;

  g_free (theme->title);
  g_free (theme->subtitle);
  g_free (theme->topic);
  g_ptr_array_unref (theme->questions);
  g_strfreev (theme->direction);
  g_free (theme);
}

/* Lines in a set may be wrapped and indented; what counts is one line with single spaces. */
static char *
dup_line (xmlNode *parent, const char *name)
{
  xmlNode *node = name ? trio_xml_first_element (parent, name) : parent;
  g_autofree char *raw = node ? trio_xml_dup_text (node) : g_strdup ("");
  g_autofree char *clean = trio_text_clean (raw, -1, TRIO_TEXT_ONE_LINE | TRIO_TEXT_NFC);
  g_auto (GStrv) words = g_strsplit_set (clean, " ", -1);
  g_autoptr (GString) line = g_string_new (NULL);

  for (char **word = words; *word; word++)
    if (**word)
      g_string_append_printf (line, "%s%s", line->len > 0 ? " " : "", *word);

  return g_string_free (g_steal_pointer (&line), FALSE);
}

static char **
dup_lines (xmlNode *parent, const char *name)
{
  g_autoptr (GStrvBuilder) lines = g_strv_builder_new ();

  for (xmlNode *node = trio_xml_first_element (parent, name); node;
       node = trio_xml_next_element (node, name))
    {
      g_autofree char *line = dup_line (node, NULL);

      g_strv_builder_add (lines, line);
    }

  return g_strv_builder_end (lines);
}

static TrioSetQuestion *
read_question (xmlNode *node)
{
  TrioSetQuestion *question = trio_set_question_new ();

  question->text = dup_line (node, "text");
  question->points = dup_lines (node, "point");

  return question;
}

static TrioSetTheme *
read_theme (xmlNode *node)
{
  TrioSetTheme *theme = trio_set_theme_new ();
  xmlNode *questions = trio_xml_first_element (node, "questions");
  xmlNode *direction = trio_xml_first_element (node, "direction");
  g_autofree char *colour = trio_xml_dup_attribute (node, "colour");

  theme->title = dup_line (node, "title");
  theme->subtitle = dup_line (node, "subtitle");
  theme->topic = dup_line (node, "topic");
  theme->colour = colour ? trio_theme_set_colour_from_name (colour) : TRIO_SET_NO_COLOUR;
  theme->direction = direction ? dup_lines (direction, "p") : g_new0 (char *, 1);

  if (questions)
    for (xmlNode *child = trio_xml_first_element (questions, "question"); child;
         child = trio_xml_next_element (child, "question"))
      g_ptr_array_add (theme->questions, read_question (child));

  return theme;
}

static TrioThemeSet *
read_set (xmlNode *root)
{
  TrioThemeSet *set = trio_theme_set_alloc ();
  g_autofree char *version = trio_xml_dup_attribute (root, "version");
  xmlChar *lang = xmlGetNsProp (root, (const xmlChar *)"lang", XML_XML_NAMESPACE);

  set->id = trio_xml_dup_attribute (root, "id");
  set->version = (guint)g_ascii_strtoull (version, NULL, 10);
  set->lang = g_strdup ((const char *)lang);
  set->title = dup_line (root, "title");
  set->series = dup_line (root, "series");
  set->description = dup_line (root, "description");
  xmlFree (lang);

  for (xmlNode *node = trio_xml_first_element (root, "theme"); node;
       node = trio_xml_next_element (node, "theme"))
    g_ptr_array_add (set->themes, read_theme (node));

  return set;
}

static void
write_optional (TrioXmlWriter *writer, const char *element, const char *text)
{
  if (*text)
    trio_xml_writer_element (writer, element, text);
}

static void
write_lines (TrioXmlWriter *writer, const char *element, char *const *lines)
{
  for (; *lines; lines++)
    trio_xml_writer_element (writer, element, *lines);
}

static void
write_theme (TrioXmlWriter *writer, const TrioSetTheme *theme)
{
  trio_xml_writer_start (writer, "theme");
  if (theme->colour != TRIO_SET_NO_COLOUR)
    trio_xml_writer_attribute (writer, "colour", trio_theme_set_colour_name (theme->colour));
  trio_xml_writer_element (writer, "title", theme->title);
  write_optional (writer, "subtitle", theme->subtitle);
  write_optional (writer, "topic", theme->topic);

  if (theme->questions->len > 0)
    {
      trio_xml_writer_start (writer, "questions");
      for (guint i = 0; i < theme->questions->len; i++)
        {
          const TrioSetQuestion *question = theme->questions->pdata[i];

          trio_xml_writer_start (writer, "question");
          trio_xml_writer_element (writer, "text", question->text);
          write_lines (writer, "point", question->points);
          trio_xml_writer_end (writer);
        }
      trio_xml_writer_end (writer);
    }

  if (theme->direction[0])
    {
      trio_xml_writer_start (writer, "direction");
      write_lines (writer, "p", theme->direction);
      trio_xml_writer_end (writer);
    }
  trio_xml_writer_end (writer);
}

TrioThemeSet *
trio_theme_set_alloc (void)
{
  TrioThemeSet *set = g_new0 (TrioThemeSet, 1);

  g_atomic_ref_count_init (&set->refs);
  set->themes = g_ptr_array_new_with_free_func (free_theme);

  return set;
}

TrioSetTheme *
trio_set_theme_new (void)
{
  TrioSetTheme *theme = g_new0 (TrioSetTheme, 1);

  theme->colour = TRIO_SET_NO_COLOUR;
  theme->questions = g_ptr_array_new_with_free_func ((GDestroyNotify)trio_set_question_free);

  return theme;
}

TrioSetQuestion *
trio_set_question_new (void)
{
  return g_new0 (TrioSetQuestion, 1);
}

void
trio_set_question_free (TrioSetQuestion *question)
{
  g_free (question->text);
  g_strfreev (question->points);
  g_free (question);
}

gboolean
trio_theme_set_is_id (const char *text)
{
  return strlen (text) <= 64
         && g_regex_match_simple ("^[a-z0-9]+(-[a-z0-9]+)*$", text, G_REGEX_DOLLAR_ENDONLY, 0);
}

static const char *const *
colour_names (void)
{
  return trio_kind_get_info (TRIO_KIND_THEME)->fields[TRIO_THEME_COLOUR].names;
}

int
trio_theme_set_colour_from_name (const char *name)
{
  const char *const *names = colour_names ();

  for (int i = 0; names[i]; i++)
    if (g_str_equal (names[i], name))
      return i;

  return TRIO_SET_NO_COLOUR;
}

const char *
trio_theme_set_colour_name (int colour)
{
  return colour_names ()[colour];
}

/**
 * trio_theme_set_ref:
 * @set: a theme set
 *
 * Returns: (transfer full): @set with one more reference
 */
TrioThemeSet *
trio_theme_set_ref (TrioThemeSet *set)
{
  g_atomic_ref_count_inc (&set->refs);

  return set;
}

/**
 * trio_theme_set_unref:
 * @set: (transfer full): a theme set
 *
 * Gives up a reference; the last one frees the set.
 */
void
trio_theme_set_unref (TrioThemeSet *set)
{
  if (!g_atomic_ref_count_dec (&set->refs))
    return;

  g_free (set->id);
  g_free (set->lang);
  g_free (set->title);
  g_free (set->series);
  g_free (set->description);
  g_free (set->path);
  g_ptr_array_unref (set->themes);
  g_free (set);
}

/**
 * trio_theme_set_parse:
 * @bytes: the content of a theme set file
 * @name: what to call the file in messages
 * @error: return location for an error
 *
 * Reads a theme set without trusting it: size limit, no DTD, no entities, checked against the
 * schema. Its path is %NULL.
 *
 * Returns: (transfer full) (nullable): the set, or %NULL with %TRIO_ERROR_PARSE or
 *   %TRIO_ERROR_TOO_LARGE
 */
TrioThemeSet *
trio_theme_set_parse (GBytes *bytes, const char *name, GError **error)
{
  xmlDoc *doc = trio_xml_parse (bytes, name, TRIO_XML_MAX_TEMPLATE, error);
  TrioThemeSet *set = NULL;

  if (!doc)
    return NULL;
  if (trio_theme_set_check_document (doc, name, error))
    set = read_set (xmlDocGetRootElement (doc));
  xmlFreeDoc (doc);

  return set;
}

/**
 * trio_theme_set_to_bytes:
 * @set: a theme set
 * @error: return location for an error
 *
 * Writes the set as XML that trio_theme_set_parse() reads back to an equal set. The same set
 * gives the same bytes.
 *
 * Returns: (transfer full) (nullable): the file's content, or %NULL with %TRIO_ERROR_FAILED
 */
GBytes *
trio_theme_set_to_bytes (const TrioThemeSet *set, GError **error)
{
  g_autoptr (TrioXmlWriter) writer = trio_xml_writer_new ();

  /* People read and edit these files. */
  xmlTextWriterSetIndent (trio_xml_writer_get (writer), 1);
  xmlTextWriterSetIndentString (trio_xml_writer_get (writer), (const xmlChar *)"  ");

  trio_xml_writer_start (writer, "themeset");
  trio_xml_writer_attribute (writer, "xmlns", TRIO_THEME_SET_NAMESPACE);
  trio_xml_writer_attribute (writer, "id", set->id);
  trio_xml_writer_attribute_int (writer, "version", set->version);
  trio_xml_writer_attribute (writer, "xml:lang", set->lang);
  trio_xml_writer_element (writer, "title", set->title);
  write_optional (writer, "series", set->series);
  write_optional (writer, "description", set->description);
  for (guint i = 0; i < set->themes->len; i++)
    write_theme (writer, set->themes->pdata[i]);
  trio_xml_writer_end (writer);

  return trio_xml_writer_finish (writer, error);
}

/**
 * trio_theme_set_get_language:
 * @set: a theme set
 *
 * Returns: the language that a workshop started from the set has: Danish for a Danish set,
 *   English for any other
 */
TrioLanguage
trio_theme_set_get_language (const TrioThemeSet *set)
{
  gboolean danish = g_str_has_prefix (set->lang, "da") && !g_ascii_isalpha (set->lang[2]);

  return danish ? TRIO_LANGUAGE_DA : TRIO_LANGUAGE_EN;
}
