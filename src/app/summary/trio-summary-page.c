/* trio-summary-page.c: the summary of a theme, beside its inputs and the document it goes into.
 *
 * The station in the sidebar chooses the theme. What is typed is kept at once and seen in the
 * document a moment later.
 */
#include "config.h"

#include "app/summary/trio-summary-page-private.h"

#include <glib/gi18n.h>

#include "app/trio-compat.h"
#include "app/trio-labels.h"
#include "app/widgets/trio-wrap-box.h"

static void page_interface_init (TrioPageInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (TrioSummaryPage,
                               trio_summary_page,
                               ADW_TYPE_BIN,
                               G_IMPLEMENT_INTERFACE (TRIO_TYPE_PAGE, page_interface_init))

static guint
find_theme_number (TrioSummaryPage *self)
{
  GListModel *themes = trio_model_get_list (self->model, TRIO_KIND_THEME);
  guint n = g_list_model_get_n_items (themes);

  for (guint i = 0; i < n; i++)
    {
      g_autoptr (TrioObject) theme = g_list_model_get_item (themes, i);

      if (trio_object_get_id (theme) == self->theme)
        return i + 1;
    }
  return 0;
}

static void
show_heading (TrioSummaryPage *self)
{
  TrioObject *theme = self->theme != 0 ? trio_model_get_object (self->model, self->theme) : NULL;
  guint n_clusters = trio_summary_clusters_get_n_clusters (self->clusters);
  g_autofree char *title = NULL;
  g_autofree char *notes = NULL;
  g_autofree char *clusters = NULL;
  g_autofree char *text = NULL;

  gtk_widget_set_visible (self->content, theme != NULL);
  if (theme == NULL)
    {
      gtk_label_set_label (self->heading, _ ("No stations yet"));
      gtk_label_set_label (self->subheading, _ ("The summary of a theme is written here."));
      return;
    }
  title = g_strdup_printf ("%u. %s", find_theme_number (self),
                           trio_object_get_text (theme, TRIO_THEME_TITLE));
  notes = trio_label_n_notes (trio_summary_clusters_get_n_notes (self->clusters));
  clusters = g_strdup_printf (ngettext ("%u cluster", "%u clusters", n_clusters), n_clusters);
  text = g_strdup_printf ("%s · %s", notes, clusters);
  gtk_label_set_label (self->heading, title);
  gtk_label_set_label (self->subheading, text);
}

static void
show_place (TrioSummaryPage *self)
{
  const TrioRecord *theme
      = self->theme != 0 ? trio_model_get_record (self->model, self->theme) : NULL;
  TrioId id = theme != NULL ? trio_summary_find (self->model, self->theme) : 0;
  const TrioRecord *summary = id != 0 ? trio_model_get_record (self->model, id) : NULL;
  g_autofree char *anchor = theme != NULL ? trio_uuid_to_text (&theme->uuid) : NULL;
  g_autofree char *with = summary != NULL ? trio_uuid_to_text (&summary->uuid) : NULL;

  trio_page_preview_show_anchor (self->preview, anchor, with);
}

static void
update_text (TrioSummaryPage *self)
{
  trio_summary_page_update_status (self);
  trio_summary_page_update_coverage (self);
  trio_summary_page_update_links (self);
}

static void
update_all (TrioSummaryPage *self)
{
  show_heading (self);
  if (self->theme != 0)
    update_text (self);
}

/* Kinds of what a transaction touched, as bits. */
static guint
collect_kinds (const TrioTransaction *transaction)
{
  guint kinds = 0;

  for (guint i = 0; i < transaction->records->len; i++)
    kinds |= 1u << ((const TrioRecord *)transaction->records->pdata[i])->kind;
  for (guint i = 0; i < transaction->deleted->len; i++)
    kinds |= 1u << ((const TrioRecord *)transaction->deleted->pdata[i])->kind;
  return kinds;
}

static void
follow_station (TrioSummaryPage *self)
{
  TrioObject *station = self->model != NULL && self->station != 0
                            ? trio_model_get_object (self->model, self->station)
                            : NULL;

  trio_summary_page_show_theme (self, station != NULL
                                          ? trio_object_get_ref (station, TRIO_STATION_THEME)
                                          : 0);
}

static void
committed_cb (TrioModel *model, TrioTransaction *transaction, TrioSummaryPage *self)
{
  guint kinds = collect_kinds (transaction);

  if (kinds & (1u << TRIO_KIND_STATION | 1u << TRIO_KIND_THEME))
    follow_station (self);
  if (self->theme == 0)
    return;
  if (kinds
      & (1u << TRIO_KIND_NOTE | 1u << TRIO_KIND_CLUSTER | 1u << TRIO_KIND_STATION
         | 1u << TRIO_KIND_THEME))
    {
      trio_summary_clusters_update (self->clusters);
      trio_summary_page_find_words (self);
      trio_summary_page_find_topics (self);
    }
  if (kinds & (1u << TRIO_KIND_SUMMARY | 1u << TRIO_KIND_LINK))
    trio_summary_editor_update (self->editor);
  update_all (self);
}

static void
edited_cb (TrioSummaryEditor *editor, TrioSummaryPage *self)
{
  show_place (self);
}

static void
refused_cb (TrioSummaryEditor *editor, const char *text, TrioSummaryPage *self)
{
  trio_page_notice (TRIO_PAGE (self), text, FALSE);
}

static void
sentence_changed_cb (TrioSummaryEditor *editor, TrioSummaryPage *self)
{
  if (self->model != NULL && self->theme != 0)
    trio_summary_page_update_links (self);
}

static void
approve_cb (GtkToggleButton *button, TrioSummaryPage *self)
{
  g_autoptr (GError) error = NULL;
  gboolean is_approved = gtk_toggle_button_get_active (button);

  if (self->is_updating || self->theme == 0)
    return;
  if (!trio_summary_set_state (
          self->model, self->theme,
          is_approved ? TRIO_SUMMARY_STATE_APPROVED : TRIO_SUMMARY_STATE_EDITED, &error))
    trio_page_notice (TRIO_PAGE (self), error->message, FALSE);
  trio_summary_page_update_status (self);
}

static void
unused_cb (GtkToggleButton *button, TrioSummaryPage *self)
{
  trio_summary_clusters_set_only_unused (self->clusters, gtk_toggle_button_get_active (button));
  if (self->theme != 0)
    trio_summary_page_update_coverage (self);
}

static void
unsupported_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  trio_summary_editor_go_to_unsupported (TRIO_SUMMARY_PAGE (widget)->editor);
}

