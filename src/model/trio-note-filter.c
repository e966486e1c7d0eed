/* trio-note-filter.c: which notes somebody looks for, by words and by properties.
 *
 * Ten thousand notes are half a megabyte, so the words are looked for one by one. Each text is
 * folded once and kept as long as the note reads so.
 */
#include "config.h"

#include "model/trio-note-filter.h"

#include <string.h>

#include "model/trio-search.h"

/* A note's words as they are searched, and the record that they were taken from. */
typedef struct
{
  TrioRecord *record;
  char *words;
} Folded;

struct _TrioNoteFilter
{
  GObject parent_instance;

  TrioModel *model;
  char *text;
  GStrv words; /* folded, all have to occur */
  guint roles;
  guint colours;
  TrioId round;
  guint states;
  gboolean unlinked;

  GHashTable *folded; /* &record->id → Folded */
  GHashTable *linked; /* set of TrioId of notes; NULL until asked for */
};

G_DEFINE_FINAL_TYPE (TrioNoteFilter, trio_note_filter, G_TYPE_OBJECT)

enum
{
  CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static void
free_folded (gpointer data)
{
  Folded *folded = data;

  trio_record_unref (folded->record);
  g_free (folded->words);
  g_free (folded);
}

static const char *
get_folded (TrioNoteFilter *self, const TrioRecord *note)
{
  Folded *folded = g_hash_table_lookup (self->folded, &note->id);

  if (folded != NULL && folded->record == note)
    return folded->words;

  folded = g_new0 (Folded, 1);
  folded->record = trio_record_ref ((TrioRecord *)note);
  folded->words = trio_search_fold (trio_record_get_text (note, TRIO_NOTE_TEXT));
  g_hash_table_replace (self->folded, &folded->record->id, folded);
  return folded->words;
}

static gboolean
has_words (TrioNoteFilter *self, const TrioRecord *note)
{
  const char *folded;

  if (self->words == NULL || self->words[0] == NULL)
    return TRUE;
  folded = get_folded (self, note);
  for (guint i = 0; self->words[i] != NULL; i++)
    if (strstr (folded, self->words[i]) == NULL)
      return FALSE;
  return TRUE;
}

static gboolean
has_state (TrioNoteFilter *self, const TrioRecord *note)
{
  guint states = 1u << trio_record_get_int (note, TRIO_NOTE_STATE);

  if (trio_record_get_int (note, TRIO_NOTE_FLAG) == TRIO_FLAG_RAISED)
    states |= TRIO_NOTE_STATES_FLAGGED;
  return self->states == TRIO_NOTE_STATES_ANY || (self->states & states) != 0;
}

static gboolean
is_chosen (guint mask, gint64 choice)
{
  return mask == 0 || (mask & (1u << choice)) != 0;
}

static gboolean
is_linked (TrioNoteFilter *self, TrioId note)
{
  if (self->linked == NULL)
    {
      g_autoptr (TrioSnapshot) snapshot = trio_model_dup_snapshot (self->model);
      GPtrArray *links = trio_snapshot_get_all (snapshot, TRIO_KIND_LINK);

      self->linked = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
      for (guint i = 0; i < links->len; i++)
        {
          TrioId id = trio_record_get_ref (g_ptr_array_index (links, i), TRIO_LINK_NOTE);

          g_hash_table_add (self->linked, g_memdup2 (&id, sizeof id));
        }
    }
  return g_hash_table_contains (self->linked, &note);
}

static gboolean
has_link (const GPtrArray *records)
{
  for (guint i = 0; i < records->len; i++)
    if (((const TrioRecord *)g_ptr_array_index (records, i))->kind == TRIO_KIND_LINK)
      return TRUE;
  return FALSE;
}

static void
committed_cb (TrioModel *model, TrioTransaction *transaction, TrioNoteFilter *self)
{
  for (guint i = 0; i < transaction->deleted->len; i++)
    g_hash_table_remove (self->folded,
                         &((TrioRecord *)g_ptr_array_index (transaction->deleted, i))->id);
  if (self->linked == NULL
      || (!has_link (transaction->records) && !has_link (transaction->deleted)))
    return;
  g_clear_pointer (&self->linked, g_hash_table_unref);
  if (self->unlinked)
    g_signal_emit (self, signals[CHANGED], 0);
}

static void
trio_note_filter_dispose (GObject *object)
{
  TrioNoteFilter *self = TRIO_NOTE_FILTER (object);

  if (self->model != NULL)
    g_signal_handlers_disconnect_by_data (self->model, self);
  g_clear_object (&self->model);

  G_OBJECT_CLASS (trio_note_filter_parent_class)->dispose (object);
}

static void
trio_note_filter_finalize (GObject *object)
{
  TrioNoteFilter *self = TRIO_NOTE_FILTER (object);

  g_free (self->text);
  g_strfreev (self->words);
  g_hash_table_unref (self->folded);
  g_clear_pointer (&self->linked, g_hash_table_unref);

  G_OBJECT_CLASS (trio_note_filter_parent_class)->finalize (object);
}

static void
trio_note_filter_class_init (TrioNoteFilterClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = trio_note_filter_dispose;
  object_class->finalize = trio_note_filter_finalize;

  /**
   * TrioNoteFilter::changed:
   * @self: the filter
   *
   * Other notes match than before.
   */
  signals[CHANGED] = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                   NULL, NULL, G_TYPE_NONE, 0);
}

