/* samples-types.c: every type of document, made from a template of a workshop. */
#include "samples.h"

#include "../core/type-fixtures.h"

#define MAKER(name, type, lang)     \
  TrioDoc *name (void)              \
  {                                 \
    return build_type (type, lang); \
  }

MAKER (sample_type_notat_da, "notat", "da")
MAKER (sample_type_notat_en, "notat", "en")
MAKER (sample_dialogue_da, "dialogue", "da")
MAKER (sample_dialogue_en, "dialogue", "en")
MAKER (sample_case_da, "case", "da")
MAKER (sample_case_en, "case", "en")
MAKER (sample_item_da, "item", "da")
MAKER (sample_item_en, "item", "en")
MAKER (sample_status_da, "status", "da")
MAKER (sample_status_en, "status", "en")
MAKER (sample_poster_da, "poster", "da")
MAKER (sample_poster_en, "poster", "en")
MAKER (sample_typing_sheet_da, "typing-sheet", "da")
MAKER (sample_typing_sheet_en, "typing-sheet", "en")
