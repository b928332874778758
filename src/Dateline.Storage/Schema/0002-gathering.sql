-- Tellings gathered into happenings.
--
-- What is compared is written with each telling and each document, so that gathering reads no text. What gathering finds is
-- written anew as a whole: it says nothing that the tellings do not say, and the same tellings always give the same rows.

CREATE TABLE telling_sketch (
  event_mention_id INTEGER PRIMARY KEY REFERENCES event_mention (id),
  body TEXT NOT NULL               -- JSON of the telling as gathering compares it; words in it are for comparing, not for showing
) STRICT;

CREATE TABLE document_sketch (
  document_id INTEGER PRIMARY KEY REFERENCES document (id),
  agency TEXT,                     -- as the dateline credits it
  hashes BLOB NOT NULL             -- smallest hashes of its five-word runs, four bytes each, ascending
) STRICT;

-- Documents that are copies or rewrites of one text have one origin: the document that told it first.
CREATE TABLE document_origin (
  document_id INTEGER PRIMARY KEY REFERENCES document (id),
  origin_id INTEGER NOT NULL REFERENCES document (id)
) STRICT;

CREATE TABLE happening_telling (
  event_mention_id INTEGER PRIMARY KEY REFERENCES event_mention (id),
  happening TEXT NOT NULL,         -- id of the happening, made from its earliest telling
  is_lead INTEGER NOT NULL         -- 1 for the one telling that stands for all in the default view
) STRICT;
CREATE INDEX happening_telling_by_happening ON happening_telling (happening);
CREATE INDEX happening_telling_followers ON happening_telling (event_mention_id) WHERE is_lead = 0;

-- What the tellings of a happening do not agree on: one row for each claim that takes a position.
CREATE TABLE dispute_claim (
  happening TEXT NOT NULL,
  ordinal INTEGER NOT NULL,        -- of the dispute in its happening
  aspect TEXT NOT NULL CHECK (aspect IN ('happened', 'actor', 'recipient', 'place', 'time', 'number')),
  position INTEGER NOT NULL,
  value TEXT NOT NULL,             -- in a form that can be compared
  claim INTEGER NOT NULL,
  event_mention_id INTEGER NOT NULL REFERENCES event_mention (id),
  start INTEGER NOT NULL,
  length INTEGER NOT NULL,
  PRIMARY KEY (happening, ordinal, position, claim)
) STRICT, WITHOUT ROWID;
