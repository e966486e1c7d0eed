/* trio-layout-text.c: shaped paragraphs, kept from one layout to the next.
 *
 * A paragraph is known by everything its shape depends on: style, width and wording. One that
 * was shaped before is taken as it is; this makes the preview follow the typing.
 */
#include "document/layout/trio-layout-private.h"
#include "document/writers/trio-markup.h"

#define LINK_COLOUR 0x0B5394

/* Lines stand a little further apart than the font asks for, as in the DOCX (259/240). */
#define LINE_SPACING (259.0 / 240.0)

LayoutText *
layout_text_ref (LayoutText *text)
{
  g_atomic_ref_count_inc (&text->ref_count);
  return text;
}

void
layout_text_unref (LayoutText *text)
{
  if (text == NULL || !g_atomic_ref_count_dec (&text->ref_count))
    return;
  for (guint i = 0; i < text->runs->len; i++)
    g_object_unref (g_array_index (text->runs, LayoutRun, i).font);
  g_array_unref (text->lines);
  g_array_unref (text->runs);
  g_array_unref (text->glyphs);
  g_array_unref (text->clusters);
  g_array_unref (text->segments);
  g_free (text->text);
  g_free (text->key);
  g_free (text);
}

static char *
make_key (const LayoutPara *para)
{
  GString *key = g_string_sized_new (128);

  g_string_append_printf (key, "%d/%d/%d/%u/%u", para->style, (int)(para->width * PANGO_SCALE),
                          para->align_right, para->page_number, para->page_count);
  if (para->prefix != NULL)
    g_string_append_printf (key, "\x01%d%s", para->strong_prefix, para->prefix);
  for (guint i = 0; i < trio_inlines_get_length (para->inlines); i++)
    {
      const TrioInline *item = trio_inlines_get (para->inlines, i);

      g_string_append_c (key, '\x02');
      g_string_append_c (key, (char)('a' + item->kind));
      if (item->text != NULL)
        g_string_append (key, item->text);
      if (item->url != NULL)
        {
          g_string_append_c (key, '\x03');
          g_string_append (key, item->url);
        }
    }
  return g_string_free (key, FALSE);
}

/* layout_get_text:
 * @flow: the flow
 * @para: a paragraph
 *
 * Returns: (transfer none): the paragraph shaped; the layout keeps it
 */
LayoutText *
layout_get_text (LayoutFlow *flow, const LayoutPara *para)
{
  g_autofree char *key = make_key (para);
  LayoutText *text = g_hash_table_lookup (flow->layout->texts, key);

  if (text != NULL)
    return text;
  if (flow->old != NULL)
    text = g_hash_table_lookup (flow->old->texts, key);
  if (text != NULL)
    layout_text_ref (text);
  else
    text = layout_shape (flow->layout, para, g_steal_pointer (&key));
  g_hash_table_insert (flow->layout->texts, text->key, text);
  return text;
}

/* The parts that get attributes of their own while the text of a paragraph is put together. */
typedef struct
{
  GString *text;
  PangoAttrList *attrs;
  GArray *links; /* LayoutSegment, by their link */
} Words;

static void
add_attr (Words *words, PangoAttribute *attr, gsize start)
{
  attr->start_index = (guint)start;
  attr->end_index = (guint)words->text->len;
  pango_attr_list_insert (words->attrs, attr);
}

/* An address that leads nowhere is text like any other. */
static gboolean
is_link (const TrioInline *item)
{
  g_autofree char *target = NULL;

  if (item->kind != TRIO_INLINE_LINK || item->url == NULL)
    return FALSE;
  if (*item->url == '#')
    return TRUE;
  target = trio_markup_dup_link (item->url);
  return target != NULL;
}

static void
add_inline (Words *words, const TrioInline *item, const LayoutPara *para, guint number)
{
  gsize start = words->text->len;

  switch (item->kind)
    {
    case TRIO_INLINE_LINE_BREAK:
      g_string_append_c (words->text, '\n');
      return;
    case TRIO_INLINE_PAGE_NUMBER:
      g_string_append_printf (words->text, "%u", para->page_number);
      return;
    case TRIO_INLINE_PAGE_COUNT:
      g_string_append_printf (words->text, "%u", para->page_count);
      return;
    case TRIO_INLINE_TEXT:
    case TRIO_INLINE_STRONG:
    case TRIO_INLINE_EMPHASIS:
    case TRIO_INLINE_LINK:
      break;
    }
  if (item->text == NULL)
    return;
  g_string_append (words->text, item->text);
  if (item->kind == TRIO_INLINE_STRONG)
    add_attr (words, pango_attr_weight_new (PANGO_WEIGHT_BOLD), start);
  else if (item->kind == TRIO_INLINE_EMPHASIS)
    add_attr (words, pango_attr_style_new (PANGO_STYLE_ITALIC), start);
  else if (is_link (item))
    {
      LayoutSegment link = { number + 1, FALSE, (guint)start, (guint)words->text->len };

      /* Two neighbours are told apart by a difference that nobody sees. */
      add_attr (words, pango_attr_foreground_new (0, 0, (guint16)(number + 1)), start);
      g_array_append_val (words->links, link);
    }
}

