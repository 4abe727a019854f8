package org.depositary.gateway.hooks.store;

import java.util.List;
import java.util.UUID;

/**
 * A subscription that a gateway has a lease of, as it was read.
 *
 * @param pending its pending deliveries, in the order of their changes
 */
public record HeldWebhook(UUID holder, Webhook webhook, List<PendingDelivery> pending) {}