static void
trio_note_filter_init (TrioNoteFilter *self)
{
  self->text = g_strdup ("");
  self->folded = g_hash_table_new_full (g_int64_hash, g_int64_equal, NULL, free_folded);
}

static gboolean
set_number (TrioNoteFilter *self, guint *number, guint value)
{
  if (*number == value)
    return FALSE;
  *number = value;
  g_signal_emit (self, signals[CHANGED], 0);
  return TRUE;
}

/* Replaces the words; tells whether other words are looked for now. */
static gboolean
take_text (TrioNoteFilter *self, const char *text)
{
  g_autofree char *folded = NULL;
  g_autoptr (GPtrArray) words = g_ptr_array_new ();
  g_auto (GStrv) parts = NULL;
  gboolean changed;

  g_free (self->text);
  self->text = g_strdup (text);
  folded = trio_search_fold (text);
  parts = g_strsplit (folded, " ", -1);
  for (guint i = 0; parts[i] != NULL; i++)
    if (*parts[i] != '\0')
      g_ptr_array_add (words, g_strdup (parts[i]));
  g_ptr_array_add (words, NULL);
  changed = self->words != NULL ? !g_strv_equal ((const char *const *)self->words,
                                                 (const char *const *)words->pdata)
                                : words->len > 1;
  g_strfreev (self->words);
  self->words = (GStrv)g_ptr_array_steal (words, NULL);
  return changed;
}

/**
 * trio_note_filter_new:
 * @model: the workshop
 *
 * Returns: (transfer full): a filter that every note passes
 */
TrioNoteFilter *
trio_note_filter_new (TrioModel *model)
{
  TrioNoteFilter *self;

  g_return_val_if_fail (TRIO_IS_MODEL (model), NULL);

  self = g_object_new (TRIO_TYPE_NOTE_FILTER, NULL);
  self->model = g_object_ref (model);
  g_signal_connect (model, "committed", G_CALLBACK (committed_cb), self);
  return self;
}

/**
 * trio_note_filter_set_text:
 * @self: the filter
 * @text: words; a note passes that contains all of them, as trio_search_fold() sees them
 *
 * Looks for words, also for parts of words. "" looks for none.
 */
void
trio_note_filter_set_text (TrioNoteFilter *self, const char *text)
{
  g_return_if_fail (TRIO_IS_NOTE_FILTER (self));
  g_return_if_fail (text != NULL);

  if (take_text (self, text))
    g_signal_emit (self, signals[CHANGED], 0);
}

/**
 * trio_note_filter_set_roles:
 * @self: the filter
 * @roles: 1 << #TrioRole for each role that passes, 0 for all
 *
 * Looks for notes by who wrote them.
 */
void
trio_note_filter_set_roles (TrioNoteFilter *self, guint roles)
{
  g_return_if_fail (TRIO_IS_NOTE_FILTER (self));

  set_number (self, &self->roles, roles);
}

/**
 * trio_note_filter_set_colours:
 * @self: the filter
 * @colours: 1 << #TrioColour for each colour that passes, 0 for all
 *
 * Looks for notes by their colour.
 */
void
trio_note_filter_set_colours (TrioNoteFilter *self, guint colours)
{
  g_return_if_fail (TRIO_IS_NOTE_FILTER (self));

  set_number (self, &self->colours, colours);
}

/**
 * trio_note_filter_set_round:
 * @self: the filter
 * @round: number of a round, 0 for all
 *
 * Looks for notes of one round.
 */
void
trio_note_filter_set_round (TrioNoteFilter *self, TrioId round)
{
  g_return_if_fail (TRIO_IS_NOTE_FILTER (self));

  if (self->round == round)
    return;
  self->round = round;
  g_signal_emit (self, signals[CHANGED], 0);
}

/**
 * trio_note_filter_set_states:
 * @self: the filter
 * @states: #TrioNoteStates that pass, joined; 0 for all
 *
 * Looks for notes by their state.
 */
