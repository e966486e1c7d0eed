/* trio-import-line.c: cuts text into lines and recognises bullets, numbers and headings.
 *
 * Nothing is copied: lines point into the text. Markers that people also use as words or
 * signs ("-", "o", "3.") count only where white space follows; those that stand for bullets
 * alone (•, the private-use signs of Word) count anyhow.
 */
#include "config.h"

#include "exchange/trio-import-line.h"

#include <string.h>

/* A line longer than this is no heading. */
#define MAX_HEADING 200

/* Signs that are only ever bullets, in the places where Word, PDF and slides put them. */
static const gunichar bullets[] = {
  0x0095, 0x00B7, 0x2022, 0x2023, 0x2043, 0x2219, 0x25A0, 0x25A1, 0x25AA, 0x25AB, 0x25B6,
  0x25BA, 0x25C6, 0x25C7, 0x25CB, 0x25CF, 0x25E6, 0x27A2, 0x27A4, 0x2981, 0x29BF,
};

/* Bullets only before white space. */
static const gunichar spaced_bullets[] = { '-', '*', 'o', 0x2010, 0x2013, 0x2014 };

/* What the bullets of Wingdings become in plain text: only before a tab. */
static const gunichar tabbed_bullets[] = { 0x00A7, 0x00D8, 0x00FC, 'v', 'q' };

typedef struct
{
  const char *p;
  gsize n;
} Span;

static gboolean
has_char (const gunichar *set, gsize n, gunichar c)
{
  for (gsize i = 0; i < n; i++)
    if (set[i] == c)
      return TRUE;

  return FALSE;
}

/* White space, and the characters without width that copying leaves at the ends. U+0095 is
 * what a bullet of Windows-1252 becomes when it is taken for Latin-1. */
static gboolean
is_blank_char (gunichar c)
{
  return g_unichar_isspace (c) || (g_unichar_iscntrl (c) && c != 0x0095) || c == 0xFEFF
         || c == 0x200B;
}

static Span
skip_blank (Span s)
{
  const char *end = s.p + s.n;

  while (s.p < end && is_blank_char (g_utf8_get_char (s.p)))
    s.p = g_utf8_next_char (s.p);

  s.n = end - s.p;
  return s;
}

static Span
trim (Span s)
{
  s = skip_blank (s);

  while (s.n > 0)
    {
      const char *last = g_utf8_find_prev_char (s.p, s.p + s.n);

      if (last == NULL || !is_blank_char (g_utf8_get_char (last)))
        break;
      s.n = last - s.p;
    }

  return s;
}

static gboolean
starts_with (Span s, const char *word)
{
  gsize n = strlen (word);

  return s.n >= n && g_ascii_strncasecmp (s.p, word, n) == 0;
}

static Span
advance (Span s, gsize n)
{
  return (Span){ s.p + n, s.n - n };
}

/* Reads at most four digits; returns how many there were. */
static guint
read_number (Span *s, guint *number)
{
  guint n = 0;

  *number = 0;
  while (n < s->n && n < 4 && g_ascii_isdigit (s->p[n]))
    *number = *number * 10 + (guint)(s->p[n++] - '0');

  if (n < s->n && g_ascii_isdigit (s->p[n]))
    return 0;

  *s = advance (*s, n);
  return n;
}

static gboolean
is_space_at (Span s)
{
  return s.n > 0 && g_unichar_isspace (g_utf8_get_char (s.p));
}

/* The bullet at the start of a line, taken off, or the line as it is. */
static gboolean
strip_bullet (Span line, Span *content)
{
  gunichar c;
  Span rest;

  if (line.n == 0)
    return FALSE;

  c = g_utf8_get_char (line.p);
  rest = advance (line, g_utf8_next_char (line.p) - line.p);

  if (has_char (bullets, G_N_ELEMENTS (bullets), c) || (c >= 0xF000 && c <= 0xF0FF)
      || (has_char (spaced_bullets, G_N_ELEMENTS (spaced_bullets), c)
          && (rest.n == 0 ? c != 'o' : is_space_at (rest)))
      || (has_char (tabbed_bullets, G_N_ELEMENTS (tabbed_bullets), c) && rest.n > 0
          && rest.p[0] == '\t'))
    {
      *content = skip_blank (rest);
      return TRUE;
    }

  return FALSE;
}

