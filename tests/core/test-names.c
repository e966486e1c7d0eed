/* test-names.c: which words and phrases become names of clusters. */
#include <string.h>

#include "clustering/trio-cluster-name.h"

static void
test_name_forms (void)
{
  const char *texts[] = { "Psykologisk tryghed i hverdagen",
                          "mere psykologisk tryghed",
                          "Psykologisk tryghed",
                          "Bedre IT",
                          "IT driller",
                          "It skal virke",
                          "dårlig IT" };
  const guint phrase[] = { 0, 1, 2 }, abbreviation[] = { 3, 4, 5, 6 };
  g_autoptr (TrioLexicon) lexicon = trio_lexicon_new_with ("da", NULL, NULL);
  g_autoptr (TrioSpace) space = trio_space_new (lexicon, texts, G_N_ELEMENTS (texts));
  g_autoptr (TrioNamer) namer = trio_namer_new (space, lexicon);
  g_autoptr (TrioClusterName) first = trio_namer_name (namer, phrase, 3);
  g_autoptr (TrioClusterName) second = trio_namer_name (namer, abbreviation, 4);

  g_assert_cmpstr (first->name, ==, "Psykologisk tryghed");
  g_assert_cmpstr (second->name, ==, "IT");
  g_assert_nonnull (strstr (second->reason, "IT"));
}

static void
assert_class (TrioLexicon *lexicon, const char *word, TrioWordClass expected)
{
  g_test_message ("%s", word);
  g_assert_cmpint (trio_lexicon_lookup (lexicon, word)->word_class, ==, expected);
}

static void
test_nouns (void)
{
  static const char *const danish[] = { "ledelse", "møderne", "klassen", "sænkeborde", "genbrug" };
  static const char *const none[] = { "føle", "tydelige", "sammen", "drukner" };
  g_autoptr (TrioLexicon) da = trio_lexicon_new ("da", NULL);
  g_autoptr (TrioLexicon) en = trio_lexicon_new ("en", NULL);
  g_autoptr (TrioLexicon) bare = trio_lexicon_new_with ("da", NULL, NULL);

  assert_class (bare, "ledelse", TRIO_WORD_CLASS_UNKNOWN);
  if (trio_lexicon_get_word_list (da) == NULL || trio_lexicon_get_word_list (en) == NULL)
    {
      g_test_skip ("the dictionaries of hunspell are not installed");
      return;
    }
  for (guint i = 0; i < G_N_ELEMENTS (danish); i++)
    assert_class (da, danish[i], TRIO_WORD_CLASS_NOUN);
  for (guint i = 0; i < G_N_ELEMENTS (none); i++)
    assert_class (da, none[i], TRIO_WORD_CLASS_OTHER);
  assert_class (da, "qwxz", TRIO_WORD_CLASS_UNKNOWN);
  assert_class (en, "meetings", TRIO_WORD_CLASS_NOUN);
  assert_class (en, "stories", TRIO_WORD_CLASS_NOUN);
  assert_class (en, "slowly", TRIO_WORD_CLASS_OTHER);
  assert_class (en, "friday", TRIO_WORD_CLASS_WHEN);
  assert_class (en, "weeks", TRIO_WORD_CLASS_WHEN);
  assert_class (da, "ugen", TRIO_WORD_CLASS_WHEN);
  assert_class (da, "fredagen", TRIO_WORD_CLASS_WHEN);
  assert_class (da, "dagsorden", TRIO_WORD_CLASS_NOUN);
}

/* A verb and a day are no names as long as there is a noun, and alternatives say something else. */
static void
test_noun_names (void)
{
  const char *texts[]
      = { "Føle sig velkommen fredag", "Føle trivsel om fredagen", "Trivsel skal føles i fredag",
          "Solceller på taget",        "Flere solceller",          "Et tag af solceller" };
  const guint verbs[] = { 0, 1, 2 }, roofs[] = { 3, 4, 5 };
  g_autoptr (TrioLexicon) lexicon = trio_lexicon_new ("da", NULL);
  g_autoptr (TrioSpace) space = trio_space_new (lexicon, texts, G_N_ELEMENTS (texts));
  g_autoptr (TrioNamer) namer = trio_namer_new (space, lexicon);
  g_autoptr (TrioClusterName) first = trio_namer_name (namer, verbs, 3);
  g_autoptr (TrioClusterName) second = trio_namer_name (namer, roofs, 3);

  if (trio_lexicon_get_word_list (lexicon) == NULL)
    {
      g_test_skip ("the Danish dictionary of hunspell is not installed");
      return;
    }
  g_assert_cmpstr (first->name, ==, "Trivsel");
  g_assert_cmpstr (second->name, ==, "Solceller");
  for (guint i = 0; second->alternatives[i] != NULL; i++)
    g_assert_null (strstr ("Solceller", second->alternatives[i]));
}

/* Nothing in common but the matter: its title is the name, and the reason. */
static void
test_matter (void)
{
  const char *texts[] = { "Flere busser",        "Cyklen skal med", "Toget kører for sjældent",
                          "Solceller på skolen", "Mere ros",        "Kortere referater" };
  const guint traffic[] = { 0, 1, 2 };
  g_autoptr (TrioLexicon) lexicon = trio_lexicon_new ("da", NULL);
  g_autoptr (TrioSpace) space = trio_space_new (lexicon, texts, G_N_ELEMENTS (texts));
  g_autoptr (TrioNamer) namer = trio_namer_new (space, lexicon);
  g_autoptr (TrioClusterName) name = trio_namer_name (namer, traffic, 3);

  g_assert_cmpstr (name->name, ==, "Trafik og transport");
  g_assert_nonnull (strstr (name->reason, "Trafik og transport"));
  g_assert_cmpuint (g_strv_length (name->alternatives), ==, 2);
  g_assert_cmpfloat (trio_space_compare (space, 0, 1), >, trio_space_compare (space, 0, 3));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/names/forms", test_name_forms);
  g_test_add_func ("/names/nouns", test_nouns);
  g_test_add_func ("/names/noun-names", test_noun_names);
  g_test_add_func ("/names/matter", test_matter);
  return g_test_run ();
}
