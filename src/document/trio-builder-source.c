/* trio-builder-source.c: which object of the workshop the words of a block come from. */
#include "config.h"

#include <string.h>

#include "document/trio-builder-private.h"

typedef struct
{
  const char *path;
  gboolean found;
} Search;

static void
compare_cb (const TrioWordingUse *use, gpointer user_data)
{
  Search *search = user_data;

  search->found = search->found || strcmp (use->path, search->path) == 0;
}

static gboolean
mentions (const TrioNode *node, const char *path)
{
  Search search = { path, FALSE };

  if (node->wording != NULL)
    trio_wording_foreach (node->wording, compare_cb, &search);
  for (guint i = 0; node->children != NULL && i < node->children->len && !search.found; i++)
    search.found = mentions (node->children->pdata[i], path);
  return search.found;
}

/* Returns: (nullable): the object that a heading inside a for-each is about. */
char *
trio_builder_dup_heading_source (const TrioScope *scope)
{
  return scope->record != NULL ? trio_uuid_to_text (&scope->record->uuid) : NULL;
}

/* Returns: (nullable): where the words of a paragraph come from: the summary of the theme if
 * the template puts it there and there is one, else its direction; without the number of the
 * paragraph. */
char *
trio_builder_dup_para_source (const TrioNode *node, const TrioScope *scope)
{
  const TrioRecord *theme = trio_scope_find (scope, TRIO_SCOPE_THEME);
  const TrioRecord *summary
      = theme != NULL ? trio_doc_source_find_summary (scope->source, theme->id) : NULL;
  g_autofree char *uuid = NULL;

  if (summary != NULL && *trio_record_get_text (summary, TRIO_SUMMARY_TEXT) != '\0'
      && mentions (node, "theme.summary"))
    return trio_uuid_to_text (&summary->uuid);
  if (theme == NULL || *trio_record_get_text (theme, TRIO_THEME_DIRECTION) == '\0'
      || !mentions (node, "theme.direction"))
    return NULL;
  uuid = trio_uuid_to_text (&theme->uuid);
  return g_strconcat (uuid, "/direction", NULL);
}
