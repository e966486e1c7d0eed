/* trio-reading-order.h: in which order people read notes: theme, station, cluster, note. */
#pragma once

#include "model/trio-model.h"

G_BEGIN_DECLS

int trio_reading_order_compare (TrioModel *model, const TrioRecord *a, const TrioRecord *b);
void trio_reading_order_sort (TrioModel *model, GArray *notes);

G_END_DECLS
