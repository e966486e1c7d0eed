/* trio-summary-clusters.c: the inputs of a theme by cluster, as what a summary rests on.
 *
 * Each cluster is a card that opens; each input in it has a check mark that says whether the
 * sentence at the caret rests on it. So linking needs no dragging and no selecting.
 */
#include "config.h"

#include "app/summary/trio-summary-clusters-private.h"
#include "app/trio-compat.h"

#include <glib/gi18n.h>

G_DEFINE_FINAL_TYPE (TrioSummaryClusters, trio_summary_clusters, ADW_TYPE_BIN)

enum
{
  LINK,
  MENU_WANTED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static gboolean
has (GHashTable *set, TrioId id)
{
  return set != NULL && g_hash_table_contains (set, &id);
}

static void
show_states (TrioSummaryClusters *self)
{
  self->is_filling = TRUE;
  for (guint i = 0; i < self->cards->len; i++)
    trio_summary_card_show_state (self, self->cards->pdata[i]);
  self->is_filling = FALSE;
}

static Card *
add_card (TrioSummaryClusters *self, TrioId cluster)
{
  Card *card = trio_summary_card_new (cluster);

  g_ptr_array_add (self->cards, card);
  return card;
}

static Card *
find_card (TrioSummaryClusters *self, TrioId cluster)
{
  for (guint i = 0; i < self->cards->len; i++)
    if (((Card *)self->cards->pdata[i])->cluster == cluster)
      return self->cards->pdata[i];
  return NULL;
}

static void
collect_station (TrioSummaryClusters *self, TrioSnapshot *snapshot, TrioId station)
{
  g_autoptr (GPtrArray) clusters
      = trio_snapshot_dup_children (snapshot, TRIO_KIND_CLUSTER, TRIO_CLUSTER_STATION, station);

  for (guint i = 0; i < clusters->len; i++)
    {
      const TrioRecord *cluster = clusters->pdata[i];
      g_autoptr (GPtrArray) notes
          = trio_snapshot_dup_children (snapshot, TRIO_KIND_NOTE, TRIO_NOTE_CLUSTER, cluster->id);
      Card *card = add_card (self, cluster->id);

      for (guint j = 0; j < notes->len; j++)
        if (trio_record_get_int (notes->pdata[j], TRIO_NOTE_STATE) == TRIO_NOTE_STATE_NORMAL)
          g_array_append_val (card->notes, ((const TrioRecord *)notes->pdata[j])->id);
    }
}

static void
collect_loose (TrioSnapshot *snapshot, TrioId station, Card *card)
{
  g_autoptr (GPtrArray) notes
      = trio_snapshot_dup_children (snapshot, TRIO_KIND_NOTE, TRIO_NOTE_STATION, station);

  for (guint i = 0; i < notes->len; i++)
    if (trio_record_get_ref (notes->pdata[i], TRIO_NOTE_CLUSTER) == 0
        && trio_record_get_int (notes->pdata[i], TRIO_NOTE_STATE) == TRIO_NOTE_STATE_NORMAL)
      g_array_append_val (card->notes, ((const TrioRecord *)notes->pdata[i])->id);
}

static void
collect (TrioSummaryClusters *self)
{
  g_autoptr (TrioSnapshot) snapshot = trio_model_dup_snapshot (self->model);
  g_autoptr (GPtrArray) stations
      = trio_snapshot_dup_children (snapshot, TRIO_KIND_STATION, TRIO_STATION_THEME, self->theme);
  Card *loose;

  for (guint i = 0; i < stations->len; i++)
    collect_station (self, snapshot, ((const TrioRecord *)stations->pdata[i])->id);
  loose = add_card (self, 0);
  for (guint i = 0; i < stations->len; i++)
    collect_loose (snapshot, ((const TrioRecord *)stations->pdata[i])->id, loose);
  if (loose->notes->len == 0)
    g_ptr_array_remove (self->cards, loose);
}

static void
clear (TrioSummaryClusters *self)
{
  GtkWidget *row;

  while ((row = gtk_widget_get_first_child (self->list)) != NULL)
    gtk_list_box_remove (GTK_LIST_BOX (self->list), row);
  g_ptr_array_set_size (self->cards, 0);
}

static void
trio_summary_clusters_dispose (GObject *object)
{
  TrioSummaryClusters *self = TRIO_SUMMARY_CLUSTERS (object);

  if (self->list != NULL)
    clear (self);
  self->list = NULL;
  g_clear_object (&self->model);

  G_OBJECT_CLASS (trio_summary_clusters_parent_class)->dispose (object);
}

static void
trio_summary_clusters_finalize (GObject *object)
{
  TrioSummaryClusters *self = TRIO_SUMMARY_CLUSTERS (object);

  g_ptr_array_unref (self->cards);
  g_hash_table_unref (self->words);
  g_clear_pointer (&self->sentence, g_hash_table_unref);
  g_clear_pointer (&self->all, g_hash_table_unref);

  G_OBJECT_CLASS (trio_summary_clusters_parent_class)->finalize (object);
}

static gboolean
trio_summary_clusters_grab_focus (GtkWidget *widget)
{
  return gtk_widget_child_focus (TRIO_SUMMARY_CLUSTERS (widget)->list, GTK_DIR_TAB_FORWARD);
}

static void
trio_summary_clusters_class_init (TrioSummaryClustersClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = trio_summary_clusters_dispose;
  G_OBJECT_CLASS (klass)->finalize = trio_summary_clusters_finalize;
  GTK_WIDGET_CLASS (klass)->grab_focus = trio_summary_clusters_grab_focus;
  trio_compat_focus_children (GTK_WIDGET_CLASS (klass));

  /**
   * TrioSummaryClusters::link:
   * @self: the list
   * @ids: (type GArray): numbers of inputs
   * @linked: whether the sentence at the caret is to rest on them
   *
   * A check mark was set or taken away.
   */
  signals[LINK] = g_signal_new ("link", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                NULL, G_TYPE_NONE, 2, G_TYPE_POINTER, G_TYPE_BOOLEAN);
  /**
   * TrioSummaryClusters::menu-wanted:
   * @self: the list
   * @note: number of an input
   * @row: its row
   * @x: where on it
   * @y: the same
   *
   * The menu of an input was asked for, with the pointer or a key.
   */
  signals[MENU_WANTED] = g_signal_new ("menu-wanted", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST,
                                       0, NULL, NULL, NULL, G_TYPE_NONE, 4, G_TYPE_INT64,
                                       GTK_TYPE_WIDGET, G_TYPE_DOUBLE, G_TYPE_DOUBLE);
}

static void
trio_summary_clusters_init (TrioSummaryClusters *self)
{
  self->cards = g_ptr_array_new_with_free_func (trio_summary_card_free);
  self->words = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, g_free);
  self->list = gtk_list_box_new ();
  gtk_list_box_set_selection_mode (GTK_LIST_BOX (self->list), GTK_SELECTION_NONE);
  gtk_widget_add_css_class (self->list, "trio-clusters");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->list), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Clusters of the theme"), -1);
  adw_bin_set_child (ADW_BIN (self), self->list);
}

