/* trio-scene-fill.c: takes stations, clusters and notes over from the workshop. */
#include "config.h"

#include "canvas/trio-scene-private.h"

static gpointer
key_of (TrioId id)
{
  return GSIZE_TO_POINTER ((gsize)id);
}

/* Sections */

static TrioSceneSection *
ensure_section (TrioScene *scene, guint index, TrioId station)
{
  TrioSceneSection *section;

  if (index < scene->sections->len)
    {
      section = g_ptr_array_index (scene->sections, index);
      if (section->station == station)
        {
          g_ptr_array_set_size (section->frames, 0);
          g_ptr_array_set_size (section->loose, 0);
          return section;
        }
      g_ptr_array_set_size (scene->sections, (int)index);
    }
  section = g_new0 (TrioSceneSection, 1);
  section->station = station;
  section->frames = g_ptr_array_new ();
  section->loose = g_ptr_array_new ();
  section->notes = g_ptr_array_new ();
  g_ptr_array_add (scene->sections, section);
  return section;
}

/* Frames */

static TrioSceneFrame *
ensure_frame (TrioScene *scene, TrioId id)
{
  TrioSceneFrame *frame = g_hash_table_lookup (scene->frames, key_of (id));

  if (frame == NULL)
    {
      frame = g_new0 (TrioSceneFrame, 1);
      frame->id = id;
      frame->proposal = -1;
      frame->notes = g_ptr_array_new ();
      g_hash_table_insert (scene->frames, key_of (id), frame);
    }
  frame->from = frame->rect;
  frame->age = scene->age;
  frame->n_before = frame->notes->len;
  frame->is_touched = FALSE;
  g_ptr_array_set_size (frame->notes, 0);
  return frame;
}

static void
take_clusters (TrioScene *scene, TrioSceneSection *section, guint index)
{
  guint n;
  TrioRecord *const *records
      = trio_list_peek_records (trio_model_get_children (scene->model, TRIO_KIND_CLUSTER,
                                                         TRIO_CLUSTER_STATION, section->station),
                                &n);

  for (guint i = 0; i < n; i++)
    {
      TrioSceneFrame *frame = ensure_frame (scene, records[i]->id);

      frame->is_changed = frame->record != records[i];
      if (frame->is_changed)
        {
          g_clear_pointer ((TrioRecord **)&frame->record, trio_record_unref);
          frame->record = trio_record_ref (records[i]);
        }
      frame->title = trio_record_get_text (records[i], TRIO_CLUSTER_TITLE);
      frame->section = index;
      g_ptr_array_add (section->frames, frame);
    }
}

static TrioSceneFrame *
take_group (TrioScene *scene, TrioSceneSection *section, guint section_index, guint group)
{
  TrioSceneGroup *proposed = g_ptr_array_index (scene->groups, group);
  TrioId id = proposed->cluster != 0 ? proposed->cluster : -(TrioId)(group + 1);
  TrioSceneFrame *frame = g_hash_table_lookup (scene->frames, key_of (id));

  if (frame != NULL && frame->age == scene->age)
    return frame;
  if (proposed->cluster != 0)
    return NULL;

  frame = ensure_frame (scene, id);
  frame->is_changed = TRUE;
  g_free (frame->own_title);
  frame->own_title = g_strdup (proposed->title);
  frame->title = frame->own_title;
  frame->section = section_index;
  frame->proposal = (int)group;
  g_ptr_array_add (section->frames, frame);
  return frame;
}

/* Notes */

static gboolean
has_footer (const TrioRecord *record)
{
  return trio_record_get_int (record, TRIO_NOTE_VOTES) > 0
         || trio_record_get_int (record, TRIO_NOTE_ROLE) != TRIO_ROLE_NONE
         || trio_record_get_int (record, TRIO_NOTE_STATE) != TRIO_NOTE_STATE_NORMAL
         || trio_record_get_int (record, TRIO_NOTE_FLAG) == TRIO_FLAG_RAISED;
}

/* Estimates how much room the words of a note need. */
void
trio_scene_measure_note (TrioScene *scene, TrioSceneNote *note)
{
  const TrioBoardMetrics *m = &scene->metrics;

  note->n_lines = trio_board_estimate_lines (trio_record_get_text (note->record, TRIO_NOTE_TEXT),
                                             m->note_width - 2 * m->padding,
                                             m->letter * m->line * 0.735, m->max_lines);
  note->has_footer = has_footer (note->record);
  note->cluster = trio_record_get_ref (note->record, TRIO_NOTE_CLUSTER);
  note->stack = trio_record_get_ref (note->record, TRIO_NOTE_STACK);
}

