/* trio-space-private.h: the insides of a space, for what works on all pairs of notes. */
#pragma once

#include "clustering/trio-space.h"

G_BEGIN_DECLS

/* Four numbers at a time, written out, so that sums are added in one order everywhere. */
typedef float TrioFloat4 __attribute__ ((vector_size (16)));
#define TRIO_LANES 4

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

  guint dimensions;  /* rounded up to whole lanes; 0 without vectors */
  float *directions; /* n rows, scaled by the square root of the share of meaning */
  double *mean;      /* the direction that all notes have in common, per unit of coverage */

  GPtrArray *words; /* per note a GArray of TrioWordUse */
};

void trio_space_fill_row (TrioSpace *space, guint note, float *row);
float trio_space_dot (const float *a, const float *b, guint n);

G_END_DECLS
