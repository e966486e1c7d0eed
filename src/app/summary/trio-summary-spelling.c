/* trio-summary-spelling.c: underlines misspelt words in a text view, and offers others.
 *
 * The dictionary is read in a thread; without one nothing is underlined. The word that is being
 * typed is left alone. The menu of the text view has the suggestions for the word at the caret.
 */
#include "config.h"

#include "app/summary/trio-summary-spelling.h"

#include <string.h>

#include <glib/gi18n.h>

#include "text/trio-speller.h"

#define DELAY_MS        350
#define MAX_SUGGESTIONS 5

struct _TrioSummarySpelling
{
  GObject parent_instance;

  GtkTextView *view; /* not owned: the view owns this */
  GtkTextTag *tag;
  TrioSpeller *speller;
  char *lang;
  GCancellable *loading;
  guint timer;
  guint n_misspelt;
};

G_DEFINE_FINAL_TYPE (TrioSummarySpelling, trio_summary_spelling, G_TYPE_OBJECT)

static GtkTextBuffer *
buffer_of (TrioSummarySpelling *self)
{
  return gtk_text_view_get_buffer (self->view);
}

static char *
dup_text (TrioSummarySpelling *self)
{
  GtkTextIter start;
  GtkTextIter end;

  gtk_text_buffer_get_bounds (buffer_of (self), &start, &end);
  return gtk_text_buffer_get_text (buffer_of (self), &start, &end, TRUE);
}

/**
 * trio_summary_spelling_check:
 * @self: the spelling of a text view
 *
 * Checks all words now.
 */
void
trio_summary_spelling_check (TrioSummarySpelling *self)
{
  g_autofree char *text = NULL;
  g_autoptr (GArray) errors = NULL;
  GtkTextIter start;
  GtkTextIter end;
  GtkTextIter caret;

  g_return_if_fail (TRIO_IS_SUMMARY_SPELLING (self));

  gtk_text_buffer_get_bounds (buffer_of (self), &start, &end);
  gtk_text_buffer_remove_tag (buffer_of (self), self->tag, &start, &end);
  self->n_misspelt = 0;
  if (self->speller == NULL)
    return;
  text = dup_text (self);
  errors = trio_speller_check (self->speller, text);
  gtk_text_buffer_get_iter_at_mark (buffer_of (self), &caret,
                                    gtk_text_buffer_get_insert (buffer_of (self)));
  for (guint i = 0; i < errors->len; i++)
    {
      const TrioSpellingError *error = &g_array_index (errors, TrioSpellingError, i);

      gtk_text_buffer_get_iter_at_offset (buffer_of (self), &start,
                                          (int)g_utf8_strlen (text, error->start));
      gtk_text_buffer_get_iter_at_offset (buffer_of (self), &end,
                                          (int)g_utf8_strlen (text, error->end));
      if (gtk_text_iter_equal (&end, &caret) && gtk_widget_has_focus (GTK_WIDGET (self->view)))
        continue;
      gtk_text_buffer_apply_tag (buffer_of (self), self->tag, &start, &end);
      self->n_misspelt++;
    }
}

/* The misspelt word at the caret. */
static gboolean
find_word (TrioSummarySpelling *self, GtkTextIter *start, GtkTextIter *end)
{
  gtk_text_buffer_get_iter_at_mark (buffer_of (self), start,
                                    gtk_text_buffer_get_insert (buffer_of (self)));
  *end = *start;
  if (!gtk_text_iter_has_tag (start, self->tag) && !gtk_text_iter_ends_tag (start, self->tag))
    return FALSE;
  if (!gtk_text_iter_starts_tag (start, self->tag))
    gtk_text_iter_backward_to_tag_toggle (start, self->tag);
  if (!gtk_text_iter_ends_tag (end, self->tag))
    gtk_text_iter_forward_to_tag_toggle (end, self->tag);
  return TRUE;
}

