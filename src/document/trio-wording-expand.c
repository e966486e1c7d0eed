/* trio-wording-expand.c: filling in the wording of a template. */
#include "config.h"

#include "document/trio-wording-private.h"

#include <string.h>

#include "base/trio-date.h"
#include "base/trio-text.h"

typedef struct
{
  const char *lang;
  TrioWordingLookup lookup;
  gpointer user_data;
  GString *out;
  TrioInlines *inlines; /* page headers and footers only */
} Expansion;

static const char *const filter_names[]
    = { "long", "short", "month", "day", "word", "upper", "lower", "cap", "uncap", "lines", NULL };

static gboolean
find_value (Expansion *expansion, const char *path, TrioWordingValue *value)
{
  *value = (TrioWordingValue){ TRIO_WORDING_TEXT, NULL, 0 };
  return expansion->lookup (path, value, expansion->user_data);
}

static gboolean
is_page_value (const Expansion *expansion, const char *path)
{
  return expansion->inlines != NULL && (g_str_equal (path, "page") || g_str_equal (path, "pages"));
}

/* A choice always has a form to print; groups take care of themselves. */
static gboolean
are_complete (Expansion *expansion, const GPtrArray *parts)
{
  for (guint i = 0; i < parts->len; i++)
    {
      const TrioPart *part = parts->pdata[i];
      TrioWordingValue value;

      if (part->kind == TRIO_PART_VALUE && !is_page_value (expansion, part->path)
          && (!find_value (expansion, part->path, &value) || trio_wording_value_is_empty (&value)))
        return FALSE;
    }
  return TRUE;
}

static char *
capitalise (const char *text, const char *lang)
{
  const char *rest = *text != '\0' ? g_utf8_next_char (text) : text;
  g_autofree char *first = g_strndup (text, (gsize)(rest - text));
  g_autofree char *upper = trio_text_upper (first, lang);

  return g_strconcat (upper, rest, NULL);
}

static gboolean
is_article (const char *word, gsize length)
{
  static const char *const articles[] = { "The", "A", "An", "Den", "Det", "De", "En", "Et" };

  for (guint i = 0; i < G_N_ELEMENTS (articles); i++)
    if (strlen (articles[i]) == length && strncmp (articles[i], word, length) == 0)
      return TRUE;
  return FALSE;
}

static gboolean
is_upper_at (const char *text)
{
  return g_unichar_isupper (g_utf8_get_char (text));
}

/* For running prose. Abbreviations (MED, TRIO-dag), the English “I” and names whose next word
 * has a capital as well (Egebæk Kommune) stay; an article never belongs to a name. */
static char *
uncapitalise (const char *text, const char *lang)
{
  const char *second = *text != '\0' ? g_utf8_next_char (text) : text;
  const char *space = strchr (text, ' ');
  gsize length = space != NULL ? (gsize)(space - text) : strlen (text);
  g_autofree char *first = g_strndup (text, (gsize)(second - text));
  g_autofree char *lower = trio_text_lower (first, lang);
  gboolean keeps = is_upper_at (second) || g_ascii_isdigit (*second)
                   || (space != NULL && is_upper_at (space + 1));

  if (g_str_equal (lang, "en") && length == 1 && *text == 'I')
    return g_strdup (text);
  if (keeps && !is_article (text, length))
    return g_strdup (text);
  return g_strconcat (lower, second, NULL);
}

/* Blank lines would begin paragraphs; the filter keeps one paragraph with line breaks. */
static char *
keep_lines (const char *text)
{
  g_auto (GStrv) lines = g_strsplit (text, "\n", -1);
  GString *out = g_string_new (NULL);

  for (char **line = lines; *line != NULL; line++)
    {
      g_strchomp (*line);
      if (**line == '\0')
        continue;
      if (out->len > 0)
        g_string_append_c (out, '\n');
      g_string_append (out, *line);
    }
  return g_string_free (out, FALSE);
}

static char *
filter_text (char *text, const char *filter, const char *lang)
{
  g_autofree char *old = text;

  if (g_str_equal (filter, "upper"))
    return trio_text_upper (old, lang);
  if (g_str_equal (filter, "lower"))
    return trio_text_lower (old, lang);
  if (g_str_equal (filter, "cap"))
    return capitalise (old, lang);
  if (g_str_equal (filter, "uncap"))
    return uncapitalise (old, lang);
  if (g_str_equal (filter, "lines"))
    return keep_lines (old);
  return g_steal_pointer (&old);
}

/* In both languages the year stands last. */
static char *
without_year (char *date)
{
  char *year = strrchr (date, ' ');

  if (year != NULL)
    *year = '\0';
  return date;
}

static char *
format_date (const char *date, const char *const *filters, const char *lang)
{
  if (date == NULL || !trio_date_is_valid (date))
    return g_strdup (date != NULL ? date : "");
  if (filters != NULL && g_strv_contains (filters, "short"))
    return trio_date_format_short (date, lang);
  if (filters != NULL && g_strv_contains (filters, "month"))
    return trio_date_format_month (date, lang);
  if (filters != NULL && g_strv_contains (filters, "day"))
    return without_year (trio_date_format_long (date, lang));
  return trio_date_format_long (date, lang);
}

