/* trio-template-names.c: the names that templates may use, and the nearest to a wrong one. */
#include "config.h"

#include "document/trio-template-names.h"

#include <string.h>

#define TEXT   TRIO_WORDING_TEXT
#define NUMBER TRIO_WORDING_NUMBER
#define DATE   TRIO_WORDING_DATE

/* Longer words cannot be names; the bound keeps the comparison small. */
#define MAX_COMPARED 64

static const char *const scope_words[TRIO_N_SCOPES] = {
  [TRIO_SCOPE_DOCUMENT] = "",         [TRIO_SCOPE_WORKSHOP] = "workshop",
  [TRIO_SCOPE_THEME] = "theme",       [TRIO_SCOPE_STATION] = "station",
  [TRIO_SCOPE_CLUSTER] = "cluster",   [TRIO_SCOPE_NOTE] = "note",
  [TRIO_SCOPE_QUESTION] = "question", [TRIO_SCOPE_ROW] = "row",
  [TRIO_SCOPE_FOLLOWUP] = "followup", [TRIO_SCOPE_DRAFT] = "draft",
};

static const TrioName names[] = {
  { TRIO_SCOPE_DOCUMENT, "theme_count", NUMBER, TRIO_NAME_THEME_COUNT },
  { TRIO_SCOPE_DOCUMENT, "station_count", NUMBER, TRIO_NAME_STATION_COUNT },
  { TRIO_SCOPE_DOCUMENT, "cluster_count", NUMBER, TRIO_NAME_CLUSTER_COUNT },
  { TRIO_SCOPE_DOCUMENT, "note_count", NUMBER, TRIO_NAME_NOTE_COUNT },
  { TRIO_SCOPE_DOCUMENT, "withheld_count", NUMBER, TRIO_NAME_WITHHELD_COUNT },
  { TRIO_SCOPE_DOCUMENT, "summary_count", NUMBER, TRIO_NAME_SUMMARY_COUNT },
  { TRIO_SCOPE_DOCUMENT, "follow_up", NUMBER, TRIO_NAME_FOLLOW_UP },
  { TRIO_SCOPE_DOCUMENT, "followup_count", NUMBER, TRIO_NAME_FOLLOWUP_COUNT },
  { TRIO_SCOPE_DOCUMENT, "other_followup_count", NUMBER, TRIO_NAME_OTHER_FOLLOWUP_COUNT },
  { TRIO_SCOPE_DOCUMENT, "document_date", DATE, TRIO_NAME_DOCUMENT_DATE },
  { TRIO_SCOPE_DOCUMENT, "theme_titles", TEXT, TRIO_NAME_THEME_TITLES },

  { TRIO_SCOPE_THEME, "number", NUMBER, TRIO_NAME_THEME_NUMBER },
  { TRIO_SCOPE_THEME, "title", TEXT, TRIO_NAME_THEME_TITLE },
  { TRIO_SCOPE_THEME, "subtitle", TEXT, TRIO_NAME_THEME_SUBTITLE },
  { TRIO_SCOPE_THEME, "topic", TEXT, TRIO_NAME_THEME_TOPIC },
  { TRIO_SCOPE_THEME, "direction", TEXT, TRIO_NAME_THEME_DIRECTION },
  { TRIO_SCOPE_THEME, "summary", TEXT, TRIO_NAME_THEME_SUMMARY },
  { TRIO_SCOPE_THEME, "station_count", NUMBER, TRIO_NAME_THEME_STATION_COUNT },
  { TRIO_SCOPE_THEME, "question_count", NUMBER, TRIO_NAME_THEME_QUESTION_COUNT },
  { TRIO_SCOPE_THEME, "followup_count", NUMBER, TRIO_NAME_THEME_FOLLOWUP_COUNT },
  { TRIO_SCOPE_THEME, "note_count", NUMBER, TRIO_NAME_THEME_NOTE_COUNT },
  { TRIO_SCOPE_THEME, "withheld_count", NUMBER, TRIO_NAME_THEME_WITHHELD_COUNT },

  { TRIO_SCOPE_STATION, "number", NUMBER, TRIO_NAME_STATION_NUMBER },
  { TRIO_SCOPE_STATION, "ordinal", NUMBER, TRIO_NAME_STATION_ORDINAL },
  { TRIO_SCOPE_STATION, "title", TEXT, TRIO_NAME_STATION_TITLE },
  { TRIO_SCOPE_STATION, "place", TEXT, TRIO_NAME_STATION_PLACE },
  { TRIO_SCOPE_STATION, "host", TEXT, TRIO_NAME_STATION_HOST },
  { TRIO_SCOPE_STATION, "cluster_count", NUMBER, TRIO_NAME_STATION_CLUSTER_COUNT },
  { TRIO_SCOPE_STATION, "loose_count", NUMBER, TRIO_NAME_STATION_LOOSE_COUNT },
  { TRIO_SCOPE_STATION, "note_count", NUMBER, TRIO_NAME_STATION_NOTE_COUNT },
  { TRIO_SCOPE_STATION, "withheld_count", NUMBER, TRIO_NAME_STATION_WITHHELD_COUNT },

  { TRIO_SCOPE_CLUSTER, "number", NUMBER, TRIO_NAME_CLUSTER_NUMBER },
  { TRIO_SCOPE_CLUSTER, "title", TEXT, TRIO_NAME_CLUSTER_TITLE },
  { TRIO_SCOPE_CLUSTER, "votes", NUMBER, TRIO_NAME_CLUSTER_VOTES },
  { TRIO_SCOPE_CLUSTER, "note_count", NUMBER, TRIO_NAME_CLUSTER_SIZE },

  { TRIO_SCOPE_NOTE, "number", NUMBER, TRIO_NAME_NOTE_NUMBER },
  { TRIO_SCOPE_NOTE, "text", TEXT, TRIO_NAME_NOTE_TEXT },
  { TRIO_SCOPE_NOTE, "votes", NUMBER, TRIO_NAME_NOTE_VOTES },
  { TRIO_SCOPE_NOTE, "copies", NUMBER, TRIO_NAME_NOTE_COPIES },

  { TRIO_SCOPE_QUESTION, "number", NUMBER, TRIO_NAME_QUESTION_NUMBER },
  { TRIO_SCOPE_QUESTION, "text", TEXT, TRIO_NAME_QUESTION_TEXT },
  { TRIO_SCOPE_QUESTION, "part_count", NUMBER, TRIO_NAME_QUESTION_PART_COUNT },

  { TRIO_SCOPE_FOLLOWUP, "number", NUMBER, TRIO_NAME_FOLLOWUP_NUMBER },
  { TRIO_SCOPE_FOLLOWUP, "what", TEXT, TRIO_NAME_FOLLOWUP_WHAT },
  { TRIO_SCOPE_FOLLOWUP, "who", TEXT, TRIO_NAME_FOLLOWUP_WHO },
  { TRIO_SCOPE_FOLLOWUP, "due", DATE, TRIO_NAME_FOLLOWUP_DUE },
  { TRIO_SCOPE_FOLLOWUP, "done", NUMBER, TRIO_NAME_FOLLOWUP_DONE },

  { TRIO_SCOPE_ROW, "number", NUMBER, TRIO_NAME_ROW_NUMBER },

  { TRIO_SCOPE_DRAFT, "titles", TEXT, TRIO_NAME_DRAFT_TITLES },
  { TRIO_SCOPE_DRAFT, "words", TEXT, TRIO_NAME_DRAFT_WORDS },
  { TRIO_SCOPE_DRAFT, "inputs", TEXT, TRIO_NAME_DRAFT_INPUTS },
  { TRIO_SCOPE_DRAFT, "questions", TEXT, TRIO_NAME_DRAFT_QUESTIONS },
  { TRIO_SCOPE_DRAFT, "other_title", TEXT, TRIO_NAME_DRAFT_OTHER_TITLE },
  { TRIO_SCOPE_DRAFT, "other_word", TEXT, TRIO_NAME_DRAFT_OTHER_WORD },
  { TRIO_SCOPE_DRAFT, "other_inputs", TEXT, TRIO_NAME_DRAFT_OTHER_INPUTS },
  { TRIO_SCOPE_DRAFT, "more_inputs", TEXT, TRIO_NAME_DRAFT_MORE_INPUTS },
  { TRIO_SCOPE_DRAFT, "note_count", NUMBER, TRIO_NAME_DRAFT_NOTE_COUNT },
  { TRIO_SCOPE_DRAFT, "point_count", NUMBER, TRIO_NAME_DRAFT_POINT_COUNT },
};

