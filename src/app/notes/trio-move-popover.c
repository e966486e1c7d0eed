/* trio-move-popover.c: asks which cluster or station inputs go to, with search.
 *
 * The keyboard stays in the search field: arrow keys choose, Enter moves. Words that nothing is
 * called by make a new cluster with that title.
 */
#include "config.h"

#include "app/notes/trio-move-popover.h"

#include <string.h>

#include <glib/gi18n.h>

#include "app/notes/trio-note-labels.h"
#include "model/trio-search.h"

#define WIDTH_CHARS 34 /* titles of clusters are short sentences */

struct _TrioMovePopover
{
  GtkPopover parent_instance;

  GtkEditable *entry;
  GtkListBox *list;
  GtkListBoxRow *create_row;
  GtkLabel *create_label;
  char *words; /* folded */
};

G_DEFINE_FINAL_TYPE (TrioMovePopover, trio_move_popover, GTK_TYPE_POPOVER)

enum
{
  CHOSEN,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static TrioId
target_of (GtkListBoxRow *row)
{
  gint64 *target = g_object_get_data (G_OBJECT (row), "target");

  return target != NULL ? *target : 0;
}

static void
choose (TrioMovePopover *self, GtkListBoxRow *row)
{
  g_autofree char *title = g_strdup (gtk_editable_get_text (self->entry));
  TrioId target = target_of (row);

  g_strstrip (title);
  g_object_ref (self);
  gtk_popover_popdown (GTK_POPOVER (self));
  g_signal_emit (self, signals[CHOSEN], 0, target, title);
  g_object_unref (self);
}

static gboolean
is_shown (GtkListBoxRow *row, gpointer user_data)
{
  TrioMovePopover *self = user_data;
  const char *folded = g_object_get_data (G_OBJECT (row), "words");

  if (folded == NULL)
    return *self->words != '\0';
  return strstr (folded, self->words) != NULL;
}

static GtkListBoxRow *
find_shown (TrioMovePopover *self, int from, int step)
{
  GtkListBoxRow *row;

  for (int i = from; i >= 0 && (row = gtk_list_box_get_row_at_index (self->list, i)) != NULL;
       i += step)
    if (is_shown (row, self))
      return row;
  return NULL;
}

static void
changed_cb (GtkEditable *entry, TrioMovePopover *self)
{
  g_autofree char *text = g_strdup (gtk_editable_get_text (entry));
  g_autofree char *label = NULL;

  g_strstrip (text);
  g_free (self->words);
  self->words = trio_search_fold (text);
  /* Translators: %s is what was typed; choosing the row makes a cluster with that name */
  label = g_strdup_printf (_ ("New cluster “%s”"), text);
  gtk_label_set_label (self->create_label, label);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->create_row), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  label, -1);
  gtk_widget_set_visible (GTK_WIDGET (self->create_row), *text != '\0');
  gtk_list_box_invalidate_filter (self->list);
  gtk_list_box_select_row (self->list, find_shown (self, 0, 1));
}

static void
step (TrioMovePopover *self, int by)
{
  GtkListBoxRow *row = gtk_list_box_get_selected_row (self->list);
  GtkListBoxRow *next;

  next = find_shown (self, row != NULL ? gtk_list_box_row_get_index (row) + by : 0, by);
  if (next == NULL)
    return;
  gtk_list_box_select_row (self->list, next);
  /* Scrolled into view by the viewport, which follows the focus; the field takes it back. */
  gtk_widget_grab_focus (GTK_WIDGET (next));
  gtk_widget_grab_focus (GTK_WIDGET (self->entry));
  gtk_editable_set_position (self->entry, -1);
}

static gboolean
key_cb (GtkEventControllerKey *controller,
        guint key,
        guint code,
        GdkModifierType state,
        TrioMovePopover *self)
{
  GtkListBoxRow *row;

  switch (key)
    {
    case GDK_KEY_Down:
    case GDK_KEY_KP_Down:
      step (self, 1);
      return TRUE;
    case GDK_KEY_Up:
    case GDK_KEY_KP_Up:
      step (self, -1);
      return TRUE;
    case GDK_KEY_Return:
    case GDK_KEY_KP_Enter:
    case GDK_KEY_ISO_Enter:
      row = gtk_list_box_get_selected_row (self->list);
      if (row != NULL)
        choose (self, row);
      return TRUE;
    case GDK_KEY_Escape:
      gtk_popover_popdown (GTK_POPOVER (self));
      return TRUE;
    default:
      return FALSE;
    }
}

static void
row_activated_cb (GtkListBox *list, GtkListBoxRow *row, TrioMovePopover *self)
{
  choose (self, row);
}

static void
trio_move_popover_finalize (GObject *object)
{
  g_free (TRIO_MOVE_POPOVER (object)->words);

  G_OBJECT_CLASS (trio_move_popover_parent_class)->finalize (object);
}

