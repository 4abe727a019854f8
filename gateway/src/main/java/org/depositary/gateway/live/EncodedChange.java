package org.depositary.gateway.live;

import io.vertx.core.buffer.Buffer;
import java.util.List;
import java.util.Optional;
import org.depositary.eventsourcing.telemetry.TraceParent;
import org.depositary.gateway.log.Cursor;
import org.depositary.gateway.log.LoggedCloudEvent;

/**
 * A change in the two encodings that clients get, encoded once for all clients.
 *
 * @param json the CloudEvent with its cursor, on one line
 * @param event the same JSON as a server-sent event (HTML Living Standard)
 * @param cause the span that stored the change in the log; empty if it is old or not traced
 */
public record EncodedChange(LoggedCloudEvent change, String json, Buffer event, Optional<TraceParent> cause) {

    /** Enough for one write. A reader holds these bytes in memory until its client accepts them. */
    private static final long MOST_BYTES = 256 << 10;

    static EncodedChange of(LoggedCloudEvent change) {
        var cursor = change.cursor();
        var json = "{\"cursor\": \"" + cursor + "\", " + change.cloudEvent().substring(1);
        return new EncodedChange(
                change,
                json,
                Buffer.buffer("id: " + cursor + "\nevent: change\ndata: " + json + "\n\n"),
                Optional.empty());
    }

    EncodedChange causedBy(Optional<TraceParent> span) {
        return new EncodedChange(change, json, event, span);
    }

    static List<EncodedChange> all(List<LoggedCloudEvent> changes) {
        return changes.stream().map(EncodedChange::of).toList();
    }

    /** The first of these changes: until they have 256 KiB together. */
    static List<EncodedChange> firstOf(List<EncodedChange> changes) {
        int count = 0;
        for (long bytes = 0; count < changes.size() && bytes < MOST_BYTES; count++) {
            bytes += changes.get(count).event().length();
        }
        return List.copyOf(changes.subList(0, count));
    }

    public Cursor cursor() {
        return change.cursor();
    }

    long seq() {
        return cursor().seq();
    }
}
