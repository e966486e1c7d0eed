/* trio-writer-docx-body.c: the blocks of the tree as paragraphs of a DOCX.
 *
 * One function for each kind of block. Page breaks are properties of the paragraph that
 * begins the page; there are no empty paragraphs.
 */
#include "config.h"

#include "document/writers/trio-writer-docx-private.h"

static void
bookmark_start (DocxStory *story, const TrioBlock *block)
{
  if (block->anchor == NULL || *block->anchor == '\0')
    return;
  g_string_append_printf (story->xml, "<w:bookmarkStart w:id=\"%u\" w:name=\"%s\"/>",
                          story->writer->n_bookmarks,
                          docx_get_bookmark (story->writer, block->anchor));
}

static void
bookmark_end (DocxStory *story, const TrioBlock *block)
{
  if (block->anchor == NULL || *block->anchor == '\0')
    return;
  g_string_append_printf (story->xml, "<w:bookmarkEnd w:id=\"%u\"/>", story->writer->n_bookmarks++);
}

static void
append_heading (DocxStory *story, const TrioBlock *block, guint level, const TrioInlines *inlines)
{
  g_autofree char *style
      = g_strdup_printf ("Heading%u", CLAMP (level, 1, TRIO_MARKUP_HEADING_LEVELS));
  DocxPara para = { .style = style, .page_break = block->starts_page, .space_after = -1 };

  if (block->kind == TRIO_BLOCK_HEADING)
    {
      para.num = docx_num_for_heading (story, block);
      para.level = level - 1;
    }
  docx_para_start (story, &para);
  bookmark_start (story, block);
  if (block->kind == TRIO_BLOCK_HEADING && block->heading.style == TRIO_NUMBER_LITERAL
      && block->heading.literal != NULL)
    {
      g_autofree char *label = g_strconcat (block->heading.literal, " ", NULL);

      docx_append_run (story, label, NULL);
    }
  docx_append_inlines (story, inlines);
  bookmark_end (story, block);
  docx_para_end (story);
}

static void
append_para (DocxStory *story, const TrioBlock *block, gboolean keep_next)
{
  static const char *const styles[] = {
    [TRIO_PARA_NORMAL] = "BodyText", [TRIO_PARA_LEAD] = "LeadParagraph",
    [TRIO_PARA_SMALL] = "SmallText", [TRIO_PARA_QUOTE] = "Quote",
    [TRIO_PARA_LABEL] = "LabelText",
  };
  DocxPara para = {
    .style = styles[block->para.style],
    .keep_next = keep_next && block->para.style != TRIO_PARA_LABEL,
    .page_break = block->starts_page,
    .space_after = -1,
  };

  /* Nothing to say is no reason for an empty paragraph. */
  if (trio_inlines_is_empty (block->para.inlines) && !block->starts_page)
    return;
  docx_para_start (story, &para);
  bookmark_start (story, block);
  docx_append_inlines (story, block->para.inlines);
  bookmark_end (story, block);
  docx_para_end (story);
}

static void
append_title (DocxStory *story, const TrioBlock *block)
{
  DocxPara para = { .style = "Title", .page_break = block->starts_page, .space_after = -1 };

  docx_para_start (story, &para);
  bookmark_start (story, block);
  docx_append_inlines (story, block->title.inlines);
  bookmark_end (story, block);
  docx_para_end (story);
}

static gboolean
append_figure (DocxStory *story, const TrioBlock *block, GError **error)
{
  gboolean has_caption
      = block->figure.caption != NULL && !trio_inlines_is_empty (block->figure.caption);
  DocxPara para = {
    .style = "Figure",
    .keep_next = has_caption,
    .page_break = block->starts_page,
    .space_after = -1,
  };
  TrioMarkupPicture *picture
      = trio_markup_add_picture (story->writer->pictures, DOCX_MEDIA, block->figure.image, error);

  if (picture == NULL)
    return FALSE;
  docx_para_start (story, &para);
  docx_append_picture (story, picture, block->figure.decorative ? NULL : block->figure.alt,
                       block->figure.width_mm, block->figure.height_mm);
  docx_para_end (story);
  if (has_caption)
    {
      DocxPara caption = { .style = "Caption", .space_after = -1 };

      docx_para_start (story, &caption);
      docx_append_inlines (story, block->figure.caption);
      docx_para_end (story);
    }
  return TRUE;
}

static void
append_toc_entry (DocxStory *story, const TrioBlock *heading)
{
  g_autofree char *entry = trio_markup_dup_entry (heading);

  if (heading->anchor == NULL)
    {
      docx_append_run (story, entry, NULL);
      return;
    }
  g_string_append_printf (story->xml, "<w:hyperlink w:anchor=\"%s\" w:history=\"1\">",
                          docx_get_bookmark (story->writer, heading->anchor));
  docx_append_run (story, entry, NULL);
  g_string_append (story->xml, "</w:hyperlink>");
}

/* A field with the entries written out, and without page numbers: nothing to bring up to
 * date, so Word asks nothing when the file is opened. */
