/* trio-concepts.h: lists of words that belong to one matter, written by people.
 *
 * They link inputs that share no word and whose words the background vectors do not place well.
 * The list is data/concepts/municipal.xml; a municipality or a user can put another in its place.
 */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

typedef struct _TrioConcepts TrioConcepts;

TrioConcepts *
trio_concepts_parse (GBytes *bytes, const char *name, const char *lang, GError **error);
TrioConcepts *trio_concepts_find (const char *lang);
void trio_concepts_free (TrioConcepts *concepts);

guint trio_concepts_get_size (TrioConcepts *concepts);
const char *trio_concepts_get_title (TrioConcepts *concepts, guint concept);
const char *const *trio_concepts_get_words (TrioConcepts *concepts, guint concept);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TrioConcepts, trio_concepts_free)

G_END_DECLS
