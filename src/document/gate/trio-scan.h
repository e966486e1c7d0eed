/* trio-scan.h: finds what looks like personal data in a text.
 *
 * Pure: no clock, no locale. What is found is told by place, never by a copy of the words.
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * TrioHitKind:
 * @TRIO_HIT_CPR: a CPR number (DDMMYY-NNNN)
 * @TRIO_HIT_EMAIL: an e-mail address
 * @TRIO_HIT_PHONE: a telephone number
 * @TRIO_HIT_NAME: the likely name of a person
 * @TRIO_HIT_HEALTH: a word about health beside a person
 *
 * What a place in a text looks like.
 */
typedef enum
{
  TRIO_HIT_CPR,
  TRIO_HIT_EMAIL,
  TRIO_HIT_PHONE,
  TRIO_HIT_NAME,
  TRIO_HIT_HEALTH,
} TrioHitKind;

#define TRIO_N_HIT_KINDS (TRIO_HIT_HEALTH + 1)

/**
 * TrioHit:
 * @kind: what it looks like
 * @is_strong: for a CPR number: modulus 11 holds, or the date is 1 January; for others %TRUE
 * @start: first byte of it
 * @end: the byte after it
 *
 * One place in a text.
 */
typedef struct
{
  TrioHitKind kind;
  gboolean is_strong;
  gsize start;
  gsize end;
} TrioHit;

GArray *trio_scan_text (const char *text);
GArray *trio_scan_file_name (const char *name);
char *trio_scan_dup_masked (const char *text, const GArray *hits);

G_END_DECLS
