/* trio-note-row-private.h: shared by the files of the row. */
#pragma once

#include "app/notes/trio-note-row.h"

G_BEGIN_DECLS

struct _TrioNoteRow
{
  GtkWidget parent_instance;

  PangoLayout *number; /* NULL for headings */
  PangoLayout *text;
  PangoLayout *facts; /* votes, role, stack: NULL when there is nothing to tell */
  GtkWidget *mark;
  GtkWidget *editor;
  int number_width;

  GObject *item;
  char *title; /* of headings */
  TrioOutlineInfo info;
  gboolean ending;
};

char *trio_note_row_dup_state (TrioObject *note);
char *trio_note_row_dup_facts (TrioNoteRow *self, TrioObject *note, gboolean aloud);

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
