/* trio-sample-station.c: the notes, clusters and summary of one station of a sample.
 *
 * The schema says what may stand where; what is left to check here are the references: a
 * note's round and cluster, a summary's notes.
 */
#include "config.h"

#include <glib/gi18n-lib.h>

#include "base/trio-xml.h"
#include "exchange/trio-sample-private.h"
#include "model/trio-commands.h"

#define SECONDS_PER_NOTE 45

/* One note; its id goes under its key into @keys. */
static gboolean
add_note (TrioSample *sample,
          TrioEdit *edit,
          xmlNode *node,
          guint station_index,
          TrioId station,
          guint *n_in_round,
          GHashTable *keys)
{
  gint64 number = trio_sample_read_int (node, "round");
  g_autofree char *text = trio_sample_dup_line (node);
  g_autofree char *key = trio_xml_dup_attribute (node, "key");
  g_autofree char *withheld = trio_xml_dup_attribute (node, "withheld");
  g_autofree char *original = trio_xml_dup_attribute (node, "original");
  const TrioSampleRound *round;
  const TrioSampleTeam *team;
  TrioId id;

  if (number > sample->rounds->len)
    return trio_sample_fail (sample, node, _ ("There is no such round."));
  round = &g_array_index (sample->rounds, TrioSampleRound, number - 1);
  if (station_index >= round->visits->len)
    return trio_sample_fail (sample, node, _ ("No team visits this station in that round."));
  team = &g_array_index (sample->teams, TrioSampleTeam,
                         g_array_index (round->visits, guint, station_index));

  id = trio_edit_add_note (
      edit, station,
      &(TrioNoteDraft){
          .text = text,
          .role = (TrioRole)trio_sample_read_choice (node, "role", TRIO_KIND_NOTE, TRIO_NOTE_ROLE),
          .colour = team->colour,
          .source = TRIO_SOURCE_TYPED,
          .round = round->id,
          .team = team->id,
      });
  trio_edit_set_int (edit, id, TRIO_NOTE_VOTES, trio_sample_read_int (node, "votes"));
  trio_edit_set_int (edit, id, TRIO_NOTE_CREATED,
                     (round->start + SECONDS_PER_NOTE * ++n_in_round[number - 1]) * G_USEC_PER_SEC);
  if (original)
    trio_edit_set_text (edit, id, TRIO_NOTE_ORIGINAL, original);
  if (withheld)
    {
      trio_edit_set_int (edit, id, TRIO_NOTE_STATE, TRIO_NOTE_STATE_WITHHELD);
      trio_edit_set_text (edit, id, TRIO_NOTE_REASON, withheld);
    }
  if (key)
    g_hash_table_insert (keys, g_steal_pointer (&key), GINT_TO_POINTER ((int)id));

  return TRUE;
}

static gboolean
fill_notes (
    TrioSample *sample, xmlNode *node, guint station_index, TrioId station, GHashTable *keys)
{
  g_autoptr (TrioEdit) edit = trio_edit_new (sample->model, "add-notes");
  g_autofree guint *n_in_round = g_new0 (guint, sample->rounds->len);
  guint n_notes = 0;

  for (xmlNode *note = trio_xml_first_element (node, "note"); note;
       note = trio_xml_next_element (note, "note"), n_notes++)
    if (!add_note (sample, edit, note, station_index, station, n_in_round, keys))
      return FALSE;
  trio_edit_set_count (edit, n_notes);

  return trio_edit_commit (edit, sample->error);
}

static gboolean
fill_cluster (TrioSample *sample, xmlNode *node, TrioId station, GPtrArray *notes)
{
  g_autoptr (TrioEdit) edit = trio_edit_new (sample->model, "make-cluster");
  TrioId cluster = trio_edit_create (edit, TRIO_KIND_CLUSTER);
  g_autofree char *key = trio_xml_dup_attribute (node, "key");
  g_autofree char *title = trio_sample_dup_line (node);
  guint i = 0;

  trio_edit_set_subject (edit, title);
  trio_edit_set_text (edit, cluster, TRIO_CLUSTER_TITLE, title);
  trio_edit_set_int (edit, cluster, TRIO_CLUSTER_VOTES, trio_sample_read_int (node, "votes"));
  trio_edit_place_last (edit, cluster, TRIO_CLUSTER_STATION, station);

  for (xmlNode *note = trio_xml_first_element (node->parent, "note"); note;
       note = trio_xml_next_element (note, "note"), i++)
    {
      g_autofree char *wanted = trio_xml_dup_attribute (note, "cluster");
      const TrioRecord *record = notes->pdata[i];

      if (g_strcmp0 (wanted, key) == 0)
        trio_edit_place_last (edit, record->id, TRIO_NOTE_CLUSTER, cluster);
    }

  return trio_edit_commit (edit, sample->error);
}

