/* trio-history.c: the stacks of done and undone steps.
 *
 * Steps of this session are in memory; those of earlier sessions come from the file, page by
 * page, when the user walks back that far.
 */
#include "model/trio-model-private.h"

#include <string.h>

#define PAGE_SIZE      64
#define JOIN_WITHIN_US (3 * G_USEC_PER_SEC)

struct _TrioHistory
{
  GPtrArray *done;   /* of TrioStep, the newest last */
  GPtrArray *undone; /* of TrioStep, the next to redo last */
  guint n_done;      /* including those still in the file */
  guint n_undone;
  gint64 last_step;
  gboolean sealed;
  TrioHistorySource source;
  gpointer source_data;
};

/* Makes an empty history. */
TrioHistory *
trio_history_new (void)
{
  TrioHistory *history = g_new0 (TrioHistory, 1);

  history->done = g_ptr_array_new_with_free_func ((GDestroyNotify)trio_step_unref);
  history->undone = g_ptr_array_new_with_free_func ((GDestroyNotify)trio_step_unref);
  history->sealed = TRUE;
  return history;
}

/* Drops a history. */
void
trio_history_free (TrioHistory *history)
{
  g_ptr_array_unref (history->done);
  g_ptr_array_unref (history->undone);
  g_free (history);
}

/* Says what the file knows of earlier sessions; see trio_model_set_history(). */
void
trio_history_set_source (TrioHistory *history,
                         const TrioHistorySource *source,
                         gpointer user_data,
                         gint64 last_step,
                         guint n_done,
                         guint n_undone)
{
  if (source != NULL)
    history->source = *source;
  else
    memset (&history->source, 0, sizeof history->source);
  history->source_data = user_data;
  history->last_step = last_step;
  history->n_done = n_done;
  history->n_undone = n_undone;
}

/* Whether there is a step to undo. */
gboolean
trio_history_can_undo (TrioHistory *history)
{
  return history->n_done > 0;
}

/* Whether there is a step to redo. */
gboolean
trio_history_can_redo (TrioHistory *history)
{
  return history->n_undone > 0;
}

static GPtrArray *
fetch_done (TrioHistory *history, GError **error)
{
  gint64 before = history->last_step + 1;

  /* Everything in memory lies above what the file is asked for. */
  if (history->undone->len > 0)
    before = ((TrioStep *)g_ptr_array_index (history->undone, history->undone->len - 1))->id;
  return history->source.steps_before (before, PAGE_SIZE, history->source_data, error);
}

/* The newest done step, or NULL with an error when the file cannot give it. */
TrioStep *
trio_history_peek_undo (TrioHistory *history, GError **error)
{
  if (history->done->len == 0 && history->n_done > 0 && history->source.steps_before != NULL)
    {
      g_autoptr (GPtrArray) page = fetch_done (history, error);

      if (page == NULL)
        return NULL;
      for (guint i = page->len; i-- > 0;)
        g_ptr_array_add (history->done, trio_step_ref (g_ptr_array_index (page, i)));
    }
  if (history->done->len == 0)
    {
      history->n_done = 0;
      return NULL;
    }
  return g_ptr_array_index (history->done, history->done->len - 1);
}

/* The oldest undone step, or NULL with an error when the file cannot give it. */
TrioStep *
trio_history_peek_redo (TrioHistory *history, GError **error)
{
  if (history->undone->len == 0 && history->n_undone > 0 && history->source.steps_undone != NULL)
    {
      gint64 after = 0;
      g_autoptr (GPtrArray) page = NULL;

      if (history->done->len > 0)
        after = ((TrioStep *)g_ptr_array_index (history->done, history->done->len - 1))->id;
      page = history->source.steps_undone (after, PAGE_SIZE, history->source_data, error);
      if (page == NULL)
        return NULL;
      for (guint i = page->len; i-- > 0;)
        g_ptr_array_add (history->undone, trio_step_ref (g_ptr_array_index (page, i)));
    }
  if (history->undone->len == 0)
    {
      history->n_undone = 0;
      return NULL;
    }
  return g_ptr_array_index (history->undone, history->undone->len - 1);
}

/* Moves the newest done step over to the undone ones. */
void
trio_history_note_undone (TrioHistory *history)
{
  TrioStep *step = g_ptr_array_steal_index (history->done, history->done->len - 1);

  g_ptr_array_add (history->undone, step);
  history->n_done--;
  history->n_undone++;
  history->sealed = TRUE;
}

/* Moves the oldest undone step back to the done ones. */
void
trio_history_note_redone (TrioHistory *history)
{
  TrioStep *step = g_ptr_array_steal_index (history->undone, history->undone->len - 1);

  g_ptr_array_add (history->done, step);
  history->n_undone--;
  history->n_done++;
  history->sealed = TRUE;
}

static TrioChange *
find_change (GArray *changes, const TrioChange *like)
{
  for (guint i = 0; i < changes->len; i++)
    {
      TrioChange *change = &g_array_index (changes, TrioChange, i);

      if (change->object == like->object
          && (change->type == TRIO_CHANGE_CREATE
              || (change->type == TRIO_CHANGE_SET && change->field == like->field)))
        return change;
    }
  return NULL;
}

