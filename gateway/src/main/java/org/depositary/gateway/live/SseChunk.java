package org.depositary.gateway.live;

import io.vertx.core.buffer.Buffer;
import java.util.List;
import org.depositary.eventsourcing.telemetry.TraceParent;
import org.depositary.gateway.log.ChangeFilter;
import org.depositary.gateway.log.Cursor;

/**
 * A part of the log for one subscriber, encoded as server-sent events (SSE).
 *
 * @param bytes the matching changes as server-sent events
 * @param upTo cursor of the last change that was examined, matching or not
 * @param causes the traces of the matching changes
 */
record SseChunk(Buffer bytes, Cursor upTo, List<TraceParent> causes) {

    /**
     * Encodes the changes that match the filter.
     *
     * @param changes not empty
     */
    static SseChunk of(List<EncodedChange> changes, ChangeFilter filter) {
        var matching = changes.stream()
                .filter(change -> filter.matches(change.change()))
                .toList();
        return ofMatching(matching, changes.getLast().cursor());
    }

    /**
     * @param changes only changes that match the filter
     * @param upTo cursor of the last change that was examined
     */
    static SseChunk ofMatching(List<EncodedChange> changes, Cursor upTo) {
        var causes = changes.stream().flatMap(change -> change.cause().stream()).toList();
        return new SseChunk(joined(changes), upTo, causes);
    }

    private static Buffer joined(List<EncodedChange> changes) {
        if (changes.size() == 1) {
            return changes.getFirst().event();
        }
        var all = Buffer.buffer(
                changes.stream().mapToInt(change -> change.event().length()).sum());
        changes.forEach(change -> all.appendBuffer(change.event()));
        return all;
    }
}
