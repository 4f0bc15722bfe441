-- Codes on paper: a card for a first sign-in, or a way back for a forgotten password. One for each record or
-- account and kind; only their keyed hashes lie here, and they go when they are used.

CREATE TABLE printed_codes (
  code BLOB PRIMARY KEY CHECK (length(code) = 32),
  kind INTEGER NOT NULL CHECK (kind BETWEEN 0 AND 1),
  subject BLOB NOT NULL CHECK (length(subject) = 16),
  made_by BLOB NOT NULL CHECK (length(made_by) = 16),
  ends_at_ms INTEGER NOT NULL,
  UNIQUE (kind, subject)
) STRICT, WITHOUT ROWID;

-- When a way back was used last, and who had printed it: the person is told.
ALTER TABLE accounts ADD COLUMN way_back_at_ms INTEGER;
ALTER TABLE accounts ADD COLUMN way_back_by BLOB CHECK (length(way_back_by) = 16);

-- Passes of accounts that are gone: whoever shows one is told so, and their device empties itself.
CREATE TABLE ended_passes (
  token BLOB PRIMARY KEY CHECK (length(token) = 32),
  ends_at_ms INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
