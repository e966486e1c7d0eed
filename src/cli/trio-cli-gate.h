/* trio-cli-gate.h: what the commands that check share. */
#pragma once

#include "cli/trio-cli.h"
#include "document/gate/trio-gate.h"

G_BEGIN_DECLS

TrioDoc *trio_cli_build_notat (const char *path, TrioSnapshot *snapshot);
char *trio_cli_dup_safe_name (const char *path);
char *trio_cli_dup_finding (const TrioFinding *finding);
void
trio_cli_json_finding (JsonBuilder *builder, TrioSnapshot *snapshot, const TrioFinding *finding);
gboolean trio_cli_gate_export (TrioStore *store,
                               TrioSnapshot *snapshot,
                               TrioDoc *doc,
                               const char *output,
                               char **reasons,
                               GError **error);

G_END_DECLS
