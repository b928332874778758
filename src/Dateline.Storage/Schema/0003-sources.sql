-- What is watched: feeds, sitemaps and pages that are fetched again and again.

CREATE TABLE watched_source (
  id INTEGER PRIMARY KEY,
  url TEXT NOT NULL UNIQUE,        -- where to ask; follows permanent redirects
  kind TEXT NOT NULL CHECK (kind IN ('feed', 'sitemap', 'page')),
  title TEXT,
  folder TEXT,                     -- names of nested groups, outermost first, parted by '/'
  is_paused INTEGER NOT NULL DEFAULT 0,
  added_at INTEGER NOT NULL,
  due_at INTEGER NOT NULL,         -- not to be asked before
  interval_ms INTEGER NOT NULL,    -- adapts to how often something changes
  etag TEXT,
  last_modified TEXT,
  body_sha256 TEXT,                -- of the last body, for sites that know no conditions
  asked_at INTEGER,
  changed_at INTEGER,
  failing_since INTEGER,           -- first of the failures since the last answer; null while it answers
  failures INTEGER NOT NULL DEFAULT 0,
  last_status INTEGER,
  last_error TEXT
) STRICT;
CREATE INDEX watched_source_due ON watched_source (due_at) WHERE is_paused = 0;

-- Pages that were fetched because a source names them: each once, however often it stands there.
CREATE TABLE watched_page (
  url TEXT PRIMARY KEY,
  source_id INTEGER NOT NULL REFERENCES watched_source (id) ON DELETE CASCADE,
  fetched_at INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX watched_page_by_source ON watched_page (source_id);
