/* trio-writer-odt-body.c: the blocks of the tree as the text of an ODT.
 *
 * One function for each kind of block. Page breaks are properties of the paragraph that
 * begins the page; there are no empty paragraphs.
 */
#include "config.h"

#include "document/writers/trio-writer-odt-private.h"

static void
bookmark_start (OdtWriter *writer, const TrioBlock *block)
{
  if (block->anchor == NULL || *block->anchor == '\0')
    return;
  g_string_append (writer->xml, "<text:bookmark-start");
  odt_append_attribute (writer->xml, "text:name", block->anchor);
  g_string_append (writer->xml, "/>");
}

static void
bookmark_end (OdtWriter *writer, const TrioBlock *block)
{
  if (block->anchor == NULL || *block->anchor == '\0')
    return;
  g_string_append (writer->xml, "<text:bookmark-end");
  odt_append_attribute (writer->xml, "text:name", block->anchor);
  g_string_append (writer->xml, "/>");
}

static void
append_heading (OdtWriter *writer, const TrioBlock *block, guint level, const TrioInlines *inlines)
{
  guint outline = CLAMP (level, 1, TRIO_MARKUP_HEADING_LEVELS);
  g_autofree char *style = g_strdup_printf ("Heading%u", outline);
  OdtPara para = ODT_PARA (style);

  para.page_break = block->starts_page;
  odt_heading_start (writer, block);
  odt_para_start (writer, &para, outline);
  bookmark_start (writer, block);
  if (block->kind == TRIO_BLOCK_HEADING && block->heading.style == TRIO_NUMBER_LITERAL
      && block->heading.literal != NULL)
    {
      odt_append_text (writer, block->heading.literal);
      g_string_append_c (writer->xml, ' ');
    }
  odt_append_inlines (writer, inlines);
  bookmark_end (writer, block);
  odt_para_end (writer, outline);
  odt_heading_end (writer, block);
}

static void
append_text_block (OdtWriter *writer,
                   const TrioBlock *block,
                   OdtPara *para,
                   const TrioInlines *inlines)
{
  para->page_break = block->starts_page;
  odt_para_start (writer, para, 0);
  bookmark_start (writer, block);
  odt_append_inlines (writer, inlines);
  bookmark_end (writer, block);
  odt_para_end (writer, 0);
}

static void
append_para (OdtWriter *writer, const TrioBlock *block, gboolean keep_next)
{
  static const char *const styles[] = {
    [TRIO_PARA_NORMAL] = "BodyText", [TRIO_PARA_LEAD] = "LeadParagraph",
    [TRIO_PARA_SMALL] = "SmallText", [TRIO_PARA_QUOTE] = "Quote",
    [TRIO_PARA_LABEL] = "LabelText",
  };
  OdtPara para = ODT_PARA (styles[block->para.style]);

  /* Nothing to say is no reason for an empty paragraph. */
  if (trio_inlines_is_empty (block->para.inlines) && !block->starts_page)
    return;
  para.keep_next = keep_next && block->para.style != TRIO_PARA_LABEL;
  append_text_block (writer, block, &para, block->para.inlines);
}

static void
append_title (OdtWriter *writer, const TrioBlock *block)
{
  OdtPara para = ODT_PARA ("Title");

  append_text_block (writer, block, &para, block->title.inlines);
}

static gboolean
append_figure (OdtWriter *writer, const TrioBlock *block, GError **error)
{
  OdtPara para = ODT_PARA ("Figure");
  OdtPara caption = ODT_PARA ("Caption");
  gboolean has_caption = trio_markup_has_text (block->figure.caption);

  para.keep_next = has_caption;
  para.page_break = block->starts_page;
  odt_para_start (writer, &para, 0);
  if (!odt_append_picture (writer, block->figure.image,
                           block->figure.decorative ? NULL : block->figure.alt,
                           block->figure.width_mm, block->figure.height_mm, error))
    return FALSE;
  odt_para_end (writer, 0);
  if (has_caption)
    odt_append_para (writer, &caption, block->figure.caption);
  return TRUE;
}

/* What a program needs to make the list of contents again: links, and no page numbers, which
 * nobody here can know. */
static void
append_toc_source (OdtWriter *writer, const TrioBlock *block)
{
  g_autofree char *title = trio_inlines_dup_text (block->toc.title);

  g_string_append_printf (writer->xml,
                          "<text:table-of-content-source text:outline-level=\"%u\""
                          " text:use-index-marks=\"false\"><text:index-title-template"
                          " text:style-name=\"Contents_20_Heading\">",
                          block->toc.depth);
  trio_markup_escape (writer->xml, title);
  g_string_append (writer->xml, "</text:index-title-template>");
  for (guint level = 1; level <= block->toc.depth; level++)
    g_string_append_printf (writer->xml,
                            "<text:table-of-content-entry-template text:outline-level=\"%u\""
                            " text:style-name=\"Contents_20_%u\"><text:index-entry-link-start/>"
                            "<text:index-entry-chapter/><text:index-entry-text/>"
                            "<text:index-entry-link-end/></text:table-of-content-entry-template>",
                            level, level);
  g_string_append (writer->xml, "</text:table-of-content-source>");
}

