-- By which names an article calls somebody: "JNIM" beside the full name that it gives once. What a reader types is looked up here.

CREATE TABLE entity_name (
  document_id INTEGER NOT NULL REFERENCES document (id),
  entity INTEGER NOT NULL,         -- document_entity.ordinal
  name_folded TEXT NOT NULL,       -- for finding; what is shown is read from the text
  entity_id INTEGER NOT NULL REFERENCES entity (id),
  start INTEGER NOT NULL,          -- where it first stands
  length INTEGER NOT NULL,
  uses INTEGER NOT NULL,
  PRIMARY KEY (document_id, entity, name_folded)
) STRICT, WITHOUT ROWID;
CREATE INDEX entity_name_by_entity ON entity_name (entity_id);
CREATE INDEX entity_name_by_name ON entity_name (name_folded, entity_id);

-- Level 0 is a name; descriptions and pronouns name nobody. folded() and words_at() are the program's.
INSERT INTO entity_name (document_id, entity, name_folded, entity_id, start, length, uses)
  SELECT m.document_id, m.entity, folded(words_at(v.text, m.start, m.length)) AS name, de.entity_id, min(m.start), m.length, count(*)
  FROM mention m JOIN document_entity de ON de.document_id = m.document_id AND de.ordinal = m.entity
  JOIN document ON document.id = m.document_id JOIN article_version v ON v.id = document.version_id
  WHERE m.level = 0 GROUP BY m.document_id, m.entity, name;
