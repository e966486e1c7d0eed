/* trio-setup-findings.h: what the checks found in a part of the setup, each a way to it. */
#pragma once

#include <gtk/gtk.h>

#include "document/gate/trio-gate.h"

G_BEGIN_DECLS

#define TRIO_TYPE_SETUP_FINDINGS (trio_setup_findings_get_type ())

G_DECLARE_FINAL_TYPE (TrioSetupFindings, trio_setup_findings, TRIO, SETUP_FINDINGS, GtkBox)

/* Signal "chosen" (gint64 object, guint field): somebody wants to see that field. */

void trio_setup_findings_show (TrioSetupFindings *self,
                               const TrioFinding *const *findings,
                               guint n_findings);
guint trio_setup_findings_get_length (TrioSetupFindings *self);
gboolean trio_setup_findings_is_about_setup (const TrioFinding *finding);

G_END_DECLS
