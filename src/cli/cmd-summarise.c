/* cmd-summarise.c: `trio summarise` drafts summaries of themes from what the inputs say. */
#include "config.h"

#include <glib/gi18n.h>

#include "base/trio-error.h"
#include "base/trio-text.h"
#include "base/trio-xml.h"
#include "cli/trio-cli.h"
#include "cli/trio-cli-json.h"
#include "cli/trio-cli-progress.h"
#include "document/trio-coverage.h"
#include "document/trio-draft.h"
#include "document/trio-template-library.h"
#include "text/trio-language.h"

typedef struct
{
  char *theme;
  char *vectors;
  gboolean apply;
  gboolean replace;
  gboolean as_json;
} Options;

/* A theme with its draft, or why there is none. */
typedef struct
{
  const TrioRecord *theme;
  guint number;
  TrioDraft *draft;
  GError *problem;
  gboolean is_applied;
} Result;

static void
free_result (gpointer data)
{
  Result *result = data;

  g_clear_pointer (&result->draft, trio_draft_free);
  g_clear_error (&result->problem);
  g_free (result);
}

static const char *
name_origin (TrioPointsOrigin origin)
{
  switch (origin)
    {
    case TRIO_POINTS_MADE:
      return "clusters";
    case TRIO_POINTS_PROPOSED:
      return "proposal";
    case TRIO_POINTS_NOTES:
      return "inputs";
    default:
      return "";
    }
}

static void
add_note (JsonBuilder *builder, const TrioRecord *note)
{
  g_autofree char *id = trio_uuid_to_text (&note->uuid);

  json_builder_begin_object (builder);
  trio_cli_add_string (builder, "id", id);
  trio_cli_add_string (builder, "text", trio_record_get_text (note, TRIO_NOTE_TEXT));
  json_builder_end_object (builder);
}

