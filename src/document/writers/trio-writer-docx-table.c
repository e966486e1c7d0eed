/* trio-writer-docx-table.c: tables of the DOCX writer, and the fields at the top.
 *
 * Every table has a caption in words, a marked head (a row, or the first column of fields)
 * and no merged cells, so that a screen reader can say where it is. Columns get their width
 * from what they hold, so that every program lays the table out alike.
 */
#include "config.h"

#include "document/writers/trio-writer-docx-private.h"

static void
append_attribute_element (GString *xml, const char *element, const char *value)
{
  g_string_append_printf (xml, "<%s w:val=\"", element);
  trio_markup_escape (xml, value);
  g_string_append (xml, "\"/>");
}

static void
table_start (DocxStory *story,
             const char *style,
             const char *look,
             const char *caption,
             const char *description,
             const guint *widths,
             guint n_columns)
{
  GString *xml = story->xml;

  g_string_append_printf (xml,
                          "<w:tbl><w:tblPr><w:tblStyle w:val=\"%s\"/><w:tblW w:w=\"%u\""
                          " w:type=\"dxa\"/><w:tblLayout w:type=\"fixed\"/>%s",
                          style, story->writer->text_width, look);
  if (caption != NULL && *caption != '\0')
    append_attribute_element (xml, "w:tblCaption", caption);
  if (description != NULL && *description != '\0')
    append_attribute_element (xml, "w:tblDescription", description);
  g_string_append (xml, "</w:tblPr><w:tblGrid>");
  for (guint i = 0; i < n_columns; i++)
    g_string_append_printf (xml, "<w:gridCol w:w=\"%u\"/>", widths[i]);
  g_string_append (xml, "</w:tblGrid>");
}

static void
append_cell (DocxStory *story, const TrioInlines *inlines, guint width, const DocxPara *para)
{
  g_string_append_printf (story->xml, "<w:tc><w:tcPr><w:tcW w:w=\"%u\" w:type=\"dxa\"/></w:tcPr>",
                          width);
  docx_para_start (story, para);
  docx_append_inlines (story, inlines);
  docx_para_end (story);
  g_string_append (story->xml, "</w:tc>");
}

static void
append_row (DocxStory *story,
            const GPtrArray *row,
            const guint *widths,
            guint n_columns,
            gboolean is_head,
            gboolean page_break)
{
  DocxPara para = {
    .style = is_head ? "TableHead" : "TableText",
    .page_break = page_break,
    .space_after = -1,
  };

  g_string_append_printf (story->xml, "<w:tr><w:trPr><w:cantSplit/>%s</w:trPr>",
                          is_head ? "<w:tblHeader/>" : "");
  for (guint i = 0; i < n_columns; i++)
    {
      append_cell (story, i < row->len ? g_ptr_array_index (row, i) : NULL, widths[i], &para);
      para.page_break = FALSE;
    }
  g_string_append (story->xml, "</w:tr>");
}

/* Two tables without anything between them would become one. */
static void
keep_apart (DocxStory *story)
{
  DocxPara para = { .style = "TableText", .space_after = 0 };

  if (!story->after_table)
    return;
  docx_para_start (story, &para);
  docx_para_end (story);
}

/* docx_append_table:
 * @story: the part
 * @block: a table
 *
 * Appends a table below its caption.
 */
