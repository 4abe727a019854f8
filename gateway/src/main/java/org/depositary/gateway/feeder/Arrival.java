package org.depositary.gateway.feeder;

import java.util.Optional;
import org.depositary.gateway.feeder.Offsets.Partition;

/**
 * A record as the feeder understood it.
 *
 * @param flaw why there is no event in it; empty when there is
 */
record Arrival(Received record, Optional<PublishedEvent> event, String flaw) {

    static Arrival read(Received record, EventReader reader) {
        try {
            return new Arrival(record, Optional.of(reader.read(record)), "");
        } catch (MalformedEvent malformed) {
            return new Arrival(record, Optional.empty(), malformed.getMessage());
        }
    }

    /** The same, where the database cannot keep what is in it. */
    Arrival unfit(String why) {
        return new Arrival(record, Optional.empty(), why);
    }

    Partition partition() {
        return new Partition(record.place().topicId(), record.place().partition());
    }

    long offset() {
        return record.place().offset();
    }
}
