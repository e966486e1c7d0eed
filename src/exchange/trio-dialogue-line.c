/* trio-dialogue-line.c: what a line of dialogue material is, looked at by itself. */
#include "config.h"

#include <string.h>

#include "exchange/trio-dialogue-private.h"

static gboolean
begins (const char *text, const char *with)
{
  return g_ascii_strncasecmp (text, with, strlen (with)) == 0;
}

/* The text behind a bullet at the beginning of a line, or NULL. */
static const char *
skip_bullet (const char *text, gboolean *is_point)
{
  static const char *const bullets[] = { "•", "●", "▪", "■", "*", "-", "–", "·", "\357\202\267" };
  static const char *const points[] = { "o", "◦", "○" };

  for (guint i = 0; i < G_N_ELEMENTS (bullets) + G_N_ELEMENTS (points); i++)
    {
      gboolean point = i >= G_N_ELEMENTS (bullets);
      const char *mark = point ? points[i - G_N_ELEMENTS (bullets)] : bullets[i];
      gsize n = strlen (mark);

      if (strncmp (text, mark, n) != 0 || strchr (" \t", text[n]) == NULL)
        continue;
      *is_point = point;
      return text + n + strspn (text + n, " \t");
    }
  return NULL;
}

static gboolean
is_page_number (const char *text)
{
  gsize n = strspn (text, "0123456789");

  return n > 0 && n <= 3 && text[n] == '\0';
}

static gboolean
is_direction (const char *text)
{
  static const char *const headings[]
      = { "vores fælles retning", "fælles retning", "our common direction", "our shared direction",
          "common direction" };
  g_autofree char *lower = g_utf8_strdown (text, -1);
  gsize n = strlen (lower);

  if (n > 0 && lower[n - 1] == ':')
    lower[n - 1] = '\0';
  g_strchomp (lower);
  for (guint i = 0; i < G_N_ELEMENTS (headings); i++)
    if (strcmp (lower, headings[i]) == 0)
      return TRUE;
  return FALSE;
}

static gboolean
is_lead (const char *text)
{
  return begins (text, "Hvad er det vigtigt") || begins (text, "Hvad er vigtigt")
         || begins (text, "What is it important") || begins (text, "What is important");
}

static TrioDialogueLine
classify (char *raw, gboolean was_indented)
{
  TrioDialogueLine line = { TRIO_DIALOGUE_PLAIN, g_strstrip (raw), FALSE };
  gboolean is_point = FALSE;
  const char *content;

  if (*line.text == '\0' || is_page_number (line.text))
    line.kind = TRIO_DIALOGUE_BLANK;
  else if ((content = skip_bullet (line.text, &is_point)) != NULL)
    {
      gboolean is_dash = g_str_has_prefix (line.text, "–") || *line.text == '-';

      line.kind
          = is_point || (is_dash && was_indented) ? TRIO_DIALOGUE_POINT : TRIO_DIALOGUE_BULLET;
      line.text = content;
    }
  else if (is_direction (line.text))
    line.kind = TRIO_DIALOGUE_DIRECTION;
  else if (is_lead (line.text))
    line.kind = TRIO_DIALOGUE_LEAD;
  return line;
}

/* A line that ends a sentence well before the margin ends a paragraph. */
static void
find_short_lines (GArray *lines)
{
  gsize longest = 0;

  for (guint i = 0; i < lines->len; i++)
    if (g_array_index (lines, TrioDialogueLine, i).kind == TRIO_DIALOGUE_PLAIN)
      longest = MAX (longest, strlen (g_array_index (lines, TrioDialogueLine, i).text));
  for (guint i = 0; i < lines->len; i++)
    {
      TrioDialogueLine *line = &g_array_index (lines, TrioDialogueLine, i);
      gsize n = strlen (line->text);

      line->is_short = n > 0 && n < longest * 2 / 3 && line->text[n - 1] == '.';
    }
}

/* Cuts a text into lines, in place; the lines point into it. */
GArray *
trio_dialogue_split_lines (char *text)
{
  GArray *lines = g_array_new (FALSE, FALSE, sizeof (TrioDialogueLine));
  char *rest = text;

  while (rest != NULL)
    {
      char *raw = rest;
      TrioDialogueLine line;

      rest = strpbrk (raw, "\n\f\v");
      if (rest != NULL)
        *rest++ = '\0';
      line = classify (raw, *raw == ' ' || *raw == '\t');
      g_array_append_val (lines, line);
    }
  find_short_lines (lines);
  return lines;
}
