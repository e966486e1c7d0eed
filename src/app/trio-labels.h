/* trio-labels.h: counts, dates and places in the words of the interface. */
#pragma once

#include "document/gate/trio-finding.h"
#include "model/trio-model.h"

G_BEGIN_DECLS

const char *trio_ui_language (void);
char *trio_label_date (const char *iso);
char *trio_label_n_notes (guint n);
const char *trio_label_severity (TrioSeverity severity);
char *trio_label_folder (const char *path);
char *trio_suggest_file_name (const char *title, const char *date);
char *trio_suggest_path (const char *folder, const char *name);
const char *trio_colour_class (gint64 colour);

G_END_DECLS