static void
choose_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  TrioSummaryPage *self = TRIO_SUMMARY_PAGE (widget);
  GtkWidget *focus = gtk_root_get_focus (gtk_widget_get_root (widget));

  if (focus != NULL && gtk_widget_is_ancestor (focus, GTK_WIDGET (self->clusters)))
    gtk_widget_grab_focus (GTK_WIDGET (self->editor));
  else
    gtk_widget_grab_focus (GTK_WIDGET (self->clusters));
}

static void
grown_cb (TrioSummaryPage *self)
{
  trio_summary_page_resize (self, self->width, self->height);
}

/* As a page */

static void
drop_model (TrioSummaryPage *self)
{
  if (self->model != NULL)
    g_signal_handlers_disconnect_by_data (self->model, self);
  trio_summary_page_drop_topics (self);
  if (self->words != NULL)
    g_cancellable_cancel (self->words);
  g_clear_object (&self->words);
  g_clear_object (&self->model);
  g_clear_object (&self->store);
}

static void
trio_summary_page_set_model (TrioPage *page, TrioModel *model)
{
  TrioSummaryPage *self = TRIO_SUMMARY_PAGE (page);
  TrioPreviewSource *source = trio_page_preview_get_source (self->preview);

  drop_model (self);
  self->station = 0;
  self->theme = 0;
  trio_summary_clusters_show (self->clusters, NULL, 0);
  trio_summary_editor_show (self->editor, NULL, 0);
  trio_preview_source_set_model (source, model, NULL);
  if (model == NULL)
    return;
  self->model = g_object_ref (model);
  g_signal_connect (model, "committed", G_CALLBACK (committed_cb), self);
  trio_preview_source_set_document (source, 0, "notat");
  show_heading (self);
}

