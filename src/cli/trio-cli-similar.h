/* trio-cli-similar.h: what the two halves of `trio similar` share. */
#pragma once

#include "cli/trio-cli.h"

G_BEGIN_DECLS

/* What the user asked for. */
typedef struct
{
  char *station;
  char *vectors;
  gboolean stack;
  gboolean unstack;
  gboolean as_json;
} TrioSimilarOptions;

int trio_cli_similar_stacks (const char *path, const TrioSimilarOptions *options);

G_END_DECLS
