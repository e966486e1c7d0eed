/* trio-date.c: ISO dates, dates in words, numbers in words, by an explicit language.
 *
 * The words are tables here and not translations, because the language of a document is
 * independent of the language of the program.
 */
#include "config.h"

#include "base/trio-date.h"

#include <string.h>

#include <glib/gi18n-lib.h>

#include "base/trio-error.h"

#define NO_BREAK_SPACE "\302\240"

static const char *const months_da[] = {
  "januar", "februar", "marts",     "april",   "maj",      "juni",
  "juli",   "august",  "september", "oktober", "november", "december",
};

static const char *const months_en[] = {
  "January", "February", "March",     "April",   "May",      "June",
  "July",    "August",   "September", "October", "November", "December",
};

/* One is in the neuter, as in “et tema” and “et input”. */
static const char *const numbers_da[] = {
  "nul", "et", "to", "tre", "fire", "fem", "seks", "syv", "otte", "ni", "ti", "elleve", "tolv",
};

static const char *const numbers_en[] = {
  "zero",  "one",   "two",  "three", "four",   "five",   "six",
  "seven", "eight", "nine", "ten",   "eleven", "twelve",
};

static gboolean
is_danish (const char *lang)
{
  return lang != NULL && g_ascii_strncasecmp (lang, "da", 2) == 0;
}

static gboolean
read_date (const char *text, GDate *date)
{
  guint year, month, day;

  if (text == NULL || strlen (text) != 10 || text[4] != '-' || text[7] != '-')
    return FALSE;
  for (guint i = 0; i < 10; i++)
    if (i != 4 && i != 7 && !g_ascii_isdigit (text[i]))
      return FALSE;

  year = (guint)g_ascii_strtoull (text, NULL, 10);
  month = (guint)g_ascii_strtoull (text + 5, NULL, 10);
  day = (guint)g_ascii_strtoull (text + 8, NULL, 10);
  if (year == 0 || !g_date_valid_dmy ((GDateDay)day, (GDateMonth)month, (GDateYear)year))
    return FALSE;

  g_date_clear (date, 1);
  g_date_set_dmy (date, (GDateDay)day, (GDateMonth)month, (GDateYear)year);
  return TRUE;
}

/**
 * trio_date_parse:
 * @text: (nullable): a date
 * @date: (out caller-allocates): the date
 * @error: return location for an error
 *
 * Reads a date in exactly the form of ISO 8601, such as “2022-10-06”.
 *
 * Returns: %TRUE, or %FALSE with %TRIO_ERROR_INVALID
 */
gboolean
trio_date_parse (const char *text, GDate *date, GError **error)
{
  g_return_val_if_fail (date != NULL, FALSE);

  if (read_date (text, date))
    return TRUE;
  g_set_error (error, TRIO_ERROR, TRIO_ERROR_INVALID,
               /* Translators: %s is what the user wrote. */
               _ ("“%s” is not a date. Write year, month and day, such as 2022-10-06."),
               text != NULL ? text : "");
  return FALSE;
}

/* The number of a month that a word begins with, such as “okt.” or “October”; 0 if none. */
static guint
read_month (const char *word)
{
  static const char *const *const tables[] = { months_da, months_en };
  gsize length = strcspn (word, " .,");

  for (guint t = 0; t < G_N_ELEMENTS (tables); t++)
    for (guint m = 0; m < 12 && length >= 3; m++)
      if (length <= strlen (tables[t][m]) && g_ascii_strncasecmp (tables[t][m], word, length) == 0)
        return m + 1;
  return 0;
}

/**
 * trio_date_read_loose:
 * @text: a date as people type it: “2022-10-06”, “6.10.2022”, “6/10-22”, “6. oktober 2022”,
 *   “den 6. okt. 2022”, “6 October 2022”; the day stands before the month
 *
 * Returns: (transfer full) (nullable): the date in ISO 8601, or %NULL if it is not an
 *   existing day with a year
 */
