/* trio-gate-theme.c: are the themes whole, and does nothing name the wrong one? */
#include "config.h"

#include "document/gate/trio-gate-private.h"

#include <string.h>

#include "base/trio-text.h"

#define CONTENT_LENGTH 5 /* letters of a word that says what a title is about */
#define STEM_LENGTH    6 /* letters that two forms of a word share */

static char *
dup_fold (const char *text)
{
  g_autofree char *folded = trio_text_fold (text != NULL ? text : "");

  return g_strstrip (g_steal_pointer (&folded));
}

static gboolean
is_blank (const char *text)
{
  g_autofree char *folded = dup_fold (text);

  return *folded == '\0';
}

/* How many of the words that a title is about a phrase names. */
static guint
count_shared (const char *phrase, const char *title)
{
  g_autofree char *one = dup_fold (phrase);
  g_autofree char *other = dup_fold (title);
  g_auto (GStrv) words = g_strsplit_set (other, " ,.:;/–-?", -1);
  guint count = 0;

  for (char **word = words; *word != NULL; word++)
    {
      g_autofree char *stem
          = g_utf8_substring (*word, 0, MIN (g_utf8_strlen (*word, -1), STEM_LENGTH));

      if (g_utf8_strlen (*word, -1) >= CONTENT_LENGTH && strstr (one, stem) != NULL)
        count++;
    }
  return count;
}

static void
check_topic (TrioGate *gate, const TrioRecord *theme, GPtrArray *themes)
{
  const char *topic = trio_record_get_text (theme, TRIO_THEME_TOPIC);

  if (is_blank (topic))
    {
      trio_gate_add (gate, TRIO_FINDING_NO_TOPIC,
                     gate->doc != NULL && trio_gate_is_for (gate, "dialogue")
                         ? TRIO_SEVERITY_WARNING
                         : TRIO_SEVERITY_NOTICE,
                     theme, TRIO_THEME_TOPIC, 0, 0);
      return;
    }
  if (count_shared (topic, trio_record_get_text (theme, TRIO_THEME_TITLE)) > 0)
    return;
  for (guint i = 0; i < themes->len; i++)
    if (themes->pdata[i] != theme
        && count_shared (topic, trio_record_get_text (themes->pdata[i], TRIO_THEME_TITLE)) > 0)
      {
        trio_gate_add (gate, TRIO_FINDING_WRONG_TOPIC, TRIO_SEVERITY_WARNING, theme,
                       TRIO_THEME_TOPIC, 0, strlen (topic));
        return;
      }
}

/* A question with the topic phrase or title of another theme, and not with its own. */
static void
check_question (TrioGate *gate, const TrioRecord *question, GPtrArray *themes)
{
  const char *text = trio_record_get_text (question, TRIO_QUESTION_TEXT);
  g_autofree char *folded = dup_fold (text);
  TrioId own = trio_record_get_ref (question, TRIO_QUESTION_THEME);
  gboolean names_other = FALSE;

  for (guint i = 0; i < themes->len; i++)
    {
      const TrioRecord *theme = g_ptr_array_index (themes, i);
      g_autofree char *topic = dup_fold (trio_record_get_text (theme, TRIO_THEME_TOPIC));
      g_autofree char *title = dup_fold (trio_record_get_text (theme, TRIO_THEME_TITLE));
      gboolean is_named = (strlen (topic) >= 8 && strstr (folded, topic) != NULL)
                          || (strlen (title) >= 8 && strstr (folded, title) != NULL);

      if (is_named && theme->id == own)
        return;
      names_other = names_other || is_named;
    }
  if (names_other)
    trio_gate_add (gate, TRIO_FINDING_WRONG_TOPIC, TRIO_SEVERITY_WARNING, question,
                   TRIO_QUESTION_TEXT, 0, strlen (text));
}

static void
check_has_questions (TrioGate *gate, const TrioRecord *theme)
{
  GPtrArray *questions = trio_snapshot_get_all (gate->snapshot, TRIO_KIND_QUESTION);

  for (guint i = 0; i < questions->len; i++)
    if (trio_record_get_ref (questions->pdata[i], TRIO_QUESTION_THEME) == theme->id
        && !is_blank (trio_record_get_text (questions->pdata[i], TRIO_QUESTION_TEXT)))
      return;
  trio_gate_add (gate, TRIO_FINDING_NO_QUESTIONS, TRIO_SEVERITY_NOTICE, theme, TRIO_NO_FIELD, 0, 0);
}

