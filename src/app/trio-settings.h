/* trio-settings.h: what the window remembers from one session to the next. */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

GSettings *trio_settings_dup (void);

/**
 * TrioRecent:
 * @path: the file
 * @title: title of the workshop when it was last open
 * @date: its date, ISO 8601, or ""
 * @n_notes: how many inputs it held
 * @opened: when it was last open, seconds since 1970 in UTC
 *
 * A workshop file that was open before.
 */
typedef struct
{
  char *path;
  char *title;
  char *date;
  guint n_notes;
  gint64 opened;
} TrioRecent;

GPtrArray *trio_recent_list (GSettings *settings);
void trio_recent_remember (
    GSettings *settings, const char *path, const char *title, const char *date, guint n_notes);
void trio_recent_forget (GSettings *settings, const char *path);
void trio_recent_free (TrioRecent *recent);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TrioRecent, trio_recent_free)

G_END_DECLS
