-- What belongs to one account and to no record: working times, a calendar that was read in. Sealed, bound to
-- its account and name.

CREATE TABLE drawers (
  account BLOB NOT NULL CHECK (length(account) = 16),
  name TEXT NOT NULL,
  content BLOB NOT NULL,
  PRIMARY KEY (account, name)
) STRICT, WITHOUT ROWID;
