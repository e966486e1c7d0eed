/* type-fixtures.c: one workshop in two languages, and every type of document made of it.
 *
 * The workshop has the structure of a real one: four themes, one of them with questions on
 * two levels, another one without direction.
 */
#include "config.h"

#include "type-fixtures.h"

#include <string.h>

typedef struct
{
  const char *title, *subtitle, *topic, *direction, *summary;
  const char *questions[4];
  const char *parts[3]; /* below the first question */
  const char *notes[3];
} Theme;

typedef struct
{
  const char *type, *name, *da, *en;
} Value;

const char *const document_types[]
    = { "notat", "dialogue", "case", "item", "status", "poster", "typing-sheet", NULL };

static const Theme themes_da[] = {
  { "Blik for borgeren",
    "Samskabelse og velfærd, der holder",
    "at have blik for borgeren",
    "Vi vil spørge, før vi foreslår.\n\nEn borger skal møde én kommune.",
    "Vi vil lytte, før vi løser.",
    { "Hvor taber vi tråden, og hvem samler den op?", "Hvilke regler kan vi undvære?" },
    { NULL },
    { "Fast kontaktperson", "ÉN indgang til kommunen", "Hvem ringer til de pårørende?" } },
  { "Digitale muligheder",
    "Gode løsninger på opgaven",
    "digitale muligheder",
    "Vi skal vælge værktøj efter opgaven.",
    "Vi vil lære sammen. Vi skal have tid til det.",
    { "Hvilke opgaver kan et værktøj tage?" },
    { NULL },
    { "Mindre skærm, mere samvær", "Oplæring – også for vikarer" } },
  { "En attraktiv arbejdsplads", "", "", "", NULL, { NULL }, { NULL }, { NULL } },
  { "En stærk fortælling",
    "Faget og omdømmet",
    "en stærk fortælling",
    "Vi skal tale om faget med stolthed.",
    NULL,
    { "Hvad ville vi fremhæve for en ven, fx", "Hvem hjælper historierne videre?" },
    { "Kolleger, der hjælper", "Ansvar fra begyndelsen" },
    { "Vis <faget> frem & vær ærlige" } },
};

static const Theme themes_en[] = {
  { "Eye for the citizen",
    "Co-creation and welfare that lasts",
    "an eye for the citizen",
    "We will ask before we propose.\n\nA citizen should meet one municipality.",
    "We will listen before we solve.",
    { "Where do we lose the thread, and who picks it up?", "Which rules can we do without?" },
    { NULL },
    { "One contact person", "ONE door into the municipality", "Who calls the relatives?" } },
  { "Digital possibilities",
    "Good tools for the task",
    "digital possibilities",
    "We must choose tools by the task.",
    "We will learn together. We must have time for it.",
    { "Which tasks can a tool take?" },
    { NULL },
    { "Less screen, more company", "Training – for temps as well" } },
  { "An attractive workplace", "", "", "", NULL, { NULL }, { NULL }, { NULL } },
  { "A strong story",
    "The profession and its name",
    "a strong story",
    "We must speak of the profession with pride.",
    NULL,
    { "What would we tell a friend, e.g.", "Who helps the stories on?" },
    { "Colleagues who help", "Responsibility from the start" },
    { "Show the <profession> & be honest" } },
};

