/* trio-theme-card.c: a theme with its questions, direction and stations, written in place. */
#include "config.h"

#include "app/setup/trio-theme-card-private.h"

#include <glib/gi18n.h>

#include "app/setup/trio-colour-row.h"
#include "app/setup/trio-field-binding.h"
#include "app/setup/trio-prose.h"
#include "app/trio-compat.h"
#include "app/trio-labels.h"
#include "app/window/trio-page.h"
#include "model/trio-commands.h"
#include "model/trio-commands-theme.h"

/* A long direction shows its beginning until somebody writes in it: lines at rest and in use. */
#define LINES_AT_REST 5
#define LINES_IN_USE  20

G_DEFINE_FINAL_TYPE (TrioThemeCard, trio_theme_card, GTK_TYPE_BOX)

/* Showing */

static void
show_colour (TrioThemeCard *self)
{
  gint64 colour = trio_object_get_int (self->theme, TRIO_THEME_COLOUR);

  if (self->colour_class != NULL)
    {
      gtk_widget_remove_css_class (self->bar, self->colour_class);
      gtk_widget_remove_css_class (GTK_WIDGET (self->badge), self->colour_class);
    }
  self->colour_class = trio_colour_class (colour);
  gtk_widget_add_css_class (self->bar, self->colour_class);
  gtk_widget_add_css_class (GTK_WIDGET (self->badge), self->colour_class);
  trio_colour_row_set_colour (self->colours, (TrioColour)colour);
}

static void
show_title (TrioThemeCard *self)
{
  const char *title = trio_object_get_text (self->theme, TRIO_THEME_TITLE);

  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, title, -1);
}

static void
show_badge (TrioThemeCard *self)
{
  guint n = g_list_model_get_n_items (self->station_objects);
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < n; i++)
    {
      g_autoptr (TrioObject) station = g_list_model_get_item (self->station_objects, i);

      if (i == 2 && n > 2)
        {
          g_string_append (text, "…");
          break;
        }
      if (i > 0)
        g_string_append (text, "·");
      g_string_append_printf (text, "%d", (int)trio_object_get_int (station, TRIO_STATION_NUMBER));
    }
  gtk_label_set_label (self->badge, n > 0 ? text->str : "–");
}

static void
follow_stations (TrioThemeCard *self, guint position, guint removed, guint added)
{
  for (guint i = 0; i < added; i++)
    {
      g_autoptr (TrioObject) station = g_list_model_get_item (self->station_objects, position + i);

      g_signal_connect_object (station, "notify::number", G_CALLBACK (show_badge), self,
                               G_CONNECT_SWAPPED);
    }
  show_badge (self);
}

/* Dragging */

static GdkContentProvider *
drag_prepare_cb (GtkDragSource *source, double x, double y, TrioThemeCard *self)
{
  return gdk_content_provider_new_typed (TRIO_TYPE_THEME_CARD, self);
}

static void
drag_begin_cb (GtkDragSource *source, GdkDrag *drag, TrioThemeCard *self)
{
  g_autoptr (GdkPaintable) picture = gtk_widget_paintable_new (self->head);

  gtk_drag_source_set_icon (source, picture, 12, 12);
  gtk_widget_add_css_class (GTK_WIDGET (self), "trio-dragged");
}

static void
drag_end_cb (GtkDragSource *source, GdkDrag *drag, gboolean delete_data, TrioThemeCard *self)
{
  gtk_widget_remove_css_class (GTK_WIDGET (self), "trio-dragged");
}

static void
add_drag (TrioThemeCard *self)
{
  GtkDragSource *source = gtk_drag_source_new ();

  gtk_drag_source_set_actions (source, GDK_ACTION_MOVE);
  g_signal_connect (source, "prepare", G_CALLBACK (drag_prepare_cb), self);
  g_signal_connect (source, "drag-begin", G_CALLBACK (drag_begin_cb), self);
  g_signal_connect (source, "drag-end", G_CALLBACK (drag_end_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self->badge), GTK_EVENT_CONTROLLER (source));
  gtk_widget_set_cursor_from_name (GTK_WIDGET (self->badge), "grab");
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->badge), _ ("Drag to move the theme"));
}

