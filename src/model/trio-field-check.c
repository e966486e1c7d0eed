/* trio-field-check.c: what a field accepts, and its form as text. */
#include "config.h"

#include "model/trio-fields.h"

#include <errno.h>
#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

#include "base/trio-error.h"
#include "base/trio-rank.h"

static gboolean
refuse (TrioKind kind, guint field, GError **error, const char *why)
{
  g_autofree char *label = trio_field_dup_label (kind, field);

  /* Translators: the first part names a field, the second says what is wrong with it. */
  g_set_error (error, TRIO_ERROR, TRIO_ERROR_INVALID, _ ("The field “%s” %s."), label, why);
  return FALSE;
}

static gboolean
is_date (const char *text)
{
  g_autoptr (GDate) date = NULL;

  if (strlen (text) != 10 || text[4] != '-' || text[7] != '-')
    return FALSE;
  for (guint i = 0; i < 10; i++)
    if (i != 4 && i != 7 && !g_ascii_isdigit (text[i]))
      return FALSE;
  return g_date_valid_dmy (atoi (text + 8), atoi (text + 5), atoi (text));
}

/* Control characters have no place in any document or XML file. */
static gboolean
has_control_characters (const char *text, gboolean allow_line_breaks)
{
  for (const guchar *c = (const guchar *)text; *c != '\0'; c++)
    if ((*c < 0x20 && !(*c == '\t' && allow_line_breaks) && !(*c == '\n' && allow_line_breaks))
        || *c == 0x7f)
      return TRUE;
  return FALSE;
}

static gboolean
check_text (TrioKind kind, guint index, const TrioField *field, const char *text, GError **error)
{
  gboolean one_line = field->type != TRIO_FIELD_TEXT;
  glong length;

  if (!g_utf8_validate (text, -1, NULL))
    return refuse (kind, index, error, _ ("holds text that is not valid Unicode"));
  if (has_control_characters (text, !one_line))
    return refuse (kind, index, error, _ ("holds control characters or line breaks"));
  length = g_utf8_strlen (text, -1);
  if (length > field->max)
    {
      g_autofree char *why
          = g_strdup_printf (_ ("is too long: %ld characters, at most %ld are allowed"), length,
                             (glong)field->max);

      return refuse (kind, index, error, why);
    }
  if (length < field->min || (length == 0 && (field->flags & TRIO_FIELD_REQUIRED) != 0))
    return refuse (kind, index, error, _ ("must not be empty"));
  if (field->type == TRIO_FIELD_DATE && length > 0 && !is_date (text))
    return refuse (kind, index, error, _ ("needs a date as year-month-day, such as 2026-11-22"));
  if (field->type == TRIO_FIELD_RANK && length > 0 && !trio_rank_is_valid (text))
    return refuse (kind, index, error, _ ("holds an order key that is not valid"));
  return TRUE;
}

static gboolean
check_number (TrioKind kind, guint index, const TrioField *field, gint64 number, GError **error)
{
  g_autofree char *why = NULL;

  if (number >= field->min && number <= field->max)
    return TRUE;
  why = g_strdup_printf (_ ("needs a number from %ld to %ld"), (glong)field->min,
                         (glong)field->max);
  return refuse (kind, index, error, why);
}

/**
 * trio_field_check:
 * @kind: a kind
 * @field: index of a field
 * @value: a value
 * @error: return location for an error of the domain %TRIO_ERROR
 *
 * Checks a value against the table: type, length in characters, range, form of dates and
 * ranks. Whether a reference points to something is the model's to know.
 *
 * Returns: whether the field accepts the value
 */
gboolean
trio_field_check (TrioKind kind, guint field, const TrioValue *value, GError **error)
{
  const TrioField *info = &trio_kind_get_info (kind)->fields[field];
  TrioValueType wanted = TRIO_VALUE_INT;

  if (value->type == TRIO_VALUE_NULL)
    {
      if (info->flags & TRIO_FIELD_NULLABLE)
        return TRUE;
      return refuse (kind, field, error, _ ("must have a value"));
    }

  if (info->type == TRIO_FIELD_REAL)
    wanted = TRIO_VALUE_REAL;
  else if (info->type == TRIO_FIELD_LINE || info->type == TRIO_FIELD_TEXT
           || info->type == TRIO_FIELD_DATE || info->type == TRIO_FIELD_RANK)
    wanted = TRIO_VALUE_TEXT;
  if (value->type != wanted)
    return refuse (kind, field, error, _ ("holds a value of the wrong type"));

  switch (info->type)
    {
    case TRIO_FIELD_LINE:
    case TRIO_FIELD_TEXT:
    case TRIO_FIELD_DATE:
    case TRIO_FIELD_RANK:
      return check_text (kind, field, info, value->text, error);
    case TRIO_FIELD_REAL:
      if (!isfinite (value->real) || value->real < info->min || value->real > info->max)
        return refuse (kind, field, error, _ ("holds a number that is out of range"));
      return TRUE;
    case TRIO_FIELD_BOOL:
      if (value->integer != 0 && value->integer != 1)
        return refuse (kind, field, error, _ ("must be yes or no"));
      return TRUE;
    case TRIO_FIELD_ENUM:
    case TRIO_FIELD_INT:
    case TRIO_FIELD_TIME:
    case TRIO_FIELD_REF:
      return check_number (kind, field, info, value->integer, error);
    }
  return TRUE;
}

