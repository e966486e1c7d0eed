/* trio-scope.c: where every name of trio-template-names.c gets its value. */
#include "config.h"

#include "document/trio-scope.h"

#include "document/trio-scope-private.h"
#include "document/trio-template-private.h"

#include <string.h>

static void
set_text (TrioWordingValue *value, const char *text)
{
  value->type = TRIO_WORDING_TEXT;
  value->text = text;
}

static void
set_number (TrioWordingValue *value, gint64 number)
{
  value->type = TRIO_WORDING_NUMBER;
  value->number = (guint)CLAMP (number, 0, (gint64)G_MAXUINT);
}

static guint
count_notes (const TrioDocSource *source, const GPtrArray *stations)
{
  guint n = 0;

  for (guint i = 0; i < stations->len; i++)
    {
      const TrioRecord *record = stations->pdata[i];

      n += trio_doc_source_get_station (source, record->id)->notes->len;
    }
  return n;
}

static guint
count_withheld (const TrioDocSource *source, const GPtrArray *stations)
{
  guint n = 0;

  for (guint i = 0; i < stations->len; i++)
    {
      const TrioRecord *record = stations->pdata[i];

      n += trio_doc_source_get_station (source, record->id)->n_withheld;
    }
  return n;
}

static guint
count_clusters (const TrioDocSource *source, const GPtrArray *stations)
{
  guint n = 0;

  for (guint i = 0; i < stations->len; i++)
    {
      const TrioRecord *record = stations->pdata[i];

      n += trio_doc_source_get_station (source, record->id)->clusters->len;
    }
  return n;
}

static guint
count_summaries (const TrioDocSource *source)
{
  const GPtrArray *themes = trio_doc_source_get_themes (source);
  guint n = 0;

  for (guint i = 0; i < themes->len; i++)
    {
      TrioWordingValue value;

      set_text (&value,
                trio_doc_source_get_summary (source, ((const TrioRecord *)themes->pdata[i])->id));
      n += !trio_wording_value_is_empty (&value);
    }
  return n;
}

/* The day goes back to an earlier event if anything is known of one. */
static gboolean
is_follow_up (const TrioDocSource *source)
{
  static const guint fields[] = { TRIO_WORKSHOP_PARENT_TITLE, TRIO_WORKSHOP_PARENT_KIND,
                                  TRIO_WORKSHOP_PARENT_DATE, TRIO_WORKSHOP_PARENT_BODY };
  const TrioRecord *workshop = trio_doc_source_get_workshop (source);

  for (guint i = 0; i < G_N_ELEMENTS (fields); i++)
    if (*trio_record_get_text (workshop, fields[i]) != '\0')
      return TRUE;
  return FALSE;
}

/* Joined once, and kept with the rows so that it outlives the wording. */
static const char *
get_theme_titles (const TrioScope *scope)
{
  const GPtrArray *themes = trio_doc_source_get_themes (scope->source);
  GPtrArray *kept = g_hash_table_lookup (scope->rows, themes);
  GString *titles;

  if (kept == NULL)
    {
      titles = g_string_new (NULL);
      for (guint i = 0; i < themes->len; i++)
        g_string_append_printf (titles, "%s%s", i > 0 ? " – " : "",
                                trio_record_get_text (themes->pdata[i], TRIO_THEME_TITLE));
      kept = g_ptr_array_new_with_free_func (g_free);
      g_ptr_array_add (kept, g_string_free (titles, FALSE));
      g_hash_table_insert (scope->rows, (gpointer)themes, kept);
    }
  return kept->pdata[0];
}

