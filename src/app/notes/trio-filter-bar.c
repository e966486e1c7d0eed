/* trio-filter-bar.c: looks for inputs by words, role, colour, round, state and use.
 *
 * It only sets the filter, which board and outline follow by themselves.
 */
#include "config.h"

#include "app/notes/trio-filter-bar.h"

#include <glib/gi18n.h>

#include "app/notes/trio-note-labels.h"
#include "app/trio-announce.h"
#include "app/trio-compat.h"

struct _TrioFilterBar
{
  AdwBin parent_instance;

  GtkRevealer *revealer;
  GtkSearchEntry *entry;
  GtkLabel *count;
  GtkMenuButton *button;

  TrioNoteFilter *filter;
  TrioModel *model;
  TrioId station; /* 0 for all */
  gboolean is_setting;
};

G_DEFINE_FINAL_TYPE (TrioFilterBar, trio_filter_bar, ADW_TYPE_BIN)

enum
{
  LEAVE,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static GListModel *
list_notes (TrioFilterBar *self)
{
  return self->station != 0 ? trio_model_get_children (self->model, TRIO_KIND_NOTE,
                                                       TRIO_NOTE_STATION, self->station)
                            : trio_model_get_list (self->model, TRIO_KIND_NOTE);
}

static void
show_count (TrioFilterBar *self)
{
  g_autofree char *text = NULL;
  GListModel *notes;
  guint n = 0;

  if (!trio_note_filter_is_active (self->filter))
    {
      gtk_label_set_label (self->count, "");
      return;
    }
  notes = list_notes (self);
  for (guint i = 0; i < g_list_model_get_n_items (notes); i++)
    {
      g_autoptr (TrioObject) note = g_list_model_get_item (notes, i);

      n += trio_note_filter_matches (self->filter, trio_object_get_record (note));
    }
  /* Translators: how many inputs were found, and among how many */
  text = g_strdup_printf (_ ("%u of %u"), n, g_list_model_get_n_items (notes));
  gtk_label_set_label (self->count, text);
}

/* The field follows a filter that was set elsewhere; it does not set it again meanwhile. */
static void
show_words (TrioFilterBar *self)
{
  g_autofree char *text = g_strdup (trio_note_filter_get_text (self->filter));

  if (g_str_equal (text, gtk_editable_get_text (GTK_EDITABLE (self->entry))))
    return;
  self->is_setting = TRUE;
  gtk_editable_set_text (GTK_EDITABLE (self->entry), text);
  self->is_setting = FALSE;
}

static void
filter_changed_cb (TrioNoteFilter *filter, TrioFilterBar *self)
{
  gboolean has_more = trio_note_filter_get_roles (filter) != 0
                      || trio_note_filter_get_colours (filter) != 0
                      || trio_note_filter_get_round (filter) != 0
                      || trio_note_filter_get_states (filter) != TRIO_NOTE_STATES_ANY
                      || trio_note_filter_get_unlinked (filter);

  if (!self->is_setting)
    show_words (self);
  if (has_more)
    gtk_widget_add_css_class (GTK_WIDGET (self->button), "suggested-action");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self->button), "suggested-action");
  show_count (self);
}

static void
search_changed_cb (GtkSearchEntry *entry, TrioFilterBar *self)
{
  if (self->filter == NULL || self->is_setting)
    return;
  self->is_setting = TRUE;
  trio_note_filter_set_text (self->filter, gtk_editable_get_text (GTK_EDITABLE (entry)));
  self->is_setting = FALSE;
}

static gboolean
key_pressed_cb (GtkEventControllerKey *controller,
                guint key,
                guint code,
                GdkModifierType state,
                TrioFilterBar *self)
{
  switch (key)
    {
    case GDK_KEY_Escape:
      trio_filter_bar_close (self);
      return TRUE;
    case GDK_KEY_Return:
    case GDK_KEY_KP_Enter:
    case GDK_KEY_Down:
      search_changed_cb (self->entry, self);
      g_signal_emit (self, signals[LEAVE], 0);
      return TRUE;
    default:
      return FALSE;
    }
}

static void
close_cb (GtkButton *button, TrioFilterBar *self)
{
  trio_filter_bar_close (self);
}

/* What can be chosen. Each button stands for one bit of one mask. */

typedef enum
{
  MASK_ROLE,
  MASK_COLOUR,
  MASK_STATE,
  MASK_ROUND,
  MASK_UNLINKED,
} Mask;

static guint
with_bit (guint mask, guint bit, gboolean is_set)
{
  return is_set ? mask | bit : mask & ~bit;
}

