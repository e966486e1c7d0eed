/* trio-writer-pdf-tags.c: the structure tree of a PDF, and its links.
 *
 * The tree is built over the pieces that were drawn, so a paragraph that goes on over a page
 * stays one element. An element without content is left out, but for the cells of a table.
 */
#include "document/writers/trio-writer-pdf-private.h"

#include <string.h>

static const char *const tags[TRIO_N_NODE_KINDS] = {
  [TRIO_NODE_DOCUMENT] = "Document",
  [TRIO_NODE_SECT] = "Sect",
  [TRIO_NODE_H1] = "H1",
  [TRIO_NODE_H2] = "H2",
  [TRIO_NODE_H3] = "H3",
  [TRIO_NODE_H4] = "H4",
  [TRIO_NODE_H5] = "H5",
  [TRIO_NODE_H6] = "H6",
  [TRIO_NODE_P] = "P",
  [TRIO_NODE_BLOCK_QUOTE] = "BlockQuote",
  [TRIO_NODE_L] = "L",
  [TRIO_NODE_LI] = "LI",
  [TRIO_NODE_LBL] = "Lbl",
  [TRIO_NODE_LBODY] = "LBody",
  [TRIO_NODE_TABLE] = "Table",
  [TRIO_NODE_CAPTION] = "Caption",
  [TRIO_NODE_THEAD] = "THead",
  [TRIO_NODE_TBODY] = "TBody",
  [TRIO_NODE_TR] = "TR",
  [TRIO_NODE_TH] = "TH",
  [TRIO_NODE_TD] = "TD",
  [TRIO_NODE_FIGURE] = "Figure",
  [TRIO_NODE_LINK] = "Link",
  [TRIO_NODE_SPAN] = "Span",
  [TRIO_NODE_TOC] = "TOC",
  [TRIO_NODE_TOCI] = "TOCI",
};

/* An element while the tree grows. */
typedef struct
{
  gboolean is_used;
  gboolean is_mixed; /* its pieces stand on several pages */
  gboolean has_page;
  guint page; /* of its first piece */
  qpdf_oh object;
  qpdf_oh kids;
} Element;

typedef struct
{
  PdfWriter *writer;
  const TrioNode *nodes;
  guint n_nodes;
  Element *elements;
  qpdf_oh nums;      /* of the parent tree */
  guint next_parent; /* its next key */
} Tree;

/* Returns: the name of a kind of element, without the slash. */
const char *
pdf_get_tag (TrioNodeKind kind)
{
  return tags[kind];
}

/* Whether an element stays even without content, for the sake of the rows around it. */
static gboolean
is_cell (const TrioNode *node)
{
  return node->kind == TRIO_NODE_TD || node->kind == TRIO_NODE_TH || node->kind == TRIO_NODE_LBODY;
}

static void
use (Tree *tree, guint node)
{
  while (!tree->elements[node].is_used)
    {
      tree->elements[node].is_used = TRUE;
      node = tree->nodes[node].parent;
    }
}

static void
find_used (Tree *tree)
{
  const GArray *pieces = tree->writer->pieces;

  use (tree, 0);
  for (guint i = 0; i < pieces->len; i++)
    {
      const PdfPiece *piece = &g_array_index (pieces, PdfPiece, i);
      Element *element = &tree->elements[piece->node];

      use (tree, piece->node);
      if (element->has_page && element->page != piece->place.page)
        element->is_mixed = TRUE;
      else
        element->page = piece->place.page;
      element->has_page = TRUE;
    }
  for (guint i = 0; i < tree->n_nodes; i++)
    if (is_cell (&tree->nodes[i]))
      use (tree, i);
}

static void
put_attributes (Tree *tree, const TrioNode *node, qpdf_oh object)
{
  static const char *const numbering[] = {
    [TRIO_LIST_BULLET] = "<< /O /List /ListNumbering /Disc >>",
    [TRIO_LIST_DOT] = "<< /O /List /ListNumbering /Decimal >>",
    [TRIO_LIST_PAREN] = "<< /O /List /ListNumbering /Decimal >>",
    [TRIO_LIST_LETTER] = "<< /O /List /ListNumbering /LowerAlpha >>",
  };
  qpdf_data qpdf = tree->writer->qpdf;

  if (node->kind == TRIO_NODE_L)
    pdf_put (qpdf, object, "/A", qpdf_oh_parse (qpdf, numbering[node->list_kind]));
  else if (node->kind == TRIO_NODE_TH)
    pdf_put (qpdf, object, "/A",
             qpdf_oh_parse (qpdf, node->is_row_head ? "<< /O /Table /Scope /Row >>"
                                                    : "<< /O /Table /Scope /Column >>"));
  else if (node->kind == TRIO_NODE_FIGURE && node->text != NULL)
    pdf_put (qpdf, object, "/Alt", qpdf_oh_new_unicode_string (qpdf, node->text));
  if (node->needs_words && node->text != NULL)
    pdf_put (qpdf, object, "/ActualText", qpdf_oh_new_unicode_string (qpdf, node->text));
}

