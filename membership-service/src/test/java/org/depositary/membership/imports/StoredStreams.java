package org.depositary.membership.imports;

import jakarta.inject.Singleton;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;

/** What stands in the service's own database. */
@Singleton
class StoredStreams {

    private final DataSource dataSource;

    StoredStreams(DataSource dataSource) {
        this.dataSource = dataSource;
    }

    /** The names of the events of a stream, in their order. */
    List<String> events(String stream) throws SQLException {
        return select("SELECT type FROM event WHERE stream_id = ? ORDER BY version", stream);
    }

    /** What the events of a stream record anew, in their order. */
    List<String> statements(String stream) throws SQLException {
        return select("""
            SELECT (data->>'change') || ' ' || (data->>'effective') FROM event
            WHERE stream_id = ? AND type = 'membership-changed' ORDER BY version
            """, stream);
    }

    /** How many events there are in all. */
    String count() throws SQLException {
        return select("SELECT count(*)::text FROM event WHERE '' = ?", "").getFirst();
    }

    /** How many rows of an import wait to be decided. */
    int rowsOf(String location) throws SQLException {
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
