/* trio-store.c: the store as the rest of the program sees it.
 *
 * Connects a model with the writer thread that owns its file: every move of the model is
 * queued there, and what the thread reports becomes properties and signals here.
 */
#include "config.h"

#include "store/trio-store-private.h"

#include <glib/gi18n-lib.h>

enum
{
  PROP_0,
  PROP_PENDING,
  PROP_FAILED,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];
static guint acknowledged_signal;

G_DEFINE_FINAL_TYPE (TrioStore, trio_store, G_TYPE_OBJECT)

/* Takes over what the writer thread has to tell. */
static void
collect_news (TrioStore *self)
{
  g_autoptr (TrioStore) alive = g_object_ref (self);
  g_autoptr (GArray) steps = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_autoptr (GError) failure = NULL;
  gboolean had_failed = self->failure != NULL;
  gboolean failed = trio_writer_collect (self->writer, steps, &failure);

  g_clear_error (&self->failure);
  self->failure = g_steal_pointer (&failure);
  if (failed != had_failed)
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_FAILED]);
  if (steps->len == 0)
    return;
  self->pending -= steps->len;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_PENDING]);
  for (guint i = 0; i < steps->len; i++)
    g_signal_emit (self, acknowledged_signal, 0, g_array_index (steps, gint64, i));
}

/**
 * trio_store_explain: (skip)
 * @self: a store
 * @error: (transfer full): why writing failed
 *
 * Returns: (transfer full): the error, which now says as well how much is not on disk
 */
GError *
trio_store_explain (TrioStore *self, GError *error)
{
  g_autofree char *what = NULL;
  char *message;

  if (self->pending == 0)
    return error;
  what = g_strdup_printf (ngettext ("%u change is not saved yet.", "%u changes are not saved yet.",
                                    self->pending),
                          self->pending);
  message = g_strdup_printf ("%s %s", what, error->message);
  g_free (error->message);
  error->message = message;
  return error;
}

static void
news_cb (gpointer data)
{
  collect_news (data);
}

static void
committed_cb (TrioModel *model, TrioTransaction *transaction, TrioStore *self)
{
  self->pending++;
  trio_writer_push (self->writer, transaction);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_PENDING]);
}

/**
 * trio_store_call: (skip)
 * @self: a store
 * @func: (nullable): what to do with the file in the writer's thread
 * @data: passed to @func
 * @needs_written: whether it is an error when the queue cannot be written first
 * @error: return location for an error
 *
 * Runs something in the writer thread and takes over the news that it caused. Blocks.
 *
 * Returns: what @func returned
 */
gboolean
trio_store_call (
    TrioStore *self, TrioWriterFunc func, gpointer data, gboolean needs_written, GError **error)
{
  gboolean ok;

  if (self->writer == NULL)
    {
      g_set_error_literal (error, TRIO_ERROR, TRIO_ERROR_FAILED, _ ("The file has been closed."));
      return FALSE;
    }
  ok = trio_writer_call (self->writer, func, data, needs_written, error);
  collect_news (self);
  return ok;
}

/* Ends the thread and the connection with the model, whatever is still queued. */
static void
shut (TrioStore *self)
{
  TrioFile *file;

  if (self->writer == NULL)
    return;
  g_signal_handlers_disconnect_by_data (self->model, self);
  trio_model_set_history (self->model, NULL, NULL, 0, 0, 0);
  trio_model_set_read_only (self->model, TRUE);
  file = trio_writer_stop (g_steal_pointer (&self->writer));
  trio_file_close (file);
}

static void
trio_store_get_property (GObject *object, guint id, GValue *value, GParamSpec *spec)
{
  TrioStore *self = TRIO_STORE (object);

  switch (id)
    {
    case PROP_PENDING:
      g_value_set_uint (value, self->pending);
      break;
    case PROP_FAILED:
      g_value_set_boolean (value, self->failure != NULL);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, spec);
    }
}

static void
trio_store_dispose (GObject *object)
{
  TrioStore *self = TRIO_STORE (object);

  if (self->writer != NULL && !self->read_only)
    trio_writer_call (self->writer, NULL, NULL, TRUE, NULL);
  shut (self);
  G_OBJECT_CLASS (trio_store_parent_class)->dispose (object);
}

static void
trio_store_finalize (GObject *object)
{
  TrioStore *self = TRIO_STORE (object);

  g_clear_object (&self->model);
  g_clear_error (&self->failure);
  g_free (self->path);
  G_OBJECT_CLASS (trio_store_parent_class)->finalize (object);
}