/**
 * trio_summary_clusters_show:
 * @self: the list
 * @model: (nullable): the workshop, or %NULL to let go
 * @theme: number of a theme, or 0
 *
 * Shows the inputs of a theme, with all cards closed.
 */
void
trio_summary_clusters_show (TrioSummaryClusters *self, TrioModel *model, TrioId theme)
{
  TrioModel *shown = theme != 0 ? model : NULL;

  g_return_if_fail (TRIO_IS_SUMMARY_CLUSTERS (self));

  clear (self);
  g_hash_table_remove_all (self->words);
  g_set_object (&self->model, shown);
  self->theme = theme;
  trio_summary_clusters_update (self);
}

/**
 * trio_summary_clusters_update:
 * @self: the list
 *
 * Follows changes of inputs and clusters. Cards that were open stay open.
 */
void
trio_summary_clusters_update (TrioSummaryClusters *self)
{
  g_autoptr (GHashTable) open = NULL;

  g_return_if_fail (TRIO_IS_SUMMARY_CLUSTERS (self));

  open = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  for (guint i = 0; i < self->cards->len; i++)
    {
      Card *card = self->cards->pdata[i];

      if (adw_expander_row_get_expanded (ADW_EXPANDER_ROW (card->row)))
        g_hash_table_add (open, g_memdup2 (&card->cluster, sizeof card->cluster));
    }
  clear (self);
  if (self->model == NULL || trio_model_get_object (self->model, self->theme) == NULL)
    return;
  collect (self);
  for (guint i = 0; i < self->cards->len; i++)
    {
      Card *card = self->cards->pdata[i];

      trio_summary_card_show (self, card, has (open, card->cluster) || self->only_unused);
    }
  show_states (self);
}

