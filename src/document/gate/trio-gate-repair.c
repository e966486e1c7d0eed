/* trio-gate-repair.c: what people answer to a finding: mask it, or say why it may stay. */
#include "config.h"

#include "document/gate/trio-gate.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "base/trio-error.h"
#include "model/trio-edit.h"

/**
 * trio_gate_check_reason:
 * @reason: why a finding may stay
 * @error: return location for an error of the domain %TRIO_ERROR
 *
 * Returns: whether the reason says something, and holds no CPR number itself
 */
gboolean
trio_gate_check_reason (const char *reason, GError **error)
{
  g_autofree char *stripped = g_strstrip (g_strdup (reason));
  g_autoptr (GArray) hits = trio_scan_text (reason);

  if (*stripped == '\0')
    {
      g_set_error_literal (error, TRIO_ERROR, TRIO_ERROR_INVALID,
                           _ ("Give a reason, so that others can see why it may stay."));
      return FALSE;
    }
  for (guint i = 0; i < hits->len; i++)
    if (g_array_index (hits, TrioHit, i).kind == TRIO_HIT_CPR)
      {
        g_set_error_literal (error, TRIO_ERROR, TRIO_ERROR_INVALID,
                             _ ("The reason itself holds a CPR number. Say it without."));
        return FALSE;
      }
  return TRUE;
}

/**
 * trio_gate_justify:
 * @model: the workshop that was checked
 * @finding: a finding in a field of it
 * @reason: why it may stay
 * @time: now, in microseconds since 1970 in UTC
 * @error: return location for an error
 *
 * Remembers in the file why a finding may stay. It holds until the field is changed. One
 * step, one undo.
 *
 * Returns: whether it is remembered; not for what lies outside the fields of the workshop
 */
gboolean
trio_gate_justify (
    TrioModel *model, const TrioFinding *finding, const char *reason, gint64 time, GError **error)
{
  const TrioRecord *record = trio_model_get_record (model, finding->object);
  g_autofree char *uuid = NULL;
  g_autoptr (TrioEdit) edit = NULL;
  TrioId waiver;

  if (!trio_gate_check_reason (reason, error))
    return FALSE;
  if (record == NULL || finding->field == TRIO_NO_FIELD)
    {
      g_set_error_literal (error, TRIO_ERROR, TRIO_ERROR_INVALID,
                           _ ("A reason can only be remembered for a field of the workshop."));
      return FALSE;
    }
  uuid = trio_uuid_to_text (&record->uuid);
  edit = trio_edit_new (model, "justify-finding");
  waiver = trio_edit_create (edit, TRIO_KIND_WAIVER);
  trio_edit_set_text (edit, waiver, TRIO_WAIVER_OBJECT, uuid);
  trio_edit_set_text (edit, waiver, TRIO_WAIVER_FIELD,
                      trio_kind_get_info (record->kind)->fields[finding->field].name);
  trio_edit_set_text (edit, waiver, TRIO_WAIVER_FINDING,
                      trio_finding_kind_get_name (finding->kind));
  trio_edit_set_text (edit, waiver, TRIO_WAIVER_MARK, finding->id);
  trio_edit_set_text (edit, waiver, TRIO_WAIVER_REASON, reason);
  trio_edit_set_int (edit, waiver, TRIO_WAIVER_TIME, time);
  return trio_edit_commit (edit, error);
}

static TrioHitKind
get_hit_kind (TrioFindingKind kind)
{
  switch (kind)
    {
    case TRIO_FINDING_CPR:
      return TRIO_HIT_CPR;
    case TRIO_FINDING_EMAIL:
      return TRIO_HIT_EMAIL;
    case TRIO_FINDING_PHONE:
      return TRIO_HIT_PHONE;
    case TRIO_FINDING_NAME:
      return TRIO_HIT_NAME;
    default:
      return TRIO_HIT_HEALTH;
    }
}

static int
compare_hits_cb (gconstpointer a, gconstpointer b)
{
  const TrioHit *one = a;
  const TrioHit *other = b;

  return one->start < other->start ? -1 : one->start > other->start;
}

/* A finding in the earlier wording of a note and one in its text are one redaction. */
static gboolean
is_same_place (const TrioFinding *a, const TrioFinding *b)
{
  return a->object == b->object && a->field == b->field;
}

static gboolean
is_first_of_place (const TrioFinding *const *findings, guint index)
{
  for (guint i = 0; i < index; i++)
    if (is_same_place (findings[i], findings[index]))
      return FALSE;
  return TRUE;
}

