/* fault-disk.c: a layer over SQLite's file access that fails calls on request. */
#include "fault-disk.h"

#include <errno.h>
#include <glib.h>
#include <sqlite3.h>

/* What fails: from the call number @after on, @times times, with @code and @number. */
static struct
{
  int calls;
  int code;
  int number;
  int after;
  int times;
} fault;
static int n_failed;
static int generation;
static int last_errno;

typedef struct
{
  sqlite3_file base;
  sqlite3_file *real;
  int generation;
} Shim;

static sqlite3_vfs *real_vfs;
static sqlite3_vfs shim_vfs;

static int
check (sqlite3_file *file, int call)
{
  if (file != NULL && ((Shim *)file)->generation != g_atomic_int_get (&generation))
    {
      g_atomic_int_set (&last_errno, EIO);
      return SQLITE_IOERR;
    }
  if ((g_atomic_int_get (&fault.calls) & call) == 0)
    return SQLITE_OK;
  if (g_atomic_int_add (&fault.after, -1) > 0)
    return SQLITE_OK;
  if (g_atomic_int_add (&fault.times, -1) <= 0)
    {
      g_atomic_int_set (&fault.calls, 0);
      return SQLITE_OK;
    }
  g_atomic_int_inc (&n_failed);
  g_atomic_int_set (&last_errno, fault.number);
  return fault.code;
}

void
fault_break_disk (int calls, int code, int number, int after, int times)
{
  g_atomic_int_set (&fault.calls, 0);
  fault.code = code;
  fault.number = number;
  g_atomic_int_set (&fault.after, after);
  g_atomic_int_set (&fault.times, times);
  g_atomic_int_set (&n_failed, 0);
  g_atomic_int_set (&fault.calls, calls);
}

void
fault_mend_disk (void)
{
  g_atomic_int_set (&fault.calls, 0);
  g_atomic_int_set (&last_errno, 0);
}

#define REAL(file) (((Shim *)(file))->real)

static int
shim_close (sqlite3_file *file)
{
  int rc = REAL (file)->pMethods != NULL ? REAL (file)->pMethods->xClose (REAL (file)) : SQLITE_OK;

  g_free (REAL (file));
  return rc;
}

static int
shim_read (sqlite3_file *file, void *to, int n, sqlite3_int64 at)
{
  int rc = check (file, CALL_READ);

  return rc != SQLITE_OK ? SQLITE_IOERR_READ
                         : REAL (file)->pMethods->xRead (REAL (file), to, n, at);
}

static int
shim_write (sqlite3_file *file, const void *from, int n, sqlite3_int64 at)
{
  int rc = check (file, CALL_WRITE);

  return rc != SQLITE_OK ? rc : REAL (file)->pMethods->xWrite (REAL (file), from, n, at);
}

static int
shim_truncate (sqlite3_file *file, sqlite3_int64 size)
{
  int rc = check (file, CALL_TRUNCATE);

  return rc != SQLITE_OK ? rc : REAL (file)->pMethods->xTruncate (REAL (file), size);
}

static int
shim_sync (sqlite3_file *file, int flags)
{
  int rc = check (file, CALL_SYNC);

  return rc != SQLITE_OK ? rc : REAL (file)->pMethods->xSync (REAL (file), flags);
}

static int
shim_size (sqlite3_file *file, sqlite3_int64 *size)
{
  return REAL (file)->pMethods->xFileSize (REAL (file), size);
}

static int
shim_lock (sqlite3_file *file, int level)
{
  int rc = check (file, CALL_LOCK);

  return rc != SQLITE_OK ? SQLITE_IOERR_LOCK : REAL (file)->pMethods->xLock (REAL (file), level);
}

static int
shim_unlock (sqlite3_file *file, int level)
{
  return REAL (file)->pMethods->xUnlock (REAL (file), level);
}

static int
shim_check_reserved (sqlite3_file *file, int *held)
{
  return REAL (file)->pMethods->xCheckReservedLock (REAL (file), held);
}

static int
shim_control (sqlite3_file *file, int what, void *argument)
{
  return REAL (file)->pMethods->xFileControl (REAL (file), what, argument);
}

static int
shim_sector_size (sqlite3_file *file)
{
  return REAL (file)->pMethods->xSectorSize (REAL (file));
}

static int
shim_characteristics (sqlite3_file *file)
{
  return REAL (file)->pMethods->xDeviceCharacteristics (REAL (file));
}

static const sqlite3_io_methods shim_methods = {
  1,
  shim_close,
  shim_read,
  shim_write,
  shim_truncate,
  shim_sync,
  shim_size,
  shim_lock,
  shim_unlock,
  shim_check_reserved,
  shim_control,
  shim_sector_size,
  shim_characteristics,
};

static int
shim_open (sqlite3_vfs *vfs, const char *name, sqlite3_file *file, int flags, int *out_flags)
{
  Shim *shim = (Shim *)file;
  int rc = check (NULL, CALL_OPEN);

  file->pMethods = NULL;
  if (rc != SQLITE_OK)
    return SQLITE_CANTOPEN;
  shim->generation = g_atomic_int_get (&generation);
  shim->real = g_malloc0 (real_vfs->szOsFile);
  rc = real_vfs->xOpen (real_vfs, name, shim->real, flags, out_flags);
  if (rc == SQLITE_OK)
    file->pMethods = &shim_methods;
  else
    g_free (shim->real);
  return rc;
}

static int
shim_last_error (sqlite3_vfs *vfs, int n, char *message)
{
  int number = g_atomic_int_get (&last_errno);

  return number != 0 ? number : real_vfs->xGetLastError (real_vfs, n, message);
}

void
fault_install (void)
{
  real_vfs = sqlite3_vfs_find (NULL);
  shim_vfs = *real_vfs;
  shim_vfs.zName = "faults";
  shim_vfs.szOsFile = sizeof (Shim);
  shim_vfs.xOpen = shim_open;
  shim_vfs.xGetLastError = shim_last_error;
  g_assert_cmpint (sqlite3_vfs_register (&shim_vfs, 1), ==, SQLITE_OK);
}

/* How many calls have failed since the disk was broken. */
int
fault_count (void)
{
  return g_atomic_int_get (&n_failed);
}

/* Files that are open now are dead from now on, as after pulling a stick; files that are
 * opened later work. */
void
fault_kill_handles (void)
{
  g_atomic_int_inc (&generation);
}
