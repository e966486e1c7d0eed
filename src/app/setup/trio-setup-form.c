/* trio-setup-form.c: what is said about the workshop itself, written in place.
 *
 * Two lists side by side where there is room: what, when and where; and who, and why.
 */
#include "config.h"

#include "app/setup/trio-setup-form.h"

#include <glib/gi18n.h>

#include "app/setup/trio-card-flow.h"
#include "app/setup/trio-field-binding.h"
#include "app/setup/trio-prose.h"
#include "app/trio-labels.h"
#include "app/widgets/trio-choices.h"
#include "app/window/trio-page.h"
#include "model/trio-commands.h"

typedef enum
{
  ROW_LINE,
  ROW_PROSE,
  ROW_DATE,
  ROW_LANGUAGE,
} RowType;

typedef struct
{
  guint field;
  RowType type;
  const char *label;
} Row;

static const Row event_rows[] = {
  { TRIO_WORKSHOP_TITLE, ROW_LINE, N_ ("Title") },
  { TRIO_WORKSHOP_SERIES, ROW_LINE, N_ ("Series, as it reads in a sentence") },
  { TRIO_WORKSHOP_EVENT_KIND, ROW_LINE, N_ ("Kind of event") },
  { TRIO_WORKSHOP_START, ROW_DATE, N_ ("Date") },
  { TRIO_WORKSHOP_END, ROW_DATE, N_ ("Last day, if there are several") },
  { TRIO_WORKSHOP_PLACE, ROW_LINE, N_ ("Place") },
  { TRIO_WORKSHOP_LANGUAGE, ROW_LANGUAGE, N_ ("Language of the documents") },
};

static const Row people_rows[] = {
  { TRIO_WORKSHOP_INVITING_BODY, ROW_LINE, N_ ("Inviting body") },
  { TRIO_WORKSHOP_UNIT, ROW_LINE, N_ ("Unit") },
  { TRIO_WORKSHOP_ORGANISATION, ROW_LINE, N_ ("Organisation") },
  { TRIO_WORKSHOP_CASE_NUMBER, ROW_LINE, N_ ("Case number") },
  { TRIO_WORKSHOP_PARTICIPANTS, ROW_PROSE, N_ ("Participants") },
  { TRIO_WORKSHOP_SCOPE, ROW_PROSE, N_ ("What was discussed, and in which light") },
  { TRIO_WORKSHOP_AIM, ROW_PROSE, N_ ("Aim of the day") },
};

static const Row parent_rows[] = {
  { TRIO_WORKSHOP_PARENT_TITLE, ROW_LINE, N_ ("Title") },
  { TRIO_WORKSHOP_PARENT_KIND, ROW_LINE, N_ ("Kind of event") },
  { TRIO_WORKSHOP_PARENT_DATE, ROW_DATE, N_ ("Date") },
};

static const Row parent_people_rows[] = {
  { TRIO_WORKSHOP_PARENT_BODY, ROW_LINE, N_ ("Inviting body") },
  { TRIO_WORKSHOP_PARENT_PARTICIPANTS, ROW_PROSE, N_ ("Participants") },
};

struct _TrioSetupForm
{
  AdwBin parent_instance;

  TrioModel *model;
  TrioId workshop;
  GtkWidget *fields[TRIO_WORKSHOP_N_FIELDS];
};

G_DEFINE_FINAL_TYPE (TrioSetupForm, trio_setup_form, ADW_TYPE_BIN)

static void
tell (TrioSetupForm *self, const GError *error)
{
  GtkWidget *page = gtk_widget_get_ancestor (GTK_WIDGET (self), TRIO_TYPE_PAGE);

  if (error != NULL && page != NULL)
    trio_page_notice (TRIO_PAGE (page), error->message, FALSE);
}

static GtkWidget *
create_line (TrioSetupForm *self, const Row *row)
{
  GtkWidget *entry = adw_entry_row_new ();

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (entry), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (entry), _ (row->label));
  trio_field_bind (entry, self->model, self->workshop, row->field, NULL);
  self->fields[row->field] = entry;
  return entry;
}

