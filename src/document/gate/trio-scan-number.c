/* trio-scan-number.c: finds CPR numbers and telephone numbers.
 *
 * A CPR number is a valid date and four digits; the seventh digit tells the century.
 * Modulus 11 has not been required of new numbers since 1 October 2007 and only ranks here
 * (CPR-kontoret, "Personnummeret i CPR").
 */
#include "config.h"

#include "document/gate/trio-scan-private.h"

#include <string.h>

#define CPR_DIGITS   10
#define PHONE_DIGITS 8

static gunichar
char_at (const TrioScan *scan, gint64 at)
{
  return at >= 0 && at < scan->n_chars ? scan->chars[at].c : 0;
}

static int
get_year (const int *digits)
{
  int year = digits[4] * 10 + digits[5];
  int seventh = digits[6];

  if (seventh <= 3)
    return 1900 + year;
  if (seventh == 4 || seventh == 9)
    return year <= 36 ? 2000 + year : 1900 + year;
  return year <= 57 ? 2000 + year : 1800 + year;
}

static gboolean
has_modulus_11 (const int *digits)
{
  static const int weights[CPR_DIGITS] = { 4, 3, 2, 7, 6, 5, 4, 3, 2, 1 };
  int sum = 0;

  for (int i = 0; i < CPR_DIGITS; i++)
    sum += digits[i] * weights[i];
  return sum % 11 == 0;
}

static gboolean
is_cpr (const int *digits, gboolean *strong)
{
  int day = digits[0] * 10 + digits[1];
  int month = digits[2] * 10 + digits[3];

  if (day == 0 || month == 0 || !g_date_valid_dmy (day, month, get_year (digits)))
    return FALSE;
  *strong = has_modulus_11 (digits) || (day == 1 && month == 1);
  return TRUE;
}

/* Reads @n digits; the date may be written with a full stop, hyphen or stroke after day and
 * month, which then stands in both places. */
static gint64
read_date (const TrioScan *scan, gint64 at, int *digits)
{
  gunichar separator = char_at (scan, at + 2);

  if (separator >= '0' && separator <= '9')
    separator = 0;
  else if (separator == 0 || separator >= 0x80 || strchr (".-/", separator) == NULL)
    return -1;
  for (int i = 0; i < 6; i++)
    {
      if (i > 0 && i % 2 == 0 && separator != 0 && char_at (scan, at++) != separator)
        return -1;
      if (!trio_scan_is_digit (scan, at))
        return -1;
      digits[i] = scan->chars[at++].c - '0';
    }
  return at;
}

static gint64
skip_separator (const TrioScan *scan, gint64 at)
{
  gint64 start = at;

  if (char_at (scan, at) == ' ')
    at++;
  if (char_at (scan, at) == '-')
    {
      at++;
      if (char_at (scan, at) == ' ')
        at++;
    }
  return trio_scan_is_digit (scan, at) ? at : start;
}

/* A hyphen or full stop between digits makes one longer number of them. */
static gboolean
goes_on (const TrioScan *scan, gint64 at, gint64 step)
{
  gunichar c = char_at (scan, at);

  if (trio_scan_is_digit (scan, at))
    return TRUE;
  return (c == '-' || c == '.') && trio_scan_is_digit (scan, at + step);
}

static gint64
match_cpr (const TrioScan *scan, gint64 at, gboolean *strong)
{
  int digits[CPR_DIGITS];
  gint64 end = read_date (scan, at, digits);

  if (end < 0 || goes_on (scan, at - 1, -1))
    return -1;
  end = skip_separator (scan, end);
  for (int i = 6; i < CPR_DIGITS; i++, end++)
    {
      if (!trio_scan_is_digit (scan, end))
        return -1;
      digits[i] = scan->chars[end].c - '0';
    }
  /* In the middle of letters it is part of a key or an address of a page. */
  if (goes_on (scan, end, 1)
      || (g_unichar_isalpha (char_at (scan, at - 1)) && g_unichar_isalpha (char_at (scan, end))))
    return -1;
  return is_cpr (digits, strong) ? end : -1;
}

/* Finds CPR numbers. */
void
trio_scan_cpr (TrioScan *scan)
{
  for (guint i = 0; i + CPR_DIGITS <= scan->n_chars; i++)
    {
      gboolean strong = FALSE;
      gint64 end = trio_scan_is_digit (scan, i) ? match_cpr (scan, i, &strong) : -1;

      if (end < 0)
        continue;
      trio_scan_add_hit (scan, TRIO_HIT_CPR, strong, i, end);
      i = end - 1;
    }
}

/* The usual groupings of eight digits, and whether they count without another sign. */
static const struct
{
  const char *groups;
  gboolean alone;
} groupings[] = {
  { "8", TRUE }, { "2222", TRUE }, { "44", TRUE }, { "323", FALSE }, { "233", FALSE },
};

static gint64
match_grouping (const TrioScan *scan, gint64 at, const char *groups, int *digits)
{
  gunichar separator = 0;
  int n = 0;

  for (const char *group = groups; *group != '\0'; group++)
    {
      if (group != groups)
        {
          gunichar c = char_at (scan, at++);

          if (separator == 0)
            separator = c;
          if (c != separator || (c != ' ' && c != '-' && c != '.'))
            return -1;
        }
      for (int i = 0; i < *group - '0'; i++)
        {
          if (!trio_scan_is_digit (scan, at))
            return -1;
          digits[n++] = scan->chars[at++].c - '0';
        }
    }
  return at;
}

