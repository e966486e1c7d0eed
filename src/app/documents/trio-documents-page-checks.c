/* trio-documents-page-checks.c: what the checks found, and what can be done about it.
 *
 * The same gate as before every export runs in a thread a moment after each change, so that
 * nothing comes as a surprise.
 */
#include "config.h"

#include "app/documents/trio-documents-page-private.h"

#include <glib/gi18n.h>

#include "app/documents/trio-document-types.h"
#include "app/preview/trio-preview-place.h"
#include "app/trio-compat.h"
#include "app/trio-labels.h"
#include "app/trio-weak.h"
#include "model/trio-commands.h"

#define DELAY_MS 250
#define MAX_ROWS 60 /* of one severity */

static const TrioFinding *
find_target (TrioDocumentsPage *self, GVariant *parameter)
{
  return self->report != NULL && self->model != NULL
             ? trio_gate_report_find (self->report, g_variant_get_string (parameter, NULL))
             : NULL;
}

/* Jumps */

/* What is not in the workshop itself is set on this page. */
static void
go_to (TrioDocumentsPage *self, TrioId object, guint field)
{
  const TrioRecord *record = object != 0 ? trio_model_get_record (self->model, object) : NULL;

  if (record == NULL || record->kind == TRIO_KIND_DOCUMENT)
    gtk_stack_set_visible_child_name (self->stack, "settings");
  else
    gtk_widget_activate_action (GTK_WIDGET (self), "win.show-object", "(xu)", (gint64)object,
                                (guint32)field);
}

static void
edit_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  TrioDocumentsPage *self = TRIO_DOCUMENTS_PAGE (widget);
  const TrioFinding *finding = find_target (self, parameter);

  if (finding == NULL)
    return;
  if (finding->kind == TRIO_FINDING_NO_SUMMARY || finding->kind == TRIO_FINDING_COVERAGE)
    gtk_widget_activate_action (widget, "win.show-summary", "x", (gint64)finding->object);
  else
    go_to (self, finding->object, finding->field);
}

/**
 * trio_documents_page_go_to_place:
 * @self: the page
 * @anchor: what the preview says about a place
 *
 * Goes to where what stands there is edited.
 */
void
trio_documents_page_go_to_place (TrioDocumentsPage *self, const char *anchor)
{
  TrioId object;
  guint field;

  if (self->model != NULL && trio_preview_place_find (self->model, anchor, &object, &field))
    go_to (self, object, field);
}

/* Shows where it stands in the document, if it stands there. */
static void
show_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  TrioDocumentsPage *self = TRIO_DOCUMENTS_PAGE (widget);
  const TrioFinding *finding = find_target (self, parameter);
  const TrioRecord *record = finding != NULL && finding->object != 0
                                 ? trio_model_get_record (self->model, finding->object)
                                 : NULL;
  g_autofree char *anchor = record != NULL ? trio_uuid_to_text (&record->uuid) : NULL;
  TrioLayoutPlace place;

  if (anchor != NULL
      && trio_preview_source_find_anchor (trio_page_preview_get_source (self->preview), anchor,
                                          &place))
    trio_page_preview_show_anchor (self->preview, anchor, NULL);
  else if (finding != NULL)
    edit_action (widget, name, parameter);
}

/* Repairs */

static void
mask_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  TrioDocumentsPage *self = TRIO_DOCUMENTS_PAGE (widget);
  const TrioFinding *finding = find_target (self, parameter);
  g_autoptr (GError) error = NULL;

  if (finding == NULL || self->store == NULL)
    return;
  if (trio_gate_mask (self->store, &finding, 1, &error))
    trio_page_notice (TRIO_PAGE (self), _ ("Masked for good, also in history and backups"), FALSE);
  else
    trio_documents_page_tell (self, error);
  trio_documents_page_queue_check (self);
}

typedef struct
{
  TrioDocumentsPage *page;
  char *id;
  gboolean withhold;
} Reason;

static void
free_reason (gpointer data)
{
  Reason *reason = data;

  g_object_unref (reason->page);
  g_free (reason->id);
  g_free (reason);
}

static void
reason_given_cb (const char *text, gpointer user_data)
{
  Reason *reason = user_data;
  TrioDocumentsPage *self = reason->page;
  const TrioFinding *finding = self->report != NULL && self->model != NULL
                                   ? trio_gate_report_find (self->report, reason->id)
                                   : NULL;
  g_autoptr (GError) error = NULL;
  gboolean done;

  if (text == NULL || finding == NULL)
    return;
  if (reason->withhold)
    done = trio_command_withhold_notes (self->model, &finding->object, 1, text, &error);
  else
    done = trio_gate_justify (self->model, finding, text, g_get_real_time (), &error);
  if (!done)
    trio_documents_page_tell (self, error);
}

