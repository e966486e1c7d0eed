/* trio-markup.c: text, addresses and times as every format made of XML wants them.
 *
 * The only road on which foreign text gets into a part. What XML cannot hold is left out
 * here once more, although the tree has cleaned its text: one bad character makes an office
 * program refuse the whole file.
 */
#include "config.h"

#include "document/writers/trio-markup.h"

#include <string.h>

#include "base/trio-text.h"

/* What an address may hold besides letters and digits. */
#define ALLOWED "!#$&'()*+,/:;=?@[]-._~"

static gsize
append_valid (GString *xml, const char *text)
{
  gsize i = 0, done = 0;

  for (;; i++)
    {
      guchar c = (guchar)text[i];
      const char *replacement = NULL;

      if (c == '&')
        replacement = "&amp;";
      else if (c == '<')
        replacement = "&lt;";
      else if (c == '>')
        replacement = "&gt;";
      else if (c == '"')
        replacement = "&quot;";
      else if (c == '\t' || c == '\n' || c == '\r')
        replacement = " ";
      else if (c < 0x20)
        replacement = "";
      else if (c == 0xef && (guchar)text[i + 1] == 0xbf && (guchar)text[i + 2] >= 0xbe)
        replacement = "";

      if (replacement == NULL)
        continue;
      g_string_append_len (xml, text + done, i - done);
      if (c == '\0')
        return i;
      g_string_append (xml, replacement);
      if (c == 0xef)
        i += 2;
      done = i + 1;
    }
}

/**
 * trio_markup_escape:
 * @xml: where to
 * @text: (nullable): any text
 *
 * Appends text as XML wants it, between tags or in a quoted attribute. Line ends become
 * spaces, since Word refuses them in a run; what XML cannot hold is left out.
 */
void
trio_markup_escape (GString *xml, const char *text)
{
  g_autofree char *clean = NULL;

  if (text == NULL)
    return;
  if (!g_utf8_validate (text, -1, NULL))
    text = clean = trio_text_clean (text, -1, TRIO_TEXT_PLAIN);
  append_valid (xml, text);
}

/**
 * trio_markup_element:
 * @xml: where to
 * @element: the name of an element, with its prefix
 * @text: (nullable): any text
 *
 * Appends the element with the text in it, or nothing without text.
 */
void
trio_markup_element (GString *xml, const char *element, const char *text)
{
  if (text == NULL || *text == '\0')
    return;
  g_string_append_printf (xml, "<%s>", element);
  trio_markup_escape (xml, text);
  g_string_append_printf (xml, "</%s>", element);
}

/* Encodes what an address may not hold; a percent sign stays where it encodes something. */
static char *
encode (const char *url)
{
  GString *encoded = g_string_new (NULL);

  for (const char *p = url; *p != '\0'; p++)
    {
      gboolean is_code = *p == '%' && g_ascii_isxdigit (p[1]) && g_ascii_isxdigit (p[2]);

      if (is_code || g_ascii_isalnum (*p) || strchr (ALLOWED, *p) != NULL)
        g_string_append_c (encoded, *p);
      else
        g_string_append_printf (encoded, "%%%02X", (guchar)*p);
    }
  return g_string_free (encoded, FALSE);
}

static char *
dup_mail_link (const char *url)
{
  const char *address = strchr (url, ':') + 1;

  if (strchr (address, '@') == NULL)
    return NULL;
  return encode (url);
}

/**
 * trio_markup_dup_link:
 * @url: an address as somebody typed it
 *
 * Word refuses a file with an address that is none, and a script must never run. So only web,
 * mail and telephone addresses become links, with everything unusual in them encoded.
 *
 * Returns: (nullable): the address for a relationship, or %NULL where it cannot be one
 */
char *
trio_markup_dup_link (const char *url)
{
  g_autofree char *scheme = url != NULL ? g_uri_parse_scheme (url) : NULL;
  g_autofree char *host = NULL;
  g_autofree char *joined = NULL;
  g_autoptr (GUri) uri = NULL;

  if (scheme == NULL)
    return NULL;
  if (g_ascii_strcasecmp (scheme, "mailto") == 0)
    return dup_mail_link (url);
  if (g_ascii_strcasecmp (scheme, "tel") == 0)
    return encode (url);
  if (g_ascii_strcasecmp (scheme, "http") != 0 && g_ascii_strcasecmp (scheme, "https") != 0)
    return NULL;

  uri = g_uri_parse (url,
                     G_URI_FLAGS_ENCODED_PATH | G_URI_FLAGS_ENCODED_QUERY
                         | G_URI_FLAGS_ENCODED_FRAGMENT | G_URI_FLAGS_PARSE_RELAXED,
                     NULL);
  if (uri == NULL || g_uri_get_host (uri) == NULL || g_uri_get_userinfo (uri) != NULL)
    return NULL;
  host = g_hostname_to_ascii (g_uri_get_host (uri));
  if (host == NULL || *host == '\0' || *host == '.'
      || strspn (host, "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789.-_")
             != strlen (host))
    return NULL;

  joined = g_uri_join (G_URI_FLAGS_ENCODED_PATH | G_URI_FLAGS_ENCODED_QUERY
                           | G_URI_FLAGS_ENCODED_FRAGMENT,
                       scheme, NULL, host, g_uri_get_port (uri), g_uri_get_path (uri),
                       g_uri_get_query (uri), g_uri_get_fragment (uri));
  return encode (joined);
}

/**
 * trio_markup_get_language:
 * @doc: the tree
 *
 * Returns: the language and country by which office programs spell and hyphenate
 */
const char *
trio_markup_get_language (const TrioDoc *doc)
{
  const char *lang = trio_doc_get (doc, TRIO_DOC_LANG);

  return lang != NULL && g_ascii_strncasecmp (lang, "en", 2) == 0 ? "en-GB" : "da-DK";
}

/**
 * trio_markup_dup_time:
 * @doc: the tree
 *
 * Returns: (transfer full) (nullable): the time of the tree in UTC as ISO 8601, the only form
 *   that files of office programs may hold, or %NULL where the tree has none
 */
char *
trio_markup_dup_time (const TrioDoc *doc)
{
  const char *created = trio_doc_get (doc, TRIO_DOC_CREATED);
  g_autoptr (GTimeZone) utc = g_time_zone_new_utc ();
  g_autoptr (GDateTime) time = created != NULL ? g_date_time_new_from_iso8601 (created, utc) : NULL;
  g_autoptr (GDateTime) in_utc = time != NULL ? g_date_time_to_utc (time) : NULL;

  return in_utc != NULL ? g_date_time_format (in_utc, "%Y-%m-%dT%H:%M:%SZ") : NULL;
}
