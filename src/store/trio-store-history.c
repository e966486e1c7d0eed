/* trio-store-history.c: earlier steps for the model, page by page.
 *
 * While the disk refuses to take what is queued, the log in the file is behind the model.
 * Steps that the queue touches are all in the model's memory, so it is enough to know which
 * of the others the queue is about to drop, and how far undo has come.
 */
#include "store/trio-store-private.h"

typedef struct
{
  TrioStore *store;
  gint64 after;
  gint64 before;
  guint max;
  gboolean undone;
  GPtrArray *found;
} Page;

/* Steps with numbers between the two, exclusive, are gone once the queue is written. */
typedef struct
{
  gint64 above;
  gint64 below;
} Gap;

/* Plays the queue against the position in the log. */
static gint64
play_queue (GPtrArray *queue, gint64 position, GArray *gaps)
{
  for (guint i = 0; i < queue->len; i++)
    {
      const TrioTransaction *move = g_ptr_array_index (queue, i);
      Gap gap = { position, move->step->id };

      if (move->move == TRIO_MOVE_DO)
        g_array_append_val (gaps, gap);
      position = move->move == TRIO_MOVE_UNDO ? move->step->id - 1 : move->step->id;
    }
  return position;
}

static gboolean
is_in_gap (GArray *gaps, gint64 step)
{
  for (guint i = 0; i < gaps->len; i++)
    {
      const Gap *gap = &g_array_index (gaps, Gap, i);

      if (step > gap->above && step < gap->below)
        return TRUE;
    }
  return FALSE;
}

/* Narrows the range by what has just been read; returns whether there may be more. */
static gboolean
advance (Page *page, GPtrArray *steps, guint asked)
{
  const TrioStep *last;

  if (steps->len < asked)
    return FALSE;
  last = g_ptr_array_index (steps, steps->len - 1);
  if (page->undone)
    page->after = last->id;
  else
    page->before = last->id;
  return TRUE;
}

static gboolean
read_page_cb (TrioFile *file, gpointer data, GError **error)
{
  Page *page = data;
  g_autoptr (GPtrArray) queue = trio_writer_dup_queue (page->store->writer);
  g_autoptr (GArray) gaps = g_array_new (FALSE, FALSE, sizeof (Gap));
  g_autoptr (GPtrArray) found = g_ptr_array_new_with_free_func ((GDestroyNotify)trio_step_unref);
  gint64 position = play_queue (queue, file->state.position, gaps);
  gboolean more = TRUE;

  if (page->undone)
    page->after = MAX (page->after, position);
  else
    page->before = MIN (page->before, position + 1);
  while (more && found->len < page->max)
    {
      guint asked = page->max - found->len;
      g_autoptr (GError) failure = NULL;
      g_autoptr (GPtrArray) steps
          = trio_log_read (file, page->after, page->before, asked, !page->undone, &failure);

      if (steps == NULL && found->len == 0)
        {
          g_propagate_error (error, g_steal_pointer (&failure));
          return FALSE;
        }
      if (steps == NULL)
        break;
      for (guint i = 0; i < steps->len; i++)
        {
          TrioStep *step = g_ptr_array_index (steps, i);

          if (!is_in_gap (gaps, step->id))
            g_ptr_array_add (found, trio_step_ref (step));
        }
      more = advance (page, steps, asked);
    }
  page->found = g_steal_pointer (&found);
  return TRUE;
}

static GPtrArray *
steps_before_cb (gint64 before, guint n, gpointer data, GError **error)
{
  Page page = { data, 0, before, n, FALSE };

  trio_store_call (data, read_page_cb, &page, FALSE, error);
  return page.found;
}

static GPtrArray *
steps_undone_cb (gint64 after, guint n, gpointer data, GError **error)
{
  Page page = { data, after, G_MAXINT64, n, TRUE };

  trio_store_call (data, read_page_cb, &page, FALSE, error);
  return page.found;
}

/**
 * trio_store_get_history_source: (skip)
 *
 * Returns: (transfer none): where the model gets earlier steps from; the data is the store
 */
const TrioHistorySource *
trio_store_get_history_source (void)
{
  static const TrioHistorySource source = { steps_before_cb, steps_undone_cb };

  return &source;
}
