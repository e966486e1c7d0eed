/* trio-working-set.c: the records that a transaction is about to change.
 *
 * Edits, undo and redo all fill a working set; what comes out is the same list of objects
 * before and after, however many times each was touched.
 */
#include "config.h"

#include "model/trio-model-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "base/trio-error.h"
#include "base/trio-rank.h"

typedef struct
{
  TrioId id;
  TrioRecord *before; /* borrowed from the model, or NULL */
  TrioRecord *after;  /* owned, or NULL */
} Entry;

struct _TrioWorkingSet
{
  TrioModel *model;
  GPtrArray *order;       /* of Entry, as first touched */
  GHashTable *by_id;      /* &entry->id → entry */
  GHashTable *last_ranks; /* "kind:field:parent" → the last rank given out there */
};

static void
free_entry (gpointer data)
{
  Entry *entry = data;

  g_clear_pointer (&entry->before, trio_record_unref);
  g_clear_pointer (&entry->after, trio_record_unref);
  g_free (entry);
}

/* Gives up what a delta holds. */
void
trio_delta_clear (TrioDelta *delta)
{
  g_clear_pointer (&delta->before, trio_record_unref);
  g_clear_pointer (&delta->after, trio_record_unref);
}

static Entry *
add_entry (TrioWorkingSet *set, TrioId id)
{
  Entry *entry = g_new0 (Entry, 1);

  entry->id = id;
  g_ptr_array_add (set->order, entry);
  g_hash_table_insert (set->by_id, &entry->id, entry);
  return entry;
}

static Entry *
find_or_open (TrioWorkingSet *set, TrioId id)
{
  Entry *entry = g_hash_table_lookup (set->by_id, &id);
  TrioRecord *record;

  if (entry != NULL)
    return entry;
  record = g_hash_table_lookup (trio_model_get_records (set->model), &id);
  if (record == NULL)
    return NULL;
  entry = add_entry (set, id);
  entry->before = trio_record_ref (record);
  entry->after = trio_record_copy (record);
  return entry;
}

/* Makes an empty working set on top of the model. */
TrioWorkingSet *
trio_working_set_new (TrioModel *model)
{
  TrioWorkingSet *set = g_new0 (TrioWorkingSet, 1);

  set->model = model;
  set->order = g_ptr_array_new_with_free_func (free_entry);
  set->by_id = g_hash_table_new (g_int64_hash, g_int64_equal);
  set->last_ranks = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  return set;
}

/* Drops the working set and all that was not finished. */
void
trio_working_set_free (TrioWorkingSet *set)
{
  g_hash_table_unref (set->by_id);
  g_hash_table_unref (set->last_ranks);
  g_ptr_array_unref (set->order);
  g_free (set);
}

/* The record of an object for changing, or NULL when there is no such object. */
TrioRecord *
trio_working_set_open (TrioWorkingSet *set, TrioId id)
{
  Entry *entry = find_or_open (set, id);

  return entry != NULL ? entry->after : NULL;
}

/* The record of an object as it would be now, or NULL. */
const TrioRecord *
trio_working_set_get (TrioWorkingSet *set, TrioId id)
{
  Entry *entry = g_hash_table_lookup (set->by_id, &id);

  if (entry != NULL)
    return entry->after;
  return g_hash_table_lookup (trio_model_get_records (set->model), &id);
}

/* Takes a new object over; an object with that id must not exist. */
void
trio_working_set_add (TrioWorkingSet *set, TrioRecord *record)
{
  Entry *entry = find_or_open (set, record->id);

  if (entry == NULL)
    entry = add_entry (set, record->id);
  g_clear_pointer (&entry->after, trio_record_unref);
  entry->after = record;
}

/* Takes an object away; FALSE when there is none. */
gboolean
trio_working_set_remove (TrioWorkingSet *set, TrioId id)
{
  Entry *entry = find_or_open (set, id);

  if (entry == NULL || entry->after == NULL)
    return FALSE;
  g_clear_pointer (&entry->after, trio_record_unref);
  return TRUE;
}

static gboolean
is_removed (TrioWorkingSet *set, TrioId id)
{
  Entry *entry = g_hash_table_lookup (set->by_id, &id);

  return entry != NULL && entry->after == NULL;
}

static gboolean
has_removals (TrioWorkingSet *set)
{
  for (guint i = 0; i < set->order->len; i++)
    if (((Entry *)g_ptr_array_index (set->order, i))->after == NULL)
      return TRUE;
  return FALSE;
}

