/* trio-writer-html-private.h: what the parts of the HTML writer share. */
#pragma once

#include "document/trio-doc.h"

G_BEGIN_DECLS

void trio_html_escape (GString *out, const char *text);
void trio_html_tagged (GString *out, const char *tag, const char *text);
void trio_html_inlines (GString *out, const TrioInlines *inlines);
void trio_html_data_uri (GString *out, GBytes *bytes, const char *mime_type);
void trio_html_style (GString *out, const TrioDoc *doc);
char *trio_html_readable_colour (const char *colour);

G_END_DECLS
