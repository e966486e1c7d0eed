/* test-draft.c: drafts of summaries: what they say, what they rest on, and what they never touch. */
#include <string.h>

#include "base/trio-error.h"
#include "base/trio-text.h"
#include "document/trio-coverage.h"
#include "document/trio-draft.h"
#include "document/trio-template-library.h"
#include "exchange/trio-sample.h"
#include "model/trio-commands.h"
#include "workshop-helpers.h"

static char *
dup_vectors (void)
{
  return g_test_build_filename (G_TEST_DIST, "..", "..", "data", "vectors", NULL);
}

static TrioModel *
read_sample (const char *lang)
{
  g_autofree char *path
      = g_test_build_filename (G_TEST_DIST, "..", "..", "data", "sample", lang, "sample.xml", NULL);
  TrioModel *model
      = make_empty_workshop (g_str_equal (lang, "en") ? TRIO_LANGUAGE_EN : TRIO_LANGUAGE_DA);
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GError) error = NULL;
  char *text = NULL;
  gsize length;

  g_assert_true (g_file_get_contents (path, &text, &length, &error));
  bytes = g_bytes_new_take (text, length);
  g_assert_true (trio_sample_fill (model, bytes, path, &error));
  g_assert_no_error (error);
  return model;
}

static TrioTemplate *
find_template (const char *lang)
{
  g_autoptr (TrioTemplateLibrary) library
      = trio_template_library_new_for_folders (NULL, NULL, NULL);
  g_autoptr (GError) error = NULL;
  TrioTemplate *tmpl = trio_template_library_find (library, NULL, "summary", lang, NULL, &error);

  g_assert_no_error (error);
  return tmpl;
}

static TrioDraft *
draft_theme (TrioModel *model, const char *lang, guint theme, GError **error)
{
  g_autoptr (TrioSnapshot) snapshot = trio_model_dup_snapshot (model);
  g_autoptr (TrioTemplate) tmpl = find_template (lang);
  g_autofree char *vectors = dup_vectors ();
  const TrioRecord *record = trio_snapshot_get_all (snapshot, TRIO_KIND_THEME)->pdata[theme];

  return trio_draft_new (snapshot, record->id, tmpl, vectors, NULL, error);
}

/* A workshop with one station and these notes. */
static TrioModel *
make_station (const char *const *texts, guint n, TrioId *notes, TrioId *station)
{
  TrioModel *model = make_empty_workshop (TRIO_LANGUAGE_DA);
  g_autofree TrioNoteDraft *drafts = g_new0 (TrioNoteDraft, n + 1);
  g_autoptr (GError) error = NULL;

  *station = trio_command_add_theme_and_station (model, "Trivsel", 1, &error);
  for (guint i = 0; i < n; i++)
    drafts[i].text = texts[i];
  g_assert_true (n == 0 || trio_command_add_notes (model, *station, drafts, n, notes, &error));
  g_assert_no_error (error);
  return model;
}

static char *
dup_draft_text (TrioModel *model)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (TrioDraft) draft = draft_theme (model, "da", 0, &error);

  g_assert_no_error (error);
  return trio_draft_dup_text (draft);
}

static gboolean
begins_alike (const char *text, const char *word)
{
  g_autofree char *folded = g_utf8_casefold (text, -1);
  g_autofree char *start = g_utf8_substring (word, 0, MIN (3, g_utf8_strlen (word, -1)));
  g_autofree char *folded_start = g_utf8_casefold (start, -1);

  return strstr (folded, folded_start) != NULL;
}

/* Every quotation is the words of a note it rests on, a title of a cluster, or a word that several
 * of the notes have in some form. */
static void
check_quotation (TrioSnapshot *snapshot, const TrioDraftSentence *sentence, const char *quotation)
{
  GPtrArray *clusters = trio_snapshot_get_all (snapshot, TRIO_KIND_CLUSTER);
  guint n_alike = 0;

  for (guint i = 0; i < clusters->len; i++)
    if (strcmp (trio_record_get_text (clusters->pdata[i], TRIO_CLUSTER_TITLE), quotation) == 0)
      return;
  for (guint i = 0; i < sentence->notes->len; i++)
    {
      const TrioRecord *note
          = trio_snapshot_get (snapshot, g_array_index (sentence->notes, TrioId, i));

      if (strstr (trio_record_get_text (note, TRIO_NOTE_TEXT), quotation) != NULL)
        return;
      n_alike += begins_alike (trio_record_get_text (note, TRIO_NOTE_TEXT), quotation);
    }
  if (n_alike >= 2 && clusters->len == 0)
    return;
  g_test_message ("“%s” is nobody’s words", quotation);
  g_test_fail ();
}

