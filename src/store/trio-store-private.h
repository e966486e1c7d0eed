/* trio-store-private.h: what the files of the store share.
 *
 * A TrioFile is one open database with all that belongs to it; it is used by one thread at
 * a time: first by the one that opens it, then only by the writer thread. A TrioWriter is
 * that thread and its queue.
 */
#pragma once

#include <sqlite3.h>

#include "base/trio-error.h"
#include "store/trio-store.h"

G_BEGIN_DECLS

#define TRIO_APPLICATION_ID 0x5452494F /* "TRIO" */
#define TRIO_PAGE_SIZE      4096
#define TRIO_FILE_MAX_SIZE  (G_GINT64_CONSTANT (256) << 20)
#define TRIO_GROUPING_MS    100

/* In the column `field` of the log, kind * 256 + one of these or the index of a field. */
#define TRIO_LOG_CREATED 255
#define TRIO_LOG_DELETED 254

G_DEFINE_AUTOPTR_CLEANUP_FUNC (sqlite3_stmt, sqlite3_finalize)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (sqlite3, sqlite3_close_v2)

/* Internal flag of trio_file_open(): leave an older version as it is, and no note of who
 * holds the file. For backups. */
#define TRIO_OPEN_AS_IS (1 << 8)

/* A numbered migration: an embedded file, or the text itself in tests. */
typedef struct
{
  const char *resource;
  const char *sql;
} TrioMigration;

/* All migrations up to a version. */
typedef struct
{
  const TrioMigration *migrations;
  guint version;
} TrioSchema;

/* What is true of the file as a whole and changes with every transaction. */
typedef struct
{
  TrioId next_id;
  guint64 clock;   /* greatest time of any stamp */
  gint64 position; /* the newest step that is done; the ones after it are undone */
} TrioFileState;

/* Statements that every transaction needs, prepared once; see trio-store-statement.c. */
typedef enum
{
  TRIO_STATEMENT_BEGIN,
  TRIO_STATEMENT_COMMIT,
  TRIO_STATEMENT_PUT_STATE,
  TRIO_STATEMENT_PUT_DEVICE,
  TRIO_STATEMENT_PUT_STEP,
  TRIO_STATEMENT_PUT_CHANGE,
  TRIO_STATEMENT_FIND_STEP,
  TRIO_STATEMENT_PREVIOUS_STEP,
  TRIO_STATEMENT_LAST_CHANGE,
  TRIO_STATEMENT_LIST_STEPS,
  TRIO_STATEMENT_DROP_STEPS,
  TRIO_STATEMENT_DROP_CHANGES,
  TRIO_N_STATEMENTS
} TrioStatement;

typedef struct
{
  char *path;
  sqlite3 *db;
  const TrioSchema *schema;
  guint version;
  gboolean read_only;
  gboolean as_is;
  gboolean holds_lock_note;
  gboolean ended_unexpectedly;
  gint64 backed_up_at; /* monotonic time of the last try in this session, or 0 */
  TrioUuid uuid;
  GArray *devices; /* (element-type guint64): number of device index + 1 */
  guint n_devices_stored;
  TrioFileState state;
  TrioFileState attempted; /* what the last commit was to make of it */
  sqlite3_stmt *replace[TRIO_N_KINDS];
  sqlite3_stmt *remove[TRIO_N_KINDS];
  sqlite3_stmt *statements[TRIO_N_STATEMENTS];
  gint64 deadline;
  GCancellable *cancellable;
  /* What opening found, until the model takes it. */
  GPtrArray *records;
  gint64 last_step;
  guint n_done;
  guint n_undone;
} TrioFile;

/* trio-store-statement.c and trio-store-sqlite.c: errors, statements, the defensive connection. */
GError *trio_sqlite_error (sqlite3 *db, int rc, const char *path);
gboolean trio_sqlite_fail (sqlite3 *db, const char *path, GError **error);
gboolean trio_sqlite_run (sqlite3 *db, const char *path, const char *sql, GError **error);
sqlite3_stmt *trio_sqlite_prepare (sqlite3 *db, const char *path, const char *sql, GError **error);
gboolean trio_sqlite_step_done (sqlite3_stmt *stmt, const char *path, GError **error);
gboolean
trio_sqlite_get_int (sqlite3 *db, const char *path, const char *sql, gint64 *value, GError **error);
sqlite3_stmt *trio_file_get_statement (TrioFile *file, TrioStatement which, GError **error);
gboolean trio_file_run_statement (TrioFile *file, TrioStatement which, GError **error);
gboolean trio_file_get_int (
    TrioFile *file, TrioStatement which, gint64 argument, gint64 *value, GError **error);
