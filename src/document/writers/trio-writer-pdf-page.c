/* trio-writer-pdf-page.c: page streams and fonts in the second pass of the PDF writer.
 *
 * Everything on a page is either marked as part of the text or as an artifact (ISO 14289-1,
 * 7.1). cairo marks the first; what lies outside of its marks is found here by reading the
 * operators of the page.
 */
#include "document/writers/trio-writer-pdf-private.h"

#include <stdlib.h>
#include <string.h>

#define ARTIFACT "/Artifact BMC\n"
#define END      "EMC\n"

/* A page stream while its operators are read. */
typedef struct
{
  const guchar *data;
  gsize length;
  gsize at;
  GByteArray *out;
  gsize run;       /* where what lies outside of all marks begins */
  gboolean paints; /* whether it draws anything */
  guint depth;
  guint n_marked;
} Stream;

static gboolean
is_blank (guchar c)
{
  return c == ' ' || c == '\n' || c == '\r' || c == '\t' || c == '\f' || c == '\0';
}

static gboolean
is_delimiter (guchar c)
{
  return strchr ("()<>[]{}/%", c) != NULL;
}

static void
skip_string (Stream *s)
{
  guint depth = 0;

  for (; s->at < s->length; s->at++)
    {
      guchar c = s->data[s->at];

      if (c == '\\')
        s->at++;
      else if (c == '(')
        depth++;
      else if (c == ')' && --depth == 0)
        {
          s->at++;
          return;
        }
    }
}

/* The data of a picture inside the stream ends at the first EI that stands alone. */
static void
skip_image (Stream *s)
{
  for (; s->at + 3 < s->length; s->at++)
    if (is_blank (s->data[s->at]) && s->data[s->at + 1] == 'E' && s->data[s->at + 2] == 'I'
        && is_blank (s->data[s->at + 3]))
      return;
  s->at = s->length;
}

/* Moves behind the next token; returns whether it is an operator. */
static gboolean
next_token (Stream *s, gsize *start)
{
  guchar c;

  while (s->at < s->length && is_blank (s->data[s->at]))
    s->at++;
  *start = s->at;
  if (s->at >= s->length)
    return FALSE;
  c = s->data[s->at];
  if (c == '(')
    {
      skip_string (s);
      return FALSE;
    }
  if (c == '%')
    {
      while (s->at < s->length && s->data[s->at] != '\n')
        s->at++;
      return FALSE;
    }
  s->at++;
  if (is_delimiter (c) && c != '/')
    return FALSE;
  while (s->at < s->length && !is_blank (s->data[s->at]) && !is_delimiter (s->data[s->at]))
    s->at++;
  return g_ascii_isalpha (c) || c == '\'' || c == '"';
}

static gboolean
is_one_of (const Stream *s, gsize start, const char *const *names)
{
  gsize length = s->at - start;

  for (; *names != NULL; names++)
    if (strlen (*names) == length && memcmp (*names, s->data + start, length) == 0)
      return TRUE;
  return FALSE;
}

static void
flush (Stream *s, gsize end)
{
  if (s->paints)
    g_byte_array_append (s->out, (const guint8 *)ARTIFACT, strlen (ARTIFACT));
  g_byte_array_append (s->out, s->data + s->run, (guint)(end - s->run));
  if (s->paints)
    g_byte_array_append (s->out, (const guint8 *)("\n" END), strlen (END) + 1);
  s->paints = FALSE;
  s->run = end;
}

static void
read_operator (Stream *s, gsize start, gsize operands)
{
  static const char *const begin[] = { "BDC", "BMC", NULL };
  static const char *const end[] = { "EMC", NULL };
  static const char *const image[] = { "ID", NULL };
  static const char *const paint[] = { "f",  "F",  "f*", "B",  "B*", "b",  "b*", "S", "s",
                                       "sh", "Do", "Tj", "TJ", "'",  "\"", "EI", NULL };

  if (is_one_of (s, start, begin))
    {
      if (s->depth++ == 0)
        {
          flush (s, operands);
          s->n_marked++;
        }
    }
  else if (is_one_of (s, start, end))
    {
      if (s->depth > 0 && --s->depth == 0)
        flush (s, s->at);
    }
  else if (is_one_of (s, start, image))
    skip_image (s);
  else if (s->depth == 0 && is_one_of (s, start, paint))
    s->paints = TRUE;
}

