/* trio-rotation-table.c: the widgets of the table of rounds and teams. */
#include "config.h"

#include "app/rounds/trio-rotation-view-private.h"

#include <glib/gi18n.h>

#include "app/widgets/trio-choices.h"
#include "model/trio-commands.h"
#include "model/trio-rounds.h"

#define FIRST_ROW  2  /* above it stand the titles and the minutes of the rounds */
#define CELL_WIDTH 12 /* letters */

static GQuark
object_quark (void)
{
  return g_quark_from_static_string ("trio-object");
}

static GQuark
round_quark (void)
{
  return g_quark_from_static_string ("trio-round");
}

static void
mark (GtkWidget *widget, TrioId object, TrioId round)
{
  g_object_set_qdata_full (G_OBJECT (widget), object_quark (), g_memdup2 (&object, sizeof object),
                           g_free);
  g_object_set_qdata_full (G_OBJECT (widget), round_quark (), g_memdup2 (&round, sizeof round),
                           g_free);
}

/**
 * trio_rotation_object_of:
 * @widget: (type GtkWidget): a widget of the table
 *
 * Returns: the round or team that it is about
 */
TrioId
trio_rotation_object_of (gpointer widget)
{
  return *(TrioId *)g_object_get_qdata (widget, object_quark ());
}

/**
 * trio_rotation_round_of:
 * @widget: (type GtkWidget): a cell of the table
 *
 * Returns: its round
 */
TrioId
trio_rotation_round_of (gpointer widget)
{
  return *(TrioId *)g_object_get_qdata (widget, round_quark ());
}

/**
 * trio_rotation_view_show_problem:
 * @self: the view
 * @error: (nullable): why something was refused
 *
 * Says why, or takes back what was said.
 */
void
trio_rotation_view_show_problem (TrioRotationView *self, const GError *error)
{
  gtk_label_set_label (self->problem, error != NULL ? error->message : "");
  gtk_widget_set_visible (GTK_WIDGET (self->problem), error != NULL);
}

/**
 * trio_rotation_nth_id:
 * @list: objects
 * @index: which of them
 *
 * Returns: its number, or 0
 */
TrioId
trio_rotation_nth_id (GListModel *list, guint index)
{
  g_autoptr (TrioObject) object = g_list_model_get_item (list, index);

  return object != NULL ? trio_object_get_id (object) : 0;
}

static void
title_changed_cb (GtkEditable *entry, TrioRotationView *self)
{
  TrioId object = trio_rotation_object_of (entry);
  const TrioRecord *record = trio_model_get_record (self->model, object);
  g_autoptr (GError) error = NULL;

  if (self->filling || record == NULL)
    return;
  trio_command_set_field (self->model, object,
                          record->kind == TRIO_KIND_ROUND ? TRIO_ROUND_TITLE : TRIO_TEAM_TITLE,
                          gtk_editable_get_text (entry), &error);
  trio_rotation_view_show_problem (self, error);
}

static void
minutes_changed_cb (GtkSpinButton *spin, TrioRotationView *self)
{
  g_autofree char *text = g_strdup_printf ("%d", gtk_spin_button_get_value_as_int (spin));
  g_autoptr (GError) error = NULL;

  if (self->filling)
    return;
  trio_command_set_field (self->model, trio_rotation_object_of (spin), TRIO_ROUND_MINUTES, text,
                          &error);
  trio_rotation_view_show_problem (self, error);
}

static void
station_chosen_cb (GtkDropDown *cell, GParamSpec *pspec, TrioRotationView *self)
{
  guint index = gtk_drop_down_get_selected (cell);
  GListModel *stations;
  g_autoptr (GError) error = NULL;

  if (self->filling || index == GTK_INVALID_LIST_POSITION)
    return;
  stations = trio_model_get_list (self->model, TRIO_KIND_STATION);
  trio_command_set_visit (self->model, trio_rotation_round_of (cell),
                          trio_rotation_object_of (cell),
                          index == 0 ? 0 : trio_rotation_nth_id (stations, index - 1), &error);
  trio_rotation_view_show_problem (self, error);
}

static void
delete_cb (GtkButton *button, TrioRotationView *self)
{
  g_autoptr (GError) error = NULL;

  trio_command_delete_round_or_team (self->model, trio_rotation_object_of (button), &error);
  trio_rotation_view_show_problem (self, error);
}

static char *
dup_station_name (TrioModel *model, TrioId id)
{
  const TrioRecord *station = trio_model_get_record (model, id);
  const TrioRecord *theme
      = trio_model_get_record (model, trio_record_get_ref (station, TRIO_STATION_THEME));

  return g_strdup_printf ("%d  %s", (int)trio_record_get_int (station, TRIO_STATION_NUMBER),
                          theme != NULL ? trio_record_get_text (theme, TRIO_THEME_TITLE) : "");
}

static GtkStringList *
create_station_names (TrioRotationView *self)
{
  GListModel *stations = trio_model_get_list (self->model, TRIO_KIND_STATION);
  GtkStringList *names = gtk_string_list_new (NULL);

  gtk_string_list_append (names, "–");
  for (guint i = 0; i < g_list_model_get_n_items (stations); i++)
    gtk_string_list_take (names,
                          dup_station_name (self->model, trio_rotation_nth_id (stations, i)));
  return names;
}