static gboolean
is_link (const Tree *tree, const TrioNode *node)
{
  TrioLayoutPlace place;

  return node->kind == TRIO_NODE_LINK && node->url != NULL
         && (*node->url != '#'
             || trio_layout_find_anchor (tree->writer->layout, node->url + 1, &place));
}

static void
make_elements (Tree *tree, qpdf_oh root)
{
  qpdf_data qpdf = tree->writer->qpdf;

  for (guint i = 0; i < tree->n_nodes; i++)
    {
      const TrioNode *node = &tree->nodes[i];
      Element *element = &tree->elements[i];
      gboolean is_dead_link = node->kind == TRIO_NODE_LINK && !is_link (tree, node);
      g_autofree char *name
          = g_strconcat ("/", tags[is_dead_link ? TRIO_NODE_SPAN : node->kind], NULL);
      qpdf_oh dict;

      if (!element->is_used)
        continue;
      dict = qpdf_oh_new_dictionary (qpdf);
      element->object = qpdf_make_indirect_object (qpdf, dict);
      qpdf_oh_release (qpdf, dict);
      element->kids = qpdf_oh_new_array (qpdf);
      pdf_put (qpdf, element->object, "/Type", qpdf_oh_new_name (qpdf, "/StructElem"));
      pdf_put (qpdf, element->object, "/S", qpdf_oh_new_name (qpdf, name));
      qpdf_oh_replace_key (qpdf, element->object, "/P",
                           i == 0 ? root : tree->elements[node->parent].object);
      if (element->has_page)
        qpdf_oh_replace_key (qpdf, element->object, "/Pg",
                             g_array_index (tree->writer->pages, qpdf_oh, element->page));
      put_attributes (tree, node, element->object);
      if (i > 0)
        qpdf_oh_append_item (qpdf, tree->elements[node->parent].kids, element->object);
    }
}

static qpdf_oh
new_reference (Tree *tree, const PdfPiece *piece)
{
  qpdf_data qpdf = tree->writer->qpdf;
  qpdf_oh number = qpdf_oh_new_integer (qpdf, piece->mcid), dict;

  if (!tree->elements[piece->node].is_mixed)
    return number;
  dict = qpdf_oh_new_dictionary (qpdf);
  pdf_put (qpdf, dict, "/Type", qpdf_oh_new_name (qpdf, "/MCR"));
  qpdf_oh_replace_key (qpdf, dict, "/Pg",
                       g_array_index (tree->writer->pages, qpdf_oh, piece->place.page));
  pdf_put (qpdf, dict, "/MCID", number);
  return dict;
}

static qpdf_oh
new_rectangle (const PdfWriter *writer, double x, double y, double right, double bottom)
{
  qpdf_oh array = qpdf_oh_new_array (writer->qpdf);
  double values[] = { x, writer->page_height - bottom, right, writer->page_height - y };

  for (guint i = 0; i < G_N_ELEMENTS (values); i++)
    pdf_append (writer->qpdf, array, qpdf_oh_new_real_from_double (writer->qpdf, values[i], 2));
  return array;
}

/* A picture says where it stands. */
static void
put_box (Tree *tree, const PdfPiece *piece)
{
  const PdfWriter *writer = tree->writer;
  qpdf_oh dict = qpdf_oh_parse (writer->qpdf, "<< /O /Layout /Placement /Block >>");
  const TrioLayoutPlace *place = &piece->place;

  pdf_put (writer->qpdf, dict, "/BBox",
           new_rectangle (writer, place->x, place->y, place->x + place->width,
                          place->y + place->height));
  pdf_put (writer->qpdf, tree->elements[piece->node].object, "/A", dict);
}

