package org.depositary.gateway.hooks.store;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.transaction.Transactional;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.depositary.eventsourcing.Problem;
import org.depositary.eventsourcing.ProblemType;

/** The subscriptions of clients, and what clients read of their deliveries. */
@ApplicationScoped
public class WebhookSubscriptions {

    private static final Duration BETWEEN_PINGS = Duration.ofSeconds(2);

    /** How many subscriptions may exist: of one owner, and of all. */
    public record Limits(int ofOneOwner, int ofAll) {}

    /** @param isNew false if the same request was stored before */
    public record Created(Webhook webhook, boolean isNew) {}

    private final EntityManager entities;

    WebhookSubscriptions(EntityManager entities) {
        this.entities = entities;
    }

    /** @throws Problem if too many subscriptions exist, or if the idempotency key was used for another request */
    @Transactional
    public Created create(NewWebhook asked, Limits limits, Instant now) {
        // One request at a time: otherwise two could both find room for one more.
        entities.createNativeQuery("SELECT CAST(pg_advisory_xact_lock(hashtext('webhook')) AS text)")
                .getSingleResult();
        var earlier = earlier(asked);
        if (earlier.isPresent()) {
            return new Created(earlier.get(), false);
        }
        requireRoom(asked.owner(), limits);
        var webhook = Webhook.of(asked, now);
        webhook.persist();
        return new Created(webhook, true);
    }

    private static Optional<Webhook> earlier(NewWebhook asked) {
        Optional<Webhook> earlier = asked.idempotencyKey()
                .flatMap(key -> Webhook.find("owner = ?1 and idempotencyKey = ?2", asked.owner(), key)
                        .firstResultOptional());
        if (earlier.filter(webhook -> !webhook.requestHash.equals(asked.hash())).isPresent()) {
            throw Problem.of(ProblemType.KEY_REUSED, "The key belongs to another request");
        }
        return earlier;
    }

    private static void requireRoom(String owner, Limits limits) {
        if (Webhook.count("owner", owner) >= limits.ofOneOwner()) {
            throw Problem.of(
                    ProblemType.RATE_LIMITED, "You have %d webhooks. Delete one first".formatted(limits.ofOneOwner()));
        }
        if (Webhook.count() >= limits.ofAll()) {
            throw Problem.of(ProblemType.UNAVAILABLE, "This installation accepts no more webhooks: it has its limit");
        }
    }

    /**
     * The newest subscriptions first.
     *
     * @param owner empty for those of all owners
     */
    @Transactional
    public List<Webhook> page(Optional<String> owner, long before, int size) {
        var found = owner.isPresent()
                ? Webhook.<Webhook>find("owner = ?1 and number < ?2 order by number desc", owner.get(), before)
                : Webhook.<Webhook>find("number < ?1 order by number desc", before);
        return found.page(0, size).list();
    }

    /** @throws Problem if the owner has no such subscription */
    @Transactional
    public Webhook get(UUID id, Optional<String> owner) {
        return Webhook.<Webhook>findByIdOptional(id)
                .filter(webhook -> isOwn(webhook, owner))
                .orElseThrow(() -> unknown(id.toString()));
    }

    @Transactional
    public void delete(UUID id, Optional<String> owner) {
        locked(id, owner).delete();
    }

    /** Replaces the secret. The previous one also signs for a day. */
    @Transactional
    public Webhook setSecret(UUID id, Optional<String> owner, String secret, Instant now) {
        return change(id, owner, webhook -> webhook.setSecret(secret, now));
    }

    /** Delivers all changes after this point, again if they were delivered. */
    @Transactional
    public Webhook replay(UUID id, Optional<String> owner, StartPoint start) {
        return change(id, owner, webhook -> webhook.startAt(start));
    }

    /** Sends again to a receiver that failed for long or did not want more. */
    @Transactional
    public Webhook enable(UUID id, Optional<String> owner, Instant now) {
        return change(id, owner, webhook -> {
            webhook.enable(now);
            // Each pending delivery is tried again for the whole time of retries.
            WebhookDelivery.update(
                    "attempts = 0 where webhook = ?1 and status = ?2", webhook.id, WebhookDelivery.PENDING);
            tryPending(webhook, now);
        });
    }

    /** Makes the first pending delivery of each stream due. */
    static void tryPending(Webhook webhook, Instant now) {
        WebhookDelivery.update(
                "nextAttemptAt = ?1 where webhook = ?2 and status = 'pending' and waits = false", now, webhook.id);
    }

    /** @throws Problem if the last ping was a moment ago */
    @Transactional
    public Webhook beginPing(UUID id, Optional<String> owner, Instant now) {
        return change(id, owner, webhook -> {
            if (webhook.pingedAt()
                    .filter(last -> now.isBefore(last.plus(BETWEEN_PINGS)))
                    .isPresent()) {
                throw Problem.of(ProblemType.RATE_LIMITED, "The last ping was less than two seconds ago");
            }
            webhook.pingedAt = now;
        });
    }

    /** Stores a ping, unless its webhook was deleted meanwhile. It is not tried again. */
    @Transactional
    public WebhookDelivery pinged(UUID webhook, SentChange ping, AttemptOutcome outcome) {
        var delivery = WebhookDelivery.of(webhook, ping, outcome.at());
        delivery.attempted(outcome, Optional.empty());
        Webhook.findByIdOptional(webhook, LockModeType.PESSIMISTIC_READ).ifPresent(existing -> delivery.persist());
        return delivery;
    }

    /** The newest deliveries first. */
    @Transactional
    public List<WebhookDelivery> deliveries(UUID id, Optional<String> status, long before, int size) {
        var found = status.isPresent()
                ? WebhookDelivery.<WebhookDelivery>find(
                        "webhook = ?1 and status = ?2 and number < ?3 order by number desc", id, status.get(), before)
                : WebhookDelivery.<WebhookDelivery>find(
                        "webhook = ?1 and number < ?2 order by number desc", id, before);
        return found.page(0, size).list();
    }

    @Transactional
    public Map<String, Long> countByStatus() {
        return entities.createQuery("select status, count(*) from Webhook group by status", Object[].class)
                .getResultStream()
                .collect(Collectors.toMap(row -> (String) row[0], row -> (Long) row[1]));
    }

    /** Deletes ended deliveries whose last attempt was before the instant. Returns their number, at most {@code most}. */
    @Transactional
    public int deleteDeliveries(Instant before, int most) {
        var sql = """
                DELETE FROM webhook_delivery WHERE number IN (
                    SELECT number FROM webhook_delivery WHERE last_attempt_at < :before AND status <> 'pending'
                    ORDER BY last_attempt_at LIMIT :most FOR UPDATE SKIP LOCKED)
                """;
        return entities.createNativeQuery(sql)
                .setParameter("before", before)
                .setParameter("most", most)
                .executeUpdate();
    }

    private static Webhook change(UUID id, Optional<String> owner, Consumer<Webhook> change) {
        var webhook = locked(id, owner);
        change.accept(webhook);
        return webhook;
    }

    private static Webhook locked(UUID id, Optional<String> owner) {
        return Webhook.<Webhook>findByIdOptional(id, LockModeType.PESSIMISTIC_WRITE)
                .filter(webhook -> isOwn(webhook, owner))
                .orElseThrow(() -> unknown(id.toString()));
    }

    private static boolean isOwn(Webhook webhook, Optional<String> owner) {
        return owner.isEmpty() || owner.get().equals(webhook.owner);
    }

    public static Problem unknown(String id) {
        return Problem.notFound("You have no webhook with the id '%s'".formatted(id));
    }
}
