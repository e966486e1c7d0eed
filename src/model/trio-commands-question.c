/* trio-commands-question.c: the questions of a theme, on two levels, in the order of reading.
 *
 * The order of reading is: each question by rank, followed by the points under it by rank.
 */
#include "config.h"

#include "model/trio-commands-theme.h"

static TrioId
id_at (GArray *ids, guint index)
{
  return index < ids->len ? g_array_index (ids, TrioId, index) : 0;
}

static TrioId
parent_of (TrioModel *model, TrioId question)
{
  const TrioRecord *record = trio_model_get_record (model, question);

  return record != NULL ? trio_record_get_ref (record, TRIO_QUESTION_PARENT) : 0;
}

static TrioId
theme_of (TrioModel *model, TrioId question)
{
  const TrioRecord *record = trio_model_get_record (model, question);

  return record != NULL && record->kind == TRIO_KIND_QUESTION
             ? trio_record_get_ref (record, TRIO_QUESTION_THEME)
             : 0;
}

static GArray *
dup_level (TrioModel *model, TrioId theme, TrioId parent)
{
  GListModel *questions
      = trio_model_get_children (model, TRIO_KIND_QUESTION, TRIO_QUESTION_THEME, theme);
  GArray *ids = g_array_new (FALSE, FALSE, sizeof (TrioId));

  for (guint i = 0; i < g_list_model_get_n_items (questions); i++)
    {
      g_autoptr (TrioObject) question = g_list_model_get_item (questions, i);
      TrioId id = trio_object_get_id (question);

      if (trio_object_get_ref (question, TRIO_QUESTION_PARENT) == parent)
        g_array_append_val (ids, id);
    }
  return ids;
}

static guint
index_of (GArray *ids, TrioId id)
{
  guint index = 0;

  while (index < ids->len && g_array_index (ids, TrioId, index) != id)
    index++;
  return index;
}

/**
 * trio_model_dup_questions:
 * @model: a model
 * @theme: number of a theme
 *
 * Returns: (transfer full) (element-type TrioId): the questions of the theme in the order of
 *   reading, each followed by the points under it
 */
GArray *
trio_model_dup_questions (TrioModel *model, TrioId theme)
{
  g_autoptr (GArray) top = dup_level (model, theme, 0);
  GArray *all = g_array_new (FALSE, FALSE, sizeof (TrioId));

  for (guint i = 0; i < top->len; i++)
    {
      TrioId id = g_array_index (top, TrioId, i);
      g_autoptr (GArray) points = dup_level (model, theme, id);

      g_array_append_val (all, id);
      g_array_append_vals (all, points->data, points->len);
    }
  return all;
}

/* Puts a question under a parent right before a sibling, or behind all siblings. */
static void
place (TrioEdit *edit, TrioId question, TrioId theme, TrioId parent, TrioId before)
{
  if (before != 0)
    trio_edit_place_before (edit, question, TRIO_QUESTION_THEME, before);
  else
    trio_edit_place_last (edit, question, TRIO_QUESTION_THEME, theme);
  trio_edit_set_ref (edit, question, TRIO_QUESTION_PARENT, parent);
}

/**
 * trio_command_add_question:
 * @model: a model
 * @theme: number of a theme
 * @after: the question to put the new one behind, on the same level; 0 to put it last
 * @error: return location for an error
 *
 * Adds an empty question.
 *
 * Returns: its number, or 0
 */
TrioId
trio_command_add_question (TrioModel *model, TrioId theme, TrioId after, GError **error)
{
  g_autoptr (TrioEdit) edit = trio_edit_new (model, "add-question");
  TrioId parent = parent_of (model, after);
  g_autoptr (GArray) level = dup_level (model, theme, parent);
  TrioId next = after != 0 ? id_at (level, index_of (level, after) + 1) : 0;
  TrioId question = trio_edit_create (edit, TRIO_KIND_QUESTION);

  place (edit, question, theme, parent, next);
  return trio_edit_commit (edit, error) ? question : 0;
}

/**
 * trio_command_delete_question:
 * @model: a model
 * @question: number of a question
 * @error: return location for an error
 *
 * Deletes a question with the points under it.
 *
 * Returns: whether it was deleted
 */
