package org.depositary.gateway.feeder;

import java.util.Locale;
import java.util.Optional;

/**
 * A record that could not be stored in the change log, with the reason.
 *
 * @param event empty if the record is not a valid event
 * @param detail the error, as text for people
 */
record ParkedRecord(KafkaRecord record, Optional<PublishedEvent> event, Reason reason, String detail) {

    enum Reason {
        /**
         * An earlier version of the stream is missing. The record is stored without further action when that version
         * arrives.
         */
        GAP,
        /**
         * The stream has a different event with this version, or has such a conflict in an earlier version. A person
         * must decide.
         */
        FORK,
        /** The record is not a valid event of this register. */
        MALFORMED;

        /** The name of the reason in JSON and in the database, for example {@code gap}. */
        String json() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    static ParkedRecord malformed(KafkaRecord record, String detail) {
        return new ParkedRecord(record, Optional.empty(), Reason.MALFORMED, detail);
    }

    /** A record that was malformed when it was parked, but is valid for the current code. */
    static ParkedRecord readable(KafkaRecord record, PublishedEvent event) {
        return new ParkedRecord(record, Optional.of(event), Reason.MALFORMED, "");
    }

    static ParkedRecord gap(KafkaRecord record, PublishedEvent event) {
        return new ParkedRecord(
                record, Optional.of(event), Reason.GAP, "Version %d has not arrived".formatted(event.version() - 1));
    }

    static ParkedRecord fork(KafkaRecord record, PublishedEvent event, String detail) {
        return new ParkedRecord(record, Optional.of(event), Reason.FORK, detail);
    }

    KafkaRecord.Place place() {
        return record.place();
    }
}
