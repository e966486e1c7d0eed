/* trio-cli-json.h: members of JSON objects, as the commands print them. */
#pragma once

#include <json-glib/json-glib.h>

G_BEGIN_DECLS

void trio_cli_add_string (JsonBuilder *builder, const char *member, const char *text);
void trio_cli_add_int (JsonBuilder *builder, const char *member, gint64 number);

G_END_DECLS
