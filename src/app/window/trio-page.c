/* trio-page.c: one of the views that the switcher in the header goes between. */
#include "config.h"

#include "app/window/trio-page.h"

G_DEFINE_INTERFACE (TrioPage, trio_page, GTK_TYPE_WIDGET)

enum
{
  NOTICE,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static void
trio_page_default_init (TrioPageInterface *iface)
{
  /**
   * TrioPage::notice:
   * @self: the page
   * @text: what was done, or why it was refused
   * @undoable: whether it can be undone
   *
   * Something is worth telling.
   */
  signals[NOTICE] = g_signal_new ("notice", G_TYPE_FROM_INTERFACE (iface), G_SIGNAL_RUN_LAST, 0,
                                  NULL, NULL, NULL, G_TYPE_NONE, 2, G_TYPE_STRING, G_TYPE_BOOLEAN);
}

/**
 * trio_page_set_model:
 * @self: the page
 * @model: (nullable): the workshop to show, or %NULL to let go
 *
 * Shows a workshop. No station is shown until trio_page_set_station().
 */
void
trio_page_set_model (TrioPage *self, TrioModel *model)
{
  g_return_if_fail (TRIO_IS_PAGE (self));

  TRIO_PAGE_GET_IFACE (self)->set_model (self, model);
}

/**
 * trio_page_set_store:
 * @self: the page
 * @store: the file that the workshop of trio_page_set_model() is kept in
 *
 * Says where the workshop is kept, for what needs the file: templates that lie beside it,
 * masking, copies. The page forgets it with the model.
 */
void
trio_page_set_store (TrioPage *self, TrioStore *store)
{
  g_return_if_fail (TRIO_IS_PAGE (self) && TRIO_IS_STORE (store));

  if (TRIO_PAGE_GET_IFACE (self)->set_store != NULL)
    TRIO_PAGE_GET_IFACE (self)->set_store (self, store);
}

/**
 * trio_page_set_station:
 * @self: the page
 * @station: a station of the workshop, or 0
 *
 * Shows a station.
 */
void
trio_page_set_station (TrioPage *self, TrioId station)
{
  g_return_if_fail (TRIO_IS_PAGE (self));

  if (TRIO_PAGE_GET_IFACE (self)->set_station != NULL)
    TRIO_PAGE_GET_IFACE (self)->set_station (self, station);
}

/**
 * trio_page_finish_edit:
 * @self: the page
 *
 * Keeps an edit that is under way, before the workshop is read for something else.
 */
void
trio_page_finish_edit (TrioPage *self)
{
  g_return_if_fail (TRIO_IS_PAGE (self));

  if (TRIO_PAGE_GET_IFACE (self)->finish_edit != NULL)
    TRIO_PAGE_GET_IFACE (self)->finish_edit (self);
}

/**
 * trio_page_focus_next_pane:
 * @self: the page
 * @focus: (nullable): the widget that has the focus, or %NULL to start with the first part
 *
 * Moves the focus to the next part of the page.
 *
 * Returns: %FALSE when there is no further part
 */
gboolean
trio_page_focus_next_pane (TrioPage *self, GtkWidget *focus)
{
  g_return_val_if_fail (TRIO_IS_PAGE (self), FALSE);

  if (TRIO_PAGE_GET_IFACE (self)->focus_next_pane != NULL)
    return TRIO_PAGE_GET_IFACE (self)->focus_next_pane (self, focus);
  return focus == NULL && gtk_widget_grab_focus (GTK_WIDGET (self));
}

/**
 * trio_page_get_toasts:
 * @self: the page
 *
 * Returns: (transfer none) (nullable): where the page wants passing messages
 */
AdwToastOverlay *
trio_page_get_toasts (TrioPage *self)
{
  g_return_val_if_fail (TRIO_IS_PAGE (self), NULL);

  if (TRIO_PAGE_GET_IFACE (self)->get_toasts == NULL)
    return NULL;
  return TRIO_PAGE_GET_IFACE (self)->get_toasts (self);
}

/**
 * trio_page_notice:
 * @self: the page
 * @text: what was done, or why it was refused
 * @undoable: whether it can be undone
 *
 * Tells that something was done or refused.
 */
void
trio_page_notice (TrioPage *self, const char *text, gboolean undoable)
{
  g_return_if_fail (TRIO_IS_PAGE (self));

  g_signal_emit (self, signals[NOTICE], 0, text, undoable);
}