static const Value values[] = {
  { "dialogue", "related", "1 | Se velfærdspolitikken.\nEn stærk fortælling | Se filmene.",
    "1 | See the welfare policy.\nA strong story | See the films." },
  { "case", "committee", "økonomiudvalget", "The Economic Committee" },
  { "case", "routing", "HU\nØK\nKB", "MC\nEC\nCC" },
  { "case", "purpose", "temaerne kan indgå i budgettet", "the themes can enter the budget" },
  { "case", "background", "Dagen var den tredje af sin slags.", "It was the third of its kind." },
  { "case", "distribution_date", "2022-11-10", "2022-11-10" },
  { "case", "distribution_to", "alle MED-udvalg", "All joint committees" },
  { "case", "policies", "Sagen hænger sammen med personalepolitikken.",
    "The case belongs to the staff policy." },
  { "case", "recommender", "kommunaldirektøren", "The chief executive" },
  { "case", "recommendation", "orienteringen tages til efterretning",
    "the information is taken note of" },
  { "case", "decisions",
    "Økonomiudvalget | 2022-12-06 | Tiltrådt.\n  Ida Holm (A) deltog ikke i punktet.\n"
    "Kommunalbestyrelsen | 2022-12-13 | Godkendt.\nArbejdsmarkedsudvalget",
    "The Economic Committee | 2022-12-06 | Endorsed.\n  Ida Holm (A) did not take part.\n"
    "The Council | 2022-12-13 | Approved.\nThe Labour Market Committee" },
  { "case", "absentees", "Jens Lund (B)\nKaren Vang (C)", "Jens Lund (B)\nKaren Vang (C)" },
  { "case", "attachments",
    "Dialogmateriale.pdf | 4012345 | Åben | 123456/22 | 54321 (H)\n"
    "Notat | 4012346 | Åben | 123456/22 | 54322 (H)",
    "Dialogue material.pdf | 4012345 | Open | 123456/22 | 54321 (H)\n"
    "Note | 4012346 | Open | 123456/22 | 54322 (H)" },
  { "item", "subject", "En status på temaerne", "A status of the themes" },
  { "item", "sections", "Nye aftaler | Aftalerne er kortere.\n De følges op hvert halve år.",
    "New agreements | The agreements are shorter.\n They are followed up twice a year." },
  { "item", "points", "1 | Personalespor | Vi ser på vaner.\n1 | Teknisk spor | Husene gennemgås.",
    "1 | Staff track | We look at habits.\n1 | Technical track | The houses are examined." },
  { "item", "links", "Mere om husene | https://intra.example.dk/huse",
    "More about the houses | https://intra.example.dk/houses" },
  { "item", "recommendation", "punktet drøftes", "the item is discussed" },
  { "item", "decision_date", "2022-12-01", "2022-12-01" },
  { "item", "decision_text", "Formanden lagde ud.\n\nUdvalget drøftede punktet.",
    "The chair began.\n\nThe committee discussed the item." },
  { "item", "decision_points", "Huse | Der kom ros til forløbet (se bilag).\nAftaler | Godkendt.",
    "Houses | There was praise for the course (see attachment).\nAgreements | Approved." },
  { "item", "absentees", "Ole Friis (næstformand)", "Ole Friis (deputy chair)" },
  { "item", "attachments", "Oplæg.pdf\nPlan.pdf\nTal.pdf", "Talk.pdf\nPlan.pdf\nNumbers.pdf" },
  { "status", "background", "Hovedudvalget aftalte at følge temaerne.",
    "The main committee agreed to follow the themes." },
  { "status", "function_text", "Tre enheder arbejder sammen.", "Three units work together." },
  { "status", "figure_alt", "Tre kasser: HR, MED og ledelse",
    "Three boxes: HR, committees, management" },
  { "status", "figure_caption", "Enhederne", "The units" },
  { "status", "initiatives",
    "1 | Borgermøder | To gange om året.\n1 | Én indgang | Ét nummer.\n4 | Film | Fire film.",
    "1 | Citizens’ meetings | Twice a year.\n1 | One door | One number.\n4 | Films | Four films." },
  { "status", "events", "Temamøde for ledere | 2023-04-12 | Trivsel – Fravær",
    "Meeting of leaders | 2023-04-12 | Well-being – Absence" },
};

/* A grey square. */
static const char *const picture = "iVBORw0KGgoAAAANSUhEUgAAAAIAAAACCAAAAABX3VL4AAAADklEQVR4nGNo"
                                   "aGBoaAAABgYCASzBUNcAAAAASUVORK5CYII=";

static void
add_theme (Workshop *workshop, const Theme *theme, guint number)
{
  TrioId id = workshop_add_theme (workshop, theme->title, theme->subtitle, theme->summary);
  TrioId station = workshop_add_station (workshop, number, id);

  workshop_set_text (workshop, id, TRIO_THEME_TOPIC, theme->topic);
  workshop_set_text (workshop, id, TRIO_THEME_DIRECTION, theme->direction);
  for (guint i = 0; i < G_N_ELEMENTS (theme->questions) && theme->questions[i] != NULL; i++)
    {
      TrioId question = workshop_add_question (workshop, id, 0, theme->questions[i]);

      for (guint j = 0; i == 0 && j < G_N_ELEMENTS (theme->parts) && theme->parts[j] != NULL; j++)
        workshop_add_question (workshop, id, question, theme->parts[j]);
    }
  for (guint i = 0; i < G_N_ELEMENTS (theme->notes) && theme->notes[i] != NULL; i++)
    workshop_add_note (workshop, station, 0, theme->notes[i]);
}

