/* trio-writer-odt.c: puts the parts of an ODT together.
 *
 * The smallest complete package of OpenDocument 1.3: its type first, stored and without extra
 * field, so that it can be read at byte 30, then the parts, all named in the manifest.
 */
#include "config.h"

#include <string.h>

#include "base/trio-zip.h"
#include "document/writers/trio-writer-odt-private.h"
#include "document/writers/trio-writer-private.h"

/* A part that waits for its turn in the archive. */
typedef struct
{
  const char *name;
  char *text;
} Part;

typedef enum
{
  PART_CONTENT,
  PART_STYLES,
  PART_META,
  PART_SETTINGS,
  PART_MANIFEST,
} PartKind;

#define N_PARTS (PART_MANIFEST + 1)

static void
collect_anchor_cb (const TrioBlock *block, gpointer user_data)
{
  if (block->anchor != NULL && *block->anchor != '\0')
    g_hash_table_add (user_data, block->anchor);
}

static void
writer_init (OdtWriter *writer, TrioDoc *doc, GCancellable *cancellable)
{
  memset (writer, 0, sizeof *writer);
  writer->doc = doc;
  writer->look = trio_doc_get_look (doc);
  writer->letterhead = trio_doc_get_letterhead (doc);
  writer->cancellable = cancellable;
  trio_markup_measure_page (writer->look, &writer->page);
  writer->has_first = trio_markup_has_first_page (writer->letterhead);
  writer->anchors = g_hash_table_new (g_str_hash, g_str_equal);
  writer->pictures = trio_markup_new_pictures ();

  /* Links may lead forward, so every name must be known before the first one is written. */
  trio_doc_foreach_block (doc, collect_anchor_cb, writer->anchors);
}

static void
writer_clear (OdtWriter *writer)
{
  g_hash_table_unref (writer->anchors);
  g_ptr_array_unref (writer->pictures);
}

/* Text and its automatic styles are written side by side, since the styles stand in front. */
static void
text_start (OdtWriter *writer)
{
  writer->xml = g_string_new (NULL);
  writer->automatic = g_string_new (NULL);
  writer->styles = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
}

static void
text_end (OdtWriter *writer)
{
  g_string_free (g_steal_pointer (&writer->xml), TRUE);
  g_string_free (g_steal_pointer (&writer->automatic), TRUE);
  g_clear_pointer (&writer->styles, g_hash_table_unref);
}

static char *
build_content (OdtWriter *writer, GError **error)
{
  GString *xml = NULL;

  text_start (writer);
  writer->needs_master = writer->has_first;
  if (odt_append_blocks (writer, trio_doc_get_blocks (writer->doc), error))
    {
      xml = g_string_new (ODT_DECLARATION "<office:document-content" ODT_NAMESPACES ">");
      odt_append_fonts (xml, writer->look);
      g_string_append (xml, "<office:automatic-styles>");
      g_string_append_len (xml, writer->automatic->str, (gssize)writer->automatic->len);
      if (writer->n_tables > 0)
        odt_append_table_styles (xml);
      odt_append_section_styles (xml);
      g_string_append (xml, "</office:automatic-styles><office:body><office:text>");
      g_string_append_len (xml, writer->xml->str, (gssize)writer->xml->len);
      g_string_append (xml, "</office:text></office:body></office:document-content>");
    }
  text_end (writer);
  return xml != NULL ? g_string_free (xml, FALSE) : NULL;
}

static char *
build_styles (OdtWriter *writer, GError **error)
{
  GString *xml = NULL;

  text_start (writer);
  if (odt_append_master_pages (writer, error))
    {
      xml = g_string_new (ODT_DECLARATION "<office:document-styles" ODT_NAMESPACES ">");
      odt_append_fonts (xml, writer->look);
      odt_append_styles (writer, xml);
      g_string_append (xml, "<office:automatic-styles>");
      g_string_append_len (xml, writer->automatic->str, (gssize)writer->automatic->len);
      odt_append_page_layouts (writer, xml);
      g_string_append (xml, "</office:automatic-styles>");
      g_string_append_len (xml, writer->xml->str, (gssize)writer->xml->len);
      g_string_append (xml, "</office:document-styles>");
    }
  text_end (writer);
  return xml != NULL ? g_string_free (xml, FALSE) : NULL;
}

