/* test-starting-points.c: a workshop from dialogue material, and from an earlier event. */
#include <string.h>

#include "base/trio-error.h"
#include "exchange/trio-dialogue.h"
#include "exchange/trio-inherit.h"
#include "model/trio-commands.h"
#include "model/trio-commands-theme.h"
#include "workshop-helpers.h"

/* In the structure of the material, with its usual mistakes, in words of our own: dashes of
 * two kinds, a series without its last letter, broken lines, a missing lead question, a glyph
 * of a symbol font, page numbers. */
static const char *const material
    = "Vores fælles hverdage – En rolig start\n"
      "Hvad er det vigtigt, at MED drøfter, når det handler om en rolig\n"
      "start på dagen?\n"
      "\n"
      "• Hvordan kan vi lokalt begynde dagen, så alle ved, hvad\n"
      "der er vigtigst? Hvem siger det?\n"
      "• Hvilke ting kan vente, fx\n"
      "o Telefonen\n"
      "o Posten i bakken\n"
      "• Hvad er en god arbejds-\n"
      "dag i MED- og TRIO-regi?\n"
      "\n"
      "Vores fælles retning:\n"
      "Vi vil begynde sammen og tage os tid til at sige godmorgen, også når der er meget at\n"
      "nå. Vi skal kende planen.\n"
      "\n"
      "Vi skal lade døren stå åben.\n"
      "1\n"
      "\f"
      "Vores fælles hverdage - Plads til faget\n"
      "\357\202\267 Hvilke opgaver giver mening?\n"
      "\357\202\267 Hvis vi tænker på i morgen: Hvad skal vi kunne?\n"
      "Vores fælles retning:\n"
      "Vi vil have plads til faget i alt det, som vi gør, og i det, som vi lader være med at "
      "gøre.\n"
      "Det er aftalt.\n"
      "Vi skal lære af hinanden, og det skal kunne ses i planen for ugen og for måneden hos os.\n"
      "2\n"
      "\f"
      "Vores fælles hverdag – Gode overgange\n"
      "Hvad er det vigtigt, at MED drøfter, når det handler om gode overgange?\n"
      "- Hvordan kan vi give opgaver videre?\n"
      "Vores fælles retning\n"
      "Vi vil tale sammen, før vi skriver.\n";

static TrioSetTheme *
theme_at (TrioThemeSet *set, guint index)
{
  g_assert_cmpuint (index, <, set->themes->len);
  return g_ptr_array_index (set->themes, index);
}

static const char *
question_at (TrioSetTheme *theme, guint index)
{
  g_assert_cmpuint (index, <, theme->questions->len);
  return ((TrioSetQuestion *)g_ptr_array_index (theme->questions, index))->text;
}

static void
test_dialogue (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (TrioThemeSet) set = trio_dialogue_parse (material, -1, &error);
  TrioSetQuestion *with_points;

  g_assert_no_error (error);
  g_assert_cmpuint (set->themes->len, ==, 3);
  g_assert_cmpstr (set->lang, ==, "da");
  /* The spelling that most headings have. */
  g_assert_cmpstr (set->series, ==, "Vores fælles hverdage");

  g_assert_cmpstr (theme_at (set, 0)->title, ==, "En rolig start");
  g_assert_cmpstr (theme_at (set, 0)->topic, ==, "en rolig start på dagen");
  g_assert_cmpuint (theme_at (set, 0)->questions->len, ==, 3);
  g_assert_cmpstr (question_at (theme_at (set, 0), 0), ==,
                   "Hvordan kan vi lokalt begynde dagen, så alle ved, hvad der er vigtigst? Hvem "
                   "siger det?");
  with_points = g_ptr_array_index (theme_at (set, 0)->questions, 1);
  g_assert_cmpstr (with_points->text, ==, "Hvilke ting kan vente, fx");
  g_assert_cmpuint (g_strv_length (with_points->points), ==, 2);
  g_assert_cmpstr (with_points->points[1], ==, "Posten i bakken");
  g_assert_cmpstr (question_at (theme_at (set, 0), 2), ==,
                   "Hvad er en god arbejdsdag i MED- og TRIO-regi?");
  g_assert_cmpuint (g_strv_length (theme_at (set, 0)->direction), ==, 2);
  g_assert_cmpstr (theme_at (set, 0)->direction[1], ==, "Vi skal lade døren stå åben.");

  g_assert_cmpstr (theme_at (set, 1)->title, ==, "Plads til faget");
  g_assert_cmpstr (theme_at (set, 1)->topic, ==, "");
  g_assert_cmpuint (theme_at (set, 1)->questions->len, ==, 2);
  /* Without a blank line a short last line ends the paragraph. */
  g_assert_cmpuint (g_strv_length (theme_at (set, 1)->direction), ==, 2);
  g_assert_true (g_str_has_suffix (theme_at (set, 1)->direction[0], "at gøre. Det er aftalt."));

  g_assert_cmpstr (theme_at (set, 2)->title, ==, "Gode overgange");
  g_assert_cmpstr (theme_at (set, 2)->topic, ==, "gode overgange");
  g_assert_cmpuint (g_strv_length (theme_at (set, 2)->direction), ==, 1);
}

