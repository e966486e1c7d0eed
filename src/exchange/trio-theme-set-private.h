/* trio-theme-set-private.h: what the files of the theme sets share. */
#pragma once

#include <libxml/tree.h>

#include "exchange/trio-theme-set.h"

G_BEGIN_DECLS

/* The longest line of text in a set; the schema says the same. */
#define TRIO_SET_MAX_LINE 20000

gboolean trio_theme_set_check_document (xmlDoc *doc, const char *name, GError **error);

TrioThemeSet *trio_theme_set_alloc (void);
TrioSetTheme *trio_set_theme_new (void);
TrioSetQuestion *trio_set_question_new (void);
void trio_set_question_free (TrioSetQuestion *question);
gboolean trio_theme_set_is_id (const char *text);
int trio_theme_set_colour_from_name (const char *name);
const char *trio_theme_set_colour_name (int colour);

G_END_DECLS
