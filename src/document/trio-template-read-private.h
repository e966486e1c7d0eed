/* trio-template-read-private.h: shared by the readers of a template's head and its body. */
#pragma once

#include <libxml/tree.h>

#include "document/trio-template-private.h"

G_BEGIN_DECLS

gboolean trio_template_read_flag (xmlNode *element, const char *name);
char *trio_template_read_label (xmlNode *element, const char *name);
double trio_template_read_length (xmlNode *element, const char *name);
TrioWording *trio_template_read_wording (xmlNode *element, const char *attribute);
TrioNode *trio_template_read_body (xmlNode *body);

G_END_DECLS
