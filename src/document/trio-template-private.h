/* trio-template-private.h: a template as a tree, for its reader, its checks and the builder. */
#pragma once

#include "document/trio-template.h"
#include "document/trio-template-names.h"
#include "document/trio-wording.h"

G_BEGIN_DECLS

typedef enum
{
  TRIO_NODE_BODY,
  TRIO_NODE_TITLE,
  TRIO_NODE_META,
  TRIO_NODE_FIELD,
  TRIO_NODE_HEADING,
  TRIO_NODE_PARA,
  TRIO_NODE_LIST,
  TRIO_NODE_CLUSTER,
  TRIO_NODE_BOX,
  TRIO_NODE_FOR_EACH,
  TRIO_NODE_IF,
  TRIO_NODE_SENTENCE,
  TRIO_NODE_EITHER,
  TRIO_NODE_TABLE,
  TRIO_NODE_COLUMN,
  TRIO_NODE_FIGURE,
  TRIO_NODE_TOC,
  TRIO_NODE_DECISION,
  TRIO_NODE_POINTS,
} TrioNodeKind;

/* When a node is there; all of it must hold. */
typedef struct
{
  char **has;
  char **lacks;
  char *option;
  char *whole;
  char *part;
} TrioCondition;

typedef struct _TrioNode TrioNode;

struct _TrioNode
{
  TrioNodeKind kind;
  guint line;
  TrioWording *wording;  /* text; of a list and a cluster, that of each item */
  TrioWording *label;    /* number of a heading when it is wording; title of cluster, box and
                            contents; caption of a table, words for a figure */
  TrioWording *fallback; /* what stands for an empty list or an empty cluster title */
  char *name;            /* label of a field; head of a column; param of a figure; what a
                            for-each, list, table or cluster goes through */
  char *body;            /* of a decision: the paths of who decided and when */
  char *date;
  TrioCondition condition;
  guint level;
  guint count;     /* of a table, its blank rows; of contents, the pages without them */
  double width_mm; /* of a figure */
  gboolean is_hidden;
  TrioNumberStyle number_style;
  TrioListKind list_kind;
  TrioParaStyle para_style;
  TrioMetaLayout meta_layout;
  gboolean page_break;
  gboolean is_appendix;
  gboolean omit_empty;
  GPtrArray *children;  /* TrioNode; of a list, at most the nested list */
  GPtrArray *otherwise; /* TrioNode; else */
};

typedef struct
{
  TrioWording *organisation;
  TrioWording *department;
  TrioWording *header;
  gboolean header_on_first_page;
  TrioWording *footer;
  GBytes *logo;
  char *logo_mime_type;
  char *logo_alt;
  double logo_width_mm;
  TrioLogoPlace logo_place;
  guint line;
} TrioTemplateHead;

typedef struct
{
  TrioFontSpec fonts[TRIO_DOC_N_FONTS];
  gboolean has_margins;
  double margins_mm[4];
  gboolean landscape;
  char *bullet;
  gboolean hyphenate;
} TrioTemplateLook;

struct _TrioTemplate
{
  /*< private >*/
  gatomicrefcount refs;
  TrioTemplate *base; /* owns what this one took over */
  char *id;
  char *kind;
  char *lang;
  char *name;
  char *description;
  char *base_id;
  char *file;
  guint version;
  guint params_line;
  TrioTemplateHead *own_head;
  TrioTemplateLook *own_look;
  TrioNode *own_body;
  GPtrArray *params; /* TrioParam, the base's first */
  const TrioTemplateHead *head;
  const TrioTemplateLook *look;
  const TrioNode *body;
};

const char *trio_node_kind_get_name (TrioNodeKind kind);
TrioNode *trio_node_new (TrioNodeKind kind, guint line);
void trio_node_free (TrioNode *node);
TrioTemplateHead *trio_template_head_new (void);
void trio_template_head_free (TrioTemplateHead *head);
TrioTemplateLook *trio_template_look_new (void);
void trio_template_look_free (TrioTemplateLook *look);
TrioParam *trio_param_new (void);
void
trio_param_add_column (TrioParam *param, const char *name, TrioParamType type, const char *label);
const TrioColumn *trio_param_find_column (const TrioParam *param, const char *name, guint *index);
void trio_param_free (TrioParam *param);
gboolean trio_template_get_loop (const TrioTemplate *tmpl, const char *loop, TrioScopeKind *scope);

TrioTemplate *trio_template_new (const char *file);
char *trio_template_peek_id (GBytes *bytes);
TrioTemplate *trio_template_read_built_in (GBytes *bytes, const char *file, GPtrArray *findings);
void trio_template_add_finding (
    GPtrArray *findings, const char *file, guint line, const char *element, const char *message);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TrioNode, trio_node_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (TrioTemplateHead, trio_template_head_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (TrioTemplateLook, trio_template_look_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (TrioParam, trio_param_free)

G_END_DECLS