static void
check_sentence (TrioSnapshot *snapshot, const TrioDraftSentence *sentence, TrioId theme)
{
  g_auto (GStrv) pieces = NULL;
  g_autoptr (GString) text = g_string_new (sentence->text);

  g_assert_cmpuint (sentence->notes->len, >, 0);
  g_assert_true (g_str_has_suffix (sentence->text, "."));
  g_assert_cmpstr (trio_text_find_sentence_end (sentence->text), ==, "");
  g_string_replace (text, "“", "”", 0);
  pieces = g_strsplit (text->str, "”", -1);
  g_assert_cmpuint (g_strv_length (pieces) % 2, ==, 1);
  for (guint i = 1; pieces[i] != NULL; i += 2)
    check_quotation (snapshot, sentence, pieces[i]);
  for (guint i = 0; i < sentence->notes->len; i++)
    {
      const TrioRecord *note
          = trio_snapshot_get (snapshot, g_array_index (sentence->notes, TrioId, i));
      const TrioRecord *station
          = trio_snapshot_get (snapshot, trio_record_get_ref (note, TRIO_NOTE_STATION));

      g_assert_cmpint (trio_record_get_ref (station, TRIO_STATION_THEME), ==, theme);
      g_assert_cmpint (trio_record_get_int (note, TRIO_NOTE_STATE), ==, TRIO_NOTE_STATE_NORMAL);
    }
}

/* With the clusters of the sample and, where there are none, with proposed ones. */
static void
test_sample (gconstpointer data)
{
  const char *lang = data;

  for (guint pass = 0; pass < 2; pass++)
    for (guint theme = 0; theme < 4; theme++)
      {
        g_autoptr (TrioModel) model = read_sample (lang);
        g_autoptr (TrioSnapshot) snapshot = NULL;
        g_autoptr (GError) error = NULL;
        g_autoptr (TrioDraft) draft = NULL;
        g_autoptr (TrioDraft) again = NULL;
        g_autofree char *text = NULL;
        g_autofree char *same = NULL;

        if (pass == 1)
          {
            g_autoptr (TrioEdit) edit = trio_edit_new (model, "change-notes");
            GPtrArray *clusters;

            snapshot = trio_model_dup_snapshot (model);
            clusters = trio_snapshot_get_all (snapshot, TRIO_KIND_CLUSTER);
            for (guint i = 0; i < clusters->len; i++)
              trio_edit_delete (edit, ((TrioRecord *)clusters->pdata[i])->id);
            g_assert_true (trio_edit_commit (edit, &error));
            g_clear_pointer (&snapshot, trio_snapshot_unref);
          }
        snapshot = trio_model_dup_snapshot (model);
        draft = draft_theme (model, lang, theme, &error);
        g_assert_no_error (error);
        g_assert_cmpint (trio_draft_get_origin (draft), ==,
                         pass == 0 ? TRIO_POINTS_MADE : TRIO_POINTS_PROPOSED);
        g_assert_cmpuint (trio_draft_count_words (draft), >=, TRIO_DRAFT_FEWEST_WORDS);
        g_assert_cmpuint (trio_draft_count_words (draft), <=, TRIO_DRAFT_MOST_WORDS);
        for (guint i = 0; i < trio_draft_get_sentences (draft)->len; i++)
          check_sentence (snapshot, trio_draft_get_sentences (draft)->pdata[i],
                          trio_draft_get_theme (draft));
        if (theme > 0)
          continue;
        again = draft_theme (model, lang, theme, &error);
        text = trio_draft_dup_text (draft);
        same = trio_draft_dup_text (again);
        g_assert_cmpstr (text, ==, same);
      }
}

