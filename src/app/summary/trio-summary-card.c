/* trio-summary-card.c: one cluster as a card that opens, with a check mark for each input. */
#include "config.h"

#include "app/summary/trio-summary-clusters-private.h"

#include <glib/gi18n.h>

#include "app/summary/trio-summary-drag.h"
#include "app/trio-labels.h"
#include "base/trio-text.h"

#define N_WORDS     3  /* inputs that stand for a cluster that nobody has looked into */
#define WORDS_CHARS 32 /* of each */

static gboolean
has (GHashTable *set, TrioId id)
{
  return set != NULL && g_hash_table_contains (set, &id);
}

static TrioSummaryClusters *
find_self (GtkWidget *widget)
{
  return TRIO_SUMMARY_CLUSTERS (gtk_widget_get_ancestor (widget, TRIO_TYPE_SUMMARY_CLUSTERS));
}

static void
check_toggled_cb (GtkCheckButton *check, NoteRow *row)
{
  TrioSummaryClusters *self = find_self (GTK_WIDGET (check));

  if (self != NULL && !self->is_filling)
    trio_summary_clusters_emit_link (self, &row->note, 1, gtk_check_button_get_active (check));
}

/* Links the whole cluster; when all of it is linked, takes the links away. */
static void
cluster_toggled_cb (GtkCheckButton *check, Card *card)
{
  TrioSummaryClusters *self = find_self (GTK_WIDGET (check));

  if (self != NULL && !self->is_filling)
    trio_summary_clusters_emit_link (self, (const TrioId *)(void *)card->notes->data,
                                     card->notes->len, gtk_check_button_get_active (check));
}

static void
ask_for_menu (GtkWidget *widget, TrioId note, double x, double y)
{
  TrioSummaryClusters *self = find_self (widget);

  if (self != NULL)
    g_signal_emit_by_name (self, "menu-wanted", (gint64)note, widget, x, y);
}

static void
pressed_cb (GtkGestureClick *click, int n, double x, double y, NoteRow *row)
{
  gtk_gesture_set_state (GTK_GESTURE (click), GTK_EVENT_SEQUENCE_CLAIMED);
  ask_for_menu (row->row, row->note, x, y);
}

static gboolean
menu_key_cb (GtkWidget *widget, GVariant *parameter, gpointer user_data)
{
  ask_for_menu (widget, ((NoteRow *)user_data)->note, gtk_widget_get_width (widget) / 4.0,
                gtk_widget_get_height (widget));
  return TRUE;
}

/* What a check mark does, by menu and drag as well. */
static void
add_hands (NoteRow *row, const char *text)
{
  GtkGesture *click = gtk_gesture_click_new ();
  GtkEventController *keys = gtk_shortcut_controller_new ();
  GtkShortcutTrigger *trigger
      = gtk_alternative_trigger_new (gtk_keyval_trigger_new (GDK_KEY_Menu, 0),
                                     gtk_keyval_trigger_new (GDK_KEY_F10, GDK_SHIFT_MASK));

  gtk_gesture_single_set_button (GTK_GESTURE_SINGLE (click), GDK_BUTTON_SECONDARY);
  g_signal_connect (click, "pressed", G_CALLBACK (pressed_cb), row);
  gtk_widget_add_controller (row->row, GTK_EVENT_CONTROLLER (click));
  gtk_shortcut_controller_add_shortcut (
      GTK_SHORTCUT_CONTROLLER (keys),
      gtk_shortcut_new (trigger, gtk_callback_action_new (menu_key_cb, row, NULL)));
  gtk_widget_add_controller (row->row, keys);
  trio_summary_drag_offer (row->row, text, &row->note, 1);
}

static void
show_note_state (TrioSummaryClusters *self, NoteRow *row)
{
  gboolean is_used = has (self->all, row->note);

  gtk_check_button_set_active (GTK_CHECK_BUTTON (row->check), has (self->sentence, row->note));
  gtk_widget_set_sensitive (row->check, self->can_link);
  gtk_widget_set_visible (row->used, is_used);
  gtk_widget_set_visible (row->row, !self->only_unused || !is_used);
}

