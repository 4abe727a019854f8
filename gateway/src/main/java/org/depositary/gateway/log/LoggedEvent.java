package org.depositary.gateway.log;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.UUID;

/**
 * One entry of the change log, parsed for projectors. Clients get {@link LoggedCloudEvent}.
 *
 * @param seq position in the log: from 1, without gaps, in the order of commits
 * @param version version of the stream after this event, from 1
 * @param kind {@code membership}, {@code document} or {@code exercise}
 * @param name published name of the event, for example {@code membership-changed}
 * @param schemaVersion version of the schema of {@code data}, from 1
 * @param recordedAt when the owning service recorded the event, in microseconds
 * @param actor pseudonymous id of the person who caused the event
 * @param data the event as the owning service stored it
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
