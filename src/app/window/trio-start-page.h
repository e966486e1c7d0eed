/* trio-start-page.h: what the window shows while no workshop is open. */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define TRIO_TYPE_START_PAGE (trio_start_page_get_type ())

G_DECLARE_FINAL_TYPE (TrioStartPage, trio_start_page, TRIO, START_PAGE, AdwBin)

/* Signal "open-path" (string): a recent file or a dropped one is to be opened. */

void trio_start_page_refresh (TrioStartPage *self);

G_END_DECLS
