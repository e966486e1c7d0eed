/* trio-writer-odt-table.c: tables of the ODT writer, and the fields at the top.
 *
 * Every table has a title in words, a marked head (rows, or the first column of fields) and
 * no merged cells, so that a screen reader can say where it is.
 */
#include "config.h"

#include "document/writers/trio-writer-odt-private.h"

/* The room between the edge of a cell and its text. */
#define CELL_PADDING " fo:padding-left=\"5.4pt\" fo:padding-right=\"5.4pt\""

/* Opens a table; its style and those of its columns are its own because widths are. */
static void
table_start (OdtWriter *writer,
             gboolean page_break,
             const char *title,
             const char *description,
             const guint *widths,
             guint n_columns)
{
  guint n = ++writer->n_tables;
  GString *styles = writer->automatic;

  g_string_append_printf (styles,
                          "<style:style style:name=\"Table%u\" style:family=\"table\"%s>"
                          "<style:table-properties table:align=\"left\"",
                          n,
                          writer->needs_master ? " style:master-page-name=\"" ODT_MASTER_FIRST "\""
                                               : "");
  writer->needs_master = FALSE;
  odt_append_length (styles, "style:width", writer->page.text_width);
  if (writer->after_table)
    odt_append_length (styles, "fo:margin-top", TRIO_MARKUP_SPACE_BELOW_TABLE);
  if (page_break)
    g_string_append (styles, " fo:break-before=\"page\"");
  g_string_append (styles, "/></style:style>");
  for (guint i = 0; i < n_columns; i++)
    {
      g_string_append_printf (styles,
                              "<style:style style:name=\"Table%u.%u\""
                              " style:family=\"table-column\"><style:table-column-properties",
                              n, i + 1);
      odt_append_length (styles, "style:column-width", widths[i]);
      g_string_append (styles, "/></style:style>");
    }

  g_string_append_printf (writer->xml,
                          "<table:table table:name=\"Table%u\" table:style-name=\"Table%u\">", n,
                          n);
  trio_markup_element (writer->xml, "table:title", title);
  trio_markup_element (writer->xml, "table:desc", description);
  writer->after_table = FALSE;
}

static void
append_column (OdtWriter *writer, guint column)
{
  g_string_append_printf (writer->xml, "<table:table-column table:style-name=\"Table%u.%u\"/>",
                          writer->n_tables, column + 1);
}

static void
append_cell (OdtWriter *writer,
             const char *cell_style,
             const char *para_style,
             const TrioInlines *inlines)
{
  OdtPara para = ODT_PARA (para_style);

  g_string_append_printf (writer->xml,
                          "<table:table-cell table:style-name=\"%s\" office:value-type=\"string\">",
                          cell_style);
  odt_append_para (writer, &para, inlines);
  g_string_append (writer->xml, "</table:table-cell>");
}

static void
append_row (OdtWriter *writer,
            const GPtrArray *row,
            guint n_columns,
            const char *cell_style,
            const char *para_style)
{
  g_string_append (writer->xml, "<table:table-row table:style-name=\"TableRow\">");
  for (guint i = 0; i < n_columns; i++)
    append_cell (writer, cell_style, para_style, i < row->len ? g_ptr_array_index (row, i) : NULL);
  g_string_append (writer->xml, "</table:table-row>");
}

static void
append_rows (OdtWriter *writer, const TrioBlock *block)
{
  const GPtrArray *rows = block->table.rows;
  gboolean has_head = block->table.head->len > 0;

  if (has_head)
    {
      g_string_append (writer->xml, "<table:table-header-rows>");
      append_row (writer, block->table.head, block->table.n_columns,
                  rows->len > 0 ? "TableHead" : "TableHeadLast", "TableHead");
      g_string_append (writer->xml, "</table:table-header-rows>");
    }
  for (guint i = 0; i < rows->len; i++)
    {
      gboolean is_first = i == 0 && !has_head;
      gboolean is_last = i + 1 == rows->len;

      append_row (writer, g_ptr_array_index (rows, i), block->table.n_columns,
                  is_first && is_last ? "TableOnly"
                  : is_first          ? "TableFirst"
                  : is_last           ? "TableLast"
                                      : "TableCell",
                  "TableText");
    }
}

/* odt_append_table:
 * @writer: the package
 * @block: a table
 *
 * Appends a table below its caption.
 */
void
odt_append_table (OdtWriter *writer, const TrioBlock *block)
{
  guint n_columns = block->table.n_columns;
  g_autofree guint *widths = g_new0 (guint, MAX (n_columns, 1));
  g_autofree char *title = NULL;
  g_autofree char *head = trio_markup_dup_head (block);
  gboolean page_break = block->starts_page;
  guint box_depth = writer->box_depth;

  if (n_columns == 0 || (block->table.head->len == 0 && block->table.rows->len == 0))
    return;

  if (trio_markup_has_text (block->table.caption))
    {
      OdtPara para = ODT_PARA ("Caption");

      title = trio_inlines_dup_text (block->table.caption);
      para.keep_next = TRUE;
      para.page_break = page_break;
      odt_append_para (writer, &para, block->table.caption);
      page_break = FALSE;
    }

  /* The edge of a box would be drawn again in every cell. */
  writer->box_depth = 0;
  trio_markup_measure_columns (block, writer->page.text_width, widths);
  table_start (writer, page_break, title, head, widths, n_columns);
  for (guint i = 0; i < n_columns; i++)
    append_column (writer, i);
  append_rows (writer, block);
  g_string_append (writer->xml, "</table:table>");
  writer->box_depth = box_depth;
  writer->after_table = TRUE;
}

