/* test-template.c: reading and checking templates, and their wording. */
#include "config.h"

#include <string.h>

#include "base/trio-xml.h"
#include "document/trio-template.h"
#include "document/trio-template-names.h"
#include "document/trio-wording.h"

#define HEAD                                                    \
  "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"                \
  "<template xmlns=\"urn:dk:trio:template:1\" id=\"prove\"\n"   \
  "  version=\"1\" kind=\"notat\" xml:lang=\"da\">\n"           \
  "<name>Prøve</name>\n"                                       \
  "<params>\n"                                                  \
  "<param name=\"series\" type=\"text\" label=\"Titel\"/>\n"    \
  "<param name=\"grouped\" type=\"yesno\" label=\"Samlet\"/>\n" \
  "</params>\n"                                                 \
  "<body>\n"
#define FOOT       "\n</body>\n</template>\n"
#define FIRST_LINE 10 /* of what stands between the two */

typedef struct
{
  const char *name;
  const char *body;
  guint line; /* from the first line of the body */
  const char *message;
} BadBody;

static GPtrArray *
new_findings (void)
{
  return g_ptr_array_new_with_free_func ((GDestroyNotify)trio_xml_finding_free);
}

static TrioTemplate *
read_text (const char *text, GPtrArray *findings)
{
  g_autoptr (GBytes) bytes = g_bytes_new (text, strlen (text));
  TrioTemplate *tmpl = trio_template_read (bytes, "prøve.xml", NULL, findings);

  if (tmpl != NULL && !trio_template_check (tmpl, findings))
    g_clear_pointer (&tmpl, trio_template_unref);
  return tmpl;
}

static TrioTemplate *
read_body (const char *body, GPtrArray *findings)
{
  g_autofree char *text = g_strconcat (HEAD, body, FOOT, NULL);

  return read_text (text, findings);
}

static void
assert_finding (const GPtrArray *findings, guint line, const char *part)
{
  for (guint i = 0; i < findings->len; i++)
    {
      const TrioXmlFinding *finding = findings->pdata[i];

      if (finding->line == line && strstr (finding->message, part) != NULL)
        {
          g_assert_cmpstr (finding->file, ==, "prøve.xml");
          return;
        }
    }
  for (guint i = 0; i < findings->len; i++)
    {
      g_autofree char *text = trio_xml_finding_to_string (findings->pdata[i]);

      g_test_message ("%s", text);
    }
  g_test_fail_printf ("no finding in line %u with “%s”", line, part);
}

static void
test_valid (void)
{
  g_autoptr (GPtrArray) findings = new_findings ();
  g_autoptr (TrioTemplate) tmpl = read_body (
      "<title>Om {series}</title>\n"
      "<for-each in=\"themes\"><heading level=\"1\" number=\"1.\">{theme.title:upper}</heading>\n"
      "<list kind=\"bullet\" of=\"questions\"><item>{question.text}</item>\n"
      "<list kind=\"bullet\" of=\"subquestions\">{question.text}</list></list></for-each>\n"
      "<for-each in=\"stations\"><p>{theme.title}, {station.number}</p></for-each>",
      findings);

  g_assert_cmpuint (findings->len, ==, 0);
  g_assert_nonnull (tmpl);
  g_assert_cmpstr (trio_template_get_id (tmpl), ==, "prove");
  g_assert_cmpstr (trio_template_get_kind (tmpl), ==, "notat");
  g_assert_cmpstr (trio_template_get_lang (tmpl), ==, "da");
  g_assert_cmpstr (trio_template_get_name (tmpl), ==, "Prøve");
  g_assert_cmpuint (trio_template_get_version (tmpl), ==, 1);
  g_assert_cmpuint (trio_template_get_params (tmpl)->len, ==, 2);
  g_assert_cmpint (trio_template_find_param (tmpl, "grouped")->type, ==, TRIO_PARAM_YESNO);
}

