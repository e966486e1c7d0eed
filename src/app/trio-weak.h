/* trio-weak.h: lets work in another thread report to a widget without keeping it alive.
 *
 * A widget that is only freed when a thread is done would be freed after its window.
 */
#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

gpointer trio_weak_new (gpointer object);
gpointer trio_weak_take (gpointer weak);
gpointer trio_weak_peek (gpointer weak);

G_END_DECLS
