package org.depositary.gateway.feeder;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.depositary.gateway.feeder.KafkaRecord.Place;
import org.depositary.gateway.feeder.ParkedRecord.Reason;

/**
 * Reads and writes table {@code parked}. Records are stored byte for byte, so that a later retry gets the original
 * record.
 */
@ApplicationScoped
class ParkedRecordTable {

    private record Header(String name, byte[] value) {}

    private static final int PORTION = 500;

    private final ObjectMapper mapper;
    private final CloudEventParser reader;

    ParkedRecordTable(ObjectMapper mapper, CloudEventParser reader) {
        this.mapper = mapper;
        this.reader = reader;
    }

    /**
     * The parked records of these streams, by stream and in the order of versions. Malformed records belong to no
     * stream and are not included.
     */
    Map<String, List<ParkedRecord>> ofStreams(Connection connection, Collection<String> streams) throws SQLException {
        var sql = """
                SELECT stream_id, topic_id, part, off, key, headers, value, reason, detail FROM parked
                WHERE stream_id = ANY (?) AND reason <> 'malformed' ORDER BY version, parked_at, off
                """;
        var parked = new HashMap<String, List<ParkedRecord>>();
        try (var select = connection.prepareStatement(sql)) {
            select.setObject(1, streams.toArray(String[]::new));
            var rows = select.executeQuery();
            while (rows.next()) {
                parked.computeIfAbsent(rows.getString(1), stream -> new ArrayList<>())
                        .add(parked(rows));
            }
        }
        return parked;
    }

    private ParkedRecord parked(ResultSet row) throws SQLException {
        var record = record(row);
        try {
            return new ParkedRecord(
                    record, Optional.of(reader.read(record)), reason(row.getString(8)), row.getString(9));
        } catch (MalformedEvent impossible) {
            throw new IllegalStateException("A parked record became unreadable", impossible);
        }
    }

    private KafkaRecord record(ResultSet row) throws SQLException {
        var place = new Place(row.getString(2), row.getInt(3), row.getLong(4));
        return new KafkaRecord(place, row.getBytes(5), headers(row.getString(6)), row.getBytes(7));
    }

    private static Reason reason(String name) {
        return Reason.valueOf(name.toUpperCase(Locale.ROOT));
    }

    Set<String> streams(Connection connection, Collection<Reason> reasons) throws SQLException {
        var sql = "SELECT DISTINCT stream_id FROM parked WHERE stream_id IS NOT NULL AND reason = ANY (?)";
        try (var select = connection.prepareStatement(sql)) {
            select.setObject(1, reasons.stream().map(Reason::json).toArray(String[]::new));
            var streams = new TreeSet<String>();
            var rows = select.executeQuery();
            while (rows.next()) {
                streams.add(rows.getString(1));
            }
            return streams;
        }
    }

    /**
     * The records that were malformed when they were parked, but are valid for the current code. The longest parked
     * record comes first.
     */
    List<ParkedRecord> readableNow(Connection connection) throws SQLException {
        var sql = """
                SELECT stream_id, topic_id, part, off, key, headers, value FROM parked
                WHERE reason = 'malformed' ORDER BY parked_at, topic_id, part, off
                """;
        try (var select = connection.prepareStatement(sql)) {
            // Fetches rows in portions, because an untrusted sender may have caused very many.
            select.setFetchSize(PORTION);
            var readable = new ArrayList<ParkedRecord>();
            var rows = select.executeQuery();
            while (rows.next()) {
                var arrival = ParsedRecord.read(record(rows), reader);
                arrival.event().ifPresent(event -> readable.add(ParkedRecord.readable(arrival.record(), event)));
            }
            return readable;
        }
    }

    List<ParkedRecord> stillParked(Connection connection, List<ParkedRecord> records) throws SQLException {
        var sql = "SELECT 1 FROM parked WHERE topic_id = ? AND part = ? AND off = ?";
        var still = new ArrayList<ParkedRecord>();
        try (var select = connection.prepareStatement(sql)) {
            for (var each : records) {
                set(select, each.place());
                if (select.executeQuery().next()) {
                    still.add(each);
                }
            }
        }
        return still;
    }

    private static void set(PreparedStatement statement, Place place) throws SQLException {
        statement.setString(1, place.topicId());
        statement.setInt(2, place.partition());
        statement.setLong(3, place.offset());
    }

    void save(Connection connection, Collection<ParkedRecord> parked) throws SQLException {
        var sql = """
                INSERT INTO parked (topic_id, part, off, stream_id, version, reason, detail, headers, key, value)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?::json, ?, ?)
                ON CONFLICT (topic_id, part, off) DO UPDATE
                SET stream_id = excluded.stream_id, version = excluded.version,
                    reason = excluded.reason, detail = excluded.detail
                """;
        try (var insert = connection.prepareStatement(sql)) {
            for (var each : parked) {
                set(insert, each.place());
                insert.setString(4, each.event().map(PublishedEvent::streamId).orElse(null));
                insert.setObject(5, each.event().map(PublishedEvent::version).orElse(null));
                insert.setString(6, each.reason().json());
                insert.setString(7, each.detail().replace('\0', '?'));
                insert.setString(8, json(each.record().headers()));
                insert.setBytes(9, each.record().key());
                insert.setBytes(10, each.record().value());
                insert.addBatch();
            }
            insert.executeBatch();
        }
    }

    void delete(Connection connection, Collection<Place> places) throws SQLException {
        try (var delete =
                connection.prepareStatement("DELETE FROM parked WHERE topic_id = ? AND part = ? AND off = ?")) {
            for (var place : places) {
                set(delete, place);
                delete.addBatch();
            }
            delete.executeBatch();
        }
    }

    /**
     * Moves a record to table {@code dismissed}, with the person and the reason.
     *
     * @return the record's stream, or an empty string if it has none; empty if no such record is parked
     */
    Optional<String> dismiss(Connection connection, Place place, String by, String why) throws SQLException {
        var sql = """
                WITH gone AS (DELETE FROM parked WHERE topic_id = ? AND part = ? AND off = ? RETURNING *)
                INSERT INTO dismissed (topic_id, part, off, stream_id, version, reason, detail, headers, key, value,
                                       parked_at, dismissed_by, dismissal_reason)
                SELECT topic_id, part, off, stream_id, version, reason, detail, headers, key, value, parked_at, ?, ?
                FROM gone RETURNING coalesce(stream_id, '')
                """;
        try (var move = connection.prepareStatement(sql)) {
            set(move, place);
            move.setString(4, by);
            move.setString(5, why);
            var row = move.executeQuery();
            return row.next() ? Optional.of(row.getString(1)) : Optional.empty();
        }
    }

    private String json(Headers headers) {
        var list = Arrays.stream(headers.toArray())
                .map(header -> new Header(header.key(), header.value()))
                .toList();
        try {
            return mapper.writeValueAsString(list);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private Headers headers(String json) {
        try {
            var headers = new RecordHeaders();
            mapper.readValue(json, new TypeReference<List<Header>>() {})
                    .forEach(header -> headers.add(header.name(), header.value()));
            return headers;
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
