/* trio-writer-docx-text.c: escaping, relationships, runs and paragraphs of the DOCX writer.
 *
 * The only road on which foreign text gets into a part. What XML cannot hold is left out
 * here once more, although the tree has cleaned its text: one bad character makes Word
 * refuse the whole file.
 */
#include "config.h"

#include <string.h>

#include "base/trio-text.h"
#include "document/writers/trio-writer-docx-private.h"

#define REL_HYPERLINK "hyperlink"

/* Space above a paragraph that follows a table; twentieths of a point. */
#define SPACE_BELOW_TABLE 160

/* What the path, query and fragment of an address may hold besides letters and digits. */
#define URL_ALLOWED "!#$&'()*+,/:;=?@[]%"

static gsize
append_valid (GString *xml, const char *text)
{
  gsize i = 0, done = 0;

  for (;; i++)
    {
      guchar c = (guchar)text[i];
      const char *replacement = NULL;

      if (c == '&')
        replacement = "&amp;";
      else if (c == '<')
        replacement = "&lt;";
      else if (c == '>')
        replacement = "&gt;";
      else if (c == '"')
        replacement = "&quot;";
      else if (c == '\t' || c == '\n' || c == '\r')
        replacement = " ";
      else if (c < 0x20)
        replacement = "";
      else if (c == 0xef && (guchar)text[i + 1] == 0xbf && (guchar)text[i + 2] >= 0xbe)
        replacement = "";

      if (replacement == NULL)
        continue;
      g_string_append_len (xml, text + done, i - done);
      if (c == '\0')
        return i;
      g_string_append (xml, replacement);
      if (c == 0xef)
        i += 2;
      done = i + 1;
    }
}

/* docx_append_escaped:
 * @xml: where to
 * @text: (nullable): any text
 *
 * Appends text as XML wants it, between tags or in a quoted attribute. Line ends become
 * spaces, since Word refuses them in a run; what XML cannot hold is left out.
 */
void
docx_append_escaped (GString *xml, const char *text)
{
  g_autofree char *clean = NULL;

  if (text == NULL)
    return;
  if (!g_utf8_validate (text, -1, NULL))
    text = clean = trio_text_clean (text, -1, TRIO_TEXT_PLAIN);
  append_valid (xml, text);
}

/* Appends <element>text</element>, or nothing without text. */
void
docx_append_element (GString *xml, const char *element, const char *text)
{
  if (text == NULL || *text == '\0')
    return;
  g_string_append_printf (xml, "<%s>", element);
  docx_append_escaped (xml, text);
  g_string_append_printf (xml, "</%s>", element);
}

void
docx_rels_init (DocxRels *rels)
{
  rels->xml = g_string_new (NULL);
  rels->count = 0;
  rels->links = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
}

void
docx_rels_clear (DocxRels *rels)
{
  g_string_free (rels->xml, TRUE);
  g_hash_table_unref (rels->links);
}

/* docx_rels_add:
 * @rels: the relationships of a part
 * @type: the last word of the type, or a full type with "://"
 * @target: the part or address
 * @is_external: whether the target is an address
 *
 * Adds a relationship unless it is there.
 *
 * Returns: its number; its id is "rId" and the number
 */
guint
docx_rels_add (DocxRels *rels, const char *type, const char *target, gboolean is_external)
{
  guint known = GPOINTER_TO_UINT (g_hash_table_lookup (rels->links, target));

  if (known != 0)
    return known;

  rels->count++;
  g_string_append_printf (rels->xml, "<Relationship Id=\"rId%u\" Type=\"%s%s\" Target=\"",
                          rels->count, strstr (type, "://") != NULL ? "" : DOCX_NS_R "/", type);
  docx_append_escaped (rels->xml, target);
  g_string_append (rels->xml, is_external ? "\" TargetMode=\"External\"/>" : "\"/>");
  g_hash_table_insert (rels->links, g_strdup (target), GUINT_TO_POINTER (rels->count));
  return rels->count;
}

void
docx_story_init (DocxStory *story, DocxWriter *writer)
{
  memset (story, 0, sizeof *story);
  story->writer = writer;
  story->xml = g_string_new (DOCX_DECLARATION);
  docx_rels_init (&story->rels);
}

void
docx_story_clear (DocxStory *story)
{
  if (story->xml != NULL)
    g_string_free (story->xml, TRUE);
  docx_rels_clear (&story->rels);
}

