/* trio-sidebar.c: the workshop's title and state, its stations and the sum of inputs. */
#include "config.h"

#include "app/station/trio-sidebar.h"

#include <glib/gi18n.h>

#include "app/rounds/trio-round-box.h"
#include "app/station/trio-station-row.h"
#include "app/trio-compat.h"
#include "app/trio-labels.h"
#include "app/widgets/trio-steady-label.h"
#include "app/window/trio-page.h"

struct _TrioSidebar
{
  AdwBin parent_instance;

  GtkLabel *title;
  TrioSteadyLabel *status;
  GtkLabel *heading;
  GtkListBox *stations;
  TrioSteadyLabel *sum;
  TrioRoundBox *rounds;

  TrioModel *model;
  GListStore *extra;  /* one object while there is a row for all stations */
  GListModel *joined; /* the stations, and that row */
  char *state;
  GHashTable *withheld; /* numbers of the notes in each state, kept up to date by steps */
  GHashTable *practice;
};

G_DEFINE_FINAL_TYPE (TrioSidebar, trio_sidebar, ADW_TYPE_BIN)

enum
{
  STATION_SELECTED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static void
show_title (TrioSidebar *self)
{
  TrioObject *workshop = trio_model_get_workshop (self->model);
  g_autofree char *date = NULL;
  g_autofree char *status = NULL;
  const char *title;

  if (workshop == NULL)
    return;

  title = trio_object_get_text (workshop, TRIO_WORKSHOP_TITLE);
  date = trio_label_date (trio_object_get_text (workshop, TRIO_WORKSHOP_START));
  gtk_label_set_label (self->title,
                       title != NULL && *title != '\0' ? title : _ ("Untitled workshop"));
  if (*date != '\0' && self->state != NULL && *self->state != '\0')
    status = g_strdup_printf ("%s · %s", date, self->state);
  else
    status = g_strdup (*date != '\0' ? date : self->state);
  trio_steady_label_set_label (self->status, status);
}

static void
show_sum (TrioSidebar *self)
{
  guint n = g_list_model_get_n_items (trio_model_get_list (self->model, TRIO_KIND_NOTE));
  guint n_withheld = g_hash_table_size (self->withheld);
  guint n_practice = g_hash_table_size (self->practice);
  g_autoptr (GString) text = g_string_new (NULL);

  g_string_append_printf (text, ngettext ("%u input in all", "%u inputs in all", n), n);
  if (n_withheld > 0)
    {
      g_string_append (text, " · ");
      g_string_append_printf (text, ngettext ("%u withheld", "%u withheld", n_withheld),
                              n_withheld);
    }
  if (n_practice > 0)
    {
      g_string_append (text, " · ");
      /* Translators: how many inputs are from the rehearsal */
      g_string_append_printf (text, ngettext ("%u for practice", "%u for practice", n_practice),
                              n_practice);
    }
  trio_steady_label_set_label (self->sum, text->str);
}

static void
put (GHashTable *set, TrioId id, gboolean is_member)
{
  if (is_member)
    g_hash_table_add (set, g_memdup2 (&id, sizeof id));
  else
    g_hash_table_remove (set, &id);
}

static void
count_record (TrioSidebar *self, const TrioRecord *record, gboolean exists)
{
  gint64 state;

  if (record->kind != TRIO_KIND_NOTE)
    return;
  state = trio_record_get_int (record, TRIO_NOTE_STATE);
  put (self->withheld, record->id, exists && state == TRIO_NOTE_STATE_WITHHELD);
  put (self->practice, record->id, exists && state == TRIO_NOTE_STATE_PRACTICE);
}

static void
count_all (TrioSidebar *self)
{
  g_autoptr (TrioSnapshot) snapshot = trio_model_dup_snapshot (self->model);
  GPtrArray *notes = trio_snapshot_get_all (snapshot, TRIO_KIND_NOTE);

  g_hash_table_remove_all (self->withheld);
  g_hash_table_remove_all (self->practice);
  for (guint i = 0; i < notes->len; i++)
    count_record (self, g_ptr_array_index (notes, i), TRUE);
}

static void
committed_cb (TrioModel *model, TrioTransaction *transaction, TrioSidebar *self)
{
  for (guint i = 0; i < transaction->deleted->len; i++)
    count_record (self, g_ptr_array_index (transaction->deleted, i), FALSE);
  for (guint i = 0; i < transaction->records->len; i++)
    count_record (self, g_ptr_array_index (transaction->records, i), TRUE);
  show_sum (self);
}

static GtkWidget *
create_all_row (void)
{
  GtkWidget *row = gtk_list_box_row_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *icon = gtk_image_new_from_icon_name ("view-grid-symbolic");
  GtkWidget *label = gtk_label_new (_ ("All stations"));

  gtk_widget_set_size_request (icon, 32, 32);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_add_css_class (label, "heading");
  gtk_box_append (GTK_BOX (box), icon);
  gtk_box_append (GTK_BOX (box), label);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("All stations"), -1);
  return row;
}

