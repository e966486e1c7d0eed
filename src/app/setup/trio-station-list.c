/* trio-station-list.c: the stations of a theme: number, place and host. */
#include "config.h"

#include "app/setup/trio-station-list.h"

#include <glib/gi18n.h>

#include "app/setup/trio-field-binding.h"
#include "app/setup/trio-rows.h"
#include "app/trio-compat.h"
#include "app/window/trio-page.h"
#include "model/trio-commands-theme.h"

struct _TrioStationList
{
  GtkBox parent_instance;

  TrioModel *model;
  TrioId theme;
  GListModel *stations;
  GtkWidget *rows;
  GtkWidget *add_button;
};

G_DEFINE_FINAL_TYPE (TrioStationList, trio_station_list, GTK_TYPE_BOX)

static void
tell (TrioStationList *self, const GError *error)
{
  GtkWidget *page = gtk_widget_get_ancestor (GTK_WIDGET (self), TRIO_TYPE_PAGE);

  if (error != NULL && page != NULL)
    trio_page_notice (TRIO_PAGE (page), error->message, FALSE);
}

typedef struct
{
  GWeakRef list;
  TrioId station;
} Removal;

static void
remove_station (TrioStationList *self, TrioId station)
{
  g_autoptr (GError) error = NULL;

  trio_command_delete_station (self->model, station, &error);
  tell (self, error);
  gtk_widget_grab_focus (self->add_button);
}

static void
answer_cb (const char *id, gpointer user_data)
{
  Removal *removal = user_data;
  g_autoptr (TrioStationList) self = g_weak_ref_get (&removal->list);

  if (g_str_equal (id, "delete") && self != NULL && self->model != NULL)
    remove_station (self, removal->station);
  g_weak_ref_clear (&removal->list);
  g_free (removal);
}

static void
ask_to_remove (TrioStationList *self, TrioId station, guint n_notes)
{
  const TrioAnswer answers[] = {
    { "cancel", _ ("_Cancel"), ADW_RESPONSE_DEFAULT },
    { "delete", _ ("_Delete"), ADW_RESPONSE_DESTRUCTIVE },
  };
  g_autofree char *body
      = g_strdup_printf (ngettext ("Its %u input is deleted with it. This can be undone.",
                                   "Its %u inputs are deleted with it. This can be undone.",
                                   n_notes),
                         n_notes);
  Removal *removal = g_new0 (Removal, 1);

  g_weak_ref_init (&removal->list, self);
  removal->station = station;
  trio_compat_ask (GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self))), _ ("Delete the Station?"),
                   body, answers, G_N_ELEMENTS (answers), "cancel", answer_cb, removal);
}

static void
remove_clicked_cb (GtkButton *button, TrioStationList *self)
{
  TrioId *station = g_object_get_data (G_OBJECT (button), "station");
  guint n = g_list_model_get_n_items (
      trio_model_get_children (self->model, TRIO_KIND_NOTE, TRIO_NOTE_STATION, *station));

  if (n > 0)
    ask_to_remove (self, *station, n);
  else
    remove_station (self, *station);
}

static void
add_clicked_cb (GtkButton *button, TrioStationList *self)
{
  trio_station_list_add (self);
}

