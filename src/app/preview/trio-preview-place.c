/* trio-preview-place.c: which field of the workshop stands at a place of a document. */
#include "config.h"

#include "app/preview/trio-preview-place.h"

#include <string.h>

static guint
find_field (TrioKind kind, const char *name)
{
  guint named = name != NULL ? trio_kind_find_field (kind, name) : TRIO_NO_FIELD;

  if (named != TRIO_NO_FIELD)
    return named;
  switch (kind)
    {
    case TRIO_KIND_THEME:
      return TRIO_THEME_TITLE;
    case TRIO_KIND_SUMMARY:
      return TRIO_SUMMARY_TEXT;
    case TRIO_KIND_NOTE:
      return TRIO_NOTE_TEXT;
    case TRIO_KIND_QUESTION:
      return TRIO_QUESTION_TEXT;
    case TRIO_KIND_CLUSTER:
      return TRIO_CLUSTER_TITLE;
    case TRIO_KIND_FOLLOWUP:
      return TRIO_FOLLOWUP_WHAT;
    default:
      return 0;
    }
}

/**
 * trio_preview_place_find:
 * @model: a workshop
 * @anchor: what a preview says about a place: the UUID of an object, and the name of a field of
 *   it after a slash where that is not clear
 * @object: (out): number of the object
 * @field: (out): index of the field
 *
 * Finds what is to be edited to change what stands there. A station's heading is the title of
 * its theme.
 *
 * Returns: whether it can be edited
 */
gboolean
trio_preview_place_find (TrioModel *model, const char *anchor, TrioId *object, guint *field)
{
  g_autoptr (TrioSnapshot) snapshot = NULL;
  g_auto (GStrv) parts = NULL;
  const TrioRecord *record;
  TrioUuid uuid;

  g_return_val_if_fail (anchor != NULL && object != NULL && field != NULL, FALSE);

  parts = g_strsplit (anchor, "/", 3);
  if (parts[0] == NULL || !trio_uuid_from_text (&uuid, parts[0]))
    return FALSE;
  snapshot = trio_model_dup_snapshot (model);
  record = trio_snapshot_find_uuid (snapshot, &uuid);
  if (record != NULL && record->kind == TRIO_KIND_STATION)
    record = trio_snapshot_get (snapshot, trio_record_get_ref (record, TRIO_STATION_THEME));
  if (record == NULL)
    return FALSE;
  *object = record->id;
  *field = find_field (record->kind, parts[1]);
  return TRUE;
}
