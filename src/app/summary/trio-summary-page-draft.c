/* trio-summary-page-draft.c: a new draft from clusters, and the words that stand for a cluster.
 *
 * Both are worked out in another thread. A draft never takes the place of words that a person
 * has written without asking, and is one step.
 */
#include "config.h"

#include "app/summary/trio-summary-page-private.h"

#include <glib/gi18n.h>

#include "app/trio-compat.h"
#include "app/trio-weak.h"
#include "base/trio-text.h"
#include "base/trio-xml.h"
#include "document/trio-draft.h"

#define N_CENTRAL     3u
#define CENTRAL_CHARS 30

/* Drafts */

typedef struct
{
  TrioSummaryPage *page;
  TrioDraft *draft;
} Question;

static void
apply (TrioSummaryPage *self, TrioDraft *draft, gboolean replace)
{
  g_autoptr (GError) error = NULL;

  if (self->model == NULL)
    return;
  if (trio_command_apply_draft (self->model, draft, replace, &error))
    trio_page_notice (TRIO_PAGE (self), _ ("A new draft stands in the note"), TRUE);
  else
    trio_page_notice (TRIO_PAGE (self), error->message, FALSE);
  gtk_widget_grab_focus (GTK_WIDGET (self->editor));
}

static void
answered_cb (const char *id, gpointer user_data)
{
  Question *question = user_data;

  if (g_str_equal (id, "replace"))
    apply (question->page, question->draft, TRUE);
  g_object_unref (question->page);
  trio_draft_free (question->draft);
  g_free (question);
}

static void
ask (TrioSummaryPage *self, TrioDraft *draft)
{
  const TrioAnswer answers[] = {
    { "cancel", _ ("_Keep My Text"), ADW_RESPONSE_DEFAULT },
    { "replace", _ ("_Replace It"), ADW_RESPONSE_DESTRUCTIVE },
  };
  g_autofree char *text = trio_draft_dup_text (draft);
  /* Translators: %s is the text of a draft */
  g_autofree char *body
      = g_strdup_printf (_ ("You have written this summary yourself. The draft says:\n\n%s\n\n"
                            "Your own text can be brought back with Undo."),
                         text);
  Question *question = g_new0 (Question, 1);

  question->page = g_object_ref (self);
  question->draft = draft;
  trio_compat_ask (GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self))),
                   _ ("Replace your text with a draft?"), body, answers, G_N_ELEMENTS (answers),
                   "cancel", answered_cb, question);
}

static void
draft_ready_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (TrioSummaryPage) self = trio_weak_take (user_data);
  g_autoptr (GError) error = NULL;
  g_autoptr (TrioDraft) draft = trio_draft_new_finish (result, &error);
  TrioId summary;

  if (self == NULL)
    return;
  gtk_widget_set_sensitive (self->draft_button, TRUE);
  if (self->model == NULL)
    return;
  if (draft == NULL)
    {
      trio_page_notice (TRIO_PAGE (self), error->message, FALSE);
      return;
    }
  if (trio_draft_get_sentences (draft)->len == 0)
    {
      trio_page_notice (TRIO_PAGE (self), _ ("There are too few inputs for a draft"), FALSE);
      return;
    }
  summary = trio_summary_find (self->model, trio_draft_get_theme (draft));
  if (trio_draft_may_replace (summary != 0 ? trio_model_get_record (self->model, summary) : NULL))
    apply (self, draft, FALSE);
  else
    ask (self, g_steal_pointer (&draft));
}

static void
draft_cb (GtkButton *button, TrioSummaryPage *self)
{
  g_autoptr (TrioTemplateLibrary) library = NULL;
  g_autoptr (TrioSnapshot) snapshot = NULL;
  g_autoptr (TrioTemplate) tmpl = NULL;
  g_autoptr (GPtrArray) findings
      = g_ptr_array_new_with_free_func ((GDestroyNotify)trio_xml_finding_free);
  g_autoptr (GError) error = NULL;

  if (self->model == NULL || self->theme == 0)
    return;
  library = trio_template_library_new_for_file (
      self->store != NULL ? trio_store_get_path (self->store) : NULL);
  snapshot = trio_model_dup_snapshot (self->model);
  tmpl = trio_template_library_find (library, NULL, "summary",
                                     trio_document_get_language (snapshot, NULL), findings, &error);
  if (tmpl == NULL)
    {
      trio_page_notice (TRIO_PAGE (self), error->message, FALSE);
      return;
    }
  gtk_widget_set_sensitive (self->draft_button, FALSE);
  trio_draft_new_async (snapshot, self->theme, tmpl, NULL, draft_ready_cb, trio_weak_new (self));
}

