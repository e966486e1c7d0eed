/* trio-documents-page-settings.c: template, language, numbering and order of themes. */
#include "config.h"

#include "app/documents/trio-documents-page-private.h"

#include <glib/gi18n.h>

#include "app/documents/trio-document-memory.h"
#include "app/widgets/trio-choices.h"
#include "app/widgets/trio-reorder.h"

/* As in the rows. */
static const char *const languages[] = { "", "da", "en" };
static const char *const numberings[] = { "", "1.", "1)", "" };

#define LABELLED 3 /* the label is a word of the document's language */

static const char *
get_field (TrioDocumentsPage *self, guint field)
{
  TrioObject *document
      = self->document != 0 ? trio_model_get_object (self->model, self->document) : NULL;

  return document != NULL ? trio_object_get_text (document, field) : "";
}

static void
set_field (TrioDocumentsPage *self, guint field, const char *text)
{
  g_autoptr (GError) error = NULL;
  TrioId document;

  if (self->is_updating || self->model == NULL || g_str_equal (get_field (self, field), text))
    return;
  document = trio_document_memory_set_field (self->model, self->document, self->type, field, text,
                                             &error);
  if (document != 0)
    trio_documents_page_take_document (self, document);
  else
    trio_documents_page_tell (self, error);
}

static const char *
get_language (TrioDocumentsPage *self)
{
  g_autoptr (TrioSnapshot) snapshot = trio_model_dup_snapshot (self->model);
  const char *lang
      = trio_document_get_language (snapshot, get_field (self, TRIO_DOCUMENT_LANGUAGE));

  return g_str_equal (lang, "en") ? "en" : "da";
}

static guint
find_numbering (TrioDocumentsPage *self)
{
  const char *numbering = get_field (self, TRIO_DOCUMENT_NUMBERING);

  for (guint i = 0; i < LABELLED; i++)
    if (g_str_equal (numberings[i], numbering))
      return i;
  return LABELLED;
}

static void
template_chosen_cb (AdwComboRow *row, GParamSpec *pspec, TrioDocumentsPage *self)
{
  guint selected = adw_combo_row_get_selected (row);

  if (selected < self->templates->len)
    set_field (self, TRIO_DOCUMENT_TEMPLATE, self->templates->pdata[selected]);
}

static void
language_chosen_cb (AdwComboRow *row, GParamSpec *pspec, TrioDocumentsPage *self)
{
  guint selected = adw_combo_row_get_selected (row);

  if (self->is_updating || selected >= G_N_ELEMENTS (languages))
    return;
  /* A template speaks one language. */
  set_field (self, TRIO_DOCUMENT_TEMPLATE, "");
  set_field (self, TRIO_DOCUMENT_LANGUAGE, languages[selected]);
}

static void
numbering_chosen_cb (AdwComboRow *row, GParamSpec *pspec, TrioDocumentsPage *self)
{
  guint selected = adw_combo_row_get_selected (row);
  const char *numbering;

  if (self->is_updating || self->model == NULL || selected >= G_N_ELEMENTS (numberings))
    return;
  numbering = numberings[selected];
  if (selected == LABELLED)
    numbering = g_str_equal (get_language (self), "da") ? "TEMA 1:" : "THEME 1:";
  set_field (self, TRIO_DOCUMENT_NUMBERING, numbering);
}

static guint
find_string (const char *const *strings, guint n, const char *wanted)
{
  for (guint i = 0; i < n; i++)
    if (g_str_equal (strings[i], wanted))
      return i;
  return 0;
}

static void
update_templates (TrioDocumentsPage *self)
{
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);
  const GPtrArray *entries = trio_template_library_get_entries (self->library);
  const char *lang = get_language (self);

  g_ptr_array_set_size (self->templates, 0);
  g_ptr_array_add (self->templates, g_strdup (""));
  /* Translators: the template that is used when none was chosen */
  gtk_string_list_append (names, C_ ("template", "The usual one"));
  for (guint i = 0; i < entries->len; i++)
    {
      const TrioTemplateEntry *entry = entries->pdata[i];

      if (entry->is_hidden || entry->tmpl == NULL
          || !g_str_equal (trio_template_get_kind (entry->tmpl), self->type)
          || !g_str_equal (trio_template_get_lang (entry->tmpl), lang))
        continue;
      g_ptr_array_add (self->templates, g_strdup (entry->id));
      gtk_string_list_append (names, trio_template_get_name (entry->tmpl));
    }
  trio_choices_set_names (GTK_WIDGET (self->template_row), names);
  adw_combo_row_set_selected (self->template_row,
                              find_string ((const char *const *)self->templates->pdata,
                                           self->templates->len,
                                           get_field (self, TRIO_DOCUMENT_TEMPLATE)));
  /* With one template there is nothing to choose. */
  gtk_widget_set_visible (GTK_WIDGET (self->template_row), self->templates->len > 2);
}

