/* trio-theme-choice.c: chooses the theme that something belongs to, or none.
 *
 * The list follows the themes of the workshop, their titles and their order.
 */
#include "config.h"

#include "app/setup/trio-theme-choice.h"

#include <glib/gi18n.h>

#include "app/widgets/trio-choices.h"

#define WIDTH 18 /* letters of the title that is shown */

struct _TrioThemeChoice
{
  GtkWidget parent_instance;

  GtkDropDown *list;
  GListModel *themes;
  GArray *ids; /* of TrioId, as in the list; the first is 0 */
  TrioId theme;
  gboolean is_filling;
};

G_DEFINE_FINAL_TYPE (TrioThemeChoice, trio_theme_choice, GTK_TYPE_WIDGET)

enum
{
  CHOSEN,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static void
select_theme (TrioThemeChoice *self)
{
  guint selected = 0;

  for (guint i = 0; i < self->ids->len; i++)
    if (g_array_index (self->ids, TrioId, i) == self->theme)
      selected = i;
  self->is_filling = TRUE;
  gtk_drop_down_set_selected (self->list, selected);
  self->is_filling = FALSE;
}

static void
fill (TrioThemeChoice *self)
{
  guint n = g_list_model_get_n_items (self->themes);
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);
  TrioId none = 0;

  g_array_set_size (self->ids, 0);
  g_array_append_val (self->ids, none);
  /* Translators: what is to be done after the day belongs to no theme */
  gtk_string_list_append (names, _ ("No theme"));
  for (guint i = 0; i < n; i++)
    {
      g_autoptr (TrioObject) theme = g_list_model_get_item (self->themes, i);
      TrioId id = trio_object_get_id (theme);

      g_array_append_val (self->ids, id);
      gtk_string_list_append (names, trio_object_get_text (theme, TRIO_THEME_TITLE));
    }
  self->is_filling = TRUE;
  trio_choices_set_names (GTK_WIDGET (self->list), names);
  self->is_filling = FALSE;
  select_theme (self);
}

static void
follow (TrioThemeChoice *self, guint position, guint removed, guint added)
{
  for (guint i = 0; i < added; i++)
    {
      g_autoptr (TrioObject) theme = g_list_model_get_item (self->themes, position + i);

      g_signal_connect_object (theme, "notify::title", G_CALLBACK (fill), self, G_CONNECT_SWAPPED);
    }
  fill (self);
}

static void
selected_cb (TrioThemeChoice *self)
{
  guint selected = gtk_drop_down_get_selected (self->list);

  if (self->is_filling || selected >= self->ids->len)
    return;
  self->theme = g_array_index (self->ids, TrioId, selected);
  g_signal_emit (self, signals[CHOSEN], 0, (gint64)self->theme);
}

static void
trio_theme_choice_dispose (GObject *object)
{
  TrioThemeChoice *self = TRIO_THEME_CHOICE (object);

  if (self->themes != NULL)
    g_signal_handlers_disconnect_by_data (self->themes, self);
  g_clear_object (&self->themes);
  if (self->list != NULL)
    gtk_widget_unparent (GTK_WIDGET (self->list));
  self->list = NULL;

  G_OBJECT_CLASS (trio_theme_choice_parent_class)->dispose (object);
}

static void
trio_theme_choice_finalize (GObject *object)
{
  g_array_unref (TRIO_THEME_CHOICE (object)->ids);

  G_OBJECT_CLASS (trio_theme_choice_parent_class)->finalize (object);
}

static void
trio_theme_choice_class_init (TrioThemeChoiceClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = trio_theme_choice_dispose;
  G_OBJECT_CLASS (klass)->finalize = trio_theme_choice_finalize;

  /**
   * TrioThemeChoice::chosen:
   * @self: the choice
   * @theme: number of the theme, or 0 for none
   *
   * Somebody chose a theme.
   */
  signals[CHOSEN] = g_signal_new ("chosen", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                  NULL, NULL, G_TYPE_NONE, 1, G_TYPE_INT64);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
}

static void
trio_theme_choice_init (TrioThemeChoice *self)
{
  self->ids = g_array_new (FALSE, FALSE, sizeof (TrioId));
  self->list = GTK_DROP_DOWN (gtk_drop_down_new (NULL, NULL));
  trio_choices_narrow (self->list, WIDTH);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->list), _ ("Theme that it belongs to"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->list), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Theme that it belongs to"), -1);
  gtk_widget_set_parent (GTK_WIDGET (self->list), GTK_WIDGET (self));
  g_signal_connect_swapped (self->list, "notify::selected", G_CALLBACK (selected_cb), self);
}

/**
 * trio_theme_choice_new:
 * @model: a workshop
 *
 * Returns: (transfer floating): a choice among its themes; none is chosen
 */
GtkWidget *
trio_theme_choice_new (TrioModel *model)
{
  TrioThemeChoice *self = g_object_new (TRIO_TYPE_THEME_CHOICE, NULL);

  self->themes = g_object_ref (trio_model_get_list (model, TRIO_KIND_THEME));
  g_signal_connect_swapped (self->themes, "items-changed", G_CALLBACK (follow), self);
  follow (self, 0, 0, g_list_model_get_n_items (self->themes));
  return GTK_WIDGET (self);
}

/**
 * trio_theme_choice_show:
 * @self: the choice
 * @theme: number of a theme, or 0 for none
 *
 * Shows what is chosen; tells nobody.
 */
void
trio_theme_choice_show (TrioThemeChoice *self, TrioId theme)
{
  g_return_if_fail (TRIO_IS_THEME_CHOICE (self));

  self->theme = theme;
  select_theme (self);
}

/**
 * trio_theme_choice_get_theme:
 * @self: the choice
 *
 * Returns: number of the theme that is chosen, or 0
 */
TrioId
trio_theme_choice_get_theme (TrioThemeChoice *self)
{
  g_return_val_if_fail (TRIO_IS_THEME_CHOICE (self), 0);

  return self->theme;
}

/**
 * trio_theme_choice_get_list:
 * @self: the choice
 *
 * Returns: (transfer none): the list that is chosen from
 */
GtkDropDown *
trio_theme_choice_get_list (TrioThemeChoice *self)
{
  g_return_val_if_fail (TRIO_IS_THEME_CHOICE (self), NULL);

  return self->list;
}
