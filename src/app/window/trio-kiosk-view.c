/* trio-kiosk-view.c: the question and the field for inputs, for a guest who types.
 *
 * It shows no inputs of others and has no command but Enter.
 */
#include "config.h"

#include "app/window/trio-kiosk-view.h"

#include <glib/gi18n.h>

#include "app/capture/trio-capture-bar.h"
#include "app/trio-compat.h"

struct _TrioKioskView
{
  AdwBin parent_instance;

  GtkLabel *caption;
  GtkLabel *title;
  GtkBox *questions;
  TrioCaptureBar *capture;

  TrioModel *model;
  TrioId station;
};

G_DEFINE_FINAL_TYPE (TrioKioskView, trio_kiosk_view, ADW_TYPE_BIN)

static void
add_question (TrioKioskView *self, const char *text)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_add_css_class (label, "trio-kiosk-question");
  gtk_box_append (self->questions, label);
}

static void
show_questions (TrioKioskView *self, TrioId theme)
{
  GListModel *questions
      = trio_model_get_children (self->model, TRIO_KIND_QUESTION, TRIO_QUESTION_THEME, theme);
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->questions))) != NULL)
    gtk_box_remove (self->questions, child);
  for (guint i = 0; i < g_list_model_get_n_items (questions); i++)
    {
      g_autoptr (TrioObject) question = g_list_model_get_item (questions, i);

      if (trio_object_is_null (question, TRIO_QUESTION_PARENT))
        add_question (self, trio_object_get_text (question, TRIO_QUESTION_TEXT));
    }
}

static void
show_station (TrioKioskView *self)
{
  TrioObject *station = trio_model_get_object (self->model, self->station);
  TrioId id = station != NULL ? trio_object_get_ref (station, TRIO_STATION_THEME) : 0;
  TrioObject *theme = id != 0 ? trio_model_get_object (self->model, id) : NULL;
  g_autofree char *caption = NULL;

  if (theme == NULL)
    return;
  caption
      = g_strdup_printf (_ ("Station %d"), (int)trio_object_get_int (station, TRIO_STATION_NUMBER));
  gtk_label_set_label (self->caption, caption);
  gtk_label_set_label (self->title, trio_object_get_text (theme, TRIO_THEME_TITLE));
  show_questions (self, id);
}

static void
notice_cb (TrioCaptureBar *capture, const char *text, gboolean undoable, TrioKioskView *self)
{
  trio_capture_bar_say (capture, text);
}

static void
paste_cb (TrioCaptureBar *capture, const char *text, TrioKioskView *self)
{
  trio_capture_bar_say (capture, _ ("Only lists can be pasted here."));
}

static void
trio_kiosk_view_dispose (GObject *object)
{
  TrioKioskView *self = TRIO_KIOSK_VIEW (object);

  g_clear_object (&self->model);

  G_OBJECT_CLASS (trio_kiosk_view_parent_class)->dispose (object);
}

static gboolean
trio_kiosk_view_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (GTK_WIDGET (TRIO_KIOSK_VIEW (widget)->capture));
}

static void
trio_kiosk_view_class_init (TrioKioskViewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  g_type_ensure (TRIO_TYPE_CAPTURE_BAR);
  G_OBJECT_CLASS (klass)->dispose = trio_kiosk_view_dispose;
  widget_class->grab_focus = trio_kiosk_view_grab_focus;
  trio_compat_focus_children (widget_class);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/dk/trio/Stations/trio-kiosk-view.ui");
  gtk_widget_class_bind_template_child (widget_class, TrioKioskView, caption);
  gtk_widget_class_bind_template_child (widget_class, TrioKioskView, title);
  gtk_widget_class_bind_template_child (widget_class, TrioKioskView, questions);
  gtk_widget_class_bind_template_child (widget_class, TrioKioskView, capture);
}

static void
trio_kiosk_view_init (TrioKioskView *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  g_signal_connect (self->capture, "notice", G_CALLBACK (notice_cb), self);
  g_signal_connect (self->capture, "paste", G_CALLBACK (paste_cb), self);
}

/**
 * trio_kiosk_view_new:
 * @model: the workshop
 * @station: number of a station's object
 *
 * Returns: (transfer floating): a new view of that station
 */
GtkWidget *
trio_kiosk_view_new (TrioModel *model, TrioId station)
{
  TrioKioskView *self = g_object_new (TRIO_TYPE_KIOSK_VIEW, NULL);

  self->model = g_object_ref (model);
  self->station = station;
  trio_capture_bar_set_guest (self->capture);
  trio_capture_bar_set_station (self->capture, model, station);
  show_station (self);
  return GTK_WIDGET (self);
}

/**
 * trio_kiosk_view_submit:
 * @self: the view
 *
 * Keeps words that are typed but not entered yet, before the view goes away.
 *
 * Returns: whether there were any
 */
gboolean
trio_kiosk_view_submit (TrioKioskView *self)
{
  g_return_val_if_fail (TRIO_IS_KIOSK_VIEW (self), FALSE);

  return trio_capture_bar_submit (self->capture);
}
