/* test-theme-set.c: shipped sets, what is refused and in which words, writing and finding. */
#include <glib/gstdio.h>
#include <string.h>

#include "base/trio-error.h"
#include "base/trio-resource.h"
#include "base/trio-text.h"
#include "exchange/trio-theme-set.h"

#define HEAD "<themeset xmlns=\"urn:dk:trio:theme-set:1\" id=\"x\" version=\"1\" xml:lang=\"da\">\n"
#define TAIL "</themeset>\n"

static TrioThemeSet *
parse (const char *xml, GError **error)
{
  g_autoptr (GBytes) bytes = g_bytes_new_static (xml, strlen (xml));

  return trio_theme_set_parse (bytes, "mine.xml", error);
}

static void
assert_same_set (const TrioThemeSet *a, const TrioThemeSet *b)
{
  g_assert_cmpstr (a->id, ==, b->id);
  g_assert_cmpuint (a->version, ==, b->version);
  g_assert_cmpstr (a->lang, ==, b->lang);
  g_assert_cmpstr (a->title, ==, b->title);
  g_assert_cmpstr (a->series, ==, b->series);
  g_assert_cmpstr (a->description, ==, b->description);
  g_assert_cmpuint (a->themes->len, ==, b->themes->len);

  for (guint i = 0; i < a->themes->len; i++)
    {
      const TrioSetTheme *one = a->themes->pdata[i];
      const TrioSetTheme *other = b->themes->pdata[i];

      g_assert_cmpstr (one->title, ==, other->title);
      g_assert_cmpstr (one->subtitle, ==, other->subtitle);
      g_assert_cmpstr (one->topic, ==, other->topic);
      g_assert_cmpint (one->colour, ==, other->colour);
      g_assert_cmpstrv (one->direction, other->direction);
      g_assert_cmpuint (one->questions->len, ==, other->questions->len);
      for (guint q = 0; q < one->questions->len; q++)
        {
          const TrioSetQuestion *asked = one->questions->pdata[q];
          const TrioSetQuestion *again = other->questions->pdata[q];

          g_assert_cmpstr (asked->text, ==, again->text);
          g_assert_cmpstrv (asked->points, again->points);
        }
    }
}

static void
assert_question (const TrioSetQuestion *question)
{
  /* A question ends as one, or leads on to its points. */
  if (question->points[0])
    g_assert_false (g_str_has_suffix (question->text, "?"));
  else
    g_assert_true (g_str_has_suffix (question->text, "?"));

  for (char **point = question->points; *point; point++)
    {
      g_assert_false (g_str_has_suffix (*point, "."));
      g_assert_true (g_unichar_isupper (g_utf8_get_char (*point)));
    }
}

static guint
count_words (char *const *paragraphs)
{
  guint n = 0;

  for (; *paragraphs; paragraphs++)
    n += trio_text_count_words (*paragraphs);

  return n;
}

static void
test_shipped (void)
{
  g_auto (GStrv) names = trio_resource_list ("sets", NULL);

  g_assert_cmpuint (g_strv_length (names), >=, 4);
  for (char **name = names; *name; name++)
    {
      g_autofree char *path = g_strconcat ("sets/", *name, NULL);
      g_autoptr (GError) error = NULL;
      g_autoptr (GBytes) bytes = trio_resource_lookup (path, NULL);
      g_autoptr (TrioThemeSet) set = trio_theme_set_parse (bytes, *name, &error);
      g_autofree char *file = NULL;

      g_assert_no_error (error);
      file = g_strconcat (set->id, ".xml", NULL);
      g_assert_cmpstr (file, ==, *name);
      g_assert_null (set->path);
      g_assert_cmpstr (set->series, !=, "");
      g_assert_cmpstr (set->description, !=, "");
      g_assert_cmpuint (set->themes->len, >=, 4);

      for (guint i = 0; i < set->themes->len; i++)
        {
          const TrioSetTheme *theme = set->themes->pdata[i];

          g_assert_cmpstr (theme->subtitle, !=, "");
          g_assert_cmpstr (theme->topic, !=, "");
          g_assert_cmpint (theme->colour, !=, TRIO_SET_NO_COLOUR);
          g_assert_cmpuint (theme->questions->len, >=, 3);
          g_assert_nonnull (theme->direction[0]);
          for (guint q = 0; q < theme->questions->len; q++)
            assert_question (theme->questions->pdata[q]);
        }
    }
}

