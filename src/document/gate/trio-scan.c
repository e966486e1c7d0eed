/* trio-scan.c: prepares a text for the search for personal data, and runs its parts.
 *
 * The parts look at characters, not at bytes, with one form of digit, space and hyphen:
 * people paste from everywhere, and a number with a soft hyphen in it is still a number.
 */
#include "config.h"

#include "document/gate/trio-scan-private.h"

#include <string.h>

static gunichar
simplify (gunichar c)
{
  if (c < 0x80)
    return c == '\t' ? ' ' : c;
  if (g_unichar_isdigit (c))
    return '0' + g_unichar_digit_value (c);
  switch (c)
    {
    case 0xa0:   /* no-break space */
    case 0x2007: /* figure space */
    case 0x2009: /* thin space */
    case 0x202f: /* narrow no-break space */
    case 0x3000:
      return ' ';
    case 0x2010: /* hyphen */
    case 0x2011: /* non-breaking hyphen */
    case 0x2012: /* figure dash */
    case 0x2013: /* en dash */
    case 0x2014: /* em dash */
    case 0x2212: /* minus */
    case 0xfe63:
    case 0xff0d:
      return '-';
    case 0x2019:
      return '\'';
    case 0xff20:
      return '@';
    default:
      return c;
    }
}

/* Soft hyphen, zero-width characters and marks of direction. */
static gboolean
is_invisible (gunichar c)
{
  return c == 0xad || (c >= 0x200b && c <= 0x200f) || c == 0x2060 || c == 0xfeff
         || (c >= 0x202a && c <= 0x202e) || (c >= 0x2066 && c <= 0x2069);
}

static void
prepare (TrioScan *scan, const char *text)
{
  const char *p = text;

  scan->text = text;
  scan->chars = g_new0 (TrioScanChar, strlen (text) + 1);
  while (*p != '\0')
    {
      const char *next = g_utf8_next_char (p);
      gunichar c = g_utf8_get_char (p);

      if (!is_invisible (c))
        {
          TrioScanChar *at = &scan->chars[scan->n_chars++];

          at->c = simplify (c);
          at->start = p - text;
          at->end = next - text;
          if (at->c >= '0' && at->c <= '9')
            scan->n_digits++;
        }
      p = next;
    }
  scan->chars[scan->n_chars] = (TrioScanChar){ .start = p - text, .end = p - text };
}

/* Whether there is a digit at a place, which may be outside the text. */
gboolean
trio_scan_is_digit (const TrioScan *scan, gint64 at)
{
  return at >= 0 && at < scan->n_chars && scan->chars[at].c >= '0' && scan->chars[at].c <= '9';
}

/* Adds what stands at the characters @from up to @to, unless something graver stands there. */
void
trio_scan_add_hit (TrioScan *scan, TrioHitKind kind, gboolean strong, guint from, guint to)
{
  TrioHit hit = { kind, strong, scan->chars[from].start, scan->chars[to - 1].end };

  for (guint i = from; i < to; i++)
    if (scan->chars[i].is_hit)
      return;
  g_array_append_val (scan->hits, hit);
  for (guint i = from; i < to; i++)
    {
      scan->chars[i].is_hit = TRUE;
      scan->chars[i].is_person = TRUE;
    }
}

/* The word at the characters @from up to @to in lower case; "" when it is too long to be in a
 * list. */
void
trio_scan_fold_word (const TrioScan *scan, guint from, guint to, char *word, gsize size)
{
  gsize length = 0;

  for (guint i = from; i < to; i++)
    {
      char utf8[6];
      int n = g_unichar_to_utf8 (g_unichar_tolower (scan->chars[i].c), utf8);

      if (length + n + 1 > size)
        {
          length = 0;
          break;
        }
      memcpy (word + length, utf8, n);
      length += n;
    }
  word[length] = '\0';
}

static gboolean
is_word_char (gunichar c)
{
  return g_unichar_isalpha (c);
}

static guint
skip_back (const TrioScan *scan, guint at)
{
  while (at > 0 && scan->chars[at - 1].c < 0x80 && strchr (" .:#(-", scan->chars[at - 1].c) != NULL)
    at--;
  return at;
}

/* The word before a place, across spaces and signs, and across "no." as in "case no."; letters
 * only. */
gboolean
trio_scan_get_word_before (const TrioScan *scan, guint at, char *word, gsize size)
{
  for (guint i = 0; i < 2; i++)
    {
      guint to = skip_back (scan, at);
      guint from = to;

      while (from > 0 && is_word_char (scan->chars[from - 1].c))
        from--;
      trio_scan_fold_word (scan, from, to, word, size);
      if (strcmp (word, "nr") != 0 && strcmp (word, "nummer") != 0 && strcmp (word, "no") != 0)
        break;
      at = from;
    }
  return *word != '\0';
}

/* The word after a place, across spaces. */
gboolean
trio_scan_get_word_after (const TrioScan *scan, guint at, char *word, gsize size)
{
  guint from = at;
  guint to;

  while (from < scan->n_chars && scan->chars[from].c == ' ')
    from++;
  to = from;
  while (to < scan->n_chars && is_word_char (scan->chars[to].c))
    to++;
  trio_scan_fold_word (scan, from, to, word, size);
  return *word != '\0';
}

