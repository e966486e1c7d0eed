/* trio-commands-followup.h: what is to be done after the day, and which day came before. */
#pragma once

#include "model/trio-edit.h"

G_BEGIN_DECLS

TrioId trio_command_add_followup (TrioModel *model, GError **error);
gboolean trio_command_delete_followup (TrioModel *model, TrioId followup, GError **error);
gboolean
trio_command_set_followup_done (TrioModel *model, TrioId followup, gboolean done, GError **error);
gboolean
trio_command_set_followup_theme (TrioModel *model, TrioId followup, TrioId theme, GError **error);

void trio_edit_set_parent (TrioEdit *edit, TrioSnapshot *parent);
gboolean trio_command_set_parent (TrioModel *model, TrioSnapshot *parent, GError **error);

G_END_DECLS