/* pdf_wrap_artifacts:
 * @data: the operators of a page
 * @length: how many bytes
 * @n_marked: (out): the number of marks that are not inside others
 *
 * Returns: (transfer full): the same page with everything that lay outside of all marks in
 *   marks for artifacts
 */
GByteArray *
pdf_wrap_artifacts (const guchar *data, gsize length, guint *n_marked)
{
  Stream s = { .data = data, .length = length, .out = g_byte_array_sized_new ((guint)length) };
  gsize operands = 0;

  while (s.at < s.length)
    {
      gsize start;

      if (!next_token (&s, &start))
        continue;
      read_operator (&s, start, operands);
      operands = s.at;
    }
  flush (&s, s.length);
  *n_marked = s.n_marked;
  return s.out;
}

static guint
count_pieces (const PdfWriter *writer, guint page)
{
  guint n = 0;

  for (guint i = 0; i < writer->pieces->len; i++)
    n += g_array_index (writer->pieces, PdfPiece, i).place.page == page;
  return n;
}

/* pdf_finish_page:
 * @writer: the file
 * @page: a page
 *
 * Marks the artifacts of a page. What cairo has marked must be what the layout announced, or
 * the words of the file would go to the wrong places.
 *
 * Returns: whether the marks are those of the layout
 */
gboolean
pdf_finish_page (PdfWriter *writer, guint page)
{
  qpdf_data qpdf = writer->qpdf;
  qpdf_oh dict = g_array_index (writer->pages, qpdf_oh, page);
  unsigned char *data = NULL;
  size_t length = 0;
  g_autoptr (GByteArray) wrapped = NULL;
  guint n_marked = 0;
  qpdf_oh stream;

  if (qpdf_oh_get_page_content_data (qpdf, dict, &data, &length) & QPDF_ERRORS)
    return FALSE;
  wrapped = pdf_wrap_artifacts (data, length, &n_marked);
  free (data);
  stream = qpdf_oh_new_stream (qpdf);
  qpdf_oh_replace_stream_data (qpdf, stream, wrapped->data, wrapped->len, qpdf_oh_new_null (qpdf),
                               qpdf_oh_new_null (qpdf));
  pdf_put (qpdf, dict, "/Contents", stream);
  pdf_put (qpdf, dict, "/StructParents", qpdf_oh_new_integer (qpdf, page));
  pdf_put (qpdf, dict, "/Tabs", qpdf_oh_new_name (qpdf, "/S"));
  return n_marked == count_pieces (writer, page);
}

/* pdf_finish_fonts:
 * @writer: the file
 *
 * TrueType fonts with two-byte codes must say how codes lead to glyphs (ISO 14289-1, 7.21.3.2).
 */
void
pdf_finish_fonts (PdfWriter *writer)
{
  qpdf_data qpdf = writer->qpdf;
  qpdf_oh size = qpdf_oh_get_key (qpdf, qpdf_get_trailer (qpdf), "/Size");
  int n = qpdf_oh_get_int_value_as_int (qpdf, size);

  for (int i = 1; i < n; i++)
    {
      qpdf_oh object = qpdf_get_object_by_id (qpdf, i, 0);

      if (qpdf_oh_is_dictionary_of_type (qpdf, object, "/Font", "/CIDFontType2"))
        pdf_put (qpdf, object, "/CIDToGIDMap", qpdf_oh_new_name (qpdf, "/Identity"));
      qpdf_oh_release (qpdf, object);
    }
}
