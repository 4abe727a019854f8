package org.depositary.gateway.hooks.delivery;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tag;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;
import org.depositary.gateway.hooks.store.AttemptOutcome;
import org.depositary.gateway.hooks.store.Webhook;

/** Counts attempts and webhooks. */
@ApplicationScoped
class DeliveryMetrics {

    private final MeterRegistry metrics;
    private final Map<String, AtomicLong> byStatus;
    private final AtomicLong oldestSeconds;

    DeliveryMetrics(MeterRegistry metrics) {
        this.metrics = metrics;
        this.byStatus = List.of(Webhook.ACTIVE, Webhook.DISABLED, Webhook.ENDED).stream()
                .collect(Collectors.toMap(
                        status -> status,
                        status -> metrics.gauge(
                                "depositary.webhooks", List.of(Tag.of("status", status)), new AtomicLong())));
        this.oldestSeconds = metrics.gauge("depositary.webhooks.oldest.undelivered.seconds", new AtomicLong());
        attempts("delivered");
        attempts("failed");
    }

    private Counter attempts(String outcome) {
        return Counter.builder("depositary.webhooks.attempts")
                .description("Requests to the receivers of webhooks")
                .tag("outcome", outcome)
                .register(metrics);
    }

    void attempted(AttemptOutcome outcome) {
        attempts(outcome.isSuccess() ? "delivered" : "failed").increment();
    }

    void webhooks(Map<String, Long> counts) {
        byStatus.forEach((status, gauge) -> gauge.set(counts.getOrDefault(status, 0L)));
    }

    /** The age of the oldest change that a webhook of this gateway should have had already. */
    void oldestUndelivered(long seconds) {
        oldestSeconds.set(seconds);
    }
}
