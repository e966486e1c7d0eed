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
 * @record: (nullable): the object
 * @ordinal: its place in what is gone through, from 1
 * @source: the workshop
 * @tmpl: the template, for its params
 * @options: the options, for parameters and dates
 *
 * Where the builder stands.
 */
struct _TrioScope
{
  const TrioScope *outer;
  TrioScopeKind kind;
  const TrioRecord *record;
  guint ordinal;
  const TrioDocSource *source;
  const TrioTemplate *tmpl;
  const TrioBuildOptions *options;
};

TrioScope trio_scope_open (const TrioScope *outer,
                           TrioScopeKind kind,
                           const TrioRecord *record,
                           guint ordinal);
gboolean trio_scope_lookup_cb (const char *path, TrioWordingValue *value, gpointer scope);
gboolean trio_scope_has_option (const TrioScope *scope, const char *name);
const TrioRecord *trio_scope_find (const TrioScope *scope, TrioScopeKind kind);
GPtrArray *trio_scope_list (const TrioScope *scope, const char *loop);

G_END_DECLS