static void
test_apply (void)
{
  g_autoptr (TrioModel) model = read_sample ("da");
  g_autoptr (GError) error = NULL;
  g_autoptr (TrioDraft) draft = draft_theme (model, "da", 1, &error);
  g_autoptr (TrioSnapshot) before = trio_model_dup_snapshot (model);
  g_autoptr (TrioSnapshot) after = NULL;
  g_autoptr (TrioSnapshot) undone = NULL;
  g_autoptr (GPtrArray) uncovered = NULL;
  g_autoptr (GPtrArray) links = NULL;
  g_autofree char *text = trio_draft_dup_text (draft);
  const TrioRecord *summary;
  guint n_notes = 0;

  g_assert_false (trio_command_apply_draft (model, draft, FALSE, &error));
  g_assert_error (error, TRIO_ERROR, TRIO_ERROR_EXISTS);
  g_clear_error (&error);

  g_assert_true (trio_command_apply_draft (model, draft, TRUE, &error));
  g_assert_no_error (error);
  after = trio_model_dup_snapshot (model);
  summary = trio_draft_find_summary (after, trio_draft_get_theme (draft));
  g_assert_cmpstr (trio_record_get_text (summary, TRIO_SUMMARY_TEXT), ==, text);
  g_assert_cmpint (trio_record_get_int (summary, TRIO_SUMMARY_STATE), ==, TRIO_SUMMARY_STATE_DRAFT);
  links = trio_snapshot_dup_children (after, TRIO_KIND_LINK, TRIO_LINK_SUMMARY, summary->id);
  for (guint i = 0; i < trio_draft_get_sentences (draft)->len; i++)
    n_notes += ((TrioDraftSentence *)trio_draft_get_sentences (draft)->pdata[i])->notes->len;
  g_assert_cmpuint (links->len, ==, n_notes);
  uncovered = trio_coverage_list_uncovered (after, trio_draft_get_theme (draft));
  g_assert_cmpuint (uncovered->len, >, 0);
  g_assert_true (trio_draft_may_replace (summary));
  g_assert_true (trio_command_apply_draft (model, draft, FALSE, &error));
  g_assert_true (trio_model_undo (model, &error));

  g_assert_true (trio_model_undo (model, &error));
  undone = trio_model_dup_snapshot (model);
  g_assert_cmpuint (trio_snapshot_get_all (undone, TRIO_KIND_LINK)->len, ==,
                    trio_snapshot_get_all (before, TRIO_KIND_LINK)->len);
  summary = trio_draft_find_summary (undone, trio_draft_get_theme (draft));
  g_assert_cmpstr (trio_record_get_text (summary, TRIO_SUMMARY_TEXT), ==,
                   trio_record_get_text (trio_snapshot_get (before, summary->id),
                                         TRIO_SUMMARY_TEXT));
}

/* Nothing personal, withheld or flagged gets into a draft, not even counted in. */
static void
test_personal (void)
{
  static const char *const texts[] = {
    "Ring til 86 12 34 56 om vagtplanen",
    "Skriv til karen@kommune.dk om vagtplanen",
    "Fru Hansen i nr. 12 mangler hjælp til vagtplanen",
    "Vagtplanen skal kendes i god tid",
    "Vagtplanen passer ikke til småbørnsforældre",
    "Vagtplanen laves om i sidste øjeblik",
  };
  TrioId notes[G_N_ELEMENTS (texts)], station;
  g_autoptr (TrioModel) model = make_station (texts, G_N_ELEMENTS (texts), notes, &station);
  g_autoptr (GError) error = NULL;
  g_auto (TrioValue) raised = trio_value_int (TRIO_FLAG_RAISED);
  g_autoptr (TrioDraft) draft = NULL;
  g_autofree char *text = NULL;

  g_assert_true (trio_command_withhold_notes (model, &notes[4], 1, "Handler om én", &error));
  g_assert_true (
      trio_command_set_note_field (model, &notes[5], 1, TRIO_NOTE_FLAG, &raised, &error));
  draft = draft_theme (model, "da", 0, &error);
  g_assert_no_error (error);
  g_assert_cmpint (trio_draft_get_origin (draft), ==, TRIO_POINTS_NOTES);
  text = trio_draft_dup_text (draft);
  g_assert_nonnull (strstr (text, "Vagtplanen skal kendes i god tid"));
  g_assert_null (strstr (text, "86"));
  g_assert_null (strstr (text, "karen"));
  g_assert_null (strstr (text, "Hansen"));
  g_assert_null (strstr (text, "småbørn"));
  g_assert_null (strstr (text, "øjeblik"));
  for (guint i = 0; i < trio_draft_get_sentences (draft)->len; i++)
    {
      const TrioDraftSentence *sentence = trio_draft_get_sentences (draft)->pdata[i];

      g_assert_cmpuint (sentence->notes->len, ==, 1);
      g_assert_cmpint (g_array_index (sentence->notes, TrioId, 0), ==, notes[3]);
    }
}

static void
test_nothing (void)
{
  TrioId station;
  g_autoptr (TrioModel) model = make_station (NULL, 0, NULL, &station);
  g_autoptr (GError) error = NULL;

  g_assert_null (draft_theme (model, "da", 0, &error));
  g_assert_error (error, TRIO_ERROR, TRIO_ERROR_NOTHING);
}

