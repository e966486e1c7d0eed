/* trio-language.c: recognises Danish and English, and holds the words that say nothing. */
#include "config.h"

#include <string.h>

#include "text/trio-language.h"
#include "text/trio-tokens.h"

/* Words so common that a few notes tell the language by them. */
static const char *const danish_signs[] = { "og",  "det",  "er",  "til", "på", "af", "for", "ikke",
                                            "der", "skal", "med", "vi",  "en", "et", NULL };
static const char *const english_signs[] = { "the",  "and", "to", "of",  "is",   "my", "in", "how",
                                             "what", "a",   "we", "are", "with", "it", NULL };

/* clang-format off */
static const char *const danish_stop_words[] = {
  "ad", "af", "aldrig", "alle", "alt", "altid", "anden", "andet", "andre", "at", "bare", "begge",
  "blev", "blive", "bliver", "da", "de", "dem", "den", "denne", "der", "deres", "det", "dette",
  "dig", "din", "dine", "disse", "dit", "du", "efter", "eller", "en", "end", "endnu", "ene", "er",
  "et", "få", "fik", "for", "fordi", "fra", "får", "før", "ham", "han", "hans", "har", "havde",
  "hej", "hele", "hen", "hende", "hendes", "her", "hos", "hun", "hvad", "hvem", "hver", "hvert",
  "hvilken", "hvilket", "hvilke", "hvis", "hvor", "hvordan", "hvorfor", "hvornår", "i", "ikke",
  "ind", "ingen", "intet", "ja", "jeg", "jer", "jeres", "jo", "kan", "kom", "kommer", "kun",
  "kunne", "lad", "lidt", "lige", "man", "mange", "med", "meget", "mellem", "men", "mens", "mere",
  "mest", "mig", "min", "mine", "mit", "mod", "må", "måske", "ned", "nej", "noget", "nogen",
  "nogle", "nu", "når", "næsten", "og", "også", "om", "op", "os", "over", "på", "samt", "se",
  "selv", "ser", "ses", "sig", "sin", "sine", "sit", "skal", "skulle", "som", "så", "sådan",
  "tage", "til", "tit", "ud", "uden", "under", "var", "ved", "vi", "vil", "ville", "vor", "vores",
  "være", "været", "bør", "flere", "færre", "bedre", "mindre", NULL
};

static const char *const english_stop_words[] = {
  "a", "about", "above", "after", "again", "all", "also", "am", "an", "and", "any", "are", "as",
  "at", "be", "because", "been", "before", "being", "below", "between", "both", "but", "by",
  "can", "cannot", "could", "did", "do", "does", "doing", "down", "during", "each", "few", "for",
  "from", "further", "get", "had", "has", "have", "having", "he", "her", "here", "hers", "him",
  "his", "how", "i", "if", "in", "into", "is", "it", "its", "itself", "just", "like", "me",
  "more", "most", "my", "myself", "no", "nor", "not", "now", "of", "off", "on", "once", "only",
  "or", "other", "our", "ours", "out", "over", "own", "please", "same", "she", "should", "so",
  "some", "such", "tell", "than", "that", "the", "their", "them", "then", "there", "these",
  "they", "this", "those", "through", "to", "too", "under", "until", "up", "us", "very", "was",
  "we", "were", "what", "when", "where", "which", "while", "who", "whom", "why", "will", "with",
  "would", "you", "your", "need", "needs", "want", "know", "im", "ive", "dont", "doesnt", "didnt",
  "cant", "wont", "isnt", "id", NULL
};
/* clang-format on */

/**
 * trio_language_of:
 * @workshop: (nullable): the record of a workshop
 *
 * Returns: (transfer none): the language that its inputs are read in, "da" or "en"
 */
const char *
trio_language_of (const TrioRecord *workshop)
{
  return workshop != NULL
                 && trio_record_get_int (workshop, TRIO_WORKSHOP_LANGUAGE) == TRIO_LANGUAGE_EN
             ? "en"
             : "da";
}

/**
 * trio_language_recognise:
 * @texts: (array length=n_texts): what was written on one board
 * @n_texts: count of @texts
 *
 * Recognises the language of a board by its commonest words and by the letters æ, ø and å. One
 * language a board is enough. Danish wins when nothing tells them apart.
 *
 * Returns: "da" or "en"
 */
const char *
trio_language_recognise (const char *const *texts, guint n_texts)
{
  guint danish = 0, english = 0;

  for (guint i = 0; i < n_texts; i++)
    {
      g_autoptr (GPtrArray) tokens = trio_tokens_split (texts[i]);

      for (guint t = 0; t < tokens->len; t++)
        {
          const char *word = ((TrioToken *)tokens->pdata[t])->word;

          danish += g_strv_contains (danish_signs, word);
          danish += strstr (word, "æ") != NULL || strstr (word, "ø") != NULL
                    || strstr (word, "å") != NULL;
          english += g_strv_contains (english_signs, word);
        }
    }
  return danish >= english ? "da" : "en";
}

/**
 * trio_language_get_stop_words:
 * @lang: "da" or "en"
 *
 * Returns: (transfer none) (array zero-terminated=1): words in lower case that say nothing about
 *   the subject of a note
 */
const char *const *
trio_language_get_stop_words (const char *lang)
{
  return strcmp (lang, "da") == 0 ? danish_stop_words : english_stop_words;
}

/**
 * trio_language_get_stemmer:
 * @lang: "da" or "en"
 *
 * Returns: (transfer none): what Snowball calls the language
 */
const char *
trio_language_get_stemmer (const char *lang)
{
  return strcmp (lang, "da") == 0 ? "danish" : "english";
}
