/* trio-markup-picture.c: pictures in a package, figures and the logo alike.
 *
 * The kind of a picture is read from its bytes, not from what somebody called it: a part
 * with a wrong type makes an office program refuse the file.
 */
#include "config.h"

#include <glib/gi18n-lib.h>
#include <libxml/tree.h>
#include <string.h>

#include "base/trio-error.h"
#include "base/trio-xml.h"
#include "document/writers/trio-markup.h"

/* A picture leaves room for its caption on an A4 page. */
#define MAX_HEIGHT_MM 200.0

static const struct
{
  const char *extension;
  const char *mime_type;
} kinds[] = { { "png", "image/png" }, { "jpeg", "image/jpeg" }, { "svg", "image/svg+xml" } };

static guint
read_be16 (const guchar *data)
{
  return (guint)data[0] << 8 | data[1];
}

static guint
read_be32 (const guchar *data)
{
  return read_be16 (data) << 16 | read_be16 (data + 2);
}

/* The size stands in the frame header, behind any number of other segments. */
static gboolean
read_jpeg (const guchar *data, gsize length, TrioMarkupPicture *picture)
{
  gsize at = 2;

  while (at + 9 < length && data[at] == 0xff)
    {
      guchar marker = data[at + 1];

      if (marker >= 0xc0 && marker <= 0xcf && marker != 0xc4 && marker != 0xc8 && marker != 0xcc)
        {
          picture->height = read_be16 (data + at + 5);
          picture->width = read_be16 (data + at + 7);
          picture->extension = "jpeg";
          return picture->width > 0 && picture->height > 0;
        }
      at += marker == 0xff ? 1 : 2 + read_be16 (data + at + 2);
    }
  return FALSE;
}

static gboolean
read_png (const guchar *data, gsize length, TrioMarkupPicture *picture)
{
  if (length < 33 || memcmp (data + 12, "IHDR", 4) != 0)
    return FALSE;
  picture->width = read_be32 (data + 16);
  picture->height = read_be32 (data + 20);
  picture->extension = "png";
  return picture->width > 0 && picture->height > 0;
}

static gboolean
read_svg (GBytes *bytes, TrioMarkupPicture *picture)
{
  xmlDoc *doc = trio_xml_parse (bytes, "svg", TRIO_XML_MAX_TEMPLATE, NULL);
  xmlNode *root = doc != NULL ? xmlDocGetRootElement (doc) : NULL;
  gboolean is_svg = root != NULL && trio_xml_is (root, "svg");

  if (is_svg)
    {
      g_autofree char *box = trio_xml_dup_attribute (root, "viewBox");
      g_autofree char *width = trio_xml_dup_attribute (root, "width");
      g_autofree char *height = trio_xml_dup_attribute (root, "height");
      g_auto (GStrv) numbers = g_strsplit_set (box != NULL ? box : "", " ,", -1);

      picture->extension = "svg";
      if (g_strv_length (numbers) == 4)
        {
          picture->width = g_ascii_strtod (numbers[2], NULL);
          picture->height = g_ascii_strtod (numbers[3], NULL);
        }
      else if (width != NULL && height != NULL)
        {
          picture->width = g_ascii_strtod (width, NULL);
          picture->height = g_ascii_strtod (height, NULL);
        }
    }
  if (doc != NULL)
    xmlFreeDoc (doc);
  /* What a browser takes for a picture that does not tell its size. */
  if (is_svg && !(picture->width > 0 && picture->height > 0))
    {
      picture->width = 2;
      picture->height = 1;
    }
  return is_svg;
}

static gboolean
read_picture (GBytes *bytes, TrioMarkupPicture *picture)
{
  gsize length = 0;
  const guchar *data = g_bytes_get_data (bytes, &length);

  if (length > 8 && memcmp (data, "\x89PNG\r\n\x1a\n", 8) == 0)
    return read_png (data, length, picture);
  if (length > 4 && data[0] == 0xff && data[1] == 0xd8 && data[2] == 0xff)
    return read_jpeg (data, length, picture);
  return length > 0 && read_svg (bytes, picture);
}

static void
picture_free (gpointer data)
{
  TrioMarkupPicture *picture = data;

  g_bytes_unref (picture->bytes);
  g_free (picture->name);
  g_free (picture);
}

/**
 * trio_markup_new_pictures:
 *
 * Returns: (transfer full) (element-type TrioMarkupPicture): no pictures yet
 */
GPtrArray *
trio_markup_new_pictures (void)
{
  return g_ptr_array_new_with_free_func (picture_free);
}

/**
 * trio_markup_add_picture:
 * @pictures: (element-type TrioMarkupPicture): the pictures of a package
 * @folder: their folder in the package
 * @bytes: a picture
 * @error: where to say that it is none
 *
 * Takes a picture into the package; the same picture is kept once.
 *
 * Returns: (transfer none): the picture, or %NULL with %TRIO_ERROR_INVALID
 */
TrioMarkupPicture *
trio_markup_add_picture (GPtrArray *pictures, const char *folder, GBytes *bytes, GError **error)
{
  TrioMarkupPicture *picture;

  for (guint i = 0; i < pictures->len; i++)
    {
      picture = g_ptr_array_index (pictures, i);
      if (g_bytes_equal (picture->bytes, bytes))
        return picture;
    }

  picture = g_new0 (TrioMarkupPicture, 1);
  picture->bytes = g_bytes_ref (bytes);
  if (!read_picture (bytes, picture))
    {
      picture_free (picture);
      g_set_error_literal (error, TRIO_ERROR, TRIO_ERROR_INVALID,
                           _ ("A picture in the document is damaged or of an unknown kind. Choose "
                              "a PNG, JPEG or SVG picture."));
      return NULL;
    }
  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    if (strcmp (kinds[i].extension, picture->extension) == 0)
      picture->mime_type = kinds[i].mime_type;
  picture->name = g_strdup_printf ("%s/image%u.%s", folder, pictures->len + 1, picture->extension);
  g_ptr_array_add (pictures, picture);
  return picture;
}

/**
 * trio_markup_fit_picture:
 * @picture: a picture
 * @width_mm: its width; 0 for that of the text
 * @height_mm: its height; 0 keeps the proportions
 * @max_width_mm: the width of the text
 * @fit_width_mm: (out): the width that it gets
 * @fit_height_mm: (out): the height that it gets
 *
 * Makes a picture at most as wide as the text and low enough for a page.
 */
void
trio_markup_fit_picture (const TrioMarkupPicture *picture,
                         double width_mm,
                         double height_mm,
                         double max_width_mm,
                         double *fit_width_mm,
                         double *fit_height_mm)
{
  double width = width_mm > 0 ? width_mm : max_width_mm;
  double ratio
      = width_mm > 0 && height_mm > 0 ? height_mm / width_mm : picture->height / picture->width;

  width = MIN (width, max_width_mm);
  width = MIN (width, MAX_HEIGHT_MM / ratio);
  *fit_width_mm = width;
  *fit_height_mm = width * ratio;
}
