-- Words in two languages, and every word there is, for forgiving typing errors.

-- Welsh has no stemmer worth having, and an English one makes other words of its words ("cerdded", walking, to
-- "cerdd", music): what is written in Welsh is kept unstemmed in a table of its own. Names are in both.
CREATE VIRTUAL TABLE welsh_words USING fts5(
  name, description, tags, cells, tokenize = 'unicode61 remove_diacritics 2');

-- Every word of the shown services without accents, with the number of services that use it.
CREATE TABLE vocabulary (
  id   INTEGER PRIMARY KEY,
  word TEXT NOT NULL UNIQUE,
  uses INTEGER NOT NULL
);
CREATE VIRTUAL TABLE word_parts USING fts5(word, tokenize = 'trigram', content = 'vocabulary', content_rowid = 'id');

DELETE FROM services;
DELETE FROM service_words;
DELETE FROM reports;
DELETE FROM followed;
DELETE FROM history;
DELETE FROM imports;
DELETE FROM obstacles;