static void
set_document_value (const TrioScope *scope, TrioNameId id, TrioWordingValue *value)
{
  const TrioDocSource *source = scope->source;
  const GPtrArray *stations = trio_doc_source_get_stations (source);
  g_autoptr (GPtrArray) followups = NULL;

  switch (id)
    {
    case TRIO_NAME_THEME_COUNT:
      set_number (value, trio_doc_source_get_themes (source)->len);
      break;
    case TRIO_NAME_STATION_COUNT:
      set_number (value, stations->len);
      break;
    case TRIO_NAME_CLUSTER_COUNT:
      set_number (value, count_clusters (source, stations));
      break;
    case TRIO_NAME_NOTE_COUNT:
      set_number (value, count_notes (source, stations));
      break;
    case TRIO_NAME_WITHHELD_COUNT:
      set_number (value, count_withheld (source, stations));
      break;
    case TRIO_NAME_SUMMARY_COUNT:
      set_number (value, count_summaries (source));
      break;
    case TRIO_NAME_FOLLOW_UP:
      set_number (value, is_follow_up (source));
      break;
    case TRIO_NAME_FOLLOWUP_COUNT:
      set_number (value, trio_doc_source_get_followups (source)->len);
      break;
    case TRIO_NAME_OTHER_FOLLOWUP_COUNT:
      followups = trio_doc_source_list_followups (source, 0);
      set_number (value, followups->len);
      break;
    case TRIO_NAME_THEME_TITLES:
      set_text (value, get_theme_titles (scope));
      break;
    case TRIO_NAME_DOCUMENT_DATE:
      value->type = TRIO_WORDING_DATE;
      value->text = trio_build_options_get_document_date (scope->options);
      break;
    default:
      g_assert_not_reached ();
    }
}

static void
set_theme_value (const TrioScope *scope,
                 const TrioRecord *theme,
                 TrioNameId id,
                 TrioWordingValue *value)
{
  const TrioDocSource *source = scope->source;
  g_autoptr (GPtrArray) stations = NULL;
  g_autoptr (GPtrArray) questions = NULL;
  g_autoptr (GPtrArray) followups = NULL;

  switch (id)
    {
    case TRIO_NAME_THEME_NUMBER:
      set_number (value, trio_doc_source_get_theme_number (source, theme->id));
      break;
    case TRIO_NAME_THEME_TITLE:
      set_text (value, trio_record_get_text (theme, TRIO_THEME_TITLE));
      break;
    case TRIO_NAME_THEME_SUBTITLE:
      set_text (value, trio_record_get_text (theme, TRIO_THEME_SUBTITLE));
      break;
    case TRIO_NAME_THEME_TOPIC:
      set_text (value, trio_record_get_text (theme, TRIO_THEME_TOPIC));
      break;
    case TRIO_NAME_THEME_DIRECTION:
      set_text (value, trio_record_get_text (theme, TRIO_THEME_DIRECTION));
      break;
    case TRIO_NAME_THEME_SUMMARY:
      set_text (value, trio_doc_source_get_summary (source, theme->id));
      break;
    case TRIO_NAME_THEME_QUESTION_COUNT:
      questions = trio_doc_source_list_questions (source, theme->id, 0);
      set_number (value, questions->len);
      break;
    case TRIO_NAME_THEME_FOLLOWUP_COUNT:
      followups = trio_doc_source_list_followups (source, theme->id);
      set_number (value, followups->len);
      break;
    default:
      stations = trio_doc_source_list_theme_stations (source, theme->id);
      if (id == TRIO_NAME_THEME_STATION_COUNT)
        set_number (value, stations->len);
      else if (id == TRIO_NAME_THEME_NOTE_COUNT)
        set_number (value, count_notes (source, stations));
      else
        set_number (value, count_withheld (source, stations));
    }
}

