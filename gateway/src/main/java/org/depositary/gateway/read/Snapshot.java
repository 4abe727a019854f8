package org.depositary.gateway.read;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.depositary.gateway.read.KeysetPage.Keyed;

/**
 * One read-only transaction on the read models, so all its results are consistent with each other. Statements may use
 * {@code :instant}, {@code :day}, and the setting {@code depositary.seq}, which is the position in the change log. The
 * first statement also finds that position, in the same round trip.
 */
public final class Snapshot {

    /** A function that reads from a snapshot. */
    @FunctionalInterface
    public interface Question<T> {
        T ask(Snapshot snapshot) throws SQLException;
    }

    /** Reads the results of several statements, in their order. */
    @FunctionalInterface
    public interface ResultsReader<T> {
        T read(Results results) throws SQLException;
    }

    /** The results of statements that were sent together. Each call of {@code next} reads one result, in order. */
    public static final class Results {

        private final PreparedStatement executed;
        private boolean started;

        private Results(PreparedStatement executed) {
            this.executed = executed;
        }

        public <T> List<T> next(ResultRow.Reader<T> reader) throws SQLException {
            if (started) {
                executed.getMoreResults();
            }
            started = true;
            var list = new ArrayList<T>();
            try (var rows = executed.getResultSet()) {
                var row = new ResultRow(rows);
                while (rows.next()) {
                    list.add(reader.read(row));
                }
            }
            return list;
        }
    }

    private final Connection connection;
    private final AsOfPoint asOf;
    private Optional<ReadPosition> position = Optional.empty();

    /** @param connection must not be in a transaction */
    Snapshot(Connection connection, AsOfPoint asOf) {
        this.connection = connection;
        this.asOf = asOf;
    }

    public LanguagePreference languages() {
        return asOf.languages();
    }

    public LocalDate day() {
        return asOf.day();
    }

    public ReadPosition position() throws SQLException {
        if (position.isEmpty()) {
            list(NamedSql.of("SELECT 1"), nothing -> nothing);
        }
        return position.orElseThrow();
    }

    public <T> List<T> list(NamedSql sql, ResultRow.Reader<T> reader) throws SQLException {
        return together(sql, results -> results.next(reader));
    }

    /** Reads a page of a list. The statement must use the parameters of the sort key. */
    public <T> KeysetPage<T> page(NamedSql sql, ListSortKey key, PageRequest page, ResultRow.Reader<T> reader)
            throws SQLException {
        return KeysetPage.of(list(key.bind(sql, page), row -> new Keyed<>(key.read(row), reader.read(row))), page);
    }

    public <T> Optional<T> first(NamedSql sql, ResultRow.Reader<T> reader) throws SQLException {
        return list(sql, reader).stream().findFirst();
    }

    /** Executes several statements in one round trip. */
    public <T> T together(NamedSql statements, ResultsReader<T> reader) throws SQLException {
        var question = asOf.bind(statements);
        var all = position.isEmpty() ? ReadPosition.before(question, asOf) : question;
        try (var statement = all.prepare(connection)) {
            statement.execute();
            if (position.isEmpty()) {
                position = Optional.of(ReadPosition.read(statement, asOf));
            }
            return reader.read(new Results(statement));
        }
    }
}
