/* trio-template-read.c: from the bytes of a template file to a checked XML document.
 *
 * The schema is the first judge. Its words about a wrong placeholder are poor, so the
 * wordings are parsed as well, and where the parser finds something its word counts.
 */
#include "config.h"

#include "document/trio-template-read-private.h"

#include <string.h>

#include <glib/gi18n-lib.h>

#include "base/trio-error.h"
#include "base/trio-resource.h"
#include "base/trio-xml.h"

#define SCHEMA        "schemas/template.rng"
#define MAX_TEMPLATE  (1024 * 1024)
#define MAX_WORDING   20000
#define MAX_LOGO      (4 * 1024 * 1024)
#define MM_PER_INCH   25.4
#define POINTS_PER_MM (72.0 / MM_PER_INCH)

static const char *const wording_elements[]
    = { "organisation", "department", "header", "footer", "title",   "p",      "s",
        "heading",      "field",      "item",   "list",   "cluster", "column", NULL };
static const char *const wording_attributes[]
    = { "number", "empty-text", "title", "untitled", "caption", "alt", NULL };

static void
check_form (const char *file, xmlNode *node, const char *text, GPtrArray *findings)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (TrioWording) wording = trio_wording_parse (text, &error);

  if (g_utf8_strlen (text, -1) > MAX_WORDING)
    trio_template_add_finding (findings, file, trio_xml_get_line (node), (const char *)node->name,
                               _ ("The wording is longer than 20,000 characters."));
  else if (*text == '\0')
    trio_template_add_finding (findings, file, trio_xml_get_line (node), (const char *)node->name,
                               _ ("There is no wording here."));
  else if (wording == NULL)
    trio_template_add_finding (findings, file, trio_xml_get_line (node), (const char *)node->name,
                               error->message);
}

/* Every wording in the file, whether the file fits the schema or not. */
static void
check_forms (const char *file, xmlNode *node, GPtrArray *findings)
{
  if (g_strv_contains (wording_elements, (const char *)node->name)
      && trio_xml_first_element (node, NULL) == NULL)
    {
      g_autofree char *text = trio_xml_dup_text (node);

      /* A column to write in by hand has a head only. */
      if (*text != '\0' || !trio_xml_is (node, "column"))
        check_form (file, node, text, findings);
    }
  for (guint i = 0; wording_attributes[i] != NULL; i++)
    {
      g_autofree char *text = trio_xml_dup_attribute (node, wording_attributes[i]);

      if (text != NULL)
        check_form (file, node, text, findings);
    }
  for (xmlNode *child = trio_xml_first_element (node, NULL); child != NULL;
       child = trio_xml_next_element (child, NULL))
    check_forms (file, child, findings);
}

/* libxml2 stops at the first mistake, tells it first, and then of the elements around it. */
static void
keep_first_line (GPtrArray *findings)
{
  const TrioXmlFinding *first = findings->len > 0 ? findings->pdata[0] : NULL;

  for (guint i = findings->len; i > 1; i--)
    if (((const TrioXmlFinding *)findings->pdata[i - 1])->line != first->line)
      g_ptr_array_remove_index (findings, i - 1);
}

static void
move_findings (GPtrArray *from, GPtrArray *to)
{
  while (from->len > 0)
    g_ptr_array_add (to, g_ptr_array_steal_index (from, 0));
}

static gboolean
check_shape (const char *file, xmlDoc *doc, GPtrArray *findings)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = trio_resource_lookup (SCHEMA, &error);
  g_autoptr (TrioXmlSchema) schema
      = bytes != NULL ? trio_xml_schema_new (bytes, SCHEMA, &error) : NULL;
  g_autoptr (GPtrArray) shapes = NULL;
  g_autoptr (GPtrArray) forms
      = g_ptr_array_new_with_free_func ((GDestroyNotify)trio_xml_finding_free);
  guint n_before = findings->len;

  if (schema == NULL)
    {
      trio_template_add_finding (findings, file, 0, NULL, error->message);
      return FALSE;
    }
  shapes = trio_xml_schema_validate (schema, doc, file);
  check_forms (file, xmlDocGetRootElement (doc), forms);
  keep_first_line (shapes);
  /* Of a wrong wording the schema says little, and often about another element. */
  move_findings (forms->len > 0 ? forms : shapes, findings);
  return findings->len == n_before;
}