static void
show_menu (TrioSummarySpelling *self)
{
  g_autoptr (GMenu) menu = g_menu_new ();
  g_autoptr (GMenu) section = g_menu_new ();
  g_autofree char *word = NULL;
  g_auto (GStrv) words = NULL;
  GtkTextIter start;
  GtkTextIter end;

  if (self->speller == NULL || !find_word (self, &start, &end))
    {
      gtk_text_view_set_extra_menu (self->view, NULL);
      return;
    }
  word = gtk_text_buffer_get_text (buffer_of (self), &start, &end, TRUE);
  words = trio_speller_suggest (self->speller, word);
  for (guint i = 0; words != NULL && words[i] != NULL && i < MAX_SUGGESTIONS; i++)
    {
      g_autoptr (GMenuItem) item = g_menu_item_new (words[i], NULL);

      g_menu_item_set_action_and_target (item, "spelling.replace", "s", words[i]);
      g_menu_append_item (section, item);
    }
  g_menu_append (section, _ ("_Accept the Word"), "spelling.accept");
  g_menu_append_section (menu, NULL, G_MENU_MODEL (section));
  gtk_text_view_set_extra_menu (self->view, G_MENU_MODEL (menu));
}

static void
replace_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  TrioSummarySpelling *self = user_data;
  GtkTextIter start;
  GtkTextIter end;

  if (!find_word (self, &start, &end))
    return;
  gtk_text_buffer_begin_user_action (buffer_of (self));
  gtk_text_buffer_delete (buffer_of (self), &start, &end);
  gtk_text_buffer_insert (buffer_of (self), &start, g_variant_get_string (parameter, NULL), -1);
  gtk_text_buffer_end_user_action (buffer_of (self));
  trio_summary_spelling_check (self);
}

static void
accept_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  TrioSummarySpelling *self = user_data;
  g_autofree char *word = NULL;
  GtkTextIter start;
  GtkTextIter end;

  if (self->speller == NULL || !find_word (self, &start, &end))
    return;
  word = gtk_text_buffer_get_text (buffer_of (self), &start, &end, TRUE);
  trio_speller_accept (self->speller, word);
  trio_summary_spelling_check (self);
}

static gboolean
timer_cb (gpointer user_data)
{
  TrioSummarySpelling *self = user_data;

  self->timer = 0;
  trio_summary_spelling_check (self);
  show_menu (self);
  return G_SOURCE_REMOVE;
}

static void
queue_check (TrioSummarySpelling *self)
{
  g_clear_handle_id (&self->timer, g_source_remove);
  self->timer = g_timeout_add (DELAY_MS, timer_cb, self);
}

static void
pressed_cb (GtkGestureClick *gesture, int n, double x, double y, TrioSummarySpelling *self)
{
  GtkTextIter iter;
  int bx;
  int by;

  gtk_text_view_window_to_buffer_coords (self->view, GTK_TEXT_WINDOW_WIDGET, (int)x, (int)y, &bx,
                                         &by);
  if (gtk_text_view_get_iter_at_location (self->view, &iter, bx, by)
      && gtk_text_iter_has_tag (&iter, self->tag))
    gtk_text_buffer_place_cursor (buffer_of (self), &iter);
  show_menu (self);
}

/* Dictionaries */

static void
load_thread (GTask *task, gpointer source, gpointer task_data, GCancellable *cancellable)
{
  GError *error = NULL;
  const char *lang = task_data;
  TrioSpeller *speller = trio_speller_find (g_str_equal (lang, "da") ? "da_DK" : "en_GB", &error);

  if (speller == NULL && !g_str_equal (lang, "da"))
    {
      g_clear_error (&error);
      speller = trio_speller_find ("en_US", &error);
    }
  if (speller != NULL)
    g_task_return_pointer (task, speller, (GDestroyNotify)trio_speller_free);
  else
    g_task_return_error (task, error);
}

static void
loaded_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  TrioSummarySpelling *self = TRIO_SUMMARY_SPELLING (source);
  TrioSpeller *speller = g_task_propagate_pointer (G_TASK (result), NULL);

  if (speller == NULL)
    return;
  g_clear_pointer (&self->speller, trio_speller_free);
  self->speller = speller;
  g_clear_object (&self->loading);
  if (self->view != NULL)
    trio_summary_spelling_check (self);
}

static void
trio_summary_spelling_dispose (GObject *object)
{
  TrioSummarySpelling *self = TRIO_SUMMARY_SPELLING (object);

  g_clear_handle_id (&self->timer, g_source_remove);
  if (self->loading != NULL)
    g_cancellable_cancel (self->loading);
  g_clear_object (&self->loading);
  if (self->view != NULL)
    {
      g_signal_handlers_disconnect_by_data (buffer_of (self), self);
      g_object_remove_weak_pointer (G_OBJECT (self->view), (gpointer *)&self->view);
    }
  self->view = NULL;

  G_OBJECT_CLASS (trio_summary_spelling_parent_class)->dispose (object);
}

