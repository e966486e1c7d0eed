/* trio-writer-docx.c: puts the parts of a DOCX together.
 *
 * The smallest package that Word takes for one of its own: content types first, then the
 * relationships, properties, the document and what it refers to. A part exists only when it
 * holds something, and every part has its type and its relationship.
 */
#include "config.h"

#include <string.h>

#include "base/trio-zip.h"
#include "document/writers/trio-writer-docx-private.h"
#include "document/writers/trio-writer-private.h"

#define TYPE_WORD    "application/vnd.openxmlformats-officedocument.wordprocessingml."
#define TYPE_PACKAGE "application/vnd.openxmlformats-package."
#define TYPE_OFFICE  "application/vnd.openxmlformats-officedocument."
#define NS_TYPES     "http://schemas.openxmlformats.org/package/2006/content-types"
#define NS_RELS      "http://schemas.openxmlformats.org/package/2006/relationships"
#define REL_CORE \
  "http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties"

/* A part that waits for its turn in the archive. */
typedef struct
{
  char *name;
  const char *type;
  GBytes *bytes;
} Part;

typedef struct
{
  DocxWriter writer;
  GPtrArray *parts; /* Part, in the order of the archive */
  DocxRels package; /* _rels/.rels */
} Package;

static void
part_free (gpointer data)
{
  Part *part = data;

  g_free (part->name);
  g_bytes_unref (part->bytes);
  g_free (part);
}

/* Takes the text over. */
static void
add_part (Package *package, const char *name, const char *type, char *text)
{
  Part *part = g_new0 (Part, 1);

  part->name = g_strdup (name);
  part->type = type;
  part->bytes = g_bytes_new_take (text, strlen (text));
  g_ptr_array_add (package->parts, part);
}

static void
add_rels (Package *package, const char *name, const DocxRels *rels)
{
  if (rels->count == 0)
    return;
  add_part (package, name, NULL,
            g_strdup_printf (DOCX_DECLARATION "<Relationships xmlns=\"" NS_RELS "\">%s"
                                              "</Relationships>",
                             rels->xml->str));
}

/* Takes what the story has written as a part, with its relationships. */
static void
add_story (Package *package, const char *file, const char *type, DocxStory *story)
{
  g_autofree char *name = g_strconcat ("word/", file, NULL);
  g_autofree char *rels = g_strconcat ("word/_rels/", file, ".rels", NULL);

  add_part (package, name, type, g_string_free (g_steal_pointer (&story->xml), FALSE));
  add_rels (package, rels, &story->rels);
}

static void
collect_anchor_cb (const TrioBlock *block, gpointer user_data)
{
  if (block->anchor != NULL && *block->anchor != '\0')
    docx_get_bookmark (user_data, block->anchor);
}

static void
package_init (Package *package, TrioDoc *doc, GCancellable *cancellable)
{
  DocxWriter *writer = &package->writer;
  TrioMarkupPage page;

  memset (package, 0, sizeof *package);
  writer->doc = doc;
  writer->look = trio_doc_get_look (doc);
  writer->letterhead = trio_doc_get_letterhead (doc);
  writer->cancellable = cancellable;
  writer->nums = g_array_new (FALSE, FALSE, sizeof (DocxNum));
  writer->pictures = trio_markup_new_pictures ();
  writer->bookmarks = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  writer->bookmark_names = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  trio_markup_measure_page (writer->look, &page);
  writer->text_width = page.text_width;
  package->parts = g_ptr_array_new_with_free_func (part_free);
  docx_rels_init (&package->package);

  /* Links may lead forward, so every name must be known before the first one is written. */
  trio_doc_foreach_block (doc, collect_anchor_cb, writer);
}

static void
package_clear (Package *package)
{
  g_array_unref (package->writer.nums);
  g_ptr_array_unref (package->writer.pictures);
  g_hash_table_unref (package->writer.bookmarks);
  g_hash_table_unref (package->writer.bookmark_names);
  g_ptr_array_unref (package->parts);
  docx_rels_clear (&package->package);
}

