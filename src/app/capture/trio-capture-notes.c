/* trio-capture-notes.c: how words in the capture bar become inputs, and inputs words again. */
#include "config.h"

#include "app/capture/trio-capture-bar-private.h"

#include <string.h>

#include <glib/gi18n.h>

#include "exchange/trio-import.h"
#include "model/trio-commands.h"

static gboolean
is_blank (const char *text)
{
  for (; *text != '\0'; text = g_utf8_next_char (text))
    if (!g_unichar_isspace (g_utf8_get_char (text)))
      return FALSE;
  return TRUE;
}

static GListModel *
list_notes (TrioCaptureBar *self)
{
  return trio_model_get_children (self->model, TRIO_KIND_NOTE, TRIO_NOTE_STATION, self->station);
}

static gboolean
add_one (TrioCaptureBar *self, const char *text)
{
  TrioNoteDraft draft = { .text = text, .source = TRIO_SOURCE_TYPED };
  TrioId id = 0;
  g_autoptr (GError) error = NULL;
  g_autofree char *message = NULL;

  trio_capture_bar_fill_draft (self, &draft);
  if (!trio_command_add_notes (self->model, self->station, &draft, 1, &id, &error))
    {
      trio_capture_bar_tell (self, error->message, TRUE);
      return FALSE;
    }
  g_signal_emit_by_name (self, "captured", id);
  trio_capture_bar_set_text (self, "");
  /* Translators: shown after Enter: the number of the new input at its station */
  message = g_strdup_printf (_ ("Added as input %u"), g_list_model_get_n_items (list_notes (self)));
  trio_capture_bar_tell (self, message, FALSE);
  return TRUE;
}

/**
 * trio_capture_bar_submit_to_stack:
 * @self: the bar
 *
 * Adds the words in the field to the stack of the input that says the same already; without one
 * it does nothing.
 *
 * Returns: whether there was one
 */
gboolean
trio_capture_bar_submit_to_stack (TrioCaptureBar *self)
{
  TrioNoteDraft draft = { .source = TRIO_SOURCE_TYPED };
  g_autofree char *text = g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->entry)));
  g_autoptr (GError) error = NULL;
  TrioId note;

  if (self->model == NULL || self->editing != 0 || self->similar_note == 0)
    return FALSE;
  draft.text = text;
  trio_capture_bar_fill_draft (self, &draft);
  note = trio_command_add_to_stack (self->model, self->similar_note, &draft, &error);
  if (note == 0)
    {
      trio_capture_bar_tell (self, error->message, TRUE);
      return TRUE;
    }
  g_signal_emit_by_name (self, "captured", note);
  trio_capture_bar_set_text (self, "");
  trio_capture_bar_tell (self, _ ("Added to the stack; both wordings are kept"), FALSE);
  return TRUE;
}

static gboolean
save_edit (TrioCaptureBar *self, const char *text)
{
  g_autoptr (GError) error = NULL;

  if (is_blank (text))
    {
      trio_capture_bar_tell (self, _ ("An input cannot be empty. Esc cancels."), TRUE);
      return FALSE;
    }
  if (!trio_command_set_note_text (self->model, self->editing, text, &error))
    {
      trio_capture_bar_tell (self, error->message, TRUE);
      return FALSE;
    }
  trio_capture_bar_stop_editing (self);
  trio_capture_bar_tell (self, _ ("Input changed"), FALSE);
  return TRUE;
}

/* Editing what was typed before */

static TrioObject *
find_earlier (TrioCaptureBar *self, int direction)
{
  GListModel *notes = list_notes (self);
  guint n = g_list_model_get_n_items (notes);

  if (n == 0)
    return NULL;
  if (self->editing == 0)
    return direction < 0 ? g_list_model_get_item (notes, n - 1) : NULL;

  for (guint i = n; i > 0; i--)
    {
      g_autoptr (TrioObject) note = g_list_model_get_item (notes, i - 1);

      if (trio_object_get_id (note) != self->editing)
        continue;
      if (direction < 0)
        return i > 1 ? g_list_model_get_item (notes, i - 2) : NULL;
      return i < n ? g_list_model_get_item (notes, i) : NULL;
    }
  return NULL;
}

static gboolean
is_unchanged (TrioCaptureBar *self)
{
  const char *text = gtk_editable_get_text (GTK_EDITABLE (self->entry));
  TrioObject *note;

  if (self->editing == 0)
    return *text == '\0';
  note = trio_model_get_object (self->model, self->editing);
  return note == NULL || g_str_equal (text, trio_object_get_text (note, TRIO_NOTE_TEXT));
}

/**
 * trio_capture_bar_edit:
 * @self: the bar
 * @note: an input of its station
 *
 * Brings an earlier input into the field, unless there are words in it that are not kept.
 */
