package org.depositary.gateway.query;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * One moment of the read models: all that is read through it fits together. Statements may use {@link AsOf#SEQ},
 * {@code :instant} and {@code :day}. The moment is found on the way of the first one.
 */
final class Snapshot {

    /** What is asked of a moment. */
    @FunctionalInterface
    interface Question<T> {
        T ask(Snapshot snapshot) throws SQLException;
    }

    /** Reads what several statements found, one after the other. */
    @FunctionalInterface
    interface Several<T> {
        T read(Results results) throws SQLException;
    }

    /** What statements found that were asked together, in their order. */
    static final class Results {

        private final PreparedStatement answered;
        private boolean begun;

        private Results(PreparedStatement answered) {
            this.answered = answered;
        }

        <T> List<T> next(Row.Reader<T> reader) throws SQLException {
            if (begun) {
                answered.getMoreResults();
            }
            begun = true;
            var list = new ArrayList<T>();
            try (var rows = answered.getResultSet()) {
                var row = new Row(rows);
                while (rows.next()) {
                    list.add(reader.read(row));
                }
            }
            return list;
        }
    }

    private final Connection connection;
    private final Moment.Asked asked;
    private final Languages languages;
    private Optional<Moment> moment = Optional.empty();

    /** @param connection where nothing has been asked in this transaction */
    Snapshot(Connection connection, Moment.Asked asked, Languages languages) {
        this.connection = connection;
        this.asked = asked;
        this.languages = languages;
    }

    Languages languages() {
        return languages;
    }

    /** The effective day that is asked about. */
    LocalDate day() {
        return asked.on();
    }

    Moment moment() throws SQLException {
        if (moment.isEmpty()) {
            list(Sql.of("SELECT 1"), nothing -> nothing);
        }
        return moment.orElseThrow();
    }

    <T> List<T> list(Sql sql, Row.Reader<T> reader) throws SQLException {
        return together(sql, results -> results.next(reader));
    }

    <T> Optional<T> first(Sql sql, Row.Reader<T> reader) throws SQLException {
        return list(sql, reader).stream().findFirst();
    }

    /** In one round trip. */
    <T> T together(Sql statements, Several<T> reader) throws SQLException {
        var question = asked.bind(statements);
        var all = moment.isEmpty() ? Moment.finding(asked, question) : question;
        try (var statement = all.prepare(connection)) {
            statement.execute();
            if (moment.isEmpty()) {
                moment = Optional.of(Moment.found(statement, asked));
            }
            return reader.read(new Results(statement));
        }
    }
}
