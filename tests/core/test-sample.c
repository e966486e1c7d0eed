/* test-sample.c: the sample workshops hold what they are to show, and bad ones are refused. */
#include <glib/gstdio.h>
#include <string.h>

#include "base/trio-error.h"
#include "base/trio-text.h"
#include "exchange/trio-sample.h"
#include "store/trio-store.h"
#include "workshop-helpers.h"

#define N_STATIONS 4
#define N_NOTES    62
#define N_WITHHELD 2

static GBytes *
read_file (const char *lang, const char *name)
{
  g_autofree char *path
      = g_test_build_filename (G_TEST_DIST, "..", "..", "data", "sample", lang, name, NULL);
  g_autoptr (GError) error = NULL;
  char *text;
  gsize length;

  g_assert_true (g_file_get_contents (path, &text, &length, &error));
  g_assert_no_error (error);

  return g_bytes_new_take (text, length);
}

static TrioSnapshot *
make_snapshot (const char *lang)
{
  g_autoptr (GBytes) bytes = read_file (lang, "sample.xml");
  g_autoptr (TrioModel) model = NULL;
  g_autoptr (GError) error = NULL;
  TrioLanguage language;

  g_assert_true (trio_sample_read_language (bytes, "sample.xml", &language, &error));
  g_assert_no_error (error);
  g_assert_cmpint (language, ==, g_str_equal (lang, "da") ? TRIO_LANGUAGE_DA : TRIO_LANGUAGE_EN);

  model = make_empty_workshop (language);
  g_assert_true (trio_sample_fill (model, bytes, "sample.xml", &error));
  g_assert_no_error (error);

  return trio_model_dup_snapshot (model);
}

static GPtrArray *
dup_notes (TrioSnapshot *snapshot, const TrioRecord *station)
{
  return trio_snapshot_dup_children (snapshot, TRIO_KIND_NOTE, TRIO_NOTE_STATION, station->id);
}

static void
test_notes (gconstpointer lang)
{
  g_autoptr (TrioSnapshot) snapshot = make_snapshot (lang);
  GPtrArray *stations = trio_snapshot_get_all (snapshot, TRIO_KIND_STATION);
  GPtrArray *notes = trio_snapshot_get_all (snapshot, TRIO_KIND_NOTE);
  guint n_withheld = 0;
  guint roles[5] = { 0 };

  g_assert_cmpuint (stations->len, ==, N_STATIONS);
  g_assert_cmpuint (notes->len, ==, N_NOTES);
  for (guint i = 0; i < notes->len; i++)
    {
      const TrioRecord *note = notes->pdata[i];
      const char *text = trio_record_get_text (note, TRIO_NOTE_TEXT);
      const char *reason = trio_record_get_text (note, TRIO_NOTE_REASON);
      guint n_words = trio_text_count_words (text);

      g_assert_cmpuint (n_words, >=, 1);
      g_assert_cmpuint (n_words, <=, 13);
      g_assert_false (g_str_has_suffix (text, "."));
      g_assert_false (g_ascii_isspace (text[0]));
      g_assert_cmpint (trio_record_get_ref (note, TRIO_NOTE_ROUND), !=, 0);
      g_assert_cmpint (trio_record_get_ref (note, TRIO_NOTE_TEAM), !=, 0);
      roles[trio_record_get_int (note, TRIO_NOTE_ROLE)]++;
      if (trio_record_get_int (note, TRIO_NOTE_STATE) == TRIO_NOTE_STATE_WITHHELD)
        {
          n_withheld++;
          g_assert_cmpstr (reason, !=, "");
          g_assert_true (trio_record_is_null (note, TRIO_NOTE_CLUSTER));
        }
    }
  g_assert_cmpuint (n_withheld, ==, N_WITHHELD);
  g_assert_cmpuint (roles[TRIO_ROLE_NONE], ==, 0);
  for (guint role = TRIO_ROLE_LEADER; role <= TRIO_ROLE_OTHER; role++)
    g_assert_cmpuint (roles[role], >=, 10);

  for (guint i = 0; i < stations->len; i++)
    {
      g_autoptr (GPtrArray) here = dup_notes (snapshot, stations->pdata[i]);
      gint64 created = 0;

      g_assert_cmpuint (here->len, >=, 14);
      for (guint n = 0; n < here->len; n++)
        {
          gint64 now = trio_record_get_int (here->pdata[n], TRIO_NOTE_CREATED);

          g_assert_cmpint (now, >, created);
          created = now;
        }
    }
}