void
trio_capture_bar_edit (TrioCaptureBar *self, TrioObject *note)
{
  if (!is_unchanged (self))
    {
      trio_capture_bar_tell (self, _ ("Add the words in the field first, or clear it."), TRUE);
      return;
    }
  self->editing = trio_object_get_id (note);
  gtk_widget_add_css_class (GTK_WIDGET (self->entry), "editing");
  trio_capture_bar_set_text (self, trio_object_get_text (note, TRIO_NOTE_TEXT));
  trio_capture_bar_show_hint (self);
  trio_capture_bar_tell (self, _ ("Editing an input that was added before"), FALSE);
}

/**
 * trio_capture_bar_step:
 * @self: the bar
 * @direction: -1 for the input before, 1 for the one after
 *
 * Brings an earlier input into the field, unless there are words in it that are not kept.
 *
 * Returns: whether the key was used
 */
gboolean
trio_capture_bar_step (TrioCaptureBar *self, int direction)
{
  g_autoptr (TrioObject) note = NULL;
  g_autofree char *message = NULL;

  if (!is_unchanged (self))
    return FALSE;

  note = find_earlier (self, direction);
  if (note == NULL)
    {
      if (direction > 0 && self->editing != 0)
        trio_capture_bar_stop_editing (self);
      return TRUE;
    }

  trio_capture_bar_edit (self, note);
  return TRUE;
}

/**
 * trio_capture_bar_submit:
 * @self: the bar
 *
 * Adds the words in the field as an input, or keeps the edit of an earlier one. A blank field
 * is ignored.
 *
 * Returns: whether something was added or changed
 */
gboolean
trio_capture_bar_submit (TrioCaptureBar *self)
{
  g_autofree char *text = NULL;

  g_return_val_if_fail (TRIO_IS_CAPTURE_BAR (self), FALSE);

  if (self->model == NULL || self->station == 0)
    return FALSE;
  text = g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->entry)));
  if (self->editing != 0)
    return save_edit (self, text);
  if (is_blank (text))
    return FALSE;
  if (strpbrk (text, "\r\n") == NULL)
    return add_one (self, text);
  if (!trio_capture_bar_add_list (self, text))
    return FALSE;
  trio_capture_bar_set_text (self, "");
  return TRUE;
}

/* Pasted inputs get what is chosen for typed ones, above all that they are only for practice. */
static gboolean
add_entries (TrioCaptureBar *self, const TrioImportPlan *plan, GError **error)
{
  g_autoptr (GArray) drafts = NULL;

  if (self->role == TRIO_ROLE_NONE && self->colour == TRIO_COLOUR_YELLOW && !self->practice
      && self->round == 0)
    return trio_import_apply (plan, self->model, TRIO_SOURCE_PASTED, NULL, error);

  drafts = g_array_new (FALSE, TRUE, sizeof (TrioNoteDraft));
  for (guint i = 0; i < plan->entries->len; i++)
    {
      const TrioImportEntry *entry = &g_array_index (plan->entries, TrioImportEntry, i);
      TrioNoteDraft draft
          = { .text = entry->text, .role = entry->role, .source = TRIO_SOURCE_PASTED };

      trio_capture_bar_fill_draft (self, &draft);
      g_array_append_val (drafts, draft);
    }
  return trio_command_add_notes (self->model, self->station,
                                 (const TrioNoteDraft *)(gpointer)drafts->data, drafts->len, NULL,
                                 error);
}

/**
 * trio_capture_bar_add_list:
 * @self: the bar
 * @text: several lines
 *
 * Adds each line as an input, all in one step: bullets are stripped and blank lines ignored,
 * as in every import. A text that names other stations, or in which something cannot be used,
 * is passed on with the signal "paste".
 *
 * Returns: whether something was added
 */
gboolean
trio_capture_bar_add_list (TrioCaptureBar *self, const char *text)
{
  g_autoptr (TrioImportPlan) plan = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *message = NULL;
  GListModel *notes;
  guint n;

  g_return_val_if_fail (TRIO_IS_CAPTURE_BAR (self), FALSE);
  g_return_val_if_fail (text != NULL, FALSE);

  if (is_blank (text))
    return FALSE;

  plan = trio_import_read_list (self->model, self->station, text);
  if (plan == NULL)
    {
      g_signal_emit_by_name (self, "paste", text);
      return FALSE;
    }
  if (!add_entries (self, plan, &error))
    {
      trio_capture_bar_tell (self, error->message, TRUE);
      return FALSE;
    }

  n = plan->entries->len;
  notes = list_notes (self);
  if (g_list_model_get_n_items (notes) > 0)
    {
      g_autoptr (TrioObject) last
          = g_list_model_get_item (notes, g_list_model_get_n_items (notes) - 1);

      g_signal_emit_by_name (self, "captured", trio_object_get_id (last));
    }
  message = g_strdup_printf (ngettext ("%u input added", "%u inputs added", n), n);
  trio_capture_bar_tell (self, message, FALSE);
  g_signal_emit_by_name (self, "notice", message, TRUE);
  return TRUE;
}
