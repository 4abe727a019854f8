package org.depositary.membership.imports;

import jakarta.inject.Singleton;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;

/** Reads the streams and staged rows from the service's database. */
@Singleton
class StoredStreams {

    private final DataSource dataSource;

    StoredStreams(DataSource dataSource) {
        this.dataSource = dataSource;
    }

    /** The types of the events of a stream, in order. */
    List<String> eventTypes(String stream) throws SQLException {
        return select("SELECT type FROM event WHERE stream_id = ? ORDER BY version", stream);
    }

    /** The changes that a stream records, in order, without corrections. */
    List<String> changes(String stream) throws SQLException {
        return select("""
            SELECT (data->>'change') || ' ' || (data->>'effective') FROM event
            WHERE stream_id = ? AND type = 'membership-changed' ORDER BY version
            """, stream);
    }

    /** The events of a data set, in order: type and coverage. */
    List<String> coverages(String stream) throws SQLException {
        return select(
                "SELECT type || ' ' || (data->>'covers') FROM event WHERE stream_id = ? ORDER BY version", stream);
    }

    /** The sources in the last event of a stream that has some, as compact JSON. */
    String lastSources(String stream) throws SQLException {
        return select("""
            SELECT data->>'sources' FROM event
            WHERE stream_id = ? AND data->>'sources' IS NOT NULL ORDER BY version DESC LIMIT 1
            """, stream).getFirst();
    }

    /** The number of events in all streams. */
    String countEvents() throws SQLException {
        return select("SELECT count(*)::text FROM event WHERE '' = ?", "").getFirst();
    }

    /** The number of staged rows of an import. */
    int countStagedRows(String location) throws SQLException {
        var id = location.substring(location.lastIndexOf('/') + 1);
        return Integer.parseInt(select("SELECT count(*)::text FROM import_rows WHERE import::text = ?", id)
                .getFirst());
    }

    private List<String> select(String sql, String value) throws SQLException {
        try (var connection = dataSource.getConnection();
                var select = connection.prepareStatement(sql)) {
            select.setString(1, value);
            var rows = select.executeQuery();
            var values = new ArrayList<String>();
            while (rows.next()) {
                values.add(rows.getString(1));
            }
            return values;
        }
    }
}