static TrioChange
copy_change (const TrioChange *change)
{
  TrioChange copy = *change;

  copy.old_value = trio_value_copy (&change->old_value);
  copy.new_value = trio_value_copy (&change->new_value);
  if (change->record != NULL)
    trio_record_ref (change->record);
  return copy;
}

static TrioStep *
copy_step (const TrioStep *step)
{
  TrioStep *copy = trio_step_new (step->action);

  copy->id = step->id;
  g_free (copy->subject);
  copy->subject = g_strdup (step->subject);
  g_free (copy->merge_key);
  copy->merge_key = g_strdup (step->merge_key);
  copy->count = step->count;
  copy->time = step->time;
  for (guint i = 0; i < step->changes->len; i++)
    {
      TrioChange change = copy_change (&g_array_index (step->changes, TrioChange, i));

      g_array_append_val (copy->changes, change);
    }
  return copy;
}

static void
set_in_record (TrioChange *change, guint field, const TrioValue *value)
{
  TrioRecord *record = trio_record_copy (change->record);

  trio_record_take_value (record, field, trio_value_copy (value));
  trio_record_unref (change->record);
  change->record = record;
}

static gboolean
can_join (TrioHistory *history, const TrioStep *step, const TrioStep *newest)
{
  if (history->sealed || *step->merge_key == '\0'
      || strcmp (step->merge_key, newest->merge_key) != 0)
    return FALSE;
  if (step->time - newest->time > JOIN_WITHIN_US || step->time < newest->time)
    return FALSE;
  for (guint i = 0; i < step->changes->len; i++)
    if (g_array_index (step->changes, TrioChange, i).type != TRIO_CHANGE_SET)
      return FALSE;
  return TRUE;
}

/* Joins a step with the newest one, when both belong to one stretch of typing or nudging.
 * Returns the joined step, which now is the newest, or NULL. */
TrioStep *
trio_history_join (TrioHistory *history, TrioStep *step)
{
  TrioStep *newest;
  TrioStep *joined;

  if (history->done->len == 0)
    return NULL;
  newest = g_ptr_array_index (history->done, history->done->len - 1);
  if (!can_join (history, step, newest))
    return NULL;

  joined = copy_step (newest);
  joined->time = step->time;
  for (guint i = 0; i < step->changes->len; i++)
    {
      const TrioChange *change = &g_array_index (step->changes, TrioChange, i);
      TrioChange *earlier = find_change (joined->changes, change);

      if (earlier == NULL)
        {
          TrioChange copy = copy_change (change);

          g_array_append_val (joined->changes, copy);
        }
      else if (earlier->type == TRIO_CHANGE_CREATE)
        set_in_record (earlier, change->field, &change->new_value);
      else
        {
          trio_value_clear (&earlier->new_value);
          earlier->new_value = trio_value_copy (&change->new_value);
        }
    }
  trio_step_unref (newest);
  g_ptr_array_index (history->done, history->done->len - 1) = joined;
  return joined;
}

/* Adds a new step, which gets its number here; undone steps are gone. */
void
trio_history_push (TrioHistory *history, TrioStep *step)
{
  g_ptr_array_set_size (history->undone, 0);
  history->n_undone = 0;
  step->id = ++history->last_step;
  g_ptr_array_add (history->done, trio_step_ref (step));
  history->n_done++;
  history->sealed = FALSE;
}

/* Ends the stretch that later steps could join. */
void
trio_history_seal (TrioHistory *history)
{
  history->sealed = TRUE;
}

static gboolean
mentions (const TrioStep *step, TrioId object)
{
  for (guint i = 0; i < step->changes->len; i++)
    if (g_array_index (step->changes, TrioChange, i).object == object)
      return TRUE;
  return FALSE;
}

static void
redact_value (TrioValue *value, const char *text)
{
  if (value->type != TRIO_VALUE_TEXT)
    return;
  trio_value_clear (value);
  *value = trio_value_text (text);
}

static void
redact_steps (GPtrArray *steps, TrioId object, guint field, const char *text)
{
  g_auto (TrioValue) masked = trio_value_text (text);

  for (guint i = 0; i < steps->len; i++)
    {
      TrioStep *step = g_ptr_array_index (steps, i);

      if (!mentions (step, object))
        continue;
      /* The writer may still read the step, so a copy takes its place. */
      g_ptr_array_index (steps, i) = copy_step (step);
      trio_step_unref (step);
      step = g_ptr_array_index (steps, i);
      for (guint j = 0; j < step->changes->len; j++)
        {
          TrioChange *change = &g_array_index (step->changes, TrioChange, j);

          if (change->object != object)
            continue;
          if (change->type == TRIO_CHANGE_SET && change->field == field)
            {
              redact_value (&change->old_value, text);
              redact_value (&change->new_value, text);
            }
          else if (change->record != NULL && !trio_record_is_null (change->record, field))
            set_in_record (change, field, &masked);
        }
    }
}

/* Replaces every wording of a field of an object in the history. */
void
trio_history_redact (TrioHistory *history, TrioId object, guint field, const char *text)
{
  redact_steps (history->done, object, field, text);
  redact_steps (history->undone, object, field, text);
}
