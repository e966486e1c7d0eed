/* trio-doc.c: the document tree: properties, look, letterhead and blocks. */
#include "document/trio-doc.h"

#include <string.h>

#include "base/trio-text.h"

#define FIELD_FLAGS (TRIO_TEXT_NO_SOFT_HYPHENS | TRIO_TEXT_ONE_LINE | TRIO_TEXT_TRIM)

struct _TrioDoc
{
  char *fields[TRIO_DOC_N_FIELDS];
  TrioLook look;
  TrioLetterhead letterhead;
  GPtrArray *blocks;   /* TrioBlock */
  GHashTable *anchors; /* names that are taken; owned by the blocks */
};

static void
free_doc (gpointer data)
{
  TrioDoc *doc = data;

  for (guint i = 0; i < TRIO_DOC_N_FIELDS; i++)
    g_free (doc->fields[i]);
  for (guint i = 0; i < TRIO_DOC_N_FONTS; i++)
    {
      g_free (doc->look.fonts[i].family);
      g_free (doc->look.fonts[i].colour);
    }
  g_free (doc->look.bullet);
  g_clear_pointer (&doc->letterhead.logo, g_bytes_unref);
  g_free (doc->letterhead.logo_mime_type);
  g_free (doc->letterhead.logo_alt);
  trio_inlines_free (doc->letterhead.header);
  trio_inlines_free (doc->letterhead.footer);
  g_hash_table_unref (doc->anchors);
  g_ptr_array_unref (doc->blocks);
}

/**
 * trio_doc_new:
 *
 * Returns: (transfer full): an empty document in Danish on A4 with the usual look
 */
TrioDoc *
trio_doc_new (void)
{
  TrioDoc *doc = g_atomic_rc_box_new0 (TrioDoc);

  doc->blocks = g_ptr_array_new_with_free_func ((GDestroyNotify)trio_block_free);
  doc->anchors = g_hash_table_new (g_str_hash, g_str_equal);
  doc->fields[TRIO_DOC_LANG] = g_strdup ("da");
  doc->look.fonts[TRIO_DOC_FONT_BODY]
      = (TrioFontSpec){ g_strdup ("Calibri, Carlito, sans-serif"), 11, g_strdup ("#000000") };
  doc->look.fonts[TRIO_DOC_FONT_HEADING]
      = (TrioFontSpec){ g_strdup ("Calibri, Carlito, sans-serif"), 14, g_strdup ("#1F3A5F") };
  trio_doc_set_margins (doc, 30, 25, 25, 25);
  doc->look.bullet = g_strdup ("•");
  doc->look.hyphenate = TRUE;
  return doc;
}

/**
 * trio_doc_ref:
 * @doc: a document
 *
 * Returns: (transfer full): @doc
 */
TrioDoc *
trio_doc_ref (TrioDoc *doc)
{
  g_return_val_if_fail (doc != NULL, NULL);

  return g_atomic_rc_box_acquire (doc);
}

/**
 * trio_doc_unref:
 * @doc: (nullable): a document; it is freed with all its blocks when nobody holds it any more
 */
void
trio_doc_unref (TrioDoc *doc)
{
  if (doc != NULL)
    g_atomic_rc_box_release_full (doc, free_doc);
}

static gboolean
is_language_tag (const char *tag)
{
  return g_ascii_isalpha (tag[0]) && g_ascii_isalpha (tag[1])
         && strspn (tag, G_CSET_a_2_z G_CSET_A_2_Z G_CSET_DIGITS "-") == strlen (tag);
}

/**
 * trio_doc_set:
 * @doc: a document
 * @field: which field
 * @value: (nullable): one line of text; %NULL or an empty text removes the field
 *
 * Sets a text field. The language must be a tag such as "da" or "en-GB"; it cannot be removed.
 */
void
trio_doc_set (TrioDoc *doc, TrioDocField field, const char *value)
{
  g_autofree char *clean = NULL;

  g_return_if_fail (doc != NULL && field < TRIO_DOC_N_FIELDS);

  clean = trio_text_clean (value, -1, FIELD_FLAGS);
  if (field == TRIO_DOC_LANG)
    g_return_if_fail (is_language_tag (clean));

  g_free (doc->fields[field]);
  doc->fields[field] = *clean != '\0' ? g_steal_pointer (&clean) : NULL;
}

