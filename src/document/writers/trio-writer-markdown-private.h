/* trio-writer-markdown-private.h: what the parts of the Markdown writer share. */
#pragma once

#include "document/trio-doc.h"

G_BEGIN_DECLS

void trio_markdown_escape (GString *out, const char *text, gboolean at_line_start);
void
trio_markdown_marked (GString *out, const char *text, gboolean is_strong, const char *follower);
void trio_markdown_link (GString *out, const TrioInline *item);

G_END_DECLS
