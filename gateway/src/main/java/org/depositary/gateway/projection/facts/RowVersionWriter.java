package org.depositary.gateway.projection.facts;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.depositary.gateway.database.CopyWriter;
import org.depositary.gateway.log.LoggedEvent;

/**
 * What a batch does to one table of versions. A row that the batch both makes and ends is written once, with both its
 * bounds, so that what was known between two changes of a batch is known for ever.
 */
public final class RowVersionWriter<R extends Record> {

    private record Bound(long seq, Instant recordedAt) {
        static Bound of(LoggedEvent change) {
            return new Bound(change.seq(), change.recordedAt());
        }
    }

    private record Version<R>(R row, Bound from, Optional<Bound> to) {}

    private final RowVersionTable<R> table;
    private final Map<List<String>, Version<R>> standing = new HashMap<>();
    private final List<Version<R>> past = new ArrayList<>();
    private final Map<List<String>, Bound> ended = new HashMap<>();

    public RowVersionWriter(RowVersionTable<R> table) {
        this.table = table;
    }

    /** From this change on the rows are {@code after}; those of {@code before} that differ end there. */
    public void turn(List<R> before, List<R> after, LoggedEvent by) {
        var bound = Bound.of(by);
        for (var row : before) {
            if (!after.contains(row)) {
                end(row, bound);
            }
        }
        for (var row : after) {
            if (!before.contains(row)) {
                begin(row, bound);
            }
        }
    }

    private void begin(R row, Bound from) {
        standing.put(table.key(row), new Version<>(row, from, Optional.empty()));
    }

    private void end(R row, Bound to) {
        var key = table.key(row);
        var made = standing.remove(key);
        if (made == null) {
            ended.put(key, to);
        } else {
            past.add(new Version<>(made.row(), made.from(), Optional.of(to)));
        }
    }

    /** Two statements at most, however large the batch. */
    public void write(Connection connection) throws SQLException {
        endStored(connection);
        copyMade(connection);
    }

    private void endStored(Connection connection) throws SQLException {
        if (ended.isEmpty()) {
            return;
        }
        var keys = List.copyOf(ended.keySet());
        try (var statement = connection.prepareStatement(endStatement())) {
            int parameter = 1;
            for (int column = 0; column < table.keyColumns().size(); column++) {
                int at = column;
                var values = keys.stream().map(key -> key.get(at)).toArray();
                statement.setArray(parameter++, connection.createArrayOf("text", values));
            }
            var seqs = keys.stream().map(key -> ended.get(key).seq()).toArray();
            var instants = keys.stream()
                    .map(key -> Timestamp.from(ended.get(key).recordedAt()))
                    .toArray();
            statement.setArray(parameter++, connection.createArrayOf("bigint", seqs));
            statement.setArray(parameter, connection.createArrayOf("timestamptz", instants));
            statement.executeUpdate();
        }
    }

    private String endStatement() {
        var columns = table.keyColumns();
        return """
                UPDATE %s stored SET seq_to = ended.seq, recorded_to = ended.at
                FROM unnest(%s ?::bigint[], ?::timestamptz[]) AS ended (%s seq, at)
                WHERE %s stored.seq_to = 9223372036854775807
                """.formatted(
                        table.name(),
                        columns.stream().map(c -> "?::text[], ").collect(Collectors.joining()),
                        columns.stream().map(c -> c + ", ").collect(Collectors.joining()),
                        columns.stream()
                                .map(c -> "stored.%s = ended.%s AND ".formatted(c, c))
                                .collect(Collectors.joining()));
    }

    private void copyMade(Connection connection) throws SQLException {
        if (past.isEmpty() && standing.isEmpty()) {
            return;
        }
        var columns = new ArrayList<>(table.columns());
        columns.addAll(List.of("seq_from", "seq_to", "recorded_from", "recorded_to"));
        try (var copy = CopyWriter.open(connection, table.name(), columns)) {
            for (var version : past) {
                copy.add(line(version));
            }
            for (var version : standing.values()) {
                copy.add(line(version));
            }
            copy.finish();
        }
    }

    private List<Object> line(Version<R> version) {
        var values = table.values(version.row());
        values.add(version.from().seq());
        values.add(version.to().map(Bound::seq).orElse(Long.MAX_VALUE));
        values.add(version.from().recordedAt());
        values.add(version.to().<Object>map(Bound::recordedAt).orElse("infinity"));
        return values;
    }
}
