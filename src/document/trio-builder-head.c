/* trio-builder-head.c: letterhead, look and properties of a document. */
#include "config.h"

#include "document/trio-builder-private.h"

#define LANDSCAPE_OPTION "landscape"

/* The values of names that templates commonly declare; absent ones are simply not set. */
static const char *
find_text (const TrioScope *scope, const char *path)
{
  TrioWordingValue value = { TRIO_WORDING_TEXT, NULL, 0 };

  if (!trio_scope_lookup_cb (path, &value, (gpointer)scope) || trio_wording_value_is_empty (&value))
    return NULL;
  return value.text;
}

static void
set_wording (TrioDoc *doc, TrioDocField field, const TrioWording *wording, const TrioScope *scope)
{
  g_autofree char *text = NULL;
  g_autofree char *line = NULL;

  if (wording == NULL)
    return;
  text = trio_builder_expand (wording, scope);
  line = trio_builder_one_line (text);
  if (*line != '\0')
    trio_doc_set (doc, field, line);
}

static TrioInlines *
make_page_text (const TrioWording *wording, const TrioScope *scope)
{
  g_autoptr (TrioInlines) inlines = NULL;

  if (wording == NULL)
    return NULL;
  inlines = trio_wording_expand_page (wording, trio_template_get_lang (scope->tmpl),
                                      trio_scope_lookup_cb, (gpointer)scope);
  return trio_inlines_is_empty (inlines) ? NULL : g_steal_pointer (&inlines);
}

static void
set_letterhead (TrioDoc *doc, const TrioTemplateHead *head, const TrioScope *scope)
{
  TrioInlines *header = make_page_text (head->header, scope);
  TrioInlines *footer = make_page_text (head->footer, scope);

  set_wording (doc, TRIO_DOC_ORGANISATION, head->organisation, scope);
  set_wording (doc, TRIO_DOC_DEPARTMENT, head->department, scope);
  if (header != NULL)
    trio_doc_set_header (doc, header, head->header_on_first_page);
  if (footer != NULL)
    trio_doc_set_footer (doc, footer);
  if (head->logo != NULL)
    trio_doc_set_logo (doc, head->logo, head->logo_mime_type, head->logo_alt, head->logo_width_mm,
                       head->logo_place);
}

static void
set_look (TrioDoc *doc, const TrioTemplateLook *look)
{
  for (guint i = 0; i < TRIO_DOC_N_FONTS; i++)
    {
      const TrioFontSpec *font = &look->fonts[i];

      if (font->family != NULL)
        trio_doc_set_font (doc, (TrioDocFont)i, font->family, font->size_pt, font->colour);
    }
  if (look->has_margins)
    trio_doc_set_margins (doc, look->margins_mm[0], look->margins_mm[1], look->margins_mm[2],
                          look->margins_mm[3]);
  trio_doc_set_landscape (doc, look->landscape);
  if (look->bullet != NULL)
    trio_doc_set_bullet (doc, look->bullet);
  trio_doc_set_hyphenate (doc, look->hyphenate);
}

/* The option “landscape” is before the page of the look. */
static void
set_orientation (TrioDoc *doc, const TrioScope *scope)
{
  const TrioParam *param = trio_template_find_param (scope->tmpl, LANDSCAPE_OPTION);

  if (param != NULL && param->type == TRIO_PARAM_YESNO)
    trio_doc_set_landscape (doc, trio_scope_has_option (scope, LANDSCAPE_OPTION));
}

/* Everything but the blocks and the title. */
void
trio_builder_set_head (TrioDoc *doc, const TrioScope *scope)
{
  const TrioTemplate *tmpl = scope->tmpl;

  trio_doc_set (doc, TRIO_DOC_KIND, tmpl->kind);
  trio_doc_set (doc, TRIO_DOC_LANG, tmpl->lang);
  trio_doc_set (doc, TRIO_DOC_AUTHOR, find_text (scope, "sender"));
  trio_doc_set (doc, TRIO_DOC_EVENT_DATE, find_text (scope, "workshop.start"));
  trio_doc_set (doc, TRIO_DOC_DOCUMENT_DATE, find_text (scope, "document_date"));
  trio_doc_set (doc, TRIO_DOC_CREATED, trio_build_options_get_created (scope->options));
  trio_doc_set (doc, TRIO_DOC_CASE_NUMBER, find_text (scope, "case_number"));
  if (tmpl->head != NULL)
    set_letterhead (doc, tmpl->head, scope);
  if (tmpl->look != NULL)
    set_look (doc, tmpl->look);
  set_orientation (doc, scope);
}
