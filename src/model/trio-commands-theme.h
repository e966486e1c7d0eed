/* trio-commands-theme.h: what people do with themes, their questions and their stations. */
#pragma once

#include "model/trio-edit.h"

G_BEGIN_DECLS

TrioId trio_command_add_theme (TrioModel *model, const char *title, GError **error);
gboolean trio_command_move_theme (TrioModel *model, TrioId theme, TrioId before, GError **error);
gboolean trio_command_delete_theme (TrioModel *model, TrioId theme, GError **error);

TrioId trio_command_add_station (TrioModel *model, TrioId theme, GError **error);
gboolean trio_command_delete_station (TrioModel *model, TrioId station, GError **error);
gint64 trio_model_next_station_number (TrioModel *model);

/**
 * TrioQuestionMove:
 * @TRIO_QUESTION_EARLIER: before the question in front of it, on its level
 * @TRIO_QUESTION_LATER: after the question behind it, on its level
 * @TRIO_QUESTION_DEEPER: under the question in front of it
 * @TRIO_QUESTION_HIGHER: out of the question that it stands under, right behind that one
 *
 * Where a question can go from where it stands.
 */
typedef enum
{
  TRIO_QUESTION_EARLIER,
  TRIO_QUESTION_LATER,
  TRIO_QUESTION_DEEPER,
  TRIO_QUESTION_HIGHER,
} TrioQuestionMove;

GArray *trio_model_dup_questions (TrioModel *model, TrioId theme);
TrioId trio_command_add_question (TrioModel *model, TrioId theme, TrioId after, GError **error);
gboolean trio_command_delete_question (TrioModel *model, TrioId question, GError **error);
gboolean trio_model_can_move_question (TrioModel *model, TrioId question, TrioQuestionMove move);
gboolean trio_command_move_question (TrioModel *model,
                                     TrioId question,
                                     TrioQuestionMove move,
                                     GError **error);
gboolean trio_command_place_question (
    TrioModel *model, TrioId question, TrioId beside, gboolean is_after, GError **error);

G_END_DECLS
