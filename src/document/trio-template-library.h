/* trio-template-library.h: all templates that are there, and which one serves.
 *
 * Looked for in this order: beside the workshop's file, in the user's folder, in the
 * system's folders, in the program. A template with the id of a later one stands before it.
 * One that has a mistake never stops an export: the next of its id serves, in the end the
 * program's own of the same kind, and the caller gets the findings to tell the user.
 */
#pragma once

#include "document/trio-template.h"

G_BEGIN_DECLS

/**
 * TrioTemplatePlace:
 * @TRIO_TEMPLATE_PROJECT: in the folder "templates" beside the workshop's file
 * @TRIO_TEMPLATE_USER: in the user's data folder
 * @TRIO_TEMPLATE_SYSTEM: in a data folder of the system
 * @TRIO_TEMPLATE_BUILT_IN: in the program
 *
 * Where a template was found.
 */
typedef enum
{
  TRIO_TEMPLATE_PROJECT,
  TRIO_TEMPLATE_USER,
  TRIO_TEMPLATE_SYSTEM,
  TRIO_TEMPLATE_BUILT_IN,
} TrioTemplatePlace;

/**
 * TrioTemplateEntry:
 * @id: the id; the name of the file without ".xml" if the file could not be read
 * @file: the file, as the user knows it
 * @place: where it was found
 * @is_hidden: whether a usable one of the same id stands before it
 * @tmpl: (nullable): the template; %NULL if it cannot be used
 * @findings: (element-type TrioXmlFinding): why it cannot be used
 *
 * A template, usable or not. Read only.
 */
typedef struct
{
  char *id;
  char *file;
  TrioTemplatePlace place;
  gboolean is_hidden;
  TrioTemplate *tmpl;
  GPtrArray *findings;

  /*< private >*/
  TrioTemplate *raw;
  gboolean is_resolved;
} TrioTemplateEntry;

typedef struct _TrioTemplateLibrary TrioTemplateLibrary;

TrioTemplateLibrary *trio_template_library_new (void);
TrioTemplateLibrary *trio_template_library_new_for_file (const char *workshop);
TrioTemplateLibrary *trio_template_library_new_for_folders (const char *project,
                                                            const char *user,
                                                            const char *const *system);
void trio_template_library_free (TrioTemplateLibrary *library);

const GPtrArray *trio_template_library_get_entries (const TrioTemplateLibrary *library);
const char *trio_template_library_get_folder (const TrioTemplateLibrary *library);
TrioTemplate *trio_template_library_find (const TrioTemplateLibrary *library,
                                          const char *id,
                                          const char *kind,
                                          const char *lang,
                                          GPtrArray *findings,
                                          GError **error);
TrioTemplate *trio_template_library_find_base (const TrioTemplateLibrary *library,
                                               const TrioTemplate *tmpl);
char *trio_template_library_dup_user_folder (void);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TrioTemplateLibrary, trio_template_library_free)

G_END_DECLS
