/* trio-summary-page-links.c: which inputs a sentence rests on, by check mark, drag and menu. */
#include "config.h"

#include "app/summary/trio-summary-page-private.h"

#include <glib/gi18n.h>

#include "app/preview/trio-preview-place.h"
#include "app/summary/trio-summary-drag.h"
#include "base/trio-text.h"

#define MENU_CHARS 60 /* of a sentence in the menu */

static void
link_notes (TrioSummaryPage *self, const TrioSentence *sentence, const GArray *ids, gboolean linked)
{
  g_autoptr (GError) error = NULL;

  if (trio_summary_link (self->model, self->theme, sentence, (const TrioId *)(void *)ids->data,
                         ids->len, linked, &error))
    return;
  trio_page_notice (TRIO_PAGE (self), error->message, FALSE);
  trio_summary_page_update_links (self);
}

static void
link_cb (TrioSummaryClusters *clusters, GArray *ids, gboolean linked, TrioSummaryPage *self)
{
  link_notes (self, trio_summary_editor_get_sentence (self->editor), ids, linked);
}

/* The caret goes to the sentence as well, so that the check marks tell of it. */
static void
dropped_cb (TrioSummaryEditor *editor, guint index, GArray *ids, TrioSummaryPage *self)
{
  const GPtrArray *sentences = trio_summary_editor_get_sentences (editor);
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (editor));
  GtkTextIter iter;

  if (self->model == NULL || index >= sentences->len)
    return;
  gtk_text_buffer_get_iter_at_offset (buffer, &iter,
                                      ((const TrioSentence *)sentences->pdata[index])->first);
  gtk_text_buffer_place_cursor (buffer, &iter);
  link_notes (self, sentences->pdata[index], ids, TRUE);
}

/* Menu */

static void
sentence_action_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  TrioSummaryPage *self = user_data;
  const GPtrArray *sentences = trio_summary_editor_get_sentences (self->editor);
  const TrioId *note = g_object_get_data (G_OBJECT (action), "note");
  guint index = GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (action), "sentence"));
  g_autoptr (GVariant) state = g_action_get_state (G_ACTION (action));
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (TrioId));

  if (self->model == NULL || index >= sentences->len)
    return;
  g_array_append_val (ids, *note);
  link_notes (self, sentences->pdata[index], ids, !g_variant_get_boolean (state));
}

static void
go_to_note_action_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  const TrioId *note = g_object_get_data (G_OBJECT (action), "note");

  gtk_widget_activate_action (GTK_WIDGET (user_data), "win.show-note", "x", (gint64)*note);
}

static void
add_action (TrioSummaryPage *self,
            GSimpleActionGroup *actions,
            GSimpleAction *action,
            TrioId note,
            GCallback activated)
{
  g_object_set_data_full (G_OBJECT (action), "note", g_memdup2 (&note, sizeof note), g_free);
  g_signal_connect_object (action, "activate", activated, self, 0);
  g_action_map_add_action (G_ACTION_MAP (actions), G_ACTION (action));
  g_object_unref (action);
}

static void
add_sentence (
    TrioSummaryPage *self, GSimpleActionGroup *actions, GMenu *menu, TrioId note, guint index)
{
  const TrioSentence *sentence = trio_summary_editor_get_sentences (self->editor)->pdata[index];
  TrioId summary = trio_summary_find (self->model, self->theme);
  g_autoptr (GHashTable) linked = trio_summary_list_notes (self->model, summary, sentence->plain);
  g_autofree char *name = g_strdup_printf ("sentence-%u", index);
  g_autofree char *detailed = g_strdup_printf ("link.%s", name);
  g_autofree char *text = trio_text_shorten (sentence->text, MENU_CHARS);
  GSimpleAction *action = g_simple_action_new_stateful (
      name, NULL, g_variant_new_boolean (g_hash_table_contains (linked, &note)));

  g_simple_action_set_enabled (action, !trio_model_get_read_only (self->model));
  g_object_set_data (G_OBJECT (action), "sentence", GUINT_TO_POINTER (index));
  add_action (self, actions, action, note, G_CALLBACK (sentence_action_cb));
  g_menu_append (menu, text, detailed);
}

