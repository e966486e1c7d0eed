/* trio-setup-page-checks.c: the checks of the gate, run while the day is prepared.
 *
 * They run in a thread, a moment after the last change, and only while the page is seen.
 */
#include "config.h"

#include "app/setup/trio-setup-page-private.h"

#include "app/setup/trio-field-binding.h"
#include "app/trio-weak.h"

#define CHECK_DELAY_MS 400

static TrioId
theme_of (TrioSetupPage *self, const TrioFinding *finding)
{
  const TrioRecord *record = trio_model_get_record (self->model, finding->object);

  if (record == NULL)
    return 0;
  switch (finding->object_kind)
    {
    case TRIO_KIND_THEME:
      return record->id;
    case TRIO_KIND_QUESTION:
      return trio_record_get_ref (record, TRIO_QUESTION_THEME);
    case TRIO_KIND_STATION:
      return trio_record_get_ref (record, TRIO_STATION_THEME);
    default:
      return 0;
    }
}

static GPtrArray *
collect (TrioSetupPage *self, const TrioGateReport *report, TrioId theme)
{
  GPtrArray *found = g_ptr_array_new ();

  for (guint i = 0; i < trio_gate_report_get_length (report); i++)
    {
      const TrioFinding *finding = trio_gate_report_get (report, i);

      if (trio_setup_findings_is_about_setup (finding) && theme_of (self, finding) == theme)
        g_ptr_array_add (found, (gpointer)finding);
    }
  return found;
}

static void
show_part (TrioSetupPage *self, const TrioGateReport *report, TrioId theme, TrioSetupFindings *list)
{
  g_autoptr (GPtrArray) found = collect (self, report, theme);

  trio_setup_findings_show (list, (const TrioFinding *const *)found->pdata, found->len);
}

static void
checked_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (TrioSetupPage) self = trio_weak_take (user_data);
  g_autoptr (GError) error = NULL;
  g_autoptr (TrioGateReport) report = trio_gate_run_finish (result, &error);

  if (self == NULL || g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  g_clear_object (&self->checking);
  if (report == NULL || self->model == NULL || self->form == NULL)
    return;
  show_part (self, report, 0, self->findings);
  for (guint i = 0;; i++)
    {
      TrioThemeCard *card = trio_setup_page_get_card (self, i);

      if (card == NULL)
        break;
      show_part (self, report, trio_theme_card_get_theme (card),
                 trio_theme_card_get_findings (card));
    }
}

static gboolean
check_cb (gpointer user_data)
{
  TrioSetupPage *self = user_data;
  g_autoptr (TrioSnapshot) snapshot = trio_model_dup_snapshot (self->model);

  self->check_timer = 0;
  self->checking = g_cancellable_new ();
  trio_gate_run_async (snapshot, NULL, NULL, self->checking, checked_cb, trio_weak_new (self));
  return G_SOURCE_REMOVE;
}

/**
 * trio_setup_page_stop_checking:
 * @self: the page
 *
 * Gives up checks that are under way or to come.
 */
void
trio_setup_page_stop_checking (TrioSetupPage *self)
{
  g_clear_handle_id (&self->check_timer, g_source_remove);
  if (self->checking != NULL)
    g_cancellable_cancel (self->checking);
  g_clear_object (&self->checking);
}

/**
 * trio_setup_page_check_soon:
 * @self: the page
 *
 * Runs the checks when nothing has changed for a moment.
 */
void
trio_setup_page_check_soon (TrioSetupPage *self)
{
  trio_setup_page_stop_checking (self);
  if (self->form != NULL && gtk_widget_get_mapped (GTK_WIDGET (self)))
    self->check_timer = g_timeout_add (CHECK_DELAY_MS, check_cb, self);
}

/**
 * trio_setup_page_is_checked:
 * @self: the page
 *
 * Returns: whether the findings that are shown are those of the workshop as it is now
 */
gboolean
trio_setup_page_is_checked (TrioSetupPage *self)
{
  g_return_val_if_fail (TRIO_IS_SETUP_PAGE (self), FALSE);

  return self->check_timer == 0 && self->checking == NULL;
}
