/* trio-writer-pdf-xmp.c: title, language and conformance, as a PDF says them. */
#include "document/writers/trio-markup.h"
#include "document/writers/trio-writer-pdf-private.h"

#include <string.h>

#define XMP_HEAD                                                                  \
  "<?xpacket begin=\"\xef\xbb\xbf\" id=\"W5M0MpCehiHzreSzNTczkc9d\"?>\n"          \
  "<x:xmpmeta xmlns:x=\"adobe:ns:meta/\">\n"                                      \
  "<rdf:RDF xmlns:rdf=\"http://www.w3.org/1999/02/22-rdf-syntax-ns#\">\n"         \
  "<rdf:Description rdf:about=\"\" xmlns:dc=\"http://purl.org/dc/elements/1.1/\"" \
  " xmlns:xmp=\"http://ns.adobe.com/xap/1.0/\""                                   \
  " xmlns:pdfuaid=\"http://www.aiim.org/pdfua/ns/id/\">\n"
#define XMP_TAIL "</rdf:Description>\n</rdf:RDF>\n</x:xmpmeta>\n<?xpacket end=\"r\"?>\n"

/* Returns: (nullable): the title in the properties, or the one on the page. */
char *
pdf_dup_title (TrioDoc *doc)
{
  const char *title = trio_doc_get (doc, TRIO_DOC_TITLE);

  if (title != NULL)
    return g_strdup (title);
  for (guint i = 0; i < trio_doc_get_length (doc); i++)
    {
      const TrioBlock *block = trio_doc_get_block (doc, i);

      if (block->kind == TRIO_BLOCK_TITLE && !trio_inlines_is_empty (block->title.inlines))
        return g_strdelimit (trio_inlines_dup_text (block->title.inlines), "\n", ' ');
    }
  return NULL;
}

static char *
build_xmp (PdfWriter *writer, const char *title, GDateTime *created, gboolean conforms)
{
  GString *xml = g_string_new (XMP_HEAD);

  g_string_append (xml, "<dc:format>application/pdf</dc:format>\n");
  if (title != NULL)
    {
      g_autofree char *escaped = g_markup_escape_text (title, -1);

      g_string_append_printf (
          xml,
          "<dc:title><rdf:Alt><rdf:li xml:lang=\"x-default\">%s</rdf:li></rdf:Alt></dc:title>\n",
          escaped);
    }
  if (trio_doc_get (writer->doc, TRIO_DOC_AUTHOR) != NULL)
    {
      g_autofree char *author
          = g_markup_escape_text (trio_doc_get (writer->doc, TRIO_DOC_AUTHOR), -1);

      g_string_append_printf (xml,
                              "<dc:creator><rdf:Seq><rdf:li>%s</rdf:li></rdf:Seq></dc:creator>\n",
                              author);
    }
  g_string_append_printf (xml,
                          "<dc:language><rdf:Bag><rdf:li>%s</rdf:li></rdf:Bag></dc:language>\n",
                          trio_markup_get_language (writer->doc));
  if (created != NULL)
    {
      g_autofree char *date = g_date_time_format_iso8601 (created);

      g_string_append_printf (
          xml, "<xmp:CreateDate>%s</xmp:CreateDate>\n<xmp:ModifyDate>%s</xmp:ModifyDate>\n", date,
          date);
    }
  if (conforms)
    g_string_append (xml, "<pdfuaid:part>1</pdfuaid:part>\n");
  g_string_append (xml, XMP_TAIL);
  return g_string_free (xml, FALSE);
}

static void
put_info (qpdf_data qpdf, qpdf_oh info, const char *key, const char *value)
{
  if (value != NULL)
    pdf_put (qpdf, info, key, qpdf_oh_new_unicode_string (qpdf, value));
  else
    qpdf_oh_remove_key (qpdf, info, key);
}

static void
write_info (PdfWriter *writer, const char *title, GDateTime *created)
{
  qpdf_data qpdf = writer->qpdf;
  qpdf_oh info = qpdf_oh_get_key (qpdf, qpdf_get_trailer (qpdf), "/Info");
  g_autofree char *date = created != NULL ? g_date_time_format (created, "D:%Y%m%d%H%M%SZ") : NULL;

  put_info (qpdf, info, "/Title", title);
  put_info (qpdf, info, "/Author", trio_doc_get (writer->doc, TRIO_DOC_AUTHOR));
  put_info (qpdf, info, "/Keywords", trio_doc_get (writer->doc, TRIO_DOC_KEYWORDS));
  put_info (qpdf, info, "/CreationDate", date);
  put_info (qpdf, info, "/ModDate", date);
  qpdf_oh_release (qpdf, info);
}

/* pdf_write_properties:
 * @writer: a file whose structure is complete
 *
 * Writes what the file says about itself, and that it conforms to PDF/UA-1 if it does.
 */
void
pdf_write_properties (PdfWriter *writer)
{
  qpdf_data qpdf = writer->qpdf;
  qpdf_oh root = qpdf_get_root (qpdf);
  qpdf_oh stream = qpdf_oh_new_stream (qpdf), dict;
  g_autofree char *title = pdf_dup_title (writer->doc);
  const char *stamp = trio_doc_get (writer->doc, TRIO_DOC_CREATED);
  g_autoptr (GTimeZone) utc = g_time_zone_new_utc ();
  g_autoptr (GDateTime) local = stamp != NULL ? g_date_time_new_from_iso8601 (stamp, utc) : NULL;
  g_autoptr (GDateTime) created = local != NULL ? g_date_time_to_utc (local) : NULL;
  g_autofree char *xmp
      = build_xmp (writer, title, created, title != NULL && pdf_is_complete (writer));

  qpdf_oh_replace_stream_data (qpdf, stream, (const unsigned char *)xmp, strlen (xmp),
                               qpdf_oh_new_null (qpdf), qpdf_oh_new_null (qpdf));
  dict = qpdf_oh_get_dict (qpdf, stream);
  pdf_put (qpdf, dict, "/Type", qpdf_oh_new_name (qpdf, "/Metadata"));
  pdf_put (qpdf, dict, "/Subtype", qpdf_oh_new_name (qpdf, "/XML"));
  qpdf_oh_release (qpdf, dict);
  pdf_put (qpdf, root, "/Metadata", stream);
  pdf_put (qpdf, root, "/Lang", qpdf_oh_new_string (qpdf, trio_markup_get_language (writer->doc)));
  pdf_put (qpdf, root, "/ViewerPreferences", qpdf_oh_parse (qpdf, "<< /DisplayDocTitle true >>"));
  pdf_put (qpdf, root, "/MarkInfo", qpdf_oh_parse (qpdf, "<< /Marked true >>"));
  write_info (writer, title, created);
  qpdf_oh_release (qpdf, root);
}