static void
add_sentences (JsonBuilder *builder, TrioSnapshot *snapshot, const TrioDraft *draft)
{
  const GPtrArray *sentences = trio_draft_get_sentences (draft);

  json_builder_set_member_name (builder, "sentences");
  json_builder_begin_array (builder);
  for (guint i = 0; i < sentences->len; i++)
    {
      const TrioDraftSentence *sentence = sentences->pdata[i];

      json_builder_begin_object (builder);
      trio_cli_add_string (builder, "text", sentence->text);
      json_builder_set_member_name (builder, "notes");
      json_builder_begin_array (builder);
      for (guint n = 0; n < sentence->notes->len; n++)
        add_note (builder,
                  trio_snapshot_get (snapshot, g_array_index (sentence->notes, TrioId, n)));
      json_builder_end_array (builder);
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
}

/* How many inputs of a theme the sentences rest on. */
static guint
count_support (const TrioDraft *draft)
{
  const GPtrArray *sentences = trio_draft_get_sentences (draft);
  g_autoptr (GHashTable) notes = g_hash_table_new (g_int64_hash, g_int64_equal);

  for (guint i = 0; i < sentences->len; i++)
    {
      const GArray *of_sentence = ((const TrioDraftSentence *)sentences->pdata[i])->notes;

      for (guint n = 0; n < of_sentence->len; n++)
        g_hash_table_add (notes, &g_array_index (of_sentence, TrioId, n));
    }
  return g_hash_table_size (notes);
}

static void
print_result (TrioSnapshot *snapshot, const Result *result)
{
  g_autoptr (GPtrArray) notes = trio_coverage_list_notes (snapshot, result->theme->id);
  g_autofree char *text = NULL;

  g_print ("%u. %s\n", result->number, trio_record_get_text (result->theme, TRIO_THEME_TITLE));
  if (result->draft != NULL)
    {
      text = trio_draft_dup_text (result->draft);
      g_print ("%s\n", text);
      /* Translators: a number of words, the inputs that a draft rests on, and all inputs. */
      g_print (_ ("(draft, %u words, from %u of %u inputs)\n"),
               trio_draft_count_words (result->draft), count_support (result->draft), notes->len);
    }
  if (result->problem != NULL)
    g_print ("%s\n", result->problem->message);
}

static void
print_uncovered (TrioSnapshot *snapshot, const Result *result)
{
  g_autoptr (GPtrArray) notes = trio_coverage_list_notes (snapshot, result->theme->id);
  g_autoptr (GPtrArray) uncovered = trio_coverage_list_uncovered (snapshot, result->theme->id);

  if (trio_draft_find_summary (snapshot, result->theme->id) == NULL || notes->len == 0)
    return;
  /* Translators: inputs that a summary rests on, and all inputs of its theme. */
  g_print (_ ("The summary in the file rests on %u of %u inputs.\n"), notes->len - uncovered->len,
           notes->len);
  if (uncovered->len > 0)
    g_print ("%s\n", _ ("Not in it:"));
  for (guint i = 0; i < uncovered->len; i++)
    {
      g_autofree char *line
          = trio_text_clean (trio_record_get_text (uncovered->pdata[i], TRIO_NOTE_TEXT), -1,
                             TRIO_TEXT_ONE_LINE | TRIO_TEXT_TRIM);

      g_print ("  • %s\n", line);
    }
}

static void
add_result (JsonBuilder *builder, TrioSnapshot *snapshot, const Result *result)
{
  g_autofree char *id = trio_uuid_to_text (&result->theme->uuid);
  g_autofree char *text = result->draft != NULL ? trio_draft_dup_text (result->draft) : NULL;
  g_autoptr (GPtrArray) uncovered = trio_coverage_list_uncovered (snapshot, result->theme->id);

  json_builder_begin_object (builder);
  json_builder_set_member_name (builder, "theme");
  json_builder_add_int_value (builder, result->number);
  trio_cli_add_string (builder, "id", id);
  trio_cli_add_string (builder, "title", trio_record_get_text (result->theme, TRIO_THEME_TITLE));
  trio_cli_add_string (builder, "text", text != NULL ? text : "");
  json_builder_set_member_name (builder, "words");
  json_builder_add_int_value (builder,
                              result->draft != NULL ? trio_draft_count_words (result->draft) : 0);
  trio_cli_add_string (builder, "from",
                       result->draft != NULL ? name_origin (trio_draft_get_origin (result->draft))
                                             : "");
  if (result->problem != NULL)
    trio_cli_add_string (builder, "problem", result->problem->message);
  json_builder_set_member_name (builder, "applied");
  json_builder_add_boolean_value (builder, result->is_applied);
  if (result->draft != NULL)
    add_sentences (builder, snapshot, result->draft);
  json_builder_set_member_name (builder, "uncovered");
  json_builder_begin_array (builder);
  for (guint i = 0; i < uncovered->len; i++)
    add_note (builder, uncovered->pdata[i]);
  json_builder_end_array (builder);
  json_builder_end_object (builder);
}

static void
print_results (TrioSnapshot *snapshot, GPtrArray *results, gboolean as_json)
{
  g_autoptr (JsonBuilder) builder = json_builder_new ();

  json_builder_begin_array (builder);
  for (guint i = 0; i < results->len; i++)
    {
      if (as_json)
        {
          add_result (builder, snapshot, results->pdata[i]);
          continue;
        }
      if (i > 0)
        g_print ("\n");
      print_result (snapshot, results->pdata[i]);
      print_uncovered (snapshot, results->pdata[i]);
    }
  json_builder_end_array (builder);
  if (as_json)
    trio_cli_print_json (builder);
}

/* The theme that was asked for, by its number in the note or its title; all when none was. */
static gboolean
is_wanted (const Options *options, const TrioRecord *theme, guint number)
{
  g_autofree char *text = g_strdup_printf ("%u", number);

  return options->theme == NULL || g_strcmp0 (options->theme, text) == 0
         || g_strcmp0 (options->theme, trio_record_get_text (theme, TRIO_THEME_TITLE)) == 0;
}

static gboolean
draft_themes (TrioSnapshot *snapshot,
              const Options *options,
              TrioTemplate *tmpl,
              GPtrArray *results,
              GError **error)
{
  GPtrArray *themes = trio_snapshot_get_all (snapshot, TRIO_KIND_THEME);
  g_autoptr (TrioCliProgress) progress = trio_cli_progress_start (_ ("Drafting summaries …"));

  for (guint i = 0; i < themes->len; i++)
    {
      Result *result;

      if (!is_wanted (options, themes->pdata[i], i + 1))
        continue;
      result = g_new0 (Result, 1);
      g_ptr_array_add (results, result);
      result->theme = themes->pdata[i];
      result->number = i + 1;
      result->draft
          = trio_draft_new (snapshot, result->theme->id, tmpl, options->vectors,
                            trio_cli_progress_get_cancellable (progress), &result->problem);
      if (g_error_matches (result->problem, G_IO_ERROR, G_IO_ERROR_CANCELLED))
        {
          g_propagate_error (error, g_steal_pointer (&result->problem));
          return FALSE;
        }
    }
  if (results->len > 0)
    return TRUE;
  if (options->theme != NULL)
    g_set_error (error, TRIO_ERROR, TRIO_ERROR_NOT_FOUND,
                 ngettext ("There is no theme “%s”. The workshop has %u theme.",
                           "There is no theme “%s”. The workshop has %u themes.", themes->len),
                 options->theme, themes->len);
  else
    g_set_error_literal (error, TRIO_ERROR, TRIO_ERROR_NOTHING,
                         _ ("The workshop has no themes yet."));
  return FALSE;
}

/* All drafts are one step. What somebody has edited stays, and is told. */
static gboolean
apply_drafts (TrioModel *model,
              TrioSnapshot *snapshot,
              GPtrArray *results,
              const Options *options,
              GError **error)
{
  g_autoptr (TrioEdit) edit = trio_edit_new (model, "draft-summary");
  guint n = 0;

  for (guint i = 0; i < results->len; i++)
    {
      Result *result = results->pdata[i];

      if (result->draft == NULL)
        continue;
      if (!options->replace
          && !trio_draft_may_replace (trio_draft_find_summary (snapshot, result->theme->id)))
        {
          g_set_error (&result->problem, TRIO_ERROR, TRIO_ERROR_EXISTS,
                       _ ("Somebody has edited the summary of “%s”. It was left as it is; "
                          "--replace replaces it."),
                       trio_record_get_text (result->theme, TRIO_THEME_TITLE));
          continue;
        }
      trio_edit_apply_draft (edit, result->draft, options->replace);
      trio_edit_set_subject (edit, trio_record_get_text (result->theme, TRIO_THEME_TITLE));
      result->is_applied = TRUE;
      n++;
    }
  trio_edit_set_count (edit, n);
  return n == 0 || trio_edit_commit (edit, error);
}

static TrioTemplate *
find_template (const char *path, TrioSnapshot *snapshot, GError **error)
{
  g_autoptr (TrioTemplateLibrary) library = trio_template_library_new_for_file (path);
  g_autoptr (GPtrArray) findings
      = g_ptr_array_new_with_free_func ((GDestroyNotify)trio_xml_finding_free);
  TrioTemplate *tmpl
      = trio_template_library_find (library, NULL, "summary",
                                    trio_language_of (trio_snapshot_get_workshop (snapshot)),
                                    findings, error);

  for (guint i = 0; i < findings->len; i++)
    {
      g_autofree char *line = trio_xml_finding_to_string (g_ptr_array_index (findings, i));

      trio_cli_warn (line);
    }
  return tmpl;
}

static int
summarise (const char *path, const Options *options)
{
  g_autoptr (TrioStore) store = NULL;
  g_autoptr (TrioSnapshot) before = NULL;
  g_autoptr (TrioSnapshot) after = NULL;
  g_autoptr (TrioTemplate) tmpl = NULL;
  g_autoptr (GPtrArray) results = g_ptr_array_new_with_free_func (free_result);
  g_autoptr (GError) error = NULL;
  int status = TRIO_EXIT_OK;
  gboolean failed = FALSE;

  store = trio_cli_open (path, options->apply ? TRIO_OPEN_DEFAULT : TRIO_OPEN_READ_ONLY, &status);
  if (store == NULL)
    return status;
  before = trio_model_dup_snapshot (trio_store_get_model (store));
  tmpl = find_template (path, before, &error);
  if (tmpl == NULL || !draft_themes (before, options, tmpl, results, &error))
    return trio_cli_fail_at (path, error);
  if (options->apply
      && !apply_drafts (trio_store_get_model (store), before, results, options, &error))
    return trio_cli_fail_at (path, error);
  after = trio_model_dup_snapshot (trio_store_get_model (store));
  /* Printed last: a reader that stops listening must not stop the writing. */
  status = trio_cli_close (g_steal_pointer (&store));
  print_results (after, results, options->as_json);
  for (guint i = 0; i < results->len; i++)
    failed = failed
             || g_error_matches (((Result *)results->pdata[i])->problem, TRIO_ERROR,
                                 TRIO_ERROR_EXISTS);
  return status == TRIO_EXIT_OK && failed ? TRIO_EXIT_FAILED : status;
}

/**
 * trio_cli_summarise:
 * @argc: count of @argv
 * @argv: "summarise" and its arguments
 *
 * Runs `trio summarise`.
 *
 * Returns: exit status; %TRIO_EXIT_FAILED when a summary that somebody edited was left
 */
int
trio_cli_summarise (int argc, char **argv)
{
  Options options = { 0 };
  int status = TRIO_EXIT_OK;
  GOptionEntry entries[] = {
    { "theme", 't', 0, G_OPTION_ARG_STRING, &options.theme, N_ ("Only this theme"), "N" },
    { "apply", 0, 0, G_OPTION_ARG_NONE, &options.apply,
      N_ ("Make the drafts the summaries of their themes"), NULL },
    { "replace", 0, 0, G_OPTION_ARG_NONE, &options.replace,
      N_ ("Replace also what somebody has edited"), NULL },
    { "vectors", 0, G_OPTION_FLAG_HIDDEN, G_OPTION_ARG_FILENAME, &options.vectors,
      N_ ("Folder to read the word files from"), "FOLDER" },
    { "json", 0, 0, G_OPTION_ARG_NONE, &options.as_json, N_ ("Print JSON"), NULL },
    { NULL },
  };

  if (trio_cli_parse ("summarise", entries, 1, 1, &argc, &argv, &status))
    {
      if (options.replace && !options.apply)
        status = trio_cli_usage (_ ("--replace needs --apply."));
      else
        status = summarise (argv[1], &options);
    }
  g_free (options.theme);
  g_free (options.vectors);
  return status;
}