static void
test_clusters (gconstpointer lang)
{
  g_autoptr (TrioSnapshot) snapshot = make_snapshot (lang);
  GPtrArray *clusters = trio_snapshot_get_all (snapshot, TRIO_KIND_CLUSTER);
  guint n_grouped = 0;

  g_assert_cmpuint (clusters->len, ==, 3 * N_STATIONS);
  for (guint i = 0; i < clusters->len; i++)
    {
      const TrioRecord *cluster = clusters->pdata[i];
      g_autoptr (GPtrArray) notes
          = trio_snapshot_dup_children (snapshot, TRIO_KIND_NOTE, TRIO_NOTE_CLUSTER, cluster->id);

      g_assert_cmpuint (trio_text_count_words (trio_record_get_text (cluster, TRIO_CLUSTER_TITLE)),
                        >=, 3);
      g_assert_cmpint (trio_record_get_int (cluster, TRIO_CLUSTER_VOTES), >, 0);
      g_assert_cmpuint (notes->len, >=, 2);
      n_grouped += notes->len;
      for (guint n = 0; n < notes->len; n++)
        g_assert_cmpint (trio_record_get_ref (notes->pdata[n], TRIO_NOTE_STATION), ==,
                         trio_record_get_ref (cluster, TRIO_CLUSTER_STATION));
    }

  /* Some are left alone, as on a real board. */
  g_assert_cmpuint (n_grouped, >, N_NOTES / 2);
  g_assert_cmpuint (n_grouped, <, N_NOTES - N_WITHHELD);
}

static void
test_rotation (gconstpointer lang)
{
  g_autoptr (TrioSnapshot) snapshot = make_snapshot (lang);
  GPtrArray *visits = trio_snapshot_get_all (snapshot, TRIO_KIND_VISIT);
  GPtrArray *notes = trio_snapshot_get_all (snapshot, TRIO_KIND_NOTE);
  g_autoptr (GHashTable) seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  g_assert_cmpuint (visits->len, ==, N_STATIONS * N_STATIONS);
  for (guint i = 0; i < visits->len; i++)
    {
      gint64 round = trio_record_get_ref (visits->pdata[i], TRIO_VISIT_ROUND);
      gint64 team = trio_record_get_ref (visits->pdata[i], TRIO_VISIT_TEAM);
      gint64 station = trio_record_get_ref (visits->pdata[i], TRIO_VISIT_STATION);

      g_assert_true (g_hash_table_add (seen, g_strdup_printf ("in round %" G_GINT64_FORMAT
                                                              " team %" G_GINT64_FORMAT,
                                                              round, team)));
      g_assert_true (g_hash_table_add (
          seen, g_strdup_printf ("team %" G_GINT64_FORMAT " at %" G_GINT64_FORMAT, team, station)));
      g_hash_table_add (seen, g_strdup_printf ("%" G_GINT64_FORMAT " %" G_GINT64_FORMAT
                                               " %" G_GINT64_FORMAT,
                                               round, team, station));
    }

  for (guint i = 0; i < notes->len; i++)
    {
      g_autofree char *visit
          = g_strdup_printf ("%" G_GINT64_FORMAT " %" G_GINT64_FORMAT " %" G_GINT64_FORMAT,
                             trio_record_get_ref (notes->pdata[i], TRIO_NOTE_ROUND),
                             trio_record_get_ref (notes->pdata[i], TRIO_NOTE_TEAM),
                             trio_record_get_ref (notes->pdata[i], TRIO_NOTE_STATION));

      g_assert_true (g_hash_table_contains (seen, visit));
    }
}

