-- The first schema of a Dateline store.
--
-- Conventions. Spans are (start, length) in UTF-16 code units of article_version.text, as everywhere in the program;
-- only passage has code points besides, because SQLite's substr counts them. Days are ISO 8601 text, so that text
-- order is time order. *_at are milliseconds since 1970-01-01T00:00:00Z. Rows that hang on a document carry no
-- recorded_at of their own: they are written in the document's transaction and never afterwards, so its time is theirs.

PRAGMA application_id = 1146375246; -- 'DTLN'

-- One working of the program over inputs. versions_key names program, models and lexicons together: what was read with
-- the same key need not be read again.
CREATE TABLE run (
  id INTEGER PRIMARY KEY,
  versions_key TEXT NOT NULL,
  program_version TEXT NOT NULL,
  started_at INTEGER NOT NULL,
  finished_at INTEGER,             -- null while it runs, and for ever when it was killed
  recorded_at INTEGER NOT NULL
) STRICT;

CREATE TABLE run_component (
  run_id INTEGER NOT NULL REFERENCES run (id),
  kind TEXT NOT NULL CHECK (kind IN ('model', 'lexicon', 'gazetteer', 'rules')),
  name TEXT NOT NULL,
  version TEXT,
  sha256 TEXT NOT NULL,
  PRIMARY KEY (run_id, kind, name)
) STRICT, WITHOUT ROWID;

-- Bytes as they came in, kept once however often they are seen.
CREATE TABLE content (
  id INTEGER PRIMARY KEY,
  sha256 TEXT NOT NULL UNIQUE CHECK (length(sha256) = 64),  -- of the bytes, not of the packed bytes
  length INTEGER NOT NULL CHECK (length >= 0),
  packing TEXT NOT NULL CHECK (packing IN ('none', 'brotli')),
  bytes BLOB NOT NULL,
  recorded_at INTEGER NOT NULL
) STRICT;

-- Bytes as seen under one name. Seen again unchanged under the same name, nothing is added.
CREATE TABLE capture (
  id INTEGER PRIMARY KEY,
  content_id INTEGER NOT NULL REFERENCES content (id),
  name TEXT NOT NULL,
  url TEXT NOT NULL DEFAULT '',
  media_type TEXT,
  seen_at INTEGER NOT NULL,
  recorded_at INTEGER NOT NULL,
  UNIQUE (content_id, name, url)
) STRICT;
CREATE INDEX capture_by_name ON capture (name);

-- Captures that were taken in to their end with one set of versions: a resumed import passes over them.
CREATE TABLE capture_done (
  capture_id INTEGER NOT NULL REFERENCES capture (id),
  versions_key TEXT NOT NULL,
  articles INTEGER NOT NULL,
  recorded_at INTEGER NOT NULL,
  PRIMARY KEY (capture_id, versions_key)
) STRICT, WITHOUT ROWID;

-- Inputs that could not be read. A failed input is a row, never a missing row.
CREATE TABLE failed_input (
  id INTEGER PRIMARY KEY,
  name TEXT NOT NULL,
  capture_id INTEGER REFERENCES capture (id),   -- null when not even the bytes could be had
  code TEXT NOT NULL,
  severity INTEGER NOT NULL,
  message TEXT NOT NULL,
  place TEXT NOT NULL DEFAULT '',
  recorded_at INTEGER NOT NULL
) STRICT;
CREATE UNIQUE INDEX failed_input_once ON failed_input (name, code, place, message, ifnull(capture_id, 0));

CREATE TABLE outlet (
  id INTEGER PRIMARY KEY,
  key TEXT NOT NULL UNIQUE,        -- the name folded, so that spellings in other cases meet
  name TEXT NOT NULL,
  recorded_at INTEGER NOT NULL
) STRICT;

