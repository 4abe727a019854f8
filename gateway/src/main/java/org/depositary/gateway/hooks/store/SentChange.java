package org.depositary.gateway.hooks.store;

import java.time.Instant;
import java.util.UUID;
import org.depositary.gateway.log.Cursor;

/**
 * A change of the log for one webhook.
 *
 * @param message the {@code webhook-id}: the same for every delivery of this event to this webhook
 * @param body the bytes of every attempt, as text
 */
public record SentChange(
        String message,
        UUID event,
        String type,
        String kind,
        String stream,
        Cursor cursor,
        Instant recordedAt,
        String body) {}