/* The message of trio_xml_parse() begins with file and line; a finding has them apart. */
static void
add_parse_finding (GPtrArray *findings, const char *file, const char *message)
{
  const char *rest = g_str_has_prefix (message, file) ? message + strlen (file) : NULL;
  const char *colon = rest != NULL ? strstr (rest, ": ") : NULL;
  guint line = 0;

  if (colon == NULL)
    {
      trio_template_add_finding (findings, file, 0, NULL, message);
      return;
    }
  for (const char *p = rest; p < colon; p++)
    if (g_ascii_isdigit (*p))
      line = line * 10 + (guint)g_ascii_digit_value (*p);
  trio_template_add_finding (findings, file, line, NULL, colon + 2);
}

static double
to_millimetres (const char *length)
{
  char *unit;
  double number = g_ascii_strtod (length, &unit);

  if (g_str_equal (unit, "cm"))
    return number * 10;
  return g_str_equal (unit, "pt") ? number / POINTS_PER_MM : number;
}

static double
length_attribute (xmlNode *element, const char *name, double missing)
{
  g_autofree char *text = trio_xml_dup_attribute (element, name);

  return text != NULL ? to_millimetres (g_strstrip (text)) : missing;
}

/* A length in millimetres, 0 for none. */
double
trio_template_read_length (xmlNode *element, const char *name)
{
  return length_attribute (element, name, 0);
}

gboolean
trio_template_read_flag (xmlNode *element, const char *name)
{
  g_autofree char *text = trio_xml_dup_attribute (element, name);

  return text != NULL && g_str_equal (g_strstrip (text), "yes");
}

char *
trio_template_read_label (xmlNode *element, const char *name)
{
  char *text = name != NULL ? trio_xml_dup_attribute (element, name) : trio_xml_dup_text (element);
  g_auto (GStrv) words = NULL;
  g_autoptr (GString) out = g_string_new (NULL);

  if (text == NULL)
    return NULL;
  words = g_strsplit_set (text, " \t\r\n", -1);
  for (guint i = 0; words[i] != NULL; i++)
    if (*words[i] != '\0')
      g_string_append_printf (out, "%s%s", out->len > 0 ? " " : "", words[i]);
  g_free (text);
  return g_string_free (g_steal_pointer (&out), FALSE);
}

TrioWording *
trio_template_read_wording (xmlNode *element, const char *attribute)
{
  g_autofree char *text = attribute != NULL ? trio_xml_dup_attribute (element, attribute)
                                            : trio_xml_dup_text (element);

  return text != NULL ? trio_wording_parse (text, NULL) : NULL;
}

static const char *
guess_mime_type (GBytes *image)
{
  gsize size;
  const guint8 *data = g_bytes_get_data (image, &size);

  if (size > 8 && memcmp (data, "\211PNG\r\n\032\n", 8) == 0)
    return "image/png";
  return size > 3 && data[0] == 0xff && data[1] == 0xd8 && data[2] == 0xff ? "image/jpeg" : NULL;
}

static GBytes *
load_image (const char *folder, const char *href)
{
  g_autofree char *path = g_build_filename (folder, href, NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GFileInfo) info
      = g_file_query_info (file, G_FILE_ATTRIBUTE_STANDARD_TYPE "," G_FILE_ATTRIBUTE_STANDARD_SIZE,
                           G_FILE_QUERY_INFO_NONE, NULL, NULL);

  if (info == NULL || g_file_info_get_file_type (info) != G_FILE_TYPE_REGULAR
      || g_file_info_get_size (info) > MAX_LOGO)
    return NULL;
  return g_file_load_bytes (file, NULL, NULL, NULL);
}

static void
read_logo (TrioTemplate *tmpl, const char *folder, xmlNode *element, GPtrArray *findings)
{
  TrioTemplateHead *head = tmpl->own_head;
  g_autofree char *href = trio_template_read_label (element, "href");
  g_autofree char *place = trio_template_read_label (element, "place");
  g_autoptr (GBytes) image = folder != NULL ? load_image (folder, href) : NULL;
  const char *mime_type = image != NULL ? guess_mime_type (image) : NULL;

  if (mime_type == NULL)
    {
      g_autofree char *message = g_strdup_printf (
          _ ("The logo “%s” is not a readable PNG or JPEG file of at most 4 MB beside the "
             "template."),
          href);

      trio_template_add_finding (findings, tmpl->file, trio_xml_get_line (element), "logo",
                                 message);
      return;
    }
  head->logo = g_steal_pointer (&image);
  head->logo_mime_type = g_strdup (mime_type);
  head->logo_alt = trio_template_read_label (element, "alt");
  head->logo_width_mm = length_attribute (element, "width", 0);
  head->logo_place = g_str_equal (place, "top-left") ? TRIO_LOGO_TOP_LEFT : TRIO_LOGO_TOP_RIGHT;
}

