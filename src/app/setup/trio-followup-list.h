/* trio-followup-list.h: what is to be done after the day: what, who, when. */
#pragma once

#include <gtk/gtk.h>

#include "model/trio-model.h"

G_BEGIN_DECLS

#define TRIO_TYPE_FOLLOWUP_LIST (trio_followup_list_get_type ())

G_DECLARE_FINAL_TYPE (TrioFollowupList, trio_followup_list, TRIO, FOLLOWUP_LIST, GtkBox)

GtkWidget *trio_followup_list_new (TrioModel *model);
void trio_followup_list_add (TrioFollowupList *self);

G_END_DECLS
