/* trio-note-actions-clusters.c: what the actions do with clusters, stations and the order. */
#include "config.h"

#include "app/notes/trio-note-actions-private.h"

#include <glib/gi18n.h>

#include "app/notes/trio-move-popover.h"
#include "model/trio-commands.h"

static const char *
title_of (TrioNoteActions *self, TrioId cluster)
{
  const TrioRecord *record = trio_model_get_record (self->model, cluster);
  const char *title = record != NULL ? trio_record_get_text (record, TRIO_CLUSTER_TITLE) : "";

  return *title != '\0' ? title : _ ("Cluster without a name");
}

static void
select_next (TrioNoteActions *self, TrioId next)
{
  if (next != 0)
    trio_selection_set_one (self->selection, next);
}

static TrioId
station_of (TrioNoteActions *self, TrioId note)
{
  return trio_record_get_ref (trio_model_get_record (self->model, note), TRIO_NOTE_STATION);
}

/* The new cluster's name is asked for in place; the view gives the focus back afterwards. */
static void
make_cluster (TrioNoteActions *self, const char *title)
{
  g_autoptr (GArray) ids = trio_note_actions_dup_targets (self);
  g_autoptr (GError) error = NULL;
  g_autofree char *text = NULL;
  TrioId cluster;
  TrioId next;

  if (ids->len == 0)
    return;
  next = trio_note_actions_find_next (self, ids);
  cluster = trio_command_make_cluster (self->model, station_of (self, TRIO_IDS (ids)[0]), title,
                                       TRIO_IDS (ids), ids->len, &error);
  text = g_strdup_printf (
      ngettext ("Cluster made of %u input", "Cluster made of %u inputs", ids->len), ids->len);
  if (cluster != 0)
    select_next (self, next);
  trio_note_actions_tell_result (self, cluster != 0, text, error);
  if (cluster != 0 && *title == '\0')
    trio_note_actions_ask (self, "rename", cluster);
}

static void
group_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  make_cluster (user_data, "");
}

static void
put_in (TrioNoteActions *self, TrioId cluster)
{
  g_autoptr (GArray) ids = trio_note_actions_dup_targets (self);
  g_autoptr (GError) error = NULL;
  g_autofree char *text = NULL;
  gboolean done;
  TrioId next;

  if (ids->len == 0)
    return;
  next = trio_note_actions_find_next (self, ids);
  done = trio_command_put_in_cluster (self->model, TRIO_IDS (ids), ids->len, cluster, &error);
  if (cluster == 0)
    text = g_strdup_printf (ngettext ("%u input taken out of its cluster",
                                      "%u inputs taken out of their clusters", ids->len),
                            ids->len);
  else
    /* Translators: how many inputs, and the title of the cluster they are in now */
    text = g_strdup_printf (ngettext ("%u input put in “%s”", "%u inputs put in “%s”", ids->len),
                            ids->len, title_of (self, cluster));
  if (done)
    select_next (self, next);
  trio_note_actions_tell_result (self, done, text, error);
}

static void
put_in_cluster_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  TrioNoteActions *self = user_data;
  int number = g_variant_get_int32 (parameter);
  g_autoptr (GArray) clusters = trio_note_actions_dup_clusters (self);
  g_autofree char *text = NULL;

  if (number >= 1 && (guint)number <= clusters->len)
    {
      put_in (self, TRIO_IDS (clusters)[number - 1]);
      return;
    }
  /* Translators: %d is the number key that was pressed */
  text = g_strdup_printf (_ ("There is no cluster %d here"), number);
  trio_note_actions_tell (self, text, FALSE);
}

static void
ungroup_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  put_in (user_data, 0);
}

static void
move_to_station (TrioNoteActions *self, const TrioRecord *station)
{
  g_autoptr (GArray) ids = trio_note_actions_dup_targets (self);
  int number = (int)trio_record_get_int (station, TRIO_STATION_NUMBER);
  g_autoptr (GError) error = NULL;
  g_autofree char *text = NULL;
  gboolean done;
  TrioId next;

  if (ids->len == 0)
    return;
  next = trio_note_actions_find_next (self, ids);
  done = trio_command_move_notes (self->model, TRIO_IDS (ids), ids->len, station->id, &error);
  /* Translators: how many inputs, and the number of the station they went to */
  text = g_strdup_printf (ngettext ("%u input moved to station %d", "%u inputs moved to station %d",
                                    ids->len),
                          ids->len, number);
  if (done)
    select_next (self, next);
  trio_note_actions_tell_result (self, done, text, error);
}

static void
move_to_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  TrioNoteActions *self = user_data;
  const TrioRecord *target = trio_model_get_record (self->model, g_variant_get_int64 (parameter));

  if (target != NULL && target->kind == TRIO_KIND_CLUSTER)
    put_in (self, target->id);
  else if (target != NULL && target->kind == TRIO_KIND_STATION)
    move_to_station (self, target);
}

static void
move_chosen_cb (TrioMovePopover *popover, gint64 target, const char *title, TrioNoteActions *self)
{
  if (target == 0)
    make_cluster (self, title);
  else
    g_action_group_activate_action (G_ACTION_GROUP (self->group), "move-to",
                                    g_variant_new_int64 (target));
}

static void
move_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  TrioNoteActions *self = user_data;
  g_autoptr (GArray) ids = trio_note_actions_dup_targets (self);
  GdkRectangle place;
  GtkWidget *view = trio_note_actions_get_view (self, &place);
  GtkWidget *popover;

  if (ids->len == 0 || view == NULL)
    return;
  popover = trio_move_popover_new (self->model, station_of (self, TRIO_IDS (ids)[0]));
  g_signal_connect_object (popover, "chosen", G_CALLBACK (move_chosen_cb), self, 0);
  trio_note_actions_show_popover (self, popover, view, &place);
}

