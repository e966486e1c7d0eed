/* trio-tour.h: a few pages that say what the program is for, at the first start. */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define TRIO_TYPE_TOUR (trio_tour_get_type ())
G_DECLARE_FINAL_TYPE (TrioTour, trio_tour, TRIO, TOUR, AdwWindow)

GtkWidget *trio_tour_new (GtkWindow *parent);
guint trio_tour_get_step (TrioTour *self);
gboolean trio_tour_is_due (void);

G_END_DECLS
