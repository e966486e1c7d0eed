/* trio-documents-page-private.h: shared by the files of the page. */
#pragma once

#include "app/documents/trio-documents-page.h"
#include "document/gate/trio-gate.h"

G_BEGIN_DECLS

struct _TrioDocumentsPage
{
  AdwBin parent_instance;

  GtkDropDown *chooser;
  GtkMenuButton *more_button;
  GtkLabel *description;
  GtkLabel *state;
  GtkStack *stack;
  AdwPreferencesGroup *form_group;
  AdwComboRow *template_row;
  AdwComboRow *language_row;
  AdwComboRow *numbering_row;
  AdwPreferencesGroup *themes_group;
  GtkWidget *reset_button;
  GtkWidget *earlier_group;
  GtkWidget *earlier_button;
  AdwPreferencesGroup *params_group;
  AdwActionRow *missing_row;
  GtkWidget *remarks_box;
  GtkLabel *remarks_label;
  GtkLabel *gate_line;
  GtkBox *findings;
  AdwEntryRow *recipients_row;
  AdwEntryRow *date_row;
  GtkWidget *sent_button;
  AdwPreferencesGroup *history_group;
  AdwPreferencesGroup *exports_group;
  GtkWidget *export_button;
  GtkWidget *print_button;
  GtkWidget *copy_button;
  GtkSpinner *spinner;
  TrioPagePreview *preview;

  TrioModel *model;
  TrioStore *store;
  TrioTemplateLibrary *library;
  TrioId document; /* 0 for one that is not remembered yet */
  const char *type;
  GArray *choices;      /* of Choice, as in the chooser */
  GPtrArray *templates; /* of char *: ids, as in the row; the first is "" */
  GPtrArray *theme_rows;
  GPtrArray *params; /* of ParamRow */
  GPtrArray *history_rows;
  GPtrArray *export_rows;
  TrioTemplate *tmpl; /* that the rows of parameters are made for */
  TrioGateReport *report;
  GCancellable *checking;
  GCancellable *looking; /* for changes since documents were sent */
  GCancellable *making;
  guint check_timer;
  gboolean is_updating;
};

/* A type that nothing is remembered of, or a document that is. */
typedef struct
{
  const char *type;
  TrioId document;
} Choice;

const char *trio_documents_page_get_path (TrioDocumentsPage *self);
void trio_documents_page_tell (TrioDocumentsPage *self, const GError *error);
void trio_documents_page_take_document (TrioDocumentsPage *self, TrioId document);
void trio_documents_page_update_chooser (TrioDocumentsPage *self);
void trio_documents_page_install_chooser_actions (GtkWidgetClass *widget_class);

void trio_documents_page_init_settings (TrioDocumentsPage *self);
void trio_documents_page_update_settings (TrioDocumentsPage *self);
void trio_documents_page_update_themes (TrioDocumentsPage *self);
void trio_documents_page_init_params (TrioDocumentsPage *self);
void trio_documents_page_update_params (TrioDocumentsPage *self);

void trio_documents_page_install_check_actions (GtkWidgetClass *widget_class);
void trio_documents_page_queue_check (TrioDocumentsPage *self);
void trio_documents_page_stop_check (TrioDocumentsPage *self);

void trio_documents_page_go_to_place (TrioDocumentsPage *self, const char *anchor);

void trio_documents_page_init_sent (TrioDocumentsPage *self);
void trio_documents_page_update_sent (TrioDocumentsPage *self);
void trio_documents_page_find_states (TrioDocumentsPage *self);

GtkWidget *
trio_documents_page_create_export (TrioDocumentsPage *self, TrioId document, const char *type);
void trio_documents_page_update_exports (TrioDocumentsPage *self);
void trio_documents_page_init_deliver (TrioDocumentsPage *self);

G_END_DECLS
