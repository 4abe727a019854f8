package org.depositary.gateway.hooks.store;

import java.time.Instant;

/** A delivery that will be tried again. Deliveries of the same stream are tried in the order of their numbers. */
public record PendingDelivery(
        long number, String stream, Instant createdAt, int attempts, Instant next, Instant recordedAt) {

    static PendingDelivery of(WebhookDelivery delivery) {
        return new PendingDelivery(
                delivery.number(),
                delivery.stream(),
                delivery.createdAt(),
                delivery.attempts(),
                delivery.nextAttemptAt().orElseThrow(),
                delivery.recordedAt());
    }
}
