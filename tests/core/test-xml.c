/* test-xml.c: the safe reader, the schema check, the writer, and the ZIP archive. */
#include <string.h>

#include <zip.h>

#include "base/trio-error.h"
#include "base/trio-text.h"
#include "base/trio-xml.h"
#include "base/trio-zip.h"

static const char schema_text[]
    = "<grammar xmlns='http://relaxng.org/ns/structure/1.0'\n"
      "  datatypeLibrary='http://www.w3.org/2001/XMLSchema-datatypes'>\n"
      "<start><element name='set'><attribute name='id'><data type='NCName'/></attribute>\n"
      "<oneOrMore><element name='theme'>\n"
      "<attribute "
      "name='colour'><choice><value>red</value><value>blue</value></choice></attribute>\n"
      "<element name='title'><data type='string'><param name='pattern'>[^{}]+</param></data>\n"
      "</element></element></oneOrMore></element></start></grammar>";

static xmlDoc *
parse (const char *text, GError **error)
{
  g_autoptr (GBytes) bytes = g_bytes_new (text, strlen (text));

  return trio_xml_parse (bytes, "temaer.xml", TRIO_XML_MAX_TEMPLATE, error);
}

static void
test_parse (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (xmlDoc) doc = parse ("<a>\n<b x='1' xml:lang='da'>æ &amp; <![CDATA[<ø>]]></b>\n"
                                  "<c/><b>to</b></a>",
                                  &error);
  g_autoptr (xmlDoc) utf16 = NULL;
  g_autoptr (GBytes) bytes = NULL;
  g_autofree char *wide = NULL;
  g_autofree char *text = NULL;
  g_autofree char *lang = NULL;
  g_autofree char *value = NULL;
  g_autofree char *absent = NULL;
  xmlNode *root, *b;
  gsize size;

  g_assert_no_error (error);
  root = trio_xml_get_root (doc);
  g_assert_true (trio_xml_is (root, "a"));
  b = trio_xml_first_element (root, "b");
  g_assert_cmpuint (trio_xml_get_line (b), ==, 2);
  text = trio_xml_dup_text (b);
  value = trio_xml_dup_attribute (b, "x");
  lang = trio_xml_dup_attribute (b, "xml:lang");
  absent = trio_xml_dup_attribute (b, "y");
  g_assert_cmpstr (text, ==, "æ & <ø>");
  g_assert_cmpstr (value, ==, "1");
  g_assert_cmpstr (lang, ==, "da");
  g_assert_null (absent);
  b = trio_xml_next_element (b, "b");
  g_assert_nonnull (b);
  g_assert_null (trio_xml_next_element (b, NULL));

  wide = g_convert ("\357\273\277<?xml version='1.0' encoding='UTF-16'?><a>å</a>", -1, "UTF-16LE",
                    "UTF-8", NULL, &size, &error);
  g_assert_no_error (error);
  bytes = g_bytes_new (wide, size);
  utf16 = trio_xml_parse (bytes, "a.xml", 1000, &error);
  g_assert_no_error (error);
  g_assert_nonnull (utf16);
}

static void
assert_refused (const char *text, int code, const char *line)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (xmlDoc) doc = parse (text, &error);

  g_assert_null (doc);
  g_assert_error (error, TRIO_ERROR, code);
  g_test_message ("%s", error->message);
  g_assert_nonnull (strstr (error->message, "temaer.xml"));
  if (line != NULL)
    g_assert_nonnull (strstr (error->message, line));
}

