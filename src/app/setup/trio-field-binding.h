/* trio-field-binding.h: ties a text field of the window to a field of the workshop. */
#pragma once

#include <gtk/gtk.h>

#include "model/trio-model.h"

G_BEGIN_DECLS

/**
 * TrioFieldForm:
 * @read: makes the value of the model from typed words; %NULL while they are none yet
 * @show: makes words for people from the value of the model
 *
 * Another form than the model's own in which people read and write a field, such as a date.
 * Both give new strings.
 */
typedef struct
{
  char *(*read) (const char *typed);
  char *(*show) (const char *value);
} TrioFieldForm;

extern const TrioFieldForm trio_field_form_date;

void trio_field_bind (
    GtkWidget *widget, TrioModel *model, TrioId object, guint field, const TrioFieldForm *form);
gboolean trio_field_is_bound_to (GtkWidget *widget, TrioId object, guint field);
GtkWidget *trio_field_find (GtkWidget *root, TrioId object, guint field);

G_END_DECLS
