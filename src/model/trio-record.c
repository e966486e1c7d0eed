/* trio-record.c: immutable records. */
#include "model/trio-record.h"

#include <string.h>

/**
 * trio_stamp_compare:
 * @a: a stamp
 * @b: another
 *
 * Returns: less than, equal to or greater than 0; the greater stamp wins a merge
 */
int
trio_stamp_compare (const TrioStamp *a, const TrioStamp *b)
{
  if (a->time != b->time)
    return a->time < b->time ? -1 : 1;
  if (a->device != b->device)
    return a->device < b->device ? -1 : 1;
  return 0;
}

/**
 * trio_record_new:
 * @kind: kind of the object
 * @id: its number
 * @uuid: (nullable): its identity, or %NULL for a new random one
 *
 * Makes a record with null values and zero stamps, which its maker may still fill.
 *
 * Returns: (transfer full): the record
 */
TrioRecord *
trio_record_new (TrioKind kind, TrioId id, const TrioUuid *uuid)
{
  guint n_values = trio_kind_get_info (kind)->n_fields;
  TrioRecord *record = g_malloc0 (sizeof (TrioRecord) + n_values * sizeof (TrioValue));

  g_atomic_ref_count_init (&record->refs);
  record->kind = kind;
  record->id = id;
  record->n_values = n_values;
  if (uuid != NULL)
    record->uuid = *uuid;
  else
    trio_uuid_init_random (&record->uuid);
  return record;
}

/**
 * trio_record_copy:
 * @record: a record
 *
 * Returns: (transfer full): a new record with the same content, which its maker may change
 */
TrioRecord *
trio_record_copy (const TrioRecord *record)
{
  TrioRecord *copy = trio_record_new (record->kind, record->id, &record->uuid);

  memcpy (copy->stamps, record->stamps, sizeof copy->stamps);
  for (guint i = 0; i < record->n_values; i++)
    copy->values[i] = trio_value_copy (&record->values[i]);
  return copy;
}

/**
 * trio_record_ref:
 * @record: a record
 *
 * Returns: (transfer full): the same record
 */
TrioRecord *
trio_record_ref (TrioRecord *record)
{
  g_atomic_ref_count_inc (&record->refs);
  return record;
}

/**
 * trio_record_unref:
 * @record: (transfer full): a record
 *
 * Gives up a reference. Safe from any thread.
 */
void
trio_record_unref (TrioRecord *record)
{
  if (!g_atomic_ref_count_dec (&record->refs))
    return;
  for (guint i = 0; i < record->n_values; i++)
    trio_value_clear (&record->values[i]);
  g_free (record);
}

/**
 * trio_record_take_value:
 * @record: a record that nobody else has seen yet
 * @field: index of the field
 * @value: (transfer full): the value
 *
 * Fills a field while the record is being made.
 */
void
trio_record_take_value (TrioRecord *record, guint field, TrioValue value)
{
  g_return_if_fail (field < record->n_values);

  trio_value_clear (&record->values[field]);
  record->values[field] = value;
}

/**
 * trio_record_get:
 * @record: a record
 * @field: index of the field
 *
 * Returns: (transfer none): the value
 */
const TrioValue *
trio_record_get (const TrioRecord *record, guint field)
{
  static const TrioValue null_value = TRIO_VALUE_INIT;

  g_return_val_if_fail (field < record->n_values, &null_value);

  return &record->values[field];
}

/**
 * trio_record_get_text:
 * @record: a record
 * @field: index of a text field
 *
 * Returns: (transfer none): the text, "" where there is none
 */
const char *
trio_record_get_text (const TrioRecord *record, guint field)
{
  const TrioValue *value = trio_record_get (record, field);

  return value->type == TRIO_VALUE_TEXT ? value->text : "";
}

/**
 * trio_record_get_int:
 * @record: a record
 * @field: index of a whole-number field
 *
 * Returns: the number, 0 where there is none
 */
gint64
trio_record_get_int (const TrioRecord *record, guint field)
{
  const TrioValue *value = trio_record_get (record, field);

  return value->type == TRIO_VALUE_INT ? value->integer : 0;
}

/**
 * trio_record_get_real:
 * @record: a record
 * @field: index of a real-number field
 *
 * Returns: the number, 0 where there is none
 */
double
trio_record_get_real (const TrioRecord *record, guint field)
{
  const TrioValue *value = trio_record_get (record, field);

  return value->type == TRIO_VALUE_REAL ? value->real : 0.0;
}

/**
 * trio_record_get_ref:
 * @record: a record
 * @field: index of a reference field
 *
 * Returns: the id of the object referred to, or 0
 */
TrioId
trio_record_get_ref (const TrioRecord *record, guint field)
{
  return trio_record_get_int (record, field);
}

/**
 * trio_record_is_null:
 * @record: a record
 * @field: index of the field
 *
 * Returns: whether the field has no value
 */
gboolean
trio_record_is_null (const TrioRecord *record, guint field)
{
  return trio_record_get (record, field)->type == TRIO_VALUE_NULL;
}

/**
 * trio_record_compare_by:
 * @a: a record
 * @b: another of the same kind
 * @rank_field: the rank field that orders them, or %TRIO_NO_FIELD
 *
 * Orders by rank, then by identity, so that copies of a file agree on the order even where
 * a merge left two equal ranks.
 *
 * Returns: less than, equal to or greater than 0
 */
int
trio_record_compare_by (const TrioRecord *a, const TrioRecord *b, guint rank_field)
{
  int order = 0;

  if (rank_field != TRIO_NO_FIELD)
    order = strcmp (trio_record_get_text (a, rank_field), trio_record_get_text (b, rank_field));
  return order != 0 ? order : trio_uuid_compare (&a->uuid, &b->uuid);
}

/**
 * trio_record_same_values:
 * @a: a record
 * @b: another
 *
 * Returns: whether both are the same object with the same values; stamps may differ
 */
gboolean
trio_record_same_values (const TrioRecord *a, const TrioRecord *b)
{
  if (a->kind != b->kind || a->id != b->id || !trio_uuid_equal (&a->uuid, &b->uuid))
    return FALSE;
  for (guint i = 0; i < a->n_values; i++)
    if (!trio_value_equal (&a->values[i], &b->values[i]))
      return FALSE;
  return TRUE;
}
