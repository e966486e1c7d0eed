/* trio-commands-theme.c: themes and stations come, go and change places. */
#include "config.h"

#include "model/trio-commands-theme.h"

#include "model/trio-commands.h"

#define N_COLOURS (TRIO_COLOUR_GREY + 1)

/* The colours in the order in which themes get them: those that are easiest to tell apart
 * come first. */
static const TrioColour colour_order[] = {
  TRIO_COLOUR_GREEN, TRIO_COLOUR_BLUE, TRIO_COLOUR_ORANGE, TRIO_COLOUR_PURPLE,
  TRIO_COLOUR_TEAL,  TRIO_COLOUR_RED,  TRIO_COLOUR_YELLOW, TRIO_COLOUR_GREY,
};

static void
name_step (TrioEdit *edit, TrioId theme)
{
  const TrioRecord *record = trio_edit_get (edit, theme);

  if (record != NULL && record->kind == TRIO_KIND_THEME)
    trio_edit_set_subject (edit, trio_record_get_text (record, TRIO_THEME_TITLE));
}

/* A colour that few themes have. */
static TrioColour
choose_colour (TrioModel *model)
{
  GListModel *themes = trio_model_get_list (model, TRIO_KIND_THEME);
  guint uses[N_COLOURS] = { 0 };
  TrioColour best = colour_order[0];

  for (guint i = 0; i < g_list_model_get_n_items (themes); i++)
    {
      g_autoptr (TrioObject) theme = g_list_model_get_item (themes, i);
      gint64 colour = trio_object_get_int (theme, TRIO_THEME_COLOUR);

      if (colour >= 0 && colour < N_COLOURS)
        uses[colour]++;
    }
  for (guint i = 1; i < G_N_ELEMENTS (colour_order); i++)
    if (uses[colour_order[i]] < uses[best])
      best = colour_order[i];
  return best;
}

/**
 * trio_model_next_station_number:
 * @model: a model
 *
 * Returns: the number that the next station should be called by, from 1
 */
gint64
trio_model_next_station_number (TrioModel *model)
{
  GListModel *stations = trio_model_get_list (model, TRIO_KIND_STATION);
  gint64 highest = 0;

  for (guint i = 0; i < g_list_model_get_n_items (stations); i++)
    {
      g_autoptr (TrioObject) station = g_list_model_get_item (stations, i);

      highest = MAX (highest, trio_object_get_int (station, TRIO_STATION_NUMBER));
    }
  return highest + 1;
}

/**
 * trio_command_add_theme:
 * @model: a model
 * @title: title of the theme
 * @error: return location for an error
 *
 * Adds a theme after all others, with a colour that few themes have and a station with the
 * next number, as one step.
 *
 * Returns: number of the theme, or 0
 */
TrioId
trio_command_add_theme (TrioModel *model, const char *title, GError **error)
{
  g_autoptr (TrioEdit) edit = trio_edit_new (model, "add-theme");
  TrioId theme = trio_edit_add_theme (edit, title);

  trio_edit_set_int (edit, theme, TRIO_THEME_COLOUR, choose_colour (model));
  trio_edit_add_station (edit, theme, trio_model_next_station_number (model));
  trio_edit_set_subject (edit, title);
  return trio_edit_commit (edit, error) ? theme : 0;
}

/* Whether the stations are numbered 1, 2, 3 … in their order, which nobody has chosen. */
static gboolean
numbers_follow_order (TrioModel *model)
{
  GListModel *stations = trio_model_get_list (model, TRIO_KIND_STATION);

  for (guint i = 0; i < g_list_model_get_n_items (stations); i++)
    {
      g_autoptr (TrioObject) station = g_list_model_get_item (stations, i);

      if (trio_object_get_int (station, TRIO_STATION_NUMBER) != (gint64)i + 1)
        return FALSE;
    }
  return TRUE;
}