static void
trio_move_popover_class_init (TrioMovePopoverClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = trio_move_popover_finalize;

  /**
   * TrioMovePopover::chosen:
   * @self: the popover
   * @target: number of a cluster or station, 0 for a new cluster
   * @title: what was typed: the title of a new cluster
   *
   * Somebody has chosen.
   */
  signals[CHOSEN] = g_signal_new ("chosen", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                  NULL, NULL, G_TYPE_NONE, 2, G_TYPE_INT64, G_TYPE_STRING);
}

static void
trio_move_popover_init (TrioMovePopover *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  GtkWidget *scroller = gtk_scrolled_window_new ();
  GtkEventController *keys = gtk_event_controller_key_new ();

  self->words = g_strdup ("");
  self->entry = GTK_EDITABLE (gtk_search_entry_new ());
  g_object_set (self->entry, "placeholder-text", _ ("Cluster or station"), NULL);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->entry), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Move to cluster or station"), -1);
  self->list = GTK_LIST_BOX (gtk_list_box_new ());
  gtk_list_box_set_selection_mode (self->list, GTK_SELECTION_BROWSE);
  gtk_list_box_set_filter_func (self->list, is_shown, self, NULL);
  gtk_widget_add_css_class (GTK_WIDGET (self->list), "navigation-sidebar");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->list), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Clusters and stations"), -1);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroller), GTK_POLICY_NEVER,
                                  GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_propagate_natural_height (GTK_SCROLLED_WINDOW (scroller), TRUE);
  gtk_scrolled_window_set_max_content_height (GTK_SCROLLED_WINDOW (scroller), 360);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), GTK_WIDGET (self->list));
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->entry));
  gtk_box_append (GTK_BOX (box), scroller);
  gtk_editable_set_width_chars (self->entry, WIDTH_CHARS);
  gtk_popover_set_child (GTK_POPOVER (self), box);

  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect (keys, "key-pressed", G_CALLBACK (key_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self->entry), keys);
  g_signal_connect (self->entry, "changed", G_CALLBACK (changed_cb), self);
  g_signal_connect (self->list, "row-activated", G_CALLBACK (row_activated_cb), self);
}

static GtkListBoxRow *
append_row (TrioMovePopover *self, const char *title, TrioId target, gboolean is_cluster)
{
  GtkWidget *row = gtk_list_box_row_new ();
  GtkWidget *label = gtk_label_new (title);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  if (is_cluster)
    gtk_widget_set_margin_start (label, 18);
  else
    gtk_widget_add_css_class (label, "heading");
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), label);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, title, -1);
  if (target != 0)
    {
      g_object_set_data_full (G_OBJECT (row), "target", g_memdup2 (&target, sizeof target), g_free);
      g_object_set_data_full (G_OBJECT (row), "words", trio_search_fold (title), g_free);
    }
  gtk_list_box_append (self->list, row);
  return GTK_LIST_BOX_ROW (row);
}

static void
append_station (TrioMovePopover *self, TrioModel *model, TrioId station)
{
  const TrioRecord *record = trio_model_get_record (model, station);
  g_autofree char *title = trio_station_dup_title (model, record);
  GListModel *clusters
      = trio_model_get_children (model, TRIO_KIND_CLUSTER, TRIO_CLUSTER_STATION, station);

  append_row (self, title, station, FALSE);
  for (guint i = 0; i < g_list_model_get_n_items (clusters); i++)
    {
      g_autoptr (TrioObject) cluster = g_list_model_get_item (clusters, i);
      g_autofree char *name = trio_cluster_dup_title (trio_object_get_record (cluster));

      append_row (self, name, trio_object_get_id (cluster), TRUE);
    }
}

/**
 * trio_move_popover_new:
 * @model: the workshop
 * @station: number of the station where the inputs are; it is listed first
 *
 * Returns: (transfer floating): a popover that asks where inputs go
 */
GtkWidget *
trio_move_popover_new (TrioModel *model, TrioId station)
{
  TrioMovePopover *self = g_object_new (TRIO_TYPE_MOVE_POPOVER, NULL);
  GListModel *stations = trio_model_get_list (model, TRIO_KIND_STATION);

  append_station (self, model, station);
  for (guint i = 0; i < g_list_model_get_n_items (stations); i++)
    {
      g_autoptr (TrioObject) other = g_list_model_get_item (stations, i);

      if (trio_object_get_id (other) != station)
        append_station (self, model, trio_object_get_id (other));
    }
  self->create_row = append_row (self, "", 0, FALSE);
  self->create_label = GTK_LABEL (gtk_list_box_row_get_child (self->create_row));
  gtk_widget_hide (GTK_WIDGET (self->create_row));
  gtk_list_box_select_row (self->list, gtk_list_box_get_row_at_index (self->list, 1));
  return GTK_WIDGET (self);
}
