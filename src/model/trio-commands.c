/* trio-commands.c: what people do with notes and clusters, as edits. */
#include "config.h"

#include "model/trio-commands.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "base/trio-error.h"
#include "model/trio-commands-private.h"
#include "model/trio-rounds.h"

static gboolean
is_blank (const char *text)
{
  for (const char *c = text; *c != '\0'; c = g_utf8_next_char (c))
    if (!g_unichar_isspace (g_utf8_get_char (c)))
      return FALSE;
  return TRUE;
}

static void
fail_not_found (TrioEdit *edit)
{
  trio_edit_fail (edit, g_error_new_literal (TRIO_ERROR, TRIO_ERROR_NOT_FOUND,
                                             _ ("What you want to change is not there any more.")));
}

/**
 * trio_edit_get_of_kind:
 * @edit: an edit
 * @id: number of an object
 * @kind: the kind it has to be of
 *
 * Returns: (transfer none) (nullable): the object as the edit sees it; %NULL when it is gone or
 *   something else, and then the edit has failed
 */
const TrioRecord *
trio_edit_get_of_kind (TrioEdit *edit, TrioId id, TrioKind kind)
{
  const TrioRecord *record = trio_edit_get (edit, id);

  if (record != NULL && record->kind == kind)
    return record;
  fail_not_found (edit);
  return NULL;
}

/**
 * trio_edit_add_note:
 * @edit: an edit
 * @station: number of a station
 * @draft: the note
 *
 * Adds a note at the end of a station, as part of a larger edit. The words are kept byte for
 * byte; a blank text makes the edit fail. Without a round of its own the note is of the one that
 * runs, and without a team of the one that the rotation sends to the station in that round.
 *
 * Returns: the number of the new note, or 0 when the edit has failed
 */
TrioId
trio_edit_add_note (TrioEdit *edit, TrioId station, const TrioNoteDraft *draft)
{
  const TrioRecord *workshop = trio_model_get_workshop_record (trio_edit_get_model (edit));
  TrioId round = draft->round;
  TrioId team = draft->team;
  TrioId note;

  if (trio_edit_has_failed (edit)
      || trio_edit_get_of_kind (edit, station, TRIO_KIND_STATION) == NULL)
    return 0;
  if (draft->text == NULL || is_blank (draft->text))
    {
      trio_edit_fail (edit, g_error_new_literal (TRIO_ERROR, TRIO_ERROR_INVALID,
                                                 _ ("An input needs some words.")));
      return 0;
    }
  if (round == 0 && workshop != NULL)
    round = trio_record_get_ref (workshop, TRIO_WORKSHOP_RUNNING_ROUND);
  if (round != 0 && team == 0)
    team = trio_rotation_get_team (trio_edit_get_model (edit), round, station);

  note = trio_edit_create (edit, TRIO_KIND_NOTE);
  trio_edit_set_text (edit, note, TRIO_NOTE_TEXT, draft->text);
  trio_edit_place_last (edit, note, TRIO_NOTE_STATION, station);
  trio_edit_set_int (edit, note, TRIO_NOTE_ROLE, draft->role);
  trio_edit_set_int (edit, note, TRIO_NOTE_COLOUR, draft->colour);
  trio_edit_set_int (edit, note, TRIO_NOTE_SOURCE, draft->source);
  trio_edit_set_ref (edit, note, TRIO_NOTE_ROUND, round);
  trio_edit_set_ref (edit, note, TRIO_NOTE_TEAM, team);
  trio_edit_set_int (edit, note, TRIO_NOTE_CREATED, g_get_real_time ());
  if (draft->practice)
    trio_edit_set_int (edit, note, TRIO_NOTE_STATE, TRIO_NOTE_STATE_PRACTICE);
  return note;
}

/**
 * trio_command_add_notes:
 * @model: a model
 * @station: number of a station
 * @drafts: (array length=n_drafts): the notes
 * @n_drafts: how many
 * @ids: (out caller-allocates) (nullable): where the numbers of the new notes go
 * @error: return location for an error
 *
 * Adds notes at the end of a station, as one step.
 *
 * Returns: whether all were added; if not, none was
 */
gboolean
trio_command_add_notes (TrioModel *model,
                        TrioId station,
                        const TrioNoteDraft *drafts,
                        guint n_drafts,
                        TrioId *ids,
                        GError **error)
{
  g_autoptr (TrioEdit) edit = trio_edit_new (model, "add-notes");

  trio_edit_set_count (edit, n_drafts);
  for (guint i = 0; i < n_drafts; i++)
    {
      TrioId id = trio_edit_add_note (edit, station, &drafts[i]);

      if (ids != NULL)
        ids[i] = id;
    }
  return trio_edit_commit (edit, error);
}

/**
 * trio_command_set_note_text:
 * @model: a model
 * @note: number of a note
 * @text: the new wording
 * @error: return location for an error
 *
 * Changes the words of a note; the first wording stays beside them. Edits that follow each
 * other closely become one step.
 *
 * Returns: whether the note now reads so
 */
gboolean
trio_command_set_note_text (TrioModel *model, TrioId note, const char *text, GError **error)
{
  g_autoptr (TrioEdit) edit = trio_edit_new (model, "edit-note");
  g_autofree char *key = g_strdup_printf ("text:%" G_GINT64_FORMAT, note);
  const TrioRecord *record = trio_edit_get_of_kind (edit, note, TRIO_KIND_NOTE);

  trio_edit_set_merge_key (edit, key);
  if (is_blank (text))
    trio_edit_fail (edit, g_error_new_literal (TRIO_ERROR, TRIO_ERROR_INVALID,
                                               _ ("An input needs some words.")));
  else if (record != NULL && strcmp (text, trio_record_get_text (record, TRIO_NOTE_TEXT)) != 0)
    {
      if (trio_record_is_null (record, TRIO_NOTE_ORIGINAL))
        {
          g_autofree char *original = g_strdup (trio_record_get_text (record, TRIO_NOTE_TEXT));

          trio_edit_set_text (edit, note, TRIO_NOTE_ORIGINAL, original);
        }
      trio_edit_set_text (edit, note, TRIO_NOTE_TEXT, text);
    }
  return trio_edit_commit (edit, error);
}

