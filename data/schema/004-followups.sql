-- Version 4: what somebody is to do after the day.

CREATE TABLE followup (
  id INTEGER PRIMARY KEY,
  uuid BLOB NOT NULL,
  "what" TEXT,
  "who" TEXT,
  "due" TEXT,
  "state" INTEGER,
  "theme" INTEGER,
  "rank" TEXT,
  stamps BLOB NOT NULL,
  sum INTEGER NOT NULL
) STRICT;