/* A whole number of lines, so that none is cut in two. */
static void
show_direction_lines (TrioThemeCard *self, int n_lines)
{
  PangoContext *context = gtk_widget_get_pango_context (self->direction);
  PangoFontMetrics *metrics = pango_context_get_metrics (context, NULL, NULL);
  int padding = 6;

  gtk_scrolled_window_set_max_content_height (
      self->direction_scroll,
      PANGO_PIXELS (pango_font_metrics_get_height (metrics) * n_lines) + padding);
  pango_font_metrics_unref (metrics);
}

static void
direction_focus_cb (GtkEventController *focus, GParamSpec *pspec, TrioThemeCard *self)
{
  gboolean in_use = gtk_event_controller_focus_contains_focus (GTK_EVENT_CONTROLLER_FOCUS (focus));

  show_direction_lines (self, in_use ? LINES_IN_USE : LINES_AT_REST);
}

/* Life */

static void
trio_theme_card_dispose (GObject *object)
{
  TrioThemeCard *self = TRIO_THEME_CARD (object);

  if (self->theme != NULL)
    g_signal_handlers_disconnect_by_data (self->theme, self);
  if (self->station_objects != NULL)
    g_signal_handlers_disconnect_by_data (self->station_objects, self);
  g_clear_object (&self->theme);
  g_clear_object (&self->station_objects);
  g_clear_object (&self->model);
  g_clear_object (&self->actions);

  G_OBJECT_CLASS (trio_theme_card_parent_class)->dispose (object);
}

static gboolean
trio_theme_card_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (TRIO_THEME_CARD (widget)->title);
}

static void
trio_theme_card_class_init (TrioThemeCardClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  g_type_ensure (TRIO_TYPE_SETUP_FINDINGS);

  G_OBJECT_CLASS (klass)->dispose = trio_theme_card_dispose;
  widget_class->grab_focus = trio_theme_card_grab_focus;

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/dk/trio/Stations/trio-theme-card.ui");
  gtk_widget_class_bind_template_child (widget_class, TrioThemeCard, bar);
  gtk_widget_class_bind_template_child (widget_class, TrioThemeCard, head);
  gtk_widget_class_bind_template_child (widget_class, TrioThemeCard, badge);
  gtk_widget_class_bind_template_child (widget_class, TrioThemeCard, title);
  gtk_widget_class_bind_template_child (widget_class, TrioThemeCard, subtitle);
  gtk_widget_class_bind_template_child (widget_class, TrioThemeCard, topic);
  gtk_widget_class_bind_template_child (widget_class, TrioThemeCard, questions);
  gtk_widget_class_bind_template_child (widget_class, TrioThemeCard, direction_scroll);
  gtk_widget_class_bind_template_child (widget_class, TrioThemeCard, stations);
  gtk_widget_class_bind_template_child (widget_class, TrioThemeCard, findings);
  gtk_widget_class_bind_template_child (widget_class, TrioThemeCard, menu_button);
  gtk_widget_class_bind_template_child (widget_class, TrioThemeCard, theme_menu);
}

static void
trio_theme_card_init (TrioThemeCard *self)
{
  GtkEventController *focus = gtk_event_controller_focus_new ();

  gtk_widget_init_template (GTK_WIDGET (self));
  self->direction = trio_prose_new (_ ("Common direction"),
                                    _ ("What the theme leads to, in words that begin with “we”"));
  gtk_scrolled_window_set_child (self->direction_scroll, self->direction);
  show_direction_lines (self, LINES_AT_REST);
  g_signal_connect (focus, "notify::contains-focus", G_CALLBACK (direction_focus_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self->direction_scroll), focus);
  trio_theme_card_add_actions (self);
  add_drag (self);
}

/**
 * trio_theme_card_new:
 * @model: a workshop
 * @theme: number of a theme
 *
 * Returns: (transfer floating): a card that shows the theme
 */
