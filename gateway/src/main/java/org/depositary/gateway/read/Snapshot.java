package org.depositary.gateway.read;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * One moment of the read models: all that is read through it fits together. Statements may use {@link ResolvedAsOf#SEQ},
 * {@code :instant} and {@code :day}. The moment is found on the way of the first one.
 */
public final class Snapshot {

    /** What is asked of a moment. */
    @FunctionalInterface
    public interface Question<T> {
        T ask(Snapshot snapshot) throws SQLException;
    }

    /** Reads what several statements found, one after the other. */
    @FunctionalInterface
    public interface Several<T> {
        T read(Results results) throws SQLException;
    }

    /** What statements found that were asked together, in their order. */
    public static final class Results {

        private final PreparedStatement answered;
        private boolean begun;

        private Results(PreparedStatement answered) {
            this.answered = answered;
        }

        public <T> List<T> next(ResultRow.Reader<T> reader) throws SQLException {
            if (begun) {
                answered.getMoreResults();
            }
            begun = true;
            var list = new ArrayList<T>();
            try (var rows = answered.getResultSet()) {
                var row = new ResultRow(rows);
                while (rows.next()) {
                    list.add(reader.read(row));
                }
            }
            return list;
        }
    }

    private final Connection connection;
    private final AsOf asOf;
    private Optional<ReadPosition> moment = Optional.empty();

    /** @param connection where nothing has been asked in this transaction */
    Snapshot(Connection connection, AsOf asOf) {
        this.connection = connection;
        this.asOf = asOf;
    }

    public LanguagePreference languages() {
        return asOf.languages();
    }

    /** The effective day that is asked about. */
    public LocalDate day() {
        return asOf.day();
    }

    public ReadPosition moment() throws SQLException {
        if (moment.isEmpty()) {
            list(NamedSql.of("SELECT 1"), nothing -> nothing);
        }
        return moment.orElseThrow();
    }

    public <T> List<T> list(NamedSql sql, ResultRow.Reader<T> reader) throws SQLException {
        return together(sql, results -> results.next(reader));
    }

    public <T> Optional<T> first(NamedSql sql, ResultRow.Reader<T> reader) throws SQLException {
        return list(sql, reader).stream().findFirst();
    }

    /** In one round trip. */
    public <T> T together(NamedSql statements, Several<T> reader) throws SQLException {
        var question = asOf.bind(statements);
        var all = moment.isEmpty() ? ReadPosition.finding(asOf, question) : question;
        try (var statement = all.prepare(connection)) {
            statement.execute();
            if (moment.isEmpty()) {
                moment = Optional.of(ReadPosition.found(statement, asOf));
            }
            return reader.read(new Results(statement));
        }
    }
}
