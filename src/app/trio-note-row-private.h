/* trio-note-row-private.h: shared by the files of the row. */
#pragma once

#include "app/trio-note-row.h"

G_BEGIN_DECLS

struct _TrioNoteRow
{
  GtkWidget parent_instance;

  PangoLayout *number; /* NULL for headings */
  PangoLayout *text;
  GtkWidget *mark;
  GtkWidget *editor;
  int number_width;

  GObject *item;
  guint n;
  guint n_notes;
  gboolean ending;
};

GtkSizeRequestMode trio_note_row_get_request_mode (GtkWidget *widget);
void trio_note_row_measure (GtkWidget *widget,
                            GtkOrientation orientation,
                            int for_size,
                            int *minimum,
                            int *natural,
                            int *minimum_baseline,
                            int *natural_baseline);
void trio_note_row_size_allocate (GtkWidget *widget, int width, int height, int baseline);
void trio_note_row_snapshot (GtkWidget *widget, GtkSnapshot *snapshot);

G_END_DECLS