GtkWidget *
trio_theme_card_new (TrioModel *model, TrioId theme)
{
  TrioThemeCard *self = g_object_new (TRIO_TYPE_THEME_CARD, NULL);

  self->model = g_object_ref (model);
  self->id = theme;
  self->theme = g_object_ref (trio_model_get_object (model, theme));
  self->station_objects = g_object_ref (
      trio_model_get_children (model, TRIO_KIND_STATION, TRIO_STATION_THEME, theme));
  trio_field_bind (self->title, model, theme, TRIO_THEME_TITLE, NULL);
  trio_field_bind (self->subtitle, model, theme, TRIO_THEME_SUBTITLE, NULL);
  trio_field_bind (self->topic, model, theme, TRIO_THEME_TOPIC, NULL);
  trio_field_bind (self->direction, model, theme, TRIO_THEME_DIRECTION, NULL);
  self->question_list = TRIO_QUESTION_LIST (trio_question_list_new (model, theme));
  gtk_box_append (self->questions, GTK_WIDGET (self->question_list));
  self->station_list = TRIO_STATION_LIST (trio_station_list_new (model, theme));
  gtk_box_append (self->stations, GTK_WIDGET (self->station_list));

  g_signal_connect_swapped (self->theme, "notify::colour", G_CALLBACK (show_colour), self);
  g_signal_connect_swapped (self->theme, "notify::title", G_CALLBACK (show_title), self);
  g_signal_connect_swapped (self->station_objects, "items-changed", G_CALLBACK (follow_stations),
                            self);
  show_colour (self);
  show_title (self);
  follow_stations (self, 0, 0, g_list_model_get_n_items (self->station_objects));
  return GTK_WIDGET (self);
}

/**
 * trio_theme_card_get_theme:
 * @self: the card
 *
 * Returns: number of the theme that it shows
 */
TrioId
trio_theme_card_get_theme (TrioThemeCard *self)
{
  g_return_val_if_fail (TRIO_IS_THEME_CARD (self), 0);

  return self->id;
}

/**
 * trio_theme_card_get_questions:
 * @self: the card
 *
 * Returns: (transfer none): the list of the questions
 */
TrioQuestionList *
trio_theme_card_get_questions (TrioThemeCard *self)
{
  g_return_val_if_fail (TRIO_IS_THEME_CARD (self), NULL);

  return self->question_list;
}

/**
 * trio_theme_card_get_findings:
 * @self: the card
 *
 * Returns: (transfer none): the list of what the checks found in the theme
 */
TrioSetupFindings *
trio_theme_card_get_findings (TrioThemeCard *self)
{
  g_return_val_if_fail (TRIO_IS_THEME_CARD (self), NULL);

  return self->findings;
}

/**
 * trio_theme_card_move:
 * @self: the card
 * @steps: -1 to move the theme before its neighbour, 1 to move it behind
 *
 * Moves the theme among the themes; the focus stays where it is.
 *
 * Returns: whether there was room to move
 */
gboolean
trio_theme_card_move (TrioThemeCard *self, int steps)
{
  GListModel *themes;
  g_autoptr (GError) error = NULL;
  g_autoptr (TrioObject) before = NULL;
  guint n, at = 0;

  g_return_val_if_fail (TRIO_IS_THEME_CARD (self), FALSE);

  themes = trio_model_get_list (self->model, TRIO_KIND_THEME);
  n = g_list_model_get_n_items (themes);
  for (; at < n; at++)
    {
      g_autoptr (TrioObject) theme = g_list_model_get_item (themes, at);

      if (trio_object_get_id (theme) == self->id)
        break;
    }
  if ((steps < 0 && at == 0) || (steps > 0 && at + 1 >= n))
    return FALSE;
  before = g_list_model_get_item (themes, steps < 0 ? at - 1 : at + 2);
  trio_command_move_theme (self->model, self->id, before != NULL ? trio_object_get_id (before) : 0,
                           &error);
  trio_theme_card_tell (self, error);
  return TRUE;
}
