/* trio-lexicon.h: what is known about the words of one language.
 *
 * A lexicon brings together stop words, stems, compounds and background vectors. Whatever is not
 * installed lowers the quality and never fails. It remembers the words it has met and belongs to
 * one thread at a time.
 */
#pragma once

#include "text/trio-concepts.h"
#include "text/trio-vectors.h"
#include "text/trio-word-class.h"

G_BEGIN_DECLS

typedef struct _TrioLexicon TrioLexicon;

/**
 * TrioWord:
 * @text: the word in lower case
 * @stem: its stem
 * @weight: how informative the stem is, 0.02 to 1
 * @n_parts: number of parts, 0 when the word is no compound
 * @parts: the parts in order
 * @part_stems: their stems
 * @part_weights: how informative the stems of the parts are
 * @word_class: whether the word can name something
 * @n_concepts: number of concepts
 * @concepts: the concepts that list the word or a part of it
 * @direction: (nullable): what the word is about, a vector of length 1
 *
 * What is known about a word.
 */
typedef struct
{
  char *text;
  char *stem;
  double weight;
  guint n_parts;
  char **parts;
  char **part_stems;
  double *part_weights;
  TrioWordClass word_class;
  guint n_concepts;
  guint *concepts;
  float *direction;
} TrioWord;

/**
 * TrioWordUse:
 * @word: the word; belongs to the lexicon
 * @written: how it was written, with its capitals
 * @position: which word of the text it is, stop words counted
 *
 * A word where it stands in a text.
 */
typedef struct
{
  const TrioWord *word;
  char *written;
  guint position;
} TrioWordUse;

TrioLexicon *trio_lexicon_new (const char *lang, const char *vectors_folder);
TrioLexicon *trio_lexicon_new_with (const char *lang, TrioVectors *vectors, TrioWordList *words);
void trio_lexicon_free (TrioLexicon *lexicon);

void trio_lexicon_set_concepts (TrioLexicon *lexicon, TrioConcepts *concepts);
TrioConcepts *trio_lexicon_get_concepts (TrioLexicon *lexicon);

const char *trio_lexicon_get_language (TrioLexicon *lexicon);
TrioVectors *trio_lexicon_get_vectors (TrioLexicon *lexicon);
TrioWordList *trio_lexicon_get_word_list (TrioLexicon *lexicon);
guint trio_lexicon_get_dimensions (TrioLexicon *lexicon);

const TrioWord *trio_lexicon_lookup (TrioLexicon *lexicon, const char *word);
GArray *trio_lexicon_read (TrioLexicon *lexicon, const char *text);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TrioLexicon, trio_lexicon_free)

G_END_DECLS
