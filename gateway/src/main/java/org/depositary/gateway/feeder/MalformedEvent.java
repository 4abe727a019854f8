package org.depositary.gateway.feeder;

/** A record that is no event of ours; the message says why. */
final class MalformedEvent extends Exception {

    MalformedEvent(String reason) {
        super(reason);
    }
}