void
trio_note_filter_set_states (TrioNoteFilter *self, guint states)
{
  g_return_if_fail (TRIO_IS_NOTE_FILTER (self));

  set_number (self, &self->states, states);
}

/**
 * trio_note_filter_set_unlinked:
 * @self: the filter
 * @unlinked: whether only notes pass on which no summary rests
 *
 * Looks for notes that no summary has used yet.
 */
void
trio_note_filter_set_unlinked (TrioNoteFilter *self, gboolean unlinked)
{
  guint value = self->unlinked;

  g_return_if_fail (TRIO_IS_NOTE_FILTER (self));

  self->unlinked = unlinked;
  set_number (self, &value, unlinked);
}

/**
 * trio_note_filter_reset:
 * @self: the filter
 *
 * Lets every note pass again.
 */
void
trio_note_filter_reset (TrioNoteFilter *self)
{
  gboolean was_active;

  g_return_if_fail (TRIO_IS_NOTE_FILTER (self));

  was_active = trio_note_filter_is_active (self);
  take_text (self, "");
  self->roles = 0;
  self->colours = 0;
  self->round = 0;
  self->states = TRIO_NOTE_STATES_ANY;
  self->unlinked = FALSE;
  if (was_active)
    g_signal_emit (self, signals[CHANGED], 0);
}

/**
 * trio_note_filter_get_text:
 * @self: the filter
 *
 * Returns: (transfer none): the words as they were set
 */
const char *
trio_note_filter_get_text (TrioNoteFilter *self)
{
  g_return_val_if_fail (TRIO_IS_NOTE_FILTER (self), "");

  return self->text;
}

/**
 * trio_note_filter_get_roles:
 * @self: the filter
 *
 * Returns: the roles that pass, 0 for all
 */
guint
trio_note_filter_get_roles (TrioNoteFilter *self)
{
  g_return_val_if_fail (TRIO_IS_NOTE_FILTER (self), 0);

  return self->roles;
}

/**
 * trio_note_filter_get_colours:
 * @self: the filter
 *
 * Returns: the colours that pass, 0 for all
 */
guint
trio_note_filter_get_colours (TrioNoteFilter *self)
{
  g_return_val_if_fail (TRIO_IS_NOTE_FILTER (self), 0);

  return self->colours;
}

/**
 * trio_note_filter_get_round:
 * @self: the filter
 *
 * Returns: number of the round, 0 for all
 */
TrioId
trio_note_filter_get_round (TrioNoteFilter *self)
{
  g_return_val_if_fail (TRIO_IS_NOTE_FILTER (self), 0);

  return self->round;
}

/**
 * trio_note_filter_get_states:
 * @self: the filter
 *
 * Returns: the #TrioNoteStates that pass, 0 for all
 */
guint
trio_note_filter_get_states (TrioNoteFilter *self)
{
  g_return_val_if_fail (TRIO_IS_NOTE_FILTER (self), 0);

  return self->states;
}

/**
 * trio_note_filter_get_unlinked:
 * @self: the filter
 *
 * Returns: whether only notes pass on which no summary rests
 */
gboolean
trio_note_filter_get_unlinked (TrioNoteFilter *self)
{
  g_return_val_if_fail (TRIO_IS_NOTE_FILTER (self), FALSE);

  return self->unlinked;
}

/**
 * trio_note_filter_is_active:
 * @self: the filter
 *
 * Returns: whether anything is looked for at all
 */
gboolean
trio_note_filter_is_active (TrioNoteFilter *self)
{
  g_return_val_if_fail (TRIO_IS_NOTE_FILTER (self), FALSE);

  return (self->words != NULL && self->words[0] != NULL) || self->roles != 0 || self->colours != 0
         || self->round != 0 || self->states != TRIO_NOTE_STATES_ANY || self->unlinked;
}

/**
 * trio_note_filter_matches:
 * @self: the filter
 * @note: the record of a note
 *
 * Returns: whether the note passes
 */
gboolean
trio_note_filter_matches (TrioNoteFilter *self, const TrioRecord *note)
{
  g_return_val_if_fail (TRIO_IS_NOTE_FILTER (self), TRUE);
  g_return_val_if_fail (note != NULL && note->kind == TRIO_KIND_NOTE, FALSE);

  return is_chosen (self->roles, trio_record_get_int (note, TRIO_NOTE_ROLE))
         && is_chosen (self->colours, trio_record_get_int (note, TRIO_NOTE_COLOUR))
         && (self->round == 0 || trio_record_get_ref (note, TRIO_NOTE_ROUND) == self->round)
         && has_state (self, note) && (!self->unlinked || !is_linked (self, note->id))
         && has_words (self, note);
}
