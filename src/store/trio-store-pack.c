/* trio-store-pack.c: checksums, and the compact forms of stamps and whole objects.
 *
 * SQLite's pages carry no checksum, so each row has one: FNV-1a with 64 bits (Fowler, Noll,
 * Vo; "The FNV Non-Cryptographic Hash Algorithm", IETF draft) over its typed content.
 */
#include "store/trio-store-private.h"

#include <string.h>

#define FNV_OFFSET G_GUINT64_CONSTANT (0xcbf29ce484222325)
#define FNV_PRIME  G_GUINT64_CONSTANT (0x00000100000001b3)

#define RECORD_FORMAT 1

/* A bounded reader: after the first failure everything reads as zero. */
typedef struct
{
  const guint8 *at;
  const guint8 *end;
  gboolean failed;
} Reader;

/**
 * trio_sum_start:
 *
 * Returns: the checksum of nothing
 */
guint64
trio_sum_start (void)
{
  return FNV_OFFSET;
}

/**
 * trio_sum_bytes:
 * @sum: the checksum so far
 * @bytes: (array length=length): bytes
 * @length: how many
 *
 * Returns: the checksum that includes @bytes
 */
guint64
trio_sum_bytes (guint64 sum, const void *bytes, gsize length)
{
  const guint8 *at = bytes;

  for (gsize i = 0; i < length; i++)
    sum = (sum ^ at[i]) * FNV_PRIME;
  return sum;
}

/**
 * trio_sum_int:
 * @sum: the checksum so far
 * @number: a number
 *
 * Returns: the checksum that includes the eight bytes of @number, lowest first
 */
guint64
trio_sum_int (guint64 sum, gint64 number)
{
  guint64 bits = number;

  for (guint i = 0; i < 8; i++, bits >>= 8)
    sum = (sum ^ (bits & 0xff)) * FNV_PRIME;
  return sum;
}

/**
 * trio_sum_value:
 * @sum: the checksum so far
 * @value: a value
 *
 * Returns: the checksum that includes the type and the content of @value
 */
guint64
trio_sum_value (guint64 sum, const TrioValue *value)
{
  guint8 type = value->type;

  sum = trio_sum_bytes (sum, &type, 1);
  switch (value->type)
    {
    case TRIO_VALUE_INT:
      return trio_sum_int (sum, value->integer);
    case TRIO_VALUE_REAL:
      {
        gint64 bits;

        memcpy (&bits, &value->real, sizeof bits);
        return trio_sum_int (sum, bits);
      }
    case TRIO_VALUE_TEXT:
      /* The final zero keeps "ab", "c" apart from "a", "bc". */
      return trio_sum_bytes (sum, value->text, strlen (value->text) + 1);
    case TRIO_VALUE_NULL:
    default:
      return sum;
    }
}

/**
 * trio_sum_record:
 * @record: an object
 * @version: schema version of the row
 *
 * Returns: the checksum of the row of @record: kind, number, identity, stamps and the values
 *   that the schema of @version has
 */
guint64
trio_sum_record (const TrioRecord *record, guint version)
{
  const TrioKindInfo *info = trio_kind_get_info (record->kind);
  guint64 sum = trio_sum_start ();

  sum = trio_sum_int (sum, record->kind);
  sum = trio_sum_int (sum, record->id);
  sum = trio_sum_bytes (sum, record->uuid.bytes, sizeof record->uuid.bytes);
  for (guint i = 0; i < info->n_groups; i++)
    {
      sum = trio_sum_int (sum, record->stamps[i].time);
      sum = trio_sum_int (sum, record->stamps[i].device);
    }
  for (guint i = 0; i < info->n_fields; i++)
    if (trio_field_in_version (record->kind, i, version))
      sum = trio_sum_value (sum, &record->values[i]);
  return sum;
}

/**
 * trio_sum_state:
 * @uuid: identity of the file
 * @state: its state
 *
 * Returns: the checksum of both
 */
