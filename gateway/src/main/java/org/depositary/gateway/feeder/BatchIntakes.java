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

/** The intake of every stream of a batch, with what the log knows of it. */
final class BatchIntakes {

    private BatchIntakes() {}

    /**
     * By stream.
     *
     * @param waiting by stream, what of it is parked
     * @param log takes what enters
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

    /** The heads of the streams of which something has entered. */
    static Map<String, StreamHead> changed(Map<String, StreamIntake> intakes, List<Entry> entries) {
        var heads = new HashMap<String, StreamHead>();
        entries.forEach(entry -> heads.computeIfAbsent(
                entry.event().streamId(), stream -> intakes.get(stream).head()));
        return heads;
    }
}
