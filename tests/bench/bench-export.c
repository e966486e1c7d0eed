/* bench-export.c: from a workshop to the bytes of its Notat: builder and writer together. */
#include "bench-store-tools.h"
#include "document/trio-builder.h"
#include "document/trio-template-library.h"
#include "document/writers/trio-writer.h"

#define ROUNDS 9

static TrioTemplate *
find_template (void)
{
  g_autoptr (TrioTemplateLibrary) library
      = trio_template_library_new_for_folders (NULL, NULL, NULL);
  g_autoptr (GError) error = NULL;
  TrioTemplate *tmpl = trio_template_library_find (library, NULL, "notat", "da", NULL, &error);

  if (tmpl == NULL)
    g_error ("%s", error->message);
  return tmpl;
}

static double export(TrioSnapshot *snapshot, TrioTemplate *tmpl, TrioFormat format)
{
  g_autoptr (TrioBuildOptions) options = trio_build_options_new ();
  g_autoptr (GError) error = NULL;
  double start = bench_now_ms ();
  g_autoptr (TrioDoc) doc = trio_builder_build (snapshot, tmpl, options, &error);
  g_autoptr (GBytes) bytes = NULL;

  if (doc != NULL)
    bytes = trio_writer_write (format, doc, NULL, &error);
  if (bytes == NULL)
    g_error ("%s", error->message);
  return bench_now_ms () - start;
}

static void
measure (guint n_notes)
{
  g_autoptr (BenchWorkshop) workshop = bench_workshop_new (n_notes);
  g_autoptr (TrioSnapshot) snapshot = trio_model_dup_snapshot (workshop->model);
  g_autoptr (TrioTemplate) tmpl = find_template ();

  for (TrioFormat format = 0; format < TRIO_N_FORMATS; format++)
    {
      g_autoptr (BenchSeries) series = bench_series_new ();
      g_autofree char *name = g_strconcat ("export-", trio_format_get_id (format), NULL);

      for (guint i = 0; i < ROUNDS; i++)
        bench_series_add (series, export(snapshot, tmpl, format));
      bench_report (name, n_notes, series, "ms", NULL);
    }
}

int
main (void)
{
  measure (400);
  measure (10000);
  return 0;
}