static GtkWidget *
create_row (gpointer item, gpointer user_data)
{
  TrioSidebar *self = user_data;

  return TRIO_IS_OBJECT (item) ? trio_station_row_new (self->model, item) : create_all_row ();
}

static TrioId
station_of (GtkListBoxRow *row)
{
  if (!TRIO_IS_STATION_ROW (row))
    return TRIO_ALL_STATIONS;
  return trio_object_get_id (trio_station_row_get_station (TRIO_STATION_ROW (row)));
}

/* Where there is one station, or none, "all" would be a row that does nothing. */
static void
show_all_row (GListModel *stations, guint at, guint removed, guint added, TrioSidebar *self)
{
  gboolean has_row = g_list_model_get_n_items (G_LIST_MODEL (self->extra)) > 0;
  gboolean wants_row = g_list_model_get_n_items (stations) > 1;

  if (wants_row && !has_row)
    {
      g_autoptr (GObject) all = g_object_new (G_TYPE_OBJECT, NULL);

      g_list_store_append (self->extra, all);
    }
  else if (!wants_row && has_row)
    g_list_store_remove_all (self->extra);
}

static void
row_selected_cb (GtkListBox *list, GtkListBoxRow *row, TrioSidebar *self)
{
  if (row != NULL)
    g_signal_emit (self, signals[STATION_SELECTED], 0, station_of (row));
}

static void
row_activated_cb (GtkListBox *list, GtkListBoxRow *row, TrioSidebar *self)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "win.focus-capture", NULL);
}

static void
select_some_row (TrioSidebar *self)
{
  GtkListBoxRow *row;

  if (gtk_list_box_get_selected_row (self->stations) != NULL)
    return;

  row = gtk_list_box_get_row_at_index (self->stations, 0);
  if (row != NULL)
    gtk_list_box_select_row (self->stations, row);
  else
    g_signal_emit (self, signals[STATION_SELECTED], 0, (gint64)0);
}

static void
drop_model (TrioSidebar *self)
{
  if (self->model == NULL)
    return;

  g_signal_handlers_disconnect_by_data (trio_model_get_list (self->model, TRIO_KIND_STATION), self);
  g_signal_handlers_disconnect_by_data (self->model, self);
  if (trio_model_get_workshop (self->model) != NULL)
    g_signal_handlers_disconnect_by_data (trio_model_get_workshop (self->model), self);
  g_clear_object (&self->model);
}

static void
trio_sidebar_dispose (GObject *object)
{
  TrioSidebar *self = TRIO_SIDEBAR (object);

  drop_model (self);

  G_OBJECT_CLASS (trio_sidebar_parent_class)->dispose (object);
}

static void
trio_sidebar_finalize (GObject *object)
{
  TrioSidebar *self = TRIO_SIDEBAR (object);

  g_free (self->state);
  g_clear_object (&self->joined);
  g_clear_object (&self->extra);
  g_hash_table_unref (self->withheld);
  g_hash_table_unref (self->practice);

  G_OBJECT_CLASS (trio_sidebar_parent_class)->finalize (object);
}

static gboolean
trio_sidebar_grab_focus (GtkWidget *widget)
{
  TrioSidebar *self = TRIO_SIDEBAR (widget);
  GtkListBoxRow *row = gtk_list_box_get_selected_row (self->stations);

  return row != NULL && gtk_widget_grab_focus (GTK_WIDGET (row));
}

static void
trio_sidebar_class_init (TrioSidebarClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  g_type_ensure (TRIO_TYPE_ROUND_BOX);
  g_type_ensure (TRIO_TYPE_STEADY_LABEL);

  object_class->dispose = trio_sidebar_dispose;
  object_class->finalize = trio_sidebar_finalize;
  widget_class->grab_focus = trio_sidebar_grab_focus;
  trio_compat_focus_children (widget_class);

  /**
   * TrioSidebar::station-selected:
   * @self: the sidebar
   * @station: number of the station's object, 0 when there is none
   *
   * Another station was chosen.
   */
  signals[STATION_SELECTED]
      = g_signal_new ("station-selected", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                      NULL, NULL, G_TYPE_NONE, 1, G_TYPE_INT64);

  gtk_widget_class_set_template_from_resource (widget_class, "/dk/trio/Stations/trio-sidebar.ui");
  gtk_widget_class_bind_template_child (widget_class, TrioSidebar, title);
  gtk_widget_class_bind_template_child (widget_class, TrioSidebar, status);
  gtk_widget_class_bind_template_child (widget_class, TrioSidebar, heading);
  gtk_widget_class_bind_template_child (widget_class, TrioSidebar, stations);
  gtk_widget_class_bind_template_child (widget_class, TrioSidebar, sum);
  gtk_widget_class_bind_template_child (widget_class, TrioSidebar, rounds);
}

