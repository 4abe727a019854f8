-- How far the topic documents.text has been copied, by partition. A partition without a row is read from the offset that
-- the consumer group has committed to Kafka, as versions before this table did.
CREATE TABLE topic_offset (
    topic_id    text   NOT NULL,
    part        int    NOT NULL,
    next_offset bigint NOT NULL,
    PRIMARY KEY (topic_id, part)
) WITH (fillfactor = 50);