/* All that shall be masked in the text of the same place; kinds as bits in @kinds. */
static GArray *
list_hits (const TrioFinding *const *findings, guint n, const TrioFinding *place, guint *kinds)
{
  GArray *hits = g_array_new (FALSE, FALSE, sizeof (TrioHit));

  for (guint i = 0; i < n; i++)
    if (is_same_place (findings[i], place))
      {
        TrioHit hit
            = { get_hit_kind (findings[i]->kind), TRUE, findings[i]->start, findings[i]->end };

        g_array_append_val (hits, hit);
        *kinds |= 1u << hit.kind;
      }
  g_array_sort (hits, compare_hits_cb);
  return hits;
}

/* Whether the text still has something at each of these places. */
static gboolean
fits_text (const GArray *hits, const char *text)
{
  g_autoptr (GArray) found = trio_scan_text (text != NULL ? text : "");
  guint at = 0;

  for (guint i = 0; i < hits->len; i++)
    {
      const TrioHit *hit = &g_array_index (hits, TrioHit, i);

      while (at < found->len && g_array_index (found, TrioHit, at).start < hit->start)
        at++;
      if (at == found->len || g_array_index (found, TrioHit, at).start != hit->start
          || g_array_index (found, TrioHit, at).end != hit->end
          || g_array_index (found, TrioHit, at).kind != hit->kind)
        return FALSE;
    }
  return hits->len > 0;
}

/* Redacting the text of a note puts the new text in place of its earlier wording as well; that
 * one is given back, with everything of the same kinds masked. */
static char *
dup_masked_original (const TrioRecord *record, guint kinds)
{
  const char *original = trio_record_get_text (record, TRIO_NOTE_ORIGINAL);
  g_autoptr (GArray) all = NULL;
  g_autoptr (GArray) hits = g_array_new (FALSE, FALSE, sizeof (TrioHit));

  if (trio_record_is_null (record, TRIO_NOTE_ORIGINAL) || original == NULL)
    return NULL;
  all = trio_scan_text (original);
  for (guint i = 0; i < all->len; i++)
    if (kinds & (1u << g_array_index (all, TrioHit, i).kind))
      g_array_append_vals (hits, &g_array_index (all, TrioHit, i), 1);
  return trio_scan_dup_masked (original, hits);
}

static gboolean
mask_place (TrioStore *store,
            const TrioFinding *const *findings,
            guint n_findings,
            const TrioFinding *place,
            GError **error)
{
  const TrioRecord *record = trio_model_get_record (trio_store_get_model (store), place->object);
  guint kinds = 0;
  g_autoptr (GArray) hits = list_hits (findings, n_findings, place, &kinds);
  g_autofree char *original = NULL;
  g_autofree char *masked = NULL;

  if (record == NULL || place->field == TRIO_NO_FIELD || !trio_finding_is_personal (place)
      || !fits_text (hits, trio_record_get_text (record, place->field)))
    {
      g_set_error_literal (error, TRIO_ERROR, TRIO_ERROR_INVALID,
                           _ ("Only personal data in a field of the workshop can be masked. Run "
                              "the checks again if the field was changed since."));
      return FALSE;
    }
  masked = trio_scan_dup_masked (trio_record_get_text (record, place->field), hits);
  for (guint i = 0; i < n_findings; i++)
    if (findings[i]->object == place->object)
      kinds |= 1u << get_hit_kind (findings[i]->kind);
  if (record->kind == TRIO_KIND_NOTE && place->field == TRIO_NOTE_TEXT)
    original = dup_masked_original (record, kinds);
  if (!trio_store_redact (store, place->object, place->field, masked, error))
    return FALSE;
  return original == NULL
         || trio_store_redact (store, place->object, TRIO_NOTE_ORIGINAL, original, error);
}

static const TrioFinding *
find_text_place (const TrioFinding *const *findings, guint n, const TrioFinding *finding)
{
  for (guint i = 0; i < n; i++)
    if (findings[i]->object == finding->object && findings[i]->field == TRIO_NOTE_TEXT)
      return findings[i];
  return NULL;
}

/**
 * trio_gate_mask:
 * @store: the file that was checked, unchanged since
 * @findings: (array length=n_findings): findings of personal data in fields of it
 * @n_findings: how many
 * @error: return location for an error of the domain %TRIO_ERROR
 *
 * Puts "XXXXXX-XXXX", "[navn]" and the like in place of what was found, in the field, its
 * history, the file and its backups. It cannot be undone. Blocks.
 *
 * Returns: whether all are masked
 */
gboolean
trio_gate_mask (TrioStore *store,
                const TrioFinding *const *findings,
                guint n_findings,
                GError **error)
{
  for (guint i = 0; i < n_findings; i++)
    {
      const TrioFinding *finding = findings[i];

      if (!is_first_of_place (findings, i))
        continue;
      /* Masking the text of the note masks these as well. */
      if (finding->object_kind == TRIO_KIND_NOTE && finding->field == TRIO_NOTE_ORIGINAL
          && find_text_place (findings, n_findings, finding) != NULL)
        continue;
      if (!mask_place (store, findings, n_findings, finding, error))
        return FALSE;
    }
  return TRUE;
}