static void
trio_sidebar_init (TrioSidebar *self)
{
  self->withheld = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  self->practice = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  self->extra = g_list_store_new (G_TYPE_OBJECT);
  gtk_widget_init_template (GTK_WIDGET (self));
  g_signal_connect (self->stations, "row-selected", G_CALLBACK (row_selected_cb), self);
  g_signal_connect (self->stations, "row-activated", G_CALLBACK (row_activated_cb), self);
  trio_compat_leave_list_on_tab (GTK_WIDGET (self->stations));
}

/* The stations and the row for all of them, as one list. */
static GListModel *
join_lists (TrioSidebar *self, GListModel *stations)
{
  GListStore *lists = g_list_store_new (G_TYPE_LIST_MODEL);

  g_list_store_append (lists, stations);
  g_list_store_append (lists, self->extra);
  g_clear_object (&self->joined);
  self->joined = G_LIST_MODEL (gtk_flatten_list_model_new (G_LIST_MODEL (lists)));
  return self->joined;
}

/**
 * trio_sidebar_set_model:
 * @self: the sidebar
 * @model: (nullable): the workshop to show
 *
 * Shows another workshop and selects its first station.
 */
void
trio_sidebar_set_model (TrioSidebar *self, TrioModel *model)
{
  GListModel *stations;

  g_return_if_fail (TRIO_IS_SIDEBAR (self));

  gtk_list_box_bind_model (self->stations, NULL, NULL, NULL, NULL);
  trio_round_box_set_model (self->rounds, model);
  drop_model (self);
  if (model == NULL)
    return;

  self->model = g_object_ref (model);
  stations = trio_model_get_list (model, TRIO_KIND_STATION);
  show_all_row (stations, 0, 0, 0, self);
  gtk_list_box_bind_model (self->stations, join_lists (self, stations), create_row, self, NULL);
  g_signal_connect_object (stations, "items-changed", G_CALLBACK (show_all_row), self, 0);
  g_signal_connect_object (stations, "items-changed", G_CALLBACK (select_some_row), self,
                           G_CONNECT_SWAPPED | G_CONNECT_AFTER);
  g_signal_connect (model, "committed", G_CALLBACK (committed_cb), self);
  if (trio_model_get_workshop (model) != NULL)
    g_signal_connect_swapped (trio_model_get_workshop (model), "notify", G_CALLBACK (show_title),
                              self);
  show_title (self);
  count_all (self);
  show_sum (self);
  select_some_row (self);
}

/**
 * trio_sidebar_set_state:
 * @self: the sidebar
 * @state: whether everything is saved, in a few words
 *
 * Shows the state of the file beside the date.
 */
void
trio_sidebar_set_state (TrioSidebar *self, const char *state)
{
  g_return_if_fail (TRIO_IS_SIDEBAR (self));

  if (g_strcmp0 (self->state, state) == 0)
    return;
  g_free (self->state);
  self->state = g_strdup (state);
  if (self->model != NULL)
    show_title (self);
}

/**
 * trio_sidebar_select:
 * @self: the sidebar
 * @station: number of the station's object, or %TRIO_ALL_STATIONS
 *
 * Chooses a station.
 */
void
trio_sidebar_select (TrioSidebar *self, TrioId station)
{
  GtkListBoxRow *row;

  g_return_if_fail (TRIO_IS_SIDEBAR (self));

  for (int i = 0; (row = gtk_list_box_get_row_at_index (self->stations, i)) != NULL; i++)
    if (station_of (row) == station)
      gtk_list_box_select_row (self->stations, row);
}

/**
 * trio_sidebar_get_selected:
 * @self: the sidebar
 *
 * Returns: number of the chosen station's object, %TRIO_ALL_STATIONS for all, 0 when there is none
 */
TrioId
trio_sidebar_get_selected (TrioSidebar *self)
{
  GtkListBoxRow *row;

  g_return_val_if_fail (TRIO_IS_SIDEBAR (self), 0);

  row = gtk_list_box_get_selected_row (self->stations);
  return row != NULL ? station_of (row) : 0;
}
