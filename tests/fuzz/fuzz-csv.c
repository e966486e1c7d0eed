/* fuzz-csv.c: any bytes as a table of inputs; a refusal must say why. */
#include "exchange/trio-decode.h"
#include "exchange/trio-import-csv.h"
#include "fuzz-import.h"
#include "fuzz-targets.h"

int
trio_fuzz_csv (const uint8_t *data, size_t size)
{
  g_autoptr (GBytes) bytes = g_bytes_new (data, size);
  g_autoptr (TrioDecoded) decoded = trio_decode (bytes, NULL);

  if (decoded == NULL)
    return 0;

  for (guint i = 0; i < 2; i++)
    {
      g_autoptr (TrioImportContext) context = make_fuzz_context ();
      g_autoptr (TrioImportPlan) plan = trio_import_plan_new (context);
      g_autoptr (GError) error = NULL;
      TrioImportOptions options = { .station = i };

      trio_import_csv_is_table (context, decoded->text, (gssize)decoded->length);
      if (trio_import_csv (plan, decoded->text, (gssize)decoded->length, &options, NULL, &error))
        check_fuzz_plan (plan);
      else
        g_assert_true (error != NULL && *error->message != '\0');
    }

  return 0;
}
