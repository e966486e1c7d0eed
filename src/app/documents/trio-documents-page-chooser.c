/* trio-documents-page-chooser.c: the list of all documents; adding, renaming and forgetting one. */
#include "config.h"

#include "app/documents/trio-documents-page-private.h"

#include <glib/gi18n.h>

#include "app/documents/trio-document-memory.h"
#include "app/documents/trio-document-types.h"
#include "app/trio-compat.h"
#include "app/widgets/trio-choices.h"

static void
add_choice (TrioDocumentsPage *self, GtkStringList *names, TrioId document, const char *type)
{
  Choice choice = { type, document };
  TrioObject *object = document != 0 ? trio_model_get_object (self->model, document) : NULL;

  g_array_append_val (self->choices, choice);
  gtk_string_list_append (names, object != NULL ? trio_object_get_text (object, TRIO_DOCUMENT_TITLE)
                                                : _ (trio_document_type_find (type)->name));
}

static void
add_choices_of (TrioDocumentsPage *self, GtkStringList *names, const char *type)
{
  GListModel *all = trio_model_get_list (self->model, TRIO_KIND_DOCUMENT);
  guint n = g_list_model_get_n_items (all);
  gboolean is_remembered = FALSE;

  for (guint i = 0; i < n; i++)
    {
      g_autoptr (TrioObject) document = g_list_model_get_item (all, i);

      if (!g_str_equal (trio_object_get_text (document, TRIO_DOCUMENT_TYPE), type))
        continue;
      add_choice (self, names, trio_object_get_id (document), type);
      is_remembered = TRUE;
    }
  if (!is_remembered)
    add_choice (self, names, 0, type);
}

static void
select_choice (TrioDocumentsPage *self)
{
  for (guint i = 0; i < self->choices->len; i++)
    {
      const Choice *choice = &g_array_index (self->choices, Choice, i);

      if (g_str_equal (choice->type, self->type) && choice->document == self->document)
        gtk_drop_down_set_selected (self->chooser, i);
    }
}

/**
 * trio_documents_page_update_chooser:
 * @self: the page
 *
 * Lists all types, and in their places the documents that the workshop remembers.
 */
void
trio_documents_page_update_chooser (TrioDocumentsPage *self)
{
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);
  const TrioDocumentType *type;

  self->is_updating = TRUE;
  g_array_set_size (self->choices, 0);
  for (guint i = 0; (type = trio_document_type_get (i)) != NULL; i++)
    add_choices_of (self, names, type->id);
  trio_choices_set_names (GTK_WIDGET (self->chooser), names);
  select_choice (self);
  self->is_updating = FALSE;
  gtk_label_set_label (self->description, _ (trio_document_type_find (self->type)->description));
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "documents.rename", self->document != 0);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "documents.remove", self->document != 0);
}

/* More documents */

static void
named_cb (const char *title, gpointer user_data)
{
  TrioDocumentsPage *self = user_data;
  g_autoptr (GError) error = NULL;
  TrioId document;

  if (title == NULL || *title == '\0' || self->model == NULL)
    return;
  document = trio_document_memory_add (self->model, self->type, title, self->document, &error);
  if (document != 0)
    trio_documents_page_show_document (self, document, self->type);
  else
    trio_documents_page_tell (self, error);
}

static void
add_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  trio_compat_ask_text (GTK_WINDOW (gtk_widget_get_root (widget)), _ ("Another document like this"),
                        _ ("It begins with the same settings. Both are remembered in the "
                           "workshop."),
                        _ ("Title"), _ ("_Add"), named_cb, g_object_ref (widget), g_object_unref);
}

static void
renamed_cb (const char *title, gpointer user_data)
{
  TrioDocumentsPage *self = user_data;
  g_autoptr (GError) error = NULL;

  if (title == NULL || *title == '\0' || self->model == NULL)
    return;
  if (trio_document_memory_set_field (self->model, self->document, self->type, TRIO_DOCUMENT_TITLE,
                                      title, &error)
      == 0)
    trio_documents_page_tell (self, error);
}

static void
rename_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  trio_compat_ask_text (GTK_WINDOW (gtk_widget_get_root (widget)), _ ("Rename the document"),
                        _ ("The title names the document in the workshop and its file."),
                        _ ("Title"), _ ("_Rename"), renamed_cb, g_object_ref (widget),
                        g_object_unref);
}

static void
remove_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  TrioDocumentsPage *self = TRIO_DOCUMENTS_PAGE (widget);
  g_autoptr (TrioEdit) edit = trio_edit_new (self->model, "remove-document");
  g_autoptr (GError) error = NULL;

  trio_edit_set_subject (edit,
                         trio_object_get_text (trio_model_get_object (self->model, self->document),
                                               TRIO_DOCUMENT_TITLE));
  trio_edit_delete (edit, self->document);
  if (trio_edit_commit (edit, &error))
    trio_page_notice (TRIO_PAGE (self), _ ("The workshop no longer remembers the document"), TRUE);
  else
    trio_documents_page_tell (self, error);
}

/**
 * trio_documents_page_install_chooser_actions:
 * @widget_class: class of the page
 *
 * Makes the commands for whole documents.
 */
void
trio_documents_page_install_chooser_actions (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "documents.add", NULL, add_action);
  gtk_widget_class_install_action (widget_class, "documents.rename", NULL, rename_action);
  gtk_widget_class_install_action (widget_class, "documents.remove", NULL, remove_action);
}