static GtkWidget *
add_field (TrioStationList *self,
           GtkWidget *row,
           TrioId station,
           guint field,
           const char *label,
           int width)
{
  GtkWidget *text = gtk_entry_new ();

  gtk_accessible_update_property (GTK_ACCESSIBLE (text), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  gtk_widget_add_css_class (text, "trio-flat");
  if (width > 0)
    {
      gtk_editable_set_width_chars (GTK_EDITABLE (text), width);
      gtk_editable_set_max_width_chars (GTK_EDITABLE (text), width);
      gtk_entry_set_max_length (GTK_ENTRY (text), 3);
    }
  else
    {
      gtk_entry_set_placeholder_text (GTK_ENTRY (text), label);
      gtk_widget_set_hexpand (text, TRUE);
    }
  gtk_widget_set_tooltip_text (text, label);
  trio_field_bind (text, self->model, station, field, NULL);
  gtk_box_append (GTK_BOX (row), text);
  return text;
}

static GtkWidget *
create_row (TrioObject *object, gpointer user_data)
{
  TrioStationList *self = user_data;
  TrioId station = trio_object_get_id (object);
  GtkWidget *row = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *remove = trio_rows_create_remove_button (_ ("Delete Station"));
  GtkWidget *number;

  number = add_field (self, row, station, TRIO_STATION_NUMBER, _ ("Number of the station"), 2);
  gtk_widget_add_css_class (number, "trio-number");
  add_field (self, row, station, TRIO_STATION_PLACE, _ ("Place, such as a room"), 0);
  add_field (self, row, station, TRIO_STATION_HOST, _ ("Host, by role or team"), 0);
  g_object_set_data_full (G_OBJECT (remove), "station", g_memdup2 (&station, sizeof station),
                          g_free);
  gtk_widget_set_valign (remove, GTK_ALIGN_CENTER);
  g_signal_connect (remove, "clicked", G_CALLBACK (remove_clicked_cb), self);
  gtk_box_append (GTK_BOX (row), remove);
  gtk_widget_add_css_class (row, "trio-line");
  return row;
}

static void
items_changed_cb (
    GListModel *list, guint position, guint removed, guint added, TrioStationList *self)
{
  trio_rows_change (GTK_BOX (self->rows), list, position, removed, added, create_row, self);
}

static void
trio_station_list_dispose (GObject *object)
{
  TrioStationList *self = TRIO_STATION_LIST (object);

  if (self->stations != NULL)
    g_signal_handlers_disconnect_by_data (self->stations, self);
  g_clear_object (&self->stations);
  g_clear_object (&self->model);

  G_OBJECT_CLASS (trio_station_list_parent_class)->dispose (object);
}

static void
trio_station_list_class_init (TrioStationListClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = trio_station_list_dispose;
}

static void
trio_station_list_init (TrioStationList *self)
{
  gtk_orientable_set_orientation (GTK_ORIENTABLE (self), GTK_ORIENTATION_VERTICAL);
  self->rows = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  self->add_button = trio_rows_create_add_button (_ ("Add Station"));
  g_signal_connect (self->add_button, "clicked", G_CALLBACK (add_clicked_cb), self);
  gtk_box_append (GTK_BOX (self), self->rows);
  gtk_box_append (GTK_BOX (self), self->add_button);
}

/**
 * trio_station_list_new:
 * @model: a workshop
 * @theme: number of a theme
 *
 * Returns: (transfer floating): a list of the theme's stations
 */
GtkWidget *
trio_station_list_new (TrioModel *model, TrioId theme)
{
  TrioStationList *self = g_object_new (TRIO_TYPE_STATION_LIST, NULL);

  self->model = g_object_ref (model);
  self->theme = theme;
  self->stations = g_object_ref (
      trio_model_get_children (model, TRIO_KIND_STATION, TRIO_STATION_THEME, theme));
  g_signal_connect (self->stations, "items-changed", G_CALLBACK (items_changed_cb), self);
  items_changed_cb (self->stations, 0, 0, g_list_model_get_n_items (self->stations), self);
  return GTK_WIDGET (self);
}

/**
 * trio_station_list_add:
 * @self: the list
 *
 * Adds a station with the next number and puts the focus where its place is written.
 */
void
trio_station_list_add (TrioStationList *self)
{
  g_autoptr (GError) error = NULL;
  GtkWidget *place;
  TrioId station;

  g_return_if_fail (TRIO_IS_STATION_LIST (self));

  station = trio_command_add_station (self->model, self->theme, &error);
  tell (self, error);
  place = station != 0 ? trio_field_find (self->rows, station, TRIO_STATION_PLACE) : NULL;
  if (place != NULL)
    gtk_widget_grab_focus (place);
}
