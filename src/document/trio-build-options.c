/* trio-build-options.c: what one document is to be like, also as a document of the workshop
 * remembers it. */
#include "config.h"

#include "document/trio-build-options.h"

#include <string.h>

#define GROUPING_OPTION "group_by_cluster"
#define STACKS_OPTION   "join_stacks"
#define ORDER_OPTION    "note_order"
#define ORDER_VOTES     "votes"
#define RECIPIENT_PARAM "recipient"

struct _TrioBuildOptions
{
  char *document_date;
  char *created;
  char *numbering;
  GHashTable *parameters;
  GHashTable *images; /* name of a param → GBytes */
  GArray *themes;     /* TrioId */
  TrioId only_theme;
};

static void
read_themes (TrioBuildOptions *options, TrioSnapshot *snapshot, const char *text)
{
  g_auto (GStrv) lines = g_strsplit (text, "\n", -1);

  for (char **line = lines; *line != NULL; line++)
    {
      TrioUuid uuid;
      const TrioRecord *theme = NULL;

      if (trio_uuid_from_text (&uuid, g_strstrip (*line)))
        theme = trio_snapshot_find_uuid (snapshot, &uuid);
      if (theme != NULL && theme->kind == TRIO_KIND_THEME)
        trio_build_options_add_theme (options, theme->id);
    }
}

/* A document remembers one parameter a line, so line ends in a value are written as \n. */
static char *
escape_lines (const char *text)
{
  GString *out = g_string_new (text);

  g_string_replace (out, "\\", "\\\\", 0);
  g_string_replace (out, "\r", "", 0);
  g_string_replace (out, "\n", "\\n", 0);
  return g_string_free (out, FALSE);
}

static char *
unescape_lines (const char *text)
{
  GString *out = g_string_new (NULL);

  for (const char *p = text; *p != '\0'; p++)
    {
      if (*p == '\\' && (p[1] == 'n' || p[1] == '\\'))
        p++;
      else if (*p != '\\')
        {
          g_string_append_c (out, *p);
          continue;
        }
      g_string_append_c (out, *p == 'n' ? '\n' : '\\');
    }
  return g_string_free (out, FALSE);
}

static void
read_parameters (TrioBuildOptions *options, const char *text)
{
  g_auto (GStrv) lines = g_strsplit (text, "\n", -1);

  for (char **line = lines; *line != NULL; line++)
    {
      char *equals = strchr (*line, '=');
      g_autofree char *value = NULL;

      if (equals == NULL)
        continue;
      *equals = '\0';
      value = unescape_lines (equals + 1);
      trio_build_options_set_parameter (options, g_strstrip (*line), value);
    }
}

/**
 * trio_build_options_new:
 *
 * Returns: (transfer full): options that leave everything to workshop and template
 */
TrioBuildOptions *
trio_build_options_new (void)
{
  TrioBuildOptions *options = g_new0 (TrioBuildOptions, 1);

  options->parameters = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  options->images
      = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify)g_bytes_unref);
  options->themes = g_array_new (FALSE, FALSE, sizeof (TrioId));
  return options;
}

/**
 * trio_build_options_new_for_document:
 * @snapshot: a workshop
 * @document: (nullable): one of its documents
 *
 * Reads what a document of the workshop says about itself: order of themes, numbering,
 * grouping, parameters, recipients. Dates are left to the caller.
 *
 * Returns: (transfer full): the options
 */
TrioBuildOptions *
trio_build_options_new_for_document (TrioSnapshot *snapshot, const TrioRecord *document)
{
  TrioBuildOptions *options = trio_build_options_new ();
  const char *recipients;

  g_return_val_if_fail (snapshot != NULL, options);

  if (document == NULL || document->kind != TRIO_KIND_DOCUMENT)
    return options;
  recipients = trio_record_get_text (document, TRIO_DOCUMENT_RECIPIENTS);
  if (*recipients != '\0')
    trio_build_options_set_parameter (options, RECIPIENT_PARAM, recipients);
  read_themes (options, snapshot, trio_record_get_text (document, TRIO_DOCUMENT_THEME_ORDER));
  read_parameters (options, trio_record_get_text (document, TRIO_DOCUMENT_PARAMETERS));
  trio_build_options_set_numbering (options,
                                    trio_record_get_text (document, TRIO_DOCUMENT_NUMBERING));
  if (g_str_equal (trio_record_get_text (document, TRIO_DOCUMENT_GROUPING), "cluster"))
    trio_build_options_set_group_by_cluster (options, TRUE);
  return options;
}

