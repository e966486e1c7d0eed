/* test-wall.c: what the wall may show, in which colours, and on which page. */
#include "document/wall/trio-wall-colours.h"
#include "document/wall/trio-wall-pages.h"
#include "model/trio-commands.h"
#include "workshop-helpers.h"

static TrioId
add_station (TrioModel *model)
{
  g_autoptr (GError) error = NULL;
  TrioId station = trio_command_add_theme_and_station (model, "Theme", 1, &error);

  g_assert_no_error (error);
  return station;
}

static TrioId
add_note (TrioModel *model, TrioId station, const char *text, gboolean practice)
{
  TrioNoteDraft draft = { .text = text, .practice = practice };
  g_autoptr (GError) error = NULL;
  TrioId id = 0;

  trio_command_add_notes (model, station, &draft, 1, &id, &error);
  g_assert_no_error (error);
  return id;
}

static void
set_int (TrioModel *model, TrioId note, guint field, gint64 number)
{
  g_auto (TrioValue) value = trio_value_int (number);
  g_autoptr (GError) error = NULL;

  trio_command_set_note_field (model, &note, 1, field, &value, &error);
  g_assert_no_error (error);
}

static TrioWallDeck *
make_deck (TrioModel *model, TrioWallShow show, TrioId station)
{
  g_autoptr (TrioSnapshot) snapshot = trio_model_dup_snapshot (model);
  g_autoptr (TrioWallScreen) screen = trio_wall_screen_new ();

  return trio_wall_deck_new (snapshot, screen, show, station);
}

/* The words on the wall, with "|" between the items and a sign for their kind. */
static void
assert_deck (TrioModel *model, TrioWallShow show, TrioId station, const char *expected)
{
  g_autoptr (TrioWallDeck) deck = make_deck (model, show, station);
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < deck->items->len; i++)
    {
      const TrioWallItem *item = g_ptr_array_index (deck->items, i);

      g_string_append_printf (text, "%s%c%s", i > 0 ? "|" : "", "-#=>"[item->kind], item -> text);
      if (item->count > 1)
        g_string_append_printf (text, "*%u", item->count);
    }
  g_assert_cmpstr (text->str, ==, expected);
}

static void
test_only_approved (void)
{
  g_autoptr (TrioModel) model = make_empty_workshop (TRIO_LANGUAGE_DA);
  TrioId station = add_station (model);
  TrioId withheld = add_note (model, station, "Withheld", FALSE);
  TrioId flagged = add_note (model, station, "Flagged", FALSE);
  TrioId cleared;
  g_autoptr (TrioWallDeck) deck = NULL;
  g_autoptr (GError) error = NULL;

  add_note (model, station, "Plain", FALSE);
  add_note (model, station, "Practice", TRUE);
  add_note (model, station, "Ring til mig på 20 45 67 81", FALSE);
  add_note (model, station, "Borgeren 010190-1234 venter", FALSE);
  cleared = add_note (model, station, "Ring til vagten på 86 12 47 93", FALSE);
  g_assert_true (trio_command_withhold_notes (model, &withheld, 1, "why", &error));
  set_int (model, flagged, TRIO_NOTE_FLAG, TRIO_FLAG_RAISED);
  assert_deck (model, TRIO_WALL_NOTES, station, "-Plain");
  assert_deck (model, TRIO_WALL_CLUSTERS, station, "-Plain");
  deck = make_deck (model, TRIO_WALL_NOTES, station);
  g_assert_cmpuint (deck->n_notes, ==, 1);
  g_assert_cmpuint (deck->n_held, ==, 6);

  /* Somebody looked at it and found it harmless. */
  set_int (model, cleared, TRIO_NOTE_FLAG, TRIO_FLAG_CLEARED);
  assert_deck (model, TRIO_WALL_NOTES, station, "-Plain|-Ring til vagten på 86 12 47 93");
  g_assert_true (trio_command_release_notes (model, &withheld, 1, &error));
  assert_deck (model, TRIO_WALL_NOTES, station, "-Withheld|-Plain|-Ring til vagten på 86 12 47 93");
  g_assert_no_error (error);
}

/* An answer that was remembered holds for the words that were looked at, not for the note. */
static void
test_screen_looks_again (void)
{
  g_autoptr (TrioModel) model = make_empty_workshop (TRIO_LANGUAGE_DA);
  TrioId station = add_station (model);
  TrioId note = add_note (model, station, "Plain", FALSE);
  g_autoptr (TrioWallScreen) screen = trio_wall_screen_new ();
  g_autoptr (GError) error = NULL;

  g_assert_true (trio_wall_screen_lets_pass (screen, trio_model_get_record (model, note)));
  g_assert_true (trio_command_set_note_text (model, note, "Skriv til a.b@kommune.dk", &error));
  g_assert_false (trio_wall_screen_lets_pass (screen, trio_model_get_record (model, note)));
  g_assert_true (trio_command_set_note_text (model, note, "Skriv til kommunen", &error));
  g_assert_true (trio_wall_screen_lets_pass (screen, trio_model_get_record (model, note)));
}

