/* trio-theme-card.h: a theme with its questions, direction and stations, written in place. */
#pragma once

#include <gtk/gtk.h>

#include "app/setup/trio-question-list.h"
#include "app/setup/trio-setup-findings.h"
#include "app/setup/trio-station-list.h"

G_BEGIN_DECLS

#define TRIO_TYPE_THEME_CARD (trio_theme_card_get_type ())

G_DECLARE_FINAL_TYPE (TrioThemeCard, trio_theme_card, TRIO, THEME_CARD, GtkBox)

GtkWidget *trio_theme_card_new (TrioModel *model, TrioId theme);
TrioId trio_theme_card_get_theme (TrioThemeCard *self);
TrioQuestionList *trio_theme_card_get_questions (TrioThemeCard *self);
TrioSetupFindings *trio_theme_card_get_findings (TrioThemeCard *self);
gboolean trio_theme_card_move (TrioThemeCard *self, int steps);

G_END_DECLS
