/* trio-suggest-panel.c: proposes clusters: asks for them, shows a cut, accepts it or not.
 *
 * The work is done in a thread on a snapshot; every other granularity is another cut of the
 * same tree. Nothing is changed before it is accepted, and accepting is one step.
 */
#include "config.h"

#include "app/board/trio-suggest-panel-private.h"

#include <glib/gi18n.h>

#include "app/trio-announce.h"
#include "app/trio-compat.h"
#include "app/trio-weak.h"
#include "base/trio-error.h"

#define MOST_MORE 12

G_DEFINE_FINAL_TYPE (TrioSuggestPanel, trio_suggest_panel, ADW_TYPE_BIN)

enum
{
  DONE,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

/* Names are kept from one cut to the next: most clusters are the same. */

static guint64
hash_notes (const TrioSuggestedCluster *cluster)
{
  guint64 hash = 14695981039346656037u;

  for (guint i = 0; i < cluster->n_notes; i++)
    hash = (hash ^ (guint64)cluster->notes[i]) * 1099511628211u;
  return hash ^ (guint64)cluster->cluster;
}

static const TrioClusterName *
name_of (TrioSuggestPanel *self, const TrioSuggestedCluster *cluster)
{
  guint64 hash = hash_notes (cluster);
  TrioClusterName *name = g_hash_table_lookup (self->names, &hash);

  if (name == NULL)
    {
      name = trio_suggestion_dup_name (self->suggestion, cluster);
      g_hash_table_insert (self->names, g_memdup2 (&hash, sizeof hash), name);
    }
  return name;
}

static void
add_group (TrioSuggestPanel *self, guint index)
{
  TrioSuggestedCluster *cluster = g_ptr_array_index (self->clusters, index);
  const TrioClusterName *name;
  TrioSceneGroup *group;

  if (cluster->n_loose == 0)
    return;
  name = name_of (self, cluster);
  group = trio_scene_group_new (name->name != NULL ? name->name : "", cluster->cluster);
  group->reason = g_strdup (name->reason);
  g_array_append_vals (group->notes, cluster->loose, cluster->n_loose);
  g_ptr_array_add (self->groups, group);
  g_array_append_val (self->cluster_of, index);
}

static void
cut (TrioSuggestPanel *self)
{
  double granularity = gtk_range_get_value (GTK_RANGE (self->scale));

  g_clear_pointer (&self->clusters, g_ptr_array_unref);
  g_clear_pointer (&self->groups, g_ptr_array_unref);
  self->clusters = trio_suggestion_list_clusters (self->suggestion, granularity);
  self->groups = g_ptr_array_new_with_free_func ((GDestroyNotify)trio_scene_group_free);
  g_array_set_size (self->cluster_of, 0);
  for (guint i = 0; i < self->clusters->len; i++)
    add_group (self, i);
  trio_board_set_proposal (self->board, self->groups);
  trio_suggest_panel_show_summary (self);
  trio_suggest_panel_queue_list (self);
}

static void
scale_changed_cb (GtkRange *range, TrioSuggestPanel *self)
{
  if (self->suggestion != NULL && self->is_active && !self->wants_more)
    cut (self);
}

static void
show_message (TrioSuggestPanel *self, const char *text)
{
  gtk_label_set_label (self->message, text);
  gtk_stack_set_visible_child_name (self->stack, "message");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->message), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  text, -1);
}

/* Selects what is like the selection, so that one key makes a cluster of all. */
static void
select_more (TrioSuggestPanel *self)
{
  TrioSelection *selection = trio_board_get_selection (self->board);
  g_autoptr (GArray) ids = trio_selection_dup_ids (selection);
  g_autoptr (GArray) more
      = trio_suggestion_find_more (self->suggestion, TRIO_IDS (ids), ids->len, MOST_MORE);
  g_autofree char *text = NULL;

  if (more->len == 0)
    {
      trio_board_tell_text (self->board, _ ("No other inputs are like these."));
      return;
    }
  for (guint i = 0; i < more->len; i++)
    trio_selection_add (selection, TRIO_IDS (more)[i]);
  text = g_strdup_printf (ngettext ("%u input like these selected", "%u inputs like these selected",
                                    more->len),
                          more->len);
  trio_board_tell_text (self->board, text);
  trio_board_fit_selection (self->board);
}

