package org.depositary.gateway.hooks.store;

import java.util.Optional;

/**
 * A checked request for a subscription.
 *
 * @param secret as it is stored
 * @param hash identifies the body of the request
 */
public record NewWebhook(
        String owner,
        String title,
        String url,
        WebhookFilter filter,
        StartPoint start,
        String secret,
        Optional<String> idempotencyKey,
        String hash) {}
