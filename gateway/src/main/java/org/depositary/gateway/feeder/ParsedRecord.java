package org.depositary.gateway.feeder;

import java.util.Optional;
import org.depositary.eventsourcing.follow.PartitionId;

/**
 * A record as the feeder understood it.
 *
 * @param flaw why there is no event in it; empty when there is
 */
record ParsedRecord(KafkaRecord record, Optional<PublishedEvent> event, String flaw) {

    static ParsedRecord read(KafkaRecord record, CloudEventParser reader) {
        try {
            return new ParsedRecord(record, Optional.of(reader.read(record)), "");
        } catch (MalformedEvent malformed) {
            return new ParsedRecord(record, Optional.empty(), malformed.getMessage());
        }
    }

    /** The same, where the database cannot keep what is in it. */
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
