package org.depositary.verify;

import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** The services' own tables, read past every service: what was really recorded. */
record EventTables(Installation installation) {

    static final List<String> SERVICES = List.of("membership", "documents", "exercises");

    private interface Row<T> {
        T read(ResultSet row) throws SQLException;
    }

    Ledger events() {
        // By seq, as the relay takes them; a stream's order is then its order of versions.
        var sql = "SELECT stream_id, version, id::text, data ->> 'id' FROM event ORDER BY seq";
        var entries = new ArrayList<Entry>();
        for (var service : SERVICES) {
            entries.addAll(query(
                    service,
                    sql,
                    row -> new Entry(row.getString(1), row.getLong(2), row.getString(3), row.getString(4))));
        }
        return new Ledger("event tables", entries);
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
