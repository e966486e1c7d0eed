/* trio-rotation-view.c: rounds, teams and who is where, as one table.
 *
 * Columns are rounds, rows are teams, and each cell chooses a station. Every change is one
 * step at once; the table is built anew only when rounds, teams or stations come or go.
 */
#include "config.h"

#include "app/rounds/trio-rotation-view-private.h"

#include <glib/gi18n.h>

#include "app/trio-announce.h"
#include "app/trio-compat.h"
#include "app/widgets/trio-wrap-box.h"
#include "model/trio-rounds.h"

#define DEFAULT_MINUTES 20

G_DEFINE_FINAL_TYPE (TrioRotationView, trio_rotation_view, ADW_TYPE_BIN)

static gint64
last_minutes (TrioRotationView *self)
{
  GListModel *rounds = trio_model_get_list (self->model, TRIO_KIND_ROUND);
  guint n = g_list_model_get_n_items (rounds);
  const TrioRecord *last
      = n > 0 ? trio_model_get_record (self->model, trio_rotation_nth_id (rounds, n - 1)) : NULL;

  return last != NULL ? trio_record_get_int (last, TRIO_ROUND_MINUTES) : DEFAULT_MINUTES;
}

static void
add_round_cb (GtkButton *button, TrioRotationView *self)
{
  g_autoptr (GError) error = NULL;

  if (self->model == NULL)
    return;
  trio_command_add_round (self->model, "", last_minutes (self), &error);
  trio_rotation_view_show_problem (self, error);
}

static void
add_team_cb (GtkButton *button, TrioRotationView *self)
{
  guint n;
  char letter[2] = { 0 };
  g_autofree char *name = NULL;
  g_autoptr (GError) error = NULL;

  if (self->model == NULL)
    return;
  n = g_list_model_get_n_items (trio_model_get_list (self->model, TRIO_KIND_TEAM));
  letter[0] = 'A' + n % 26;
  /* Translators: name of a new team; %s is a letter */
  name = g_strdup_printf (_ ("Team %s"), letter);
  trio_command_add_team (self->model, name, &error);
  trio_rotation_view_show_problem (self, error);
}

static void
plan_cb (GtkButton *button, TrioRotationView *self)
{
  g_autoptr (GError) error = NULL;

  if (self->model == NULL)
    return;
  trio_command_plan_rotation (self->model, &error);
  trio_rotation_view_show_problem (self, error);
}

static guint
index_of_station (TrioRotationView *self, TrioId station)
{
  GListModel *stations = trio_model_get_list (self->model, TRIO_KIND_STATION);

  for (guint i = 0; i < g_list_model_get_n_items (stations); i++)
    if (trio_rotation_nth_id (stations, i) == station)
      return i + 1;
  return 0;
}

static void
fill_widget (TrioRotationView *self, GtkWidget *widget)
{
  const TrioRecord *record;

  if (GTK_IS_DROP_DOWN (widget))
    {
      guint index
          = index_of_station (self, trio_rotation_get_station (self->model,
                                                               trio_rotation_round_of (widget),
                                                               trio_rotation_object_of (widget)));

      gtk_drop_down_set_selected (GTK_DROP_DOWN (widget), index);
    }
  else if (GTK_IS_SPIN_BUTTON (widget))
    {
      record = trio_model_get_record (self->model, trio_rotation_object_of (widget));
      gtk_spin_button_set_value (GTK_SPIN_BUTTON (widget),
                                 (double)trio_record_get_int (record, TRIO_ROUND_MINUTES));
    }
  else if (GTK_IS_ENTRY (widget))
    {
      const char *title;

      record = trio_model_get_record (self->model, trio_rotation_object_of (widget));
      title = trio_record_get_text (record, record->kind == TRIO_KIND_ROUND ? TRIO_ROUND_TITLE
                                                                            : TRIO_TEAM_TITLE);
      if (!g_str_equal (gtk_editable_get_text (GTK_EDITABLE (widget)), title))
        gtk_editable_set_text (GTK_EDITABLE (widget), title);
    }
  else
    for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
         child = gtk_widget_get_next_sibling (child))
      fill_widget (self, child);
}

static void
append_part (GString *text, guint n, const char *part)
{
  if (n == 0)
    return;
  if (text->len > 0)
    g_string_append (text, " · ");
  g_string_append (text, part);
}

static void
show_verdict (TrioRotationView *self)
{
  TrioRotationCheck check;
  g_autoptr (GString) text = g_string_new (NULL);
  g_autofree char *missing = NULL;
  g_autofree char *repeated = NULL;
  g_autofree char *shared = NULL;

  trio_rotation_check (&check, self->model);
  missing = g_strdup_printf (ngettext ("%u visit to a theme is missing",
                                       "%u visits to themes are missing", check.n_missing),
                             check.n_missing);
  repeated = g_strdup_printf (ngettext ("%u team comes to a theme again",
                                        "teams come to a theme again %u times", check.n_repeated),
                              check.n_repeated);
  shared
      = g_strdup_printf (ngettext ("%u station has several teams at once",
                                   "stations have several teams at once %u times", check.n_shared),
                         check.n_shared);
  append_part (text, check.n_missing, missing);
  append_part (text, check.n_repeated, repeated);
  append_part (text, check.n_shared, shared);
  if (check.n_visits == 0)
    g_string_assign (text, _ ("Without a plan inputs get the running round, but no team."));
  else if (text->len == 0)
    g_string_assign (text, _ ("Every team comes to every theme once, one team at a station."));
  gtk_label_set_label (self->verdict, text->str);
}