sqlite3 *trio_sqlite_open (const char *path, int flags, GError **error);
gboolean trio_sqlite_configure (sqlite3 *db, const char *path, GError **error);
gboolean trio_sqlite_copy (sqlite3 *from,
                           const char *from_path,
                           const char *to_path,
                           const TrioUuid *new_uuid,
                           GError **error);

/* trio-store-schema.c */
const TrioSchema *trio_schema_get_current (void);
gboolean trio_schema_build (
    sqlite3 *db, const char *path, const TrioSchema *schema, guint from, guint to, GError **error);
gboolean trio_schema_verify (
    sqlite3 *db, const char *path, const TrioSchema *schema, guint version, GError **error);
gboolean trio_schema_migrate (TrioFile *file, GError **error);

/* trio-store-pack.c: checksums and compact forms. */
guint64 trio_sum_start (void);
guint64 trio_sum_bytes (guint64 sum, const void *bytes, gsize length);
guint64 trio_sum_int (guint64 sum, gint64 number);
guint64 trio_sum_value (guint64 sum, const TrioValue *value);
guint64 trio_sum_record (const TrioRecord *record, guint version);
guint64 trio_sum_state (const TrioUuid *uuid, const TrioFileState *state);
guint trio_devices_find (GArray *devices, guint64 number);
void trio_pack_stamps (GByteArray *to, const TrioRecord *record, GArray *devices);
gboolean trio_unpack_stamps (TrioRecord *record, GArray *devices, const guint8 *from, gsize n);
void trio_pack_record (GByteArray *to, const TrioRecord *record, GArray *devices);
TrioRecord *trio_unpack_record (TrioId id, GArray *devices, const guint8 *from, gsize n);

/* trio-store-rows.c: records as rows. */
gboolean trio_kind_in_version (TrioKind kind, guint version);
gboolean trio_field_in_version (TrioKind kind, guint field, guint version);
int trio_row_bind_value (sqlite3_stmt *stmt, int index, const TrioValue *value);
gboolean trio_row_get_value (sqlite3_stmt *stmt, int column, TrioValue *value);
TrioValue trio_row_first_value (TrioKind kind, guint field);
gboolean trio_row_put (TrioFile *file, const TrioRecord *record, GError **error);
gboolean trio_row_remove (TrioFile *file, TrioKind kind, TrioId id, GError **error);
gboolean trio_rows_read (TrioFile *file,
                         TrioKind kind,
                         guint version,
                         gboolean verify_sum,
                         GPtrArray *records,
                         GPtrArray *findings,
                         GError **error);

/* trio-store-load.c */
gboolean trio_file_load_base (TrioFile *file, GError **error);
gboolean trio_file_load_records (
    TrioFile *file, guint version, gboolean verify_sum, GPtrArray *findings, GError **error);
gboolean trio_file_load_log (TrioFile *file, GError **error);

/* trio-store-check.c */
gboolean trio_file_check_place (const char *path, GError **error);
gboolean trio_file_check_header (TrioFile *file, GError **error);
gboolean trio_file_check_length (TrioFile *file, GError **error);
gboolean
trio_file_check_pages (TrioFile *file, gboolean thorough, GPtrArray *findings, GError **error);
gboolean trio_file_check_all (TrioFile *file, GPtrArray *findings, GError **error);

/* trio-store-open.c */
TrioFile *trio_file_open (const char *path,
                          TrioOpenFlags flags,
                          const TrioSchema *schema,
                          GCancellable *cancellable,
                          GError **error);
gboolean trio_file_create (const char *path,
                           const TrioSchema *schema,
                           GPtrArray *records,
                           const TrioFileState *state,
                           const TrioUuid *uuid,
                           gboolean replace,
                           GError **error);
