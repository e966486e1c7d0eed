/* test-earlier.c: what earlier events bring to a workshop, and what is to be done under which
 * theme. */
#include "config.h"

#include <glib/gstdio.h>
#include <string.h>

#include "base/trio-error.h"
#include "builder-fixtures.h"
#include "document/trio-status-rows.h"
#include "exchange/trio-earlier.h"
#include "exchange/trio-inherit.h"
#include "model/trio-commands.h"
#include "model/trio-commands-followup.h"
#include "store/trio-store.h"
#include "test-folder.h"

/* Workshops on disk */

static TrioStore *
create (const char *folder, const char *name, const char *title, const char *date)
{
  g_autofree char *path = g_build_filename (folder, name, NULL);
  g_autoptr (GError) error = NULL;
  TrioStore *store = trio_store_create (path, TRIO_LANGUAGE_DA, &error);
  TrioModel *model;
  TrioId workshop;

  g_assert_no_error (error);
  model = trio_store_get_model (store);
  workshop = trio_model_get_workshop_record (model)->id;
  trio_command_set_field (model, workshop, TRIO_WORKSHOP_TITLE, title, &error);
  g_assert_no_error (error);
  trio_command_set_field (model, workshop, TRIO_WORKSHOP_START, date, &error);
  g_assert_no_error (error);
  return store;
}

static TrioId
add_theme (TrioModel *model, const char *title, guint number)
{
  g_autoptr (GError) error = NULL;
  GListModel *themes = trio_model_get_list (model, TRIO_KIND_THEME);
  guint n = g_list_model_get_n_items (themes);
  g_autoptr (TrioObject) theme = NULL;

  trio_command_add_theme_and_station (model, title, number, &error);
  g_assert_no_error (error);
  theme = g_list_model_get_item (themes, n);
  return trio_object_get_id (theme);
}

static TrioId
nth_theme (TrioStore *store, guint index)
{
  g_autoptr (TrioObject) theme
      = g_list_model_get_item (trio_model_get_list (trio_store_get_model (store), TRIO_KIND_THEME),
                               index);

  return trio_object_get_id (theme);
}

static TrioId
add_followup (TrioModel *model, const char *what, const char *who, const char *due, TrioId theme)
{
  g_autoptr (GError) error = NULL;
  TrioId id = trio_command_add_followup (model, &error);

  g_assert_no_error (error);
  trio_command_set_field (model, id, TRIO_FOLLOWUP_WHAT, what, &error);
  trio_command_set_field (model, id, TRIO_FOLLOWUP_WHO, who, &error);
  trio_command_set_field (model, id, TRIO_FOLLOWUP_DUE, due, &error);
  trio_command_set_followup_theme (model, id, theme, &error);
  g_assert_no_error (error);
  return id;
}

static void
add_status_note (TrioModel *model, const char *initiatives)
{
  g_autoptr (TrioEdit) edit = trio_edit_new (model, "edit-document");
  TrioId document = trio_edit_create (edit, TRIO_KIND_DOCUMENT);
  g_autoptr (TrioBuildOptions) options = trio_build_options_new ();
  g_autofree char *parameters = NULL;
  g_autoptr (GError) error = NULL;

  trio_build_options_set_parameter (options, "initiatives", initiatives);
  parameters = trio_build_options_dup_parameters (options);
  trio_edit_set_text (edit, document, TRIO_DOCUMENT_TYPE, "status");
  trio_edit_set_text (edit, document, TRIO_DOCUMENT_TITLE, "Status");
  trio_edit_set_text (edit, document, TRIO_DOCUMENT_PARAMETERS, parameters);
  trio_edit_place_last (edit, document, TRIO_NO_FIELD, 0);
  g_assert_true (trio_edit_commit (edit, &error));
  g_assert_no_error (error);
}

static void
close_store (TrioStore *store)
{
  g_autoptr (GError) error = NULL;

  trio_store_close (store, &error);
  g_assert_no_error (error);
  g_object_unref (store);
}