static void
ask_reason (TrioDocumentsPage *self, GVariant *parameter, gboolean withhold)
{
  Reason *reason = g_new0 (Reason, 1);
  const char *heading = withhold ? _ ("Withhold the input") : _ ("Why may it stay?");
  const char *body = withhold ? _ ("It stays in the workshop and is listed as withheld, with the "
                                   "reason. No document shows it.")
                              : _ ("The reason is kept in the workshop and holds until the text "
                                   "is changed.");

  reason->page = g_object_ref (self);
  reason->id = g_variant_dup_string (parameter, NULL);
  reason->withhold = withhold;
  trio_compat_ask_text (GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self))), heading, body,
                        _ ("Reason"), withhold ? _ ("_Withhold") : _ ("_Let It Stay"),
                        reason_given_cb, reason, free_reason);
}

static void
withhold_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  ask_reason (TRIO_DOCUMENTS_PAGE (widget), parameter, TRUE);
}

static void
justify_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  ask_reason (TRIO_DOCUMENTS_PAGE (widget), parameter, FALSE);
}

/* The list */

static void
add_item (GMenu *menu, const char *label, const char *action, const TrioFinding *finding)
{
  g_autoptr (GMenuItem) item = g_menu_item_new (label, NULL);

  g_menu_item_set_action_and_target (item, action, "s", finding->id);
  g_menu_append_item (menu, item);
}

static GMenuModel *
make_menu (TrioDocumentsPage *self, const TrioFinding *finding)
{
  GMenu *menu = g_menu_new ();
  gboolean can_change = !trio_model_get_read_only (self->model);

  add_item (menu, _ ("_Edit…"), "documents.edit-finding", finding);
  if (can_change && self->store != NULL && trio_finding_is_personal (finding)
      && finding->part == TRIO_PART_RECORD && finding->end > finding->start)
    add_item (menu, _ ("_Mask"), "documents.mask-finding", finding);
  if (can_change && finding->object_kind == TRIO_KIND_NOTE)
    add_item (menu, _ ("_Withhold the Input…"), "documents.withhold-finding", finding);
  if (can_change && finding->severity == TRIO_SEVERITY_BLOCK && !finding->is_waived
      && finding->part == TRIO_PART_RECORD)
    add_item (menu, _ ("_Give a Reason to Keep It…"), "documents.justify-finding", finding);
  return G_MENU_MODEL (menu);
}

static GtkWidget *
make_row (TrioDocumentsPage *self, const TrioFinding *finding)
{
  static const char *const icons[]
      = { "dialog-information-symbolic", "dialog-warning-symbolic", "dialog-error-symbolic" };
  GtkWidget *row = adw_action_row_new ();
  GtkWidget *icon = gtk_image_new_from_icon_name (icons[finding->severity]);
  GtkWidget *button = gtk_menu_button_new ();
  g_autoptr (GMenuModel) menu = make_menu (self, finding);
  g_autofree char *where = trio_finding_dup_where (finding);
  g_autofree char *what = trio_finding_dup_message (finding);

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), what);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), where);
  if (finding->severity == TRIO_SEVERITY_BLOCK && !finding->is_waived)
    gtk_widget_add_css_class (icon, "error");
  else if (finding->severity == TRIO_SEVERITY_WARNING)
    gtk_widget_add_css_class (icon, "warning");
  gtk_widget_set_tooltip_text (icon, trio_label_severity (finding->severity));
  adw_action_row_add_prefix (ADW_ACTION_ROW (row), icon);
  gtk_menu_button_set_icon_name (GTK_MENU_BUTTON (button), "view-more-symbolic");
  gtk_menu_button_set_menu_model (GTK_MENU_BUTTON (button), menu);
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_tooltip_text (button, _ ("What can be done"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("What can be done"), -1);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), button);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (row), "documents.show-finding");
  gtk_actionable_set_action_target (GTK_ACTIONABLE (row), "s", finding->id);
  return row;
}

static void
add_severity (TrioDocumentsPage *self, TrioSeverity severity, const char *title)
{
  GtkWidget *group = adw_preferences_group_new ();
  guint n = 0;

  for (guint i = 0; i < trio_gate_report_get_length (self->report); i++)
    {
      const TrioFinding *finding = trio_gate_report_get (self->report, i);

      if (finding->severity == severity && n++ < MAX_ROWS)
        adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), make_row (self, finding));
    }
  if (n > MAX_ROWS)
    {
      g_autofree char *text
          = g_strdup_printf (ngettext ("… and %u more", "… and %u more", n - MAX_ROWS),
                             n - MAX_ROWS);

      adw_preferences_group_set_description (ADW_PREFERENCES_GROUP (group), text);
    }
  adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (group), title);
  gtk_box_append (self->findings, group);
  gtk_widget_set_visible (group, n > 0);
}