static void
trio_store_class_init (TrioStoreClass *class)
{
  GObjectClass *object_class = G_OBJECT_CLASS (class);

  object_class->get_property = trio_store_get_property;
  object_class->dispose = trio_store_dispose;
  object_class->finalize = trio_store_finalize;

  /**
   * TrioStore:pending:
   *
   * How many steps are not yet on disk.
   */
  properties[PROP_PENDING]
      = g_param_spec_uint ("pending", NULL, NULL, 0, G_MAXUINT, 0,
                           G_PARAM_READABLE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  /**
   * TrioStore:failed:
   *
   * Whether the last attempt to write failed. It is repeated until it works.
   */
  properties[PROP_FAILED]
      = g_param_spec_boolean ("failed", NULL, NULL, FALSE,
                              G_PARAM_READABLE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  /**
   * TrioStore::acknowledged:
   * @self: the store
   * @step: number of a step
   *
   * The step, and every one before it, is on disk.
   */
  acknowledged_signal = g_signal_new ("acknowledged", G_TYPE_FROM_CLASS (class), G_SIGNAL_RUN_LAST,
                                      0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_INT64);
}

static void
trio_store_init (TrioStore *self)
{
}

/**
 * trio_store_new_for_file: (skip)
 * @opened: (transfer full): a file that has been opened, perhaps in another thread
 * @error: return location for an error of the domain %TRIO_ERROR
 *
 * Makes model, writer and store, which belong to the calling thread.
 *
 * Returns: (transfer full) (nullable): the store
 */
TrioStore *
trio_store_new_for_file (TrioFile *opened, GError **error)
{
  g_autoptr (TrioFile) file = opened;
  g_autoptr (TrioModel) model = trio_model_new (trio_device_load ());
  GError *failure = NULL;
  TrioStore *self;

  if (!trio_model_load (model, file->records, file->state.next_id, file->state.clock, &failure))
    {
      g_propagate_error (error, trio_backup_mention (failure, file->path));
      return NULL;
    }
  g_clear_pointer (&file->records, g_ptr_array_unref);

  self = g_object_new (TRIO_TYPE_STORE, NULL);
  self->model = g_steal_pointer (&model);
  self->path = g_strdup (file->path);
  self->read_only = file->read_only;
  self->ended_unexpectedly = file->ended_unexpectedly;
  if (self->read_only)
    trio_model_set_read_only (self->model, TRUE);
  else
    trio_model_set_history (self->model, trio_store_get_history_source (), self, file->last_step,
                            file->n_done, file->n_undone);
  self->writer = trio_writer_new (g_steal_pointer (&file), news_cb, self);
  g_signal_connect (self->model, "committed", G_CALLBACK (committed_cb), self);
  return self;
}

/**
 * trio_store_close:
 * @self: a store
 * @error: return location for an error of the domain %TRIO_ERROR
 *
 * Writes what is queued and closes the file; nothing stays beside it. When writing fails,
 * the store stays open and keeps trying. After closing, the model can only be read. Blocks.
 *
 * Returns: whether the store is closed
 */
gboolean
trio_store_close (TrioStore *self, GError **error)
{
  if (self->writer == NULL)
    return TRUE;
  if (!trio_store_flush (self, error))
    return FALSE;
  shut (self);
  return TRUE;
}

/**
 * trio_store_get_model:
 * @self: a store
 *
 * Returns: (transfer none): the model
 */
TrioModel *
trio_store_get_model (TrioStore *self)
{
  return self->model;
}

/**
 * trio_store_get_path:
 * @self: a store
 *
 * Returns: (transfer none): absolute path of the file
 */
const char *
trio_store_get_path (TrioStore *self)
{
  return self->path;
}

/**
 * trio_store_is_read_only:
 * @self: a store
 *
 * Returns: whether the file was opened for reading only
 */
gboolean
trio_store_is_read_only (TrioStore *self)
{
  return self->read_only;
}

/**
 * trio_store_has_ended_unexpectedly:
 * @self: a store
 *
 * Returns: whether the session before this one did not close the file; everything that had
 *   been acknowledged is here nevertheless
 */
gboolean
trio_store_has_ended_unexpectedly (TrioStore *self)
{
  return self->ended_unexpectedly;
}

/**
 * trio_store_get_pending:
 * @self: a store
 *
 * Returns: how many steps are not yet on disk
 */
guint
trio_store_get_pending (TrioStore *self)
{
  return self->pending;
}

/**
 * trio_store_dup_failure:
 * @self: a store
 *
 * Returns: (transfer full) (nullable): how much is not on disk, why the last attempt to write
 *   failed, and what to do; %NULL while writing works
 */
GError *
trio_store_dup_failure (TrioStore *self)
{
  return self->failure == NULL ? NULL : trio_store_explain (self, g_error_copy (self->failure));
}
