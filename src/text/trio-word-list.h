/* trio-word-list.h: the words of a hunspell dictionary, as a plain list. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef struct _TrioWordList TrioWordList;

TrioWordList *trio_word_list_open (const char *path, GError **error);
TrioWordList *trio_word_list_find (const char *name, GError **error);
TrioWordList *trio_word_list_ref (TrioWordList *list);
void trio_word_list_unref (TrioWordList *list);
const char *trio_word_list_get_path (TrioWordList *list);
guint trio_word_list_get_size (TrioWordList *list);
gboolean trio_word_list_contains (TrioWordList *list, const char *word);
gboolean trio_word_list_is_noun (TrioWordList *list, const char *word);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TrioWordList, trio_word_list_unref)

G_END_DECLS
