/* test-pixels.c: filled rectangles in memory: edges, corners, alpha, and nothing outside. */
#include <string.h>

#include "canvas/trio-pixels.h"

#define WIDTH  40
#define HEIGHT 30
#define GUARD  64

#define WHITE 0xffffffffu
#define BLACK 0xff000000u

/* A white picture between two guards that nothing may write to. */
typedef struct
{
  guint32 memory[GUARD + WIDTH * HEIGHT + GUARD];
  TrioPixels pixels;
} Picture;

static void
begin (Picture *picture)
{
  memset (picture->memory, 0x5a, sizeof picture->memory);
  picture->pixels = (TrioPixels){ picture->memory + GUARD, WIDTH, HEIGHT };
  trio_pixels_clear (&picture->pixels, WHITE);
}

static void
assert_guards (const Picture *picture)
{
  for (guint i = 0; i < GUARD; i++)
    {
      g_assert_cmphex (picture->memory[i], ==, 0x5a5a5a5a);
      g_assert_cmphex (picture->memory[GUARD + WIDTH * HEIGHT + i], ==, 0x5a5a5a5a);
    }
}

static guint32
pixel (const Picture *picture, int x, int y)
{
  return picture->pixels.data[y * WIDTH + x];
}

/* How dark a picture of black on white is: what is covered, in pixels. */
static double
count_ink (const Picture *picture)
{
  double ink = 0;

  for (int i = 0; i < WIDTH * HEIGHT; i++)
    {
      g_assert_cmphex (picture->pixels.data[i] >> 24, ==, 0xff);
      ink += (255 - (picture->pixels.data[i] & 0xff)) / 255.0;
    }
  return ink;
}

static void
test_whole_pixels (void)
{
  Picture picture;

  begin (&picture);
  trio_pixels_fill (&picture.pixels, &(TrioRect){ 3, 4, 10, 5 }, 0, BLACK, NULL);
  for (int y = 0; y < HEIGHT; y++)
    for (int x = 0; x < WIDTH; x++)
      g_assert_cmphex (pixel (&picture, x, y), ==,
                       x >= 3 && x < 13 && y >= 4 && y < 9 ? BLACK : WHITE);
}

static void
test_edges (void)
{
  Picture picture;

  begin (&picture);
  trio_pixels_fill (&picture.pixels, &(TrioRect){ 3.25, 4.5, 10, 5 }, 0, BLACK, NULL);
  g_assert_cmpuint (pixel (&picture, 3, 6) & 0xff, >=, 60);
  g_assert_cmpuint (pixel (&picture, 3, 6) & 0xff, <=, 68);
  g_assert_cmpuint (pixel (&picture, 13, 6) & 0xff, >=, 188);
  g_assert_cmpuint (pixel (&picture, 13, 6) & 0xff, <=, 195);
  g_assert_cmpuint (pixel (&picture, 8, 4) & 0xff, >=, 124);
  g_assert_cmpuint (pixel (&picture, 8, 4) & 0xff, <=, 131);
  g_assert_cmphex (pixel (&picture, 8, 6), ==, BLACK);
  g_assert_cmphex (pixel (&picture, 2, 6), ==, WHITE);
  g_assert_cmphex (pixel (&picture, 14, 6), ==, WHITE);
  g_assert_cmpfloat_with_epsilon (count_ink (&picture), 50, 0.5);
}

static void
test_thin (void)
{
  Picture picture;

  begin (&picture);
  trio_pixels_fill (&picture.pixels, &(TrioRect){ 5.2, 7.3, 20, 0.4 }, 0, BLACK, NULL);
  g_assert_cmpfloat_with_epsilon (count_ink (&picture), 8, 0.3);
  begin (&picture);
  trio_pixels_fill (&picture.pixels, &(TrioRect){ 5.3, 7, 0.5, 10 }, 3, BLACK, NULL);
  g_assert_cmpfloat_with_epsilon (count_ink (&picture), 5, 0.7);
}

