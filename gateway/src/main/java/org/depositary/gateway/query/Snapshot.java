package org.depositary.gateway.query;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.depositary.gateway.projection.Cursor;

/**
 * One moment of the read models: all that is read through it fits together. Statements may use {@code :seq},
 * {@code :instant} and {@code :day}.
 *
 * @param resumption where to go on streaming from after an answer of this moment: nothing is missed
 */
record Snapshot(Connection connection, AsOf asOf, Cursor resumption, Languages languages) {

    /** What is asked of a moment. */
    @FunctionalInterface
    interface Question<T> {
        T ask(Snapshot snapshot) throws SQLException;
    }

    /** What two statements ask for, that do not need each other's answer. */
    record Both<A, B>(List<A> first, List<B> second) {}

    <T> List<T> list(Sql sql, Row.Reader<T> reader) throws SQLException {
        try (var statement = asOf.bind(sql).prepare(connection);
                var rows = statement.executeQuery()) {
            return read(rows, reader);
        }
    }

    /** In one round trip. */
    <A, B> Both<A, B> lists(Sql first, Row.Reader<A> firstReader, Sql second, Row.Reader<B> secondReader)
            throws SQLException {
        try (var statement = asOf.bind(first.then(second)).prepare(connection)) {
            statement.execute();
            var one = read(statement.getResultSet(), firstReader);
            statement.getMoreResults();
            return new Both<>(one, read(statement.getResultSet(), secondReader));
        }
    }

    private static <T> List<T> read(ResultSet rows, Row.Reader<T> reader) throws SQLException {
        var list = new ArrayList<T>();
        var row = new Row(rows);
        while (rows.next()) {
            list.add(reader.read(row));
        }
        return list;
    }

    <T> Optional<T> first(Sql sql, Row.Reader<T> reader) throws SQLException {
        return list(sql, reader).stream().findFirst();
    }
}