CREATE TABLE article (
  id INTEGER PRIMARY KEY,
  key TEXT NOT NULL UNIQUE,        -- public id, made from the address or from the name it came under
  input TEXT NOT NULL,             -- name of the capture it first came in
  local_id TEXT NOT NULL,          -- its name within that input
  url TEXT,
  recorded_at INTEGER NOT NULL
) STRICT;
CREATE UNIQUE INDEX article_by_url ON article (url) WHERE url IS NOT NULL;
CREATE INDEX article_by_input ON article (input) WHERE url IS NULL;

-- One state of an article: text and what the page says of it. An edit of either is a new version.
CREATE TABLE article_version (
  id INTEGER PRIMARY KEY,
  article_id INTEGER NOT NULL REFERENCES article (id),
  number INTEGER NOT NULL,         -- 1, 2, … in the order taken in
  key TEXT NOT NULL UNIQUE,        -- made from the article's key and everything below that can be edited
  text_sha256 TEXT NOT NULL CHECK (length(text_sha256) = 64),
  text TEXT NOT NULL,
  title TEXT,
  title_folded TEXT NOT NULL,
  url TEXT,
  outlet_id INTEGER REFERENCES outlet (id),
  via_outlet_id INTEGER REFERENCES outlet (id),
  byline TEXT,
  published TEXT,
  published_day TEXT,
  published_basis TEXT,
  published_candidates TEXT NOT NULL DEFAULT '[]',  -- JSON: [{"value","basis"}], in order of trust
  language TEXT,
  tags TEXT NOT NULL DEFAULT '[]',                  -- JSON: array of strings
  remainder TEXT,
  capture_id INTEGER NOT NULL REFERENCES capture (id),
  seen_at INTEGER NOT NULL,
  recorded_at INTEGER NOT NULL,
  UNIQUE (article_id, number)
) STRICT;
CREATE INDEX article_version_by_text ON article_version (text_sha256);
CREATE INDEX article_version_by_outlet ON article_version (outlet_id);
CREATE INDEX article_version_by_capture ON article_version (capture_id);

CREATE TABLE passage (
  id INTEGER PRIMARY KEY,
  version_id INTEGER NOT NULL REFERENCES article_version (id),
  ordinal INTEGER NOT NULL,
  kind INTEGER NOT NULL,
  start INTEGER NOT NULL CHECK (start >= 0),
  length INTEGER NOT NULL CHECK (length >= 0),
  point_start INTEGER NOT NULL,    -- the same span in code points
  point_length INTEGER NOT NULL,
  UNIQUE (version_id, ordinal)
) STRICT;

-- The words of a passage, cut from the one stored text: the index below reads them here and keeps no copy. Furniture
-- (kind 6: bylines, tag lines, “leave a comment”) is no news and is not searched.
CREATE VIEW passage_words AS
  SELECT passage.id AS id, substr(article_version.text, passage.point_start + 1, passage.point_length) AS words
  FROM passage JOIN article_version ON article_version.id = passage.version_id
  WHERE passage.kind <> 6;

CREATE VIRTUAL TABLE passage_index USING fts5 (
  words, content = 'passage_words', content_rowid = 'id', tokenize = 'unicode61 remove_diacritics 2', detail = full);

-- One reading of one version with one set of versions of the program.
CREATE TABLE document (
  id INTEGER PRIMARY KEY,
  version_id INTEGER NOT NULL REFERENCES article_version (id),
  run_id INTEGER NOT NULL REFERENCES run (id),
  versions_key TEXT NOT NULL,
  language TEXT NOT NULL,
  layers INTEGER NOT NULL,
  tokens INTEGER NOT NULL,
  sentences INTEGER NOT NULL,
  recorded_at INTEGER NOT NULL,
  superseded_at INTEGER,           -- when a newer version or reading took its place in the default view
  UNIQUE (version_id, versions_key)
) STRICT;
CREATE INDEX document_now ON document (version_id) WHERE superseded_at IS NULL;
CREATE INDEX document_by_run ON document (run_id);

CREATE TABLE diagnostic (
  document_id INTEGER NOT NULL REFERENCES document (id),
  ordinal INTEGER NOT NULL,
  of_article INTEGER NOT NULL,     -- 1: the reader of the format said so, 0: a reader of the text
  code TEXT NOT NULL,
  severity INTEGER NOT NULL,
  message TEXT NOT NULL,
  place TEXT,
  start INTEGER,
  length INTEGER,
  PRIMARY KEY (document_id, ordinal)
) STRICT, WITHOUT ROWID;