/* Gives each piece to its element, and each page the elements of its pieces. */
static void
add_pieces (Tree *tree)
{
  PdfWriter *writer = tree->writer;
  qpdf_data qpdf = writer->qpdf;
  guint i = 0;

  for (guint page = 0; page < writer->pages->len; page++)
    {
      qpdf_oh parents = qpdf_oh_new_array (qpdf);

      for (; i < writer->pieces->len; i++)
        {
          const PdfPiece *piece = &g_array_index (writer->pieces, PdfPiece, i);
          const Element *element = &tree->elements[piece->node];

          if (piece->place.page != page)
            break;
          pdf_append (qpdf, element->kids, new_reference (tree, piece));
          qpdf_oh_append_item (qpdf, parents, element->object);
          if (tree->nodes[piece->node].kind == TRIO_NODE_FIGURE)
            put_box (tree, piece);
        }
      pdf_append (qpdf, tree->nums, qpdf_oh_new_integer (qpdf, page));
      pdf_append (qpdf, tree->nums, parents);
    }
  tree->next_parent = writer->pages->len;
}

static void
put_target (const PdfWriter *writer, qpdf_oh annotation, const char *url)
{
  qpdf_data qpdf = writer->qpdf;
  TrioLayoutPlace place;
  qpdf_oh target;

  if (*url == '#' && trio_layout_find_anchor (writer->layout, url + 1, &place))
    {
      target = qpdf_oh_new_array (qpdf);
      qpdf_oh_append_item (qpdf, target, g_array_index (writer->pages, qpdf_oh, place.page));
      pdf_append (qpdf, target, qpdf_oh_new_name (qpdf, "/XYZ"));
      pdf_append (qpdf, target, qpdf_oh_new_real_from_double (qpdf, place.x, 2));
      pdf_append (qpdf, target,
                  qpdf_oh_new_real_from_double (qpdf, writer->page_height - place.y, 2));
      pdf_append (qpdf, target, qpdf_oh_new_null (qpdf));
      pdf_put (qpdf, annotation, "/Dest", target);
      return;
    }
  target = qpdf_oh_parse (qpdf, "<< /Type /Action /S /URI >>");
  pdf_put (qpdf, target, "/URI", qpdf_oh_new_string (qpdf, url));
  pdf_put (qpdf, annotation, "/A", target);
}

/* The corners of each line of a link: upper left, upper right, lower left, lower right. */
static void
append_quad (const PdfWriter *writer, qpdf_oh quads, const TrioLayoutPlace *place)
{
  double left = place->x, right = place->x + place->width;
  double top = writer->page_height - place->y, bottom = top - place->height;
  double values[] = { left, top, right, top, left, bottom, right, bottom };

  for (guint i = 0; i < G_N_ELEMENTS (values); i++)
    pdf_append (writer->qpdf, quads, qpdf_oh_new_real_from_double (writer->qpdf, values[i], 2));
}

/* Adds one annotation for the pieces of a link from first to last, all on one page. */
static void
add_link (Tree *tree, guint first, guint last)
{
  PdfWriter *writer = tree->writer;
  qpdf_data qpdf = writer->qpdf;
  const PdfPiece *pieces = (const PdfPiece *)(const void *)writer->pieces->data;
  const TrioNode *node = &tree->nodes[pieces[first].node];
  const Element *element = &tree->elements[pieces[first].node];
  qpdf_oh page = g_array_index (writer->pages, qpdf_oh, pieces[first].place.page);
  qpdf_oh dict = qpdf_oh_parse (qpdf, "<< /Type /Annot /Subtype /Link /Border [0 0 0] /F 4 >>");
  qpdf_oh annotation = qpdf_make_indirect_object (qpdf, dict);
  qpdf_oh quads = qpdf_oh_new_array (qpdf), reference, list;
  double left = G_MAXDOUBLE, top = G_MAXDOUBLE, right = 0, bottom = 0;

  qpdf_oh_release (qpdf, dict);
  for (guint i = first; i <= last; i++)
    {
      const TrioLayoutPlace *place = &pieces[i].place;

      append_quad (writer, quads, place);
      left = MIN (left, place->x);
      top = MIN (top, place->y);
      right = MAX (right, place->x + place->width);
      bottom = MAX (bottom, place->y + place->height);
    }
  pdf_put (qpdf, annotation, "/Rect", new_rectangle (writer, left, top, right, bottom));
  pdf_put (qpdf, annotation, "/QuadPoints", quads);
  pdf_put (qpdf, annotation, "/Contents",
           qpdf_oh_new_unicode_string (qpdf, node->text != NULL ? node->text : node->url));
  put_target (writer, annotation, node->url);
  pdf_put (qpdf, annotation, "/StructParent", qpdf_oh_new_integer (qpdf, tree->next_parent));
  pdf_append (qpdf, tree->nums, qpdf_oh_new_integer (qpdf, tree->next_parent++));
  qpdf_oh_append_item (qpdf, tree->nums, element->object);

  reference = qpdf_oh_parse (qpdf, "<< /Type /OBJR >>");
  qpdf_oh_replace_key (qpdf, reference, "/Obj", annotation);
  qpdf_oh_replace_key (qpdf, reference, "/Pg", page);
  pdf_append (qpdf, element->kids, reference);
  list = qpdf_oh_get_key (qpdf, page, "/Annots");
  if (!qpdf_oh_is_array (qpdf, list))
    {
      list = qpdf_oh_new_array (qpdf);
      qpdf_oh_replace_key (qpdf, page, "/Annots", list);
    }
  qpdf_oh_append_item (qpdf, list, annotation);
  qpdf_oh_release (qpdf, list);
  qpdf_oh_release (qpdf, annotation);
}

