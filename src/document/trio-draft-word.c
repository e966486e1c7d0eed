/* trio-draft-word.c: fills the sentences of a template with the points of a theme. */
#include "config.h"

#include <string.h>

#include "base/trio-text.h"
#include "clustering/trio-duplicates.h"
#include "document/trio-draft-private.h"
#include "document/trio-template-private.h"

/* From here on another sentence makes a summary longer and not better. */
#define ENOUGH_WORDS 42
/* Titles are long and single words are short. */
#define MOST_TITLES    2
#define MOST_WORDS     3
#define MOST_QUOTES    3
#define MOST_QUESTIONS 2

typedef struct
{
  const TrioScope *theme;
  TrioSnapshot *snapshot;
  const TrioPoints *points;
  const char *lang;
  GPtrArray *main;        /* TrioPoint, borrowed */
  const TrioPoint *other; /* the next one, or NULL */
  GHashTable *used;       /* TrioId: notes that are quoted already */
  guint most_quotes;
  GHashTable *quoted; /* TrioId: notes that the sentence at hand quotes */
  GArray *rests_on;   /* TrioId: notes that the sentence at hand rests on */
  GHashTable *values; /* char * by TrioNameId: what the sentence at hand was given */
} Filling;

typedef gboolean (*Fits) (const char *text);

static gboolean
is_statement (const char *text)
{
  return !trio_draft_is_question (text);
}

static const char *
text_of (const Filling *filling, TrioId note)
{
  return trio_record_get_text (trio_snapshot_get (filling->snapshot, note), TRIO_NOTE_TEXT);
}

static gboolean
says_the_same (const char *text, const char *other)
{
  const char *const texts[] = { text, other };
  g_autoptr (GArray) duplicates = trio_duplicates_list (texts, G_N_ELEMENTS (texts));
  g_autofree char *a = g_utf8_casefold (text, -1);
  g_autofree char *b = g_utf8_casefold (other, -1);

  return duplicates->len > 0 || strstr (a, b) != NULL || strstr (b, a) != NULL;
}

/* Whether the note, or one that says nearly the same, is quoted already. */
static gboolean
is_taken (const Filling *filling, TrioId note)
{
  GHashTable *sets[] = { filling->used, filling->quoted };

  for (guint s = 0; s < G_N_ELEMENTS (sets); s++)
    {
      GHashTableIter iter;
      gpointer id;

      g_hash_table_iter_init (&iter, sets[s]);
      while (g_hash_table_iter_next (&iter, &id, NULL))
        if (*(TrioId *)id == note
            || says_the_same (text_of (filling, note), text_of (filling, *(TrioId *)id)))
          return TRUE;
    }
  return FALSE;
}

/* The most central note of a point that fits and is not quoted yet. */
static char *
take_quote (Filling *filling, const TrioPoint *point, Fits fits)
{
  for (guint pass = 0; pass < 2; pass++)
    for (guint i = 0; i < point->central->len; i++)
      {
        TrioId note = g_array_index (point->central, TrioId, i);
        const char *text = text_of (filling, note);
        char *quote;

        if (is_taken (filling, note) || !fits (text))
          continue;
        quote = pass == 0 ? trio_draft_dup_quotable (text) : trio_draft_dup_excerpt (text);
        if (quote == NULL)
          continue;
        g_hash_table_add (filling->quoted, g_memdup2 (&note, sizeof note));
        return quote;
      }
  return NULL;
}

/* Quotes from points in turn, so that each gets a word in. */
static char *
quote_points (Filling *filling, const GPtrArray *points, Fits fits, guint most)
{
  g_autoptr (GPtrArray) quotes = g_ptr_array_new_with_free_func (g_free);
  guint before = 0;

  do
    {
      before = quotes->len;
      for (guint i = 0; i < points->len && quotes->len < most; i++)
        {
          char *quote = take_quote (filling, points->pdata[i], fits);

          if (quote != NULL)
            g_ptr_array_add (quotes, quote);
        }
    }
  while (quotes->len > before && quotes->len < most);
  return trio_draft_join (quotes, filling->lang);
}

static void
rest_on_point (Filling *filling, const TrioPoint *point)
{
  g_array_append_vals (filling->rests_on, point->notes->data, point->notes->len);
}

static char *
name_points (Filling *filling, const GPtrArray *points, gboolean titles)
{
  g_autoptr (GPtrArray) names = g_ptr_array_new ();

  for (guint i = 0; i < points->len; i++)
    {
      const TrioPoint *point = points->pdata[i];

      if (point->name == NULL || point->is_title != titles)
        continue;
      g_ptr_array_add (names, point->name);
      rest_on_point (filling, point);
    }
  return trio_draft_join (names, filling->lang);
}

