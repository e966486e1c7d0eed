/* trio-summary-links.c: the sentences of a summary, and the inputs that each rests on.
 *
 * A link holds the sentence as it read when it was made. While somebody types, the links follow
 * the sentence; when a sentence goes, its links go with it, and come back if it is pasted again.
 */
#include "config.h"

#include "app/summary/trio-summary-links.h"

#include <string.h>

#include "base/trio-text.h"

static void
free_sentence (gpointer data)
{
  TrioSentence *sentence = data;

  g_free (sentence->text);
  g_free (sentence->plain);
  g_free (sentence);
}

static char *
dup_plain (const char *text)
{
  g_autofree char *folded = g_utf8_casefold (text, -1);
  GString *plain = g_string_new (NULL);

  for (const char *p = folded; *p != '\0'; p = g_utf8_next_char (p))
    if (g_unichar_isalnum (g_utf8_get_char (p)))
      g_string_append_unichar (plain, g_utf8_get_char (p));
  return g_string_free (plain, FALSE);
}

/**
 * trio_sentences_split:
 * @text: a text
 *
 * Returns: (transfer full) (element-type TrioSentence): its sentences that have letters or
 *   digits, in order
 */
GPtrArray *
trio_sentences_split (const char *text)
{
  GPtrArray *sentences = g_ptr_array_new_with_free_func (free_sentence);
  const char *p = text;
  int offset = 0;

  while (*p != '\0')
    {
      const char *start = p + strspn (p, " \n");
      const char *end = trio_text_find_sentence_end (start);
      g_autofree char *words = g_strndup (start, (gsize)(end - start));
      g_autofree char *plain = dup_plain (words);

      offset += (int)(start - p);
      if (*plain != '\0')
        {
          TrioSentence *sentence = g_new0 (TrioSentence, 1);

          sentence->start = (gsize)(start - text);
          sentence->end = (gsize)(end - text);
          sentence->first = offset;
          sentence->last = offset + (int)g_utf8_strlen (start, end - start);
          sentence->text = g_steal_pointer (&words);
          sentence->plain = g_steal_pointer (&plain);
          g_ptr_array_add (sentences, sentence);
        }
      offset += (int)g_utf8_strlen (start, end - start);
      p = end;
    }
  return sentences;
}

/**
 * trio_sentences_at:
 * @sentences: (element-type TrioSentence): sentences of a text
 * @offset: a place in the text, in characters
 *
 * Returns: (transfer none) (nullable): the sentence there, or the one that ends last before it;
 *   %NULL before the first one
 */
const TrioSentence *
trio_sentences_at (const GPtrArray *sentences, int offset)
{
  const TrioSentence *at = sentences->len > 0 ? sentences->pdata[0] : NULL;

  for (guint i = 0; i < sentences->len; i++)
    {
      const TrioSentence *sentence = sentences->pdata[i];

      if (sentence->first > offset)
        break;
      at = sentence;
    }
  return at;
}

/**
 * trio_summary_find:
 * @model: a workshop
 * @theme: number of a theme
 *
 * Returns: number of the theme's summary, or 0 while there is none
 */
TrioId
trio_summary_find (TrioModel *model, TrioId theme)
{
  GListModel *all = trio_model_get_list (model, TRIO_KIND_SUMMARY);
  guint n = g_list_model_get_n_items (all);

  for (guint i = 0; i < n; i++)
    {
      g_autoptr (TrioObject) summary = g_list_model_get_item (all, i);

      if (trio_object_get_ref (summary, TRIO_SUMMARY_THEME) == theme)
        return trio_object_get_id (summary);
    }
  return 0;
}

static GPtrArray *
list_links (TrioModel *model, TrioId summary)
{
  GPtrArray *links = g_ptr_array_new_with_free_func ((GDestroyNotify)trio_record_unref);
  GListModel *all = trio_model_get_list (model, TRIO_KIND_LINK);
  guint n = summary != 0 ? g_list_model_get_n_items (all) : 0;

  for (guint i = 0; i < n; i++)
    {
      g_autoptr (TrioObject) link = g_list_model_get_item (all, i);

      if (trio_object_get_ref (link, TRIO_LINK_SUMMARY) == summary)
        g_ptr_array_add (links, trio_record_ref ((TrioRecord *)trio_object_get_record (link)));
    }
  return links;
}

static char *
dup_link_plain (const TrioRecord *link)
{
  return dup_plain (trio_record_get_text (link, TRIO_LINK_SENTENCE));
}

/**
 * trio_summary_is_supported:
 * @model: a workshop
 * @summary: number of a summary, or 0
 * @sentence: a sentence of it
 *
 * Returns: whether the sentence rests on an input; an input of the whole summary counts
 */
gboolean
trio_summary_is_supported (TrioModel *model, TrioId summary, const TrioSentence *sentence)
{
  g_autoptr (GPtrArray) links = list_links (model, summary);

  for (guint i = 0; i < links->len; i++)
    {
      g_autofree char *plain = dup_link_plain (links->pdata[i]);

      if (*plain == '\0' || g_str_equal (plain, sentence->plain))
        return TRUE;
    }
  return FALSE;
}

