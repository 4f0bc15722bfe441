-- When something was last written: a clock that was set back is noticed without reading every event.

CREATE TABLE clock (
  one INTEGER PRIMARY KEY CHECK (one = 1),
  recorded_at_ms INTEGER NOT NULL
) STRICT;
INSERT INTO clock SELECT 1, coalesce(max(recorded_at_ms), 0) FROM events;
