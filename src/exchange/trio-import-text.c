/* trio-import-text.c: what the lines of a text mean beside each other.
 *
 * Switches stations at headings, joins the lines of a wrapped bullet, and tells what was left
 * out, joined or read by guess. The words themselves are never changed.
 */
#include "config.h"

#include "exchange/trio-import-text.h"

#include <string.h>

#include <glib/gi18n-lib.h>

#include "exchange/trio-import-line.h"

/* A bullet's line shorter than this was hardly broken because it was full (characters). */
#define FULL_LINE 40

/* How many lines pass between two looks at the cancellable. */
#define LINES_PER_CHECK 2048

typedef struct
{
  TrioImportPlan *plan;
  const TrioImportOptions *options;
  GArray *lines;

  /* the section being read */
  guint station;
  gboolean uses_bullets;
  char *cluster;

  /* the input being read */
  GString *entry;
  guint entry_line;
  gboolean entry_is_open;
  gboolean entry_has_bullet;
  gsize last_length;
  gboolean blank_before;

  guint n_divided;
  guint n_left_out;
  guint first_left_out;
  guint last_left_out;
} Reader;

static TrioImportLine *
get_line (Reader *reader, guint index)
{
  return &g_array_index (reader->lines, TrioImportLine, index);
}

static gboolean
is_upper_start (const char *text, gsize length)
{
  return length > 0 && g_unichar_isupper (g_utf8_get_char (text));
}

static gboolean
is_lower_start (const char *text, gsize length)
{
  return length > 0 && g_unichar_islower (g_utf8_get_char (text));
}

static void
leave_out (Reader *reader, guint from, guint to)
{
  for (guint i = from; i < to; i++)
    {
      TrioImportLine *line = get_line (reader, i);

      if (line->kind == TRIO_IMPORT_LINE_BLANK)
        continue;
      if (reader->n_left_out++ == 0)
        reader->first_left_out = line->line;
      reader->last_left_out = line->line;
      reader->plan->n_skipped++;
    }
}

static void
report_left_out (Reader *reader)
{
  if (reader->n_left_out == 1)
    trio_import_plan_add_problem (reader->plan, TRIO_IMPORT_NOTICE, reader->first_left_out,
                                  _ ("The line stands before the inputs and is left out."));
  else if (reader->n_left_out > 1)
    trio_import_plan_add_problem (
        reader->plan, TRIO_IMPORT_NOTICE, reader->first_left_out,
        _ ("From here to line %u the text stands before the inputs and is left out."),
        reader->last_left_out);
}

static void
finish_entry (Reader *reader)
{
  TrioImportEntry entry = { 0 };

  if (!reader->entry_is_open)
    return;

  reader->entry_is_open = FALSE;
  if (reader->entry->len == 0)
    return;

  entry.line = reader->entry_line;
  entry.station = reader->station;
  entry.text = g_strndup (reader->entry->str, reader->entry->len);
  entry.cluster = g_strdup (reader->cluster);
  trio_import_plan_take_entry (reader->plan, &entry);
}

static void
begin_entry (Reader *reader, TrioImportLine *line)
{
  finish_entry (reader);
  g_string_truncate (reader->entry, 0);
  g_string_append_len (reader->entry, line->content, line->content_length);
  reader->entry_line = line->line;
  reader->entry_is_open = TRUE;
  reader->entry_has_bullet = line->kind != TRIO_IMPORT_LINE_PLAIN;
}

/* Whether the text ends in a hyphen that follows a letter. */
static gboolean
ends_in_hyphen (const GString *text, const char **hyphen)
{
  const char *end = text->str + text->len;
  const char *last = text->len > 0 ? g_utf8_find_prev_char (text->str, end) : NULL;
  const char *before = last ? g_utf8_find_prev_char (text->str, last) : NULL;
  gunichar c = last ? g_utf8_get_char (last) : 0;

  if (before == NULL || (c != '-' && c != 0x2010))
    return FALSE;

  *hyphen = last;
  return g_unichar_isalpha (g_utf8_get_char (before));
}

