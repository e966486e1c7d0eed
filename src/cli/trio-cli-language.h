/* trio-cli-language.h: tells what the inputs are read with: language, dictionary, word files. */
#pragma once

#include "cli/trio-cli.h"

G_BEGIN_DECLS

void trio_cli_print_language (TrioSnapshot *snapshot, const char *vectors);
void trio_cli_add_language (JsonBuilder *builder, TrioSnapshot *snapshot, const char *vectors);

G_END_DECLS
