/* trio-preview-source.c: builds and lays out a document behind the window's back.
 *
 * A layout shares fonts with the one it was made from, so nothing new is drawn while the worker
 * runs; what was drawn before is kept as render nodes, which need no fonts any more.
 */
#include "config.h"

#include "app/preview/trio-preview-source-private.h"

/* Typing at full speed must not build a document for every letter. */
#define DELAY_MS 20

G_DEFINE_FINAL_TYPE (TrioPreviewSource, trio_preview_source, G_TYPE_OBJECT)

enum
{
  CHANGED,
  FAILED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

typedef struct
{
  TrioSnapshot *snapshot;
  char *path;
  TrioId document;
  TrioBuildOptions *options;
  char *type;
  char *date;
  char *created;
  TrioLayout *old;
  TrioTemplateLibrary *library;
  TrioLayout *layout;
  TrioDoc *doc;
  GPtrArray *remarks;
} Job;

static void invalidate (TrioPreviewSource *self);

static void
free_job (gpointer data)
{
  Job *job = data;

  trio_snapshot_unref (job->snapshot);
  g_free (job->path);
  g_free (job->type);
  g_free (job->date);
  g_free (job->created);
  g_clear_pointer (&job->options, trio_build_options_free);
  g_clear_pointer (&job->old, trio_layout_unref);
  g_clear_pointer (&job->library, trio_template_library_free);
  g_clear_pointer (&job->layout, trio_layout_unref);
  g_clear_pointer (&job->doc, trio_doc_unref);
  g_clear_pointer (&job->remarks, g_ptr_array_unref);
  g_free (job);
}

static void
free_node (gpointer node)
{
  if (node != NULL)
    gsk_render_node_unref (node);
}

static void
work (GTask *task, gpointer source, gpointer task_data, GCancellable *cancellable)
{
  Job *job = task_data;
  TrioDocumentSettings settings
      = trio_document_settings_for (job->snapshot, job->document, job->type);
  GError *error = NULL;

  trio_build_options_set_document_date (job->options, job->date);
  trio_build_options_set_created (job->options, job->created);
  if (job->library == NULL)
    job->library = trio_template_library_new_for_file (job->path);
  if (!g_task_return_error_if_cancelled (task))
    {
      job->doc = trio_document_build (job->snapshot, job->library, &settings, job->options,
                                      job->remarks, &error);
      if (job->doc != NULL)
        job->layout = trio_layout_update (job->old, job->doc, cancellable, &error);
      if (job->layout != NULL)
        g_task_return_boolean (task, TRUE);
      else
        g_task_return_error (task, error);
    }
}

static void
take_result (TrioPreviewSource *self, Job *job)
{
  g_clear_pointer (&self->layout, trio_layout_unref);
  g_clear_pointer (&self->doc, trio_doc_unref);
  g_clear_pointer (&self->snapshot, trio_snapshot_unref);
  g_clear_pointer (&self->remarks, g_ptr_array_unref);
  g_clear_error (&self->error);
  self->layout = g_steal_pointer (&job->layout);
  self->doc = g_steal_pointer (&job->doc);
  self->remarks = g_steal_pointer (&job->remarks);
  self->snapshot = trio_snapshot_ref (job->snapshot);
  g_ptr_array_unref (self->old_nodes);
  self->old_nodes = self->nodes;
  self->nodes = g_ptr_array_new_with_free_func (free_node);
  g_ptr_array_set_size (self->nodes, (int)trio_layout_get_n_pages (self->layout));
}

static void
done_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  TrioPreviewSource *self = TRIO_PREVIEW_SOURCE (source);
  Job *job = g_task_get_task_data (G_TASK (result));
  g_autoptr (GError) error = NULL;
  gboolean is_done = g_task_propagate_boolean (G_TASK (result), &error);

  g_clear_object (&self->running);
  if (self->library == NULL && !self->library_is_stale)
    self->library = g_steal_pointer (&job->library);
  self->library_is_stale = FALSE;
  if (self->model == NULL)
    return;
  if (is_done)
    {
      take_result (self, job);
      g_signal_emit (self, signals[CHANGED], 0);
    }
  else if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    {
      g_clear_error (&self->error);
      self->error = g_steal_pointer (&error);
      g_signal_emit (self, signals[FAILED], 0);
    }
  /* A frame comes in between, in which the new pages are drawn. */
  if (self->is_stale)
    invalidate (self);
}

