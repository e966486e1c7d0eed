/* trio-export-job.h: makes a document of a workshop in the background: for a file, for paper or
 * for the clipboard.
 */
#pragma once

#include <gio/gio.h>

#include "document/layout/trio-layout.h"
#include "document/trio-document.h"
#include "document/writers/trio-writer.h"

G_BEGIN_DECLS

/**
 * TrioExportGoal:
 * @TRIO_EXPORT_FILE: a file is written
 * @TRIO_EXPORT_PAPER: pages are laid out to be printed
 * @TRIO_EXPORT_CLIPBOARD: rich and plain text are made to be pasted
 *
 * Where a document goes.
 */
typedef enum
{
  TRIO_EXPORT_FILE,
  TRIO_EXPORT_PAPER,
  TRIO_EXPORT_CLIPBOARD,
} TrioExportGoal;

/**
 * TrioExportResult:
 * @goal: where the document goes
 * @doc: the document
 * @output: (nullable): the file that was written
 * @layout: (nullable): the pages to print
 * @html: (nullable): the rich text to copy
 * @text: (nullable): the plain text to copy
 * @remarks: (element-type utf8): why another template was used than the one that was wanted
 * @n_warnings: how many warnings the checks have
 *
 * A document that was made and passed the checks.
 */
typedef struct
{
  TrioExportGoal goal;
  TrioDoc *doc;
  char *output;
  TrioLayout *layout;
  char *html;
  char *text;
  GPtrArray *remarks;
  guint n_warnings;
} TrioExportResult;

void trio_export_result_free (TrioExportResult *result);

void trio_export_async (TrioSnapshot *snapshot,
                        const char *workshop_path,
                        const TrioDocumentSettings *settings,
                        TrioBuildOptions *options,
                        TrioExportGoal goal,
                        TrioFormat format,
                        const char *output,
                        GCancellable *cancellable,
                        GAsyncReadyCallback callback,
                        gpointer user_data);
TrioExportResult *trio_export_finish (GAsyncResult *result, GError **error);
char *trio_export_dup_failure (const GError *error, guint n_done);
GPtrArray *trio_export_list_missing (TrioSnapshot *snapshot,
                                     const char *workshop_path,
                                     const TrioDocumentSettings *settings,
                                     const TrioBuildOptions *options);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TrioExportResult, trio_export_result_free)

G_END_DECLS
