/* trio-draft.c: a draft from a snapshot, and how it becomes the summary of a theme. */
#include "config.h"

#include "document/trio-draft.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "base/trio-error.h"
#include "base/trio-text.h"
#include "document/gate/trio-scan.h"
#include "document/trio-draft-private.h"

struct _TrioDraft
{
  TrioId theme;
  char *title; /* of the theme */
  TrioPointsOrigin origin;
  GPtrArray *sentences; /* TrioDraftSentence */
};

void
trio_draft_sentence_free (TrioDraftSentence *sentence)
{
  g_array_unref (sentence->notes);
  g_free (sentence->text);
  g_free (sentence);
}

/* Nothing that a person has marked, and nothing personal unless a person has cleared it. */
static gboolean
may_use_cb (const TrioRecord *note, gpointer user_data)
{
  gint64 flag = trio_record_get_int (note, TRIO_NOTE_FLAG);
  g_autoptr (GArray) hits = NULL;

  if (flag == TRIO_FLAG_RAISED)
    return FALSE;
  hits = trio_scan_text (trio_record_get_text (note, TRIO_NOTE_TEXT));
  for (guint i = 0; i < hits->len; i++)
    {
      TrioHitKind kind = g_array_index (hits, TrioHit, i).kind;

      if ((flag != TRIO_FLAG_CLEARED && flag != TRIO_FLAG_CHOSEN)
          || (kind != TRIO_HIT_NAME && kind != TRIO_HIT_HEALTH))
        return FALSE;
    }
  return TRUE;
}

static GPtrArray *
word_theme (TrioSnapshot *snapshot,
            const TrioRecord *theme,
            const TrioTemplate *tmpl,
            const TrioPoints *points)
{
  GPtrArray *themes = trio_snapshot_get_all (snapshot, TRIO_KIND_THEME);
  g_autoptr (TrioBuildOptions) options = trio_build_options_new ();
  g_autoptr (TrioDocSource) source = trio_doc_source_new (snapshot, options);
  g_autoptr (GHashTable) rows = trio_scope_rows_new ();
  TrioScope scope = { 0 }, inner;
  guint place = 0;

  scope.kind = TRIO_SCOPE_DOCUMENT;
  scope.source = source;
  scope.tmpl = tmpl;
  scope.options = options;
  scope.rows = rows;
  g_ptr_array_find (themes, theme, &place);
  inner = trio_scope_open (&scope, "themes", (gpointer)theme, place + 1);
  return trio_draft_word (&inner, snapshot, points);
}

/**
 * trio_draft_new:
 * @snapshot: a workshop
 * @theme: number of a theme
 * @tmpl: a template of the kind "summary"
 * @vectors: (nullable): folder of the word files, %NULL for where they are installed
 * @cancellable: (nullable): a cancellable
 * @error: return location for an error
 *
 * Drafts the summary of a theme: from the clusters that people made, else from proposed ones, else
 * from the notes themselves. It has 30 to 60 words where the notes give that much.
 *
 * Returns: (transfer full) (nullable): the draft, or %NULL with %TRIO_ERROR_NOTHING when there is
 *   no note to go on, %TRIO_ERROR_NOT_FOUND, or %G_IO_ERROR_CANCELLED
 */
TrioDraft *
trio_draft_new (TrioSnapshot *snapshot,
                TrioId theme,
                const TrioTemplate *tmpl,
                const char *vectors,
                GCancellable *cancellable,
                GError **error)
{
  const TrioRecord *record = trio_snapshot_get (snapshot, theme);
  g_autoptr (TrioPoints) points = NULL;
  g_autoptr (TrioDraft) draft = NULL;

  if (record == NULL || record->kind != TRIO_KIND_THEME)
    {
      g_set_error_literal (error, TRIO_ERROR, TRIO_ERROR_NOT_FOUND,
                           _ ("The theme is not there any more."));
      return NULL;
    }
  points = trio_points_find (snapshot, theme, vectors, may_use_cb, NULL, cancellable, error);
  if (points == NULL)
    return NULL;
  draft = g_new0 (TrioDraft, 1);
  draft->theme = theme;
  draft->title = g_strdup (trio_record_get_text (record, TRIO_THEME_TITLE));
  draft->origin = trio_points_get_origin (points);
  draft->sentences = word_theme (snapshot, record, tmpl, points);
  if (draft->sentences->len == 0)
    {
      g_set_error (error, TRIO_ERROR, TRIO_ERROR_NOTHING,
                   /* Translators: title of a theme. */
                   _ ("There is no input on “%s” that a draft could rest on."), draft->title);
      return NULL;
    }
  return g_steal_pointer (&draft);
}