/**
 * trio_summary_clusters_set_linked:
 * @self: the list
 * @sentence: (element-type TrioId guint): inputs that the sentence at the caret rests on
 * @all: (element-type TrioId guint): inputs that any sentence rests on
 * @can_link: whether links can be made
 *
 * Shows which inputs are used.
 */
void
trio_summary_clusters_set_linked (TrioSummaryClusters *self,
                                  GHashTable *sentence,
                                  GHashTable *all,
                                  gboolean can_link)
{
  g_return_if_fail (TRIO_IS_SUMMARY_CLUSTERS (self));

  g_hash_table_ref (sentence);
  g_hash_table_ref (all);
  g_clear_pointer (&self->sentence, g_hash_table_unref);
  g_clear_pointer (&self->all, g_hash_table_unref);
  self->sentence = sentence;
  self->all = all;
  self->can_link = can_link;
  show_states (self);
}

/**
 * trio_summary_clusters_set_only_unused:
 * @self: the list
 * @only_unused: whether to show only inputs that no sentence rests on
 *
 * Shows what is left to use, with all cards open; or everything.
 */
void
trio_summary_clusters_set_only_unused (TrioSummaryClusters *self, gboolean only_unused)
{
  g_return_if_fail (TRIO_IS_SUMMARY_CLUSTERS (self));

  self->only_unused = only_unused;
  for (guint i = 0; i < self->cards->len; i++)
    adw_expander_row_set_expanded (ADW_EXPANDER_ROW (((Card *)self->cards->pdata[i])->row),
                                   only_unused);
  show_states (self);
}

/**
 * trio_summary_clusters_set_words:
 * @self: the list
 * @cluster: number of a cluster, or 0 for the inputs outside
 * @words: a line that says what it is about
 *
 * Sets the line below the title of a card.
 */
void
trio_summary_clusters_set_words (TrioSummaryClusters *self, TrioId cluster, const char *words)
{
  Card *card;

  g_return_if_fail (TRIO_IS_SUMMARY_CLUSTERS (self));

  g_hash_table_insert (self->words, g_memdup2 (&cluster, sizeof cluster), g_strdup (words));
  card = find_card (self, cluster);
  if (card != NULL)
    trio_summary_card_name (self, card);
}

/**
 * trio_summary_clusters_get_n_clusters:
 * @self: the list
 *
 * Returns: how many clusters there are
 */
guint
trio_summary_clusters_get_n_clusters (TrioSummaryClusters *self)
{
  g_return_val_if_fail (TRIO_IS_SUMMARY_CLUSTERS (self), 0);

  return self->cards->len - (find_card (self, 0) != NULL ? 1 : 0);
}

/**
 * trio_summary_clusters_get_n_notes:
 * @self: the list
 *
 * Returns: how many inputs of the theme documents show
 */
guint
trio_summary_clusters_get_n_notes (TrioSummaryClusters *self)
{
  guint n = 0;

  g_return_val_if_fail (TRIO_IS_SUMMARY_CLUSTERS (self), 0);

  for (guint i = 0; i < self->cards->len; i++)
    n += ((Card *)self->cards->pdata[i])->notes->len;
  return n;
}

/**
 * trio_summary_clusters_reveal:
 * @self: the list
 * @note: number of an input
 *
 * Opens the card that holds an input and gives the input the focus.
 *
 * Returns: whether the theme has it
 */
gboolean
trio_summary_clusters_reveal (TrioSummaryClusters *self, TrioId note)
{
  g_return_val_if_fail (TRIO_IS_SUMMARY_CLUSTERS (self), FALSE);

  for (guint i = 0; i < self->cards->len; i++)
    {
      Card *card = self->cards->pdata[i];

      for (guint j = 0; j < card->notes->len; j++)
        {
          if (g_array_index (card->notes, TrioId, j) != note)
            continue;
          adw_expander_row_set_expanded (ADW_EXPANDER_ROW (card->row), TRUE);
          trio_summary_card_fill (self, card);
          return gtk_widget_grab_focus (((NoteRow *)card->rows->pdata[j])->row);
        }
    }
  return FALSE;
}

/**
 * trio_summary_clusters_emit_link:
 * @self: the list
 * @notes: numbers of inputs
 * @n_notes: how many
 * @linked: whether the sentence at the caret is to rest on them
 *
 * Asks for links, or for their end.
 */
void
trio_summary_clusters_emit_link (TrioSummaryClusters *self,
                                 const TrioId *notes,
                                 guint n_notes,
                                 gboolean linked)
{
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (TrioId));

  g_array_append_vals (ids, notes, n_notes);
  g_signal_emit (self, signals[LINK], 0, ids, linked);
}
