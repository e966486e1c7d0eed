/* trio-gate-personal.c: personal data in every field of free words, in the document, in its
 * properties and in the name of its file.
 *
 * Words of the workshop are looked at where they are stored, so that a finding leads to its
 * object. Of the document, only what is not found there is told.
 */
#include "config.h"

#include "document/gate/trio-gate-private.h"

/* What was found as a key that tells the same data in another spelling. */
static char *
dup_key (const char *text, const TrioHit *hit)
{
  GString *key = g_string_new (NULL);
  const char *end = text + hit->end;

  for (const char *p = text + hit->start; p < end; p = g_utf8_next_char (p))
    if (g_unichar_isalnum (g_utf8_get_char (p)) || *p == '@')
      g_string_append_unichar (key, g_unichar_tolower (g_utf8_get_char (p)));
  return g_string_free (key, FALSE);
}

/* Whether a document may show the field. */
static gboolean
may_be_printed (const TrioRecord *record, guint field)
{
  if (record->kind == TRIO_KIND_WAIVER || record->kind == TRIO_KIND_LINK)
    return FALSE;
  if (record->kind != TRIO_KIND_NOTE)
    return TRUE;
  return field != TRIO_NOTE_REASON
         && trio_record_get_int (record, TRIO_NOTE_STATE) == TRIO_NOTE_STATE_NORMAL;
}

/* Fields that are there to name persons and addresses. */
static gboolean
is_meant_for_names (const TrioRecord *record, guint field)
{
  return record->kind == TRIO_KIND_DOCUMENT
         && (field == TRIO_DOCUMENT_PARAMETERS || field == TRIO_DOCUMENT_RECIPIENTS);
}

static TrioSeverity
judge (const TrioRecord *record, guint field, TrioHitKind kind)
{
  gboolean printed = may_be_printed (record, field);

  if (kind == TRIO_HIT_CPR)
    return printed ? TRIO_SEVERITY_BLOCK : TRIO_SEVERITY_WARNING;
  return printed && !is_meant_for_names (record, field) ? TRIO_SEVERITY_WARNING
                                                        : TRIO_SEVERITY_NOTICE;
}

static TrioFindingKind
get_finding_kind (TrioHitKind kind)
{
  static const TrioFindingKind kinds[TRIO_N_HIT_KINDS]
      = { TRIO_FINDING_CPR, TRIO_FINDING_EMAIL, TRIO_FINDING_PHONE, TRIO_FINDING_NAME,
          TRIO_FINDING_HEALTH };

  return kinds[kind];
}

static void
check_field (TrioGate *gate, const TrioRecord *record, guint field)
{
  const char *text = trio_record_get_text (record, field);
  g_autoptr (GArray) hits = NULL;

  if (text == NULL || *text == '\0')
    return;
  hits = trio_scan_text (text);
  for (guint i = 0; i < hits->len; i++)
    {
      const TrioHit *hit = &g_array_index (hits, TrioHit, i);

      trio_gate_add (gate, get_finding_kind (hit->kind), judge (record, field, hit->kind), record,
                     field, hit->start, hit->end)
          ->is_strong
          = hit->is_strong;
      if (may_be_printed (record, field))
        g_hash_table_add (gate->seen, dup_key (text, hit));
    }
}

static void
check_kind (TrioGate *gate, TrioKind kind)
{
  const TrioKindInfo *info = trio_kind_get_info (kind);
  GPtrArray *all = trio_snapshot_get_all (gate->snapshot, kind);

  for (guint i = 0; i < all->len; i++)
    for (guint field = 0; field < info->n_fields; field++)
      if (info->fields[field].flags & TRIO_FIELD_WORDS)
        check_field (gate, g_ptr_array_index (all, i), field);
}

static void
add_hits (TrioGate *gate, const char *text, GArray *hits, TrioFindingPart part, guint kinds)
{
  for (guint i = 0; i < hits->len; i++)
    {
      const TrioHit *hit = &g_array_index (hits, TrioHit, i);
      g_autofree char *key = dup_key (text, hit);

      if ((kinds & (1u << hit->kind)) == 0
          || (part != TRIO_PART_FILE_NAME && g_hash_table_contains (gate->seen, key)))
        continue;
      trio_gate_add_part (gate, get_finding_kind (hit->kind),
                          hit->kind == TRIO_HIT_CPR ? TRIO_SEVERITY_BLOCK : TRIO_SEVERITY_WARNING,
                          part)
          ->is_strong
          = hit->is_strong;
      if (part != TRIO_PART_FILE_NAME)
        g_hash_table_add (gate->seen, g_steal_pointer (&key));
    }
}

#define ONLY_CPR (1u << TRIO_HIT_CPR)
#define NUMBERS  (ONLY_CPR | (1u << TRIO_HIT_EMAIL) | (1u << TRIO_HIT_PHONE))
#define ALL      ((1u << TRIO_N_HIT_KINDS) - 1)

/* Labelled fields, page header and footer are where a body gives its own address. */
static void
check_doc_text_cb (TrioGate *gate, const char *text, gboolean is_meta, gpointer user_data)
{
  g_autoptr (GArray) hits = trio_scan_text (text);

  add_hits (gate, text, hits, TRIO_PART_TEXT, is_meta ? ONLY_CPR : NUMBERS);
}

static void
check_inlines (TrioGate *gate, const TrioInlines *inlines)
{
  g_autofree char *text = inlines != NULL ? trio_inlines_dup_text (inlines) : NULL;
  g_autoptr (GArray) hits = text != NULL ? trio_scan_text (text) : NULL;

  if (hits != NULL)
    add_hits (gate, text, hits, TRIO_PART_LETTERHEAD, ONLY_CPR);
}

static void
check_document (TrioGate *gate)
{
  const TrioLetterhead *letterhead = trio_doc_get_letterhead (gate->doc);

  for (guint field = 0; field < TRIO_DOC_N_FIELDS; field++)
    {
      const char *text = trio_doc_get (gate->doc, field);
      g_autoptr (GArray) hits = text != NULL ? trio_scan_text (text) : NULL;

      if (hits != NULL && field != TRIO_DOC_CREATED)
        add_hits (gate, text, hits, TRIO_PART_PROPERTIES,
                  field == TRIO_DOC_CASE_NUMBER || field == TRIO_DOC_DOCUMENT_NUMBER ? ONLY_CPR
                                                                                     : ALL);
    }
  check_inlines (gate, letterhead->header);
  check_inlines (gate, letterhead->footer);
  trio_gate_foreach_doc_text (gate, check_doc_text_cb, NULL);
}

/* Looks for personal data everywhere. */
void
trio_gate_personal (TrioGate *gate)
{
  for (guint kind = 1; kind < TRIO_N_KINDS; kind++)
    check_kind (gate, kind);
  if (gate->doc != NULL)
    check_document (gate);
  if (gate->file_name != NULL)
    {
      g_autoptr (GArray) hits = trio_scan_file_name (gate->file_name);
      g_autofree char *name = g_utf8_make_valid (gate->file_name, -1);

      add_hits (gate, name, hits, TRIO_PART_FILE_NAME, ALL);
    }
}
