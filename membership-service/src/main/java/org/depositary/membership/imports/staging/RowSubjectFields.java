package org.depositary.membership.imports.staging;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;

/** The fields that identify the subject of a row, as written in the file: organisation, party and date. */
final class RowSubjectFields {

    // The fields stay JSON and are converted to text only when a row is rejected, because conversion costs time.
    private final JsonNode organization;
    private final JsonNode party;
    private final JsonNode date;

    /** Must be called before validation, because validation removes the fields from the row. */
    RowSubjectFields(ObjectNode fields, ImportRowKind format) {
        this.organization = fields.get("organization");
        this.party = fields.get("party");
        this.date = fields.get(MembershipFileColumns.dateColumn(format));
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
