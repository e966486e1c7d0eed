/* trio-help-book.h: the pages of the help in one language, in the order of its first page. */
#pragma once

#include "app/help/trio-help-page.h"

G_BEGIN_DECLS

#define TRIO_HELP_FOLDER "/dk/trio/Stations/help"

const char *trio_help_book_choose_language (const char *const *languages);
GPtrArray *trio_help_book_read (const char *lang, GError **error);
TrioHelpPage *trio_help_book_find (GPtrArray *pages, const char *id);

G_END_DECLS
