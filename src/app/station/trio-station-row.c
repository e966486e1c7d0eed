/* trio-station-row.c: a station with its number, colour, theme and counts.
 *
 * The row follows the station, its theme and its lists of inputs and clusters by itself.
 */
#include "config.h"

#include "app/station/trio-station-row.h"

#include <glib/gi18n.h>

#include "app/trio-labels.h"
#include "app/widgets/trio-steady-label.h"

struct _TrioStationRow
{
  GtkListBoxRow parent_instance;

  GtkLabel *number;
  GtkLabel *title;
  TrioSteadyLabel *count;

  TrioModel *model;
  TrioObject *station;
  TrioObject *theme;
  GListModel *notes;
  GListModel *clusters;
  const char *colour_class;
};

G_DEFINE_FINAL_TYPE (TrioStationRow, trio_station_row, GTK_TYPE_LIST_BOX_ROW)

static void
show_counts (TrioStationRow *self)
{
  guint n_notes = g_list_model_get_n_items (self->notes);
  guint n_clusters = g_list_model_get_n_items (self->clusters);
  gint64 number = trio_object_get_int (self->station, TRIO_STATION_NUMBER);
  const char *title = gtk_label_get_label (self->title);
  g_autofree char *count = trio_label_n_notes (n_notes);
  g_autofree char *label = NULL;

  if (n_clusters > 0)
    {
      g_autofree char *notes = g_steal_pointer (&count);
      g_autofree char *clusters
          = g_strdup_printf (ngettext ("%u cluster", "%u clusters", n_clusters), n_clusters);

      count = g_strdup_printf ("%s · %s", notes, clusters);
    }
  trio_steady_label_set_label (self->count, count);

  /* Translators: read aloud: number of a station, its theme, how many inputs and clusters */
  label = g_strdup_printf (_ ("Station %d: %s, %s"), (int)number, title, count);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
}

static void
show_theme (TrioStationRow *self)
{
  gint64 colour = TRIO_COLOUR_GREY;
  const char *title = "";

  if (self->theme != NULL)
    {
      title = trio_object_get_text (self->theme, TRIO_THEME_TITLE);
      colour = trio_object_get_int (self->theme, TRIO_THEME_COLOUR);
    }
  gtk_label_set_label (self->title, *title != '\0' ? title : _ ("Untitled theme"));
  gtk_widget_set_tooltip_text (GTK_WIDGET (self), title);

  if (self->colour_class != NULL)
    gtk_widget_remove_css_class (GTK_WIDGET (self->number), self->colour_class);
  self->colour_class = trio_colour_class (colour);
  gtk_widget_add_css_class (GTK_WIDGET (self->number), self->colour_class);
  show_counts (self);
}

static void
show_station (TrioStationRow *self)
{
  gint64 number = trio_object_get_int (self->station, TRIO_STATION_NUMBER);
  g_autofree char *text = g_strdup_printf ("%d", (int)number);
  TrioId id = trio_object_get_ref (self->station, TRIO_STATION_THEME);
  TrioObject *theme = id != 0 ? trio_model_get_object (self->model, id) : NULL;

  gtk_label_set_label (self->number, text);
  if (self->theme != NULL)
    g_signal_handlers_disconnect_by_data (self->theme, self);
  g_set_object (&self->theme, theme);
  if (self->theme != NULL)
    g_signal_connect_swapped (self->theme, "notify", G_CALLBACK (show_theme), self);
  show_theme (self);
}

static void
trio_station_row_dispose (GObject *object)
{
  TrioStationRow *self = TRIO_STATION_ROW (object);

  if (self->theme != NULL)
    g_signal_handlers_disconnect_by_data (self->theme, self);
  if (self->station != NULL)
    g_signal_handlers_disconnect_by_data (self->station, self);
  if (self->notes != NULL)
    g_signal_handlers_disconnect_by_data (self->notes, self);
  if (self->clusters != NULL)
    g_signal_handlers_disconnect_by_data (self->clusters, self);
  g_clear_object (&self->theme);
  g_clear_object (&self->station);
  g_clear_object (&self->notes);
  g_clear_object (&self->clusters);
  g_clear_object (&self->model);

  G_OBJECT_CLASS (trio_station_row_parent_class)->dispose (object);
}

static void
trio_station_row_class_init (TrioStationRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = trio_station_row_dispose;
  g_type_ensure (TRIO_TYPE_STEADY_LABEL);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/dk/trio/Stations/trio-station-row.ui");
  gtk_widget_class_bind_template_child (widget_class, TrioStationRow, number);
  gtk_widget_class_bind_template_child (widget_class, TrioStationRow, title);
  gtk_widget_class_bind_template_child (widget_class, TrioStationRow, count);
}

static void
trio_station_row_init (TrioStationRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * trio_station_row_new:
 * @model: the workshop
 * @station: a station of it
 *
 * Returns: (transfer floating): a new row
 */
GtkWidget *
trio_station_row_new (TrioModel *model, TrioObject *station)
{
  TrioStationRow *self = g_object_new (TRIO_TYPE_STATION_ROW, NULL);
  TrioId id = trio_object_get_id (station);

  self->model = g_object_ref (model);
  self->station = g_object_ref (station);
  self->notes
      = g_object_ref (trio_model_get_children (model, TRIO_KIND_NOTE, TRIO_NOTE_STATION, id));
  self->clusters
      = g_object_ref (trio_model_get_children (model, TRIO_KIND_CLUSTER, TRIO_CLUSTER_STATION, id));
  g_signal_connect_swapped (station, "notify", G_CALLBACK (show_station), self);
  g_signal_connect_swapped (self->notes, "items-changed", G_CALLBACK (show_counts), self);
  g_signal_connect_swapped (self->clusters, "items-changed", G_CALLBACK (show_counts), self);
  show_station (self);
  return GTK_WIDGET (self);
}

/**
 * trio_station_row_get_station:
 * @self: the row
 *
 * Returns: (transfer none): the station that the row shows
 */
TrioObject *
trio_station_row_get_station (TrioStationRow *self)
{
  g_return_val_if_fail (TRIO_IS_STATION_ROW (self), NULL);

  return self->station;
}