/* Each mistake is told with its line and in words that help. */
static const BadBody bad_bodies[] = {
  { "space", "<p>Ja</p>\n<p>{theme title}</p>", 1, "{theme title}" },
  { "open-brace", "<p>Ja</p>\n\n<p>Den {series</p>", 2, "not closed" },
  { "lone-brace", "<p>a } b</p>", 0, "}}" },
  { "open-bracket", "<p>a [ om {series}</p>", 0, "[[" },
  { "lone-bracket", "<p>a ] b</p>", 0, "]]" },
  { "empty-group", "<p>a [ om ]</p>", 0, "needs a value" },
  { "choice", "<p>{theme_count?tema}</p>", 0, "two forms" },
  { "level", "<p>Ja</p>\n<heading level=\"7\">A</heading>", 1, "“heading”" },
  { "element", "<p>Ja</p>\n<blink>A</blink>", 1, "blink" },
  { "attribute", "<p>Ja</p>\n<p colour=\"red\">A</p>", 1, "colour" },
  { "scope", "<for-each in=\"participants\"><p>A</p></for-each>", 0, "cannot be gone through" },
  { "loop", "<for-each in=\"themis\"><p>{row.name}</p></for-each>", 0, "“themes”" },
  { "figure", "<figure of=\"series\" alt=\"A\" width=\"10mm\"/>", 0, "is not a picture" },
  { "empty", "<p>Ja</p>\n<p></p>", 1, "no wording" },
  { "mixed", "<p>Ja</p>\n<p>Ja<s>Nej</s></p>", 1, "“text” is not allowed" },
  { "no-in", "<p>Ja</p>\n<for-each><p>A</p></for-each>", 1, "“for-each”" },
  { "bad-path", "<p>Ja</p>\n<if has=\"a b.c.d\"><p>A</p></if>", 1, "“has”" },
  { "bad-choice", "<p>Ja</p>\n<p style=\"huge\">A</p>", 1, "“style”" },
  { "else-first", "<if has=\"series\">\n<else><p>A</p></else></if>", 0, "“else” is not allowed" },
  { "list-no-kind", "<p>Ja</p>\n<list of=\"themes\">A</list>", 1, "“list”" },
  { "p-in-title", "<p>Ja</p>\n<title><p>a</p></title>", 1, "“p” is not allowed" },
  { "unknown", "<p>Ja</p>\n<p>{serie}</p>", 1, "“series”" },
  { "unknown-field", "<for-each in=\"themes\">\n<p>{theme.titel}</p></for-each>", 1,
    "“theme.title”" },
  { "unknown-workshop", "<p>{workshop.inviting_bodi}</p>", 0, "“workshop.inviting_body”" },
  { "far-away", "<p>{zzzzqqqq}</p>", 0, "neither a param" },
  { "not-here", "<p>{note.text}</p>", 0, "one “note” after the other" },
  { "filter", "<p>{series:uper}</p>", 0, "“upper”" },
  { "filter-type", "<p>{series:long}</p>", 0, "which is text" },
  { "word-of-date", "<p>{document_date:word}</p>", 0, "which is a date" },
  { "choice-type", "<p>{series?a|b}</p>", 0, "not a number" },
  { "condition", "<if has=\"serie\"><p>A</p></if>", 0, "“series”" },
  { "option", "<if option=\"series\"><p>A</p></if>", 0, "not an option" },
  { "sentence", "<p>\n<s>A.</s>\n<s has=\"serie\">B.</s></p>", 2, "“series”" },
  { "clusters-outside", "<for-each in=\"clusters\"><p>A</p></for-each>", 0, "clusters" },
  { "themes-in-themes",
    "<for-each in=\"themes\">\n<for-each in=\"themes\"><p>A</p></for-each></for-each>", 1,
    "themes" },
  { "loose-in-theme",
    "<for-each in=\"themes\"><list kind=\"bullet\" of=\"loose_notes\">{note.text}</list>"
    "</for-each>",
    0, "loose_notes" },
  { "list-attribute",
    "<for-each in=\"stations\"><list kind=\"bullet\" of=\"notes\" empty-text=\"{nix}\">"
    "{note.text}</list></for-each>",
    0, "nix" },
  { "page-in-body", "<p>{page}</p>", 0, "page" },
};

