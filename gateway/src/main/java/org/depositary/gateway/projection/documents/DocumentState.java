package org.depositary.gateway.projection.documents;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Optional;
import org.depositary.gateway.log.LoggedEvent;

/**
 * A document as its events tell it up to some event.
 *
 * @param layers the data of its events by where it comes from: which of them to believe is asked field by field
 * @param firstSeq place in the change log where it was received
 */
record DocumentState(String id, ObjectNode layers, Optional<ObjectNode> takenDown, long firstSeq) {

    private static final List<String> LEAST_BELIEVED_FIRST = List.of("extracted", "received", "corrected");
    private static final List<String> NOT_TOLD = List.of("id", "corrected", "reason", "metadata");

    static DocumentState unknown(String id, LoggedEvent first) {
        return new DocumentState(id, JsonNodeFactory.instance.objectNode(), Optional.empty(), first.seq());
    }

    /** @throws IllegalArgumentException for an event that this code is too old to read */
    DocumentState with(LoggedEvent change) {
        return switch (change.name() + " v" + change.schemaVersion()) {
            case "document-received v1" -> layer("received", change);
            case "document-extracted v1" -> layer("extracted", change);
            case "document-metadata-corrected v1" -> layer("corrected", change);
            case "document-taken-down v1" -> takenDown(change);
            default ->
                throw new IllegalArgumentException(
                        "No document is told by %s v%d".formatted(change.name(), change.schemaVersion()));
        };
    }

    /** What is known of it: each field from the most believed layer that has it. */
    ObjectNode details() {
        var details = JsonNodeFactory.instance.objectNode();
        for (var layer : LEAST_BELIEVED_FIRST) {
            layers.path(layer).properties().forEach(field -> details.set(field.getKey(), field.getValue()));
        }
        return details;
    }

    private DocumentState layer(String name, LoggedEvent change) {
        var data = (ObjectNode) change.data();
        ObjectNode layer = data.deepCopy().without(NOT_TOLD);
        // What was said when it was received stands beside what the bytes are.
        data.path("metadata").properties().forEach(field -> layer.set(field.getKey(), field.getValue()));
        var more = layers.deepCopy();
        more.set(name, layer);
        return new DocumentState(id, more, takenDown, firstSeq);
    }

    private DocumentState takenDown(LoggedEvent change) {
        var note = JsonNodeFactory.instance
                .objectNode()
                .put("reason", change.data().path("reason").asText())
                .put("recordedAt", change.recordedAt().toString())
                .put("actor", change.actor());
        return new DocumentState(id, layers, Optional.of(note), firstSeq);
    }
}
