/* trio-workshop-view-lock.c: what an open workshop looks like while the day runs. */
#include "config.h"

#include "app/setup/trio-setup-page.h"
#include "app/window/trio-workshop-view-private.h"

/**
 * trio_workshop_view_set_lock:
 * @self: the view
 * @why: (nullable): why titles, themes and stations may not be changed now, in sentences
 *
 * Locks the structure of the workshop, visibly, or unlocks it again.
 */
void
trio_workshop_view_set_lock (TrioWorkshopView *self, const char *why)
{
  GtkWidget *setup = adw_view_stack_get_child_by_name (self->stack, "setup");

  g_return_if_fail (TRIO_IS_WORKSHOP_VIEW (self));

  if (TRIO_IS_SETUP_PAGE (setup))
    trio_setup_page_set_lock (TRIO_SETUP_PAGE (setup), why);
  gtk_label_set_label (self->lock_label, why != NULL ? why : "");
  gtk_widget_set_visible (self->lock_button, why != NULL);
  if (why != NULL)
    gtk_widget_add_css_class (GTK_WIDGET (self), "trio-running");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self), "trio-running");
}
