/* test-setup-commands.c: themes, stations and questions come, go and change places. */
#include <string.h>

#include "base/trio-date.h"
#include "model/trio-commands.h"
#include "model/trio-commands-theme.h"
#include "workshop-helpers.h"

static TrioId
add_theme (TrioModel *model, const char *title)
{
  g_autoptr (GError) error = NULL;
  TrioId theme = trio_command_add_theme (model, title, &error);

  g_assert_no_error (error);
  g_assert_cmpint (theme, >, 0);
  return theme;
}

static TrioId
add_question (TrioModel *model, TrioId theme, TrioId after, const char *text)
{
  g_autoptr (GError) error = NULL;
  TrioId question = trio_command_add_question (model, theme, after, &error);

  g_assert_no_error (error);
  trio_command_set_field (model, question, TRIO_QUESTION_TEXT, text, &error);
  g_assert_no_error (error);
  return question;
}

/* The questions as one line: “A b c B”. */
static char *
dup_reading (TrioModel *model, TrioId theme)
{
  g_autoptr (GArray) ids = trio_model_dup_questions (model, theme);
  g_autoptr (GString) line = g_string_new (NULL);

  for (guint i = 0; i < ids->len; i++)
    {
      const TrioRecord *record = trio_model_get_record (model, g_array_index (ids, TrioId, i));

      g_string_append_printf (line, "%s%s", i > 0 ? " " : "",
                              trio_record_get_text (record, TRIO_QUESTION_TEXT));
    }
  return g_string_free (g_steal_pointer (&line), FALSE);
}

static void
assert_reading (TrioModel *model, TrioId theme, const char *expected)
{
  g_autofree char *line = dup_reading (model, theme);

  g_assert_cmpstr (line, ==, expected);
}

static void
move (TrioModel *model, TrioId question, TrioQuestionMove move)
{
  g_autoptr (GError) error = NULL;

  trio_command_move_question (model, question, move, &error);
  g_assert_no_error (error);
}

static void
test_questions (void)
{
  g_autoptr (TrioModel) model = make_empty_workshop (TRIO_LANGUAGE_DA);
  g_autoptr (GError) error = NULL;
  TrioId theme = add_theme (model, "Blik for borgeren");
  TrioId a = add_question (model, theme, 0, "A");
  TrioId c = add_question (model, theme, 0, "C");
  TrioId b = add_question (model, theme, a, "B");

  assert_reading (model, theme, "A B C");
  g_assert_false (trio_model_can_move_question (model, a, TRIO_QUESTION_EARLIER));
  g_assert_false (trio_model_can_move_question (model, a, TRIO_QUESTION_DEEPER));
  g_assert_false (trio_model_can_move_question (model, a, TRIO_QUESTION_HIGHER));
  g_assert_false (trio_model_can_move_question (model, c, TRIO_QUESTION_LATER));

  move (model, b, TRIO_QUESTION_DEEPER);
  move (model, c, TRIO_QUESTION_DEEPER);
  assert_reading (model, theme, "A B C");
  g_assert_cmpint (trio_record_get_ref (trio_model_get_record (model, c), TRIO_QUESTION_PARENT), ==,
                   a);
  /* What has points under it stays on its level. */
  add_question (model, theme, 0, "D");
  g_assert_false (trio_model_can_move_question (model, a, TRIO_QUESTION_DEEPER));
  move (model, c, TRIO_QUESTION_EARLIER);
  assert_reading (model, theme, "A C B D");
  move (model, a, TRIO_QUESTION_LATER);
  assert_reading (model, theme, "D A C B");
  move (model, c, TRIO_QUESTION_HIGHER);
  assert_reading (model, theme, "D A B C");
  g_assert_cmpint (trio_record_get_ref (trio_model_get_record (model, c), TRIO_QUESTION_PARENT), ==,
                   0);

  g_assert_true (trio_command_delete_question (model, a, &error));
  assert_reading (model, theme, "D C");
  g_assert_true (trio_model_undo (model, &error));
  assert_reading (model, theme, "D A B C");
}

static void
place (TrioModel *model, TrioId question, TrioId beside, gboolean is_after)
{
  g_autoptr (GError) error = NULL;

  g_assert_true (trio_command_place_question (model, question, beside, is_after, &error));
  g_assert_no_error (error);
}

/* As by dragging: beside another question, on its level. */
static void
test_questions_placed (void)
{
  g_autoptr (TrioModel) model = make_empty_workshop (TRIO_LANGUAGE_DA);
  TrioId theme = add_theme (model, "Blik for borgeren");
  TrioId other = add_question (model, add_theme (model, "Andet"), 0, "X");
  TrioId a = add_question (model, theme, 0, "A");
  TrioId b = add_question (model, theme, 0, "B");
  TrioId c = add_question (model, theme, 0, "C");
  TrioId d = add_question (model, theme, 0, "D");

  place (model, a, c, TRUE);
  assert_reading (model, theme, "B C A D");
  place (model, d, b, FALSE);
  assert_reading (model, theme, "D B C A");
  place (model, d, d, TRUE);
  place (model, d, b, FALSE);
  place (model, d, other, FALSE);
  assert_reading (model, theme, "D B C A");

  /* To the level of the other one; what has points stays on its own. */
  move (model, b, TRIO_QUESTION_DEEPER);
  place (model, c, b, FALSE);
  assert_reading (model, theme, "D C B A");
  g_assert_cmpint (trio_record_get_ref (trio_model_get_record (model, c), TRIO_QUESTION_PARENT), ==,
                   d);
  place (model, d, c, TRUE);
  assert_reading (model, theme, "D C B A");
  place (model, c, a, TRUE);
  place (model, b, a, TRUE);
  assert_reading (model, theme, "D A B C");
  move (model, c, TRIO_QUESTION_DEEPER);
  place (model, b, d, FALSE);
  assert_reading (model, theme, "B C D A");
  move (model, a, TRIO_QUESTION_DEEPER);
  place (model, b, a, FALSE);
  assert_reading (model, theme, "D A B C");
  g_assert_cmpint (trio_record_get_ref (trio_model_get_record (model, b), TRIO_QUESTION_PARENT), ==,
                   0);
}