static void
test_refused (void)
{
  g_autoptr (GBytes) large = g_bytes_new_take (g_strnfill (1001, ' '), 1001);
  g_autoptr (GError) error = NULL;

  assert_refused ("", TRIO_ERROR_PARSE, NULL);
  assert_refused ("hello", TRIO_ERROR_PARSE, NULL);
  assert_refused ("<a>\n<b></c></a>", TRIO_ERROR_PARSE, "line 2");
  assert_refused ("<a>\n\n<b>", TRIO_ERROR_PARSE, "line 3");
  assert_refused ("<a>&nbsp;</a>", TRIO_ERROR_PARSE, "line 1");
  assert_refused ("<a>Q & A</a>", TRIO_ERROR_PARSE, "line 1");
  assert_refused ("<a>\n\001</a>", TRIO_ERROR_PARSE, "line 2");
  assert_refused ("<a>\nbl\345</a>", TRIO_ERROR_PARSE, "line 2");
  assert_refused ("<a x='1' x='2'/>", TRIO_ERROR_PARSE, "line 1");
  assert_refused ("<p:a/>", TRIO_ERROR_PARSE, "line 1");
  assert_refused ("<!DOCTYPE a>\n<a/>", TRIO_ERROR_PARSE, "DOCTYPE");
  assert_refused ("<!DOCTYPE a [<!ENTITY e SYSTEM 'file:///etc/passwd'>]><a>&e;</a>",
                  TRIO_ERROR_PARSE, "DOCTYPE");
  assert_refused ("<!DOCTYPE a [<!ENTITY a 'aaaa'><!ENTITY b '&a;&a;&a;'>]><a x='&b;'/>",
                  TRIO_ERROR_PARSE, "DOCTYPE");
  assert_refused ("<!DOCTYPE a SYSTEM 'http://example.org/a.dtd'><a/>", TRIO_ERROR_PARSE,
                  "DOCTYPE");

  g_assert_null (trio_xml_parse (large, "stor.xml", 1000, &error));
  g_assert_error (error, TRIO_ERROR, TRIO_ERROR_TOO_LARGE);
}

static GPtrArray *
validate (TrioXmlSchema *schema, const char *text)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (xmlDoc) doc = parse (text, &error);
  GPtrArray *findings;

  g_assert_no_error (error);
  findings = trio_xml_schema_validate (schema, doc, "temaer.xml");
  for (guint i = 0; i < findings->len; i++)
    {
      g_autofree char *line = trio_xml_finding_to_string (findings->pdata[i]);

      g_test_message ("%s", line);
    }
  return findings;
}

static void
assert_finding (TrioXmlSchema *schema, const char *text, guint line, const char *word)
{
  g_autoptr (GPtrArray) findings = validate (schema, text);
  const TrioXmlFinding *finding;

  g_assert_cmpuint (findings->len, >=, 1);
  finding = findings->pdata[0];
  g_assert_cmpuint (finding->line, ==, line);
  g_assert_cmpstr (finding->file, ==, "temaer.xml");
  g_assert_nonnull (strstr (finding->message, word));
}

static void
test_schema (void)
{
  g_autoptr (GBytes) bytes = g_bytes_new_static (schema_text, sizeof schema_text - 1);
  g_autoptr (GBytes) wrong = g_bytes_new_static ("<grammar/>", 10);
  g_autoptr (GError) error = NULL;
  g_autoptr (TrioXmlSchema) schema = trio_xml_schema_new (bytes, "set.rng", &error);
  g_autoptr (GPtrArray) none = NULL;

  g_assert_no_error (error);
  none = validate (schema, "<set id='a'><theme colour='red'><title>Æ</title></theme></set>");
  g_assert_cmpuint (none->len, ==, 0);

  assert_finding (schema, "<set id='a'>\n<theme colour='green'><title>A</title></theme></set>", 2,
                  "theme");
  assert_finding (schema, "<set id='a'><theme colour='red'>\n<title>{A</title></theme></set>", 2,
                  "{A");
  assert_finding (schema, "<set id='a'><theme colour='red'>\n<titel>A</titel></theme></set>", 2,
                  "titel");
  assert_finding (schema, "<set id='a'>\n<theme colour='red'/></set>", 2, "theme");
  assert_finding (schema, "<set id='a'><theme colour='red' size='2'><title>A</title></theme></set>",
                  1, "size");
  assert_finding (schema, "<set id='a'><theme colour='red'><title>A</title>\n<more/></theme></set>",
                  2, "more");
  assert_finding (schema, "<sets id='a'/>", 1, "set");
  assert_finding (schema, "<set>\n<theme colour='red'><title>A</title></theme></set>", 1, "set");
  assert_finding (schema, "<set id='a'>x<theme colour='red'><title>A</title></theme></set>", 1,
                  "text");

  g_assert_null (trio_xml_schema_new (wrong, "wrong.rng", &error));
  g_assert_error (error, TRIO_ERROR, TRIO_ERROR_PARSE);
}