-- Somebody or something across documents: the lexicon's key, or kind and folded name. The same name is not yet the same
-- person; what stands here says only that documents use it.
CREATE TABLE entity (
  id INTEGER PRIMARY KEY,
  key TEXT NOT NULL UNIQUE,
  name TEXT NOT NULL,
  name_folded TEXT NOT NULL,
  kind INTEGER NOT NULL,
  code TEXT,
  country TEXT,
  sector TEXT,
  is_known INTEGER NOT NULL,
  recorded_at INTEGER NOT NULL
) STRICT;

-- The same as this document has it.
CREATE TABLE document_entity (
  document_id INTEGER NOT NULL REFERENCES document (id),
  ordinal INTEGER NOT NULL,
  entity_id INTEGER NOT NULL REFERENCES entity (id),
  local_id TEXT NOT NULL,
  name TEXT NOT NULL,
  code TEXT,
  country TEXT,
  sector TEXT,
  PRIMARY KEY (document_id, ordinal)
) STRICT, WITHOUT ROWID;
CREATE INDEX document_entity_by_entity ON document_entity (entity_id);

CREATE TABLE mention (
  document_id INTEGER NOT NULL REFERENCES document (id),
  ordinal INTEGER NOT NULL,
  start INTEGER NOT NULL,
  length INTEGER NOT NULL,
  kind INTEGER NOT NULL,
  level INTEGER NOT NULL,
  entity INTEGER,                  -- document_entity.ordinal; null when it stays open
  PRIMARY KEY (document_id, ordinal)
) STRICT, WITHOUT ROWID;

-- A place as one edition of the gazetteer has it; another edition's figures are another row.
CREATE TABLE place (
  id INTEGER PRIMARY KEY,
  key TEXT NOT NULL UNIQUE,
  gazetteer_id TEXT NOT NULL,
  name TEXT NOT NULL,
  name_folded TEXT NOT NULL,
  latitude REAL NOT NULL,
  longitude REAL NOT NULL,
  country TEXT,
  admin1 TEXT,
  feature TEXT NOT NULL,
  precision INTEGER NOT NULL,
  population INTEGER NOT NULL,
  recorded_at INTEGER NOT NULL
) STRICT;
CREATE INDEX place_by_gazetteer ON place (gazetteer_id);

CREATE TABLE place_mention (
  document_id INTEGER NOT NULL REFERENCES document (id),
  ordinal INTEGER NOT NULL,
  start INTEGER NOT NULL,
  length INTEGER NOT NULL,
  place_id INTEGER REFERENCES place (id),
  is_metonymic INTEGER NOT NULL,
  PRIMARY KEY (document_id, ordinal)
) STRICT, WITHOUT ROWID;

CREATE TABLE place_alternative (
  document_id INTEGER NOT NULL,
  place_mention INTEGER NOT NULL,
  rank INTEGER NOT NULL,
  place_id INTEGER NOT NULL REFERENCES place (id),
  PRIMARY KEY (document_id, place_mention, rank),
  FOREIGN KEY (document_id, place_mention) REFERENCES place_mention (document_id, ordinal)
) STRICT, WITHOUT ROWID;

CREATE TABLE time_mention (
  document_id INTEGER NOT NULL REFERENCES document (id),
  ordinal INTEGER NOT NULL,
  start INTEGER NOT NULL,
  length INTEGER NOT NULL,
  type INTEGER NOT NULL,
  edtf TEXT,
  anchor INTEGER NOT NULL,
  first_day TEXT,
  last_day TEXT,
  PRIMARY KEY (document_id, ordinal)
) STRICT, WITHOUT ROWID;