/* The four themes keep to the measure of the documents that are made of them. */
static void
test_four_themes (gconstpointer id)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (TrioThemeSet) set = trio_theme_set_load (id, &error);
  guint n_nested = 0;

  g_assert_no_error (error);
  g_assert_cmpuint (set->themes->len, ==, 4);
  for (guint i = 0; i < set->themes->len; i++)
    {
      const TrioSetTheme *theme = set->themes->pdata[i];
      guint n_words = count_words (theme->direction);
      guint n_paragraphs = g_strv_length (theme->direction);

      g_assert_cmpuint (theme->questions->len, ==, 4);
      g_assert_cmpuint (n_words, >=, 172);
      g_assert_cmpuint (n_words, <=, 231);
      g_assert_cmpuint (n_paragraphs, >=, 2);
      g_assert_cmpuint (n_paragraphs, <=, 3);
      for (guint q = 0; q < theme->questions->len; q++)
        n_nested += ((const TrioSetQuestion *)theme->questions->pdata[q])->points[0] != NULL;
    }
  g_assert_cmpuint (n_nested, ==, 1);
}

static void
test_danish_facts (void)
{
  g_autoptr (TrioThemeSet) set = trio_theme_set_load ("fremtidens-arbejdsfaellesskaber", NULL);
  const TrioSetTheme *first = set->themes->pdata[0];
  const TrioSetTheme *last = set->themes->pdata[3];

  g_assert_cmpstr (first->title, ==, "Blik for borgeren");
  g_assert_cmpstr (first->subtitle, ==, "Samskabelse, borgerinddragelse og fremtidssikret velfærd");
  g_assert_cmpstr (last->title, ==, "En stærk fortælling");
  g_assert_cmpint (trio_theme_set_get_language (set), ==, TRIO_LANGUAGE_DA);
}

static void
test_lines_are_joined (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (TrioThemeSet) set = parse (HEAD "<title>\n  Et\n    langt <!-- her --> navn\n</title>"
                                             "<theme><title>Æ &amp; Å</title></theme>" TAIL,
                                        &error);
  const TrioSetTheme *theme;

  g_assert_no_error (error);
  g_assert_cmpstr (set->title, ==, "Et langt navn");
  theme = set->themes->pdata[0];
  g_assert_cmpstr (theme->title, ==, "Æ & Å");
  g_assert_cmpstr (theme->topic, ==, "");
  g_assert_cmpuint (theme->questions->len, ==, 0);
  g_assert_null (theme->direction[0]);
  g_assert_cmpint (theme->colour, ==, TRIO_SET_NO_COLOUR);
}

typedef struct
{
  const char *xml;
  const char *message;
} Refusal;