static const struct
{
  const char *loop;
  TrioScopeKind scope;
} loops[] = {
  { "themes", TRIO_SCOPE_THEME },
  { "stations", TRIO_SCOPE_STATION },
  { "clusters", TRIO_SCOPE_CLUSTER },
  { "notes", TRIO_SCOPE_NOTE },
  { "loose_notes", TRIO_SCOPE_NOTE },
  { "questions", TRIO_SCOPE_QUESTION },
  { "subquestions", TRIO_SCOPE_QUESTION },
  { "followups", TRIO_SCOPE_FOLLOWUP },
  { "other_followups", TRIO_SCOPE_FOLLOWUP },
};

/**
 * trio_scope_get_word:
 * @scope: a scope
 *
 * Returns: (transfer none): the word before the dot; empty for the document
 */
const char *
trio_scope_get_word (TrioScopeKind scope)
{
  g_return_val_if_fail (scope < TRIO_N_SCOPES, "");

  return scope_words[scope];
}

/**
 * trio_names_get:
 * @n_names: (out): how many
 *
 * Returns: (transfer none) (array length=n_names): all names but those of the workshop's
 *   fields, which are in the field table
 */
const TrioName *
trio_names_get (guint *n_names)
{
  g_return_val_if_fail (n_names != NULL, NULL);

  *n_names = G_N_ELEMENTS (names);
  return names;
}