/**
 * trio_command_move_notes:
 * @model: a model
 * @notes: (array length=n_notes): numbers of notes
 * @n_notes: how many
 * @station: number of the station they go to
 * @error: return location for an error
 *
 * Moves notes to the end of another station, out of their clusters.
 *
 * Returns: whether all were moved; if not, none was
 */
gboolean
trio_command_move_notes (
    TrioModel *model, const TrioId *notes, guint n_notes, TrioId station, GError **error)
{
  g_autoptr (TrioEdit) edit = trio_edit_new (model, "move-notes");

  trio_edit_set_count (edit, n_notes);
  trio_edit_get_of_kind (edit, station, TRIO_KIND_STATION);
  trio_edit_put_notes (edit, notes, n_notes, station, 0);
  return trio_edit_commit (edit, error);
}

/**
 * trio_command_delete_notes:
 * @model: a model
 * @notes: (array length=n_notes): numbers of notes
 * @n_notes: how many
 * @error: return location for an error
 *
 * Deletes notes.
 *
 * Returns: whether all were deleted; if not, none was
 */
gboolean
trio_command_delete_notes (TrioModel *model, const TrioId *notes, guint n_notes, GError **error)
{
  g_autoptr (TrioEdit) edit = trio_edit_new (model, "delete-notes");

  trio_edit_set_count (edit, n_notes);
  for (guint i = 0; i < n_notes; i++)
    if (trio_edit_get_of_kind (edit, notes[i], TRIO_KIND_NOTE) != NULL)
      trio_edit_delete (edit, notes[i]);
  return trio_edit_commit (edit, error);
}

static gboolean
set_state (TrioModel *model,
           const char *action,
           const TrioId *notes,
           guint n_notes,
           TrioNoteState state,
           const char *reason,
           GError **error)
{
  g_autoptr (TrioEdit) edit = trio_edit_new (model, action);

  trio_edit_set_count (edit, n_notes);
  for (guint i = 0; i < n_notes; i++)
    if (trio_edit_get_of_kind (edit, notes[i], TRIO_KIND_NOTE) != NULL)
      {
        trio_edit_set_int (edit, notes[i], TRIO_NOTE_STATE, state);
        trio_edit_set_text (edit, notes[i], TRIO_NOTE_REASON, reason);
      }
  return trio_edit_commit (edit, error);
}

/**
 * trio_command_withhold_notes:
 * @model: a model
 * @notes: (array length=n_notes): numbers of notes
 * @n_notes: how many
 * @reason: why they are withheld; needed
 * @error: return location for an error
 *
 * Keeps notes out of every document; documents say how many were withheld.
 *
 * Returns: whether all are withheld now; if not, nothing has changed
 */
gboolean
trio_command_withhold_notes (
    TrioModel *model, const TrioId *notes, guint n_notes, const char *reason, GError **error)
{
  if (is_blank (reason))
    {
      g_set_error_literal (error, TRIO_ERROR, TRIO_ERROR_INVALID,
                           _ ("Give a reason, so that others can see why the input is withheld."));
      return FALSE;
    }
  return set_state (model, "withhold-notes", notes, n_notes, TRIO_NOTE_STATE_WITHHELD, reason,
                    error);
}

/**
 * trio_command_release_notes:
 * @model: a model
 * @notes: (array length=n_notes): numbers of notes
 * @n_notes: how many
 * @error: return location for an error
 *
 * Lets notes into the documents again.
 *
 * Returns: whether all are normal notes now; if not, nothing has changed
 */
gboolean
trio_command_release_notes (TrioModel *model, const TrioId *notes, guint n_notes, GError **error)
{
  return set_state (model, "release-notes", notes, n_notes, TRIO_NOTE_STATE_NORMAL, "", error);
}

static const char *
action_for_field (guint field, const TrioValue *value)
{
  switch (field)
    {
    case TRIO_NOTE_COLOUR:
      return "colour-notes";
    case TRIO_NOTE_ROLE:
      return "role-notes";
    case TRIO_NOTE_ROUND:
      return "round-notes";
    case TRIO_NOTE_FLAG:
      return value->integer == TRIO_FLAG_RAISED   ? "flag-notes"
             : value->integer == TRIO_FLAG_CHOSEN ? "quote-notes"
                                                  : "clear-notes";
    default:
      return "change-notes";
    }
}

/**
 * trio_command_set_note_field:
 * @model: a model
 * @notes: (array length=n_notes): numbers of notes
 * @n_notes: how many
 * @field: a field that says something about a note: role, colour, votes, round, team, flag
 * @value: the value for all of them
 * @error: return location for an error
 *
 * Sets one field of several notes.
 *
 * Returns: whether all were set; if not, none was
 */
gboolean
trio_command_set_note_field (TrioModel *model,
                             const TrioId *notes,
                             guint n_notes,
                             guint field,
                             const TrioValue *value,
                             GError **error)
{
  g_autoptr (TrioEdit) edit = trio_edit_new (model, action_for_field (field, value));

  trio_edit_set_count (edit, n_notes);
  for (guint i = 0; i < n_notes; i++)
    if (trio_edit_get_of_kind (edit, notes[i], TRIO_KIND_NOTE) != NULL)
      trio_edit_set_value (edit, notes[i], field, value);
  return trio_edit_commit (edit, error);
}