/* Words of clusters */

typedef struct
{
  TrioSnapshot *snapshot;
  TrioId theme;
} WordsJob;

typedef struct
{
  TrioId cluster;
  char *words;
} Words;

static void
free_words_job (gpointer data)
{
  WordsJob *job = data;

  trio_snapshot_unref (job->snapshot);
  g_free (job);
}

static void
clear_words (gpointer data)
{
  g_free (((Words *)data)->words);
}

static char *
join_central (TrioSnapshot *snapshot, const TrioPoint *point)
{
  GString *words = g_string_new (NULL);

  for (guint i = 0; i < MIN (point->central->len, N_CENTRAL); i++)
    {
      const TrioRecord *note
          = trio_snapshot_get (snapshot, g_array_index (point->central, TrioId, i));
      g_autofree char *text
          = trio_text_shorten (trio_record_get_text (note, TRIO_NOTE_TEXT), CENTRAL_CHARS);

      g_string_append_printf (words, "%s%s", words->len > 0 ? " · " : "", text);
    }
  return g_string_free (words, FALSE);
}

static void
words_thread (GTask *task, gpointer source, gpointer task_data, GCancellable *cancellable)
{
  WordsJob *job = task_data;
  GArray *all = g_array_new (FALSE, FALSE, sizeof (Words));
  g_autoptr (TrioPoints) points = NULL;
  GError *error = NULL;

  g_array_set_clear_func (all, clear_words);
  points = trio_points_find (job->snapshot, job->theme, NULL, NULL, NULL, cancellable, &error);
  if (points == NULL)
    {
      g_array_unref (all);
      g_task_return_error (task, error);
      return;
    }
  for (guint i = 0; trio_points_get_origin (points) == TRIO_POINTS_MADE
                    && i < trio_points_get_points (points)->len;
       i++)
    {
      const TrioPoint *point = trio_points_get_points (points)->pdata[i];
      const TrioRecord *first
          = point->notes->len > 0
                ? trio_snapshot_get (job->snapshot, g_array_index (point->notes, TrioId, 0))
                : NULL;
      Words words;

      if (first == NULL || trio_record_get_ref (first, TRIO_NOTE_CLUSTER) == 0)
        continue;
      words.cluster = trio_record_get_ref (first, TRIO_NOTE_CLUSTER);
      words.words = join_central (job->snapshot, point);
      g_array_append_val (all, words);
    }
  g_task_return_pointer (task, all, (GDestroyNotify)g_array_unref);
}

static void
words_ready_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (TrioSummaryPage) self = trio_weak_take (user_data);
  g_autoptr (GArray) all = g_task_propagate_pointer (G_TASK (result), NULL);
  WordsJob *job = g_task_get_task_data (G_TASK (result));

  if (self == NULL)
    return;
  if (all == NULL || self->model == NULL || self->theme != job->theme)
    return;
  for (guint i = 0; i < all->len; i++)
    {
      const Words *words = &g_array_index (all, Words, i);

      trio_summary_clusters_set_words (self->clusters, words->cluster, words->words);
    }
}

/**
 * trio_summary_page_find_words:
 * @self: the page
 *
 * Finds, in another thread, the inputs that stand best for each cluster of the theme.
 */
void
trio_summary_page_find_words (TrioSummaryPage *self)
{
  g_autoptr (GTask) task = NULL;
  WordsJob *job;

  if (self->words != NULL)
    g_cancellable_cancel (self->words);
  g_clear_object (&self->words);
  if (self->model == NULL || self->theme == 0)
    return;
  self->words = g_cancellable_new ();
  task = g_task_new (NULL, self->words, words_ready_cb, trio_weak_new (self));
  job = g_new0 (WordsJob, 1);
  job->snapshot = trio_model_dup_snapshot (self->model);
  job->theme = self->theme;
  g_task_set_source_tag (task, trio_summary_page_find_words);
  g_task_set_task_data (task, job, free_words_job);
  g_task_run_in_thread (task, words_thread);
}

/**
 * trio_summary_page_init_draft:
 * @self: the page
 *
 * Connects the button that makes a draft.
 */
void
trio_summary_page_init_draft (TrioSummaryPage *self)
{
  g_signal_connect (self->draft_button, "clicked", G_CALLBACK (draft_cb), self);
}
