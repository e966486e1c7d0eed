/* test-store-tools.h: what the tests of the store share. */
#pragma once

#include "base/trio-error.h"
#include "model/trio-commands.h"
#include "store/trio-store.h"

#define TOOLS_SECRET "Vi mangler tid til kerneopgaven"

void tools_init (int *argc, char ***argv);
void tools_forget_backups (void);
int tools_run (void);

char *tools_dup_path (const char *name);
TrioStore *tools_create (const char *path);
TrioStore *tools_open (const char *path);
void tools_reopen (TrioStore **store);
guint tools_count (TrioStore *store, TrioKind kind);

TrioId tools_add_station (TrioStore *store, const char *title);
TrioId tools_add_note (TrioStore *store, TrioId station, const char *text);
void tools_play (TrioStore *store, GPtrArray *states, guint n_steps, guint32 seed);

void tools_assert_same (TrioSnapshot *a, TrioSnapshot *b);
void tools_assert_same_values (TrioSnapshot *a, TrioSnapshot *b);
void tools_assert_sound (TrioStore *store);
void tools_assert_alone (const char *path);
gboolean tools_bytes_contain (const char *path, const char *text);

char *tools_make_file (const char *name);
void tools_run_sql (const char *path, const char *sql);
GBytes *tools_read_bytes (const char *path);
void tools_write_bytes (const char *path, const void *bytes, gsize length);
void tools_assert_refused (const char *path, TrioOpenFlags flags, TrioError code);