/* Long inputs, several sentences, quotation marks, questions only. */
static void
test_odd_notes (void)
{
  static const char *const sets[][3] = {
    { "Hvem tager imod?", "Hvad koster det?", "Hvornår begynder vi?" },
    { "Vi skal tale sammen. Det gør vi ikke nok. Slet ikke om natten", "Ja.\nNej.", "!!!" },
    { "”Det plejer vi”-kulturen", "\"Sådan er det bare\"", "»Ikke mit bord«" },
    { "En meget lang linje, som bliver ved og ved og ved, fordi nogen har skrevet et helt referat "
      "af samtalen ved bordet ind i et enkelt felt og aldrig er blevet færdig med det",
      "Endnu en lang linje med alt for mange ord om alt for mange ting til at det kan gengives i "
      "en opsummering af et tema",
      "Kort" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (sets); i++)
    {
      TrioId notes[3], station;
      g_autoptr (TrioModel) model = make_station (sets[i], 3, notes, &station);
      g_autoptr (TrioSnapshot) snapshot = trio_model_dup_snapshot (model);
      g_autoptr (GError) error = NULL;
      g_autoptr (TrioDraft) draft = draft_theme (model, "da", 0, &error);

      if (draft == NULL)
        {
          g_assert_error (error, TRIO_ERROR, TRIO_ERROR_NOTHING);
          g_assert_cmpuint (i, ==, 2);
          continue;
        }
      g_assert_cmpuint (trio_draft_count_words (draft), <=, TRIO_DRAFT_MOST_WORDS);
      for (guint s = 0; s < trio_draft_get_sentences (draft)->len; s++)
        g_assert_cmpuint (
            ((TrioDraftSentence *)trio_draft_get_sentences (draft)->pdata[s])->notes->len, >, 0);
    }
}

static void
ready_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  *(GAsyncResult **)data = g_object_ref (result);
}

static void
test_async (void)
{
  g_autoptr (TrioModel) model = read_sample ("en");
  g_autoptr (TrioSnapshot) snapshot = trio_model_dup_snapshot (model);
  g_autoptr (TrioTemplate) tmpl = find_template ("en");
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (TrioDraft) draft = NULL;
  const TrioRecord *theme = trio_snapshot_get_all (snapshot, TRIO_KIND_THEME)->pdata[0];

  trio_draft_new_async (snapshot, theme->id, tmpl, NULL, ready_cb, &result);
  while (result == NULL)
    g_main_context_iteration (NULL, TRUE);
  draft = trio_draft_new_finish (result, &error);
  g_assert_no_error (error);
  g_assert_cmpint (trio_draft_get_theme (draft), ==, theme->id);
}

static void
test_sentence_ends (void)
{
  static const struct
  {
    const char *text;
    const char *rest;
  } cases[] = {
    { "En sætning. Og en til.", " Og en til." },
    { "Mødet er kl. 9 og ca. én time.", "" },
    { "Vi spørger ”Hvad er gevinsten? Sig det højt” igen. Ja.", " Ja." },
    { "We ask “What do we gain? Say it out loud” again. Yes.", " Yes." },
    { "Det er ”A”. ”B” kommer efter.", " ”B” kommer efter." },
    { "Et løst ” tegn. Næste.", " Næste." },
    { "Linje\nnæste", "\nnæste" },
    { "Hvad? Det!", " Det!" },
    { "", "" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    g_assert_cmpstr (trio_text_find_sentence_end (cases[i].text), ==, cases[i].rest);
}

/* What lies under a note is one voice more, supports what it supports, and is covered with it. */
static void
test_stacks (void)
{
  static const char *const texts[]
      = { "Fælles morgenmad hver fredag", "Fælles morgenmad om fredagen", "Ny printer" };
  TrioId notes[3], station;
  g_autoptr (TrioModel) model = make_station (texts, 3, notes, &station);
  g_autoptr (TrioEdit) edit = trio_edit_new (model, "change-notes");
  g_autoptr (GError) error = NULL;
  g_autofree char *text = NULL;
  g_autoptr (TrioDraft) draft = NULL;
  const TrioDraftSentence *first;

  trio_edit_set_ref (edit, notes[1], TRIO_NOTE_STACK, notes[0]);
  g_assert_true (trio_edit_commit (edit, &error));
  text = dup_draft_text (model);
  g_assert_nonnull (strstr (text, "hver fredag"));
  g_assert_null (strstr (text, "om fredagen"));
  draft = draft_theme (model, "da", 0, &error);
  first = trio_draft_get_sentences (draft)->pdata[0];
  g_assert_cmpuint (first->notes->len, ==, 3);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_data_func ("/draft/sample-da", "da", test_sample);
  g_test_add_data_func ("/draft/sample-en", "en", test_sample);
  g_test_add_func ("/draft/apply", test_apply);
  g_test_add_func ("/draft/personal", test_personal);
  g_test_add_func ("/draft/nothing", test_nothing);
  g_test_add_func ("/draft/odd-notes", test_odd_notes);
  g_test_add_func ("/draft/async", test_async);
  g_test_add_func ("/draft/sentence-ends", test_sentence_ends);
  g_test_add_func ("/draft/stacks", test_stacks);
  return g_test_run ();
}
