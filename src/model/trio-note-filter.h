/* trio-note-filter.h: which notes somebody looks for, by words and by properties.
 *
 * Board and outline share one filter: the one dims what does not match, the other hides it.
 */
#pragma once

#include "model/trio-model.h"

G_BEGIN_DECLS

#define TRIO_TYPE_NOTE_FILTER (trio_note_filter_get_type ())

G_DECLARE_FINAL_TYPE (TrioNoteFilter, trio_note_filter, TRIO, NOTE_FILTER, GObject)

/* Signals: "changed": other notes match; ask again for every note. A note that changes itself
 * is not announced: ask again when its properties notify. */

/**
 * TrioNoteStates:
 * @TRIO_NOTE_STATES_ANY: all notes
 * @TRIO_NOTE_STATES_NORMAL: notes that are in the documents
 * @TRIO_NOTE_STATES_WITHHELD: notes withheld with a reason
 * @TRIO_NOTE_STATES_PRACTICE: notes of the rehearsal
 * @TRIO_NOTE_STATES_FLAGGED: notes that wait for somebody to look at them, in whatever state
 *
 * Which states are looked for; flags that can be joined.
 */
typedef enum
{
  TRIO_NOTE_STATES_ANY = 0,
  TRIO_NOTE_STATES_NORMAL = 1 << TRIO_NOTE_STATE_NORMAL,
  TRIO_NOTE_STATES_WITHHELD = 1 << TRIO_NOTE_STATE_WITHHELD,
  TRIO_NOTE_STATES_PRACTICE = 1 << TRIO_NOTE_STATE_PRACTICE,
  TRIO_NOTE_STATES_FLAGGED = 1 << 8,
} TrioNoteStates;

TrioNoteFilter *trio_note_filter_new (TrioModel *model);

void trio_note_filter_set_text (TrioNoteFilter *self, const char *text);
void trio_note_filter_set_roles (TrioNoteFilter *self, guint roles);
void trio_note_filter_set_colours (TrioNoteFilter *self, guint colours);
void trio_note_filter_set_round (TrioNoteFilter *self, TrioId round);
void trio_note_filter_set_states (TrioNoteFilter *self, guint states);
void trio_note_filter_set_unlinked (TrioNoteFilter *self, gboolean unlinked);
void trio_note_filter_reset (TrioNoteFilter *self);

const char *trio_note_filter_get_text (TrioNoteFilter *self);
guint trio_note_filter_get_roles (TrioNoteFilter *self);
guint trio_note_filter_get_colours (TrioNoteFilter *self);
TrioId trio_note_filter_get_round (TrioNoteFilter *self);
guint trio_note_filter_get_states (TrioNoteFilter *self);
gboolean trio_note_filter_get_unlinked (TrioNoteFilter *self);

gboolean trio_note_filter_is_active (TrioNoteFilter *self);
gboolean trio_note_filter_matches (TrioNoteFilter *self, const TrioRecord *note);

G_END_DECLS