static void
test_corners (void)
{
  Picture picture;

  begin (&picture);
  trio_pixels_fill (&picture.pixels, &(TrioRect){ 4, 4, 24, 18 }, 6, BLACK, NULL);
  g_assert_cmphex (pixel (&picture, 4, 4), ==, WHITE);
  g_assert_cmphex (pixel (&picture, 27, 21), ==, WHITE);
  g_assert_cmphex (pixel (&picture, 16, 4), ==, BLACK);
  g_assert_cmphex (pixel (&picture, 4, 12), ==, BLACK);
  /* Four corners lose what a square has more than a quarter of a circle. */
  g_assert_cmpfloat_with_epsilon (count_ink (&picture), 24 * 18 - 36 * (4 - G_PI), 0.6);
  for (int y = 4; y < 22; y++)
    for (int x = 4; x < 28; x++)
      {
        g_assert_cmphex (pixel (&picture, x, y), ==, pixel (&picture, 31 - x, y));
        g_assert_cmphex (pixel (&picture, x, y), ==, pixel (&picture, x, 25 - y));
      }
  begin (&picture);
  trio_pixels_fill (&picture.pixels, &(TrioRect){ 4, 4, 16, 16 }, 100, BLACK, NULL);
  g_assert_cmpfloat_with_epsilon (count_ink (&picture), G_PI * 64, 1);
}

/* What is filled next may be left out, but nothing around it. */
static void
test_hole (void)
{
  Picture picture;
  TrioRect hole = { 6.5, 7.2, 10, 8 };

  begin (&picture);
  trio_pixels_fill (&picture.pixels, &(TrioRect){ 4, 4, 24, 18 }, 3, BLACK, &hole);
  for (int y = 7; y < 19; y++)
    for (int x = 4; x < 28; x++)
      g_assert_cmphex (pixel (&picture, x, y), ==,
                       x >= 7 && x < 16 && y >= 8 && y < 15 ? WHITE : BLACK);
  hole = (TrioRect){ -5, -5, 100, 100 };
  trio_pixels_fill (&picture.pixels, &(TrioRect){ 30, 4, 4, 4 }, 0, BLACK, &hole);
  g_assert_cmphex (pixel (&picture, 31, 5), ==, WHITE);
  trio_pixels_fill (&picture.pixels, &(TrioRect){ 30, 4, 4, 4 }, 0, BLACK, &TRIO_RECT_EMPTY);
  g_assert_cmphex (pixel (&picture, 31, 5), ==, BLACK);
  assert_guards (&picture);
}

static void
test_alpha (void)
{
  Picture picture;

  begin (&picture);
  trio_pixels_fill (&picture.pixels, &(TrioRect){ 2, 2, 5, 5 }, 0,
                    trio_pixels_pack (1, 0, 0.5, 0.5), NULL);
  g_assert_cmphex (pixel (&picture, 4, 4) >> 16, ==, 0xffff);
  g_assert_cmpuint (pixel (&picture, 4, 4) >> 8 & 0xff, >=, 126);
  g_assert_cmpuint (pixel (&picture, 4, 4) >> 8 & 0xff, <=, 129);
  g_assert_cmpuint (pixel (&picture, 4, 4) & 0xff, >=, 190);
  g_assert_cmpuint (pixel (&picture, 4, 4) & 0xff, <=, 193);
  trio_pixels_fill (&picture.pixels, &(TrioRect){ 2, 2, 5, 5 }, 0, trio_pixels_pack (0, 0, 0, 0),
                    NULL);
  g_assert_cmpuint (pixel (&picture, 4, 4) & 0xff, >=, 190);
  g_assert_cmphex (trio_pixels_pack (0.2, 2, -1, 1), ==, 0xff33ff00);
}