static void
test_refused (void)
{
  static const Refusal refusals[] = {
    { HEAD "<title>T</title>\n<theme>\n<subtitle>S</subtitle></theme>" TAIL,
      "mine.xml, line 3: A theme needs a title." },
    { HEAD "<title>T</title>\n<theme>\n<subtitle>S</subtitle>\n<title>A</title></theme>" TAIL,
      "mine.xml, line 4: “title” must stand before “subtitle”." },
    { HEAD "<title>T</title><theme>\n<title> \n </title></theme>" TAIL,
      "mine.xml, line 3: “title” is empty. Write something or remove it." },
    { HEAD "<title>T</title><theme><title>A</title>\n<title>B</title></theme>" TAIL,
      "mine.xml, line 3: “title” may stand only once in “theme”." },
    { HEAD "<title>T</title><theme>\n<title>A <b>b</b></title></theme>" TAIL,
      "mine.xml, line 3: “title” may only hold plain text, but “b” stands in it." },
    { HEAD "<title>T</title><theme><title>A</title>\n<colur/></theme>" TAIL,
      "mine.xml, line 3: “colur” does not belong in “theme”." },
    { HEAD "<title>T</title>\n<theme colour=\"pink\"><title>A</title></theme>" TAIL,
      "mine.xml, line 3: The colour “pink” is not known. Use yellow, orange, red, purple, blue, "
      "teal, green or grey." },
    { HEAD "<title>T</title>\n<theme color=\"red\"><title>A</title></theme>" TAIL,
      "mine.xml, line 3: The attribute “color” is not known in “theme”." },
    { HEAD "<title>T</title><theme><title>A</title>\n<questions/></theme>" TAIL,
      "mine.xml, line 3: The list of questions is empty." },
    { HEAD "<title>T</title><theme><title>A</title><questions>\n<question>Why?</question>"
           "</questions></theme>" TAIL,
      "mine.xml, line 3: Text stands loose in “question”. Put it into an element." },
    { HEAD "<title>T</title><theme><title>A</title><questions>\n<question><point>a</point>"
           "</question></questions></theme>" TAIL,
      "mine.xml, line 3: A question needs a text." },
    { HEAD "<title>T</title><theme><title>A</title>\n<direction/></theme>" TAIL,
      "mine.xml, line 3: The direction needs at least one paragraph." },
    { HEAD "<title>T</title>" TAIL, "mine.xml, line 1: The theme set needs at least one theme." },
    { HEAD "<theme><title>A</title></theme>" TAIL,
      "mine.xml, line 1: The theme set needs a title." },
    { "\n<themeset xmlns=\"urn:dk:trio:theme-set:1\" version=\"1\" xml:lang=\"da\"/>",
      "mine.xml, line 2: The theme set needs an id, such as id=\"my-themes\"." },
    { "<themeset xmlns=\"urn:dk:trio:theme-set:1\" id=\"Å\" version=\"1\" xml:lang=\"da\"/>",
      "mine.xml, line 1: The id “Å” cannot be used. Write small letters a–z, digits and hyphens, "
      "at most 64." },
    { "<themeset xmlns=\"urn:dk:trio:theme-set:1\" id=\"x\" version=\"1.5\" xml:lang=\"da\"/>",
      "mine.xml, line 1: The version “1.5” is not a whole number from 1." },
    { "<themeset xmlns=\"urn:dk:trio:theme-set:1\" id=\"x\" version=\"1\"/>",
      "mine.xml, line 1: The theme set needs a language, such as xml:lang=\"da\"." },
    { "<themeset xmlns=\"urn:dk:trio:theme-set:1\" id=\"x\" version=\"1\" xml:lang=\"dansk\"/>",
      "mine.xml, line 1: “dansk” is not a language. Write for example da or en." },
    { "<themeset xmlns=\"urn:dk:trio:theme-set:2\"/>",
      "mine.xml, line 1: This theme set is made for another version of the program "
      "(urn:dk:trio:theme-set:2)." },
    { "<html/>", "mine.xml, line 1: This is not a theme set. It must begin with "
                 "<themeset xmlns=\"urn:dk:trio:theme-set:1\">." },
  };

  for (guint i = 0; i < G_N_ELEMENTS (refusals); i++)
    {
      g_autoptr (GError) error = NULL;
      TrioThemeSet *set = parse (refusals[i].xml, &error);

      g_assert_null (set);
      g_assert_error (error, TRIO_ERROR, TRIO_ERROR_PARSE);
      g_assert_cmpstr (error->message, ==, refusals[i].message);
    }
}

