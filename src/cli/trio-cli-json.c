/* trio-cli-json.c: members of JSON objects, as the commands print them. */
#include "config.h"

#include "cli/trio-cli-json.h"

/**
 * trio_cli_add_string:
 * @builder: a builder inside an object
 * @member: name of the member
 * @text: (nullable): its value; %NULL becomes null
 *
 * Adds a text to the object.
 */
void
trio_cli_add_string (JsonBuilder *builder, const char *member, const char *text)
{
  json_builder_set_member_name (builder, member);
  json_builder_add_string_value (builder, text);
}

/**
 * trio_cli_add_int:
 * @builder: a builder inside an object
 * @member: name of the member
 * @number: its value
 *
 * Adds a number to the object.
 */
void
trio_cli_add_int (JsonBuilder *builder, const char *member, gint64 number)
{
  json_builder_set_member_name (builder, member);
  json_builder_add_int_value (builder, number);
}
