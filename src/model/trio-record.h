/* trio-record.h: one object as it is at one moment, immutable and shared between threads.
 *
 * The model points at the newest record of each object; a change makes a new record. So a
 * snapshot for a worker, and the row that the writer thread stores, cost a reference.
 */
#pragma once

#include "model/trio-fields.h"

G_BEGIN_DECLS

/**
 * TrioStamp:
 * @time: hybrid logical clock: milliseconds since 1970 in the upper 48 bits, a counter in
 *   the lower 16 (Kulkarni et al., "Logical Physical Clocks", 2014)
 * @device: random number of the installation that made the change; breaks ties
 *
 * When and where a group of fields was last changed. Larger wins in a merge.
 */
typedef struct
{
  guint64 time;
  guint64 device;
} TrioStamp;

int trio_stamp_compare (const TrioStamp *a, const TrioStamp *b);

/**
 * TrioRecord:
 * @kind: the kind of object
 * @id: its number in the file
 * @uuid: its identity in the world
 * @stamps: per stamp group, the last change
 * @n_values: how many fields the kind had when the record was made
 * @values: per field, the value
 *
 * An object at one moment. Everything in it is read-only once it has been made.
 */
typedef struct _TrioRecord TrioRecord;

struct _TrioRecord
{
  /*< private >*/
  gatomicrefcount refs;
  /*< public >*/
  TrioKind kind;
  TrioId id;
  TrioUuid uuid;
  TrioStamp stamps[TRIO_MAX_GROUPS];
  guint n_values;
  TrioValue values[];
};

TrioRecord *trio_record_new (TrioKind kind, TrioId id, const TrioUuid *uuid);
TrioRecord *trio_record_copy (const TrioRecord *record);
TrioRecord *trio_record_ref (TrioRecord *record);
void trio_record_unref (TrioRecord *record);
void trio_record_take_value (TrioRecord *record, guint field, TrioValue value);

const TrioValue *trio_record_get (const TrioRecord *record, guint field);
const char *trio_record_get_text (const TrioRecord *record, guint field);
gint64 trio_record_get_int (const TrioRecord *record, guint field);
double trio_record_get_real (const TrioRecord *record, guint field);
TrioId trio_record_get_ref (const TrioRecord *record, guint field);
gboolean trio_record_is_null (const TrioRecord *record, guint field);
int trio_record_compare_by (const TrioRecord *a, const TrioRecord *b, guint rank_field);
gboolean trio_record_same_values (const TrioRecord *a, const TrioRecord *b);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TrioRecord, trio_record_unref)

G_END_DECLS
