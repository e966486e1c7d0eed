/* trio-document-values.c: what new documents begin with, because it was typed before.
 *
 * A template says which of its values are worth it, such as a department: they are the same
 * from one event to the next.
 */
#include "config.h"

#include "app/trio-document-values.h"

#include <string.h>

#include "app/trio-settings.h"

#define KEY        "document-values"
#define TYPE       "a{ss}"
#define MAX_VALUES 100
#define MAX_LENGTH 2000

/**
 * trio_document_values_remember:
 * @name: a parameter
 * @value: what was typed; "" to forget it
 *
 * Lets new documents begin with the value.
 */
void
trio_document_values_remember (const char *name, const char *value)
{
  g_autoptr (GSettings) settings = trio_settings_dup ();
  g_autoptr (GVariant) all = settings != NULL ? g_settings_get_value (settings, KEY) : NULL;
  GVariantBuilder builder = G_VARIANT_BUILDER_INIT (G_VARIANT_TYPE (TYPE));
  GVariantIter iter;
  const char *known;
  const char *text;
  guint n = 1;

  g_return_if_fail (name != NULL && value != NULL);

  if (settings == NULL || strlen (value) > MAX_LENGTH)
    return;
  if (*value != '\0')
    g_variant_builder_add (&builder, "{ss}", name, value);
  g_variant_iter_init (&iter, all);
  while (g_variant_iter_next (&iter, "{&s&s}", &known, &text) && n < MAX_VALUES)
    if (!g_str_equal (known, name))
      {
        g_variant_builder_add (&builder, "{ss}", known, text);
        n++;
      }
  g_settings_set_value (settings, KEY, g_variant_builder_end (&builder));
}

/**
 * trio_document_values_apply:
 * @options: what a new document is to be like
 *
 * Fills in what is remembered; what the options say already stays.
 */
void
trio_document_values_apply (TrioBuildOptions *options)
{
  g_autoptr (GSettings) settings = trio_settings_dup ();
  g_autoptr (GVariant) all = settings != NULL ? g_settings_get_value (settings, KEY) : NULL;
  GVariantIter iter;
  const char *name;
  const char *value;

  g_return_if_fail (options != NULL);

  if (all == NULL)
    return;
  g_variant_iter_init (&iter, all);
  while (g_variant_iter_next (&iter, "{&s&s}", &name, &value))
    if (trio_build_options_get_parameter (options, name) == NULL)
      trio_build_options_set_parameter (options, name, value);
}
