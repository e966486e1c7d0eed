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

/* A4 in twentieths of a point, and the distance of header and footer from the edge. */
#define A4_SHORT    11906
#define A4_LONG     16838
#define HEADER_EDGE 680

#define TWIPS_PER_MM 56.6929

/* Narrower than this no line of text makes sense. */
#define MIN_TEXT_WIDTH 1440

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

static guint
twips (double mm)
{
  return (guint)(MAX (mm, 0) * TWIPS_PER_MM + 0.5);
}

/* Margins that leave no room for text are halved until they do. */
static void
measure_page (const TrioLook *look, guint margins[4], guint *text_width)
{
  guint width = look->landscape ? A4_LONG : A4_SHORT;

  for (guint i = 0; i < 4; i++)
    margins[i] = MIN (twips (look->margins_mm[i]), A4_SHORT / 2);
  while (margins[1] + margins[3] + MIN_TEXT_WIDTH > width)
    {
      margins[1] /= 2;
      margins[3] /= 2;
    }
  *text_width = width - margins[1] - margins[3];
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
  guint margins[4];

  memset (package, 0, sizeof *package);
  writer->doc = doc;
  writer->look = trio_doc_get_look (doc);
  writer->letterhead = trio_doc_get_letterhead (doc);
  writer->cancellable = cancellable;
  writer->nums = g_array_new (FALSE, FALSE, sizeof (DocxNum));
  writer->images = g_ptr_array_new_with_free_func ((GDestroyNotify)docx_image_free);
  writer->bookmarks = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  writer->bookmark_names = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  measure_page (writer->look, margins, &writer->text_width);
  package->parts = g_ptr_array_new_with_free_func (part_free);
  docx_rels_init (&package->package);

  /* Links may lead forward, so every name must be known before the first one is written. */
  trio_doc_foreach_block (doc, collect_anchor_cb, writer);
}

static void
package_clear (Package *package)
{
  g_array_unref (package->writer.nums);
  g_ptr_array_unref (package->writer.images);
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
  gboolean has_first = docx_has_first_page (&package->writer);
  g_autoptr (GString) references = g_string_new (NULL);
  guint margins[4], text_width;

  if (!add_edge (package, document, references, TRUE, FALSE, error)
      || !add_edge (package, document, references, FALSE, FALSE, error)
      || (has_first
          && (!add_edge (package, document, references, TRUE, TRUE, error)
              || !add_edge (package, document, references, FALSE, TRUE, error))))
    return FALSE;

  measure_page (look, margins, &text_width);
  g_string_append_printf (
      document->xml,
      "<w:sectPr>%s<w:pgSz w:w=\"%u\" w:h=\"%u\"%s/><w:pgMar w:top=\"%u\" w:right=\"%u\""
      " w:bottom=\"%u\" w:left=\"%u\" w:header=\"%u\" w:footer=\"%u\" w:gutter=\"0\"/>%s"
      "</w:sectPr>",
      references->str, look->landscape ? A4_LONG : A4_SHORT, look->landscape ? A4_SHORT : A4_LONG,
      look->landscape ? " w:orient=\"landscape\"" : "", margins[0], margins[1], margins[2],
      margins[3], MIN (HEADER_EDGE, margins[0]), MIN (HEADER_EDGE, margins[2]),
      has_first ? "<w:titlePg/>" : "");
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
  static const char *const kinds[][2]
      = { { "png", "image/png" }, { "jpeg", "image/jpeg" }, { "svg", "image/svg+xml" } };
  GString *xml
      = g_string_new (DOCX_DECLARATION "<Types xmlns=\"" NS_TYPES "\">"
                                       "<Default Extension=\"rels\" ContentType=\"" TYPE_PACKAGE
                                       "relationships+xml\"/>"
                                       "<Default Extension=\"xml\""
                                       " ContentType=\"application/xml\"/>");

  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    for (guint j = 0; j < package->writer.images->len; j++)
      {
        const DocxImage *image = g_ptr_array_index (package->writer.images, j);

        if (!g_str_equal (image->extension, kinds[i][0]))
          continue;
        g_string_append_printf (xml, "<Default Extension=\"%s\" ContentType=\"%s\"/>", kinds[i][0],
                                kinds[i][1]);
        break;
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
  for (guint i = 0; i < package->writer.images->len; i++)
    {
      const DocxImage *image = g_ptr_array_index (package->writer.images, i);
      g_autofree char *name = g_strconcat ("word/", image->target, NULL);

      if (!trio_zip_add (zip, name, image->bytes, TRIO_ZIP_STORE, error))
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
