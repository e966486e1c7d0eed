/* trio-capture-help.c: what the bar tells quietly while somebody types: what was typed last, and
 * which input says the same already.
 *
 * All of it happens a moment after the last key, and nothing of it moves the field.
 */
#include "config.h"

#include "app/capture/trio-capture-bar-private.h"

#include <glib/gi18n.h>

#define N_RECENT 5

/* Milliseconds after the last key. */
#define LOOK_AFTER 180

static gboolean
look_cb (gpointer user_data)
{
  TrioCaptureBar *self = user_data;
  const char *text = gtk_editable_get_text (GTK_EDITABLE (self->entry));

  self->look_timeout = 0;
  self->similar_note = 0;
  if (self->similar != NULL && self->editing == 0)
    self->similar_note = trio_similar_notes_find (self->similar, text);
  trio_capture_bar_mark_spelling (self);
  trio_capture_bar_show_hint (self);
  return G_SOURCE_REMOVE;
}

/**
 * trio_capture_bar_look_soon:
 * @self: the bar
 *
 * Looks at the words in the field when nobody has typed for a moment.
 */
void
trio_capture_bar_look_soon (TrioCaptureBar *self)
{
  if (self->look_timeout != 0)
    g_source_remove (self->look_timeout);
  self->look_timeout = g_timeout_add_full (G_PRIORITY_LOW, LOOK_AFTER, look_cb, self, NULL);
  /* Marks of the words before would stand below other letters. */
  gtk_entry_set_attributes (self->entry, NULL);
  g_array_set_size (self->misspelt, 0);
  if (self->similar_note != 0)
    {
      self->similar_note = 0;
      trio_capture_bar_show_hint (self);
    }
}

static gboolean
is_about_rounds (const TrioRecord *record)
{
  return record->kind == TRIO_KIND_ROUND || record->kind == TRIO_KIND_WORKSHOP;
}

static void
committed_cb (TrioModel *model, TrioTransaction *transaction, TrioCaptureBar *self)
{
  trio_capture_bar_show_recent (self);
  trio_capture_bar_show_practice (self);
  for (guint i = 0; i < transaction->records->len; i++)
    if (is_about_rounds (g_ptr_array_index (transaction->records, i)))
      {
        trio_capture_bar_show_rounds (self);
        return;
      }
  if (transaction->deleted->len > 0)
    trio_capture_bar_show_rounds (self);
}

/**
 * trio_capture_bar_watch_words:
 * @self: the bar, with a workshop and a station
 *
 * Begins to follow the inputs of the station.
 */
void
trio_capture_bar_watch_words (TrioCaptureBar *self)
{
  self->similar = trio_similar_notes_new (self->model, self->station);
  g_signal_connect (self->model, "committed", G_CALLBACK (committed_cb), self);
  trio_capture_bar_show_recent (self);
  trio_capture_bar_show_practice (self);
  trio_capture_bar_show_rounds (self);
}

/**
 * trio_capture_bar_stop_looking:
 * @self: the bar
 *
 * Lets go of the inputs of the station.
 */
void
trio_capture_bar_stop_looking (TrioCaptureBar *self)
{
  g_clear_handle_id (&self->look_timeout, g_source_remove);
  g_clear_pointer (&self->similar, trio_similar_notes_free);
  self->similar_note = 0;
  if (self->model != NULL)
    g_signal_handlers_disconnect_by_func (self->model, committed_cb, self);
}

/* Asked for when it is wanted: to set the text of a tooltip makes GTK look for the pointer. */
static gboolean
recent_tooltip_cb (TrioSteadyLabel *label,
                   int x,
                   int y,
                   gboolean keyboard,
                   GtkTooltip *tooltip,
                   gpointer user_data)
{
  gtk_tooltip_set_text (tooltip, trio_steady_label_get_label (label));
  return *trio_steady_label_get_label (label) != '\0';
}

static GtkWidget *
add_recent_label (TrioCaptureBar *self)
{
  GtkWidget *label = g_object_new (TRIO_TYPE_STEADY_LABEL, "waits", TRUE, "width-chars", 12, NULL);

  gtk_widget_add_css_class (label, "dim-label");
  gtk_widget_add_css_class (label, "recent");
  gtk_widget_set_has_tooltip (label, TRUE);
  g_signal_connect (label, "query-tooltip", G_CALLBACK (recent_tooltip_cb), NULL);
  gtk_box_append (self->recent, label);
  return label;
}

/**
 * trio_capture_bar_show_recent:
 * @self: the bar
 *
 * Shows the last five inputs of the station, the newest first.
 */
void
trio_capture_bar_show_recent (TrioCaptureBar *self)
{
  GtkWidget *label = gtk_widget_get_first_child (GTK_WIDGET (self->recent));
  GListModel *notes;
  guint n;

  if (self->model == NULL)
    return;
  notes = trio_model_get_children (self->model, TRIO_KIND_NOTE, TRIO_NOTE_STATION, self->station);
  n = g_list_model_get_n_items (notes);
  for (guint i = 0; i < N_RECENT; i++)
    {
      g_autofree char *text = NULL;

      if (label == NULL)
        label = add_recent_label (self);
      if (i < n)
        {
          g_autoptr (TrioObject) note = g_list_model_get_item (notes, n - 1 - i);

          text = g_strdup_printf ("%u  %s", n - i, trio_object_get_text (note, TRIO_NOTE_TEXT));
        }
      trio_steady_label_set_label (TRIO_STEADY_LABEL (label), text);
      label = gtk_widget_get_next_sibling (label);
    }
}
