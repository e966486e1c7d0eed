/* trio-status-rows.c: what a status note tells of earlier events, as lines of its parameters.
 *
 * A line is a row whose fields stand between "|". What somebody has written stays as it is, and
 * what is there already is not added again; so collecting twice changes nothing.
 */
#include "config.h"

#include "document/trio-status-rows.h"

#include <string.h>

#include "base/trio-date.h"
#include "base/trio-text.h"
#include "document/trio-doc-source.h"

#define STATUS_TYPE "status"
#define INITIATIVES "initiatives"

/* Nothing in a field may look like the end of it. */
static char *
dup_cell (const char *text)
{
  g_autofree char *cell = g_strstrip (g_strdup (text));

  g_strdelimit (cell, "\r\n\t", ' ');
  g_strdelimit (cell, "|", '/');
  return g_steal_pointer (&cell);
}

/* The first fields of a line, for comparing: without regard to case and spaces around. */
static char *
dup_key (const char *line, guint n_cells)
{
  g_auto (GStrv) cells = g_strsplit (line, "|", -1);
  GString *key = g_string_new (NULL);

  for (guint i = 0; i < n_cells && cells[i] != NULL; i++)
    {
      g_autofree char *folded = g_utf8_casefold (g_strstrip (cells[i]), -1);

      g_string_append_printf (key, "%s|", folded);
    }
  return g_string_free (key, FALSE);
}

typedef struct
{
  GString *rows;
  GHashTable *known; /* keys of the lines */
  guint n_key_cells;
  guint n_added;
} Rows;

static void
rows_begin (Rows *self, const char *text, guint n_key_cells)
{
  g_auto (GStrv) lines = g_strsplit (text != NULL ? text : "", "\n", -1);

  self->rows = g_string_new (text);
  self->known = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->n_key_cells = n_key_cells;
  self->n_added = 0;
  for (char **line = lines; *line != NULL; line++)
    if (!g_ascii_isspace (**line))
      g_hash_table_add (self->known, dup_key (*line, n_key_cells));
}

/* The line may be followed by indented ones that go on with it. */
static void
rows_add (Rows *self, const char *line)
{
  g_autofree char *first = g_strndup (line, strcspn (line, "\n"));
  g_autofree char *key = dup_key (first, self->n_key_cells);

  if (g_hash_table_contains (self->known, key))
    return;
  g_hash_table_add (self->known, g_steal_pointer (&key));
  if (self->rows->len > 0 && self->rows->str[self->rows->len - 1] != '\n')
    g_string_append_c (self->rows, '\n');
  g_string_append (self->rows, line);
  self->n_added++;
}

static char *
rows_end (Rows *self, guint *n_added)
{
  g_clear_pointer (&self->known, g_hash_table_unref);
  if (n_added != NULL)
    *n_added = self->n_added;
  return g_string_free (self->rows, FALSE);
}

/* Events */

static int
compare_events (gconstpointer a, gconstpointer b)
{
  const TrioRecord *first = trio_snapshot_get_workshop (*(TrioSnapshot *const *)a);
  const TrioRecord *second = trio_snapshot_get_workshop (*(TrioSnapshot *const *)b);
  const char *from = trio_record_get_text (first, TRIO_WORKSHOP_START);
  const char *to = trio_record_get_text (second, TRIO_WORKSHOP_START);

  /* Those without a date come last. */
  if ((*from == '\0') != (*to == '\0'))
    return *from == '\0' ? 1 : -1;
  return strcmp (from, to);
}

static GPtrArray *
sort_events (GPtrArray *events)
{
  GPtrArray *sorted = g_ptr_array_new ();

  g_ptr_array_extend (sorted, events, NULL, NULL);
  g_ptr_array_sort (sorted, compare_events);
  return sorted;
}

