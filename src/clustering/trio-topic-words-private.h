/* trio-topic-words-private.h: the words of many notes, as seeds of topics. */
#pragma once

#include "clustering/trio-space.h"
#include "clustering/trio-topics.h"

G_BEGIN_DECLS

/* How often a form was written. */
typedef struct
{
  char *form;
  double count;
} TrioTopicForm;

/* A stem and the notes that have it, as a word or as part of a compound. */
typedef struct
{
  char *stem;
  double weight;
  float *direction;    /* nullable; of the word itself, without what concept lists add */
  gboolean is_general; /* says when or how many, not what about */
  guint n_whole;       /* notes that have it as a word of its own */
  GArray *notes;       /* guint, in order */
  GArray *forms;       /* TrioTopicForm, in the order they were met in */
  guint n_stations;
  double score;
} TrioTopicWord;

GPtrArray *
trio_topic_words_read (TrioSpace *space, TrioLexicon *lexicon, const TrioTopicNote *notes);
const char *trio_topic_word_get_form (const TrioTopicWord *word);
guint trio_topic_words_count_shared (const GArray *a, const GArray *b);

G_END_DECLS
