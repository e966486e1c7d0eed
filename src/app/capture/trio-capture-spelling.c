/* trio-capture-spelling.c: marks misspelt words in the field and suggests others in its menu.
 *
 * The dictionary is read in a thread when the first words are typed. Without one nothing is
 * marked. Nothing is ever corrected by itself.
 */
#include "config.h"

#include "app/capture/trio-capture-bar-private.h"

#include <glib/gi18n.h>

#include "app/trio-weak.h"

static TrioLanguage
language_of (TrioCaptureBar *self)
{
  const TrioRecord *workshop = trio_model_get_workshop_record (self->model);

  return workshop != NULL ? (TrioLanguage)trio_record_get_int (workshop, TRIO_WORKSHOP_LANGUAGE)
                          : TRIO_LANGUAGE_DA;
}

static void
load_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  gboolean is_danish
      = GPOINTER_TO_INT (g_object_get_data (G_OBJECT (task), "language")) == TRIO_LANGUAGE_DA;
  GError *error = NULL;
  TrioSpeller *speller = trio_speller_find (is_danish ? "da_DK" : "en_GB", NULL);

  if (speller == NULL && !is_danish)
    speller = trio_speller_find ("en_US", NULL);
  if (speller == NULL)
    error = g_error_new_literal (G_IO_ERROR, G_IO_ERROR_NOT_FOUND, "");
  if (error != NULL)
    g_task_return_error (task, error);
  else
    g_task_return_pointer (task, speller, (GDestroyNotify)trio_speller_free);
}

/* The bar may be gone before the dictionary is read. */
static void
loaded_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (TrioCaptureBar) self = trio_weak_take (user_data);
  TrioSpeller *speller = g_task_propagate_pointer (G_TASK (result), NULL);

  if (self == NULL)
    {
      trio_speller_free (speller);
      return;
    }
  self->is_loading = FALSE;
  trio_speller_free (self->speller);
  self->speller = speller;
  if (self->model != NULL && speller != NULL)
    trio_capture_bar_mark_spelling (self);
}

static void
load (TrioCaptureBar *self, TrioLanguage language)
{
  g_autoptr (GTask) task = NULL;

  self->is_loading = TRUE;
  self->speller_language = language;
  task = g_task_new (NULL, NULL, loaded_cb, trio_weak_new (self));
  g_object_set_data (G_OBJECT (task), "language", GINT_TO_POINTER ((int)language));
  g_task_run_in_thread (task, load_thread);
}

/* The word that is being typed is not wrong yet. */
static gboolean
is_being_typed (TrioCaptureBar *self, const TrioSpellingError *error, const char *text)
{
  int cursor = gtk_editable_get_position (GTK_EDITABLE (self->entry));

  return text[error->end] == '\0'
         && (guint)(g_utf8_offset_to_pointer (text, cursor) - text) == error->end;
}

/**
 * trio_capture_bar_mark_spelling:
 * @self: the bar
 *
 * Underlines the words in the field that the dictionary does not know.
 */
void
trio_capture_bar_mark_spelling (TrioCaptureBar *self)
{
  const char *text = gtk_editable_get_text (GTK_EDITABLE (self->entry));
  g_autoptr (PangoAttrList) marks = NULL;

  if (self->model == NULL || *text == '\0')
    return;
  if ((self->speller == NULL || self->speller_language != language_of (self)) && !self->is_loading
      && (self->speller != NULL || !self->was_loaded))
    {
      self->was_loaded = TRUE;
      load (self, language_of (self));
    }
  if (self->speller == NULL)
    return;

  g_array_unref (self->misspelt);
  self->misspelt = trio_speller_check (self->speller, text);
  marks = pango_attr_list_new ();
  for (guint i = 0; i < self->misspelt->len; i++)
    {
      const TrioSpellingError *error = &g_array_index (self->misspelt, TrioSpellingError, i);
      PangoAttribute *mark;

      if (is_being_typed (self, error, text))
        continue;
      mark = pango_attr_underline_new (PANGO_UNDERLINE_ERROR);
      mark->start_index = error->start;
      mark->end_index = error->end;
      pango_attr_list_insert (marks, mark);
    }
  gtk_entry_set_attributes (self->entry, marks);
}

static char *
dup_wrong_word (TrioCaptureBar *self)
{
  const TrioSpellingError *error;

  if (self->wrong_word >= self->misspelt->len)
    return NULL;
  error = &g_array_index (self->misspelt, TrioSpellingError, self->wrong_word);
  return g_strndup (gtk_editable_get_text (GTK_EDITABLE (self->entry)) + error->start,
                    error->end - error->start);
}

