-- keys.db: one sealed key per row. Described in docs/journal-format.md.

CREATE TABLE installation (
  one INTEGER PRIMARY KEY CHECK (one = 1),
  master_check BLOB NOT NULL CHECK (length(master_check) = 32)
) STRICT;

CREATE TABLE keys (
  key_id INTEGER PRIMARY KEY CHECK (key_id >= 16),
  stream BLOB NOT NULL CHECK (length(stream) = 16),
  wrapped BLOB CHECK (length(wrapped) = 72)  -- NULL: destroyed
) STRICT;
CREATE INDEX keys_by_stream ON keys (stream);

CREATE TABLE forgotten (
  stream BLOB PRIMARY KEY CHECK (length(stream) = 16)
) STRICT, WITHOUT ROWID;
