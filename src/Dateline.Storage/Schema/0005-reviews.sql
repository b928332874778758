-- What people decide, over what the machine reads.
--
-- A decision is a row that is never altered and never removed; taking it back is another row. What follows from the
-- decisions in force is written anew from them: decided_mention keeps what the machine had read, so that it can be put
-- back to the letter, and machine_group keeps the machine's own gathering beneath what people joined and parted.

CREATE TABLE review (
  id INTEGER PRIMARY KEY,
  key TEXT NOT NULL UNIQUE,        -- public id
  act TEXT NOT NULL CHECK (act IN ('accept', 'reject', 'correct', 'note', 'merge', 'split', 'apart', 'withdraw', 'outcome', 'undo')),
  coder TEXT NOT NULL CHECK (length(coder) BETWEEN 1 AND 100),   -- who signs
  is_blind INTEGER NOT NULL,       -- 1: given without sight of others’ decisions; counts for agreement, changes nothing shown
  field TEXT CHECK (field IN ('kind', 'actor', 'recipient', 'place', 'time', 'number')),   -- correct
  value TEXT,                      -- correct: kind, actor code, EDTF, number; outcome: what became of it
  start INTEGER,                   -- the words chosen, in the text of review_telling
  length INTEGER,
  note TEXT,
  undoes INTEGER REFERENCES review (id),
  recorded_at INTEGER NOT NULL
) STRICT;
CREATE INDEX review_undoes ON review (undoes) WHERE undoes IS NOT NULL;

-- On which words a decision falls: a telling by the words of its act, so that it is found again in a newer reading.
CREATE TABLE review_telling (
  review_id INTEGER NOT NULL REFERENCES review (id),
  ordinal INTEGER NOT NULL,
  is_other INTEGER NOT NULL,       -- 1: what it is joined with or parted from, or the evidence of an outcome
  event_id TEXT NOT NULL,          -- the telling's id at that time
  article TEXT NOT NULL REFERENCES article (key),
  text_sha256 TEXT NOT NULL,
  start INTEGER NOT NULL,
  length INTEGER NOT NULL,
  PRIMARY KEY (review_id, ordinal)
) STRICT, WITHOUT ROWID;
CREATE INDEX review_telling_by_article ON review_telling (article);

CREATE TRIGGER review_keeps BEFORE UPDATE ON review BEGIN SELECT RAISE(ABORT, 'decisions are only ever added'); END;
CREATE TRIGGER review_stays BEFORE DELETE ON review BEGIN SELECT RAISE(ABORT, 'decisions are only ever added'); END;
CREATE TRIGGER review_telling_keeps BEFORE UPDATE ON review_telling BEGIN SELECT RAISE(ABORT, 'decisions are only ever added'); END;
CREATE TRIGGER review_telling_stays BEFORE DELETE ON review_telling BEGIN SELECT RAISE(ABORT, 'decisions are only ever added'); END;

-- Tellings that decisions in force change. Written anew whenever a decision is made.
CREATE TABLE decided_mention (
  event_mention_id INTEGER PRIMARY KEY REFERENCES event_mention (id),
  verdict TEXT CHECK (verdict IN ('accept', 'reject', 'withdraw')),   -- null: only corrected
  corrected TEXT NOT NULL,         -- names of the fields, separated by spaces
  machine TEXT NOT NULL            -- JSON: what the machine had read there
) STRICT;

-- The machine's own gathering: the same first telling for all tellings that it takes for one happening.
CREATE TABLE machine_group (
  event_mention_id INTEGER PRIMARY KEY REFERENCES event_mention (id),
  first_id INTEGER NOT NULL REFERENCES event_mention (id)
) STRICT;
CREATE INDEX machine_group_by_first ON machine_group (first_id);

INSERT INTO machine_group (event_mention_id, first_id)
  SELECT h.event_mention_id, (SELECT min(o.event_mention_id) FROM happening_telling o WHERE o.happening = h.happening) FROM happening_telling h;
