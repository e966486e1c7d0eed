/* trio-note-actions-notes.c: what the actions do to inputs. */
#include "config.h"

#include "app/notes/trio-note-actions-private.h"

#include <glib/gi18n.h>

#include "app/trio-compat.h"
#include "model/trio-commands.h"

/* Inputs that leave what is on view hand selection and focus on, so that the next key has
 * something to act on. */
static void
select_next (TrioNoteActions *self, TrioId next)
{
  if (next != 0)
    trio_selection_set_one (self->selection, next);
}

static void
edit_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  TrioNoteActions *self = user_data;
  TrioId focus = trio_selection_get_focus (self->selection);
  g_autoptr (GArray) ids = trio_note_actions_dup_targets (self);

  if (focus == 0 && ids->len > 0)
    focus = TRIO_IDS (ids)[0];
  if (focus != 0)
    trio_note_actions_ask (self, "edit", focus);
}

static void
copy_words (TrioNoteActions *self, const GArray *ids)
{
  GtkWidget *view = trio_note_actions_get_view (self, NULL);
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < ids->len; i++)
    g_string_append_printf (text, "%s%s", i > 0 ? "\n" : "",
                            trio_record_get_text (trio_model_get_record (self->model,
                                                                         TRIO_IDS (ids)[i]),
                                                  TRIO_NOTE_TEXT));
  if (view != NULL)
    gdk_clipboard_set_text (gtk_widget_get_clipboard (view), text->str);
}

static void
copy_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  TrioNoteActions *self = user_data;
  g_autoptr (GArray) ids = trio_note_actions_dup_targets (self);
  g_autofree char *text = NULL;

  if (ids->len == 0)
    return;
  copy_words (self, ids);
  text = g_strdup_printf (ngettext ("%u input copied", "%u inputs copied", ids->len), ids->len);
  trio_note_actions_tell (self, text, FALSE);
}

static void
delete_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  TrioNoteActions *self = user_data;
  g_autoptr (GArray) ids = trio_note_actions_dup_targets (self);
  g_autoptr (GError) error = NULL;
  g_autofree char *text = NULL;
  gboolean done;
  TrioId next;

  if (ids->len == 0)
    return;
  next = trio_note_actions_find_next (self, ids);
  done = trio_command_delete_notes (self->model, TRIO_IDS (ids), ids->len, &error);
  text = g_strdup_printf (ngettext ("%u input deleted", "%u inputs deleted", ids->len), ids->len);
  if (done)
    select_next (self, next);
  trio_note_actions_tell_result (self, done, text, error);
}

static void
cut_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  TrioNoteActions *self = user_data;
  g_autoptr (GArray) ids = trio_note_actions_dup_targets (self);

  copy_words (self, ids);
  delete_cb (action, parameter, user_data);
}

static void
set_field (TrioNoteActions *self, guint field, const TrioValue *value, const char *text)
{
  g_autoptr (GArray) ids = trio_note_actions_dup_targets (self);
  g_autoptr (GError) error = NULL;
  gboolean done;

  if (ids->len == 0)
    return;
  done = trio_command_set_note_field (self->model, TRIO_IDS (ids), ids->len, field, value, &error);
  trio_note_actions_tell_result (self, done, text, error);
}

static void
colour_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  TrioValue value = trio_value_int (g_variant_get_int32 (parameter));

  set_field (user_data, TRIO_NOTE_COLOUR, &value, _ ("Colour changed"));
}

static void
role_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  TrioValue value = trio_value_int (g_variant_get_int32 (parameter));

  set_field (user_data, TRIO_NOTE_ROLE, &value, _ ("Role changed"));
}

static void
choose_round_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  trio_note_actions_choose_round (user_data);
}

static void
round_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  TrioId round = g_variant_get_int64 (parameter);
  TrioValue value = round != 0 ? trio_value_int (round) : (TrioValue)TRIO_VALUE_INIT;

  set_field (user_data, TRIO_NOTE_ROUND, &value, _ ("Round changed"));
}

static void
flag_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  TrioValue value = trio_value_int (TRIO_FLAG_RAISED);

  set_field (user_data, TRIO_NOTE_FLAG, &value,
             _ ("Flagged: off the wall until somebody has looked"));
}

static void
clear_flag_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  TrioValue value = trio_value_int (TRIO_FLAG_CLEARED);

  set_field (user_data, TRIO_NOTE_FLAG, &value, _ ("Flag cleared"));
}

