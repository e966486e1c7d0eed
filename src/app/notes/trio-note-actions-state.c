/* trio-note-actions-state.c: which actions apply now, and what is selected after them. */
#include "config.h"

#include "app/notes/trio-note-actions-private.h"

#include "document/wall/trio-wall-screen.h"
#include "model/trio-reading-order.h"

/* What an update needs to know about the inputs that actions would be done to. */
typedef struct
{
  guint n;
  TrioId station;     /* of the first */
  gboolean one_place; /* all at one station */
  GHashTable *clusters;
  guint n_loose;
  gboolean any_normal;
  gboolean any_withheld;
  gboolean any_raised;
  gboolean any_quiet;    /* not raised */
  gboolean any_unlooked; /* flagged, or with what looks like personal data in it */
  gboolean any_stacked;
  gboolean any_voted;
  gboolean any_chosen; /* for the wall */
  gboolean all_chosen;
} Facts;

/* Looking for stacks below each of thousands of inputs costs more than an action that then
 * does nothing. */
#define MAX_STACK_CHECKS 64

static gboolean
has_stack (TrioModel *model, TrioId note)
{
  GListModel *below = trio_model_get_children (model, TRIO_KIND_NOTE, TRIO_NOTE_STACK, note);

  return g_list_model_get_n_items (below) > 0;
}

/* The wall holds it back until somebody has looked; to look at thousands takes too long here. */
static gboolean
is_suspected (const TrioRecord *note, guint n_targets)
{
  return n_targets <= MAX_STACK_CHECKS
         && trio_record_get_int (note, TRIO_NOTE_FLAG) == TRIO_FLAG_NONE
         && !trio_wall_screen_lets_words_pass (trio_record_get_text (note, TRIO_NOTE_TEXT));
}

static void
add_facts (TrioNoteActions *self, Facts *facts, const TrioRecord *note, guint n_targets)
{
  TrioId station = trio_record_get_ref (note, TRIO_NOTE_STATION);
  TrioId cluster = trio_record_get_ref (note, TRIO_NOTE_CLUSTER);
  gint64 state = trio_record_get_int (note, TRIO_NOTE_STATE);
  gboolean is_raised = trio_record_get_int (note, TRIO_NOTE_FLAG) == TRIO_FLAG_RAISED;
  gboolean is_chosen = trio_record_get_int (note, TRIO_NOTE_FLAG) == TRIO_FLAG_CHOSEN;

  if (facts->n == 0)
    facts->station = station;
  facts->one_place &= facts->station == station;
  facts->n++;
  if (cluster != 0)
    g_hash_table_add (facts->clusters, g_memdup2 (&cluster, sizeof cluster));
  else
    facts->n_loose++;
  facts->any_withheld |= state == TRIO_NOTE_STATE_WITHHELD;
  facts->any_normal |= state == TRIO_NOTE_STATE_NORMAL;
  facts->any_raised |= is_raised;
  facts->any_quiet |= !is_raised;
  facts->any_unlooked |= is_raised || is_suspected (note, n_targets);
  facts->any_chosen |= is_chosen;
  facts->all_chosen &= is_chosen;
  facts->any_voted |= trio_record_get_int (note, TRIO_NOTE_VOTES) > 0;
  facts->any_stacked |= trio_record_get_ref (note, TRIO_NOTE_STACK) != 0
                        || n_targets > MAX_STACK_CHECKS || has_stack (self->model, note->id);
}

static void
enable (TrioNoteActions *self, const char *name, gboolean is_enabled)
{
  GAction *action = g_action_map_lookup_action (G_ACTION_MAP (self->group), name);

  g_simple_action_set_enabled (G_SIMPLE_ACTION (action), is_enabled);
}

static guint
count_in_cluster (TrioNoteActions *self, TrioId cluster)
{
  return g_list_model_get_n_items (
      trio_model_get_children (self->model, TRIO_KIND_NOTE, TRIO_NOTE_CLUSTER, cluster));
}

/* Whether the inputs are some, but not all, of one cluster. */
static gboolean
can_split (TrioNoteActions *self, const Facts *facts)
{
  GHashTableIter iter;
  gpointer key;

  if (facts->n == 0 || facts->n_loose > 0 || g_hash_table_size (facts->clusters) != 1)
    return FALSE;
  g_hash_table_iter_init (&iter, facts->clusters);
  g_hash_table_iter_next (&iter, &key, NULL);
  return count_in_cluster (self, *(TrioId *)key) > facts->n;
}