static void
test_attacks (void)
{
  static const char *const attacks[] = {
    "<!DOCTYPE themeset SYSTEM \"http://localhost/x.dtd\">" HEAD
    "<title>T</title><theme><title>A</title></theme>" TAIL,
    "<!DOCTYPE themeset [<!ENTITY e SYSTEM \"file:///etc/hostname\">]>" HEAD
    "<title>&e;</title><theme><title>A</title></theme>" TAIL,
    "<!DOCTYPE themeset [<!ENTITY a \"aaaaaaaaaa\"><!ENTITY b \"&a;&a;&a;&a;&a;&a;&a;&a;\">"
    "<!ENTITY c \"&b;&b;&b;&b;&b;&b;&b;&b;\">]>" HEAD
    "<title>&c;</title><theme><title>A</title></theme>" TAIL,
    HEAD "<title>&unknown;</title><theme><title>A</title></theme>" TAIL,
    HEAD "<title>T</title><theme><title>A</title></theme>",
    HEAD "<title>\xff\xfe</title><theme><title>A</title></theme>" TAIL,
    "PK\003\004",
    " ",
  };

  for (guint i = 0; i < G_N_ELEMENTS (attacks); i++)
    {
      g_autoptr (GError) error = NULL;
      TrioThemeSet *set = parse (attacks[i], &error);

      g_assert_null (set);
      g_assert_error (error, TRIO_ERROR, TRIO_ERROR_PARSE);
      g_assert_true (g_str_has_prefix (error->message, "mine.xml"));
    }
}

/* However a set is damaged, it is read or refused with its name; the seed is printed. */
static void
test_damaged (void)
{
  g_autoptr (GBytes) bytes = trio_resource_lookup ("sets/good-start.xml", NULL);
  gsize size = g_bytes_get_size (bytes);
  guint n_refused = 0;

  for (guint i = 0; i < 400; i++)
    {
      g_autofree char *text = g_memdup2 (g_bytes_get_data (bytes, NULL), size);
      gsize length = i % 4 == 0 ? (gsize)g_test_rand_int_range (0, (int)size) : size;
      g_autoptr (GBytes) damaged = NULL;
      g_autoptr (TrioThemeSet) set = NULL;
      g_autoptr (GError) error = NULL;

      for (guint n = 0; n < 1 + i % 5; n++)
        text[g_test_rand_int_range (0, (int)size)] = (char)g_test_rand_int_range (0, 256);
      damaged = g_bytes_new (text, length);
      set = trio_theme_set_parse (damaged, "mine.xml", &error);
      if (set)
        {
          g_assert_no_error (error);
          g_assert_cmpuint (set->themes->len, ==, 5);
          continue;
        }
      n_refused++;
      g_assert_error (error, TRIO_ERROR, TRIO_ERROR_PARSE);
      g_assert_true (g_str_has_prefix (error->message, "mine.xml"));
      g_assert_true (g_utf8_validate (error->message, -1, NULL));
    }
  g_assert_cmpuint (n_refused, >, 100);
}

static void
test_too_large (void)
{
  g_autofree char *big = g_strnfill (3 * 1024 * 1024, ' ');
  g_autoptr (GError) error = NULL;

  g_assert_null (parse (big, &error));
  g_assert_error (error, TRIO_ERROR, TRIO_ERROR_TOO_LARGE);
}

static void
test_written_as_read (void)
{
  g_autoptr (GPtrArray) problems = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GPtrArray) sets = trio_theme_set_list (problems);

  g_assert_cmpuint (problems->len, ==, 0);
  for (guint i = 0; i < sets->len; i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (GBytes) bytes = trio_theme_set_to_bytes (sets->pdata[i], &error);
      g_autoptr (GBytes) again = NULL;
      g_autoptr (TrioThemeSet) read = NULL;

      g_assert_no_error (error);
      read = trio_theme_set_parse (bytes, "again.xml", &error);
      g_assert_no_error (error);
      assert_same_set (sets->pdata[i], read);
      again = trio_theme_set_to_bytes (read, &error);
      g_assert_true (g_bytes_equal (bytes, again));
    }
}

