/* trio-gate-prose.c: does what facilitators and templates write look like one hand?
 *
 * Participants' words are left alone: nobody is to correct them.
 */
#include "config.h"

#include "document/gate/trio-gate-private.h"

#include <string.h>

static const struct
{
  TrioKind kind;
  guint field;
} prose[] = {
  { TRIO_KIND_WORKSHOP, TRIO_WORKSHOP_TITLE },
  { TRIO_KIND_WORKSHOP, TRIO_WORKSHOP_PARTICIPANTS },
  { TRIO_KIND_WORKSHOP, TRIO_WORKSHOP_SCOPE },
  { TRIO_KIND_WORKSHOP, TRIO_WORKSHOP_AIM },
  { TRIO_KIND_WORKSHOP, TRIO_WORKSHOP_PARENT_TITLE },
  { TRIO_KIND_THEME, TRIO_THEME_TITLE },
  { TRIO_KIND_THEME, TRIO_THEME_SUBTITLE },
  { TRIO_KIND_THEME, TRIO_THEME_TOPIC },
  { TRIO_KIND_THEME, TRIO_THEME_DIRECTION },
  { TRIO_KIND_QUESTION, TRIO_QUESTION_TEXT },
  { TRIO_KIND_SUMMARY, TRIO_SUMMARY_TEXT },
  { TRIO_KIND_DOCUMENT, TRIO_DOCUMENT_TITLE },
  { TRIO_KIND_DOCUMENT, TRIO_DOCUMENT_PARAMETERS },
};

typedef void (*FieldFunc) (TrioGate *gate, const TrioRecord *record, guint field, gpointer data);

static void
foreach_field (TrioGate *gate, FieldFunc func, gpointer data)
{
  for (guint i = 0; i < G_N_ELEMENTS (prose); i++)
    {
      GPtrArray *all = trio_snapshot_get_all (gate->snapshot, prose[i].kind);

      for (guint j = 0; j < all->len; j++)
        {
          const char *text = trio_record_get_text (all->pdata[j], prose[i].field);

          if (text != NULL && *text != '\0')
            func (gate, all->pdata[j], prose[i].field, data);
        }
    }
}

/* The forms of quotation marks: the same mark on both sides, high-and-low or English ones,
 * pointed ones, straight ones. */
#define N_FORMS 4

typedef struct
{
  guint counts[N_FORMS];
  int usual;
  guint n_dashes;
} Habits;

/* The form of the mark at @p, or -1. What closes is counted with what opened. */
static int
get_form (const char *p, int *open)
{
  int form = -1;

  switch (g_utf8_get_char (p))
    {
    case 0x201c:
    case 0x201e:
      form = 1;
      break;
    case 0xab:
    case 0xbb:
      form = 2;
      break;
    case '"':
      form = 3;
      break;
    case 0x201d:
      form = *open == 1 ? 1 : 0;
      break;
    default:
      return -1;
    }
  *open = *open == form ? -1 : form;
  return form;
}

static void
count_forms (const char *text, guint *counts)
{
  int open = -1;

  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    {
      int form = get_form (p, &open);

      if (form >= 0)
        counts[form]++;
    }
}

/* The first mark of another form than the usual one, or NULL. */
static const char *
find_other_form (const char *text, int usual)
{
  int open = -1;

  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    {
      int form = get_form (p, &open);

      if (form >= 0 && form != usual)
        return p;
    }
  return NULL;
}

static const char *
find_dash (const char *text)
{
  for (const char *p = strstr (text, " - "); p != NULL; p = strstr (p + 1, " - "))
    if (p > text && !g_ascii_isdigit (p[3]) && p[-1] != '\n')
      return p + 1;
  return NULL;
}

static const char *
find_spaces (const char *text)
{
  const char *p = strstr (text, "  ");

  while (
      p != NULL
      && (p == text || p[-1] == '\n' || p[strspn (p, " ")] == '\n' || p[strspn (p, " ")] == '\0'))
    p = strstr (p + strspn (p, " "), "  ");
  return p;
}

static void
learn_cb (TrioGate *gate, const TrioRecord *record, guint field, gpointer data)
{
  const char *text = trio_record_get_text (record, field);
  Habits *habits = data;

  count_forms (text, habits->counts);
  if (find_dash (text) != NULL)
    habits->n_dashes++;
}