static void
add_note (TrioSummaryClusters *self, Card *card, TrioId note)
{
  TrioObject *object = trio_model_get_object (self->model, note);
  NoteRow *row = g_new0 (NoteRow, 1);
  const char *text = trio_object_get_text (object, TRIO_NOTE_TEXT);

  row->note = note;
  row->row = adw_action_row_new ();
  row->check = gtk_check_button_new ();
  row->used = gtk_image_new_from_icon_name ("object-select-symbolic");
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row->row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row->row), text);
  gtk_widget_set_valign (row->check, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (row->used, "dim-label");
  gtk_widget_set_tooltip_text (row->used, _ ("The summary rests on this input"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (row->used), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("The summary rests on this input"), -1);
  gtk_widget_set_tooltip_text (row->check,
                               _ ("Whether the sentence at the caret rests on this input"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (row->check), GTK_ACCESSIBLE_PROPERTY_LABEL, text,
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                  _ ("Whether the sentence at the caret rests on this input"), -1);
  adw_action_row_add_prefix (ADW_ACTION_ROW (row->row), row->check);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row->row), row->used);
  adw_action_row_set_activatable_widget (ADW_ACTION_ROW (row->row), row->check);
  show_note_state (self, row);
  g_signal_connect (row->check, "toggled", G_CALLBACK (check_toggled_cb), row);
  add_hands (row, text);
  adw_expander_row_add_row (ADW_EXPANDER_ROW (card->row), row->row);
  g_ptr_array_add (card->rows, row);
}

/**
 * trio_summary_card_fill:
 * @self: the list
 * @card: a card of it
 *
 * Makes the rows of the inputs, if they are not there yet.
 */
void
trio_summary_card_fill (TrioSummaryClusters *self, Card *card)
{
  if (card->rows->len > 0 || self->model == NULL)
    return;
  self->is_filling = TRUE;
  for (guint i = 0; i < card->notes->len; i++)
    add_note (self, card, g_array_index (card->notes, TrioId, i));
  self->is_filling = FALSE;
}

static void
expanded_cb (GtkWidget *row, GParamSpec *pspec, Card *card)
{
  TrioSummaryClusters *self = find_self (row);

  if (self != NULL && adw_expander_row_get_expanded (ADW_EXPANDER_ROW (row)))
    trio_summary_card_fill (self, card);
}

/**
 * trio_summary_card_show_state:
 * @self: the list
 * @card: a card of it
 *
 * Shows which inputs of the card are used, and what can be linked.
 */
void
trio_summary_card_show_state (TrioSummaryClusters *self, Card *card)
{
  guint n_unused = 0;
  guint n_linked = 0;

  for (guint i = 0; i < card->notes->len; i++)
    {
      TrioId note = g_array_index (card->notes, TrioId, i);

      n_unused += has (self->all, note) ? 0 : 1;
      n_linked += has (self->sentence, note) ? 1 : 0;
    }
  gtk_check_button_set_active (GTK_CHECK_BUTTON (card->check),
                               n_linked > 0 && n_linked == card->notes->len);
  gtk_check_button_set_inconsistent (GTK_CHECK_BUTTON (card->check),
                                     n_linked > 0 && n_linked < card->notes->len);
  gtk_widget_set_sensitive (card->check, self->can_link && card->notes->len > 0);
  gtk_widget_set_visible (card->row, !self->only_unused || n_unused > 0);
  for (guint i = 0; i < card->rows->len; i++)
    show_note_state (self, card->rows->pdata[i]);
}

static char *
dup_words (TrioSummaryClusters *self, Card *card)
{
  const char *known = g_hash_table_lookup (self->words, &card->cluster);
  g_autoptr (GString) words = g_string_new (NULL);

  if (known != NULL)
    return g_strdup (known);
  for (guint i = 0; i < MIN (card->notes->len, N_WORDS); i++)
    {
      TrioObject *note
          = trio_model_get_object (self->model, g_array_index (card->notes, TrioId, i));
      g_autofree char *text
          = trio_text_shorten (trio_object_get_text (note, TRIO_NOTE_TEXT), WORDS_CHARS);

      g_string_append_printf (words, "%s%s", i > 0 ? " · " : "", text);
    }
  return g_string_free (g_steal_pointer (&words), FALSE);
}

/**
 * trio_summary_card_name:
 * @self: the list
 * @card: a card of it
 *
 * Shows title and words of the cluster.
 */
void
trio_summary_card_name (TrioSummaryClusters *self, Card *card)
{
  TrioObject *cluster
      = card->cluster != 0 ? trio_model_get_object (self->model, card->cluster) : NULL;
  const char *title = cluster != NULL ? trio_object_get_text (cluster, TRIO_CLUSTER_TITLE) : NULL;
  g_autofree char *words = dup_words (self, card);

  if (cluster == NULL)
    title = _ ("Outside clusters");
  else if (title == NULL || *title == '\0')
    title = _ ("Cluster without title");
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (card->row), title);
  adw_expander_row_set_subtitle (ADW_EXPANDER_ROW (card->row), words);
  gtk_accessible_update_property (GTK_ACCESSIBLE (card->row), GTK_ACCESSIBLE_PROPERTY_LABEL, title,
                                  -1);
}