/**
 * trio_build_options_free:
 * @options: (transfer full) (nullable): options
 */
void
trio_build_options_free (TrioBuildOptions *options)
{
  if (options == NULL)
    return;
  g_free (options->document_date);
  g_free (options->created);
  g_free (options->numbering);
  g_hash_table_unref (options->parameters);
  g_hash_table_unref (options->images);
  g_array_unref (options->themes);
  g_free (options);
}

/**
 * trio_build_options_set_document_date:
 * @options: options
 * @date: (nullable): the date of the document, ISO 8601; %NULL for none
 */
void
trio_build_options_set_document_date (TrioBuildOptions *options, const char *date)
{
  g_return_if_fail (options != NULL);

  g_free (options->document_date);
  options->document_date = g_strdup (date);
}

/**
 * trio_build_options_set_created:
 * @options: options
 * @created: (nullable): the time stamp for the file's properties, ISO 8601 with "Z"
 */
void
trio_build_options_set_created (TrioBuildOptions *options, const char *created)
{
  g_return_if_fail (options != NULL);

  g_free (options->created);
  options->created = g_strdup (created);
}

/**
 * trio_build_options_set_numbering:
 * @options: options
 * @numbering: (nullable): "1.", "1)", a label with a 1 in it such as "TEMA 1:", or nothing
 *   for the template's own
 *
 * Replaces the numbering of whatever the template numbers.
 */
void
trio_build_options_set_numbering (TrioBuildOptions *options, const char *numbering)
{
  g_return_if_fail (options != NULL);

  g_free (options->numbering);
  options->numbering = numbering != NULL && *numbering != '\0' ? g_strdup (numbering) : NULL;
}

/**
 * trio_build_options_set_note_order:
 * @options: options
 * @order: the order of the inputs
 *
 * Sets the parameter "note_order", so that a document remembers it.
 */
void
trio_build_options_set_note_order (TrioBuildOptions *options, TrioNoteOrder order)
{
  g_return_if_fail (options != NULL);

  trio_build_options_set_parameter (options, ORDER_OPTION,
                                    order == TRIO_NOTE_ORDER_VOTES ? ORDER_VOTES : NULL);
}

/**
 * trio_build_options_set_group_by_cluster:
 * @options: options
 * @group: whether the inputs stand by cluster
 *
 * Sets the parameter "group_by_cluster".
 */
void
trio_build_options_set_group_by_cluster (TrioBuildOptions *options, gboolean group)
{
  trio_build_options_set_parameter (options, GROUPING_OPTION, group ? "yes" : "no");
}

/**
 * trio_build_options_set_join_stacks:
 * @options: options
 * @join: whether inputs that lie in one stack are printed once, with their number
 *
 * Sets the parameter "join_stacks". All are printed unless told.
 */
void
trio_build_options_set_join_stacks (TrioBuildOptions *options, gboolean join)
{
  trio_build_options_set_parameter (options, STACKS_OPTION, join ? "yes" : "no");
}

/**
 * trio_build_options_get_join_stacks:
 * @options: options
 *
 * Returns: whether inputs that lie in one stack are printed once
 */
gboolean
trio_build_options_get_join_stacks (const TrioBuildOptions *options)
{
  return g_strcmp0 (trio_build_options_get_parameter (options, STACKS_OPTION), "yes") == 0;
}

/**
 * trio_build_options_set_image:
 * @options: options
 * @name: the name of a param of the type image
 * @image: (nullable): the content of the file that the parameter names
 *
 * The builder reads no files; who has the path gives the picture.
 */
void
trio_build_options_set_image (TrioBuildOptions *options, const char *name, GBytes *image)
{
  g_return_if_fail (options != NULL && name != NULL);

  if (image != NULL)
    g_hash_table_replace (options->images, g_strdup (name), g_bytes_ref (image));
  else
    g_hash_table_remove (options->images, name);
}

/**
 * trio_build_options_get_image:
 * @options: options
 * @name: the name of a param
 *
 * Returns: (transfer none) (nullable): the picture that was set
 */
GBytes *
trio_build_options_get_image (const TrioBuildOptions *options, const char *name)
{
  g_return_val_if_fail (options != NULL && name != NULL, NULL);

  return g_hash_table_lookup (options->images, name);
}

/**
 * trio_build_options_dup_parameters:
 * @options: options
 *
 * Returns: (transfer full): the parameters as a document of the workshop remembers them,
 *   in alphabetical order; without the recipient, which has a field of its own
 */