static void
read_head (TrioTemplate *tmpl, const char *folder, xmlNode *element, GPtrArray *findings)
{
  TrioTemplateHead *head = tmpl->own_head = trio_template_head_new ();

  tmpl->head = head;
  head->line = trio_xml_get_line (element);
  head->header_on_first_page = TRUE;
  for (xmlNode *child = trio_xml_first_element (element, NULL); child != NULL;
       child = trio_xml_next_element (child, NULL))
    {
      if (trio_xml_is (child, "organisation"))
        head->organisation = trio_template_read_wording (child, NULL);
      else if (trio_xml_is (child, "department"))
        head->department = trio_template_read_wording (child, NULL);
      else if (trio_xml_is (child, "footer"))
        head->footer = trio_template_read_wording (child, NULL);
      else if (trio_xml_is (child, "logo"))
        read_logo (tmpl, folder, child, findings);
      else
        {
          g_autofree char *first = trio_xml_dup_attribute (child, "first-page");

          head->header = trio_template_read_wording (child, NULL);
          head->header_on_first_page
              = first == NULL || trio_template_read_flag (child, "first-page");
        }
    }
}

static void
read_font (TrioTemplateLook *look, xmlNode *element)
{
  g_autofree char *use = trio_template_read_label (element, "use");
  TrioFontSpec *font
      = &look->fonts[g_str_equal (use, "body") ? TRIO_DOC_FONT_BODY : TRIO_DOC_FONT_HEADING];

  g_free (font->family);
  g_free (font->colour);
  font->family = trio_template_read_label (element, "family");
  font->colour = trio_template_read_label (element, "colour");
  font->size_pt = length_attribute (element, "size", 0) * POINTS_PER_MM;
}

static void
read_page (TrioTemplateLook *look, xmlNode *element)
{
  g_autofree char *orientation = trio_template_read_label (element, "orientation");
  g_autofree char *margins = trio_template_read_label (element, "margins");

  look->landscape = g_strcmp0 (orientation, "landscape") == 0;
  if (margins != NULL)
    {
      g_auto (GStrv) lengths = g_strsplit (margins, " ", 4);

      look->has_margins = TRUE;
      for (guint i = 0; i < 4; i++)
        look->margins_mm[i] = to_millimetres (lengths[i]);
    }
}

static void
read_look (TrioTemplate *tmpl, xmlNode *element)
{
  TrioTemplateLook *look = tmpl->own_look = trio_template_look_new ();

  tmpl->look = look;
  for (xmlNode *child = trio_xml_first_element (element, NULL); child != NULL;
       child = trio_xml_next_element (child, NULL))
    {
      if (trio_xml_is (child, "font"))
        read_font (look, child);
      else if (trio_xml_is (child, "page"))
        read_page (look, child);
      else if (trio_xml_is (child, "bullet"))
        look->bullet = trio_template_read_label (child, "char");
      else
        {
          g_autofree char *text = trio_template_read_label (child, NULL);

          look->hyphenate = g_str_equal (text, "yes");
        }
    }
}

static TrioParamType
read_param_type (xmlNode *element)
{
  static const char *const types[] = { "text",      "date",  "number", "case-number", "names",
                                       "multiline", "yesno", "rows",   "image",       NULL };
  g_autofree char *text = trio_template_read_label (element, "type");

  for (guint i = 0; text != NULL && types[i] != NULL; i++)
    if (g_str_equal (types[i], text))
      return (TrioParamType)i;
  return TRIO_PARAM_TEXT;
}

/* Names are rows of one field, so that they can be gone through as well. */
static void
read_columns (TrioParam *param, xmlNode *element)
{
  if (param->type == TRIO_PARAM_NAMES)
    trio_param_add_column (param, "name", TRIO_PARAM_TEXT, param->label);
  for (xmlNode *child = trio_xml_first_element (element, "column"); child != NULL;
       child = trio_xml_next_element (child, "column"))
    {
      g_autofree char *name = trio_template_read_label (child, "name");
      g_autofree char *label = trio_template_read_label (child, "label");

      trio_param_add_column (param, name, read_param_type (child), label);
    }
}