static GtkWidget *
create_prose (TrioSetupForm *self, const Row *row)
{
  GtkWidget *line = adw_preferences_row_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2);
  GtkWidget *label = gtk_label_new (_ (row->label));
  GtkWidget *prose = trio_prose_new (_ (row->label), NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_add_css_class (label, "trio-row-caption");
  gtk_widget_add_css_class (box, "trio-prose-row");
  gtk_box_append (GTK_BOX (box), label);
  gtk_box_append (GTK_BOX (box), prose);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (line), box);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (line), FALSE);
  /* The row is no stop of its own on the way with Tab. */
  gtk_widget_set_focusable (line, FALSE);
  trio_field_bind (prose, self->model, self->workshop, row->field, NULL);
  self->fields[row->field] = prose;
  return line;
}

/* Dates */

static void
day_selected_cb (GtkCalendar *calendar, TrioSetupForm *self)
{
  guint field = GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (calendar), "field"));
  GtkWidget *popover = gtk_widget_get_ancestor (GTK_WIDGET (calendar), GTK_TYPE_POPOVER);
  g_autoptr (GDateTime) date = gtk_calendar_get_date (calendar);
  g_autofree char *iso = g_date_time_format (date, "%Y-%m-%d");
  g_autoptr (GError) error = NULL;

  if (!gtk_widget_get_visible (popover))
    return;
  trio_command_set_field (self->model, self->workshop, field, iso, &error);
  tell (self, error);
}

static void
calendar_shown_cb (GtkWidget *popover, GtkCalendar *calendar)
{
  TrioSetupForm *self = TRIO_SETUP_FORM (gtk_widget_get_ancestor (popover, TRIO_TYPE_SETUP_FORM));
  guint field = GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (calendar), "field"));
  const char *iso = trio_object_get_text (trio_model_get_workshop (self->model), field);
  int year, month, day;

  if (iso != NULL && sscanf (iso, "%d-%d-%d", &year, &month, &day) == 3)
    {
      g_autoptr (GDateTime) date = g_date_time_new_local (year, month, day, 12, 0, 0);

      g_signal_handlers_block_by_func (calendar, day_selected_cb, self);
      gtk_calendar_select_day (calendar, date);
      g_signal_handlers_unblock_by_func (calendar, day_selected_cb, self);
    }
}

static GtkWidget *
create_date (TrioSetupForm *self, const Row *row)
{
  GtkWidget *entry = adw_entry_row_new ();
  GtkWidget *button = gtk_menu_button_new ();
  GtkWidget *popover = gtk_popover_new ();
  GtkWidget *calendar = gtk_calendar_new ();

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (entry), _ (row->label));
  g_object_set_data (G_OBJECT (calendar), "field", GUINT_TO_POINTER (row->field));
  g_signal_connect (calendar, "day-selected", G_CALLBACK (day_selected_cb), self);
  g_signal_connect (popover, "show", G_CALLBACK (calendar_shown_cb), calendar);
  gtk_popover_set_child (GTK_POPOVER (popover), calendar);
  gtk_menu_button_set_popover (GTK_MENU_BUTTON (button), popover);
  gtk_menu_button_set_icon_name (GTK_MENU_BUTTON (button), "x-office-calendar-symbolic");
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_tooltip_text (button, _ ("Choose a Day"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Choose a Day"), -1);
  adw_entry_row_add_suffix (ADW_ENTRY_ROW (entry), button);
  trio_field_bind (entry, self->model, self->workshop, row->field, &trio_field_form_date);
  self->fields[row->field] = entry;
  return entry;
}

/* Language */

static void
language_selected_cb (AdwComboRow *combo, GParamSpec *pspec, TrioSetupForm *self)
{
  const TrioField *field = &trio_kind_get_info (TRIO_KIND_WORKSHOP)->fields[TRIO_WORKSHOP_LANGUAGE];
  guint chosen = adw_combo_row_get_selected (combo);
  g_autoptr (GError) error = NULL;

  if (chosen == GTK_INVALID_LIST_POSITION
      || (gint64)chosen
             == trio_object_get_int (trio_model_get_workshop (self->model), TRIO_WORKSHOP_LANGUAGE))
    return;
  trio_command_set_field (self->model, self->workshop, TRIO_WORKSHOP_LANGUAGE, field->names[chosen],
                          &error);
  tell (self, error);
}

static void
show_language (TrioSetupForm *self)
{
  TrioObject *workshop = trio_model_get_workshop (self->model);
  AdwComboRow *combo = ADW_COMBO_ROW (self->fields[TRIO_WORKSHOP_LANGUAGE]);

  adw_combo_row_set_selected (combo, (guint)trio_object_get_int (workshop, TRIO_WORKSHOP_LANGUAGE));
}

static GtkWidget *
create_language (TrioSetupForm *self, const Row *row)
{
  static const char *const names[] = { "Dansk", "English", NULL };
  GtkWidget *combo = adw_combo_row_new ();
  g_autoptr (GtkStringList) list = gtk_string_list_new (names);

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (combo), _ (row->label));
  adw_combo_row_set_model (ADW_COMBO_ROW (combo), G_LIST_MODEL (list));
  trio_choices_name_items (combo);
  self->fields[row->field] = combo;
  show_language (self);
  g_signal_connect (combo, "notify::selected", G_CALLBACK (language_selected_cb), self);
  g_signal_connect_object (trio_model_get_workshop (self->model), "notify::language",
                           G_CALLBACK (show_language), self, G_CONNECT_SWAPPED);
  return combo;
}

