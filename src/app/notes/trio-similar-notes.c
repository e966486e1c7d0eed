/* trio-similar-notes.c: which input of a station says what is being typed already.
 *
 * The index is made and kept up to date a few inputs at a time, while nothing else is to do, so
 * that typing never waits for it.
 */
#include "config.h"

#include "app/notes/trio-similar-notes.h"

#include "clustering/trio-duplicates.h"

/* Fewer letters are alike by chance. */
#define MIN_LETTERS 8

/* Inputs that are taken into the index at once: less than a millisecond. */
#define CHUNK 12

struct _TrioSimilarNotes
{
  TrioModel *model;
  TrioId station;
  TrioDuplicates *index;
  GArray *ids;      /* of what is in the index, by its positions there */
  GPtrArray *texts; /* as they were taken in */
  GArray *waiting;  /* numbers of inputs to be taken in */
  guint idle;
};

static gboolean
is_of_station (TrioSimilarNotes *self, const TrioRecord *note)
{
  return note != NULL && note->kind == TRIO_KIND_NOTE
         && trio_record_get_ref (note, TRIO_NOTE_STATION) == self->station;
}

static void
take_in (TrioSimilarNotes *self, TrioId id)
{
  const TrioRecord *note = trio_model_get_record (self->model, id);
  const char *text;

  if (!is_of_station (self, note))
    return;
  text = trio_record_get_text (note, TRIO_NOTE_TEXT);
  trio_duplicates_add (self->index, text);
  g_array_append_val (self->ids, id);
  g_ptr_array_add (self->texts, g_strdup (text));
}

static gboolean
take_some_cb (gpointer user_data)
{
  TrioSimilarNotes *self = user_data;
  guint n = MIN (CHUNK, self->waiting->len);

  for (guint i = 0; i < n; i++)
    take_in (self, g_array_index (self->waiting, TrioId, self->waiting->len - 1 - i));
  g_array_set_size (self->waiting, self->waiting->len - n);
  if (self->waiting->len > 0)
    return G_SOURCE_CONTINUE;
  self->idle = 0;
  return G_SOURCE_REMOVE;
}

static void
take_in_later (TrioSimilarNotes *self, TrioId id)
{
  g_array_append_val (self->waiting, id);
  if (self->idle == 0)
    self->idle = g_idle_add_full (G_PRIORITY_LOW, take_some_cb, self, NULL);
}

static void
committed_cb (TrioModel *model, TrioTransaction *transaction, TrioSimilarNotes *self)
{
  for (guint i = 0; i < transaction->records->len; i++)
    {
      const TrioRecord *record = g_ptr_array_index (transaction->records, i);

      if (is_of_station (self, record))
        take_in_later (self, record->id);
    }
}

/**
 * trio_similar_notes_new:
 * @model: the workshop
 * @station: number of a station
 *
 * Starts an index of the inputs of a station that follows the workshop.
 *
 * Returns: (transfer full): the index
 */
TrioSimilarNotes *
trio_similar_notes_new (TrioModel *model, TrioId station)
{
  TrioSimilarNotes *self = g_new0 (TrioSimilarNotes, 1);
  GListModel *notes = trio_model_get_children (model, TRIO_KIND_NOTE, TRIO_NOTE_STATION, station);

  self->model = g_object_ref (model);
  self->station = station;
  self->index = trio_duplicates_new ();
  self->ids = g_array_new (FALSE, FALSE, sizeof (TrioId));
  self->texts = g_ptr_array_new_with_free_func (g_free);
  self->waiting = g_array_new (FALSE, FALSE, sizeof (TrioId));
  for (guint i = 0; i < g_list_model_get_n_items (notes); i++)
    {
      g_autoptr (TrioObject) note = g_list_model_get_item (notes, i);

      take_in_later (self, trio_object_get_id (note));
    }
  g_signal_connect (model, "committed", G_CALLBACK (committed_cb), self);
  return self;
}

/**
 * trio_similar_notes_free:
 * @self: (transfer full) (nullable): an index
 *
 * Frees an index.
 */
void
trio_similar_notes_free (TrioSimilarNotes *self)
{
  if (self == NULL)
    return;
  g_clear_handle_id (&self->idle, g_source_remove);
  g_signal_handlers_disconnect_by_data (self->model, self);
  g_object_unref (self->model);
  trio_duplicates_free (self->index);
  g_array_unref (self->ids);
  g_ptr_array_unref (self->texts);
  g_array_unref (self->waiting);
  g_free (self);
}

/**
 * trio_similar_notes_find:
 * @self: an index
 * @text: words
 *
 * Returns: number of the input that is most like the words, or 0 when none is near
 */
TrioId
trio_similar_notes_find (TrioSimilarNotes *self, const char *text)
{
  g_autoptr (GArray) found = NULL;

  if (g_utf8_strlen (text, -1) < MIN_LETTERS)
    return 0;
  found = trio_duplicates_find (self->index, text);
  for (guint i = 0; i < found->len; i++)
    {
      guint at = g_array_index (found, TrioDuplicate, i).a;
      TrioId id = g_array_index (self->ids, TrioId, at);
      const TrioRecord *note = trio_model_get_record (self->model, id);

      /* What was changed or taken away since is in the index under its old words. */
      if (is_of_station (self, note)
          && g_str_equal (trio_record_get_text (note, TRIO_NOTE_TEXT),
                          g_ptr_array_index (self->texts, at)))
        return id;
    }
  return 0;
}

/**
 * trio_similar_notes_flush:
 * @self: an index
 *
 * Takes in at once what waits to be taken in.
 */
void
trio_similar_notes_flush (TrioSimilarNotes *self)
{
  while (self->idle != 0 && take_some_cb (self) == G_SOURCE_CONTINUE)
    ;
  /* The source would end by itself only the next time it runs. */
  g_clear_handle_id (&self->idle, g_source_remove);
}
