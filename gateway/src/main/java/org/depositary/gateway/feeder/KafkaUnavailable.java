package org.depositary.gateway.feeder;

/** Kafka did not tell what was asked; it may in a moment. */
final class KafkaUnavailable extends Exception {

    KafkaUnavailable(String message, Exception cause) {
        super(message, cause);
    }
}
