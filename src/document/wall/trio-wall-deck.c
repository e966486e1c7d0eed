/* trio-wall-deck.c: what the wall shows of one station or theme, in order. */
#include "config.h"

#include "document/wall/trio-wall-deck.h"

typedef struct
{
  TrioSnapshot *snapshot;
  TrioWallScreen *screen;
  TrioWallDeck *deck;
  GHashTable *copies; /* TrioId of the first of a stack → how many it stands for */
} Maker;

static void
free_item (gpointer data)
{
  TrioWallItem *item = data;

  g_free (item->text);
  g_free (item);
}

static TrioWallItem *
add_item (Maker *maker, TrioWallItemKind kind, TrioId id, const char *text)
{
  TrioWallItem *item = g_new0 (TrioWallItem, 1);

  item->kind = kind;
  item->id = id;
  item->text = g_strdup (text != NULL ? text : "");
  item->count = 1;
  g_ptr_array_add (maker->deck->items, item);
  return item;
}

/* The note that @note lies under, when that one may be shown at the same station. */
static TrioId
find_first_of_stack (Maker *maker, const TrioRecord *note)
{
  TrioId id = trio_record_get_ref (note, TRIO_NOTE_STACK);
  const TrioRecord *first = id != 0 ? trio_snapshot_get (maker->snapshot, id) : NULL;

  if (first == NULL || trio_record_get_ref (first, TRIO_NOTE_STACK) != 0
      || trio_record_get_ref (first, TRIO_NOTE_STATION)
             != trio_record_get_ref (note, TRIO_NOTE_STATION)
      || !trio_wall_screen_lets_pass (maker->screen, first))
    return 0;
  return id;
}

/* Drops what must not be shown, and what lies under another note. */
static GPtrArray *
sift (Maker *maker, GPtrArray *notes, gboolean counting)
{
  GPtrArray *kept = g_ptr_array_new ();

  for (guint i = 0; i < notes->len; i++)
    {
      const TrioRecord *note = g_ptr_array_index (notes, i);
      gboolean passes = trio_wall_screen_lets_pass (maker->screen, note);
      TrioId first;

      if (counting && passes)
        maker->deck->n_notes++;
      else if (counting)
        maker->deck->n_held++;
      if (!passes)
        continue;
      first = find_first_of_stack (maker, note);
      if (first == 0)
        g_ptr_array_add (kept, (gpointer)note);
      else if (counting)
        {
          guint n = GPOINTER_TO_UINT (g_hash_table_lookup (maker->copies, &first));

          g_hash_table_replace (maker->copies, g_memdup2 (&first, sizeof first),
                                GUINT_TO_POINTER (n + 1));
        }
    }
  return kept;
}

static void
add_notes (Maker *maker, GPtrArray *notes)
{
  for (guint i = 0; i < notes->len; i++)
    {
      const TrioRecord *note = g_ptr_array_index (notes, i);
      TrioWallItem *item = add_item (maker, TRIO_WALL_ITEM_NOTE, note->id,
                                     trio_record_get_text (note, TRIO_NOTE_TEXT));

      item->colour = trio_record_get_int (note, TRIO_NOTE_COLOUR);
      item->votes = trio_record_get_int (note, TRIO_NOTE_VOTES);
      item->count += GPOINTER_TO_UINT (g_hash_table_lookup (maker->copies, &note->id));
    }
}

/* Titles of clusters are typed in a hurry, too. */
static const char *
get_title (const TrioRecord *cluster)
{
  const char *title = trio_record_get_text (cluster, TRIO_CLUSTER_TITLE);

  return title != NULL && trio_wall_screen_lets_words_pass (title) ? title : "";
}

static guint
count_all (Maker *maker, GPtrArray *notes)
{
  guint n = 0;

  for (guint i = 0; i < notes->len; i++)
    {
      const TrioRecord *note = g_ptr_array_index (notes, i);

      n += 1 + GPOINTER_TO_UINT (g_hash_table_lookup (maker->copies, &note->id));
    }
  return n;
}

static gint64
sum_votes (GPtrArray *notes)
{
  gint64 votes = 0;

  for (guint i = 0; i < notes->len; i++)
    votes += trio_record_get_int (g_ptr_array_index (notes, i), TRIO_NOTE_VOTES);
  return votes;
}