static char *
dup_mail_link (const char *url)
{
  const char *address = strchr (url, ':') + 1;

  if (strchr (address, '@') == NULL)
    return NULL;
  return g_uri_escape_string (url, URL_ALLOWED, FALSE);
}

/* docx_dup_link:
 * @url: an address as somebody typed it
 *
 * Word refuses a file with an address that is none. So only web, mail and telephone
 * addresses become links, with everything unusual in them encoded.
 *
 * Returns: (nullable): the address for a relationship, or %NULL where it cannot be one
 */
char *
docx_dup_link (const char *url)
{
  g_autofree char *scheme = url != NULL ? g_uri_parse_scheme (url) : NULL;
  g_autofree char *host = NULL;
  g_autofree char *encoded = NULL;
  g_autoptr (GUri) uri = NULL;

  if (scheme == NULL)
    return NULL;
  if (g_ascii_strcasecmp (scheme, "mailto") == 0)
    return dup_mail_link (url);
  if (g_ascii_strcasecmp (scheme, "tel") == 0)
    return g_uri_escape_string (url, "+:()", FALSE);
  if (g_ascii_strcasecmp (scheme, "http") != 0 && g_ascii_strcasecmp (scheme, "https") != 0)
    return NULL;

  uri = g_uri_parse (url,
                     G_URI_FLAGS_ENCODED_PATH | G_URI_FLAGS_ENCODED_QUERY
                         | G_URI_FLAGS_ENCODED_FRAGMENT | G_URI_FLAGS_PARSE_RELAXED,
                     NULL);
  if (uri == NULL || g_uri_get_host (uri) == NULL || g_uri_get_userinfo (uri) != NULL)
    return NULL;
  host = g_hostname_to_ascii (g_uri_get_host (uri));
  if (host == NULL || *host == '\0' || *host == '.'
      || strspn (host, "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789.-_")
             != strlen (host))
    return NULL;

  encoded = g_uri_join (G_URI_FLAGS_ENCODED_PATH | G_URI_FLAGS_ENCODED_QUERY
                            | G_URI_FLAGS_ENCODED_FRAGMENT,
                        scheme, NULL, host, g_uri_get_port (uri), g_uri_get_path (uri),
                        g_uri_get_query (uri), g_uri_get_fragment (uri));
  return g_uri_escape_string (encoded, URL_ALLOWED, FALSE);
}

/* docx_get_bookmark:
 * @writer: the package
 * @anchor: the anchor of a block
 *
 * Bookmark names are unique without regard to case, at most 40 characters long, and made of
 * letters, digits and underscores.
 *
 * Returns: the name for this anchor, always the same
 */
const char *
docx_get_bookmark (DocxWriter *writer, const char *anchor)
{
  const char *known = g_hash_table_lookup (writer->bookmarks, anchor);
  g_autoptr (GString) name = NULL;
  g_autofree char *lower = NULL;
  gsize stem;
  guint n = 1;

  if (known != NULL)
    return known;

  name = g_string_new (g_ascii_isalpha (*anchor) ? NULL : "_");
  for (const char *p = anchor; *p != '\0' && name->len < 32; p++)
    if (((guchar)*p & 0xc0) != 0x80)
      g_string_append_c (name, g_ascii_isalnum (*p) ? *p : '_');

  stem = name->len;
  lower = g_ascii_strdown (name->str, -1);
  while (g_hash_table_contains (writer->bookmark_names, lower))
    {
      g_string_truncate (name, stem);
      g_string_append_printf (name, "_%u", ++n);
      g_free (lower);
      lower = g_ascii_strdown (name->str, -1);
    }
  g_hash_table_add (writer->bookmark_names, g_steal_pointer (&lower));
  g_hash_table_insert (writer->bookmarks, g_strdup (anchor), g_strdup (name->str));
  return g_hash_table_lookup (writer->bookmarks, anchor);
}

/* Appends a run of text with a character style, or none. */
void
docx_append_run (DocxStory *story, const char *text, const char *style)
{
  GString *xml = story->xml;

  if (text == NULL || *text == '\0')
    return;
  g_string_append (xml, "<w:r>");
  if (style != NULL)
    g_string_append_printf (xml, "<w:rPr><w:rStyle w:val=\"%s\"/></w:rPr>", style);
  g_string_append (xml, "<w:t xml:space=\"preserve\">");
  docx_append_escaped (xml, text);
  g_string_append (xml, "</w:t></w:r>");
}