/* "arbejds- og privatliv": the hyphen stands for the rest of a compound. */
static gboolean
is_conjunction (const char *text, gsize length)
{
  static const char *const words[] = { "og", "eller", "samt", "and", "or" };

  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    {
      gsize n = strlen (words[i]);

      if (length >= n && memcmp (text, words[i], n) == 0
          && (length == n || !g_unichar_isalpha (g_utf8_get_char (text + n))))
        return TRUE;
    }

  return FALSE;
}

/* Appends the next line of an input. Words divided at the line end are joined on request. */
static void
continue_entry (Reader *reader, const char *text, gsize length)
{
  GString *entry = reader->entry;
  const char *hyphen = NULL;

  if (entry->len >= 2 && memcmp (entry->str + entry->len - 2, "\302\255", 2) == 0)
    /* A soft hyphen at a line end is nothing but a division. */
    g_string_truncate (entry, entry->len - 2);
  else if (!ends_in_hyphen (entry, &hyphen) || is_conjunction (text, length))
    g_string_append_c (entry, ' ');
  else if (!reader->options->join_hyphens)
    {
      reader->n_divided += is_lower_start (text, length);
      g_string_append_c (entry, ' ');
    }
  else if (is_lower_start (text, length))
    g_string_truncate (entry, hyphen - entry->str);

  g_string_append_len (entry, text, length);
}

/* Text copied from a PDF may have a blank line inside a wrapped bullet: the line before is
 * full and no sentence has ended, and the next goes on with a small letter. */
static gboolean
goes_on_behind_blank (Reader *reader, TrioImportLine *line)
{
  char last = reader->entry->len > 0 ? reader->entry->str[reader->entry->len - 1] : '.';

  return reader->last_length > FULL_LINE && strchr (".?!:", last) == NULL
         && is_lower_start (line->content, line->content_length);
}

/* A line without bullet: goes on with the input before it, or is one by itself. */
static void
read_plain (Reader *reader, TrioImportLine *line)
{
  const char *hyphen;
  gboolean goes_on;

  if (reader->entry_is_open && reader->entry->len == 0)
    {
      g_string_append_len (reader->entry, line->content, line->content_length);
      return;
    }

  if (reader->uses_bullets)
    goes_on = reader->entry_is_open && reader->entry_has_bullet
              && (!reader->blank_before || goes_on_behind_blank (reader, line));
  else
    goes_on = reader->options->join_hyphens && reader->entry_is_open && !reader->blank_before
              && ends_in_hyphen (reader->entry, &hyphen)
              && is_lower_start (line->content, line->content_length);

  if (!goes_on)
    {
      if (reader->uses_bullets)
        trio_import_plan_add_problem (reader->plan, TRIO_IMPORT_NOTICE, line->line,
                                      _ ("The line has no bullet and counts as an input of its "
                                         "own."));
      begin_entry (reader, line);
      return;
    }

  if (reader->blank_before
      || (reader->last_length < FULL_LINE && is_upper_start (line->content, line->content_length)))
    trio_import_plan_add_problem (reader->plan, TRIO_IMPORT_NOTICE, line->line,
                                  _ ("The line has no bullet and was joined to the input before "
                                     "it."));
  continue_entry (reader, line->content, line->content_length);
}

