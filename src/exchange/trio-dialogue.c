/* trio-dialogue.c: themes out of pasted dialogue material.
 *
 * The text comes out of a word processor or a PDF file: lines are broken anywhere, bullets
 * are any glyph, and page numbers stand between. What a line means follows from what it is
 * (trio-dialogue-line.c) and from what the next one is.
 */
#include "config.h"

#include "exchange/trio-dialogue-private.h"

#include <string.h>

#include <glib/gi18n-lib.h>

#include "base/trio-error.h"
#include "base/trio-text.h"
#include "exchange/trio-theme-set-private.h"

#define MAX_LENGTH  2000000
#define MAX_THEMES  12
#define MAX_HEADING 160

typedef enum
{
  IN_NOTHING,
  IN_HEADING,
  IN_LEAD,
  IN_QUESTION,
  IN_POINT,
  IN_DIRECTION,
} State;

typedef struct
{
  TrioThemeSet *set;
  TrioSetTheme *theme;
  GString *text; /* what the state collects */
  GPtrArray *points;
  GPtrArray *paragraphs;
  GHashTable *series; /* spelling → how often */
  State state;
} Reader;

/* Adds the rest of a broken line; a word that was parted at its end is joined. */
static void
add_line (GString *text, const char *line)
{
  static const char *const parted[] = { "og ", "eller ", "and ", "or " };

  if (text->len > 1 && text->str[text->len - 1] == '-' && text->str[text->len - 2] != ' ')
    {
      gboolean keeps = !g_unichar_islower (g_utf8_get_char (line));

      for (guint i = 0; i < G_N_ELEMENTS (parted); i++)
        keeps = keeps || g_str_has_prefix (line, parted[i]);
      if (!keeps)
        g_string_truncate (text, text->len - 1);
      else if (g_unichar_islower (g_utf8_get_char (line)))
        g_string_append_c (text, ' ');
    }
  else if (text->len > 0)
    g_string_append_c (text, ' ');
  g_string_append (text, line);
}

/* Heading: "Series – Theme", with any dash. */
static void
read_heading (Reader *reader)
{
  static const char *const dashes[] = { " – ", " — ", " - ", "– ", "- " };
  const char *title = reader->text->str;

  for (guint i = 0; i < G_N_ELEMENTS (dashes); i++)
    {
      const char *dash = strstr (reader->text->str, dashes[i]);
      g_autofree char *series = NULL;
      gsize n;

      if (dash == NULL || dash == reader->text->str)
        continue;
      series = g_strndup (reader->text->str, (gsize)(dash - reader->text->str));
      n = GPOINTER_TO_SIZE (g_hash_table_lookup (reader->series, series));
      g_hash_table_insert (reader->series, g_strdup (series), GSIZE_TO_POINTER (n + 1));
      title = dash + strlen (dashes[i]);
      break;
    }
  reader->theme->title = trio_text_clean (title, -1, TRIO_TEXT_ONE_LINE | TRIO_TEXT_TRIM);
}

/* "Hvad er det vigtigt, at MED drøfter, når det handler om …?" */
static void
read_lead (Reader *reader)
{
  static const char *const ends[] = { " handler om ", " drejer sig om ", " about ", " comes to " };

  for (guint i = 0; i < G_N_ELEMENTS (ends); i++)
    {
      const char *at = strstr (reader->text->str, ends[i]);
      g_autofree char *topic = NULL;
      gsize n;

      if (at == NULL)
        continue;
      topic = g_strdup (at + strlen (ends[i]));
      g_strchomp (topic);
      n = strlen (topic);
      while (n > 0 && strchr ("?. ", topic[n - 1]) != NULL)
        topic[--n] = '\0';
      g_free (reader->theme->topic);
      reader->theme->topic = g_strdup (topic);
      return;
    }
}

static void
end_points (Reader *reader)
{
  TrioSetQuestion *question;

  if (reader->theme == NULL || reader->theme->questions->len == 0 || reader->points->len == 0)
    return;
  question = g_ptr_array_index (reader->theme->questions, reader->theme->questions->len - 1);
  g_strfreev (question->points);
  g_ptr_array_add (reader->points, NULL);
  question->points = (char **)g_ptr_array_steal (reader->points, NULL);
}

