/* trio-text.c: cleaning, folding, capitals, shortening and sorting of text.
 *
 * Only the Unicode tables of GLib are used, never its locale-dependent functions
 * (g_utf8_strup(), g_utf8_collate()), so that a document comes out the same everywhere.
 */
#include "base/trio-text.h"

#include <string.h>

#define SOFT_HYPHEN     0x00AD
#define NEXT_LINE       0x0085
#define LINE_SEPARATOR  0x2028
#define PARA_SEPARATOR  0x2029
#define BYTE_ORDER_MARK 0xFEFF
#define ZERO_WIDTH_JOIN 0x200D
#define ELLIPSIS        0x2026

/* Legal in XML 1.0 and in HTML: no control characters, no noncharacters. */
static gboolean
is_legal (gunichar c)
{
  if (c < 0x20 || (c >= 0x7F && c <= 0x9F))
    return FALSE;
  if ((c >= 0xD800 && c <= 0xDFFF) || (c >= 0xFDD0 && c <= 0xFDEF))
    return FALSE;
  return (c & 0xFFFE) != 0xFFFE && c <= 0x10FFFF;
}

static gboolean
is_line_end (gunichar c)
{
  return c == '\n' || c == '\r' || c == '\v' || c == '\f' || c == NEXT_LINE || c == LINE_SEPARATOR
         || c == PARA_SEPARATOR;
}

static void
clean_char (GString *out, gunichar c, TrioTextFlags flags)
{
  if (is_line_end (c))
    g_string_append_c (out, (flags & TRIO_TEXT_ONE_LINE) != 0 ? ' ' : '\n');
  else if (c == '\t')
    g_string_append_c (out, ' ');
  else if (c == SOFT_HYPHEN && (flags & TRIO_TEXT_NO_SOFT_HYPHENS) != 0)
    return;
  else if (is_legal (c))
    g_string_append_unichar (out, c);
}

/**
 * trio_text_clean:
 * @text: (nullable): bytes that should be UTF-8; %NULL counts as empty
 * @length: the number of bytes, or -1 if @text ends with a NUL
 * @flags: what to do beyond the necessary
 *
 * Makes text fit for every format: broken UTF-8, control characters, noncharacters and a
 * leading byte order mark are removed; CR LF, CR, VT, FF, U+0085, U+2028 and U+2029 become
 * LF; tabs become spaces. Everything else stays byte for byte unless @flags say otherwise.
 *
 * Returns: (transfer full): the clean text
 */
char *
trio_text_clean (const char *text, gssize length, TrioTextFlags flags)
{
  const char *p = text != NULL ? text : "";
  const char *end = p + (length < 0 || text == NULL ? strlen (p) : (gsize)length);
  GString *out = g_string_sized_new ((gsize)(end - p) + 1);
  g_autofree char *clean = NULL;

  if (end - p >= 3 && memcmp (p, "\xEF\xBB\xBF", 3) == 0)
    p += 3;
  while (p < end)
    {
      const char *run = p;
      gunichar c;

      /* Printable ASCII is nearly all there is, and is copied in one go. */
      while (p < end && *p >= 0x20 && *p < 0x7F)
        p++;
      g_string_append_len (out, run, p - run);
      if (p == end)
        break;

      c = g_utf8_get_char_validated (p, end - p);
      if (c == 0 || c == (gunichar)-1 || c == (gunichar)-2)
        {
          p++;
          continue;
        }
      if (c == '\r' && p + 1 < end && p[1] == '\n')
        p++;
      clean_char (out, c, flags);
      p = g_utf8_next_char (p);
    }

  clean = g_string_free (out, FALSE);
  if ((flags & TRIO_TEXT_NFC) != 0)
    {
      char *composed = g_utf8_normalize (clean, -1, G_NORMALIZE_DEFAULT_COMPOSE);

      g_free (clean);
      clean = composed;
    }
  if ((flags & TRIO_TEXT_TRIM) != 0)
    g_strstrip (clean);
  return g_steal_pointer (&clean);
}

/* The plain sign that a person types for a typographic one, or 0 to leave it out. */
static gunichar
plain_sign (gunichar c)
{
  switch (c)
    {
    case SOFT_HYPHEN:
      return 0;
    case 0x2018:
    case 0x2019:
      return '\'';
    case 0x201C:
    case 0x201D:
    case 0x201E:
    case 0x00AB:
    case 0x00BB:
      return '"';
    case 0x2010:
    case 0x2011:
    case 0x2012:
    case 0x2013:
    case 0x2014:
    case 0x2212:
      return '-';
    default:
      return g_unichar_isspace (c) ? ' ' : c;
    }
}

/**
 * trio_text_fold:
 * @text: UTF-8
 *
 * Folds text for searching: capitals and accents disappear, and typographic quotes, dashes
 * and spaces become the ones on the keyboard. The Danish letters æ, ø and å stay letters of
 * their own, so that “far” does not find “får”.
 *
 * Returns: (transfer full): the folded text
 */
