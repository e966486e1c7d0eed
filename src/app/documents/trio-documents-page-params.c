/* trio-documents-page-params.c: the values that a template asks for, as rows.
 *
 * What the workshop itself knows is not asked for again; it is filled in on the page Setup. Rows
 * are made anew only for another template, so that typing is never interrupted.
 */
#include "config.h"

#include "app/documents/trio-documents-page-private.h"

#include <glib/gi18n.h>

#include "app/documents/trio-document-memory.h"
#include "app/trio-compat.h"
#include "app/trio-document-values.h"
#include "document/trio-builder.h"

typedef struct
{
  TrioDocumentsPage *page;
  const TrioParam *param; /* of the template that the page holds */
  GtkWidget *row;         /* what is in the group */
  GtkWidget *field;       /* what holds the value */
} ParamRow;

static const char *
get_value (TrioDocumentsPage *self, TrioBuildOptions *options, const TrioParam *param)
{
  const char *value = trio_build_options_get_parameter (options, param->name);

  if (value == NULL && param->type == TRIO_PARAM_YESNO)
    value = param->fallback;
  return value != NULL ? value : "";
}

static void
set_value (ParamRow *row, const char *value)
{
  TrioDocumentsPage *self = row->page;
  g_autoptr (GError) error = NULL;
  TrioId document;

  if (self->is_updating || self->model == NULL)
    return;
  document = trio_document_memory_set_parameter (self->model, self->document, self->type,
                                                 row->param->name, value, &error);
  if (document == 0)
    {
      trio_documents_page_tell (self, error);
      return;
    }
  if (row->param->remember)
    trio_document_values_remember (row->param->name, value);
  trio_documents_page_take_document (self, document);
}

static void
entry_changed_cb (GtkEditable *entry, ParamRow *row)
{
  set_value (row, gtk_editable_get_text (entry));
}

static void
switch_changed_cb (GtkSwitch *toggle, GParamSpec *pspec, ParamRow *row)
{
  set_value (row, gtk_switch_get_active (toggle) ? "yes" : "no");
}

static char *
dup_buffer (GtkTextBuffer *buffer)
{
  GtkTextIter start;
  GtkTextIter end;

  gtk_text_buffer_get_bounds (buffer, &start, &end);
  return gtk_text_buffer_get_text (buffer, &start, &end, TRUE);
}

static void
buffer_changed_cb (GtkTextBuffer *buffer, ParamRow *row)
{
  g_autofree char *text = dup_buffer (buffer);

  set_value (row, text);
}

static void
picture_chosen_cb (GFile *file, gpointer user_data)
{
  g_autoptr (TrioDocumentsPage) self = user_data;
  g_autofree char *path = file != NULL ? g_file_get_path (file) : NULL;
  g_autofree char *name = g_object_steal_data (G_OBJECT (self), "picture");
  g_autofree char *kept = NULL;

  if (path == NULL || name == NULL || self->model == NULL)
    return;
  kept = trio_document_dup_picture_path (self->library, path);
  for (guint i = 0; i < self->params->len; i++)
    if (g_str_equal (((ParamRow *)self->params->pdata[i])->param->name, name))
      set_value (self->params->pdata[i], kept);
}

static void
picture_clicked_cb (GtkButton *button, ParamRow *row)
{
  g_object_set_data_full (G_OBJECT (row->page), "picture", g_strdup (row->param->name), g_free);
  trio_compat_open_file (GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (button))), row->param->label,
                         TRIO_FILE_ANY, picture_chosen_cb, g_object_ref (row->page));
}

static void
add_entry (ParamRow *row)
{
  g_autofree char *title = NULL;

  row->row = adw_entry_row_new ();
  row->field = row->row;
  if (row->param->type == TRIO_PARAM_DATE)
    title = g_strdup_printf (_ ("%s (year-month-day)"), row->param->label);
  else
    title = g_strdup (row->param->label);
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row->row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row->row), title);
  gtk_widget_set_tooltip_text (row->row, row->param->hint);
  g_signal_connect (row->field, "changed", G_CALLBACK (entry_changed_cb), row);
}