static void
collect_words (Words *words, const LayoutPara *para)
{
  if (para->prefix != NULL)
    {
      g_string_append (words->text, para->prefix);
      if (para->strong_prefix)
        add_attr (words, pango_attr_weight_new (PANGO_WEIGHT_BOLD), 0);
    }
  for (guint i = 0; i < trio_inlines_get_length (para->inlines); i++)
    add_inline (words, trio_inlines_get (para->inlines, i), para, i);
}

static void
set_whole (Words *words, PangoAttribute *attr)
{
  attr->start_index = 0;
  attr->end_index = G_MAXUINT;
  pango_attr_list_insert_before (words->attrs, attr);
}

static PangoLayout *
make_pango (TrioLayout *layout, const LayoutPara *para, Words *words)
{
  PangoLayout *pango = pango_layout_new (layout->context);

  /* Ligatures would stand between the glyphs of a PDF and its letters. */
  set_whole (words, pango_attr_font_features_new ("liga 0, clig 0, dlig 0, hlig 0"));
  set_whole (words, pango_attr_insert_hyphens_new (FALSE));
  pango_layout_set_font_description (pango, layout->styles[para->style].font);
  pango_layout_set_width (pango, (int)(para->width * PANGO_SCALE));
  pango_layout_set_wrap (pango, PANGO_WRAP_WORD_CHAR);
  if (para->align_right)
    pango_layout_set_alignment (pango, PANGO_ALIGN_RIGHT);
  pango_layout_set_text (pango, words->text->str, (int)words->text->len);
  pango_layout_set_attributes (pango, words->attrs);
  return pango;
}

static LayoutText *
new_text (char *key, const char *words)
{
  LayoutText *text = g_new0 (LayoutText, 1);

  g_atomic_ref_count_init (&text->ref_count);
  text->key = key;
  text->text = g_strdup (words);
  text->lines = g_array_new (FALSE, FALSE, sizeof (LayoutLine));
  text->runs = g_array_new (FALSE, FALSE, sizeof (LayoutRun));
  text->glyphs = g_array_new (FALSE, FALSE, sizeof (cairo_glyph_t));
  text->clusters = g_array_new (FALSE, FALSE, sizeof (cairo_text_cluster_t));
  text->segments = g_array_new (FALSE, FALSE, sizeof (LayoutSegment));
  return text;
}

/* The lines stand below each other with the spacing of the DOCX; the extra is above each. */
static void
place_lines (LayoutText *text, const LayoutStyle *style)
{
  double y = 0;

  for (guint i = 0; i < text->lines->len; i++)
    {
      LayoutLine *line = &g_array_index (text->lines, LayoutLine, i);
      double extra = line->height * (LINE_SPACING - 1);

      line->top = y;
      line->baseline += y + extra;
      line->height += extra;
      y += line->height;
    }
  text->height = y;
  for (guint i = 0; i < text->runs->len; i++)
    {
      LayoutRun *run = &g_array_index (text->runs, LayoutRun, i);

      run->colour = run->link > 0 ? LINK_COLOUR : style->colour;
      text->width = MAX (text->width, run->x + run->width);
    }
}

/* Neighbours of one kind are one part, across the ends of lines too. */
static void
find_segments (LayoutText *text)
{
  for (guint i = 0; i < text->runs->len; i++)
    {
      LayoutRun *run = &g_array_index (text->runs, LayoutRun, i);
      gboolean needs_words = run->is_unknown || run->is_picture;
      LayoutSegment *last = text->segments->len > 0 ? &g_array_index (text->segments, LayoutSegment,
                                                                      text->segments->len - 1)
                                                    : NULL;

      if (last == NULL || last->link != run->link || last->is_unknown != needs_words)
        {
          LayoutSegment segment = { run->link, needs_words, run->start, run->start };

          g_array_append_val (text->segments, segment);
          last = &g_array_index (text->segments, LayoutSegment, text->segments->len - 1);
        }
      last->end = MAX (last->end, run->start + run->length);
      run->segment = text->segments->len - 1;
    }
}

/* layout_shape:
 * @layout: the layout, for its styles and fonts
 * @para: a paragraph
 * @key: (transfer full): the key by which it is known
 *
 * Returns: (transfer full): its lines of glyphs
 */
LayoutText *
layout_shape (TrioLayout *layout, const LayoutPara *para, char *key)
{
  Words words = { g_string_new (NULL), pango_attr_list_new (),
                  g_array_new (FALSE, FALSE, sizeof (LayoutSegment)) };
  LayoutText *text;
  PangoLayout *pango;
  PangoLayoutIter *iter;

  collect_words (&words, para);
  text = new_text (key, words.text->str);
  pango = make_pango (layout, para, &words);
  iter = pango_layout_get_iter (pango);
  do
    layout_text_read_line (text, iter, words.links);
  while (pango_layout_iter_next_line (iter));
  pango_layout_iter_free (iter);
  g_object_unref (pango);
  pango_attr_list_unref (words.attrs);
  g_array_unref (words.links);
  g_string_free (words.text, TRUE);

  /* From here on a line break reads as the space that ends its line. */
  g_strdelimit (text->text, "\n", ' ');
  place_lines (text, &layout->styles[para->style]);
  find_segments (text);
  return text;
}
