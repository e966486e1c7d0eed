/* trio-wording.c: parsing the wording of a template.
 *
 * A wording is a short list of parts: text, values, choices between two forms, and groups
 * that are left out when a value in them is empty. Groups do not nest.
 */
#include "config.h"

#include "document/trio-wording-private.h"

#include <string.h>

#include <glib/gi18n-lib.h>

#include "base/trio-error.h"
#include "base/trio-text.h"

static void
free_part (TrioPart *part)
{
  g_free (part->text);
  g_free (part->many);
  g_free (part->path);
  g_strfreev (part->filters);
  g_clear_pointer (&part->parts, g_ptr_array_unref);
  g_free (part);
}

static TrioPart *
add_part (GPtrArray *parts, TrioPartKind kind)
{
  TrioPart *part = g_new0 (TrioPart, 1);

  part->kind = kind;
  g_ptr_array_add (parts, part);
  return part;
}

static void
flush_text (GPtrArray *parts, GString *text)
{
  if (text->len == 0)
    return;
  add_part (parts, TRIO_PART_TEXT)->text = g_strdup (text->str);
  g_string_truncate (text, 0);
}

/* [a-z][a-z0-9_]*, and with dots allowed two of them. */
static gboolean
is_name (const char *name, gboolean allow_dot)
{
  if (!g_ascii_islower (*name))
    return FALSE;
  for (const char *p = name + 1; *p != '\0'; p++)
    {
      if (*p == '.' && allow_dot)
        return is_name (p + 1, FALSE);
      if (!g_ascii_islower (*p) && !g_ascii_isdigit (*p) && *p != '_')
        return FALSE;
    }
  return TRUE;
}

static gboolean
parse_choice (TrioPart *part, const char *inside, const char *question, GError **error)
{
  const char *bar = strchr (question, '|');

  part->kind = TRIO_PART_CHOICE;
  part->path = g_strndup (inside, (gsize)(question - inside));
  if (bar == NULL || strchr (bar + 1, '|') != NULL || strpbrk (question, "[]") != NULL)
    {
      g_set_error (error, TRIO_ERROR, TRIO_ERROR_PARSE,
                   _ ("“{%s}” needs two forms, such as “{theme_count?theme|themes}”."), inside);
      return FALSE;
    }
  part->text = g_strndup (question + 1, (gsize)(bar - question - 1));
  part->many = g_strdup (bar + 1);
  return TRUE;
}

static gboolean
parse_placeholder (TrioPart *part, const char *inside, GError **error)
{
  const char *question = strchr (inside, '?');

  if (question != NULL)
    {
      if (!parse_choice (part, inside, question, error))
        return FALSE;
    }
  else
    {
      g_auto (GStrv) pieces = g_strsplit (inside, ":", -1);

      part->path = g_strdup (pieces[0] != NULL ? pieces[0] : "");
      if (pieces[0] != NULL && pieces[1] != NULL)
        part->filters = g_strdupv (pieces + 1);
    }

  if (!is_name (part->path, TRUE))
    {
      g_set_error (error, TRIO_ERROR, TRIO_ERROR_PARSE,
                   _ ("“{%s}” is not the name of a value. Names are small letters a–z, digits and "
                      "“_”, without spaces."),
                   inside);
      return FALSE;
    }
  for (char **f = part->filters; f != NULL && *f != NULL; f++)
    if (!is_name (*f, FALSE))
      {
        g_set_error (error, TRIO_ERROR, TRIO_ERROR_PARSE,
                     _ ("“%s” in “{%s}” is not the name of a filter."), *f, inside);
        return FALSE;
      }
  return TRUE;
}

static char *
excerpt (const char *at)
{
  return trio_text_shorten (at, 30);
}

/* Reads "{…}" at @at and moves it behind the closing brace. */
static gboolean
read_placeholder (GPtrArray *parts, const char **at, GError **error)
{
  const char *end = strpbrk (*at + 1, "{}");

  if (end == NULL || *end != '}')
    {
      g_autofree char *near = excerpt (*at);

      g_set_error (error, TRIO_ERROR, TRIO_ERROR_PARSE,
                   _ ("The brace at “%s” is not closed. Write “{{” for the sign itself."), near);
      return FALSE;
    }
  else
    {
      g_autofree char *inside = g_strndup (*at + 1, (gsize)(end - *at - 1));

      *at = end + 1;
      return parse_placeholder (add_part (parts, TRIO_PART_VALUE), inside, error);
    }
}

static gboolean
has_placeholder (const GPtrArray *parts)
{
  for (guint i = 0; i < parts->len; i++)
    if (((const TrioPart *)parts->pdata[i])->kind != TRIO_PART_TEXT)
      return TRUE;
  return FALSE;
}

