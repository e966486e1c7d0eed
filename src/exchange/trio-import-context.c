/* trio-import-context.c: what the parsers know about the workshop: its themes and stations.
 *
 * A small immutable copy, so that parsing can run in any thread and be tested without a model.
 */
#include "config.h"

#include "exchange/trio-import-plan.h"

#include <string.h>

/* Limits for a context that knows no workshop. */
#define DEFAULT_MAX_TEXT    20000
#define DEFAULT_MAX_TITLE   300
#define DEFAULT_MAX_STATION 999

static void
clear_theme (gpointer data)
{
  TrioImportTheme *theme = data;

  g_free (theme->title);
  g_free (theme->folded);
}

/**
 * trio_import_fold:
 * @text: UTF-8 text
 * @length: its length in bytes, or -1
 *
 * Folds @text for comparing titles: composed characters, no case, one space where there is
 * white space, none at the ends. Unlike a search key it keeps accents: å is not a.
 *
 * Returns: (transfer full): the folded text
 */
char *
trio_import_fold (const char *text, gssize length)
{
  g_autofree char *composed = g_utf8_normalize (text, length, G_NORMALIZE_ALL_COMPOSE);
  g_autofree char *folded = composed ? g_utf8_casefold (composed, -1) : g_strdup ("");
  GString *out = g_string_sized_new (strlen (folded));
  gboolean pending = FALSE;

  for (const char *p = folded; *p; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (g_unichar_isspace (c))
        {
          pending = out->len > 0;
          continue;
        }
      if (pending)
        g_string_append_c (out, ' ');
      pending = FALSE;
      g_string_append_unichar (out, c);
    }

  return g_string_free (out, FALSE);
}

/**
 * trio_import_context_new:
 *
 * Returns: (transfer full): a context without themes and stations
 */
TrioImportContext *
trio_import_context_new (void)
{
  TrioImportContext *context = g_new0 (TrioImportContext, 1);

  g_atomic_ref_count_init (&context->refs);
  context->themes = g_array_new (FALSE, TRUE, sizeof (TrioImportTheme));
  g_array_set_clear_func (context->themes, clear_theme);
  context->stations = g_array_new (FALSE, TRUE, sizeof (TrioImportKnown));
  context->max_text = DEFAULT_MAX_TEXT;
  context->max_title = DEFAULT_MAX_TITLE;
  context->max_station = DEFAULT_MAX_STATION;
  return context;
}

/**
 * trio_import_context_ref:
 * @context: a context
 *
 * Returns: (transfer full): @context with one more reference
 */
TrioImportContext *
trio_import_context_ref (TrioImportContext *context)
{
  g_return_val_if_fail (context != NULL, NULL);

  g_atomic_ref_count_inc (&context->refs);
  return context;
}

/**
 * trio_import_context_unref:
 * @context: a context
 *
 * Drops a reference; frees @context with the last one.
 */
void
trio_import_context_unref (TrioImportContext *context)
{
  g_return_if_fail (context != NULL);

  if (!g_atomic_ref_count_dec (&context->refs))
    return;

  g_array_unref (context->themes);
  g_array_unref (context->stations);
  g_free (context);
}

/**
 * trio_import_context_add_theme:
 * @context: a context nobody else uses yet
 * @id: the theme's id
 * @title: its title
 *
 * Tells of a theme that the workshop has.
 *
 * Returns: its index in the context
 */
guint
trio_import_context_add_theme (TrioImportContext *context, TrioId id, const char *title)
{
  TrioImportTheme theme = { id, g_strdup (title), trio_import_fold (title, -1) };

  g_array_append_val (context->themes, theme);
  return context->themes->len - 1;
}

/**
 * trio_import_context_add_station:
 * @context: a context nobody else uses yet
 * @id: the station's id
 * @number: its number
 * @theme: index of its theme, as trio_import_context_add_theme() returned it
 *
 * Tells of a station that the workshop has.
 */
void
trio_import_context_add_station (TrioImportContext *context, TrioId id, guint number, guint theme)
{
  TrioImportKnown known = { id, number, theme };

  g_return_if_fail (theme < context->themes->len);

  g_array_append_val (context->stations, known);
}

/**
 * trio_import_context_find_theme:
 * @context: a context
 * @title: a title as read
 *
 * Finds the theme with that title; case and white space do not count.
 *
 * Returns: (nullable) (transfer none): the theme, or %NULL
 */
const TrioImportTheme *
trio_import_context_find_theme (const TrioImportContext *context, const char *title)
{
  g_autofree char *folded = trio_import_fold (title, -1);

  for (guint i = 0; i < context->themes->len; i++)
    {
      const TrioImportTheme *theme = &g_array_index (context->themes, TrioImportTheme, i);

      if (*folded && g_str_equal (theme->folded, folded))
        return theme;
    }

  return NULL;
}