/**
 * trio_documents_page_update_settings:
 * @self: the page
 *
 * Shows which template, language and numbering the document has.
 */
void
trio_documents_page_update_settings (TrioDocumentsPage *self)
{
  self->is_updating = TRUE;
  update_templates (self);
  adw_combo_row_set_selected (self->language_row,
                              find_string (languages, G_N_ELEMENTS (languages),
                                           get_field (self, TRIO_DOCUMENT_LANGUAGE)));
  adw_combo_row_set_selected (self->numbering_row, find_numbering (self));
  gtk_widget_set_sensitive (GTK_WIDGET (self->form_group), !trio_model_get_read_only (self->model));
  self->is_updating = FALSE;
}

/* Order of themes */

static GArray *
dup_order (TrioDocumentsPage *self)
{
  GArray *order = g_array_new (FALSE, FALSE, sizeof (TrioId));
  g_autoptr (TrioSnapshot) snapshot = trio_model_dup_snapshot (self->model);
  g_autoptr (TrioBuildOptions) options = trio_document_options_for (snapshot, self->document);
  const GArray *first = trio_build_options_get_themes (options);
  GPtrArray *all = trio_snapshot_get_all (snapshot, TRIO_KIND_THEME);

  g_array_append_vals (order, first->data, first->len);
  for (guint i = 0; i < all->len; i++)
    {
      TrioId theme = ((const TrioRecord *)all->pdata[i])->id;
      gboolean is_there = FALSE;

      for (guint j = 0; j < first->len; j++)
        is_there = is_there || g_array_index (first, TrioId, j) == theme;
      if (!is_there)
        g_array_append_val (order, theme);
    }
  return order;
}

static void
move_theme (TrioDocumentsPage *self, guint from, int step)
{
  g_autoptr (GArray) order = dup_order (self);
  g_autoptr (GError) error = NULL;
  int to = (int)from + step;
  TrioId theme;
  TrioId document;

  if (from >= order->len || to < 0 || to >= (int)order->len)
    return;
  theme = g_array_index (order, TrioId, from);
  g_array_remove_index (order, from);
  g_array_insert_val (order, (guint)to, theme);
  document
      = trio_document_memory_set_themes (self->model, self->document, self->type,
                                         (const TrioId *)(void *)order->data, order->len, &error);
  if (document != 0)
    trio_documents_page_take_document (self, document);
  else
    trio_documents_page_tell (self, error);
  if (document != 0 && (guint)to < self->theme_rows->len)
    gtk_widget_grab_focus (self->theme_rows->pdata[to]);
}

static void
move_clicked_cb (GtkButton *button, TrioDocumentsPage *self)
{
  guint index = GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (button), "index"));
  int step = GPOINTER_TO_INT (g_object_get_data (G_OBJECT (button), "step"));

  move_theme (self, index, step);
}

static gboolean
theme_key_cb (GtkEventControllerKey *controller,
              guint keyval,
              guint keycode,
              GdkModifierType state,
              TrioDocumentsPage *self)
{
  GtkWidget *row = gtk_event_controller_get_widget (GTK_EVENT_CONTROLLER (controller));
  guint index;

  if (!(state & GDK_ALT_MASK) || (keyval != GDK_KEY_Up && keyval != GDK_KEY_Down)
      || !g_ptr_array_find (self->theme_rows, row, &index))
    return FALSE;
  move_theme (self, index, keyval == GDK_KEY_Up ? -1 : 1);
  return TRUE;
}

static void
dropped_cb (GtkWidget *dragged, GtkWidget *target, gboolean is_after)
{
  TrioDocumentsPage *self
      = TRIO_DOCUMENTS_PAGE (gtk_widget_get_ancestor (target, TRIO_TYPE_DOCUMENTS_PAGE));
  guint from;
  guint to;

  if (!g_ptr_array_find (self->theme_rows, dragged, &from)
      || !g_ptr_array_find (self->theme_rows, target, &to))
    return;
  to += is_after ? 1 : 0;
  move_theme (self, from, (int)(to > from ? to - 1 : to) - (int)from);
}

