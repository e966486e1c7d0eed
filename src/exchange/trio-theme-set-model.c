/* trio-theme-set-model.c: theme sets and workshops, in both directions. */
#include "config.h"

#include <glib/gi18n-lib.h>

#include "base/trio-error.h"
#include "base/trio-text.h"
#include "exchange/trio-theme-set-private.h"
#include "model/trio-commands.h"

#define MAX_ID_LENGTH 64
#define N_COLOURS     8

static void
set_if_empty (TrioEdit *edit, TrioId workshop, guint field, const char *text)
{
  const char *now = trio_record_get_text (trio_edit_get (edit, workshop), field);

  if (*text && (!now || !*now))
    trio_edit_set_text (edit, workshop, field, text);
}

static void
add_point (TrioEdit *edit, TrioId theme, TrioId question, const char *text)
{
  TrioId point = trio_edit_create (edit, TRIO_KIND_QUESTION);

  trio_edit_set_text (edit, point, TRIO_QUESTION_TEXT, text);
  trio_edit_set_ref (edit, point, TRIO_QUESTION_PARENT, question);
  trio_edit_place_last (edit, point, TRIO_QUESTION_THEME, theme);
}

static void
add_theme (TrioEdit *edit, const TrioSetTheme *from, gint64 number)
{
  TrioId theme = trio_edit_add_theme (edit, from->title);
  g_autofree char *direction = g_strjoinv ("\n\n", from->direction);
  int colour = from->colour != TRIO_SET_NO_COLOUR ? from->colour : (int)((number - 1) % N_COLOURS);

  trio_edit_set_text (edit, theme, TRIO_THEME_SUBTITLE, from->subtitle);
  trio_edit_set_text (edit, theme, TRIO_THEME_TOPIC, from->topic);
  trio_edit_set_text (edit, theme, TRIO_THEME_DIRECTION, direction);
  trio_edit_set_int (edit, theme, TRIO_THEME_COLOUR, colour);

  for (guint i = 0; i < from->questions->len; i++)
    {
      const TrioSetQuestion *question = from->questions->pdata[i];
      TrioId id = trio_edit_create (edit, TRIO_KIND_QUESTION);

      trio_edit_set_text (edit, id, TRIO_QUESTION_TEXT, question->text);
      trio_edit_place_last (edit, id, TRIO_QUESTION_THEME, theme);
      for (char **point = question->points; *point; point++)
        add_point (edit, theme, id, *point);
    }

  trio_edit_add_station (edit, theme, number);
}

static gint64
find_last_number (TrioModel *model)
{
  GListModel *stations = trio_model_get_list (model, TRIO_KIND_STATION);
  gint64 last = 0;

  for (guint i = 0; i < g_list_model_get_n_items (stations); i++)
    {
      g_autoptr (TrioObject) station = g_list_model_get_item (stations, i);

      last = MAX (last, trio_object_get_int (station, TRIO_STATION_NUMBER));
    }

  return last;
}

static char *
dup_line (const TrioRecord *record, guint field)
{
  const char *text = trio_record_get_text (record, field);

  return trio_text_clean (text ? text : "", -1, TRIO_TEXT_ONE_LINE | TRIO_TEXT_TRIM);
}

static char **
dup_paragraphs (const char *text)
{
  g_auto (GStrv) parts = g_regex_split_simple ("\\n\\s*\\n", text ? text : "", 0, 0);
  g_autoptr (GStrvBuilder) paragraphs = g_strv_builder_new ();

  for (char **part = parts; *part; part++)
    {
      g_autofree char *line = trio_text_clean (*part, -1, TRIO_TEXT_ONE_LINE | TRIO_TEXT_TRIM);

      if (*line)
        g_strv_builder_add (paragraphs, line);
    }

  return g_strv_builder_end (paragraphs);
}

static TrioSetQuestion *
read_question (TrioSnapshot *snapshot, const TrioRecord *record)
{
  TrioSetQuestion *question = trio_set_question_new ();
  g_autoptr (GPtrArray) points
      = trio_snapshot_dup_children (snapshot, TRIO_KIND_QUESTION, TRIO_QUESTION_PARENT, record->id);
  g_autoptr (GStrvBuilder) lines = g_strv_builder_new ();

  for (guint i = 0; i < points->len; i++)
    {
      g_autofree char *line = dup_line (points->pdata[i], TRIO_QUESTION_TEXT);

      if (*line)
        g_strv_builder_add (lines, line);
    }
  question->text = dup_line (record, TRIO_QUESTION_TEXT);
  question->points = g_strv_builder_end (lines);

  return question;
}

static TrioSetTheme *
read_theme (TrioSnapshot *snapshot, const TrioRecord *record)
{
  TrioSetTheme *theme = trio_set_theme_new ();
  g_autoptr (GPtrArray) questions
      = trio_snapshot_dup_children (snapshot, TRIO_KIND_QUESTION, TRIO_QUESTION_THEME, record->id);

  theme->title = dup_line (record, TRIO_THEME_TITLE);
  theme->subtitle = dup_line (record, TRIO_THEME_SUBTITLE);
  theme->topic = dup_line (record, TRIO_THEME_TOPIC);
  theme->colour = (int)trio_record_get_int (record, TRIO_THEME_COLOUR);
  theme->direction = dup_paragraphs (trio_record_get_text (record, TRIO_THEME_DIRECTION));

  for (guint i = 0; i < questions->len; i++)
    if (trio_record_get_ref (questions->pdata[i], TRIO_QUESTION_PARENT) == 0)
      {
        TrioSetQuestion *question = read_question (snapshot, questions->pdata[i]);

        if (*question->text)
          g_ptr_array_add (theme->questions, question);
        else
          trio_set_question_free (question);
      }

  return theme;
}

