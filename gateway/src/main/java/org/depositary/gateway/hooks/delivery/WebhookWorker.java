package org.depositary.gateway.hooks.delivery;

import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.depositary.eventsourcing.background.RetryWithBackoff;

/** Runs {@link ChangeDelivery} of one webhook on a thread of its own, while this gateway has the lease. */
final class WebhookWorker implements Runnable {

    private static final Duration WITHOUT_LEASE = Duration.ofMillis(200);

    private final UUID webhook;
    private final ChangeDelivery delivery;
    private final CountDownLatch closed = new CountDownLatch(1);
    private final Semaphore wakeUps = new Semaphore(0);
    private final Thread thread;
    private volatile long leaseEnd;
    private Duration pause = Duration.ZERO;

    /** @param leaseEnd the value of {@link System#nanoTime} until which requests may begin */
    WebhookWorker(UUID webhook, UUID holder, WorkerParts parts, long leaseEnd) {
        this.webhook = webhook;
        this.leaseEnd = leaseEnd;
        this.delivery = new ChangeDelivery(webhook, holder, parts, this::mayGoOn);
        this.thread = Thread.ofVirtual().name("webhook-" + webhook).unstarted(this);
    }

    void start() {
        thread.start();
    }

    /** Called when the lease was renewed. After a command of a client, the subscription has another revision. */
    void renewed(long end, int revision) {
        leaseEnd = end;
        if (delivery.setRevision(revision)) {
            wake();
        }
    }

    /** Looks for new changes and due deliveries now. */
    void wake() {
        if (wakeUps.availablePermits() == 0) {
            wakeUps.release();
        }
    }

    /** Ends after the current request. */
    void close() {
        closed.countDown();
        wake();
    }

    /** Returns false if the worker has not ended within the time. */
    boolean awaitEnd(Duration limit) throws InterruptedException {
        return thread.join(limit);
    }

    boolean hasEnded() {
        return !thread.isAlive();
    }

    /** When the oldest change was recorded that the receiver should have already. */
    Optional<Instant> oldestUndelivered() {
        return delivery.oldestUndelivered();
    }

    @Override
    public void run() {
        var retry = new RetryWithBackoff("webhook " + webhook, closed);
        try {
            while (closed.getCount() > 0) {
                retry.untilDone(() -> pause = round());
                if (wakeUps.tryAcquire(pause.toMillis(), TimeUnit.MILLISECONDS)) {
                    wakeUps.drainPermits();
                }
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private Duration round() throws SQLException, InterruptedException {
        if (!mayGoOn()) {
            return WITHOUT_LEASE;
        }
        var next = delivery.round();
        if (next.isEmpty()) {
            closed.countDown();
        }
        return next.orElse(Duration.ZERO);
    }

    /** Whether a request that begins now ends before the lease, so that no other gateway sends the same. */
    private boolean mayGoOn() {
        return closed.getCount() > 0 && leaseEnd - System.nanoTime() > 0;
    }
}
