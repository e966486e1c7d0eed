/* type-fixtures.h: one workshop in two languages, and every type of document made of it. */
#pragma once

#include "builder-fixtures.h"

/* Every type that ships, ended by NULL. */
extern const char *const document_types[];

Workshop *workshop_new_for_types (const char *lang);
TrioBuildOptions *options_new_for_type (const char *type, const char *lang);
TrioTemplate *find_template_of_type (const char *type, const char *lang);
TrioDoc *build_type (const char *type, const char *lang);
