package org.depositary.gateway.hooks.address;

/** The host of a webhook cannot be resolved, or has an address to which nothing may be sent. */
public final class RefusedAddress extends Exception {

    RefusedAddress(String message) {
        super(message);
    }
}
