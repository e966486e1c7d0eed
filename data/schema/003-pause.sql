-- Version 3: a round can be paused, so that a break does not eat its time.

ALTER TABLE workshop ADD COLUMN "round_paused" INTEGER;