static void
test_stacks (void)
{
  g_autoptr (TrioModel) model = make_empty_workshop (TRIO_LANGUAGE_DA);
  TrioId station = add_station (model);
  TrioId first = add_note (model, station, "First", FALSE);
  TrioId second = add_note (model, station, "Second", FALSE);
  g_autoptr (GError) error = NULL;

  set_int (model, second, TRIO_NOTE_STACK, first);
  assert_deck (model, TRIO_WALL_NOTES, station, "-First*2");
  /* When the first may not be shown, the other speaks for itself. */
  g_assert_true (trio_command_withhold_notes (model, &first, 1, "why", &error));
  assert_deck (model, TRIO_WALL_NOTES, station, "-Second");
}

static void
test_clusters_and_playback (void)
{
  g_autoptr (TrioModel) model = make_empty_workshop (TRIO_LANGUAGE_DA);
  TrioId station = add_station (model);
  const TrioId a = add_note (model, station, "a", FALSE);
  const TrioId pair[]
      = { add_note (model, station, "b", FALSE), add_note (model, station, "c", FALSE) };
  const TrioId secret = add_note (model, station, "secret", FALSE);
  g_autoptr (GError) error = NULL;
  const TrioId loose = add_note (model, station, "loose", FALSE);
  TrioId small;

  small = trio_command_make_cluster (model, station, "Small", &a, 1, &error);
  trio_command_make_cluster (model, station, "Large", pair, 2, &error);
  trio_command_make_cluster (model, station, "Hidden", &secret, 1, &error);
  g_assert_true (trio_command_withhold_notes (model, &secret, 1, "why", &error));
  assert_deck (model, TRIO_WALL_CLUSTERS, station, "#Small|-a|#Large*2|-b|-c|#|-loose");
  assert_deck (model, TRIO_WALL_PLAYBACK, station, "=Large*2|>b|=Small|>a");
  /* Votes go before size, and choose the quote. */
  set_int (model, pair[1], TRIO_NOTE_VOTES, 2);
  assert_deck (model, TRIO_WALL_PLAYBACK, station, "=Large*2|>c|=Small|>a");
  g_assert_true (trio_command_set_field (model, small, TRIO_CLUSTER_VOTES, "3", &error));
  assert_deck (model, TRIO_WALL_PLAYBACK, station, "=Small|>a|=Large*2|>c");
  /* What people have chosen is quoted instead, also outside clusters. */
  set_int (model, pair[0], TRIO_NOTE_FLAG, TRIO_FLAG_CHOSEN);
  set_int (model, loose, TRIO_NOTE_FLAG, TRIO_FLAG_CHOSEN);
  assert_deck (model, TRIO_WALL_PLAYBACK, station, "=Small|>a|=Large*2|>b|-loose");
  set_int (model, pair[1], TRIO_NOTE_FLAG, TRIO_FLAG_CHOSEN);
  assert_deck (model, TRIO_WALL_PLAYBACK, station, "=Small|>a|=Large*2|>b|>c|-loose");
  set_int (model, pair[0], TRIO_NOTE_FLAG, TRIO_FLAG_CLEARED);
  set_int (model, loose, TRIO_NOTE_FLAG, TRIO_FLAG_CLEARED);
  /* A title that names somebody is not shown. */
  g_assert_true (
      trio_command_set_field (model, small, TRIO_CLUSTER_TITLE, "Ring 20 45 67 81", &error));
  assert_deck (model, TRIO_WALL_PLAYBACK, station, "=|>a|=Large*2|>c");
  g_assert_no_error (error);
}

static void
test_new_notes_are_counted (void)
{
  g_autoptr (TrioModel) model = make_empty_workshop (TRIO_LANGUAGE_DA);
  TrioId station = add_station (model);
  TrioId note = add_note (model, station, "a", FALSE);
  g_autoptr (TrioWallDeck) before = make_deck (model, TRIO_WALL_NOTES, station);
  g_autoptr (TrioWallDeck) more = NULL;
  g_autoptr (TrioWallDeck) after = NULL;

  add_note (model, station, "b", FALSE);
  add_note (model, station, "practice", TRUE);
  more = make_deck (model, TRIO_WALL_NOTES, station);
  g_assert_cmpuint (trio_wall_deck_count_new (before, more), ==, 1);
  g_assert_false (trio_wall_deck_equal (before, more));
  g_assert_nonnull (trio_wall_deck_find (more, TRIO_WALL_ITEM_NOTE, note));
  set_int (model, note, TRIO_NOTE_STATE, TRIO_NOTE_STATE_WITHHELD);
  after = make_deck (model, TRIO_WALL_NOTES, station);
  g_assert_null (trio_wall_deck_find (after, TRIO_WALL_ITEM_NOTE, note));
  g_assert_cmpuint (trio_wall_deck_count_new (more, after), ==, 0);
  g_assert_true (trio_wall_deck_equal (after, after));
}