static char *
make_text (Filling *filling, TrioNameId id)
{
  const GPtrArray *all = trio_points_get_points (filling->points);
  g_autoptr (GPtrArray) other = g_ptr_array_new ();
  g_autoptr (GPtrArray) rest_first = g_ptr_array_new ();

  if (filling->other != NULL)
    g_ptr_array_add (other, (gpointer)filling->other);
  switch (id)
    {
    case TRIO_NAME_DRAFT_TITLES:
      return name_points (filling, filling->main, TRUE);
    case TRIO_NAME_DRAFT_WORDS:
      return name_points (filling, filling->main, FALSE);
    case TRIO_NAME_DRAFT_INPUTS:
      return quote_points (filling, filling->main, is_statement, filling->most_quotes);
    case TRIO_NAME_DRAFT_QUESTIONS:
      return quote_points (filling, all, trio_draft_is_question,
                           MIN (filling->most_quotes, MOST_QUESTIONS));
    case TRIO_NAME_DRAFT_OTHER_TITLE:
      return name_points (filling, other, TRUE);
    case TRIO_NAME_DRAFT_OTHER_WORD:
      return name_points (filling, other, FALSE);
    case TRIO_NAME_DRAFT_OTHER_INPUTS:
      return quote_points (filling, other, is_statement, 1);
    default:
      /* Those get a word in that have had none. */
      for (guint i = filling->main->len; i < all->len + filling->main->len; i++)
        g_ptr_array_add (rest_first, all->pdata[i % all->len]);
      return quote_points (filling, rest_first, is_statement, filling->most_quotes);
    }
}

/* A name has one value in a sentence, however often it is looked at. */
static const char *
find_text (Filling *filling, TrioNameId id)
{
  char *text = g_hash_table_lookup (filling->values, GUINT_TO_POINTER (id));

  if (text == NULL)
    {
      text = make_text (filling, id);
      g_hash_table_insert (filling->values, GUINT_TO_POINTER (id), text);
    }
  return text;
}

static gboolean
lookup_cb (const char *path, TrioWordingValue *value, gpointer data)
{
  Filling *filling = data;
  const TrioName *entry;
  TrioScopeKind kind;
  const char *name;

  if (!trio_names_find_path (path, &kind, &name) || kind != TRIO_SCOPE_DRAFT)
    return trio_scope_lookup_cb (path, value, (gpointer)filling->theme);
  entry = trio_names_find (kind, name);
  if (entry == NULL)
    return FALSE;
  value->type = entry->type;
  if (entry->id == TRIO_NAME_DRAFT_NOTE_COUNT)
    value->number = trio_points_get_n_notes (filling->points);
  else if (entry->id == TRIO_NAME_DRAFT_POINT_COUNT)
    value->number = filling->main->len;
  else
    value->text = find_text (filling, entry->id);
  return TRUE;
}

/* Forgets what a sentence that was only tried has taken. */
static void
begin_sentence (Filling *filling)
{
  g_hash_table_remove_all (filling->values);
  g_hash_table_remove_all (filling->quoted);
  g_array_set_size (filling->rests_on, 0);
}

static gboolean
has_values (Filling *filling, char **paths, gboolean wanted)
{
  for (char **path = paths; path != NULL && *path != NULL; path++)
    {
      TrioWordingValue value = { TRIO_WORDING_TEXT, NULL, 0 };
      gboolean is_there;

      begin_sentence (filling);
      is_there = lookup_cb (*path, &value, filling) && !trio_wording_value_is_empty (&value);
      if (is_there != wanted)
        return FALSE;
    }
  return TRUE;
}

static gboolean
is_possible (Filling *filling, const TrioNode *sentence)
{
  const TrioCondition *condition = &sentence->condition;

  if (!has_values (filling, condition->has, TRUE) || !has_values (filling, condition->lacks, FALSE)
      || (condition->option != NULL && !trio_scope_has_option (filling->theme, condition->option)))
    return FALSE;
  begin_sentence (filling);
  return trio_wording_is_complete (sentence->wording, lookup_cb, filling);
}

/* Of alternatives the first that has all its values. */
static const TrioNode *
choose_sentence (Filling *filling, const TrioNode *node)
{
  if (node->kind != TRIO_NODE_EITHER)
    return is_possible (filling, node) ? node : NULL;
  if (!has_values (filling, node->condition.has, TRUE)
      || !has_values (filling, node->condition.lacks, FALSE))
    return NULL;
  for (guint i = 0; i < node->children->len; i++)
    if (is_possible (filling, node->children->pdata[i]))
      return node->children->pdata[i];
  return NULL;
}

static int
compare_ids (gconstpointer a, gconstpointer b)
{
  TrioId x = *(const TrioId *)a, y = *(const TrioId *)b;

  return (x > y) - (x < y);
}

/* Quoted notes support the sentence together with what lies under them; each note once. */
static GArray *
gather_support (Filling *filling)
{
  GArray *notes = g_array_new (FALSE, FALSE, sizeof (TrioId));
  g_autoptr (GArray) all = g_array_copy (filling->rests_on);
  GHashTableIter iter;
  gpointer id;

  g_hash_table_iter_init (&iter, filling->quoted);
  while (g_hash_table_iter_next (&iter, &id, NULL))
    {
      const GArray *stack = trio_points_get_stack (filling->points, *(TrioId *)id);

      g_array_append_vals (all, stack->data, stack->len);
    }
  g_array_sort (all, compare_ids);
  for (guint i = 0; i < all->len; i++)
    if (i == 0 || g_array_index (all, TrioId, i) != g_array_index (all, TrioId, i - 1))
      g_array_append_val (notes, g_array_index (all, TrioId, i));
  return notes;
}