static gboolean
is_address_char (gunichar c)
{
  return g_unichar_isalnum (c) || (c < 0x80 && c != 0 && strchr (".-_+%", c) != NULL);
}

static guint
find_domain_end (const TrioScan *scan, guint at)
{
  guint end = at;
  guint label = 0;
  guint dot = 0;

  while (end < scan->n_chars
         && (g_unichar_isalnum (scan->chars[end].c) || scan->chars[end].c == '-'
             || scan->chars[end].c == '.'))
    end++;
  while (end > at && (scan->chars[end - 1].c == '.' || scan->chars[end - 1].c == '-'))
    end--;
  for (guint i = at; i < end; i++)
    if (scan->chars[i].c == '.')
      dot = i;
  if (dot == 0 || dot == at)
    return at;
  for (guint i = dot + 1; i < end; i++, label++)
    if (!g_unichar_isalpha (scan->chars[i].c))
      return at;
  return label >= 2 ? end : at;
}

/* Finds e-mail addresses: something, an at sign, a domain with an ending of letters. */
void
trio_scan_email (TrioScan *scan)
{
  for (guint i = 1; i < scan->n_chars; i++)
    {
      guint from = i;
      guint to;

      if (scan->chars[i].c != '@')
        continue;
      while (from > 0 && is_address_char (scan->chars[from - 1].c))
        from--;
      while (from < i && scan->chars[from].c == '.')
        from++;
      to = find_domain_end (scan, i + 1);
      if (from < i && to > i + 1)
        trio_scan_add_hit (scan, TRIO_HIT_EMAIL, TRUE, from, to);
    }
}

static int
compare_hits_cb (gconstpointer a, gconstpointer b)
{
  const TrioHit *one = a;
  const TrioHit *other = b;

  if (one->start != other->start)
    return one->start < other->start ? -1 : 1;
  return (int)one->kind - (int)other->kind;
}

static GArray *
scan (const char *text, gboolean with_names)
{
  TrioScan self = { .hits = g_array_new (FALSE, FALSE, sizeof (TrioHit)) };

  prepare (&self, text);
  if (self.n_digits >= 10)
    trio_scan_cpr (&self);
  if (strchr (text, '@') != NULL || strstr (text, "\357\274\240") != NULL)
    trio_scan_email (&self);
  if (self.n_digits >= 8)
    trio_scan_phone (&self);
  if (with_names)
    trio_scan_names (&self);
  g_array_sort (self.hits, compare_hits_cb);
  g_free (self.chars);
  return self.hits;
}

/**
 * trio_scan_text:
 * @text: a text
 *
 * Finds CPR numbers, e-mail addresses, telephone numbers, likely names of persons, and words
 * about health beside a person.
 *
 * Returns: (transfer full) (element-type TrioHit): what was found, in the order of the text;
 *   no two share a byte
 */
GArray *
trio_scan_text (const char *text)
{
  return scan (text, TRUE);
}

/**
 * trio_scan_file_name:
 * @name: the name of a file without its folder
 *
 * Like trio_scan_text(); in a file name underscores, dots and plus signs count as spaces.
 *
 * Returns: (transfer full) (element-type TrioHit): what was found
 */
GArray *
trio_scan_file_name (const char *name)
{
  g_autofree char *valid = g_utf8_make_valid (name, -1);
  g_autofree char *spaced = g_strdelimit (g_strdup (valid), "_+", ' ');
  GArray *hits = scan (valid, FALSE);
  GArray *others;

  if (hits->len > 0)
    return hits;
  others = scan (spaced, TRUE);
  g_array_append_vals (hits, others->data, others->len);
  g_array_unref (others);
  return hits;
}

static const char *
get_mask (TrioHitKind kind)
{
  switch (kind)
    {
    case TRIO_HIT_CPR:
      return "XXXXXX-XXXX";
    case TRIO_HIT_EMAIL:
      return "[e-mail]";
    case TRIO_HIT_PHONE:
      return "[telefon]";
    case TRIO_HIT_NAME:
      return "[navn]";
    case TRIO_HIT_HEALTH:
    default:
      return "[…]";
    }
}

/**
 * trio_scan_dup_masked:
 * @text: a text
 * @hits: (element-type TrioHit): what to mask, in the order of the text
 *
 * Returns: (transfer full): the text with a mask in place of each
 */
char *
trio_scan_dup_masked (const char *text, const GArray *hits)
{
  GString *masked = g_string_new (NULL);
  gsize at = 0;

  for (guint i = 0; i < hits->len; i++)
    {
      const TrioHit *hit = &g_array_index (hits, TrioHit, i);

      if (hit->start < at)
        continue;
      g_string_append_len (masked, text + at, hit->start - at);
      g_string_append (masked, get_mask (hit->kind));
      at = hit->end;
    }
  g_string_append (masked, text + at);
  return g_string_free (masked, FALSE);
}
