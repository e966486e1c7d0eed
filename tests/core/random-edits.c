/* random-edits.c: a monkey that uses the whole vocabulary.
 *
 * Every step is one that people could take: creating and deleting any kind of object,
 * setting any field to any allowed value, moving, clustering, stacking, withholding, typing,
 * several changes at once, undo and redo. Which ones is decided by the seed alone.
 */
#include "random-edits.h"

#include "base/trio-error.h"

static const char *const words[] = {
  "tid",  "til",      "oplæring",  "”selvopfundne”", "regler/krav", "–",     "Ærø",
  "ÅBEN", "hverdag",  "fælles",    "kaffe",          "✓ godt",      "møde?", "(mad, indkøb)",
  "team", "velkomst", "to\nliner", "digital",        "løsning",     "børn",  "sårpleje",
};

/* A text of one to eight words, without line breaks when @one_line. */
static char *
make_text (GRand *rand, gboolean one_line)
{
  GString *text = g_string_new (NULL);
  guint n = g_rand_int_range (rand, 1, 9);

  for (guint i = 0; i < n; i++)
    g_string_append_printf (text, "%s%s", i > 0 ? " " : "",
                            words[g_rand_int_range (rand, 0, G_N_ELEMENTS (words))]);
  if (one_line)
    g_strdelimit (text->str, "\n", ' ');
  return g_string_free (text, FALSE);
}

/* Any object of the kind, or 0. */
static TrioId
pick (GRand *rand, TrioModel *model, TrioKind kind)
{
  GListModel *list = trio_model_get_list (model, kind);
  guint n = g_list_model_get_n_items (list);
  g_autoptr (TrioObject) object = NULL;

  if (n == 0)
    return 0;
  object = g_list_model_get_item (list, g_rand_int_range (rand, 0, n));
  return trio_object_get_id (object);
}

static void
set_random_reference (GRand *rand, TrioEdit *edit, TrioId id, guint index, const TrioField *field)
{
  TrioId target = pick (rand, trio_edit_get_model (edit), field->target);

  if ((field->flags & TRIO_FIELD_NULLABLE) != 0
      && (target == 0 || g_rand_int_range (rand, 0, 3) == 0))
    target = 0;
  /* A question below another one belongs to the same theme; by chance that happens too seldom. */
  if (field->target == TRIO_KIND_QUESTION && target != 0)
    trio_edit_set_ref (edit, id, TRIO_QUESTION_THEME,
                       trio_record_get_ref (trio_edit_get (edit, target), TRIO_QUESTION_THEME));
  if (field->order != TRIO_NO_FIELD && target != 0)
    trio_edit_place_last (edit, id, index, target);
  else
    trio_edit_set_ref (edit, id, index, target);
}

static void
set_random_field (GRand *rand, TrioEdit *edit, TrioId id, TrioKind kind, guint index)
{
  const TrioField *field = &trio_kind_get_info (kind)->fields[index];
  g_autofree char *text = make_text (rand, field->type == TRIO_FIELD_LINE);

  if (field->type != TRIO_FIELD_REF && (field->flags & TRIO_FIELD_NULLABLE)
      && g_rand_int_range (rand, 0, 3) == 0)
    {
      trio_edit_set_null (edit, id, index);
      return;
    }
  switch (field->type)
    {
    case TRIO_FIELD_LINE:
    case TRIO_FIELD_TEXT:
      trio_edit_set_text (edit, id, index, text);
      break;
    case TRIO_FIELD_DATE:
      trio_edit_set_text (edit, id, index, g_rand_boolean (rand) ? "2022-11-01" : "");
      break;
    case TRIO_FIELD_REAL:
      trio_edit_set_real (edit, id, index, g_rand_double_range (rand, -5000, 5000));
      break;
    case TRIO_FIELD_INT:
    case TRIO_FIELD_BOOL:
    case TRIO_FIELD_ENUM:
      trio_edit_set_int (edit, id, index,
                         g_rand_int_range (rand, field->min, MIN (field->max, 1000) + 1));
      break;
    case TRIO_FIELD_TIME:
      trio_edit_set_int (edit, id, index, (gint64)g_rand_int (rand) * 1000000);
      break;
    case TRIO_FIELD_REF:
      set_random_reference (rand, edit, id, index, field);
      break;
    case TRIO_FIELD_RANK:
      if (trio_kind_get_info (kind)->order == index)
        trio_edit_place_last (edit, id, TRIO_NO_FIELD, 0);
      break;
    }
}