Workshop *
workshop_new_for_types (const char *lang)
{
  Workshop *workshop = workshop_new ();
  gboolean is_danish = strcmp (lang, "da") == 0;
  const Theme *themes = is_danish ? themes_da : themes_en;

  workshop_set (workshop, TRIO_WORKSHOP_TITLE, is_danish ? "TRIO-dag" : "TRIO day");
  workshop_set (workshop, TRIO_WORKSHOP_EVENT_KIND,
                is_danish ? "Inspirationsdag" : "Inspiration day");
  workshop_set (workshop, TRIO_WORKSHOP_SERIES,
                is_danish ? "Fremtidens arbejdsfællesskaber" : "The future of working together");
  workshop_set (workshop, TRIO_WORKSHOP_START, "2022-10-06");
  workshop_set (workshop, TRIO_WORKSHOP_PLACE, "Hotel Strandlyst");
  workshop_set (workshop, TRIO_WORKSHOP_ORGANISATION,
                is_danish ? "Egebæk Kommune" : "Egebæk Municipality");
  workshop_set (workshop, TRIO_WORKSHOP_INVITING_BODY,
                is_danish ? "Hovedudvalget" : "The main joint committee");
  workshop_set (workshop, TRIO_WORKSHOP_PARTICIPANTS,
                is_danish ? "TRIO’er fra alle enheder" : "The TRIOs of all units");
  workshop_set (workshop, TRIO_WORKSHOP_AIM,
                is_danish ? "Alle fik et fælles afsæt." : "All got a common start.");
  for (guint i = 0; i < G_N_ELEMENTS (themes_da); i++)
    add_theme (workshop, &themes[i], i + 1);
  workshop_add_followup (workshop, is_danish ? "prøv faste kontaktpersoner" : "try fixed contacts",
                         is_danish ? "lederne" : "the managers", "2023-03-01", FALSE);
  workshop_add_followup (workshop, " ", "", "", FALSE);
  workshop_add_followup (workshop, is_danish ? "Send referatet ud" : "Send the minutes", "", "",
                         TRUE);
  return workshop;
}

TrioBuildOptions *
options_new_for_type (const char *type, const char *lang)
{
  TrioBuildOptions *options = trio_build_options_new ();
  gsize length;
  guchar *data = g_base64_decode (picture, &length);
  g_autoptr (GBytes) image = g_bytes_new_take (data, length);

  trio_build_options_set_document_date (options, "2022-11-20");
  trio_build_options_set_created (options, "2022-11-20T08:00:00Z");
  for (guint i = 0; i < G_N_ELEMENTS (values); i++)
    if (strcmp (values[i].type, type) == 0)
      trio_build_options_set_parameter (options, values[i].name,
                                        strcmp (lang, "da") == 0 ? values[i].da : values[i].en);
  if (strcmp (type, "status") == 0)
    trio_build_options_set_image (options, "figure", image);
  return options;
}

TrioTemplate *
find_template_of_type (const char *type, const char *lang)
{
  g_autoptr (TrioTemplateLibrary) library
      = trio_template_library_new_for_folders (NULL, NULL, NULL);
  g_autoptr (GError) error = NULL;
  TrioTemplate *tmpl = trio_template_library_find (library, NULL, type, lang, NULL, &error);

  g_assert_no_error (error);
  return tmpl;
}

TrioDoc *
build_type (const char *type, const char *lang)
{
  g_autoptr (Workshop) workshop = workshop_new_for_types (lang);
  g_autoptr (TrioSnapshot) snapshot = workshop_snapshot (workshop);
  g_autoptr (TrioTemplate) tmpl = find_template_of_type (type, lang);
  g_autoptr (TrioBuildOptions) options = options_new_for_type (type, lang);
  g_autoptr (GError) error = NULL;
  TrioDoc *doc = trio_builder_build (snapshot, tmpl, options, &error);

  g_assert_no_error (error);
  return doc;
}
