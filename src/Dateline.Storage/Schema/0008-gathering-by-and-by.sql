-- Gathering goes on from where it was: what came in or went since is gathered with the groups that it touches, and the rest stays.
--
-- Everything below can be made again from the sketches, and is, when the rules of gathering are others than those it was made with.

-- With which rules the store was gathered: one row, or none before the first time.
CREATE TABLE gathered_with (rules TEXT NOT NULL) STRICT;

-- Readings that came in, or were superseded, since they were last gathered; in time's order, so that neighbours are gathered together.
CREATE TABLE ungathered (
  day INTEGER NOT NULL,            -- of publication, as a day number
  document_id INTEGER NOT NULL REFERENCES document (id),
  PRIMARY KEY (day, document_id)
) STRICT, WITHOUT ROWID;

-- Which tellings are compared: those that share a block, in large ones neighbours in time.
CREATE TABLE telling_block (
  block INTEGER NOT NULL,          -- hash of a kind or word of the act with somebody, a place or a day
  day INTEGER NOT NULL,            -- place within the block, and
  turn INTEGER NOT NULL,           -- among those of one day
  event_mention_id INTEGER NOT NULL REFERENCES event_mention (id),
  low INTEGER NOT NULL,            -- first and last day it may have been, as day numbers: what lies apart need not be compared
  high INTEGER NOT NULL,
  PRIMARY KEY (block, day, turn, event_mention_id)
) STRICT, WITHOUT ROWID;

-- Pairs that may be one happening, with what speaks for it; each pair stands here both ways.
CREATE TABLE telling_likeness (
  one INTEGER NOT NULL REFERENCES event_mention (id),
  other INTEGER NOT NULL REFERENCES event_mention (id),
  points REAL NOT NULL,
  reasons INTEGER NOT NULL,        -- bits of LikenessReasons
  PRIMARY KEY (one, other)
) STRICT, WITHOUT ROWID;

-- Some of the five-word runs of each text: documents that share one may be copies.
CREATE TABLE document_run (
  hash INTEGER NOT NULL,
  day INTEGER NOT NULL,            -- of publication, as a day number
  document_id INTEGER NOT NULL REFERENCES document (id),
  PRIMARY KEY (hash, day, document_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX document_origin_by_origin ON document_origin (origin_id);

-- A telling names its article by the article's key, so that it can be compared with those of other inputs as it stands.
UPDATE telling_sketch SET body = json_set(body, '$.Document', (
  SELECT article.key FROM event_mention e JOIN document ON document.id = e.document_id JOIN article_version v ON v.id = document.version_id
  JOIN article ON article.id = v.article_id WHERE e.id = telling_sketch.event_mention_id));
