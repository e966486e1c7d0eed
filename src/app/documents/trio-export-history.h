/* trio-export-history.h: which documents of a workshop were exported here, and where to. */
#pragma once

#include "document/writers/trio-writer.h"
#include "model/trio-model.h"

G_BEGIN_DECLS

/**
 * TrioExport:
 * @document: number of the document, or 0 if the workshop does not remember it
 * @type: its type
 * @title: what it was called
 * @stem: path of its files without their endings
 * @formats: (array zero-terminated=1): ids of the formats
 * @time: when, in seconds since 1970 in UTC
 *
 * A document that was exported.
 */
typedef struct
{
  TrioId document;
  char *type;
  char *title;
  char *stem;
  char **formats;
  gint64 time;
} TrioExport;

void trio_export_history_add (TrioModel *model,
                              TrioId document,
                              const char *type,
                              const char *stem,
                              const char *const *formats);
void trio_export_history_add_file (TrioModel *model,
                                   TrioId document,
                                   const char *type,
                                   const char *path);
GPtrArray *trio_export_history_list (TrioModel *model);
char *trio_export_dup_formats (const TrioExport *self);
char *trio_export_dup_path (const TrioExport *self);
void trio_export_free (TrioExport *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TrioExport, trio_export_free)

G_END_DECLS
