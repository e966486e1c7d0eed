/* trio-problem-page.h: why a file could not be opened, and what can be done. */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define TRIO_TYPE_PROBLEM_PAGE (trio_problem_page_get_type ())

G_DECLARE_FINAL_TYPE (TrioProblemPage, trio_problem_page, TRIO, PROBLEM_PAGE, AdwBin)

/* Signals: "retry", "open-read-only", "open-copy" and "restore" (string: path of a backup) */

GtkWidget *trio_problem_page_new (const char *path, const GError *error);

G_END_DECLS