void
docx_append_table (DocxStory *story, const TrioBlock *block)
{
  guint n_columns = block->table.n_columns;
  g_autofree guint *widths = g_new0 (guint, MAX (n_columns, 1));
  g_autofree char *caption = NULL;
  g_autofree char *head = trio_markup_dup_head (block);
  gboolean has_head = block->table.head->len > 0;
  gboolean page_break = block->starts_page;
  guint box_depth = story->box_depth;

  if (n_columns == 0 || (!has_head && block->table.rows->len == 0))
    return;

  if (trio_markup_has_text (block->table.caption))
    {
      DocxPara para = {
        .style = "Caption",
        .keep_next = TRUE,
        .page_break = page_break,
        .space_after = -1,
      };

      caption = trio_inlines_dup_text (block->table.caption);
      docx_para_start (story, &para);
      docx_append_inlines (story, block->table.caption);
      docx_para_end (story);
      page_break = FALSE;
    }
  keep_apart (story);

  /* The edge of a box would be drawn again in every cell. */
  story->box_depth = 0;
  trio_markup_measure_columns (block, story->writer->text_width, widths);
  table_start (story, "TableGrid",
               has_head
                   ? "<w:tblLook w:val=\"0420\" w:firstRow=\"1\" w:lastRow=\"0\""
                     " w:firstColumn=\"0\" w:lastColumn=\"0\" w:noHBand=\"0\" w:noVBand=\"1\"/>"
                   : "<w:tblLook w:val=\"0400\" w:firstRow=\"0\" w:lastRow=\"0\""
                     " w:firstColumn=\"0\" w:lastColumn=\"0\" w:noHBand=\"0\" w:noVBand=\"1\"/>",
               caption, head, widths, n_columns);
  if (has_head)
    {
      append_row (story, block->table.head, widths, n_columns, TRUE, page_break);
      page_break = FALSE;
    }
  for (guint i = 0; i < block->table.rows->len; i++)
    {
      append_row (story, g_ptr_array_index (block->table.rows, i), widths, n_columns, FALSE,
                  page_break);
      page_break = FALSE;
    }
  story->box_depth = box_depth;
  g_string_append (story->xml, "</w:tbl>");
  story->after_table = TRUE;
}

static void
append_label (DocxStory *story, const TrioMetaField *field)
{
  g_autofree char *label = g_strconcat (field->label, ":", NULL);

  docx_append_run (story, label, "Strong");
}

static void
append_meta_table (DocxStory *story, const TrioBlock *block)
{
  const GPtrArray *fields = block->meta.fields;
  guint label_width = trio_markup_measure_labels (fields, story->writer->text_width);
  guint widths[2] = { label_width, story->writer->text_width - label_width };
  g_autofree char *labels = trio_markup_dup_labels (block);
  DocxPara para = { .style = "TableText", .page_break = block->starts_page, .space_after = -1 };

  keep_apart (story);
  table_start (story, "TableNormal",
               "<w:tblCellMar><w:left w:w=\"0\" w:type=\"dxa\"/></w:tblCellMar>"
               "<w:tblLook w:val=\"0680\" w:firstRow=\"0\" w:lastRow=\"0\" w:firstColumn=\"1\""
               " w:lastColumn=\"0\" w:noHBand=\"1\" w:noVBand=\"1\"/>",
               trio_doc_get (story->writer->doc, TRIO_DOC_TITLE), labels, widths, 2);
  for (guint i = 0; i < fields->len; i++)
    {
      const TrioMetaField *field = g_ptr_array_index (fields, i);

      g_string_append_printf (story->xml,
                              "<w:tr><w:trPr><w:cantSplit/></w:trPr><w:tc><w:tcPr>"
                              "<w:tcW w:w=\"%u\" w:type=\"dxa\"/></w:tcPr>",
                              widths[0]);
      docx_para_start (story, &para);
      append_label (story, field);
      docx_para_end (story);
      g_string_append (story->xml, "</w:tc>");
      para.page_break = FALSE;
      append_cell (story, field->value, widths[1], &para);
      g_string_append (story->xml, "</w:tr>");
    }
  g_string_append (story->xml, "</w:tbl>");
  story->after_table = TRUE;
}

/* docx_append_meta:
 * @story: the part
 * @block: the fields at the top of a document
 *
 * Appends the fields as lines with a tab stop, or as a table with the labels in front.
 */
void
docx_append_meta (DocxStory *story, const TrioBlock *block)
{
  const GPtrArray *fields = block->meta.fields;
  DocxPara para = { .style = "DocumentField",
                    .page_break = block->starts_page,
                    .space_after = -1,
                    .indent = trio_markup_measure_labels (fields, story->writer->text_width) };

  if (fields->len == 0)
    return;
  if (block->meta.layout == TRIO_META_TABLE)
    {
      append_meta_table (story, block);
      return;
    }
  for (guint i = 0; i < fields->len; i++)
    {
      const TrioMetaField *field = g_ptr_array_index (fields, i);

      para.keep_next = i + 1 < fields->len;
      docx_para_start (story, &para);
      append_label (story, field);
      g_string_append (story->xml, "<w:r><w:tab/></w:r>");
      docx_append_inlines (story, field->value);
      docx_para_end (story);
      para.page_break = FALSE;
    }
}