static void
add_switch (ParamRow *row)
{
  row->row = adw_action_row_new ();
  row->field = gtk_switch_new ();
  gtk_widget_set_valign (row->field, GTK_ALIGN_CENTER);
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row->row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row->row), row->param->label);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row->row), row->field);
  adw_action_row_set_activatable_widget (ADW_ACTION_ROW (row->row), row->field);
  gtk_widget_set_focusable (row->row, FALSE); /* the field has the focus, and tells its state */
  g_signal_connect (row->field, "notify::active", G_CALLBACK (switch_changed_cb), row);
}

static void
add_picture (ParamRow *row)
{
  GtkWidget *button = gtk_button_new_with_mnemonic (_ ("_Choose…"));

  row->row = adw_action_row_new ();
  row->field = row->row;
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row->row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row->row), row->param->label);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row->row), button);
  g_signal_connect (button, "clicked", G_CALLBACK (picture_clicked_cb), row);
}

static void
add_text (ParamRow *row)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 4);
  GtkWidget *label = gtk_label_new (row->param->label);
  GtkWidget *view = gtk_text_view_new ();

  row->row = gtk_list_box_row_new ();
  row->field = view;
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row->row), FALSE);
  gtk_widget_set_focusable (row->row, FALSE);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_add_css_class (label, "caption");
  gtk_widget_add_css_class (label, "dim-label");
  gtk_text_view_set_wrap_mode (GTK_TEXT_VIEW (view), GTK_WRAP_WORD_CHAR);
  gtk_text_view_set_accepts_tab (GTK_TEXT_VIEW (view), FALSE);
  gtk_widget_add_css_class (box, "trio-param-text");
  gtk_box_append (GTK_BOX (box), label);
  gtk_box_append (GTK_BOX (box), view);
  if (row->param->hint != NULL)
    {
      GtkWidget *hint = gtk_label_new (row->param->hint);

      gtk_label_set_xalign (GTK_LABEL (hint), 0);
      gtk_label_set_wrap (GTK_LABEL (hint), TRUE);
      gtk_widget_add_css_class (hint, "caption");
      gtk_widget_add_css_class (hint, "dim-label");
      gtk_box_append (GTK_BOX (box), hint);
    }
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row->row), box);
  gtk_accessible_update_property (GTK_ACCESSIBLE (view), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  row->param->label, -1);
  g_signal_connect (gtk_text_view_get_buffer (GTK_TEXT_VIEW (view)), "changed",
                    G_CALLBACK (buffer_changed_cb), row);
}

static void
add_row (TrioDocumentsPage *self, const TrioParam *param)
{
  ParamRow *row = g_new0 (ParamRow, 1);

  row->page = self;
  row->param = param;
  switch (param->type)
    {
    case TRIO_PARAM_YESNO:
      add_switch (row);
      break;
    case TRIO_PARAM_IMAGE:
      add_picture (row);
      break;
    case TRIO_PARAM_MULTILINE:
    case TRIO_PARAM_NAMES:
    case TRIO_PARAM_ROWS:
      add_text (row);
      break;
    case TRIO_PARAM_TEXT:
    case TRIO_PARAM_DATE:
    case TRIO_PARAM_NUMBER:
    case TRIO_PARAM_CASE_NUMBER:
      add_entry (row);
      break;
    }
  adw_preferences_group_add (self->params_group, row->row);
  g_ptr_array_add (self->params, row);
}

static void
show_value (ParamRow *row, const char *value)
{
  if (GTK_IS_SWITCH (row->field))
    gtk_switch_set_active (GTK_SWITCH (row->field), g_str_equal (value, "yes"));
  else if (GTK_IS_EDITABLE (row->field))
    {
      if (!g_str_equal (gtk_editable_get_text (GTK_EDITABLE (row->field)), value))
        gtk_editable_set_text (GTK_EDITABLE (row->field), value);
    }
  else if (GTK_IS_TEXT_VIEW (row->field))
    {
      GtkTextBuffer *buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (row->field));
      g_autofree char *text = dup_buffer (buffer);

      if (!g_str_equal (text, value))
        gtk_text_buffer_set_text (buffer, value, -1);
    }
  else
    adw_action_row_set_subtitle (ADW_ACTION_ROW (row->row), value);
}