static char *
build_manifest (const OdtWriter *writer, const Part *parts)
{
  GString *xml = g_string_new (ODT_DECLARATION "<manifest:manifest xmlns:manifest=\"" ODT_URN
                                               "manifest:1.0\""
                                               " manifest:version=\"1.3\"><manifest:file-entry"
                                               " manifest:full-path=\"/\" manifest:version=\"1.3\""
                                               " manifest:media-type=\"" ODT_MIME_TYPE "\"/>");

  for (guint i = 0; i < PART_MANIFEST; i++)
    g_string_append_printf (xml,
                            "<manifest:file-entry manifest:full-path=\"%s\""
                            " manifest:media-type=\"text/xml\"/>",
                            parts[i].name);
  for (guint i = 0; i < writer->pictures->len; i++)
    {
      const TrioMarkupPicture *picture = g_ptr_array_index (writer->pictures, i);

      g_string_append_printf (xml,
                              "<manifest:file-entry manifest:full-path=\"%s\""
                              " manifest:media-type=\"%s\"/>",
                              picture->name, picture->mime_type);
    }
  g_string_append (xml, "</manifest:manifest>");
  return g_string_free (xml, FALSE);
}

static GBytes *
pack (const OdtWriter *writer, Part *parts, GError **error)
{
  g_autoptr (TrioZip) zip = trio_zip_new ();
  g_autoptr (GBytes) type = g_bytes_new_static (ODT_MIME_TYPE, strlen (ODT_MIME_TYPE));

  if (!trio_zip_add (zip, "mimetype", type, TRIO_ZIP_STORE, error))
    return NULL;
  for (guint i = 0; i < N_PARTS; i++)
    {
      gsize length = strlen (parts[i].text);
      g_autoptr (GBytes) bytes = g_bytes_new_take (g_steal_pointer (&parts[i].text), length);

      if (!trio_zip_add (zip, parts[i].name, bytes, TRIO_ZIP_DEFLATE, error))
        return NULL;
    }
  for (guint i = 0; i < writer->pictures->len; i++)
    {
      const TrioMarkupPicture *picture = g_ptr_array_index (writer->pictures, i);

      if (!trio_zip_add (zip, picture->name, picture->bytes, TRIO_ZIP_STORE, error))
        return NULL;
    }
  return trio_zip_finish (zip, error);
}

/**
 * trio_writer_odt:
 * @doc: the document
 * @cancellable: (nullable): to stop the writing
 * @error: where to report a failure
 *
 * Writes the document as OpenDocument 1.3 text (ISO/IEC 26300). Needs neither clock nor
 * locale nor files; the same tree gives the same bytes.
 *
 * Returns: (transfer full): the file, or %NULL with %TRIO_ERROR_INVALID for a picture that is
 *   none, or %G_IO_ERROR_CANCELLED
 */
GBytes *
trio_writer_odt (TrioDoc *doc, GCancellable *cancellable, GError **error)
{
  OdtWriter writer;
  GBytes *bytes = NULL;
  Part parts[N_PARTS] = {
    [PART_CONTENT] = { "content.xml", NULL },
    [PART_STYLES] = { "styles.xml", NULL },
    [PART_META] = { "meta.xml", NULL },
    [PART_SETTINGS] = { "settings.xml", NULL },
    [PART_MANIFEST] = { "META-INF/manifest.xml", NULL },
  };

  writer_init (&writer, doc, cancellable);
  parts[PART_CONTENT].text = build_content (&writer, error);
  if (parts[PART_CONTENT].text != NULL)
    parts[PART_STYLES].text = build_styles (&writer, error);
  if (parts[PART_STYLES].text != NULL)
    {
      parts[PART_META].text = odt_build_meta (doc);
      parts[PART_SETTINGS].text = odt_build_settings ();
      parts[PART_MANIFEST].text = build_manifest (&writer, parts);
      bytes = pack (&writer, parts, error);
    }
  for (guint i = 0; i < N_PARTS; i++)
    g_free (parts[i].text);
  writer_clear (&writer);
  return bytes;
}