static void
add_handle (GtkWidget *row, const char *title)
{
  GtkWidget *handle = gtk_image_new_from_icon_name ("list-drag-handle-symbolic");

  gtk_widget_add_css_class (handle, "dim-label");
  gtk_widget_set_tooltip_text (handle, _ ("Drag to move, or Alt and an arrow key"));
  adw_action_row_add_prefix (ADW_ACTION_ROW (row), handle);
  trio_reorder_add (row, handle, title, dropped_cb);
}

static void
add_move_button (TrioDocumentsPage *self, GtkWidget *row, guint index, int step, gboolean can)
{
  GtkWidget *button
      = gtk_button_new_from_icon_name (step < 0 ? "go-up-symbolic" : "go-down-symbolic");
  const char *name = step < 0 ? _ ("Move Up (Alt+Up)") : _ ("Move Down (Alt+Down)");

  g_object_set_data (G_OBJECT (button), "index", GUINT_TO_POINTER (index));
  g_object_set_data (G_OBJECT (button), "step", GINT_TO_POINTER (step));
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_tooltip_text (button, name);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  gtk_widget_set_sensitive (button, can);
  g_signal_connect (button, "clicked", G_CALLBACK (move_clicked_cb), self);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), button);
}

/**
 * trio_documents_page_update_themes:
 * @self: the page
 *
 * Lists the themes in the order that the document has.
 */
void
trio_documents_page_update_themes (TrioDocumentsPage *self)
{
  g_autoptr (GArray) order = dup_order (self);
  gboolean can_change = !trio_model_get_read_only (self->model);

  for (guint i = 0; i < self->theme_rows->len; i++)
    adw_preferences_group_remove (self->themes_group, self->theme_rows->pdata[i]);
  g_ptr_array_set_size (self->theme_rows, 0);
  for (guint i = 0; i < order->len; i++)
    {
      TrioObject *theme = trio_model_get_object (self->model, g_array_index (order, TrioId, i));
      GtkWidget *row = adw_action_row_new ();
      GtkEventController *keys = gtk_event_controller_key_new ();
      g_autofree char *title
          = g_strdup_printf ("%u. %s", i + 1, trio_object_get_text (theme, TRIO_THEME_TITLE));

      adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
      adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
      if (can_change)
        add_handle (row, title);
      add_move_button (self, row, i, -1, can_change && i > 0);
      add_move_button (self, row, i, 1, can_change && i + 1 < order->len);
      g_signal_connect (keys, "key-pressed", G_CALLBACK (theme_key_cb), self);
      gtk_widget_add_controller (row, keys);
      adw_preferences_group_add (self->themes_group, row);
      g_ptr_array_add (self->theme_rows, row);
    }
  gtk_widget_set_visible (GTK_WIDGET (self->themes_group), order->len > 1);
  gtk_widget_set_visible (self->reset_button, *get_field (self, TRIO_DOCUMENT_THEME_ORDER) != '\0');
}

static void
reset_cb (GtkButton *button, TrioDocumentsPage *self)
{
  set_field (self, TRIO_DOCUMENT_THEME_ORDER, "");
}

/**
 * trio_documents_page_init_settings:
 * @self: the page
 *
 * Fills and connects the rows.
 */
void
trio_documents_page_init_settings (TrioDocumentsPage *self)
{
  const char *const language_names[] = { _ ("As the workshop"), "Dansk", "English", NULL };
  const char *const numbering_names[]
      = { C_ ("numbering", "As in the template"), "1.  2.  3.", "1)  2)  3)",
          C_ ("numbering", "THEME 1:  THEME 2:"), NULL };
  g_autoptr (GtkStringList) language_list = gtk_string_list_new (language_names);
  g_autoptr (GtkStringList) numbering_list = gtk_string_list_new (numbering_names);

  self->is_updating = TRUE;
  adw_combo_row_set_model (self->language_row, G_LIST_MODEL (language_list));
  adw_combo_row_set_model (self->numbering_row, G_LIST_MODEL (numbering_list));
  self->is_updating = FALSE;
  g_signal_connect (self->template_row, "notify::selected", G_CALLBACK (template_chosen_cb), self);
  g_signal_connect (self->language_row, "notify::selected", G_CALLBACK (language_chosen_cb), self);
  g_signal_connect (self->numbering_row, "notify::selected", G_CALLBACK (numbering_chosen_cb),
                    self);
  g_signal_connect (self->reset_button, "clicked", G_CALLBACK (reset_cb), self);
}
