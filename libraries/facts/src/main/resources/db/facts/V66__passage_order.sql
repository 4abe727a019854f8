-- A quote may go on in the next passages, so their order and kind are stored. The texts are read once more from their topic,
-- because rows of earlier versions have neither. Until then they count as single passages.
ALTER TABLE passage ADD COLUMN ordinal int, ADD COLUMN kind text; -- ordinal: in its chunk, from 0

-- The primary key serves single passages, and this index the ones that follow.
DROP INDEX passage_of_chunk;
CREATE INDEX passage_in_order ON passage (document, chunk, ordinal);

UPDATE topic_offset SET next_offset = 0;
