/* trio-doc-source-find.c: finding in a workshop that was sorted for a document. */
#include "config.h"

#include "document/trio-doc-source-private.h"

/**
 * trio_doc_source_get_copies:
 * @source: a source
 * @note: the id of a printed input
 *
 * Returns: how many inputs it stands for where stacks are joined; 0 if only for itself
 */
guint
trio_doc_source_get_copies (const TrioDocSource *source, TrioId note)
{
  const GPtrArray *stack = trio_doc_source_get_stack (source, note);

  return stack != NULL && stack->len > 1 ? stack->len : 0;
}

/**
 * trio_doc_source_get_stack:
 * @source: a source
 * @note: the id of a printed input
 *
 * Returns: (transfer none) (nullable) (element-type TrioRecord): the inputs that it stands for
 *   where stacks are joined, itself among them
 */
const GPtrArray *
trio_doc_source_get_stack (const TrioDocSource *source, TrioId note)
{
  g_return_val_if_fail (source != NULL, NULL);

  return source->stacks != NULL ? g_hash_table_lookup (source->stacks, &note) : NULL;
}

/**
 * trio_doc_source_list_theme_stations:
 * @source: a source
 * @theme: the id of a theme
 *
 * Returns: (transfer full) (element-type TrioRecord): the stations of the theme
 */
GPtrArray *
trio_doc_source_list_theme_stations (const TrioDocSource *source, TrioId theme)
{
  GPtrArray *stations = g_ptr_array_new ();

  g_return_val_if_fail (source != NULL, stations);

  for (guint i = 0; i < source->stations->len; i++)
    if (trio_record_get_ref (source->stations->pdata[i], TRIO_STATION_THEME) == theme)
      g_ptr_array_add (stations, source->stations->pdata[i]);
  return stations;
}

/**
 * trio_doc_source_list_questions:
 * @source: a source
 * @theme: the id of a theme
 * @question: the id of a question, or 0
 *
 * Returns: (transfer full) (element-type TrioRecord): the questions of the theme, or what
 *   stands below one of them
 */
GPtrArray *
trio_doc_source_list_questions (const TrioDocSource *source, TrioId theme, TrioId question)
{
  GPtrArray *all = NULL;
  GPtrArray *questions = g_ptr_array_new ();

  g_return_val_if_fail (source != NULL, questions);

  all = trio_snapshot_get_all (source->snapshot, TRIO_KIND_QUESTION);
  for (guint i = 0; i < all->len; i++)
    if (trio_record_get_ref (all->pdata[i], TRIO_QUESTION_THEME) == theme
        && trio_record_get_ref (all->pdata[i], TRIO_QUESTION_PARENT) == question)
      g_ptr_array_add (questions, all->pdata[i]);
  return questions;
}

/**
 * trio_doc_source_find_summary:
 * @source: a source
 * @theme: the id of a theme
 *
 * Returns: (transfer none) (nullable): the summary of the theme
 */
const TrioRecord *
trio_doc_source_find_summary (const TrioDocSource *source, TrioId theme)
{
  g_return_val_if_fail (source != NULL, NULL);

  return g_hash_table_lookup (source->summaries, &theme);
}

/**
 * trio_doc_source_get_summary:
 * @source: a source
 * @theme: the id of a theme
 *
 * Returns: (transfer none): the words of the summary of the theme, "" where there is none
 */
const char *
trio_doc_source_get_summary (const TrioDocSource *source, TrioId theme)
{
  const TrioRecord *summary = trio_doc_source_find_summary (source, theme);

  return summary != NULL ? trio_record_get_text (summary, TRIO_SUMMARY_TEXT) : "";
}

/**
 * trio_doc_source_get_theme_number:
 * @source: a source
 * @theme: the id of a theme
 *
 * Returns: its place in the document, from 1; 0 if it is not a theme
 */
guint
trio_doc_source_get_theme_number (const TrioDocSource *source, TrioId theme)
{
  g_return_val_if_fail (source != NULL, 0);

  return GPOINTER_TO_UINT (g_hash_table_lookup (source->theme_numbers, &theme));
}

/**
 * trio_doc_source_get_record:
 * @source: a source
 * @id: the id of an object, or 0
 *
 * Returns: (transfer none) (nullable): the object
 */
const TrioRecord *
trio_doc_source_get_record (const TrioDocSource *source, TrioId id)
{
  g_return_val_if_fail (source != NULL, NULL);

  return id != 0 ? trio_snapshot_get (source->snapshot, id) : NULL;
}

/**
 * trio_doc_source_get_round_number:
 * @source: a source
 * @round: the id of a round, or 0
 *
 * Returns: its number, from 1; 0 for none
 */
guint
trio_doc_source_get_round_number (const TrioDocSource *source, TrioId round)
{
  GPtrArray *rounds;

  g_return_val_if_fail (source != NULL, 0);

  rounds = trio_snapshot_get_all (source->snapshot, TRIO_KIND_ROUND);
  for (guint i = 0; i < rounds->len; i++)
    if (((const TrioRecord *)rounds->pdata[i])->id == round)
      return i + 1;
  return 0;
}

/**
 * trio_doc_source_list_followups:
 * @source: a source
 * @theme: the id of a theme, or 0 for those that belong to no theme of the document
 *
 * Returns: (transfer container) (element-type TrioRecord): what is to be done about the theme
 */
GPtrArray *
trio_doc_source_list_followups (const TrioDocSource *source, TrioId theme)
{
  GPtrArray *followups = g_ptr_array_new ();

  g_return_val_if_fail (source != NULL, followups);

  for (guint i = 0; i < source->followups->len; i++)
    {
      TrioId owner = trio_record_get_ref (source->followups->pdata[i], TRIO_FOLLOWUP_THEME);

      if (owner != 0 && trio_doc_source_get_theme_number (source, owner) == 0)
        owner = 0;
      if (owner == theme)
        g_ptr_array_add (followups, source->followups->pdata[i]);
    }
  return followups;
}
