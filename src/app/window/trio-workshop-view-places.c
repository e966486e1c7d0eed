/* trio-workshop-view-places.c: goes to where something of the workshop is edited. */
#include "config.h"

#include "app/setup/trio-setup-page.h"
#include "app/summary/trio-summary-page.h"
#include "app/window/trio-workshop-view-private.h"

/* Returns: (nullable): a station of the theme. */
static TrioObject *
find_station (TrioWorkshopView *self, TrioId theme)
{
  GListModel *stations
      = trio_model_get_children (self->model, TRIO_KIND_STATION, TRIO_STATION_THEME, theme);

  return g_list_model_get_item (stations, 0);
}

static void
show_summary (TrioWorkshopView *self, TrioId theme)
{
  g_autoptr (TrioObject) station = find_station (self, theme);
  GtkWidget *page = adw_view_stack_get_child_by_name (self->stack, "summary");

  if (station != NULL)
    trio_sidebar_select (self->sidebar, trio_object_get_id (station));
  trio_workshop_view_show_page (self, "summary");
  gtk_widget_grab_focus (page);
}

static void
show_cluster (TrioWorkshopView *self, const TrioRecord *cluster)
{
  trio_sidebar_select (self->sidebar, trio_record_get_ref (cluster, TRIO_CLUSTER_STATION));
  trio_workshop_view_show_page (self, "station");
}

/**
 * trio_workshop_view_show_object:
 * @self: the view
 * @object: number of an object
 * @field: index of a field of it
 *
 * Goes to the page on which the field is edited and puts the focus there: inputs and clusters are
 * edited on the board, summaries on their page, everything else on the page Setup.
 */
void
trio_workshop_view_show_object (TrioWorkshopView *self, TrioId object, guint field)
{
  const TrioRecord *record;
  GtkWidget *setup;

  g_return_if_fail (TRIO_IS_WORKSHOP_VIEW (self));

  record = self->model != NULL ? trio_model_get_record (self->model, object) : NULL;
  if (record == NULL)
    return;
  switch (record->kind)
    {
    case TRIO_KIND_NOTE:
      trio_workshop_view_show_note (self, object);
      break;
    case TRIO_KIND_CLUSTER:
      show_cluster (self, record);
      break;
    case TRIO_KIND_SUMMARY:
      show_summary (self, trio_record_get_ref (record, TRIO_SUMMARY_THEME));
      break;
    default:
      setup = adw_view_stack_get_child_by_name (self->stack, "setup");
      trio_workshop_view_show_page (self, "setup");
      trio_setup_page_show_field (TRIO_SETUP_PAGE (setup), object, field);
    }
}

/**
 * trio_workshop_view_show_summary:
 * @self: the view
 * @theme: number of a theme
 *
 * Goes to where the summary of the theme is written, also if nothing is written yet.
 */
void
trio_workshop_view_show_summary (TrioWorkshopView *self, TrioId theme)
{
  g_return_if_fail (TRIO_IS_WORKSHOP_VIEW (self));

  if (self->model != NULL && trio_model_get_record (self->model, theme) != NULL)
    show_summary (self, theme);
}