gboolean trio_file_reopen (TrioFile *file, GError **error);
gboolean trio_file_drop_statements (TrioFile *file);
void trio_file_close (TrioFile *file);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TrioFile, trio_file_close)

/* trio-store-place.c: names beside the file, temporary files, the note of who holds it. */
char *trio_place_dup_temporary (const char *path);
char *trio_place_dup_name (const char *path);
void trio_place_remove (const char *path);
void trio_place_clean (const char *folder, const char *name);
gboolean
trio_place_publish (const char *temporary, const char *path, gboolean replace, GError **error);
gboolean trio_lock_note_write (const char *path);
gboolean trio_lock_note_exists (const char *path);
void trio_lock_note_remove (const char *path);
GError *trio_lock_note_error (const char *path);
guint64 trio_device_load (void);

/* trio-store-write.c */
gboolean trio_file_begin (TrioFile *file, GError **error);
gboolean trio_file_commit (TrioFile *file, const TrioFileState *state, GError **error);
void trio_file_rollback (TrioFile *file);
gboolean
trio_file_write (TrioFile *file, TrioTransaction *const *moves, guint n_moves, GError **error);

/* trio-store-log.c */
gboolean trio_log_put_step (TrioFile *file,
                            const TrioStep *step,
                            gint64 first_change,
                            GPtrArray *undone_records,
                            gboolean undone,
                            GError **error);
GPtrArray *trio_log_read (
    TrioFile *file, gint64 after, gint64 before, guint max, gboolean newest_first, GError **error);
GPtrArray *trio_log_list (TrioFile *file, guint max, GError **error);

/* trio-store-redact.c */
gboolean trio_file_redact (TrioFile *file,
                           TrioId object,
                           guint field,
                           const char *text,
                           const TrioRecord *record,
                           GError **error);

/* trio-store-copy.c: copies, moving to another place, backups brought back. */
gboolean trio_file_copy_to (TrioFile *file, const char *path, GError **error);
TrioFile *trio_file_move_to (
    TrioFile *file, const char *path, GPtrArray *records, TrioId next_id, GError **error);
gboolean trio_place_refuse_if_open (const char *path, GError **error);

/* trio-store-backup.c */
gboolean trio_backup_make (TrioFile *file, gboolean always, GError **error);
gboolean
trio_backup_redact (TrioFile *file, TrioId object, guint field, const char *text, GError **error);
GError *trio_backup_mention (GError *error, const char *path);

/* trio-store-writer.c */
typedef struct _TrioWriter TrioWriter;
typedef gboolean (*TrioWriterFunc) (TrioFile *file, gpointer data, GError **error);
typedef void (*TrioWriterNotify) (gpointer data);

TrioWriter *trio_writer_new (TrioFile *file, TrioWriterNotify notify, gpointer data);
TrioFile *trio_writer_stop (TrioWriter *self);
void trio_writer_enter (TrioWriter *self);
void trio_writer_leave (TrioWriter *self);
void trio_writer_push (TrioWriter *self, TrioTransaction *transaction);
gboolean trio_writer_call (
    TrioWriter *self, TrioWriterFunc func, gpointer data, gboolean needs_written, GError **error);
void trio_writer_replace_file (TrioWriter *self, TrioFile *file);
gboolean trio_writer_collect (TrioWriter *self, GArray *acknowledged, GError **failure);
GPtrArray *trio_writer_dup_queue (TrioWriter *self);

/* trio-store.c */
struct _TrioStore
{
  GObject parent_instance;

  TrioModel *model;
  TrioWriter *writer; /* NULL once closed */
  char *path;
  gboolean read_only;
  gboolean ended_unexpectedly;
  guint pending;
  GError *failure;
};

GError *trio_store_explain (TrioStore *self, GError *error);
gboolean trio_store_call (
    TrioStore *self, TrioWriterFunc func, gpointer data, gboolean needs_written, GError **error);
TrioStore *trio_store_new_for_file (TrioFile *opened, GError **error);

/* trio-store-history.c */
const TrioHistorySource *trio_store_get_history_source (void);

/* trio-store-start.c; the schema is for tests. */
TrioStore *trio_store_open_with_schema (const char *path,
                                        TrioOpenFlags flags,
                                        const TrioSchema *schema,
                                        GCancellable *cancellable,
                                        GError **error);

G_END_DECLS