static void
correct_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  TrioCaptureBar *self = user_data;
  const char *text = gtk_editable_get_text (GTK_EDITABLE (self->entry));
  const TrioSpellingError *error;
  int start;
  int end;

  if (self->wrong_word >= self->misspelt->len)
    return;
  error = &g_array_index (self->misspelt, TrioSpellingError, self->wrong_word);
  start = (int)g_utf8_pointer_to_offset (text, text + error->start);
  end = (int)g_utf8_pointer_to_offset (text, text + error->end);
  gtk_editable_delete_text (GTK_EDITABLE (self->entry), start, end);
  gtk_editable_insert_text (GTK_EDITABLE (self->entry), g_variant_get_string (parameter, NULL), -1,
                            &start);
  gtk_editable_set_position (GTK_EDITABLE (self->entry), start);
}

static void
accept_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  TrioCaptureBar *self = user_data;
  g_autofree char *word = dup_wrong_word (self);

  if (word == NULL || self->speller == NULL)
    return;
  trio_speller_accept (self->speller, word);
  trio_capture_bar_mark_spelling (self);
}

/* Puts words for the one at a byte of the text into the menu of the field. */
static void
fill_menu (TrioCaptureBar *self, guint at)
{
  GtkText *field = GTK_TEXT (gtk_editable_get_delegate (GTK_EDITABLE (self->entry)));
  g_autoptr (GMenu) menu = g_menu_new ();
  g_autofree char *word = NULL;
  g_auto (GStrv) words = NULL;

  self->wrong_word = G_MAXUINT;
  for (guint i = 0; i < self->misspelt->len; i++)
    {
      const TrioSpellingError *error = &g_array_index (self->misspelt, TrioSpellingError, i);

      if (error->start <= at && at <= error->end)
        self->wrong_word = i;
    }
  word = dup_wrong_word (self);
  if (word == NULL || self->speller == NULL)
    {
      gtk_text_set_extra_menu (field, NULL);
      return;
    }

  words = trio_speller_suggest (self->speller, word);
  for (guint i = 0; words[i] != NULL; i++)
    {
      g_autoptr (GMenuItem) item = g_menu_item_new (words[i], NULL);

      g_menu_item_set_action_and_target (item, "capture.correct", "s", words[i]);
      g_menu_append_item (menu, item);
    }
  /* Translators: the word that is marked as misspelt is right, for as long as the program runs */
  g_menu_append (menu, _ ("Spelling Is Right"), "capture.accept-word");
  gtk_text_set_extra_menu (field, G_MENU_MODEL (menu));
}

static guint
byte_at (TrioCaptureBar *self, double x)
{
  GtkText *field = GTK_TEXT (gtk_editable_get_delegate (GTK_EDITABLE (self->entry)));
  const char *text = gtk_editable_get_text (GTK_EDITABLE (self->entry));
  glong n = g_utf8_strlen (text, -1);
  graphene_rect_t strong;

  for (glong i = 0; i < n; i++)
    {
      gtk_text_compute_cursor_extents (field, (gsize)i + 1, &strong, NULL);
      if (strong.origin.x > x)
        return (guint)(g_utf8_offset_to_pointer (text, i) - text);
    }
  return G_MAXUINT;
}

static void
pressed_cb (GtkGestureClick *gesture, int n_press, double x, double y, TrioCaptureBar *self)
{
  fill_menu (self, byte_at (self, x));
}

static gboolean
key_pressed_cb (GtkEventControllerKey *controller,
                guint key,
                guint code,
                GdkModifierType state,
                TrioCaptureBar *self)
{
  const char *text = gtk_editable_get_text (GTK_EDITABLE (self->entry));
  int cursor = gtk_editable_get_position (GTK_EDITABLE (self->entry));

  if (key == GDK_KEY_Menu || (key == GDK_KEY_F10 && (state & GDK_SHIFT_MASK)))
    fill_menu (self, (guint)(g_utf8_offset_to_pointer (text, cursor) - text));
  return FALSE;
}

/**
 * trio_capture_bar_add_spelling_menu:
 * @self: the bar
 *
 * Lets the menu of the field suggest other words, by mouse and by key.
 */
void
trio_capture_bar_add_spelling_menu (TrioCaptureBar *self)
{
  static const GActionEntry entries[] = {
    { "correct", correct_cb, "s" },
    { "accept-word", accept_cb },
  };
  GtkWidget *field = GTK_WIDGET (gtk_editable_get_delegate (GTK_EDITABLE (self->entry)));
  GtkGesture *click = gtk_gesture_click_new ();
  GtkEventController *keys = gtk_event_controller_key_new ();

  g_action_map_add_action_entries (G_ACTION_MAP (self->actions), entries, G_N_ELEMENTS (entries),
                                   self);
  gtk_gesture_single_set_button (GTK_GESTURE_SINGLE (click), GDK_BUTTON_SECONDARY);
  gtk_event_controller_set_propagation_phase (GTK_EVENT_CONTROLLER (click), GTK_PHASE_CAPTURE);
  g_signal_connect (click, "pressed", G_CALLBACK (pressed_cb), self);
  gtk_widget_add_controller (field, GTK_EVENT_CONTROLLER (click));
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect (keys, "key-pressed", G_CALLBACK (key_pressed_cb), self);
  gtk_widget_add_controller (field, keys);
}