static void
test_contrast (void)
{
  g_assert_cmpfloat_with_epsilon (trio_contrast_ratio (0x000000, 0xffffff), 21, 0.001);
  g_assert_cmpfloat_with_epsilon (trio_contrast_ratio (0x777777, 0xffffff), 4.478, 0.001);
  for (int dark = 0; dark < 2; dark++)
    {
      const TrioWallScheme *scheme = trio_wall_scheme_get (dark);

      g_assert_cmpfloat (trio_contrast_ratio (scheme->ink, scheme->ground), >=,
                         TRIO_WALL_MIN_CONTRAST);
      g_assert_cmpfloat (trio_contrast_ratio (scheme->dim, scheme->ground), >=,
                         TRIO_WALL_MIN_CONTRAST);
      for (guint i = 0; i < TRIO_WALL_N_COLOURS; i++)
        {
          g_assert_cmpfloat (trio_contrast_ratio (scheme->card_ink, scheme->cards[i]), >=,
                             TRIO_WALL_MIN_CONTRAST);
          g_assert_cmpfloat (trio_contrast_ratio (scheme->accents[i], scheme->ground), >=,
                             TRIO_WALL_MIN_CONTRAST);
        }
    }
}

/* Letters of one width: as wide as 0.8 of their size, lines 1.7 of it. */
static int
measure (const TrioWallItem *item,
         const char *text,
         gsize length,
         int width,
         double size,
         int *widest,
         gpointer user_data)
{
  g_autofree char *words = g_strndup (text, length);
  g_auto (GStrv) split = g_strsplit (words, " ", -1);
  int letter = (int)(0.8 * size);
  int per_line = MAX (1, (width - 20) / letter);
  int n_lines = 1;
  int column = 0;

  *widest = 0;
  for (guint i = 0; split[i] != NULL; i++)
    {
      int n = (int)g_utf8_strlen (split[i], -1);

      *widest = MAX (*widest, n * letter + 20);
      if (column > 0 && column + 1 + n > per_line)
        {
          n_lines++;
          column = 0;
        }
      column += n + (column > 0);
      n_lines += (MAX (1, column) - 1) / per_line;
      column = column > per_line ? (column - 1) % per_line + 1 : column;
    }
  return n_lines * (int)(1.7 * size) + 20;
}

static char *
make_words (GRand *random, guint n)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < n; i++)
    {
      guint length = g_rand_int_range (random, 1, g_rand_int_range (random, 2, 40));

      if (i > 0)
        g_string_append_c (text, ' ');
      for (guint j = 0; j < length; j++)
        g_string_append (text, g_rand_boolean (random) ? "å" : "n");
    }
  return g_string_free (text, FALSE);
}

static TrioWallDeck *
make_random_deck (GRand *random)
{
  TrioWallDeck *deck = g_new0 (TrioWallDeck, 1);
  guint n = g_rand_int_range (random, 0, 40);

  deck->items = g_ptr_array_new ();
  for (guint i = 0; i < n; i++)
    {
      TrioWallItem *item = g_new0 (TrioWallItem, 1);

      item->kind = g_rand_int_range (random, 0, 6);
      if (item->kind > TRIO_WALL_ITEM_QUOTE)
        item->kind = TRIO_WALL_ITEM_NOTE;
      item->id = i + 1;
      item->text
          = make_words (random, g_rand_int_range (random, 1, g_rand_int_range (random, 2, 120)));
      g_ptr_array_add (deck->items, item);
    }
  return deck;
}

static void
free_random_deck (TrioWallDeck *deck)
{
  for (guint i = 0; i < deck->items->len; i++)
    {
      g_free (((TrioWallItem *)g_ptr_array_index (deck->items, i))->text);
      g_free (g_ptr_array_index (deck->items, i));
    }
  trio_wall_deck_free (deck);
}

static gboolean
overlap (const TrioWallSlot *a, const TrioWallSlot *b)
{
  return a->page == b->page && a->x < b->x + b->width && b->x < a->x + a->width
         && a->y < b->y + b->height && b->y < a->y + a->height;
}