/* Writes a header or footer, adds it as a part, and appends the reference to it. */
static gboolean
add_edge (Package *package,
          DocxStory *document,
          GString *references,
          gboolean is_header,
          gboolean is_first,
          GError **error)
{
  const char *kind = is_header ? "header" : "footer";
  g_autofree char *file = g_strdup_printf ("%s%u.xml", kind, is_first ? 2 : 1);
  DocxStory story;
  int found;

  docx_story_init (&story, &package->writer);
  found = is_header ? docx_write_header (&story, is_first, error) : docx_write_footer (&story);
  if (found == 1)
    {
      add_story (package, file, is_header ? TYPE_WORD "header+xml" : TYPE_WORD "footer+xml",
                 &story);
      g_string_append_printf (references, "<w:%sReference w:type=\"%s\" r:id=\"rId%u\"/>", kind,
                              is_first ? "first" : "default",
                              docx_rels_add (&document->rels, kind, file, FALSE));
    }
  docx_story_clear (&story);
  return found >= 0;
}

static gboolean
append_page_setup (Package *package, DocxStory *document, GError **error)
{
  const TrioLook *look = package->writer.look;
  gboolean has_first = trio_markup_has_first_page (package->writer.letterhead);
  g_autoptr (GString) references = g_string_new (NULL);
  TrioMarkupPage page;

  if (!add_edge (package, document, references, TRUE, FALSE, error)
      || !add_edge (package, document, references, FALSE, FALSE, error)
      || (has_first
          && (!add_edge (package, document, references, TRUE, TRUE, error)
              || !add_edge (package, document, references, FALSE, TRUE, error))))
    return FALSE;

  trio_markup_measure_page (look, &page);
  g_string_append_printf (
      document->xml,
      "<w:sectPr>%s<w:pgSz w:w=\"%u\" w:h=\"%u\"%s/><w:pgMar w:top=\"%u\" w:right=\"%u\""
      " w:bottom=\"%u\" w:left=\"%u\" w:header=\"%u\" w:footer=\"%u\" w:gutter=\"0\"/>%s"
      "</w:sectPr>",
      references->str, page.width, page.height, look->landscape ? " w:orient=\"landscape\"" : "",
      page.margins[0], page.margins[1], page.margins[2], page.margins[3],
      MIN (TRIO_MARKUP_HEADER_EDGE, page.margins[0]),
      MIN (TRIO_MARKUP_HEADER_EDGE, page.margins[2]), has_first ? "<w:titlePg/>" : "");
  return TRUE;
}

static gboolean
add_document (Package *package, GError **error)
{
  DocxStory story;
  gboolean done;

  docx_story_init (&story, &package->writer);
  docx_rels_add (&story.rels, "styles", "styles.xml", FALSE);
  docx_rels_add (&story.rels, "numbering", "numbering.xml", FALSE);
  docx_rels_add (&story.rels, "settings", "settings.xml", FALSE);
  docx_rels_add (&story.rels, "fontTable", "fontTable.xml", FALSE);

  g_string_append (story.xml, "<w:document" DOCX_STORY_NAMESPACES "><w:body>");
  done = docx_append_blocks (&story, trio_doc_get_blocks (package->writer.doc), error)
         && append_page_setup (package, &story, error);
  if (done)
    {
      g_string_append (story.xml, "</w:body></w:document>");
      add_story (package, "document.xml", TYPE_WORD "document.main+xml", &story);
    }
  docx_story_clear (&story);
  return done;
}

static void
add_properties (Package *package)
{
  TrioDoc *doc = package->writer.doc;
  char *custom = docx_build_custom (doc);

  docx_rels_add (&package->package, "officeDocument", "word/document.xml", FALSE);
  docx_rels_add (&package->package, REL_CORE, "docProps/core.xml", FALSE);
  docx_rels_add (&package->package, "extended-properties", "docProps/app.xml", FALSE);
  if (custom != NULL)
    docx_rels_add (&package->package, "custom-properties", "docProps/custom.xml", FALSE);
  add_rels (package, "_rels/.rels", &package->package);

  add_part (package, "docProps/core.xml", TYPE_PACKAGE "core-properties+xml",
            docx_build_core (doc));
  add_part (package, "docProps/app.xml", TYPE_OFFICE "extended-properties+xml",
            docx_build_app (doc));
  if (custom != NULL)
    add_part (package, "docProps/custom.xml", TYPE_OFFICE "custom-properties+xml", custom);
}

