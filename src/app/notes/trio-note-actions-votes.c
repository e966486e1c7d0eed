/* trio-note-actions-votes.c: votes for inputs and clusters, and which inputs the wall quotes. */
#include "config.h"

#include "app/notes/trio-note-actions-private.h"

#include <glib/gi18n.h>

#include "app/trio-compat.h"
#include "document/wall/trio-wall-screen.h"

/* Inputs that are selected, else the cluster that has the focus. */
static GArray *
dup_voted (TrioNoteActions *self)
{
  GArray *ids = trio_note_actions_dup_targets (self);
  TrioId cluster = trio_selection_get_focus_cluster (self->selection);

  if (ids->len == 0 && cluster != 0)
    g_array_append_val (ids, cluster);
  return ids;
}

static guint
vote_field_of (const TrioRecord *record)
{
  return record->kind == TRIO_KIND_CLUSTER ? TRIO_CLUSTER_VOTES : TRIO_NOTE_VOTES;
}

static void
tell_votes (TrioNoteActions *self, const GArray *ids, gboolean done, const GError *error)
{
  const TrioRecord *first = trio_model_get_record (self->model, TRIO_IDS (ids)[0]);
  gint64 n = first != NULL ? trio_record_get_int (first, vote_field_of (first)) : 0;
  g_autofree char *text = NULL;

  if (ids->len == 1)
    text = g_strdup_printf (ngettext ("%d vote", "%d votes", (gulong)n), (int)n);
  else
    text = g_strdup (_ ("Votes changed"));
  trio_note_actions_tell_result (self, done, text, error);
}

static void
vote_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  TrioNoteActions *self = user_data;
  g_autoptr (GArray) ids = dup_voted (self);
  g_autoptr (GError) error = NULL;
  gboolean done;

  if (ids->len == 0)
    return;
  done = trio_command_vote (self->model, TRIO_IDS (ids), ids->len, g_variant_get_int32 (parameter),
                            &error);
  tell_votes (self, ids, done, error);
}

/* The selection may have changed until the number is typed. */
typedef struct
{
  TrioNoteActions *self;
  GArray *ids;
} VoteRequest;

static void
free_request (gpointer data)
{
  VoteRequest *request = data;

  g_object_unref (request->self);
  g_array_unref (request->ids);
  g_free (request);
}

static void
counted_cb (const char *text, gpointer user_data)
{
  VoteRequest *request = user_data;
  g_autofree char *number = text != NULL ? g_strstrip (g_strdup (text)) : NULL;
  g_autoptr (GError) error = NULL;
  guint64 votes = 0;

  if (text == NULL)
    return;
  if (!g_ascii_string_to_unsigned (number, 10, 0, TRIO_MAX_VOTES, &votes, NULL))
    {
      trio_note_actions_tell (request->self, _ ("Votes are a number, such as 12."), FALSE);
      return;
    }
  tell_votes (request->self, request->ids,
              trio_command_count_votes (request->self->model, TRIO_IDS (request->ids),
                                        request->ids->len, (int)votes, &error),
              error);
}

static void
count_votes_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  TrioNoteActions *self = user_data;
  GtkWidget *view = trio_note_actions_get_view (self, NULL);
  g_autoptr (GArray) ids = dup_voted (self);
  VoteRequest *request;

  if (ids->len == 0 || view == NULL)
    return;
  request = g_new0 (VoteRequest, 1);
  request->self = g_object_ref (self);
  request->ids = g_steal_pointer (&ids);
  trio_compat_ask_text (GTK_WINDOW (gtk_widget_get_root (view)), _ ("Set the Votes"),
                        _ ("How many votes were counted by hand?"), _ ("Votes"), _ ("_Set"),
                        counted_cb, request, free_request);
}

/* What the wall quotes */

/* Somebody has to have looked before the whole room does. */
static gboolean
may_be_quoted (const TrioRecord *note)
{
  gint64 flag = trio_record_get_int (note, TRIO_NOTE_FLAG);

  return trio_record_get_int (note, TRIO_NOTE_STATE) == TRIO_NOTE_STATE_NORMAL
         && flag != TRIO_FLAG_RAISED
         && (flag != TRIO_FLAG_NONE
             || trio_wall_screen_lets_words_pass (trio_record_get_text (note, TRIO_NOTE_TEXT)));
}

static void
quote_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  TrioNoteActions *self = user_data;
  g_autoptr (GArray) ids = trio_note_actions_dup_targets (self);
  TrioValue value = trio_value_int (TRIO_FLAG_CHOSEN);
  g_autofree char *text = NULL;
  g_autoptr (GError) error = NULL;
  gboolean done;

  for (guint i = 0; i < ids->len; i++)
    if (!may_be_quoted (trio_model_get_record (self->model, TRIO_IDS (ids)[i])))
      {
        trio_note_actions_tell (
            self,
            _ ("One of them is withheld, flagged, or looks as if it had personal data in it. "
               "Look at it and clear its flag first."),
            FALSE);
        return;
      }
  if (ids->len == 0)
    return;
  done = trio_command_set_note_field (self->model, TRIO_IDS (ids), ids->len, TRIO_NOTE_FLAG, &value,
                                      &error);
  text = g_strdup_printf (ngettext ("%u input is quoted on the wall",
                                    "%u inputs are quoted on the wall", ids->len),
                          ids->len);
  trio_note_actions_tell_result (self, done, text, error);
}

static void
unquote_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  TrioNoteActions *self = user_data;
  g_autoptr (GArray) all = trio_note_actions_dup_targets (self);
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (TrioId));
  TrioValue value = trio_value_int (TRIO_FLAG_CLEARED);
  g_autoptr (GError) error = NULL;

  for (guint i = 0; i < all->len; i++)
    if (trio_record_get_int (trio_model_get_record (self->model, TRIO_IDS (all)[i]), TRIO_NOTE_FLAG)
        == TRIO_FLAG_CHOSEN)
      g_array_append_val (ids, TRIO_IDS (all)[i]);
  if (ids->len > 0)
    trio_note_actions_tell_result (self,
                                   trio_command_set_note_field (self->model, TRIO_IDS (ids),
                                                                ids->len, TRIO_NOTE_FLAG, &value,
                                                                &error),
                                   _ ("Not quoted on the wall any more"), error);
}

/**
 * trio_note_actions_add_vote_actions:
 * @self: the actions
 *
 * Adds the actions on votes and quotes to the group.
 */
void
trio_note_actions_add_vote_actions (TrioNoteActions *self)
{
  static const GActionEntry entries[] = {
    { "vote", vote_cb, "i" },
    { "count-votes", count_votes_cb },
    { "quote", quote_cb },
    { "unquote", unquote_cb },
  };

  g_action_map_add_action_entries (G_ACTION_MAP (self->group), entries, G_N_ELEMENTS (entries),
                                   self);
}