static void
keep_used (Filling *filling)
{
  GHashTableIter iter;
  gpointer id;

  g_hash_table_iter_init (&iter, filling->quoted);
  while (g_hash_table_iter_next (&iter, &id, NULL))
    g_hash_table_add (filling->used, g_memdup2 (id, sizeof (TrioId)));
}

/* Makes a sentence of at most @most_words, with fewer quotes if need be. */
static TrioDraftSentence *
make_sentence (Filling *filling, const TrioNode *node, guint most_quotes, guint most_words)
{
  for (filling->most_quotes = most_quotes; filling->most_quotes > 0; filling->most_quotes--)
    {
      const TrioNode *chosen = choose_sentence (filling, node);
      g_autofree char *text = NULL;
      g_autoptr (GArray) notes = NULL;
      TrioDraftSentence *sentence;

      if (chosen == NULL || chosen->wording == NULL)
        return NULL;
      begin_sentence (filling);
      text = trio_wording_expand (chosen->wording, filling->lang, lookup_cb, filling);
      g_strstrip (text);
      if (trio_text_count_words (text) > most_words)
        continue;
      notes = gather_support (filling);
      if (*text == '\0' || notes->len == 0)
        return NULL;
      keep_used (filling);
      sentence = g_new0 (TrioDraftSentence, 1);
      sentence->text = g_steal_pointer (&text);
      sentence->notes = g_steal_pointer (&notes);
      return sentence;
    }
  return NULL;
}

/* The weightiest points are the main ones; named ones stand before the others. */
static void
choose_points (Filling *filling)
{
  const GPtrArray *all = trio_points_get_points (filling->points);
  const TrioPoint *first = all->len > 0 ? all->pdata[0] : NULL;
  guint most = first != NULL && first->name != NULL && !first->is_title ? MOST_WORDS : MOST_TITLES;

  for (guint i = 0; i < all->len && filling->main->len < most; i++)
    {
      const TrioPoint *point = all->pdata[i];

      if (i > 0 && first->name != NULL && point->name == NULL)
        break;
      g_ptr_array_add (filling->main, (gpointer)point);
    }
  if (filling->main->len < all->len)
    filling->other = all->pdata[filling->main->len];
}

/* The paragraph for a theme; themes take turns. */
static const TrioNode *
choose_paragraph (const TrioScope *theme)
{
  const TrioNode *body = theme->tmpl->body;
  g_autoptr (GPtrArray) paragraphs = g_ptr_array_new ();

  for (guint i = 0; body != NULL && i < body->children->len; i++)
    if (((const TrioNode *)body->children->pdata[i])->kind == TRIO_NODE_PARA)
      g_ptr_array_add (paragraphs, body->children->pdata[i]);
  if (paragraphs->len == 0)
    return NULL;
  return paragraphs->pdata[(theme->ordinal - 1) % paragraphs->len];
}

/* Returns: (element-type TrioDraftSentence): the sentences about a theme; none where the template
 * says nothing. */
GPtrArray *
trio_draft_word (const TrioScope *theme, TrioSnapshot *snapshot, const TrioPoints *points)
{
  GPtrArray *sentences = g_ptr_array_new_with_free_func ((GDestroyNotify)trio_draft_sentence_free);
  const TrioNode *paragraph = choose_paragraph (theme);
  Filling filling = { theme, snapshot, points, trio_template_get_lang (theme->tmpl) };
  guint n_words = 0;

  filling.main = g_ptr_array_new ();
  filling.used = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  filling.quoted = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  filling.rests_on = g_array_new (FALSE, FALSE, sizeof (TrioId));
  filling.values = g_hash_table_new_full (NULL, NULL, NULL, g_free);
  choose_points (&filling);
  for (guint i = 0; paragraph != NULL && i < paragraph->children->len && n_words < ENOUGH_WORDS;
       i++)
    {
      gboolean is_last = i + 1 == paragraph->children->len;
      /* The last one makes up for what is missing. */
      guint most_quotes = is_last && n_words < TRIO_DRAFT_FEWEST_WORDS
                              ? MOST_QUOTES
                              : CLAMP (filling.main->len, 2, MOST_QUOTES);
      TrioDraftSentence *sentence = make_sentence (&filling, paragraph->children->pdata[i],
                                                   most_quotes, TRIO_DRAFT_MOST_WORDS - n_words);

      if (sentence == NULL)
        continue;
      n_words += trio_text_count_words (sentence->text);
      g_ptr_array_add (sentences, sentence);
    }
  g_ptr_array_unref (filling.main);
  g_hash_table_unref (filling.used);
  g_hash_table_unref (filling.quoted);
  g_array_unref (filling.rests_on);
  g_hash_table_unref (filling.values);
  return sentences;
}
