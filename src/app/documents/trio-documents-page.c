/* trio-documents-page.c: every document of the workshop, with its pages beside it.
 *
 * What is chosen here is remembered in the workshop, as steps that can be undone. The page knows
 * a document by its number, or by its type as long as nothing about it was changed.
 */
#include "config.h"

#include "app/documents/trio-documents-page-private.h"

#include <glib/gi18n.h>

#include "app/documents/trio-document-memory.h"
#include "app/documents/trio-document-types.h"
#include "app/trio-compat.h"

static void page_interface_init (TrioPageInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (TrioDocumentsPage,
                               trio_documents_page,
                               ADW_TYPE_BIN,
                               G_IMPLEMENT_INTERFACE (TRIO_TYPE_PAGE, page_interface_init))

static void
update_all (TrioDocumentsPage *self)
{
  trio_documents_page_update_chooser (self);
  trio_documents_page_update_settings (self);
  trio_documents_page_update_themes (self);
  trio_documents_page_update_params (self);
  trio_documents_page_update_sent (self);
  trio_documents_page_update_exports (self);
}

static void
chosen_cb (GtkDropDown *chooser, GParamSpec *pspec, TrioDocumentsPage *self)
{
  guint selected = gtk_drop_down_get_selected (chooser);
  const Choice *choice;

  if (self->is_updating || self->model == NULL || selected >= self->choices->len)
    return;
  choice = &g_array_index (self->choices, Choice, selected);
  trio_documents_page_show_document (self, choice->document, choice->type);
}

/**
 * trio_documents_page_take_document:
 * @self: the page
 * @document: number of the document, once a change was remembered
 *
 * From now on the page shows a document that the workshop remembers.
 */
void
trio_documents_page_take_document (TrioDocumentsPage *self, TrioId document)
{
  if (document == 0 || document == self->document)
    return;
  self->document = document;
  trio_preview_source_set_document (trio_page_preview_get_source (self->preview), document,
                                    self->type);
  trio_documents_page_update_chooser (self);
  trio_documents_page_update_sent (self);
}

/**
 * trio_documents_page_tell:
 * @self: the page
 * @error: why something was refused
 *
 * Tells that something was not done.
 */
void
trio_documents_page_tell (TrioDocumentsPage *self, const GError *error)
{
  trio_page_notice (TRIO_PAGE (self), error->message, FALSE);
}

/**
 * trio_documents_page_get_path:
 * @self: the page
 *
 * Returns: (transfer none) (nullable): the workshop's file
 */
const char *
trio_documents_page_get_path (TrioDocumentsPage *self)
{
  return self->store != NULL ? trio_store_get_path (self->store) : NULL;
}

static void
show_remarks (TrioDocumentsPage *self)
{
  const GPtrArray *remarks
      = trio_preview_source_get_remarks (trio_page_preview_get_source (self->preview));
  g_autoptr (GString) text = g_string_new (NULL);
  guint n_params = self->tmpl != NULL ? trio_template_get_params (self->tmpl)->len : 0;

  for (guint i = 0; remarks != NULL && i < remarks->len && n_params > 0; i++)
    g_string_append_printf (text, "%s%s", i > 0 ? "\n" : "", (const char *)remarks->pdata[i]);
  gtk_label_set_label (self->remarks_label, text->str);
  gtk_widget_set_visible (self->remarks_box, text->len > 0);
}

static void
made_cb (TrioDocumentsPage *self)
{
  show_remarks (self);
  trio_documents_page_queue_check (self);
  trio_documents_page_find_states (self);
}

static void
committed_cb (TrioModel *model, TrioTransaction *transaction, TrioDocumentsPage *self)
{
  gboolean has_documents = FALSE;
  gboolean has_themes = FALSE;

  for (guint i = 0; i < transaction->records->len + transaction->deleted->len; i++)
    {
      const TrioRecord *record = i < transaction->records->len
                                     ? transaction->records->pdata[i]
                                     : transaction->deleted->pdata[i - transaction->records->len];

      has_documents = has_documents || record->kind == TRIO_KIND_DOCUMENT;
      has_themes
          = has_themes || record->kind == TRIO_KIND_THEME || record->kind == TRIO_KIND_WORKSHOP;
    }
  if (self->document != 0 && trio_model_get_object (model, self->document) == NULL)
    {
      trio_documents_page_show_document (self, 0, self->type);
      return;
    }
  if (self->document == 0 && has_documents && trio_document_memory_find (model, self->type) != 0
      && !self->is_updating)
    trio_documents_page_take_document (self, trio_document_memory_find (model, self->type));
  if (has_documents || has_themes)
    update_all (self);
}

/* As a page */

static void
drop_model (TrioDocumentsPage *self)
{
  trio_documents_page_stop_check (self);
  if (self->model != NULL)
    g_signal_handlers_disconnect_by_data (self->model, self);
  if (self->looking != NULL)
    g_cancellable_cancel (self->looking);
  g_clear_object (&self->looking);
  if (self->making != NULL)
    g_cancellable_cancel (self->making);
  g_clear_object (&self->making);
  g_clear_object (&self->model);
  g_clear_object (&self->store);
  g_clear_pointer (&self->library, trio_template_library_free);
  g_clear_pointer (&self->tmpl, trio_template_unref);
  self->document = 0;
}

static void
trio_documents_page_set_model (TrioPage *page, TrioModel *model)
{
  TrioDocumentsPage *self = TRIO_DOCUMENTS_PAGE (page);

  drop_model (self);
  trio_preview_source_set_model (trio_page_preview_get_source (self->preview), model, NULL);
  if (model == NULL)
    return;
  self->model = g_object_ref (model);
  self->library = trio_template_library_new ();
  g_signal_connect (model, "committed", G_CALLBACK (committed_cb), self);
  trio_documents_page_show_document (self, trio_document_memory_find (model, "notat"), "notat");
}

static void
trio_documents_page_set_store (TrioPage *page, TrioStore *store)
{
  TrioDocumentsPage *self = TRIO_DOCUMENTS_PAGE (page);

  g_set_object (&self->store, store);
  g_clear_pointer (&self->library, trio_template_library_free);
  self->library = trio_template_library_new_for_file (trio_store_get_path (store));
  trio_preview_source_set_model (trio_page_preview_get_source (self->preview), self->model,
                                 trio_store_get_path (store));
  update_all (self);
}

static gboolean
trio_documents_page_focus_next_pane (TrioPage *page, GtkWidget *focus)
{
  TrioDocumentsPage *self = TRIO_DOCUMENTS_PAGE (page);
  GtkWidget *panes[] = { GTK_WIDGET (self->chooser), GTK_WIDGET (self->stack), self->export_button,
                         GTK_WIDGET (self->preview) };
  guint first = 0;

  for (guint i = 0; focus != NULL && i < G_N_ELEMENTS (panes); i++)
    if (focus == panes[i] || gtk_widget_is_ancestor (focus, panes[i]))
      first = i + 1;
  for (guint i = first; i < G_N_ELEMENTS (panes); i++)
    if (gtk_widget_get_mapped (panes[i])
        && (gtk_widget_grab_focus (panes[i])
            || gtk_widget_child_focus (panes[i], GTK_DIR_TAB_FORWARD)))
      return TRUE;
  return FALSE;
}

static void
page_interface_init (TrioPageInterface *iface)
{
  iface->set_model = trio_documents_page_set_model;
  iface->set_store = trio_documents_page_set_store;
  iface->focus_next_pane = trio_documents_page_focus_next_pane;
}

/* A template may have been changed while somebody looked elsewhere. */
static void
map_cb (TrioDocumentsPage *self)
{
  if (self->model == NULL)
    return;
  g_clear_pointer (&self->library, trio_template_library_free);
  self->library = trio_template_library_new_for_file (trio_documents_page_get_path (self));
  trio_preview_source_reload_templates (trio_page_preview_get_source (self->preview));
  update_all (self);
}

static gboolean
trio_documents_page_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (GTK_WIDGET (TRIO_DOCUMENTS_PAGE (widget)->chooser));
}

