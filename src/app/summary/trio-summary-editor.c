/* trio-summary-editor.c: the words of a summary, saved as they are typed.
 *
 * What is typed is a step of the workshop at once, so undo is the workshop's; the text view
 * has none of its own. Sentences that rest on no input are underlined with dots, so to say: a
 * line whose colour and meaning the page repeats in words.
 */
#include "config.h"

#include "app/summary/trio-summary-editor.h"
#include "app/summary/trio-summary-spelling.h"

#include <string.h>

#include <glib/gi18n.h>

struct _TrioSummaryEditor
{
  GtkTextView parent_instance;

  TrioModel *model;
  TrioId theme;
  GtkTextTag *unsupported;
  GtkTextTag *current;
  GPtrArray *sentences;
  GHashTable *forgotten;
  TrioSummarySpelling *spelling;
  char *sentence; /* plain words of the one at the caret */
  gboolean is_loading;
};

G_DEFINE_FINAL_TYPE (TrioSummaryEditor, trio_summary_editor, GTK_TYPE_TEXT_VIEW)

enum
{
  EDITED,
  REFUSED,
  SENTENCE_CHANGED,
  NOTES_DROPPED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static GtkTextBuffer *
buffer_of (TrioSummaryEditor *self)
{
  return gtk_text_view_get_buffer (GTK_TEXT_VIEW (self));
}

static int
caret_of (TrioSummaryEditor *self)
{
  GtkTextBuffer *buffer = buffer_of (self);
  GtkTextIter caret;

  gtk_text_buffer_get_iter_at_mark (buffer, &caret, gtk_text_buffer_get_insert (buffer));
  return gtk_text_iter_get_offset (&caret);
}

static void
apply_tag (TrioSummaryEditor *self, GtkTextTag *tag, const TrioSentence *sentence)
{
  GtkTextIter start;
  GtkTextIter end;

  gtk_text_buffer_get_iter_at_offset (buffer_of (self), &start, sentence->first);
  gtk_text_buffer_get_iter_at_offset (buffer_of (self), &end, sentence->last);
  gtk_text_buffer_apply_tag (buffer_of (self), tag, &start, &end);
}

static void
show_sentence (TrioSummaryEditor *self)
{
  const TrioSentence *sentence = trio_summary_editor_get_sentence (self);
  GtkTextIter start;
  GtkTextIter end;

  gtk_text_buffer_get_bounds (buffer_of (self), &start, &end);
  gtk_text_buffer_remove_tag (buffer_of (self), self->current, &start, &end);
  /* With one sentence there is nothing to tell apart. */
  if (sentence != NULL && self->sentences->len > 1)
    apply_tag (self, self->current, sentence);
  if (g_strcmp0 (self->sentence, sentence != NULL ? sentence->plain : NULL) == 0)
    return;
  g_free (self->sentence);
  self->sentence = g_strdup (sentence != NULL ? sentence->plain : NULL);
  g_signal_emit (self, signals[SENTENCE_CHANGED], 0);
}

static void
mark_unsupported (TrioSummaryEditor *self)
{
  TrioId summary = self->model != NULL ? trio_summary_find (self->model, self->theme) : 0;
  GtkTextIter start;
  GtkTextIter end;

  gtk_text_buffer_get_bounds (buffer_of (self), &start, &end);
  gtk_text_buffer_remove_tag (buffer_of (self), self->unsupported, &start, &end);
  for (guint i = 0; self->model != NULL && i < self->sentences->len; i++)
    if (!trio_summary_is_supported (self->model, summary, self->sentences->pdata[i]))
      apply_tag (self, self->unsupported, self->sentences->pdata[i]);
}

static void
split (TrioSummaryEditor *self)
{
  g_autofree char *text = trio_summary_editor_dup_text (self);

  g_clear_pointer (&self->sentences, g_ptr_array_unref);
  self->sentences = trio_sentences_split (text);
  mark_unsupported (self);
  show_sentence (self);
}

static const char *
text_in_model (TrioSummaryEditor *self)
{
  TrioId summary = self->model != NULL ? trio_summary_find (self->model, self->theme) : 0;
  const TrioRecord *record = summary != 0 ? trio_model_get_record (self->model, summary) : NULL;

  return record != NULL ? trio_record_get_text (record, TRIO_SUMMARY_TEXT) : "";
}

static void
changed_cb (GtkTextBuffer *buffer, TrioSummaryEditor *self)
{
  g_autofree char *text = NULL;
  g_autoptr (GError) error = NULL;

  if (self->is_loading || self->model == NULL)
    return;
  text = trio_summary_editor_dup_text (self);
  if (g_str_equal (text, text_in_model (self)))
    return;
  if (trio_summary_set_text (self->model, self->theme, text, self->forgotten, &error))
    {
      split (self);
      g_signal_emit (self, signals[EDITED], 0);
      return;
    }
  g_signal_emit (self, signals[REFUSED], 0, error->message);
}

static void
moved_cb (GtkTextBuffer *buffer, GParamSpec *pspec, TrioSummaryEditor *self)
{
  if (!self->is_loading && self->sentences != NULL)
    show_sentence (self);
}

static gboolean
key_pressed_cb (GtkEventControllerKey *controller,
                guint keyval,
                guint keycode,
                GdkModifierType state,
                TrioSummaryEditor *self)
{
  GdkModifierType modifiers = state & gtk_accelerator_get_default_mod_mask ();

  if ((keyval != GDK_KEY_z && keyval != GDK_KEY_Z) || !(modifiers & GDK_CONTROL_MASK))
    return FALSE;
  gtk_widget_activate_action (GTK_WIDGET (self),
                              modifiers & GDK_SHIFT_MASK ? "win.redo" : "win.undo", NULL);
  return TRUE;
}

/* Puts another text in place by changing only what differs, so that the caret stays. */
static void
replace_text (TrioSummaryEditor *self, const char *text)
{
  g_autofree char *old = trio_summary_editor_dup_text (self);
  GtkTextBuffer *buffer = buffer_of (self);
  const char *old_head = old;
  const char *head = text;
  const char *old_tail = old + strlen (old);
  const char *tail = text + strlen (text);
  GtkTextIter start;
  GtkTextIter end;

  if (g_str_equal (old, text))
    return;
  while (*old_head != '\0' && *head != '\0' && g_utf8_get_char (old_head) == g_utf8_get_char (head))
    {
      old_head = g_utf8_next_char (old_head);
      head = g_utf8_next_char (head);
    }
  while (old_tail > old_head && tail > head)
    {
      const char *old_before = g_utf8_prev_char (old_tail);
      const char *before = g_utf8_prev_char (tail);

      if (g_utf8_get_char (old_before) != g_utf8_get_char (before))
        break;
      old_tail = old_before;
      tail = before;
    }
  self->is_loading = TRUE;
  gtk_text_buffer_get_iter_at_offset (buffer, &start, (int)g_utf8_strlen (old, old_head - old));
  gtk_text_buffer_get_iter_at_offset (buffer, &end, (int)g_utf8_strlen (old, old_tail - old));
  gtk_text_buffer_delete (buffer, &start, &end);
  gtk_text_buffer_insert (buffer, &start, head, (int)(tail - head));
  gtk_text_buffer_place_cursor (buffer, &start);
  self->is_loading = FALSE;
}

static void
trio_summary_editor_dispose (GObject *object)
{
  TrioSummaryEditor *self = TRIO_SUMMARY_EDITOR (object);

  g_signal_handlers_disconnect_by_data (buffer_of (self), self);
  /* A dictionary that is still being read keeps the checker, which must not look at this again. */
  if (self->spelling != NULL)
    g_object_run_dispose (G_OBJECT (self->spelling));
  g_clear_object (&self->spelling);
  g_clear_object (&self->model);

  G_OBJECT_CLASS (trio_summary_editor_parent_class)->dispose (object);
}

static void
trio_summary_editor_finalize (GObject *object)
{
  TrioSummaryEditor *self = TRIO_SUMMARY_EDITOR (object);

  g_ptr_array_unref (self->sentences);
  g_hash_table_unref (self->forgotten);
  g_free (self->sentence);

  G_OBJECT_CLASS (trio_summary_editor_parent_class)->finalize (object);
}

static void
trio_summary_editor_class_init (TrioSummaryEditorClass *klass)
{
  GType type = G_TYPE_FROM_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = trio_summary_editor_dispose;
  G_OBJECT_CLASS (klass)->finalize = trio_summary_editor_finalize;

  /**
   * TrioSummaryEditor::edited:
   * @self: the editor
   *
   * Words were typed and taken over into the workshop.
   */
  signals[EDITED]
      = g_signal_new ("edited", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  /**
   * TrioSummaryEditor::refused:
   * @self: the editor
   * @text: why
   *
   * Words were typed that the workshop does not take.
   */
  signals[REFUSED] = g_signal_new ("refused", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                   G_TYPE_NONE, 1, G_TYPE_STRING);
  /**
   * TrioSummaryEditor::sentence-changed:
   * @self: the editor
   *
   * The caret is in another sentence, or its sentence reads otherwise.
   */
  signals[SENTENCE_CHANGED] = g_signal_new ("sentence-changed", type, G_SIGNAL_RUN_LAST, 0, NULL,
                                            NULL, NULL, G_TYPE_NONE, 0);
  /**
   * TrioSummaryEditor::notes-dropped:
   * @self: the editor
   * @sentence: which sentence, from 0
   * @ids: (element-type TrioId): numbers of inputs
   *
   * Inputs were dropped on a sentence.
   */
  signals[NOTES_DROPPED] = g_signal_new ("notes-dropped", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                         NULL, G_TYPE_NONE, 2, G_TYPE_UINT, G_TYPE_ARRAY);
}

static void
trio_summary_editor_init (TrioSummaryEditor *self)
{
  GtkEventController *keys = gtk_event_controller_key_new ();
  GtkTextBuffer *buffer = buffer_of (self);
  const GdkRGBA orange = { 0.9f, 0.45f, 0.05f, 0.9f };
  const GdkRGBA tint = { 0.21f, 0.52f, 0.89f, 0.10f };

  self->sentences = trio_sentences_split ("");
  self->forgotten
      = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify)g_array_unref);
  self->current = gtk_text_buffer_create_tag (buffer, NULL, "background-rgba", &tint, NULL);
  self->unsupported = gtk_text_buffer_create_tag (buffer, NULL, "underline", PANGO_UNDERLINE_SINGLE,
                                                  "underline-rgba", &orange, NULL);
  gtk_text_buffer_set_enable_undo (buffer, FALSE);
  gtk_text_view_set_wrap_mode (GTK_TEXT_VIEW (self), GTK_WRAP_WORD_CHAR);
  gtk_text_view_set_accepts_tab (GTK_TEXT_VIEW (self), FALSE);
  gtk_text_view_set_pixels_inside_wrap (GTK_TEXT_VIEW (self), 3);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Text of the summary"), -1);
  self->spelling = trio_summary_spelling_new (GTK_TEXT_VIEW (self));
  g_signal_connect (buffer, "changed", G_CALLBACK (changed_cb), self);
  g_signal_connect (buffer, "notify::cursor-position", G_CALLBACK (moved_cb), self);
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect (keys, "key-pressed", G_CALLBACK (key_pressed_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), keys);
}