static void
check_pages (const TrioWallDeck *deck, const TrioWallFrame *frame, GArray *slots)
{
  guint item = 0;
  gsize byte = 0;
  guint page = 0;

  for (guint i = 0; i < slots->len; i++)
    {
      const TrioWallSlot *slot = &g_array_index (slots, TrioWallSlot, i);
      const TrioWallItem *shown = g_ptr_array_index (deck->items, slot->item);
      int widest;

      g_assert_cmpint (slot->x, >=, 0);
      g_assert_cmpint (slot->y, >=, 0);
      g_assert_cmpint (slot->x + slot->width, <=, frame->width);
      g_assert_cmpint (slot->y + slot->height, <=, frame->height);
      g_assert_cmpfloat (slot->size, >=, TRIO_WALL_MIN_SIZE);
      g_assert_cmpuint (slot->page, >=, page);
      g_assert_cmpuint (slot->page, <=, page + 1);
      page = slot->page;
      /* What stands there fits. */
      g_assert_cmpint (measure (shown, shown->text + slot->start, slot->end - slot->start,
                                slot->width, slot->size, &widest, NULL),
                       <=, slot->height);
      for (guint j = 0; j < i; j++)
        g_assert_false (overlap (slot, &g_array_index (slots, TrioWallSlot, j)));
      if (slot->again)
        continue;
      /* Every word is there once, in order. */
      g_assert_cmpuint (slot->item, ==, item);
      g_assert_cmpuint (slot->start, ==, byte);
      g_assert_cmpuint (slot->end, >, byte);
      byte = slot->end;
      if (byte == strlen (shown->text))
        {
          item++;
          byte = 0;
        }
    }
  g_assert_cmpuint (item, ==, deck->items->len);
}

static void
test_pages_keep_every_word (void)
{
  guint32 seed = g_test_rand_int ();
  g_autoptr (GRand) random = g_rand_new_with_seed (seed);

  g_test_message ("seed %u", seed);
  for (guint i = 0; i < 300; i++)
    {
      TrioWallDeck *deck = make_random_deck (random);
      TrioWallFrame frame = { .width = g_rand_int_range (random, 500, 1900),
                              .height = g_rand_int_range (random, 260, 900),
                              .gap = 18,
                              .column = g_rand_int_range (random, 150, 900),
                              .size = g_rand_double_range (random, 24, 96) };
      g_autoptr (GArray) slots = trio_wall_paginate (deck, &frame, measure, NULL);

      check_pages (deck, &frame, slots);
      free_random_deck (deck);
    }
}

static void
test_same_pages_for_the_same_notes (void)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (5);
  TrioWallDeck *deck = make_random_deck (random);
  const TrioWallFrame frame = { 1240, 430, 18, 260, 28 };
  g_autoptr (GArray) once = trio_wall_paginate (deck, &frame, measure, NULL);
  g_autoptr (GArray) again = trio_wall_paginate (deck, &frame, measure, NULL);

  /* Field by field: between the fields of a slot lie bytes that nobody sets. */
  g_assert_cmpuint (once->len, ==, again->len);
  for (guint i = 0; i < once->len; i++)
    {
      const TrioWallSlot *one = &g_array_index (once, TrioWallSlot, i);
      const TrioWallSlot *other = &g_array_index (again, TrioWallSlot, i);

      g_assert_cmpuint (one->item, ==, other->item);
      g_assert_cmpuint (one->page, ==, other->page);
      g_assert_cmpint (one->x, ==, other->x);
      g_assert_cmpint (one->y, ==, other->y);
      g_assert_cmpint (one->width, ==, other->width);
      g_assert_cmpint (one->height, ==, other->height);
      g_assert_cmpfloat (one->size, ==, other->size);
      g_assert_cmpuint (one->start, ==, other->start);
      g_assert_cmpuint (one->end, ==, other->end);
      g_assert_true (one->again == other->again);
    }
  g_assert_cmpuint (trio_wall_count_pages (once), >=, 1);
  free_random_deck (deck);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/wall/only-approved", test_only_approved);
  g_test_add_func ("/wall/screen-looks-again", test_screen_looks_again);
  g_test_add_func ("/wall/stacks", test_stacks);
  g_test_add_func ("/wall/clusters-and-playback", test_clusters_and_playback);
  g_test_add_func ("/wall/new-notes-are-counted", test_new_notes_are_counted);
  g_test_add_func ("/wall/contrast", test_contrast);
  g_test_add_func ("/wall/pages-keep-every-word", test_pages_keep_every_word);
  g_test_add_func ("/wall/same-pages-for-the-same-notes", test_same_pages_for_the_same_notes);
  return g_test_run ();
}