static void
enable_all (TrioNoteActions *self, const Facts *facts)
{
  static const char *const for_notes[]
      = { "cut", "delete", "colour", "role", "round", "group", "move", "move-to" };
  gboolean can_change = !trio_model_get_read_only (self->model);
  gboolean any = can_change && facts->n > 0;
  gboolean has_cluster = can_change && trio_note_actions_get_cluster (self) != 0;
  g_autoptr (GArray) clusters = trio_note_actions_dup_clusters (self);

  for (guint i = 0; i < G_N_ELEMENTS (for_notes); i++)
    enable (self, for_notes[i], any);
  enable (self, "copy", facts->n > 0);
  enable (self, "choose-round",
          any && g_list_model_get_n_items (trio_model_get_list (self->model, TRIO_KIND_ROUND)) > 0);
  enable (self, "new-note", can_change);
  enable (self, "paste", can_change);
  enable (self, "vote", any || has_cluster);
  enable (self, "count-votes", any || has_cluster);
  enable (self, "quote", any && facts->any_normal && !facts->all_chosen);
  enable (self, "unquote", any && facts->any_chosen);
  enable (self, "edit", any && (facts->n == 1 || trio_selection_get_focus (self->selection) != 0));
  enable (self, "edit-or-rename", any || has_cluster);
  enable (self, "put-in-cluster", any && clusters->len > 0);
  enable (self, "ungroup", any && g_hash_table_size (facts->clusters) > 0);
  enable (self, "split-cluster", any && can_split (self, facts));
  enable (self, "merge-clusters", any && g_hash_table_size (facts->clusters) > 1);
  enable (self, "rename-cluster", has_cluster);
  enable (self, "dissolve-cluster", has_cluster);
  enable (self, "select-cluster", trio_note_actions_get_cluster (self) != 0);
  enable (self, "shift", any || has_cluster);
  enable (self, "stack", any && facts->n > 1 && facts->one_place);
  enable (self, "unstack", any && facts->any_stacked);
  enable (self, "withhold", any && facts->any_normal);
  enable (self, "release", any && facts->any_withheld);
  enable (self, "flag", any && facts->any_quiet);
  enable (self, "clear-flag", any && facts->any_unlooked);
}

/**
 * trio_note_actions_update:
 * @self: the actions
 *
 * Enables what can be done now, and nothing else.
 */
void
trio_note_actions_update (TrioNoteActions *self)
{
  g_autoptr (GArray) ids = trio_note_actions_dup_targets (self);
  Facts facts = { .one_place = TRUE, .all_chosen = TRUE };

  facts.clusters = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  for (guint i = 0; i < ids->len; i++)
    add_facts (self, &facts, trio_model_get_record (self->model, TRIO_IDS (ids)[i]), ids->len);
  enable_all (self, &facts);
  g_hash_table_unref (facts.clusters);
}

/**
 * trio_note_actions_get_cluster:
 * @self: the actions
 *
 * Returns: number of the cluster that an action on clusters is done to, or 0: the one whose
 *   heading has the focus, or the one in which the focus or the first selected input lies
 */
TrioId
trio_note_actions_get_cluster (TrioNoteActions *self)
{
  TrioId cluster = trio_selection_get_focus_cluster (self->selection);
  g_autoptr (GArray) ids = NULL;

  if (cluster != 0)
    return cluster;
  ids = trio_note_actions_dup_targets (self);
  return ids->len > 0 ? trio_record_get_ref (trio_model_get_record (self->model, TRIO_IDS (ids)[0]),
                                             TRIO_NOTE_CLUSTER)
                      : 0;
}

/**
 * trio_note_actions_dup_clusters:
 * @self: the actions
 *
 * Returns: (transfer full) (element-type TrioId): the clusters that number keys mean, in order:
 *   those of the station on view, or of the station where the first selected input is
 */