/* Puts the stations in the order of their themes, @theme standing before @before now. */
static void
order_stations (TrioEdit *edit, TrioId theme, TrioId before, gboolean renumber)
{
  TrioModel *model = trio_edit_get_model (edit);
  GListModel *themes = trio_model_get_list (model, TRIO_KIND_THEME);
  g_autoptr (GArray) order = g_array_new (FALSE, FALSE, sizeof (TrioId));
  gint64 number = 0;

  for (guint i = 0; i < g_list_model_get_n_items (themes); i++)
    {
      g_autoptr (TrioObject) object = g_list_model_get_item (themes, i);
      TrioId id = trio_object_get_id (object);

      if (id == before)
        g_array_append_val (order, theme);
      if (id != theme)
        g_array_append_val (order, id);
    }
  if (before == 0)
    g_array_append_val (order, theme);

  for (guint i = 0; i < order->len; i++)
    {
      GListModel *stations = trio_model_get_children (model, TRIO_KIND_STATION, TRIO_STATION_THEME,
                                                      g_array_index (order, TrioId, i));

      for (guint j = 0; j < g_list_model_get_n_items (stations); j++)
        {
          g_autoptr (TrioObject) station = g_list_model_get_item (stations, j);
          TrioId id = trio_object_get_id (station);

          trio_edit_place_last (edit, id, TRIO_NO_FIELD, 0);
          if (renumber)
            trio_edit_set_int (edit, id, TRIO_STATION_NUMBER, ++number);
        }
    }
}

/**
 * trio_command_move_theme:
 * @model: a model
 * @theme: number of a theme
 * @before: number of the theme to put it before; 0 to put it last
 * @error: return location for an error
 *
 * Moves a theme among the themes, and its stations among the stations, as one step. Stations
 * that are numbered by their order get new numbers, unless there are inputs: paper and people
 * know the old numbers then.
 *
 * Returns: whether it was moved
 */
gboolean
trio_command_move_theme (TrioModel *model, TrioId theme, TrioId before, GError **error)
{
  g_autoptr (TrioEdit) edit = NULL;
  gboolean follow = numbers_follow_order (model);
  guint n_notes = g_list_model_get_n_items (trio_model_get_list (model, TRIO_KIND_NOTE));

  if (theme == before)
    return TRUE;
  edit = trio_edit_new (model, "move-theme");
  if (before != 0)
    trio_edit_place_before (edit, theme, TRIO_NO_FIELD, before);
  else
    trio_edit_place_last (edit, theme, TRIO_NO_FIELD, 0);
  if (follow)
    order_stations (edit, theme, before, n_notes == 0);
  name_step (edit, theme);
  return trio_edit_commit (edit, error);
}

/**
 * trio_command_delete_theme:
 * @model: a model
 * @theme: number of a theme
 * @error: return location for an error
 *
 * Deletes a theme with its questions, stations and their inputs, as one step.
 *
 * Returns: whether it was deleted
 */
gboolean
trio_command_delete_theme (TrioModel *model, TrioId theme, GError **error)
{
  g_autoptr (TrioEdit) edit = trio_edit_new (model, "delete-theme");

  name_step (edit, theme);
  trio_edit_delete (edit, theme);
  return trio_edit_commit (edit, error);
}

/**
 * trio_command_add_station:
 * @model: a model
 * @theme: number of a theme
 * @error: return location for an error
 *
 * Adds one more station for a theme, with the next number.
 *
 * Returns: number of the station's object, or 0
 */
TrioId
trio_command_add_station (TrioModel *model, TrioId theme, GError **error)
{
  g_autoptr (TrioEdit) edit = trio_edit_new (model, "add-station");
  TrioId station = trio_edit_add_station (edit, theme, trio_model_next_station_number (model));

  name_step (edit, theme);
  return trio_edit_commit (edit, error) ? station : 0;
}

/**
 * trio_command_delete_station:
 * @model: a model
 * @station: number of a station's object
 * @error: return location for an error
 *
 * Deletes a station with its clusters and inputs, as one step.
 *
 * Returns: whether it was deleted
 */
gboolean
trio_command_delete_station (TrioModel *model, TrioId station, GError **error)
{
  const TrioRecord *record = trio_model_get_record (model, station);
  g_autoptr (TrioEdit) edit = trio_edit_new (model, "delete-station");

  if (record != NULL)
    name_step (edit, trio_record_get_ref (record, TRIO_STATION_THEME));
  trio_edit_delete (edit, station);
  return trio_edit_commit (edit, error);
}