static void
test_summaries (gconstpointer lang)
{
  g_autoptr (TrioSnapshot) snapshot = make_snapshot (lang);
  GPtrArray *summaries = trio_snapshot_get_all (snapshot, TRIO_KIND_SUMMARY);

  g_assert_cmpuint (summaries->len, ==, N_STATIONS);
  for (guint i = 0; i < summaries->len; i++)
    {
      const TrioRecord *summary = summaries->pdata[i];
      const char *text = trio_record_get_text (summary, TRIO_SUMMARY_TEXT);
      g_autoptr (GPtrArray) links
          = trio_snapshot_dup_children (snapshot, TRIO_KIND_LINK, TRIO_LINK_SUMMARY, summary->id);
      g_autoptr (GHashTable) sentences = g_hash_table_new (g_str_hash, g_str_equal);
      GHashTableIter iter;
      gpointer sentence;
      gsize length = 0;

      g_assert_cmpuint (trio_text_count_words (text), >=, 30);
      g_assert_cmpuint (trio_text_count_words (text), <=, 60);
      for (guint n = 0; n < links->len; n++)
        {
          const TrioRecord *note
              = trio_snapshot_get (snapshot, trio_record_get_ref (links->pdata[n], TRIO_LINK_NOTE));
          const TrioRecord *station
              = trio_snapshot_get (snapshot, trio_record_get_ref (note, TRIO_NOTE_STATION));
          const char *rests = trio_record_get_text (links->pdata[n], TRIO_LINK_SENTENCE);

          g_assert_cmpint (trio_record_get_int (note, TRIO_NOTE_STATE), ==, TRIO_NOTE_STATE_NORMAL);
          g_assert_cmpint (trio_record_get_ref (station, TRIO_STATION_THEME), ==,
                           trio_record_get_ref (summary, TRIO_SUMMARY_THEME));
          g_assert_nonnull (strstr (text, rests));
          g_hash_table_add (sentences, (gpointer)rests);
        }

      /* The sentences with links are the whole text: nothing is claimed without support. */
      g_hash_table_iter_init (&iter, sentences);
      while (g_hash_table_iter_next (&iter, &sentence, NULL))
        length += strlen (sentence) + 1;
      g_assert_cmpuint (length - 1, ==, strlen (text));
    }
}

/* Later views show equal wishes from several stations; the sample must have some. */
static void
test_near_duplicates (void)
{
  g_autoptr (TrioSnapshot) snapshot = make_snapshot ("da");
  GPtrArray *notes = trio_snapshot_get_all (snapshot, TRIO_KIND_NOTE);
  guint n_stations = 0;
  TrioId last = 0;

  for (guint i = 0; i < notes->len; i++)
    if (strstr (trio_record_get_text (notes->pdata[i], TRIO_NOTE_TEXT), "Vidensdeling"))
      {
        TrioId station = trio_record_get_ref (notes->pdata[i], TRIO_NOTE_STATION);

        n_stations += station != last;
        last = station;
      }
  g_assert_cmpuint (n_stations, ==, 2);
}

