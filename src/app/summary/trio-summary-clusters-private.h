/* trio-summary-clusters-private.h: shared by the files of the list of clusters. */
#pragma once

#include "app/summary/trio-summary-clusters.h"

G_BEGIN_DECLS

/* A card: a cluster, or the inputs outside of clusters. */
typedef struct
{
  TrioId cluster; /* 0 for those outside */
  GtkWidget *row;
  GtkWidget *check;
  GArray *notes;   /* of TrioId */
  GPtrArray *rows; /* of NoteRow, empty until the card is opened */
} Card;

typedef struct
{
  TrioId note;
  GtkWidget *row;
  GtkWidget *check;
  GtkWidget *used;
} NoteRow;

struct _TrioSummaryClusters
{
  AdwBin parent_instance;

  GtkWidget *list;
  TrioModel *model;
  TrioId theme;
  GPtrArray *cards;
  GHashTable *words;    /* cluster → line of words */
  GHashTable *sentence; /* inputs of the sentence at the caret */
  GHashTable *all;      /* inputs of all sentences */
  gboolean can_link;
  gboolean only_unused;
  gboolean is_filling;
};

Card *trio_summary_card_new (TrioId cluster);
void trio_summary_card_free (gpointer data);
void trio_summary_card_show (TrioSummaryClusters *self, Card *card, gboolean is_open);
void trio_summary_card_name (TrioSummaryClusters *self, Card *card);
void trio_summary_card_fill (TrioSummaryClusters *self, Card *card);
void trio_summary_card_show_state (TrioSummaryClusters *self, Card *card);
void trio_summary_clusters_emit_link (TrioSummaryClusters *self,
                                      const TrioId *notes,
                                      guint n_notes,
                                      gboolean linked);

G_END_DECLS
