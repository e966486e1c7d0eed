/* samples-random.c: trees with any blocks in any order; the seed is part of their name. */
#include "samples.h"

#include <string.h>

#define MAX_BLOCKS 60

static const char *const words[]
    = { "velfærd", "borger", "”citat”", "A/B", "– tanke –", "&", "<ord>", "æøå", "(H)",
        "12",      "fx",     "\001",    "{x}", "]]>",       "*", "🎉",     "Å",   "linje\nskift" };

static TrioInlines *
make_text (GRand *rand)
{
  TrioInlines *inlines = trio_inlines_new_text ("Ord");
  guint n = g_rand_int_range (rand, 1, 20);

  for (guint i = 0; i < n; i++)
    {
      const char *word = words[g_rand_int_range (rand, 0, G_N_ELEMENTS (words))];

      trio_inlines_add_text (inlines, " ");
      switch (g_rand_int_range (rand, 0, 12))
        {
        case 0:
          trio_inlines_add_strong (inlines, word);
          break;
        case 1:
          trio_inlines_add_emphasis (inlines, word);
          break;
        case 2:
          trio_inlines_add_link (inlines, "link", "https://example.org/?q=å");
          break;
        default:
          trio_inlines_add_text (inlines, word);
        }
    }
  return inlines;
}

static TrioList *
make_list (GRand *rand, guint depth)
{
  TrioList *list = trio_list_new (g_rand_int_range (rand, 0, 4));
  guint n = g_rand_int_range (rand, 1, 6);

  trio_list_set_tight (list, g_rand_boolean (rand));
  trio_list_set_start (list, g_rand_int_range (rand, 1, 4));
  for (guint i = 0; i < n; i++)
    {
      TrioListItem *item = trio_list_add_item (list, make_text (rand));

      if (depth < 4 && g_rand_int_range (rand, 0, 4) == 0)
        trio_list_item_set_nested (item, make_list (rand, depth + 1));
    }
  return list;
}

static TrioBlock *
make_table (GRand *rand)
{
  guint n_columns = g_rand_int_range (rand, 1, 6);
  TrioBlock *table
      = trio_block_new_table (g_rand_boolean (rand) ? make_text (rand) : NULL, n_columns);

  for (guint i = 0; i < n_columns; i++)
    trio_block_add_head_cell (table, make_text (rand));
  for (gint row = g_rand_int_range (rand, 0, 5); row > 0; row--)
    {
      trio_block_add_row (table);
      for (guint i = 0; i < n_columns; i++)
        trio_block_add_cell (table, make_text (rand));
    }
  return table;
}

static TrioBlock *
make_heading (GRand *rand)
{
  TrioBlock *heading = trio_block_new_heading (g_rand_int_range (rand, 1, 5), make_text (rand));

  switch (g_rand_int_range (rand, 0, 4))
    {
    case 0:
      trio_block_set_number (heading, TRIO_NUMBER_DOT, g_rand_int_range (rand, 1, 4));
      break;
    case 1:
      trio_block_set_number (heading, TRIO_NUMBER_PAREN, g_rand_int_range (rand, 1, 4));
      break;
    case 2:
      trio_block_set_literal (heading, "TEMA 1:");
      break;
    }
  return heading;
}

static TrioBlock *
make_meta (GRand *rand)
{
  TrioBlock *meta = trio_block_new_meta (g_rand_int_range (rand, 0, 2));

  for (gint n = g_rand_int_range (rand, 1, 4); n > 0; n--)
    trio_block_add_meta (meta, "Sagsnr.", make_text (rand));
  return meta;
}

static TrioBlock *
make_block (GRand *rand, guint depth)
{
  TrioBlock *block;
  guint kind = g_rand_int_range (rand, 0, depth > 0 ? 7 : 9);

  if (kind < 2)
    block = trio_block_new_para (g_rand_int_range (rand, 0, 5), make_text (rand));
  else if (kind < 4)
    block = trio_block_new_list (make_list (rand, 0));
  else if (kind == 4)
    block = make_table (rand);
  else if (kind == 5)
    block = make_heading (rand);
  else if (kind == 6)
    block = trio_block_new_cluster (g_rand_int_range (rand, 2, 6), make_text (rand),
                                    make_list (rand, 0));
  else
    {
      block = kind == 7 ? trio_block_new_box (g_rand_int_range (rand, 1, 5), make_text (rand))
                        : trio_block_new_decision (g_rand_int_range (rand, 1, 5), "ØK",
                                                   "2022-12-06", make_text (rand));
      for (gint n = g_rand_int_range (rand, 1, 5); n > 0; n--)
        trio_block_append (block, make_block (rand, depth + 1));
    }
  trio_block_set_starts_page (block, g_rand_int_range (rand, 0, 15) == 0);
  return block;
}

/* A document with up to MAX_BLOCKS blocks, the same for the same seed. */
TrioDoc *
sample_random (guint seed)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (seed);
  TrioDoc *doc = trio_doc_new ();

  trio_doc_set (doc, TRIO_DOC_TITLE, "Tilfældigt");
  trio_doc_set_landscape (doc, g_rand_boolean (rand));
  trio_doc_set (doc, TRIO_DOC_LANG, g_rand_boolean (rand) ? "da" : "en");
  trio_doc_append (doc, trio_block_new_title (trio_inlines_new_text ("Tilfældigt")));
  trio_doc_append (doc, make_meta (rand));
  if (g_rand_boolean (rand))
    trio_doc_append (doc, trio_block_new_toc (g_rand_int_range (rand, 1, 4), make_text (rand)));
  for (gint n = g_rand_int_range (rand, 1, MAX_BLOCKS); n > 0; n--)
    trio_doc_append (doc, make_block (rand, 0));
  return doc;
}
