package org.depositary.gateway.feeder;

import java.sql.Array;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.depositary.gateway.log.OrganizationsAndParties;

/** Reads and writes table {@code stream_head}: the last event of each stream in the change log. */
final class StreamHeadTable {

    private StreamHeadTable() {}

    static Map<String, StreamHead> heads(Connection connection, Collection<String> streams) throws SQLException {
        var sql = """
                SELECT stream_id, version, event_id, organizations, parties FROM stream_head WHERE stream_id = ANY (?)
                """;
        var heads = new HashMap<String, StreamHead>();
        try (var select = connection.prepareStatement(sql)) {
            select.setObject(1, streams.toArray(String[]::new));
            var rows = select.executeQuery();
            while (rows.next()) {
                var facets = new OrganizationsAndParties(set(rows.getArray(4)), set(rows.getArray(5)));
                heads.put(rows.getString(1), new StreamHead(rows.getInt(2), rows.getObject(3, UUID.class), facets));
            }
        }
        return heads;
    }

    /**
     * The ids that the change log has for the streams and versions of the given events, by stream and version. A
     * version that is not in the log is absent.
     */
    static Map<String, Map<Integer, UUID>> events(Connection connection, List<PublishedEvent> asked)
            throws SQLException {
        var events = new HashMap<String, Map<Integer, UUID>>();
        if (asked.isEmpty()) {
            return events;
        }
        // A sub-select and not a join: so each key is looked up by the index, whatever plan PostgreSQL would choose for
        // a join.
        var sql = """
                SELECT asked.stream, asked.number,
                       (SELECT event_id FROM change WHERE stream_id = asked.stream AND version = asked.number)
                FROM unnest(?::text[], ?::int[]) AS asked (stream, number)
                """;
        try (var select = connection.prepareStatement(sql)) {
            select.setObject(1, asked.stream().map(PublishedEvent::streamId).toArray(String[]::new));
            select.setObject(2, asked.stream().mapToInt(PublishedEvent::version).toArray());
            var rows = select.executeQuery();
            while (rows.next()) {
                events.computeIfAbsent(rows.getString(1), stream -> new HashMap<>())
                        .put(rows.getInt(2), rows.getObject(3, UUID.class));
            }
        }
        return events;
    }

    static void save(Connection connection, Map<String, StreamHead> heads) throws SQLException {
        var sql = """
                INSERT INTO stream_head (stream_id, version, event_id, organizations, parties)
                SELECT s, v, e, o::text[], p::text[]
                FROM unnest(?::text[], ?::int[], ?::uuid[], ?::text[], ?::text[]) AS h (s, v, e, o, p)
                ON CONFLICT (stream_id) DO UPDATE
                SET version = excluded.version, event_id = excluded.event_id,
                    organizations = excluded.organizations, parties = excluded.parties
                """;
        var values = List.copyOf(heads.values());
        try (var upsert = connection.prepareStatement(sql)) {
            upsert.setObject(1, heads.keySet().toArray(String[]::new));
            upsert.setObject(2, values.stream().mapToInt(StreamHead::version).toArray());
            upsert.setObject(
                    3, values.stream().map(head -> head.eventId().toString()).toArray(String[]::new));
            upsert.setObject(
                    4,
                    values.stream()
                            .map(head -> literal(head.facets().organizations()))
                            .toArray(String[]::new));
            upsert.setObject(
                    5,
                    values.stream()
                            .map(head -> literal(head.facets().parties()))
                            .toArray(String[]::new));
            upsert.executeUpdate();
        }
    }

    /** An array as text, because {@code unnest} does not accept inner arrays of different lengths. */
    static String literal(Set<String> values) {
        var text = new StringBuilder("{");
        for (var value : values) {
            text.append(text.length() == 1 ? "\"" : ",\"")
                    .append(value.replace("\\", "\\\\").replace("\"", "\\\""))
                    .append('"');
        }
        return text.append('}').toString();
    }

    private static Set<String> set(Array array) throws SQLException {
        return new TreeSet<>(List.of((String[]) array.getArray()));
    }
}
