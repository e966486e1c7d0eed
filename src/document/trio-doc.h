/* trio-doc.h: the format-free document tree that every writer reads.
 *
 * A TrioDoc is built by one thread and not changed after it has been given to a writer;
 * then it may be read from any thread. Everything a file may say about itself (language,
 * dates, author) comes from here, so that a writer needs neither clock nor locale.
 */
#pragma once

#include "document/trio-block.h"

G_BEGIN_DECLS

typedef struct _TrioDoc TrioDoc;

/**
 * TrioDocField:
 * @TRIO_DOC_KIND: the kind of document: "notat", "dialogue", "case", "status" or "free"
 * @TRIO_DOC_TITLE: the title for the file's properties; one line
 * @TRIO_DOC_LANG: the language, "da" or "en"; "da" at first
 * @TRIO_DOC_AUTHOR: the author, if one is to be named
 * @TRIO_DOC_ORGANISATION: the organisation
 * @TRIO_DOC_DEPARTMENT: the department
 * @TRIO_DOC_EVENT_DATE: the day of the event, ISO 8601
 * @TRIO_DOC_DOCUMENT_DATE: the date of the document, ISO 8601
 * @TRIO_DOC_CREATED: the time stamp for the file's properties, ISO 8601 with "Z"
 * @TRIO_DOC_CASE_NUMBER: the case number
 * @TRIO_DOC_DOCUMENT_NUMBER: the document number
 * @TRIO_DOC_CLASSIFICATION: "open", "closed" or nothing
 * @TRIO_DOC_KEYWORDS: keywords, separated by commas
 *
 * The text fields of a document. All are optional but the title and the language.
 */
typedef enum
{
  TRIO_DOC_KIND,
  TRIO_DOC_TITLE,
  TRIO_DOC_LANG,
  TRIO_DOC_AUTHOR,
  TRIO_DOC_ORGANISATION,
  TRIO_DOC_DEPARTMENT,
  TRIO_DOC_EVENT_DATE,
  TRIO_DOC_DOCUMENT_DATE,
  TRIO_DOC_CREATED,
  TRIO_DOC_CASE_NUMBER,
  TRIO_DOC_DOCUMENT_NUMBER,
  TRIO_DOC_CLASSIFICATION,
  TRIO_DOC_KEYWORDS,
} TrioDocField;

#define TRIO_DOC_N_FIELDS (TRIO_DOC_KEYWORDS + 1)

/**
 * TrioDocFont:
 * @TRIO_DOC_FONT_BODY: running text
 * @TRIO_DOC_FONT_HEADING: title and headings
 */
typedef enum
{
  TRIO_DOC_FONT_BODY,
  TRIO_DOC_FONT_HEADING,
} TrioDocFont;

#define TRIO_DOC_N_FONTS (TRIO_DOC_FONT_HEADING + 1)

/**
 * TrioLogoPlace:
 * @TRIO_LOGO_TOP_RIGHT: at the right of the page header
 * @TRIO_LOGO_TOP_LEFT: at the left of the page header
 */
typedef enum
{
  TRIO_LOGO_TOP_RIGHT,
  TRIO_LOGO_TOP_LEFT,
} TrioLogoPlace;

/**
 * TrioFontSpec:
 * @family: families in order of preference, separated by commas, the last one generic
 * @size_pt: the size in points
 * @colour: "#RRGGBB"
 */
typedef struct
{
  char *family;
  double size_pt;
  char *colour;
} TrioFontSpec;

/**
 * TrioLook:
 * @fonts: the fonts, by #TrioDocFont; the size of the heading font is that of level 1
 * @margins_mm: top, right, bottom and left margin in millimetres
 * @landscape: whether the A4 page lies on its side
 * @bullet: the bullet of the first level
 * @hyphenate: whether words may be broken at line ends
 */
typedef struct
{
  TrioFontSpec fonts[TRIO_DOC_N_FONTS];
  double margins_mm[4];
  gboolean landscape;
  char *bullet;
  gboolean hyphenate;
} TrioLook;

/**
 * TrioLetterhead:
 * @logo: (nullable): the bytes of the logo
 * @logo_mime_type: (nullable): its type, "image/png", "image/jpeg" or "image/svg+xml"
 * @logo_alt: (nullable): what it shows, in words
 * @logo_width_mm: its width in millimetres
 * @logo_place: where it stands
 * @header: (nullable): the text of the page header
 * @header_on_first_page: whether the first page has the header as well
 * @footer: (nullable): the text of the page footer
 */
typedef struct
{
  GBytes *logo;
  char *logo_mime_type;
  char *logo_alt;
  double logo_width_mm;
  TrioLogoPlace logo_place;
  TrioInlines *header;
  gboolean header_on_first_page;
  TrioInlines *footer;
} TrioLetterhead;

/**
 * TrioBlockFunc:
 * @block: a block
 * @user_data: data of the caller
 *
 * Called for each block of a document in reading order.
 */
typedef void (*TrioBlockFunc) (const TrioBlock *block, gpointer user_data);

/**
 * TrioNoteFunc:
 * @item: the list item that prints an input; its note is never %NULL
 * @user_data: data of the caller
 *
 * Called for each input of a document in reading order.
 */
typedef void (*TrioNoteFunc) (const TrioListItem *item, gpointer user_data);

TrioDoc *trio_doc_new (void);
TrioDoc *trio_doc_ref (TrioDoc *doc);
void trio_doc_unref (TrioDoc *doc);

void trio_doc_set (TrioDoc *doc, TrioDocField field, const char *value);
const char *trio_doc_get (const TrioDoc *doc, TrioDocField field);

void trio_doc_set_font (
    TrioDoc *doc, TrioDocFont font, const char *family, double size_pt, const char *colour);
void trio_doc_set_margins (TrioDoc *doc, double top, double right, double bottom, double left);
void trio_doc_set_landscape (TrioDoc *doc, gboolean landscape);
void trio_doc_set_bullet (TrioDoc *doc, const char *bullet);
void trio_doc_set_hyphenate (TrioDoc *doc, gboolean hyphenate);
const TrioLook *trio_doc_get_look (const TrioDoc *doc);

void trio_doc_set_logo (TrioDoc *doc,
                        GBytes *logo,
                        const char *mime_type,
                        const char *alt,
                        double width_mm,
                        TrioLogoPlace place);
void trio_doc_set_header (TrioDoc *doc, TrioInlines *header, gboolean on_first_page);
void trio_doc_set_footer (TrioDoc *doc, TrioInlines *footer);
const TrioLetterhead *trio_doc_get_letterhead (const TrioDoc *doc);

void trio_doc_append (TrioDoc *doc, TrioBlock *block);
const GPtrArray *trio_doc_get_blocks (const TrioDoc *doc);
guint trio_doc_get_length (const TrioDoc *doc);
const TrioBlock *trio_doc_get_block (const TrioDoc *doc, guint index);

void trio_doc_foreach_block (const TrioDoc *doc, TrioBlockFunc func, gpointer user_data);
void trio_doc_foreach_note (const TrioDoc *doc, TrioNoteFunc func, gpointer user_data);
guint trio_doc_estimate_pages (const TrioDoc *doc);
char *trio_doc_digest (const TrioDoc *doc);
GPtrArray *trio_doc_list_headings (const TrioDoc *doc, guint depth);
guint trio_doc_get_heading_offset (const TrioDoc *doc);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TrioDoc, trio_doc_unref)

G_END_DECLS
