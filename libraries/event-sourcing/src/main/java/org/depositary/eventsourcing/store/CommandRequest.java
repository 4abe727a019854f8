package org.depositary.eventsourcing.store;

import java.util.Optional;

/**
 * The caller of a command and the conditions of the request.
 *
 * @param actor the pseudonymous id of the caller; it is stored in the events
 * @param key the Idempotency-Key, unique per actor
 * @param hash of method, path and body; a key may be used for one hash only
 * @param ifMatch the version {@code <stream>@<version>} that the caller has read
 */
public record CommandRequest(String actor, Optional<String> key, String hash, Optional<String> ifMatch) {}
