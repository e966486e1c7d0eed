/* trio-question-list.h: the questions of a theme, written and ordered in place. */
#pragma once

#include <gtk/gtk.h>

#include "model/trio-model.h"

G_BEGIN_DECLS

#define TRIO_TYPE_QUESTION_LIST (trio_question_list_get_type ())

G_DECLARE_FINAL_TYPE (TrioQuestionList, trio_question_list, TRIO, QUESTION_LIST, GtkBox)

GtkWidget *trio_question_list_new (TrioModel *model, TrioId theme);
guint trio_question_list_get_length (TrioQuestionList *self);
GtkWidget *trio_question_list_get_field (TrioQuestionList *self, guint index);

G_END_DECLS
