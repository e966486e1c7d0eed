/* trio-setup-form.h: what is said about the workshop itself, written in place. */
#pragma once

#include <adwaita.h>

#include "model/trio-model.h"

G_BEGIN_DECLS

#define TRIO_TYPE_SETUP_FORM (trio_setup_form_get_type ())

G_DECLARE_FINAL_TYPE (TrioSetupForm, trio_setup_form, TRIO, SETUP_FORM, AdwBin)

GtkWidget *trio_setup_form_new (TrioModel *model);
GtkWidget *trio_setup_form_new_parent (TrioModel *model);
GtkWidget *trio_setup_form_get_field (TrioSetupForm *self, guint field);

G_END_DECLS
