package org.depositary.gateway.hooks.delivery;

import org.depositary.gateway.hooks.store.DeliveryProgress;
import org.depositary.gateway.live.ChangeFollower;

/** What every {@link WebhookWorker} uses. */
record WorkerParts(
        ChangeFollower follower,
        DeliveryProgress progress,
        WebhookAttempts attempts,
        WebhookMessages messages,
        LogResumption resumption,
        WebhookClock clock) {}
