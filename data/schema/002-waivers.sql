-- Version 2: why something that the checks before an export found may stay.

CREATE TABLE waiver (
  id INTEGER PRIMARY KEY,
  uuid BLOB NOT NULL,
  "object" TEXT,
  "field" TEXT,
  "finding" TEXT,
  "mark" TEXT,
  "reason" TEXT,
  "time" INTEGER,
  stamps BLOB NOT NULL,
  sum INTEGER NOT NULL
) STRICT;