/* What has been collected is complete. */
static void
end_part (Reader *reader)
{
  TrioSetQuestion *question;

  if (reader->text->len > 0)
    switch (reader->state)
      {
      case IN_HEADING:
        read_heading (reader);
        break;
      case IN_LEAD:
        read_lead (reader);
        break;
      case IN_QUESTION:
        end_points (reader);
        question = trio_set_question_new ();
        question->text = g_strdup (reader->text->str);
        g_ptr_array_add (reader->theme->questions, question);
        break;
      case IN_POINT:
        if (reader->theme->questions->len > 0)
          g_ptr_array_add (reader->points, g_strdup (reader->text->str));
        break;
      case IN_DIRECTION:
        g_ptr_array_add (reader->paragraphs, g_strdup (reader->text->str));
        break;
      case IN_NOTHING:
        break;
      }
  g_string_truncate (reader->text, 0);
}

static void
end_theme (Reader *reader)
{
  TrioSetTheme *theme = reader->theme;

  end_part (reader);
  end_points (reader);
  if (theme == NULL)
    return;
  g_strfreev (theme->direction);
  g_ptr_array_add (reader->paragraphs, NULL);
  theme->direction = (char **)g_ptr_array_steal (reader->paragraphs, NULL);
  reader->theme = NULL;
  reader->state = IN_NOTHING;
  if (theme->title == NULL || *theme->title == '\0')
    {
      /* A page that lost its heading is known by its topic. */
      g_free (theme->title);
      theme->title = g_strdup (theme->topic != NULL ? theme->topic : "");
    }
  g_ptr_array_add (reader->set->themes, theme);
}

static void
begin_theme (Reader *reader)
{
  end_theme (reader);
  reader->theme = trio_set_theme_new ();
  reader->theme->colour = TRIO_SET_NO_COLOUR;
}

static const TrioDialogueLine *
next_line (GArray *lines, guint index)
{
  for (guint i = index + 1; i < lines->len; i++)
    if (g_array_index (lines, TrioDialogueLine, i).kind != TRIO_DIALOGUE_BLANK)
      return &g_array_index (lines, TrioDialogueLine, i);
  return NULL;
}

static gboolean
after_blank (GArray *lines, guint index)
{
  return index == 0
         || g_array_index (lines, TrioDialogueLine, index - 1).kind == TRIO_DIALOGUE_BLANK;
}

/* A plain line right before a lead question or a bullet is the heading of a theme, unless it
 * goes on with what was before it. */
static gboolean
is_heading (const Reader *reader, GArray *lines, guint index)
{
  const TrioDialogueLine *line = &g_array_index (lines, TrioDialogueLine, index);
  const TrioDialogueLine *next = next_line (lines, index);
  gsize n = strlen (line->text);

  if (next == NULL || n > MAX_HEADING || strchr (".?!:,;", line->text[n - 1]) != NULL)
    return FALSE;
  if (next->kind == TRIO_DIALOGUE_LEAD)
    return TRUE;
  if (next->kind != TRIO_DIALOGUE_BULLET)
    return FALSE;
  return reader->state == IN_NOTHING || reader->state == IN_DIRECTION || after_blank (lines, index);
}

static void
begin_part (Reader *reader, State state, const char *text)
{
  end_part (reader);
  if (reader->theme == NULL)
    begin_theme (reader);
  reader->state = state;
  add_line (reader->text, text);
}

static void
read_line (Reader *reader, GArray *lines, guint index)
{
  const TrioDialogueLine *line = &g_array_index (lines, TrioDialogueLine, index);

  switch (line->kind)
    {
    case TRIO_DIALOGUE_BLANK:
      if (reader->state == IN_DIRECTION)
        end_part (reader);
      break;
    case TRIO_DIALOGUE_BULLET:
      begin_part (reader, IN_QUESTION, line->text);
      break;
    case TRIO_DIALOGUE_POINT:
      begin_part (reader, IN_POINT, line->text);
      break;
    case TRIO_DIALOGUE_LEAD:
      if (reader->theme != NULL && reader->state != IN_HEADING)
        end_theme (reader);
      begin_part (reader, IN_LEAD, line->text);
      break;
    case TRIO_DIALOGUE_DIRECTION:
      end_part (reader);
      if (reader->theme != NULL)
        reader->state = IN_DIRECTION;
      break;
    case TRIO_DIALOGUE_PLAIN:
      if (is_heading (reader, lines, index))
        {
          begin_theme (reader);
          begin_part (reader, IN_HEADING, line->text);
        }
      else if (reader->theme != NULL && reader->state != IN_HEADING)
        {
          add_line (reader->text, line->text);
          if (reader->state == IN_DIRECTION && line->is_short)
            end_part (reader);
        }
      break;
    }
}