GArray *
trio_note_actions_dup_clusters (TrioNoteActions *self)
{
  GArray *clusters = g_array_new (FALSE, FALSE, sizeof (TrioId));
  TrioId station;
  GListModel *list;

  g_return_val_if_fail (TRIO_IS_NOTE_ACTIONS (self), clusters);

  station = self->station;
  if (station == 0)
    {
      g_autoptr (GArray) ids = trio_note_actions_dup_targets (self);

      if (ids->len > 0)
        station = trio_record_get_ref (trio_model_get_record (self->model, TRIO_IDS (ids)[0]),
                                       TRIO_NOTE_STATION);
    }
  if (station == 0)
    return clusters;

  list = trio_model_get_children (self->model, TRIO_KIND_CLUSTER, TRIO_CLUSTER_STATION, station);
  for (guint i = 0; i < g_list_model_get_n_items (list); i++)
    {
      g_autoptr (TrioObject) cluster = g_list_model_get_item (list, i);
      TrioId id = trio_object_get_id (cluster);

      g_array_append_val (clusters, id);
    }
  return clusters;
}

static gboolean
is_among (const GArray *ids, TrioId id)
{
  for (guint i = 0; i < ids->len; i++)
    if (TRIO_IDS (ids)[i] == id)
      return TRUE;
  return FALSE;
}

/* What lies in a stack is seen with its top, wherever it was written. */
static gboolean
is_stacked (TrioNoteActions *self, TrioId note)
{
  return trio_record_get_ref (trio_model_get_record (self->model, note), TRIO_NOTE_STACK) != 0;
}

static gboolean
is_shown (TrioNoteActions *self, TrioId note)
{
  return !is_stacked (self, note)
         && trio_note_filter_matches (self->filter, trio_model_get_record (self->model, note));
}

static gboolean
is_candidate (TrioNoteActions *self, TrioId note, const GArray *leaving)
{
  return !is_among (leaving, note) && is_shown (self, note);
}

static GArray *
dup_notes_in_view (TrioNoteActions *self)
{
  GArray *notes = g_array_new (FALSE, FALSE, sizeof (TrioId));
  GListModel *list = self->station != 0 ? trio_model_get_children (self->model, TRIO_KIND_NOTE,
                                                                   TRIO_NOTE_STATION, self->station)
                                        : trio_model_get_list (self->model, TRIO_KIND_NOTE);

  for (guint i = 0; i < g_list_model_get_n_items (list); i++)
    {
      g_autoptr (TrioObject) note = g_list_model_get_item (list, i);
      TrioId id = trio_object_get_id (note);

      g_array_append_val (notes, id);
    }
  trio_reading_order_sort (self->model, notes);
  return notes;
}

/**
 * trio_note_actions_dup_shown:
 * @self: the actions
 *
 * Returns: (transfer full) (element-type TrioId): the inputs on view in reading order
 */
GArray *
trio_note_actions_dup_shown (TrioNoteActions *self)
{
  g_autoptr (GArray) all = dup_notes_in_view (self);
  GArray *shown = g_array_new (FALSE, FALSE, sizeof (TrioId));

  for (guint i = 0; i < all->len; i++)
    if (is_shown (self, TRIO_IDS (all)[i]))
      g_array_append_val (shown, TRIO_IDS (all)[i]);
  return shown;
}

/**
 * trio_note_actions_find_next:
 * @self: the actions
 * @leaving: (element-type TrioId): inputs in reading order that are about to go elsewhere
 *
 * Returns: number of the input that a person looks at next: the one after the last of them, else
 *   the one before the first, or 0
 */
TrioId
trio_note_actions_find_next (TrioNoteActions *self, const GArray *leaving)
{
  g_autoptr (GArray) notes = dup_notes_in_view (self);
  guint first = notes->len;
  guint last = 0;

  for (guint i = 0; i < notes->len; i++)
    if (is_among (leaving, TRIO_IDS (notes)[i]) && !is_stacked (self, TRIO_IDS (notes)[i]))
      {
        first = MIN (first, i);
        last = i;
      }
    else if (leaving->len == 1 && TRIO_IDS (notes)[i] == TRIO_IDS (leaving)[0])
      first = last = i;
  for (guint i = last + 1; i < notes->len; i++)
    if (is_candidate (self, TRIO_IDS (notes)[i], leaving))
      return TRIO_IDS (notes)[i];
  for (guint i = MIN (first, notes->len); i > 0; i--)
    if (is_candidate (self, TRIO_IDS (notes)[i - 1], leaving))
      return TRIO_IDS (notes)[i - 1];
  return 0;
}
