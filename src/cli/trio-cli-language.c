/* trio-cli-language.c: what is installed for the language of a workshop, and what is missing. */
#include "config.h"

#include "cli/trio-cli-json.h"
#include "cli/trio-cli-language.h"

#include <glib/gi18n.h>

#include "text/trio-language.h"
#include "text/trio-lexicon.h"

/* The language that the inputs themselves seem to be in; NULL while there are none. */
static const char *
recognise (TrioSnapshot *snapshot)
{
  GPtrArray *notes = trio_snapshot_get_all (snapshot, TRIO_KIND_NOTE);
  g_autoptr (GPtrArray) texts = g_ptr_array_new ();

  for (guint i = 0; i < notes->len; i++)
    g_ptr_array_add (texts, (gpointer)trio_record_get_text (notes->pdata[i], TRIO_NOTE_TEXT));
  return texts->len > 0 ? trio_language_recognise ((const char *const *)texts->pdata, texts->len)
                        : NULL;
}

static const char *
name_language (const char *lang)
{
  return g_str_equal (lang, "da") ? _ ("Danish") : _ ("English");
}

/**
 * trio_cli_print_language:
 * @snapshot: a workshop
 * @vectors: (nullable): folder of the word files, %NULL for where they are installed
 *
 * Prints the language of the workshop and what its inputs are compared with.
 */
void
trio_cli_print_language (TrioSnapshot *snapshot, const char *vectors)
{
  const char *lang = trio_language_of (trio_snapshot_get_workshop (snapshot));
  const char *recognised = recognise (snapshot);
  g_autoptr (TrioLexicon) lexicon = trio_lexicon_new (lang, vectors);
  TrioWordList *words = trio_lexicon_get_word_list (lexicon);
  TrioVectors *directions = trio_lexicon_get_vectors (lexicon);
  TrioConcepts *concepts = trio_lexicon_get_concepts (lexicon);

  if (recognised == NULL || g_str_equal (recognised, lang))
    g_print (_ ("Language of the inputs: %s\n"), name_language (lang));
  else
    /* Translators: the language that is set, and the one that the inputs seem to be in. */
    g_print (_ ("Language of the inputs: %s; they look like %s (“trio set FILE language=%s”)\n"),
             name_language (lang), name_language (recognised), recognised);
  if (words != NULL)
    g_print (_ ("Dictionary: %u words, %s\n"), trio_word_list_get_size (words),
             trio_word_list_get_path (words));
  else
    g_print ("%s\n", _ ("Dictionary: none; proposals are a little worse without hunspell’s"));
  if (directions != NULL)
    g_print (_ ("Word vectors: %u stems, %s\n"), trio_vectors_get_size (directions),
             trio_vectors_get_path (directions));
  else
    g_print ("%s\n", _ ("Word vectors: none; only inputs that share words are seen to be akin"));
  if (concepts != NULL)
    g_print (_ ("Concepts: %u\n"), trio_concepts_get_size (concepts));
}

/**
 * trio_cli_add_language:
 * @builder: where a member is expected
 * @snapshot: a workshop
 * @vectors: (nullable): folder of the word files, %NULL for where they are installed
 *
 * Adds the member "language".
 */
void
trio_cli_add_language (JsonBuilder *builder, TrioSnapshot *snapshot, const char *vectors)
{
  const char *lang = trio_language_of (trio_snapshot_get_workshop (snapshot));
  const char *recognised = recognise (snapshot);
  g_autoptr (TrioLexicon) lexicon = trio_lexicon_new (lang, vectors);
  TrioWordList *words = trio_lexicon_get_word_list (lexicon);
  TrioVectors *directions = trio_lexicon_get_vectors (lexicon);
  TrioConcepts *concepts = trio_lexicon_get_concepts (lexicon);

  json_builder_set_member_name (builder, "language");
  json_builder_begin_object (builder);
  trio_cli_add_string (builder, "lang", lang);
  trio_cli_add_string (builder, "recognised", recognised != NULL ? recognised : "");
  trio_cli_add_string (builder, "dictionary", words != NULL ? trio_word_list_get_path (words) : "");
  trio_cli_add_int (builder, "dictionary_words",
                    words != NULL ? trio_word_list_get_size (words) : 0);
  trio_cli_add_string (builder, "vectors",
                       directions != NULL ? trio_vectors_get_path (directions) : "");
  trio_cli_add_int (builder, "vector_stems",
                    directions != NULL ? trio_vectors_get_size (directions) : 0);
  trio_cli_add_int (builder, "concepts", concepts != NULL ? trio_concepts_get_size (concepts) : 0);
  json_builder_end_object (builder);
}
