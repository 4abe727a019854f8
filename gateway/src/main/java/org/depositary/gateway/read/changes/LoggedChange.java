package org.depositary.gateway.read.changes;

import com.fasterxml.jackson.databind.JsonNode;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.depositary.gateway.log.Cursor;
import org.depositary.gateway.read.ResultRow;

/**
 * A change with its content.
 *
 * @param type CloudEvents type
 * @param data the data of the event as its service stored it
 * @param factChange what the event changed about its fact; empty for events that are about no fact
 */
public record LoggedChange(
        Cursor cursor,
        UUID eventId,
        String type,
        String streamId,
        Instant recordedAt,
        List<String> organizations,
        List<String> parties,
        JsonNode data,
        Optional<JsonNode> factChange) {

    private static final int NAME_PART = 3;

    static LoggedChange read(ResultRow row) throws SQLException {
        return new LoggedChange(
                new Cursor(row.text("epoch"), row.optionalNumber("seq").orElseThrow()),
                row.of().getObject("event_id", UUID.class),
                row.text("type"),
                row.text("stream_id"),
                Instant.parse(row.instant("recorded_at")),
                row.texts("organizations"),
                row.texts("parties"),
                row.json("data"),
                row.optionalJson("fact_change"));
    }

    public long seq() {
        return cursor.seq();
    }

    /** The event name within the type, for example {@code membership-changed}. */
    public String eventName() {
        return type.split("\\.")[NAME_PART];
    }
}