/**
 * trio_doc_get:
 * @doc: a document
 * @field: which field
 *
 * Returns: (nullable): the value, or %NULL if there is none; never empty
 */
const char *
trio_doc_get (const TrioDoc *doc, TrioDocField field)
{
  g_return_val_if_fail (doc != NULL && field < TRIO_DOC_N_FIELDS, NULL);

  return doc->fields[field];
}

static gboolean
is_colour (const char *colour)
{
  return colour[0] == '#' && strlen (colour) == 7
         && strspn (colour + 1, G_CSET_DIGITS "abcdefABCDEF") == 6;
}

/**
 * trio_doc_set_font:
 * @doc: a document
 * @font: which font
 * @family: (nullable): families in order of preference; %NULL keeps what is set
 * @size_pt: the size in points; 0 keeps what is set
 * @colour: (nullable): "#RRGGBB"; %NULL keeps what is set
 */
void
trio_doc_set_font (
    TrioDoc *doc, TrioDocFont font, const char *family, double size_pt, const char *colour)
{
  TrioFontSpec *spec;

  g_return_if_fail (doc != NULL && font < TRIO_DOC_N_FONTS && size_pt >= 0);
  g_return_if_fail (colour == NULL || is_colour (colour));

  spec = &doc->look.fonts[font];
  if (family != NULL)
    {
      g_free (spec->family);
      spec->family = trio_text_clean (family, -1, FIELD_FLAGS);
    }
  if (size_pt > 0)
    spec->size_pt = size_pt;
  if (colour != NULL)
    {
      g_free (spec->colour);
      spec->colour = g_strdup (colour);
    }
}

/**
 * trio_doc_set_margins:
 * @doc: a document
 * @top: the top margin in millimetres
 * @right: the right margin
 * @bottom: the bottom margin
 * @left: the left margin
 */
void
trio_doc_set_margins (TrioDoc *doc, double top, double right, double bottom, double left)
{
  g_return_if_fail (doc != NULL && top >= 0 && right >= 0 && bottom >= 0 && left >= 0);

  doc->look.margins_mm[0] = top;
  doc->look.margins_mm[1] = right;
  doc->look.margins_mm[2] = bottom;
  doc->look.margins_mm[3] = left;
}

/**
 * trio_doc_set_landscape:
 * @doc: a document
 * @landscape: whether the page lies on its side
 */
void
trio_doc_set_landscape (TrioDoc *doc, gboolean landscape)
{
  g_return_if_fail (doc != NULL);

  doc->look.landscape = landscape;
}

/**
 * trio_doc_set_bullet:
 * @doc: a document
 * @bullet: the bullet of the first level, one character
 */
void
trio_doc_set_bullet (TrioDoc *doc, const char *bullet)
{
  g_return_if_fail (doc != NULL && bullet != NULL && g_utf8_strlen (bullet, -1) == 1);

  g_free (doc->look.bullet);
  doc->look.bullet = g_strdup (bullet);
}

/**
 * trio_doc_set_hyphenate:
 * @doc: a document
 * @hyphenate: whether words may be broken at line ends
 */
void
trio_doc_set_hyphenate (TrioDoc *doc, gboolean hyphenate)
{
  g_return_if_fail (doc != NULL);

  doc->look.hyphenate = hyphenate;
}

/**
 * trio_doc_get_look:
 * @doc: a document
 *
 * Returns: (transfer none): how the document looks
 */
const TrioLook *
trio_doc_get_look (const TrioDoc *doc)
{
  g_return_val_if_fail (doc != NULL, NULL);

  return &doc->look;
}

/**
 * trio_doc_set_logo:
 * @doc: a document
 * @logo: (nullable): the bytes of the logo
 * @mime_type: (nullable): "image/png", "image/jpeg" or "image/svg+xml"
 * @alt: (nullable): what it shows, in words
 * @width_mm: its width in millimetres
 * @place: where it stands
 */