/* What a thread needs. */
typedef struct
{
  TrioSnapshot *snapshot;
  TrioId theme;
  TrioTemplate *tmpl;
} Job;

static void
job_free (gpointer data)
{
  Job *job = data;

  trio_snapshot_unref (job->snapshot);
  trio_template_unref (job->tmpl);
  g_free (job);
}

static void
run_cb (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  const Job *job = data;
  GError *error = NULL;
  TrioDraft *draft
      = trio_draft_new (job->snapshot, job->theme, job->tmpl, NULL, cancellable, &error);

  if (draft != NULL)
    g_task_return_pointer (task, draft, (GDestroyNotify)trio_draft_free);
  else
    g_task_return_error (task, error);
}

/**
 * trio_draft_new_async:
 * @snapshot: a workshop
 * @theme: number of a theme
 * @tmpl: a template of the kind "summary"
 * @cancellable: (nullable): to give up
 * @callback: called in the main context of the caller
 * @user_data: data for @callback
 *
 * Like trio_draft_new(), in another thread, with the installed word files.
 */
void
trio_draft_new_async (TrioSnapshot *snapshot,
                      TrioId theme,
                      TrioTemplate *tmpl,
                      GCancellable *cancellable,
                      GAsyncReadyCallback callback,
                      gpointer user_data)
{
  g_autoptr (GTask) task = g_task_new (NULL, cancellable, callback, user_data);
  Job *job = g_new0 (Job, 1);

  job->snapshot = trio_snapshot_ref (snapshot);
  job->theme = theme;
  job->tmpl = trio_template_ref (tmpl);
  g_task_set_source_tag (task, trio_draft_new_async);
  g_task_set_task_data (task, job, job_free);
  g_task_run_in_thread (task, run_cb);
}

/**
 * trio_draft_new_finish:
 * @result: what the callback of trio_draft_new_async() was given
 * @error: return location for an error, see trio_draft_new()
 *
 * Returns: (transfer full) (nullable): the draft
 */
TrioDraft *
trio_draft_new_finish (GAsyncResult *result, GError **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}

/**
 * trio_draft_free:
 * @draft: (transfer full): a draft
 *
 * Frees a draft.
 */
void
trio_draft_free (TrioDraft *draft)
{
  g_ptr_array_unref (draft->sentences);
  g_free (draft->title);
  g_free (draft);
}

/**
 * trio_draft_get_theme:
 * @draft: a draft
 *
 * Returns: number of the theme
 */
TrioId
trio_draft_get_theme (const TrioDraft *draft)
{
  return draft->theme;
}

/**
 * trio_draft_get_origin:
 * @draft: a draft
 *
 * Returns: what it was made from
 */
TrioPointsOrigin
trio_draft_get_origin (const TrioDraft *draft)
{
  return draft->origin;
}

/**
 * trio_draft_get_sentences:
 * @draft: a draft
 *
 * Returns: (transfer none) (element-type TrioDraftSentence): its sentences, at least one
 */
const GPtrArray *
trio_draft_get_sentences (const TrioDraft *draft)
{
  return draft->sentences;
}

/**
 * trio_draft_dup_text:
 * @draft: a draft
 *
 * Returns: (transfer full): its sentences as one paragraph
 */
char *
trio_draft_dup_text (const TrioDraft *draft)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < draft->sentences->len; i++)
    g_string_append_printf (text, "%s%s", i > 0 ? " " : "",
                            ((const TrioDraftSentence *)draft->sentences->pdata[i])->text);
  return g_string_free (text, FALSE);
}

/**
 * trio_draft_count_words:
 * @draft: a draft
 *
 * Returns: how many words it has
 */
guint
trio_draft_count_words (const TrioDraft *draft)
{
  g_autofree char *text = trio_draft_dup_text (draft);

  return trio_text_count_words (text);
}

/**
 * trio_draft_find_summary:
 * @snapshot: a workshop
 * @theme: number of a theme
 *
 * Returns: (transfer none) (nullable): the summary of the theme that documents print
 */
const TrioRecord *
trio_draft_find_summary (TrioSnapshot *snapshot, TrioId theme)
{
  GPtrArray *all = trio_snapshot_get_all (snapshot, TRIO_KIND_SUMMARY);

  for (guint i = 0; i < all->len; i++)
    if (trio_record_get_ref (all->pdata[i], TRIO_SUMMARY_THEME) == theme)
      return all->pdata[i];
  return NULL;
}

