/* trio-hyphenator.h: where long words may be divided. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef struct _TrioHyphenator TrioHyphenator;

TrioHyphenator *trio_hyphenator_open (const char *path, GError **error);
TrioHyphenator *trio_hyphenator_find (const char *lang);
void trio_hyphenator_free (TrioHyphenator *hyphenator);

char *trio_hyphenator_soften (TrioHyphenator *hyphenator, const char *text, guint least_letters);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TrioHyphenator, trio_hyphenator_free)

G_END_DECLS
