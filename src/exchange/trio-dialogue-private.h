/* trio-dialogue-private.h: the lines of dialogue material. */
#pragma once

#include "exchange/trio-dialogue.h"

G_BEGIN_DECLS

typedef enum
{
  TRIO_DIALOGUE_BLANK,
  TRIO_DIALOGUE_BULLET,
  TRIO_DIALOGUE_POINT,
  TRIO_DIALOGUE_LEAD,
  TRIO_DIALOGUE_DIRECTION,
  TRIO_DIALOGUE_PLAIN,
} TrioDialogueLineKind;

typedef struct
{
  TrioDialogueLineKind kind;
  const char *text; /* without bullet and white space */
  gboolean is_short;
} TrioDialogueLine;

GArray *trio_dialogue_split_lines (char *text);

G_END_DECLS
