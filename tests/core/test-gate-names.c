/* test-gate-names.c: what looks like the name of a person, and words about health. */
#include "config.h"

#include "gate-scan-tables.h"

static void
test_name (void)
{
  static const char *const names[] = {
    "Mette Jensen",     "Anders Hansen",      "Søren Østergaard",
    "Birgitte Nielsen", "Hans Hansen",        "Lone Pedersen",
    "Bo Sørensen",      "Anne-Mette Holm",    "Mette H. Jensen",
    "Per Lund",         "Mikkel Bech Larsen", "Kirsten Thorup",
    "Torben Madsen",    "Ahmed Ali Hassan",   "Gitta Jensen",
    "Åse Kjær",         "Ole Skovgaard",      "Pia Kruse",
    "Jens Peter Dahl",  "Ulla Vestergaard",   NULL,
  };
  static const char *const patterns[] = {
    "vi talte med %s om det", "Spørg %s", "ring til %s i morgen", "at %s hjælper", "Det var hr. %s",
    "sygeplejerske %s kom",   NULL,
  };

  run_table (patterns, names, TRIO_HIT_NAME, assert_found);
}

static void
test_name_alone (void)
{
  static const struct
  {
    const char *pattern;
    const char *name;
  } cases[] = {
    { "sygeplejerske %s", "Jensen" },       { "overlæge %s har sagt det", "Abdullah" },
    { "fru %s på stue 4", "Petersen" },     { "Hr. %s er glad", "Holm" },
    { "vi savner %s", "Birgitte" },         { "snak med %s", "Lone" },
    { "%s siger altid nej", "Birgitte" },   { "%s bil holder der", "Birgittes" },
    { "%s og Pia er gode", "Rikke" },       { "nu har %s fri", "Rikke" },
    { "tak til %s", "mette jensen" },       { "%s", "METTE JENSEN" },
    { "Kontakt %s", "Vibbe Vogel Hansen" }, { "som Dr. %s sagde", "Brown" },
    { "lederen %s går", "Mette" },          { "f.eks. %s", "Birgitte" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    assert_found (cases[i].pattern, cases[i].name, TRIO_HIT_NAME);
}

static void
test_no_name (void)
{
  static const char *const texts[] = {
    /* given names that are words */
    "Hans opgave er klar",
    "Per medarbejder",
    "Bo godt hele livet",
    "Lone",
    "Max 20 minutter",
    "Ben i næsen",
    "Line",
    "Maj og juni",
    "Storm på vej",
    "Bjørn",
    "Dan en ring",
    "Liv og glade dage",
    "Tage på tur",
    "Aksel i maskinen",
    "Rose til en kollega",
    "Lykke på jobbet",
    "Palle til varer",
    "August er travl",
    "Ask dit hjerte",
    "Helle ved skolen",
    "Gro sammen",
    "Mark og skov",
    /* beginnings */
    "Mette",
    "Overlevering mellem afdelinger",
    "Vi skal turde mere",
    "Kigge på regler",
    "Samarbejde. Tillid. Ro.",
    "God ledelse: Nærvær",
    "Sundhed og Omsorg",
    "TRIO i hverdagen",
    "A/B-holdet",
    "”Fælles fodslag”",
    "Tid – Ro – Nærvær",
    "Mere Tid",
    "• Ros",
    "1. Ros",
    /* places, bodies, titles of things */
    "Niels Bohrs Vej 3",
    "Anders Sands Gade",
    "Maria Kirke",
    "Niels Brock Gymnasium",
    "Norddjurs Kommune",
    "Region Midtjylland",
    "Vores Norddjurs",
    "Hovedudvalget i Norddjurs",
    "HR Strategi",
    "leder i Sundhed",
    "lederen Sundhed",
    "direktør Velfærd",
    "Social og Sundhed",
    "MED-udvalget",
    "AMR og TR",
    "læge og sygeplejerske",
    "borgeren Digitalt",
    "i Danmark",
    "Anne Franks Skole",
    "i Jyllands Posten",
    NULL,
  };
  static const char *const patterns[] = { "%s", "%s.", NULL };

  run_table (patterns, texts, TRIO_HIT_NAME, assert_not_found);
}

static void
test_health (void)
{
  static const char *const words[]
      = { "syg",      "sygemeldt", "kræft",    "dement",     "depression", "angst",
          "diabetes", "gravid",    "misbrug",  "psykisk",    "adhd",       "diagnosen",
          "indlagt",  "opereret",  "epilepsi", "stressramt", "udbrændt",   NULL };
  static const char *const near[] = { "Mette Jensen er %s",
                                      "vi ved at %s rammer Anders Hansen hårdt",
                                      "borger 070761-4285 har %s",
                                      "min kollega blev %s",
                                      "vores leder er %s",
                                      "skriv til a@b.dk om %s",
                                      NULL };
  static const char *const nobody[] = { "%s",
                                        "Færre bliver %s",
                                        "vi taler om %s på mødet",
                                        "Borgere med %s får hjælp",
                                        "En kollega kan blive %s",
                                        "Politik for %s og fravær",
                                        NULL };

  run_table (near, words, TRIO_HIT_HEALTH, assert_found);
  run_table (nobody, words, TRIO_HIT_HEALTH, assert_not_found);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/gate-names/name", test_name);
  g_test_add_func ("/gate-names/name-alone", test_name_alone);
  g_test_add_func ("/gate-names/no-name", test_no_name);
  g_test_add_func ("/gate-names/health", test_health);
  return g_test_run ();
}
