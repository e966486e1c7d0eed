/* trio-date.h: dates and small numbers in words, by an explicit language.
 *
 * Dates are ISO 8601 strings ("2022-10-06") everywhere in the core. Nothing here reads the
 * clock, the time zone or the locale. The language is "da" or "en".
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

gboolean trio_date_parse (const char *text, GDate *date, GError **error);
char *trio_date_read_loose (const char *text);
gboolean trio_date_is_valid (const char *text);
char *trio_date_format_long (const char *iso, const char *lang);
char *trio_date_format_short (const char *iso, const char *lang);
char *trio_date_format_month (const char *iso, const char *lang);
char *trio_number_to_word (guint number, const char *lang);

G_END_DECLS