static void
trio_documents_page_dispose (GObject *object)
{
  TrioDocumentsPage *self = TRIO_DOCUMENTS_PAGE (object);

  if (self->preview != NULL)
    g_signal_handlers_disconnect_by_data (trio_page_preview_get_source (self->preview), self);
  self->preview = NULL;
  drop_model (self);

  G_OBJECT_CLASS (trio_documents_page_parent_class)->dispose (object);
}

static void
trio_documents_page_finalize (GObject *object)
{
  TrioDocumentsPage *self = TRIO_DOCUMENTS_PAGE (object);

  g_array_unref (self->choices);
  g_ptr_array_unref (self->templates);
  g_ptr_array_unref (self->theme_rows);
  g_ptr_array_unref (self->params);
  g_ptr_array_unref (self->history_rows);
  g_ptr_array_unref (self->export_rows);
  g_clear_pointer (&self->report, trio_gate_report_unref);

  G_OBJECT_CLASS (trio_documents_page_parent_class)->finalize (object);
}

#define BIND(child) gtk_widget_class_bind_template_child (widget_class, TrioDocumentsPage, child)

static void
bind_children (GtkWidgetClass *widget_class)
{
  BIND (chooser);
  BIND (more_button);
  BIND (description);
  BIND (state);
  BIND (stack);
  BIND (form_group);
  BIND (template_row);
  BIND (language_row);
  BIND (numbering_row);
  BIND (themes_group);
  BIND (reset_button);
  BIND (earlier_group);
  BIND (earlier_button);
  BIND (params_group);
  BIND (missing_row);
  BIND (remarks_box);
  BIND (remarks_label);
  BIND (gate_line);
  BIND (findings);
  BIND (recipients_row);
  BIND (date_row);
  BIND (sent_button);
  BIND (history_group);
  BIND (exports_group);
  BIND (export_button);
  BIND (print_button);
  BIND (copy_button);
  BIND (spinner);
  BIND (preview);
}

