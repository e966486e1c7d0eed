/* trio-dialogue.h: themes out of pasted dialogue material.
 *
 * Dialogue material has a page for each theme: a heading with the series and the theme, a
 * lead question, bullets with one nested level, and paragraphs under "Vores fælles retning:".
 */
#pragma once

#include "exchange/trio-theme-set.h"

G_BEGIN_DECLS

TrioThemeSet *trio_dialogue_parse (const char *text, gssize length, GError **error);

G_END_DECLS
