/* trio-documents-page-sent.c: to whom documents were sent, when, and whether they have changed.
 *
 * Whether a document would read otherwise today is found in another thread, by making it again.
 */
#include "config.h"

#include "app/documents/trio-documents-page-private.h"

#include <glib/gi18n.h>

#include "app/documents/trio-document-memory.h"
#include "app/documents/trio-document-types.h"
#include "app/trio-labels.h"
#include "app/trio-weak.h"

typedef struct
{
  TrioId document;
  TrioDocumentState state;
} State;

typedef struct
{
  TrioSnapshot *snapshot;
  char *path;
} Job;

static void
free_job (gpointer data)
{
  Job *job = data;

  trio_snapshot_unref (job->snapshot);
  g_free (job->path);
  g_free (job);
}

static void
work (GTask *task, gpointer source, gpointer task_data, GCancellable *cancellable)
{
  Job *job = task_data;
  g_autoptr (TrioTemplateLibrary) library = trio_template_library_new_for_file (job->path);
  GPtrArray *documents = trio_snapshot_get_all (job->snapshot, TRIO_KIND_DOCUMENT);
  GArray *states = g_array_new (FALSE, FALSE, sizeof (State));

  for (guint i = 0; i < documents->len && !g_cancellable_is_cancelled (cancellable); i++)
    {
      const TrioRecord *document = documents->pdata[i];
      State state = { document->id, TRIO_DOCUMENT_STATE_UNSENT };

      if (trio_document_get_state (job->snapshot, document, library, &state.state, NULL))
        g_array_append_val (states, state);
    }
  g_task_return_pointer (task, states, (GDestroyNotify)g_array_unref);
}

static char *
dup_state_text (TrioObject *document, TrioDocumentState state)
{
  g_autofree char *date = trio_label_date (trio_object_get_text (document, TRIO_DOCUMENT_SENT));
  g_autofree char *sent = NULL;

  if (state == TRIO_DOCUMENT_STATE_UNSENT)
    return g_strdup (_ ("Not sent yet"));
  /* Translators: %s is a date in words */
  sent = g_strdup_printf (_ ("Sent %s"), date);
  if (state == TRIO_DOCUMENT_STATE_CHANGED)
    /* Translators: follows “Sent” and a date, or stands alone */
    return g_strdup_printf ("%s · %s", sent, _ ("changed since it was sent"));
  return g_steal_pointer (&sent);
}

static GtkWidget *
find_row (TrioDocumentsPage *self, TrioId document)
{
  for (guint i = 0; i < self->history_rows->len; i++)
    {
      GtkWidget *row = self->history_rows->pdata[i];
      const TrioId *id = g_object_get_data (G_OBJECT (row), "document");

      if (*id == document)
        return row;
    }
  return NULL;
}

static void
show_state (TrioDocumentsPage *self, const State *state)
{
  TrioObject *document = trio_model_get_object (self->model, state->document);
  GtkWidget *row = find_row (self, state->document);
  g_autofree char *text = NULL;
  g_autofree char *line = NULL;
  const char *recipients;

  if (document == NULL || row == NULL)
    return;
  text = dup_state_text (document, state->state);
  recipients = trio_object_get_text (document, TRIO_DOCUMENT_RECIPIENTS);
  line = *recipients != '\0' && state->state != TRIO_DOCUMENT_STATE_UNSENT
             /* Translators: when a document was sent, and to whom */
             ? g_strdup_printf (_ ("%s, to %s"), text, recipients)
             : g_strdup (text);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), line);
  if (state->document != self->document)
    return;
  gtk_label_set_label (self->state, text);
  if (state->state == TRIO_DOCUMENT_STATE_CHANGED)
    gtk_widget_add_css_class (GTK_WIDGET (self->state), "warning");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self->state), "warning");
}

static void
done_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (TrioDocumentsPage) self = trio_weak_take (user_data);
  g_autoptr (GArray) states = g_task_propagate_pointer (G_TASK (result), NULL);

  if (self == NULL)
    return;
  if (states == NULL || self->model == NULL)
    return;
  for (guint i = 0; i < states->len; i++)
    show_state (self, &g_array_index (states, State, i));
}

/**
 * trio_documents_page_find_states:
 * @self: the page
 *
 * Finds out, in another thread, which documents have changed since they were sent.
 */
void
trio_documents_page_find_states (TrioDocumentsPage *self)
{
  g_autoptr (GTask) task = NULL;
  Job *job;

  if (self->looking != NULL)
    g_cancellable_cancel (self->looking);
  g_clear_object (&self->looking);
  if (self->model == NULL)
    return;
  self->looking = g_cancellable_new ();
  task = g_task_new (NULL, self->looking, done_cb, trio_weak_new (self));
  job = g_new0 (Job, 1);
  job->snapshot = trio_model_dup_snapshot (self->model);
  job->path = g_strdup (trio_documents_page_get_path (self));
  g_task_set_source_tag (task, trio_documents_page_find_states);
  g_task_set_task_data (task, job, free_job);
  g_task_run_in_thread (task, work);
}

