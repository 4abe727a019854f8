package org.depositary.gateway.log;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;

/** Reads the change log for projectors. */
@ApplicationScoped
public class LoggedEventReader {

    private static final Pattern TYPE = Pattern.compile("org\\.depositary\\.([a-z]+)\\.([a-z0-9-]+)\\.v(\\d+)");
    private static final String COLUMNS = """
            SELECT seq, stream_id, version, event_id, type, recorded_at,
                   coalesce(cloudevent ->> 'actor', ''), cloudevent -> 'data'
            FROM change
            """;

    private final ObjectMapper mapper;

    LoggedEventReader(ObjectMapper mapper) {
        this.mapper = mapper;
    }

    /** Returns the events of these kinds and partitions with {@code after < seq <= upTo}, in order. */
    public List<LoggedEvent> between(
            Connection connection, long after, long upTo, Set<String> kinds, PartitionShare share) throws SQLException {
        var sql = COLUMNS + "WHERE seq > ? AND seq <= ? AND kind = ANY (?) AND part % ? = ? ORDER BY seq";
        try (var select = connection.prepareStatement(sql)) {
            select.setLong(1, after);
            select.setLong(2, upTo);
            select.setArray(3, connection.createArrayOf("text", kinds.toArray()));
            select.setInt(4, share.of());
            select.setInt(5, share.remainder());
            return read(select.executeQuery());
        }
    }

    /** Returns the events of one stream with {@code from <= seq <= upTo}, in order. */
    public List<LoggedEvent> ofStream(Connection connection, String streamId, long from, long upTo)
            throws SQLException {
        var sql = COLUMNS + "WHERE stream_id = ? AND seq >= ? AND seq <= ? ORDER BY version";
        try (var select = connection.prepareStatement(sql)) {
            select.setString(1, streamId);
            select.setLong(2, from);
            select.setLong(3, upTo);
            return read(select.executeQuery());
        }
    }

    private List<LoggedEvent> read(ResultSet rows) throws SQLException {
        var changes = new ArrayList<LoggedEvent>();
        while (rows.next()) {
            changes.add(change(rows));
        }
        return changes;
    }

    private LoggedEvent change(ResultSet row) throws SQLException {
        var type = TYPE.matcher(row.getString(5));
        if (!type.matches()) {
            throw new IllegalStateException(
                    "The change log holds an event type that the feeder never accepts: " + row.getString(5));
        }
        try {
            return new LoggedEvent(
                    row.getLong(1),
                    row.getString(2),
                    row.getInt(3),
                    row.getObject(4, UUID.class),
                    type.group(1),
                    type.group(2),
                    Integer.parseInt(type.group(3)),
                    row.getObject(6, OffsetDateTime.class).toInstant(),
                    row.getString(7),
                    mapper.readTree(row.getString(8)));
        } catch (JsonProcessingException notJson) {
            throw new IllegalStateException("The jsonb column cloudevent holds no JSON", notJson);
        }
    }
}
