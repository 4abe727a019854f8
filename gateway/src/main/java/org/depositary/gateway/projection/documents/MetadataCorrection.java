package org.depositary.gateway.projection.documents;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.depositary.gateway.log.LoggedEvent;

/** What a correction of a document's metadata changed: the member {@code factChange} of its data (ADR 53). */
record MetadataCorrection(LoggedEvent event, DocumentState before, DocumentState after) {

    static boolean isOne(LoggedEvent event) {
        return event.name().equals("document-metadata-corrected");
    }

    ObjectNode json() {
        return JsonNodeFactory.instance
                .objectNode()
                .put("fact", "/api/documents/" + after.id())
                .put("action", "corrected")
                .put("stands", true)
                .putNull("effective")
                .put("recordedAt", event.recordedAt().toString())
                .<ObjectNode>set("before", corrected(before.details()))
                .set("after", corrected(after.details()));
    }

    private ObjectNode corrected(ObjectNode details) {
        var fields = JsonNodeFactory.instance.objectNode();
        for (JsonNode field : event.data().path("corrected")) {
            fields.set(field.asText(), details.get(field.asText()));
        }
        return fields;
    }
}