/* What the program is shown to import is what the sample holds, less what is withheld. */
static void
test_inputs (gconstpointer lang)
{
  g_autoptr (TrioSnapshot) snapshot = make_snapshot (lang);
  GPtrArray *stations = trio_snapshot_get_all (snapshot, TRIO_KIND_STATION);
  g_autoptr (GBytes) bytes = read_file (lang, "inputs.txt");
  g_autofree char *text = g_strndup (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
  g_autoptr (GString) wanted = g_string_new (NULL);

  for (guint i = 0; i < stations->len; i++)
    {
      const TrioRecord *station = stations->pdata[i];
      const TrioRecord *theme
          = trio_snapshot_get (snapshot, trio_record_get_ref (station, TRIO_STATION_THEME));
      g_autofree char *title
          = trio_text_upper (trio_record_get_text (theme, TRIO_THEME_TITLE), lang);
      g_autoptr (GPtrArray) notes = dup_notes (snapshot, station);

      g_string_append_printf (wanted, "%sSTATION %u: %s\n\n", i > 0 ? "\n" : "", i + 1, title);
      for (guint n = 0; n < notes->len; n++)
        if (trio_record_get_int (notes->pdata[n], TRIO_NOTE_STATE) == TRIO_NOTE_STATE_NORMAL)
          g_string_append_printf (wanted, "• %s\n",
                                  trio_record_get_text (notes->pdata[n], TRIO_NOTE_TEXT));
    }
  g_assert_cmpstr (text, ==, wanted->str);
}

/* The road of the build: into a file, and out of it again as it was. */
static void
test_file (gconstpointer lang)
{
  g_autofree char *folder = g_dir_make_tmp ("trio-sample-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (folder, "sample.trio", NULL);
  g_autoptr (GBytes) bytes = read_file (lang, "sample.xml");
  g_autoptr (TrioSnapshot) before = NULL;
  g_autoptr (TrioSnapshot) after = NULL;
  g_autoptr (GError) error = NULL;
  TrioStore *store = trio_store_create (path, TRIO_LANGUAGE_DA, &error);

  g_assert_no_error (error);
  g_assert_true (trio_sample_fill (trio_store_get_model (store), bytes, "sample.xml", &error));
  g_assert_no_error (error);
  before = trio_model_dup_snapshot (trio_store_get_model (store));
  g_assert_true (trio_store_close (store, &error));
  g_assert_no_error (error);
  g_object_unref (store);

  store = trio_store_open (path, TRIO_OPEN_READ_ONLY, NULL, &error);
  g_assert_no_error (error);
  after = trio_model_dup_snapshot (trio_store_get_model (store));
  for (TrioKind kind = TRIO_KIND_WORKSHOP; kind < TRIO_N_KINDS; kind++)
    {
      GPtrArray *one = trio_snapshot_get_all (before, kind);
      GPtrArray *other = trio_snapshot_get_all (after, kind);

      g_assert_cmpuint (one->len, ==, other->len);
      for (guint i = 0; i < one->len; i++)
        g_assert_true (trio_record_same_values (
            one->pdata[i], trio_snapshot_get (after, ((TrioRecord *)one->pdata[i])->id)));
    }
  g_assert_true (trio_store_close (store, &error));
  g_object_unref (store);
  g_assert_cmpint (g_unlink (path), ==, 0);
  g_assert_cmpint (g_rmdir (folder), ==, 0);
}

static void
test_refused (void)
{
  static const struct
  {
    const char *good;
    const char *bad;
    const char *message;
  } cases[] = {
    { "round=\"4\" role=\"amr\"", "round=\"5\" role=\"amr\"", "There is no such round." },
    { "cluster=\"papir\" votes=\"5\"", "cluster=\"pap\" votes=\"5\"",
      "There is no such cluster at this station." },
    { "<s notes=\"tid\">", "<s notes=\"tit\">", "A sentence rests on an input that is not there." },
    { "name=\"unit\"", "name=\"united\"", "The workshop has no such field." },
    { "set=\"fremtidens-arbejdsfaellesskaber\"", "set=\"godt\"", "There is no theme set “godt”" },
  };
  g_autoptr (GBytes) bytes = read_file ("da", "sample.xml");
  g_autofree char *text = g_strndup (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GString) changed = g_string_new (text);
      g_autoptr (GBytes) wrong = NULL;
      g_autoptr (TrioModel) model = make_empty_workshop (TRIO_LANGUAGE_DA);
      g_autoptr (GError) error = NULL;

      g_assert_cmpuint (g_string_replace (changed, cases[i].good, cases[i].bad, 1), ==, 1);
      wrong = g_bytes_new (changed->str, changed->len);
      g_assert_false (trio_sample_fill (model, wrong, "sample.xml", &error));
      g_assert_nonnull (error);
      g_assert_nonnull (strstr (error->message, cases[i].message));
    }
}

int
main (int argc, char **argv)
{
  static const char *const langs[] = { "da", "en" };

  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (langs); i++)
    {
      g_autofree char *notes = g_strconcat ("/sample/notes/", langs[i], NULL);
      g_autofree char *clusters = g_strconcat ("/sample/clusters/", langs[i], NULL);
      g_autofree char *rotation = g_strconcat ("/sample/rotation/", langs[i], NULL);
      g_autofree char *inputs = g_strconcat ("/sample/inputs/", langs[i], NULL);
      g_autofree char *file = g_strconcat ("/sample/file/", langs[i], NULL);
      g_autofree char *summaries = g_strconcat ("/sample/summaries/", langs[i], NULL);

      g_test_add_data_func (notes, langs[i], test_notes);
      g_test_add_data_func (clusters, langs[i], test_clusters);
      g_test_add_data_func (rotation, langs[i], test_rotation);
      g_test_add_data_func (summaries, langs[i], test_summaries);
      g_test_add_data_func (inputs, langs[i], test_inputs);
      g_test_add_data_func (file, langs[i], test_file);
    }
  g_test_add_func ("/sample/near-duplicates", test_near_duplicates);
  g_test_add_func ("/sample/refused", test_refused);

  return g_test_run ();
}
