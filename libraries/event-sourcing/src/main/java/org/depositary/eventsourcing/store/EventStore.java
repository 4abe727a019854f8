package org.depositary.eventsourcing.store;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.depositary.eventsourcing.Problem;
import org.depositary.eventsourcing.ProblemType;
import org.depositary.eventsourcing.telemetry.TraceParent;

/** Loads and appends streams in PostgreSQL, in the transaction of the caller. */
public final class EventStore {

    public record NewEvent(UUID id, String name, int schemaVersion, JsonNode data) {}

    /**
     * New events for one stream.
     *
     * @param after version of the stream before these events; 0 for a new stream
     */
    record Append(StreamId stream, int after, List<NewEvent> events) {

        boolean begins() {
            return after == 0;
        }
    }

    /**
     * A stored event.
     *
     * @param data the event's fields as JSON text
     */
    public record StoredEvent(int version, String name, int schemaVersion, String data) {}

    /**
     * The largest event in bytes. Kafka limits a record to 1 MiB by default; a larger event could not be published and
     * would block all later ones.
     */
    private static final int MOST_BYTES = 1_000_000;

    private static final int MOST_BYTES_OF_A_CHARACTER = 3;

    private final Connection connection;

    public EventStore(Connection connection) {
        this.connection = connection;
    }

    /** All events of the stream, by version. Empty if the stream does not exist. */
    public List<StoredEvent> load(StreamId stream) throws SQLException {
        var sql = "SELECT version, type, schema_version, data FROM event WHERE stream_id = ? ORDER BY version";
        try (var select = connection.prepareStatement(sql)) {
            select.setString(1, stream.toString());
            return read(select.executeQuery());
        }
    }

    /** The events of these streams, by stream id. A stream that does not exist is absent. */
    Map<String, List<StoredEvent>> load(Collection<StreamId> streams) throws SQLException {
        var sql = """
            SELECT version, type, schema_version, data, stream_id FROM event
            WHERE stream_id = ANY (?) ORDER BY stream_id, version
            """;
        try (var select = connection.prepareStatement(sql)) {
            new StatementParameters(select).texts(streams, StreamId::toString);
            var rows = select.executeQuery();
            var events = new HashMap<String, List<StoredEvent>>();
            while (rows.next()) {
                events.computeIfAbsent(rows.getString(5), stream -> new ArrayList<>())
                        .add(event(rows));
            }
            return events;
        }
    }

    private static StoredEvent event(ResultSet row) throws SQLException {
        return new StoredEvent(row.getInt(1), row.getString(2), row.getInt(3), row.getString(4));
    }

    private List<StoredEvent> read(ResultSet rows) throws SQLException {
        var events = new ArrayList<StoredEvent>();
        while (rows.next()) {
            events.add(event(rows));
        }
        return events;
    }

    /**
     * Appends the events if the stream is at {@code expectedVersion}.
     *
     * @return false if another transaction has appended first; then nothing is appended
     */
    public boolean append(StreamId stream, int expectedVersion, List<NewEvent> events, String meta)
            throws SQLException {
        return append(stream, expectedVersion, events, meta, Optional.empty());
    }

    /**
     * Appends the events and stores the answer in one statement. So both are stored or neither is, with or without a
     * transaction.
     *
     * @return false if another transaction has appended first
     * @throws SQLException also if the {@linkplain DatabaseFailure#isKeyTaken() idempotency key is taken}
     */
    boolean append(
            StreamId stream, int expectedVersion, List<NewEvent> events, String meta, Optional<StoredAnswer> answer)
            throws SQLException {
        boolean isOne = events.size() == 1;
        var sql = AppendSql.of(expectedVersion == 0, answer.isPresent(), isOne);
        try (var append = connection.prepareStatement(sql)) {
            var values = new StatementParameters(append);
            if (expectedVersion == 0) {
                values.text(stream.toString()).text(stream.type()).number(events.size());
            } else {
                values.number(events.size()).text(stream.toString()).number(expectedVersion);
            }
            if (answer.isPresent()) {
                answer.get().bind(values);
            }
            values.text(stream.toString());
            if (isOne) {
                one(values, expectedVersion + 1, events.getFirst(), meta);
            } else {
                several(values, expectedVersion, events, meta);
            }
            trace(values);
            return append.executeUpdate() == events.size();
        }
    }

    /**
     * Appends events to several streams: to all new streams in one statement, then to the others in this order.
     *
     * @return false if another transaction has appended to one of them first; the caller must then roll back
     */
    boolean appendAll(List<Append> appends, String meta) throws SQLException {
        var first = appends.stream().filter(Append::begins).toList();
        if (!first.isEmpty() && !begin(first, meta)) {
            return false;
        }
        for (var append : appends) {
            if (!append.begins() && !append(append.stream(), append.after(), append.events(), meta)) {
                return false;
            }
        }
        return true;
    }

    private boolean begin(List<Append> streams, String meta) throws SQLException {
        record InStream(StreamId stream, int version, NewEvent event) {}
        var events = new ArrayList<InStream>();
        for (var append : streams) {
            int version = 0;
            for (var event : append.events()) {
                events.add(new InStream(append.stream(), ++version, event));
            }
        }
        try (var insert = connection.prepareStatement(AppendSql.BEGIN_ALL)) {
            var values = new StatementParameters(insert)
                    .texts(streams, append -> append.stream().toString())
                    .texts(streams, append -> append.stream().type())
                    .numbers(streams, append -> append.events().size())
                    .json(meta)
                    .texts(events, each -> each.stream().toString())
                    .numbers(events, InStream::version)
                    .texts(events, each -> each.event().id().toString())
                    .texts(events, each -> each.event().name())
                    .numbers(events, each -> each.event().schemaVersion())
                    .texts(events, each -> json(each.event()))
                    .number(streams.size());
            trace(values);
            return insert.executeUpdate() == events.size();
        }
    }

    /** Keeps the trace of the command in the outbox, so that the relay continues it. */
    private static void trace(StatementParameters values) throws SQLException {
        values.text(TraceParent.current().map(TraceParent::text).orElse(null));
    }

    private static void one(StatementParameters values, int version, NewEvent event, String meta) throws SQLException {
        values.number(version)
                .value(event.id())
                .text(event.name())
                .number(event.schemaVersion())
                .json(json(event))
                .json(meta);
    }

    private static void several(StatementParameters values, int expectedVersion, List<NewEvent> events, String meta)
            throws SQLException {
        values.number(expectedVersion)
                .json(meta)
                .texts(events, event -> event.id().toString())
                .texts(events, NewEvent::name)
                .numbers(events, NewEvent::schemaVersion)
                .texts(events, EventStore::json);
    }

    private static String json(NewEvent event) {
        var json = StoredJsonEncoder.of(event.data());
        if (json.length() > MOST_BYTES / MOST_BYTES_OF_A_CHARACTER
                && json.getBytes(StandardCharsets.UTF_8).length > MOST_BYTES) {
            throw Problem.of(
                    ProblemType.TOO_LARGE,
                    "A fact with its sources is larger than %,d bytes of JSON".formatted(MOST_BYTES));
        }
        return json;
    }
}