static void
set_station_value (const TrioScope *scope,
                   const TrioRecord *record,
                   TrioNameId id,
                   TrioWordingValue *value)
{
  const TrioDocStation *station = trio_doc_source_get_station (scope->source, record->id);
  guint place;

  switch (id)
    {
    case TRIO_NAME_STATION_NUMBER:
      set_number (value, trio_record_get_int (record, TRIO_STATION_NUMBER));
      break;
    case TRIO_NAME_STATION_ORDINAL:
      g_ptr_array_find ((GPtrArray *)trio_doc_source_get_stations (scope->source), record, &place);
      set_number (value, (gint64)place + 1);
      break;
    case TRIO_NAME_STATION_TITLE:
      set_text (value, station->theme != NULL
                           ? trio_record_get_text (station->theme, TRIO_THEME_TITLE)
                           : trio_record_get_text (record, TRIO_STATION_PLACE));
      break;
    case TRIO_NAME_STATION_PLACE:
      set_text (value, trio_record_get_text (record, TRIO_STATION_PLACE));
      break;
    case TRIO_NAME_STATION_HOST:
      set_text (value, trio_record_get_text (record, TRIO_STATION_HOST));
      break;
    case TRIO_NAME_STATION_CLUSTER_COUNT:
      set_number (value, station->clusters->len);
      break;
    case TRIO_NAME_STATION_LOOSE_COUNT:
      set_number (value, station->loose->len);
      break;
    case TRIO_NAME_STATION_NOTE_COUNT:
      set_number (value, station->notes->len);
      break;
    case TRIO_NAME_STATION_WITHHELD_COUNT:
      set_number (value, station->n_withheld);
      break;
    default:
      g_assert_not_reached ();
    }
}

static guint
find_ordinal (const TrioScope *scope, const TrioRecord *record)
{
  while (scope != NULL && scope->record != record)
    scope = scope->outer;
  return scope != NULL ? scope->ordinal : 0;
}

static void
set_item_value (const TrioScope *scope,
                const TrioRecord *record,
                TrioNameId id,
                TrioWordingValue *value)
{
  const GPtrArray *notes;
  g_autoptr (GPtrArray) parts = NULL;

  switch (id)
    {
    case TRIO_NAME_CLUSTER_TITLE:
      set_text (value, trio_record_get_text (record, TRIO_CLUSTER_TITLE));
      break;
    case TRIO_NAME_CLUSTER_VOTES:
      set_number (value, trio_record_get_int (record, TRIO_CLUSTER_VOTES));
      break;
    case TRIO_NAME_CLUSTER_SIZE:
      notes = trio_doc_source_get_cluster_notes (scope->source, record->id);
      set_number (value, notes != NULL ? notes->len : 0);
      break;
    case TRIO_NAME_NOTE_TEXT:
      set_text (value, trio_record_get_text (record, TRIO_NOTE_TEXT));
      break;
    case TRIO_NAME_NOTE_VOTES:
      set_number (value, trio_record_get_int (record, TRIO_NOTE_VOTES));
      break;
    case TRIO_NAME_NOTE_COPIES:
      set_number (value, trio_doc_source_get_copies (scope->source, record->id));
      break;
    case TRIO_NAME_QUESTION_TEXT:
      set_text (value, trio_record_get_text (record, TRIO_QUESTION_TEXT));
      break;
    case TRIO_NAME_QUESTION_PART_COUNT:
      parts = trio_doc_source_list_questions (scope->source,
                                              trio_record_get_ref (record, TRIO_QUESTION_THEME),
                                              record->id);
      set_number (value, parts->len);
      break;
    case TRIO_NAME_CLUSTER_NUMBER:
    case TRIO_NAME_NOTE_NUMBER:
    case TRIO_NAME_QUESTION_NUMBER:
      set_number (value, find_ordinal (scope, record));
      break;
    default:
      g_assert_not_reached ();
    }
}

static void
set_followup_value (const TrioScope *scope,
                    const TrioRecord *record,
                    TrioNameId id,
                    TrioWordingValue *value)
{
  switch (id)
    {
    case TRIO_NAME_FOLLOWUP_NUMBER:
      set_number (value, find_ordinal (scope, record));
      break;
    case TRIO_NAME_FOLLOWUP_WHAT:
      set_text (value, trio_record_get_text (record, TRIO_FOLLOWUP_WHAT));
      break;
    case TRIO_NAME_FOLLOWUP_WHO:
      set_text (value, trio_record_get_text (record, TRIO_FOLLOWUP_WHO));
      break;
    case TRIO_NAME_FOLLOWUP_DUE:
      value->type = TRIO_WORDING_DATE;
      value->text = trio_record_get_text (record, TRIO_FOLLOWUP_DUE);
      break;
    case TRIO_NAME_FOLLOWUP_DONE:
      set_number (value, trio_record_get_int (record, TRIO_FOLLOWUP_STATE) == TRIO_FOLLOWUP_DONE);
      break;
    default:
      g_assert_not_reached ();
    }
}