static void
append_label (OdtWriter *writer, const TrioMetaField *field)
{
  g_string_append (writer->xml, "<text:span text:style-name=\"Strong_20_Emphasis\">");
  odt_append_text (writer, field->label);
  g_string_append (writer->xml, ":</text:span>");
}

static void
append_meta_table (OdtWriter *writer, const TrioBlock *block)
{
  const GPtrArray *fields = block->meta.fields;
  guint label_width = trio_markup_measure_labels (fields, writer->page.text_width);
  guint widths[2] = { label_width, writer->page.text_width - label_width };
  g_autofree char *labels = trio_markup_dup_labels (block);

  table_start (writer, block->starts_page, trio_doc_get (writer->doc, TRIO_DOC_TITLE), labels,
               widths, 2);
  g_string_append (writer->xml, "<table:table-header-columns>");
  append_column (writer, 0);
  g_string_append (writer->xml, "</table:table-header-columns>");
  append_column (writer, 1);
  for (guint i = 0; i < fields->len; i++)
    {
      const TrioMetaField *field = g_ptr_array_index (fields, i);
      OdtPara para = ODT_PARA ("TableText");

      g_string_append (writer->xml, "<table:table-row table:style-name=\"TableRow\">"
                                    "<table:table-cell table:style-name=\"TableField\""
                                    " office:value-type=\"string\">");
      odt_para_start (writer, &para, 0);
      append_label (writer, field);
      odt_para_end (writer, 0);
      g_string_append (writer->xml, "</table:table-cell>");
      append_cell (writer, "TableField", "TableText", field->value);
      g_string_append (writer->xml, "</table:table-row>");
    }
  g_string_append (writer->xml, "</table:table>");
  writer->after_table = TRUE;
}

/* odt_append_meta:
 * @writer: the package
 * @block: the fields at the top of a document
 *
 * Appends the fields as lines with a tab stop, or as a table with the labels in front.
 */
void
odt_append_meta (OdtWriter *writer, const TrioBlock *block)
{
  const GPtrArray *fields = block->meta.fields;
  OdtPara para = ODT_PARA ("DocumentField");

  if (fields->len == 0)
    return;
  if (block->meta.layout == TRIO_META_TABLE)
    {
      append_meta_table (writer, block);
      return;
    }
  para.indent = trio_markup_measure_labels (fields, writer->page.text_width);
  para.page_break = block->starts_page;
  for (guint i = 0; i < fields->len; i++)
    {
      const TrioMetaField *field = g_ptr_array_index (fields, i);
      gboolean is_last = i + 1 == fields->len;

      para.keep_next = !is_last;
      para.space_after = is_last ? trio_markup_find_style (para.style)->after : -1;
      odt_para_start (writer, &para, 0);
      append_label (writer, field);
      g_string_append (writer->xml, "<text:tab/>");
      odt_append_inlines (writer, field->value);
      odt_para_end (writer, 0);
      para.page_break = FALSE;
    }
}

/* odt_append_table_styles:
 * @xml: where to
 *
 * Appends the styles of rows and cells, which the format has as automatic styles only. Lines
 * stand above and below a table and between its rows.
 */
void
odt_append_table_styles (GString *xml)
{
  static const struct
  {
    const char *name;
    const char *above;
    const char *below;
    const char *fill;
  } cells[] = {
#define EDGE "0.75pt solid #" TRIO_MARKUP_TABLE_EDGE
#define LINE "0.5pt solid #" TRIO_MARKUP_TABLE_LINE
#define FILL "#" TRIO_MARKUP_TABLE_HEAD
    { "TableHead", EDGE, LINE, FILL },   { "TableHeadLast", EDGE, EDGE, FILL },
    { "TableFirst", EDGE, LINE, NULL },  { "TableCell", "none", LINE, NULL },
    { "TableLast", "none", EDGE, NULL }, { "TableOnly", EDGE, EDGE, NULL },
#undef EDGE
#undef LINE
#undef FILL
  };

  g_string_append (xml, "<style:style style:name=\"TableRow\" style:family=\"table-row\">"
                        "<style:table-row-properties fo:keep-together=\"always\"/></style:style>"
                        "<style:style style:name=\"TableField\" style:family=\"table-cell\">"
                        "<style:table-cell-properties fo:padding=\"0pt\" fo:border=\"none\"/>"
                        "</style:style>");
  for (guint i = 0; i < G_N_ELEMENTS (cells); i++)
    {
      g_string_append_printf (xml,
                              "<style:style style:name=\"%s\" style:family=\"table-cell\">"
                              "<style:table-cell-properties" CELL_PADDING
                              " fo:padding-top=\"0pt\" fo:padding-bottom=\"0pt\""
                              " fo:border-left=\"none\" fo:border-right=\"none\""
                              " fo:border-top=\"%s\" fo:border-bottom=\"%s\"",
                              cells[i].name, cells[i].above, cells[i].below);
      if (cells[i].fill != NULL)
        g_string_append_printf (xml, " fo:background-color=\"%s\"", cells[i].fill);
      g_string_append (xml, "/></style:style>");
    }
}