static gboolean
strip_list_number (Span line, TrioImportLine *result, Span *content)
{
  guint number;

  if (read_number (&line, &number) == 0 || number == 0)
    return FALSE;
  if (line.n < 2 || (line.p[0] != '.' && line.p[0] != ')') || !is_space_at (advance (line, 1)))
    return FALSE;

  result->number = number;
  result->has_paren = line.p[0] == ')';
  *content = skip_blank (advance (line, 1));
  return TRUE;
}

/* Drawn lines: three or more of one sign and nothing else; of dots four, as “...” is a word. */
static gboolean
is_rule (Span s)
{
  gunichar first;
  guint n = 0;

  if (s.n < 3)
    return FALSE;

  first = g_utf8_get_char (s.p);
  if (strchr ("-=_*~#+.", (int)MIN (first, 127)) == NULL && first != 0x2013 && first != 0x2014
      && first != 0x2500 && first != 0x2550)
    return FALSE;

  for (const char *p = s.p; p < s.p + s.n; p = g_utf8_next_char (p), n++)
    if (g_utf8_get_char (p) != first)
      return FALSE;

  return n >= (first == '.' ? 4 : 3);
}

/* Strips "## " and "**…**" from a heading; returns the level of the Markdown heading or 0. */
static guint
strip_markdown (Span *s)
{
  guint level = 0;

  while (level < s->n && level < 7 && s->p[level] == '#')
    level++;
  if (level > 6 || (level > 0 && !is_space_at (advance (*s, level))))
    level = 0;

  *s = skip_blank (advance (*s, level));
  while (level > 0 && s->n > 0 && s->p[s->n - 1] == '#')
    s->n--;
  *s = trim (*s);

  if (s->n > 4 && (memcmp (s->p, "**", 2) == 0 || memcmp (s->p, "__", 2) == 0)
      && memcmp (s->p, s->p + s->n - 2, 2) == 0)
    *s = trim ((Span){ s->p + 2, s->n - 4 });

  return level;
}

static Span
strip_colon (Span s)
{
  if (s.n > 0 && s.p[s.n - 1] == ':')
    s = trim ((Span){ s.p, s.n - 1 });
  return s;
}

/* "Tema 2:", "Theme 2 –" before a title. */
static Span
strip_theme_word (Span s)
{
  Span rest = s;
  guint number;

  if (starts_with (s, "tema"))
    rest = advance (s, 4);
  else if (starts_with (s, "theme"))
    rest = advance (s, 5);
  else
    return s;

  rest = skip_blank (rest);
  read_number (&rest, &number);
  rest = skip_blank (rest);
  if (rest.n > 0 && strchr (":.-", rest.p[0]) != NULL)
    return trim (advance (rest, 1));
  if (rest.n > 3 && memcmp (rest.p, "–", strlen ("–")) == 0)
    return trim (advance (rest, strlen ("–")));
  return s;
}

/**
 * trio_import_line_is_title:
 * @context: the workshop
 * @text: a text, not NUL-terminated
 * @length: its length in bytes
 *
 * Returns: whether @text is the title of a theme; case and white space do not count
 */
gboolean
trio_import_line_is_title (const TrioImportContext *context, const char *text, gsize length)
{
  g_autofree char *title = NULL;

  if (context->themes->len == 0 || length == 0 || length > MAX_HEADING)
    return FALSE;

  title = g_strndup (text, length);
  return trio_import_context_find_theme (context, title) != NULL;
}

/* "Station 2", "STATION 2: TITLE", "Station nr. 2 – Title"; @title gets what follows. */
static gboolean
parse_station (const TrioImportContext *context, Span s, guint *number, Span *title)
{
  static const char *const words[] = { "nummer", "number", "nr.", "nr", "no.", "no", "#" };
  static const char *const separators[] = { ":", "–", "—", "-", ".", "|", ")" };
  Span rest;

  if (!starts_with (s, "station"))
    return FALSE;

  rest = skip_blank (advance (s, strlen ("station")));
  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    if (starts_with (rest, words[i]))
      {
        rest = skip_blank (advance (rest, strlen (words[i])));
        break;
      }

  if (read_number (&rest, number) == 0 || *number == 0)
    return FALSE;

  if (rest.n > 0 && !is_space_at (rest) && g_unichar_isalnum (g_utf8_get_char (rest.p)))
    return FALSE;

  *title = rest = skip_blank (rest);
  if (rest.n == 0)
    return TRUE;

  for (guint i = 0; i < G_N_ELEMENTS (separators); i++)
    if (starts_with (rest, separators[i]))
      {
        *title = strip_colon (trim (advance (rest, strlen (separators[i]))));
        /* "Station 2. It went well." is a sentence. */
        return title->n == 0 || *separators[i] == ':' || title->p[title->n - 1] != '.';
      }

  return trio_import_line_is_title (context, rest.p, rest.n);
}