/* Lets go of what @record refers to and is removed; TRUE when the record itself must go. */
static gboolean
let_go (TrioWorkingSet *set, const TrioRecord *record)
{
  const TrioKindInfo *info = trio_kind_get_info (record->kind);

  for (guint i = 0; i < info->n_fields; i++)
    {
      TrioId target;
      TrioRecord *open;

      if (info->fields[i].type != TRIO_FIELD_REF)
        continue;
      target = trio_record_get_ref (record, i);
      if (target == 0 || !is_removed (set, target))
        continue;
      if (info->fields[i].flags & TRIO_FIELD_CASCADE)
        return TRUE;
      open = trio_working_set_open (set, record->id);
      trio_value_clear (&open->values[i]);
      if (info->fields[i].order != TRIO_NO_FIELD
          && (info->fields[info->fields[i].order].flags & TRIO_FIELD_NULLABLE) != 0)
        trio_value_clear (&open->values[info->fields[i].order]);
      record = open;
    }
  return FALSE;
}

static gboolean
cascade_once (TrioWorkingSet *set)
{
  g_autoptr (GPtrArray) candidates = g_ptr_array_new ();
  GHashTableIter iter;
  gpointer record;
  gboolean removed_more = FALSE;

  g_hash_table_iter_init (&iter, trio_model_get_records (set->model));
  while (g_hash_table_iter_next (&iter, NULL, &record))
    if (trio_working_set_get (set, ((TrioRecord *)record)->id) != NULL)
      g_ptr_array_add (candidates, record);

  for (guint i = 0; i < candidates->len; i++)
    {
      TrioId id = ((TrioRecord *)g_ptr_array_index (candidates, i))->id;

      if (let_go (set, trio_working_set_get (set, id)))
        removed_more |= trio_working_set_remove (set, id);
    }
  for (guint i = 0; i < set->order->len; i++)
    {
      Entry *entry = g_ptr_array_index (set->order, i);

      if (entry->before == NULL && entry->after != NULL && let_go (set, entry->after))
        removed_more |= trio_working_set_remove (set, entry->id);
    }
  return removed_more;
}

/* Follows removals: what cannot be without the removed goes too, other references clear. */
void
trio_working_set_cascade (TrioWorkingSet *set)
{
  if (!has_removals (set))
    return;
  while (cascade_once (set))
    ;
}

static const TrioRecord *
lookup_cb (TrioId id, gpointer set)
{
  return trio_working_set_get (set, id);
}

static gboolean
check_values (const Entry *entry, GError **error)
{
  for (guint i = 0; i < entry->after->n_values; i++)
    if (entry->before == NULL
        || !trio_value_equal (&entry->before->values[i], &entry->after->values[i]))
      if (!trio_field_check (entry->after->kind, i, &entry->after->values[i], error))
        return FALSE;
  return TRUE;
}

static gboolean
check_workshop (const Entry *entry, TrioWorkingSet *set, GError **error)
{
  const TrioRecord *workshop = trio_model_get_workshop_record (set->model);

  if (entry->before != NULL && entry->before->kind == TRIO_KIND_WORKSHOP && entry->after == NULL)
    {
      g_set_error_literal (error, TRIO_ERROR, TRIO_ERROR_INVALID,
                           _ ("The workshop itself cannot be deleted."));
      return FALSE;
    }
  if (entry->before == NULL && entry->after != NULL && entry->after->kind == TRIO_KIND_WORKSHOP
      && workshop != NULL)
    {
      g_set_error_literal (error, TRIO_ERROR, TRIO_ERROR_INVALID,
                           _ ("A file holds one workshop only."));
      return FALSE;
    }
  return TRUE;
}

/* Whether other records may depend on what the entry changed, beyond that it exists. */
static gboolean
concerns_others (const Entry *entry)
{
  static const struct
  {
    TrioKind kind;
    guint field;
  } concerning[] = {
    { TRIO_KIND_CLUSTER, TRIO_CLUSTER_STATION },
    { TRIO_KIND_QUESTION, TRIO_QUESTION_THEME },
    { TRIO_KIND_QUESTION, TRIO_QUESTION_PARENT },
    { TRIO_KIND_NOTE, TRIO_NOTE_STACK },
  };

  if (entry->before == NULL || entry->after == NULL)
    return FALSE;
  for (guint i = 0; i < G_N_ELEMENTS (concerning); i++)
    if (concerning[i].kind == entry->after->kind
        && trio_record_get_ref (entry->before, concerning[i].field)
               != trio_record_get_ref (entry->after, concerning[i].field))
      return TRUE;
  return FALSE;
}

/* Checks the records that the set does not touch, where a touched one concerns them. */
static gboolean
check_others (TrioWorkingSet *set, GError **error)
{
  gboolean concerned = FALSE;
  GHashTableIter iter;
  gpointer value;

  for (guint i = 0; i < set->order->len && !concerned; i++)
    concerned = concerns_others (g_ptr_array_index (set->order, i));
  if (!concerned)
    return TRUE;
  g_hash_table_iter_init (&iter, trio_model_get_records (set->model));
  while (g_hash_table_iter_next (&iter, NULL, &value))
    {
      const TrioRecord *record = value;

      if (record->kind != TRIO_KIND_NOTE && record->kind != TRIO_KIND_QUESTION)
        continue;
      if (!g_hash_table_contains (set->by_id, &record->id)
          && !trio_record_check (record, lookup_cb, set, error))
        return FALSE;
    }
  return TRUE;
}

