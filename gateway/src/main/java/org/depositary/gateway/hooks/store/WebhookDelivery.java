package org.depositary.gateway.hooks.store;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/** One event for one webhook: every attempt to deliver it has the same message id and the same body. */
@Entity
@Table(name = "webhook_delivery")
public class WebhookDelivery extends PanacheEntityBase {

    public static final String PENDING = "pending";
    public static final String DELIVERED = "delivered";
    public static final String FAILED = "failed";

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    public Long number;

    public UUID webhook;
    public String message;
    public UUID event;
    public String type;
    public String stream;
    private String cursor;

    @Column(name = "recorded_at")
    public Instant recordedAt;

    public String body;
    public String status;
    public int attempts;

    /** Whether an earlier delivery of the stream is pending. */
    boolean waits;

    @Column(name = "created_at")
    public Instant createdAt;

    /** The first attempt of the current series. A replay and the end of a disabled time begin a new one. */
    @Column(name = "retry_since")
    public Instant retrySince;

    @Column(name = "last_attempt_at")
    private Instant lastAttemptAt;

    @Column(name = "next_attempt_at")
    private Instant nextAttemptAt;

    @Column(name = "response_status")
    private Integer responseStatus;

    private String problem;
    private Long millis;

    protected WebhookDelivery() {}

    static WebhookDelivery of(UUID webhook, SentChange change, Instant now) {
        var delivery = new WebhookDelivery();
        delivery.webhook = webhook;
        delivery.message = change.message();
        delivery.event = change.event();
        delivery.type = change.type();
        delivery.stream = change.stream();
        delivery.cursor = change.cursor() == null ? null : change.cursor().toString();
        delivery.recordedAt = change.recordedAt();
        delivery.createdAt = now;
        delivery.retrySince = now;
        return delivery;
    }

    /** Waits for a first attempt with this body. */
    final void await(String bytes, Instant next) {
        attempts = 0;
        body = bytes;
        status = PENDING;
        waits = false;
        nextAttemptAt = next;
    }

    /** @param next when it is tried again; empty if a failure is final */
    final void attempted(AttemptOutcome outcome, Optional<Instant> next) {
        retrySince = attempts == 0 ? outcome.at() : retrySince;
        attempts++;
        lastAttemptAt = outcome.at();
        responseStatus = outcome.status().orElse(null);
        problem = outcome.problem().orElse(null);
        millis = outcome.millis();
        boolean ended = outcome.isSuccess() || next.isEmpty();
        if (ended) {
            status = outcome.isSuccess() ? DELIVERED : FAILED;
            body = null;
        }
        nextAttemptAt = ended ? null : next.get();
    }

    public Optional<String> cursor() {
        return Optional.ofNullable(cursor);
    }

    /** Whether it is pending and its time has come. */
    public boolean isDue(Instant now) {
        return nextAttemptAt().filter(now::isBefore).isEmpty();
    }

    boolean isPending() {
        return PENDING.equals(status);
    }

    public Optional<Instant> lastAttemptAt() {
        return Optional.ofNullable(lastAttemptAt);
    }

    public Optional<Instant> nextAttemptAt() {
        return Optional.ofNullable(nextAttemptAt);
    }

    public Optional<Integer> responseStatus() {
        return Optional.ofNullable(responseStatus);
    }

    public Optional<String> problem() {
        return Optional.ofNullable(problem);
    }

    public Optional<Long> millis() {
        return Optional.ofNullable(millis);
    }
}
