-- A fifth role, the supporter, and a third kind of code: an invitation, whose keyed hash is of its link and its
-- code together. A check cannot be changed in place, so the tables are made anew; passes move first, because
-- they would go with their accounts.

CREATE TABLE accounts_anew (
  id BLOB PRIMARY KEY CHECK (length(id) = 16),
  name_key BLOB NOT NULL UNIQUE CHECK (length(name_key) = 32),
  display_name BLOB NOT NULL,
  role INTEGER NOT NULL CHECK (role BETWEEN 0 AND 4),
  record BLOB CHECK (length(record) = 16),
  password TEXT NOT NULL,
  made_at_ms INTEGER NOT NULL,
  way_back_at_ms INTEGER,
  way_back_by BLOB CHECK (length(way_back_by) = 16)
) STRICT, WITHOUT ROWID;
INSERT INTO accounts_anew
  SELECT id, name_key, display_name, role, record, password, made_at_ms, way_back_at_ms, way_back_by FROM accounts;

CREATE TABLE passes_anew (
  token BLOB PRIMARY KEY CHECK (length(token) = 32),
  kind INTEGER NOT NULL CHECK (kind BETWEEN 0 AND 3),
  account BLOB NOT NULL REFERENCES accounts_anew (id) ON DELETE CASCADE,
  device INTEGER NOT NULL CHECK (device BETWEEN 0 AND 1),
  made_at_ms INTEGER NOT NULL,
  idle_until_ms INTEGER NOT NULL,
  ends_at_ms INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
INSERT INTO passes_anew SELECT token, kind, account, device, made_at_ms, idle_until_ms, ends_at_ms FROM passes;

DROP TABLE passes;
DROP TABLE accounts;
ALTER TABLE accounts_anew RENAME TO accounts;
ALTER TABLE passes_anew RENAME TO passes;
CREATE INDEX passes_by_account ON passes (account);
CREATE INDEX passes_by_end ON passes (ends_at_ms);

CREATE TABLE printed_codes_anew (
  code BLOB PRIMARY KEY CHECK (length(code) = 32),
  kind INTEGER NOT NULL CHECK (kind BETWEEN 0 AND 2),
  subject BLOB NOT NULL CHECK (length(subject) = 16),
  made_by BLOB NOT NULL CHECK (length(made_by) = 16),
  ends_at_ms INTEGER NOT NULL,
  UNIQUE (kind, subject)
) STRICT, WITHOUT ROWID;
INSERT INTO printed_codes_anew SELECT code, kind, subject, made_by, ends_at_ms FROM printed_codes;
DROP TABLE printed_codes;
ALTER TABLE printed_codes_anew RENAME TO printed_codes;
