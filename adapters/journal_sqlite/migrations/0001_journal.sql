-- The journal's file. Every column is described byte by byte in docs/journal-format.md.
-- Tables are stored in the order of their primary key, because a stream is always read whole and in order.

CREATE TABLE streams (
  stream BLOB PRIMARY KEY CHECK (length(stream) = 16),
  kind INTEGER NOT NULL CHECK (kind BETWEEN 1 AND 255),
  position INTEGER NOT NULL CHECK (position > 0),
  chain BLOB NOT NULL CHECK (length(chain) = 32)
) STRICT, WITHOUT ROWID;

-- An event's id is not unique here on purpose: two accounts may choose one command id, and a collision must not
-- tell either that the other exists.
CREATE TABLE events (
  stream BLOB NOT NULL CHECK (length(stream) = 16),
  position INTEGER NOT NULL CHECK (position > 0),
  command BLOB NOT NULL CHECK (length(command) = 16),
  n INTEGER NOT NULL CHECK (n >= 0),
  recorded_at_ms INTEGER NOT NULL,
  key_id INTEGER NOT NULL CHECK (key_id >= 0),
  erases INTEGER NOT NULL CHECK (erases >= 0 AND erases < position),
  body_hash BLOB NOT NULL CHECK (length(body_hash) = 32),
  chain BLOB NOT NULL CHECK (length(chain) = 32),
  body BLOB,
  PRIMARY KEY (stream, position)
) STRICT, WITHOUT ROWID;

CREATE TABLE commands (
  account BLOB NOT NULL CHECK (length(account) = 16),
  command BLOB NOT NULL CHECK (length(command) = 16),
  stream BLOB NOT NULL CHECK (length(stream) = 16),
  command_hash BLOB NOT NULL CHECK (length(command_hash) = 32),
  outcome INTEGER NOT NULL CHECK (outcome BETWEEN 1 AND 3),
  rule TEXT NOT NULL,
  first_position INTEGER NOT NULL CHECK (first_position >= 0),
  count INTEGER NOT NULL CHECK (count >= 0),
  answer BLOB NOT NULL,
  PRIMARY KEY (account, command)
) STRICT, WITHOUT ROWID;

CREATE TABLE read_rows (
  model TEXT NOT NULL,
  key BLOB NOT NULL,
  value BLOB NOT NULL,
  PRIMARY KEY (model, key)
) STRICT, WITHOUT ROWID;

CREATE TABLE snapshots (
  stream BLOB PRIMARY KEY CHECK (length(stream) = 16),
  position INTEGER NOT NULL CHECK (position > 0),
  chain BLOB NOT NULL CHECK (length(chain) = 32),
  key_id INTEGER NOT NULL CHECK (key_id >= 0),
  body BLOB NOT NULL
) STRICT;

CREATE TABLE anchors (
  number INTEGER PRIMARY KEY CHECK (number > 0),
  heads BLOB NOT NULL CHECK (length(heads) > 0 AND length(heads) % 57 = 0),
  hash BLOB NOT NULL CHECK (length(hash) = 32)
) STRICT;
