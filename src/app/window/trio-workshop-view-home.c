/* trio-workshop-view-home.c: the station that the file belongs to, in large letters. */
#include "config.h"

#include "app/window/trio-workshop-view-private.h"

#include <glib/gi18n.h>

#include "app/trio-labels.h"

static const TrioRecord *
find_home (TrioWorkshopView *self)
{
  const TrioRecord *workshop = trio_model_get_workshop_record (self->model);

  return trio_model_get_record (self->model,
                                trio_record_get_ref (workshop, TRIO_WORKSHOP_HOME_STATION));
}

/**
 * trio_workshop_view_dup_home:
 * @self: the view
 *
 * Returns: (transfer full) (nullable): number and theme of the station that the file belongs
 *   to, or %NULL when it belongs to all of them
 */
char *
trio_workshop_view_dup_home (TrioWorkshopView *self)
{
  const TrioRecord *station;
  const TrioRecord *theme;

  g_return_val_if_fail (TRIO_IS_WORKSHOP_VIEW (self), NULL);

  station = self->model != NULL ? find_home (self) : NULL;
  if (station == NULL)
    return NULL;
  theme = trio_model_get_record (self->model, trio_record_get_ref (station, TRIO_STATION_THEME));
  return g_strdup_printf (_ ("Station %d: %s"),
                          (int)trio_record_get_int (station, TRIO_STATION_NUMBER),
                          theme != NULL ? trio_record_get_text (theme, TRIO_THEME_TITLE) : "");
}

/**
 * trio_workshop_view_show_home:
 * @self: the view
 *
 * Goes to the station that the file belongs to, and shows its name in large letters.
 */
void
trio_workshop_view_show_home (TrioWorkshopView *self)
{
  g_autofree char *name = trio_workshop_view_dup_home (self);
  const TrioRecord *station;
  const TrioRecord *theme;

  if (name == NULL)
    return;
  station = find_home (self);
  theme = trio_model_get_record (self->model, trio_record_get_ref (station, TRIO_STATION_THEME));
  gtk_label_set_label (GTK_LABEL (self->home), name);
  gtk_widget_add_css_class (
      self->home, trio_colour_class (theme != NULL ? trio_record_get_int (theme, TRIO_THEME_COLOUR)
                                                   : TRIO_COLOUR_GREY));
  gtk_widget_show (self->home);
  trio_workshop_view_go_to_number (self, trio_record_get_int (station, TRIO_STATION_NUMBER));
}
