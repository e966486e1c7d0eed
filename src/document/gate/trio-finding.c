/* trio-finding.c: findings in words. */
#include "config.h"

#include "document/gate/trio-finding.h"

#include <glib/gi18n-lib.h>
#include <string.h>

static const struct
{
  const char *name;
  const char *message;
} kinds[TRIO_N_FINDING_KINDS] = {
  [TRIO_FINDING_CPR] = { "cpr", N_ ("This is most likely a CPR number. Mask it, withhold the "
                                    "input, or say in writing why it may stay.") },
  [TRIO_FINDING_EMAIL] = { "e-mail", N_ ("This is an e-mail address.") },
  [TRIO_FINDING_PHONE] = { "phone", N_ ("This looks like a telephone number.") },
  [TRIO_FINDING_NAME] = { "name", N_ ("This looks like the name of a person.") },
  [TRIO_FINDING_HEALTH]
  = { "health", N_ ("This speaks of health and stands beside what points at a person.") },
  [TRIO_FINDING_STATION_TITLE]
  = { "station-title", N_ ("The title of the station differs from the title of its theme.") },
  [TRIO_FINDING_MISSPELT] = { "misspelt", N_ ("This is almost, but not quite, the series, the "
                                              "organisation or the title of a theme.") },
  [TRIO_FINDING_QUOTES]
  = { "quotes", N_ ("These quotation marks differ from those in the rest of the text.") },
  [TRIO_FINDING_DASH] = { "dash", N_ ("A hyphen stands here where a dash belongs.") },
  [TRIO_FINDING_SPACES] = { "spaces", N_ ("There are several spaces in a row.") },
  [TRIO_FINDING_NO_SUMMARY] = { "no-summary", N_ ("The theme has no summary.") },
  [TRIO_FINDING_NO_TOPIC]
  = { "no-topic", N_ ("The theme has no topic phrase, so its lead question will be missing.") },
  [TRIO_FINDING_NO_QUESTIONS] = { "no-questions", N_ ("The theme has no questions.") },
  [TRIO_FINDING_WRONG_TOPIC] = { "wrong-topic", N_ ("This names the topic of another theme.") },
  [TRIO_FINDING_NO_DATE] = { "no-date", N_ ("The workshop has no date.") },
  [TRIO_FINDING_WRONG_DATE] = { "wrong-date", N_ ("The workshop ends before it begins.") },
  [TRIO_FINDING_COVERAGE] = { "coverage", NULL },
  [TRIO_FINDING_UNLINKED] = { "unlinked", N_ ("This sentence rests on no input.") },
  [TRIO_FINDING_NO_ALT] = { "no-alt", N_ ("A picture has no alternative text, so people who "
                                          "cannot see it learn nothing of it.") },
  [TRIO_FINDING_HEADING_ORDER] = { "heading-order", N_ ("A heading skips a level.") },
  [TRIO_FINDING_CONTRAST] = { "contrast", N_ ("The colour of the letters is too faint on white: "
                                              "the contrast must be at least 4.5 to 1.") },
  [TRIO_FINDING_NO_TITLE] = { "no-title", N_ ("The document has no title.") },
};

static const char *const severities[TRIO_N_SEVERITIES] = { "notice", "warning", "block" };

/**
 * trio_finding_kind_get_name:
 * @kind: a kind of finding
 *
 * Returns: its name in JSON and in files, such as "cpr"
 */
const char *
trio_finding_kind_get_name (TrioFindingKind kind)
{
  return kinds[kind].name;
}

/**
 * trio_severity_get_name:
 * @severity: a severity
 *
 * Returns: its name in JSON and on the command line
 */
const char *
trio_severity_get_name (TrioSeverity severity)
{
  return severities[severity];
}

/**
 * trio_severity_from_name:
 * @name: what somebody wrote
 * @severity: (out): the severity
 *
 * Returns: whether there is one of that name
 */
gboolean
trio_severity_from_name (const char *name, TrioSeverity *severity)
{
  for (guint i = 0; i < TRIO_N_SEVERITIES; i++)
    if (strcmp (name, severities[i]) == 0)
      {
        *severity = i;
        return TRUE;
      }
  return FALSE;
}

/**
 * trio_finding_is_personal:
 * @finding: a finding
 *
 * Returns: whether it is about personal data, and so can be masked
 */
gboolean
trio_finding_is_personal (const TrioFinding *finding)
{
  return finding->kind <= TRIO_FINDING_HEALTH;
}

