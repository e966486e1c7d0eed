/* trio-store-writer.c: the thread that owns the open file, and its queue.
 *
 * Moves of the model are queued and written in groups; nobody waits, except through
 * trio_writer_call(). A group that cannot be written stays in the queue, in order, and is
 * tried again until it can, or until the file is replaced by one at another place.
 */
#include "store/trio-store-private.h"

#include <string.h>

#define FIRST_RETRY_US (1 * G_USEC_PER_SEC)
#define LAST_RETRY_US  (5 * G_USEC_PER_SEC)

/* A day at the stations is one session: a backup from before it would not be worth much by
 * noon. */
#define BACKUP_INTERVAL_US (15 * 60 * (gint64)G_USEC_PER_SEC)

/* Somebody waits for this. */
typedef struct
{
  TrioWriterFunc func;
  gpointer data;
  gboolean needs_written;
  gboolean done;
  gboolean ok;
  GError *error;
} Request;

struct _TrioWriter
{
  GThread *thread;
  GMutex mutex;
  GCond wake;     /* for the thread: there is something to do */
  GCond answered; /* for callers: a request is done */
  /* All below is guarded by the mutex; @file is used by the thread alone. */
  TrioFile *file;
  GPtrArray *queue; /* (element-type TrioTransaction): not yet on disk, oldest first */
  GQueue requests;
  gint64 write_at; /* monotonic time at which the queue is to be written, 0 for never */
  gint64 retry_us; /* 0 while writing works */
  gboolean stop;
  guint n_callers;      /* threads inside trio_writer_call() */
  GArray *acknowledged; /* (element-type gint64): steps on disk that nobody was told of */
  GError *failure;
  GMainContext *context;
  GSource *source; /* pending call of @notify */
  TrioWriterNotify notify;
  gpointer notify_data;
};

static gpointer
ref_cb (gconstpointer transaction, gpointer data)
{
  return trio_transaction_ref ((TrioTransaction *)transaction);
}

static GPtrArray *
copy_queue (TrioWriter *self)
{
  GPtrArray *copy = g_ptr_array_copy (self->queue, ref_cb, NULL);

  g_ptr_array_set_free_func (copy, (GDestroyNotify)trio_transaction_unref);
  return copy;
}

static gboolean
notify_cb (gpointer data)
{
  TrioWriter *self = data;

  g_mutex_lock (&self->mutex);
  g_clear_pointer (&self->source, g_source_unref);
  g_mutex_unlock (&self->mutex);
  self->notify (self->notify_data);
  return G_SOURCE_REMOVE;
}

/* Tells the owner, on its own thread, that there is news. */
static void
schedule_notify (TrioWriter *self)
{
  if (self->source != NULL || self->notify == NULL)
    return;
  self->source = g_idle_source_new ();
  g_source_set_priority (self->source, G_PRIORITY_DEFAULT);
  g_source_set_callback (self->source, notify_cb, self, NULL);
  g_source_attach (self->source, self->context);
}

/* Without the mutex: brings the file back if its disk was away, and writes the group. */
static gboolean
write_group (TrioWriter *self, GPtrArray *group, gboolean reopen, GError **error)
{
  TrioFile *file = self->file;
  gint64 now = g_get_monotonic_time ();

  if ((reopen || file->db == NULL) && !trio_file_reopen (file, error))
    return FALSE;
  /* A backup that cannot be made is no reason not to save. */
  if (file->backed_up_at == 0 || now - file->backed_up_at > BACKUP_INTERVAL_US)
    {
      trio_backup_make (file, FALSE, NULL);
      file->backed_up_at = now;
    }
  return trio_file_write (file, (TrioTransaction *const *)group->pdata, group->len, error);
}

