package org.depositary.gateway.projection.facts;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.depositary.gateway.database.GatewayDatabase;
import org.depositary.gateway.log.LoggedEvent;
import org.depositary.testing.TestServers;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Tests that row versions are ended by key, even if PostgreSQL believes that the tables are empty. */
@Tag("full")
class RowVersionPlansTest {

    private static final int ROWS = 20_000;
    private static final int BATCH = 1_000;

    /**
     * Executions after which a plan is surely kept: the driver and PostgreSQL each plan a statement five times before
     * that.
     */
    private static final int UNTIL_A_PLAN_IS_KEPT = 12;

    private static final LoggedEvent CHANGE = new LoggedEvent(
            2,
            "stream",
            1,
            new UUID(0, 0),
            "membership",
            "name",
            1,
            Instant.EPOCH,
            "",
            JsonNodeFactory.instance.objectNode());

    private record Named(String id) {}

    private record Kind(String kind, String id) {}

    private record Span(String organization, String party, String aspect, String opened) {}

    private record Participation(String exercise, String party, String role, String kind) {}

    private record Clue(String finding, String fact, String id, String about) {}

    private final TestServers servers = TestServers.running();
    private final String database = servers.freshDatabase("plans");
    private Connection connection;

    @BeforeEach
    void readModels() throws SQLException, IOException {
        Flyway.configure()
                .dataSource(url(), database, password())
                .locations("db/gateway")
                .load()
                .migrate();
        connection = connect();
        try (var sql = RowVersionWriter.class.getResourceAsStream("/db/read-models.sql")) {
            execute(new String(sql.readAllBytes(), StandardCharsets.UTF_8));
        }
    }

    @AfterEach
    void close() throws SQLException {
        connection.close();
    }

    @Test
    void of_named_things() throws SQLException {
        for (var table : List.of("organization", "exercise", "document")) {
            assertTouchesTheBatch(RowVersionTable.of(table, Named.class, "id"), n -> new Named("" + n));
        }
    }

    @Test
    void of_facts_and_institutions() throws SQLException {
        for (var table : List.of("fact", "institution")) {
            assertTouchesTheBatch(RowVersionTable.of(table, Kind.class, "kind", "id"), n -> new Kind("term", "" + n));
        }
    }

    @Test
    void of_spans() throws SQLException {
        assertTouchesTheBatch(
                RowVersionTable.of("span", Span.class, "organization", "party", "aspect", "opened"),
                n -> new Span("o" + n % 100, "p" + n / 100, "membership", "" + n));
    }

    @Test
    void of_participations() throws SQLException {
        assertTouchesTheBatch(
                RowVersionTable.of("participation", Participation.class, "exercise", "party", "role", "kind"),
                n -> new Participation("e" + n / 10, "p" + n % 10, "host", "party"));
    }

    @Test
    void of_clues() throws SQLException {
        assertTouchesTheBatch(
                RowVersionTable.of("clue", Clue.class, "finding", "fact", "id", "about"),
                n -> new Clue("disputed", "term", "" + n, ""));
    }

    private <R extends Record> void assertTouchesTheBatch(RowVersionTable<R> table, IntFunction<R> row)
            throws SQLException {
        var rows = IntStream.range(0, ROWS).mapToObj(row).toList();
        keepOnlyTheKeyOf(table);
        execute("ALTER TABLE %s SET (autovacuum_enabled = off)".formatted(table.name()));
        execute("ANALYZE " + table.name());
        assertTouchesTheBatchWhenFilled(table, rows);
        execute("DELETE FROM " + table.name());
        // Creates statistics with pages but without rows, so that PostgreSQL estimates no rows while the table grows.
        execute("VACUUM (TRUNCATE false, ANALYZE) " + table.name());
        assertTouchesTheBatchWhenFilled(table, rows);
    }

    /** Checks the work in a session that has planned it before, and in a session that plans it now. */
    private <R extends Record> void assertTouchesTheBatchWhenFilled(RowVersionTable<R> table, List<R> rows)
            throws SQLException {
        var batch = rows.subList(0, BATCH);
        try (var earlier = connect();
                var later = connect()) {
            for (int i = 0; i < UNTIL_A_PLAN_IS_KEPT; i++) {
                touched(earlier, table, batch);
            }
            fill(table, rows);
            assertThat(touched(earlier, table, batch)).isBetween((long) BATCH, 2L * BATCH);
            assertThat(touched(later, table, batch)).isBetween((long) BATCH, 2L * BATCH);
        }
    }

    /**
     * The number of rows and index entries read to end these rows in a transaction of a projector, which is rolled
     * back.
     */
    private static <R extends Record> long touched(Connection connection, RowVersionTable<R> table, List<R> rows)
            throws SQLException {
        connection.setAutoCommit(false);
        GatewayDatabase.fixPlans(connection);
        var versions = new RowVersionWriter<>(table);
        versions.replace(rows, List.of(), CHANGE);
        long before = read(connection);
        versions.write(connection);
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

    /** Removes the NOT NULL constraints of all columns outside of the key, so that test rows need only the key. */
    private void keepOnlyTheKeyOf(RowVersionTable<?> table) throws SQLException {
        execute("""
                DO $$ DECLARE other text; BEGIN
                    FOR other IN SELECT attname FROM pg_attribute
                        WHERE attrelid = '%1$s'::regclass AND attnum > 0 AND attnotnull AND NOT EXISTS (
                            SELECT FROM pg_index WHERE indrelid = attrelid AND indisprimary AND attnum = ANY (indkey))
                    LOOP
                        EXECUTE format('ALTER TABLE %1$s ALTER %%I DROP NOT NULL', other);
                    END LOOP;
                END $$
                """.formatted(table.name()));
    }

    private <R extends Record> void fill(RowVersionTable<R> table, List<R> rows) throws SQLException {
        var columns = table.keyColumns();
        var sql = "INSERT INTO %s (%s, seq_from) SELECT *, 1 FROM unnest(%s)"
                .formatted(
                        table.name(),
                        String.join(", ", columns),
                        columns.stream().map(column -> "?::text[]").collect(Collectors.joining(", ")));
        try (var insert = connection.prepareStatement(sql)) {
            for (int column = 0; column < columns.size(); column++) {
                int at = column;
                var values = rows.stream().map(row -> table.key(row).get(at)).toArray();
                insert.setArray(column + 1, connection.createArrayOf("text", values));
            }
            insert.executeUpdate();
        }
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
