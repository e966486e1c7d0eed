/* fuzz-text.c: any bytes as a text file of inputs, with every combination of options. */
#include "exchange/trio-decode.h"
#include "exchange/trio-import-text.h"
#include "fuzz-import.h"
#include "fuzz-targets.h"

int
trio_fuzz_text (const uint8_t *data, size_t size)
{
  g_autoptr (GBytes) bytes = g_bytes_new (data, size);
  g_autoptr (TrioDecoded) decoded = trio_decode (bytes, NULL);

  if (decoded == NULL)
    return 0;
  g_assert_true (g_utf8_validate_len (decoded->text, decoded->length, NULL));

  for (guint i = 0; i < 4; i++)
    {
      g_autoptr (TrioImportContext) context = make_fuzz_context ();
      g_autoptr (TrioImportPlan) plan = trio_import_plan_new (context);
      TrioImportOptions options = { .station = i & 1, .join_hyphens = (i & 2) != 0 };

      g_assert_true (
          trio_import_text (plan, decoded->text, (gssize)decoded->length, &options, NULL, NULL));
      check_fuzz_plan (plan);
    }

  return 0;
}
