/* trio-namer-private.h: the words of a board, as candidates for names. */
#pragma once

#include "clustering/trio-cluster-name.h"

G_BEGIN_DECLS

/* How often a form was written; forms stay in the order they were met in. */
typedef struct
{
  char *form;
  TrioWordClass word_class;
  double count;
} TrioNameForm;

/* What is known about a stem on the whole board. */
typedef struct
{
  char *stem;
  double weight;
  float *direction; /* nullable */
  gboolean may_name;
  gboolean is_general; /* says when, how many or where, never what about */
  guint n_notes;
  int last_note;
  GArray *forms; /* TrioNameForm */
} TrioNameStem;

/* A stem in one cluster. */
typedef struct
{
  TrioNameStem *info;
  double sum;
  double score;
  guint n_notes;
} TrioNameCandidate;

struct _TrioNamer
{
  TrioSpace *space;
  TrioVectors *vectors; /* nullable */
  guint dimensions;
  GHashTable *stems;   /* stem → TrioNameStem */
  GHashTable *general; /* stems that name nothing unless there is nothing else */
  char **titles;       /* of concepts */
};

char *trio_namer_dup_form (const TrioWordUse *use);
const char *trio_namer_commonest_form (const GArray *forms);
GArray *trio_namer_new_forms (void);
void trio_namer_add_form (GArray *forms, const char *form, TrioWordClass word_class, double count);
GPtrArray *trio_namer_rank (TrioNamer *namer, const guint *notes, guint n_notes);
const char *trio_namer_find_matter (TrioNamer *namer, const guint *notes, guint n_notes);
char *
trio_namer_dup_reason (TrioNamer *namer, const guint *notes, guint n_notes, GPtrArray *ranked);

G_END_DECLS
