/* trio-parallel.c: hands rows to threads. Which thread takes which row changes no result. */
#include "config.h"

#include "clustering/trio-parallel-private.h"

#define ROWS_AT_ONCE 16
/* Below this a thread costs more than it saves. */
#define FEWEST_ROWS  256
#define MOST_THREADS 8

typedef struct
{
  guint n_rows;
  gint next;
  TrioParallelWork work;
  gpointer user_data;
  GCancellable *cancellable;
} Job;

static gpointer
work_cb (gpointer data)
{
  Job *job = data;

  while (!g_cancellable_is_cancelled (job->cancellable))
    {
      /* Later rows are longer, so the work begins with them. */
      guint taken = g_atomic_int_add (&job->next, ROWS_AT_ONCE);

      if (taken >= job->n_rows)
        break;
      for (guint i = taken; i < MIN (taken + ROWS_AT_ONCE, job->n_rows); i++)
        job->work (job->n_rows - 1 - i, job->user_data);
    }
  return NULL;
}

/* Runs @work for every row below @n_rows; @n_threads 0 takes as many as there are processors. */
gboolean
trio_parallel_run (guint n_rows,
                   guint n_threads,
                   TrioParallelWork work,
                   gpointer user_data,
                   GCancellable *cancellable,
                   GError **error)
{
  Job job = { n_rows, 0, work, user_data, cancellable };
  GThread *threads[MOST_THREADS];
  guint n_others;

  if (n_threads == 0)
    n_threads = n_rows < FEWEST_ROWS ? 1 : g_get_num_processors ();
  n_others = MIN (n_threads, MOST_THREADS) - 1;
  for (guint i = 0; i < n_others; i++)
    threads[i] = g_thread_new ("trio-rows", work_cb, &job);
  work_cb (&job);
  for (guint i = 0; i < n_others; i++)
    g_thread_join (threads[i]);
  return !g_cancellable_set_error_if_cancelled (cancellable, error);
}
