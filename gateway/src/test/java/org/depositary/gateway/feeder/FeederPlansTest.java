package org.depositary.gateway.feeder;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.depositary.eventsourcing.follow.PartitionId;
import org.depositary.gateway.feeder.FeederOffsets.Move;
import org.depositary.gateway.feeder.KafkaRecord.Place;
import org.depositary.gateway.feeder.StreamIntake.Entry;
import org.depositary.gateway.log.LogHead;
import org.depositary.gateway.log.OrganizationsAndParties;
import org.depositary.testing.TestServers;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * Tests that the feeder's statements use indexes even if PostgreSQL believes that their tables are empty. The number
 * of rows that a statement reads must depend on its result, not on the size of the tables. The sessions are without
 * the settings of the gateway's pool.
 */
@Tag("full")
class FeederPlansTest {

    private static final int ROWS = 20_000;
    private static final int BATCH = 1_000;
    private static final String TABLES = "change, stream_head, feeder_offset, parked";

    /**
     * Executions after which a plan is surely kept: the driver and PostgreSQL each plan a statement five times before
     * that.
     */
    private static final int UNTIL_A_PLAN_IS_KEPT = 12;

    private final TestServers servers = TestServers.running();
    private final String database = servers.freshDatabase("plans");
    private final ObjectMapper mapper = new ObjectMapper();
    private final ParkedRecordTable parkedRecords = new ParkedRecordTable(mapper, new CloudEventParser(mapper));
    private final List<PublishedEvent> events =
            IntStream.rangeClosed(1, BATCH).mapToObj(FeederPlansTest::event).toList();
    private Connection connection;

    private interface Work {
        void on(Connection connection) throws SQLException;
    }

    @BeforeEach
    void tables() throws SQLException {
        Flyway.configure()
                .dataSource(url(), database, password())
                .locations("db/gateway")
                .load()
                .migrate();
        connection = connect();
        for (var table : TABLES.split(", ")) {
            execute("ALTER TABLE %s SET (autovacuum_enabled = off)".formatted(table));
        }
    }

    @AfterEach
    void close() throws SQLException {
        connection.close();
    }

    @Test
    void heads_of_streams_are_looked_up_by_key() throws SQLException {
        assertTouchesTheBatch(it -> StreamHeadTable.heads(it, BatchIntakes.streams(events)));
    }

    @Test
    void known_events_are_looked_up_by_key() throws SQLException {
        assertTouchesTheBatch(it -> StreamHeadTable.events(it, events));
    }

    @Test
    void heads_of_streams_are_saved_by_key() throws SQLException {
        var heads = events.stream().collect(Collectors.toMap(PublishedEvent::streamId, StreamHead.NONE::after));
        assertTouchesTheBatch(it -> StreamHeadTable.save(it, heads));
    }

    @Test
    void offsets_are_looked_up_by_key() throws SQLException {
        var partitions = IntStream.rangeClosed(1, BATCH)
                .mapToObj(n -> new PartitionId("topic", n))
                .toList();
        assertTouchesTheBatch(it -> FeederOffsets.next(it, partitions));
    }

    @Test
    void offsets_are_moved_by_key() throws SQLException {
        var moves = new HashMap<PartitionId, Move>();
        IntStream.rangeClosed(1, BATCH).forEach(n -> moves.put(new PartitionId("topic", n), new Move(1, 2)));
        assertTouchesTheBatch(it -> FeederOffsets.move(it, moves));
    }

    @Test
    void entries_are_inserted_without_reading() throws SQLException {
        var head = new LogHead("epoch", "identity", ROWS, OffsetDateTime.now());
        var entries = IntStream.rangeClosed(1, BATCH)
                .mapToObj(n -> new Entry(event(ROWS + n), OrganizationsAndParties.NONE, new Place("topic", 0, n)))
                .toList();
        assertTouchesTheBatch(it -> ChangeLogInsert.append(it, head, entries));
    }

    @Test
    void parked_records_are_looked_up_by_stream() throws SQLException {
        // The streams of the batch have no parked records.
        assertTouchesTheBatch(it -> parkedRecords.ofStreams(it, BatchIntakes.streams(events)));
    }

