package org.depositary.gateway.live;

import io.vertx.core.buffer.Buffer;
import java.util.List;
import org.depositary.gateway.log.Cursor;
import org.depositary.gateway.log.LoggedCloudEvent;

/**
 * A change in the two encodings that clients get, encoded once for all clients.
 *
 * @param json the CloudEvent with its cursor, on one line
 * @param event the same JSON as a server-sent event (HTML Living Standard)
 */
public record EncodedChange(LoggedCloudEvent change, String json, Buffer event) {

    static EncodedChange of(LoggedCloudEvent change) {
        var cursor = change.cursor();
        var json = "{\"cursor\": \"" + cursor + "\", " + change.cloudEvent().substring(1);
        return new EncodedChange(
                change, json, Buffer.buffer("id: " + cursor + "\nevent: change\ndata: " + json + "\n\n"));
    }

    static List<EncodedChange> all(List<LoggedCloudEvent> changes) {
        return changes.stream().map(EncodedChange::of).toList();
    }

    public Cursor cursor() {
        return change.cursor();
    }

    long seq() {
        return cursor().seq();
    }
}
