/* trio-earlier-dialog-topics.c: what came up in several of the events that are chosen.
 *
 * Found in another thread, in the inputs of this workshop and of those events. Each topic opens
 * on the inputs that it rests on.
 */
#include "config.h"

#include "app/followup/trio-earlier-dialog-private.h"

#include <glib/gi18n.h>

#include "app/trio-weak.h"

#define MAX_TOPICS 20u

static const TrioRecord *
find (TrioSnapshot *event, const TrioRecord *from, guint field)
{
  TrioId id = from != NULL ? trio_record_get_ref (from, field) : 0;

  return id != 0 ? trio_snapshot_get (event, id) : NULL;
}

static char *
dup_place (TrioSnapshot *event, const TrioRecord *note)
{
  const TrioRecord *station = find (event, note, TRIO_NOTE_STATION);
  const TrioRecord *theme = find (event, station, TRIO_STATION_THEME);

  /* Translators: where an input comes from: title of the event, number of the station, theme */
  return g_strdup_printf (
      _ ("%s · station %d · %s"),
      trio_record_get_text (trio_snapshot_get_workshop (event), TRIO_WORKSHOP_TITLE),
      station != NULL ? (int)trio_record_get_int (station, TRIO_STATION_NUMBER) : 0,
      theme != NULL ? trio_record_get_text (theme, TRIO_THEME_TITLE) : "");
}

static GtkWidget *
create_row (GType type, const char *title, const char *subtitle)
{
  GtkWidget *row = g_object_new (type, NULL);

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  g_object_set (row, "subtitle", subtitle, NULL);
  return row;
}

static char *
dup_extent (const TrioTopic *topic)
{
  g_autofree char *events
      = g_strdup_printf (ngettext ("%u event", "%u events", topic->n_events), topic->n_events);
  g_autofree char *themes
      = g_strdup_printf (ngettext ("%u theme", "%u themes", topic->n_themes), topic->n_themes);
  g_autofree char *notes
      = g_strdup_printf (ngettext ("%u input", "%u inputs", topic->n_notes), topic->n_notes);

  return g_strdup_printf ("%s · %s · %s", events, themes, notes);
}

static void
add_topic (TrioEarlierDialog *self, const TrioTopics *topics, const TrioTopic *topic)
{
  g_autofree char *extent = dup_extent (topic);
  GtkWidget *row = create_row (ADW_TYPE_EXPANDER_ROW, topic->name, extent);

  gtk_widget_set_tooltip_text (row, topic->reason);
  for (guint i = 0; i < topic->n_notes; i++)
    {
      const TrioTopicSource *source = trio_topics_get_source (topics, topic->notes[i]);
      TrioSnapshot *event = self->searched->pdata[source->event];
      const TrioRecord *note = trio_snapshot_get (event, source->note);
      g_autofree char *place = dup_place (event, note);

      adw_expander_row_add_row (ADW_EXPANDER_ROW (row),
                                create_row (ADW_TYPE_ACTION_ROW,
                                            trio_record_get_text (note, TRIO_NOTE_TEXT), place));
    }
  adw_preferences_group_add (self->topics_group, row);
  g_ptr_array_add (self->topic_rows, row);
  self->n_topics++;
}

static void
clear (TrioEarlierDialog *self)
{
  for (guint i = 0; i < self->topic_rows->len; i++)
    adw_preferences_group_remove (self->topics_group, self->topic_rows->pdata[i]);
  g_ptr_array_set_size (self->topic_rows, 0);
  self->n_topics = 0;
}

static void
show (TrioEarlierDialog *self, const TrioTopics *topics)
{
  clear (self);
  for (guint i = 0; i < trio_topics_get_length (topics) && self->n_topics < MAX_TOPICS; i++)
    if (trio_topics_get (topics, i)->n_events > 1)
      add_topic (self, topics, trio_topics_get (topics, i));
  gtk_widget_set_visible (GTK_WIDGET (self->no_topics), self->n_topics == 0);
}

static void
ready_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (TrioEarlierDialog) self = trio_weak_take (user_data);
  g_autoptr (GError) error = NULL;
  g_autoptr (TrioTopics) topics = trio_topics_new_finish (result, &error);

  if (self == NULL || g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  g_clear_object (&self->searching);
  gtk_spinner_stop (self->spinner);
  if (topics != NULL)
    show (self, topics);
}

/**
 * trio_earlier_dialog_drop_topics:
 * @self: the dialog
 *
 * Stops looking.
 */
void
trio_earlier_dialog_drop_topics (TrioEarlierDialog *self)
{
  if (self->searching != NULL)
    g_cancellable_cancel (self->searching);
  g_clear_object (&self->searching);
  g_clear_pointer (&self->searched, g_ptr_array_unref);
}

/**
 * trio_earlier_dialog_find_topics:
 * @self: the dialog
 *
 * Looks for what this workshop and the chosen events have in common.
 */
void
trio_earlier_dialog_find_topics (TrioEarlierDialog *self)
{
  trio_earlier_dialog_drop_topics (self);
  self->searched = trio_earlier_dialog_list_events (self);
  g_ptr_array_insert (self->searched, 0, trio_model_dup_snapshot (self->model));
  self->searching = g_cancellable_new ();
  gtk_spinner_start (self->spinner);
  trio_topics_new_async (self->searched, self->searching, ready_cb, trio_weak_new (self));
}