static GtkWidget *
create_group (TrioSetupForm *self, const Row *rows, guint n_rows)
{
  GtkWidget *group = adw_preferences_group_new ();

  for (guint i = 0; i < n_rows; i++)
    {
      GtkWidget *line = NULL;

      switch (rows[i].type)
        {
        case ROW_LINE:
          line = create_line (self, &rows[i]);
          break;
        case ROW_PROSE:
          line = create_prose (self, &rows[i]);
          break;
        case ROW_DATE:
          line = create_date (self, &rows[i]);
          break;
        case ROW_LANGUAGE:
          line = create_language (self, &rows[i]);
          break;
        }
      adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), line);
    }
  return group;
}

static void
trio_setup_form_dispose (GObject *object)
{
  g_clear_object (&TRIO_SETUP_FORM (object)->model);

  G_OBJECT_CLASS (trio_setup_form_parent_class)->dispose (object);
}

static void
trio_setup_form_class_init (TrioSetupFormClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = trio_setup_form_dispose;
}

static void
trio_setup_form_init (TrioSetupForm *self)
{
}

static GtkWidget *
create_form (TrioModel *model, const Row *left, guint n_left, const Row *right, guint n_right)
{
  TrioSetupForm *self = g_object_new (TRIO_TYPE_SETUP_FORM, NULL);
  GtkWidget *flow = g_object_new (TRIO_TYPE_CARD_FLOW, NULL);

  self->model = g_object_ref (model);
  self->workshop = trio_object_get_id (trio_model_get_workshop (model));
  trio_card_flow_append (TRIO_CARD_FLOW (flow), create_group (self, left, n_left));
  trio_card_flow_append (TRIO_CARD_FLOW (flow), create_group (self, right, n_right));
  adw_bin_set_child (ADW_BIN (self), flow);
  return GTK_WIDGET (self);
}

/**
 * trio_setup_form_new:
 * @model: a workshop
 *
 * Returns: (transfer floating): a form for what is said about the workshop
 */
GtkWidget *
trio_setup_form_new (TrioModel *model)
{
  return create_form (model, event_rows, G_N_ELEMENTS (event_rows), people_rows,
                      G_N_ELEMENTS (people_rows));
}

/**
 * trio_setup_form_new_parent:
 * @model: a workshop
 *
 * Returns: (transfer floating): a form for what is said about the event before the workshop
 */
GtkWidget *
trio_setup_form_new_parent (TrioModel *model)
{
  return create_form (model, parent_rows, G_N_ELEMENTS (parent_rows), parent_people_rows,
                      G_N_ELEMENTS (parent_people_rows));
}

/**
 * trio_setup_form_get_field:
 * @self: the form
 * @field: a field of the workshop
 *
 * Returns: (transfer none) (nullable): the widget that the field is written in
 */
GtkWidget *
trio_setup_form_get_field (TrioSetupForm *self, guint field)
{
  g_return_val_if_fail (TRIO_IS_SETUP_FORM (self), NULL);
  g_return_val_if_fail (field < TRIO_WORKSHOP_N_FIELDS, NULL);

  return self->fields[field];
}
