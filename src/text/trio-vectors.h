/* trio-vectors.h: background knowledge about words: a direction and a count for each stem.
 *
 * Words used in the same surroundings point the same way, so that notes which share no word can
 * still be seen to be about the same thing. The files are data/vectors/LANG.snv, memory-mapped.
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef struct _TrioVectors TrioVectors;

TrioVectors *trio_vectors_open (const char *path, GError **error);
TrioVectors *trio_vectors_find (const char *folder, const char *lang, GError **error);
TrioVectors *trio_vectors_ref (TrioVectors *vectors);
void trio_vectors_unref (TrioVectors *vectors);

guint trio_vectors_get_size (TrioVectors *vectors);
guint trio_vectors_get_dimensions (TrioVectors *vectors);
const char *trio_vectors_get_path (TrioVectors *vectors);
guint32 trio_vectors_get_count (TrioVectors *vectors, const char *stem);
double trio_vectors_get_weight (TrioVectors *vectors, const char *stem);
gboolean trio_vectors_get_direction (TrioVectors *vectors, const char *stem, float *direction);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TrioVectors, trio_vectors_unref)

G_END_DECLS