static void
set_name (GtkWidget *widget, const char *name)
{
  gtk_accessible_update_property (GTK_ACCESSIBLE (widget), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
}

static GtkWidget *
create_delete_button (TrioRotationView *self, TrioId object, const char *name)
{
  GtkWidget *button = gtk_button_new_from_icon_name ("user-trash-symbolic");
  /* Translators: %s is the name of a round or a team */
  g_autofree char *label = g_strdup_printf (_ ("Delete “%s”"), name);

  gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_tooltip_text (button, label);
  set_name (button, label);
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  mark (button, object, 0);
  g_signal_connect (button, "clicked", G_CALLBACK (delete_cb), self);
  return button;
}

static GtkWidget *
create_title (TrioRotationView *self, TrioId object, const char *title, const char *placeholder)
{
  GtkWidget *entry = gtk_entry_new ();

  gtk_editable_set_text (GTK_EDITABLE (entry), title);
  gtk_editable_set_width_chars (GTK_EDITABLE (entry), 11);
  gtk_widget_set_hexpand (entry, TRUE);
  gtk_entry_set_placeholder_text (GTK_ENTRY (entry), placeholder);
  mark (entry, object, 0);
  g_signal_connect (entry, "changed", G_CALLBACK (title_changed_cb), self);
  return entry;
}

static void
add_round_column (TrioRotationView *self, TrioId round, int column)
{
  const TrioRecord *record = trio_model_get_record (self->model, round);
  g_autofree char *number = g_strdup_printf (_ ("Round %u"), (guint)column);
  g_autofree char *title_name = g_strdup_printf (_ ("Title of round %u"), (guint)column);
  g_autofree char *minutes_name = g_strdup_printf (_ ("Minutes of round %u"), (guint)column);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 2);
  GtkWidget *title
      = create_title (self, round, trio_record_get_text (record, TRIO_ROUND_TITLE), number);
  GtkWidget *length = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *spin = gtk_spin_button_new_with_range (1, 1440, 1);
  GtkWidget *unit = gtk_label_new (_ ("min"));

  trio_choices_leave_wheel (spin);
  set_name (title, title_name);
  gtk_box_append (GTK_BOX (box), title);
  gtk_box_append (GTK_BOX (box), create_delete_button (self, round, number));
  gtk_grid_attach (self->grid, box, column, 0, 1, 1);

  gtk_spin_button_set_value (GTK_SPIN_BUTTON (spin),
                             (double)trio_record_get_int (record, TRIO_ROUND_MINUTES));
  set_name (spin, minutes_name);
  mark (spin, round, 0);
  g_signal_connect (spin, "value-changed", G_CALLBACK (minutes_changed_cb), self);
  gtk_widget_add_css_class (unit, "dim-label");
  gtk_box_append (GTK_BOX (length), spin);
  gtk_box_append (GTK_BOX (length), unit);
  gtk_grid_attach (self->grid, length, column, 1, 1, 1);
}

static void
add_cell (
    TrioRotationView *self, GtkStringList *names, TrioId team, TrioId round, int row, int column)
{
  GtkWidget *cell = gtk_drop_down_new (g_object_ref (G_LIST_MODEL (names)), NULL);
  const TrioRecord *record = trio_model_get_record (self->model, team);
  /* Translators: a cell of the table: name of a team, and number of a round */
  g_autofree char *name
      = g_strdup_printf (_ ("%s in round %u"), trio_record_get_text (record, TRIO_TEAM_TITLE),
                         (guint)column);

  trio_choices_narrow (GTK_DROP_DOWN (cell), CELL_WIDTH);
  gtk_widget_set_hexpand (cell, TRUE);
  set_name (cell, name);
  mark (cell, team, round);
  g_signal_connect (cell, "notify::selected", G_CALLBACK (station_chosen_cb), self);
  gtk_grid_attach (self->grid, cell, column, row, 1, 1);
}

/**
 * trio_rotation_view_build:
 * @self: the view
 *
 * Makes the widgets of the table anew, for the rounds, teams and stations there are.
 */
void
trio_rotation_view_build (TrioRotationView *self)
{
  GListModel *rounds = trio_model_get_list (self->model, TRIO_KIND_ROUND);
  GListModel *teams = trio_model_get_list (self->model, TRIO_KIND_TEAM);
  g_autoptr (GtkStringList) names = create_station_names (self);
  guint n_rounds = g_list_model_get_n_items (rounds);
  guint n_teams = g_list_model_get_n_items (teams);
  GtkWidget *child;

  self->filling = TRUE;
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->grid))) != NULL)
    gtk_grid_remove (self->grid, child);
  for (guint i = 0; i < n_rounds; i++)
    add_round_column (self, trio_rotation_nth_id (rounds, i), (int)i + 1);
  for (guint i = 0; i < n_teams; i++)
    {
      TrioId team = trio_rotation_nth_id (teams, i);
      const TrioRecord *record = trio_model_get_record (self->model, team);
      g_autofree char *label = g_strdup_printf (_ ("Title of team %u"), i + 1);
      GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 2);
      GtkWidget *title
          = create_title (self, team, trio_record_get_text (record, TRIO_TEAM_TITLE), label);

      set_name (title, label);
      gtk_box_append (GTK_BOX (box), title);
      gtk_box_append (GTK_BOX (box),
                      create_delete_button (self, team,
                                            trio_record_get_text (record, TRIO_TEAM_TITLE)));
      gtk_grid_attach (self->grid, box, 0, FIRST_ROW + (int)i, 1, 1);
      for (guint j = 0; j < n_rounds; j++)
        add_cell (self, names, team, trio_rotation_nth_id (rounds, j), FIRST_ROW + (int)i,
                  (int)j + 1);
    }
  self->filling = FALSE;
}
