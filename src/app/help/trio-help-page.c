/* trio-help-page.c: one page of the help, read from its source.
 *
 * The sources are pages of Mallard 1.0 (projectmallard.org), so that other readers of help show
 * them too; what is understood here is the part of it that they use.
 */
#include "config.h"

#include "app/help/trio-help-page.h"

#include <string.h>

#include <glib/gi18n.h>

#include "base/trio-error.h"
#include "base/trio-text.h"

typedef struct
{
  TrioHelpPage *page;
  GString *markup; /* of the block that is being read; NULL between blocks */
  GString *words;
  gsize begun;   /* where the words of the block begin in @words */
  GArray *lists; /* guint: for each open list the number of its last step, or G_MAXUINT */
  guint items;
  gboolean in_info;
  gboolean in_note;
  gboolean in_terms;
  gboolean item_begun; /* the first paragraph of an item has its mark */
  char *picture;
} Reader;

static void
free_block (gpointer data)
{
  TrioHelpBlock *block = data;

  g_free (block->markup);
  g_free (block->source);
  g_free (block);
}

static TrioHelpBlock *
add_block (Reader *reader, TrioHelpBlockKind kind)
{
  TrioHelpBlock *block = g_new0 (TrioHelpBlock, 1);

  block->kind = kind;
  block->depth = reader->lists->len;
  block->markup = g_strdup (g_strstrip (reader->markup->str));
  g_ptr_array_add (reader->page->blocks, block);
  return block;
}

/* What a paragraph is depends on where it stands. */
static void
end_paragraph (Reader *reader)
{
  guint *number;

  if (reader->picture != NULL)
    {
      TrioHelpBlock *block = add_block (reader, TRIO_HELP_PICTURE);

      block->source = g_steal_pointer (&reader->picture);
      g_free (block->markup);
      block->markup = g_strstrip (g_strdup (reader->words->str + reader->begun));
      return;
    }
  if (reader->in_note)
    {
      add_block (reader, TRIO_HELP_NOTE);
      return;
    }
  if (reader->lists->len == 0 || reader->item_begun || reader->in_terms)
    {
      add_block (reader, TRIO_HELP_PARAGRAPH);
      return;
    }

  number = &g_array_index (reader->lists, guint, reader->lists->len - 1);
  reader->item_begun = TRUE;
  if (*number == G_MAXUINT)
    add_block (reader, TRIO_HELP_ITEM);
  else
    add_block (reader, TRIO_HELP_STEP)->number = ++*number;
}

static void
end_title (Reader *reader)
{
  if (reader->in_terms)
    {
      add_block (reader, TRIO_HELP_TERM);
      return;
    }
  if (reader->page->title != NULL)
    {
      add_block (reader, TRIO_HELP_HEADING);
      return;
    }
  reader->page->title = g_strstrip (g_strdup (reader->words->str + reader->begun));
}

static const struct
{
  const char *element;
  const char *open;
  const char *close;
} spans[] = {
  { "em", "<i>", "</i>" },
  { "gui", "<b>", "</b>" },
  { "key", "<tt>", "</tt>" },
  { "code", "<tt>", "</tt>" },
};

static void
start_link (Reader *reader, const char **names, const char **values)
{
  for (guint i = 0; names[i] != NULL; i++)
    {
      if (!g_str_equal (names[i], "xref"))
        continue;
      g_string_append_printf (reader->markup, "<a href=\"help:%s\">", values[i]);
      g_ptr_array_add (reader->page->links, g_strdup (values[i]));
    }
}

static void
start_element_cb (GMarkupParseContext *context,
                  const char *name,
                  const char **names,
                  const char **values,
                  gpointer user_data,
                  GError **error)
{
  Reader *reader = user_data;
  guint none = g_str_equal (name, "steps") ? 0 : G_MAXUINT;

  if (g_str_equal (name, "info"))
    reader->in_info = TRUE;
  else if (reader->in_info)
    return;
  else if (g_str_equal (name, "list") || g_str_equal (name, "steps"))
    g_array_append_val (reader->lists, none);
  else if (g_str_equal (name, "terms"))
    reader->in_terms = TRUE;
  else if (g_str_equal (name, "item"))
    reader->item_begun = FALSE;
  else if (g_str_equal (name, "note"))
    reader->in_note = TRUE;
  else if (g_str_equal (name, "p") || g_str_equal (name, "title"))
    {
      reader->markup = g_string_new (NULL);
      reader->begun = reader->words->len;
    }
  else if (g_str_equal (name, "media"))
    {
      for (guint i = 0; names[i] != NULL; i++)
        if (g_str_equal (names[i], "src"))
          reader->picture = g_strdup (values[i]);
    }
  else if (reader->markup != NULL && g_str_equal (name, "link"))
    start_link (reader, names, values);
  else if (reader->markup != NULL)
    for (guint i = 0; i < G_N_ELEMENTS (spans); i++)
      if (g_str_equal (name, spans[i].element))
        g_string_append (reader->markup, spans[i].open);
}

static void
end_block (Reader *reader, const char *name)
{
  if (g_str_equal (name, "p"))
    end_paragraph (reader);
  else
    end_title (reader);
  g_string_append_c (reader->words, '\n');
  g_string_free (g_steal_pointer (&reader->markup), TRUE);
}

