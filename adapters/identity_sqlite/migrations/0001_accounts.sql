-- Who may come in. Names are keyed hashes, display names sealed, passwords argon2id, tokens keyed hashes: what
-- lies here cannot be used to sign in, nor to learn who is here. Instants are UTC milliseconds.

CREATE TABLE accounts (
  id BLOB PRIMARY KEY CHECK (length(id) = 16),
  name_key BLOB NOT NULL UNIQUE CHECK (length(name_key) = 32),
  display_name BLOB NOT NULL,
  role INTEGER NOT NULL CHECK (role BETWEEN 0 AND 3),
  record BLOB CHECK (length(record) = 16),
  password TEXT NOT NULL,
  made_at_ms INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE passes (
  token BLOB PRIMARY KEY CHECK (length(token) = 32),
  kind INTEGER NOT NULL CHECK (kind BETWEEN 0 AND 3),
  account BLOB NOT NULL REFERENCES accounts (id) ON DELETE CASCADE,
  device INTEGER NOT NULL CHECK (device BETWEEN 0 AND 1),
  made_at_ms INTEGER NOT NULL,
  idle_until_ms INTEGER NOT NULL,
  ends_at_ms INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX passes_by_account ON passes (account);
CREATE INDEX passes_by_end ON passes (ends_at_ms);

CREATE TABLE tallies (
  key BLOB PRIMARY KEY CHECK (length(key) = 32),
  misses INTEGER NOT NULL CHECK (misses > 0),
  last_miss_ms INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX tallies_by_last_miss ON tallies (last_miss_ms);