static void
test_writer (void)
{
  g_autoptr (TrioXmlWriter) writer = trio_xml_writer_new ();
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = NULL;
  g_autofree char *text = NULL;
  gsize size;
  gconstpointer data;

  trio_xml_writer_start (writer, "w:p");
  trio_xml_writer_attribute (writer, "w:val", "a\"<&å");
  trio_xml_writer_attribute_int (writer, "n", -3);
  trio_xml_writer_element (writer, "t", "]]> & 😀");
  trio_xml_writer_element (writer, "e", NULL);
  bytes = trio_xml_writer_finish (writer, &error);
  g_assert_no_error (error);
  data = g_bytes_get_data (bytes, &size);
  text = g_strndup (data, size);
  g_assert_cmpstr (text, ==,
                   "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n"
                   "<w:p w:val=\"a&quot;&lt;&amp;å\" n=\"-3\"><t>]]&gt; &amp; 😀</t><e/></w:p>\n");
}

static GBytes *
build_zip (void)
{
  g_autoptr (TrioZip) zip = trio_zip_new ();
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) type = g_bytes_new_static ("application/x", 13);
  g_autoptr (GBytes) empty = g_bytes_new_static ("", 0);
  GBytes *bytes;

  g_assert_true (trio_zip_add (zip, "mimetype", type, TRIO_ZIP_STORE, &error));
  g_assert_true (trio_zip_add (zip, "a/tom.xml", empty, TRIO_ZIP_DEFLATE, &error));
  for (guint i = 0; i < 20; i++)
    {
      g_autofree char *name = g_strdup_printf ("a/%u.xml", i);
      g_autofree char *text = g_strnfill (1000 * (i + 1), (char)('a' + i));
      g_autoptr (GBytes) part = g_bytes_new (text, strlen (text));

      g_assert_true (trio_zip_add (zip, name, part, TRIO_ZIP_DEFLATE, &error));
    }
  bytes = trio_zip_finish (zip, &error);
  g_assert_no_error (error);
  return bytes;
}

static void
test_zip (void)
{
  g_autoptr (GBytes) one = build_zip ();
  g_autoptr (GBytes) two = build_zip ();
  gsize size;
  const char *data = g_bytes_get_data (one, &size);
  zip_source_t *source;
  zip_t *archive;
  char buffer[20000];
  zip_file_t *file;

  g_assert_true (g_bytes_equal (one, two));
  /* What desktops and mail filters look at: the type stands in plain text at byte 38. */
  g_assert_cmpmem (data + 30, 21, "mimetypeapplication/x", 21);

  source = zip_source_buffer_create (data, size, 0, NULL);
  archive = zip_open_from_source (source, ZIP_RDONLY | ZIP_CHECKCONS, NULL);
  g_assert_nonnull (archive);
  g_assert_cmpint (zip_get_num_entries (archive, 0), ==, 22);
  g_assert_cmpstr (zip_get_name (archive, 0, 0), ==, "mimetype");
  file = zip_fopen (archive, "a/9.xml", 0);
  g_assert_cmpint (zip_fread (file, buffer, sizeof buffer), ==, 10000);
  g_assert_cmpint (buffer[9999], ==, 'j');
  zip_fclose (file);
  zip_discard (archive);
}

/* An archive that is given up half way leaves nothing behind; the sanitizer would see it. */
static void
test_zip_discard (void)
{
  g_autoptr (TrioZip) zip = trio_zip_new ();
  g_autoptr (GBytes) part = g_bytes_new_static ("x", 1);

  g_assert_true (trio_zip_add (zip, "a", part, TRIO_ZIP_STORE, NULL));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/xml/parse", test_parse);
  g_test_add_func ("/xml/refused", test_refused);
  g_test_add_func ("/xml/schema", test_schema);
  g_test_add_func ("/xml/writer", test_writer);
  g_test_add_func ("/zip/build", test_zip);
  g_test_add_func ("/zip/discard", test_zip_discard);

  return g_test_run ();
}
