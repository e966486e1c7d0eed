/* trio-glance.h: what a workshop file holds, told without opening it for work. */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * TrioNext:
 * @TRIO_NEXT_UNKNOWN: nothing is known about the file
 * @TRIO_NEXT_SETUP: themes and stations
 * @TRIO_NEXT_CAPTURE: the inputs
 * @TRIO_NEXT_CLUSTERS: clusters of them
 * @TRIO_NEXT_SUMMARIES: summaries
 * @TRIO_NEXT_DOCUMENTS: documents that are sent
 * @TRIO_NEXT_NOTHING: all of it is done
 *
 * What comes next on the way from an empty file to a note that has been sent.
 */
typedef enum
{
  TRIO_NEXT_UNKNOWN,
  TRIO_NEXT_SETUP,
  TRIO_NEXT_CAPTURE,
  TRIO_NEXT_CLUSTERS,
  TRIO_NEXT_SUMMARIES,
  TRIO_NEXT_DOCUMENTS,
  TRIO_NEXT_NOTHING,
} TrioNext;

/**
 * TrioGlance:
 * @title: title of the workshop, or ""
 * @date: its first day, ISO 8601, or ""
 * @n_stations: how many stations it has
 * @n_notes: how many inputs, without those for practice
 * @n_clusters: how many clusters
 * @n_themes: how many themes have inputs
 * @n_summaries: how many of these have a summary
 * @n_sent: how many documents were sent
 *
 * A few figures about a file.
 */
typedef struct
{
  char *title;
  char *date;
  guint n_stations;
  guint n_notes;
  guint n_clusters;
  guint n_themes;
  guint n_summaries;
  guint n_sent;
} TrioGlance;

TrioGlance *trio_glance_read (const char *path, GError **error);
void trio_glance_read_async (const char *path,
                             GCancellable *cancellable,
                             GAsyncReadyCallback callback,
                             gpointer user_data);
TrioGlance *trio_glance_read_finish (GAsyncResult *result, GError **error);
TrioNext trio_glance_get_next (const TrioGlance *glance);
void trio_glance_free (TrioGlance *glance);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TrioGlance, trio_glance_free)

G_END_DECLS
