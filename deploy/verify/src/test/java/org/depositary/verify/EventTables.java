package org.depositary.verify;

import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Reads the event tables of the services directly. */
record EventTables(TestInstallation installation) {

    static final List<String> SERVICES = List.of("membership", "documents", "exercises");

    private interface Row<T> {
        T read(ResultSet row) throws SQLException;
    }

    EventLedger events() {
        // By seq, like the relay. Within a stream this is the order of versions.
        var sql = "SELECT stream_id, version, id::text, data ->> 'id' FROM event ORDER BY seq";
        var entries = new ArrayList<ObservedEvent>();
        for (var service : SERVICES) {
            entries.addAll(query(
                    service,
                    sql,
                    row -> new ObservedEvent(row.getString(1), row.getLong(2), row.getString(3), row.getString(4))));
        }
        return new EventLedger("event tables", entries);
    }

    /** Streams in which a later event was recorded at an earlier instant. */
    List<String> backwards() {
        var sql = """
                SELECT DISTINCT stream_id FROM (
                    SELECT stream_id, recorded_at < lag(recorded_at) OVER (PARTITION BY stream_id ORDER BY version) AS back
                    FROM event) AS each
                WHERE back
                """;
        return SERVICES.stream()
                .flatMap(service -> query(service, sql, row -> row.getString(1)).stream())
                .toList();
    }

    /** The time by PostgreSQL's clock. */
    Instant now() {
        return query("membership", "SELECT clock_timestamp()", row -> row.getTimestamp(1)
                        .toInstant())
                .getFirst();
    }

    /**
     * Ends the database session of this application that holds the leader lock, as the server does when it considers
     * a client dead.
     */
    int endLeader(String application) {
        var sql = """
                SELECT pg_terminate_backend(pid) FROM pg_locks JOIN pg_stat_activity USING (pid)
                WHERE locktype = 'advisory' AND granted AND application_name = '%s'
                """;
        return query("membership", sql.formatted(application), row -> row.getBoolean(1))
                .size();
    }

    /** The number of documents that are not extracted yet. */
    long unread() {
        var sql = """
                SELECT count(*) FROM (
                    SELECT FROM event WHERE stream_id LIKE 'document:%' GROUP BY stream_id HAVING count(*) = 1) AS each
                """;
        return query("documents", sql, row -> row.getLong(1)).getFirst();
    }

    long count() {
        return sum("SELECT count(*) FROM event");
    }

    long outbox() {
        return sum("SELECT count(*) FROM outbox");
    }

    private long sum(String sql) {
        return SERVICES.stream()
                .mapToLong(service -> query(service, sql, row -> row.getLong(1)).getFirst())
                .sum();
    }

    private <T> List<T> query(String database, String sql, Row<T> row) {
        var address = installation.database(database);
        try (var connection = DriverManager.getConnection(address.url(), address.user(), address.password());
                var statement = connection.createStatement();
                var rows = statement.executeQuery(sql)) {
            var all = new ArrayList<T>();
            while (rows.next()) {
                all.add(row.read(rows));
            }
            return all;
        } catch (SQLException e) {
            throw new AssertionError(sql + " on " + database, e);
        }
    }
}
