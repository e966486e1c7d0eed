/* test-folder.h: a folder of its own for a test program, and its end. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

char *test_folder_make (gboolean in_memory);
void test_folder_remove (const char *path);

G_END_DECLS
