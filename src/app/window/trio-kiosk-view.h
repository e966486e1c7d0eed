/* trio-kiosk-view.h: the question and the field for inputs, for a guest who types. */
#pragma once

#include <adwaita.h>

#include "model/trio-model.h"

G_BEGIN_DECLS

#define TRIO_TYPE_KIOSK_VIEW (trio_kiosk_view_get_type ())

G_DECLARE_FINAL_TYPE (TrioKioskView, trio_kiosk_view, TRIO, KIOSK_VIEW, AdwBin)

GtkWidget *trio_kiosk_view_new (TrioModel *model, TrioId station);
gboolean trio_kiosk_view_submit (TrioKioskView *self);

G_END_DECLS
