/* trio-writer-docx-properties.c: what a DOCX says about itself.
 *
 * Nothing that the tree does not hold: no user name, no path, no editing time, and the time
 * of the tree instead of the clock. Case systems read the custom properties.
 */
#include "config.h"

#include "document/writers/trio-writer-docx-private.h"

#define NS_CORE   "http://schemas.openxmlformats.org/package/2006/metadata/core-properties"
#define NS_APP    "http://schemas.openxmlformats.org/officeDocument/2006/extended-properties"
#define NS_CUSTOM "http://schemas.openxmlformats.org/officeDocument/2006/custom-properties"
#define NS_VT     "http://schemas.openxmlformats.org/officeDocument/2006/docPropsVTypes"

#define FMTID_CUSTOM "{D5CDD505-2E9C-101B-9397-08002B2CF9AE}"

/* The custom properties: name in the file and field of the tree. */
static const struct
{
  const char *name;
  TrioDocField field;
} custom[] = {
  { "CaseNumber", TRIO_DOC_CASE_NUMBER },
  { "DocumentNumber", TRIO_DOC_DOCUMENT_NUMBER },
  { "Classification", TRIO_DOC_CLASSIFICATION },
};

static gboolean
has_value (TrioDoc *doc, TrioDocField field)
{
  const char *value = trio_doc_get (doc, field);

  return value != NULL && *value != '\0';
}

/* docx_build_core:
 * @doc: the tree
 *
 * Returns: docProps/core.xml
 */
char *
docx_build_core (TrioDoc *doc)
{
  g_autofree char *time = trio_markup_dup_time (doc);
  GString *xml
      = g_string_new (DOCX_DECLARATION "<cp:coreProperties xmlns:cp=\"" NS_CORE "\""
                                       " xmlns:dc=\"http://purl.org/dc/elements/1.1/\""
                                       " xmlns:dcterms=\"http://purl.org/dc/terms/\""
                                       " xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\">");

  trio_markup_element (xml, "dc:title", trio_doc_get (doc, TRIO_DOC_TITLE));
  trio_markup_element (xml, "dc:creator", trio_doc_get (doc, TRIO_DOC_AUTHOR));
  trio_markup_element (xml, "cp:keywords", trio_doc_get (doc, TRIO_DOC_KEYWORDS));
  trio_markup_element (xml, "dc:language", trio_markup_get_language (doc));
  if (time != NULL)
    g_string_append_printf (xml,
                            "<dcterms:created xsi:type=\"dcterms:W3CDTF\">%s</dcterms:created>"
                            "<dcterms:modified xsi:type=\"dcterms:W3CDTF\">%s</dcterms:modified>",
                            time, time);
  g_string_append (xml, "</cp:coreProperties>");
  return g_string_free (xml, FALSE);
}

/* docx_build_app:
 * @doc: the tree
 *
 * Returns: docProps/app.xml
 */
char *
docx_build_app (TrioDoc *doc)
{
  GString *xml = g_string_new (DOCX_DECLARATION "<Properties xmlns=\"" NS_APP "\">");

  trio_markup_element (xml, "Application", "TRIO Stations");
  trio_markup_element (xml, "Company", trio_doc_get (doc, TRIO_DOC_ORGANISATION));
  g_string_append (xml, "</Properties>");
  return g_string_free (xml, FALSE);
}

/* docx_build_custom:
 * @doc: the tree
 *
 * Returns: (nullable): docProps/custom.xml, or %NULL when there is nothing to say
 */
char *
docx_build_custom (TrioDoc *doc)
{
  GString *xml = NULL;
  guint id = 2;

  for (guint i = 0; i < G_N_ELEMENTS (custom); i++)
    {
      if (!has_value (doc, custom[i].field))
        continue;
      if (xml == NULL)
        xml = g_string_new (DOCX_DECLARATION "<Properties xmlns=\"" NS_CUSTOM "\" xmlns:vt=\"" NS_VT
                                             "\">");
      g_string_append_printf (xml, "<property fmtid=\"" FMTID_CUSTOM "\" pid=\"%u\" name=\"%s\">",
                              id++, custom[i].name);
      trio_markup_element (xml, "vt:lpwstr", trio_doc_get (doc, custom[i].field));
      g_string_append (xml, "</property>");
    }
  if (xml == NULL)
    return NULL;
  g_string_append (xml, "</Properties>");
  return g_string_free (xml, FALSE);
}