/**
 * trio_summary_list_notes:
 * @model: a workshop
 * @summary: number of a summary, or 0
 * @plain: (nullable): #TrioSentence.plain of a sentence; "" for the whole summary; %NULL for all
 *
 * Returns: (transfer full) (element-type TrioId guint): the inputs that it rests on, as a set
 */
GHashTable *
trio_summary_list_notes (TrioModel *model, TrioId summary, const char *plain)
{
  GHashTable *notes = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  g_autoptr (GPtrArray) links = list_links (model, summary);

  for (guint i = 0; i < links->len; i++)
    {
      TrioId note = trio_record_get_ref (links->pdata[i], TRIO_LINK_NOTE);
      g_autofree char *own = plain != NULL ? dup_link_plain (links->pdata[i]) : NULL;

      if (plain == NULL || g_str_equal (own, plain))
        g_hash_table_add (notes, g_memdup2 (&note, sizeof note));
    }
  return notes;
}

/* Which sentence of the new text each one of the old text has become; -1 when it is gone. */
static int *
match_sentences (const GPtrArray *before, const GPtrArray *after)
{
  int *match = g_new (int, before->len + 1);
  guint head = 0;
  guint tail = 0;
  guint n_before;
  guint n_after;

  while (head < before->len && head < after->len
         && g_str_equal (((TrioSentence *)before->pdata[head])->plain,
                         ((TrioSentence *)after->pdata[head])->plain))
    head++;
  while (tail < before->len - head && tail < after->len - head
         && g_str_equal (((TrioSentence *)before->pdata[before->len - 1 - tail])->plain,
                         ((TrioSentence *)after->pdata[after->len - 1 - tail])->plain))
    tail++;
  n_before = before->len - head - tail;
  n_after = after->len - head - tail;
  for (guint i = 0; i < before->len; i++)
    {
      if (i < head)
        match[i] = (int)i;
      else if (i >= before->len - tail)
        match[i] = (int)(i + after->len - before->len);
      else if (n_after == 0)
        match[i] = -1;
      else if (n_before <= n_after)
        match[i] = (int)i;
      else
        match[i] = (int)MIN (i, head + n_after - 1);
    }
  return match;
}

static int
find_plain (const GPtrArray *sentences, const char *plain)
{
  for (guint i = 0; i < sentences->len; i++)
    if (g_str_equal (((TrioSentence *)sentences->pdata[i])->plain, plain))
      return (int)i;
  return -1;
}

static void
remember (GHashTable *forgotten, const char *plain, TrioId note)
{
  GArray *notes = g_hash_table_lookup (forgotten, plain);

  if (notes == NULL)
    {
      notes = g_array_new (FALSE, FALSE, sizeof (TrioId));
      g_hash_table_insert (forgotten, g_strdup (plain), notes);
    }
  g_array_append_val (notes, note);
}

static void
add_link (TrioEdit *edit, TrioId summary, TrioId note, const char *sentence)
{
  TrioId link = trio_edit_create (edit, TRIO_KIND_LINK);

  trio_edit_set_ref (edit, link, TRIO_LINK_SUMMARY, summary);
  trio_edit_set_ref (edit, link, TRIO_LINK_NOTE, note);
  trio_edit_set_text (edit, link, TRIO_LINK_SENTENCE, sentence);
}

/* Sentences that came back get the inputs that they had when they went. */
static void
recall (TrioEdit *edit,
        TrioId summary,
        const GPtrArray *before,
        const GPtrArray *after,
        GHashTable *forgotten)
{
  for (guint i = 0; i < after->len; i++)
    {
      const TrioSentence *sentence = after->pdata[i];
      GArray *notes = g_hash_table_lookup (forgotten, sentence->plain);

      if (notes == NULL || find_plain (before, sentence->plain) >= 0)
        continue;
      for (guint j = 0; j < notes->len; j++)
        {
          TrioId note = g_array_index (notes, TrioId, j);

          if (trio_edit_get (edit, note) != NULL)
            add_link (edit, summary, note, sentence->text);
        }
      g_hash_table_remove (forgotten, sentence->plain);
    }
}

static void
move_links (
    TrioEdit *edit, TrioId summary, const char *old_text, const char *text, GHashTable *forgotten)
{
  g_autoptr (GPtrArray) links = list_links (trio_edit_get_model (edit), summary);
  g_autoptr (GPtrArray) before = trio_sentences_split (old_text);
  g_autoptr (GPtrArray) after = trio_sentences_split (text);
  g_autofree int *match = match_sentences (before, after);

  for (guint i = 0; i < links->len; i++)
    {
      const TrioRecord *link = links->pdata[i];
      g_autofree char *plain = dup_link_plain (link);
      int old = find_plain (before, plain);

      if (*plain == '\0' || old < 0 || find_plain (after, plain) >= 0)
        continue;
      if (match[old] >= 0)
        trio_edit_set_text (edit, link->id, TRIO_LINK_SENTENCE,
                            ((TrioSentence *)after->pdata[match[old]])->text);
      else
        {
          remember (forgotten, plain, trio_record_get_ref (link, TRIO_LINK_NOTE));
          trio_edit_delete (edit, link->id);
        }
    }
  recall (edit, summary, before, after, forgotten);
}