char *
trio_date_read_loose (const char *text)
{
  g_auto (GStrv) parts = NULL;
  g_autofree char *plain = g_strdup (text);
  const char *found[3] = { NULL, NULL, NULL };
  guint n = 0;
  guint64 day, month, year;

  if (trio_date_is_valid (text))
    return g_strdup (text);
  for (char *p = plain; (p = strstr (p, NO_BREAK_SPACE)) != NULL;)
    memcpy (p, "  ", 2);
  parts = g_strsplit_set (plain, " .,/-", -1);
  for (char **part = parts; *part != NULL; part++)
    {
      if (**part == '\0' || (n == 0 && g_ascii_strcasecmp (*part, "den") == 0))
        continue;
      if (n == 3)
        return NULL;
      found[n++] = *part;
    }
  if (n != 3 || !g_ascii_string_to_unsigned (found[0], 10, 1, 31, &day, NULL)
      || !g_ascii_string_to_unsigned (found[2], 10, 0, 9999, &year, NULL))
    return NULL;
  if (!g_ascii_string_to_unsigned (found[1], 10, 1, 12, &month, NULL))
    month = read_month (found[1]);
  if (strlen (found[2]) == 2)
    year += 2000;
  if (month == 0 || year < 1000
      || !g_date_valid_dmy ((GDateDay)day, (GDateMonth)month, (GDateYear)year))
    return NULL;
  return g_strdup_printf ("%04d-%02d-%02d", (int)year, (int)month, (int)day);
}

/**
 * trio_date_is_valid:
 * @text: (nullable): a date
 *
 * Returns: whether @text is an existing day in the form “2022-10-06”
 */
gboolean
trio_date_is_valid (const char *text)
{
  GDate date;

  return read_date (text, &date);
}

/**
 * trio_date_format_long:
 * @iso: (nullable): an ISO date
 * @lang: the language
 *
 * The date as in running text: “6. oktober 2022” with a no-break space after the day, or
 * “6 October 2022”.
 *
 * Returns: (transfer full) (nullable): the words, or %NULL if @iso is not a date
 */
char *
trio_date_format_long (const char *iso, const char *lang)
{
  GDate date;

  if (!read_date (iso, &date))
    return NULL;
  if (is_danish (lang))
    return g_strdup_printf ("%d." NO_BREAK_SPACE "%s %d", g_date_get_day (&date),
                            months_da[g_date_get_month (&date) - 1], g_date_get_year (&date));
  return g_strdup_printf ("%d %s %d", g_date_get_day (&date),
                          months_en[g_date_get_month (&date) - 1], g_date_get_year (&date));
}

/**
 * trio_date_format_short:
 * @iso: (nullable): an ISO date
 * @lang: the language
 *
 * The date in digits, day first: “06-10-2022” in Danish, “06/10/2022” in English.
 *
 * Returns: (transfer full) (nullable): the digits, or %NULL if @iso is not a date
 */
char *
trio_date_format_short (const char *iso, const char *lang)
{
  char sign = is_danish (lang) ? '-' : '/';
  GDate date;

  if (!read_date (iso, &date))
    return NULL;
  return g_strdup_printf ("%02d%c%02d%c%04d", g_date_get_day (&date), sign,
                          g_date_get_month (&date), sign, g_date_get_year (&date));
}

/**
 * trio_date_format_month:
 * @iso: (nullable): an ISO date
 * @lang: the language
 *
 * Month and year only: “oktober 2022” or “October 2022”.
 *
 * Returns: (transfer full) (nullable): the words, or %NULL if @iso is not a date
 */
char *
trio_date_format_month (const char *iso, const char *lang)
{
  const char *const *months = is_danish (lang) ? months_da : months_en;
  GDate date;

  if (!read_date (iso, &date))
    return NULL;
  return g_strdup_printf ("%s %d", months[g_date_get_month (&date) - 1], g_date_get_year (&date));
}

/**
 * trio_number_to_word:
 * @number: a number
 * @lang: the language
 *
 * Returns: (transfer full): the number in words up to twelve, in digits above
 */
char *
trio_number_to_word (guint number, const char *lang)
{
  const char *const *words = is_danish (lang) ? numbers_da : numbers_en;

  if (number < G_N_ELEMENTS (numbers_da))
    return g_strdup (words[number]);
  return g_strdup_printf ("%u", number);
}
