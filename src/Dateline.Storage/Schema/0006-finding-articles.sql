-- Which article a text is a state of is asked for each that comes in: by its words, its title, or its name within the input.
-- Without these indexes each looks through all that came in under the same name before it.

CREATE INDEX article_version_by_title ON article_version (title_folded);
CREATE INDEX article_by_local_id ON article (input, local_id);