static void
test_dialogue_in_english (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (TrioThemeSet) set = trio_dialogue_parse (
      "A calm start\nWhat is important to discuss when it is about mornings?\n"
      "• How can we begin?\n  – Together\n  – One by one\nOur common direction:\nWe will begin.\n",
      -1, &error);
  TrioSetQuestion *question;

  g_assert_no_error (error);
  g_assert_cmpuint (set->themes->len, ==, 1);
  g_assert_cmpstr (set->lang, ==, "en");
  g_assert_cmpstr (set->series, ==, "");
  g_assert_cmpstr (theme_at (set, 0)->title, ==, "A calm start");
  g_assert_cmpstr (theme_at (set, 0)->topic, ==, "mornings");
  question = g_ptr_array_index (theme_at (set, 0)->questions, 0);
  g_assert_cmpuint (g_strv_length (question->points), ==, 2);
}

static void
test_no_dialogue (void)
{
  static const char *const texts[] = { "",
                                       "\n\n",
                                       "Et brev uden temaer.\nMed to linjer.",
                                       "12\n",
                                       "Vores fælles retning:",
                                       "o ",
                                       "• ",
                                       "\357\202\267" };

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autoptr (GError) error = NULL;

      g_assert_null (trio_dialogue_parse (texts[i], -1, &error));
      g_assert_error (error, TRIO_ERROR, TRIO_ERROR_NOTHING);
    }
}

/* Whatever is pasted, the reader answers. */
static void
test_any_text (void)
{
  static const char *const pieces[] = { "• ",
                                        "o ",
                                        "– ",
                                        "\n",
                                        "\n\n",
                                        "\f",
                                        "Vores fælles retning:\n",
                                        "Hvad er det vigtigt, ",
                                        "når det handler om ",
                                        "?",
                                        "Serie – Tema\n",
                                        "ord ",
                                        "-",
                                        "7\n",
                                        "\302\255",
                                        "  " };
  guint32 seed = g_test_rand_int ();
  g_autoptr (GRand) rand = g_rand_new_with_seed (seed);

  g_test_message ("seed %u", seed);
  for (guint i = 0; i < 3000; i++)
    {
      g_autoptr (GString) text = g_string_new (NULL);
      g_autoptr (TrioThemeSet) set = NULL;
      gint n = g_rand_int_range (rand, 0, 30);

      for (gint j = 0; j < n; j++)
        g_string_append (text, pieces[g_rand_int_range (rand, 0, G_N_ELEMENTS (pieces))]);
      set = trio_dialogue_parse (text->str, -1, NULL);
      for (guint j = 0; set != NULL && j < set->themes->len; j++)
        {
          g_assert_nonnull (theme_at (set, j)->title);
          g_assert_nonnull (theme_at (set, j)->direction);
        }
    }
}

