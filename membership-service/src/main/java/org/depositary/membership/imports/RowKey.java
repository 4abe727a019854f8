package org.depositary.membership.imports;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;

/** The fields of a row that tell what it is about, as they are written. */
record RowKey(Optional<String> organization, Optional<String> party, Optional<String> date) {

    /** Must be taken before the row is put into canonical form, which takes its fields away. */
    static RowKey of(ObjectNode fields, Format format) {
        return new RowKey(text(fields.get("organization")), text(fields.get("party")), text(fields.get(format.date())));
    }

    private static Optional<String> text(JsonNode value) {
        return Optional.ofNullable(value)
                .filter(JsonNode::isValueNode)
                .filter(present -> !present.isNull())
                .map(present -> present.asText().strip())
                .filter(text -> !text.isEmpty());
    }
}
