package org.depositary.gateway.live;

import io.vertx.core.buffer.Buffer;
import java.time.Instant;
import java.util.List;
import org.depositary.gateway.log.Cursor;

/**
 * A change as clients get it.
 *
 * @param json the CloudEvent with its cursor, on one line
 * @param event the same as a server-sent event (HTML Living Standard), encoded once for all who read it
 */
public record EncodedChange(
        Cursor cursor,
        String kind,
        String type,
        Instant recordedAt,
        List<String> organizations,
        List<String> parties,
        String json,
        Buffer event) {

    private static final int NAME = 3;

    /** @param cloudEvent JSON on one line, as PostgreSQL writes jsonb */
    public static EncodedChange of(
            Cursor cursor,
            String kind,
            String type,
            Instant recordedAt,
            List<String> organizations,
            List<String> parties,
            String cloudEvent) {
        var json = "{\"cursor\": \"" + cursor + "\", " + cloudEvent.substring(1);
        var event = Buffer.buffer("id: " + cursor + "\nevent: change\ndata: " + json + "\n\n");
        return new EncodedChange(cursor, kind, type, recordedAt, organizations, parties, json, event);
    }

    long seq() {
        return cursor.seq();
    }

    /** {@code membership-changed} of {@code org.depositary.membership.membership-changed.v1}. */
    String name() {
        return type.split("\\.")[NAME];
    }
}