static int
to_number (const int *digits, int n)
{
  int number = 0;

  for (int i = 0; i < n; i++)
    number = number * 10 + digits[i];
  return number;
}

static gboolean
is_year (int number)
{
  return number >= 1850 && number < 2100;
}

/* "20221006", "06102022", and "2022 2025" are not called. */
static gboolean
is_date_or_years (const int *digits, const char *groups)
{
  int first = to_number (digits, 4);
  int last = to_number (digits + 4, 4);

  if (strcmp (groups, "44") == 0)
    return is_year (first) && is_year (last);
  if (strcmp (groups, "8") != 0)
    return FALSE;
  return (is_year (first)
          && g_date_valid_dmy (to_number (digits + 6, 2), to_number (digits + 4, 2), first))
         || (is_year (last)
             && g_date_valid_dmy (to_number (digits, 2), to_number (digits + 2, 2), last));
}

/* The place before "+45" or "0045", and the brackets around it; @at when there is none. */
static gint64
skip_country_back (const TrioScan *scan, gint64 at)
{
  gint64 i = at;
  gboolean has_bracket = FALSE;

  while (i > 0 && (char_at (scan, i - 1) == ' ' || char_at (scan, i - 1) == ')'))
    has_bracket = char_at (scan, --i) == ')' || has_bracket;
  if (char_at (scan, i - 1) != '5' || char_at (scan, i - 2) != '4')
    return at;
  i -= 2;
  if (char_at (scan, i - 1) == '+')
    i -= 1;
  else if (char_at (scan, i - 1) == '0' && char_at (scan, i - 2) == '0'
           && !trio_scan_is_digit (scan, i - 3))
    i -= 2;
  else
    return at;
  return has_bracket && char_at (scan, i - 1) == '(' ? i - 1 : i;
}

static gboolean
is_surrounded (const TrioScan *scan, gint64 from, gint64 to, gboolean grouped)
{
  gunichar before = char_at (scan, from - 1);
  gunichar after = char_at (scan, to);

  if (trio_scan_is_digit (scan, from - 1) || trio_scan_is_digit (scan, to))
    return TRUE;
  if (g_unichar_isalpha (before) || g_unichar_isalpha (after))
    return TRUE;
  if (before != 0 && before < 0x80 && strchr ("/-_=#+&?%\\", before) != NULL)
    return TRUE;
  if ((before == '.' || before == ',') && trio_scan_is_digit (scan, from - 2))
    return TRUE;
  if (after != 0 && after < 0x80 && strchr ("_=%&", after) != NULL)
    return TRUE;
  if (after != 0 && after < 0x80 && strchr ("/-.,", after) != NULL
      && trio_scan_is_digit (scan, to + 1))
    return after == '-' || after == '.' || after == ',' || (after == '/' && !grouped);
  /* One link of a longer chain of groups. */
  return grouped
         && ((before == ' ' && trio_scan_is_digit (scan, from - 2))
             || (after == ' ' && trio_scan_is_digit (scan, to + 1)));
}

static gint64
match_phone (const TrioScan *scan, gint64 at, gint64 *from)
{
  char before[TRIO_SCAN_WORD_SIZE];
  char after[TRIO_SCAN_WORD_SIZE];
  gint64 country = skip_country_back (scan, at);
  gboolean sign = country != at;
  int digits[PHONE_DIGITS];

  if (scan->chars[at].c < '2' || (!sign && trio_scan_is_digit (scan, at - 1)))
    return -1;
  trio_scan_get_word_before (scan, country, before, sizeof before);
  sign = sign || trio_words_have (TRIO_WORDS_PHONE, before);
  for (guint i = 0; i < G_N_ELEMENTS (groupings); i++)
    {
      const char *groups = groupings[i].groups;
      gint64 to = match_grouping (scan, at, groups, digits);
      gboolean dotted = to > 0 && groups[1] != '\0' && char_at (scan, at + groups[0] - '0') != ' ';

      if (to < 0)
        continue;
      if (!sign
          && (!groupings[i].alone || is_date_or_years (digits, groups)
              || (dotted && strcmp (groups, "2222") != 0)
              || is_surrounded (scan, at, to, groups[1] != '\0')
              || trio_words_have (TRIO_WORDS_OTHER_NUMBER, before)))
        continue;
      if (trio_scan_is_digit (scan, to))
        continue;
      trio_scan_get_word_after (scan, to, after, sizeof after);
      if (!sign && trio_words_have (TRIO_WORDS_AMOUNT, after))
        continue;
      *from = country;
      return to;
    }
  return -1;
}

/* Finds Danish telephone numbers. */
void
trio_scan_phone (TrioScan *scan)
{
  for (guint i = 0; i + PHONE_DIGITS <= scan->n_chars; i++)
    {
      gint64 from = i;
      gint64 end;

      if (!trio_scan_is_digit (scan, i) || scan->chars[i].is_hit)
        continue;
      end = match_phone (scan, i, &from);
      if (end < 0)
        continue;
      trio_scan_add_hit (scan, TRIO_HIT_PHONE, TRUE, from, end);
      i = end - 1;
    }
}