static gint64
get_theme_colour (Maker *maker, const TrioRecord *cluster)
{
  const TrioRecord *station
      = trio_snapshot_get (maker->snapshot, trio_record_get_ref (cluster, TRIO_CLUSTER_STATION));
  const TrioRecord *theme
      = station != NULL
            ? trio_snapshot_get (maker->snapshot, trio_record_get_ref (station, TRIO_STATION_THEME))
            : NULL;

  return theme != NULL ? trio_record_get_int (theme, TRIO_THEME_COLOUR) : 0;
}

static TrioWallItem *
add_cluster (Maker *maker, TrioWallItemKind kind, const TrioRecord *cluster, GPtrArray *notes)
{
  TrioWallItem *item = add_item (maker, kind, cluster->id, get_title (cluster));
  gint64 votes = trio_record_get_int (cluster, TRIO_CLUSTER_VOTES);

  item->colour = get_theme_colour (maker, cluster);
  item->count = count_all (maker, notes);
  item->votes = votes > 0 ? votes : sum_votes (notes);
  return item;
}

static void
add_clusters (Maker *maker, TrioId station, GPtrArray *all)
{
  g_autoptr (GPtrArray) clusters = trio_snapshot_dup_children (maker->snapshot, TRIO_KIND_CLUSTER,
                                                               TRIO_CLUSTER_STATION, station);
  g_autoptr (GPtrArray) rest = g_ptr_array_new ();
  guint n_shown = 0;

  for (guint i = 0; i < clusters->len; i++)
    {
      const TrioRecord *cluster = g_ptr_array_index (clusters, i);
      g_autoptr (GPtrArray) notes = trio_snapshot_dup_children (maker->snapshot, TRIO_KIND_NOTE,
                                                                TRIO_NOTE_CLUSTER, cluster->id);
      g_autoptr (GPtrArray) kept = sift (maker, notes, FALSE);

      if (kept->len == 0)
        continue;
      add_cluster (maker, TRIO_WALL_ITEM_HEADING, cluster, kept);
      add_notes (maker, kept);
      n_shown++;
    }
  for (guint i = 0; i < all->len; i++)
    if (trio_record_is_null (g_ptr_array_index (all, i), TRIO_NOTE_CLUSTER))
      g_ptr_array_add (rest, g_ptr_array_index (all, i));
  if (rest->len > 0 && n_shown > 0)
    {
      TrioWallItem *item = add_item (maker, TRIO_WALL_ITEM_HEADING, 0, "");

      item->count = count_all (maker, rest);
      item->colour = TRIO_COLOUR_GREY;
    }
  add_notes (maker, rest);
}

static gboolean
is_chosen (const TrioRecord *note)
{
  return trio_record_get_int (note, TRIO_NOTE_FLAG) == TRIO_FLAG_CHOSEN;
}

/* The note that speaks for a cluster when nobody has chosen one: one that the summary rests on,
 * then the one with most votes, then the one that was put first. */
static const TrioRecord *
choose_quote (Maker *maker, GPtrArray *notes)
{
  GPtrArray *links = trio_snapshot_get_all (maker->snapshot, TRIO_KIND_LINK);
  const TrioRecord *best = NULL;
  gint64 best_score = -1;

  for (guint i = 0; i < notes->len; i++)
    {
      const TrioRecord *note = g_ptr_array_index (notes, i);
      gint64 score = trio_record_get_int (note, TRIO_NOTE_VOTES);

      for (guint j = 0; j < links->len; j++)
        if (trio_record_get_ref (g_ptr_array_index (links, j), TRIO_LINK_NOTE) == note->id)
          {
            score += G_GINT64_CONSTANT (1000000);
            break;
          }
      if (score > best_score)
        {
          best = note;
          best_score = score;
        }
    }
  return best;
}

typedef struct
{
  const TrioRecord *cluster;
  GPtrArray *notes;
  gint64 votes;
  guint count;
  guint order;
} Ranked;

static void
clear_ranked (gpointer data)
{
  g_ptr_array_unref (((Ranked *)data)->notes);
}

