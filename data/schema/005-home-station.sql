-- Version 5: a file can be that of one station, on the laptop that stands there.

ALTER TABLE workshop ADD COLUMN "home_station" INTEGER;