static GMenuModel *
create_menu (TrioSummaryPage *self, GSimpleActionGroup *actions, TrioId note)
{
  const GPtrArray *sentences = trio_summary_editor_get_sentences (self->editor);
  GMenu *menu = g_menu_new ();
  g_autoptr (GMenu) section = g_menu_new ();
  g_autoptr (GMenu) others = g_menu_new ();

  for (guint i = 0; i < sentences->len; i++)
    add_sentence (self, actions, section, note, i);
  if (sentences->len > 0)
    /* Translators: heading of a menu with the sentences of a summary; those that rest on the
     * input have a check mark */
    g_menu_append_section (menu, _ ("Sentences that rest on it"), G_MENU_MODEL (section));
  add_action (self, actions, g_simple_action_new ("show", NULL), note,
              G_CALLBACK (go_to_note_action_cb));
  g_menu_append (others, _ ("Show on the _Board"), "link.show");
  g_menu_append_section (menu, NULL, G_MENU_MODEL (others));
  return G_MENU_MODEL (menu);
}

static void
take_away_cb (gpointer popover)
{
  gtk_widget_unparent (popover);
  g_object_unref (popover);
}

/* Not while its item is still being activated. */
static void
closed_cb (GtkWidget *popover)
{
  g_idle_add_once (take_away_cb, g_object_ref (popover));
}

static void
menu_wanted_cb (TrioSummaryClusters *clusters,
                gint64 note,
                GtkWidget *row,
                double x,
                double y,
                TrioSummaryPage *self)
{
  g_autoptr (GSimpleActionGroup) actions = g_simple_action_group_new ();
  g_autoptr (GMenuModel) menu = create_menu (self, actions, note);
  GtkWidget *popover = gtk_popover_menu_new_from_model (menu);
  GdkRectangle place = { (int)x, (int)y, 1, 1 };

  gtk_widget_insert_action_group (popover, "link", G_ACTION_GROUP (actions));
  gtk_widget_set_parent (popover, row);
  gtk_popover_set_pointing_to (GTK_POPOVER (popover), &place);
  gtk_popover_set_has_arrow (GTK_POPOVER (popover), FALSE);
  gtk_widget_set_halign (popover, GTK_ALIGN_START);
  g_signal_connect (popover, "closed", G_CALLBACK (closed_cb), NULL);
  /* The row may go first, when the inputs change. */
  g_signal_connect_object (row, "destroy", G_CALLBACK (gtk_widget_unparent), popover,
                           G_CONNECT_SWAPPED);
  gtk_popover_popup (GTK_POPOVER (popover));
}

/* From the pages to the text and to the inputs */

static TrioId
find_theme_of (TrioSummaryPage *self, const TrioRecord *record)
{
  const TrioRecord *station;

  switch (record->kind)
    {
    case TRIO_KIND_THEME:
      return record->id;
    case TRIO_KIND_SUMMARY:
      return trio_record_get_ref (record, TRIO_SUMMARY_THEME);
    case TRIO_KIND_NOTE:
      station
          = trio_model_get_record (self->model, trio_record_get_ref (record, TRIO_NOTE_STATION));
      return station != NULL ? trio_record_get_ref (station, TRIO_STATION_THEME) : 0;
    default:
      return 0;
    }
}

/**
 * trio_summary_page_go_to_place:
 * @self: the page
 * @anchor: what the preview says about a place
 *
 * Goes to the summary, or to the input, that stands there.
 */
void
trio_summary_page_go_to_place (TrioSummaryPage *self, const char *anchor)
{
  const TrioRecord *record;
  TrioId object;
  TrioId theme;
  guint field;

  if (self->model == NULL || !trio_preview_place_find (self->model, anchor, &object, &field))
    return;
  record = trio_model_get_record (self->model, object);
  theme = find_theme_of (self, record);
  if (theme == 0)
    {
      gtk_widget_activate_action (GTK_WIDGET (self), "win.show-object", "(xu)", (gint64)object,
                                  (guint32)field);
      return;
    }
  if (theme != self->theme)
    gtk_widget_activate_action (GTK_WIDGET (self), "win.show-summary", "x", (gint64)theme);
  if (record->kind != TRIO_KIND_NOTE || theme != self->theme
      || !trio_summary_clusters_reveal (self->clusters, object))
    gtk_widget_grab_focus (GTK_WIDGET (self->editor));
}

/**
 * trio_summary_page_init_links:
 * @self: the page
 *
 * Connects inputs, text and pages.
 */
void
trio_summary_page_init_links (TrioSummaryPage *self)
{
  trio_summary_drag_accept (self->editor);
  g_signal_connect (self->editor, "notes-dropped", G_CALLBACK (dropped_cb), self);
  g_signal_connect (self->clusters, "link", G_CALLBACK (link_cb), self);
  g_signal_connect (self->clusters, "menu-wanted", G_CALLBACK (menu_wanted_cb), self);
  g_signal_connect_swapped (self->preview, "place-pressed",
                            G_CALLBACK (trio_summary_page_go_to_place), self);
}
