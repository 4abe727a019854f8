package org.depositary.gateway.query;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * One moment of the read models: all that is read through it fits together. Statements may use {@code :seq},
 * {@code :instant} and {@code :day}.
 */
record Snapshot(Connection connection, AsOf asOf, Languages languages) {

    /** What is asked of a moment. */
    @FunctionalInterface
    interface Question<T> {
        T ask(Snapshot snapshot) throws SQLException;
    }

    <T> List<T> list(Sql sql, Row.Reader<T> reader) throws SQLException {
        try (var statement = asOf.bind(sql).prepare(connection);
                var rows = statement.executeQuery()) {
            var list = new ArrayList<T>();
            var row = new Row(rows);
            while (rows.next()) {
                list.add(reader.read(row));
            }
            return list;
        }
    }

    <T> Optional<T> first(Sql sql, Row.Reader<T> reader) throws SQLException {
        return list(sql, reader).stream().findFirst();
    }
}