void
trio_doc_set_logo (TrioDoc *doc,
                   GBytes *logo,
                   const char *mime_type,
                   const char *alt,
                   double width_mm,
                   TrioLogoPlace place)
{
  TrioLetterhead *head;

  g_return_if_fail (doc != NULL && (logo == NULL || mime_type != NULL));

  head = &doc->letterhead;
  g_clear_pointer (&head->logo, g_bytes_unref);
  g_free (head->logo_mime_type);
  g_free (head->logo_alt);
  head->logo = logo != NULL ? g_bytes_ref (logo) : NULL;
  head->logo_mime_type = g_strdup (mime_type);
  head->logo_alt = alt != NULL ? trio_text_clean (alt, -1, FIELD_FLAGS) : NULL;
  head->logo_width_mm = width_mm;
  head->logo_place = place;
}

/**
 * trio_doc_set_header:
 * @doc: a document
 * @header: (transfer full) (nullable): the text of the page header
 * @on_first_page: whether the first page has it as well
 */
void
trio_doc_set_header (TrioDoc *doc, TrioInlines *header, gboolean on_first_page)
{
  g_return_if_fail (doc != NULL);

  trio_inlines_free (doc->letterhead.header);
  doc->letterhead.header = header;
  doc->letterhead.header_on_first_page = on_first_page;
}

/**
 * trio_doc_set_footer:
 * @doc: a document
 * @footer: (transfer full) (nullable): the text of the page footer
 */
void
trio_doc_set_footer (TrioDoc *doc, TrioInlines *footer)
{
  g_return_if_fail (doc != NULL);

  trio_inlines_free (doc->letterhead.footer);
  doc->letterhead.footer = footer;
}

/**
 * trio_doc_get_letterhead:
 * @doc: a document
 *
 * Returns: (transfer none): logo, page header and page footer
 */
const TrioLetterhead *
trio_doc_get_letterhead (const TrioDoc *doc)
{
  g_return_val_if_fail (doc != NULL, NULL);

  return &doc->letterhead;
}

static void
give_anchor (TrioDoc *doc, TrioBlock *block)
{
  const GPtrArray *inner = trio_block_get_blocks (block);

  if (trio_block_get_level (block) > 0 || block->anchor != NULL)
    {
      guint n = g_hash_table_size (doc->anchors) + 1;

      while (block->anchor == NULL || g_hash_table_contains (doc->anchors, block->anchor))
        {
          g_free (block->anchor);
          block->anchor = g_strdup_printf ("section_%u", n++);
        }
      g_hash_table_add (doc->anchors, block->anchor);
    }
  for (guint i = 0; inner != NULL && i < inner->len; i++)
    give_anchor (doc, inner->pdata[i]);
}

/**
 * trio_doc_append:
 * @doc: a document
 * @block: (transfer full): a complete block
 *
 * Adds a block at the end. Headings without an anchor get one.
 */
void
trio_doc_append (TrioDoc *doc, TrioBlock *block)
{
  g_return_if_fail (doc != NULL && block != NULL);

  give_anchor (doc, block);
  g_ptr_array_add (doc->blocks, block);
}

/**
 * trio_doc_get_blocks:
 * @doc: a document
 *
 * Returns: (transfer none) (element-type TrioBlock): the blocks of the first level
 */
const GPtrArray *
trio_doc_get_blocks (const TrioDoc *doc)
{
  g_return_val_if_fail (doc != NULL, NULL);

  return doc->blocks;
}

/**
 * trio_doc_get_length:
 * @doc: a document
 *
 * Returns: the number of blocks of the first level
 */
guint
trio_doc_get_length (const TrioDoc *doc)
{
  g_return_val_if_fail (doc != NULL, 0);

  return doc->blocks->len;
}

/**
 * trio_doc_get_block:
 * @doc: a document
 * @index: a number below trio_doc_get_length()
 *
 * Returns: (transfer none): the block
 */
const TrioBlock *
trio_doc_get_block (const TrioDoc *doc, guint index)
{
  g_return_val_if_fail (doc != NULL && index < doc->blocks->len, NULL);

  return doc->blocks->pdata[index];
}