static void
append_ids (GArray *shape, GListModel *list)
{
  const TrioId end = 0;

  for (guint i = 0; i < g_list_model_get_n_items (list); i++)
    {
      TrioId id = trio_rotation_nth_id (list, i);

      g_array_append_val (shape, id);
    }
  g_array_append_val (shape, end);
}

static void
show_all (TrioRotationView *self)
{
  GArray *shape = g_array_new (FALSE, FALSE, sizeof (TrioId));
  guint n_rounds = g_list_model_get_n_items (trio_model_get_list (self->model, TRIO_KIND_ROUND));
  guint n_teams = g_list_model_get_n_items (trio_model_get_list (self->model, TRIO_KIND_TEAM));

  append_ids (shape, trio_model_get_list (self->model, TRIO_KIND_ROUND));
  append_ids (shape, trio_model_get_list (self->model, TRIO_KIND_TEAM));
  append_ids (shape, trio_model_get_list (self->model, TRIO_KIND_STATION));
  if (self->shape == NULL || self->shape->len != shape->len
      || memcmp (self->shape->data, shape->data, shape->len * sizeof (TrioId)) != 0)
    trio_rotation_view_build (self);
  g_clear_pointer (&self->shape, g_array_unref);
  self->shape = shape;

  self->filling = TRUE;
  fill_widget (self, GTK_WIDGET (self->grid));
  self->filling = FALSE;
  gtk_widget_set_visible (self->empty, n_rounds + n_teams == 0);
  gtk_widget_set_sensitive (self->plan_button, n_rounds > 0 && n_teams > 0);
  gtk_widget_set_visible (GTK_WIDGET (self->verdict), n_rounds > 0 && n_teams > 0);
  show_verdict (self);
}

static void
committed_cb (TrioModel *model, TrioTransaction *transaction, TrioRotationView *self)
{
  gboolean concerned = transaction->deleted->len > 0;

  for (guint i = 0; i < transaction->records->len && !concerned; i++)
    {
      const TrioRecord *record = g_ptr_array_index (transaction->records, i);

      concerned = record->kind != TRIO_KIND_NOTE && record->kind != TRIO_KIND_CLUSTER;
      /* The cells name stations by their themes. */
      if (record->kind == TRIO_KIND_THEME || record->kind == TRIO_KIND_STATION)
        g_clear_pointer (&self->shape, g_array_unref);
    }
  if (concerned)
    show_all (self);
}

static void
drop_model (TrioRotationView *self)
{
  if (self->model != NULL)
    g_signal_handlers_disconnect_by_data (self->model, self);
  g_clear_object (&self->model);
  g_clear_pointer (&self->shape, g_array_unref);
}

static void
trio_rotation_view_dispose (GObject *object)
{
  drop_model (TRIO_ROTATION_VIEW (object));

  G_OBJECT_CLASS (trio_rotation_view_parent_class)->dispose (object);
}

static void
trio_rotation_view_class_init (TrioRotationViewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = trio_rotation_view_dispose;
  g_type_ensure (TRIO_TYPE_WRAP_BOX);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/dk/trio/Stations/trio-rotation-view.ui");
  gtk_widget_class_bind_template_child (widget_class, TrioRotationView, grid);
  gtk_widget_class_bind_template_child (widget_class, TrioRotationView, empty);
  gtk_widget_class_bind_template_child (widget_class, TrioRotationView, plan_button);
  gtk_widget_class_bind_template_child (widget_class, TrioRotationView, verdict);
  gtk_widget_class_bind_template_child (widget_class, TrioRotationView, problem);
  gtk_widget_class_bind_template_callback (widget_class, add_round_cb);
  gtk_widget_class_bind_template_callback (widget_class, add_team_cb);
  gtk_widget_class_bind_template_callback (widget_class, plan_cb);
}

static void
trio_rotation_view_init (TrioRotationView *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  trio_announce_changes (self->problem);
  trio_compat_mend_names (GTK_WIDGET (self));
}

/**
 * trio_rotation_view_new:
 *
 * Returns: (transfer floating): a new table without a workshop
 */
GtkWidget *
trio_rotation_view_new (void)
{
  return g_object_new (TRIO_TYPE_ROTATION_VIEW, NULL);
}

/**
 * trio_rotation_view_set_model:
 * @self: the table
 * @model: (nullable): the workshop to show
 *
 * Shows the rotation of another workshop; in one for reading only nothing can be changed.
 */
void
trio_rotation_view_set_model (TrioRotationView *self, TrioModel *model)
{
  g_return_if_fail (TRIO_IS_ROTATION_VIEW (self));

  drop_model (self);
  if (model == NULL)
    return;

  self->model = g_object_ref (model);
  g_signal_connect (model, "committed", G_CALLBACK (committed_cb), self);
  gtk_widget_set_sensitive (GTK_WIDGET (self), !trio_model_get_read_only (model));
  trio_rotation_view_show_problem (self, NULL);
  show_all (self);
}