char *
trio_text_fold (const char *text)
{
  g_autofree char *lower = NULL;
  g_autofree char *apart = NULL;
  GString *out;

  g_return_val_if_fail (text != NULL, NULL);

  lower = g_utf8_casefold (text, -1);
  apart = g_utf8_normalize (lower, -1, G_NORMALIZE_ALL);
  out = g_string_sized_new (strlen (text) + 1);
  for (const char *p = apart != NULL ? apart : lower; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (c == 'a' && g_utf8_get_char (p + 1) == 0x030A)
        g_string_append (out, "å");
      else if (!g_unichar_ismark (c) && (c = plain_sign (c)) != 0)
        g_string_append_unichar (out, c);
    }
  return g_string_free (out, FALSE);
}

/**
 * trio_text_upper:
 * @text: UTF-8
 * @lang: the language of the text
 *
 * Puts text in real capitals, as headings such as “STATION 1” need them (also æ, ø, å, é and
 * ß), by the Unicode tables rather than by the locale of the process.
 *
 * Returns: (transfer full): the text in capitals
 */
char *
trio_text_upper (const char *text, const char *lang)
{
  GString *out;

  g_return_val_if_fail (text != NULL, NULL);

  out = g_string_sized_new (strlen (text) + 1);
  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (c == 0x00DF)
        g_string_append (out, "SS");
      else
        g_string_append_unichar (out, g_unichar_toupper (c));
    }
  return g_string_free (out, FALSE);
}

/**
 * trio_text_lower:
 * @text: UTF-8
 * @lang: the language of the text
 *
 * Returns: (transfer full): the text in small letters, by the Unicode tables
 */
char *
trio_text_lower (const char *text, const char *lang)
{
  GString *out;

  g_return_val_if_fail (text != NULL, NULL);

  out = g_string_sized_new (strlen (text) + 1);
  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    g_string_append_unichar (out, g_unichar_tolower (g_utf8_get_char (p)));
  return g_string_free (out, FALSE);
}

/* Whether a cut before @p would tear apart what a reader sees as one character. */
static gboolean
joins_previous (const char *start, const char *p)
{
  gunichar c = g_utf8_get_char (p);

  if (g_unichar_ismark (c) || c == ZERO_WIDTH_JOIN || (c >= 0x1F3FB && c <= 0x1F3FF))
    return TRUE;
  return p > start && g_utf8_get_char (g_utf8_prev_char (p)) == ZERO_WIDTH_JOIN;
}

/**
 * trio_text_shorten:
 * @text: UTF-8
 * @n_chars: the number of characters that fit, the ellipsis included; at least 1
 *
 * Shortens text to one line. Line ends become spaces. What does not fit is replaced by “…”,
 * at the end of a word if that costs less than a third of the room; composed characters and
 * joined emoji stay whole.
 *
 * Returns: (transfer full): the text, at most @n_chars characters long
 */
char *
trio_text_shorten (const char *text, guint n_chars)
{
  g_autofree char *line = NULL;
  const char *cut;
  const char *word;
  GString *out;

  g_return_val_if_fail (text != NULL, NULL);
  g_return_val_if_fail (n_chars >= 1, NULL);

  line = trio_text_clean (text, -1, TRIO_TEXT_ONE_LINE | TRIO_TEXT_TRIM);
  if (g_utf8_strlen (line, -1) <= (glong)n_chars)
    return g_steal_pointer (&line);

  cut = g_utf8_offset_to_pointer (line, (glong)n_chars - 1);
  while (cut > line && joins_previous (line, cut))
    cut = g_utf8_prev_char (cut);

  word = cut;
  while (word > line && *word != ' ')
    word = g_utf8_prev_char (word);
  if (word > line && (guint)g_utf8_strlen (word, cut - word) * 3 < n_chars)
    cut = word;
  while (cut > line && strchr (" ,;:-", cut[-1]) != NULL)
    cut--;

  out = g_string_new_len (line, cut - line);
  g_string_append_unichar (out, ELLIPSIS);
  return g_string_free (out, FALSE);
}

/**
 * trio_text_count_words:
 * @text: UTF-8
 *
 * Counts words as a word processor does: what stands between white space and has a letter
 * or a digit in it. A dash alone is no word; “og/eller” is one.
 *
 * Returns: the number of words
 */
guint
trio_text_count_words (const char *text)
{
  gboolean in_word = FALSE;
  guint n = 0;

  g_return_val_if_fail (text != NULL, 0);

  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (g_unichar_isspace (c))
        in_word = FALSE;
      else if (!in_word && g_unichar_isalnum (c))
        {
          in_word = TRUE;
          n++;
        }
    }
  return n;
}
