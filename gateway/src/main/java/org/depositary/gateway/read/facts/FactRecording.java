package org.depositary.gateway.read.facts;

import com.fasterxml.jackson.databind.JsonNode;
import java.sql.SQLException;
import org.depositary.gateway.read.ResultRow;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * An event of a fact.
 *
 * @param id of the event
 * @param type CloudEvents type, {@code org.depositary.membership.membership-changed.v1}
 * @param recordedAt when it was recorded (RFC 3339)
 * @param actor pseudonymous id of who recorded it
 * @param version of the fact's stream
 * @param data as its owner stored it; the OpenAPI document keeps the name that clients know for its schema
 */
@Schema(name = "Recording")
public record FactRecording(
        String id,
        String type,
        String recordedAt,
        String actor,
        int version,
        @Schema(ref = "#/components/schemas/Json1") JsonNode data) {

    static FactRecording read(ResultRow row) throws SQLException {
        return new FactRecording(
                row.text("event_id"),
                row.text("type"),
                row.instant("recorded_at"),
                row.text("actor"),
                row.number("version"),
                row.json("data"));
    }
}