/* Writes everything that is queued now. The mutex is released meanwhile. */
static gboolean
write_queue (TrioWriter *self, GError **error)
{
  g_autoptr (GPtrArray) group = NULL;
  g_autoptr (GError) failure = NULL;
  gboolean reopen;
  gboolean ok;

  if (self->queue->len == 0)
    return TRUE;
  group = copy_queue (self);
  /* Once is an accident; after the second time the descriptor itself may be dead. */
  reopen = self->retry_us > FIRST_RETRY_US
           && g_error_matches (self->failure, TRIO_ERROR, TRIO_ERROR_IO);
  g_mutex_unlock (&self->mutex);
  ok = write_group (self, group, reopen, &failure);
  g_mutex_lock (&self->mutex);

  g_clear_error (&self->failure);
  if (ok)
    {
      for (guint i = 0; i < group->len; i++)
        {
          TrioTransaction *transaction = g_ptr_array_index (group, i);

          g_array_append_val (self->acknowledged, transaction->step->id);
        }
      g_ptr_array_remove_range (self->queue, 0, group->len);
      self->retry_us = 0;
      self->write_at
          = self->queue->len == 0 ? 0 : g_get_monotonic_time () + TRIO_GROUPING_MS * 1000;
    }
  else
    {
      self->failure = g_error_copy (failure);
      self->retry_us = self->retry_us == 0 ? FIRST_RETRY_US
                                           : MIN (self->retry_us + FIRST_RETRY_US, LAST_RETRY_US);
      self->write_at = g_get_monotonic_time () + self->retry_us;
      g_propagate_error (error, g_steal_pointer (&failure));
    }
  schedule_notify (self);
  return ok;
}

static void
answer (TrioWriter *self, Request *request)
{
  GError *error = NULL;
  gboolean ok = write_queue (self, &error);

  if (ok || !request->needs_written)
    {
      g_clear_error (&error);
      ok = TRUE;
      if (request->func != NULL)
        {
          g_mutex_unlock (&self->mutex);
          ok = request->func (self->file, request->data, &error);
          g_mutex_lock (&self->mutex);
        }
    }
  request->ok = ok;
  request->error = error;
  request->done = TRUE;
  g_cond_broadcast (&self->answered);
}

static gpointer
run (gpointer data)
{
  TrioWriter *self = data;

  g_mutex_lock (&self->mutex);
  for (;;)
    {
      Request *request = g_queue_pop_head (&self->requests);

      if (request != NULL)
        answer (self, request);
      else if (self->stop)
        break;
      else if (self->queue->len > 0 && g_get_monotonic_time () >= self->write_at)
        write_queue (self, NULL);
      else if (self->queue->len > 0)
        g_cond_wait_until (&self->wake, &self->mutex, self->write_at);
      else
        g_cond_wait (&self->wake, &self->mutex);
    }
  g_mutex_unlock (&self->mutex);
  return NULL;
}

/**
 * trio_writer_new:
 * @file: (transfer full): an open file
 * @notify: called on the caller's main context when trio_writer_collect() has news
 * @data: passed to @notify
 *
 * Starts the thread.
 *
 * Returns: (transfer full): the writer; end it with trio_writer_stop()
 */
TrioWriter *
trio_writer_new (TrioFile *file, TrioWriterNotify notify, gpointer data)
{
  TrioWriter *self = g_new0 (TrioWriter, 1);

  g_mutex_init (&self->mutex);
  g_cond_init (&self->wake);
  g_cond_init (&self->answered);
  g_queue_init (&self->requests);
  self->file = file;
  self->queue = g_ptr_array_new_with_free_func ((GDestroyNotify)trio_transaction_unref);
  self->acknowledged = g_array_new (FALSE, FALSE, sizeof (gint64));
  self->context = g_main_context_ref_thread_default ();
  self->notify = notify;
  self->notify_data = data;
  self->thread = g_thread_new ("trio-writer", run, self);
  return self;
}

/**
 * trio_writer_stop:
 * @self: (transfer full): a writer that nobody else uses any more
 *
 * Ends the thread without writing what is still queued.
 *
 * Returns: (transfer full): the file
 */
TrioFile *
trio_writer_stop (TrioWriter *self)
{
  TrioFile *file;

  g_mutex_lock (&self->mutex);
  /* Another thread may still be on its way out of a call. */
  while (self->n_callers > 0)
    g_cond_wait (&self->answered, &self->mutex);
  self->stop = TRUE;
  g_cond_signal (&self->wake);
  g_mutex_unlock (&self->mutex);
  g_thread_join (self->thread);

  if (self->source != NULL)
    g_source_destroy (self->source);
  g_clear_pointer (&self->source, g_source_unref);
  file = self->file;
  g_main_context_unref (self->context);
  g_ptr_array_unref (self->queue);
  g_array_unref (self->acknowledged);
  g_clear_error (&self->failure);
  g_cond_clear (&self->answered);
  g_cond_clear (&self->wake);
  g_mutex_clear (&self->mutex);
  g_free (self);
  return file;
}