CREATE TABLE attribution (
  document_id INTEGER NOT NULL REFERENCES document (id),
  ordinal INTEGER NOT NULL,
  speaker_start INTEGER,
  speaker_length INTEGER,
  speaker_entity INTEGER,          -- document_entity.ordinal
  cue_start INTEGER,
  cue_length INTEGER,
  form INTEGER NOT NULL,
  within INTEGER,                  -- attribution.ordinal
  PRIMARY KEY (document_id, ordinal)
) STRICT, WITHOUT ROWID;

CREATE TABLE attribution_content (
  document_id INTEGER NOT NULL,
  attribution INTEGER NOT NULL,
  ordinal INTEGER NOT NULL,
  start INTEGER NOT NULL,
  length INTEGER NOT NULL,
  PRIMARY KEY (document_id, attribution, ordinal),
  FOREIGN KEY (document_id, attribution) REFERENCES attribution (document_id, ordinal)
) STRICT, WITHOUT ROWID;

-- One telling of one happening. event_id names the happening; until tellings are gathered each has its own, save that
-- the same words in two articles have the same.
CREATE TABLE event_mention (
  id INTEGER PRIMARY KEY,
  event_id TEXT NOT NULL,
  document_id INTEGER NOT NULL REFERENCES document (id),
  ordinal INTEGER NOT NULL,
  local_id TEXT NOT NULL,          -- e1, e2, …
  kind INTEGER NOT NULL,
  mode TEXT,
  contexts TEXT NOT NULL,          -- separated by spaces
  cameo TEXT NOT NULL,
  trigger_start INTEGER NOT NULL,
  trigger_length INTEGER NOT NULL,
  evidence_start INTEGER NOT NULL,
  evidence_length INTEGER NOT NULL,
  passage_id INTEGER REFERENCES passage (id),
  place_start INTEGER,
  place_length INTEGER,
  place_id INTEGER REFERENCES place (id),
  place_is_metonymic INTEGER,
  edtf TEXT,
  time_basis INTEGER,
  time_start INTEGER,
  time_length INTEGER,
  first_day TEXT,
  last_day TEXT,
  sort_key TEXT NOT NULL,          -- first day/last day; undated tellings after all dated ones
  certainty INTEGER NOT NULL,
  is_negative INTEGER NOT NULL,
  standing INTEGER NOT NULL,
  attribution INTEGER,             -- attribution.ordinal; null: the outlet itself says so
  outlet_id INTEGER REFERENCES outlet (id),
  score REAL NOT NULL,
  is_shown INTEGER NOT NULL,
  is_current INTEGER NOT NULL,     -- follows document.superseded_at, so that the default view needs one index only
  UNIQUE (document_id, ordinal)
) STRICT;
CREATE INDEX event_mention_by_event ON event_mention (event_id);
CREATE INDEX event_mention_shown ON event_mention (sort_key, id) WHERE is_current = 1 AND is_shown = 1;
CREATE INDEX event_mention_all ON event_mention (sort_key, id) WHERE is_current = 1;
CREATE INDEX event_mention_by_passage ON event_mention (passage_id) WHERE is_current = 1;
CREATE INDEX event_mention_by_place ON event_mention (place_id) WHERE is_current = 1;

CREATE TABLE event_party (
  event_mention_id INTEGER NOT NULL REFERENCES event_mention (id),
  is_actor INTEGER NOT NULL,
  ordinal INTEGER NOT NULL,
  start INTEGER NOT NULL,
  length INTEGER NOT NULL,
  entity INTEGER,                  -- document_entity.ordinal
  entity_id INTEGER REFERENCES entity (id),
  code TEXT,
  PRIMARY KEY (event_mention_id, is_actor, ordinal)
) STRICT, WITHOUT ROWID;
CREATE INDEX event_party_by_entity ON event_party (entity_id, event_mention_id);

CREATE TABLE event_quantity (
  event_mention_id INTEGER NOT NULL REFERENCES event_mention (id),
  ordinal INTEGER NOT NULL,
  start INTEGER NOT NULL,
  length INTEGER NOT NULL,
  value REAL,
  low REAL,
  high REAL,
  unit TEXT,
  of_start INTEGER,
  of_length INTEGER,
  kind INTEGER NOT NULL,
  PRIMARY KEY (event_mention_id, ordinal)
) STRICT, WITHOUT ROWID;

