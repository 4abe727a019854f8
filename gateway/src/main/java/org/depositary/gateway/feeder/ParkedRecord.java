package org.depositary.gateway.feeder;

import java.util.Locale;
import java.util.Optional;

/** A record that is not in the log, for now or for good, and why. */
record ParkedRecord(KafkaRecord record, Optional<PublishedEvent> event, Reason reason, String detail) {

    enum Reason {
        /** An earlier version of its stream has not come; it leaves by itself when that one arrives. */
        GAP,
        /** Its stream has another event of this version, or had one before it: somebody has to look. */
        FORK,
        /** It is no event of this register. */
        MALFORMED;

        /** As in JSON, and in the database: {@code gap}. */
        String json() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    static ParkedRecord malformed(KafkaRecord record, String detail) {
        return new ParkedRecord(record, Optional.empty(), Reason.MALFORMED, detail);
    }

    /** Was no event when it came, and is one to newer code. */
    static ParkedRecord readable(KafkaRecord record, PublishedEvent event) {
        return new ParkedRecord(record, Optional.of(event), Reason.MALFORMED, "");
    }

    static ParkedRecord gap(KafkaRecord record, PublishedEvent event) {
        return new ParkedRecord(
                record, Optional.of(event), Reason.GAP, "Version %d has not come".formatted(event.version() - 1));
    }

    static ParkedRecord fork(KafkaRecord record, PublishedEvent event, String detail) {
        return new ParkedRecord(record, Optional.of(event), Reason.FORK, detail);
    }

    KafkaRecord.Place place() {
        return record.place();
    }
}