static void
judge_cb (TrioGate *gate, const TrioRecord *record, guint field, gpointer data)
{
  const char *text = trio_record_get_text (record, field);
  const Habits *habits = data;
  const char *at = find_other_form (text, habits->usual);

  if (at != NULL)
    trio_gate_add (gate, TRIO_FINDING_QUOTES, TRIO_SEVERITY_NOTICE, record, field, at - text,
                   g_utf8_next_char (at) - text);
  at = find_dash (text);
  if (at != NULL)
    trio_gate_add (gate, TRIO_FINDING_DASH, TRIO_SEVERITY_NOTICE, record, field, at - text,
                   at + 1 - text);
  at = find_spaces (text);
  if (at != NULL)
    trio_gate_add (gate, TRIO_FINDING_SPACES, TRIO_SEVERITY_NOTICE, record, field, at - text,
                   at + strspn (at, " ") - text);
}

typedef struct
{
  const Habits *habits;
  gboolean has_quotes;
  gboolean has_dash;
} DocHabits;

/* What the workshop does not have came with the template. */
static void
doc_text_cb (TrioGate *gate, const char *text, gboolean is_meta, gpointer data)
{
  DocHabits *doc = data;
  guint counts[N_FORMS] = { 0 };

  count_forms (text, counts);
  for (int i = 0; i < N_FORMS; i++)
    if (counts[i] > 0 && i != doc->habits->usual && doc->habits->counts[i] == 0)
      doc->has_quotes = TRUE;
  if (doc->habits->n_dashes == 0 && find_dash (text) != NULL)
    doc->has_dash = TRUE;
}

static gboolean
is_word_char (const char *p)
{
  return g_unichar_isalnum (g_utf8_get_char (p));
}

typedef struct
{
  gsize start;
  gsize end;
} Span;

static GArray *
list_words (const char *text)
{
  GArray *words = g_array_new (FALSE, FALSE, sizeof (Span));
  const char *p = text;

  while (*p != '\0')
    {
      Span span = { p - text, 0 };

      if (!is_word_char (p))
        {
          p = g_utf8_next_char (p);
          continue;
        }
      while (*p != '\0' && is_word_char (p))
        p = g_utf8_next_char (p);
      span.end = p - text;
      g_array_append_val (words, span);
    }
  return words;
}

/* How many letters must be changed, added, left out or exchanged with their neighbour (Damerau
 * and Levenshtein, optimal string alignment); @limit + 1 for more than @limit. */
static guint
get_distance (const gunichar *a, guint n_a, const gunichar *b, guint n_b, guint limit)
{
  g_autofree guint *rows = NULL;
  guint *before, *last, *row;

  if (MAX (n_a, n_b) - MIN (n_a, n_b) > limit)
    return limit + 1;
  rows = g_new (guint, 3 * (n_b + 1));
  before = rows;
  last = rows + n_b + 1;
  row = last + n_b + 1;
  for (guint j = 0; j <= n_b; j++)
    last[j] = j;
  for (guint i = 1; i <= n_a; i++)
    {
      guint *spare = before;
      guint least = row[0] = i;

      for (guint j = 1; j <= n_b; j++)
        {
          row[j] = MIN (MIN (last[j], row[j - 1]) + 1, last[j - 1] + (a[i - 1] != b[j - 1]));
          if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1])
            row[j] = MIN (row[j], before[j - 2] + 1);
          least = MIN (least, row[j]);
        }
      if (least > limit)
        return limit + 1;
      before = last;
      last = row;
      row = spare;
    }
  return last[n_b];
}

typedef struct
{
  gunichar *letters;
  glong n_letters;
  guint n_words;
  gboolean is_name; /* must have a capital */
} Target;

static void
clear_target (gpointer data)
{
  g_free (((Target *)data)->letters);
}

static gunichar *
dup_letters (const char *text, gsize length, glong *n)
{
  g_autofree char *lower = g_utf8_strdown (text, length);

  return g_utf8_to_ucs4_fast (lower, -1, n);
}

