/* trio-filter-bar.h: looks for inputs by words, role, colour, round, state and use. */
#pragma once

#include <adwaita.h>

#include "model/trio-note-filter.h"

G_BEGIN_DECLS

#define TRIO_TYPE_FILTER_BAR (trio_filter_bar_get_type ())

G_DECLARE_FINAL_TYPE (TrioFilterBar, trio_filter_bar, TRIO, FILTER_BAR, AdwBin)

/* Signals: "leave": the keyboard goes on to the inputs, after Enter, Down or Escape */

void trio_filter_bar_set_filter (TrioFilterBar *self,
                                 TrioNoteFilter *filter,
                                 TrioModel *model,
                                 TrioId station);
void trio_filter_bar_open (TrioFilterBar *self);
void trio_filter_bar_close (TrioFilterBar *self);

G_END_DECLS