static void
read_params (TrioTemplate *tmpl, xmlNode *element, GPtrArray *findings)
{
  for (xmlNode *child = trio_xml_first_element (element, "param"); child != NULL;
       child = trio_xml_next_element (child, "param"))
    {
      g_autoptr (TrioParam) param = trio_param_new ();

      param->name = trio_template_read_label (child, "name");
      param->label = trio_template_read_label (child, "label");
      param->hint = trio_template_read_label (child, "hint");
      param->fallback = trio_template_read_label (child, "default");
      param->required = trio_template_read_flag (child, "required");
      param->remember = trio_template_read_flag (child, "remember");
      param->type = read_param_type (child);
      read_columns (param, child);

      if (trio_template_find_param (tmpl, param->name) != NULL)
        {
          g_autofree char *message
              = g_strdup_printf (_ ("The param “%s” is declared twice."), param->name);

          trio_template_add_finding (findings, tmpl->file, trio_xml_get_line (child), "param",
                                     message);
        }
      g_ptr_array_add (tmpl->params, g_steal_pointer (&param));
    }
}

static void
read_root (TrioTemplate *tmpl, const char *folder, xmlNode *root, GPtrArray *findings)
{
  g_autofree char *version = trio_template_read_label (root, "version");

  tmpl->id = trio_template_read_label (root, "id");
  tmpl->kind = trio_template_read_label (root, "kind");
  tmpl->lang = trio_template_read_label (root, "xml:lang");
  tmpl->base_id = trio_template_read_label (root, "extends");
  tmpl->version = (guint)g_ascii_strtoull (version, NULL, 10);

  for (xmlNode *child = trio_xml_first_element (root, NULL); child != NULL;
       child = trio_xml_next_element (child, NULL))
    {
      if (trio_xml_is (child, "name"))
        tmpl->name = trio_template_read_label (child, NULL);
      else if (trio_xml_is (child, "describe"))
        tmpl->description = trio_template_read_label (child, NULL);
      else if (trio_xml_is (child, "letterhead"))
        read_head (tmpl, folder, child, findings);
      else if (trio_xml_is (child, "look"))
        read_look (tmpl, child);
      else if (trio_xml_is (child, "params"))
        read_params (tmpl, child, findings);
      else if (trio_xml_first_element (child, NULL) != NULL)
        tmpl->own_body = trio_template_read_body (child);
    }
  tmpl->body = tmpl->own_body;
}

/* The id that a file gives itself, even if the rest of it cannot be used; NULL for none. */
char *
trio_template_peek_id (GBytes *bytes)
{
  g_autoptr (xmlDoc) doc = trio_xml_parse (bytes, "", MAX_TEMPLATE, NULL);
  g_autofree char *id = NULL;

  if (doc != NULL)
    id = trio_template_read_label (xmlDocGetRootElement (doc), "id");
  return id != NULL && *id != '\0' ? g_steal_pointer (&id) : NULL;
}

static TrioTemplate *
read_template (
    GBytes *bytes, const char *file, const char *folder, gboolean is_trusted, GPtrArray *findings)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (xmlDoc) doc = NULL;
  g_autoptr (TrioTemplate) tmpl = NULL;
  guint n_before = findings->len;

  doc = trio_xml_parse (bytes, file, MAX_TEMPLATE, &error);
  if (doc == NULL)
    {
      add_parse_finding (findings, file, error->message);
      return NULL;
    }
  if (!is_trusted && !check_shape (file, doc, findings))
    return NULL;

  tmpl = trio_template_new (file);
  read_root (tmpl, folder, xmlDocGetRootElement (doc), findings);
  return findings->len == n_before ? g_steal_pointer (&tmpl) : NULL;
}

/**
 * trio_template_read_built_in:
 * @bytes: the content of a template of the program
 * @file: its name
 * @findings: (element-type TrioXmlFinding): what is wrong is added here
 *
 * Reads a template of the program itself without asking the schema, which takes most of the
 * time and was asked when the program was tested.
 *
 * Returns: (transfer full) (nullable): the template
 */
TrioTemplate *
trio_template_read_built_in (GBytes *bytes, const char *file, GPtrArray *findings)
{
  g_return_val_if_fail (bytes != NULL && file != NULL && findings != NULL, NULL);

  return read_template (bytes, file, NULL, TRUE, findings);
}

/**
 * trio_template_read:
 * @bytes: the content of a template file
 * @file: the name of the file as the user knows it
 * @folder: (nullable): the folder of the file, where its logo is; %NULL for none
 * @findings: (element-type TrioXmlFinding): what is wrong is added here
 *
 * Reads a template and checks its form. Names are checked by trio_template_check(), after a
 * template that extends another one has been extended.
 *
 * Returns: (transfer full) (nullable): the template, or %NULL if something is wrong with it
 */
TrioTemplate *
trio_template_read (GBytes *bytes, const char *file, const char *folder, GPtrArray *findings)
{
  g_return_val_if_fail (bytes != NULL && file != NULL && findings != NULL, NULL);

  return read_template (bytes, file, folder, FALSE, findings);
}
