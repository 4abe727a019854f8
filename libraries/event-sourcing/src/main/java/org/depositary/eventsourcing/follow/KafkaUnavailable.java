package org.depositary.eventsourcing.follow;

/** Kafka did not answer, or does not have the topic yet. A retry can succeed. */
public final class KafkaUnavailable extends Exception {

    KafkaUnavailable(String message, Exception cause) {
        super(message, cause);
    }
}
