/* trio-writer-docx-header.c: page headers and footers of the DOCX writer.
 *
 * The logo stands on the first page only. A first page of its own exists only where it looks
 * different from the others; each header and footer is a part of its own.
 */
#include "config.h"

#include "document/writers/trio-writer-docx-private.h"

/* Both stand on the side of the logo, and the last of them keeps the text at a distance. */
static void
append_logo (DocxStory *story, const TrioMarkupPicture *logo, const char *style, gboolean is_last)
{
  const TrioLetterhead *head = story->writer->letterhead;
  DocxPara para = { .style = style,
                    .space_after = is_last ? TRIO_MARKUP_HEADER_SPACE : TRIO_MARKUP_LOGO_SPACE };

  docx_para_start (story, &para);
  docx_append_picture (story, logo, head->logo_alt, head->logo_width_mm, 0);
  docx_para_end (story);
}

static void
append_text (DocxStory *story, const char *style, const TrioInlines *inlines, int space_after)
{
  DocxPara para = { .style = style, .space_after = space_after };

  docx_para_start (story, &para);
  docx_append_inlines (story, inlines);
  docx_para_end (story);
}

/* docx_write_header:
 * @story: an empty part
 * @is_first: whether it is that of the first page
 * @error: where to say that the logo is no picture
 *
 * Writes a page header.
 *
 * Returns: 1 when there is one, 0 when there is none, -1 with an error
 */
int
docx_write_header (DocxStory *story, gboolean is_first, GError **error)
{
  const TrioLetterhead *head = story->writer->letterhead;
  gboolean with_text
      = trio_markup_has_text (head->header) && (!is_first || head->header_on_first_page);
  gboolean with_logo = is_first && head->logo != NULL;
  const char *style
      = head->logo != NULL && head->logo_place == TRIO_LOGO_TOP_RIGHT ? "HeaderRight" : "Header";

  if (!with_text && !with_logo)
    return 0;

  g_string_append (story->xml, "<w:hdr" DOCX_STORY_NAMESPACES ">");
  if (with_logo)
    {
      TrioMarkupPicture *logo
          = trio_markup_add_picture (story->writer->pictures, DOCX_MEDIA, head->logo, error);

      if (logo == NULL)
        return -1;
      append_logo (story, logo, style, !with_text);
    }
  if (with_text)
    append_text (story, style, head->header, TRIO_MARKUP_HEADER_SPACE);
  g_string_append (story->xml, "</w:hdr>");
  return 1;
}

/* docx_write_footer:
 * @story: an empty part
 *
 * Writes a page footer.
 *
 * Returns: 1 when there is one, 0 when there is none
 */
int
docx_write_footer (DocxStory *story)
{
  const TrioLetterhead *head = story->writer->letterhead;

  if (!trio_markup_has_text (head->footer))
    return 0;
  g_string_append (story->xml, "<w:ftr" DOCX_STORY_NAMESPACES ">");
  append_text (story, "Footer", head->footer, -1);
  g_string_append (story->xml, "</w:ftr>");
  return 1;
}
