/* trio-wall-pages.h: puts what the wall shows on pages, without shrinking or cutting words.
 *
 * Pure: how large words become is asked of the caller, so the same answers give the same pages
 * with and without a display.
 */
#pragma once

#include "document/wall/trio-wall-deck.h"

G_BEGIN_DECLS

#define TRIO_WALL_MIN_SIZE     24.0
#define TRIO_WALL_MAX_SIZE     96.0
#define TRIO_WALL_DEFAULT_SIZE 28.0

/**
 * TrioWallMeasure:
 * @item: what is measured; its words may be set by their part only
 * @text: the words, not terminated
 * @length: how many bytes of them
 * @width: how wide the item is
 * @size: height of the letters in points
 * @widest: (out): how wide the item must be for its longest word to stay whole
 * @user_data: data of the caller
 *
 * Tells how high an item becomes.
 */
typedef int (*TrioWallMeasure) (const TrioWallItem *item,
                                const char *text,
                                gsize length,
                                int width,
                                double size,
                                int *widest,
                                gpointer user_data);

/**
 * TrioWallFrame:
 * @width: how wide a page is
 * @height: how high
 * @gap: between items
 * @column: how narrow a column may be
 * @size: height of the letters in points
 *
 * The room there is; all but @size in pixels.
 */
typedef struct
{
  int width;
  int height;
  int gap;
  int column;
  double size;
} TrioWallFrame;

/**
 * TrioWallSlot:
 * @item: which item of the deck
 * @page: on which page, from 0
 * @x: left edge
 * @y: upper edge
 * @width: how wide
 * @height: how high
 * @size: height of the letters in points
 * @start: first byte of the words that stand here
 * @end: the byte after them
 * @again: whether a heading is repeated, because its notes go on here
 *
 * Where an item stands.
 */
typedef struct
{
  guint item;
  guint page;
  int x;
  int y;
  int width;
  int height;
  double size;
  gsize start;
  gsize end;
  gboolean again;
} TrioWallSlot;

GArray *trio_wall_paginate (const TrioWallDeck *deck,
                            const TrioWallFrame *frame,
                            TrioWallMeasure measure,
                            gpointer user_data);
guint trio_wall_count_pages (const GArray *slots);

G_END_DECLS
