/* trio-space-private.h: the insides of a space, for what works on all pairs of notes. */
#pragma once

#include "clustering/trio-space.h"

G_BEGIN_DECLS

/* Directions are whole numbers: their products add up to the same sum in any order, so that a
 * processor may take as many at a time as it can. One is this many; rows are filled up to whole
 * lanes. */
#define TRIO_DIRECTION_ONE 32768
#define TRIO_LANES         8

typedef struct
{
  guint32 id; /* of a feature in a note, of a note in a list of a feature */
  float value;
} TrioSpaceEntry;

struct _TrioSpace
{
  grefcount ref_count;
  guint n;

  GHashTable *ids;         /* hash of a feature → its number + 1 */
  GArray *document_counts; /* guint32 per feature: notes that have it */

  guint32 *note_start; /* n + 1: where the features of a note begin */
  TrioSpaceEntry *note_entries;
  guint32 *feature_start; /* where the notes of a feature begin */
  TrioSpaceEntry *feature_entries;

  guint dimensions;   /* rounded up to whole lanes; 0 without vectors */
  gint16 *directions; /* n rows, scaled by the square root of the share of meaning */
  double *mean;       /* the direction that all notes have in common, per unit of coverage */

  GPtrArray *words; /* per note a GArray of TrioWordUse */
};

TrioSpace *trio_space_new_part (TrioSpace *space, const guint32 *notes, guint n_notes);
void trio_space_index_features (TrioSpace *space);
void trio_space_fill_row (TrioSpace *space, guint note, float *row);
void trio_space_dot_rows (
    const gint16 *row, const gint16 *rows, guint n_rows, guint dimensions, float *dots);

G_END_DECLS