static TrioId
find_or_create (TrioEdit *edit, TrioId theme)
{
  TrioId summary = trio_summary_find (trio_edit_get_model (edit), theme);
  const TrioRecord *record = trio_edit_get (edit, theme);

  if (record != NULL)
    trio_edit_set_subject (edit, trio_record_get_text (record, TRIO_THEME_TITLE));
  if (summary != 0)
    return summary;
  summary = trio_edit_create (edit, TRIO_KIND_SUMMARY);
  trio_edit_set_ref (edit, summary, TRIO_SUMMARY_THEME, theme);
  return summary;
}

/**
 * trio_summary_set_text:
 * @model: a workshop
 * @theme: number of a theme
 * @text: the words of its summary
 * @forgotten: (element-type utf8 GArray): inputs of sentences that went, from
 *   #TrioSentence.plain to numbers of notes; kept from one call to the next
 * @error: return location for an error
 *
 * Takes over what was typed; typing that goes on joins into one step. The summary counts as
 * edited from then on, and links follow their sentences.
 *
 * Returns: whether the words were taken
 */
gboolean
trio_summary_set_text (
    TrioModel *model, TrioId theme, const char *text, GHashTable *forgotten, GError **error)
{
  g_autoptr (TrioEdit) edit = trio_edit_new (model, "edit-summary");
  g_autofree char *key = g_strdup_printf ("summary-%" G_GINT64_FORMAT, (gint64)theme);
  g_autofree char *old_text = NULL;
  TrioId summary = find_or_create (edit, theme);
  const TrioRecord *record = trio_edit_get (edit, summary);

  old_text = g_strdup (trio_record_get_text (record, TRIO_SUMMARY_TEXT));
  trio_edit_set_text (edit, summary, TRIO_SUMMARY_TEXT, text);
  trio_edit_set_int (edit, summary, TRIO_SUMMARY_STATE, TRIO_SUMMARY_STATE_EDITED);
  move_links (edit, summary, old_text != NULL ? old_text : "", text, forgotten);
  trio_edit_set_merge_key (edit, key);
  return trio_edit_commit (edit, error);
}

/**
 * trio_summary_set_state:
 * @model: a workshop
 * @theme: number of a theme
 * @state: how far its summary is
 * @error: return location for an error
 *
 * Approves a summary, or opens it again.
 *
 * Returns: whether that was noted
 */
gboolean
trio_summary_set_state (TrioModel *model, TrioId theme, TrioSummaryState state, GError **error)
{
  g_autoptr (TrioEdit) edit
      = trio_edit_new (model,
                       state == TRIO_SUMMARY_STATE_APPROVED ? "approve-summary" : "edit-summary");

  trio_edit_set_int (edit, find_or_create (edit, theme), TRIO_SUMMARY_STATE, state);
  return trio_edit_commit (edit, error);
}

/**
 * trio_summary_link:
 * @model: a workshop
 * @theme: number of a theme
 * @sentence: (nullable): a sentence of its summary; %NULL for the whole summary
 * @notes: numbers of inputs
 * @n_notes: how many
 * @linked: whether the sentence is to rest on them
 * @error: return location for an error
 *
 * Says that a sentence rests on inputs, or that it does not.
 *
 * Returns: whether that was noted
 */
gboolean
trio_summary_link (TrioModel *model,
                   TrioId theme,
                   const TrioSentence *sentence,
                   const TrioId *notes,
                   guint n_notes,
                   gboolean linked,
                   GError **error)
{
  g_autoptr (TrioEdit) edit = trio_edit_new (model, linked ? "link-notes" : "unlink-notes");
  TrioId summary = find_or_create (edit, theme);
  g_autoptr (GPtrArray) links = list_links (model, summary);
  const char *plain = sentence != NULL ? sentence->plain : "";
  guint n_changes = 0;

  for (guint i = 0; i < n_notes; i++)
    {
      gboolean is_linked = FALSE;

      for (guint j = 0; j < links->len; j++)
        {
          const TrioRecord *link = links->pdata[j];
          g_autofree char *own = dup_link_plain (link);

          if (trio_record_get_ref (link, TRIO_LINK_NOTE) != notes[i] || !g_str_equal (own, plain))
            continue;
          is_linked = TRUE;
          if (!linked)
            {
              trio_edit_delete (edit, link->id);
              n_changes++;
            }
        }
      if (linked && !is_linked)
        {
          add_link (edit, summary, notes[i], sentence != NULL ? sentence->text : "");
          n_changes++;
        }
    }
  if (n_changes == 0)
    return TRUE;
  trio_edit_set_subject (edit, "");
  trio_edit_set_count (edit, n_changes);
  return trio_edit_commit (edit, error);
}
