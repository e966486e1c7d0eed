/* trio-commands-setup.c: what people do with the frame of the day, as edits. */
#include "model/trio-commands.h"

/**
 * trio_edit_add_theme:
 * @edit: an edit
 * @title: title of the theme
 *
 * Adds a theme after all others, as part of a larger edit.
 *
 * Returns: its number
 */
TrioId
trio_edit_add_theme (TrioEdit *edit, const char *title)
{
  TrioId theme = trio_edit_create (edit, TRIO_KIND_THEME);

  trio_edit_set_text (edit, theme, TRIO_THEME_TITLE, title);
  trio_edit_place_last (edit, theme, TRIO_NO_FIELD, 0);
  return theme;
}

/**
 * trio_edit_add_station:
 * @edit: an edit
 * @theme: number of a theme
 * @number: number that people call the station by, from 1
 *
 * Adds a station after all others, as part of a larger edit.
 *
 * Returns: its number
 */
TrioId
trio_edit_add_station (TrioEdit *edit, TrioId theme, gint64 number)
{
  TrioId station = trio_edit_create (edit, TRIO_KIND_STATION);

  trio_edit_set_int (edit, station, TRIO_STATION_NUMBER, number);
  trio_edit_set_ref (edit, station, TRIO_STATION_THEME, theme);
  trio_edit_place_last (edit, station, TRIO_NO_FIELD, 0);
  return station;
}

static const char *
action_for (TrioKind kind)
{
  switch (kind)
    {
    case TRIO_KIND_WORKSHOP:
      return "edit-workshop";
    case TRIO_KIND_THEME:
    case TRIO_KIND_QUESTION:
      return "edit-theme";
    case TRIO_KIND_STATION:
      return "edit-station";
    case TRIO_KIND_CLUSTER:
      return "rename-cluster";
    case TRIO_KIND_SUMMARY:
    case TRIO_KIND_LINK:
      return "edit-summary";
    case TRIO_KIND_DOCUMENT:
      return "edit-document";
    case TRIO_KIND_ROUND:
    case TRIO_KIND_TEAM:
    case TRIO_KIND_VISIT:
      return "edit-rounds";
    case TRIO_KIND_FOLLOWUP:
      return "edit-followup";
    case TRIO_KIND_WAIVER:
      return "justify-finding";
    case TRIO_KIND_NOTE:
      break;
    }
  return "change-notes";
}

/**
 * trio_command_set_field:
 * @model: a model
 * @object: number of an object
 * @field: index of a field of its kind that is not a reference
 * @text: the value as text, as trio_field_parse() reads it
 * @error: return location for an error
 *
 * Sets one field from text. Edits of the same field that follow each other closely become
 * one step.
 *
 * Returns: whether the field was set
 */
gboolean
trio_command_set_field (
    TrioModel *model, TrioId object, guint field, const char *text, GError **error)
{
  const TrioRecord *record = trio_model_get_record (model, object);
  g_autoptr (TrioEdit) edit
      = trio_edit_new (model, record != NULL ? action_for (record->kind) : "edit-workshop");
  g_autofree char *key = g_strdup_printf ("%u:%" G_GINT64_FORMAT, field, object);
  g_auto (TrioValue) value = TRIO_VALUE_INIT;

  if (record != NULL && !trio_field_parse (record->kind, field, text, &value, error))
    return FALSE;
  trio_edit_set_value (edit, object, field, &value);
  trio_edit_set_merge_key (edit, key);
  return trio_edit_commit (edit, error);
}

/**
 * trio_command_add_theme_and_station:
 * @model: a model
 * @title: title of the theme
 * @number: number of the station
 * @error: return location for an error
 *
 * Adds a theme and a station where it is worked on, as one step.
 *
 * Returns: number of the station, or 0
 */
TrioId
trio_command_add_theme_and_station (TrioModel *model,
                                    const char *title,
                                    gint64 number,
                                    GError **error)
{
  g_autoptr (TrioEdit) edit = trio_edit_new (model, "add-station");
  TrioId theme = trio_edit_add_theme (edit, title);
  TrioId station = trio_edit_add_station (edit, theme, number);

  trio_edit_set_subject (edit, title);
  return trio_edit_commit (edit, error) ? station : 0;
}