static void
append_toc (DocxStory *story, const TrioBlock *block)
{
  GString *xml = story->xml;
  g_autoptr (GPtrArray) list = trio_doc_list_headings (story->writer->doc, block->toc.depth);
  gboolean has_title = block->toc.title != NULL && !trio_inlines_is_empty (block->toc.title);
  DocxPara para = { .style = "TOCHeading", .page_break = block->starts_page, .space_after = -1 };

  if (list->len == 0)
    return;

  g_string_append (xml, "<w:sdt><w:sdtPr><w:docPartObj><w:docPartGallery"
                        " w:val=\"Table of Contents\"/><w:docPartUnique/></w:docPartObj></w:sdtPr>"
                        "<w:sdtContent>");
  if (has_title)
    {
      docx_para_start (story, &para);
      docx_append_inlines (story, block->toc.title);
      docx_para_end (story);
      para.page_break = FALSE;
    }
  for (guint i = 0; i < list->len; i++)
    {
      const TrioBlock *heading = g_ptr_array_index (list, i);
      g_autofree char *style
          = g_strdup_printf ("TOC%u", CLAMP (trio_block_get_level (heading), 1, 3));

      para.style = style;
      if (i + 1 == list->len)
        para.space_after = TRIO_MARKUP_SPACE_BELOW_TOC;
      docx_para_start (story, &para);
      para.page_break = FALSE;
      if (i == 0)
        g_string_append_printf (xml,
                                "<w:r><w:fldChar w:fldCharType=\"begin\"/></w:r><w:r><w:instrText"
                                " xml:space=\"preserve\"> TOC \\o &quot;1-%u&quot; \\h \\n "
                                "</w:instrText></w:r><w:r><w:fldChar"
                                " w:fldCharType=\"separate\"/></w:r>",
                                block->toc.depth);
      append_toc_entry (story, heading);
      if (i + 1 == list->len)
        g_string_append (xml, "<w:r><w:fldChar w:fldCharType=\"end\"/></w:r>");
      docx_para_end (story);
    }
  g_string_append (xml, "</w:sdtContent></w:sdt>");
}

static gboolean
append_section (DocxStory *story, const TrioBlock *block, GError **error)
{
  const TrioInlines *heading
      = block->kind == TRIO_BLOCK_BOX ? block->box.title : block->decision.heading;
  guint level = block->kind == TRIO_BLOCK_BOX ? block->box.level : block->decision.level;
  gboolean is_box = block->kind == TRIO_BLOCK_BOX;
  gboolean done;

  if (is_box)
    story->box_depth++;
  if (heading != NULL && !trio_inlines_is_empty (heading))
    append_heading (story, block, level, heading);
  done = docx_append_blocks (story, trio_block_get_blocks (block), error);
  if (is_box)
    story->box_depth--;
  return done;
}

static void
append_cluster (DocxStory *story, const TrioBlock *block)
{
  gboolean has_title
      = block->cluster.title != NULL && !trio_inlines_is_empty (block->cluster.title);

  if (has_title)
    append_heading (story, block, block->cluster.level, block->cluster.title);
  docx_append_list (story, block->cluster.list, block->starts_page && !has_title, FALSE);
}

static gboolean
append_block (DocxStory *story, const TrioBlock *block, const TrioBlock *next, GError **error)
{
  switch (block->kind)
    {
    case TRIO_BLOCK_TITLE:
      append_title (story, block);
      return TRUE;
    case TRIO_BLOCK_META:
      docx_append_meta (story, block);
      return TRUE;
    case TRIO_BLOCK_HEADING:
      append_heading (story, block, block->heading.level, block->heading.inlines);
      return TRUE;
    case TRIO_BLOCK_PARA:
      append_para (story, block, trio_markup_opens_list (block, next));
      return TRUE;
    case TRIO_BLOCK_LIST:
      docx_append_list (story, block->list, block->starts_page,
                        next != NULL && next->kind == TRIO_BLOCK_LIST);
      return TRUE;
    case TRIO_BLOCK_CLUSTER:
      append_cluster (story, block);
      return TRUE;
    case TRIO_BLOCK_TABLE:
      docx_append_table (story, block);
      return TRUE;
    case TRIO_BLOCK_FIGURE:
      return append_figure (story, block, error);
    case TRIO_BLOCK_TOC:
      append_toc (story, block);
      return TRUE;
    case TRIO_BLOCK_BOX:
    case TRIO_BLOCK_DECISION:
      return append_section (story, block, error);
    }
  g_return_val_if_reached (FALSE);
}

/* docx_append_blocks:
 * @story: the part
 * @blocks: (element-type TrioBlock): blocks
 * @error: where to say what is wrong
 *
 * Appends blocks with everything in them.
 *
 * Returns: %FALSE when a picture is none or the writing was cancelled
 */
gboolean
docx_append_blocks (DocxStory *story, const GPtrArray *blocks, GError **error)
{
  for (guint i = 0; i < blocks->len; i++)
    {
      const TrioBlock *next = i + 1 < blocks->len ? g_ptr_array_index (blocks, i + 1) : NULL;

      if (g_cancellable_set_error_if_cancelled (story->writer->cancellable, error))
        return FALSE;
      if (!append_block (story, g_ptr_array_index (blocks, i), next, error))
        return FALSE;
    }
  return TRUE;
}