/**
 * trio_draft_may_replace:
 * @summary: (nullable): a summary
 *
 * Returns: whether a draft may take its place without asking: it is not there, it is empty, or
 *   nobody has touched it since it was drafted
 */
gboolean
trio_draft_may_replace (const TrioRecord *summary)
{
  g_autofree char *text = NULL;

  if (summary == NULL
      || trio_record_get_int (summary, TRIO_SUMMARY_STATE) == TRIO_SUMMARY_STATE_DRAFT)
    return TRUE;
  text = g_strstrip (g_strdup (trio_record_get_text (summary, TRIO_SUMMARY_TEXT)));
  return *text == '\0';
}

static void
delete_links (TrioEdit *edit, TrioSnapshot *snapshot, TrioId summary)
{
  g_autoptr (GPtrArray) links
      = trio_snapshot_dup_children (snapshot, TRIO_KIND_LINK, TRIO_LINK_SUMMARY, summary);

  for (guint i = 0; i < links->len; i++)
    trio_edit_delete (edit, ((const TrioRecord *)links->pdata[i])->id);
}

static void
add_links (TrioEdit *edit,
           TrioSnapshot *snapshot,
           const TrioDraftSentence *sentence,
           TrioId summary)
{
  for (guint n = 0; n < sentence->notes->len; n++)
    {
      TrioId note = g_array_index (sentence->notes, TrioId, n);
      TrioId link;

      if (trio_snapshot_get (snapshot, note) == NULL)
        continue;
      link = trio_edit_create (edit, TRIO_KIND_LINK);
      trio_edit_set_ref (edit, link, TRIO_LINK_SUMMARY, summary);
      trio_edit_set_ref (edit, link, TRIO_LINK_NOTE, note);
      trio_edit_set_text (edit, link, TRIO_LINK_SENTENCE, sentence->text);
    }
}

/**
 * trio_edit_apply_draft:
 * @edit: an edit
 * @draft: a draft
 * @replace: whether a summary that somebody has edited may be replaced
 *
 * Makes the draft the summary of its theme, with a link from each sentence to each of its notes, as
 * part of a larger edit. The edit fails with %TRIO_ERROR_EXISTS when somebody has edited the
 * summary and @replace is %FALSE.
 */
void
trio_edit_apply_draft (TrioEdit *edit, const TrioDraft *draft, gboolean replace)
{
  g_autoptr (TrioSnapshot) snapshot = trio_model_dup_snapshot (trio_edit_get_model (edit));
  const TrioRecord *old = trio_draft_find_summary (snapshot, draft->theme);
  g_autofree char *text = trio_draft_dup_text (draft);
  TrioId summary = old != NULL ? old->id : 0;

  if (!replace && !trio_draft_may_replace (old))
    {
      trio_edit_fail (edit, g_error_new (TRIO_ERROR, TRIO_ERROR_EXISTS,
                                         /* Translators: title of a theme. */
                                         _ ("Somebody has edited the summary of “%s”. It was left "
                                            "as it is."),
                                         draft->title));
      return;
    }
  if (summary == 0)
    {
      summary = trio_edit_create (edit, TRIO_KIND_SUMMARY);
      trio_edit_set_ref (edit, summary, TRIO_SUMMARY_THEME, draft->theme);
    }
  else
    delete_links (edit, snapshot, summary);
  trio_edit_set_text (edit, summary, TRIO_SUMMARY_TEXT, text);
  trio_edit_set_int (edit, summary, TRIO_SUMMARY_STATE, TRIO_SUMMARY_STATE_DRAFT);
  for (guint i = 0; i < draft->sentences->len; i++)
    add_links (edit, snapshot, draft->sentences->pdata[i], summary);
}

/**
 * trio_command_apply_draft:
 * @model: a model
 * @draft: a draft
 * @replace: whether a summary that somebody has edited may be replaced
 * @error: return location for an error
 *
 * Makes the draft the summary of its theme, as one step.
 *
 * Returns: whether it was done; %TRIO_ERROR_EXISTS when somebody has edited the summary
 */
gboolean
trio_command_apply_draft (TrioModel *model,
                          const TrioDraft *draft,
                          gboolean replace,
                          GError **error)
{
  g_autoptr (TrioEdit) edit = trio_edit_new (model, "draft-summary");

  trio_edit_set_subject (edit, draft->title);
  trio_edit_apply_draft (edit, draft, replace);
  return trio_edit_commit (edit, error);
}
