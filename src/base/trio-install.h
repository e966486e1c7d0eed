/* trio-install.h: where the files are that were installed with the programs. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

char *trio_install_move_path (const char *path, const char *program);
char *trio_install_dup_path (const char *path);

G_END_DECLS