/* A page number, as it stands at the edge of a printed page. */
static gboolean
is_page_number (Span s)
{
  guint number;

  if (starts_with (s, "side ") || starts_with (s, "page "))
    s = skip_blank (advance (s, 5));
  if (read_number (&s, &number) == 0)
    return FALSE;

  s = skip_blank (s);
  if (starts_with (s, "af ") || starts_with (s, "of "))
    s = skip_blank (advance (s, 3));
  else if (starts_with (s, "/"))
    s = skip_blank (advance (s, 1));
  else
    return s.n == 0;

  return read_number (&s, &number) > 0 && s.n == 0;
}

static gboolean
is_appendix (Span s)
{
  static const char *const words[] = { "bilag", "appendix", "annex" };

  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    if (starts_with (s, words[i]))
      {
        Span rest = advance (s, strlen (words[i]));

        return rest.n == 0 || !g_unichar_isalpha (g_utf8_get_char (rest.p));
      }

  return FALSE;
}

/* Headings of stations, with or without number, and of the appendix. */
static gboolean
classify_heading (const TrioImportContext *context, Span s, TrioImportLine *line)
{
  Span title = { "", 0 };
  guint level;

  if (s.n > MAX_HEADING)
    return FALSE;

  level = strip_markdown (&s);
  line->content = s.p;
  line->content_length = s.n;

  if (parse_station (context, s, &line->number, &title))
    {
      line->kind = TRIO_IMPORT_LINE_STATION;
      line->is_explicit = TRUE;
    }
  else
    {
      line->number = 0;
      title = strip_theme_word (strip_colon (s));
      if (trio_import_line_is_title (context, title.p, title.n))
        line->kind = TRIO_IMPORT_LINE_STATION;
      else if (is_appendix (s))
        line->kind = TRIO_IMPORT_LINE_APPENDIX;
      else if (level >= 3 && s.n > 0)
        line->kind = TRIO_IMPORT_LINE_CLUSTER;
      else
        return FALSE;
    }

  if (line->kind == TRIO_IMPORT_LINE_STATION)
    {
      line->content = title.p;
      line->content_length = title.n;
    }
  return TRUE;
}

/**
 * trio_import_line_classify:
 * @line: a line of which @start and @length give the raw text; gets all but its number
 * @context: the workshop whose themes are known
 *
 * Trims a line and recognises what it is by itself.
 */
void
trio_import_line_classify (TrioImportLine *line, const TrioImportContext *context)
{
  Span s = trim ((Span){ line->start, line->length });
  Span content = s;

  line->start = line->content = s.p;
  line->length = line->content_length = s.n;

  if (s.n == 0)
    line->kind = TRIO_IMPORT_LINE_BLANK;
  else if (is_rule (s))
    line->kind = TRIO_IMPORT_LINE_RULE;
  else if (strip_bullet (s, &content))
    line->kind = TRIO_IMPORT_LINE_BULLET;
  else if (strip_list_number (s, line, &content))
    {
      Span title = strip_colon (content);

      line->kind = TRIO_IMPORT_LINE_NUMBERED;
      line->is_title = trio_import_line_is_title (context, title.p, title.n);
    }
  else if (classify_heading (context, s, line))
    return;
  else
    line->kind
        = line->after_page && is_page_number (s) ? TRIO_IMPORT_LINE_PAGE : TRIO_IMPORT_LINE_PLAIN;

  line->content = content.p;
  line->content_length = content.n;
}

/**
 * trio_import_line_is_page_number:
 * @line: a classified line
 *
 * Returns: whether @line could be a page number, such as "3" or "Page 3 of 4"
 */
gboolean
trio_import_line_is_page_number (const TrioImportLine *line)
{
  return line->kind == TRIO_IMPORT_LINE_PLAIN
         && is_page_number ((Span){ line->start, line->length });
}
