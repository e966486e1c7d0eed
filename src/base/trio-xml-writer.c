/* trio-xml-writer.c: writes XML into memory with the xmlTextWriter of libxml2.
 *
 * Failures are remembered and reported once at the end, so that a writer of documents does
 * not test every call.
 */
#include "config.h"

#include "base/trio-xml.h"

#include <glib/gi18n-lib.h>
#include <libxml/xmlwriter.h>

#include "base/trio-error.h"

struct _TrioXmlWriter
{
  xmlBuffer *buffer;
  xmlTextWriter *writer;
  gboolean failed;
};

static void
check (TrioXmlWriter *writer, int result)
{
  if (result < 0)
    writer->failed = TRUE;
}

/**
 * trio_xml_writer_new:
 *
 * Returns: (transfer full): a writer that has written the XML declaration (UTF-8, standalone)
 */
TrioXmlWriter *
trio_xml_writer_new (void)
{
  TrioXmlWriter *writer = g_new0 (TrioXmlWriter, 1);

  writer->buffer = xmlBufferCreate ();
  xmlBufferSetAllocationScheme (writer->buffer, XML_BUFFER_ALLOC_DOUBLEIT);
  writer->writer = xmlNewTextWriterMemory (writer->buffer, 0);
  check (writer, xmlTextWriterStartDocument (writer->writer, "1.0", "UTF-8", "yes"));
  return writer;
}

/**
 * trio_xml_writer_free:
 * @writer: (nullable): a writer
 */
void
trio_xml_writer_free (TrioXmlWriter *writer)
{
  if (writer == NULL)
    return;
  if (writer->writer != NULL)
    xmlFreeTextWriter (writer->writer);
  xmlBufferFree (writer->buffer);
  g_free (writer);
}

/**
 * trio_xml_writer_get:
 * @writer: a writer
 *
 * Returns: the writer of libxml2, for what has no function here
 */
xmlTextWriter *
trio_xml_writer_get (TrioXmlWriter *writer)
{
  g_return_val_if_fail (writer != NULL, NULL);

  return writer->writer;
}

/**
 * trio_xml_writer_start:
 * @writer: a writer
 * @element: the name with its prefix, such as "w:p"
 *
 * Opens an element.
 */
void
trio_xml_writer_start (TrioXmlWriter *writer, const char *element)
{
  g_return_if_fail (writer != NULL && element != NULL);

  check (writer, xmlTextWriterStartElement (writer->writer, (const xmlChar *)element));
}

/**
 * trio_xml_writer_attribute:
 * @writer: a writer with an element that has no content yet
 * @name: the name with its prefix
 * @value: clean text
 *
 * Writes an attribute.
 */
void
trio_xml_writer_attribute (TrioXmlWriter *writer, const char *name, const char *value)
{
  g_return_if_fail (writer != NULL && name != NULL && value != NULL);

  check (writer, xmlTextWriterWriteAttribute (writer->writer, (const xmlChar *)name,
                                              (const xmlChar *)value));
}

/**
 * trio_xml_writer_attribute_int:
 * @writer: a writer with an element that has no content yet
 * @name: the name with its prefix
 * @value: a number
 *
 * Writes an attribute that is a number.
 */
void
trio_xml_writer_attribute_int (TrioXmlWriter *writer, const char *name, gint64 value)
{
  char digits[32];

  g_snprintf (digits, sizeof digits, "%" G_GINT64_FORMAT, value);
  trio_xml_writer_attribute (writer, name, digits);
}

/**
 * trio_xml_writer_text:
 * @writer: a writer
 * @text: clean text; see trio_text_clean()
 *
 * Writes text with the signs of XML escaped.
 */
void
trio_xml_writer_text (TrioXmlWriter *writer, const char *text)
{
  g_return_if_fail (writer != NULL && text != NULL);

  check (writer, xmlTextWriterWriteString (writer->writer, (const xmlChar *)text));
}

/**
 * trio_xml_writer_end:
 * @writer: a writer
 *
 * Closes the element that was opened last.
 */
void
trio_xml_writer_end (TrioXmlWriter *writer)
{
  g_return_if_fail (writer != NULL);

  check (writer, xmlTextWriterEndElement (writer->writer));
}

/**
 * trio_xml_writer_element:
 * @writer: a writer
 * @element: the name with its prefix
 * @text: (nullable): clean text
 *
 * Writes a whole element without attributes.
 */
void
trio_xml_writer_element (TrioXmlWriter *writer, const char *element, const char *text)
{
  trio_xml_writer_start (writer, element);
  if (text != NULL)
    trio_xml_writer_text (writer, text);
  trio_xml_writer_end (writer);
}

/**
 * trio_xml_writer_finish:
 * @writer: a writer
 * @error: return location for an error
 *
 * Closes what is open and gives the document. The writer can only be freed after that.
 *
 * Returns: (transfer full) (nullable): the bytes, or %NULL with %TRIO_ERROR_FAILED if
 *   anything could not be written
 */
GBytes *
trio_xml_writer_finish (TrioXmlWriter *writer, GError **error)
{
  g_return_val_if_fail (writer != NULL, NULL);

  check (writer, xmlTextWriterEndDocument (writer->writer));
  check (writer, xmlTextWriterFlush (writer->writer));
  if (writer->failed)
    {
      g_set_error_literal (error, TRIO_ERROR, TRIO_ERROR_FAILED,
                           _ ("The document could not be written as XML. Try again."));
      return NULL;
    }
  return g_bytes_new (xmlBufferContent (writer->buffer), (gsize)xmlBufferLength (writer->buffer));
}