static TrioModel *
make_parent (void)
{
  TrioModel *model = make_empty_workshop (TRIO_LANGUAGE_DA);
  g_autoptr (GError) error = NULL;
  TrioId workshop = trio_model_get_workshop_record (model)->id;
  TrioId theme = trio_command_add_theme (model, "Blik for borgeren", &error);
  TrioId question = trio_command_add_question (model, theme, 0, &error);
  TrioId point = trio_command_add_question (model, theme, 0, &error);
  g_autoptr (TrioObject) station
      = g_list_model_get_item (trio_model_get_list (model, TRIO_KIND_STATION), 0);
  TrioNoteDraft drafts[] = { { .text = "Mere tid" }, { .text = "Øvelse", .practice = TRUE } };

  trio_command_set_field (model, workshop, TRIO_WORKSHOP_TITLE, "Dagen", &error);
  trio_command_set_field (model, workshop, TRIO_WORKSHOP_SERIES, "fælles hverdage", &error);
  trio_command_set_field (model, workshop, TRIO_WORKSHOP_START, "2022-10-06", &error);
  trio_command_set_field (model, question, TRIO_QUESTION_TEXT, "Hvordan?", &error);
  trio_command_set_field (model, point, TRIO_QUESTION_TEXT, "Sådan", &error);
  trio_command_move_question (model, point, TRIO_QUESTION_DEEPER, &error);
  trio_command_set_field (model, trio_object_get_id (station), TRIO_STATION_PLACE, "Salen", &error);
  trio_command_add_notes (model, trio_object_get_id (station), drafts, 2, NULL, &error);
  g_assert_no_error (error);
  return model;
}

static guint
count (TrioModel *model, TrioKind kind)
{
  return g_list_model_get_n_items (trio_model_get_list (model, kind));
}

static void
test_inherit (gconstpointer data)
{
  gboolean with_notes = GPOINTER_TO_INT (data);
  g_autoptr (TrioModel) parent = make_parent ();
  g_autoptr (TrioSnapshot) snapshot = trio_model_dup_snapshot (parent);
  g_autoptr (TrioModel) child = make_empty_workshop (TRIO_LANGUAGE_EN);
  g_autoptr (TrioEdit) edit = trio_edit_new (child, "link-parent");
  g_autoptr (GError) error = NULL;
  const TrioRecord *workshop;
  const TrioRecord *theme;
  g_autoptr (GArray) questions = NULL;
  g_autofree char *uuid = NULL;

  g_assert_true (trio_inherit_apply (snapshot, edit, with_notes));
  g_assert_true (trio_edit_commit (edit, &error));
  g_assert_no_error (error);

  workshop = trio_model_get_workshop_record (child);
  uuid = trio_uuid_to_text (&trio_model_get_workshop_record (parent)->uuid);
  g_assert_cmpstr (trio_record_get_text (workshop, TRIO_WORKSHOP_PARENT_ID), ==, uuid);
  g_assert_cmpstr (trio_record_get_text (workshop, TRIO_WORKSHOP_PARENT_TITLE), ==, "Dagen");
  g_assert_cmpstr (trio_record_get_text (workshop, TRIO_WORKSHOP_PARENT_DATE), ==, "2022-10-06");
  g_assert_cmpstr (trio_record_get_text (workshop, TRIO_WORKSHOP_SERIES), ==, "fælles hverdage");
  g_assert_cmpstr (trio_record_get_text (workshop, TRIO_WORKSHOP_START), ==, "");
  g_assert_cmpint (trio_record_get_int (workshop, TRIO_WORKSHOP_LANGUAGE), ==, TRIO_LANGUAGE_DA);

  /* The theme is the same theme. */
  theme = g_ptr_array_index (trio_snapshot_get_all (snapshot, TRIO_KIND_THEME), 0);
  g_assert_cmpint (trio_model_find_uuid (child, &theme->uuid), >, 0);
  questions = trio_model_dup_questions (child, trio_model_find_uuid (child, &theme->uuid));
  g_assert_cmpuint (questions->len, ==, 2);
  g_assert_cmpint (
      trio_record_get_ref (trio_model_get_record (child, g_array_index (questions, TrioId, 1)),
                           TRIO_QUESTION_PARENT),
      ==, g_array_index (questions, TrioId, 0));
  g_assert_cmpuint (count (child, TRIO_KIND_STATION), ==, 1);
  /* Never the rehearsal, and the inputs only when they are asked for. */
  g_assert_cmpuint (count (child, TRIO_KIND_NOTE), ==, with_notes ? 1 : 0);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/starting-points/dialogue", test_dialogue);
  g_test_add_func ("/starting-points/dialogue-in-english", test_dialogue_in_english);
  g_test_add_func ("/starting-points/no-dialogue", test_no_dialogue);
  g_test_add_func ("/starting-points/any-text", test_any_text);
  g_test_add_data_func ("/starting-points/inherit", GINT_TO_POINTER (FALSE), test_inherit);
  g_test_add_data_func ("/starting-points/inherit-with-inputs", GINT_TO_POINTER (TRUE),
                        test_inherit);
  return g_test_run ();
}