char *
trio_build_options_dup_parameters (const TrioBuildOptions *options)
{
  g_autoptr (GList) names = NULL;
  GString *out = g_string_new (NULL);

  g_return_val_if_fail (options != NULL, g_string_free (out, FALSE));

  names = g_list_sort (g_hash_table_get_keys (options->parameters), (GCompareFunc)strcmp);
  for (GList *name = names; name != NULL; name = name->next)
    {
      g_autofree char *value = escape_lines (g_hash_table_lookup (options->parameters, name->data));

      if (!g_str_equal (name->data, RECIPIENT_PARAM))
        g_string_append_printf (out, "%s%s=%s", out->len > 0 ? "\n" : "", (char *)name->data,
                                value);
    }
  return g_string_free (out, FALSE);
}

/**
 * trio_build_options_set_parameter:
 * @options: options
 * @name: the name of a param of the template
 * @value: (nullable): its value, before that of the workshop and the template's default;
 *   %NULL to leave it to them
 */
void
trio_build_options_set_parameter (TrioBuildOptions *options, const char *name, const char *value)
{
  g_return_if_fail (options != NULL && name != NULL);

  if (value != NULL)
    g_hash_table_replace (options->parameters, g_strdup (name), g_strdup (value));
  else
    g_hash_table_remove (options->parameters, name);
}

/**
 * trio_build_options_add_theme:
 * @options: options
 * @theme: the id of the next theme of the document
 *
 * Themes that are not added follow in the order of the workshop; none is left out.
 */
void
trio_build_options_add_theme (TrioBuildOptions *options, TrioId theme)
{
  g_return_if_fail (options != NULL);

  g_array_append_val (options->themes, theme);
}

/**
 * trio_build_options_set_only_theme:
 * @options: options
 * @theme: the id of the only theme of the document, or 0 for all of them
 *
 * Leaves out all other themes and their stations, for the posters of one theme. A document of
 * the workshop never leaves any out.
 */
void
trio_build_options_set_only_theme (TrioBuildOptions *options, TrioId theme)
{
  g_return_if_fail (options != NULL);

  options->only_theme = theme;
}

/**
 * trio_build_options_get_only_theme:
 * @options: options
 *
 * Returns: the id of the only theme of the document, or 0
 */
TrioId
trio_build_options_get_only_theme (const TrioBuildOptions *options)
{
  g_return_val_if_fail (options != NULL, 0);

  return options->only_theme;
}

/**
 * trio_build_options_get_document_date:
 * @options: options
 *
 * Returns: (transfer none) (nullable): the date of the document
 */
const char *
trio_build_options_get_document_date (const TrioBuildOptions *options)
{
  g_return_val_if_fail (options != NULL, NULL);

  return options->document_date;
}

/**
 * trio_build_options_get_created:
 * @options: options
 *
 * Returns: (transfer none) (nullable): the time stamp for the file's properties
 */
const char *
trio_build_options_get_created (const TrioBuildOptions *options)
{
  g_return_val_if_fail (options != NULL, NULL);

  return options->created;
}

/**
 * trio_build_options_get_numbering:
 * @options: options
 *
 * Returns: (transfer none) (nullable): the numbering, %NULL for the template's own
 */
const char *
trio_build_options_get_numbering (const TrioBuildOptions *options)
{
  g_return_val_if_fail (options != NULL, NULL);

  return options->numbering;
}

/**
 * trio_build_options_get_note_order:
 * @options: options
 *
 * Returns: the order of the inputs
 */
TrioNoteOrder
trio_build_options_get_note_order (const TrioBuildOptions *options)
{
  g_return_val_if_fail (options != NULL, TRIO_NOTE_ORDER_CAPTURE);

  return g_strcmp0 (trio_build_options_get_parameter (options, ORDER_OPTION), ORDER_VOTES) == 0
             ? TRIO_NOTE_ORDER_VOTES
             : TRIO_NOTE_ORDER_CAPTURE;
}

/**
 * trio_build_options_get_parameter:
 * @options: options
 * @name: the name of a param
 *
 * Returns: (transfer none) (nullable): the value that was set for this document
 */
const char *
trio_build_options_get_parameter (const TrioBuildOptions *options, const char *name)
{
  g_return_val_if_fail (options != NULL && name != NULL, NULL);

  return g_hash_table_lookup (options->parameters, name);
}

/**
 * trio_build_options_get_themes:
 * @options: options
 *
 * Returns: (transfer none) (element-type TrioId): the themes that come first, in order
 */
const GArray *
trio_build_options_get_themes (const TrioBuildOptions *options)
{
  g_return_val_if_fail (options != NULL, NULL);

  return options->themes;
}