static void
name_tab (TrioDocumentsPage *self)
{
  GtkWidget *child = gtk_stack_get_child_by_name (self->stack, "checks");
  GtkStackPage *page = gtk_stack_get_page (self->stack, child);
  guint n = trio_gate_report_count (self->report, TRIO_SEVERITY_BLOCK)
            + trio_gate_report_count (self->report, TRIO_SEVERITY_WARNING);
  /* Translators: a tab; how many findings the checks have */
  g_autofree char *title
      = n > 0 ? g_strdup_printf (_ ("Checks (%u)"), n) : g_strdup (C_ ("documents", "Checks"));

  gtk_stack_page_set_title (page, title);
  gtk_stack_page_set_needs_attention (page, trio_gate_report_blocks (self->report));
}

static void
show_report (TrioDocumentsPage *self)
{
  g_autofree char *line = trio_gate_report_dup_line (self->report);
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->findings))) != NULL)
    gtk_box_remove (self->findings, child);
  add_severity (self, TRIO_SEVERITY_BLOCK, _ ("Stops the document"));
  add_severity (self, TRIO_SEVERITY_WARNING, _ ("Probably wrong"));
  add_severity (self, TRIO_SEVERITY_NOTICE, _ ("Good to know"));
  gtk_label_set_label (self->gate_line, line);
  name_tab (self);
}

static void
checked_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (TrioDocumentsPage) self = trio_weak_take (user_data);
  g_autoptr (GError) error = NULL;
  TrioGateReport *report = trio_gate_run_finish (result, &error);

  if (report == NULL)
    return;
  if (self == NULL || self->model == NULL)
    {
      trio_gate_report_unref (report);
      return;
    }
  g_clear_object (&self->checking);
  g_clear_pointer (&self->report, trio_gate_report_unref);
  self->report = report;
  show_report (self);
}

static gboolean
check_cb (gpointer user_data)
{
  TrioDocumentsPage *self = user_data;
  TrioPreviewSource *source = trio_page_preview_get_source (self->preview);
  TrioDoc *doc = trio_preview_source_get_doc (source);
  TrioSnapshot *snapshot = trio_preview_source_get_snapshot (source);
  g_autofree char *name = NULL;

  self->check_timer = 0;
  if (doc == NULL || snapshot == NULL)
    return G_SOURCE_REMOVE;
  trio_documents_page_stop_check (self);
  name = trio_document_type_suggest_name (trio_document_type_find (self->type), self->model,
                                          self->document, TRIO_FORMAT_DOCX);
  self->checking = g_cancellable_new ();
  trio_gate_run_async (snapshot, doc, name, self->checking, checked_cb, trio_weak_new (self));
  return G_SOURCE_REMOVE;
}

/**
 * trio_documents_page_queue_check:
 * @self: the page
 *
 * Checks the document in a moment.
 */
void
trio_documents_page_queue_check (TrioDocumentsPage *self)
{
  if (self->model != NULL && self->check_timer == 0)
    self->check_timer = g_timeout_add (DELAY_MS, check_cb, self);
}

/**
 * trio_documents_page_stop_check:
 * @self: the page
 *
 * Gives up checks that are under way or waiting.
 */
void
trio_documents_page_stop_check (TrioDocumentsPage *self)
{
  g_clear_handle_id (&self->check_timer, g_source_remove);
  if (self->checking != NULL)
    g_cancellable_cancel (self->checking);
  g_clear_object (&self->checking);
}

/**
 * trio_documents_page_is_checked:
 * @self: the page
 *
 * Returns: whether the list of findings is that of the pages beside it
 */
gboolean
trio_documents_page_is_checked (TrioDocumentsPage *self)
{
  g_return_val_if_fail (TRIO_IS_DOCUMENTS_PAGE (self), FALSE);

  return self->report != NULL && self->check_timer == 0 && self->checking == NULL
         && !trio_preview_source_is_busy (trio_page_preview_get_source (self->preview));
}

/**
 * trio_documents_page_install_check_actions:
 * @widget_class: class of the page
 *
 * Makes the commands for findings. Their target is the id of the finding.
 */
void
trio_documents_page_install_check_actions (GtkWidgetClass *widget_class)
{
  static const struct
  {
    const char *name;
    GtkWidgetActionActivateFunc func;
  } actions[] = {
    { "documents.show-finding", show_action },
    { "documents.edit-finding", edit_action },
    { "documents.mask-finding", mask_action },
    { "documents.withhold-finding", withhold_action },
    { "documents.justify-finding", justify_action },
  };

  for (guint i = 0; i < G_N_ELEMENTS (actions); i++)
    gtk_widget_class_install_action (widget_class, actions[i].name, "s", actions[i].func);
}
