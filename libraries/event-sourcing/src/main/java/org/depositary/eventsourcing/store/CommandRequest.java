package org.depositary.eventsourcing.store;

import java.util.Optional;

/**
 * Who asks for a change, and under which conditions.
 *
 * @param actor the pseudonymous id of the caller; it goes into the events
 * @param key the Idempotency-Key, scoped to the actor
 * @param hash what makes this request this request: method, path and body
 * @param ifMatch the version {@code <stream>@<version>} the caller has seen
 */
public record CommandRequest(String actor, Optional<String> key, String hash, Optional<String> ifMatch) {}
