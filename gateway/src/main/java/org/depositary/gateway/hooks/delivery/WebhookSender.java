package org.depositary.gateway.hooks.delivery;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.function.BooleanSupplier;
import org.depositary.gateway.hooks.address.ReceiverAddresses;
import org.depositary.gateway.hooks.address.ReceiverUrl;
import org.depositary.gateway.hooks.address.RefusedAddress;
import org.depositary.gateway.hooks.store.AttemptOutcome;

/**
 * Sends one request to a receiver and waits for its status. The address that was checked is the one that is connected to. A
 * name is resolved before the request counts as one of those at the same time, so a slow name server delays no other webhook.
 */
@ApplicationScoped
public class WebhookSender {

    /** Pings do not use the permits of deliveries: receivers that never answer them could otherwise use all. */
    private static final int PINGS_AT_ONCE = 20;

    private final ReceiverClient client;
    private final ReceiverAddresses addresses;
    private final WebhookClock clock;
    private final Duration timeout;
    private final Semaphore deliveries;
    private final Semaphore pings = new Semaphore(PINGS_AT_ONCE);

    WebhookSender(ReceiverClient client, ReceiverAddresses addresses, WebhookSettings settings, WebhookClock clock) {
        this.client = client;
        this.addresses = addresses;
        this.clock = clock;
        this.timeout = settings.timeout();
        this.deliveries = new Semaphore(settings.concurrency(), true);
    }

    /**
     * Sends a change. Never throws for what a receiver does. Does not follow redirects.
     *
     * @param mayBegin is asked just before the request. If it may not begin, the result is empty
     */
    Optional<AttemptOutcome> send(WebhookRequest request, BooleanSupplier mayBegin) throws InterruptedException {
        var exchange = prepared(request);
        deliveries.acquire();
        try {
            return mayBegin.getAsBoolean() ? Optional.of(exchange.outcome()) : Optional.empty();
        } finally {
            deliveries.release();
        }
    }

    /** Sends a ping. Empty if too many are on their way. */
    Optional<AttemptOutcome> ping(WebhookRequest request) throws InterruptedException {
        if (!pings.tryAcquire()) {
            return Optional.empty();
        }
        try {
            return Optional.of(prepared(request).outcome());
        } finally {
            pings.release();
        }
    }

    @FunctionalInterface
    private interface Prepared {
        AttemptOutcome outcome() throws InterruptedException;
    }

    /** Resolves the name. If that fails, there is nothing to send. */
    private Prepared prepared(WebhookRequest request) throws InterruptedException {
        long start = System.nanoTime();
        var url = ReceiverUrl.parse(request.url(), true);
        try {
            var found = addresses.find(url.host(), timeout.dividedBy(2));
            // If the host has several addresses, each attempt takes the next one.
            var address = found.get(request.attempt() % found.size());
            return () -> client.exchange(url, address).outcome(request, clock.instant(), timeout);
        } catch (RefusedAddress refused) {
            var outcome = HttpExchange.failed(clock.instant(), start, refused.getMessage());
            return () -> outcome;
        }
    }
}
