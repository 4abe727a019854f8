package org.depositary.gateway.projection;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import org.depositary.gateway.log.LoggedEvent;

/**
 * Reads and writes table {@code parked_stream}: the streams that one projector has parked, each with the event that it
 * could not read.
 */
final class ParkedStreamTable {

    private final String projector;

    ParkedStreamTable(String projector) {
        this.projector = projector;
    }

    Map<String, Long> all(Connection connection) throws SQLException {
        var sql = "SELECT stream_id, seq FROM parked_stream WHERE projector = ?";
        try (var select = connection.prepareStatement(sql)) {
            select.setString(1, projector);
            var streams = new HashMap<String, Long>();
            var rows = select.executeQuery();
            while (rows.next()) {
                streams.put(rows.getString(1), rows.getLong(2));
            }
            return streams;
        }
    }

    void add(Connection connection, LoggedEvent event, Exception reason) throws SQLException {
        // A retry that fails does not change parked_at, which says since when the stream has been parked.
        var sql = """
                INSERT INTO parked_stream (projector, stream_id, seq, reason) VALUES (?, ?, ?, ?)
                ON CONFLICT (projector, stream_id) DO UPDATE SET seq = excluded.seq, reason = excluded.reason
                """;
        try (var insert = connection.prepareStatement(sql)) {
            insert.setString(1, projector);
            insert.setString(2, event.streamId());
            insert.setLong(3, event.seq());
            insert.setString(4, String.valueOf(reason));
            insert.executeUpdate();
        }
    }

    void remove(Connection connection, String streamId) throws SQLException {
        var sql = "DELETE FROM parked_stream WHERE projector = ? AND stream_id = ?";
        try (var delete = connection.prepareStatement(sql)) {
            delete.setString(1, projector);
            delete.setString(2, streamId);
            delete.executeUpdate();
        }
    }
}