static int
compare_ranked (gconstpointer a, gconstpointer b)
{
  const Ranked *one = a;
  const Ranked *other = b;

  if (one->votes != other->votes)
    return one->votes > other->votes ? -1 : 1;
  if (one->count != other->count)
    return one->count > other->count ? -1 : 1;
  return one->order < other->order ? -1 : one->order > other->order;
}

static void
rank_clusters (Maker *maker, TrioId station, GArray *ranked)
{
  g_autoptr (GPtrArray) clusters = trio_snapshot_dup_children (maker->snapshot, TRIO_KIND_CLUSTER,
                                                               TRIO_CLUSTER_STATION, station);

  for (guint i = 0; i < clusters->len; i++)
    {
      const TrioRecord *cluster = g_ptr_array_index (clusters, i);
      g_autoptr (GPtrArray) notes = trio_snapshot_dup_children (maker->snapshot, TRIO_KIND_NOTE,
                                                                TRIO_NOTE_CLUSTER, cluster->id);
      GPtrArray *kept = sift (maker, notes, FALSE);
      gint64 votes = trio_record_get_int (cluster, TRIO_CLUSTER_VOTES);
      Ranked one = { cluster, kept, votes > 0 ? votes : sum_votes (kept), count_all (maker, kept),
                     ranked->len };

      if (kept->len == 0)
        g_ptr_array_unref (kept);
      else
        g_array_append_val (ranked, one);
    }
}

static void
add_quote (Maker *maker, const TrioRecord *note)
{
  add_item (maker, TRIO_WALL_ITEM_QUOTE, note->id, trio_record_get_text (note, TRIO_NOTE_TEXT));
}

/* What people have chosen speaks for a cluster, else one note that the program takes. */
static void
add_quotes (Maker *maker, GPtrArray *notes)
{
  const TrioRecord *quote;
  guint n = 0;

  for (guint i = 0; i < notes->len; i++)
    if (is_chosen (g_ptr_array_index (notes, i)))
      {
        add_quote (maker, g_ptr_array_index (notes, i));
        n++;
      }
  quote = n == 0 ? choose_quote (maker, notes) : NULL;
  if (quote != NULL)
    add_quote (maker, quote);
}

/* Chosen notes outside clusters stand by themselves, after the clusters. */
static void
add_loose_quotes (Maker *maker, GPtrArray *notes)
{
  g_autoptr (GPtrArray) chosen = g_ptr_array_new ();

  for (guint i = 0; i < notes->len; i++)
    {
      const TrioRecord *note = g_ptr_array_index (notes, i);

      if (is_chosen (note) && trio_record_is_null (note, TRIO_NOTE_CLUSTER))
        g_ptr_array_add (chosen, (gpointer)note);
    }
  add_notes (maker, chosen);
}

static void
add_playback (Maker *maker, TrioId theme)
{
  g_autoptr (GArray) ranked = g_array_new (FALSE, FALSE, sizeof (Ranked));
  g_autoptr (GPtrArray) stations
      = trio_snapshot_dup_children (maker->snapshot, TRIO_KIND_STATION, TRIO_STATION_THEME, theme);
  g_autoptr (GPtrArray) loose = g_ptr_array_new ();

  g_array_set_clear_func (ranked, clear_ranked);
  for (guint i = 0; i < stations->len; i++)
    {
      const TrioRecord *station = g_ptr_array_index (stations, i);
      g_autoptr (GPtrArray) notes = trio_snapshot_dup_children (maker->snapshot, TRIO_KIND_NOTE,
                                                                TRIO_NOTE_STATION, station->id);
      g_autoptr (GPtrArray) kept = sift (maker, notes, TRUE);

      rank_clusters (maker, station->id, ranked);
      g_ptr_array_extend (loose, kept, NULL, NULL);
    }
  g_array_sort (ranked, compare_ranked);
  for (guint i = 0; i < ranked->len; i++)
    {
      Ranked *one = &g_array_index (ranked, Ranked, i);

      add_cluster (maker, TRIO_WALL_ITEM_CLUSTER, one->cluster, one->notes);
      add_quotes (maker, one->notes);
    }
  add_loose_quotes (maker, loose);
}

