package org.depositary.gateway.hooks.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.agroal.DataSource;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;
import org.depositary.gateway.LiveClientsProfile;
import org.depositary.gateway.log.Cursor;
import org.depositary.testing.RealPostgresAndKafka;
import org.hibernate.Session;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/**
 * Tests that a retry costs the same, however many deliveries are pending, and that they are tried in the order of their streams.
 * The webhook is not active, so the gateway leaves it alone.
 */
@QuarkusTest
@TestProfile(LiveClientsProfile.class)
@WithTestResource(value = RealPostgresAndKafka.class, initArgs = @ResourceArg(name = "database", value = "gateway"))
class ManyPendingDeliveriesTest {

    private static final int WAITING = 5_000;
    private static final int LATER = 5_000;
    private static final int RETRIES = 20;
    /**
     * Executions after which a plan is surely kept: the driver and PostgreSQL each plan a statement five times before
     * that.
     */
    private static final int UNTIL_A_PLAN_IS_KEPT = 12;

    /**
     * A retry reads about five rows, each by an index, and the old versions of rows that this transaction has changed. One look
     * at all pending deliveries would read more than this.
     */
    private static final int ROWS = 4_000;

    private final UUID id = UUID.randomUUID();
    private final UUID holder = UUID.randomUUID();
    private final Instant now = Instant.now().truncatedTo(ChronoUnit.MICROS);

    @Inject
    DeliveryProgress progress;

    @Inject
    Session session;

    @Inject
    @DataSource("clients")
    javax.sql.DataSource clients;

    private void execute(String sql) throws SQLException {
        try (var connection = clients.getConnection();
                var statement = connection.createStatement()) {
            statement.execute(sql.replace(":id", "'%s'".formatted(id)).replace(":holder", "'%s'".formatted(holder)));
        }
    }

    private void webhook() throws SQLException {
        execute("""
                INSERT INTO webhook (id, owner, title, url, filter, created_at, status, status_since, secret, position,
                                     recorded_from, newest_delivered, failures, lease_holder, revision, request_hash)
                VALUES (:id, 'me', '', 'http://127.0.0.1/', '{}', now(), 'disabled', now(), '', 'aaaaaaaa.1', '{}', '{}', 1, :holder, 1, '')
                """);
    }

    /** Deliveries numbered from 1: {@code stream} says of which stream, {@code next} when it is tried. */
    private void pending(int from, int upTo, String stream, String next, boolean waits) throws SQLException {
        execute("""
                INSERT INTO webhook_delivery (webhook, message, event, type, stream, recorded_at, body, status, attempts,
                                              created_at, retry_since, next_attempt_at, waits)
                SELECT :id, 'm' || n, gen_random_uuid(), 'type', %s, now(), repeat('x', 2000), 'pending', 1,
                       now(), now(), %s, %s
                FROM generate_series(%d, %d) n
                """.formatted(stream, next, waits, from, upTo));
    }

    private HeldWebhook held() {
        return QuarkusTransaction.requiringNew().call(() -> {
            DeliveryProgress.begin(session);
            return new HeldWebhook(holder, Webhook.findById(id), PendingDeliveries.counted(session, id));
        });
    }

    private long read() {
        return session.createNativeQuery("""
                        SELECT CAST(sum(pg_stat_get_xact_tuples_returned(oid)) AS bigint) FROM pg_class
                        WHERE relnamespace = CAST('public' AS regnamespace) AND relkind IN ('r', 'i')
                        """, Long.class).getSingleResult();
    }

    private HeldWebhook delivered(HeldWebhook held) {
        var outcome = new AttemptOutcome(now, 1, Optional.of(200), Optional.empty(), Optional.empty());
        return progress.retried(held, held.pending().next().orElseThrow(), outcome, Optional.empty(), (any, of) -> {})
                .orElseThrow();
    }

    /** As soon after an outage begins. */
    @Test
    void a_retry_reads_few_rows() throws SQLException {
        webhook();
        fill();
        execute("ANALYZE webhook_delivery");
        assertRetriesReadFewRows();
    }

    /** As in an outage that fills a new table, with plans that sessions have kept since then. */
    @Test
    void a_retry_reads_few_rows_if_postgresql_knows_an_empty_table() throws SQLException {
        execute("TRUNCATE webhook_delivery");
        execute("ANALYZE webhook_delivery");
        assertRetriesReadFewRowsWhenFilled();
    }