static char *
build_types (const Package *package)
{
  g_autoptr (GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);
  GString *xml
      = g_string_new (DOCX_DECLARATION "<Types xmlns=\"" NS_TYPES "\">"
                                       "<Default Extension=\"rels\" ContentType=\"" TYPE_PACKAGE
                                       "relationships+xml\"/>"
                                       "<Default Extension=\"xml\""
                                       " ContentType=\"application/xml\"/>");

  for (guint i = 0; i < package->writer.pictures->len; i++)
    {
      const TrioMarkupPicture *picture = g_ptr_array_index (package->writer.pictures, i);

      if (!g_hash_table_add (seen, (gpointer)picture->extension))
        continue;
      g_string_append_printf (xml, "<Default Extension=\"%s\" ContentType=\"%s\"/>",
                              picture->extension, picture->mime_type);
    }
  for (guint i = 0; i < package->parts->len; i++)
    {
      const Part *part = g_ptr_array_index (package->parts, i);

      if (part->type != NULL)
        g_string_append_printf (xml, "<Override PartName=\"/%s\" ContentType=\"%s\"/>", part->name,
                                part->type);
    }
  g_string_append (xml, "</Types>");
  return g_string_free (xml, FALSE);
}

static GBytes *
pack (const Package *package, GError **error)
{
  g_autoptr (TrioZip) zip = trio_zip_new ();
  char *text = build_types (package);
  g_autoptr (GBytes) types = g_bytes_new_take (text, strlen (text));

  if (!trio_zip_add (zip, "[Content_Types].xml", types, TRIO_ZIP_DEFLATE, error))
    return NULL;
  for (guint i = 0; i < package->parts->len; i++)
    {
      const Part *part = g_ptr_array_index (package->parts, i);

      if (!trio_zip_add (zip, part->name, part->bytes, TRIO_ZIP_DEFLATE, error))
        return NULL;
    }
  for (guint i = 0; i < package->writer.pictures->len; i++)
    {
      const TrioMarkupPicture *picture = g_ptr_array_index (package->writer.pictures, i);
      g_autofree char *name = g_strconcat ("word/", picture->name, NULL);

      if (!trio_zip_add (zip, name, picture->bytes, TRIO_ZIP_STORE, error))
        return NULL;
    }
  return trio_zip_finish (zip, error);
}

/**
 * trio_writer_docx:
 * @doc: the document
 * @cancellable: (nullable): to stop the writing
 * @error: where to report a failure
 *
 * Writes the document as Office Open XML text, as Word 2013 and later write it. Needs
 * neither clock nor locale nor files; the same tree gives the same bytes.
 *
 * Returns: (transfer full): the file, or %NULL with %TRIO_ERROR_INVALID for a picture that is
 *   none, or %G_IO_ERROR_CANCELLED
 */
GBytes *
trio_writer_docx (TrioDoc *doc, GCancellable *cancellable, GError **error)
{
  Package package;
  GBytes *bytes = NULL;

  package_init (&package, doc, cancellable);
  add_properties (&package);
  if (add_document (&package, error))
    {
      DocxWriter *writer = &package.writer;

      add_part (&package, "word/styles.xml", TYPE_WORD "styles+xml", docx_build_styles (writer));
      add_part (&package, "word/numbering.xml", TYPE_WORD "numbering+xml",
                docx_build_numbering (writer));
      add_part (&package, "word/settings.xml", TYPE_WORD "settings+xml",
                docx_build_settings (writer));
      add_part (&package, "word/fontTable.xml", TYPE_WORD "fontTable+xml",
                docx_build_font_table (writer));
      bytes = pack (&package, error);
    }
  package_clear (&package);
  return bytes;
}