static void
choose_series (Reader *reader)
{
  GHashTableIter iter;
  gpointer spelling, count;
  const char *best = "";
  gsize most = 0;

  g_hash_table_iter_init (&iter, reader->series);
  while (g_hash_table_iter_next (&iter, &spelling, &count))
    /* Of spellings that are as frequent the longer is the whole one. */
    if (GPOINTER_TO_SIZE (count) > most
        || (GPOINTER_TO_SIZE (count) == most
            && (strlen (spelling) > strlen (best)
                || (strlen (spelling) == strlen (best) && strcmp (spelling, best) < 0))))
      {
        best = spelling;
        most = GPOINTER_TO_SIZE (count);
      }
  reader->set->series = trio_text_clean (best, -1, TRIO_TEXT_ONE_LINE | TRIO_TEXT_TRIM);
}

static gboolean
is_theme (const TrioSetTheme *theme)
{
  return *theme->title != '\0' && (theme->questions->len > 0 || theme->direction[0] != NULL);
}

static void
fill_gaps (TrioThemeSet *set)
{
  for (guint i = set->themes->len; i > 0; i--)
    if (!is_theme (g_ptr_array_index (set->themes, i - 1)))
      g_ptr_array_remove_index (set->themes, i - 1);
  for (guint i = 0; i < set->themes->len; i++)
    {
      TrioSetTheme *theme = g_ptr_array_index (set->themes, i);

      if (theme->subtitle == NULL)
        theme->subtitle = g_strdup ("");
      if (theme->topic == NULL)
        theme->topic = g_strdup ("");
      for (guint j = 0; j < theme->questions->len; j++)
        {
          TrioSetQuestion *question = g_ptr_array_index (theme->questions, j);

          if (question->points == NULL)
            question->points = g_new0 (char *, 1);
        }
    }
}

/**
 * trio_dialogue_parse:
 * @text: pasted dialogue material, in UTF-8
 * @length: its length in bytes, or -1
 * @error: return location for an error
 *
 * Recognises themes with titles, topics of the lead questions, questions with one nested
 * level, and the paragraphs of the common direction. Broken lines are joined; the series is
 * the most frequent spelling in the headings.
 *
 * Returns: (transfer full) (nullable): the themes as a set, or %NULL with
 *   %TRIO_ERROR_NOTHING if none was recognised
 */
TrioThemeSet *
trio_dialogue_parse (const char *text, gssize length, GError **error)
{
  Reader reader = { 0 };
  g_autofree char *copy = NULL;
  g_autoptr (GArray) lines = NULL;
  gsize n = length < 0 ? strlen (text) : (gsize)length;

  if (n > MAX_LENGTH || !g_utf8_validate_len (text, n, NULL))
    {
      g_set_error_literal (error, TRIO_ERROR, TRIO_ERROR_INVALID,
                           _ ("The text is too long or is not text. Paste only the pages with "
                              "the themes."));
      return NULL;
    }
  copy = trio_text_clean (text, (gssize)n, 0);
  reader.set = trio_theme_set_alloc ();
  reader.text = g_string_new (NULL);
  reader.points = g_ptr_array_new_with_free_func (g_free);
  reader.paragraphs = g_ptr_array_new_with_free_func (g_free);
  reader.series = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  lines = trio_dialogue_split_lines (copy);
  for (guint i = 0; i < lines->len; i++)
    read_line (&reader, lines, i);
  end_theme (&reader);
  choose_series (&reader);
  fill_gaps (reader.set);

  g_string_free (reader.text, TRUE);
  g_ptr_array_unref (reader.points);
  g_ptr_array_unref (reader.paragraphs);
  g_hash_table_unref (reader.series);
  reader.set->version = 1;
  reader.set->id = g_strdup ("dialogue-material");
  reader.set->lang = g_strdup (strstr (text, " det ") != NULL || strstr (text, " og ") != NULL
                                       || strstr (text, "æ") != NULL
                                   ? "da"
                                   : "en");
  reader.set->title = g_strdup (reader.set->series);
  reader.set->description = g_strdup ("");
  if (reader.set->themes->len > 0 && reader.set->themes->len <= MAX_THEMES)
    return reader.set;
  trio_theme_set_unref (reader.set);
  g_set_error_literal (error, TRIO_ERROR, TRIO_ERROR_NOTHING,
                       _ ("No themes were recognised. Each theme needs a heading, and under it "
                          "questions with bullets or a common direction."));
  return NULL;
}
