-- A quote may go on in the next passages, so their order and kind are stored. The texts are read once more from their topic,
-- because rows of earlier versions have neither. Until then they count as single passages.
ALTER TABLE passage ADD COLUMN ordinal int, ADD COLUMN kind text; -- ordinal: in its chunk, from 0

-- The primary key serves single passages, and this index the ones that follow.
DROP INDEX passage_of_chunk;
CREATE INDEX passage_in_order ON passage (document, chunk, ordinal);

-- A service of an older version, which runs beside this one during an update, goes on in topic_offset. What it writes meanwhile
-- is read again too. Partitions without a row would be read from the offset that old versions committed to Kafka.
CREATE TABLE passage_offset (
    topic_id    text   NOT NULL,
    part        int    NOT NULL,
    next_offset bigint NOT NULL,
    PRIMARY KEY (topic_id, part)
) WITH (fillfactor = 50);
INSERT INTO passage_offset SELECT topic_id, part, 0 FROM topic_offset;
