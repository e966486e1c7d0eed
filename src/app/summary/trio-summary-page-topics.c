/* trio-summary-page-topics.c: what the theme has in common with other stations.
 *
 * Found in another thread, a moment after inputs have changed; another theme needs no new search.
 */
#include "config.h"

#include "app/summary/trio-summary-page-private.h"

#include <glib/gi18n.h>

#include "app/trio-weak.h"

#define DELAY_MS   600
#define MAX_TOPICS 3u

static int
compare_numbers (gconstpointer a, gconstpointer b)
{
  gint64 first = *(const gint64 *)a;
  gint64 second = *(const gint64 *)b;

  return first < second ? -1 : first > second;
}

/* The numbers as "3", "3 and 4" or "1, 3 and 4". */
static char *
join_numbers (const GArray *numbers)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < numbers->len; i++)
    {
      if (i > 0 && i + 1 == numbers->len)
        /* Translators: between the last two of a list of numbers */
        g_string_append (text, C_ ("list", " and "));
      else if (i > 0)
        g_string_append (text, ", ");
      g_string_append_printf (text, "%" G_GINT64_FORMAT, g_array_index (numbers, gint64, i));
    }
  return g_string_free (text, FALSE);
}

/* The stations of other themes that share the topic; none when this theme has no part in it. */
static GArray *
list_others (TrioSummaryPage *self, const TrioTopic *topic, guint *n_notes)
{
  GArray *numbers = g_array_new (FALSE, FALSE, sizeof (gint64));
  gboolean is_ours = FALSE;

  *n_notes = 0;
  for (guint i = 0; i < topic->n_notes; i++)
    {
      const TrioTopicSource *source = trio_topics_get_source (self->topics, topic->notes[i]);
      const TrioRecord *note = trio_model_get_record (self->model, source->note);
      const TrioRecord *station
          = note != NULL
                ? trio_model_get_record (self->model, trio_record_get_ref (note, TRIO_NOTE_STATION))
                : NULL;
      gint64 number;
      gboolean is_known = FALSE;

      if (station == NULL)
        continue;
      if (trio_record_get_ref (station, TRIO_STATION_THEME) == self->theme)
        {
          is_ours = TRUE;
          continue;
        }
      (*n_notes)++;
      number = trio_record_get_int (station, TRIO_STATION_NUMBER);
      for (guint j = 0; j < numbers->len; j++)
        is_known = is_known || g_array_index (numbers, gint64, j) == number;
      if (!is_known)
        g_array_append_val (numbers, number);
    }
  if (!is_ours)
    g_array_set_size (numbers, 0);
  g_array_sort (numbers, compare_numbers);
  return numbers;
}

static gboolean
add_topic (TrioSummaryPage *self, const TrioTopic *topic)
{
  guint n_notes = 0;
  g_autoptr (GArray) numbers = list_others (self, topic, &n_notes);
  g_autofree char *stations = NULL;
  g_autofree char *text = NULL;
  GtkWidget *label;

  if (numbers->len == 0)
    return FALSE;
  stations = join_numbers (numbers);
  /* Translators: a topic, the number or numbers of stations, and how many inputs */
  text = g_strdup_printf (ngettext ("“%s” is also at station %s (%u input)",
                                    "“%s” is also at station %s (%u inputs)", n_notes),
                          topic->name, stations, n_notes);
  label = gtk_label_new (text);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_widget_set_tooltip_text (label, topic->reason);
  gtk_box_append (self->topics_list, label);
  return TRUE;
}

/**
 * trio_summary_page_show_topics:
 * @self: the page
 *
 * Shows what this theme has in common with others.
 */
void
trio_summary_page_show_topics (TrioSummaryPage *self)
{
  GtkWidget *child;
  guint n = 0;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->topics_list))) != NULL)
    gtk_box_remove (self->topics_list, child);
  for (guint i = 0; self->topics != NULL && self->model != NULL && self->theme != 0
                    && i < trio_topics_get_length (self->topics) && n < MAX_TOPICS;
       i++)
    if (add_topic (self, trio_topics_get (self->topics, i)))
      n++;
  gtk_widget_set_visible (self->topics_box, n > 0);
}

static void
ready_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (TrioSummaryPage) self = trio_weak_take (user_data);
  TrioTopics *topics = trio_topics_new_finish (result, NULL);

  if (self == NULL || topics == NULL)
    {
      g_clear_pointer (&topics, trio_topics_free);
      return;
    }
  g_clear_pointer (&self->topics, trio_topics_free);
  self->topics = topics;
  if (self->model != NULL)
    trio_summary_page_show_topics (self);
}

static gboolean
timer_cb (gpointer user_data)
{
  TrioSummaryPage *self = user_data;
  g_autoptr (GPtrArray) snapshots
      = g_ptr_array_new_with_free_func ((GDestroyNotify)trio_snapshot_unref);

  self->topics_timer = 0;
  if (self->looking != NULL)
    g_cancellable_cancel (self->looking);
  g_clear_object (&self->looking);
  self->looking = g_cancellable_new ();
  g_ptr_array_add (snapshots, trio_model_dup_snapshot (self->model));
  trio_topics_new_async (snapshots, self->looking, ready_cb, trio_weak_new (self));
  return G_SOURCE_REMOVE;
}

/**
 * trio_summary_page_find_topics:
 * @self: the page
 *
 * Looks, in a moment, for what comes up again on several stations.
 */
void
trio_summary_page_find_topics (TrioSummaryPage *self)
{
  g_clear_handle_id (&self->topics_timer, g_source_remove);
  if (self->model != NULL && gtk_widget_get_mapped (GTK_WIDGET (self)))
    self->topics_timer = g_timeout_add (DELAY_MS, timer_cb, self);
}

/**
 * trio_summary_page_drop_topics:
 * @self: the page
 *
 * Forgets the topics of a workshop that is closed.
 */
void
trio_summary_page_drop_topics (TrioSummaryPage *self)
{
  g_clear_handle_id (&self->topics_timer, g_source_remove);
  if (self->looking != NULL)
    g_cancellable_cancel (self->looking);
  g_clear_object (&self->looking);
  g_clear_pointer (&self->topics, trio_topics_free);
}