static void
trio_documents_page_class_init (TrioDocumentsPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  g_type_ensure (TRIO_TYPE_PAGE_PREVIEW);

  G_OBJECT_CLASS (klass)->dispose = trio_documents_page_dispose;
  G_OBJECT_CLASS (klass)->finalize = trio_documents_page_finalize;
  widget_class->grab_focus = trio_documents_page_grab_focus;
  trio_compat_focus_children (widget_class);

  trio_documents_page_install_chooser_actions (widget_class);
  trio_documents_page_install_check_actions (widget_class);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/dk/trio/Stations/trio-documents-page.ui");
  bind_children (widget_class);
}

static void
trio_documents_page_init (TrioDocumentsPage *self)
{
  TrioPreviewSource *source;

  self->type = trio_document_type_get (0)->id;
  self->choices = g_array_new (FALSE, FALSE, sizeof (Choice));
  self->templates = g_ptr_array_new_with_free_func (g_free);
  self->theme_rows = g_ptr_array_new ();
  self->params = g_ptr_array_new_with_free_func (g_free);
  self->history_rows = g_ptr_array_new ();
  self->export_rows = g_ptr_array_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
  trio_compat_hide_unseen (GTK_WIDGET (self->stack));
  source = trio_page_preview_get_source (self->preview);
  g_signal_connect (self->chooser, "notify::selected", G_CALLBACK (chosen_cb), self);
  g_signal_connect_swapped (source, "changed", G_CALLBACK (made_cb), self);
  g_signal_connect (self, "map", G_CALLBACK (map_cb), NULL);
  g_signal_connect_swapped (self->preview, "place-pressed",
                            G_CALLBACK (trio_documents_page_go_to_place), self);
  trio_documents_page_init_settings (self);
  trio_documents_page_init_params (self);
  trio_documents_page_init_sent (self);
  trio_documents_page_init_deliver (self);
  trio_compat_mend_names (GTK_WIDGET (self));
}

/**
 * trio_documents_page_get_preview:
 * @self: the page
 *
 * Returns: (transfer none): the pages of the document
 */
TrioPagePreview *
trio_documents_page_get_preview (TrioDocumentsPage *self)
{
  g_return_val_if_fail (TRIO_IS_DOCUMENTS_PAGE (self), NULL);

  return self->preview;
}

/**
 * trio_documents_page_show_document:
 * @self: the page
 * @document: number of a document, or 0 for one that the workshop does not remember
 * @type: its type
 *
 * Shows another document.
 */
void
trio_documents_page_show_document (TrioDocumentsPage *self, TrioId document, const char *type)
{
  const TrioDocumentType *known;

  g_return_if_fail (TRIO_IS_DOCUMENTS_PAGE (self) && type != NULL);

  known = trio_document_type_find (type);
  if (known == NULL || self->model == NULL)
    return;
  self->document = document;
  self->type = known->id;
  trio_preview_source_set_document (trio_page_preview_get_source (self->preview), document,
                                    self->type);
  update_all (self);
}

/**
 * trio_documents_page_get_document:
 * @self: the page
 *
 * Returns: number of the document that is shown, or 0 while the workshop does not remember it
 */
TrioId
trio_documents_page_get_document (TrioDocumentsPage *self)
{
  g_return_val_if_fail (TRIO_IS_DOCUMENTS_PAGE (self), 0);

  return self->document;
}

/**
 * trio_documents_page_get_document_type:
 * @self: the page
 *
 * Returns: (transfer none): the type of the document that is shown
 */
const char *
trio_documents_page_get_document_type (TrioDocumentsPage *self)
{
  g_return_val_if_fail (TRIO_IS_DOCUMENTS_PAGE (self), NULL);

  return self->type;
}