static void
start (TrioPreviewSource *self)
{
  g_autoptr (GDateTime) now = NULL;
  g_autoptr (GDateTime) utc = NULL;
  g_autoptr (GTask) task = NULL;
  Job *job;

  if (self->model == NULL || self->type == NULL || !self->is_active || self->running != NULL)
    return;

  now = g_date_time_new_now_local ();
  utc = g_date_time_to_utc (now);
  self->is_stale = FALSE;
  self->running = g_cancellable_new ();
  task = g_task_new (self, self->running, done_cb, NULL);
  job = g_new0 (Job, 1);
  job->snapshot = trio_model_dup_snapshot (self->model);
  job->path = g_strdup (self->path);
  job->document = self->document;
  job->options = trio_document_options_for (job->snapshot, job->document);
  job->type = g_strdup (self->type);
  job->date = g_date_time_format (now, "%Y-%m-%d");
  job->created = g_date_time_format (utc, "%Y-%m-%dT%H:%M:%SZ");
  job->old = self->layout != NULL ? trio_layout_ref (self->layout) : NULL;
  job->library = g_steal_pointer (&self->library);
  job->remarks = g_ptr_array_new_with_free_func (g_free);
  g_task_set_source_tag (task, start);
  g_task_set_task_data (task, job, free_job);
  g_task_run_in_thread (task, work);
}

static gboolean
timer_cb (gpointer user_data)
{
  TrioPreviewSource *self = user_data;

  self->timer = 0;
  start (self);
  return G_SOURCE_REMOVE;
}

static void
invalidate (TrioPreviewSource *self)
{
  self->is_stale = TRUE;
  if (self->running != NULL)
    g_cancellable_cancel (self->running);
  else if (self->is_active && self->timer == 0)
    self->timer = g_timeout_add (DELAY_MS, timer_cb, self);
}

static void
drop_model (TrioPreviewSource *self)
{
  if (self->model != NULL)
    g_signal_handlers_disconnect_by_data (self->model, self);
  g_clear_object (&self->model);
  g_clear_handle_id (&self->timer, g_source_remove);
  if (self->running != NULL)
    g_cancellable_cancel (self->running);
}

static void
trio_preview_source_dispose (GObject *object)
{
  drop_model (TRIO_PREVIEW_SOURCE (object));

  G_OBJECT_CLASS (trio_preview_source_parent_class)->dispose (object);
}

static void
trio_preview_source_finalize (GObject *object)
{
  TrioPreviewSource *self = TRIO_PREVIEW_SOURCE (object);

  g_free (self->path);
  g_free (self->type);
  g_clear_object (&self->running);
  g_clear_pointer (&self->library, trio_template_library_free);
  g_clear_pointer (&self->layout, trio_layout_unref);
  g_clear_pointer (&self->doc, trio_doc_unref);
  g_clear_pointer (&self->snapshot, trio_snapshot_unref);
  g_clear_pointer (&self->remarks, g_ptr_array_unref);
  g_clear_error (&self->error);
  g_ptr_array_unref (self->nodes);
  g_ptr_array_unref (self->old_nodes);

  G_OBJECT_CLASS (trio_preview_source_parent_class)->finalize (object);
}

