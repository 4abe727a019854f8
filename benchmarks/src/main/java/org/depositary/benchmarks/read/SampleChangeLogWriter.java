package org.depositary.benchmarks.read;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import org.depositary.benchmarks.read.SampleRegisterGenerator.Event;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyIn;

/** Writes the sample register directly into a gateway's change log, as its feeder would. */
final class SampleChangeLogWriter {

    private final CopyIn copy;
    private long seq;

    private SampleChangeLogWriter(CopyIn copy) {
        this.copy = copy;
    }

    /** Writes a sample register of about {@code count} changes. Returns the exact number. */
    static long write(Connection connection, long count) throws SQLException {
        return write(connection, log -> SampleRegisterGenerator.tell(7, count, log::add));
    }

    static long write(Connection connection, List<Event> events) throws SQLException {
        return write(connection, log -> events.forEach(log::add));
    }

    private static long write(Connection connection, Consumer<SampleChangeLogWriter> events) throws SQLException {
        var copy = connection.unwrap(PGConnection.class).getCopyAPI().copyIn("""
                COPY change (seq, epoch, stream_id, version, event_id, kind, type, recorded_at, latest,
                             organizations, parties, topic_id, part, off, cloudevent) FROM STDIN
                """);
        var log = new SampleChangeLogWriter(copy);
        events.accept(log);
        copy.endCopy();
        try (var statement = connection.createStatement()) {
            statement.execute("""
                    INSERT INTO stream_head
                    SELECT DISTINCT ON (stream_id) stream_id, version, event_id, organizations, parties
                    FROM change ORDER BY stream_id, version DESC
                    """);
            statement.execute("UPDATE change_head SET seq = (SELECT max(seq) FROM change), "
                    + "latest = (SELECT max(latest) FROM change)");
        }
        return log.seq;
    }

    private void add(Event event) {
        seq++;
        var type = "org.depositary.%s.%s.v1".formatted(event.kind(), event.name());
        var eventId = new UUID(event.id().getMostSignificantBits() ^ seq << 16, seq | 0x8000000000000000L);
        var cloudEvent = """
                {"specversion": "1.0", "id": "%s", "source": "/%s-service", "type": "%s", "subject": "%s", "time": "%s", \
                "datacontenttype": "application/json", "sequence": %d, "actor": "local-curator", "data": %s}""".formatted(
                        eventId, event.kind(), type, event.stream(), event.recordedAt(), event.version(), event.data());
        var line = String.join(
                "\t",
                Long.toString(seq),
                "bench",
                event.stream(),
                Integer.toString(event.version()),
                eventId.toString(),
                event.kind(),
                type,
                event.recordedAt().toString(),
                event.recordedAt().toString(),
                "{}",
                "{}",
                "bench",
                Integer.toString(Math.floorMod(event.stream().hashCode(), 12)),
                Long.toString(seq),
                cloudEvent.replace("\\", "\\\\"));
        var bytes = (line + "\n").getBytes(StandardCharsets.UTF_8);
        try {
            copy.writeToCopy(bytes, 0, bytes.length);
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        }
    }
}
