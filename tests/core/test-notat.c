/* test-notat.c: the Notat with appendix, block by block, in both languages. */
#include "config.h"

#include <string.h>

#include "builder-fixtures.h"

#define NBSP "\302\240"

/* Leaves out the lines of the lists, whose number is counted instead. */
static char *
without_bullets (const char *dump, guint *n_bullets)
{
  g_auto (GStrv) lines = g_strsplit (dump, "\n", -1);
  GString *out = g_string_new (NULL);

  *n_bullets = 0;
  for (char **line = lines; *line != NULL; line++)
    {
      if (g_str_has_prefix (*line, "  • "))
        (*n_bullets)++;
      else if (**line != '\0')
        g_string_append_printf (out, "%s\n", *line);
    }
  return g_string_free (out, FALSE);
}

static void
assert_in_order (const char *text, const char *const *parts)
{
  const char *at = text;

  for (guint i = 0; parts[i] != NULL; i++)
    {
      const char *next = strstr (at, parts[i]);

      if (next == NULL)
        {
          g_test_message ("%s", text);
          g_test_fail_printf ("“%s” is not there, or not in its place", parts[i]);
          return;
        }
      at = next + strlen (parts[i]);
    }
}

static void
test_structure_da (void)
{
  g_autoptr (Workshop) workshop = workshop_new_like_source ();
  g_autoptr (TrioTemplate) tmpl = find_template ("da");
  g_autofree char *text = dump_built (workshop, tmpl, NULL);
  guint n_bullets;
  g_autofree char *blocks = without_bullets (text, &n_bullets);

  g_assert_cmpuint (n_bullets, ==, 36);
  g_assert_cmpstr (
      blocks, ==,
      "# Notat: Fire temaer om fremtidens arbejdsfællesskaber\n"
      "p Hovedudvalget indbød til inspirationsdag om fremtidens arbejdsfællesskaber den 6." NBSP
      "oktober 2022 med deltagelse af TRIO’er fra alle enheder. Det var her, arbejdet med temaerne "
      "begyndte.\n"
      "p Formålet var, at enhederne fik et fælles afsæt.\n"
      "p Drøftelserne var samlet om fire gennemgående temaer:\n"
      "  1. Blik for borgeren: Samskabelse, borgerinddragelse og fremtidssikret velfærd\n"
      "  2. Digitale muligheder: Optimal opgaveløsning og fleksibel borgerkontakt\n"
      "  3. En attraktiv arbejdsplads: Et godt sted at arbejde i alle livsfaser\n"
      "  4. En stærk fortælling: Tiltrækning, image og branding\n"
      "p Da Sundhed og Omsorg holdt arbejdsmiljødag den 1." NBSP
      "november 2022, blev der ligeledes arbejdet med temaerne. Blikket var rettet mod hverdagen i "
      "Sundhed og Omsorg. Samtlige input fra stationerne kan læses i bilaget. Sammenfattet er det "
      "disse pointer, der går igen.\n"
      "=1 1. Blik for borgeren\n"
      "p Vi vil lytte, før vi løser.\n"
      "=1 2. Digitale muligheder\n"
      "p Vi vil lære sammen. Vi skal have tid til det.\n"
      "=1 3. En attraktiv arbejdsplads\n"
      "p Vi vil blive.\n"
      "=1 4. En stærk fortælling\n"
      "p Vi skal fortælle.\n"
      "----\n"
      "=1 Bilag: Input fra stationerne (appendix)\n"
      "=2 STATION 1: BLIK FOR BORGEREN\n"
      "=2 STATION 2: DIGITALE MULIGHEDER\n"
      "=2 STATION 3: EN ATTRAKTIV ARBEJDSPLADS\n"
      "=2 STATION 4: EN STÆRK FORTÆLLING\n");
}