static void
stop (TrioSuggestPanel *self, gboolean accepted)
{
  gboolean was_active = self->is_active && !self->wants_more;

  self->is_active = FALSE;
  g_clear_handle_id (&self->list_timeout, g_source_remove);
  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  if (self->board != NULL)
    trio_board_set_proposal (self->board, NULL);
  g_clear_pointer (&self->clusters, g_ptr_array_unref);
  g_clear_pointer (&self->groups, g_ptr_array_unref);
  g_clear_pointer (&self->suggestion, trio_suggestion_free);
  g_hash_table_remove_all (self->names);
  if (was_active)
    g_signal_emit (self, signals[DONE], 0, accepted);
}

/* Whether any place of the slider proposes something. */
static gboolean
has_proposal (TrioSuggestPanel *self)
{
  for (double granularity = 0; granularity <= 1; granularity += 0.25)
    {
      g_autoptr (GPtrArray) clusters
          = trio_suggestion_list_clusters (self->suggestion, granularity);

      for (guint i = 0; i < clusters->len; i++)
        if (((TrioSuggestedCluster *)g_ptr_array_index (clusters, i))->n_loose > 0)
          return TRUE;
    }
  return FALSE;
}

static void
show_nothing (TrioSuggestPanel *self)
{
  g_autoptr (GPtrArray) clusters = trio_suggestion_list_clusters (self->suggestion, 0.5);
  g_autoptr (GArray) loose = trio_suggestion_list_loose (self->suggestion, clusters);
  g_autofree char *text = NULL;

  if (loose->len == 0)
    text = g_strdup (
        _ ("Every input here is in a cluster already. Those that are taken out of their "
           "cluster can be proposed anew."));
  else
    text = g_strdup_printf (ngettext ("The %u input without a cluster is not like any other.",
                                      "The %u inputs without a cluster are not like any others.",
                                      loose->len),
                            loose->len);
  show_message (self, text);
}

static void
ready_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (TrioSuggestPanel) self = trio_weak_take (user_data);
  g_autoptr (GError) error = NULL;
  g_autoptr (TrioSuggestion) suggestion = trio_suggestion_new_finish (result, &error);

  if (self == NULL)
    return;
  if (suggestion == NULL)
    {
      if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED) || !self->is_active)
        return;
      if (self->wants_more)
        {
          trio_board_tell_text (self->board, error->message);
          stop (self, FALSE);
        }
      else
        show_message (self, error->message);
      return;
    }
  if (!self->is_active || self->board == NULL)
    return;
  self->suggestion = g_steal_pointer (&suggestion);
  if (self->wants_more)
    {
      select_more (self);
      stop (self, FALSE);
      return;
    }
  if (!has_proposal (self))
    {
      show_nothing (self);
      return;
    }
  gtk_stack_set_visible_child_name (self->stack, "proposal");
  gtk_range_set_value (GTK_RANGE (self->scale), 0.5);
  cut (self);
  trio_suggest_panel_fill_list (self);
  trio_board_fit (self->board, TRUE);
  gtk_widget_grab_focus (GTK_WIDGET (self->scale));
}

static gboolean
begin (TrioSuggestPanel *self, gboolean wants_more)
{
  TrioModel *model = trio_board_get_model (self->board);
  g_autoptr (TrioSnapshot) snapshot = NULL;

  if (self->is_active)
    stop (self, FALSE);
  if (model == NULL || trio_board_get_station (self->board) == 0)
    {
      trio_board_tell_text (self->board,
                            _ ("Choose a station first: clusters are proposed for one at a time."));
      return FALSE;
    }
  self->station = trio_board_get_station (self->board);
  self->wants_more = wants_more;
  self->is_active = TRUE;
  self->cancellable = g_cancellable_new ();
  snapshot = trio_model_dup_snapshot (model);
  trio_suggestion_new_async (snapshot, self->station, self->cancellable, ready_cb,
                             trio_weak_new (self));
  return TRUE;
}