static gboolean
parse_integer (const char *text, gint64 *number)
{
  char *end = NULL;

  errno = 0;
  *number = g_ascii_strtoll (text, &end, 10);
  return errno == 0 && end != text && *end == '\0';
}

static gboolean
parse_enum (TrioKind kind,
            guint field,
            const TrioField *info,
            const char *text,
            TrioValue *value,
            GError **error)
{
  g_autofree char *names = NULL;
  g_autofree char *why = NULL;

  for (guint i = 0; info->names[i] != NULL; i++)
    if (strcmp (info->names[i], text) == 0)
      {
        *value = trio_value_int (i);
        return TRUE;
      }
  names = g_strjoinv (", ", (char **)info->names);
  why = g_strdup_printf (_ ("must be one of: %s"), names);
  return refuse (kind, field, error, why);
}

/**
 * trio_field_parse:
 * @kind: a kind
 * @field: index of a field that is not a reference
 * @text: the value as text, as trio_field_format() writes it
 * @value: (out): the value
 * @error: return location for an error of the domain %TRIO_ERROR
 *
 * Reads and checks a value that came as text. An empty text is the null value where the
 * field may have none.
 *
 * Returns: whether @value was set
 */
gboolean
trio_field_parse (TrioKind kind, guint field, const char *text, TrioValue *value, GError **error)
{
  const TrioField *info = &trio_kind_get_info (kind)->fields[field];
  g_auto (TrioValue) parsed = TRIO_VALUE_INIT;
  gint64 number;
  double real;
  char *end;

  if (*text != '\0' || (info->flags & TRIO_FIELD_NULLABLE) == 0)
    switch (info->type)
      {
      case TRIO_FIELD_LINE:
      case TRIO_FIELD_TEXT:
      case TRIO_FIELD_DATE:
      case TRIO_FIELD_RANK:
        parsed = trio_value_text (text);
        break;
      case TRIO_FIELD_ENUM:
        if (!parse_enum (kind, field, info, text, &parsed, error))
          return FALSE;
        break;
      case TRIO_FIELD_REAL:
        real = g_ascii_strtod (text, &end);
        if (end == text || *end != '\0')
          return refuse (kind, field, error, _ ("needs a number"));
        parsed = trio_value_real (real);
        break;
      case TRIO_FIELD_INT:
      case TRIO_FIELD_BOOL:
      case TRIO_FIELD_TIME:
      case TRIO_FIELD_REF:
        if (!parse_integer (text, &number))
          return refuse (kind, field, error, _ ("needs a whole number"));
        parsed = trio_value_int (number);
        break;
      }

  if (!trio_field_check (kind, field, &parsed, error))
    return FALSE;
  *value = trio_value_copy (&parsed);
  return TRUE;
}

/**
 * trio_field_format:
 * @kind: a kind
 * @field: index of a field
 * @value: a value
 *
 * Returns: (transfer full): the value as text that trio_field_parse() reads, independent of
 *   the locale; "" for the null value
 */
char *
trio_field_format (TrioKind kind, guint field, const TrioValue *value)
{
  const TrioField *info = &trio_kind_get_info (kind)->fields[field];
  char buffer[G_ASCII_DTOSTR_BUF_SIZE];

  switch (value->type)
    {
    case TRIO_VALUE_TEXT:
      return g_strdup (value->text);
    case TRIO_VALUE_REAL:
      return g_strdup (g_ascii_dtostr (buffer, sizeof buffer, value->real));
    case TRIO_VALUE_INT:
      if (info->type == TRIO_FIELD_ENUM && value->integer >= 0 && value->integer <= info->max)
        return g_strdup (info->names[value->integer]);
      return g_strdup_printf ("%" G_GINT64_FORMAT, value->integer);
    case TRIO_VALUE_NULL:
      break;
    }
  return g_strdup ("");
}