static void
toggled_cb (GtkCheckButton *check, TrioFilterBar *self)
{
  Mask mask = (Mask)GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (check), "mask"));
  gint64 *value = g_object_get_data (G_OBJECT (check), "value");
  gboolean is_set = gtk_check_button_get_active (check);

  switch (mask)
    {
    case MASK_ROLE:
      trio_note_filter_set_roles (self->filter, with_bit (trio_note_filter_get_roles (self->filter),
                                                          (guint)*value, is_set));
      break;
    case MASK_COLOUR:
      trio_note_filter_set_colours (self->filter,
                                    with_bit (trio_note_filter_get_colours (self->filter),
                                              (guint)*value, is_set));
      break;
    case MASK_STATE:
      trio_note_filter_set_states (self->filter,
                                   with_bit (trio_note_filter_get_states (self->filter),
                                             (guint)*value, is_set));
      break;
    case MASK_ROUND:
      if (is_set)
        trio_note_filter_set_round (self->filter, *value);
      break;
    case MASK_UNLINKED:
      trio_note_filter_set_unlinked (self->filter, is_set);
      break;
    }
}

static GtkWidget *
append_check (TrioFilterBar *self,
              GtkWidget *box,
              const char *label,
              Mask mask,
              gint64 value,
              gboolean is_set)
{
  GtkWidget *check = gtk_check_button_new_with_label (label);

  gtk_check_button_set_active (GTK_CHECK_BUTTON (check), is_set);
  g_object_set_data (G_OBJECT (check), "mask", GUINT_TO_POINTER (mask));
  g_object_set_data_full (G_OBJECT (check), "value", g_memdup2 (&value, sizeof value), g_free);
  g_signal_connect (check, "toggled", G_CALLBACK (toggled_cb), self);
  gtk_box_append (GTK_BOX (box), check);
  return check;
}

static GtkWidget *
append_column (GtkWidget *columns, const char *title)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 4);
  GtkWidget *label = gtk_label_new (title);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_add_css_class (label, "heading");
  gtk_box_append (GTK_BOX (box), label);
  gtk_box_append (GTK_BOX (columns), box);
  return box;
}

static void
append_roles (TrioFilterBar *self, GtkWidget *columns)
{
  static const TrioRole roles[]
      = { TRIO_ROLE_LEADER, TRIO_ROLE_AMR, TRIO_ROLE_TR, TRIO_ROLE_OTHER, TRIO_ROLE_NONE };
  GtkWidget *box = append_column (columns, _ ("Role"));

  for (guint i = 0; i < G_N_ELEMENTS (roles); i++)
    append_check (self, box,
                  roles[i] == TRIO_ROLE_NONE ? trio_role_label (roles[i])
                                             : trio_role_short_label (roles[i]),
                  MASK_ROLE, 1 << roles[i],
                  (trio_note_filter_get_roles (self->filter) & (1u << roles[i])) != 0);
}

static void
append_colours (TrioFilterBar *self, GtkWidget *columns)
{
  GtkWidget *box = append_column (columns, _ ("Colour"));

  /* All of them: imported inputs have colours that are not offered here. */
  for (TrioColour colour = TRIO_COLOUR_YELLOW; colour <= TRIO_COLOUR_GREY; colour++)
    append_check (self, box, trio_note_colour_label (colour), MASK_COLOUR, 1 << colour,
                  (trio_note_filter_get_colours (self->filter) & (1u << colour)) != 0);
}

static void
append_states (TrioFilterBar *self, GtkWidget *columns)
{
  guint states = trio_note_filter_get_states (self->filter);
  const struct
  {
    const char *label;
    guint state;
  } choices[] = {
    { _ ("In documents"), TRIO_NOTE_STATES_NORMAL },
    { _ ("Withheld"), TRIO_NOTE_STATES_WITHHELD },
    { _ ("Practice"), TRIO_NOTE_STATES_PRACTICE },
    { _ ("Flagged"), TRIO_NOTE_STATES_FLAGGED },
  };
  GtkWidget *box = append_column (columns, _ ("State"));

  for (guint i = 0; i < G_N_ELEMENTS (choices); i++)
    append_check (self, box, choices[i].label, MASK_STATE, choices[i].state,
                  (states & choices[i].state) != 0);
  append_check (self, box, _ ("In no summary yet"), MASK_UNLINKED, 0,
                trio_note_filter_get_unlinked (self->filter));
}

static void
append_rounds (TrioFilterBar *self, GtkWidget *columns)
{
  GListModel *rounds = trio_model_get_list (self->model, TRIO_KIND_ROUND);
  guint n = g_list_model_get_n_items (rounds);
  TrioId chosen = trio_note_filter_get_round (self->filter);
  GtkWidget *box;
  GtkWidget *all;

  if (n == 0)
    return;
  box = append_column (columns, _ ("Round"));
  all = append_check (self, box, _ ("All rounds"), MASK_ROUND, 0, chosen == 0);
  for (guint i = 0; i < n; i++)
    {
      g_autoptr (TrioObject) round = g_list_model_get_item (rounds, i);
      g_autofree char *title = trio_round_dup_title (round, i + 1);
      GtkWidget *check = append_check (self, box, title, MASK_ROUND, trio_object_get_id (round),
                                       trio_object_get_id (round) == chosen);

      gtk_check_button_set_group (GTK_CHECK_BUTTON (check), GTK_CHECK_BUTTON (all));
    }
}