static void
accept_cb (GtkButton *button, TrioSuggestPanel *self)
{
  trio_suggest_panel_accept (self);
}

static void
cancel_cb (GtkButton *button, TrioSuggestPanel *self)
{
  trio_suggest_panel_cancel (self);
}

static void
toggled_cb (TrioBoard *board, guint group, TrioSuggestPanel *self)
{
  if (self->is_active)
    trio_suggest_panel_show_toggled (self, group);
}

static void
trio_suggest_panel_dispose (GObject *object)
{
  TrioSuggestPanel *self = TRIO_SUGGEST_PANEL (object);

  self->is_active = FALSE;
  stop (self, FALSE);
  if (self->board != NULL)
    g_signal_handlers_disconnect_by_data (self->board, self);
  g_clear_weak_pointer (&self->board);

  G_OBJECT_CLASS (trio_suggest_panel_parent_class)->dispose (object);
}

static void
trio_suggest_panel_finalize (GObject *object)
{
  TrioSuggestPanel *self = TRIO_SUGGEST_PANEL (object);

  g_hash_table_unref (self->names);
  g_array_unref (self->cluster_of);

  G_OBJECT_CLASS (trio_suggest_panel_parent_class)->finalize (object);
}

static void
trio_suggest_panel_class_init (TrioSuggestPanelClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = trio_suggest_panel_dispose;
  G_OBJECT_CLASS (klass)->finalize = trio_suggest_panel_finalize;

  /**
   * TrioSuggestPanel::done:
   * @self: the panel
   * @accepted: whether clusters were made
   *
   * The preview is over, accepted or not.
   */
  signals[DONE] = g_signal_new ("done", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                NULL, G_TYPE_NONE, 1, G_TYPE_BOOLEAN);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/dk/trio/Stations/trio-suggest-panel.ui");
  gtk_widget_class_bind_template_child (widget_class, TrioSuggestPanel, stack);
  gtk_widget_class_bind_template_child (widget_class, TrioSuggestPanel, message);
  gtk_widget_class_bind_template_child (widget_class, TrioSuggestPanel, scale);
  gtk_widget_class_bind_template_child (widget_class, TrioSuggestPanel, summary);
  gtk_widget_class_bind_template_child (widget_class, TrioSuggestPanel, list);
  gtk_widget_class_bind_template_child (widget_class, TrioSuggestPanel, reason);
  gtk_widget_class_bind_template_child (widget_class, TrioSuggestPanel, accept_button);
  gtk_widget_class_bind_template_callback (widget_class, scale_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, accept_cb);
  gtk_widget_class_bind_template_callback (widget_class, cancel_cb);
}

static void
trio_suggest_panel_init (TrioSuggestPanel *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  trio_announce_changes (self->summary);
  trio_compat_hide_unseen (GTK_WIDGET (self->stack));
  trio_compat_mend_names (GTK_WIDGET (self));
  self->cluster_of = g_array_new (FALSE, FALSE, sizeof (guint));
  self->names = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free,
                                       (GDestroyNotify)trio_cluster_name_free);
}

/**
 * trio_suggest_panel_set_board:
 * @self: the panel
 * @board: the board that shows the preview
 *
 * Connects the panel to its board; done once.
 */
void
trio_suggest_panel_set_board (TrioSuggestPanel *self, TrioBoard *board)
{
  g_return_if_fail (TRIO_IS_SUGGEST_PANEL (self));

  g_set_weak_pointer (&self->board, board);
  g_signal_connect (board, "proposal-toggled", G_CALLBACK (toggled_cb), self);
}

/**
 * trio_suggest_panel_start:
 * @self: the panel
 *
 * Asks for clusters for the station on the board, and shows them there when they are found.
 */
