/* trio-builder-text.c: filling in wording, choosing sentences, judging conditions. */
#include "config.h"

#include "document/trio-builder-private.h"

#include <string.h>

#include "base/trio-text.h"

static gboolean
is_there (const char *path, const TrioScope *scope)
{
  TrioWordingValue value = { TRIO_WORDING_TEXT, NULL, 0 };

  return trio_scope_lookup_cb (path, &value, (gpointer)scope)
         && !trio_wording_value_is_empty (&value);
}

/* Whether a text ends like a sentence, behind closing quotes and brackets. */
static gboolean
is_whole (const char *path, const TrioScope *scope)
{
  TrioWordingValue value = { TRIO_WORDING_TEXT, NULL, 0 };
  const char *p;

  if (!trio_scope_lookup_cb (path, &value, (gpointer)scope) || value.text == NULL)
    return FALSE;
  p = value.text + strlen (value.text);
  while (p > value.text)
    {
      gunichar c;

      p = g_utf8_prev_char (p);
      c = g_utf8_get_char (p);
      if (c < 128 ? strchr (".!?:", (int)c) != NULL : c == 0x2026)
        return TRUE;
      if (!g_unichar_isspace (c) && (c >= 128 || strchr ("\"')]", (int)c) == NULL) && c != 0x201d
          && c != 0x201c && c != 0xbb && c != 0xab && c != 0x2019)
        return FALSE;
    }
  return FALSE;
}

/* Whether a sentence has all its values. */
gboolean
trio_builder_is_shown (const TrioNode *sentence, const TrioScope *scope)
{
  return trio_builder_holds (&sentence->condition, scope)
         && trio_wording_is_complete (sentence->wording, trio_scope_lookup_cb, (gpointer)scope);
}

static void
add_sentence (GString *out, const TrioNode *sentence, const TrioScope *scope)
{
  g_autofree char *text = trio_builder_expand (sentence->wording, scope);

  g_strstrip (text);
  if (*text == '\0')
    return;
  if (out->len > 0)
    g_string_append_c (out, ' ');
  g_string_append (out, text);
}

/* The first sentence that has all its values. */
static void
add_either (GString *out, const TrioNode *either, const TrioScope *scope)
{
  if (!trio_builder_holds (&either->condition, scope))
    return;
  for (guint i = 0; i < either->children->len; i++)
    if (trio_builder_is_shown (either->children->pdata[i], scope))
      {
        add_sentence (out, either->children->pdata[i], scope);
        return;
      }
}

/* Whether everything that the condition asks for is so. */
gboolean
trio_builder_holds (const TrioCondition *condition, const TrioScope *scope)
{
  for (char **path = condition->has; path != NULL && *path != NULL; path++)
    if (!is_there (*path, scope))
      return FALSE;
  for (char **path = condition->lacks; path != NULL && *path != NULL; path++)
    if (is_there (*path, scope))
      return FALSE;
  if (condition->option != NULL && !trio_scope_has_option (scope, condition->option))
    return FALSE;
  if (condition->whole != NULL && !is_whole (condition->whole, scope))
    return FALSE;
  return condition->part == NULL
         || (is_there (condition->part, scope) && !is_whole (condition->part, scope));
}

char *
trio_builder_expand (const TrioWording *wording, const TrioScope *scope)
{
  return trio_wording_expand (wording, trio_template_get_lang (scope->tmpl), trio_scope_lookup_cb,
                              (gpointer)scope);
}

/* Returns: the text of a title, heading or paragraph; NULL if there is nothing to print. */
char *
trio_builder_fill (const TrioNode *node, const TrioScope *scope)
{
  g_autoptr (GString) out = g_string_new (NULL);

  if (node->wording != NULL)
    {
      if (node->omit_empty
          && !trio_wording_is_complete (node->wording, trio_scope_lookup_cb, (gpointer)scope))
        return NULL;
      add_sentence (out, node, scope);
    }
  for (guint i = 0; i < node->children->len; i++)
    {
      const TrioNode *child = node->children->pdata[i];

      if (child->kind == TRIO_NODE_EITHER)
        add_either (out, child, scope);
      else if (trio_builder_is_shown (child, scope))
        add_sentence (out, child, scope);
    }
  return out->len > 0 ? g_string_free (g_steal_pointer (&out), FALSE) : NULL;
}

char *
trio_builder_one_line (const char *text)
{
  return trio_text_clean (text, -1, TRIO_TEXT_ONE_LINE | TRIO_TEXT_TRIM);
}

/* Returns: the paragraphs, without empty ones. */
char **
trio_builder_split_paragraphs (const char *text)
{
  g_autofree char *clean = trio_text_clean (text, -1, TRIO_TEXT_PLAIN);
  g_auto (GStrv) lines = g_strsplit (clean, "\n", -1);
  g_autoptr (GStrvBuilder) paragraphs = g_strv_builder_new ();
  g_autoptr (GString) current = g_string_new (NULL);

  for (char **line = lines;; line++)
    {
      if (*line != NULL && *g_strstrip (*line) != '\0')
        {
          g_string_append_printf (current, "%s%s", current->len > 0 ? "\n" : "", *line);
          continue;
        }
      if (current->len > 0)
        g_strv_builder_add (paragraphs, current->str);
      g_string_truncate (current, 0);
      if (*line == NULL)
        break;
    }
  return g_strv_builder_end (paragraphs);
}