static void
add_links (Tree *tree)
{
  const PdfPiece *pieces = (const PdfPiece *)(const void *)tree->writer->pieces->data;
  guint n = tree->writer->pieces->len;

  for (guint i = 0; i < n;)
    {
      guint last = i;

      while (last + 1 < n && pieces[last + 1].node == pieces[i].node
             && pieces[last + 1].place.page == pieces[i].place.page)
        last++;
      if (is_link (tree, &tree->nodes[pieces[i].node]))
        add_link (tree, i, last);
      i = last + 1;
    }
}

static void
close_elements (Tree *tree)
{
  qpdf_data qpdf = tree->writer->qpdf;

  for (guint i = 0; i < tree->n_nodes; i++)
    {
      Element *element = &tree->elements[i];
      int n;

      if (!element->is_used)
        continue;
      n = qpdf_oh_get_array_n_items (qpdf, element->kids);
      if (n == 1)
        pdf_put (qpdf, element->object, "/K", qpdf_oh_get_array_item (qpdf, element->kids, 0));
      else if (n > 1)
        qpdf_oh_replace_key (qpdf, element->object, "/K", element->kids);
      qpdf_oh_release (qpdf, element->kids);
      qpdf_oh_release (qpdf, element->object);
    }
}

/* pdf_write_structure:
 * @writer: a file whose pages are complete
 *
 * Writes the structure tree in place of cairo's, with the parent tree and all links.
 */
void
pdf_write_structure (PdfWriter *writer)
{
  qpdf_data qpdf = writer->qpdf;
  const GArray *nodes = trio_layout_get_nodes (writer->layout);
  g_autofree Element *elements = g_new0 (Element, nodes->len);
  qpdf_oh dict = qpdf_oh_parse (qpdf, "<< /Type /StructTreeRoot >>");
  qpdf_oh root = qpdf_make_indirect_object (qpdf, dict), parents, catalog;
  Tree tree = {
    .writer = writer,
    .nodes = (const TrioNode *)(const void *)nodes->data,
    .n_nodes = nodes->len,
    .elements = elements,
    .nums = qpdf_oh_new_array (qpdf),
  };

  qpdf_oh_release (qpdf, dict);
  find_used (&tree);
  make_elements (&tree, root);
  add_pieces (&tree);
  add_links (&tree);
  qpdf_oh_replace_key (qpdf, root, "/K", elements[0].object);
  close_elements (&tree);

  dict = qpdf_oh_new_dictionary (qpdf);
  parents = qpdf_make_indirect_object (qpdf, dict);
  pdf_put (qpdf, parents, "/Nums", tree.nums);
  pdf_put (qpdf, root, "/ParentTree", parents);
  pdf_put (qpdf, root, "/ParentTreeNextKey", qpdf_oh_new_integer (qpdf, tree.next_parent));
  catalog = qpdf_get_root (qpdf);
  pdf_put (qpdf, catalog, "/StructTreeRoot", root);
  qpdf_oh_release (qpdf, catalog);
  qpdf_oh_release (qpdf, dict);
}

/* Returns: whether every picture has words. */
gboolean
pdf_is_complete (PdfWriter *writer)
{
  const GArray *nodes = trio_layout_get_nodes (writer->layout);

  for (guint i = 0; i < nodes->len; i++)
    {
      const TrioNode *node = &g_array_index (nodes, TrioNode, i);

      if (node->kind == TRIO_NODE_FIGURE && (node->text == NULL || *node->text == '\0'))
        return FALSE;
    }
  return TRUE;
}
