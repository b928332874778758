-- What is needed to look again at a page that its feed says was updated, without fetching what did not change.

ALTER TABLE watched_page ADD COLUMN updated TEXT;          -- what the feed or sitemap said when the page was last looked at
ALTER TABLE watched_page ADD COLUMN etag TEXT;
ALTER TABLE watched_page ADD COLUMN last_modified TEXT;
ALTER TABLE watched_page ADD COLUMN body_sha256 TEXT;      -- of the last body; null while none was had
ALTER TABLE watched_page ADD COLUMN is_pending INTEGER NOT NULL DEFAULT 0; -- the feed's own text was taken, the page is still to be had
