package org.depositary.membership.imports.staging;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;
import org.depositary.membership.imports.job.ImportFormat;

/** The fields of a row that tell what it is about, as they are written. */
final class RowKey {

    // As nodes: of most rows nobody asks.
    private final JsonNode organization;
    private final JsonNode party;
    private final JsonNode date;

    /** Must be made before the row is put into canonical form, which takes its fields away. */
    RowKey(ObjectNode fields, ImportFormat format) {
        this.organization = fields.get("organization");
        this.party = fields.get("party");
        this.date = fields.get(format.date());
    }

    Optional<String> organization() {
        return text(organization);
    }

    Optional<String> party() {
        return text(party);
    }

    Optional<String> date() {
        return text(date);
    }

    private static Optional<String> text(JsonNode value) {
        return Optional.ofNullable(value)
                .filter(JsonNode::isValueNode)
                .filter(present -> !present.isNull())
                .map(present -> present.asText().strip())
                .filter(text -> !text.isEmpty());
    }
}