static char *
dup_event_row (TrioSnapshot *event)
{
  const TrioRecord *workshop = trio_snapshot_get_workshop (event);
  GPtrArray *themes = trio_snapshot_get_all (event, TRIO_KIND_THEME);
  const char *title = trio_record_get_text (workshop, TRIO_WORKSHOP_TITLE);
  g_autofree char *cell = NULL;
  GString *row;

  if (*title == '\0')
    title = trio_record_get_text (workshop, TRIO_WORKSHOP_EVENT_KIND);
  if (*title == '\0')
    return NULL;
  cell = dup_cell (title);
  row = g_string_new (cell);
  g_string_append_printf (row, " | %s |", trio_record_get_text (workshop, TRIO_WORKSHOP_START));
  for (guint i = 0; i < themes->len; i++)
    {
      g_autofree char *theme = dup_cell (trio_record_get_text (themes->pdata[i], TRIO_THEME_TITLE));

      g_string_append_printf (row, "%s%s", i > 0 ? " – " : " ", theme);
    }
  return g_string_free (row, FALSE);
}

/**
 * trio_status_rows_add_events:
 * @rows: (nullable): the lines that are there
 * @events: (element-type TrioSnapshot): earlier events
 * @n_added: (out) (optional): how many lines are new
 *
 * Adds a line for each event: title, date, themes; the earliest first. An event that has
 * neither a title nor a kind cannot be mentioned.
 *
 * Returns: (transfer full): all lines
 */
char *
trio_status_rows_add_events (const char *rows, GPtrArray *events, guint *n_added)
{
  g_autoptr (GPtrArray) sorted = NULL;
  Rows all;

  g_return_val_if_fail (events != NULL, NULL);

  sorted = sort_events (events);
  rows_begin (&all, rows, 2);
  for (guint i = 0; i < sorted->len; i++)
    {
      g_autofree char *row = dup_event_row (sorted->pdata[i]);

      if (row != NULL)
        rows_add (&all, row);
    }
  return rows_end (&all, n_added);
}

/* Initiatives */

typedef struct
{
  Rows rows;
  TrioSnapshot *workshop;
  const char *lang;
  guint n_left;
} Collection;

/* Returns: (nullable): the theme of the workshop that an earlier one has become. */
static const TrioRecord *
find_theme (Collection *self, const TrioRecord *earlier)
{
  GPtrArray *themes = trio_snapshot_get_all (self->workshop, TRIO_KIND_THEME);
  const TrioRecord *same = trio_snapshot_find_uuid (self->workshop, &earlier->uuid);
  g_autofree char *title = g_utf8_casefold (trio_record_get_text (earlier, TRIO_THEME_TITLE), -1);

  if (same != NULL && same->kind == TRIO_KIND_THEME)
    return same;
  for (guint i = 0; i < themes->len; i++)
    {
      g_autofree char *other
          = g_utf8_casefold (trio_record_get_text (themes->pdata[i], TRIO_THEME_TITLE), -1);

      if (g_str_equal (title, other))
        return themes->pdata[i];
    }
  return NULL;
}

static void
add_initiative (Collection *self, const TrioRecord *earlier, const char *rest)
{
  const TrioRecord *theme = earlier != NULL ? find_theme (self, earlier) : NULL;
  g_autofree char *cell = NULL;
  g_autofree char *row = NULL;

  if (theme == NULL)
    {
      self->n_left++;
      return;
    }
  cell = dup_cell (trio_record_get_text (theme, TRIO_THEME_TITLE));
  row = g_strdup_printf ("%s | %s", cell, rest);
  rows_add (&self->rows, row);
}

/* What is still to be done: what | who, until when. */
static void
add_followup (Collection *self, TrioSnapshot *event, const TrioRecord *followup)
{
  TrioId id = trio_record_get_ref (followup, TRIO_FOLLOWUP_THEME);
  g_autofree char *what = dup_cell (trio_record_get_text (followup, TRIO_FOLLOWUP_WHAT));
  g_autofree char *who = dup_cell (trio_record_get_text (followup, TRIO_FOLLOWUP_WHO));
  g_autofree char *due
      = trio_date_format_long (trio_record_get_text (followup, TRIO_FOLLOWUP_DUE), self->lang);
  g_autofree char *first = NULL;
  g_autofree char *upper = NULL;
  g_autofree char *rest = NULL;
  gboolean has_due = due != NULL && *due != '\0';

  if (*what == '\0' || trio_record_get_int (followup, TRIO_FOLLOWUP_STATE) == TRIO_FOLLOWUP_DONE)
    return;
  first = g_utf8_substring (what, 0, 1);
  upper = trio_text_upper (first, self->lang);
  rest = g_strdup_printf ("%s%s | %s%s%s", upper, g_utf8_next_char (what), who,
                          *who != '\0' && has_due ? ", " : "", has_due ? due : "");
  add_initiative (self, id != 0 ? trio_snapshot_get (event, id) : NULL, g_strchomp (rest));
}