static void
stack_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  TrioNoteActions *self = user_data;
  g_autoptr (GArray) ids = trio_note_actions_dup_targets (self);
  TrioId top = trio_selection_get_focus (self->selection);
  g_autoptr (GError) error = NULL;
  g_autofree char *text = NULL;
  gboolean done;

  if (ids->len < 2)
    return;
  if (!trio_selection_contains (self->selection, top))
    top = TRIO_IDS (ids)[0];
  done = trio_command_stack_notes (self->model, top, TRIO_IDS (ids), ids->len, &error);
  text = g_strdup_printf (ngettext ("%u input stacked; every wording is kept",
                                    "%u inputs stacked; every wording is kept", ids->len),
                          ids->len);
  if (done)
    trio_selection_set_one (self->selection, top);
  trio_note_actions_tell_result (self, done, text, error);
}

static void
unstack_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  TrioNoteActions *self = user_data;
  g_autoptr (GArray) ids = trio_note_actions_dup_targets (self);
  g_autoptr (GError) error = NULL;
  gboolean done;

  if (ids->len == 0)
    return;
  done = trio_command_unstack_notes (self->model, TRIO_IDS (ids), ids->len, &error);
  trio_note_actions_tell_result (self, done, _ ("Stack taken apart"), error);
}

/* Withholding asks for a reason; the selection may have changed until it is given. */
typedef struct
{
  TrioNoteActions *self;
  GArray *ids;
} WithholdRequest;

static void
free_withhold_request (gpointer data)
{
  WithholdRequest *request = data;

  g_object_unref (request->self);
  g_array_unref (request->ids);
  g_free (request);
}

static void
reason_cb (const char *reason, gpointer user_data)
{
  WithholdRequest *request = user_data;
  GArray *ids = request->ids;
  g_autoptr (GError) error = NULL;
  g_autofree char *text = NULL;
  gboolean done;

  if (reason == NULL)
    return;
  done = trio_command_withhold_notes (request->self->model, TRIO_IDS (ids), ids->len, reason,
                                      &error);
  text = g_strdup_printf (ngettext ("%u input withheld", "%u inputs withheld", ids->len), ids->len);
  trio_note_actions_tell_result (request->self, done, text, error);
}

static void
withhold_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  TrioNoteActions *self = user_data;
  GtkWidget *view = trio_note_actions_get_view (self, NULL);
  g_autoptr (GArray) ids = trio_note_actions_dup_targets (self);
  WithholdRequest *request;

  if (ids->len == 0 || view == NULL)
    return;
  request = g_new0 (WithholdRequest, 1);
  request->self = g_object_ref (self);
  request->ids = g_steal_pointer (&ids);
  trio_compat_ask_text (
      GTK_WINDOW (gtk_widget_get_root (view)), _ ("Withhold from Documents?"),
      _ ("The input stays in the workshop and is counted as withheld, with the reason."),
      _ ("Reason"), _ ("_Withhold"), reason_cb, request, free_withhold_request);
}

static void
release_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  TrioNoteActions *self = user_data;
  g_autoptr (GArray) ids = trio_note_actions_dup_targets (self);
  g_autoptr (GError) error = NULL;
  g_autofree char *text = NULL;
  gboolean done;

  if (ids->len == 0)
    return;
  done = trio_command_release_notes (self->model, TRIO_IDS (ids), ids->len, &error);
  text
      = g_strdup_printf (ngettext ("%u input included again", "%u inputs included again", ids->len),
                         ids->len);
  trio_note_actions_tell_result (self, done, text, error);
}

static void
menu_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  TrioNoteActions *self = user_data;
  GdkRectangle place;
  GtkWidget *view = trio_note_actions_get_view (self, &place);

  if (view != NULL)
    trio_note_actions_show_menu (self, view, &place);
}

/**
 * trio_note_actions_add_note_actions:
 * @self: the actions
 *
 * Adds the actions on inputs to the group.
 */
void
trio_note_actions_add_note_actions (TrioNoteActions *self)
{
  static const GActionEntry entries[] = {
    { "edit", edit_cb },
    { "copy", copy_cb },
    { "cut", cut_cb },
    { "delete", delete_cb },
    { "colour", colour_cb, "i" },
    { "role", role_cb, "i" },
    { "round", round_cb, "x" },
    { "choose-round", choose_round_cb },
    { "stack", stack_cb },
    { "unstack", unstack_cb },
    { "withhold", withhold_cb },
    { "release", release_cb },
    { "flag", flag_cb },
    { "clear-flag", clear_flag_cb },
    { "menu", menu_cb },
  };

  g_action_map_add_action_entries (G_ACTION_MAP (self->group), entries, G_N_ELEMENTS (entries),
                                   self);
}
