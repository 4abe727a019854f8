package org.depositary.gateway.feeder;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.depositary.gateway.feeder.StreamIntake.Entry;

/** Creates a {@link StreamIntake} for every stream of a batch, with the data that it needs from the log. */
final class BatchIntakes {

    private BatchIntakes() {}

    /**
     * The intakes by stream.
     *
     * @param waiting the parked records by stream
     * @param log receives the new entries of all streams
     */
    static Map<String, StreamIntake> of(
            Connection connection,
            List<PublishedEvent> events,
            Map<String, List<ParkedRecord>> waiting,
            List<Entry> log)
            throws SQLException {
        var heads = StreamHeadTable.heads(connection, streams(events));
        var repeats = events.stream()
                .filter(event -> event.version()
                        <= heads.getOrDefault(event.streamId(), StreamHead.NONE).version())
                .toList();
        var known = StreamHeadTable.events(connection, repeats);
        var intakes = new HashMap<String, StreamIntake>();
        for (var stream : streams(events)) {
            intakes.put(
                    stream,
                    new StreamIntake(
                            heads.getOrDefault(stream, StreamHead.NONE),
                            known.getOrDefault(stream, Map.of()),
                            waiting.getOrDefault(stream, List.of()),
                            log));
        }
        return intakes;
    }

    static Set<String> streams(Collection<PublishedEvent> events) {
        return events.stream().map(PublishedEvent::streamId).collect(Collectors.toSet());
    }

    /** The new heads of the streams that have new entries. */
    static Map<String, StreamHead> changed(Map<String, StreamIntake> intakes, List<Entry> entries) {
        var heads = new HashMap<String, StreamHead>();
        entries.forEach(entry -> heads.computeIfAbsent(
                entry.event().streamId(), stream -> intakes.get(stream).head()));
        return heads;
    }
}
