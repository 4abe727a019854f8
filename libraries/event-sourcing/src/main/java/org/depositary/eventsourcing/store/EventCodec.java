package org.depositary.eventsourcing.store;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;
import java.util.UUID;

/**
 * Converts the events of an aggregate to their stored form and back.
 *
 * <p>Names and schema versions are explicit and never class names, because stored events stay for ever and classes
 * change.
 */
public interface EventCodec<E> {

    /**
     * An event in its stored form.
     *
     * @param id the event's id; empty for a new random id
     * @param name for example {@code membership-changed}
     * @param schemaVersion version of the structure of {@code data}, from 1
     */
    record Encoded(Optional<UUID> id, String name, int schemaVersion, JsonNode data) {}

    Encoded encode(E event);

    /** The event in its current structure, converted from the stored version. */
    E decode(String name, int schemaVersion, JsonNode data);
}