static const char *
find_language (TrioModel *model)
{
  const TrioRecord *workshop = trio_model_get_workshop_record (model);

  return workshop != NULL
                 && trio_record_get_int (workshop, TRIO_WORKSHOP_LANGUAGE) == TRIO_LANGUAGE_EN
             ? "en"
             : "da";
}

/**
 * trio_summary_editor_show:
 * @self: the editor
 * @model: (nullable): the workshop, or %NULL to let go
 * @theme: number of a theme, or 0
 *
 * Shows the summary of a theme, with the caret behind it.
 */
void
trio_summary_editor_show (TrioSummaryEditor *self, TrioModel *model, TrioId theme)
{
  TrioModel *shown = theme != 0 ? model : NULL;
  GtkTextBuffer *buffer;

  g_return_if_fail (TRIO_IS_SUMMARY_EDITOR (self));

  buffer = buffer_of (self);
  g_set_object (&self->model, shown);
  self->theme = theme;
  g_hash_table_remove_all (self->forgotten);
  gtk_text_view_set_editable (GTK_TEXT_VIEW (self),
                              self->model != NULL && !trio_model_get_read_only (model));
  self->is_loading = TRUE;
  gtk_text_buffer_set_text (buffer, text_in_model (self), -1);
  self->is_loading = FALSE;
  split (self);
  if (self->model != NULL)
    trio_summary_spelling_set_language (self->spelling, find_language (self->model));
}