    @Test
    void parked_records_are_replaced_and_deleted_by_key() throws SQLException {
        var parked = IntStream.rangeClosed(1, BATCH / 2)
                .mapToObj(n -> ParkedRecord.malformed(
                        new KafkaRecord(new Place("topic", 0, n), null, new RecordHeaders(), null), "nothing in it"))
                .toList();
        assertTouchesTheBatch(it -> {
            parkedRecords.save(it, parked);
            parkedRecords.delete(it, parked.stream().map(ParkedRecord::place).toList());
        });
    }

    private void assertTouchesTheBatch(Work work) throws SQLException {
        execute("TRUNCATE " + TABLES);
        execute("ANALYZE " + TABLES);
        assertTouchesTheBatchWhenFilled(work);
        for (var table : TABLES.split(", ")) {
            execute("DELETE FROM " + table);
        }
        // Creates statistics with pages but without rows, so that PostgreSQL estimates no rows while the tables grow.
        execute("VACUUM (TRUNCATE false, ANALYZE) " + TABLES);
        assertTouchesTheBatchWhenFilled(work);
    }

    /** Checks the work in a session that has planned it before, and in a session that plans it now. */
    private void assertTouchesTheBatchWhenFilled(Work work) throws SQLException {
        try (var earlier = connect();
                var later = connect()) {
            for (int i = 0; i < UNTIL_A_PLAN_IS_KEPT; i++) {
                touched(earlier, work);
            }
            fill();
            assertThat(touched(earlier, work)).isLessThanOrEqualTo(2 * BATCH);
            assertThat(touched(later, work)).isLessThanOrEqualTo(2 * BATCH);
        }
    }

    /**
     * The number of rows and index entries that the work reads in a transaction of the feeder. Rolls back its changes.
     */
    private static long touched(Connection connection, Work work) throws SQLException {
        connection.setAutoCommit(false);
        LogHead.lock(connection);
        long before = read(connection);
        work.on(connection);
        long after = read(connection);
        connection.rollback();
        connection.setAutoCommit(true);
        return after - before;
    }

    private static long read(Connection connection) throws SQLException {
        var sql = """
                SELECT sum(pg_stat_get_xact_tuples_returned(oid)) FROM pg_class
                WHERE relnamespace = 'public'::regnamespace AND relkind IN ('r', 'i')
                """;
        try (var select = connection.prepareStatement(sql)) {
            var row = select.executeQuery();
            row.next();
            return row.getLong(1);
        }
    }

    private static PublishedEvent event(int number) {
        return new PublishedEvent(
                new UUID(0, number),
                stream(number),
                1,
                "membership",
                "org.depositary.membership.membership-changed.v1",
                OffsetDateTime.now(),
                OrganizationsAndParties.NONE,
                "{}");
    }

    private static String stream(int number) {
        return "membership:csto/" + number;
    }

    private void fill() throws SQLException {
        execute("""
                INSERT INTO change (seq, epoch, latest, stream_id, version, event_id, kind, type, recorded_at, organizations,
                                    parties, topic_id, part, off, cloudevent)
                SELECT n, 'epoch', now(), 'membership:csto/' || n, 1, gen_random_uuid(), 'membership', 'type', now(), '{}',
                       '{}', 'topic', 0, n, '{}'
                FROM generate_series(1, %1$d) n;
                INSERT INTO stream_head SELECT 'membership:csto/' || n, 1, gen_random_uuid(), '{}', '{}'
                FROM generate_series(1, %1$d) n;
                INSERT INTO feeder_offset SELECT 'topic', n, 1 FROM generate_series(1, %1$d) n;
                INSERT INTO parked (topic_id, part, off, stream_id, version, reason, detail, headers)
                SELECT 'topic', 0, n, 'membership:other/' || n, 2, 'gap', '', '[]' FROM generate_series(1, %1$d) n;
                """.formatted(ROWS));
    }

    private void execute(String sql) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(sql);
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