static char *
dup_stations (TrioModel *model)
{
  GListModel *stations = trio_model_get_list (model, TRIO_KIND_STATION);
  g_autoptr (GString) line = g_string_new (NULL);

  for (guint i = 0; i < g_list_model_get_n_items (stations); i++)
    {
      g_autoptr (TrioObject) station = g_list_model_get_item (stations, i);
      const TrioRecord *theme
          = trio_model_get_record (model, trio_object_get_ref (station, TRIO_STATION_THEME));

      g_string_append_printf (line, "%s%d%s", i > 0 ? " " : "",
                              (int)trio_object_get_int (station, TRIO_STATION_NUMBER),
                              trio_record_get_text (theme, TRIO_THEME_TITLE));
    }
  return g_string_free (g_steal_pointer (&line), FALSE);
}

static void
assert_stations (TrioModel *model, const char *expected)
{
  g_autofree char *line = dup_stations (model);

  g_assert_cmpstr (line, ==, expected);
}

static void
test_themes (void)
{
  g_autoptr (TrioModel) model = make_empty_workshop (TRIO_LANGUAGE_DA);
  g_autoptr (GError) error = NULL;
  TrioId a = add_theme (model, "A");
  TrioId b = add_theme (model, "B");
  TrioId c = add_theme (model, "C");
  TrioNoteDraft draft = { .text = "Mere tid" };
  TrioId station;

  assert_stations (model, "1A 2B 3C");
  /* Themes can be told apart by their colours. */
  g_assert_cmpint (trio_record_get_int (trio_model_get_record (model, a), TRIO_THEME_COLOUR), !=,
                   trio_record_get_int (trio_model_get_record (model, b), TRIO_THEME_COLOUR));
  station = trio_command_add_station (model, b, &error);
  g_assert_no_error (error);
  assert_stations (model, "1A 2B 3C 4B");

  /* The stations follow their themes, and nobody knows their numbers yet. */
  g_assert_true (trio_command_move_theme (model, c, a, &error));
  assert_stations (model, "1C 2A 3B 4B");
  g_assert_true (trio_command_move_theme (model, c, 0, &error));
  assert_stations (model, "1A 2B 3B 4C");

  /* Now people know them. */
  g_assert_true (trio_command_add_notes (model, station, &draft, 1, NULL, &error));
  g_assert_true (trio_command_move_theme (model, c, a, &error));
  assert_stations (model, "4C 1A 2B 3B");

  g_assert_true (trio_command_delete_station (model, station, &error));
  assert_stations (model, "4C 1A 2B");
  g_assert_true (trio_command_delete_theme (model, a, &error));
  assert_stations (model, "4C 2B");
  g_assert_true (trio_model_undo (model, &error));
  assert_stations (model, "4C 1A 2B");
  g_assert_cmpint (trio_model_next_station_number (model), ==, 5);
}

static void
test_steps_have_names (void)
{
  static const char *const actions[] = { "move-theme",   "delete-theme",    "delete-station",
                                         "add-question", "delete-question", "move-question" };

  for (guint i = 0; i < G_N_ELEMENTS (actions); i++)
    {
      g_autofree char *label = trio_action_dup_label (actions[i], NULL, 1);

      g_assert_cmpstr (label, !=, "Change");
    }
}

static void
test_dates (void)
{
  static const struct
  {
    const char *typed;
    const char *iso;
  } dates[] = {
    { "2022-10-06", "2022-10-06" },
    { "6.10.2022", "2022-10-06" },
    { "6/10-22", "2022-10-06" },
    { "06-10-2022", "2022-10-06" },
    { "6. oktober 2022", "2022-10-06" },
    { "6.\302\240oktober 2022", "2022-10-06" },
    { "den 6. okt. 2022", "2022-10-06" },
    { "6 October 2022", "2022-10-06" },
    { "1 maj 2023", "2023-05-01" },
    { "31.2.2022", NULL },
    { "6. oktober", NULL },
    { "oktober 2022", NULL },
    { "6 o 2022", NULL },
    { "10 6 2 2022", NULL },
    { "", NULL },
    { "6. 13. 2022", NULL },
  };

  for (guint i = 0; i < G_N_ELEMENTS (dates); i++)
    {
      g_autofree char *iso = trio_date_read_loose (dates[i].typed);

      g_test_message ("%s", dates[i].typed);
      g_assert_cmpstr (iso, ==, dates[i].iso);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/setup-commands/questions-placed", test_questions_placed);
  g_test_add_func ("/setup-commands/questions", test_questions);
  g_test_add_func ("/setup-commands/themes", test_themes);
  g_test_add_func ("/setup-commands/steps-have-names", test_steps_have_names);
  g_test_add_func ("/setup-commands/dates", test_dates);
  return g_test_run ();
}
