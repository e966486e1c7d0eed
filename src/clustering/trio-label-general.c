/* trio-label-general.c: nouns that say when, how many, where or how, and never what about. */
#include "config.h"

#include <string.h>

#include "clustering/trio-label-private.h"

/* clang-format off */
static const char *const danish[] = {
  "afdeling", "aften", "afsnit", "antal", "arbejde", "arbejdsplads", "brug", "daglig", "dagligdag", "del",
  "eftermiddag", "ende", "flertal", "folk", "form", "formiddag", "forskel", "forslag", "fremtid",
  "første", "gang", "gavn", "gode", "grad", "grund", "gruppe", "halv", "hel", "hensyn", "hold", "hverdag",
  "håb", "idé", "ide", "input", "kommune", "krav", "lige", "liv", "lyst", "lov", "lær", "lære", "minut", "morgen",
  "måde", "måned", "mål", "nat", "navn", "nok", "næste", "område", "ord", "orden", "par", "plads",
  "problem", "punkt", "række", "rum", "sag", "side", "situation", "slags", "slut", "spørgsmål",
  "start", "sted", "stk", "stykke", "størrelse", "svar", "svær", "tal", "tanke", "tid", "tidspunkt", "time",
  "ting", "top", "tre", "type", "udgangspunkt", "uge", "verden", "vej", "vilje", "virkelighed",
  "én", "år", "øje", "øjeblik", "ønske", NULL
};

static const char *const english[] = {
  "afternoon", "amount", "answer", "area", "back", "bit", "break", "call", "case", "change", "chance", "day",
  "department", "end", "enough", "evening", "everyday", "example", "fact", "feel", "few", "find", "first", "form",
  "future", "get", "give", "go", "good", "ground", "group", "half", "hand", "help", "home", "hour", "idea", "input", "issue",
  "keep", "kind", "know", "less", "level", "life", "line", "like", "list", "look", "lot", "love", "make", "many", "minute", "month",
  "morning", "name", "need", "next", "night", "number", "one", "order", "part", "pass", "people", "person",
  "place", "point", "problem", "put", "question", "range", "reason", "room", "round", "set", "show", "side", "sort", "start", "take", "talk",
  "team", "thing", "three", "time", "top", "try", "turn", "two", "type", "unit", "use", "visit", "want",
  "way", "week", "wish", "word", "work", "world", "year", NULL
};
/* clang-format on */

static void
add_forms (GHashTable *stems, TrioLexicon *lexicon, const char *word, const char *const *endings)
{
  for (guint e = 0; endings[e] != NULL; e++)
    {
      g_autofree char *form = g_strconcat (word, endings[e], NULL);

      g_hash_table_add (stems, trio_lexicon_lookup (lexicon, form)->stem);
    }
}

/* Returns: (transfer full): the stems that are no topic; short words have several. */
GHashTable *
trio_label_list_general (TrioLexicon *lexicon)
{
  static const char *const danish_endings[]
      = { "", "n", "en", "t", "et", "e", "r", "er", "ne", "erne", NULL };
  static const char *const english_endings[] = { "", "s", NULL };
  gboolean is_danish = strcmp (trio_lexicon_get_language (lexicon), "da") == 0;
  const char *const *words = is_danish ? danish : english;
  GHashTable *stems = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; words[i] != NULL; i++)
    add_forms (stems, lexicon, words[i], is_danish ? danish_endings : english_endings);
  return stems;
}