/* A station stands for its theme as well. */
static const TrioRecord *
find_theme (const TrioScope *scope)
{
  for (; scope != NULL; scope = scope->outer)
    {
      if (scope->kind == TRIO_SCOPE_THEME)
        return scope->record;
      if (scope->kind == TRIO_SCOPE_STATION)
        return trio_doc_source_get_station (scope->source, scope->record->id)->theme;
    }
  return NULL;
}

/**
 * trio_scope_open:
 * @outer: the scope around
 * @loop: what is gone through, such as "stations"
 * @item: one of trio_scope_list() for it
 * @ordinal: its place there, from 1
 *
 * Returns: a scope for the item; @outer must outlive it
 */
TrioScope
trio_scope_open (const TrioScope *outer, const char *loop, gpointer item, guint ordinal)
{
  TrioScope scope = *outer;

  scope.outer = outer;
  scope.ordinal = ordinal;
  scope.record = NULL;
  trio_template_get_loop (outer->tmpl, loop, &scope.kind);
  if (scope.kind == TRIO_SCOPE_ROW)
    {
      scope.param = trio_template_find_param (outer->tmpl, loop);
      scope.cells = item;
    }
  else
    scope.record = item;
  return scope;
}

/**
 * trio_scope_find:
 * @scope: a scope
 * @kind: a kind of object
 *
 * Returns: (transfer none) (nullable): the object of that kind that @scope stands at or in
 */
const TrioRecord *
trio_scope_find (const TrioScope *scope, TrioScopeKind kind)
{
  g_return_val_if_fail (scope != NULL, NULL);

  if (kind == TRIO_SCOPE_THEME)
    return find_theme (scope);
  while (scope != NULL && scope->kind != kind)
    scope = scope->outer;
  return scope != NULL ? scope->record : NULL;
}

/**
 * trio_scope_lookup_cb:
 * @path: a name, such as "theme.title"
 * @value: (out caller-allocates): its value; the text lives as long as workshop, template
 *   and options
 * @scope: (type TrioScope): where the name stands
 *
 * A #TrioWordingLookup.
 *
 * Returns: whether the name has a value here
 */
gboolean
trio_scope_lookup_cb (const char *path, TrioWordingValue *value, gpointer scope)
{
  const TrioScope *here = scope;
  const TrioRecord *record = NULL;
  const TrioParam *param;
  const TrioName *entry;
  TrioScopeKind kind;
  const char *name;

  if (!trio_names_find_path (path, &kind, &name))
    return FALSE;
  if (kind == TRIO_SCOPE_WORKSHOP)
    return trio_scope_set_workshop_value (here, name, value);
  if (kind == TRIO_SCOPE_ROW)
    return trio_scope_set_row_value (here, name, value);
  param = kind == TRIO_SCOPE_DOCUMENT ? trio_template_find_param (here->tmpl, name) : NULL;
  if (param != NULL)
    {
      trio_scope_set_param_value (here, param, value);
      return TRUE;
    }

  entry = trio_names_find (kind, name);
  if (kind != TRIO_SCOPE_DOCUMENT)
    record = trio_scope_find (here, kind);
  if (entry == NULL || (kind != TRIO_SCOPE_DOCUMENT && record == NULL))
    return FALSE;
  if (kind == TRIO_SCOPE_DOCUMENT)
    set_document_value (here, entry->id, value);
  else if (kind == TRIO_SCOPE_THEME)
    set_theme_value (here, record, entry->id, value);
  else if (kind == TRIO_SCOPE_STATION)
    set_station_value (here, record, entry->id, value);
  else if (kind == TRIO_SCOPE_FOLLOWUP)
    set_followup_value (here, record, entry->id, value);
  else
    set_item_value (here, record, entry->id, value);
  return TRUE;
}
