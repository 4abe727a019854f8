package org.depositary.eventsourcing.relay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.depositary.testing.Waiting.await;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Map;
import java.util.UUID;
import org.depositary.testing.TestServers;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * Tests that the relay's statements use indexes even if PostgreSQL believes that their tables are empty. The number of
 * rows that a statement reads must depend on its result, not on the size of the tables.
 */
@Tag("full")
class OutboxPlansTest {

    private static final int WAITING = 20_000;
    private static final int BATCH = 1_000;

    /**
     * Executions after which a plan is surely kept: the driver and PostgreSQL each plan a statement five times before
     * that.
     */
    private static final int UNTIL_A_PLAN_IS_KEPT = 12;

    private final TestServers servers = TestServers.running();
    private final String database = servers.freshDatabase("plans");
    private Connection connection;

    private interface Work {
        void on(Connection connection) throws SQLException;
    }

    @BeforeEach
    void tables() throws SQLException {
        Flyway.configure()
                .dataSource(url(), database, password())
                .locations("db/event-sourcing")
                .load()
                .migrate();
        connection = connect();
        execute("ALTER TABLE event SET (autovacuum_enabled = off)");
        execute("ALTER TABLE outbox SET (autovacuum_enabled = off)");
    }

    @AfterEach
    void close() throws SQLException {
        connection.close();
    }

    /** Sets the statistics to those of tables before the first event. */
    private void statisticsOfNoPages() throws SQLException {
        execute("TRUNCATE event, outbox");
        execute("ANALYZE event, outbox");
    }

    /**
     * Sets the statistics to those of tables after a backlog: PostgreSQL still estimates no rows while the tables
     * grow.
     */
    private void statisticsOfPagesWithoutRows() throws SQLException {
        execute("DELETE FROM outbox");
        execute("DELETE FROM event");
        execute("VACUUM (TRUNCATE false, ANALYZE) event, outbox");
    }

    @Test
    void a_look_into_the_outbox_touches_the_rows_that_it_returns() throws SQLException {
        assertTouched(BATCH, it -> Outbox.first(it, BATCH));
    }

    @Test
    void the_events_of_a_batch_are_looked_up_by_key() throws SQLException {
        assertTouched(2 * BATCH, it -> Outbox.next(it, BATCH));
    }

    @Test
    void a_batch_is_deleted_by_key() throws SQLException {
        assertTouched(3 * BATCH, it -> Outbox.delete(it, Outbox.next(it, BATCH)));
    }

    @Test
    void the_depth_takes_one_pass_over_the_outbox_and_one_event() throws SQLException {
        assertTouched(WAITING + 2, Outbox::depth);
    }

    private void assertTouched(long rows, Work work) throws SQLException {
        statisticsOfNoPages();
        assertTouchedWhenFilled(rows, work);
        statisticsOfPagesWithoutRows();
        assertTouchedWhenFilled(rows, work);
    }

    /** Checks the work in a session that has planned it before, and in a session that plans it now. */
    private void assertTouchedWhenFilled(long rows, Work work) throws SQLException {
        try (var earlier = connect();
                var later = connect()) {
            for (int i = 0; i < UNTIL_A_PLAN_IS_KEPT; i++) {
                touched(earlier, work);
            }
            fill(WAITING);
            assertThat(touched(earlier, work)).isEqualTo(rows);
            assertThat(touched(later, work)).isEqualTo(rows);
        }
    }

    /** The number of rows and index entries that the work reads. Rolls back its changes. */
    private static long touched(Connection connection, Work work) throws SQLException {
        return IndexScanTransaction.run(connection, () -> {
            long before = read(connection);
            work.on(connection);
            long after = read(connection);
            connection.rollback();
            return after - before;
        });
    }

    private static long read(Connection connection) throws SQLException {
        var sql = """
                SELECT sum(pg_stat_get_xact_tuples_returned(oid)) FROM pg_class
                WHERE relname IN ('outbox', 'outbox_pkey', 'event', 'event_pkey', 'event_id_key', 'event_seq_key')
                """;
        try (var select = connection.prepareStatement(sql)) {
            var row = select.executeQuery();
            row.next();
            return row.getLong(1);
        }
    }

    @Test
    void a_relay_reads_each_row_of_a_backlog_a_few_times_only() throws SQLException {
        statisticsOfNoPages();
        try (var relay = relay()) {
            relay.start();
            for (int i = 0; i < UNTIL_A_PLAN_IS_KEPT; i++) {
                fill(1);
                awaitAnEmptyOutbox();
            }
            fill(WAITING);
            awaitAnEmptyOutbox();
        }
        // Waits for the end of the session, because only then has PostgreSQL counted all that it read.
        await().until(() -> number("SELECT count(*) FROM pg_stat_activity WHERE usename = current_user") == 1);
        // Per row: one read of the outbox, one read of the event, and one deletion.
        assertThat(number("SELECT sum(seq_tup_read + idx_tup_fetch) FROM pg_stat_user_tables"))
                .isBetween((long) WAITING, 10L * WAITING);
    }

    private OutboxRelay relay() {
        return new OutboxRelay(
                new EventEnvelope(TopicDefinition.ofEvents("plans-" + UUID.randomUUID()), "counting", "/plans"),
                Map.of("bootstrap.servers", servers.kafka().bootstrapServers()),
                new LeaderLoop.Database(url(), database, password()));
    }

    private void awaitAnEmptyOutbox() {
        await().until(() -> number("SELECT count(*) FROM (SELECT FROM outbox LIMIT 1) o") == 0);
    }

    private void fill(int events) throws SQLException {
        execute("""
                WITH recorded AS (
                    INSERT INTO event (stream_id, version, id, type, schema_version, data, meta, recorded_at)
                    SELECT 'counter:' || n, (SELECT count(*) FROM event) + 1, gen_random_uuid(), 'counted', 2, '{}',
                           '{"actor": "curator"}', now()
                    FROM generate_series(1, %d) n
                    RETURNING seq)
                INSERT INTO outbox (seq) SELECT seq FROM recorded
                """.formatted(events));
    }

    private void execute(String sql) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private long number(String sql) throws SQLException {
        try (var statement = connection.createStatement();
                var row = statement.executeQuery(sql)) {
            row.next();
            return row.getLong(1);
        }
    }

    private Connection connect() throws SQLException {
        return DriverManager.getConnection(url(), database, password());
    }

    private String url() {
        return servers.postgres().jdbcUrl(database);
    }

    private String password() {
        return servers.postgres().password();
    }
}
