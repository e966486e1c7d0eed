/* trio-store-reopen.c: coming back to a file whose disk was away.
 *
 * A stick that was pulled and put back leaves a dead descriptor behind. The file is opened
 * anew, with all checks, and taken only if it is in the state in which it was left, or in
 * the one that the last commit was to bring it to.
 */
#include "config.h"

#include "store/trio-store-private.h"

#include <glib/gi18n-lib.h>

static gboolean
same_state (const TrioFileState *a, const TrioFileState *b)
{
  return a->next_id == b->next_id && a->clock == b->clock && a->position == b->position;
}

/* The computers that were written are the first of those that are known. */
static gboolean
same_devices (const TrioFile *file, const TrioFile *again)
{
  if (again->devices->len > file->devices->len)
    return FALSE;
  for (guint i = 0; i < again->devices->len; i++)
    if (g_array_index (again->devices, guint64, i) != g_array_index (file->devices, guint64, i))
      return FALSE;
  return TRUE;
}

/**
 * trio_file_reopen:
 * @file: a file that cannot be written any more
 * @error: return location for an error of the domain %TRIO_ERROR
 *
 * Gives up the connection and the lock, and opens the file again. After a failure @file has
 * no connection, and this may be called again.
 *
 * Returns: whether @file can be used again
 */
gboolean
trio_file_reopen (TrioFile *file, GError **error)
{
  g_autoptr (TrioFile) again = NULL;

  trio_file_drop_statements (file);
  sqlite3_close_v2 (g_steal_pointer (&file->db));
  again = trio_file_open (file->path, TRIO_OPEN_AS_IS, file->schema, NULL, error);
  if (again == NULL)
    return FALSE;
  if (!trio_uuid_equal (&file->uuid, &again->uuid) || !same_devices (file, again)
      || !(same_state (&file->state, &again->state)
           || same_state (&file->attempted, &again->state)))
    {
      g_autofree char *name = trio_place_dup_name (file->path);

      g_set_error (error, TRIO_ERROR, TRIO_ERROR_NOT_FOUND,
                   _ ("Another state of “%s” lies at its place now. Save to another place."), name);
      return FALSE;
    }
  file->db = g_steal_pointer (&again->db);
  file->n_devices_stored = again->devices->len;
  file->holds_lock_note = trio_lock_note_write (file->path);
  return TRUE;
}