static void
fill_object (GRand *rand, TrioEdit *edit, TrioId id, TrioKind kind)
{
  const TrioKindInfo *info = trio_kind_get_info (kind);

  if (info->order != TRIO_NO_FIELD)
    trio_edit_place_last (edit, id, TRIO_NO_FIELD, 0);
  for (guint i = 0; i < info->n_fields; i++)
    if (info->fields[i].type == TRIO_FIELD_REF ? (info->fields[i].flags & TRIO_FIELD_NULLABLE) == 0
                                               : info->fields[i].type != TRIO_FIELD_RANK)
      set_random_field (rand, edit, id, kind, i);
}

/* Something may be asked for that the model refuses; then nothing may have changed. */
static void
commit (TrioEdit *edit)
{
  g_autoptr (GError) error = NULL;

  if (!trio_edit_commit (edit, &error))
    g_assert_cmpuint (error->domain, ==, TRIO_ERROR);
  trio_edit_free (edit);
}

static TrioKind
pick_kind (GRand *rand)
{
  /* Notes are what a workshop has most of. */
  if (g_rand_int_range (rand, 0, 3) == 0)
    return TRIO_KIND_NOTE;
  return g_rand_int_range (rand, TRIO_KIND_THEME, TRIO_KIND_FOLLOWUP + 1);
}

static void
create_objects (GRand *rand, TrioModel *model)
{
  TrioEdit *edit = trio_edit_new (model, "import");
  guint n = g_rand_int_range (rand, 0, 10) == 0 ? 12 : 1;

  for (guint i = 0; i < n; i++)
    {
      TrioKind kind = pick_kind (rand);

      fill_object (rand, edit, trio_edit_create (edit, kind), kind);
    }
  trio_edit_set_count (edit, n);
  commit (edit);
}

static void
set_fields (GRand *rand, TrioModel *model)
{
  TrioEdit *edit = trio_edit_new (model, "change-notes");
  TrioKind kind = g_rand_int_range (rand, 0, 8) == 0 ? TRIO_KIND_WORKSHOP : pick_kind (rand);
  TrioId id = pick (rand, model, kind);
  guint n = g_rand_int_range (rand, 1, 4);

  for (guint i = 0; id != 0 && i < n; i++)
    set_random_field (rand, edit, id, kind,
                      g_rand_int_range (rand, 0, trio_kind_get_info (kind)->n_fields));
  commit (edit);
}

static void
type_text (GRand *rand, TrioModel *model)
{
  TrioId note = pick (rand, model, TRIO_KIND_NOTE);
  guint n = g_rand_int_range (rand, 1, 6);

  for (guint i = 0; note != 0 && i < n; i++)
    {
      g_autofree char *text = make_text (rand, FALSE);

      trio_command_set_note_text (model, note, text, NULL);
    }
  if (g_rand_boolean (rand))
    trio_model_seal_step (model);
}

static void
delete_object (GRand *rand, TrioModel *model)
{
  TrioEdit *edit = trio_edit_new (model, "delete-notes");
  TrioKind kind = pick_kind (rand);
  TrioId id;

  /* Themes and stations take everything below with them: seldom, or nothing is left. */
  if ((kind == TRIO_KIND_THEME || kind == TRIO_KIND_STATION) && g_rand_int_range (rand, 0, 12) != 0)
    kind = TRIO_KIND_CLUSTER;
  id = pick (rand, model, kind);
  if (id != 0)
    trio_edit_delete (edit, id);
  commit (edit);
}

static void
add_notes (GRand *rand, TrioModel *model, TrioId station)
{
  g_autofree char *one = make_text (rand, FALSE);
  g_autofree char *other = make_text (rand, FALSE);
  TrioNoteDraft drafts[] = { { .text = one, .role = TRIO_ROLE_AMR }, { .text = other } };

  trio_command_add_notes (model, station, drafts, g_rand_int_range (rand, 1, 3), NULL, NULL);
}

static void
colour_notes (GRand *rand, TrioModel *model, const TrioId *notes, guint n)
{
  TrioValue colour = trio_value_int (g_rand_int_range (rand, 0, 8));

  trio_command_set_note_field (model, notes, n, TRIO_NOTE_COLOUR, &colour, NULL);
}

static void
rename_object (GRand *rand, TrioModel *model)
{
  g_autofree char *title = make_text (rand, TRUE);

  if (g_rand_boolean (rand))
    trio_command_set_field (model, pick (rand, model, TRIO_KIND_WORKSHOP), TRIO_WORKSHOP_TITLE,
                            title, NULL);
  else
    trio_command_set_field (model, pick (rand, model, TRIO_KIND_THEME), TRIO_THEME_TITLE, title,
                            NULL);
}

