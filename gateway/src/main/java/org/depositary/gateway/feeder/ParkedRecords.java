package org.depositary.gateway.feeder;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.depositary.gateway.feeder.Parked.Reason;
import org.depositary.gateway.feeder.Received.Place;

/** The table of parked records: as they came, byte for byte, so that they can be taken in later. */
final class ParkedRecords {

    private record Header(String name, byte[] value) {}

    private final ObjectMapper mapper;
    private final EventReader reader;

    ParkedRecords(ObjectMapper mapper, EventReader reader) {
        this.mapper = mapper;
        this.reader = reader;
    }

    /** By stream, what is parked of it, in the order of versions. */
    Map<String, List<Parked>> ofStreams(Connection connection, Collection<String> streams) throws SQLException {
        var sql = """
                SELECT stream_id, topic_id, part, off, key, headers, value, reason, detail FROM parked
                WHERE stream_id = ANY (?) AND reason <> 'malformed' ORDER BY version, parked_at, off
                """;
        var parked = new HashMap<String, List<Parked>>();
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

    private Parked parked(ResultSet row) throws SQLException {
        var place = new Place(row.getString(2), row.getInt(3), row.getLong(4));
        var record = new Received(place, row.getBytes(5), headers(row.getString(6)), row.getBytes(7));
        try {
            return new Parked(record, Optional.of(reader.read(record)), reason(row.getString(8)), row.getString(9));
        } catch (MalformedEvent impossible) {
            throw new IllegalStateException("It could be read when it was parked", impossible);
        }
    }

    Map<Reason, Long> count(Connection connection) throws SQLException {
        try (var select = connection.prepareStatement("SELECT reason, count(*) FROM parked GROUP BY reason")) {
            var counts = new EnumMap<Reason, Long>(Reason.class);
            var rows = select.executeQuery();
            while (rows.next()) {
                counts.put(reason(rows.getString(1)), rows.getLong(2));
            }
            return counts;
        }
    }

    private static Reason reason(String name) {
        return Reason.valueOf(name.toUpperCase(Locale.ROOT));
    }

    void save(Connection connection, Collection<Parked> parked) throws SQLException {
        var sql = """
                INSERT INTO parked (topic_id, part, off, stream_id, version, reason, detail, headers, key, value)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?::json, ?, ?)
                ON CONFLICT (topic_id, part, off) DO UPDATE SET reason = excluded.reason, detail = excluded.detail
                """;
        try (var insert = connection.prepareStatement(sql)) {
            for (var each : parked) {
                insert.setString(1, each.place().topicId());
                insert.setInt(2, each.place().partition());
                insert.setLong(3, each.place().offset());
                insert.setString(4, each.event().map(PublishedEvent::streamId).orElse(null));
                insert.setObject(5, each.event().map(PublishedEvent::version).orElse(null));
                insert.setString(6, each.reason().name().toLowerCase(Locale.ROOT));
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
                delete.setString(1, place.topicId());
                delete.setInt(2, place.partition());
                delete.setLong(3, place.offset());
                delete.addBatch();
            }
            delete.executeBatch();
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
