/* trio-invariants.c: what must be true of a record beyond each single field.
 *
 * Both edits and files from outside are held against this: references point to objects of
 * the right kind, questions nest once, a note's cluster lies on its own station.
 */
#include "config.h"

#include "model/trio-model-private.h"

#include <glib/gi18n-lib.h>

#include "base/trio-error.h"

static gboolean
check_reference (
    const TrioRecord *record, guint field, TrioLookup lookup, gpointer data, GError **error)
{
  const TrioField *info = &trio_kind_get_info (record->kind)->fields[field];
  TrioId target = trio_record_get_ref (record, field);
  const TrioRecord *found = target != 0 ? lookup (target, data) : NULL;

  if (target == 0 || (found != NULL && found->kind == info->target && target != record->id))
    return TRUE;
  g_set_error (error, TRIO_ERROR, TRIO_ERROR_INVALID,
               /* Translators: technical message; the names are "note", "station" and so on. */
               _ ("A %s refers to a %s that does not exist."),
               trio_kind_get_info (record->kind)->name, trio_kind_get_info (info->target)->name);
  return FALSE;
}

static gboolean
check_question (const TrioRecord *record, TrioLookup lookup, gpointer data, GError **error)
{
  TrioId parent_id = trio_record_get_ref (record, TRIO_QUESTION_PARENT);
  const TrioRecord *parent;

  if (parent_id == 0)
    return TRUE;
  parent = lookup (parent_id, data);
  if (trio_record_is_null (parent, TRIO_QUESTION_PARENT)
      && trio_record_get_ref (parent, TRIO_QUESTION_THEME)
             == trio_record_get_ref (record, TRIO_QUESTION_THEME))
    return TRUE;
  g_set_error_literal (error, TRIO_ERROR, TRIO_ERROR_INVALID,
                       _ ("Questions can be nested one level deep, within one theme."));
  return FALSE;
}

static gboolean
check_note (const TrioRecord *record, TrioLookup lookup, gpointer data, GError **error)
{
  TrioId cluster_id = trio_record_get_ref (record, TRIO_NOTE_CLUSTER);
  TrioId stack_id = trio_record_get_ref (record, TRIO_NOTE_STACK);

  if (cluster_id != 0)
    {
      const TrioRecord *cluster = lookup (cluster_id, data);

      if (trio_record_get_ref (cluster, TRIO_CLUSTER_STATION)
          != trio_record_get_ref (record, TRIO_NOTE_STATION))
        {
          g_set_error_literal (error, TRIO_ERROR, TRIO_ERROR_INVALID,
                               _ ("An input and its cluster must be at the same station."));
          return FALSE;
        }
    }
  if (stack_id != 0 && !trio_record_is_null (lookup (stack_id, data), TRIO_NOTE_STACK))
    {
      g_set_error_literal (error, TRIO_ERROR, TRIO_ERROR_INVALID,
                           _ ("An input can only be stacked under one that lies on top."));
      return FALSE;
    }
  return TRUE;
}

/**
 * trio_record_check:
 * @record: a record whose fields each passed trio_field_check()
 * @lookup: finds the records that it refers to
 * @data: data for @lookup
 * @error: return location for an error of the domain %TRIO_ERROR
 *
 * Returns: whether the record fits among the others
 */
gboolean
trio_record_check (const TrioRecord *record, TrioLookup lookup, gpointer data, GError **error)
{
  const TrioKindInfo *info = trio_kind_get_info (record->kind);

  for (guint i = 0; i < info->n_fields; i++)
    if (info->fields[i].type == TRIO_FIELD_REF && !check_reference (record, i, lookup, data, error))
      return FALSE;
  if (record->kind == TRIO_KIND_QUESTION)
    return check_question (record, lookup, data, error);
  if (record->kind == TRIO_KIND_NOTE)
    return check_note (record, lookup, data, error);
  return TRUE;
}
