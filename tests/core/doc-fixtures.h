/* doc-fixtures.h: documents to write, and what a reader should find in them. */
#pragma once

#include "document/trio-doc.h"

/* A text with everything that has ever broken a file. */
extern const char hostile_text[];

TrioDoc *make_notat (const char *lang, guint n_notes, gboolean grouped);
TrioDoc *make_hostile (void);
GPtrArray *list_rows (const TrioDoc *doc);
char *squeeze (const char *text);
void assert_rows (GPtrArray *got, GPtrArray *expected);
