/* workshop-helpers.h: an empty workshop in memory, in a language. */
#pragma once

#include "model/trio-model.h"

static inline TrioModel *
make_empty_workshop (TrioLanguage language)
{
  TrioModel *model = trio_model_new (7);
  g_autoptr (GPtrArray) records
      = g_ptr_array_new_with_free_func ((GDestroyNotify)trio_record_unref);
  g_autoptr (GError) error = NULL;
  TrioRecord *workshop = trio_record_new (TRIO_KIND_WORKSHOP, 1, NULL);
  const TrioKindInfo *info = trio_kind_get_info (TRIO_KIND_WORKSHOP);

  for (guint i = 0; i < info->n_fields; i++)
    if (!(info->fields[i].flags & TRIO_FIELD_NULLABLE) && info->fields[i].type != TRIO_FIELD_ENUM)
      trio_record_take_value (workshop, i, trio_value_text (""));
  trio_record_take_value (workshop, TRIO_WORKSHOP_LANGUAGE, trio_value_int (language));
  g_ptr_array_add (records, workshop);
  g_assert_true (trio_model_load (model, records, 2, 0, &error));
  g_assert_no_error (error);

  return model;
}
