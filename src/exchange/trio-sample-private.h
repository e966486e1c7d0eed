/* trio-sample-private.h: what the files of the sample share. */
#pragma once

#include <libxml/tree.h>

#include "exchange/trio-sample.h"
#include "model/trio-edit.h"

G_BEGIN_DECLS

/**
 * TrioSampleTeam:
 * @id: the team
 * @colour: colour of the notes it writes on
 */
typedef struct
{
  TrioId id;
  TrioColour colour;
} TrioSampleTeam;

/**
 * TrioSampleRound:
 * @id: the round
 * @start: when it begins, in seconds since 1970
 * @visits: (element-type guint): index of the team at each station
 */
typedef struct
{
  TrioId id;
  gint64 start;
  GArray *visits;
} TrioSampleRound;

/**
 * TrioSample:
 * @model: the workshop to fill
 * @name: what the text is called in messages
 * @teams: (element-type TrioSampleTeam): the teams so far
 * @rounds: (element-type TrioSampleRound): the rounds so far
 * @error: where an error goes
 *
 * A sample while it is being read.
 */
typedef struct
{
  TrioModel *model;
  const char *name;
  GArray *teams;
  GArray *rounds;
  GError **error;
} TrioSample;

gboolean trio_sample_fail (TrioSample *sample, xmlNode *node, const char *message);
char *trio_sample_dup_line (xmlNode *node);
gint64 trio_sample_read_int (xmlNode *node, const char *attribute);
gint64 trio_sample_read_choice (xmlNode *node, const char *attribute, TrioKind kind, guint field);
gboolean trio_sample_fill_station (TrioSample *sample, xmlNode *node, guint index);

G_END_DECLS
