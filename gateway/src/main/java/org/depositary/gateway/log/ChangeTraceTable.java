package org.depositary.gateway.log;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import org.depositary.eventsourcing.telemetry.TraceParent;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * The traces of entries of the change log, by their {@code seq}. The feeder writes them; projectors and streams, also
 * those of other replicas, continue them. Without telemetry nothing is written or read.
 */
@ApplicationScoped
public class ChangeTraceTable {

    private final boolean off;

    public ChangeTraceTable(@ConfigProperty(name = "quarkus.otel.sdk.disabled") boolean off) {
        this.off = off;
    }

    public boolean isOn() {
        return !off;
    }

    public void save(Connection connection, Map<Long, TraceParent> traces) throws SQLException {
        // A restored database gives the same seq to another event.
        var sql = """
                INSERT INTO change_trace (seq, traceparent) VALUES (?, ?)
                ON CONFLICT (seq) DO UPDATE SET traceparent = excluded.traceparent, at = excluded.at
                """;
        try (var insert = connection.prepareStatement(sql)) {
            for (var trace : traces.entrySet()) {
                insert.setLong(1, trace.getKey());
                insert.setString(2, trace.getValue().text());
                insert.addBatch();
            }
            insert.executeBatch();
        }
    }

    /** The traces of entries with {@code after < seq <= upTo}. Empty without telemetry. */
    public Map<Long, TraceParent> between(Connection connection, long after, long upTo) throws SQLException {
        var traces = new HashMap<Long, TraceParent>();
        if (off) {
            return traces;
        }
        var sql = "SELECT seq, traceparent FROM change_trace WHERE seq > ? AND seq <= ?";
        try (var select = connection.prepareStatement(sql)) {
            select.setLong(1, after);
            select.setLong(2, upTo);
            var rows = select.executeQuery();
            while (rows.next()) {
                traces.put(rows.getLong(1), new TraceParent(rows.getString(2)));
            }
        }
        return traces;
    }
}
