/* trio-inherit.c: a workshop that goes on where an earlier one ended.
 *
 * Themes keep their identity, which is the link between the events. Inputs stay in their own
 * file unless somebody asks for them: they were said for that day.
 */
#include "config.h"

#include "exchange/trio-inherit.h"

#include "model/trio-commands.h"
#include "model/trio-commands-followup.h"

static void
copy_text (TrioEdit *edit, TrioId to, guint field, const TrioRecord *from)
{
  trio_edit_set_text (edit, to, field, trio_record_get_text (from, field));
}

static void
copy_questions (TrioSnapshot *parent, const TrioRecord *theme, TrioEdit *edit, TrioId to)
{
  g_autoptr (GPtrArray) questions
      = trio_snapshot_dup_children (parent, TRIO_KIND_QUESTION, TRIO_QUESTION_THEME, theme->id);
  g_autoptr (GHashTable) copies = g_hash_table_new (NULL, NULL);

  /* A question before the points under it, whatever their ranks say. */
  for (guint level = 0; level < 2; level++)
    for (guint i = 0; i < questions->len; i++)
      {
        const TrioRecord *question = g_ptr_array_index (questions, i);
        TrioId above = trio_record_get_ref (question, TRIO_QUESTION_PARENT);
        TrioId copy;

        if ((above != 0) != (level == 1))
          continue;
        copy = trio_edit_create (edit, TRIO_KIND_QUESTION);
        copy_text (edit, copy, TRIO_QUESTION_TEXT, question);
        trio_edit_place_last (edit, copy, TRIO_QUESTION_THEME, to);
        g_hash_table_insert (copies, GSIZE_TO_POINTER (question->id), GSIZE_TO_POINTER (copy));
        if (above != 0)
          trio_edit_set_ref (edit, copy, TRIO_QUESTION_PARENT,
                             (TrioId)GPOINTER_TO_SIZE (
                                 g_hash_table_lookup (copies, GSIZE_TO_POINTER (above))));
      }
}

static void
copy_notes (TrioSnapshot *parent, const TrioRecord *station, TrioEdit *edit, TrioId to)
{
  g_autoptr (GPtrArray) notes
      = trio_snapshot_dup_children (parent, TRIO_KIND_NOTE, TRIO_NOTE_STATION, station->id);

  for (guint i = 0; i < notes->len; i++)
    {
      const TrioRecord *note = g_ptr_array_index (notes, i);
      TrioNoteDraft draft = {
        .text = trio_record_get_text (note, TRIO_NOTE_TEXT),
        .role = (TrioRole)trio_record_get_int (note, TRIO_NOTE_ROLE),
        .colour = (TrioColour)trio_record_get_int (note, TRIO_NOTE_COLOUR),
        .source = TRIO_SOURCE_IMPORTED,
      };

      /* What was withheld then, or was only practice, is not brought out again. */
      if (trio_record_get_int (note, TRIO_NOTE_STATE) == TRIO_NOTE_STATE_NORMAL)
        trio_edit_add_note (edit, to, &draft);
    }
}

static void
copy_theme (TrioSnapshot *parent, const TrioRecord *theme, TrioEdit *edit, gboolean with_notes)
{
  g_autoptr (GPtrArray) stations
      = trio_snapshot_dup_children (parent, TRIO_KIND_STATION, TRIO_STATION_THEME, theme->id);
  TrioId copy = trio_edit_create_with_uuid (edit, TRIO_KIND_THEME, &theme->uuid);

  copy_text (edit, copy, TRIO_THEME_TITLE, theme);
  copy_text (edit, copy, TRIO_THEME_SUBTITLE, theme);
  copy_text (edit, copy, TRIO_THEME_TOPIC, theme);
  copy_text (edit, copy, TRIO_THEME_DIRECTION, theme);
  trio_edit_set_int (edit, copy, TRIO_THEME_COLOUR, trio_record_get_int (theme, TRIO_THEME_COLOUR));
  trio_edit_place_last (edit, copy, TRIO_NO_FIELD, 0);
  copy_questions (parent, theme, edit, copy);
  for (guint i = 0; i < stations->len; i++)
    {
      const TrioRecord *station = g_ptr_array_index (stations, i);
      TrioId to
          = trio_edit_add_station (edit, copy, trio_record_get_int (station, TRIO_STATION_NUMBER));

      if (with_notes)
        copy_notes (parent, station, edit, to);
    }
}

/**
 * trio_inherit_apply:
 * @parent: the earlier workshop
 * @edit: an edit of a new workshop without themes
 * @with_notes: whether to copy its inputs as well
 *
 * Gives the new workshop the themes of the earlier one, linked by their identity, and as many
 * stations; series, language and who invites; and remembers which event came before. Places,
 * hosts and dates are those of another day and stay behind. The caller commits the edit.
 *
 * Returns: %TRUE if the edit holds everything now, %FALSE if it has failed
 */
gboolean
trio_inherit_apply (TrioSnapshot *parent, TrioEdit *edit, gboolean with_notes)
{
  static const guint fields[]
      = { TRIO_WORKSHOP_SERIES, TRIO_WORKSHOP_ORGANISATION, TRIO_WORKSHOP_INVITING_BODY };
  GPtrArray *themes = trio_snapshot_get_all (parent, TRIO_KIND_THEME);
  const TrioRecord *from = trio_snapshot_get_workshop (parent);
  TrioId workshop = trio_model_get_workshop_record (trio_edit_get_model (edit))->id;

  g_return_val_if_fail (from != NULL, FALSE);

  trio_edit_set_parent (edit, parent);
  for (guint i = 0; i < G_N_ELEMENTS (fields); i++)
    copy_text (edit, workshop, fields[i], from);
  copy_text (edit, workshop, TRIO_WORKSHOP_THEME_SET, from);
  trio_edit_set_int (edit, workshop, TRIO_WORKSHOP_LANGUAGE,
                     trio_record_get_int (from, TRIO_WORKSHOP_LANGUAGE));
  for (guint i = 0; i < themes->len; i++)
    copy_theme (parent, g_ptr_array_index (themes, i), edit, with_notes);
  return !trio_edit_has_failed (edit);
}
