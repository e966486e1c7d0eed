/* samples.h: document trees on which every format is tried, and what they hold as JSON. */
#pragma once

#include "document/trio-doc.h"

G_BEGIN_DECLS

typedef struct
{
  const char *name;
  TrioDoc *(*make) (void);
} Sample;

extern const Sample samples[];

TrioDoc *sample_notat (const char *lang, guint notes_per_station, gboolean with_clusters);
TrioDoc *sample_everything (void);
TrioDoc *sample_case (void);
TrioDoc *sample_hostile (void);
TrioDoc *sample_type_notat_da (void);
TrioDoc *sample_type_notat_en (void);
TrioDoc *sample_dialogue_da (void);
TrioDoc *sample_dialogue_en (void);
TrioDoc *sample_case_da (void);
TrioDoc *sample_case_en (void);
TrioDoc *sample_item_da (void);
TrioDoc *sample_item_en (void);
TrioDoc *sample_status_da (void);
TrioDoc *sample_status_en (void);
TrioDoc *sample_poster_da (void);
TrioDoc *sample_poster_en (void);
TrioDoc *sample_typing_sheet_da (void);
TrioDoc *sample_typing_sheet_en (void);
TrioDoc *sample_random (guint seed);

/* Called with each document of the matrix: type_language_variant. */
typedef gboolean (*SampleFunc) (TrioDoc *doc, const char *name, gpointer user_data, GError **error);

gboolean foreach_of_matrix (SampleFunc func, gpointer user_data, GError **error);

char *describe_notes (const TrioDoc *doc);
char *describe_document (const TrioDoc *doc);

G_END_DECLS