/* Whether everything in the set may become part of the model. */
gboolean
trio_working_set_check (TrioWorkingSet *set, GError **error)
{
  for (guint i = 0; i < set->order->len; i++)
    {
      const Entry *entry = g_ptr_array_index (set->order, i);

      if (!check_workshop (entry, set, error))
        return FALSE;
      if (entry->after == NULL)
        continue;
      if (!check_values (entry, error) || !trio_record_check (entry->after, lookup_cb, set, error))
        return FALSE;
    }
  return check_others (set, error);
}

/* Gives every group that differs from before the stamp; FALSE when nothing differs. */
static gboolean
stamp_changes (const Entry *entry, const TrioStamp *stamp)
{
  const TrioKindInfo *info = trio_kind_get_info (entry->after->kind);
  gboolean differs = entry->before == NULL;

  for (guint i = 0; i < info->n_fields; i++)
    if (entry->before == NULL
        || !trio_value_equal (&entry->before->values[i], &entry->after->values[i]))
      {
        entry->after->stamps[info->fields[i].group] = *stamp;
        differs = TRUE;
      }
  return differs;
}

/* Hands out what changed, as an array of TrioDelta; the set is empty afterwards. */
GArray *
trio_working_set_finish (TrioWorkingSet *set, const TrioStamp *stamp)
{
  GArray *deltas = g_array_new (FALSE, TRUE, sizeof (TrioDelta));

  g_array_set_clear_func (deltas, (GDestroyNotify)trio_delta_clear);
  for (guint i = 0; i < set->order->len; i++)
    {
      Entry *entry = g_ptr_array_index (set->order, i);
      TrioDelta delta;

      if (entry->before == NULL && entry->after == NULL)
        continue;
      if (entry->after != NULL && !stamp_changes (entry, stamp))
        continue;
      delta.before = g_steal_pointer (&entry->before);
      delta.after = g_steal_pointer (&entry->after);
      g_array_append_val (deltas, delta);
    }
  g_hash_table_remove_all (set->by_id);
  g_ptr_array_set_size (set->order, 0);
  return deltas;
}

/* A rank after every sibling, in the model and among those placed by this set before. */
char *
trio_working_set_make_last_rank (
    TrioWorkingSet *set, TrioKind kind, guint ref_field, TrioId parent, guint order)
{
  g_autofree char *key = g_strdup_printf ("%d:%u:%" G_GINT64_FORMAT, kind, ref_field, parent);
  const char *last = g_hash_table_lookup (set->last_ranks, key);
  char *rank;

  if (last == NULL)
    last = trio_object_list_get_last_rank (
        trio_model_ensure_list (set->model, kind, ref_field, parent, order));
  rank = trio_rank_between (last, NULL);
  g_hash_table_replace (set->last_ranks, g_steal_pointer (&key), g_strdup (rank));
  return rank;
}

static void
consider_previous (const TrioRecord *record,
                   const TrioRecord *next,
                   guint order,
                   const char **previous)
{
  const char *rank = trio_record_get_text (record, order);

  if (trio_record_compare_by (record, next, order) < 0
      && (*previous == NULL || strcmp (rank, *previous) > 0))
    *previous = rank;
}

/* A rank right before @next, ignoring where @moving is now. */
char *
trio_working_set_make_rank_before (
    TrioWorkingSet *set, const TrioRecord *next, guint ref_field, guint order, TrioId moving)
{
  TrioId parent = ref_field != TRIO_NO_FIELD ? trio_record_get_ref (next, ref_field) : 0;
  const char *previous = NULL;
  GHashTableIter iter;
  gpointer value;

  g_hash_table_iter_init (&iter, trio_model_get_records (set->model));
  while (g_hash_table_iter_next (&iter, NULL, &value))
    {
      const TrioRecord *record = value;

      if (record->kind == next->kind && record->id != moving
          && !g_hash_table_contains (set->by_id, &record->id)
          && (ref_field == TRIO_NO_FIELD || trio_record_get_ref (record, ref_field) == parent))
        consider_previous (record, next, order, &previous);
    }
  for (guint i = 0; i < set->order->len; i++)
    {
      const TrioRecord *record = ((Entry *)g_ptr_array_index (set->order, i))->after;

      if (record != NULL && record->kind == next->kind && record->id != moving
          && (ref_field == TRIO_NO_FIELD || trio_record_get_ref (record, ref_field) == parent))
        consider_previous (record, next, order, &previous);
    }
  return trio_rank_between (previous, trio_record_get_text (next, order));
}