static void
test_bad_body (gconstpointer data)
{
  const BadBody *bad = data;
  g_autoptr (GPtrArray) findings = new_findings ();
  g_autoptr (TrioTemplate) tmpl = read_body (bad->body, findings);

  g_assert_null (tmpl);
  assert_finding (findings, FIRST_LINE + bad->line, bad->message);
}

static void
test_bad_file (void)
{
  static const struct
  {
    const char *text;
    guint line;
    const char *message;
  } files[] = {
    { "", 0, "empty" },
    { "<template", 1, "" },
    { "<?xml version=\"1.0\"?>\n<!DOCTYPE a [<!ENTITY b \"c\">]>\n<a>&b;</a>", 2, "" },
    { "<?xml version=\"1.0\"?>\n<themeset/>", 2, "" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (files); i++)
    {
      g_autoptr (GPtrArray) findings = new_findings ();
      g_autoptr (TrioTemplate) tmpl = read_text (files[i].text, findings);

      g_assert_null (tmpl);
      assert_finding (findings, files[i].line, files[i].message);
    }
}

static void
test_too_large (void)
{
  g_autoptr (GPtrArray) findings = new_findings ();
  g_autofree char *space = g_strnfill (1100 * 1024, ' ');
  g_autoptr (TrioTemplate) tmpl = read_body (space, findings);

  g_assert_null (tmpl);
  g_assert_cmpuint (findings->len, ==, 1);
}

static void
test_long_wording (void)
{
  g_autoptr (GPtrArray) findings = new_findings ();
  g_autoptr (GString) body = g_string_new ("<p>");
  g_autoptr (TrioTemplate) tmpl = NULL;
  g_autofree char *big = g_strnfill (10000, 'x');
  gint64 start;

  for (guint i = 0; i < 900; i++)
    g_string_append (body, "ord {{og}} {series} ");
  g_string_append (body, "</p>");
  start = g_get_monotonic_time ();
  tmpl = read_body (body->str, findings);
  g_test_message ("%.1f ms", (double)(g_get_monotonic_time () - start) / 1000);
  g_assert_nonnull (tmpl);
  g_assert_cmpuint (findings->len, ==, 0);

  g_string_printf (body, "<p>%s %s</p>", big, big);
  g_clear_pointer (&tmpl, trio_template_unref);
  tmpl = read_body (body->str, findings);
  g_assert_null (tmpl);
  assert_finding (findings, FIRST_LINE, "20,000");
}

static void
test_double_param (void)
{
  g_autoptr (GPtrArray) findings = new_findings ();
  g_autoptr (TrioTemplate) tmpl = read_text (
      "<template xmlns=\"urn:dk:trio:template:1\" id=\"a\" version=\"1\" kind=\"notat\" "
      "xml:lang=\"da\"><name>A</name><params><param name=\"b\" type=\"text\" label=\"B\"/>\n"
      "<param name=\"b\" type=\"date\" label=\"B\"/></params><body><p>A</p></body></template>",
      findings);

  g_assert_null (tmpl);
  assert_finding (findings, 2, "twice");
}

static void
test_no_body (void)
{
  g_autoptr (GPtrArray) findings = new_findings ();
  g_autoptr (TrioTemplate) tmpl = read_text (
      "<template xmlns=\"urn:dk:trio:template:1\" id=\"a\" version=\"1\" kind=\"notat\" "
      "xml:lang=\"da\"><name>A</name><params/><body/></template>",
      findings);

  g_assert_null (tmpl);
  assert_finding (findings, 0, "no body");
}

/* Wording */

typedef struct
{
  const char *path;
  TrioWordingValue value;
} Known;

static const Known known_values[] = {
  { "name", { TRIO_WORDING_TEXT, "ærø {series} [a]", 0 } },
  { "series", { TRIO_WORDING_TEXT, "Fremtidens fællesskaber", 0 } },
  { "body", { TRIO_WORDING_TEXT, "The Main Committee", 0 } },
  { "place", { TRIO_WORDING_TEXT, "Egebæk Kommune", 0 } },
  { "acronym", { TRIO_WORDING_TEXT, "MED-udvalg", 0 } },
  { "blank", { TRIO_WORDING_TEXT, " \n", 0 } },
  { "none", { TRIO_WORDING_TEXT, NULL, 0 } },
  { "day", { TRIO_WORDING_DATE, "2022-10-06", 0 } },
  { "bad_day", { TRIO_WORDING_DATE, "snart", 0 } },
  { "lines", { TRIO_WORDING_TEXT, "a\n\nb\nc", 0 } },
  { "zero", { TRIO_WORDING_NUMBER, NULL, 0 } },
  { "one", { TRIO_WORDING_NUMBER, NULL, 1 } },
  { "four", { TRIO_WORDING_NUMBER, NULL, 4 } },
};

static gboolean
lookup_cb (const char *path, TrioWordingValue *value, gpointer user_data)
{
  for (guint i = 0; i < G_N_ELEMENTS (known_values); i++)
    if (g_str_equal (known_values[i].path, path))
      {
        *value = known_values[i].value;
        return TRUE;
      }
  return FALSE;
}

static void
test_wording (void)
{
  static const struct
  {
    const char *source;
    const char *lang;
    const char *result;
  } cases[] = {
    { "  to \n\t ord  ", "da", "to ord" },
    { "{{a}} [[b]]", "da", "{a} [b]" },
    { "a\302\240b", "da", "a\302\240b" },
    { "<{name}>", "da", "<ærø {series} [a]>" },
    { "{name:upper}", "da", "ÆRØ {SERIES} [A]" },
    { "{name:cap}", "da", "Ærø {series} [a]" },
    { "{name:cap:uncap}", "da", "ærø {series} [a]" },
    { "{series:uncap}", "da", "fremtidens fællesskaber" },
    { "{body:uncap}", "en", "the Main Committee" },
    { "{place:uncap}", "da", "Egebæk Kommune" },
    { "{acronym:uncap}", "da", "MED-udvalg" },
    { "{day:day}", "da", "6.\302\240oktober" },
    { "{day:day}", "en", "6 October" },
    { "{name:upper:lower}", "da", "ærø {series} [a]" },
    { "x[ om {name}]y", "da", "x om ærø {series} [a]y" },
    { "x[ om {none}]y", "da", "xy" },
    { "x[ om {blank}][ og {one}]y", "da", "x og 1y" },
    { "x[ ({zero})]", "da", "x" },
    { "{day}", "da", "6.\302\240oktober 2022" },
    { "{day:long}", "en", "6 October 2022" },
    { "{day:month}", "da", "oktober 2022" },
    { "{day:short}", "da", "06-10-2022" },
    { "{bad_day:long}", "da", "snart" },
    { "{four:word:cap} {four?tema|temaer}", "da", "Fire temaer" },
    { "{one:word} {one?tema|temaer}", "da", "et tema" },
    { "{four:word:cap} {four?theme|themes}", "en", "Four themes" },
    { "{zero?en|mange}{one?en|}", "da", "mangeen" },
    { "{lines:lines}", "da", "a\nb\nc" },
    { "{lines}", "da", "a\n\nb\nc" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (TrioWording) wording = trio_wording_parse (cases[i].source, &error);
      g_autofree char *result = NULL;

      g_assert_no_error (error);
      result = trio_wording_expand (wording, cases[i].lang, lookup_cb, NULL);
      g_assert_cmpstr (result, ==, cases[i].result);
    }
}

static void
test_complete (void)
{
  static const struct
  {
    const char *source;
    gboolean complete;
  } cases[] = { { "a", TRUE },         { "{name}", TRUE },
                { "{none}", FALSE },   { "{name} {blank}", FALSE },
                { "[ {none}]", TRUE }, { "{zero}", FALSE },
                { "{one}", TRUE },     { "{zero?a|b}", TRUE },
                { "{bad_day}", TRUE }, { "{nothing}", FALSE } };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (TrioWording) wording = trio_wording_parse (cases[i].source, NULL);

      g_assert_cmpint (trio_wording_is_complete (wording, lookup_cb, NULL), ==, cases[i].complete);
    }
}

static void
test_page (void)
{
  g_autoptr (TrioWording) wording = trio_wording_parse ("Side {page} af {pages}[, {name}]", NULL);
  g_autoptr (TrioInlines) inlines = trio_wording_expand_page (wording, "da", lookup_cb, NULL);

  g_assert_cmpuint (trio_inlines_get_length (inlines), ==, 5);
  g_assert_cmpint (trio_inlines_get (inlines, 1)->kind, ==, TRIO_INLINE_PAGE_NUMBER);
  g_assert_cmpint (trio_inlines_get (inlines, 3)->kind, ==, TRIO_INLINE_PAGE_COUNT);
  g_assert_cmpstr (trio_inlines_get (inlines, 4)->text, ==, ", ærø {series} [a]");
}

/* The parser and the pattern of the schema accept the same wordings. */
static void
test_schema_agrees (void)
{
  static const char *const pieces[] = { "a",
                                        " ",
                                        "{",
                                        "}",
                                        "[",
                                        "]",
                                        "{{",
                                        "}}",
                                        "[[",
                                        "]]",
                                        "{series}",
                                        "{theme_count?a|b}",
                                        "{series:upper}",
                                        "|",
                                        "?",
                                        "{a b}",
                                        "æ" };
  g_autoptr (GRand) rand = g_rand_new_with_seed (1234);

  for (guint i = 0; i < 600; i++)
    {
      g_autoptr (GString) wording = g_string_new ("x");
      g_autoptr (GString) body = g_string_new (NULL);
      g_autoptr (GPtrArray) findings = new_findings ();
      g_autoptr (TrioTemplate) tmpl = NULL;
      g_autoptr (TrioWording) parsed = NULL;
      g_autoptr (GError) error = NULL;
      guint n = (guint)g_rand_int_range (rand, 1, 7);

      while (n-- > 0)
        g_string_append (wording, pieces[g_rand_int_range (rand, 0, G_N_ELEMENTS (pieces))]);
      parsed = trio_wording_parse (wording->str, &error);
      g_string_append_printf (body, "<p>%s</p>", wording->str);
      tmpl = read_body (body->str, findings);
      g_test_message ("%s: %s", wording->str, error != NULL ? error->message : "ok");
      g_assert_cmpint (tmpl != NULL, ==, parsed != NULL);
    }
}

static void
test_distance (void)
{
  g_assert_cmpuint (trio_names_distance ("", ""), ==, 0);
  g_assert_cmpuint (trio_names_distance ("abc", "abc"), ==, 0);
  g_assert_cmpuint (trio_names_distance ("", "abc"), ==, 3);
  g_assert_cmpuint (trio_names_distance ("title", "titel"), ==, 1);
  g_assert_cmpuint (trio_names_distance ("kitten", "sitting"), ==, 3);
  g_assert_cmpuint (trio_names_distance ("ca", "abc"), ==, 3);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/template/valid", test_valid);
  for (guint i = 0; i < G_N_ELEMENTS (bad_bodies); i++)
    {
      g_autofree char *path = g_strconcat ("/template/bad/", bad_bodies[i].name, NULL);

      g_test_add_data_func (path, &bad_bodies[i], test_bad_body);
    }
  g_test_add_func ("/template/bad-file", test_bad_file);
  g_test_add_func ("/template/too-large", test_too_large);
  g_test_add_func ("/template/long-wording", test_long_wording);
  g_test_add_func ("/template/double-param", test_double_param);
  g_test_add_func ("/template/no-body", test_no_body);
  g_test_add_func ("/template/wording", test_wording);
  g_test_add_func ("/template/complete", test_complete);
  g_test_add_func ("/template/page", test_page);
  g_test_add_func ("/template/schema-agrees", test_schema_agrees);
  g_test_add_func ("/template/distance", test_distance);
  return g_test_run ();
}
