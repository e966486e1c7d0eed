/* trio-speller.h: which words are misspelt, and what may have been meant. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef struct _TrioSpeller TrioSpeller;

/**
 * TrioSpellingError:
 * @start: where the word begins, in bytes
 * @end: where it ends, in bytes
 *
 * A word that the dictionary does not know.
 */
typedef struct
{
  guint start;
  guint end;
} TrioSpellingError;

TrioSpeller *trio_speller_open (const char *affixes, const char *words, GError **error);
TrioSpeller *trio_speller_find (const char *name, GError **error);
void trio_speller_free (TrioSpeller *speller);

GArray *trio_speller_check (TrioSpeller *speller, const char *text);
GStrv trio_speller_suggest (TrioSpeller *speller, const char *word);
void trio_speller_accept (TrioSpeller *speller, const char *word);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TrioSpeller, trio_speller_free)

G_END_DECLS
