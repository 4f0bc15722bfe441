-- The directory's read model. Everything here is public and can be made again from the journal, except the
-- places, which `kith places import` loads.

-- Rows stand in geographic order: what is near on the ground is near in the file (docs: measurements B2). A
-- service that moves gets another row; its id stays.
CREATE TABLE services (
  row        INTEGER PRIMARY KEY,
  id         BLOB NOT NULL UNIQUE,
  stream     BLOB NOT NULL,
  body       TEXT NOT NULL,          -- the whole service as JSON
  name       TEXT NOT NULL,
  reach      INTEGER NOT NULL,
  lat_udeg   INTEGER,
  lon_udeg   INTEGER,
  radius_m   INTEGER NOT NULL,
  shown      INTEGER NOT NULL,
  checked_on INTEGER,                -- days; NULL: nobody has
  next_check INTEGER NOT NULL
);
CREATE INDEX services_by_place ON services (shown, reach, lat_udeg, lon_udeg);
CREATE INDEX services_by_check ON services (shown, next_check);

-- The words of each service under its row, with the cells it stands in as words of their own. Our own rank
-- function reads only what passed the cells; the built-in bm25() would walk every posting list.
CREATE VIRTUAL TABLE service_words USING fts5(
  name, description, tags, cells, tokenize = 'porter unicode61 remove_diacritics 2');

CREATE TABLE reports (
  id      BLOB PRIMARY KEY,
  service BLOB NOT NULL,
  what    INTEGER NOT NULL,
  day     INTEGER NOT NULL,
  settled INTEGER NOT NULL DEFAULT 0
) WITHOUT ROWID;
CREATE INDEX reports_open ON reports (settled, day);

CREATE TABLE followed (
  stream   BLOB PRIMARY KEY,
  position INTEGER NOT NULL
) WITHOUT ROWID;

CREATE TABLE places (
  outcode     TEXT PRIMARY KEY,
  town        TEXT NOT NULL,
  region      TEXT NOT NULL,
  wide_region TEXT NOT NULL,
  country     TEXT NOT NULL,
  lat_udeg    INTEGER NOT NULL,
  lon_udeg    INTEGER NOT NULL
) WITHOUT ROWID;
