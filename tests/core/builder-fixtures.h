/* builder-fixtures.h: workshops of records, and documents as lines that a test can read. */
#pragma once

#include "document/trio-builder.h"
#include "document/trio-template-library.h"

/* A workshop under construction; ids count up from 1, which is the workshop itself. */
typedef struct
{
  GPtrArray *records;
  TrioId last_id;
} Workshop;

Workshop *workshop_new (void);
void workshop_free (Workshop *workshop);
void workshop_set (Workshop *workshop, guint field, const char *value);
TrioId workshop_add_theme (Workshop *workshop,
                           const char *title,
                           const char *subtitle,
                           const char *summary);
TrioId workshop_add_station (Workshop *workshop, gint64 number, TrioId theme);
TrioId workshop_add_cluster (Workshop *workshop, TrioId station, const char *title);
TrioId workshop_add_note (Workshop *workshop, TrioId station, TrioId cluster, const char *text);
TrioId workshop_add_question (Workshop *workshop, TrioId theme, TrioId parent, const char *text);
TrioId workshop_add_followup (
    Workshop *workshop, const char *what, const char *who, const char *due, gboolean done);
void workshop_set_text (Workshop *workshop, TrioId id, guint field, const char *value);
void workshop_set_int (Workshop *workshop, TrioId id, guint field, gint64 value);
TrioSnapshot *workshop_snapshot (const Workshop *workshop);

Workshop *workshop_new_like_source (void);

TrioTemplate *find_template (const char *lang);
TrioTemplate *parse_template (const char *params, const char *body);
char *dump_doc (const TrioDoc *doc);
char *dump_built (Workshop *workshop, TrioTemplate *tmpl, const TrioBuildOptions *options);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Workshop, workshop_free)