static void
test_listed (void)
{
  g_autoptr (GPtrArray) sets = trio_theme_set_list (NULL);
  const char *lang = "";
  guint n_found = 0;

  for (guint i = 0; i < sets->len; i++)
    {
      const TrioThemeSet *set = sets->pdata[i];

      g_assert_cmpstr (lang, <=, set->lang);
      lang = set->lang;
      n_found += g_str_equal (set->id, "fremtidens-arbejdsfaellesskaber")
                 || g_str_equal (set->id, "future-work-communities");
    }
  g_assert_cmpuint (n_found, ==, 2);
}

static void
test_own_set_goes_first (void)
{
  g_autofree char *folder = trio_theme_set_dup_user_folder ();
  g_autofree char *path = g_build_filename (folder, "my-start.xml", NULL);
  g_autofree char *bad = g_build_filename (folder, "broken.xml", NULL);
  g_autoptr (GPtrArray) problems = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (TrioThemeSet) own = NULL;
  g_autoptr (TrioThemeSet) found = NULL;
  g_autoptr (TrioThemeSet) by_path = NULL;
  g_autoptr (GPtrArray) sets = NULL;
  g_autoptr (GError) error = NULL;

  own = parse ("<themeset xmlns=\"urn:dk:trio:theme-set:1\" id=\"good-start\" version=\"7\" "
               "xml:lang=\"en\"><title>Ours</title><theme><title>A</title></theme></themeset>",
               &error);
  g_assert_no_error (error);
  g_assert_true (trio_theme_set_save (own, path, &error));
  g_assert_no_error (error);
  g_assert_true (g_file_set_contents (bad, "<themeset/>", -1, &error));

  found = trio_theme_set_load ("good-start", &error);
  g_assert_no_error (error);
  assert_same_set (found, own);
  g_assert_cmpstr (found->path, ==, path);

  by_path = trio_theme_set_load (path, &error);
  g_assert_no_error (error);
  assert_same_set (by_path, own);

  sets = trio_theme_set_list (problems);
  g_assert_cmpuint (sets->len, >=, 4);
  g_assert_cmpuint (problems->len, ==, 1);
  g_assert_nonnull (strstr (problems->pdata[0], "broken.xml, line 1: "));

  g_assert_cmpint (g_unlink (path), ==, 0);
  g_assert_cmpint (g_unlink (bad), ==, 0);
}

static void
test_not_found (void)
{
  g_autoptr (GError) error = NULL;

  g_assert_null (trio_theme_set_load ("no-such-set", &error));
  g_assert_error (error, TRIO_ERROR, TRIO_ERROR_NOT_FOUND);
  g_assert_nonnull (strstr (error->message, "godt-fra-start"));
  g_clear_error (&error);

  g_assert_null (trio_theme_set_load ("./no-such-file.xml", &error));
  g_assert_error (error, TRIO_ERROR, TRIO_ERROR_NOT_FOUND);
  g_clear_error (&error);

  g_assert_null (trio_theme_set_load ("/", &error));
  g_assert_error (error, TRIO_ERROR, TRIO_ERROR_TOO_LARGE);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);

  g_test_add_func ("/theme-set/shipped", test_shipped);
  g_test_add_data_func ("/theme-set/four-themes/da", "fremtidens-arbejdsfaellesskaber",
                        test_four_themes);
  g_test_add_data_func ("/theme-set/four-themes/en", "future-work-communities", test_four_themes);
  g_test_add_func ("/theme-set/danish-facts", test_danish_facts);
  g_test_add_func ("/theme-set/lines-are-joined", test_lines_are_joined);
  g_test_add_func ("/theme-set/refused", test_refused);
  g_test_add_func ("/theme-set/attacks", test_attacks);
  g_test_add_func ("/theme-set/damaged", test_damaged);
  g_test_add_func ("/theme-set/too-large", test_too_large);
  g_test_add_func ("/theme-set/written-as-read", test_written_as_read);
  g_test_add_func ("/theme-set/listed", test_listed);
  g_test_add_func ("/theme-set/own-set-goes-first", test_own_set_goes_first);
  g_test_add_func ("/theme-set/not-found", test_not_found);

  return g_test_run ();
}
