/* bench-layout.c: how long the preview takes to follow a change in a document of 20 pages.
 *
 * One summary gets another letter each time; the floor is laying everything out anew.
 */
#include "bench.h"
#include "document/layout/trio-layout.h"

#define ROUNDS 15
#define PAGES  20
#define THEMES 60

static TrioDoc *
make_doc (guint round)
{
  TrioDoc *doc = trio_doc_new ();

  trio_doc_set (doc, TRIO_DOC_TITLE, "Notat: Fire temaer");
  trio_doc_append (doc, trio_block_new_title (trio_inlines_new_text ("Notat: Fire temaer")));
  for (guint i = 0; i < THEMES; i++)
    {
      g_autofree char *title = g_strdup_printf ("Tema %u", i + 1);
      g_autofree char *summary = g_strdup_printf (
          "Deltagerne peger på %u ting, som gør arbejdet godt, og som de vil holde fast i, også "
          "når der er travlt (%u). Det kræver tid til faglig sparring på tværs af huse, tydelige "
          "mål og en ledelse, der lytter. %s",
          i, i == THEMES / 2 ? round : 0, i % 2 == 0 ? "Kontakten til borgeren er kernen." : "");
      TrioList *list = trio_list_new (TRIO_LIST_BULLET);

      trio_list_set_tight (list, TRUE);
      for (guint n = 0; n < 9; n++)
        {
          g_autofree char *text = g_strdup_printf ("Mere tid til sparring nr. %u i tema %u", n, i);

          trio_list_add_text (list, text);
        }
      trio_doc_append (doc, trio_block_new_heading (1, trio_inlines_new_text (title)));
      trio_doc_append (doc,
                       trio_block_new_para (TRIO_PARA_NORMAL, trio_inlines_new_text (summary)));
      trio_doc_append (doc, trio_block_new_list (list));
    }
  return doc;
}

int
main (void)
{
  g_autoptr (BenchSeries) update = bench_series_new ();
  g_autoptr (BenchSeries) anew = bench_series_new ();
  g_autoptr (TrioDoc) first = make_doc (0);
  g_autoptr (TrioLayout) layout = trio_layout_new (first, NULL, NULL);

  if (trio_layout_get_n_pages (layout) < PAGES)
    g_error ("The document has only %u pages.", trio_layout_get_n_pages (layout));
  for (guint i = 1; i <= ROUNDS; i++)
    {
      g_autoptr (TrioDoc) doc = make_doc (i);
      g_autoptr (TrioLayout) whole = NULL;
      double start = bench_now_ms ();
      TrioLayout *next = trio_layout_update (layout, doc, NULL, NULL);

      bench_series_add (update, bench_now_ms () - start);
      trio_layout_unref (layout);
      layout = next;
      start = bench_now_ms ();
      whole = trio_layout_new (doc, NULL, NULL);
      bench_series_add (anew, bench_now_ms () - start);
    }
  bench_report ("layout-update", trio_layout_get_n_pages (layout), update, "ms", anew);
  bench_report ("layout-new", trio_layout_get_n_pages (layout), anew, "ms", NULL);
  return 0;
}
