package org.depositary.gateway.read.changes;

import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.UUID;
import org.depositary.gateway.log.Cursor;
import org.depositary.gateway.read.ResultRow;

/**
 * A change that a filter selects, without its content.
 *
 * @param latest the newest {@code recorded_at} of the log up to this change; never falls
 */
public record MatchingChange(Cursor cursor, UUID eventId, OffsetDateTime latest) {

    static MatchingChange read(ResultRow row) throws SQLException {
        return new MatchingChange(
                new Cursor(row.text("epoch"), row.optionalNumber("seq").orElseThrow()),
                row.of().getObject("event_id", UUID.class),
                row.of().getObject("latest", OffsetDateTime.class));
    }

    public long seq() {
        return cursor.seq();
    }
}
