/* trio-setup-page.h: the page on which a day is prepared: the workshop, its themes and stations. */
#pragma once

#include "app/setup/trio-setup-form.h"
#include "app/setup/trio-theme-card.h"
#include "app/window/trio-page.h"

G_BEGIN_DECLS

#define TRIO_TYPE_SETUP_PAGE (trio_setup_page_get_type ())

G_DECLARE_FINAL_TYPE (TrioSetupPage, trio_setup_page, TRIO, SETUP_PAGE, AdwBin)

void trio_setup_page_show_field (TrioSetupPage *self, TrioId object, guint field);
void trio_setup_page_set_lock (TrioSetupPage *self, const char *why);
void trio_setup_page_add_theme (TrioSetupPage *self);
TrioSetupForm *trio_setup_page_get_form (TrioSetupPage *self);
TrioThemeCard *trio_setup_page_get_card (TrioSetupPage *self, guint index);
TrioSetupFindings *trio_setup_page_get_findings (TrioSetupPage *self);
gboolean trio_setup_page_is_checked (TrioSetupPage *self);

G_END_DECLS