guint64
trio_sum_state (const TrioUuid *uuid, const TrioFileState *state)
{
  guint64 sum = trio_sum_bytes (trio_sum_start (), uuid->bytes, sizeof uuid->bytes);

  sum = trio_sum_int (sum, state->next_id);
  sum = trio_sum_int (sum, state->clock);
  return trio_sum_int (sum, state->position);
}

/**
 * trio_devices_find:
 * @devices: (element-type guint64): the devices that the file knows
 * @number: number of a device
 *
 * Returns: the index that stands for the device in this file, from 1; added when new
 */
guint
trio_devices_find (GArray *devices, guint64 number)
{
  for (guint i = 0; i < devices->len; i++)
    if (g_array_index (devices, guint64, i) == number)
      return i + 1;
  g_array_append_val (devices, number);
  return devices->len;
}

static void
put_varint (GByteArray *to, guint64 number)
{
  guint8 byte;

  for (; number > 0x7f; number >>= 7)
    {
      byte = (number & 0x7f) | 0x80;
      g_byte_array_append (to, &byte, 1);
    }
  byte = number;
  g_byte_array_append (to, &byte, 1);
}

static void
put_fixed (GByteArray *to, guint64 number)
{
  guint64 big = GUINT64_TO_BE (number);

  g_byte_array_append (to, (const guint8 *)&big, sizeof big);
}

static guint64
take_varint (Reader *reader)
{
  guint64 number = 0;

  for (guint shift = 0; shift < 64; shift += 7)
    {
      guint8 byte;

      if (reader->at >= reader->end)
        break;
      byte = *reader->at++;
      number |= (guint64)(byte & 0x7f) << shift;
      if ((byte & 0x80) == 0)
        return number;
    }
  reader->failed = TRUE;
  return 0;
}

static const guint8 *
take_bytes (Reader *reader, guint64 length)
{
  const guint8 *bytes = reader->at;

  if (reader->failed || length > (guint64)(reader->end - reader->at))
    {
      reader->failed = TRUE;
      return NULL;
    }
  reader->at += length;
  return bytes;
}

static guint64
take_fixed (Reader *reader)
{
  const guint8 *bytes = take_bytes (reader, 8);
  guint64 big;

  if (bytes == NULL)
    return 0;
  memcpy (&big, bytes, sizeof big);
  return GUINT64_FROM_BE (big);
}

/**
 * trio_pack_stamps:
 * @to: where to append
 * @record: an object
 * @devices: (element-type guint64): the devices of the file; may grow
 *
 * Appends the stamps of @record, one a group: eight bytes of time and the index of the
 * device. Equal stamps are not joined: a row that grew with its first change would not fit
 * its page any more, and the split costs more than joining saves.
 */
void
trio_pack_stamps (GByteArray *to, const TrioRecord *record, GArray *devices)
{
  guint n = trio_kind_get_info (record->kind)->n_groups;

  for (guint i = 0; i < n; i++)
    {
      put_fixed (to, record->stamps[i].time);
      put_varint (to, trio_devices_find (devices, record->stamps[i].device));
    }
}

static void
take_stamps (Reader *reader, TrioRecord *record, GArray *devices)
{
  guint n = trio_kind_get_info (record->kind)->n_groups;

  for (guint i = 0; i < n; i++)
    {
      guint64 index;

      record->stamps[i].time = take_fixed (reader);
      index = take_varint (reader);
      if (index == 0 || index > devices->len)
        {
          reader->failed = TRUE;
          return;
        }
      record->stamps[i].device = g_array_index (devices, guint64, index - 1);
    }
}

/**
 * trio_unpack_stamps:
 * @record: the object to fill
 * @devices: (element-type guint64): the devices of the file
 * @from: (array length=n): what trio_pack_stamps() made
 * @n: how many bytes
 *
 * Returns: whether the bytes are what they should be
 */
gboolean
trio_unpack_stamps (TrioRecord *record, GArray *devices, const guint8 *from, gsize n)
{
  Reader reader = { from, from + n, FALSE };

  if (from == NULL)
    return FALSE;
  take_stamps (&reader, record, devices);
  return !reader.failed && reader.at == reader.end;
}