/* The note of a record: most often the one that had the same place in the order before. */
static TrioSceneNote *
take_note (TrioScene *scene, TrioRecord *record, TrioSceneNote *expected)
{
  TrioSceneNote *note = expected;

  if (note == NULL || note->record->id != record->id)
    note = g_hash_table_lookup (scene->notes, key_of (record->id));
  if (note == NULL)
    {
      note = g_new0 (TrioSceneNote, 1);
      note->record = trio_record_ref (record);
      note->is_changed = TRUE;
      note->is_new = TRUE;
      trio_scene_measure_note (scene, note);
      g_hash_table_insert (scene->notes, key_of (record->id), note);
    }
  else if (note->record != record)
    {
      trio_record_unref ((TrioRecord *)note->record);
      note->record = trio_record_ref (record);
      note->is_changed = TRUE;
      trio_scene_measure_note (scene, note);
    }
  note->age = scene->age;
  note->from = note->item.rect;
  note->was_shown = note->is_shown;
  note->n_counted = 0;
  return note;
}

/* The note on top of the stack that a note lies in, as long as both are at one station. */
static TrioSceneNote *
find_top (TrioScene *scene, const TrioSceneNote *note)
{
  TrioSceneNote *top;

  if (note->stack == 0 || note->stack == note->record->id)
    return NULL;
  top = g_hash_table_lookup (scene->notes, key_of (note->stack));
  if (top == NULL || top->age != scene->age
      || trio_record_get_ref (top->record, TRIO_NOTE_STATION)
             != trio_record_get_ref (note->record, TRIO_NOTE_STATION)
      || top->stack != 0)
    return NULL;
  return top;
}

static TrioSceneFrame *
find_frame_for (TrioScene *scene, TrioSceneSection *section, guint index, TrioSceneNote *note)
{
  TrioSceneFrame *frame = note->frame;
  guint group;

  note->is_proposed = FALSE;
  if (note->cluster != 0)
    {
      if (frame == NULL || frame->id != note->cluster)
        frame = g_hash_table_lookup (scene->frames, key_of (note->cluster));
      return frame != NULL && frame->age == scene->age && frame->section == index ? frame : NULL;
    }
  if (scene->grouped == NULL)
    return NULL;
  group = GPOINTER_TO_UINT (g_hash_table_lookup (scene->grouped, key_of (note->record->id)));
  if (group == 0)
    return NULL;
  note->is_proposed = TRUE;
  return take_group (scene, section, index, group - 1);
}

static void
set_stacked (TrioSceneNote *note, guint n)
{
  if (note->n_stacked != n)
    note->is_changed = TRUE;
  note->n_stacked = n;
}

static void
take_notes (TrioScene *scene, TrioSceneSection *section, guint index)
{
  guint n;
  TrioRecord *const *records
      = trio_list_peek_records (trio_model_get_children (scene->model, TRIO_KIND_NOTE,
                                                         TRIO_NOTE_STATION, section->station),
                                &n);
  GPtrArray *notes = section->notes;
  gboolean has_stacks = FALSE;

  /* Notes that have gone are still there until the end of the update, so that each can be
   * compared with the one at the same place before. */
  if (notes->len < n)
    g_ptr_array_set_size (notes, (int)n);
  for (guint i = 0; i < n; i++)
    {
      TrioSceneNote *note = take_note (scene, records[i], g_ptr_array_index (notes, i));

      g_ptr_array_index (notes, i) = note;
      note->number = i + 1;
      note->section = index;
      note->is_shown = TRUE;
      has_stacks |= note->stack != 0;
    }
  g_ptr_array_set_size (notes, (int)n);
  for (guint i = 0; i < n && has_stacks; i++)
    {
      TrioSceneNote *note = g_ptr_array_index (notes, i);
      TrioSceneNote *top = find_top (scene, note);

      note->is_shown = top == NULL;
      if (top != NULL)
        top->n_counted++;
    }
  for (guint i = 0; i < n; i++)
    {
      TrioSceneNote *note = g_ptr_array_index (notes, i);
      const TrioSceneFrame *before = note->frame;

      set_stacked (note, note->n_counted);
      note->frame = note->is_shown ? find_frame_for (scene, section, index, note) : NULL;
      if (!note->is_shown)
        continue;
      if (note->frame != NULL)
        note->frame->is_touched |= note->is_changed || note->frame != before || note->is_proposed;
      g_ptr_array_add (note->frame != NULL ? note->frame->notes : section->loose, note);
    }
}