void
trio_suggest_panel_start (TrioSuggestPanel *self)
{
  g_return_if_fail (TRIO_IS_SUGGEST_PANEL (self));

  if (begin (self, FALSE))
    gtk_stack_set_visible_child_name (self->stack, "waiting");
}

/**
 * trio_suggest_panel_find_more:
 * @self: the panel
 *
 * Looks for more inputs like the selected ones, and selects them as well.
 */
void
trio_suggest_panel_find_more (TrioSuggestPanel *self)
{
  g_return_if_fail (TRIO_IS_SUGGEST_PANEL (self));

  if (trio_selection_get_size (trio_board_get_selection (self->board)) == 0)
    trio_board_tell_text (self->board, _ ("Select one or more inputs first."));
  else
    begin (self, TRUE);
}

/**
 * trio_suggest_panel_accept:
 * @self: the panel
 *
 * Makes the clusters that are ticked, as one step, and ends the preview.
 *
 * Returns: whether clusters were made
 */
gboolean
trio_suggest_panel_accept (TrioSuggestPanel *self)
{
  g_autoptr (GPtrArray) accepted = g_ptr_array_new ();
  g_autoptr (GError) error = NULL;
  g_autofree char *text = NULL;
  TrioModel *model;
  guint n_new = 0;

  g_return_val_if_fail (TRIO_IS_SUGGEST_PANEL (self), FALSE);

  if (!self->is_active || self->groups == NULL)
    {
      trio_suggest_panel_cancel (self);
      return FALSE;
    }
  model = trio_board_get_model (self->board);
  for (guint i = 0; i < self->groups->len; i++)
    {
      TrioSceneGroup *group = g_ptr_array_index (self->groups, i);
      guint index = g_array_index (self->cluster_of, guint, i);

      if (!group->is_accepted)
        continue;
      g_ptr_array_add (accepted, g_ptr_array_index (self->clusters, index));
      n_new++;
    }
  if (accepted->len == 0)
    {
      trio_suggest_panel_cancel (self);
      return FALSE;
    }
  if (!trio_command_accept_clusters (model, self->station, self->suggestion, accepted, &error))
    {
      trio_board_tell_text (self->board, error->message);
      stop (self, FALSE);
      return FALSE;
    }
  text = g_strdup_printf (ngettext ("%u cluster made", "%u clusters made", n_new), n_new);
  trio_board_tell_done (self->board, text);
  stop (self, TRUE);
  return TRUE;
}

/**
 * trio_suggest_panel_cancel:
 * @self: the panel
 *
 * Ends the preview; everything is as it was.
 */
void
trio_suggest_panel_cancel (TrioSuggestPanel *self)
{
  g_return_if_fail (TRIO_IS_SUGGEST_PANEL (self));

  stop (self, FALSE);
}

/**
 * trio_suggest_panel_is_active:
 * @self: the panel
 *
 * Returns: whether clusters are being looked for or previewed
 */
gboolean
trio_suggest_panel_is_active (TrioSuggestPanel *self)
{
  g_return_val_if_fail (TRIO_IS_SUGGEST_PANEL (self), FALSE);

  return self->is_active && !self->wants_more;
}

/**
 * trio_suggest_panel_set_granularity:
 * @self: the panel
 * @granularity: 0 for few large clusters, 1 for many small ones
 *
 * Moves the slider.
 */
void
trio_suggest_panel_set_granularity (TrioSuggestPanel *self, double granularity)
{
  g_return_if_fail (TRIO_IS_SUGGEST_PANEL (self));

  gtk_range_set_value (GTK_RANGE (self->scale), granularity);
}

/**
 * trio_suggest_panel_get_groups:
 * @self: the panel
 *
 * Returns: (transfer none) (nullable) (element-type TrioSceneGroup): what is proposed now
 */
GPtrArray *
trio_suggest_panel_get_groups (TrioSuggestPanel *self)
{
  g_return_val_if_fail (TRIO_IS_SUGGEST_PANEL (self), NULL);

  return self->groups;
}