/**
 * trio_pack_record:
 * @to: where to append
 * @record: an object
 * @devices: (element-type guint64): the devices of the file; may grow
 *
 * Appends the whole object, except for its number, as the log keeps it.
 */
void
trio_pack_record (GByteArray *to, const TrioRecord *record, GArray *devices)
{
  guint8 head[2] = { RECORD_FORMAT, record->kind };

  g_byte_array_append (to, head, sizeof head);
  g_byte_array_append (to, record->uuid.bytes, sizeof record->uuid.bytes);
  trio_pack_stamps (to, record, devices);
  put_varint (to, record->n_values);
  for (guint i = 0; i < record->n_values; i++)
    {
      const TrioValue *value = &record->values[i];
      guint8 type = value->type;

      g_byte_array_append (to, &type, 1);
      if (value->type == TRIO_VALUE_INT)
        put_varint (to, value->integer);
      else if (value->type == TRIO_VALUE_REAL)
        {
          guint64 bits;

          memcpy (&bits, &value->real, sizeof bits);
          put_fixed (to, bits);
        }
      else if (value->type == TRIO_VALUE_TEXT)
        {
          put_varint (to, strlen (value->text));
          g_byte_array_append (to, (const guint8 *)value->text, strlen (value->text));
        }
    }
}

static void
take_value (Reader *reader, TrioValue *value)
{
  const guint8 *type = take_bytes (reader, 1);

  if (type == NULL || *type > TRIO_VALUE_TEXT)
    {
      reader->failed = TRUE;
      return;
    }
  if (*type == TRIO_VALUE_INT)
    *value = trio_value_int (take_varint (reader));
  else if (*type == TRIO_VALUE_REAL)
    {
      guint64 bits = take_fixed (reader);
      double real;

      memcpy (&real, &bits, sizeof real);
      *value = trio_value_real (real);
    }
  else if (*type == TRIO_VALUE_TEXT)
    {
      guint64 length = take_varint (reader);
      const guint8 *text = take_bytes (reader, length);

      if (text == NULL || memchr (text, 0, length) != NULL)
        reader->failed = TRUE;
      else
        *value = trio_value_text_len ((const char *)text, length);
    }
}

/**
 * trio_unpack_record:
 * @id: number of the object
 * @devices: (element-type guint64): the devices of the file
 * @from: (array length=n): what trio_pack_record() made
 * @n: how many bytes
 *
 * Reads an object of the log and checks every value against the field table. Fields that
 * came with later versions hold what they hold at first.
 *
 * Returns: (transfer full) (nullable): the object, or %NULL when the bytes are not what they
 *   should be
 */
TrioRecord *
trio_unpack_record (TrioId id, GArray *devices, const guint8 *from, gsize n)
{
  Reader reader = { from, from + n, FALSE };
  g_autoptr (TrioRecord) record = NULL;
  const guint8 *head = from == NULL ? NULL : take_bytes (&reader, 2);
  const guint8 *uuid = head == NULL ? NULL : take_bytes (&reader, 16);
  guint64 n_values;
  TrioUuid identity;

  if (uuid == NULL || head[0] != RECORD_FORMAT || trio_kind_get_info (head[1]) == NULL)
    return NULL;

  memcpy (identity.bytes, uuid, sizeof identity.bytes);
  record = trio_record_new (head[1], id, &identity);
  take_stamps (&reader, record, devices);
  n_values = take_varint (&reader);
  if (n_values > record->n_values)
    return NULL;
  for (guint i = 0; i < n_values && !reader.failed; i++)
    take_value (&reader, &record->values[i]);
  if (reader.failed || reader.at != reader.end)
    return NULL;
  for (guint i = n_values; i < record->n_values; i++)
    record->values[i] = trio_row_first_value (record->kind, i);
  for (guint i = 0; i < record->n_values; i++)
    if (!trio_field_check (record->kind, i, &record->values[i], NULL))
      return NULL;
  return g_steal_pointer (&record);
}
