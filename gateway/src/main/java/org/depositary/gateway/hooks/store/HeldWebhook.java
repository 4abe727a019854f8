package org.depositary.gateway.hooks.store;

import java.util.UUID;

/** A subscription that a gateway has a lease of, as it was read. */
public record HeldWebhook(UUID holder, Webhook webhook, PendingDeliveries pending) {

    HeldWebhook with(Webhook changed) {
        return new HeldWebhook(holder, changed, pending);
    }

    HeldWebhook with(Webhook changed, PendingDeliveries read) {
        return new HeldWebhook(holder, changed, read);
    }
}