static guint
count_votes (TrioSummaryClusters *self, Card *card)
{
  TrioObject *cluster
      = card->cluster != 0 ? trio_model_get_object (self->model, card->cluster) : NULL;
  gint64 votes = cluster != NULL ? trio_object_get_int (cluster, TRIO_CLUSTER_VOTES) : 0;

  for (guint i = 0; i < card->notes->len; i++)
    votes += trio_record_get_int (trio_model_get_record (self->model,
                                                         g_array_index (card->notes, TrioId, i)),
                                  TRIO_NOTE_VOTES);
  return (guint)votes;
}

static void
add_check (Card *card)
{
  const char *name = _ ("Let the sentence at the caret rest on the whole cluster");

  card->check = gtk_check_button_new ();
  gtk_widget_set_valign (card->check, GTK_ALIGN_CENTER);
  gtk_widget_set_tooltip_text (card->check, name);
  gtk_accessible_update_property (GTK_ACCESSIBLE (card->check), GTK_ACCESSIBLE_PROPERTY_LABEL, name,
                                  -1);
  g_signal_connect (card->check, "toggled", G_CALLBACK (cluster_toggled_cb), card);
  adw_expander_row_add_prefix (ADW_EXPANDER_ROW (card->row), card->check);
}

static void
add_counts (TrioSummaryClusters *self, Card *card)
{
  GtkWidget *count = gtk_label_new (NULL);
  g_autofree char *number = g_strdup_printf ("%u", card->notes->len);
  g_autofree char *named = trio_label_n_notes (card->notes->len);
  guint votes = count_votes (self, card);

  gtk_label_set_label (GTK_LABEL (count), number);
  gtk_widget_set_tooltip_text (count, named);
  gtk_accessible_update_property (GTK_ACCESSIBLE (count), GTK_ACCESSIBLE_PROPERTY_LABEL, named, -1);
  gtk_widget_add_css_class (count, "trio-count");
  adw_expander_row_add_action (ADW_EXPANDER_ROW (card->row), count);
  if (votes > 0)
    {
      /* Translators: how many votes the inputs of a cluster got */
      g_autofree char *text = g_strdup_printf (ngettext ("%u vote", "%u votes", votes), votes);
      GtkWidget *label = gtk_label_new (text);

      gtk_widget_add_css_class (label, "trio-pill");
      gtk_widget_set_valign (label, GTK_ALIGN_CENTER);
      adw_expander_row_add_action (ADW_EXPANDER_ROW (card->row), label);
    }
}

/**
 * trio_summary_card_show:
 * @self: the list
 * @card: a card with its inputs
 * @is_open: whether it is opened at once
 *
 * Makes the widget of a card and adds it to the list.
 */
void
trio_summary_card_show (TrioSummaryClusters *self, Card *card, gboolean is_open)
{
  TrioObject *theme = trio_model_get_object (self->model, self->theme);
  GtkWidget *bar = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  g_autofree char *named = trio_label_n_notes (card->notes->len);

  card->row = adw_expander_row_new ();
  gtk_widget_add_css_class (bar, "trio-bar");
  gtk_widget_add_css_class (bar, card->cluster != 0 ? trio_colour_class (
                                     trio_object_get_int (theme, TRIO_THEME_COLOUR))
                                                    : trio_colour_class (TRIO_COLOUR_GREY));
  gtk_widget_set_valign (bar, GTK_ALIGN_CENTER);
  gtk_widget_set_tooltip_text (bar, _ ("Drag onto a sentence that rests on the cluster"));
  gtk_widget_set_cursor_from_name (bar, "grab");
  trio_summary_drag_offer (bar, named, (const TrioId *)(void *)card->notes->data, card->notes->len);
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (card->row), FALSE);
  add_check (card);
  adw_expander_row_add_prefix (ADW_EXPANDER_ROW (card->row), bar);
  add_counts (self, card);
  trio_summary_card_name (self, card);
  g_signal_connect (card->row, "notify::expanded", G_CALLBACK (expanded_cb), card);
  gtk_list_box_append (GTK_LIST_BOX (self->list), card->row);
  if (is_open)
    adw_expander_row_set_expanded (ADW_EXPANDER_ROW (card->row), TRUE);
}

/**
 * trio_summary_card_new:
 * @cluster: number of a cluster, or 0 for the inputs outside of clusters
 *
 * Returns: (transfer full): a card without inputs
 */
Card *
trio_summary_card_new (TrioId cluster)
{
  Card *card = g_new0 (Card, 1);

  card->cluster = cluster;
  card->notes = g_array_new (FALSE, FALSE, sizeof (TrioId));
  card->rows = g_ptr_array_new_with_free_func (g_free);
  return card;
}

/**
 * trio_summary_card_free:
 * @data: (transfer full): a card
 */
void
trio_summary_card_free (gpointer data)
{
  Card *card = data;

  g_array_unref (card->notes);
  g_ptr_array_unref (card->rows);
  g_free (card);
}
