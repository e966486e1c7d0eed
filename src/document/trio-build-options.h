/* trio-build-options.h: what one document is to be like: order, numbers, values, dates. */
#pragma once

#include "document/trio-template.h"
#include "model/trio-snapshot.h"

G_BEGIN_DECLS

/**
 * TrioNoteOrder:
 * @TRIO_NOTE_ORDER_CAPTURE: as the inputs were written down; inside clusters, as they lie
 * @TRIO_NOTE_ORDER_VOTES: the most votes first, otherwise like the above
 *
 * The order of the inputs at a station.
 */
typedef enum
{
  TRIO_NOTE_ORDER_CAPTURE,
  TRIO_NOTE_ORDER_VOTES,
} TrioNoteOrder;

typedef struct _TrioBuildOptions TrioBuildOptions;

TrioBuildOptions *trio_build_options_new (void);
TrioBuildOptions *trio_build_options_new_for_document (TrioSnapshot *snapshot,
                                                       const TrioRecord *document);
void trio_build_options_free (TrioBuildOptions *options);

void trio_build_options_set_document_date (TrioBuildOptions *options, const char *date);
void trio_build_options_set_created (TrioBuildOptions *options, const char *created);
void trio_build_options_set_numbering (TrioBuildOptions *options, const char *numbering);
void trio_build_options_set_note_order (TrioBuildOptions *options, TrioNoteOrder order);
void trio_build_options_set_group_by_cluster (TrioBuildOptions *options, gboolean group);
void trio_build_options_set_join_stacks (TrioBuildOptions *options, gboolean join);
void trio_build_options_set_image (TrioBuildOptions *options, const char *name, GBytes *image);
void
trio_build_options_set_parameter (TrioBuildOptions *options, const char *name, const char *value);
void trio_build_options_add_theme (TrioBuildOptions *options, TrioId theme);
void trio_build_options_set_only_theme (TrioBuildOptions *options, TrioId theme);

const char *trio_build_options_get_document_date (const TrioBuildOptions *options);
const char *trio_build_options_get_created (const TrioBuildOptions *options);
const char *trio_build_options_get_numbering (const TrioBuildOptions *options);
TrioNoteOrder trio_build_options_get_note_order (const TrioBuildOptions *options);
const char *trio_build_options_get_parameter (const TrioBuildOptions *options, const char *name);
gboolean trio_build_options_get_join_stacks (const TrioBuildOptions *options);
GBytes *trio_build_options_get_image (const TrioBuildOptions *options, const char *name);
char *trio_build_options_dup_parameters (const TrioBuildOptions *options);
const GArray *trio_build_options_get_themes (const TrioBuildOptions *options);
TrioId trio_build_options_get_only_theme (const TrioBuildOptions *options);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TrioBuildOptions, trio_build_options_free)

G_END_DECLS
