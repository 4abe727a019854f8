package org.depositary.gateway.log;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.UUID;

/**
 * One entry of the change log.
 *
 * @param seq place in the log: dense, in commit order, from 1
 * @param kind {@code membership}, {@code document} or {@code exercise}
 * @param name the event's published name, e.g. {@code membership-changed}
 * @param schemaVersion version of the shape of {@code data}, from 1
 * @param recordedAt when the owning service recorded it, microseconds
 * @param actor pseudonymous id of who caused it
 * @param data the event as its owner stored it
 */
public record LoggedEvent(
        long seq,
        String streamId,
        int version,
        UUID eventId,
        String kind,
        String name,
        int schemaVersion,
        Instant recordedAt,
        String actor,
        JsonNode data) {}
