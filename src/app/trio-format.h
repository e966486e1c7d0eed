/* trio-format.h: counts, dates and places in the words of the interface. */
#pragma once

#include "model/trio-model.h"

G_BEGIN_DECLS

const char *trio_format_ui_language (void);
char *trio_format_date (const char *iso);
char *trio_format_n_notes (guint n);
char *trio_format_folder (const char *path);
char *trio_format_file_name (const char *title, const char *date);
char *trio_format_free_path (const char *folder, const char *name);
const char *trio_format_colour_class (gint64 colour);

G_END_DECLS