static void
end_element_cb (GMarkupParseContext *context, const char *name, gpointer user_data, GError **error)
{
  Reader *reader = user_data;

  if (g_str_equal (name, "info"))
    reader->in_info = FALSE;
  else if (reader->in_info)
    return;
  else if (g_str_equal (name, "list") || g_str_equal (name, "steps"))
    {
      g_array_set_size (reader->lists, reader->lists->len - 1);
      reader->item_begun = TRUE;
    }
  else if (g_str_equal (name, "terms"))
    reader->in_terms = FALSE;
  else if (g_str_equal (name, "note"))
    reader->in_note = FALSE;
  else if (g_str_equal (name, "p") || g_str_equal (name, "title"))
    end_block (reader, name);
  else if (reader->markup != NULL && g_str_equal (name, "link"))
    g_string_append (reader->markup, "</a>");
  else if (reader->markup != NULL)
    for (guint i = 0; i < G_N_ELEMENTS (spans); i++)
      if (g_str_equal (name, spans[i].element))
        g_string_append (reader->markup, spans[i].close);
}

/* Line breaks and indents of the source are one blank. */
static void
text_cb (GMarkupParseContext *context,
         const char *text,
         gsize length,
         gpointer user_data,
         GError **error)
{
  Reader *reader = user_data;
  g_autoptr (GString) plain = NULL;
  g_autofree char *escaped = NULL;

  if (reader->markup == NULL)
    return;

  plain = g_string_sized_new (length);
  for (gsize i = 0; i < length; i++)
    {
      gboolean blank = g_ascii_isspace (text[i]);

      if (!blank)
        g_string_append_c (plain, text[i]);
      else if (plain->len == 0 || plain->str[plain->len - 1] != ' ')
        g_string_append_c (plain, ' ');
    }
  escaped = g_markup_escape_text (plain->str, (gssize)plain->len);
  g_string_append (reader->markup, escaped);
  g_string_append (reader->words, plain->str);
}

/**
 * trio_help_page_read:
 * @id: name of the page
 * @source: a Mallard page
 * @error: return location for an error
 *
 * Reads a page.
 *
 * Returns: (transfer full) (nullable): the page; %NULL when it is not well-formed XML or has no
 *   title (%TRIO_ERROR_PARSE)
 */
TrioHelpPage *
trio_help_page_read (const char *id, GBytes *source, GError **error)
{
  static const GMarkupParser parser = { start_element_cb, end_element_cb, text_cb, NULL, NULL };
  g_autoptr (TrioHelpPage) page = NULL;
  g_autoptr (GMarkupParseContext) context = NULL;
  g_autoptr (GString) words = NULL;
  g_autoptr (GArray) lists = NULL;
  g_autoptr (GError) local_error = NULL;
  Reader reader = { 0 };
  gconstpointer data;
  gsize size;
  gboolean done;

  g_return_val_if_fail (id != NULL && source != NULL, NULL);

  page = g_new0 (TrioHelpPage, 1);
  page->id = g_strdup (id);
  page->blocks = g_ptr_array_new_with_free_func (free_block);
  page->links = g_ptr_array_new_with_free_func (g_free);
  words = g_string_new (NULL);
  lists = g_array_new (FALSE, FALSE, sizeof (guint));
  reader.page = page;
  reader.words = words;
  reader.lists = lists;
  context = g_markup_parse_context_new (&parser, 0, &reader, NULL);
  data = g_bytes_get_data (source, &size);
  done = g_markup_parse_context_parse (context, data, (gssize)size, &local_error)
         && g_markup_parse_context_end_parse (context, &local_error);
  if (reader.markup != NULL)
    g_string_free (reader.markup, TRUE);
  g_free (reader.picture);
  if (!done || page->title == NULL)
    {
      g_set_error (error, TRIO_ERROR, TRIO_ERROR_PARSE, _ ("The help page “%s” cannot be read: %s"),
                   id, done ? _ ("it has no title") : local_error->message);
      return NULL;
    }
  page->words = trio_text_fold (words->str);
  return g_steal_pointer (&page);
}

/**
 * trio_help_page_matches:
 * @self: a page
 * @query: words to look for
 *
 * Returns: whether every word of @query stands on the page, in any case and with or without
 *   accents
 */
gboolean
trio_help_page_matches (const TrioHelpPage *self, const char *query)
{
  g_autofree char *folded = trio_text_fold (query);
  g_auto (GStrv) parts = g_strsplit_set (folded, " \t\n", -1);

  for (guint i = 0; parts[i] != NULL; i++)
    if (strstr (self->words, parts[i]) == NULL)
      return FALSE;
  return TRUE;
}

/**
 * trio_help_page_free:
 * @self: (nullable): a page
 *
 * Frees a page.
 */
void
trio_help_page_free (TrioHelpPage *self)
{
  if (self == NULL)
    return;

  g_free (self->id);
  g_free (self->title);
  g_free (self->words);
  g_ptr_array_unref (self->blocks);
  g_ptr_array_unref (self->links);
  g_free (self);
}
