package org.depositary.eventsourcing.store;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;
import java.util.UUID;

/**
 * Between an aggregate's events and what is stored of them.
 *
 * <p>Names and schema versions are explicit, never class names: events are for ever, classes are not.
 */
public interface EventCodec<E> {

    /**
     * An event as it is stored.
     *
     * @param id the event's own id where it brings one, else a new one is made
     * @param name its name, {@code membership-changed}
     * @param schemaVersion the version of the shape of {@code data}
     */
    record Encoded(Optional<UUID> id, String name, int schemaVersion, JsonNode data) {}

    Encoded encode(E event);

    /** The event in today's shape, upcast from the version it was stored in. */
    E decode(String name, int schemaVersion, JsonNode data);
}
