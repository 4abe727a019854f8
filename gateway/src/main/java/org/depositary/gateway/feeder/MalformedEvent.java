package org.depositary.gateway.feeder;

/** Thrown for a record that is not a valid event of this register. The message names the error. */
final class MalformedEvent extends Exception {

    MalformedEvent(String reason) {
        super(reason);
    }
}