/**
 * trio_wall_deck_new:
 * @snapshot: a workshop
 * @screen: decides which notes may be shown
 * @show: what is shown
 * @station: number of a station; for %TRIO_WALL_PLAYBACK all of its theme is shown
 *
 * Collects what the wall shows. A stack is one note that says how many it stands for. Clusters
 * are played back with the most votes first, then the most notes, each with the notes that were
 * chosen to be quoted, or with one.
 *
 * Returns: (transfer full): the deck
 */
TrioWallDeck *
trio_wall_deck_new (TrioSnapshot *snapshot,
                    TrioWallScreen *screen,
                    TrioWallShow show,
                    TrioId station)
{
  TrioWallDeck *deck = g_new0 (TrioWallDeck, 1);
  const TrioRecord *record = station != 0 ? trio_snapshot_get (snapshot, station) : NULL;
  g_autoptr (GHashTable) copies = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  Maker maker = { snapshot, screen, deck, copies };

  deck->items = g_ptr_array_new_with_free_func (free_item);
  if (record == NULL || record->kind != TRIO_KIND_STATION)
    return deck;
  if (show == TRIO_WALL_PLAYBACK)
    add_playback (&maker, trio_record_get_ref (record, TRIO_STATION_THEME));
  else
    {
      g_autoptr (GPtrArray) notes
          = trio_snapshot_dup_children (snapshot, TRIO_KIND_NOTE, TRIO_NOTE_STATION, station);
      g_autoptr (GPtrArray) kept = sift (&maker, notes, TRUE);

      if (show == TRIO_WALL_CLUSTERS)
        add_clusters (&maker, station, kept);
      else
        add_notes (&maker, kept);
    }
  return deck;
}

/**
 * trio_wall_deck_free:
 * @deck: (transfer full) (nullable): a deck
 *
 * Frees a deck.
 */
void
trio_wall_deck_free (TrioWallDeck *deck)
{
  if (deck == NULL)
    return;
  g_ptr_array_unref (deck->items);
  g_free (deck);
}

/**
 * trio_wall_deck_find:
 * @deck: a deck
 * @kind: what is looked for
 * @id: its number
 *
 * Returns: (transfer none) (nullable): the item
 */
const TrioWallItem *
trio_wall_deck_find (const TrioWallDeck *deck, TrioWallItemKind kind, TrioId id)
{
  for (guint i = 0; i < deck->items->len; i++)
    {
      const TrioWallItem *item = g_ptr_array_index (deck->items, i);

      if (item->kind == kind && item->id == id)
        return item;
    }
  return NULL;
}

/**
 * trio_wall_deck_count_new:
 * @deck: a deck
 * @newer: a deck of the same station, made later
 *
 * Returns: how many notes may be shown now that may not have been, or were not there
 */
guint
trio_wall_deck_count_new (const TrioWallDeck *deck, const TrioWallDeck *newer)
{
  g_autoptr (GHashTable) known = g_hash_table_new (g_int64_hash, g_int64_equal);
  guint n = 0;

  for (guint i = 0; i < deck->items->len; i++)
    {
      TrioWallItem *item = g_ptr_array_index (deck->items, i);

      if (item->kind == TRIO_WALL_ITEM_NOTE)
        g_hash_table_add (known, &item->id);
    }
  for (guint i = 0; i < newer->items->len; i++)
    {
      TrioWallItem *item = g_ptr_array_index (newer->items, i);

      if (item->kind == TRIO_WALL_ITEM_NOTE && !g_hash_table_contains (known, &item->id))
        n++;
    }
  return n;
}

/**
 * trio_wall_deck_equal:
 * @a: a deck
 * @b: another one
 *
 * Returns: whether both look the same
 */
gboolean
trio_wall_deck_equal (const TrioWallDeck *a, const TrioWallDeck *b)
{
  if (a->items->len != b->items->len)
    return FALSE;
  for (guint i = 0; i < a->items->len; i++)
    {
      const TrioWallItem *one = g_ptr_array_index (a->items, i);
      const TrioWallItem *other = g_ptr_array_index (b->items, i);

      if (one->kind != other->kind || one->id != other->id || one->colour != other->colour
          || one->count != other->count || one->votes != other->votes
          || !g_str_equal (one->text, other->text))
        return FALSE;
    }
  return TRUE;
}