static void
test_structure_en (void)
{
  g_autoptr (Workshop) workshop = workshop_new ();
  g_autoptr (TrioTemplate) tmpl = find_template ("en");
  TrioId theme = workshop_add_theme (workshop, "An eye for the citizen", "Listen first",
                                     "We will listen.\n\nWe will ask.");
  TrioId station = workshop_add_station (workshop, 1, theme);
  g_autofree char *text = NULL;

  workshop_set (workshop, TRIO_WORKSHOP_EVENT_KIND, "inspiration day");
  workshop_set (workshop, TRIO_WORKSHOP_START, "2022-10-06");
  workshop_set (workshop, TRIO_WORKSHOP_END, "2022-10-07");
  workshop_set (workshop, TRIO_WORKSHOP_INVITING_BODY, "the Main Committee");
  workshop_set (workshop, TRIO_WORKSHOP_SERIES, "working together");
  workshop_set (workshop, TRIO_WORKSHOP_PARTICIPANTS, "TRIO representatives from all units");
  workshop_set (workshop, TRIO_WORKSHOP_SCOPE,
                "Everything was looked at in the light of the task.");
  workshop_set (workshop, TRIO_WORKSHOP_AIM, "the units gained a common starting point");
  workshop_add_note (workshop, station, 0, "Ask before you act");
  workshop_add_station (workshop, 2, theme);
  text = dump_built (workshop, tmpl, NULL);

  g_assert_cmpstr (
      text, ==,
      "# Note: One theme on working together\n"
      "p The Main Committee held the inspiration day on working together on 6 October 2022 to 7 "
      "October 2022 with TRIO representatives from all units. "
      "Everything was looked at in the light of the task.\n"
      "p The aim was that the units gained a common starting point.\n"
      "p The discussions were gathered around one recurring theme:\n"
      "  1. An eye for the citizen: Listen first\n"
      "p The one input from the stations can be read in the appendix. In summary, these are the "
      "points that recur.\n"
      "=1 1. An eye for the citizen\n"
      "p We will listen.\n"
      "p We will ask.\n"
      "----\n"
      "=1 Appendix: Input from the stations (appendix)\n"
      "=2 STATION 1: AN EYE FOR THE CITIZEN\n"
      "  • Ask before you act\n"
      "=2 STATION 2: AN EYE FOR THE CITIZEN\n"
      "p- No inputs were left at this station.\n");
}

/* Not a follow-up: the day itself is in the first paragraph. */
static void
test_own_day (void)
{
  g_autoptr (Workshop) workshop = workshop_new_like_source ();
  g_autoptr (TrioTemplate) tmpl = find_template ("da");
  g_autofree char *text = NULL;
  static const char *const parts[]
      = { "p Hovedudvalget indbød til arbejdsmiljødag om fremtidens arbejdsfællesskaber den 1." NBSP
          "november 2022. Deltagerne drøftede hverdagen.\n",
          "p Samtlige input fra stationerne kan læses i bilaget. Sammenfattet", NULL };

  workshop_set (workshop, TRIO_WORKSHOP_INVITING_BODY, "Hovedudvalget");
  workshop_set (workshop, TRIO_WORKSHOP_SCOPE, "hverdagen");
  workshop_set (workshop, TRIO_WORKSHOP_PARENT_BODY, "");
  workshop_set (workshop, TRIO_WORKSHOP_PARENT_KIND, "");
  workshop_set (workshop, TRIO_WORKSHOP_PARENT_DATE, "");
  text = dump_built (workshop, tmpl, NULL);
  assert_in_order (text, parts);
  g_assert_null (strstr (text, "ligeledes"));
}

/* Whatever is missing, no sentence has a hole. */
static void
test_holes (gconstpointer lang)
{
  static const guint fields[] = { TRIO_WORKSHOP_TITLE,        TRIO_WORKSHOP_EVENT_KIND,
                                  TRIO_WORKSHOP_START,        TRIO_WORKSHOP_END,
                                  TRIO_WORKSHOP_ORGANISATION, TRIO_WORKSHOP_INVITING_BODY,
                                  TRIO_WORKSHOP_UNIT,         TRIO_WORKSHOP_PARTICIPANTS,
                                  TRIO_WORKSHOP_SCOPE,        TRIO_WORKSHOP_AIM,
                                  TRIO_WORKSHOP_SERIES,       TRIO_WORKSHOP_PARENT_TITLE,
                                  TRIO_WORKSHOP_PARENT_KIND,  TRIO_WORKSHOP_PARENT_DATE,
                                  TRIO_WORKSHOP_PARENT_BODY,  TRIO_WORKSHOP_PARENT_PARTICIPANTS };
  static const char *const holes[]
      = { "  ", " .", " ,", " :", "..", "den .", "on .", "om .", "{", "}", "[", "]", NULL };
  g_autoptr (TrioTemplate) tmpl = find_template (lang);

  for (guint mask = 0; mask < 1u << G_N_ELEMENTS (fields); mask += 37)
    {
      g_autoptr (Workshop) workshop = workshop_new ();
      g_autofree char *text = NULL;
      g_auto (GStrv) lines = NULL;
      guint with_theme = mask % 3;

      for (guint i = 0; i < G_N_ELEMENTS (fields); i++)
        if (mask & 1u << i)
          workshop_set (workshop, fields[i],
                        fields[i] == TRIO_WORKSHOP_START         ? "2022-11-01"
                        : fields[i] == TRIO_WORKSHOP_END         ? "2022-11-02"
                        : fields[i] == TRIO_WORKSHOP_PARENT_DATE ? "2022-10-06"
                                                                 : "ord");
      for (guint i = 0; i < with_theme; i++)
        workshop_add_theme (workshop, "Tema", i == 0 ? "" : "under", NULL);
      text = dump_built (workshop, tmpl, NULL);
      lines = g_strsplit (text, "\n", -1);
      g_assert_true (g_str_has_prefix (lines[0], "# "));
      for (char **line = lines; *line != NULL; line++)
        for (guint i = 0; holes[i] != NULL; i++)
          if (strstr (g_str_has_prefix (*line, "  ") ? *line + 2 : *line, holes[i]) != NULL)
            g_test_fail_printf ("“%s” in: %s", holes[i], *line);
    }
}

