/* trio-word-class.h: tells nouns from other words. */
#pragma once

#include "text/trio-word-list.h"

G_BEGIN_DECLS

/**
 * TrioWordClass:
 * @TRIO_WORD_CLASS_UNKNOWN: nothing is known about the word
 * @TRIO_WORD_CLASS_NOUN: a word that may be a noun
 * @TRIO_WORD_CLASS_OTHER: a word that is none
 * @TRIO_WORD_CLASS_WHEN: a word that only tells when or how many, such as a day of the week
 *
 * Whether a word can name something.
 */
typedef enum
{
  TRIO_WORD_CLASS_UNKNOWN,
  TRIO_WORD_CLASS_NOUN,
  TRIO_WORD_CLASS_OTHER,
  TRIO_WORD_CLASS_WHEN,
} TrioWordClass;

TrioWordClass trio_word_class_find (TrioWordList *words,
                                    const char *lang,
                                    const char *word,
                                    const char *const *parts);

G_END_DECLS
