/* trio-print.c: prints pages that were laid out, as they are seen on the screen and in PDF.
 *
 * The pages have their margins in them, so the whole sheet is drawn on; on paper of another
 * size they shrink to fit, and never grow.
 */
#include "config.h"

#include "app/documents/trio-print.h"

#include <glib/gi18n.h>

#include "app/trio-compat.h"

static void
draw_page_cb (GtkPrintOperation *operation,
              GtkPrintContext *context,
              int page,
              const TrioLayout *layout)
{
  cairo_t *cr = gtk_print_context_get_cairo_context (context);
  double paper_width = gtk_print_context_get_width (context);
  double paper_height = gtk_print_context_get_height (context);
  double width, height, scale;

  trio_layout_get_page_size (layout, &width, &height);
  scale = MIN (1.0, MIN (paper_width / width, paper_height / height));
  cairo_save (cr);
  cairo_translate (cr, MAX (0, (paper_width - width * scale) / 2),
                   MAX (0, (paper_height - height * scale) / 2));
  cairo_scale (cr, scale, scale);
  trio_layout_draw_page (layout, (guint)page, cr);
  cairo_restore (cr);
}

static GtkPageSetup *
make_page_setup (const TrioLayout *layout)
{
  GtkPageSetup *setup = gtk_page_setup_new ();
  GtkPaperSize *paper = gtk_paper_size_new (GTK_PAPER_NAME_A4);
  double width, height;

  trio_layout_get_page_size (layout, &width, &height);
  gtk_page_setup_set_paper_size_and_default_margins (setup, paper);
  gtk_page_setup_set_orientation (setup, width > height ? GTK_PAGE_ORIENTATION_LANDSCAPE
                                                        : GTK_PAGE_ORIENTATION_PORTRAIT);
  gtk_paper_size_free (paper);
  return setup;
}

static void
done_cb (GtkPrintOperation *operation, GtkPrintOperationResult result, GtkWindow **parent)
{
  g_autoptr (GError) error = NULL;

  if (result != GTK_PRINT_OPERATION_RESULT_ERROR)
    return;
  gtk_print_operation_get_error (operation, &error);
  trio_compat_show_message (*parent, _ ("The document was not printed"),
                            error != NULL ? error->message : NULL);
}

static void
free_layout (gpointer data, GClosure *closure)
{
  trio_layout_unref (data);
}

/* The window may be gone before the printer is ready. */
static void
free_parent (gpointer data, GClosure *closure)
{
  GtkWindow **parent = data;

  g_clear_weak_pointer (parent);
  g_free (parent);
}

/**
 * trio_print_operation_new:
 * @layout: the pages; the operation keeps a reference
 * @title: what the printer's queue calls it
 *
 * Sets paper and direction as the document has them.
 *
 * Returns: (transfer full): an operation that can be run
 */
GtkPrintOperation *
trio_print_operation_new (TrioLayout *layout, const char *title)
{
  GtkPrintOperation *operation = gtk_print_operation_new ();
  g_autoptr (GtkPageSetup) setup = make_page_setup (layout);

  gtk_print_operation_set_unit (operation, GTK_UNIT_POINTS);
  gtk_print_operation_set_use_full_page (operation, TRUE);
  gtk_print_operation_set_default_page_setup (operation, setup);
  gtk_print_operation_set_n_pages (operation, (int)trio_layout_get_n_pages (layout));
  gtk_print_operation_set_job_name (operation, title);
  gtk_print_operation_set_allow_async (operation, TRUE);
  g_signal_connect_data (operation, "draw-page", G_CALLBACK (draw_page_cb),
                         trio_layout_ref (layout), free_layout, 0);
  return operation;
}

/**
 * trio_print:
 * @parent: the window that asks
 * @layout: the pages
 * @title: what the printer's queue calls it
 *
 * Asks for the printer, and prints without keeping the window waiting. What goes wrong is told
 * in a message.
 */
void
trio_print (GtkWindow *parent, TrioLayout *layout, const char *title)
{
  g_autoptr (GtkPrintOperation) operation = trio_print_operation_new (layout, title);
  g_autoptr (GError) error = NULL;
  GtkWindow **weak_parent = g_new0 (GtkWindow *, 1);

  g_set_weak_pointer (weak_parent, parent);
  g_signal_connect_data (operation, "done", G_CALLBACK (done_cb), weak_parent, free_parent, 0);
  gtk_print_operation_run (operation, GTK_PRINT_OPERATION_ACTION_PRINT_DIALOG, parent, &error);
}