/**
 * trio_summary_editor_update:
 * @self: the editor
 *
 * Follows the workshop after something else than typing has changed it: undo, a new draft, a
 * link.
 */
void
trio_summary_editor_update (TrioSummaryEditor *self)
{
  g_return_if_fail (TRIO_IS_SUMMARY_EDITOR (self));

  replace_text (self, text_in_model (self));
  split (self);
}

/**
 * trio_summary_editor_dup_text:
 * @self: the editor
 *
 * Returns: (transfer full): the words as they stand
 */
char *
trio_summary_editor_dup_text (TrioSummaryEditor *self)
{
  GtkTextIter start;
  GtkTextIter end;

  g_return_val_if_fail (TRIO_IS_SUMMARY_EDITOR (self), NULL);

  gtk_text_buffer_get_bounds (buffer_of (self), &start, &end);
  return gtk_text_buffer_get_text (buffer_of (self), &start, &end, TRUE);
}

/**
 * trio_summary_editor_get_sentence:
 * @self: the editor
 *
 * Returns: (transfer none) (nullable): the sentence at the caret
 */
const TrioSentence *
trio_summary_editor_get_sentence (TrioSummaryEditor *self)
{
  g_return_val_if_fail (TRIO_IS_SUMMARY_EDITOR (self), NULL);

  return trio_sentences_at (self->sentences, caret_of (self));
}