static gboolean
refuse_bracket (const char *at, const char *message, GError **error)
{
  g_autofree char *near = excerpt (at);

  g_set_error (error, TRIO_ERROR, TRIO_ERROR_PARSE, "%s: “%s”", message, near);
  return FALSE;
}

static gboolean
open_group (GPtrArray *parts, GPtrArray **current, const char *at, GError **error)
{
  if (*current != parts)
    return refuse_bracket (at, _ ("A part in brackets cannot hold another one"), error);
  *current = add_part (parts, TRIO_PART_GROUP)->parts
      = g_ptr_array_new_with_free_func ((GDestroyNotify)free_part);
  return TRUE;
}

static gboolean
close_group (GPtrArray *parts, GPtrArray **current, const char *at, GError **error)
{
  if (*current == parts)
    return refuse_bracket (at,
                           _ ("A bracket is closed but not opened; write “]]” for the sign itself"),
                           error);
  if (!has_placeholder (*current))
    return refuse_bracket (at, _ ("A part in brackets needs a value in it; it ends here"), error);
  *current = parts;
  return TRUE;
}

static gboolean
parse_parts (GPtrArray *parts, const char *source, GError **error)
{
  g_autoptr (GString) text = g_string_new (NULL);
  GPtrArray *current = parts;

  for (const char *p = source; *p != '\0';)
    {
      if (strchr ("{}[]", *p) == NULL)
        g_string_append_c (text, *p++);
      else if (p[1] == p[0])
        {
          g_string_append_c (text, *p);
          p += 2;
        }
      else
        {
          flush_text (current, text);
          switch (*p)
            {
            case '{':
              if (!read_placeholder (current, &p, error))
                return FALSE;
              break;
            case '[':
              if (!open_group (parts, &current, p++, error))
                return FALSE;
              break;
            case ']':
              if (!close_group (parts, &current, p++, error))
                return FALSE;
              break;
            default:
              return refuse_bracket (
                  p, _ ("A brace is closed but not opened; write “}}” for the sign itself"), error);
            }
        }
    }
  flush_text (current, text);
  if (current != parts)
    return refuse_bracket (source, _ ("A bracket is not closed; write “[[” for the sign itself"),
                           error);
  return TRUE;
}

/* Line breaks and indentation of the XML file mean nothing; a no-break space stays. */
static char *
collapse_space (const char *text)
{
  GString *out = g_string_new (NULL);

  for (const char *p = text; *p != '\0'; p++)
    {
      if (!g_ascii_isspace (*p))
        g_string_append_c (out, *p);
      else if (out->len > 0 && out->str[out->len - 1] != ' ')
        g_string_append_c (out, ' ');
    }
  if (out->len > 0 && out->str[out->len - 1] == ' ')
    g_string_truncate (out, out->len - 1);
  return g_string_free (out, FALSE);
}

static void
visit_parts (const GPtrArray *parts, TrioWordingFunc func, gpointer user_data)
{
  for (guint i = 0; i < parts->len; i++)
    {
      const TrioPart *part = parts->pdata[i];

      if (part->kind == TRIO_PART_GROUP)
        visit_parts (part->parts, func, user_data);
      else if (part->kind != TRIO_PART_TEXT)
        {
          TrioWordingUse use
              = { part->path, (const char *const *)part->filters, part->kind == TRIO_PART_CHOICE };

          func (&use, user_data);
        }
    }
}

/**
 * trio_wording_parse:
 * @text: the wording as it stands in the template
 * @error: return location for an error
 *
 * Parses a wording. White space is collapsed, since that of the XML file means nothing.
 *
 * Returns: (transfer full) (nullable): the wording, or %NULL with %TRIO_ERROR_PARSE and a
 *   message that names the spot
 */
TrioWording *
trio_wording_parse (const char *text, GError **error)
{
  g_autoptr (TrioWording) wording = NULL;
  g_autofree char *source = NULL;

  g_return_val_if_fail (text != NULL, NULL);

  source = collapse_space (text);
  wording = g_new0 (TrioWording, 1);
  wording->parts = g_ptr_array_new_with_free_func ((GDestroyNotify)free_part);
  if (!parse_parts (wording->parts, source, error))
    return NULL;
  return g_steal_pointer (&wording);
}

/**
 * trio_wording_free:
 * @wording: (nullable) (transfer full): a wording
 */
void
trio_wording_free (TrioWording *wording)
{
  if (wording == NULL)
    return;
  g_ptr_array_unref (wording->parts);
  g_free (wording);
}

/**
 * trio_wording_foreach:
 * @wording: a wording
 * @func: what to call for each placeholder
 * @user_data: data for @func
 */
void
trio_wording_foreach (const TrioWording *wording, TrioWordingFunc func, gpointer user_data)
{
  g_return_if_fail (wording != NULL && func != NULL);

  visit_parts (wording->parts, func, user_data);
}