static void
trio_preview_source_class_init (TrioPreviewSourceClass *klass)
{
  GType type = G_TYPE_FROM_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = trio_preview_source_dispose;
  G_OBJECT_CLASS (klass)->finalize = trio_preview_source_finalize;

  /**
   * TrioPreviewSource::changed:
   * @self: the source
   *
   * The pages show something else.
   */
  signals[CHANGED]
      = g_signal_new ("changed", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  /**
   * TrioPreviewSource::failed:
   * @self: the source
   *
   * The document cannot be made. The pages still show what they showed before.
   */
  signals[FAILED]
      = g_signal_new ("failed", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
trio_preview_source_init (TrioPreviewSource *self)
{
  self->nodes = g_ptr_array_new_with_free_func (free_node);
  self->old_nodes = g_ptr_array_new_with_free_func (free_node);
}

/**
 * trio_preview_source_new:
 *
 * Returns: (transfer full): a source without a workshop
 */
TrioPreviewSource *
trio_preview_source_new (void)
{
  return g_object_new (TRIO_TYPE_PREVIEW_SOURCE, NULL);
}

/**
 * trio_preview_source_set_model:
 * @self: a source
 * @model: (nullable): the workshop, or %NULL to let go
 * @path: (nullable): its file, beside which templates may lie
 *
 * Chooses the workshop that the document is made of.
 */
void
trio_preview_source_set_model (TrioPreviewSource *self, TrioModel *model, const char *path)
{
  g_return_if_fail (TRIO_IS_PREVIEW_SOURCE (self));

  drop_model (self);
  g_free (self->path);
  self->path = g_strdup (path);
  g_clear_pointer (&self->layout, trio_layout_unref);
  g_clear_pointer (&self->doc, trio_doc_unref);
  g_clear_pointer (&self->snapshot, trio_snapshot_unref);
  g_ptr_array_set_size (self->nodes, 0);
  g_ptr_array_set_size (self->old_nodes, 0);
  trio_preview_source_reload_templates (self);
  if (model == NULL)
    return;
  self->model = g_object_ref (model);
  g_signal_connect_swapped (model, "committed", G_CALLBACK (invalidate), self);
  invalidate (self);
}

/**
 * trio_preview_source_set_document:
 * @self: a source
 * @document: number of a document of the workshop, or 0 for one that is not remembered
 * @type: its type, such as "notat"
 *
 * Chooses the document that the pages show.
 */
void
trio_preview_source_set_document (TrioPreviewSource *self, TrioId document, const char *type)
{
  g_return_if_fail (TRIO_IS_PREVIEW_SOURCE (self) && type != NULL);

  if (self->document == document && g_strcmp0 (self->type, type) == 0)
    return;
  self->document = document;
  g_free (self->type);
  self->type = g_strdup (type);
  invalidate (self);
}

/**
 * trio_preview_source_set_active:
 * @self: a source
 * @active: whether somebody looks at the pages
 *
 * Nothing is built while nobody looks; afterwards the pages catch up.
 */
void
trio_preview_source_set_active (TrioPreviewSource *self, gboolean active)
{
  g_return_if_fail (TRIO_IS_PREVIEW_SOURCE (self));

  self->is_active = active;
  if (active && self->is_stale)
    start (self);
}

/**
 * trio_preview_source_reload_templates:
 * @self: a source
 *
 * Reads the templates anew, since one of them may have been changed.
 */
void
trio_preview_source_reload_templates (TrioPreviewSource *self)
{
  g_return_if_fail (TRIO_IS_PREVIEW_SOURCE (self));

  g_clear_pointer (&self->library, trio_template_library_free);
  self->library_is_stale = self->running != NULL;
  invalidate (self);
}

/**
 * trio_preview_source_is_busy:
 * @self: a source
 *
 * Returns: whether the pages are about to change
 */
gboolean
trio_preview_source_is_busy (TrioPreviewSource *self)
{
  g_return_val_if_fail (TRIO_IS_PREVIEW_SOURCE (self), FALSE);

  return self->is_active && self->model != NULL && (self->running != NULL || self->is_stale);
}

/**
 * trio_preview_source_get_error:
 * @self: a source
 *
 * Returns: (transfer none) (nullable): why the document could not be made the last time
 */
const GError *
trio_preview_source_get_error (TrioPreviewSource *self)
{
  g_return_val_if_fail (TRIO_IS_PREVIEW_SOURCE (self), NULL);

  return self->error;
}

/**
 * trio_preview_source_get_remarks:
 * @self: a source
 *
 * Returns: (transfer none) (nullable) (element-type utf8): what the user should know about the
 *   template and about what the document has no words for
 */
const GPtrArray *
trio_preview_source_get_remarks (TrioPreviewSource *self)
{
  g_return_val_if_fail (TRIO_IS_PREVIEW_SOURCE (self), NULL);

  return self->remarks;
}

/**
 * trio_preview_source_get_doc:
 * @self: a source
 *
 * Returns: (transfer none) (nullable): the document that the pages show
 */
TrioDoc *
trio_preview_source_get_doc (TrioPreviewSource *self)
{
  g_return_val_if_fail (TRIO_IS_PREVIEW_SOURCE (self), NULL);

  return self->doc;
}

/**
 * trio_preview_source_get_snapshot:
 * @self: a source
 *
 * Returns: (transfer none) (nullable): what the document was made of
 */
TrioSnapshot *
trio_preview_source_get_snapshot (TrioPreviewSource *self)
{
  g_return_val_if_fail (TRIO_IS_PREVIEW_SOURCE (self), NULL);

  return self->snapshot;
}
