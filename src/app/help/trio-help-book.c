/* trio-help-book.c: the pages of the help in one language, in the order of its first page.
 *
 * The pages are embedded in the program, so that the help is there without a network and is the
 * one of this version.
 */
#include "config.h"

#include "app/help/trio-help-book.h"

#include <gio/gio.h>

#define FIRST_PAGE "index"

static TrioHelpPage *
read_page (const char *lang, const char *id, GError **error)
{
  g_autofree char *path = g_strdup_printf (TRIO_HELP_FOLDER "/%s/%s.page", lang, id);
  g_autoptr (GBytes) source = g_resources_lookup_data (path, G_RESOURCE_LOOKUP_FLAGS_NONE, error);

  return source != NULL ? trio_help_page_read (id, source, error) : NULL;
}

/**
 * trio_help_book_choose_language:
 * @languages: languages of the user, the dearest first, as of g_get_language_names()
 *
 * Returns: "da" or "en"
 */
const char *
trio_help_book_choose_language (const char *const *languages)
{
  for (guint i = 0; languages[i] != NULL; i++)
    {
      if (g_str_has_prefix (languages[i], "da"))
        return "da";
      if (g_str_has_prefix (languages[i], "en"))
        return "en";
    }
  return "en";
}

/**
 * trio_help_book_read:
 * @lang: "da" or "en"
 * @error: return location for an error
 *
 * Reads the first page, and every page that it links to.
 *
 * Returns: (transfer full) (element-type TrioHelpPage) (nullable): the pages, the first one
 *   first; %NULL when one of them is missing or cannot be read
 */
GPtrArray *
trio_help_book_read (const char *lang, GError **error)
{
  g_autoptr (GPtrArray) pages
      = g_ptr_array_new_with_free_func ((GDestroyNotify)trio_help_page_free);
  TrioHelpPage *first = read_page (lang, FIRST_PAGE, error);

  if (first == NULL)
    return NULL;

  g_ptr_array_add (pages, first);
  for (guint i = 0; i < first->links->len; i++)
    {
      TrioHelpPage *page = read_page (lang, g_ptr_array_index (first->links, i), error);

      if (page == NULL)
        return NULL;
      g_ptr_array_add (pages, page);
    }
  return g_steal_pointer (&pages);
}

/**
 * trio_help_book_find:
 * @pages: (element-type TrioHelpPage): the pages of a book
 * @id: name of a page
 *
 * Returns: (transfer none) (nullable): the page
 */
TrioHelpPage *
trio_help_book_find (GPtrArray *pages, const char *id)
{
  for (guint i = 0; i < pages->len; i++)
    {
      TrioHelpPage *page = g_ptr_array_index (pages, i);

      if (g_str_equal (page->id, id))
        return page;
    }
  return NULL;
}