/**
 * trio_summary_editor_get_sentences:
 * @self: the editor
 *
 * Returns: (transfer none) (element-type TrioSentence): all sentences
 */
const GPtrArray *
trio_summary_editor_get_sentences (TrioSummaryEditor *self)
{
  g_return_val_if_fail (TRIO_IS_SUMMARY_EDITOR (self), NULL);

  return self->sentences;
}

/**
 * trio_summary_editor_count_unsupported:
 * @self: the editor
 *
 * Returns: how many sentences rest on no input
 */
guint
trio_summary_editor_count_unsupported (TrioSummaryEditor *self)
{
  TrioId summary;
  guint n = 0;

  g_return_val_if_fail (TRIO_IS_SUMMARY_EDITOR (self), 0);

  if (self->model == NULL)
    return 0;
  summary = trio_summary_find (self->model, self->theme);
  for (guint i = 0; i < self->sentences->len; i++)
    if (!trio_summary_is_supported (self->model, summary, self->sentences->pdata[i]))
      n++;
  return n;
}

/**
 * trio_summary_editor_go_to_unsupported:
 * @self: the editor
 *
 * Selects the next sentence that rests on no input; after the last one comes the first.
 *
 * Returns: whether there is one
 */
gboolean
trio_summary_editor_go_to_unsupported (TrioSummaryEditor *self)
{
  TrioId summary;
  guint n;
  guint from = 0;

  g_return_val_if_fail (TRIO_IS_SUMMARY_EDITOR (self), FALSE);

  if (self->model == NULL)
    return FALSE;
  summary = trio_summary_find (self->model, self->theme);
  n = self->sentences->len;
  for (guint i = 0; i < n; i++)
    if (self->sentences->pdata[i] == trio_summary_editor_get_sentence (self))
      from = i + 1;
  for (guint i = 0; i < n; i++)
    {
      const TrioSentence *sentence = self->sentences->pdata[(from + i) % n];

      if (trio_summary_is_supported (self->model, summary, sentence))
        continue;
      trio_summary_editor_select_bytes (self, sentence->start, sentence->end);
      return TRUE;
    }
  return FALSE;
}

/**
 * trio_summary_editor_select_bytes:
 * @self: the editor
 * @start: first byte of some words
 * @end: the byte after the last one
 *
 * Selects words and gives them the focus.
 */
void
trio_summary_editor_select_bytes (TrioSummaryEditor *self, gsize start, gsize end)
{
  g_autofree char *text = NULL;
  GtkTextIter from;
  GtkTextIter to;
  gsize length;

  g_return_if_fail (TRIO_IS_SUMMARY_EDITOR (self));

  text = trio_summary_editor_dup_text (self);
  length = strlen (text);
  start = MIN (start, length);
  end = CLAMP (end, start, length);
  gtk_text_buffer_get_iter_at_offset (buffer_of (self), &from,
                                      (int)g_utf8_strlen (text, (gssize)start));
  gtk_text_buffer_get_iter_at_offset (buffer_of (self), &to,
                                      (int)g_utf8_strlen (text, (gssize)end));
  /* The caret stays inside the sentence, not behind it. */
  gtk_text_buffer_select_range (buffer_of (self), &from, &to);
  gtk_widget_grab_focus (GTK_WIDGET (self));
}
