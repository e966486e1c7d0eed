/* trio-topics.h: what comes up again on several stations, themes or events.
 *
 * How a page uses it:
 *
 *   snapshots = one snapshot of each workshop, in a GPtrArray
 *   trio_topics_new_async (snapshots, cancellable, ready_cb, self);
 *   topics = trio_topics_new_finish (result, &error);               in ready_cb
 *   topic = trio_topics_get (topics, i);
 *   source = trio_topics_get_source (topics, topic->notes[n]);      which note of which workshop
 *
 * A topic rests on words that notes of at least two stations have, or on words so near in meaning
 * that they could stand for each other; so every topic can say why it is one. The same notes
 * give the same topics. Withheld and practice notes are never used.
 */
#pragma once

#include <gio/gio.h>

#include "model/trio-snapshot.h"
#include "text/trio-lexicon.h"

G_BEGIN_DECLS

/* What only one station says does not come up again. */
#define TRIO_TOPICS_FEWEST_STATIONS 2

/**
 * TrioTopicNote:
 * @text: what the note says, valid UTF-8
 * @station: a number of its station that no other station of any workshop has
 * @theme: a number of its theme; themes of the same title have the same in all workshops
 * @event: a number of its workshop
 *
 * A note with what it belongs to.
 */
typedef struct
{
  const char *text;
  guint station;
  guint theme;
  guint event;
} TrioTopicNote;

/**
 * TrioTopic:
 * @name: what it is about, as in running text
 * @words: (array zero-terminated=1): the words that its notes have, the first the most telling
 * @reason: why the notes are together, in one translated sentence
 * @strength: how telling its words are and on how large a part of the stations, 0 to 1
 * @n_stations: on how many stations
 * @n_themes: under how many themes
 * @n_events: in how many workshops
 * @n_notes: count of @notes
 * @notes: (array length=n_notes): indices of the notes it rests on, in order
 * @central: the note that has most in common with the others
 *
 * A topic that comes up again.
 */
typedef struct
{
  char *name;
  char **words;
  char *reason;
  double strength;
  guint n_stations;
  guint n_themes;
  guint n_events;
  guint n_notes;
  guint *notes;
  guint central;
} TrioTopic;

/**
 * TrioTopicSource:
 * @event: index of the snapshot
 * @note: number of the note in it
 *
 * Where a note of a topic comes from.
 */
typedef struct
{
  guint event;
  TrioId note;
} TrioTopicSource;

typedef struct _TrioTopics TrioTopics;

GPtrArray *trio_topics_find (TrioLexicon *lexicon,
                             const TrioTopicNote *notes,
                             guint n_notes,
                             GCancellable *cancellable,
                             GError **error);
void trio_topic_free (TrioTopic *topic);
int trio_topic_compare (gconstpointer a, gconstpointer b);

TrioTopics *trio_topics_new (GPtrArray *snapshots,
                             const char *vectors,
                             GCancellable *cancellable,
                             GError **error);
void trio_topics_new_async (GPtrArray *snapshots,
                            GCancellable *cancellable,
                            GAsyncReadyCallback callback,
                            gpointer user_data);
TrioTopics *trio_topics_new_finish (GAsyncResult *result, GError **error);
void trio_topics_free (TrioTopics *topics);

guint trio_topics_get_length (const TrioTopics *topics);
const TrioTopic *trio_topics_get (const TrioTopics *topics, guint index);
const TrioTopicSource *trio_topics_get_source (const TrioTopics *topics, guint note);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TrioTopics, trio_topics_free)

G_END_DECLS
