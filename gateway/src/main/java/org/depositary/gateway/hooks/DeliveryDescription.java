package org.depositary.gateway.hooks;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.depositary.gateway.hooks.store.WebhookDelivery;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * What became of one event.
 *
 * @param id the {@code webhook-id} of every attempt
 * @param event the id of the CloudEvent
 * @param type the type of the CloudEvent
 * @param subject the subject of the CloudEvent: a stream
 * @param status {@code pending}, {@code delivered} or {@code failed}
 * @param responseStatus the HTTP status of the last response
 * @param problem why the last attempt failed
 * @param milliseconds how long the last attempt took
 */
@JsonInclude(JsonInclude.Include.NON_ABSENT)
@Schema(name = "WebhookDelivery")
public record DeliveryDescription(
        String id,
        UUID event,
        String type,
        String subject,
        Optional<String> cursor,
        String status,
        int attempts,
        String createdAt,
        Optional<String> lastAttemptAt,
        Optional<String> nextAttemptAt,
        Optional<Integer> responseStatus,
        Optional<String> problem,
        Optional<Long> milliseconds) {

    static DeliveryDescription of(WebhookDelivery delivery) {
        return new DeliveryDescription(
                delivery.message,
                delivery.event,
                delivery.type,
                delivery.stream,
                delivery.cursor(),
                delivery.status,
                delivery.attempts,
                delivery.createdAt.toString(),
                delivery.lastAttemptAt().map(Instant::toString),
                delivery.nextAttemptAt().map(Instant::toString),
                delivery.responseStatus(),
                delivery.problem(),
                delivery.millis());
    }
}
