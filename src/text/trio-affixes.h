/* trio-affixes.h: which flags of a hunspell dictionary mark nouns. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef struct _TrioAffixes TrioAffixes;

TrioAffixes *trio_affixes_read (const char *path);
void trio_affixes_free (TrioAffixes *affixes);
gboolean trio_affixes_mark_noun (TrioAffixes *affixes, const char *flags);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TrioAffixes, trio_affixes_free)

G_END_DECLS
