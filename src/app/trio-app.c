/* trio-app.c: what has to be loaded before the first widget is made. */
#include "config.h"

#include "app/trio-app.h"

#include "trio-app-resources.h"
#include "trio-help-resources.h"

/**
 * trio_app_init:
 *
 * Registers templates and styles. They are registered by hand because a static library's
 * constructors are dropped by the linker when nothing refers to them.
 */
void
trio_app_init (void)
{
  trio_app_register_resource ();
  trio_help_register_resource ();
}
