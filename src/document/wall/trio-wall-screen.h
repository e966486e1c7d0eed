/* trio-wall-screen.h: which notes may be shown to the whole room.
 *
 * A note is held back when it is withheld or for practice, when somebody flagged it, and when
 * it looks as if it had personal data in it that nobody has looked at. Answers are remembered,
 * because looking at words takes longer than showing them.
 */
#pragma once

#include "model/trio-record.h"

G_BEGIN_DECLS

typedef struct _TrioWallScreen TrioWallScreen;

TrioWallScreen *trio_wall_screen_new (void);
void trio_wall_screen_free (TrioWallScreen *self);
gboolean trio_wall_screen_lets_pass (TrioWallScreen *self, const TrioRecord *note);
gboolean trio_wall_screen_lets_words_pass (const char *text);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TrioWallScreen, trio_wall_screen_free)

G_END_DECLS
