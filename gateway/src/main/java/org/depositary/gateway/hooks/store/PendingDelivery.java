package org.depositary.gateway.hooks.store;

import java.time.Instant;

/**
 * A delivery that will be tried again. Deliveries of the same stream are tried in the order of their numbers.
 *
 * @param retrySince the first attempt of this series; meaningless before it
 */
public record PendingDelivery(
        long number, String stream, Instant retrySince, int attempts, Instant next, Instant recordedAt) {

    static PendingDelivery of(WebhookDelivery delivery) {
        return new PendingDelivery(
                delivery.number(),
                delivery.stream(),
                delivery.retrySince(),
                delivery.attempts(),
                delivery.nextAttemptAt().orElseThrow(),
                delivery.recordedAt());
    }
}
