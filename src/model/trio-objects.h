/* trio-objects.h: the type of each kind of object, for lists, expressions and signals. */
#pragma once

#include "model/trio-object.h"

G_BEGIN_DECLS

#define TRIO_TYPE_WORKSHOP (trio_workshop_get_type ())
#define TRIO_TYPE_THEME    (trio_theme_get_type ())
#define TRIO_TYPE_QUESTION (trio_question_get_type ())
#define TRIO_TYPE_STATION  (trio_station_get_type ())
#define TRIO_TYPE_ROUND    (trio_round_get_type ())
#define TRIO_TYPE_TEAM     (trio_team_get_type ())
#define TRIO_TYPE_VISIT    (trio_visit_get_type ())
#define TRIO_TYPE_CLUSTER  (trio_cluster_get_type ())
#define TRIO_TYPE_NOTE     (trio_note_get_type ())
#define TRIO_TYPE_SUMMARY  (trio_summary_get_type ())
#define TRIO_TYPE_LINK     (trio_link_get_type ())
#define TRIO_TYPE_DOCUMENT (trio_document_get_type ())
#define TRIO_TYPE_WAIVER   (trio_waiver_get_type ())
#define TRIO_TYPE_FOLLOWUP (trio_followup_get_type ())

G_DECLARE_FINAL_TYPE (TrioWorkshop, trio_workshop, TRIO, WORKSHOP, TrioObject)
G_DECLARE_FINAL_TYPE (TrioTheme, trio_theme, TRIO, THEME, TrioObject)
G_DECLARE_FINAL_TYPE (TrioQuestion, trio_question, TRIO, QUESTION, TrioObject)
G_DECLARE_FINAL_TYPE (TrioStation, trio_station, TRIO, STATION, TrioObject)
G_DECLARE_FINAL_TYPE (TrioRound, trio_round, TRIO, ROUND, TrioObject)
G_DECLARE_FINAL_TYPE (TrioTeam, trio_team, TRIO, TEAM, TrioObject)
G_DECLARE_FINAL_TYPE (TrioVisit, trio_visit, TRIO, VISIT, TrioObject)
G_DECLARE_FINAL_TYPE (TrioCluster, trio_cluster, TRIO, CLUSTER, TrioObject)
G_DECLARE_FINAL_TYPE (TrioNote, trio_note, TRIO, NOTE, TrioObject)
G_DECLARE_FINAL_TYPE (TrioSummary, trio_summary, TRIO, SUMMARY, TrioObject)
G_DECLARE_FINAL_TYPE (TrioLink, trio_link, TRIO, LINK, TrioObject)
G_DECLARE_FINAL_TYPE (TrioDocument, trio_document, TRIO, DOCUMENT, TrioObject)
G_DECLARE_FINAL_TYPE (TrioWaiver, trio_waiver, TRIO, WAIVER, TrioObject)
G_DECLARE_FINAL_TYPE (TrioFollowup, trio_followup, TRIO, FOLLOWUP, TrioObject)

GType trio_kind_get_type (TrioKind kind);

G_END_DECLS
