package org.depositary.gateway.hooks.store;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.depositary.gateway.log.Cursor;

/** A subscription: who gets which changes at which URL, and how far it has got. */
@Entity
@Table(name = "webhook")
public class Webhook extends PanacheEntityBase {

    public static final String ACTIVE = "active";
    public static final String DISABLED = "disabled";
    public static final String ENDED = "ended";

    private static final Duration PREVIOUS_SECRET_LIFE = Duration.ofDays(1);

    @Id
    public UUID id;

    @Column(insertable = false, updatable = false)
    public long number;

    public String owner;
    public String title;
    public String url;

    @Convert(converter = FilterConverter.class)
    public WebhookFilter filter;

    @Column(name = "created_at")
    public Instant createdAt;

    public String status;
    private String problem;

    @Column(name = "status_since")
    public Instant statusSince;

    public String secret;

    @Column(name = "previous_secret")
    private String previousSecret;

    @Column(name = "previous_secret_until")
    private Instant previousSecretUntil;

    private String position;

    @Column(name = "recorded_from")
    @Convert(converter = InstantsConverter.class)
    public InstantsByKind recordedFrom;

    @Column(name = "newest_delivered")
    @Convert(converter = InstantsConverter.class)
    public InstantsByKind newestDelivered;

    public int failures;

    @Column(name = "failing_since")
    private Instant failingSince;

    @Column(name = "not_before")
    private Instant notBefore;

    @Column(name = "pinged_at")
    Instant pingedAt;

    @Column(name = "lease_holder", insertable = false, updatable = false)
    private UUID leaseHolder;

    public int revision;

    @Column(name = "idempotency_key")
    private String idempotencyKey;

    @Column(name = "request_hash")
    String requestHash;

    protected Webhook() {}

    static Webhook of(NewWebhook asked, Instant now) {
        var webhook = new Webhook();
        webhook.id = UUID.randomUUID();
        webhook.owner = asked.owner();
        webhook.title = asked.title();
        webhook.url = asked.url();
        webhook.filter = asked.filter();
        webhook.createdAt = now;
        webhook.secret = asked.secret();
        webhook.idempotencyKey = asked.idempotencyKey().orElse(null);
        webhook.requestHash = asked.hash();
        webhook.startAt(asked.start());
        webhook.setStatus(ACTIVE, null, now);
        return webhook;
    }

    /** Continues at this point of the log, whatever was delivered before. */
    final void startAt(StartPoint start) {
        position = start.cursor().toString();
        recordedFrom = InstantsByKind.NONE;
        newestDelivered = InstantsByKind.NONE;
        for (var kind : WebhookKinds.ALL) {
            start.recordedFrom().ifPresent(from -> recordedFrom = recordedFrom.atLeast(kind, from));
            newestDelivered = newestDelivered.atLeast(kind, start.newest());
        }
        revision++;
    }

    final void setStatus(String changed, String why, Instant now) {
        status = changed;
        problem = why;
        statusSince = now;
        revision++;
    }

    final void enable(Instant now) {
        setStatus(ACTIVE, null, now);
        succeed();
    }

    final void setSecret(String next, Instant now) {
        previousSecret = secret;
        previousSecretUntil = now.plus(PREVIOUS_SECRET_LIFE);
        secret = next;
        revision++;
    }

    /** After a change of epoch. */
    final void resumeAt(Cursor cursor, InstantsByKind from) {
        position = cursor.toString();
        recordedFrom = from;
    }

    final void moveTo(Cursor cursor) {
        position = cursor.toString();
    }

    /**
     * A change that was recorded after all delivered ones of its kind ends the search for the place in a log that was built
     * again. From then on the webhook gets whatever the log appends, also a change that arrived late.
     */
    final void passed(SentChange change) {
        moveTo(change.cursor());
        if (newestDelivered
                .of(change.kind())
                .filter(change.recordedAt()::isAfter)
                .isPresent()) {
            recordedFrom = recordedFrom.without(change.kind());
        }
        newestDelivered = newestDelivered.atLeast(change.kind(), change.recordedAt());
    }

    final void succeed() {
        failures = 0;
        failingSince = null;
        notBefore = null;
    }

    /** @param wait how long the receiver asked to wait before the next request of any kind */
    final void fail(Instant now, Optional<Duration> wait) {
        failures++;
        failingSince = failingSince == null ? now : failingSince;
        notBefore = wait.map(now::plus).orElse(null);
    }

    public boolean isActive() {
        return status.equals(ACTIVE);
    }

    public Optional<String> problem() {
        return Optional.ofNullable(problem);
    }

    /** The stored secrets that sign now, the newest first. */
    public Stream<String> secretsAt(Instant now) {
        boolean hasPrevious = previousSecretUntil != null && now.isBefore(previousSecretUntil);
        return hasPrevious ? Stream.of(secret, previousSecret) : Stream.of(secret);
    }

    public Cursor position() {
        // The log has no epoch before its first entry.
        return Cursor.parse(position).orElseGet(() -> new Cursor("", 0));
    }

    public Optional<Instant> failingSince() {
        return Optional.ofNullable(failingSince);
    }

    public Optional<Instant> notBefore() {
        return Optional.ofNullable(notBefore);
    }

    Optional<Instant> pingedAt() {
        return Optional.ofNullable(pingedAt);
    }

    boolean isHeldBy(UUID holder) {
        return holder.equals(leaseHolder);
    }
}
