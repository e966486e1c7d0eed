/* trio-wording-private.h: the parts of a parsed wording, shared by parsing and filling in. */
#pragma once

#include "document/trio-wording.h"

G_BEGIN_DECLS

typedef enum
{
  TRIO_PART_TEXT,
  TRIO_PART_VALUE,
  TRIO_PART_CHOICE,
  TRIO_PART_GROUP,
} TrioPartKind;

typedef struct
{
  TrioPartKind kind;
  char *text; /* of TEXT, the first form of CHOICE */
  char *many; /* the second form of CHOICE */
  char *path;
  char **filters;   /* of VALUE, or NULL */
  GPtrArray *parts; /* of GROUP */
} TrioPart;

struct _TrioWording
{
  GPtrArray *parts;
};

G_END_DECLS
