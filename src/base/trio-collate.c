/* trio-collate.c: alphabetical order by language, independent of the locale.
 *
 * A key has three parts: letters, accents, capitals; a later part only decides where the
 * earlier ones are equal. Danish follows the rules of the orthographic dictionary: æ, ø, å
 * come last, aa counts as å, ä and ö as æ and ø, ü as y, and capitals stand first.
 */
#include "base/trio-text.h"

#include <string.h>

#define WEIGHT_SPACE  0x02
#define WEIGHT_DIGIT  0x10
#define WEIGHT_LETTER 0x20
#define WEIGHT_AE     0x41
#define WEIGHT_OE     0x42
#define WEIGHT_AA     0x43
#define PART_END      0x01
#define SECOND_PLAIN  0x03
#define SECOND_OTHER  0x04
#define THIRD_CAPITAL 0x03
#define THIRD_SMALL   0x04

typedef struct
{
  GString *letters;
  GString *accents;
  GString *cases;
} Key;

static void
add_weight (Key *key, char letter, char accent, gboolean capital)
{
  g_string_append_c (key->letters, letter);
  g_string_append_c (key->accents, accent);
  g_string_append_c (key->cases, capital ? THIRD_CAPITAL : THIRD_SMALL);
}

static void
add_latin (Key *key, char letter, char accent, gboolean capital)
{
  add_weight (key, (char)(WEIGHT_LETTER + (letter - 'a')), accent, capital);
}

/* The letters that Danish sorts otherwise than their base letter. */
static gboolean
add_danish (Key *key, gunichar c, gboolean capital)
{
  switch (c)
    {
    case 0x00E6: /* æ */
      add_weight (key, WEIGHT_AE, SECOND_PLAIN, capital);
      return TRUE;
    case 0x00E4: /* ä */
      add_weight (key, WEIGHT_AE, SECOND_OTHER, capital);
      return TRUE;
    case 0x00F8: /* ø */
      add_weight (key, WEIGHT_OE, SECOND_PLAIN, capital);
      return TRUE;
    case 0x00F6: /* ö */
      add_weight (key, WEIGHT_OE, SECOND_OTHER, capital);
      return TRUE;
    case 0x00E5: /* å */
      add_weight (key, WEIGHT_AA, SECOND_PLAIN, capital);
      return TRUE;
    case 0x00FC: /* ü */
      add_latin (key, 'y', SECOND_OTHER, capital);
      return TRUE;
    default:
      return FALSE;
    }
}

static void
add_other (Key *key, gunichar c, gboolean capital)
{
  gunichar apart[G_UNICHAR_MAX_DECOMPOSITION_LENGTH];
  gsize n = g_unichar_fully_decompose (c, FALSE, apart, G_N_ELEMENTS (apart));

  if (n > 0 && apart[0] >= 'a' && apart[0] <= 'z')
    add_latin (key, (char)apart[0], SECOND_OTHER, capital);
  else if (c == 0x00F8)
    add_latin (key, 'o', SECOND_OTHER, capital);
  else if (c == 0x00E6)
    {
      add_latin (key, 'a', SECOND_OTHER, capital);
      add_latin (key, 'e', SECOND_OTHER, capital);
    }
  else if (c == 0x00DF)
    {
      add_latin (key, 's', SECOND_OTHER, capital);
      add_latin (key, 's', SECOND_OTHER, capital);
    }
  else if (g_unichar_isalpha (c))
    {
      /* Other alphabets follow in the order of their code points, as their bytes do. */
      g_string_append_unichar (key->letters, c);
      g_string_append_c (key->accents, SECOND_PLAIN);
      g_string_append_c (key->cases, capital ? THIRD_CAPITAL : THIRD_SMALL);
    }
}

static void
add_space (Key *key)
{
  gsize n = key->letters->len;

  if (n > 0 && key->letters->str[n - 1] != WEIGHT_SPACE)
    g_string_append_c (key->letters, WEIGHT_SPACE);
}

/**
 * trio_text_collate_key:
 * @text: UTF-8
 * @lang: the language to sort by
 *
 * Makes a key for alphabetical sorting; comparing two keys with strcmp() gives the order of
 * the texts. Equal keys mean equal texts. Spaces and hyphens come before digits, digits
 * before letters; other signs count only between otherwise equal texts.
 *
 * Returns: (transfer full): the key; no text for people
 */
char *
trio_text_collate_key (const char *text, const char *lang)
{
  gboolean danish = lang != NULL && g_ascii_strncasecmp (lang, "da", 2) == 0;
  g_autofree char *composed = NULL;
  Key key;

  g_return_val_if_fail (text != NULL, NULL);

  key = (Key){ g_string_new (NULL), g_string_new (NULL), g_string_new (NULL) };
  composed = g_utf8_normalize (text, -1, G_NORMALIZE_DEFAULT_COMPOSE);
  for (const char *p = composed != NULL ? composed : ""; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);
      gunichar small = g_unichar_tolower (c);
      gboolean capital = small != c;

      if (danish && (small == 'a') && (p[1] == 'a' || p[1] == 'A'))
        {
          add_weight (&key, WEIGHT_AA, SECOND_OTHER, capital);
          p++;
        }
      else if (small >= 'a' && small <= 'z')
        add_latin (&key, (char)small, SECOND_PLAIN, capital);
      else if (c >= '0' && c <= '9')
        add_weight (&key, (char)(WEIGHT_DIGIT + (c - '0')), SECOND_PLAIN, FALSE);
      else if (g_unichar_isspace (c) || c == '-' || c == 0x2013)
        add_space (&key);
      else if (!(danish && add_danish (&key, small, capital)))
        add_other (&key, small, capital);
    }

  g_string_append_c (key.letters, PART_END);
  g_string_append (key.letters, key.accents->str);
  g_string_append_c (key.letters, PART_END);
  g_string_append (key.letters, key.cases->str);
  g_string_append_c (key.letters, PART_END);
  g_string_append (key.letters, text);
  g_string_free (key.accents, TRUE);
  g_string_free (key.cases, TRUE);
  return g_string_free (key.letters, FALSE);
}

/**
 * trio_text_collate:
 * @a: UTF-8
 * @b: UTF-8
 * @lang: the language to sort by
 *
 * Compares two texts alphabetically. For many comparisons keep keys instead.
 *
 * Returns: less than, equal to or greater than 0
 */
int
trio_text_collate (const char *a, const char *b, const char *lang)
{
  g_autofree char *key_a = trio_text_collate_key (a, lang);
  g_autofree char *key_b = trio_text_collate_key (b, lang);

  return strcmp (key_a, key_b);
}
