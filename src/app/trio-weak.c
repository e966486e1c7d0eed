/* trio-weak.c: lets work in another thread report to a widget without keeping it alive. */
#include "config.h"

#include "app/trio-weak.h"

/**
 * trio_weak_new:
 * @object: (type GObject.Object): an object
 *
 * Returns: (transfer full): data for a callback, for trio_weak_take()
 */
gpointer
trio_weak_new (gpointer object)
{
  GWeakRef *weak = g_new0 (GWeakRef, 1);

  g_weak_ref_init (weak, object);
  return weak;
}

/**
 * trio_weak_take:
 * @weak: (transfer full): what trio_weak_new() gave
 *
 * Returns: (transfer full) (nullable): the object, or %NULL when it is gone
 */
gpointer
trio_weak_take (gpointer weak)
{
  gpointer object = g_weak_ref_get (weak);

  g_weak_ref_clear (weak);
  g_free (weak);
  return object;
}

/**
 * trio_weak_peek:
 * @weak: what trio_weak_new() gave
 *
 * For callbacks that come more than once.
 *
 * Returns: (transfer full) (nullable): the object, or %NULL when it is gone
 */
gpointer
trio_weak_peek (gpointer weak)
{
  return g_weak_ref_get (weak);
}