static void
make_rows (TrioDocumentsPage *self, TrioTemplate *tmpl)
{
  const GPtrArray *params = trio_template_get_params (tmpl);

  for (guint i = 0; i < self->params->len; i++)
    adw_preferences_group_remove (self->params_group, ((ParamRow *)self->params->pdata[i])->row);
  g_ptr_array_set_size (self->params, 0);
  g_clear_pointer (&self->tmpl, trio_template_unref);
  self->tmpl = trio_template_ref (tmpl);
  for (guint i = 0; i < params->len; i++)
    {
      const TrioParam *param = params->pdata[i];

      if (trio_kind_find_field (TRIO_KIND_WORKSHOP, param->name) == TRIO_NO_FIELD)
        add_row (self, param);
    }
  gtk_widget_set_visible (GTK_WIDGET (self->params_group), self->params->len > 0);
}

/* Says what the document has a place for and the workshop no words for. */
static void
show_missing (TrioDocumentsPage *self, TrioSnapshot *snapshot, TrioBuildOptions *options)
{
  g_autoptr (GPtrArray) missing = trio_builder_list_missing (snapshot, self->tmpl, options);
  g_autoptr (GString) list = g_string_new (NULL);
  g_autofree char *text = NULL;

  for (guint i = 0; i < missing->len; i++)
    {
      const TrioParam *param = missing->pdata[i];

      if (trio_kind_find_field (TRIO_KIND_WORKSHOP, param->name) != TRIO_NO_FIELD)
        g_string_append_printf (list, "%s%s", list->len > 0 ? ", " : "", param->label);
    }
  gtk_widget_set_visible (GTK_WIDGET (self->missing_row), list->len > 0);
  /* Translators: %s is a list of what a workshop has no words for, such as “aim, place” */
  text = g_strdup_printf (_ ("Nothing has been written for: %s."), list->str);
  adw_action_row_set_subtitle (self->missing_row, text);
}

/**
 * trio_documents_page_update_params:
 * @self: the page
 *
 * Shows what the template of the document asks for, and what the document remembers of it.
 */
void
trio_documents_page_update_params (TrioDocumentsPage *self)
{
  g_autoptr (TrioSnapshot) snapshot = trio_model_dup_snapshot (self->model);
  TrioDocumentSettings settings = trio_document_settings_for (snapshot, self->document, self->type);
  g_autoptr (TrioBuildOptions) options = trio_document_options_for (snapshot, self->document);
  g_autoptr (TrioTemplate) tmpl
      = trio_document_choose_template (snapshot, self->library, &settings, NULL, NULL);

  if (tmpl == NULL)
    return;
  self->is_updating = TRUE;
  if (tmpl != self->tmpl)
    make_rows (self, tmpl);
  for (guint i = 0; i < self->params->len; i++)
    {
      ParamRow *row = self->params->pdata[i];

      show_value (row, get_value (self, options, row->param));
    }
  gtk_widget_set_visible (self->earlier_group, g_str_equal (self->type, "status"));
  gtk_widget_set_sensitive (GTK_WIDGET (self->params_group),
                            !trio_model_get_read_only (self->model));
  self->is_updating = FALSE;
  show_missing (self, snapshot, options);
}

static void
earlier_cb (TrioDocumentsPage *self)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "win.earlier-events", "x", (gint64)self->document);
}

/**
 * trio_documents_page_init_params:
 * @self: the page
 *
 * Gets the group of rows ready.
 */
void
trio_documents_page_init_params (TrioDocumentsPage *self)
{
  gtk_widget_hide (GTK_WIDGET (self->params_group));
  gtk_widget_hide (GTK_WIDGET (self->missing_row));
  g_signal_connect_swapped (self->earlier_button, "clicked", G_CALLBACK (earlier_cb), self);
}

/**
 * trio_documents_page_get_parameter:
 * @self: the page
 * @name: a parameter of the document's template
 *
 * Returns: (transfer none) (nullable): the widget that holds its value
 */
GtkWidget *
trio_documents_page_get_parameter (TrioDocumentsPage *self, const char *name)
{
  g_return_val_if_fail (TRIO_IS_DOCUMENTS_PAGE (self) && name != NULL, NULL);

  for (guint i = 0; i < self->params->len; i++)
    {
      ParamRow *row = self->params->pdata[i];

      if (g_str_equal (row->param->name, name))
        return row->field;
    }
  return NULL;
}
