-- What the publisher says and what curators did are kept apart, and imports are known by name, so that one can
-- be shown before it is made and taken back afterwards. Everything is made again from the journal at the next
-- start; only the places stay.
DELETE FROM services;
DELETE FROM service_words;
DELETE FROM reports;
DELETE FROM followed;

ALTER TABLE services ADD COLUMN listed TEXT;      -- as its publisher says; NULL: as `body`
ALTER TABLE services ADD COLUMN curation TEXT;    -- what lies over it, as JSON; NULL: nothing
ALTER TABLE services ADD COLUMN import BLOB;      -- which listed it so; NULL: before imports had names
ALTER TABLE services ADD COLUMN withdrawn INTEGER NOT NULL DEFAULT 0;
ALTER TABLE services ADD COLUMN hidden INTEGER NOT NULL DEFAULT 0;
CREATE INDEX services_by_import ON services (import) WHERE import IS NOT NULL;
CREATE INDEX services_hidden ON services (name) WHERE hidden = 1;

-- Which events of its stream concern a service.
CREATE TABLE history (
  service  BLOB NOT NULL,
  position INTEGER NOT NULL,
  PRIMARY KEY (service, position)
) WITHOUT ROWID;

CREATE TABLE imports (
  number  INTEGER PRIMARY KEY,
  id      BLOB NOT NULL UNIQUE,
  feed    TEXT NOT NULL,
  day     INTEGER NOT NULL,
  input   TEXT NOT NULL,
  undoes  BLOB,
  fresh   INTEGER,                                 -- NULL, with the other two: it was cut off
  changed INTEGER,
  gone    INTEGER
);
CREATE INDEX imports_undone ON imports (undoes) WHERE undoes IS NOT NULL;

-- How often something was in the way of using a service. Nothing about who, nor when.
CREATE TABLE obstacles (
  service BLOB NOT NULL,
  what    INTEGER NOT NULL,
  times   INTEGER NOT NULL,
  PRIMARY KEY (service, what)
) WITHOUT ROWID;