static void
add_target (GArray *targets, const char *text, gboolean is_name)
{
  static const char *const bodies[] = { " Kommune", " kommune", " Municipality", NULL };
  g_autofree char *copy = g_strstrip (g_strdup (text != NULL ? text : ""));
  g_autoptr (GArray) words = NULL;
  Target target = { .is_name = is_name };

  for (guint i = 0; is_name && bodies[i] != NULL; i++)
    if (g_str_has_suffix (copy, bodies[i]))
      copy[strlen (copy) - strlen (bodies[i])] = '\0';
  words = list_words (copy);
  target.n_words = words->len;
  target.letters = dup_letters (copy, strlen (copy), &target.n_letters);
  if (target.n_letters < 6 || target.n_words == 0)
    clear_target (&target);
  else
    g_array_append_val (targets, target);
}

static gboolean
is_inflection (const Target *target, const gunichar *letters, glong n)
{
  glong least = MIN (n, target->n_letters);

  return (n > target->n_letters || target->n_words > 1)
         && memcmp (letters, target->letters, least * sizeof (gunichar)) == 0;
}

static void
check_spelling (TrioGate *gate,
                const TrioRecord *record,
                guint field,
                const GArray *words,
                const Target *target)
{
  const char *text = trio_record_get_text (record, field);
  guint limit = target->n_letters < 8 ? 1 : 2;

  for (guint i = 0; i + target->n_words <= words->len; i++)
    {
      const Span *first = &g_array_index (words, Span, i);
      const Span *last = &g_array_index (words, Span, i + target->n_words - 1);
      g_autofree gunichar *letters = NULL;
      glong n = last->end - first->start;
      guint distance;

      if (n + 8 < target->n_letters || n > 2 * target->n_letters + 8
          || (target->is_name && !g_unichar_isupper (g_utf8_get_char (text + first->start))))
        continue;
      letters = dup_letters (text + first->start, n, &n);
      distance = get_distance (letters, n, target->letters, target->n_letters, limit);
      if (distance >= 1 && distance <= limit && !is_inflection (target, letters, n))
        trio_gate_add (gate, TRIO_FINDING_MISSPELT, TRIO_SEVERITY_WARNING, record, field,
                       first->start, last->end);
    }
}

static void
spelling_cb (TrioGate *gate, const TrioRecord *record, guint field, gpointer data)
{
  GArray *targets = data;
  g_autoptr (GArray) words = list_words (trio_record_get_text (record, field));

  for (guint i = 0; i < targets->len; i++)
    check_spelling (gate, record, field, words, &g_array_index (targets, Target, i));
}

static void
check_all_spelling (TrioGate *gate)
{
  const TrioRecord *workshop = trio_snapshot_get_workshop (gate->snapshot);
  g_autoptr (GArray) targets = g_array_new (FALSE, FALSE, sizeof (Target));

  g_array_set_clear_func (targets, clear_target);
  add_target (targets, trio_record_get_text (workshop, TRIO_WORKSHOP_SERIES), FALSE);
  add_target (targets, trio_record_get_text (workshop, TRIO_WORKSHOP_ORGANISATION), TRUE);
  foreach_field (gate, spelling_cb, targets);
}

/* Checks marks, spaces and the spelling of what stands in many places. */
void
trio_gate_prose (TrioGate *gate)
{
  Habits habits = { .usual = 0 };
  DocHabits doc = { &habits, FALSE, FALSE };

  foreach_field (gate, learn_cb, &habits);
  for (int i = 1; i < N_FORMS; i++)
    if (habits.counts[i] > habits.counts[habits.usual])
      habits.usual = i;
  foreach_field (gate, judge_cb, &habits);
  if (trio_snapshot_get_workshop (gate->snapshot) != NULL)
    check_all_spelling (gate);
  if (gate->doc == NULL)
    return;
  trio_gate_foreach_doc_text (gate, doc_text_cb, &doc);
  if (doc.has_quotes)
    trio_gate_add_part (gate, TRIO_FINDING_QUOTES, TRIO_SEVERITY_NOTICE, TRIO_PART_TEXT);
  if (doc.has_dash)
    trio_gate_add_part (gate, TRIO_FINDING_DASH, TRIO_SEVERITY_NOTICE, TRIO_PART_TEXT);
}
