/* trio-scan-private.h: what the parts of the search for personal data share. */
#pragma once

#include "document/gate/trio-scan.h"

G_BEGIN_DECLS

/**
 * TrioWordList:
 *
 * The lists of words; trio-scan-words.c tells what each is for.
 */
typedef enum
{
  TRIO_WORDS_FIRST_NAME,
  TRIO_WORDS_WORD_NAME,
  TRIO_WORDS_FAMILY_NAME,
  TRIO_WORDS_WORD_FAMILY_NAME,
  TRIO_WORDS_ADDRESS,
  TRIO_WORDS_PROFESSION,
  TRIO_WORDS_ROLE,
  TRIO_WORDS_PREPOSITION,
  TRIO_WORDS_OPENER,
  TRIO_WORDS_PERSON_VERB,
  TRIO_WORDS_PLACE,
  TRIO_WORDS_OFFICE,
  TRIO_WORDS_ABBREVIATION,
  TRIO_WORDS_HEALTH,
  TRIO_WORDS_OWNER,
  TRIO_WORDS_RELATION,
  TRIO_WORDS_PHONE,
  TRIO_WORDS_OTHER_NUMBER,
  TRIO_WORDS_AMOUNT,
  TRIO_N_WORD_LISTS
} TrioWordList;

gboolean trio_words_have (TrioWordList list, const char *word);

/**
 * TrioScanChar:
 * @c: the character; digits of all scripts as ASCII digits, all kinds of spaces within a
 *   line as a space, all kinds of hyphens and dashes as a hyphen
 * @start: its first byte in the text
 * @end: the byte after it
 * @is_hit: whether it belongs to something that was found
 * @is_person: whether it points at a person
 *
 * One character of a text. Invisible ones, such as soft hyphens, are left out.
 */
typedef struct
{
  gunichar c;
  gsize start;
  gsize end;
  gboolean is_hit;
  gboolean is_person;
} TrioScanChar;

/**
 * TrioScan:
 * @text: the text
 * @chars: its characters; one more than @n_chars, the last being 0
 * @n_chars: how many
 * @n_digits: how many of them are digits
 * @hits: (element-type TrioHit): what has been found
 *
 * A text while it is being searched.
 */
typedef struct
{
  const char *text;
  TrioScanChar *chars;
  guint n_chars;
  guint n_digits;
  GArray *hits;
} TrioScan;

gboolean trio_scan_is_digit (const TrioScan *scan, gint64 at);
void trio_scan_add_hit (TrioScan *scan, TrioHitKind kind, gboolean strong, guint from, guint to);
gboolean trio_scan_get_word_before (const TrioScan *scan, guint at, char *word, gsize size);
gboolean trio_scan_get_word_after (const TrioScan *scan, guint at, char *word, gsize size);
void trio_scan_fold_word (const TrioScan *scan, guint from, guint to, char *word, gsize size);

void trio_scan_cpr (TrioScan *scan);
void trio_scan_email (TrioScan *scan);
void trio_scan_phone (TrioScan *scan);
void trio_scan_names (TrioScan *scan);

#define TRIO_SCAN_WORD_SIZE 64

G_END_DECLS
