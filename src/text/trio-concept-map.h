/* trio-concept-map.h: which concepts a stem belongs to, and where concepts point. */
#pragma once

#include "text/trio-concepts.h"

G_BEGIN_DECLS

typedef struct _TrioConceptMap TrioConceptMap;

TrioConceptMap *trio_concept_map_new (TrioConcepts *concepts, guint dimensions);
void trio_concept_map_free (TrioConceptMap *map);
TrioConcepts *trio_concept_map_get_concepts (TrioConceptMap *map);
void
trio_concept_map_add (TrioConceptMap *map, guint concept, const char *stem, const float *direction);
void trio_concept_map_close (TrioConceptMap *map);
const GArray *trio_concept_map_lookup (TrioConceptMap *map, const char *stem);
gboolean trio_concept_map_bend (TrioConceptMap *map, const GArray *listed, float *direction);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TrioConceptMap, trio_concept_map_free)

G_END_DECLS
