/* trio-builder-private.h: what the parts of the builder share. */
#pragma once

#include "document/trio-builder.h"
#include "document/trio-scope.h"
#include "document/trio-template-private.h"

G_BEGIN_DECLS

/* In trio-builder-text.c: wording, sentences and conditions. */
gboolean trio_builder_holds (const TrioCondition *condition, const TrioScope *scope);
gboolean trio_builder_is_shown (const TrioNode *sentence, const TrioScope *scope);
char *trio_builder_fill (const TrioNode *node, const TrioScope *scope);
char *trio_builder_expand (const TrioWording *wording, const TrioScope *scope);
char *trio_builder_one_line (const char *text);
char **trio_builder_split_paragraphs (const char *text);

/* In trio-builder-list.c: lists and clusters, with the inputs that they print. */
TrioList *
trio_builder_make_list (const TrioNode *node, const TrioScope *scope, TrioNumberStyle numbering);

/* In trio-builder-source.c: where words come from, or NULL. */
char *trio_builder_dup_heading_source (const TrioScope *scope);
char *trio_builder_dup_para_source (const TrioNode *node, const TrioScope *scope);

/* In trio-builder-block.c: tables, figures and decisions; NULL where there is nothing to show. */
TrioBlock *trio_builder_make_table (const TrioNode *node, const TrioScope *scope);
TrioBlock *trio_builder_make_figure (const TrioNode *node, const TrioScope *scope);
TrioBlock *trio_builder_make_decision (const TrioNode *node, const TrioScope *scope);

/* In trio-builder-head.c: what stands on every page and in the file's properties. */
void trio_builder_set_head (TrioDoc *doc, const TrioScope *scope);

G_END_DECLS