/**
 * trio_names_find:
 * @scope: a scope
 * @name: a name, without the word of the scope
 *
 * Returns: (transfer none) (nullable): the name's entry
 */
const TrioName *
trio_names_find (TrioScopeKind scope, const char *name)
{
  g_return_val_if_fail (name != NULL, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    if (names[i].scope == scope && g_str_equal (names[i].name, name))
      return &names[i];
  return NULL;
}

/**
 * trio_names_find_path:
 * @path: what stands in a placeholder, such as "theme.title"
 * @scope: (out): the scope of the word before the dot
 * @name: (out) (transfer none): what stands behind the dot; points into @path
 *
 * Returns: whether the word before the dot is that of a scope
 */
gboolean
trio_names_find_path (const char *path, TrioScopeKind *scope, const char **name)
{
  const char *dot;

  g_return_val_if_fail (path != NULL && scope != NULL && name != NULL, FALSE);

  dot = strchr (path, '.');
  *name = dot != NULL ? dot + 1 : path;
  *scope = TRIO_SCOPE_DOCUMENT;
  if (dot == NULL)
    return TRUE;
  for (guint i = TRIO_SCOPE_WORKSHOP; i < TRIO_N_SCOPES; i++)
    if (strncmp (scope_words[i], path, (gsize)(dot - path)) == 0
        && scope_words[i][dot - path] == '\0')
      {
        *scope = i;
        return TRUE;
      }
  return FALSE;
}

/**
 * trio_names_get_loop:
 * @loop: what a for-each or a list goes through, such as "themes"
 * @scope: (out): the scope of each
 *
 * Returns: whether there is such a thing
 */
gboolean
trio_names_get_loop (const char *loop, TrioScopeKind *scope)
{
  g_return_val_if_fail (loop != NULL && scope != NULL, FALSE);

  for (guint i = 0; i < G_N_ELEMENTS (loops); i++)
    if (g_str_equal (loops[i].loop, loop))
      {
        *scope = loops[i].scope;
        return TRUE;
      }
  return FALSE;
}

/**
 * trio_names_distance:
 * @a: a name
 * @b: another one
 *
 * Counts the insertions, deletions, changes and swaps of neighbours that make one of the
 * other (optimal string alignment; Damerau 1964).
 *
 * Returns: the distance; %G_MAXUINT if a name is longer than any name can be
 */
guint
trio_names_distance (const char *a, const char *b)
{
  guint rows[3][MAX_COMPARED + 1];
  guint *before = rows[0], *last = rows[1], *now = rows[2];
  gsize n_a, n_b;

  g_return_val_if_fail (a != NULL && b != NULL, G_MAXUINT);

  n_a = strlen (a);
  n_b = strlen (b);
  if (n_a > MAX_COMPARED || n_b > MAX_COMPARED)
    return G_MAXUINT;

  for (gsize j = 0; j <= n_b; j++)
    last[j] = (guint)j;
  for (gsize i = 1; i <= n_a; i++)
    {
      guint *free_row = before;

      now[0] = (guint)i;
      for (gsize j = 1; j <= n_b; j++)
        {
          guint change = last[j - 1] + (a[i - 1] != b[j - 1]);

          now[j] = MIN (MIN (now[j - 1], last[j]) + 1, change);
          if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1])
            now[j] = MIN (now[j], before[j - 2] + 1);
        }
      before = last;
      last = now;
      now = free_row;
    }
  return last[n_b];
}

/**
 * trio_names_nearest:
 * @name: a name that is not known
 * @known: (element-type utf8): the known ones
 *
 * Returns: (transfer none) (nullable): the known name that is most like it, the first of
 *   several; %NULL if none is like it at all
 */
const char *
trio_names_nearest (const char *name, const GPtrArray *known)
{
  const char *nearest = NULL;
  guint least;

  g_return_val_if_fail (name != NULL && known != NULL, NULL);

  /* More than half of it wrong is another name. */
  least = (guint)strlen (name) / 2 + 1;
  for (guint i = 0; i < known->len; i++)
    {
      guint distance = trio_names_distance (name, known->pdata[i]);

      if (distance < least)
        {
          least = distance;
          nearest = known->pdata[i];
        }
    }
  return nearest;
}
