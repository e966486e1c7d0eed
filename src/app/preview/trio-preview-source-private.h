/* trio-preview-source-private.h: shared by the files of the source. */
#pragma once

#include "app/preview/trio-preview-source.h"

G_BEGIN_DECLS

struct _TrioPreviewSource
{
  GObject parent_instance;

  TrioModel *model;
  char *path;
  TrioId document;
  char *type;
  gboolean is_active;

  TrioTemplateLibrary *library; /* with the worker while one runs */
  GCancellable *running;
  guint timer;
  gboolean is_stale;
  gboolean library_is_stale;

  TrioLayout *layout;
  TrioDoc *doc;
  TrioSnapshot *snapshot;
  GPtrArray *remarks;
  GError *error;
  GPtrArray *nodes;     /* of GskRenderNode, NULL where none is drawn yet */
  GPtrArray *old_nodes; /* shown while nothing new can be drawn */
};

G_END_DECLS