static void
activated_cb (AdwActionRow *row, TrioDocumentsPage *self)
{
  const TrioId *id = g_object_get_data (G_OBJECT (row), "document");
  TrioObject *document = trio_model_get_object (self->model, *id);

  if (document != NULL)
    trio_documents_page_show_document (self, *id,
                                       trio_object_get_text (document, TRIO_DOCUMENT_TYPE));
}

static void
add_document (TrioDocumentsPage *self, TrioObject *document)
{
  GtkWidget *row = adw_action_row_new ();
  TrioId id = trio_object_get_id (document);
  const TrioDocumentType *type
      = trio_document_type_find (trio_object_get_text (document, TRIO_DOCUMENT_TYPE));

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row),
                                 trio_object_get_text (document, TRIO_DOCUMENT_TITLE));
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), type != NULL ? _ (type->name) : "");
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  g_object_set_data_full (G_OBJECT (row), "document", g_memdup2 (&id, sizeof id), g_free);
  g_signal_connect (row, "activated", G_CALLBACK (activated_cb), self);
  adw_preferences_group_add (self->history_group, row);
  g_ptr_array_add (self->history_rows, row);
}

/**
 * trio_documents_page_update_sent:
 * @self: the page
 *
 * Shows to whom the document goes, and which documents the workshop remembers.
 */
void
trio_documents_page_update_sent (TrioDocumentsPage *self)
{
  TrioObject *document
      = self->document != 0 ? trio_model_get_object (self->model, self->document) : NULL;
  const char *recipients
      = document != NULL ? trio_object_get_text (document, TRIO_DOCUMENT_RECIPIENTS) : "";
  GListModel *all = trio_model_get_list (self->model, TRIO_KIND_DOCUMENT);
  guint n = g_list_model_get_n_items (all);
  State unsent = { self->document, TRIO_DOCUMENT_STATE_UNSENT };

  self->is_updating = TRUE;
  if (!gtk_widget_has_focus (GTK_WIDGET (self->recipients_row))
      && gtk_widget_get_focus_child (GTK_WIDGET (self->recipients_row)) == NULL)
    gtk_editable_set_text (GTK_EDITABLE (self->recipients_row), recipients);
  self->is_updating = FALSE;
  for (guint i = 0; i < self->history_rows->len; i++)
    adw_preferences_group_remove (self->history_group, self->history_rows->pdata[i]);
  g_ptr_array_set_size (self->history_rows, 0);
  for (guint i = 0; i < n; i++)
    {
      g_autoptr (TrioObject) each = g_list_model_get_item (all, i);

      add_document (self, each);
    }
  gtk_widget_set_visible (GTK_WIDGET (self->history_group), n > 0);
  gtk_label_set_label (self->state, _ ("Not sent yet"));
  if (document != NULL && *trio_object_get_text (document, TRIO_DOCUMENT_SENT) != '\0')
    unsent.state = TRIO_DOCUMENT_STATE_SENT;
  if (document != NULL)
    show_state (self, &unsent);
  trio_documents_page_find_states (self);
}

static void
sent_cb (GtkButton *button, TrioDocumentsPage *self)
{
  const char *recipients = gtk_editable_get_text (GTK_EDITABLE (self->recipients_row));
  const char *date = gtk_editable_get_text (GTK_EDITABLE (self->date_row));
  g_autofree char *to = g_strstrip (g_strdup (recipients));
  g_autofree char *when = g_strstrip (g_strdup (date));
  g_autoptr (GError) error = NULL;
  TrioId document = self->document;

  if (self->model == NULL)
    return;
  if (document == 0)
    document = trio_document_memory_set_field (self->model, 0, self->type, TRIO_DOCUMENT_RECIPIENTS,
                                               to, &error);
  if (document != 0
      && trio_document_mark_sent (self->model, document, self->library, to, when, &error))
    {
      trio_documents_page_take_document (self, document);
      trio_page_notice (TRIO_PAGE (self), _ ("Marked as sent"), TRUE);
    }
  else
    trio_documents_page_tell (self, error);
}

/**
 * trio_documents_page_init_sent:
 * @self: the page
 *
 * Connects the rows; the date is that of the day.
 */
void
trio_documents_page_init_sent (TrioDocumentsPage *self)
{
  g_autoptr (GDateTime) now = g_date_time_new_now_local ();
  g_autofree char *date = g_date_time_format (now, "%Y-%m-%d");

  gtk_editable_set_text (GTK_EDITABLE (self->date_row), date);
  g_signal_connect (self->sent_button, "clicked", G_CALLBACK (sent_cb), self);
}
