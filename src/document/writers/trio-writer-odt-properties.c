/* trio-writer-odt-properties.c: what an ODT says about itself.
 *
 * Nothing that the tree does not hold: no user name, no path, no editing time, and the time
 * of the tree instead of the clock. Case systems read the user-defined fields.
 */
#include "config.h"

#include "document/writers/trio-writer-odt-private.h"

/* The name of the set of settings has this prefix, and is not found without it. */
#define NS_OOO "http://openoffice.org/2004/office"

/* The user-defined fields: name in the file and field of the tree. */
static const struct
{
  const char *name;
  TrioDocField field;
} fields[] = {
  { "Organisation", TRIO_DOC_ORGANISATION },
  { "CaseNumber", TRIO_DOC_CASE_NUMBER },
  { "DocumentNumber", TRIO_DOC_DOCUMENT_NUMBER },
  { "Classification", TRIO_DOC_CLASSIFICATION },
};

static const struct
{
  const char *name;
  gboolean value;
} settings[] = {
  { "AddParaTableSpacing", FALSE },
  { "UseFormerLineSpacing", FALSE },
  { "AddExternalLeading", TRUE },
  { "AddParaSpacingToTableCells", TRUE },
  { "AddParaLineSpacingToTableCells", TRUE },
  { "TabsRelativeToIndent", FALSE },
};

static void
append_keywords (GString *xml, const char *keywords)
{
  g_auto (GStrv) words = g_strsplit (keywords != NULL ? keywords : "", ",", -1);

  for (guint i = 0; words[i] != NULL; i++)
    trio_markup_element (xml, "meta:keyword", g_strstrip (words[i]));
}

/* odt_build_meta:
 * @doc: the tree
 *
 * Returns: meta.xml
 */
char *
odt_build_meta (const TrioDoc *doc)
{
  GString *xml
      = g_string_new (ODT_DECLARATION "<office:document-meta" ODT_NAMESPACES "><office:meta>"
                                      "<meta:generator>TRIO Stations</meta:generator>");
  const char *author = trio_doc_get (doc, TRIO_DOC_AUTHOR);
  g_autofree char *time = trio_markup_dup_time (doc);

  trio_markup_element (xml, "dc:title", trio_doc_get (doc, TRIO_DOC_TITLE));
  trio_markup_element (xml, "meta:initial-creator", author);
  trio_markup_element (xml, "dc:creator", author);
  trio_markup_element (xml, "meta:creation-date", time);
  trio_markup_element (xml, "dc:date", time);
  append_keywords (xml, trio_doc_get (doc, TRIO_DOC_KEYWORDS));
  trio_markup_element (xml, "dc:language", trio_markup_get_language (doc));
  for (guint i = 0; i < G_N_ELEMENTS (fields); i++)
    {
      const char *value = trio_doc_get (doc, fields[i].field);

      if (value == NULL || *value == '\0')
        continue;
      g_string_append_printf (xml, "<meta:user-defined meta:name=\"%s\">", fields[i].name);
      trio_markup_escape (xml, value);
      g_string_append (xml, "</meta:user-defined>");
    }
  g_string_append (xml, "</office:meta></office:document-meta>");
  return g_string_free (xml, FALSE);
}

/* odt_build_settings:
 *
 * Without these LibreOffice lays the text out as its oldest versions did: it adds the space
 * below a paragraph to the space above the next one, where Word takes the larger of the two,
 * leaves the space of paragraphs in cells away, and puts list items in a box wrong.
 *
 * Returns: settings.xml
 */
char *
odt_build_settings (void)
{
  GString *xml = g_string_new (ODT_DECLARATION "<office:document-settings" ODT_NAMESPACES
                                               " xmlns:ooo=\"" NS_OOO "\">"
                                               "<office:settings><config:config-item-set"
                                               " config:name=\"ooo:configuration-settings\">");

  for (guint i = 0; i < G_N_ELEMENTS (settings); i++)
    g_string_append_printf (xml,
                            "<config:config-item config:name=\"%s\" config:type=\"boolean\">%s"
                            "</config:config-item>",
                            settings[i].name, settings[i].value ? "true" : "false");
  g_string_append (xml, "</config:config-item-set></office:settings></office:document-settings>");
  return g_string_free (xml, FALSE);
}