static void
append_toc_entry (OdtWriter *writer,
                  const TrioBlock *heading,
                  gboolean page_break,
                  gboolean is_last)
{
  g_autofree char *style = g_strdup_printf ("TOC%u", CLAMP (trio_block_get_level (heading), 1, 3));
  g_autofree char *text = trio_markup_dup_entry (heading);
  OdtPara para = ODT_PARA (style);

  para.page_break = page_break;
  if (is_last)
    para.space_after = TRIO_MARKUP_SPACE_BELOW_TOC;
  odt_para_start (writer, &para, 0);
  if (heading->anchor != NULL)
    {
      g_autofree char *target = g_strconcat ("#", heading->anchor, NULL);

      g_string_append (writer->xml, "<text:a xlink:type=\"simple\"");
      odt_append_attribute (writer->xml, "xlink:href", target);
      g_string_append (writer->xml, " text:style-name=\"Index_20_Link\""
                                    " text:visited-style-name=\"Index_20_Link\">");
    }
  odt_append_text (writer, g_strdelimit (text, "\n", ' '));
  if (heading->anchor != NULL)
    g_string_append (writer->xml, "</text:a>");
  odt_para_end (writer, 0);
}

static void
append_toc (OdtWriter *writer, const TrioBlock *block)
{
  g_autoptr (GPtrArray) list = trio_doc_list_headings (writer->doc, block->toc.depth);
  gboolean page_break = block->starts_page;

  if (list->len == 0)
    return;
  g_string_append (writer->xml, "<text:table-of-content text:name=\"Contents\""
                                " text:protected=\"true\" text:style-name=\"Contents\">");
  append_toc_source (writer, block);
  g_string_append (writer->xml, "<text:index-body>");
  if (trio_markup_has_text (block->toc.title))
    {
      OdtPara para = ODT_PARA ("TOCHeading");

      para.page_break = page_break;
      g_string_append (writer->xml, "<text:index-title text:name=\"Contents_Head\""
                                    " text:style-name=\"Contents\">");
      odt_append_para (writer, &para, block->toc.title);
      g_string_append (writer->xml, "</text:index-title>");
      page_break = FALSE;
    }
  for (guint i = 0; i < list->len; i++)
    {
      append_toc_entry (writer, g_ptr_array_index (list, i), page_break, i + 1 == list->len);
      page_break = FALSE;
    }
  g_string_append (writer->xml, "</text:index-body></text:table-of-content>");
}

/* A box is a section with a ground of its own. */
static gboolean
append_section (OdtWriter *writer, const TrioBlock *block, GError **error)
{
  gboolean is_box = block->kind == TRIO_BLOCK_BOX;
  guint level = is_box ? block->box.level : block->decision.level;
  const TrioInlines *heading = is_box ? block->box.title : block->decision.heading;
  gboolean done;

  if (is_box)
    {
      g_string_append_printf (writer->xml,
                              "<text:section text:style-name=\"Box\" text:name=\"Box %u\">",
                              ++writer->n_boxes);
      writer->box_depth++;
    }
  if (trio_markup_has_text (heading))
    append_heading (writer, block, level, heading);
  done = odt_append_blocks (writer, trio_block_get_blocks (block), error);
  if (is_box)
    {
      g_string_append (writer->xml, "</text:section>");
      writer->box_depth--;
    }
  return done;
}

static void
append_cluster (OdtWriter *writer, const TrioBlock *block)
{
  gboolean has_title = trio_markup_has_text (block->cluster.title);

  if (has_title)
    append_heading (writer, block, block->cluster.level, block->cluster.title);
  odt_append_list (writer, block->cluster.list, block->starts_page && !has_title);
}

static gboolean
append_block (OdtWriter *writer, const TrioBlock *block, const TrioBlock *next, GError **error)
{
  switch (block->kind)
    {
    case TRIO_BLOCK_TITLE:
      append_title (writer, block);
      return TRUE;
    case TRIO_BLOCK_META:
      odt_append_meta (writer, block);
      return TRUE;
    case TRIO_BLOCK_HEADING:
      append_heading (writer, block, block->heading.level, block->heading.inlines);
      return TRUE;
    case TRIO_BLOCK_PARA:
      append_para (writer, block, trio_markup_opens_list (block, next));
      return TRUE;
    case TRIO_BLOCK_LIST:
      odt_append_list (writer, block->list, block->starts_page);
      return TRUE;
    case TRIO_BLOCK_CLUSTER:
      append_cluster (writer, block);
      return TRUE;
    case TRIO_BLOCK_TABLE:
      odt_append_table (writer, block);
      return TRUE;
    case TRIO_BLOCK_FIGURE:
      return append_figure (writer, block, error);
    case TRIO_BLOCK_TOC:
      append_toc (writer, block);
      return TRUE;
    case TRIO_BLOCK_BOX:
    case TRIO_BLOCK_DECISION:
      return append_section (writer, block, error);
    }
  g_return_val_if_reached (FALSE);
}

/* odt_append_blocks:
 * @writer: the package
 * @blocks: (element-type TrioBlock): blocks
 * @error: where to say what is wrong
 *
 * Appends blocks with everything in them.
 *
 * Returns: %FALSE when a picture is none or the writing was cancelled
 */
gboolean
odt_append_blocks (OdtWriter *writer, const GPtrArray *blocks, GError **error)
{
  for (guint i = 0; i < blocks->len; i++)
    {
      const TrioBlock *next = i + 1 < blocks->len ? g_ptr_array_index (blocks, i + 1) : NULL;

      if (g_cancellable_set_error_if_cancelled (writer->cancellable, error))
        return FALSE;
      if (!append_block (writer, g_ptr_array_index (blocks, i), next, error))
        return FALSE;
    }
  return TRUE;
}

/* odt_append_section_styles:
 * @xml: where to
 *
 * Appends the styles of boxes and of the list of contents, which the format has as automatic
 * styles only.
 */
void
odt_append_section_styles (GString *xml)
{
  g_string_append (xml, "<style:style style:name=\"Box\" style:family=\"section\">"
                        "<style:section-properties"
                        " fo:background-color=\"#" TRIO_MARKUP_BOX_FILL "\"/></style:style>");
  g_string_append (xml, "<style:style style:name=\"Contents\" style:family=\"section\">"
                        "<style:section-properties/></style:style>");
}