static void
append_link (DocxStory *story, const TrioInline *link)
{
  g_autofree char *target = NULL;
  const char *bookmark = NULL;

  if (link->url != NULL && link->url[0] == '#' && link->url[1] != '\0')
    bookmark = g_hash_table_lookup (story->writer->bookmarks, link->url + 1);
  else
    target = docx_dup_link (link->url);

  if (bookmark != NULL)
    g_string_append_printf (story->xml, "<w:hyperlink w:anchor=\"%s\" w:history=\"1\">", bookmark);
  else if (target != NULL)
    g_string_append_printf (story->xml, "<w:hyperlink r:id=\"rId%u\" w:history=\"1\">",
                            docx_rels_add (&story->rels, REL_HYPERLINK, target, TRUE));
  else
    {
      docx_append_run (story, link->text, NULL);
      return;
    }
  docx_append_run (story, link->text, "Hyperlink");
  g_string_append (story->xml, "</w:hyperlink>");
}

static void
append_field (DocxStory *story, const char *field)
{
  g_string_append_printf (story->xml,
                          "<w:fldSimple w:instr=\" %s \"><w:r><w:t>1</w:t></w:r></w:fldSimple>",
                          field);
}

/* Appends what stands inside a paragraph. */
void
docx_append_inlines (DocxStory *story, const TrioInlines *inlines)
{
  guint length = inlines != NULL ? trio_inlines_get_length (inlines) : 0;

  for (guint i = 0; i < length; i++)
    {
      const TrioInline *item = trio_inlines_get (inlines, i);

      switch (item->kind)
        {
        case TRIO_INLINE_TEXT:
          docx_append_run (story, item->text, NULL);
          break;
        case TRIO_INLINE_STRONG:
          docx_append_run (story, item->text, "Strong");
          break;
        case TRIO_INLINE_EMPHASIS:
          docx_append_run (story, item->text, "Emphasis");
          break;
        case TRIO_INLINE_LINK:
          append_link (story, item);
          break;
        case TRIO_INLINE_LINE_BREAK:
          g_string_append (story->xml, "<w:r><w:br/></w:r>");
          break;
        case TRIO_INLINE_PAGE_NUMBER:
          append_field (story, "PAGE");
          break;
        case TRIO_INLINE_PAGE_COUNT:
          append_field (story, "NUMPAGES");
          break;
        }
    }
}

/* docx_para_start:
 * @story: the part
 * @para: what the paragraph has beyond its text
 *
 * Opens a paragraph; the order of the properties is that of the schema.
 */
void
docx_para_start (DocxStory *story, const DocxPara *para)
{
  GString *xml = story->xml;
  gboolean is_heading = g_str_has_prefix (para->style, "Heading");

  g_string_append_printf (xml, "<w:p><w:pPr><w:pStyle w:val=\"%s\"/>", para->style);
  if (para->keep_next)
    g_string_append (xml, "<w:keepNext/>");
  if (para->page_break)
    g_string_append (xml, "<w:pageBreakBefore/>");
  if (para->num != 0)
    g_string_append_printf (xml, "<w:numPr><w:ilvl w:val=\"%u\"/><w:numId w:val=\"%u\"/></w:numPr>",
                            para->level, para->num);
  if (story->box_depth > 0)
    g_string_append (xml, "<w:pBdr><w:left w:val=\"single\" w:sz=\"24\" w:space=\"8\""
                          " w:color=\"8FA3BC\"/></w:pBdr>"
                          "<w:shd w:val=\"clear\" w:color=\"auto\" w:fill=\"F1F4F8\"/>");
  if (para->indent > 0)
    g_string_append_printf (xml, "<w:tabs><w:tab w:val=\"left\" w:pos=\"%u\"/></w:tabs>",
                            para->indent);
  if ((story->after_table && !is_heading) || para->space_after >= 0)
    {
      g_string_append (xml, "<w:spacing");
      if (story->after_table && !is_heading)
        g_string_append_printf (xml, " w:before=\"%d\"", SPACE_BELOW_TABLE);
      if (para->space_after >= 0)
        g_string_append_printf (xml, " w:after=\"%d\"", para->space_after);
      g_string_append (xml, "/>");
    }
  if (para->indent > 0)
    g_string_append_printf (xml, "<w:ind w:left=\"%u\" w:hanging=\"%u\"/>", para->indent,
                            para->indent);
  if (para->loose)
    g_string_append (xml, "<w:contextualSpacing w:val=\"0\"/>");
  g_string_append (xml, "</w:pPr>");
  story->after_table = FALSE;
}

/* Closes a paragraph. */
void
docx_para_end (DocxStory *story)
{
  g_string_append (story->xml, "</w:p>");
}