/* The title after "STATION 2:" at @p, and the number; NULL if there is none. */
static const char *
read_station_line (const char *p, gint64 *number)
{
  char *end;

  if (g_ascii_strncasecmp (p, "station ", strlen ("station ")) != 0)
    return NULL;
  *number = g_ascii_strtoll (p + strlen ("station "), &end, 10);
  if (*number <= 0 || (*end != ':' && *end != '.'))
    return NULL;
  end += 1 + strspn (end + 1, " ");
  return *end == '\0' || *end == '\n' ? NULL : end;
}

static const char *
get_station_title (TrioGate *gate, gint64 number)
{
  const TrioRecord *station = trio_snapshot_find_station (gate->snapshot, number);
  const TrioRecord *theme;

  if (station == NULL)
    return NULL;
  theme = trio_snapshot_get (gate->snapshot, trio_record_get_ref (station, TRIO_STATION_THEME));
  return theme != NULL ? trio_record_get_text (theme, TRIO_THEME_TITLE) : NULL;
}

/* A heading that was typed or pasted: it must say what the theme says. */
static void
check_station_lines (TrioGate *gate, const TrioRecord *record, guint field)
{
  const char *text = trio_record_get_text (record, field);

  for (const char *p = text; p != NULL; p = strchr (p, '\n') != NULL ? strchr (p, '\n') + 1 : NULL)
    {
      gint64 number;
      const char *title = read_station_line (p, &number);
      const char *expected = title != NULL ? get_station_title (gate, number) : NULL;
      g_autofree char *line = NULL;
      g_autofree char *one = NULL;
      g_autofree char *other = NULL;

      if (expected == NULL)
        continue;
      line = g_strndup (title, strcspn (title, "\n"));
      one = dup_fold (line);
      other = dup_fold (expected);
      if (strcmp (one, other) != 0)
        trio_gate_add (gate, TRIO_FINDING_STATION_TITLE, TRIO_SEVERITY_WARNING, record, field,
                       title - text, title - text + strlen (line));
    }
}

static void
check_dates (TrioGate *gate)
{
  const TrioRecord *workshop = trio_snapshot_get_workshop (gate->snapshot);
  const char *start;
  const char *end;

  if (workshop == NULL)
    return;
  start = trio_record_get_text (workshop, TRIO_WORKSHOP_START);
  end = trio_record_get_text (workshop, TRIO_WORKSHOP_END);
  if (start == NULL || *start == '\0')
    trio_gate_add (gate, TRIO_FINDING_NO_DATE, TRIO_SEVERITY_WARNING, workshop, TRIO_WORKSHOP_START,
                   0, 0);
  else if (end != NULL && *end != '\0' && strcmp (end, start) < 0)
    trio_gate_add (gate, TRIO_FINDING_WRONG_DATE, TRIO_SEVERITY_WARNING, workshop,
                   TRIO_WORKSHOP_END, 0, 0);
}

/* Checks titles, topics, questions and dates. */
void
trio_gate_themes (TrioGate *gate)
{
  GPtrArray *themes = trio_snapshot_get_all (gate->snapshot, TRIO_KIND_THEME);
  GPtrArray *questions = trio_snapshot_get_all (gate->snapshot, TRIO_KIND_QUESTION);
  GPtrArray *notes = trio_snapshot_get_all (gate->snapshot, TRIO_KIND_NOTE);
  GPtrArray *summaries = trio_snapshot_get_all (gate->snapshot, TRIO_KIND_SUMMARY);

  check_dates (gate);
  for (guint i = 0; i < themes->len; i++)
    {
      check_topic (gate, themes->pdata[i], themes);
      check_has_questions (gate, themes->pdata[i]);
      check_station_lines (gate, themes->pdata[i], TRIO_THEME_DIRECTION);
    }
  for (guint i = 0; i < questions->len; i++)
    check_question (gate, questions->pdata[i], themes);
  for (guint i = 0; i < notes->len; i++)
    check_station_lines (gate, notes->pdata[i], TRIO_NOTE_TEXT);
  for (guint i = 0; i < summaries->len; i++)
    check_station_lines (gate, summaries->pdata[i], TRIO_SUMMARY_TEXT);
}
