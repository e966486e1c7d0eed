/* trio-sample.c: fills a workshop from a sample text.
 *
 * The day is committed in the steps in which
 * people would have taken it, so that the history of the sample reads like one.
 */
#include "config.h"

#include "exchange/trio-sample.h"

#include <glib/gi18n-lib.h>
#include <libxml/parser.h>

#include "base/trio-error.h"
#include "base/trio-resource.h"
#include "base/trio-text.h"
#include "base/trio-xml.h"
#include "exchange/trio-sample-private.h"
#include "exchange/trio-theme-set.h"

#define SAMPLE_SCHEMA "schemas/sample.rng"
#define FIRST_HOUR    9

static void
clear_round (gpointer data)
{
  TrioSampleRound *round = data;

  g_array_unref (round->visits);
}

/* Puts file and line before what is wrong. */
gboolean
trio_sample_fail (TrioSample *sample, xmlNode *node, const char *message)
{
  TrioXmlFinding finding = {
    .file = (char *)sample->name,
    .line = trio_xml_get_line (node),
    .message = (char *)message,
  };
  g_autofree char *text = trio_xml_finding_to_string (&finding);

  g_set_error_literal (sample->error, TRIO_ERROR, TRIO_ERROR_PARSE, text);
  return FALSE;
}

char *
trio_sample_dup_line (xmlNode *node)
{
  g_autofree char *raw = trio_xml_dup_text (node);

  return trio_text_clean (raw, -1, TRIO_TEXT_ONE_LINE | TRIO_TEXT_TRIM);
}

gint64
trio_sample_read_int (xmlNode *node, const char *attribute)
{
  g_autofree char *text = trio_xml_dup_attribute (node, attribute);

  return text ? g_ascii_strtoll (text, NULL, 10) : 0;
}

/* The choice that an attribute names, or 0 without one. */
gint64
trio_sample_read_choice (xmlNode *node, const char *attribute, TrioKind kind, guint field)
{
  g_autofree char *text = trio_xml_dup_attribute (node, attribute);
  const char *const *names = trio_kind_get_info (kind)->fields[field].names;

  for (int i = 0; text && names[i]; i++)
    if (g_str_equal (names[i], text))
      return i;

  return 0;
}

static xmlDoc *
parse (GBytes *bytes, const char *name, GError **error)
{
  xmlDoc *doc = trio_xml_parse (bytes, name, TRIO_XML_MAX_TEMPLATE, error);
  g_autoptr (GBytes) source = trio_resource_lookup (SAMPLE_SCHEMA, NULL);
  g_autoptr (TrioXmlSchema) schema = trio_xml_schema_new (source, SAMPLE_SCHEMA, NULL);
  g_autoptr (GPtrArray) findings = NULL;

  if (!doc)
    return NULL;

  findings = trio_xml_schema_validate (schema, doc, name);
  if (findings->len > 0)
    {
      g_autofree char *text = trio_xml_finding_to_string (findings->pdata[0]);

      g_set_error_literal (error, TRIO_ERROR, TRIO_ERROR_PARSE, text);
      g_clear_pointer (&doc, xmlFreeDoc);
    }

  return doc;
}

static gboolean
fill_workshop (TrioSample *sample, xmlNode *root)
{
  g_autoptr (TrioEdit) edit = trio_edit_new (sample->model, "edit-workshop");
  TrioId workshop = trio_model_get_workshop_record (sample->model)->id;
  xmlNode *fields = trio_xml_first_element (root, "workshop");

  for (xmlNode *node = trio_xml_first_element (fields, "field"); node;
       node = trio_xml_next_element (node, "field"))
    {
      g_autofree char *name = trio_xml_dup_attribute (node, "name");
      guint field = trio_kind_find_field (TRIO_KIND_WORKSHOP, name);
      g_autofree char *text = trio_sample_dup_line (node);
      g_auto (TrioValue) value = TRIO_VALUE_INIT;
      g_autoptr (GError) error = NULL;

      if (field == TRIO_NO_FIELD)
        return trio_sample_fail (sample, node, _ ("The workshop has no such field."));
      if (!trio_field_parse (TRIO_KIND_WORKSHOP, field, text, &value, &error))
        return trio_sample_fail (sample, node, error->message);
      trio_edit_set_value (edit, workshop, field, &value);
    }

  return trio_edit_commit (edit, sample->error);
}

static gboolean
fill_themes (TrioSample *sample, xmlNode *root)
{
  g_autofree char *id = trio_xml_dup_attribute (root, "set");
  g_autoptr (TrioThemeSet) set = trio_theme_set_load (id, sample->error);
  g_autoptr (TrioEdit) edit = NULL;

  if (!set)
    return FALSE;

  edit = trio_edit_new (sample->model, "apply-theme-set");
  trio_edit_set_subject (edit, set->title);
  trio_theme_set_apply (set, edit);

  return trio_edit_commit (edit, sample->error);
}

static void
add_team (TrioSample *sample, TrioEdit *edit, xmlNode *node)
{
  g_autofree char *title = trio_sample_dup_line (node);
  TrioSampleTeam team = {
    .id = trio_edit_create (edit, TRIO_KIND_TEAM),
    .colour
    = (TrioColour)trio_sample_read_choice (node, "colour", TRIO_KIND_NOTE, TRIO_NOTE_COLOUR),
  };

  trio_edit_set_text (edit, team.id, TRIO_TEAM_TITLE, title);
  trio_edit_place_last (edit, team.id, TRIO_NO_FIELD, 0);
  g_array_append_val (sample->teams, team);
}

