/* trio-capture-bar-private.h: shared by the files of the capture bar. */
#pragma once

#include "app/trio-capture-bar.h"

G_BEGIN_DECLS

struct _TrioCaptureBar
{
  AdwBin parent_instance;

  GtkLabel *badge;
  GtkEntry *entry;
  GtkLabel *status;
  GtkLabel *hint;

  TrioModel *model;
  TrioId station;
  TrioId editing; /* the input that the field holds, 0 while typing a new one */
  const char *colour_class;
};

void trio_capture_bar_set_text (TrioCaptureBar *self, const char *text);
void trio_capture_bar_tell (TrioCaptureBar *self, const char *text, gboolean is_error);
void trio_capture_bar_show_hint (TrioCaptureBar *self);
void trio_capture_bar_stop_editing (TrioCaptureBar *self);
gboolean trio_capture_bar_step (TrioCaptureBar *self, int direction);

G_END_DECLS