static void
trio_summary_page_set_store (TrioPage *page, TrioStore *store)
{
  TrioSummaryPage *self = TRIO_SUMMARY_PAGE (page);

  g_set_object (&self->store, store);
  trio_preview_source_set_model (trio_page_preview_get_source (self->preview), self->model,
                                 trio_store_get_path (store));
}

static void
trio_summary_page_set_station (TrioPage *page, TrioId station)
{
  TrioSummaryPage *self = TRIO_SUMMARY_PAGE (page);

  self->station = station;
  follow_station (self);
}

static gboolean
trio_summary_page_focus_next_pane (TrioPage *page, GtkWidget *focus)
{
  TrioSummaryPage *self = TRIO_SUMMARY_PAGE (page);
  GtkWidget *panes[]
      = { GTK_WIDGET (self->clusters), GTK_WIDGET (self->editor), GTK_WIDGET (self->preview) };
  guint first = 0;

  for (guint i = 0; focus != NULL && i < G_N_ELEMENTS (panes); i++)
    if (focus == panes[i] || gtk_widget_is_ancestor (focus, panes[i]))
      first = i + 1;
  for (guint i = first; i < G_N_ELEMENTS (panes); i++)
    if (gtk_widget_get_mapped (panes[i]) && gtk_widget_grab_focus (panes[i]))
      return TRUE;
  return FALSE;
}

static void
page_interface_init (TrioPageInterface *iface)
{
  iface->set_model = trio_summary_page_set_model;
  iface->set_store = trio_summary_page_set_store;
  iface->set_station = trio_summary_page_set_station;
  iface->focus_next_pane = trio_summary_page_focus_next_pane;
}

static gboolean
trio_summary_page_grab_focus (GtkWidget *widget)
{
  TrioSummaryPage *self = TRIO_SUMMARY_PAGE (widget);

  if (self->theme == 0)
    return gtk_widget_grab_focus (GTK_WIDGET (self->preview));
  return gtk_widget_grab_focus (GTK_WIDGET (self->editor));
}

static void
trio_summary_page_measure (GtkWidget *widget,
                           GtkOrientation orientation,
                           int for_size,
                           int *minimum,
                           int *natural,
                           int *minimum_baseline,
                           int *natural_baseline)
{
  gtk_widget_measure (GTK_WIDGET (TRIO_SUMMARY_PAGE (widget)->paned), orientation, for_size,
                      minimum, natural, minimum_baseline, natural_baseline);
}

static void
trio_summary_page_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  TrioSummaryPage *self = TRIO_SUMMARY_PAGE (widget);

  if (width != self->width || height != self->height)
    trio_summary_page_resize (self, width, height);
  gtk_widget_size_allocate (GTK_WIDGET (self->paned), &(GtkAllocation){ 0, 0, width, height },
                            baseline);
}

static void
trio_summary_page_dispose (GObject *object)
{
  g_clear_handle_id (&TRIO_SUMMARY_PAGE (object)->resizing, g_source_remove);
  drop_model (TRIO_SUMMARY_PAGE (object));

  G_OBJECT_CLASS (trio_summary_page_parent_class)->dispose (object);
}

static void
bind_children (GtkWidgetClass *widget_class)
{
  gtk_widget_class_bind_template_child (widget_class, TrioSummaryPage, paned);
  gtk_widget_class_bind_template_child (widget_class, TrioSummaryPage, column);
  gtk_widget_class_bind_template_child (widget_class, TrioSummaryPage, heading);
  gtk_widget_class_bind_template_child (widget_class, TrioSummaryPage, subheading);
  gtk_widget_class_bind_template_child (widget_class, TrioSummaryPage, content);
  gtk_widget_class_bind_template_child (widget_class, TrioSummaryPage, clusters_scroller);
  gtk_widget_class_bind_template_child (widget_class, TrioSummaryPage, editor_header);
  gtk_widget_class_bind_template_child (widget_class, TrioSummaryPage, clamp);
  gtk_widget_class_bind_template_child (widget_class, TrioSummaryPage, clusters);
  gtk_widget_class_bind_template_child (widget_class, TrioSummaryPage, draft_button);
  gtk_widget_class_bind_template_child (widget_class, TrioSummaryPage, editor);
  gtk_widget_class_bind_template_child (widget_class, TrioSummaryPage, status);
  gtk_widget_class_bind_template_child (widget_class, TrioSummaryPage, approve_button);
  gtk_widget_class_bind_template_child (widget_class, TrioSummaryPage, hint);
  gtk_widget_class_bind_template_child (widget_class, TrioSummaryPage, meter);
  gtk_widget_class_bind_template_child (widget_class, TrioSummaryPage, coverage);
  gtk_widget_class_bind_template_child (widget_class, TrioSummaryPage, unused_button);
  gtk_widget_class_bind_template_child (widget_class, TrioSummaryPage, unsupported_button);
  gtk_widget_class_bind_template_child (widget_class, TrioSummaryPage, topics_box);
  gtk_widget_class_bind_template_child (widget_class, TrioSummaryPage, topics_list);
  gtk_widget_class_bind_template_child (widget_class, TrioSummaryPage, preview);
}