static void
split_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  TrioNoteActions *self = user_data;
  g_autoptr (GArray) ids = trio_note_actions_dup_targets (self);
  g_autoptr (GError) error = NULL;
  TrioId cluster;
  TrioId split;

  if (ids->len == 0)
    return;
  cluster = trio_record_get_ref (trio_model_get_record (self->model, TRIO_IDS (ids)[0]),
                                 TRIO_NOTE_CLUSTER);
  split = trio_command_split_cluster (self->model, cluster, TRIO_IDS (ids), ids->len, &error);
  trio_note_actions_tell_result (self, split != 0, _ ("Cluster split"), error);
  if (split != 0)
    trio_note_actions_ask (self, "rename", split);
}

/* The clusters of the inputs, each once, in reading order. */
static GArray *
dup_clusters_of (TrioNoteActions *self, const GArray *ids)
{
  GArray *clusters = g_array_new (FALSE, FALSE, sizeof (TrioId));
  g_autoptr (GHashTable) seen = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);

  for (guint i = 0; i < ids->len; i++)
    {
      TrioId cluster = trio_record_get_ref (trio_model_get_record (self->model, TRIO_IDS (ids)[i]),
                                            TRIO_NOTE_CLUSTER);

      if (cluster != 0 && g_hash_table_add (seen, g_memdup2 (&cluster, sizeof cluster)))
        g_array_append_val (clusters, cluster);
    }
  return clusters;
}

static void
merge_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  TrioNoteActions *self = user_data;
  g_autoptr (GArray) ids = trio_note_actions_dup_targets (self);
  g_autoptr (GArray) clusters = dup_clusters_of (self, ids);
  g_autoptr (GError) error = NULL;
  g_autofree char *text = NULL;
  gboolean done;

  if (clusters->len < 2)
    return;
  done = trio_command_merge_clusters (self->model, TRIO_IDS (clusters), clusters->len, &error);
  /* Translators: title of the cluster that holds the inputs of the others now */
  text = g_strdup_printf (_ ("Clusters merged into “%s”"), title_of (self, TRIO_IDS (clusters)[0]));
  trio_note_actions_tell_result (self, done, text, error);
}

static void
rename_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  TrioNoteActions *self = user_data;
  TrioId cluster = trio_note_actions_get_cluster (self);

  if (cluster != 0)
    trio_note_actions_ask (self, "rename", cluster);
}

static void
edit_or_rename_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  TrioNoteActions *self = user_data;

  /* On a heading or frame the key renames, on an input it edits. */
  if (trio_selection_get_focus (self->selection) == 0
      && trio_selection_get_focus_cluster (self->selection) != 0)
    rename_cb (action, parameter, user_data);
  else
    g_action_group_activate_action (G_ACTION_GROUP (self->group), "edit", NULL);
}

static void
dissolve_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  TrioNoteActions *self = user_data;
  TrioId cluster = trio_note_actions_get_cluster (self);
  g_autofree char *text = NULL;
  g_autoptr (GError) error = NULL;
  gboolean done;

  if (cluster == 0)
    return;
  /* Translators: title of a cluster that is gone now; its inputs are still there */
  text = g_strdup_printf (_ ("“%s” dissolved; its inputs are outside clusters now"),
                          title_of (self, cluster));
  done = trio_command_dissolve_cluster (self->model, cluster, &error);
  trio_note_actions_tell_result (self, done, text, error);
}

static void
select_cluster_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  TrioNoteActions *self = user_data;
  TrioId cluster = trio_note_actions_get_cluster (self);
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (TrioId));
  GListModel *notes;

  if (cluster == 0)
    return;
  notes = trio_model_get_children (self->model, TRIO_KIND_NOTE, TRIO_NOTE_CLUSTER, cluster);
  for (guint i = 0; i < g_list_model_get_n_items (notes); i++)
    {
      g_autoptr (TrioObject) note = g_list_model_get_item (notes, i);
      TrioId id = trio_object_get_id (note);

      g_array_append_val (ids, id);
    }
  trio_selection_set (self->selection, TRIO_IDS (ids), ids->len);
}

static void
shift_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  TrioNoteActions *self = user_data;
  int direction = g_variant_get_int32 (parameter) < 0 ? -1 : 1;
  g_autoptr (GArray) ids = trio_note_actions_dup_targets (self);
  g_autoptr (GError) error = NULL;
  gboolean done;

  if (ids->len > 0)
    done = trio_command_shift_notes (self->model, TRIO_IDS (ids), ids->len, direction, &error);
  else
    done = trio_command_shift_cluster (self->model, trio_note_actions_get_cluster (self), direction,
                                       &error);
  if (!done)
    trio_note_actions_tell (self, error->message, FALSE);
}

/**
 * trio_note_actions_add_cluster_actions:
 * @self: the actions
 *
 * Adds the actions on clusters, stations and the order to the group.
 */
void
trio_note_actions_add_cluster_actions (TrioNoteActions *self)
{
  static const GActionEntry entries[] = {
    { "group", group_cb },
    { "put-in-cluster", put_in_cluster_cb, "i" },
    { "ungroup", ungroup_cb },
    { "move", move_cb },
    { "move-to", move_to_cb, "x" },
    { "split-cluster", split_cb },
    { "merge-clusters", merge_cb },
    { "rename-cluster", rename_cb },
    { "edit-or-rename", edit_or_rename_cb },
    { "dissolve-cluster", dissolve_cb },
    { "select-cluster", select_cluster_cb },
    { "shift", shift_cb, "i" },
  };

  g_action_map_add_action_entries (G_ACTION_MAP (self->group), entries, G_N_ELEMENTS (entries),
                                   self);
}
