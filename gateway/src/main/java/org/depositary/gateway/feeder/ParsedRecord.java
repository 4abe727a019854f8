package org.depositary.gateway.feeder;

import java.util.Optional;
import org.depositary.eventsourcing.follow.PartitionId;

/**
 * A Kafka record after parsing.
 *
 * @param event empty if the record is not a valid event
 * @param flaw the error if there is no event, otherwise an empty text
 */
record ParsedRecord(KafkaRecord record, Optional<PublishedEvent> event, String flaw) {

    static ParsedRecord read(KafkaRecord record, CloudEventParser reader) {
        try {
            return new ParsedRecord(record, Optional.of(reader.read(record)), "");
        } catch (MalformedEvent malformed) {
            return new ParsedRecord(record, Optional.empty(), malformed.getMessage());
        }
    }

    /** Returns this record without its event, because the database rejects a value in it. */
    ParsedRecord unfit(String why) {
        return new ParsedRecord(record, Optional.empty(), why);
    }

    PartitionId partition() {
        return new PartitionId(record.place().topicId(), record.place().partition());
    }

    long offset() {
        return record.place().offset();
    }
}
