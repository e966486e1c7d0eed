/* trio-doc-source.h: a workshop sorted for one document: which themes, stations, inputs.
 *
 * Practice inputs are nowhere in here, withheld ones are only counted.
 */
#pragma once

#include "document/trio-build-options.h"
#include "document/trio-template.h"
#include "model/trio-snapshot.h"

G_BEGIN_DECLS

/**
 * TrioDocStation:
 * @record: the station
 * @theme: (nullable): its theme
 * @notes: (element-type TrioRecord): the inputs that are printed
 * @loose: (element-type TrioRecord): those of them outside clusters
 * @clusters: (element-type TrioRecord): the clusters that hold printed inputs
 * @n_withheld: how many inputs are withheld
 *
 * A station as a document sees it.
 */
typedef struct
{
  const TrioRecord *record;
  const TrioRecord *theme;
  GPtrArray *notes;
  GPtrArray *loose;
  GPtrArray *clusters;
  guint n_withheld;
} TrioDocStation;

typedef struct _TrioDocSource TrioDocSource;

TrioDocSource *trio_doc_source_new (TrioSnapshot *snapshot, const TrioBuildOptions *options);
void trio_doc_source_free (TrioDocSource *source);

const TrioRecord *trio_doc_source_get_workshop (const TrioDocSource *source);
const GPtrArray *trio_doc_source_get_themes (const TrioDocSource *source);
const GPtrArray *trio_doc_source_get_stations (const TrioDocSource *source);
const GPtrArray *trio_doc_source_get_followups (const TrioDocSource *source);
GPtrArray *trio_doc_source_list_followups (const TrioDocSource *source, TrioId theme);
const TrioDocStation *trio_doc_source_get_station (const TrioDocSource *source, TrioId station);
const GPtrArray *trio_doc_source_get_cluster_notes (const TrioDocSource *source, TrioId cluster);
const GPtrArray *trio_doc_source_get_stack (const TrioDocSource *source, TrioId note);
guint trio_doc_source_get_copies (const TrioDocSource *source, TrioId note);
GPtrArray *trio_doc_source_list_theme_stations (const TrioDocSource *source, TrioId theme);
GPtrArray *
trio_doc_source_list_questions (const TrioDocSource *source, TrioId theme, TrioId question);
const TrioRecord *trio_doc_source_find_summary (const TrioDocSource *source, TrioId theme);
const char *trio_doc_source_get_summary (const TrioDocSource *source, TrioId theme);
guint trio_doc_source_get_theme_number (const TrioDocSource *source, TrioId theme);
const TrioRecord *trio_doc_source_get_record (const TrioDocSource *source, TrioId id);
guint trio_doc_source_get_round_number (const TrioDocSource *source, TrioId round);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TrioDocSource, trio_doc_source_free)

G_END_DECLS