/* Reads the lines of one section; FALSE when cancelled. */
static gboolean
read_section (Reader *reader, guint from, guint to, GCancellable *cancellable, GError **error)
{
  reader->uses_bullets = trio_import_lines_use_bullets (reader->lines, from, to);
  reader->blank_before = TRUE;

  for (guint i = from; i < to; i++)
    {
      TrioImportLine *line = get_line (reader, i);

      if (i % LINES_PER_CHECK == 0)
        {
          if (g_cancellable_set_error_if_cancelled (cancellable, error))
            return FALSE;
          if (reader->options->progress)
            reader->options->progress (0.5 + 0.5 * (double)i / (double)reader->lines->len,
                                       reader->options->progress_data);
        }

      switch (line->kind)
        {
        case TRIO_IMPORT_LINE_BULLET:
        case TRIO_IMPORT_LINE_NUMBERED:
          begin_entry (reader, line);
          break;
        case TRIO_IMPORT_LINE_PLAIN:
        case TRIO_IMPORT_LINE_APPENDIX:
          read_plain (reader, line);
          break;
        case TRIO_IMPORT_LINE_CLUSTER:
          finish_entry (reader);
          g_free (reader->cluster);
          reader->cluster = g_strndup (line->content, line->content_length);
          break;
        case TRIO_IMPORT_LINE_PAGE:
          reader->plan->n_skipped++;
          trio_import_plan_add_problem (reader->plan, TRIO_IMPORT_NOTICE, line->line,
                                        _ ("The page number is left out."));
          continue;
        case TRIO_IMPORT_LINE_BLANK:
        case TRIO_IMPORT_LINE_RULE:
        case TRIO_IMPORT_LINE_STATION:
        default:
          break;
        }

      reader->blank_before
          = line->kind == TRIO_IMPORT_LINE_BLANK || line->kind == TRIO_IMPORT_LINE_RULE;
      if (!reader->blank_before)
        reader->last_length = line->length;
    }

  finish_entry (reader);
  g_clear_pointer (&reader->cluster, g_free);
  return TRUE;
}

/* A heading in capitals may be wrapped as well: the rest is in capitals and directly below. */
static char *
dup_heading_title (Reader *reader, guint *index)
{
  TrioImportLine *line = get_line (reader, *index);
  g_autofree char *title = g_strndup (line->content, line->content_length);
  TrioImportLine *next;
  g_autofree char *rest = NULL;
  g_autofree char *joined = NULL;

  if (!line->is_explicit || *index + 1 >= reader->lines->len || !*title
      || trio_import_line_is_title (reader->plan->context, title, strlen (title)))
    return g_steal_pointer (&title);

  next = get_line (reader, *index + 1);
  if (next->kind != TRIO_IMPORT_LINE_PLAIN)
    return g_steal_pointer (&title);

  rest = g_strndup (next->content, next->content_length);
  joined = g_strdup_printf ("%s %s", title, rest);
  if (!trio_import_line_is_title (reader->plan->context, joined, strlen (joined)))
    return g_steal_pointer (&title);

  (*index)++;
  return g_steal_pointer (&joined);
}

/* What stands before the first station: a list that belongs to the given station, or the
 * body of a document, of which only bullets could be inputs. */
static gboolean
read_before_stations (
    Reader *reader, guint from, guint to, GCancellable *cancellable, GError **error)
{
  guint rest = trio_import_lines_find_station (reader->lines, 0);
  gboolean is_document = FALSE;

  for (; rest < reader->lines->len && !is_document;
       rest = trio_import_lines_find_station (reader->lines, rest + 1))
    is_document
        = trio_import_lines_use_bullets (reader->lines, rest + 1,
                                         trio_import_lines_find_station (reader->lines, rest + 1));

  if (is_document)
    for (guint i = from; i < to; i++)
      {
        TrioImportLine *line = get_line (reader, i);

        if (line->kind == TRIO_IMPORT_LINE_BULLET)
          continue;
        if (line->kind == TRIO_IMPORT_LINE_PLAIN && i > from
            && get_line (reader, i - 1)->kind == TRIO_IMPORT_LINE_BULLET)
          continue;
        leave_out (reader, i, i + 1);
        line->kind = TRIO_IMPORT_LINE_BLANK;
      }

  return read_section (reader, from, to, cancellable, error);
}

