/* trio-writer-private.h: the functions behind the table of formats, one file each. */
#pragma once

#include "document/writers/trio-writer.h"

G_BEGIN_DECLS

/* Each returns new bytes, or NULL with an error of TRIO_ERROR or G_IO_ERROR_CANCELLED. */
GBytes *trio_writer_docx (TrioDoc *doc, GCancellable *cancellable, GError **error);
GBytes *trio_writer_odt (TrioDoc *doc, GCancellable *cancellable, GError **error);
GBytes *trio_writer_pdf (TrioDoc *doc, GCancellable *cancellable, GError **error);
GBytes *trio_writer_html (TrioDoc *doc, GCancellable *cancellable, GError **error);
GBytes *trio_writer_markdown (TrioDoc *doc, GCancellable *cancellable, GError **error);
GBytes *trio_writer_text (TrioDoc *doc, GCancellable *cancellable, GError **error);
GBytes *trio_writer_csv (TrioDoc *doc, GCancellable *cancellable, GError **error);

G_END_DECLS