static char *
dup_object (const TrioFinding *finding)
{
  switch (finding->object_kind)
    {
    case TRIO_KIND_WORKSHOP:
      return g_strdup (_ ("Workshop"));
    case TRIO_KIND_THEME:
      return g_strdup_printf (_ ("Theme %u"), finding->number);
    case TRIO_KIND_QUESTION:
      return g_strdup_printf (_ ("Question %u"), finding->number);
    case TRIO_KIND_STATION:
      return g_strdup_printf (_ ("Station %d"), (int)finding->station);
    case TRIO_KIND_ROUND:
      return g_strdup_printf (_ ("Round %u"), finding->number);
    case TRIO_KIND_TEAM:
      return g_strdup_printf (_ ("Team %u"), finding->number);
    case TRIO_KIND_CLUSTER:
      return g_strdup_printf (_ ("Cluster %u"), finding->number);
    case TRIO_KIND_NOTE:
      return g_strdup_printf (_ ("Station %d, input %u"), (int)finding->station, finding->number);
    case TRIO_KIND_SUMMARY:
      return g_strdup_printf (_ ("Summary of theme %u"), finding->number);
    case TRIO_KIND_LINK:
      return g_strdup (_ ("Sentence that rests on an input"));
    case TRIO_KIND_DOCUMENT:
      return g_strdup_printf (_ ("Document %u"), finding->number);
    case TRIO_KIND_FOLLOWUP:
      return g_strdup_printf (_ ("Follow-up %u"), finding->number);
    case TRIO_KIND_WAIVER:
      return g_strdup (_ ("Reason why a finding may stay"));
    case TRIO_KIND_VISIT:
      break;
    }
  return g_strdup (_ ("Workshop"));
}

/**
 * trio_finding_dup_where:
 * @finding: a finding
 *
 * Returns: (transfer full): where it is, in words that stand in no workshop
 */
char *
trio_finding_dup_where (const TrioFinding *finding)
{
  g_autofree char *object = NULL;
  g_autofree char *field = NULL;

  switch (finding->part)
    {
    case TRIO_PART_FILE_NAME:
      return g_strdup (_ ("Name of the file"));
    case TRIO_PART_PROPERTIES:
      return g_strdup (_ ("Properties of the document"));
    case TRIO_PART_LETTERHEAD:
      return g_strdup (_ ("Letterhead of the document"));
    case TRIO_PART_TEXT:
      return g_strdup (_ ("Text of the document"));
    case TRIO_PART_RECORD:
    default:
      break;
    }
  object = dup_object (finding);
  if (finding->field == TRIO_NO_FIELD
      || (finding->object_kind == TRIO_KIND_NOTE && finding->field == TRIO_NOTE_TEXT)
      || (finding->object_kind == TRIO_KIND_SUMMARY && finding->field == TRIO_SUMMARY_TEXT))
    return g_steal_pointer (&object);
  if (finding->object_kind == TRIO_KIND_NOTE && finding->field == TRIO_NOTE_ORIGINAL)
    return g_strdup_printf (_ ("%s, earlier wording"), object);
  field = trio_field_dup_label (finding->object_kind, finding->field);
  /* Translators: an object and a field of it, such as “Theme 2, subtitle” */
  return g_strdup_printf (_ ("%s, %s"), object, field);
}

/**
 * trio_finding_dup_message:
 * @finding: a finding
 *
 * Returns: (transfer full): what was found, in whole sentences that never repeat the words
 *   it is about
 */
char *
trio_finding_dup_message (const TrioFinding *finding)
{
  if (finding->kind == TRIO_FINDING_COVERAGE)
    return g_strdup_printf (ngettext ("The summary rests on %u of %u input.",
                                      "The summary rests on %u of %u inputs.", finding->total),
                            finding->n, finding->total);
  if (finding->kind == TRIO_FINDING_CPR && finding->part == TRIO_PART_FILE_NAME)
    return g_strdup (_ ("This looks like a CPR number. Choose another name for the file."));
  if (finding->kind == TRIO_FINDING_CPR && finding->severity == TRIO_SEVERITY_BLOCK
      && !finding->is_strong)
    return g_strdup (_ ("This is possibly a CPR number. Mask it, withhold the input, or say in "
                        "writing why it may stay."));
  if (finding->kind == TRIO_FINDING_CPR && finding->severity != TRIO_SEVERITY_BLOCK)
    return g_strdup (_ ("This looks like a CPR number. No document shows it, but the file "
                        "holds it."));
  return g_strdup (_ (kinds[finding->kind].message));
}
