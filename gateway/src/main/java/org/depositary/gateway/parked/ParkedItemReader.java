package org.depositary.gateway.parked;

import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.depositary.gateway.database.GatewayDatabase;
import org.depositary.gateway.feeder.TopicNameLookup;

/** Queries parked items: the feeder's records and the projectors' streams, in one list. */
@ApplicationScoped
class ParkedItemReader {

    private static final int MAX_CONTENT_CHARACTERS = 65_536;

    /** A parked stream gets the topic, partition and offset of the event that cannot be read. */
    private static final String ALL = """
            SELECT * FROM (
                SELECT topic_id || '.' || part || '.' || off AS id, reason, detail, stream_id, version,
                       NULL AS projector, topic_id, part, off, parked_at, headers::text AS headers, key, value,
                       NULL::text AS data
                FROM parked
                UNION ALL
                SELECT projector || '.' || seq, 'unreadable', p.reason, c.stream_id, c.version,
                       projector, topic_id, part, off, parked_at, NULL, NULL, NULL, c.cloudevent::text
                FROM parked_stream p JOIN change c USING (seq)
            ) item
            """;

    private final GatewayDatabase database;
    private final TopicNameLookup topics;
    private final ObjectMapper mapper;

    ParkedItemReader(GatewayDatabase database, TopicNameLookup topics, ObjectMapper mapper) {
        this.database = database;
        this.topics = topics;
        this.mapper = mapper;
    }

    Map<String, Long> countByReason() throws SQLException {
        var sql = """
                SELECT reason, count(*) FROM parked GROUP BY reason
                UNION ALL SELECT 'unreadable', count(*) FROM parked_stream
                """;
        return database.autoCommit(connection -> {
            try (var select = connection.prepareStatement(sql)) {
                var counts = new LinkedHashMap<String, Long>();
                ParkedItemFilter.REASONS.forEach(reason -> counts.put(reason, 0L));
                var rows = select.executeQuery();
                while (rows.next()) {
                    counts.put(rows.getString(1), rows.getLong(2));
                }
                return counts;
            }
        });
    }

    long count(ParkedItemFilter selection) throws SQLException {
        var sql = "SELECT count(*) FROM (" + ALL + ") item WHERE (?::text IS NULL OR stream_id = ?)"
                + " AND (?::text IS NULL OR reason = ?)";
        return database.autoCommit(connection -> {
            try (var select = connection.prepareStatement(sql)) {
                bind(select, selection);
                var row = select.executeQuery();
                row.next();
                return row.getLong(1);
            }
        });
    }

    /** Lists in the order of arrival. All records of one batch have the same time. */
    ParkedPage page(ParkedItemFilter selection, ParkedPageToken after, int size) throws SQLException {
        var sql = ALL + """
                WHERE (?::text IS NULL OR stream_id = ?) AND (?::text IS NULL OR reason = ?)
                AND (parked_at, topic_id, part, off, id) > (?, ?, ?, ?, ?)
                ORDER BY parked_at, topic_id, part, off, id LIMIT ?
                """;
        return database.autoCommit(connection -> {
            try (var select = connection.prepareStatement(sql)) {
                bind(select, selection);
                select.setObject(5, after.since().atOffset(ZoneOffset.UTC));
                select.setString(6, after.topicId());
                select.setInt(7, after.partition());
                select.setLong(8, after.offset());
                select.setString(9, after.id());
                select.setInt(10, size + 1);
                return page(select.executeQuery(), size);
            }
        });
    }

    private static void bind(PreparedStatement select, ParkedItemFilter selection) throws SQLException {
        select.setString(1, selection.stream().orElse(null));
        select.setString(2, selection.stream().orElse(null));
        select.setString(3, selection.reason().orElse(null));
        select.setString(4, selection.reason().orElse(null));
    }

    private ParkedPage page(ResultSet rows, int size) throws SQLException {
        var items = new ArrayList<ParkedItem>();
        while (rows.next()) {
            items.add(item(rows));
        }
        boolean more = items.size() > size;
        List<ParkedItem> kept = more ? items.subList(0, size) : items;
        return new ParkedPage(
                kept, more ? Optional.of(ParkedPageToken.of(kept.getLast()).toString()) : Optional.empty());
    }

    /** One parked item with its content. Empty if no item has this id. */
    Optional<ParkedContent> find(String id) throws SQLException {
        return database.autoCommit(connection -> find(connection, id));
    }

    private Optional<ParkedContent> find(Connection connection, String id) throws SQLException {
        try (var select = connection.prepareStatement(ALL + "WHERE id = ?")) {
            select.setString(1, id);
            var row = select.executeQuery();
            return row.next() ? Optional.of(content(row)) : Optional.empty();
        }
    }

    private ParkedContent content(ResultSet row) throws SQLException {
        var value = text(row.getBytes("value"));
        return new ParkedContent(
                item(row),
                text(row.getBytes("key")),
                headers(row.getString("headers")),
                value.isPresent() ? value : Optional.ofNullable(row.getString("data")));
    }

    private Map<String, String> headers(String json) {
        var headers = new LinkedHashMap<String, String>();
        try {
            for (var header : mapper.readTree(json == null ? "[]" : json)) {
                var value = text(
                        header.path("value").isNull()
                                ? null
                                : header.path("value").binaryValue());
                headers.put(header.path("name").asText(), value.orElse(""));
            }
            return headers;
        } catch (IOException notJson) {
            throw new IllegalStateException("The column headers of table parked holds no JSON", notJson);
        }
    }

    private static Optional<String> text(byte[] bytes) {
        return Optional.ofNullable(bytes)
                .map(given -> new String(given, StandardCharsets.UTF_8))
                .map(given -> given.substring(0, Math.min(MAX_CONTENT_CHARACTERS, given.length())));
    }

    private ParkedItem item(ResultSet row) throws SQLException {
        var topicId = row.getString("topic_id");
        return new ParkedItem(
                row.getString("id"),
                row.getString("reason"),
                row.getString("detail"),
                Optional.ofNullable(row.getString("stream_id")),
                Optional.ofNullable(row.getObject("version", Integer.class)),
                Optional.ofNullable(row.getString("projector")),
                topics.of(topicId),
                topicId,
                row.getInt("part"),
                row.getLong("off"),
                row.getObject("parked_at", OffsetDateTime.class).toInstant());
    }
}