static const TrioRecord *
find_named_theme (const GPtrArray *themes, const char *name)
{
  g_autofree char *folded = g_utf8_casefold (name, -1);

  for (guint i = 0; i < themes->len; i++)
    {
      g_autofree char *title
          = g_utf8_casefold (trio_record_get_text (themes->pdata[i], TRIO_THEME_TITLE), -1);
      g_autofree char *number = g_strdup_printf ("%u", i + 1);

      if (g_str_equal (number, name) || g_str_equal (title, folded))
        return themes->pdata[i];
    }
  return NULL;
}

/* A line of an earlier status note, and the indented ones below it. */
static void
add_written (Collection *self, const GPtrArray *themes, const char *row)
{
  const char *bar = strchr (row, '|');
  g_autofree char *name = NULL;

  if (bar == NULL)
    return;
  name = g_strstrip (g_strndup (row, (gsize)(bar - row)));
  for (bar++; *bar == ' '; bar++)
    ;
  add_initiative (self, find_named_theme (themes, name), bar);
}

static void
read_status_note (Collection *self, TrioSnapshot *event, const TrioRecord *document)
{
  g_autoptr (TrioBuildOptions) options = trio_build_options_new_for_document (event, document);
  g_autoptr (TrioDocSource) source = trio_doc_source_new (event, options);
  const char *text = trio_build_options_get_parameter (options, INITIATIVES);
  g_auto (GStrv) lines = g_strsplit (text != NULL ? text : "", "\n", -1);
  g_autoptr (GString) row = g_string_new (NULL);

  for (char **line = lines; *line != NULL; line++)
    {
      gboolean goes_on = g_ascii_isspace (**line) && row->len > 0;

      if (*g_strchomp (*line) == '\0')
        continue;
      if (!goes_on)
        {
          add_written (self, trio_doc_source_get_themes (source), row->str);
          g_string_truncate (row, 0);
        }
      g_string_append_printf (row, "%s%s", goes_on ? "\n" : "", *line);
    }
  add_written (self, trio_doc_source_get_themes (source), row->str);
}

static void
read_event (Collection *self, TrioSnapshot *event)
{
  GPtrArray *documents = trio_snapshot_get_all (event, TRIO_KIND_DOCUMENT);
  GPtrArray *followups = trio_snapshot_get_all (event, TRIO_KIND_FOLLOWUP);

  for (guint i = 0; i < documents->len; i++)
    if (g_str_equal (trio_record_get_text (documents->pdata[i], TRIO_DOCUMENT_TYPE), STATUS_TYPE))
      read_status_note (self, event, documents->pdata[i]);
  for (guint i = 0; i < followups->len; i++)
    add_followup (self, event, followups->pdata[i]);
}

/**
 * trio_status_rows_add_initiatives:
 * @rows: (nullable): the lines that are there
 * @workshop: the workshop of the status note
 * @events: (element-type TrioSnapshot): earlier events
 * @lang: language of the note
 * @n_added: (out) (optional): how many lines are new
 * @n_left: (out) (optional): how many were left out, because they belong to no theme of the
 *   workshop
 *
 * Adds a line for each initiative that a status note of the events tells, and for what was
 * agreed there and is not done yet: theme, title, text. Themes are known by their identity, or
 * by their title.
 *
 * Returns: (transfer full): all lines
 */
char *
trio_status_rows_add_initiatives (const char *rows,
                                  TrioSnapshot *workshop,
                                  GPtrArray *events,
                                  const char *lang,
                                  guint *n_added,
                                  guint *n_left)
{
  g_autoptr (GPtrArray) sorted = NULL;
  Collection self = { .workshop = workshop, .lang = lang };

  g_return_val_if_fail (workshop != NULL && events != NULL, NULL);

  sorted = sort_events (events);
  rows_begin (&self.rows, rows, 2);
  for (guint i = 0; i < sorted->len; i++)
    read_event (&self, sorted->pdata[i]);
  if (n_left != NULL)
    *n_left = self.n_left;
  return rows_end (&self.rows, n_added);
}