static gboolean
read_all (Reader *reader, GCancellable *cancellable, GError **error)
{
  guint start = trio_import_lines_find_start (reader->lines);
  guint next = trio_import_lines_find_station (reader->lines, start);

  leave_out (reader, 0, start);

  reader->station = TRIO_IMPORT_NO_STATION;
  if (reader->options->station != 0 && next > start)
    {
      gboolean has_content = FALSE;

      for (guint i = start; i < next; i++)
        has_content |= get_line (reader, i)->kind != TRIO_IMPORT_LINE_BLANK;
      if (has_content)
        reader->station
            = trio_import_plan_use_station (reader->plan, 0, reader->options->station, NULL);
    }

  if (next < reader->lines->len)
    {
      if (!read_before_stations (reader, start, next, cancellable, error))
        return FALSE;
    }
  else if (!read_section (reader, start, next, cancellable, error))
    return FALSE;

  report_left_out (reader);

  while (next < reader->lines->len)
    {
      TrioImportLine *heading = get_line (reader, next);
      g_autofree char *title = dup_heading_title (reader, &next);
      guint from = next + 1;

      reader->station
          = trio_import_plan_use_station (reader->plan, heading->line, heading->number, title);
      next = trio_import_lines_find_station (reader->lines, from);
      if (!read_section (reader, from, next, cancellable, error))
        return FALSE;
    }

  return TRUE;
}

/**
 * trio_import_text:
 * @plan: the plan to add to
 * @text: valid UTF-8
 * @length: its length in bytes, or -1
 * @options: (nullable): how to read
 * @cancellable: (nullable): to stop
 * @error: return location for a #GError
 *
 * Reads inputs from text, one a line. Bullets and list numbers are taken off; where a
 * section uses bullets, a line without one belongs to the input before it, unless a blank
 * line stands between. "Station 2: Title" or the title of a theme switches the station. Of a
 * whole document only the appendix with the stations is read; what was left out, joined or
 * differs is in the plan's problems. Words are kept byte for byte.
 *
 * Returns: %TRUE, or %FALSE with @error set when cancelled; the plan is then useless
 */
gboolean
trio_import_text (TrioImportPlan *plan,
                  const char *text,
                  gssize length,
                  const TrioImportOptions *options,
                  GCancellable *cancellable,
                  GError **error)
{
  static const TrioImportOptions usual = { 0 };
  Reader reader = { .plan = plan, .options = options ? options : &usual };
  gboolean ok;

  g_return_val_if_fail (plan != NULL && text != NULL, FALSE);

  if (plan->sources->len == 0)
    trio_import_plan_begin_source (plan, "");
  if (length < 0)
    length = (gssize)strlen (text);

  reader.lines = trio_import_lines_split (plan->context, text, (gsize)length, reader.options,
                                          cancellable, error);
  if (reader.lines == NULL)
    return FALSE;

  reader.entry = g_string_new (NULL);
  trio_import_lines_resolve_numbers (reader.lines);
  trio_import_lines_find_underlined (reader.lines);
  ok = read_all (&reader, cancellable, error);

  if (ok && reader.n_divided > 0)
    trio_import_plan_add_problem (
        plan, TRIO_IMPORT_NOTICE, 0,
        ngettext ("%u word is divided at the end of a line and stays so. Import with divided "
                  "words joined if that is wanted.",
                  "%u words are divided at the end of a line and stay so. Import with divided "
                  "words joined if that is wanted.",
                  reader.n_divided),
        reader.n_divided);
  if (ok && reader.options->progress)
    reader.options->progress (1.0, reader.options->progress_data);

  g_free (reader.cluster);
  g_string_free (reader.entry, TRUE);
  g_array_unref (reader.lines);
  return ok;
}

/**
 * trio_import_text_has_bullets:
 * @text: valid UTF-8
 * @length: its length in bytes, or -1
 *
 * Returns: whether a line among the first ones of @text begins with a bullet; a table does not
 */
gboolean
trio_import_text_has_bullets (const char *text, gssize length)
{
  static const TrioImportOptions usual = { 0 };
  g_autoptr (TrioImportContext) context = trio_import_context_new ();
  g_autoptr (GArray) lines = NULL;
  gsize n = length < 0 ? strlen (text) : (gsize)length;
  gsize sample = MIN (n, 4096);

  while (sample < n && sample > 0 && ((guchar)text[sample] & 0xC0) == 0x80)
    sample--;

  lines = trio_import_lines_split (context, text, sample, &usual, NULL, NULL);
  for (guint i = 0; i < lines->len; i++)
    if (g_array_index (lines, TrioImportLine, i).kind == TRIO_IMPORT_LINE_BULLET)
      return TRUE;

  return FALSE;
}
