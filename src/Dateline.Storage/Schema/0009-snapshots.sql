-- Moments of a store that were given a number. A moment is where the readings and the decisions had come to; what was
-- known then is gathered anew from these, and nothing of it is kept twice.

CREATE TABLE snapshot (
  id INTEGER PRIMARY KEY,          -- 1, 2, …
  note TEXT CHECK (length(note) BETWEEN 1 AND 200),
  last_document INTEGER NOT NULL,  -- document.id; 0 before the first
  last_review INTEGER NOT NULL,    -- review.id; 0 before the first
  recorded_at INTEGER NOT NULL
) STRICT;

CREATE TRIGGER snapshot_keeps BEFORE UPDATE ON snapshot BEGIN SELECT RAISE(ABORT, 'snapshots are only ever added'); END;
CREATE TRIGGER snapshot_stays BEFORE DELETE ON snapshot BEGIN SELECT RAISE(ABORT, 'snapshots are only ever added'); END;
