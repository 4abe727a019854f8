package org.depositary.gateway.hooks.store;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.Session;

/**
 * The pending deliveries of one webhook. Only the first of each stream may be tried.
 *
 * @param count how many there are
 * @param next the one that may be tried next. Its time can be in the future
 * @param oldest when the earliest of the pending changes was recorded
 */
public record PendingDeliveries(long count, Optional<WebhookDelivery> next, Optional<Instant> oldest) {

    /**
     * Reads one row, however many are pending. The second condition keeps the order of a stream if an older gateway has stored
     * a delivery without {@code waits}.
     */
    private static final String NEXT = """
            SELECT d.* FROM webhook_delivery d
            WHERE d.webhook = :webhook AND d.status = 'pending' AND NOT d.waits
              AND d.number = (SELECT min(number) FROM webhook_delivery
                              WHERE webhook = d.webhook AND stream = d.stream AND status = 'pending')
            ORDER BY d.next_attempt_at LIMIT 1
            """;

    private static final String OLDEST = """
            SELECT recorded_at FROM webhook_delivery
            WHERE webhook = :webhook AND status = 'pending' ORDER BY recorded_at LIMIT 1
            """;

    private static final String ANY_OF_STREAM = """
            SELECT EXISTS (SELECT FROM webhook_delivery
                           WHERE webhook = :webhook AND stream = :stream AND status = 'pending')
            """;

    private static final String FIRST_OF_EACH_STREAM_WAITS_NO_MORE = """
            UPDATE webhook_delivery d SET waits = false
            WHERE d.webhook = :webhook AND d.waits AND d.status = 'pending'
              AND d.number = (SELECT min(number) FROM webhook_delivery
                              WHERE webhook = d.webhook AND stream = d.stream AND status = 'pending')
            """;

    private static final String FIRST_OF_STREAM_WAITS_NO_MORE = """
            UPDATE webhook_delivery SET waits = false
            WHERE waits AND number = (SELECT min(number) FROM webhook_delivery
                                      WHERE webhook = :webhook AND stream = :stream AND status = 'pending')
            """;

    /**
     * Counts all of them. The cost grows with their number, so this is for the beginning of a lease only. An older gateway does
     * not know that deliveries wait. So the first of each stream could wait for one that it has delivered.
     */
    static PendingDeliveries counted(Session session, UUID webhook) {
        session.createNativeQuery(FIRST_OF_EACH_STREAM_WAITS_NO_MORE)
                .setParameter("webhook", webhook)
                .executeUpdate();
        return read(session, webhook, WebhookDelivery.count("webhook = ?1 and status = 'pending'", webhook));
    }

    static PendingDeliveries read(Session session, UUID webhook, long count) {
        var next = session.createNativeQuery(NEXT, WebhookDelivery.class)
                .setParameter("webhook", webhook)
                .uniqueResultOptional();
        var oldest = session.createNativeQuery(OLDEST, Instant.class)
                .setParameter("webhook", webhook)
                .uniqueResultOptional();
        return new PendingDeliveries(count, next, oldest);
    }

    /** Whether a delivery of the stream is pending, so that later changes of the stream must wait. */
    boolean has(Session session, UUID webhook, String stream) {
        return count > 0
                && session.createNativeQuery(ANY_OF_STREAM, Boolean.class)
                        .setParameter("webhook", webhook)
                        .setParameter("stream", stream)
                        .getSingleResult();
    }

    static void letFirstGo(Session session, UUID webhook, String stream) {
        session.createNativeQuery(FIRST_OF_STREAM_WAITS_NO_MORE)
                .setParameter("webhook", webhook)
                .setParameter("stream", stream)
                .executeUpdate();
    }
}
