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
 * Collects the row versions that a batch of events begins and ends in one table, and writes them. A version that begins and
 * ends within the batch is written too, so that reads as of any position find it.
 */
public final class RowVersionWriter<R extends Record> {

    private record Bound(long seq, Instant recordedAt) {
        static Bound of(LoggedEvent change) {
            return new Bound(change.seq(), change.recordedAt());
        }
    }

    private record Version<R>(R row, Bound from, Optional<Bound> to) {}

    private final RowVersionTable<R> table;
    private final Map<List<String>, Version<R>> current = new HashMap<>();
    private final List<Version<R>> past = new ArrayList<>();
    private final Map<List<String>, Bound> ended = new HashMap<>();

    public RowVersionWriter(RowVersionTable<R> table) {
        this.table = table;
    }

    /**
     * At this event, ends the rows that are only in {@code before} and begins the rows that are only in {@code after}.
     */
    public void replace(List<R> before, List<R> after, LoggedEvent event) {
        var bound = Bound.of(event);
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
        current.put(table.key(row), new Version<>(row, from, Optional.empty()));
    }

    private void end(R row, Bound to) {
        var key = table.key(row);
        var begun = current.remove(key);
        if (begun == null) {
            ended.put(key, to);
        } else {
            past.add(new Version<>(begun.row(), begun.from(), Optional.of(to)));
        }
    }

    /** Writes all collected versions. Needs at most two statements, whatever the size of the batch. */
    public void write(Connection connection) throws SQLException {
        endStoredVersions(connection);
        copyNewVersions(connection);
    }

    private void endStoredVersions(Connection connection) throws SQLException {
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
        // Each key is looked up by an index that begins with it. OFFSET prevents a join, which could read the whole
        // table. A comparison by "=" could make the planner use the index of all current rows instead.
        return """
                UPDATE %1$s stored SET seq_to = ended.seq, recorded_to = ended.at
                FROM unnest(%2$s ?::bigint[], ?::timestamptz[]) AS ended (%3$s seq, at)
                CROSS JOIN LATERAL (
                    SELECT ctid FROM %1$s WHERE %4$s seq_to >= 9223372036854775807 OFFSET 0) AS found (place)
                WHERE stored.ctid = found.place
                """.formatted(
                        table.name(),
                        columns.stream().map(c -> "?::text[], ").collect(Collectors.joining()),
                        columns.stream().map(c -> c + ", ").collect(Collectors.joining()),
                        columns.stream()
                                .map(c -> "%s.%s = ended.%s AND ".formatted(table.name(), c, c))
                                .collect(Collectors.joining()));
    }

    private void copyNewVersions(Connection connection) throws SQLException {
        if (past.isEmpty() && current.isEmpty()) {
            return;
        }
        var columns = new ArrayList<>(table.columns());
        columns.addAll(List.of("seq_from", "seq_to", "recorded_from", "recorded_to"));
        try (var copy = CopyWriter.open(connection, table.name(), columns)) {
            for (var version : past) {
                copy.add(values(version));
            }
            for (var version : current.values()) {
                copy.add(values(version));
            }
            copy.finish();
        }
    }

    private List<Object> values(Version<R> version) {
        var values = table.values(version.row());
        values.add(version.from().seq());
        values.add(version.to().map(Bound::seq).orElse(Long.MAX_VALUE));
        values.add(version.from().recordedAt());
        values.add(version.to().<Object>map(Bound::recordedAt).orElse("infinity"));
        return values;
    }
}
