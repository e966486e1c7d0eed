/* trio-scope.h: the values of a document by name, and what can be gone through.
 *
 * A scope is one step of a for-each or list: the object it stands at, and the scope around
 * it. Scopes live on the stack of the builder.
 */
#pragma once

#include "document/trio-doc-source.h"
#include "document/trio-template-names.h"

G_BEGIN_DECLS

typedef struct _TrioScope TrioScope;

/**
 * TrioScope:
 * @outer: (nullable): the scope around
 * @kind: what the object is; %TRIO_SCOPE_DOCUMENT for the outermost
 * @record: (nullable): the object; %NULL for a row
 * @param: (nullable): the param whose row this is
 * @cells: (nullable): the fields of the row
 * @ordinal: its place in what is gone through, from 1
 * @source: the workshop
 * @tmpl: the template, for its params
 * @options: the options, for parameters and dates
 * @rows: the rows that were read, by param; see trio_scope_rows_new()
 *
 * Where the builder stands.
 */
struct _TrioScope
{
  const TrioScope *outer;
  TrioScopeKind kind;
  const TrioRecord *record;
  const TrioParam *param;
  char **cells;
  guint ordinal;
  const TrioDocSource *source;
  const TrioTemplate *tmpl;
  const TrioBuildOptions *options;
  GHashTable *rows;
};

GHashTable *trio_scope_rows_new (void);
TrioScope trio_scope_open (const TrioScope *outer, const char *loop, gpointer item, guint ordinal);
gboolean trio_scope_lookup_cb (const char *path, TrioWordingValue *value, gpointer scope);
gboolean trio_scope_has_option (const TrioScope *scope, const char *name);
const TrioRecord *trio_scope_find (const TrioScope *scope, TrioScopeKind kind);
const char *trio_scope_get_param (const TrioScope *scope, const TrioParam *param);
GPtrArray *trio_scope_list_rows (const TrioScope *scope, const TrioParam *param);
GPtrArray *trio_scope_list (const TrioScope *scope, const char *loop);

G_END_DECLS
