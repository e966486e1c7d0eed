/* trio-writer-docx-text.c: runs and paragraphs of the DOCX writer. */
#include "config.h"

#include <string.h>

#include "document/writers/trio-writer-docx-private.h"

#define REL_HYPERLINK "hyperlink"

/* The edges above and below a box that give its text room. */
#define BOX_EDGE(side) \
  "<w:" side " w:val=\"single\" w:sz=\"4\" w:space=\"4\" w:color=\"" TRIO_MARKUP_BOX_FILL "\"/>"

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
  trio_markup_escape (xml, text);
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
    target = trio_markup_dup_link (link->url);

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

/* A table has no space of its own below; at the top of a page a heading needs none above. */
static void
append_spacing (DocxStory *story, const DocxPara *para)
{
  gboolean is_heading = g_str_has_prefix (para->style, "Heading");
  int before = -1;

  if (is_heading && para->page_break)
    before = 0;
  else if (!is_heading && story->after_table)
    before = TRIO_MARKUP_SPACE_BELOW_TABLE;
  if (before < 0 && para->space_after < 0)
    return;

  g_string_append (story->xml, "<w:spacing");
  if (before >= 0)
    g_string_append_printf (story->xml, " w:before=\"%d\"", before);
  if (para->space_after >= 0)
    g_string_append_printf (story->xml, " w:after=\"%d\"", para->space_after);
  g_string_append (story->xml, "/>");
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

  g_string_append_printf (xml, "<w:p><w:pPr><w:pStyle w:val=\"%s\"/>", para->style);
  if (para->keep_next)
    g_string_append (xml, "<w:keepNext/>");
  if (para->page_break)
    g_string_append (xml, "<w:pageBreakBefore/>");
  if (para->num != 0)
    g_string_append_printf (xml, "<w:numPr><w:ilvl w:val=\"%u\"/><w:numId w:val=\"%u\"/></w:numPr>",
                            para->level, para->num);
  if (story->box_depth > 0)
    g_string_append (xml,
                     "<w:pBdr>" BOX_EDGE (
                         "top") "<w:left w:val=\"single\" w:sz=\"24\""
                                " w:space=\"8\" w:color=\"" TRIO_MARKUP_BOX_EDGE "\"/>" BOX_EDGE (
                                    "bottom") "</w:pBdr>"
                                              "<w:shd w:val=\"clear\" w:color=\"auto\" "
                                              "w:fill=\"" TRIO_MARKUP_BOX_FILL "\"/>");
  if (para->indent > 0)
    g_string_append_printf (xml, "<w:tabs><w:tab w:val=\"left\" w:pos=\"%u\"/></w:tabs>",
                            para->indent);
  append_spacing (story, para);
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