static gboolean
fill_clusters (TrioSample *sample, xmlNode *node, TrioId station)
{
  g_autoptr (TrioSnapshot) snapshot = trio_model_dup_snapshot (sample->model);
  g_autoptr (GPtrArray) notes
      = trio_snapshot_dup_children (snapshot, TRIO_KIND_NOTE, TRIO_NOTE_STATION, station);

  for (xmlNode *cluster = trio_xml_first_element (node, "cluster"); cluster;
       cluster = trio_xml_next_element (cluster, "cluster"))
    if (!fill_cluster (sample, cluster, station, notes))
      return FALSE;

  return TRUE;
}

static gboolean
add_links (TrioSample *sample, TrioEdit *edit, xmlNode *node, TrioId summary, GHashTable *keys)
{
  g_autofree char *sentence = trio_sample_dup_line (node);
  g_autofree char *list = trio_xml_dup_attribute (node, "notes");
  g_auto (GStrv) wanted = g_strsplit_set (list, " \n", -1);

  for (char **key = wanted; *key; key++)
    {
      TrioId note = GPOINTER_TO_INT (g_hash_table_lookup (keys, *key));
      TrioId link;

      if (!**key)
        continue;
      if (note == 0)
        return trio_sample_fail (sample, node,
                                 _ ("A sentence rests on an input that is not there."));
      link = trio_edit_create (edit, TRIO_KIND_LINK);
      trio_edit_set_ref (edit, link, TRIO_LINK_SUMMARY, summary);
      trio_edit_set_ref (edit, link, TRIO_LINK_NOTE, note);
      trio_edit_set_text (edit, link, TRIO_LINK_SENTENCE, sentence);
    }

  return TRUE;
}

static gboolean
fill_summary (TrioSample *sample, xmlNode *node, TrioId theme, GHashTable *keys)
{
  g_autoptr (TrioEdit) edit = trio_edit_new (sample->model, "edit-summary");
  g_autoptr (GString) text = g_string_new (NULL);
  TrioId summary = trio_edit_create (edit, TRIO_KIND_SUMMARY);

  trio_edit_set_subject (edit, trio_record_get_text (trio_model_get_record (sample->model, theme),
                                                     TRIO_THEME_TITLE));
  trio_edit_set_ref (edit, summary, TRIO_SUMMARY_THEME, theme);
  for (xmlNode *s = trio_xml_first_element (node, "s"); s; s = trio_xml_next_element (s, "s"))
    {
      g_autofree char *sentence = trio_sample_dup_line (s);

      g_string_append_printf (text, "%s%s", text->len > 0 ? " " : "", sentence);
      if (!add_links (sample, edit, s, summary, keys))
        return FALSE;
    }
  trio_edit_set_text (edit, summary, TRIO_SUMMARY_TEXT, text->str);
  trio_edit_set_int (edit, summary, TRIO_SUMMARY_STATE, TRIO_SUMMARY_STATE_EDITED);

  return trio_edit_commit (edit, sample->error);
}

static gboolean
check_clusters (TrioSample *sample, xmlNode *station)
{
  for (xmlNode *note = trio_xml_first_element (station, "note"); note;
       note = trio_xml_next_element (note, "note"))
    {
      g_autofree char *wanted = trio_xml_dup_attribute (note, "cluster");
      gboolean found = wanted == NULL;

      for (xmlNode *node = trio_xml_first_element (station, "cluster"); node && !found;
           node = trio_xml_next_element (node, "cluster"))
        {
          g_autofree char *key = trio_xml_dup_attribute (node, "key");

          found = g_strcmp0 (key, wanted) == 0;
        }
      if (!found)
        return trio_sample_fail (sample, note, _ ("There is no such cluster at this station."));
    }

  return TRUE;
}

/* Fills the station number @index, from 0, of the workshop. */
gboolean
trio_sample_fill_station (TrioSample *sample, xmlNode *node, guint index)
{
  GListModel *stations = trio_model_get_list (sample->model, TRIO_KIND_STATION);
  g_autoptr (TrioObject) station = g_list_model_get_item (stations, index);
  g_autoptr (GHashTable) keys = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autofree char *place = trio_xml_dup_attribute (node, "place");
  g_autofree char *host = trio_xml_dup_attribute (node, "host");
  g_autoptr (TrioEdit) edit = NULL;
  TrioId id, theme;

  if (!station)
    return trio_sample_fail (sample, node,
                             _ ("There are more stations than the theme set has themes."));
  if (!check_clusters (sample, node))
    return FALSE;

  id = trio_object_get_id (station);
  theme = trio_object_get_ref (station, TRIO_STATION_THEME);
  edit = trio_edit_new (sample->model, "edit-station");
  trio_edit_set_text (edit, id, TRIO_STATION_PLACE, place);
  trio_edit_set_text (edit, id, TRIO_STATION_HOST, host);

  return trio_edit_commit (edit, sample->error) && fill_notes (sample, node, index, id, keys)
         && fill_clusters (sample, node, id)
         && fill_summary (sample, trio_xml_first_element (node, "summary"), theme, keys);
}
