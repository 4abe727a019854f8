package org.depositary.gateway.hooks.delivery;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.depositary.eventsourcing.background.BackgroundLoop;
import org.depositary.gateway.hooks.store.DeliveryProgress;
import org.depositary.gateway.hooks.store.WebhookLeases;
import org.depositary.gateway.hooks.store.WebhookSubscriptions;
import org.depositary.gateway.live.ChangeFollower;

/** Keeps one worker for each webhook that this gateway has a lease of. */
@ApplicationScoped
public class WebhookWorkers {

    private static final int AFTER_LOG_IS_FOLLOWED = 20_000;
    private static final int BEFORE_OTHERS_STOP = 1_000;
    private static final int RENEWALS_PER_LEASE = 6;
    private static final Duration SAFETY = Duration.ofSeconds(2);
    private static final Duration UNTIL_WORKERS_END = Duration.ofSeconds(4);
    private static final int DELETED_AT_ONCE = 500;

    private final UUID holder = UUID.randomUUID();
    private final WebhookLeases leases;
    private final WebhookSubscriptions subscriptions;
    private final WebhookSettings settings;
    private final DeliveryMetrics metrics;
    private final WorkerParts parts;
    private final Map<UUID, WebhookWorker> workers = new ConcurrentHashMap<>();
    private final BackgroundLoop loop = new BackgroundLoop("webhooks", this::round);

    WebhookWorkers(
            WebhookLeases leases,
            WebhookSubscriptions subscriptions,
            ChangeFollower follower,
            DeliveryProgress progress,
            WebhookAttempts attempts,
            WebhookMessages messages,
            LogResumption resumption,
            WebhookSettings settings,
            DeliveryMetrics metrics,
            WebhookClock clock) {
        this.leases = leases;
        this.subscriptions = subscriptions;
        this.settings = settings;
        this.metrics = metrics;
        this.parts = new WorkerParts(follower, progress, attempts, messages, resumption, clock);
    }

    void onStart(@Observes @Priority(AFTER_LOG_IS_FOLLOWED) StartupEvent event) {
        start();
    }

    void start() {
        parts.follower().onNewChanges(this::wakeWorkers);
        loop.start();
    }

    /** Ends all workers and gives their leases back, so that another gateway continues at once. */
    void onStop(@Observes @Priority(BEFORE_OTHERS_STOP) ShutdownEvent event) throws InterruptedException {
        stop();
    }

    void stop() throws InterruptedException {
        loop.close();
        workers.values().forEach(WebhookWorker::close);
        for (var worker : workers.entrySet()) {
            // Without its release, the lease of a worker that still waits for an answer ends by itself.
            if (worker.getValue().awaitEnd(UNTIL_WORKERS_END)) {
                leases.release(holder, worker.getKey());
            }
        }
    }

    /** Must be called after a command has changed a subscription. */
    public void lookAgain() {
        loop.wake();
        wakeWorkers();
    }

    private void wakeWorkers() {
        workers.values().forEach(WebhookWorker::wake);
    }

    private Duration round() {
        long begin = System.nanoTime();
        long end =
                begin + settings.lease().minus(settings.timeout()).minus(SAFETY).toNanos();
        var renewed = leases.renew(holder, settings.lease());
        var claimed = leases.claim(holder, settings.max(), settings.lease());
        workers.entrySet().removeIf(worker -> isLost(worker, renewed));
        renewed.forEach(lease -> worker(lease.webhook(), end).renewed(end, lease.revision()));
        claimed.forEach(webhook -> worker(webhook, end).wake());
        metrics.webhooks(subscriptions.countByStatus());
        metrics.oldestUndelivered(oldestUndeliveredSeconds());
        int deleted =
                subscriptions.deleteDeliveries(parts.clock().instant().minus(settings.retention()), DELETED_AT_ONCE);
        return deleted == DELETED_AT_ONCE ? Duration.ZERO : settings.lease().dividedBy(RENEWALS_PER_LEASE);
    }

    private static boolean isLost(Map.Entry<UUID, WebhookWorker> worker, List<WebhookLeases.Renewed> renewed) {
        boolean isHeld = renewed.stream().anyMatch(lease -> lease.webhook().equals(worker.getKey()));
        if (!isHeld) {
            worker.getValue().close();
        }
        return !isHeld || worker.getValue().hasEnded();
    }

    private WebhookWorker worker(UUID webhook, long leaseEnd) {
        return workers.computeIfAbsent(webhook, id -> {
            var worker = new WebhookWorker(id, holder, parts, leaseEnd);
            worker.start();
            return worker;
        });
    }

    private long oldestUndeliveredSeconds() {
        var now = parts.clock().instant();
        return workers.values().stream()
                .map(WebhookWorker::oldestUndelivered)
                .flatMap(Optional::stream)
                .mapToLong(oldest -> Duration.between(oldest, now).toSeconds())
                .max()
                .orElse(0);
    }
}