static void
test_blocks (void)
{
  Picture picture;

  begin (&picture);
  trio_pixels_fill_block (&picture.pixels, &(TrioRect){ 3.4, 4.6, 0.1, 0.1 }, 0x123456);
  g_assert_cmphex (pixel (&picture, 3, 5), ==, 0xff123456);
  g_assert_cmpfloat_with_epsilon (count_ink (&picture), (255 - 0x56) / 255.0, 0.01);
  begin (&picture);
  trio_pixels_fill_block (&picture.pixels, &(TrioRect){ 3.4, 4.6, 3.4, 3.4 }, BLACK);
  g_assert_cmpfloat_with_epsilon (count_ink (&picture), 12, 0.01);
}

/* What lies partly or wholly outside leaves the memory around the picture alone. */
static void
test_outside (void)
{
  Picture picture;

  begin (&picture);
  for (guint i = 0; i < 20000; i++)
    {
      TrioRect rect = { g_test_rand_double_range (-60, 80), g_test_rand_double_range (-60, 70),
                        g_test_rand_double_range (-3, 90), g_test_rand_double_range (-3, 90) };
      guint32 colour = (guint32)g_test_rand_int ();

      if (rect.width >= 0 && rect.height >= 0 && i % 2 == 0)
        trio_pixels_fill_block (&picture.pixels, &rect, colour);
      trio_pixels_fill (&picture.pixels, &rect, g_test_rand_double_range (-2, 20), colour, NULL);
    }
  trio_pixels_fill (&picture.pixels, &(TrioRect){ -1e9, -1e9, 2e9, 2e9 }, 4, BLACK, NULL);
  assert_guards (&picture);
  g_assert_cmpfloat_with_epsilon (count_ink (&picture), WIDTH * HEIGHT, 0.01);
}

/* A shape of any form covers what its mask says, and only in the picture. */
static void
test_cover (void)
{
  const guint8 mask[] = { 0, 255, 128, 255, 255, 0 };
  Picture picture;

  begin (&picture);
  trio_pixels_cover (&picture.pixels, mask, 3, 2, 10, 20, BLACK);
  g_assert_cmphex (pixel (&picture, 10, 20), ==, WHITE);
  g_assert_cmphex (pixel (&picture, 11, 20), ==, BLACK);
  g_assert_cmpint (pixel (&picture, 12, 20) & 0xff, >, 120);
  g_assert_cmpint (pixel (&picture, 12, 20) & 0xff, <, 135);
  g_assert_cmphex (pixel (&picture, 12, 21), ==, WHITE);
  g_assert_cmpfloat_with_epsilon (count_ink (&picture), 3.5, 0.02);

  trio_pixels_cover (&picture.pixels, mask, 3, 2, 0, 0, 0x80000000u);
  g_assert_cmpint (pixel (&picture, 1, 0) & 0xff, >, 120);
  g_assert_cmpint (pixel (&picture, 1, 0) & 0xff, <, 135);

  begin (&picture);
  for (int y = -3; y <= HEIGHT + 1; y++)
    for (int x = -4; x <= WIDTH + 1; x++)
      trio_pixels_cover (&picture.pixels, mask, 3, 2, x, y, BLACK);
  assert_guards (&picture);
  g_assert_cmpfloat_with_epsilon (count_ink (&picture), WIDTH * HEIGHT, 0.01);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/pixels/whole-pixels", test_whole_pixels);
  g_test_add_func ("/pixels/edges", test_edges);
  g_test_add_func ("/pixels/thin", test_thin);
  g_test_add_func ("/pixels/corners", test_corners);
  g_test_add_func ("/pixels/hole", test_hole);
  g_test_add_func ("/pixels/alpha", test_alpha);
  g_test_add_func ("/pixels/blocks", test_blocks);
  g_test_add_func ("/pixels/outside", test_outside);
  g_test_add_func ("/pixels/cover", test_cover);
  return g_test_run ();
}