static void
add_round (TrioSample *sample, TrioEdit *edit, xmlNode *node, gint64 start)
{
  g_autofree char *title = trio_sample_dup_line (node);
  g_autofree char *visits = trio_xml_dup_attribute (node, "visits");
  g_auto (GStrv) numbers = g_strsplit_set (visits, " \n", -1);
  GListModel *stations = trio_model_get_list (sample->model, TRIO_KIND_STATION);
  TrioSampleRound round = {
    .id = trio_edit_create (edit, TRIO_KIND_ROUND),
    .start = start,
    .visits = g_array_new (FALSE, FALSE, sizeof (guint)),
  };

  trio_edit_set_text (edit, round.id, TRIO_ROUND_TITLE, title);
  trio_edit_set_int (edit, round.id, TRIO_ROUND_MINUTES, trio_sample_read_int (node, "minutes"));
  trio_edit_place_last (edit, round.id, TRIO_NO_FIELD, 0);

  for (char **number = numbers; *number; number++)
    {
      g_autoptr (TrioObject) station = g_list_model_get_item (stations, round.visits->len);
      guint team = (guint)g_ascii_strtoull (*number, NULL, 10);
      TrioId visit;

      if (!station || team < 1 || team > sample->teams->len)
        continue;
      team--;
      g_array_append_val (round.visits, team);

      visit = trio_edit_create (edit, TRIO_KIND_VISIT);
      trio_edit_set_ref (edit, visit, TRIO_VISIT_ROUND, round.id);
      trio_edit_set_ref (edit, visit, TRIO_VISIT_TEAM,
                         g_array_index (sample->teams, TrioSampleTeam, team).id);
      trio_edit_set_ref (edit, visit, TRIO_VISIT_STATION, trio_object_get_id (station));
    }
  g_array_append_val (sample->rounds, round);
}

/* The first round begins in the morning of the workshop's day. */
static gint64
find_start (TrioSample *sample)
{
  const TrioRecord *workshop = trio_model_get_workshop_record (sample->model);
  const char *day = trio_record_get_text (workshop, TRIO_WORKSHOP_START);
  g_autoptr (GTimeZone) utc = g_time_zone_new_utc ();
  g_autofree char *moment = g_strdup_printf ("%sT%02d:00:00", day, FIRST_HOUR);
  g_autoptr (GDateTime) start = g_date_time_new_from_iso8601 (moment, utc);

  return start ? g_date_time_to_unix (start) : 0;
}

static gboolean
fill_rounds (TrioSample *sample, xmlNode *root)
{
  g_autoptr (TrioEdit) edit = trio_edit_new (sample->model, "edit-rounds");
  xmlNode *teams = trio_xml_first_element (root, "teams");
  xmlNode *rounds = trio_xml_first_element (root, "rounds");
  gint64 start = find_start (sample);

  for (xmlNode *node = trio_xml_first_element (teams, "team"); node;
       node = trio_xml_next_element (node, "team"))
    add_team (sample, edit, node);
  for (xmlNode *node = trio_xml_first_element (rounds, "round"); node;
       node = trio_xml_next_element (node, "round"))
    {
      add_round (sample, edit, node, start);
      start += trio_sample_read_int (node, "minutes") * 60;
    }

  return trio_edit_commit (edit, sample->error);
}

/**
 * trio_sample_fill:
 * @model: an empty workshop
 * @bytes: a sample text
 * @name: what to call the text in messages
 * @error: return location for an error
 *
 * Fills a workshop with everything that the text holds, in several steps. After an error the
 * workshop may be filled in part; the caller throws it away.
 *
 * Returns: %TRUE on success, otherwise %FALSE with %TRIO_ERROR_PARSE or what the model refused
 */
gboolean
trio_sample_fill (TrioModel *model, GBytes *bytes, const char *name, GError **error)
{
  xmlDoc *doc = parse (bytes, name, error);
  g_autoptr (GArray) teams = g_array_new (FALSE, FALSE, sizeof (TrioSampleTeam));
  g_autoptr (GArray) rounds = g_array_new (FALSE, FALSE, sizeof (TrioSampleRound));
  TrioSample sample = { model, name, teams, rounds, error };
  xmlNode *root;
  gboolean fine;
  guint index = 0;

  if (!doc)
    return FALSE;

  g_array_set_clear_func (rounds, clear_round);
  root = xmlDocGetRootElement (doc);
  fine
      = fill_workshop (&sample, root) && fill_themes (&sample, root) && fill_rounds (&sample, root);
  for (xmlNode *node = trio_xml_first_element (root, "station"); node && fine;
       node = trio_xml_next_element (node, "station"))
    fine = trio_sample_fill_station (&sample, node, index++);
  xmlFreeDoc (doc);

  return fine;
}

/**
 * trio_sample_read_language:
 * @bytes: a sample text
 * @name: what to call the text in messages
 * @language: (out): the language of the workshop
 * @error: return location for an error
 *
 * Returns: %TRUE on success, otherwise %FALSE with %TRIO_ERROR_PARSE
 */
gboolean
trio_sample_read_language (GBytes *bytes, const char *name, TrioLanguage *language, GError **error)
{
  xmlDoc *doc = parse (bytes, name, error);
  xmlChar *lang;

  if (!doc)
    return FALSE;

  lang = xmlGetNsProp (xmlDocGetRootElement (doc), (const xmlChar *)"lang", XML_XML_NAMESPACE);
  *language = xmlStrEqual (lang, (const xmlChar *)"da") ? TRIO_LANGUAGE_DA : TRIO_LANGUAGE_EN;
  xmlFree (lang);
  xmlFreeDoc (doc);

  return TRUE;
}
