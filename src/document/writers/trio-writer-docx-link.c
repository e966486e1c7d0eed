/* trio-writer-docx-link.c: relationships, addresses and bookmarks of the DOCX writer.
 *
 * A relationship to an address that is none, or a bookmark with a name that Word does not
 * allow, makes the whole file unreadable. So names and addresses are made fit here.
 */
#include "config.h"

#include <string.h>

#include "document/writers/trio-writer-docx-private.h"

void
docx_rels_init (DocxRels *rels)
{
  rels->xml = g_string_new (NULL);
  rels->count = 0;
  rels->links = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
}

void
docx_rels_clear (DocxRels *rels)
{
  g_string_free (rels->xml, TRUE);
  g_hash_table_unref (rels->links);
}

/* docx_rels_add:
 * @rels: the relationships of a part
 * @type: the last word of the type, or a full type with "://"
 * @target: the part or address
 * @is_external: whether the target is an address
 *
 * Adds a relationship unless it is there.
 *
 * Returns: its number; its id is "rId" and the number
 */
guint
docx_rels_add (DocxRels *rels, const char *type, const char *target, gboolean is_external)
{
  guint known = GPOINTER_TO_UINT (g_hash_table_lookup (rels->links, target));

  if (known != 0)
    return known;

  rels->count++;
  g_string_append_printf (rels->xml, "<Relationship Id=\"rId%u\" Type=\"%s%s\" Target=\"",
                          rels->count, strstr (type, "://") != NULL ? "" : DOCX_NS_R "/", type);
  trio_markup_escape (rels->xml, target);
  g_string_append (rels->xml, is_external ? "\" TargetMode=\"External\"/>" : "\"/>");
  g_hash_table_insert (rels->links, g_strdup (target), GUINT_TO_POINTER (rels->count));
  return rels->count;
}

/* docx_get_bookmark:
 * @writer: the package
 * @anchor: the anchor of a block
 *
 * Bookmark names are unique without regard to case, at most 40 characters long, and made of
 * letters, digits and underscores.
 *
 * Returns: the name for this anchor, always the same
 */
const char *
docx_get_bookmark (DocxWriter *writer, const char *anchor)
{
  const char *known = g_hash_table_lookup (writer->bookmarks, anchor);
  g_autoptr (GString) name = NULL;
  g_autofree char *lower = NULL;
  gsize stem;
  guint n = 1;

  if (known != NULL)
    return known;

  name = g_string_new (g_ascii_isalpha (*anchor) ? NULL : "_");
  for (const char *p = anchor; *p != '\0' && name->len < 32; p++)
    if (((guchar)*p & 0xc0) != 0x80)
      g_string_append_c (name, g_ascii_isalnum (*p) ? *p : '_');

  stem = name->len;
  lower = g_ascii_strdown (name->str, -1);
  while (g_hash_table_contains (writer->bookmark_names, lower))
    {
      g_string_truncate (name, stem);
      g_string_append_printf (name, "_%u", ++n);
      g_free (lower);
      lower = g_ascii_strdown (name->str, -1);
    }
  g_hash_table_add (writer->bookmark_names, g_steal_pointer (&lower));
  g_hash_table_insert (writer->bookmarks, g_strdup (anchor), g_strdup (name->str));
  return g_hash_table_lookup (writer->bookmarks, anchor);
}