static void
trio_summary_page_class_init (TrioSummaryPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  g_type_ensure (TRIO_TYPE_SUMMARY_CLUSTERS);
  g_type_ensure (TRIO_TYPE_SUMMARY_EDITOR);
  g_type_ensure (TRIO_TYPE_PAGE_PREVIEW);

  G_OBJECT_CLASS (klass)->dispose = trio_summary_page_dispose;
  widget_class->grab_focus = trio_summary_page_grab_focus;
  trio_compat_focus_children (widget_class);
  widget_class->measure = trio_summary_page_measure;
  widget_class->size_allocate = trio_summary_page_size_allocate;

  gtk_widget_class_install_action (widget_class, "summary.next-unsupported", NULL,
                                   unsupported_action);
  gtk_widget_class_install_action (widget_class, "summary.choose-inputs", NULL, choose_action);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_F4, 0, "summary.next-unsupported",
                                       NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_l, GDK_CONTROL_MASK,
                                       "summary.choose-inputs", NULL);

  g_type_ensure (TRIO_TYPE_WRAP_BOX);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/dk/trio/Stations/trio-summary-page.ui");
  bind_children (widget_class);
}

static void
trio_summary_page_init (TrioSummaryPage *self)
{
  /* The layout of a bin would not tell how much room there is. */
  gtk_widget_set_layout_manager (GTK_WIDGET (self), NULL);
  gtk_widget_init_template (GTK_WIDGET (self));
  trio_page_preview_set_tools (self->preview, FALSE);
  g_signal_connect (self->editor, "edited", G_CALLBACK (edited_cb), self);
  g_signal_connect (self->editor, "refused", G_CALLBACK (refused_cb), self);
  g_signal_connect (self->editor, "sentence-changed", G_CALLBACK (sentence_changed_cb), self);
  g_signal_connect (self->approve_button, "toggled", G_CALLBACK (approve_cb), self);
  g_signal_connect (self->unused_button, "toggled", G_CALLBACK (unused_cb), self);
  g_signal_connect (self, "map", G_CALLBACK (trio_summary_page_find_topics), NULL);
  g_signal_connect_object (gtk_scrolled_window_get_vadjustment (self->clusters_scroller),
                           "notify::upper", G_CALLBACK (grown_cb), self, G_CONNECT_SWAPPED);
  trio_summary_page_init_draft (self);
  trio_summary_page_init_links (self);
  trio_compat_mend_names (GTK_WIDGET (self));
}

/**
 * trio_summary_page_show_theme:
 * @self: the page
 * @theme: number of a theme, or 0
 *
 * Shows the summary of a theme.
 *
 * Returns: whether there is that theme
 */
gboolean
trio_summary_page_show_theme (TrioSummaryPage *self, TrioId theme)
{
  g_return_val_if_fail (TRIO_IS_SUMMARY_PAGE (self), FALSE);

  if (self->model == NULL || trio_model_get_object (self->model, theme) == NULL)
    theme = 0;
  if (theme != self->theme)
    {
      self->theme = theme;
      gtk_toggle_button_set_active (self->unused_button, FALSE);
      trio_summary_clusters_show (self->clusters, self->model, theme);
      trio_summary_editor_show (self->editor, self->model, theme);
      if (self->model != NULL)
        {
          update_all (self);
          show_place (self);
          trio_summary_page_find_words (self);
          trio_summary_page_show_topics (self);
          if (self->topics == NULL)
            trio_summary_page_find_topics (self);
        }
    }
  return theme != 0;
}
