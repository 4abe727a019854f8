package org.depositary.gateway.hooks.store;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.hibernate.Session;

/**
 * Leases of active subscriptions: one gateway at a time sends the changes of each. The clock of the database decides when a
 * lease ends.
 */
@ApplicationScoped
public class WebhookLeases {

    private static final String CLAIM = """
            UPDATE webhook SET lease_holder = :holder,
                   lease_until = clock_timestamp() + CAST(:millis AS bigint) * interval '1 millisecond'
            WHERE id IN (SELECT id FROM webhook
                         WHERE status = 'active' AND (lease_until IS NULL OR lease_until < clock_timestamp())
                         ORDER BY number LIMIT :most FOR UPDATE SKIP LOCKED)
            RETURNING id
            """;

    private static final String RENEW = """
            UPDATE webhook SET lease_until = clock_timestamp() + CAST(:millis AS bigint) * interval '1 millisecond'
            WHERE lease_holder = :holder AND status = 'active'
            RETURNING id, revision
            """;

    private static final String RELEASE =
            "UPDATE webhook SET lease_holder = NULL, lease_until = NULL WHERE lease_holder = :holder AND id = :id";

    /** A lease that was renewed, and the revision of its subscription. */
    public record Renewed(UUID webhook, int revision) {}

    private final Session session;

    WebhookLeases(Session session) {
        this.session = session;
    }

    /** Takes up to {@code most} subscriptions without a lease. */
    @Transactional
    public Set<UUID> claim(UUID holder, int most, Duration lease) {
        return session
                .createNativeQuery(CLAIM, UUID.class)
                .setParameter("holder", holder)
                .setParameter("millis", lease.toMillis())
                .setParameter("most", most)
                .getResultList()
                .stream()
                .collect(Collectors.toSet());
    }

    /** Prolongs all leases of the holder. A lease that another one has taken meanwhile is not in the result. */
    @Transactional
    public List<Renewed> renew(UUID holder, Duration lease) {
        return session
                .createNativeQuery(RENEW, Object[].class)
                .setParameter("holder", holder)
                .setParameter("millis", lease.toMillis())
                .getResultList()
                .stream()
                .map(row -> new Renewed((UUID) row[0], (Integer) row[1]))
                .toList();
    }

    @Transactional
    public void release(UUID holder, UUID webhook) {
        session.createNativeQuery(RELEASE)
                .setParameter("holder", holder)
                .setParameter("id", webhook)
                .executeUpdate();
    }
}