static int
compare_places (gconstpointer a, gconstpointer b)
{
  const TrioSceneNote *one = *(TrioSceneNote *const *)a;
  const TrioSceneNote *other = *(TrioSceneNote *const *)b;

  if (one->is_proposed != other->is_proposed)
    return one->is_proposed ? 1 : -1;
  return trio_record_compare_by (one->record, other->record, TRIO_NOTE_PLACE);
}

/* Notes came in order of capture, which most often is their order in the frame, too. */
static void
sort_frame (TrioSceneFrame *frame)
{
  if (frame->is_in_order && !frame->is_touched)
    return;
  frame->is_in_order = TRUE;
  for (guint i = 1; i < frame->notes->len && frame->record != NULL; i++)
    if (compare_places (&frame->notes->pdata[i - 1], &frame->notes->pdata[i]) > 0)
      {
        frame->is_in_order = FALSE;
        g_ptr_array_sort (frame->notes, compare_places);
        return;
      }
}

/* Takes over a station as section number @index. */
void
trio_scene_fill_section (TrioScene *scene, guint index, TrioId station)
{
  TrioSceneSection *section = ensure_section (scene, index, station);

  take_clusters (scene, section, index);
  take_notes (scene, section, index);
  for (guint i = 0; i < section->frames->len; i++)
    sort_frame (g_ptr_array_index (section->frames, i));
}

/* Whether a note is one that simply follows the others. */
static gboolean
is_follower (TrioScene *scene, const TrioRecord *record)
{
  return record->kind == TRIO_KIND_NOTE
         && trio_record_get_ref (record, TRIO_NOTE_STATION) == scene->station
         && trio_record_get_ref (record, TRIO_NOTE_CLUSTER) == 0
         && trio_record_get_ref (record, TRIO_NOTE_STACK) == 0
         && trio_record_is_null (record, TRIO_NOTE_X) && trio_record_is_null (record, TRIO_NOTE_Y)
         && g_hash_table_lookup (scene->notes, key_of (record->id)) == NULL;
}

static gboolean
append_note (TrioScene *scene, TrioSceneSection *section, TrioRecord *record)
{
  TrioSceneNote *note = take_note (scene, record, NULL);

  note->number = section->notes->len + 1;
  note->section = 0;
  note->is_shown = TRUE;
  if (!trio_board_layout_append (section, &scene->metrics, note))
    return FALSE;
  g_ptr_array_add (section->notes, note);
  g_ptr_array_add (section->loose, note);
  note->from = note->item.rect;
  note->is_changed = FALSE;
  note->is_new = FALSE;
  trio_grid_put (scene->grid, &note->item, &note->item.rect);
  scene->bounds = trio_rect_union (&scene->bounds, &section->rect);
  scene->listener.note_changed (note, TRUE, scene->user_data);
  return TRUE;
}

/**
 * trio_scene_append:
 * @scene: a scene that is up to date but for one transaction
 * @transaction: what was done
 *
 * Takes over new notes that follow those without cluster, which is what writing down inputs
 * does all day: nothing else moves, and nothing else has to be looked at.
 *
 * Returns: whether the scene is up to date again; otherwise it needs trio_scene_update()
 */
gboolean
trio_scene_append (TrioScene *scene, const TrioTransaction *transaction)
{
  TrioSceneSection *section;
  TrioRecord *const *records;
  guint n, n_new = transaction->records->len;

  if (scene->station == 0 || scene->groups != NULL || scene->sections->len != 1
      || transaction->deleted->len > 0)
    return FALSE;
  section = g_ptr_array_index (scene->sections, 0);
  records = trio_list_peek_records (trio_model_get_children (scene->model, TRIO_KIND_NOTE,
                                                             TRIO_NOTE_STATION, scene->station),
                                    &n);
  if (n != section->notes->len + n_new)
    return FALSE;
  for (guint i = 0; i < n_new; i++)
    if (!is_follower (scene, g_ptr_array_index (transaction->records, i))
        || !is_follower (scene, records[n - n_new + i]))
      return FALSE;
  for (guint i = 0; i < n_new; i++)
    if (!append_note (scene, section, records[n - n_new + i]))
      return FALSE;
  return TRUE;
}
