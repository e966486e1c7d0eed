-- Version 1: the first form of a workshop file.
--
-- One table per kind of object. `stamps` is when and where each group of fields was last
-- changed, `sum` a checksum over the whole row: the pages of the file carry none.
-- No triggers, views, indices or virtual tables, so that a hostile schema can be told from ours.

CREATE TABLE meta (
  key TEXT PRIMARY KEY,
  value ANY
) STRICT, WITHOUT ROWID;

CREATE TABLE state (
  id INTEGER PRIMARY KEY,
  next_id INTEGER NOT NULL,
  clock INTEGER NOT NULL,
  position INTEGER NOT NULL,
  sum INTEGER NOT NULL
) STRICT;

CREATE TABLE device (
  id INTEGER PRIMARY KEY,
  number INTEGER NOT NULL
) STRICT;

-- The log: steps up to state.position are done, the ones after it undone. The changes of a
-- step have consecutive numbers; `field` is kind * 256 + field, or + 255 for a creation and
-- + 254 for a deletion, and a whole object stands there as a blob.

CREATE TABLE step (
  id INTEGER PRIMARY KEY,
  action TEXT NOT NULL,
  subject TEXT NOT NULL,
  count INTEGER NOT NULL,
  time INTEGER NOT NULL,
  merge_key TEXT NOT NULL,
  first_change INTEGER NOT NULL,
  n_changes INTEGER NOT NULL,
  sum INTEGER NOT NULL
) STRICT;

CREATE TABLE change (
  id INTEGER PRIMARY KEY,
  object INTEGER NOT NULL,
  field INTEGER NOT NULL,
  old ANY,
  new ANY
) STRICT;

CREATE TABLE workshop (
  id INTEGER PRIMARY KEY,
  uuid BLOB NOT NULL,
  "title" TEXT,
  "event_kind" TEXT,
  "start" TEXT,
  "end" TEXT,
  "place" TEXT,
  "organisation" TEXT,
  "inviting_body" TEXT,
  "unit" TEXT,
  "participants" TEXT,
  "scope" TEXT,
  "aim" TEXT,
  "case_number" TEXT,
  "series" TEXT,
  "language" INTEGER,
  "theme_set" TEXT,
  "parent_id" TEXT,
  "parent_title" TEXT,
  "parent_kind" TEXT,
  "parent_date" TEXT,
  "parent_body" TEXT,
  "parent_participants" TEXT,
  "running_round" INTEGER,
  "round_started" INTEGER,
  stamps BLOB NOT NULL,
  sum INTEGER NOT NULL
) STRICT;

CREATE TABLE theme (
  id INTEGER PRIMARY KEY,
  uuid BLOB NOT NULL,
  "title" TEXT,
  "subtitle" TEXT,
  "topic" TEXT,
  "direction" TEXT,
  "colour" INTEGER,
  "rank" TEXT,
  stamps BLOB NOT NULL,
  sum INTEGER NOT NULL
) STRICT;

CREATE TABLE question (
  id INTEGER PRIMARY KEY,
  uuid BLOB NOT NULL,
  "theme" INTEGER,
  "parent" INTEGER,
  "text" TEXT,
  "rank" TEXT,
  stamps BLOB NOT NULL,
  sum INTEGER NOT NULL
) STRICT;

CREATE TABLE station (
  id INTEGER PRIMARY KEY,
  uuid BLOB NOT NULL,
  "number" INTEGER,
  "theme" INTEGER,
  "place" TEXT,
  "host" TEXT,
  "rank" TEXT,
  stamps BLOB NOT NULL,
  sum INTEGER NOT NULL
) STRICT;

CREATE TABLE round (
  id INTEGER PRIMARY KEY,
  uuid BLOB NOT NULL,
  "title" TEXT,
  "minutes" INTEGER,
  "rank" TEXT,
  stamps BLOB NOT NULL,
  sum INTEGER NOT NULL
) STRICT;

CREATE TABLE team (
  id INTEGER PRIMARY KEY,
  uuid BLOB NOT NULL,
  "title" TEXT,
  "rank" TEXT,
  stamps BLOB NOT NULL,
  sum INTEGER NOT NULL
) STRICT;

CREATE TABLE visit (
  id INTEGER PRIMARY KEY,
  uuid BLOB NOT NULL,
  "round" INTEGER,
  "team" INTEGER,
  "station" INTEGER,
  stamps BLOB NOT NULL,
  sum INTEGER NOT NULL
) STRICT;

CREATE TABLE cluster (
  id INTEGER PRIMARY KEY,
  uuid BLOB NOT NULL,
  "station" INTEGER,
  "title" TEXT,
  "colour" INTEGER,
  "votes" INTEGER,
  "x" REAL,
  "y" REAL,
  "rank" TEXT,
  stamps BLOB NOT NULL,
  sum INTEGER NOT NULL
) STRICT;

CREATE TABLE note (
  id INTEGER PRIMARY KEY,
  uuid BLOB NOT NULL,
  "text" TEXT,
  "original" TEXT,
  "station" INTEGER,
  "rank" TEXT,
  "cluster" INTEGER,
  "place" TEXT,
  "x" REAL,
  "y" REAL,
  "round" INTEGER,
  "team" INTEGER,
  "role" INTEGER,
  "colour" INTEGER,
  "votes" INTEGER,
  "state" INTEGER,
  "reason" TEXT,
  "flag" INTEGER,
  "stack" INTEGER,
  "source" INTEGER,
  "created" INTEGER,
  stamps BLOB NOT NULL,
  sum INTEGER NOT NULL
) STRICT;

CREATE TABLE summary (
  id INTEGER PRIMARY KEY,
  uuid BLOB NOT NULL,
  "theme" INTEGER,
  "text" TEXT,
  "state" INTEGER,
  stamps BLOB NOT NULL,
  sum INTEGER NOT NULL
) STRICT;

CREATE TABLE link (
  id INTEGER PRIMARY KEY,
  uuid BLOB NOT NULL,
  "summary" INTEGER,
  "note" INTEGER,
  "sentence" TEXT,
  stamps BLOB NOT NULL,
  sum INTEGER NOT NULL
) STRICT;

CREATE TABLE document (
  id INTEGER PRIMARY KEY,
  uuid BLOB NOT NULL,
  "type" TEXT,
  "title" TEXT,
  "template" TEXT,
  "language" TEXT,
  "theme_order" TEXT,
  "numbering" TEXT,
  "grouping" TEXT,
  "parameters" TEXT,
  "recipients" TEXT,
  "sent" TEXT,
  "sent_digest" TEXT,
  "rank" TEXT,
  stamps BLOB NOT NULL,
  sum INTEGER NOT NULL
) STRICT;
