/* trio-template.h: a document template: wording, letterhead, look and order of blocks.
 *
 * Templates are XML files (data/schemas/template.rnc). They are checked twice: by the
 * schema, and by name, so that a misspelt placeholder is told with its line. A template is
 * not changed once it has been read, extended and checked; then any thread may use it.
 */
#pragma once

#include "document/trio-doc.h"

G_BEGIN_DECLS

/**
 * TrioParamType:
 * @TRIO_PARAM_TEXT: one line
 * @TRIO_PARAM_DATE: an ISO 8601 date
 * @TRIO_PARAM_NUMBER: a whole number
 * @TRIO_PARAM_CASE_NUMBER: a case number
 * @TRIO_PARAM_NAMES: names, one a line
 * @TRIO_PARAM_MULTILINE: paragraphs
 * @TRIO_PARAM_YESNO: an option: "yes", anything else is no
 * @TRIO_PARAM_ROWS: a list of things with several fields, see #TrioColumn
 * @TRIO_PARAM_IMAGE: the path of a PNG or JPEG file
 *
 * What a template asks for.
 */
typedef enum
{
  TRIO_PARAM_TEXT,
  TRIO_PARAM_DATE,
  TRIO_PARAM_NUMBER,
  TRIO_PARAM_CASE_NUMBER,
  TRIO_PARAM_NAMES,
  TRIO_PARAM_MULTILINE,
  TRIO_PARAM_YESNO,
  TRIO_PARAM_ROWS,
  TRIO_PARAM_IMAGE,
} TrioParamType;

/**
 * TrioColumn:
 * @name: its name; in placeholders it follows "row."
 * @type: %TRIO_PARAM_TEXT or %TRIO_PARAM_DATE
 * @label: what to call it, in the language of the template
 *
 * One field of a param of rows. The value of such a param has one row a line, its fields in
 * the order of the columns and separated by "|". A line that begins with white space goes on
 * with the last field of the row before it, as a new paragraph.
 */
typedef struct
{
  char *name;
  TrioParamType type;
  char *label;
} TrioColumn;

/**
 * TrioParam:
 * @name: its name in placeholders; one that is also the name of a field of the workshop
 *   takes its value from there
 * @type: what it holds
 * @label: what to call it, in the language of the template
 * @hint: (nullable): a longer explanation
 * @fallback: (nullable): the value when there is no other
 * @required: whether a document is poor without it
 * @remember: whether the program should offer the last value for the next document
 * @columns: (element-type TrioColumn): the fields of each row; empty for all other types
 *
 * A value that a template asks for.
 */
typedef struct
{
  char *name;
  TrioParamType type;
  char *label;
  char *hint;
  char *fallback;
  gboolean required;
  gboolean remember;
  GPtrArray *columns;
} TrioParam;

typedef struct _TrioTemplate TrioTemplate;

TrioTemplate *
trio_template_read (GBytes *bytes, const char *file, const char *folder, GPtrArray *findings);
TrioTemplate *trio_template_ref (TrioTemplate *tmpl);
void trio_template_unref (TrioTemplate *tmpl);

gboolean trio_template_extend (TrioTemplate *tmpl, TrioTemplate *base, GPtrArray *findings);
gboolean trio_template_check (TrioTemplate *tmpl, GPtrArray *findings);

const char *trio_template_get_id (const TrioTemplate *tmpl);
const char *trio_template_get_kind (const TrioTemplate *tmpl);
const char *trio_template_get_lang (const TrioTemplate *tmpl);
const char *trio_template_get_name (const TrioTemplate *tmpl);
const char *trio_template_get_description (const TrioTemplate *tmpl);
const char *trio_template_get_base_id (const TrioTemplate *tmpl);
const char *trio_template_get_file (const TrioTemplate *tmpl);
guint trio_template_get_version (const TrioTemplate *tmpl);
const GPtrArray *trio_template_get_params (const TrioTemplate *tmpl);
const TrioParam *trio_template_find_param (const TrioTemplate *tmpl, const char *name);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TrioTemplate, trio_template_unref)

G_END_DECLS
