/* trio-xml.h: the safe way to read, check and write XML.
 *
 * Reading: a size limit, no network, no entities, no DTD at all; errors name file and line
 * in the user's words. Checking: RELAX NG with libxml2. Writing: an xmlTextWriter into
 * memory whose text must have gone through trio_text_clean(), because the writer passes
 * control characters through.
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* The types of libxml2 by name only: whoever looks inside them includes libxml2 himself. */
typedef struct _xmlDoc xmlDoc;
typedef struct _xmlNode xmlNode;
typedef struct _xmlTextWriter xmlTextWriter;

/* The limits of what is read; bytes. */
#define TRIO_XML_MAX_TEMPLATE (2 * 1024 * 1024)
#define TRIO_XML_MAX_PART     (50 * 1024 * 1024)

/**
 * TrioXmlFinding:
 * @file: the name of the file as the user knows it
 * @line: the line, from 1; 0 for unknown
 * @element: (nullable): the element or attribute that is wrong
 * @message: what is wrong, translated, without file and line
 */
typedef struct
{
  char *file;
  guint line;
  char *element;
  char *message;
} TrioXmlFinding;

typedef struct _TrioXmlSchema TrioXmlSchema;
typedef struct _TrioXmlWriter TrioXmlWriter;

xmlDoc *trio_xml_parse (GBytes *bytes, const char *name, gsize max_size, GError **error);
void trio_xml_doc_free (xmlDoc *doc);

TrioXmlSchema *trio_xml_schema_new (GBytes *bytes, const char *name, GError **error);
void trio_xml_schema_free (TrioXmlSchema *schema);
GPtrArray *trio_xml_schema_validate (TrioXmlSchema *schema, xmlDoc *doc, const char *name);
char *trio_xml_finding_to_string (const TrioXmlFinding *finding);
void trio_xml_finding_free (TrioXmlFinding *finding);

xmlNode *trio_xml_get_root (xmlDoc *doc);
xmlNode *trio_xml_first_element (xmlNode *parent, const char *name);
xmlNode *trio_xml_next_element (xmlNode *node, const char *name);
gboolean trio_xml_is (xmlNode *node, const char *name);
char *trio_xml_dup_attribute (xmlNode *node, const char *name);
char *trio_xml_dup_text (xmlNode *node);
guint trio_xml_get_line (xmlNode *node);

TrioXmlWriter *trio_xml_writer_new (void);
void trio_xml_writer_free (TrioXmlWriter *writer);
xmlTextWriter *trio_xml_writer_get (TrioXmlWriter *writer);
void trio_xml_writer_start (TrioXmlWriter *writer, const char *element);
void trio_xml_writer_attribute (TrioXmlWriter *writer, const char *name, const char *value);
void trio_xml_writer_attribute_int (TrioXmlWriter *writer, const char *name, gint64 value);
void trio_xml_writer_text (TrioXmlWriter *writer, const char *text);
void trio_xml_writer_end (TrioXmlWriter *writer);
void trio_xml_writer_element (TrioXmlWriter *writer, const char *element, const char *text);
GBytes *trio_xml_writer_finish (TrioXmlWriter *writer, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (xmlDoc, trio_xml_doc_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (TrioXmlSchema, trio_xml_schema_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (TrioXmlWriter, trio_xml_writer_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (TrioXmlFinding, trio_xml_finding_free)

G_END_DECLS