CREATE TABLE event_instrument (
  event_mention_id INTEGER NOT NULL REFERENCES event_mention (id),
  ordinal INTEGER NOT NULL,
  start INTEGER NOT NULL,
  length INTEGER NOT NULL,
  PRIMARY KEY (event_mention_id, ordinal)
) STRICT, WITHOUT ROWID;

CREATE TABLE prediction (
  document_id INTEGER NOT NULL REFERENCES document (id),
  ordinal INTEGER NOT NULL,
  event INTEGER,                   -- event_mention.ordinal
  attribution INTEGER,
  start INTEGER NOT NULL,
  length INTEGER NOT NULL,
  due TEXT,
  certainty INTEGER NOT NULL,
  PRIMARY KEY (document_id, ordinal)
) STRICT, WITHOUT ROWID;

-- One thing that one teller says of one event, as one document has it. Only ever added.
CREATE TABLE claim (
  id TEXT NOT NULL,                -- the same telling of the same text has the same id in every reading
  document_id INTEGER NOT NULL REFERENCES document (id),
  event_mention_id INTEGER NOT NULL REFERENCES event_mention (id),
  event_id TEXT NOT NULL,
  ordinal INTEGER NOT NULL,
  aspect TEXT NOT NULL CHECK (aspect IN ('what', 'actor', 'recipient', 'place', 'time', 'number')),
  start INTEGER NOT NULL,
  length INTEGER NOT NULL,
  attribution INTEGER,
  certainty INTEGER NOT NULL,
  is_negative INTEGER NOT NULL,
  standing INTEGER NOT NULL,
  kind INTEGER,                    -- what
  mode TEXT,
  cameo TEXT,
  entity INTEGER,                  -- actor, recipient
  code TEXT,
  place_id INTEGER REFERENCES place (id),   -- place
  edtf TEXT,                       -- time
  time_basis INTEGER,
  first_day TEXT,
  last_day TEXT,
  value REAL,                      -- number
  low REAL,
  high REAL,
  unit TEXT,
  of_start INTEGER,
  of_length INTEGER,
  quantity_kind INTEGER,
  recorded_at INTEGER NOT NULL,
  PRIMARY KEY (document_id, id)
) STRICT, WITHOUT ROWID;
CREATE INDEX claim_by_event ON claim (event_id);

CREATE TRIGGER claim_keeps BEFORE UPDATE ON claim BEGIN SELECT RAISE(ABORT, 'claims are only ever added'); END;
CREATE TRIGGER claim_stays BEFORE DELETE ON claim BEGIN SELECT RAISE(ABORT, 'claims are only ever added'); END;
CREATE TRIGGER content_keeps BEFORE UPDATE ON content BEGIN SELECT RAISE(ABORT, 'captured bytes are never altered'); END;
CREATE TRIGGER content_stays BEFORE DELETE ON content BEGIN SELECT RAISE(ABORT, 'captured bytes are never altered'); END;
CREATE TRIGGER capture_keeps BEFORE UPDATE ON capture BEGIN SELECT RAISE(ABORT, 'captures are never altered'); END;
CREATE TRIGGER capture_stays BEFORE DELETE ON capture BEGIN SELECT RAISE(ABORT, 'captures are never altered'); END;
CREATE TRIGGER article_version_keeps BEFORE UPDATE ON article_version BEGIN SELECT RAISE(ABORT, 'versions are never altered'); END;
CREATE TRIGGER article_version_stays BEFORE DELETE ON article_version BEGIN SELECT RAISE(ABORT, 'versions are never altered'); END;
CREATE TRIGGER passage_keeps BEFORE UPDATE ON passage BEGIN SELECT RAISE(ABORT, 'passages are never altered'); END;
CREATE TRIGGER passage_stays BEFORE DELETE ON passage BEGIN SELECT RAISE(ABORT, 'passages are never altered'); END;