static void
test_empty (void)
{
  g_autoptr (Workshop) workshop = workshop_new ();
  g_autoptr (TrioTemplate) tmpl = find_template ("da");
  g_autofree char *text = dump_built (workshop, tmpl, NULL);

  g_assert_cmpstr (text, ==,
                   "# Notat\n----\n=1 Bilag: Input fra stationerne (appendix)\n"
                   "p- Der var ingen stationer.\n");
}

static void
test_meta (void)
{
  g_autoptr (Workshop) workshop = workshop_new_like_source ();
  g_autoptr (TrioTemplate) tmpl = find_template ("da");
  g_autoptr (TrioBuildOptions) options = trio_build_options_new ();
  g_autofree char *text = NULL;

  trio_build_options_set_document_date (options, "2022-11-08");
  trio_build_options_set_parameter (options, "recipient", "Direktionen");
  workshop_set (workshop, TRIO_WORKSHOP_CASE_NUMBER, "22/14244");
  text = dump_built (workshop, tmpl, options);
  g_assert_nonnull (strstr (text, "arbejdsfællesskaber\n@ Til: Direktionen\n@ Dato: 8." NBSP
                                  "november 2022\n@ Sagsnr.: 22/14244\np "));
}

static void
test_no_summary (void)
{
  g_autoptr (Workshop) workshop = workshop_new ();
  g_autoptr (TrioTemplate) tmpl = find_template ("da");
  g_autofree char *text = NULL;

  workshop_add_theme (workshop, "A", "", " \n ");
  workshop_add_theme (workshop, "B", "", NULL);
  text = dump_built (workshop, tmpl, NULL);
  g_assert_nonnull (strstr (text, "=1 1. A\np- Temaet er endnu ikke sammenfattet.\n=1 2. B\np- "));
  g_assert_null (strstr (text, "Sammenfattet er"));
}

/* Practice inputs never, withheld ones as a number, both also when nothing else is left. */
static void
test_states (void)
{
  g_autoptr (Workshop) workshop = workshop_new ();
  g_autoptr (TrioTemplate) da = find_template ("da");
  g_autoptr (TrioTemplate) en = find_template ("en");
  TrioId theme = workshop_add_theme (workshop, "Æble", "", NULL);
  TrioId station = workshop_add_station (workshop, 3, theme);
  TrioId only_held = workshop_add_station (workshop, 7, theme);
  g_autofree char *text = NULL;
  g_autofree char *english = NULL;

  workshop_add_note (workshop, station, 0, "Vises");
  workshop_set_int (workshop, workshop_add_note (workshop, station, 0, "Øvelse"), TRIO_NOTE_STATE,
                    TRIO_NOTE_STATE_PRACTICE);
  for (guint i = 0; i < 2; i++)
    workshop_set_int (workshop, workshop_add_note (workshop, station, 0, "Hemmeligt"),
                      TRIO_NOTE_STATE, TRIO_NOTE_STATE_WITHHELD);
  workshop_set_int (workshop, workshop_add_note (workshop, only_held, 0, "Hemmeligt"),
                    TRIO_NOTE_STATE, TRIO_NOTE_STATE_WITHHELD);
  text = dump_built (workshop, da, NULL);
  english = dump_built (workshop, en, NULL);

  g_assert_nonnull (strstr (text, "=2 STATION 3: ÆBLE\n  • Vises\n"
                                  "p- 2 input er holdt tilbage og gengives ikke.\n"
                                  "=2 STATION 7: ÆBLE\n"
                                  "p- 1 input er holdt tilbage og gengives ikke.\n"));
  g_assert_nonnull (strstr (text, "Det ene input fra stationerne"));
  g_assert_null (strstr (text, "Hemmeligt"));
  g_assert_null (strstr (text, "Øvelse"));
  g_assert_nonnull (strstr (english, "p- 2 inputs are withheld"));
  g_assert_nonnull (strstr (english, "p- 1 input is withheld"));
}