/* Made anew each time, since rounds come and go. */
static void
create_popover_cb (GtkMenuButton *button, gpointer user_data)
{
  TrioFilterBar *self = user_data;
  GtkWidget *popover = gtk_popover_new ();
  GtkWidget *columns = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 24);

  gtk_widget_set_margin_start (columns, 6);
  gtk_widget_set_margin_end (columns, 6);
  if (self->filter != NULL)
    {
      append_roles (self, columns);
      append_colours (self, columns);
      append_states (self, columns);
      append_rounds (self, columns);
    }
  gtk_popover_set_child (GTK_POPOVER (popover), columns);
  gtk_menu_button_set_popover (button, popover);
}

static void
drop_filter (TrioFilterBar *self)
{
  if (self->filter != NULL)
    g_signal_handlers_disconnect_by_data (self->filter, self);
  g_clear_object (&self->filter);
  g_clear_object (&self->model);
}

static void
trio_filter_bar_dispose (GObject *object)
{
  drop_filter (TRIO_FILTER_BAR (object));

  G_OBJECT_CLASS (trio_filter_bar_parent_class)->dispose (object);
}

static void
trio_filter_bar_class_init (TrioFilterBarClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = trio_filter_bar_dispose;

  /**
   * TrioFilterBar::leave:
   * @self: the bar
   *
   * The keyboard goes on to the inputs.
   */
  signals[LEAVE] = g_signal_new ("leave", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                 NULL, NULL, G_TYPE_NONE, 0);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/dk/trio/Stations/trio-filter-bar.ui");
  gtk_widget_class_bind_template_child (widget_class, TrioFilterBar, revealer);
  gtk_widget_class_bind_template_child (widget_class, TrioFilterBar, entry);
  gtk_widget_class_bind_template_child (widget_class, TrioFilterBar, count);
  gtk_widget_class_bind_template_child (widget_class, TrioFilterBar, button);
  gtk_widget_class_bind_template_callback (widget_class, close_cb);
}

static void
trio_filter_bar_init (TrioFilterBar *self)
{
  GtkEventController *keys = gtk_event_controller_key_new ();

  gtk_widget_init_template (GTK_WIDGET (self));
  trio_announce_changes (self->count);
  trio_compat_mend_names (GTK_WIDGET (self));
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect (keys, "key-pressed", G_CALLBACK (key_pressed_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self->entry), keys);
  g_signal_connect (self->entry, "search-changed", G_CALLBACK (search_changed_cb), self);
  gtk_menu_button_set_create_popup_func (self->button, create_popover_cb, self, NULL);
}

/**
 * trio_filter_bar_set_filter:
 * @self: the bar
 * @filter: (nullable): the filter to set
 * @model: (nullable): the workshop
 * @station: number of the station on view, 0 for all
 *
 * Chooses what the bar sets and where it counts.
 */
void
trio_filter_bar_set_filter (TrioFilterBar *self,
                            TrioNoteFilter *filter,
                            TrioModel *model,
                            TrioId station)
{
  g_return_if_fail (TRIO_IS_FILTER_BAR (self));

  drop_filter (self);
  self->station = station;
  if (filter == NULL || model == NULL)
    {
      gtk_editable_set_text (GTK_EDITABLE (self->entry), "");
      gtk_revealer_set_reveal_child (self->revealer, FALSE);
      return;
    }
  self->filter = g_object_ref (filter);
  self->model = g_object_ref (model);
  g_signal_connect (filter, "changed", G_CALLBACK (filter_changed_cb), self);
  filter_changed_cb (filter, self);
}

/**
 * trio_filter_bar_open:
 * @self: the bar
 *
 * Shows the bar, with the keyboard in the field for words.
 */
void
trio_filter_bar_open (TrioFilterBar *self)
{
  g_return_if_fail (TRIO_IS_FILTER_BAR (self));

  gtk_revealer_set_reveal_child (self->revealer, TRUE);
  gtk_widget_grab_focus (GTK_WIDGET (self->entry));
}

/**
 * trio_filter_bar_close:
 * @self: the bar
 *
 * Hides the bar and shows all inputs again.
 */
void
trio_filter_bar_close (TrioFilterBar *self)
{
  g_return_if_fail (TRIO_IS_FILTER_BAR (self));

  if (self->filter != NULL)
    trio_note_filter_reset (self->filter);
  gtk_editable_set_text (GTK_EDITABLE (self->entry), "");
  gtk_revealer_set_reveal_child (self->revealer, FALSE);
  g_signal_emit (self, signals[LEAVE], 0);
}
