package org.depositary.gateway.hooks;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.depositary.gateway.hooks.store.Webhook;
import org.depositary.gateway.hooks.store.WebhookFilter;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A webhook as its owner sees it.
 *
 * @param address its own address
 * @param url where changes are sent to
 * @param status {@code active}, {@code disabled} after a long failure, or {@code ended} because the receiver answered 410
 * @param problem why it is not active
 * @param cursor all matching changes up to it are delivered, or are listed as pending or failed deliveries
 * @param failures the number of failed attempts since the last success
 * @param secret the key of the signatures; only in the response that made it
 */
@JsonInclude(JsonInclude.Include.NON_ABSENT)
@Schema(name = "Webhook")
public record WebhookDescription(
        UUID id,
        String address,
        String url,
        String title,
        WebhookFilter filter,
        String owner,
        String status,
        Optional<String> problem,
        String createdAt,
        String statusSince,
        String cursor,
        int failures,
        Optional<String> failingSince,
        @JsonProperty Optional<String> secret) {

    static WebhookDescription of(Webhook webhook) {
        return of(webhook, Optional.empty());
    }

    static WebhookDescription of(Webhook webhook, Optional<String> secret) {
        return new WebhookDescription(
                webhook.id,
                address(webhook.id),
                webhook.url,
                webhook.title,
                webhook.filter,
                webhook.owner,
                webhook.status,
                webhook.problem(),
                webhook.createdAt.toString(),
                webhook.statusSince.toString(),
                webhook.position().toString(),
                webhook.failures,
                webhook.failingSince().map(Instant::toString),
                secret);
    }

    static String address(UUID id) {
        return "/api/webhooks/" + id;
    }
}
