package org.depositary.gateway.read.facts;

import com.fasterxml.jackson.databind.JsonNode;
import java.sql.SQLException;
import org.depositary.gateway.read.ResultRow;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * An event of a fact.
 *
 * @param id id of the event
 * @param type CloudEvents type, for example {@code org.depositary.membership.membership-changed.v1}
 * @param recordedAt when the event was recorded (RFC 3339)
 * @param actor pseudonymous id of the person who recorded the event
 * @param version version of the fact's stream after the event
 * @param data the event as its service stored it
 */
@Schema(name = "Recording")
public record FactRecording(String id, String type, String recordedAt, String actor, int version, JsonNode data) {

    static FactRecording read(ResultRow row) throws SQLException {
        return new FactRecording(
                row.text("event_id"),
                row.text("type"),
                row.instant("recorded_at"),
                row.text("actor"),
                row.number("version"),
                row.json("data"));
    }

    boolean isVerification() {
        return type.contains("-verified.v");
    }
}