static void
test_grouped (void)
{
  g_autoptr (Workshop) workshop = workshop_new ();
  g_autoptr (TrioTemplate) tmpl = find_template ("da");
  g_autoptr (TrioBuildOptions) options = trio_build_options_new ();
  TrioId theme = workshop_add_theme (workshop, "Tema", "", NULL);
  TrioId station = workshop_add_station (workshop, 1, theme);
  TrioId second = workshop_add_station (workshop, 2, theme);
  TrioId first = workshop_add_cluster (workshop, station, "Først");
  TrioId unnamed = workshop_add_cluster (workshop, station, "");
  TrioId a = workshop_add_note (workshop, station, first, "a");
  TrioId b = workshop_add_note (workshop, station, first, "b");
  g_autofree char *captured = NULL;
  g_autofree char *grouped = NULL;

  workshop_add_cluster (workshop, station, "Tom klynge");
  workshop_add_note (workshop, station, 0, "løs");
  workshop_add_note (workshop, station, unnamed, "c");
  workshop_add_note (workshop, second, 0, "d");
  workshop_set_text (workshop, a, TRIO_NOTE_PLACE, "b");
  workshop_set_text (workshop, b, TRIO_NOTE_PLACE, "a");

  captured = dump_built (workshop, tmpl, NULL);
  g_assert_nonnull (strstr (captured, "=2 STATION 1: TEMA\n  • a\n  • b\n  • løs\n  • c\n=2 "));
  trio_build_options_set_group_by_cluster (options, TRUE);
  grouped = dump_built (workshop, tmpl, options);
  g_assert_nonnull (strstr (grouped, "=2 STATION 1: TEMA\n~3 Først\n  • b\n  • a\n"
                                     "~3 Klynge uden navn\n  • c\n~3 Øvrige input\n  • løs\n"
                                     "=2 STATION 2: TEMA\n  • d\n"));
  g_assert_null (strstr (grouped, "Tom klynge"));
}

static void
test_theme_order (void)
{
  g_autoptr (Workshop) workshop = workshop_new ();
  g_autoptr (TrioTemplate) tmpl = find_template ("da");
  g_autoptr (TrioBuildOptions) options = trio_build_options_new ();
  TrioId a = workshop_add_theme (workshop, "A", "", "a.");
  TrioId b = workshop_add_theme (workshop, "B", "", "b.");
  TrioId c = workshop_add_theme (workshop, "C", "", "c.");
  g_autofree char *text = NULL;
  static const char *const parts[] = { "  1) C\n  2) A\n  3) B\n",
                                       "=1 1) C\n",
                                       "=1 2) A\n",
                                       "=1 3) B\n",
                                       "=2 STATION 4: C\n",
                                       "=2 STATION 1: A\n",
                                       "=2 STATION 2: A\n",
                                       "=2 STATION 3: B\n",
                                       NULL };

  workshop_add_station (workshop, 1, a);
  workshop_add_station (workshop, 2, a);
  workshop_add_station (workshop, 3, b);
  workshop_add_station (workshop, 4, c);
  trio_build_options_add_theme (options, c);
  trio_build_options_add_theme (options, 9999);
  trio_build_options_add_theme (options, c);
  trio_build_options_set_numbering (options, "1)");
  text = dump_built (workshop, tmpl, options);
  assert_in_order (text, parts);

  trio_build_options_set_numbering (options, "TEMA 1:");
  g_clear_pointer (&text, g_free);
  text = dump_built (workshop, tmpl, options);
  g_assert_nonnull (strstr (text, "=1 TEMA 1: C\n"));
  g_assert_nonnull (strstr (text, "=1 TEMA 3: B\n"));
}

static void
test_many_notes (void)
{
  g_autoptr (Workshop) workshop = workshop_new ();
  g_autoptr (TrioTemplate) tmpl = find_template ("da");
  TrioId theme = workshop_add_theme (workshop, "Tema", "", NULL);
  TrioId station = workshop_add_station (workshop, 1, theme);
  g_autofree char *text = NULL;
  const char *at;

  for (guint i = 1; i <= 400; i++)
    {
      g_autofree char *note = g_strdup_printf ("nr. %u!", i);

      workshop_add_note (workshop, station, 0, note);
    }
  at = text = dump_built (workshop, tmpl, NULL);
  for (guint i = 1; i <= 400; i++)
    {
      g_autofree char *line = g_strdup_printf ("\n  • nr. %u!\n", i);

      at = strstr (at, line);
      g_assert_nonnull (at);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/notat/structure/da", test_structure_da);
  g_test_add_func ("/notat/structure/en", test_structure_en);
  g_test_add_func ("/notat/own-day", test_own_day);
  g_test_add_data_func ("/notat/holes/da", "da", test_holes);
  g_test_add_data_func ("/notat/holes/en", "en", test_holes);
  g_test_add_func ("/notat/empty", test_empty);
  g_test_add_func ("/notat/meta", test_meta);
  g_test_add_func ("/notat/no-summary", test_no_summary);
  g_test_add_func ("/notat/states", test_states);
  g_test_add_func ("/notat/grouped", test_grouped);
  g_test_add_func ("/notat/theme-order", test_theme_order);
  g_test_add_func ("/notat/many-notes", test_many_notes);
  return g_test_run ();
}
