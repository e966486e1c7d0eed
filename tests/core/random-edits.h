/* random-edits.h: every kind of edit at random, for tests that compare states. */
#pragma once

#include "model/trio-commands.h"

G_BEGIN_DECLS

void random_edits_fill (GRand *rand, TrioModel *model);
void random_edits_step (GRand *rand, TrioModel *model);
char *random_edits_digest (TrioModel *model, gboolean stamps);

G_END_DECLS
