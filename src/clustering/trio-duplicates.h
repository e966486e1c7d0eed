/* trio-duplicates.h: finds notes that say the same in almost the same letters.
 *
 * For the quiet hint while somebody types, and for the list of notes to stack. Adding a note to
 * the index and looking one up both take far less than the time between two keystrokes.
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef struct _TrioDuplicates TrioDuplicates;

/**
 * TrioDuplicate:
 * @a: index of a note, the earlier one
 * @b: index of a note, the later one
 * @likeness: share of letter runs that they have in common, 0.7 to 1
 *
 * Two notes that are near-duplicates.
 */
typedef struct
{
  guint a;
  guint b;
  double likeness;
} TrioDuplicate;

TrioDuplicates *trio_duplicates_new (void);
void trio_duplicates_free (TrioDuplicates *duplicates);
guint trio_duplicates_add (TrioDuplicates *duplicates, const char *text);
GArray *trio_duplicates_find (TrioDuplicates *duplicates, const char *text);
GArray *trio_duplicates_list (const char *const *texts, guint n_texts);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TrioDuplicates, trio_duplicates_free)

G_END_DECLS
