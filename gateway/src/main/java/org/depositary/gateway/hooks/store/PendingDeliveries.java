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
     * The first pending delivery of the stream of {@code d}, which is pending itself. Only the index by stream has this order. With
     * equal signs, every index that begins with the webhook would do.
     */
    private static final String FIRST_OF_ITS_STREAM = """
            (SELECT f.number FROM webhook_delivery f
             WHERE f.status = 'pending' AND (f.webhook, f.stream) >= (d.webhook, d.stream)
             ORDER BY f.webhook, f.stream, f.number LIMIT 1)\
            """;

    /**
     * Reads one row, however many are pending. The last condition keeps the order of a stream after a replay, and if an older
     * gateway has stored a delivery without {@code waits}.
     */
    private static final String NEXT = """
            SELECT d.* FROM webhook_delivery d
            WHERE d.webhook = :webhook AND d.status = 'pending' AND NOT d.waits AND d.number = %s
            ORDER BY d.next_attempt_at LIMIT 1
            """.formatted(FIRST_OF_ITS_STREAM);

    private static final String OLDEST = """
            SELECT recorded_at FROM webhook_delivery
            WHERE webhook = :webhook AND status = 'pending' ORDER BY recorded_at LIMIT 1
            """;

    /** The first pending delivery of a stream; none if the next one in the index is of another stream. */
    private static final String FIRST_OF_STREAM = """
            SELECT number FROM (
                SELECT webhook, stream, number FROM webhook_delivery
                WHERE status = 'pending' AND (webhook, stream) >= (:webhook, :stream)
                ORDER BY webhook, stream, number LIMIT 1) d
            WHERE webhook = :webhook AND stream = :stream\
            """;

    private static final String FIRST_OF_EACH_STREAM_WAITS_NO_MORE = """
            UPDATE webhook_delivery d SET waits = false
            WHERE d.webhook = :webhook AND d.waits AND d.status = 'pending' AND d.number = %s
            """.formatted(FIRST_OF_ITS_STREAM);

    private static final String FIRST_OF_STREAM_WAITS_NO_MORE =
            "UPDATE webhook_delivery SET waits = false WHERE waits AND number = (%s)".formatted(FIRST_OF_STREAM);

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
    static boolean hasStream(Session session, UUID webhook, String stream) {
        return session.createNativeQuery(FIRST_OF_STREAM, Long.class)
                .setParameter("webhook", webhook)
                .setParameter("stream", stream)
                .uniqueResultOptional()
                .isPresent();
    }

    static void letFirstGo(Session session, UUID webhook, String stream) {
        session.createNativeQuery(FIRST_OF_STREAM_WAITS_NO_MORE)
                .setParameter("webhook", webhook)
                .setParameter("stream", stream)
                .executeUpdate();
    }
}