static void
use_commands (GRand *rand, TrioModel *model)
{
  TrioId notes[5];
  TrioId station = pick (rand, model, TRIO_KIND_STATION);
  guint n = g_rand_int_range (rand, 1, G_N_ELEMENTS (notes) + 1);

  for (guint i = 0; i < n; i++)
    notes[i] = pick (rand, model, TRIO_KIND_NOTE);
  if (station == 0 || notes[0] == 0)
    return;
  switch (g_rand_int_range (rand, 0, 10))
    {
    case 0:
      trio_command_move_notes (model, notes, n, station, NULL);
      break;
    case 1:
      trio_command_make_cluster (model, station, "Klynge", notes, n, NULL);
      break;
    case 2:
      trio_command_put_in_cluster (model, notes, n, pick (rand, model, TRIO_KIND_CLUSTER), NULL);
      break;
    case 3:
      trio_command_withhold_notes (model, notes, n, "navn", NULL);
      break;
    case 4:
      trio_command_release_notes (model, notes, n, NULL);
      break;
    case 5:
      add_notes (rand, model, station);
      break;
    case 6:
      colour_notes (rand, model, notes, n);
      break;
    case 7:
      rename_object (rand, model);
      break;
    case 8:
      trio_command_add_theme_and_station (model, "Tema", g_rand_int_range (rand, 1, 1000), NULL);
      break;
    default:
      trio_command_delete_notes (model, notes, 1, NULL);
      break;
    }
}

static void
place_before (GRand *rand, TrioModel *model)
{
  TrioId moved = pick (rand, model, TRIO_KIND_NOTE);
  TrioId sibling = pick (rand, model, TRIO_KIND_NOTE);
  TrioEdit *edit = trio_edit_new (model, "move-notes");

  if (moved != 0 && sibling != 0)
    trio_edit_place_before (edit, moved, TRIO_NOTE_STATION, sibling);
  commit (edit);
}

/* Makes themes, stations and notes, so that later steps have something to work on. */
void
random_edits_fill (GRand *rand, TrioModel *model)
{
  for (guint i = 1; i <= 3; i++)
    trio_command_add_theme_and_station (model, "Tema", i, NULL);
  for (guint i = 0; i < 60; i++)
    create_objects (rand, model);
}

/* Takes one step at random; it may be refused, or undo or redo an earlier one. */
void
random_edits_step (GRand *rand, TrioModel *model)
{
  switch (g_rand_int_range (rand, 0, 20))
    {
    case 0:
    case 1:
    case 2:
    case 3:
      create_objects (rand, model);
      break;
    case 4:
    case 5:
    case 6:
      set_fields (rand, model);
      break;
    case 7:
      type_text (rand, model);
      break;
    case 8:
    case 9:
      delete_object (rand, model);
      break;
    case 10:
    case 11:
    case 12:
      use_commands (rand, model);
      break;
    case 13:
      place_before (rand, model);
      break;
    case 14:
    case 15:
      trio_model_undo (model, NULL);
      break;
    default:
      trio_model_redo (model, NULL);
      break;
    }
}

static int
compare_ids (gconstpointer a, gconstpointer b)
{
  const TrioRecord *one = *(TrioRecord *const *)a;
  const TrioRecord *other = *(TrioRecord *const *)b;

  return one->id < other->id ? -1 : one->id > other->id;
}

/* Everything in the model as text, @stamps only on request; equal exactly for equal models. */
char *
random_edits_digest (TrioModel *model, gboolean stamps)
{
  g_autoptr (TrioSnapshot) snapshot = trio_model_dup_snapshot (model);
  g_autoptr (GPtrArray) all = g_ptr_array_new ();
  GString *digest = g_string_new (NULL);

  for (guint kind = 1; kind < TRIO_N_KINDS; kind++)
    g_ptr_array_extend (all, trio_snapshot_get_all (snapshot, kind), NULL, NULL);
  g_ptr_array_sort (all, compare_ids);
  for (guint i = 0; i < all->len; i++)
    {
      const TrioRecord *record = g_ptr_array_index (all, i);
      g_autofree char *uuid = trio_uuid_to_text (&record->uuid);

      g_string_append_printf (digest, "%" G_GINT64_FORMAT " %s", record->id, uuid);
      for (guint j = 0; j < record->n_values; j++)
        {
          g_autofree char *text = trio_field_format (record->kind, j, trio_record_get (record, j));

          g_string_append_printf (digest, "|%s%s", trio_record_is_null (record, j) ? "∅" : "",
                                  text);
        }
      for (guint j = 0; stamps && j < trio_kind_get_info (record->kind)->n_groups; j++)
        g_string_append_printf (digest, "@%" G_GINT64_MODIFIER "x:%" G_GINT64_MODIFIER "x",
                                record->stamps[j].time, record->stamps[j].device);
      g_string_append_c (digest, '\n');
    }
  return g_string_free (digest, FALSE);
}