gboolean
trio_command_delete_question (TrioModel *model, TrioId question, GError **error)
{
  g_autoptr (TrioEdit) edit = trio_edit_new (model, "delete-question");

  trio_edit_delete (edit, question);
  return trio_edit_commit (edit, error);
}

/**
 * trio_model_can_move_question:
 * @model: a model
 * @question: number of a question
 * @move: where to
 *
 * Returns: whether there is such a place
 */
gboolean
trio_model_can_move_question (TrioModel *model, TrioId question, TrioQuestionMove move)
{
  TrioId theme = theme_of (model, question);
  TrioId parent = parent_of (model, question);
  g_autoptr (GArray) level = NULL;
  g_autoptr (GArray) points = NULL;
  guint index;

  if (theme == 0)
    return FALSE;
  level = dup_level (model, theme, parent);
  index = index_of (level, question);
  switch (move)
    {
    case TRIO_QUESTION_EARLIER:
      return index > 0;
    case TRIO_QUESTION_LATER:
      return index + 1 < level->len;
    case TRIO_QUESTION_DEEPER:
      points = dup_level (model, theme, question);
      return parent == 0 && index > 0 && points->len == 0;
    case TRIO_QUESTION_HIGHER:
      return parent != 0;
    }
  return FALSE;
}

/**
 * trio_command_move_question:
 * @model: a model
 * @question: number of a question
 * @move: where to
 * @error: return location for an error
 *
 * Moves a question; the points under it go with it. Does nothing where there is no such
 * place.
 *
 * Returns: whether nothing went wrong
 */
gboolean
trio_command_move_question (TrioModel *model,
                            TrioId question,
                            TrioQuestionMove move,
                            GError **error)
{
  TrioId theme = theme_of (model, question);
  TrioId parent = parent_of (model, question);
  g_autoptr (TrioEdit) edit = NULL;
  g_autoptr (GArray) level = NULL;
  guint index;

  if (!trio_model_can_move_question (model, question, move))
    return TRUE;

  edit = trio_edit_new (model, "move-question");
  level = dup_level (model, theme, parent);
  index = index_of (level, question);
  switch (move)
    {
    case TRIO_QUESTION_EARLIER:
      place (edit, question, theme, parent, id_at (level, index - 1));
      break;
    case TRIO_QUESTION_LATER:
      place (edit, question, theme, parent, id_at (level, index + 2));
      break;
    case TRIO_QUESTION_DEEPER:
      place (edit, question, theme, id_at (level, index - 1), 0);
      break;
    case TRIO_QUESTION_HIGHER:
      {
        g_autoptr (GArray) top = dup_level (model, theme, 0);

        place (edit, question, theme, 0, id_at (top, index_of (top, parent) + 1));
        break;
      }
    }
  return trio_edit_commit (edit, error);
}

/**
 * trio_command_place_question:
 * @model: a model
 * @question: number of a question
 * @beside: number of another one of the same theme
 * @is_after: whether it goes behind that one and not before it
 * @error: return location for an error
 *
 * Moves a question beside another one, to the level of that one; the points under it go with it.
 * One that has points stays on its level, and goes behind what the other one stands under.
 *
 * Returns: whether nothing went wrong
 */
gboolean
trio_command_place_question (
    TrioModel *model, TrioId question, TrioId beside, gboolean is_after, GError **error)
{
  TrioId theme = theme_of (model, question);
  g_autoptr (GArray) points = NULL;
  g_autoptr (GArray) level = NULL;
  g_autoptr (TrioEdit) edit = NULL;
  TrioId parent;
  guint index;

  if (question == beside || theme == 0 || theme_of (model, beside) != theme
      || parent_of (model, beside) == question)
    return TRUE;
  points = dup_level (model, theme, question);
  if (points->len > 0 && parent_of (model, beside) != 0)
    {
      beside = parent_of (model, beside);
      is_after = TRUE;
    }
  parent = parent_of (model, beside);
  level = dup_level (model, theme, parent);
  index = index_of (level, beside) + (is_after ? 1 : 0);
  if (id_at (level, index) == question)
    index++;
  edit = trio_edit_new (model, "move-question");
  place (edit, question, theme, parent, id_at (level, index));
  return trio_edit_commit (edit, error);
}