/* "Godt fra start på Søndergård" becomes "godt-fra-start-paa-soendergaard". */
static char *
dup_id (const char *title)
{
  g_autofree char *lower = trio_text_lower (title, "da");
  g_autoptr (GString) spelled = g_string_new (lower);
  g_autoptr (GString) id = g_string_new (NULL);
  g_autofree char *ascii = NULL;

  g_string_replace (spelled, "æ", "ae", 0);
  g_string_replace (spelled, "ø", "oe", 0);
  g_string_replace (spelled, "å", "aa", 0);
  ascii = g_str_to_ascii (spelled->str, "C");

  for (const char *c = ascii; *c && id->len < MAX_ID_LENGTH; c++)
    if (g_ascii_isalnum (*c))
      g_string_append_c (id, g_ascii_tolower (*c));
    else if (id->len > 0 && id->str[id->len - 1] != '-')
      g_string_append_c (id, '-');
  while (id->len > 0 && id->str[id->len - 1] == '-')
    g_string_truncate (id, id->len - 1);

  return id->len > 0 ? g_string_free (g_steal_pointer (&id), FALSE) : g_strdup ("themes");
}

static char *
choose_title (const TrioRecord *workshop, const char *wanted)
{
  g_autofree char *title = dup_line (workshop, TRIO_WORKSHOP_TITLE);
  g_autofree char *series = dup_line (workshop, TRIO_WORKSHOP_SERIES);
  g_autofree char *line
      = trio_text_clean (wanted ? wanted : "", -1, TRIO_TEXT_ONE_LINE | TRIO_TEXT_TRIM);

  if (*line)
    return g_steal_pointer (&line);
  if (*title)
    return g_steal_pointer (&title);

  /* Translators: title of a theme set that was saved from a workshop without title */
  return *series ? g_steal_pointer (&series) : g_strdup (_ ("My themes"));
}

/**
 * trio_theme_set_apply:
 * @set: a theme set
 * @edit: an edit of the workshop that gets the themes
 *
 * Adds the set's themes with their questions, and a station for each, after those that the
 * workshop has. Title and series of the workshop are filled in where they are empty, and the
 * workshop remembers the id of the set. The caller commits the edit.
 *
 * Returns: %TRUE if the edit holds the themes now, %FALSE if it has failed
 */
gboolean
trio_theme_set_apply (const TrioThemeSet *set, TrioEdit *edit)
{
  TrioModel *model = trio_edit_get_model (edit);
  TrioId workshop = trio_model_get_workshop_record (model)->id;
  gint64 number = find_last_number (model);

  set_if_empty (edit, workshop, TRIO_WORKSHOP_TITLE, set->title);
  set_if_empty (edit, workshop, TRIO_WORKSHOP_SERIES, set->series);
  trio_edit_set_text (edit, workshop, TRIO_WORKSHOP_THEME_SET, set->id);

  for (guint i = 0; i < set->themes->len; i++)
    add_theme (edit, set->themes->pdata[i], ++number);

  return !trio_edit_has_failed (edit);
}

/**
 * trio_theme_set_from_snapshot:
 * @snapshot: a workshop
 * @title: (nullable): title of the new set, or %NULL for the workshop's title
 * @error: return location for an error
 *
 * Makes a set of a workshop's themes; notes, clusters and summaries stay behind. The set's id
 * is made of its title, its version is 1.
 *
 * Returns: (transfer full) (nullable): the set, or %NULL with %TRIO_ERROR_NOTHING if there is
 *   no theme
 */
TrioThemeSet *
trio_theme_set_from_snapshot (TrioSnapshot *snapshot, const char *title, GError **error)
{
  const TrioRecord *workshop = trio_snapshot_get_workshop (snapshot);
  GPtrArray *themes = trio_snapshot_get_all (snapshot, TRIO_KIND_THEME);
  TrioThemeSet *set;

  if (themes->len == 0)
    {
      g_set_error_literal (error, TRIO_ERROR, TRIO_ERROR_NOTHING,
                           _ ("The workshop has no themes that could be saved as a set."));
      return NULL;
    }

  set = trio_theme_set_alloc ();
  set->version = 1;
  set->title = choose_title (workshop, title);
  set->id = dup_id (set->title);
  set->lang = g_strdup (
      trio_record_get_int (workshop, TRIO_WORKSHOP_LANGUAGE) == TRIO_LANGUAGE_DA ? "da" : "en");
  set->series = dup_line (workshop, TRIO_WORKSHOP_SERIES);
  set->description = g_strdup ("");
  for (guint i = 0; i < themes->len; i++)
    g_ptr_array_add (set->themes, read_theme (snapshot, themes->pdata[i]));

  return set;
}