static char *
format_value (const TrioPart *part, const TrioWordingValue *value, const char *lang)
{
  const char *const *filters = (const char *const *)part->filters;
  char *text;

  if (value->type == TRIO_WORDING_DATE)
    text = format_date (value->text, filters, lang);
  else if (value->type == TRIO_WORDING_TEXT)
    text = g_strdup (value->text != NULL ? value->text : "");
  else if (filters != NULL && g_strv_contains (filters, "word"))
    text = trio_number_to_word (value->number, lang);
  else
    text = g_strdup_printf ("%u", value->number);

  for (guint i = 0; filters != NULL && filters[i] != NULL; i++)
    text = filter_text (text, filters[i], lang);
  return text;
}

static void
flush_inlines (Expansion *expansion)
{
  if (expansion->out->len > 0)
    trio_inlines_add_text (expansion->inlines, expansion->out->str);
  g_string_truncate (expansion->out, 0);
}

static void
emit_value (Expansion *expansion, const TrioPart *part)
{
  TrioWordingValue value;
  g_autofree char *text = NULL;

  if (is_page_value (expansion, part->path))
    {
      flush_inlines (expansion);
      if (g_str_equal (part->path, "page"))
        trio_inlines_add_page_number (expansion->inlines);
      else
        trio_inlines_add_page_count (expansion->inlines);
      return;
    }
  if (!find_value (expansion, part->path, &value))
    return;
  if (part->kind == TRIO_PART_CHOICE)
    {
      g_string_append (expansion->out, value.number == 1 ? part->text : part->many);
      return;
    }
  text = format_value (part, &value, expansion->lang);
  g_string_append (expansion->out, text);
}

static void
emit_parts (Expansion *expansion, const GPtrArray *parts)
{
  for (guint i = 0; i < parts->len; i++)
    {
      const TrioPart *part = parts->pdata[i];

      if (part->kind == TRIO_PART_TEXT)
        g_string_append (expansion->out, part->text);
      else if (part->kind != TRIO_PART_GROUP)
        emit_value (expansion, part);
      else if (are_complete (expansion, part->parts))
        emit_parts (expansion, part->parts);
    }
}

/**
 * trio_wording_is_complete:
 * @wording: a wording
 * @lookup: how to find values
 * @user_data: data for @lookup
 *
 * Returns: whether every value outside brackets is there
 */
gboolean
trio_wording_is_complete (const TrioWording *wording, TrioWordingLookup lookup, gpointer user_data)
{
  Expansion expansion = { NULL, lookup, user_data, NULL, NULL };

  g_return_val_if_fail (wording != NULL && lookup != NULL, FALSE);

  return are_complete (&expansion, wording->parts);
}

/**
 * trio_wording_expand:
 * @wording: a wording
 * @lang: the language of the document, "da" or "en"
 * @lookup: how to find values
 * @user_data: data for @lookup
 *
 * Fills in the values. Empty values outside brackets leave nothing behind.
 *
 * Returns: (transfer full): the text
 */
char *
trio_wording_expand (const TrioWording *wording,
                     const char *lang,
                     TrioWordingLookup lookup,
                     gpointer user_data)
{
  g_autoptr (GString) out = g_string_new (NULL);
  Expansion expansion = { lang, lookup, user_data, out, NULL };

  g_return_val_if_fail (wording != NULL && lookup != NULL, NULL);

  emit_parts (&expansion, wording->parts);
  return g_string_free (g_steal_pointer (&out), FALSE);
}

/**
 * trio_wording_expand_page:
 * @wording: the wording of a page header or footer
 * @lang: the language of the document, "da" or "en"
 * @lookup: how to find values
 * @user_data: data for @lookup
 *
 * Like trio_wording_expand(), with the number of the page for {page} and the number of pages
 * for {pages}.
 *
 * Returns: (transfer full): the inlines
 */
TrioInlines *
trio_wording_expand_page (const TrioWording *wording,
                          const char *lang,
                          TrioWordingLookup lookup,
                          gpointer user_data)
{
  g_autoptr (GString) out = g_string_new (NULL);
  g_autoptr (TrioInlines) inlines = trio_inlines_new ();
  Expansion expansion = { lang, lookup, user_data, out, inlines };

  g_return_val_if_fail (wording != NULL && lookup != NULL, NULL);

  emit_parts (&expansion, wording->parts);
  flush_inlines (&expansion);
  return g_steal_pointer (&inlines);
}

/**
 * trio_wording_get_filters:
 *
 * Returns: (transfer none): the names of all filters, ended by %NULL
 */
const char *const *
trio_wording_get_filters (void)
{
  return filter_names;
}

/**
 * trio_wording_filter_fits:
 * @filter: the name of a filter
 * @type: the type of a value
 *
 * Returns: whether the filter means something for such a value
 */
gboolean
trio_wording_filter_fits (const char *filter, TrioWordingType type)
{
  g_return_val_if_fail (filter != NULL, FALSE);

  if (g_str_equal (filter, "long") || g_str_equal (filter, "short") || g_str_equal (filter, "month")
      || g_str_equal (filter, "day"))
    return type == TRIO_WORDING_DATE;
  if (g_str_equal (filter, "word"))
    return type == TRIO_WORDING_NUMBER;
  return TRUE;
}

/**
 * trio_wording_value_is_empty:
 * @value: a value
 *
 * Returns: whether it is text of white space only, or the number 0
 */
gboolean
trio_wording_value_is_empty (const TrioWordingValue *value)
{
  const char *p;

  g_return_val_if_fail (value != NULL, TRUE);

  if (value->type == TRIO_WORDING_NUMBER)
    return value->number == 0;
  for (p = value->text; p != NULL && *p != '\0'; p = g_utf8_next_char (p))
    if (!g_unichar_isspace (g_utf8_get_char (p)))
      return FALSE;
  return TRUE;
}