    /** Like after an outage whose rows were all deleted: PostgreSQL estimates no rows while the table grows again. */
    @Test
    void a_retry_reads_few_rows_if_postgresql_knows_pages_without_rows() throws SQLException {
        webhook();
        fill();
        execute("DELETE FROM webhook_delivery");
        execute("VACUUM (TRUNCATE false, ANALYZE) webhook_delivery");
        execute("DELETE FROM webhook WHERE id = :id");
        assertRetriesReadFewRowsWhenFilled();
    }

    private void assertRetriesReadFewRowsWhenFilled() throws SQLException {
        execute("ALTER TABLE webhook_delivery SET (autovacuum_enabled = off)");
        webhook();
        pending(1, UNTIL_A_PLAN_IS_KEPT, "'s'", "now() - interval '1 hour'", false);
        messages(held());
        execute("DELETE FROM webhook_delivery");
        fill();
        assertRetriesReadFewRows();
    }

    @AfterEach
    void let_autovacuum_run_again() throws SQLException {
        execute("ALTER TABLE webhook_delivery RESET (autovacuum_enabled)");
    }

    /** The due stream is the last one in every index that does not begin with the time or the stream. */
    private void fill() throws SQLException {
        pending(1, LATER, "'t' || n", "now() + interval '1 hour'", false);
        pending(LATER + 1, LATER + 1, "'s'", "now() - interval '1 hour'", false);
        pending(LATER + 2, LATER + WAITING, "'s'", "now() - interval '1 hour'", true);
    }

    private void assertRetriesReadFewRows() {
        var held = held();
        assertThat(held.pending().count()).isEqualTo(WAITING + LATER);
        var tried = new ArrayList<String>();
        long rows = QuarkusTransaction.requiringNew().call(() -> {
            long before = read();
            var state = held;
            for (int i = 0; i < RETRIES; i++) {
                tried.add(state.pending().next().orElseThrow().message);
                assertThat(progress.isPending(state, "s")).isTrue();
                state = delivered(state);
            }
            var again = progress.queued(state, change("m" + (LATER + 1)), now).orElseThrow();
            assertThat(again.pending().count()).isEqualTo(held.pending().count() - RETRIES + 1);
            return read() - before;
        });
        assertThat(tried)
                .isEqualTo(IntStream.rangeClosed(1, RETRIES)
                        .mapToObj(n -> "m" + (LATER + n))
                        .toList());
        assertThat(rows).isLessThan(ROWS);
    }

    @Test
    void a_change_that_an_older_gateway_has_queued_waits_too() throws SQLException {
        webhook();
        pending(1, 1, "'s'", "now() + interval '1 hour'", false);
        pending(2, 2, "'s'", "now()", false);
        assertThat(held().pending().next().orElseThrow().message).isEqualTo("m1");
    }

    @Test
    void a_replayed_change_goes_before_later_ones_of_its_stream() throws SQLException {
        webhook();
        pending(1, 1, "'s'", "now()", false);
        pending(2, 2, "'s'", "now()", true);
        var first = delivered(held());
        assertThat(first.pending().next().orElseThrow().message).isEqualTo("m2");
        var replayed = progress.queued(first, change("m1"), now).orElseThrow();
        assertThat(replayed.pending().next().orElseThrow().message).isEqualTo("m1");
        assertThat(replayed.pending().count()).isEqualTo(2);
        var again = progress.queued(replayed, change("m2"), now).orElseThrow();
        assertThat(again.pending().count()).isEqualTo(2);
        assertThat(messages(again)).isEqualTo(List.of("m1", "m2"));
    }

    private List<String> messages(HeldWebhook held) {
        var messages = new ArrayList<String>();
        var state = held;
        while (state.pending().next().isPresent()) {
            messages.add(state.pending().next().get().message);
            state = delivered(state);
        }
        assertThat(state.pending()).isEqualTo(new PendingDeliveries(0, Optional.empty(), Optional.empty()));
        return messages;
    }

    private SentChange change(String message) {
        return new SentChange(
                message,
                UUID.randomUUID(),
                "type",
                "membership",
                "s",
                Cursor.parse("aaaaaaaa.1").orElseThrow(),
                now,
                "{}");
    }
}
