/* trio-note-row-facts.c: what a row says about an input besides its words. */
#include "config.h"

#include "app/notes/trio-note-row-private.h"

#include <glib/gi18n.h>

#include "app/notes/trio-note-labels.h"

/**
 * trio_note_row_dup_state:
 * @note: an input
 *
 * Returns: (transfer full) (nullable): why it stands aside, %NULL for a normal one
 */
char *
trio_note_row_dup_state (TrioObject *note)
{
  const char *reason = trio_object_get_text (note, TRIO_NOTE_REASON);

  switch (trio_object_get_int (note, TRIO_NOTE_STATE))
    {
    case TRIO_NOTE_STATE_WITHHELD:
      if (reason == NULL || *reason == '\0')
        return g_strdup (_ ("Withheld"));
      /* Translators: %s is the reason why an input is left out of the documents */
      return g_strdup_printf (_ ("Withheld: %s"), reason);
    case TRIO_NOTE_STATE_PRACTICE:
      return g_strdup (_ ("Practice"));
    default:
      return NULL;
    }
}

/**
 * trio_note_row_dup_facts:
 * @self: the row
 * @note: the input in it
 * @aloud: whether it is for reading aloud, which cannot show colours
 *
 * Returns: (transfer full) (nullable): what besides the words belongs to the input
 */
char *
trio_note_row_dup_facts (TrioNoteRow *self, TrioObject *note, gboolean aloud)
{
  g_autoptr (GPtrArray) facts = g_ptr_array_new_with_free_func (g_free);
  gint64 votes = trio_object_get_int (note, TRIO_NOTE_VOTES);
  TrioRole role = (TrioRole)trio_object_get_int (note, TRIO_NOTE_ROLE);
  TrioColour colour = (TrioColour)trio_object_get_int (note, TRIO_NOTE_COLOUR);

  if (trio_object_get_int (note, TRIO_NOTE_FLAG) == TRIO_FLAG_RAISED)
    g_ptr_array_add (facts, g_strdup (_ ("Flagged")));
  if (self->info.n_below > 0)
    /* Translators: how many inputs lie in the stack, the one on top included */
    g_ptr_array_add (facts, g_strdup_printf (_ ("stack of %u"), self->info.n_below + 1));
  if (trio_object_get_ref (note, TRIO_NOTE_STACK) != 0)
    g_ptr_array_add (facts, g_strdup (_ ("in the stack")));
  if (votes > 0)
    g_ptr_array_add (facts,
                     g_strdup_printf (ngettext ("%d vote", "%d votes", (gulong)votes), (int)votes));
  if (role != TRIO_ROLE_NONE)
    g_ptr_array_add (facts, g_strdup (trio_role_short_label (role)));
  if (aloud && colour != TRIO_COLOUR_YELLOW)
    g_ptr_array_add (facts, g_strdup (trio_note_colour_label (colour)));
  if (facts->len == 0)
    return NULL;
  g_ptr_array_add (facts, NULL);
  return g_strjoinv (aloud ? ", " : " · ", (char **)facts->pdata);
}