/**
 * trio_writer_push:
 * @self: a writer
 * @transaction: what the model did
 *
 * Queues a move. It is written within %TRIO_GROUPING_MS, together with what else arrives.
 */
void
trio_writer_push (TrioWriter *self, TrioTransaction *transaction)
{
  g_mutex_lock (&self->mutex);
  g_ptr_array_add (self->queue, trio_transaction_ref (transaction));
  if (self->write_at == 0)
    {
      self->write_at = g_get_monotonic_time () + TRIO_GROUPING_MS * 1000;
      g_cond_signal (&self->wake);
    }
  g_mutex_unlock (&self->mutex);
}

/**
 * trio_writer_enter:
 * @self: a writer
 *
 * Keeps trio_writer_stop() waiting until trio_writer_leave(), while another thread is about
 * to use @self.
 */
void
trio_writer_enter (TrioWriter *self)
{
  g_mutex_lock (&self->mutex);
  self->n_callers++;
  g_mutex_unlock (&self->mutex);
}

/**
 * trio_writer_leave:
 * @self: a writer
 *
 * Ends what trio_writer_enter() began.
 */
void
trio_writer_leave (TrioWriter *self)
{
  g_mutex_lock (&self->mutex);
  self->n_callers--;
  g_cond_broadcast (&self->answered);
  g_mutex_unlock (&self->mutex);
}

/**
 * trio_writer_call:
 * @self: a writer
 * @func: (nullable): what to do with the file in the writer's thread, or %NULL to only write
 *   the queue
 * @data: passed to @func
 * @needs_written: whether it is an error when the queue cannot be written first
 * @error: return location for an error
 *
 * Writes what is queued, without waiting for more or for the next retry, then runs @func.
 * Blocks. May be called from any thread.
 *
 * Returns: what @func returned
 */
gboolean
trio_writer_call (
    TrioWriter *self, TrioWriterFunc func, gpointer data, gboolean needs_written, GError **error)
{
  Request request = { func, data, needs_written };

  trio_writer_enter (self);
  g_mutex_lock (&self->mutex);
  g_queue_push_tail (&self->requests, &request);
  g_cond_signal (&self->wake);
  while (!request.done)
    g_cond_wait (&self->answered, &self->mutex);
  g_mutex_unlock (&self->mutex);
  trio_writer_leave (self);
  if (request.error != NULL)
    g_propagate_error (error, request.error);
  return request.ok;
}

/**
 * trio_writer_replace_file:
 * @self: a writer
 * @file: (transfer full): an open file
 *
 * Lets the writer go on in another file. To be called in the writer's thread, from within
 * trio_writer_call(). The old file is closed.
 */
void
trio_writer_replace_file (TrioWriter *self, TrioFile *file)
{
  trio_file_close (self->file);
  self->file = file;
  g_mutex_lock (&self->mutex);
  self->retry_us = 0;
  self->write_at = self->queue->len == 0 ? 0 : g_get_monotonic_time ();
  g_clear_error (&self->failure);
  schedule_notify (self);
  g_mutex_unlock (&self->mutex);
}

/**
 * trio_writer_collect:
 * @self: a writer
 * @acknowledged: (element-type gint64): where to add the steps that have reached the disk
 *   since the last call, in the order of writing
 * @failure: (out) (transfer full) (nullable): why the last attempt to write failed
 *
 * Collects the news.
 *
 * Returns: whether the last attempt to write failed
 */
gboolean
trio_writer_collect (TrioWriter *self, GArray *acknowledged, GError **failure)
{
  gboolean failed;

  g_mutex_lock (&self->mutex);
  if (self->acknowledged->len > 0)
    g_array_append_vals (acknowledged, self->acknowledged->data, self->acknowledged->len);
  g_array_set_size (self->acknowledged, 0);
  failed = self->failure != NULL;
  *failure = failed ? g_error_copy (self->failure) : NULL;
  g_mutex_unlock (&self->mutex);
  return failed;
}

/**
 * trio_writer_dup_queue:
 * @self: a writer
 *
 * Returns: (transfer full) (element-type TrioTransaction): what is not on disk, oldest first
 */
GPtrArray *
trio_writer_dup_queue (TrioWriter *self)
{
  GPtrArray *queue;

  g_mutex_lock (&self->mutex);
  queue = copy_queue (self);
  g_mutex_unlock (&self->mutex);
  return queue;
}