typedef struct
{
  GAsyncResult *result;
  GCancellable *cancel_at_first;
  guint n_reports;
  guint n_all;
} Reading;

static void
progress_cb (guint n_done, guint n_all, const char *path, gpointer data)
{
  Reading *reading = data;

  g_assert_cmpuint (n_done, <, n_all);
  g_assert_true (g_str_has_suffix (path, ".trio"));
  reading->n_reports++;
  reading->n_all = n_all;
  if (reading->cancel_at_first != NULL)
    g_cancellable_cancel (reading->cancel_at_first);
}

static void
ready_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  ((Reading *)data)->result = g_object_ref (result);
}

static GPtrArray *
read_folder (const char *folder, const char *except, Reading *reading, GError **error)
{
  g_autoptr (GAsyncResult) result = NULL;

  trio_earlier_read_async (folder, except, reading->cancel_at_first, progress_cb, ready_cb,
                           reading);
  while (reading->result == NULL)
    g_main_context_iteration (NULL, TRUE);
  result = reading->result;
  return trio_earlier_read_finish (result, error);
}

static void
write_text (const char *folder, const char *name, const char *text)
{
  g_autofree char *path = g_build_filename (folder, name, NULL);

  g_assert_true (g_file_set_contents (path, text, -1, NULL));
}

