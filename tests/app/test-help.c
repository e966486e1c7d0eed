/* test-help.c: the user guide: its sources, its search, its window. */
#include "app-helpers.h"

#include "app/help/trio-help-book.h"
#include "app/help/trio-help-window.h"
#include "base/trio-error.h"

static const char *const langs[] = { "da", "en" };

static GPtrArray *
read_book (const char *lang)
{
  g_autoptr (GError) error = NULL;
  GPtrArray *pages = trio_help_book_read (lang, &error);

  g_assert_no_error (error);
  return pages;
}

static void
test_pages_correspond (void)
{
  g_autoptr (GPtrArray) danish = read_book ("da");
  g_autoptr (GPtrArray) english = read_book ("en");

  g_assert_cmpuint (danish->len, >, 10);
  g_assert_cmpuint (danish->len, ==, english->len);
  for (guint i = 0; i < danish->len; i++)
    {
      TrioHelpPage *da = g_ptr_array_index (danish, i);
      TrioHelpPage *en = g_ptr_array_index (english, i);

      g_assert_cmpstr (da->id, ==, en->id);
      g_assert_cmpuint (da->blocks->len, ==, en->blocks->len);
      for (guint j = 0; j < da->blocks->len; j++)
        g_assert_cmpint (((TrioHelpBlock *)g_ptr_array_index (da->blocks, j))->kind, ==,
                         ((TrioHelpBlock *)g_ptr_array_index (en->blocks, j))->kind);
    }
}

static void
test_every_page_is_reached (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (langs); i++)
    {
      g_autoptr (GPtrArray) pages = read_book (langs[i]);
      g_autofree char *folder = g_strdup_printf (TRIO_HELP_FOLDER "/%s/", langs[i]);
      g_auto (GStrv) names = g_resources_enumerate_children (folder, 0, NULL);
      guint n = 0;

      for (guint j = 0; names[j] != NULL; j++)
        n += g_str_has_suffix (names[j], ".page");
      g_assert_cmpuint (n, ==, pages->len);
    }
}

static void
test_links_and_pictures (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (langs); i++)
    {
      g_autoptr (GPtrArray) pages = read_book (langs[i]);

      for (guint j = 0; j < pages->len; j++)
        {
          TrioHelpPage *page = g_ptr_array_index (pages, j);

          for (guint k = 0; k < page->links->len; k++)
            g_assert_nonnull (trio_help_book_find (pages, g_ptr_array_index (page->links, k)));
          for (guint k = 0; k < page->blocks->len; k++)
            {
              TrioHelpBlock *block = g_ptr_array_index (page->blocks, k);
              g_autofree char *path
                  = g_strdup_printf (TRIO_HELP_FOLDER "/%s/%s", langs[i], block->source);

              g_assert_cmpstr (block->markup, !=, "");
              if (block->kind == TRIO_HELP_PICTURE)
                g_assert_true (g_resources_get_info (path, 0, NULL, NULL, NULL));
            }
        }
    }
}

static void
test_blocks (void)
{
  static const char source[]
      = "<page><info><title>no</title></info><title>A &amp; B</title><p>See\n  <key>F1</key> and "
        "<link xref=\"b\">b</link>.</p><steps><item><p>one</p><p>more</p></item><item><p>two</p>"
        "</item></steps><note><p>mind</p></note></page>";
  static const TrioHelpBlockKind kinds[] = { TRIO_HELP_PARAGRAPH, TRIO_HELP_STEP,
                                             TRIO_HELP_PARAGRAPH, TRIO_HELP_STEP, TRIO_HELP_NOTE };
  g_autoptr (GBytes) bytes = g_bytes_new_static (source, sizeof source - 1);
  g_autoptr (GError) error = NULL;
  g_autoptr (TrioHelpPage) page = trio_help_page_read ("a", bytes, &error);

  g_assert_no_error (error);
  g_assert_cmpstr (page->title, ==, "A & B");
  g_assert_cmpuint (page->blocks->len, ==, G_N_ELEMENTS (kinds));
  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    g_assert_cmpint (((TrioHelpBlock *)g_ptr_array_index (page->blocks, i))->kind, ==, kinds[i]);
  g_assert_cmpstr (((TrioHelpBlock *)g_ptr_array_index (page->blocks, 0))->markup, ==,
                   "See <tt>F1</tt> and <a href=\"help:b\">b</a>.");
  g_assert_cmpuint (((TrioHelpBlock *)g_ptr_array_index (page->blocks, 3))->number, ==, 2);
}

static void
test_bad_source (void)
{
  g_autoptr (GBytes) broken = g_bytes_new_static ("<page><title>x", 14);
  g_autoptr (GBytes) nameless = g_bytes_new_static ("<page/>", 7);
  g_autoptr (GError) error = NULL;

  g_assert_null (trio_help_page_read ("a", broken, &error));
  g_assert_error (error, TRIO_ERROR, TRIO_ERROR_PARSE);
  g_clear_error (&error);
  g_assert_null (trio_help_page_read ("a", nameless, &error));
  g_assert_error (error, TRIO_ERROR, TRIO_ERROR_PARSE);
}

static void
test_language (void)
{
  const char *danish[] = { "da_DK.UTF-8", "da", "C", NULL };
  const char *swedish[] = { "sv", "da", "en", NULL };
  const char *none[] = { "C", NULL };

  g_assert_cmpstr (trio_help_book_choose_language (danish), ==, "da");
  g_assert_cmpstr (trio_help_book_choose_language (swedish), ==, "da");
  g_assert_cmpstr (trio_help_book_choose_language (none), ==, "en");
}

static void
test_window (void)
{
  GtkWidget *widget = trio_help_window_new ("da");
  TrioHelpWindow *window = TRIO_HELP_WINDOW (widget);
  guint all = trio_help_window_get_n_shown (window);

  g_object_add_weak_pointer (G_OBJECT (widget), (gpointer *)&widget);
  gtk_window_present (GTK_WINDOW (window));
  g_assert_cmpstr (trio_help_window_get_page (window), ==, "index");
  g_assert_true (trio_help_window_show_page (window, "board"));
  g_assert_cmpstr (trio_help_window_get_page (window), ==, "board");
  g_assert_false (trio_help_window_show_page (window, "nowhere"));

  trio_help_window_search (window, "GENERALPRØVE");
  g_assert_cmpuint (trio_help_window_get_n_shown (window), >, 0);
  g_assert_cmpuint (trio_help_window_get_n_shown (window), <, all);
  trio_help_window_search (window, "xyzzy");
  g_assert_cmpuint (trio_help_window_get_n_shown (window), ==, 0);
  g_assert_true (trio_help_window_show_page (window, "files"));
  trio_help_window_search (window, "");
  g_assert_cmpuint (trio_help_window_get_n_shown (window), ==, all);

  gtk_window_destroy (GTK_WINDOW (window));
  while (g_main_context_iteration (NULL, FALSE))
    ;
  g_assert_null (widget);
}

int
main (int argc, char **argv)
{
  init_widgets (&argc, &argv);
  g_test_add_func ("/help/pages-correspond", test_pages_correspond);
  g_test_add_func ("/help/every-page-is-reached", test_every_page_is_reached);
  g_test_add_func ("/help/links-and-pictures", test_links_and_pictures);
  g_test_add_func ("/help/blocks", test_blocks);
  g_test_add_func ("/help/bad-source", test_bad_source);
  g_test_add_func ("/help/language", test_language);
  g_test_add_func ("/help/window", test_window);
  return g_test_run ();
}
