/* trio-note-labels.h: roles, colours, rounds and clusters in the words of the interface. */
#pragma once

#include <gtk/gtk.h>

#include "model/trio-model.h"

G_BEGIN_DECLS

#define TRIO_N_NOTE_COLOURS 4

TrioColour trio_note_colour_nth (guint index);
const char *trio_note_colour_label (TrioColour colour);
const char *trio_note_colour_class (gint64 colour);
void trio_note_paper (gint64 colour, GdkRGBA *paper, GdkRGBA *edge);
const char *trio_role_label (TrioRole role);
const char *trio_role_short_label (TrioRole role);
char *trio_round_dup_title (TrioObject *round, guint number);
char *trio_cluster_dup_title (const TrioRecord *cluster);
char *trio_station_dup_title (TrioModel *model, const TrioRecord *station);

G_END_DECLS
