/* trio-wall-screen.c: which notes may be shown to the whole room. */
#include "config.h"

#include "document/wall/trio-wall-screen.h"

#include "document/gate/trio-scan.h"

struct _TrioWallScreen
{
  GHashTable *answers; /* TrioId → Answer */
};

typedef struct
{
  TrioId id;
  TrioValue text; /* the words that were looked at; shared, so this costs no copy */
  gboolean passes;
} Answer;

static void
free_answer (gpointer data)
{
  Answer *answer = data;

  trio_value_clear (&answer->text);
  g_free (answer);
}

/**
 * trio_wall_screen_new:
 *
 * Returns: (transfer full): a new screen that has not looked at anything yet
 */
TrioWallScreen *
trio_wall_screen_new (void)
{
  TrioWallScreen *self = g_new0 (TrioWallScreen, 1);

  self->answers = g_hash_table_new_full (g_int64_hash, g_int64_equal, NULL, free_answer);
  return self;
}

/**
 * trio_wall_screen_free:
 * @self: (transfer full): the screen
 *
 * Frees the screen.
 */
void
trio_wall_screen_free (TrioWallScreen *self)
{
  g_hash_table_unref (self->answers);
  g_free (self);
}

/**
 * trio_wall_screen_lets_words_pass:
 * @text: words
 *
 * Returns: whether nothing in them looks like personal data
 */
gboolean
trio_wall_screen_lets_words_pass (const char *text)
{
  g_autoptr (GArray) hits = trio_scan_text (text);

  return hits->len == 0;
}

/**
 * trio_wall_screen_lets_pass:
 * @self: the screen
 * @note: a note
 *
 * Returns: whether the note may be shown to the whole room
 */
gboolean
trio_wall_screen_lets_pass (TrioWallScreen *self, const TrioRecord *note)
{
  const TrioValue *text = trio_record_get (note, TRIO_NOTE_TEXT);
  Answer *answer;

  if (trio_record_get_int (note, TRIO_NOTE_STATE) != TRIO_NOTE_STATE_NORMAL
      || trio_record_get_int (note, TRIO_NOTE_FLAG) == TRIO_FLAG_RAISED)
    return FALSE;
  if (trio_record_get_int (note, TRIO_NOTE_FLAG) != TRIO_FLAG_NONE)
    return TRUE;

  answer = g_hash_table_lookup (self->answers, &note->id);
  if (answer == NULL || !trio_value_equal (&answer->text, text))
    {
      answer = g_new0 (Answer, 1);
      answer->id = note->id;
      answer->text = trio_value_copy (text);
      answer->passes
          = trio_wall_screen_lets_words_pass (trio_record_get_text (note, TRIO_NOTE_TEXT));
      g_hash_table_replace (self->answers, &answer->id, answer);
    }
  return answer->passes;
}