/* Another file in a folder inside, one that is no workshop, one that is empty, and a hidden one. */
static void
test_read (void)
{
  g_autofree char *folder = test_folder_make (TRUE);
  g_autofree char *inner = g_build_filename (folder, "2021", NULL);
  g_autofree char *own = g_build_filename (folder, "d.trio", NULL);
  g_autofree char *copy = g_build_filename (folder, "b.trio", NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) files = NULL;
  Reading reading = { 0 };
  TrioStore *store;
  TrioEarlierFile *file;

  g_mkdir (inner, 0700);
  store = create (folder, "a.trio", "Efterårsdag", "2022-10-06");
  add_theme (trio_store_get_model (store), "Blik for borgeren", 1);
  g_assert_true (trio_store_flush (store, &error));
  g_assert_true (trio_store_save_copy (store, copy, &error));
  g_assert_no_error (error);
  close_store (store);
  close_store (create (inner, "z.trio", "Forårsdag", "2021-04-01"));
  store = create (folder, "d.trio", "I dag", "2023-01-01");
  write_text (folder, "c.trio", "Dette er ikke et arrangement.");
  write_text (folder, "e.trio", "");
  write_text (folder, ".skjult.trio", "");
  write_text (folder, "noter.txt", "ikke et arrangement");

  /* The file that is open stays open and is left out. */
  files = read_folder (folder, own, &reading, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (files->len, ==, 5);
  g_assert_cmpuint (reading.n_reports, ==, 5);
  g_assert_cmpuint (reading.n_all, ==, 6);
  file = files->pdata[0];
  g_assert_true (g_str_has_suffix (file->path, "2021/z.trio"));
  g_assert_nonnull (file->snapshot);
  g_assert_cmpint (file->same_as, ==, -1);
  file = files->pdata[1];
  g_assert_true (g_str_has_suffix (file->path, "a.trio"));
  g_assert_cmpint (file->same_as, ==, -1);
  file = files->pdata[2];
  g_assert_true (g_str_has_suffix (file->path, "b.trio"));
  g_assert_cmpint (file->same_as, ==, 1);
  for (guint i = 3; i < 5; i++)
    {
      file = files->pdata[i];
      g_assert_null (file->snapshot);
      g_assert_cmpuint (strlen (file->problem), >, 10);
    }
  trio_command_add_followup (trio_store_get_model (store), &error);
  g_assert_true (trio_store_flush (store, &error));
  g_assert_no_error (error);
  close_store (store);
  test_folder_remove (folder);
}

static void
test_read_nothing (void)
{
  g_autofree char *folder = test_folder_make (TRUE);
  g_autofree char *missing = g_build_filename (folder, "findes ikke", NULL);
  g_autoptr (GError) error = NULL;
  Reading reading = { 0 };
  Reading again = { 0 };
  Reading cancelled = { 0 };
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();

  g_assert_null (read_folder (folder, NULL, &reading, &error));
  g_assert_error (error, TRIO_ERROR, TRIO_ERROR_NOTHING);
  g_clear_error (&error);
  g_assert_null (read_folder (missing, NULL, &again, &error));
  g_assert_error (error, G_FILE_ERROR, G_FILE_ERROR_NOENT);
  g_clear_error (&error);

  for (guint i = 0; i < 4; i++)
    {
      g_autofree char *name = g_strdup_printf ("%u.trio", i);

      close_store (create (folder, name, "Dag", ""));
    }
  cancelled.cancel_at_first = cancellable;
  g_assert_null (read_folder (folder, NULL, &cancelled, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_assert_cmpuint (cancelled.n_reports, ==, 1);
  test_folder_remove (folder);
}

/* Rows of the status note */

typedef struct
{
  char *folder;
  TrioStore *earlier;
  TrioStore *store;
  GPtrArray *events;
  TrioSnapshot *workshop;
} Fixture;

static void
set_up (Fixture *f, gconstpointer data)
{
  g_autoptr (TrioSnapshot) parent = NULL;
  g_autoptr (TrioEdit) edit = NULL;
  g_autoptr (GError) error = NULL;
  TrioModel *model;
  TrioStore *other;
  TrioId borger;

  f->folder = test_folder_make (TRUE);
  f->earlier = create (f->folder, "a.trio", "TRIO-stormøde", "2022-10-06");
  model = trio_store_get_model (f->earlier);
  borger = add_theme (model, "Blik for borgeren", 1);
  add_theme (model, "Digitale | muligheder", 2);
  add_followup (model, "prøv faste kontaktpersoner", "HR", "2023-03-01", borger);
  add_followup (model, "æble i kantinen", "", "", borger);
  add_followup (model, "hører ingen steder til", "HR", "", 0);
  trio_command_set_followup_done (model, add_followup (model, "er gjort", "", "", borger), TRUE,
                                  &error);
  add_status_note (model, "1 | Borgerråd | Mødes hver måned.\n   Går videre.\n9 | Ukendt | Tekst");

  other = create (f->folder, "b.trio", "Forårsdag", "2021-04-01");
  add_theme (trio_store_get_model (other), "øje for BORGEREN", 1);
  add_followup (trio_store_get_model (other), "Fast møde", "Afdelingerne", "",
                nth_theme (other, 0));
  f->events = g_ptr_array_new_with_free_func ((GDestroyNotify)trio_snapshot_unref);
  parent = trio_model_dup_snapshot (model);
  g_ptr_array_add (f->events, trio_snapshot_ref (parent));
  g_ptr_array_add (f->events, trio_model_dup_snapshot (trio_store_get_model (other)));
  close_store (other);

  f->store = create (f->folder, "c.trio", "HR-dag", "2023-01-01");
  edit = trio_edit_new (trio_store_get_model (f->store), "edit-workshop");
  g_assert_true (trio_inherit_apply (parent, edit, FALSE));
  g_assert_true (trio_edit_commit (edit, &error));
  g_assert_no_error (error);
  /* What is linked by identity may have another title by now. */
  trio_command_set_field (trio_store_get_model (f->store), nth_theme (f->store, 0),
                          TRIO_THEME_TITLE, "Øje for borgeren", &error);
  g_assert_no_error (error);
  f->workshop = trio_model_dup_snapshot (trio_store_get_model (f->store));
}

static void
tear_down (Fixture *f, gconstpointer data)
{
  g_clear_pointer (&f->workshop, trio_snapshot_unref);
  g_clear_pointer (&f->events, g_ptr_array_unref);
  close_store (f->earlier);
  close_store (f->store);
  test_folder_remove (f->folder);
  g_free (f->folder);
}

static void
test_events (Fixture *f, gconstpointer data)
{
  guint n = 9;
  g_autofree char *rows
      = trio_status_rows_add_events ("Egen linje | 2020-01-01 | Alt", f->events, &n);
  g_autofree char *again = NULL;

  g_assert_cmpstr (rows, ==,
                   "Egen linje | 2020-01-01 | Alt\n"
                   "Forårsdag | 2021-04-01 | øje for BORGEREN\n"
                   "TRIO-stormøde | 2022-10-06 | Blik for borgeren – Digitale / muligheder");
  g_assert_cmpuint (n, ==, 2);
  again = trio_status_rows_add_events (rows, f->events, &n);
  g_assert_cmpstr (again, ==, rows);
  g_assert_cmpuint (n, ==, 0);
}

static void
test_initiatives (Fixture *f, gconstpointer data)
{
  guint n = 9, n_left = 9;
  g_autofree char *rows
      = trio_status_rows_add_initiatives (NULL, f->workshop, f->events, "da", &n, &n_left);
  g_autofree char *again = NULL;

  g_assert_cmpstr (rows, ==,
                   "Øje for borgeren | Fast møde | Afdelingerne\n"
                   "Øje for borgeren | Borgerråd | Mødes hver måned.\n   Går videre.\n"
                   "Øje for borgeren | Prøv faste kontaktpersoner | HR, 1.\302\240marts 2023\n"
                   "Øje for borgeren | Æble i kantinen |");
  g_assert_cmpuint (n, ==, 4);
  g_assert_cmpuint (n_left, ==, 2);
  again = trio_status_rows_add_initiatives (rows, f->workshop, f->events, "da", &n, &n_left);
  g_assert_cmpstr (again, ==, rows);
  g_assert_cmpuint (n, ==, 0);
}

/* Follow-ups under their themes */

static void
test_followups_by_theme (void)
{
  g_autoptr (Workshop) workshop = workshop_new ();
  TrioId first = workshop_add_theme (workshop, "Et", "", "");
  TrioId second = workshop_add_theme (workshop, "To", "", "");
  g_autoptr (TrioTemplate) tmpl = parse_template (
      "", "<for-each in=\"themes\"><heading level=\"1\">{theme.title} "
          "{theme.followup_count}</heading>"
          "<list kind=\"bullet\" of=\"followups\">{followup.what}</list></for-each>"
          "<if has=\"other_followup_count\"><heading level=\"1\">{other_followup_count}</heading>"
          "<list kind=\"bullet\" of=\"other_followups\">{followup.what}</list></if>"
          "<list kind=\"1.\" of=\"followups\">{followup.what}</list>");
  g_autofree char *text = NULL;
  TrioId a = workshop_add_followup (workshop, "a", "", "", FALSE);
  TrioId b = workshop_add_followup (workshop, "b", "", "", FALSE);

  workshop_add_followup (workshop, "c", "", "", FALSE);
  workshop_set_int (workshop, a, TRIO_FOLLOWUP_THEME, second);
  workshop_set_int (workshop, b, TRIO_FOLLOWUP_THEME, first);
  text = dump_built (workshop, tmpl, NULL);
  g_assert_cmpstr (text, ==,
                   "=1 Et 1\n  • b\n=1 To 1\n  • a\n=1 1\n  • c\n  1. a\n  2. b\n  3. c\n");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/earlier/read", test_read);
  g_test_add_func ("/earlier/read-nothing", test_read_nothing);
  g_test_add ("/earlier/events", Fixture, NULL, set_up, test_events, tear_down);
  g_test_add ("/earlier/initiatives", Fixture, NULL, set_up, test_initiatives, tear_down);
  g_test_add_func ("/earlier/followups-by-theme", test_followups_by_theme);
  return g_test_run ();
}
