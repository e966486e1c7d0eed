/* doc-readers.h: read a written file back into the rows of doc-fixtures.h. */
#pragma once

#include <glib.h>

GPtrArray *read_html (GBytes *bytes);
GPtrArray *read_text (GBytes *bytes);
gboolean can_read_markdown (void);
GPtrArray *read_markdown (GBytes *bytes);
GPtrArray *read_csv (GBytes *bytes);
