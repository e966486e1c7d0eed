/* trio-space-part.c: which notes have a feature, and spaces of some of the notes of another. */
#include "config.h"

#include <string.h>

#include "clustering/trio-space-private.h"

/* For each feature the notes that have it, in order. */
void
trio_space_index_features (TrioSpace *space)
{
  guint n_features = space->document_counts->len;
  guint32 n_entries = space->note_start[space->n];
  g_autofree guint32 *at = g_new0 (guint32, n_features + 1);

  space->feature_start = g_new0 (guint32, n_features + 1);
  for (guint32 e = 0; e < n_entries; e++)
    space->feature_start[space->note_entries[e].id + 1]++;
  for (guint f = 0; f < n_features; f++)
    {
      space->feature_start[f + 1] += space->feature_start[f];
      at[f] = space->feature_start[f];
    }
  space->feature_entries = g_new (TrioSpaceEntry, n_entries + 1);
  for (guint i = 0; i < space->n; i++)
    for (guint32 e = space->note_start[i]; e < space->note_start[i + 1]; e++)
      {
        TrioSpaceEntry entry = space->note_entries[e];

        space->feature_entries[at[entry.id]++] = (TrioSpaceEntry){ i, entry.value };
      }
}

/* A space of @notes that are as similar as in @space; it knows no words and compares no texts.
 *
 * Returns: (transfer full): the space, unref with trio_space_unref() */
TrioSpace *
trio_space_new_part (TrioSpace *space, const guint32 *notes, guint n_notes)
{
  TrioSpace *part = g_new0 (TrioSpace, 1);
  guint32 n_entries = 0;

  g_ref_count_init (&part->ref_count);
  part->n = n_notes;
  part->document_counts = g_array_ref (space->document_counts);
  part->dimensions = space->dimensions;
  part->directions = g_new (gint16, (gsize)n_notes * space->dimensions + 1);
  part->note_start = g_new (guint32, n_notes + 1);
  for (guint i = 0; i < n_notes; i++)
    {
      part->note_start[i] = n_entries;
      n_entries += space->note_start[notes[i] + 1] - space->note_start[notes[i]];
    }
  part->note_start[n_notes] = n_entries;
  part->note_entries = g_new (TrioSpaceEntry, n_entries + 1);
  for (guint i = 0; i < n_notes; i++)
    {
      guint32 start = space->note_start[notes[i]];

      memcpy (part->note_entries + part->note_start[i], space->note_entries + start,
              (space->note_start[notes[i] + 1] - start) * sizeof (TrioSpaceEntry));
      memcpy (part->directions + (gsize)i * space->dimensions,
              space->directions + (gsize)notes[i] * space->dimensions,
              space->dimensions * sizeof (gint16));
    }
  trio_space_index_features (part);
  return part;
}