static void
trio_summary_spelling_finalize (GObject *object)
{
  TrioSummarySpelling *self = TRIO_SUMMARY_SPELLING (object);

  g_clear_pointer (&self->speller, trio_speller_free);
  g_free (self->lang);

  G_OBJECT_CLASS (trio_summary_spelling_parent_class)->finalize (object);
}

static void
trio_summary_spelling_class_init (TrioSummarySpellingClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = trio_summary_spelling_dispose;
  G_OBJECT_CLASS (klass)->finalize = trio_summary_spelling_finalize;
}

static void
trio_summary_spelling_init (TrioSummarySpelling *self)
{
}

/**
 * trio_summary_spelling_new:
 * @view: a text view, which outlives the spelling or drops it
 *
 * Returns: (transfer full): the spelling of a text view, without a language yet
 */
TrioSummarySpelling *
trio_summary_spelling_new (GtkTextView *view)
{
  static const GActionEntry entries[] = {
    { "replace", replace_cb, "s" },
    { "accept", accept_cb },
  };
  TrioSummarySpelling *self = g_object_new (TRIO_TYPE_SUMMARY_SPELLING, NULL);
  g_autoptr (GSimpleActionGroup) group = g_simple_action_group_new ();
  GtkGesture *click = gtk_gesture_click_new ();

  self->view = view;
  g_object_add_weak_pointer (G_OBJECT (view), (gpointer *)&self->view);
  self->tag = gtk_text_buffer_create_tag (buffer_of (self), NULL, "underline",
                                          PANGO_UNDERLINE_ERROR, NULL);
  g_action_map_add_action_entries (G_ACTION_MAP (group), entries, G_N_ELEMENTS (entries), self);
  gtk_widget_insert_action_group (GTK_WIDGET (view), "spelling", G_ACTION_GROUP (group));
  g_signal_connect_swapped (buffer_of (self), "changed", G_CALLBACK (queue_check), self);
  g_signal_connect_swapped (buffer_of (self), "notify::cursor-position", G_CALLBACK (queue_check),
                            self);
  gtk_gesture_single_set_button (GTK_GESTURE_SINGLE (click), GDK_BUTTON_SECONDARY);
  gtk_event_controller_set_propagation_phase (GTK_EVENT_CONTROLLER (click), GTK_PHASE_CAPTURE);
  g_signal_connect_object (click, "pressed", G_CALLBACK (pressed_cb), self, 0);
  gtk_widget_add_controller (GTK_WIDGET (view), GTK_EVENT_CONTROLLER (click));
  return self;
}

/**
 * trio_summary_spelling_set_language:
 * @self: the spelling of a text view
 * @lang: "da" or "en"
 *
 * Chooses the dictionary. It is read in another thread.
 */
void
trio_summary_spelling_set_language (TrioSummarySpelling *self, const char *lang)
{
  g_autoptr (GTask) task = NULL;

  g_return_if_fail (TRIO_IS_SUMMARY_SPELLING (self) && lang != NULL);

  if (g_strcmp0 (self->lang, lang) == 0)
    return;
  g_free (self->lang);
  self->lang = g_strdup (lang);
  g_clear_pointer (&self->speller, trio_speller_free);
  if (self->loading != NULL)
    g_cancellable_cancel (self->loading);
  g_clear_object (&self->loading);
  self->loading = g_cancellable_new ();
  task = g_task_new (self, self->loading, loaded_cb, NULL);
  g_task_set_source_tag (task, trio_summary_spelling_set_language);
  g_task_set_task_data (task, g_strdup (lang), g_free);
  g_task_run_in_thread (task, load_thread);
}

/**
 * trio_summary_spelling_get_n_misspelt:
 * @self: the spelling of a text view
 *
 * Returns: how many words are underlined
 */
guint
trio_summary_spelling_get_n_misspelt (TrioSummarySpelling *self)
{
  g_return_val_if_fail (TRIO_IS_SUMMARY_SPELLING (self), 0);

  return self->n_misspelt;
}

/**
 * trio_summary_spelling_is_ready:
 * @self: the spelling of a text view
 *
 * Returns: whether a dictionary is there
 */
gboolean
trio_summary_spelling_is_ready (TrioSummarySpelling *self)
{
  g_return_val_if_fail (TRIO_IS_SUMMARY_SPELLING (self), FALSE);

  return self->speller != NULL;
}
