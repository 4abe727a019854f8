package org.depositary.gateway.projection.documents;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.depositary.gateway.projection.Change;

/**
 * A document as its events tell it up to some event. Their data is kept layer by layer, {@code received},
 * {@code extracted} and {@code corrected}: which of them to believe is asked field by field.
 */
record Document(String id, ObjectNode layers, Optional<ObjectNode> takenDown) {

    private static final List<String> MOST_BELIEVED_FIRST = List.of("corrected", "received", "extracted");

    static Document unknown(String id) {
        return new Document(id, JsonNodeFactory.instance.objectNode(), Optional.empty());
    }

    /** @throws IllegalArgumentException for an event that this code is too old to read */
    Document with(Change change) {
        return switch (change.name() + " v" + change.schemaVersion()) {
            case "document-received v1" -> layer("received", received((ObjectNode) change.data()));
            case "document-extracted v1" -> layer("extracted", (ObjectNode) change.data());
            case "document-metadata-corrected v1" -> layer("corrected", (ObjectNode) change.data());
            case "document-taken-down v1" -> takenDown(change);
            default ->
                throw new IllegalArgumentException(
                        "No document is told by %s v%d".formatted(change.name(), change.schemaVersion()));
        };
    }

    /** A field by its name, from the most believed layer that has it. */
    Optional<String> field(String name) {
        return MOST_BELIEVED_FIRST.stream()
                .map(layers::path)
                .flatMap(layer -> Stream.ofNullable(layer.get(name)))
                .filter(value -> !value.isNull())
                .map(value -> value.asText())
                .findFirst();
    }

    String status() {
        return layers.path("extracted").path("status").asText("received");
    }

    Optional<Integer> extraction() {
        return Optional.ofNullable(layers.path("extracted").get("extraction")).map(number -> number.asInt());
    }

    /** What was given with the bytes stands beside what the bytes are. */
    private static ObjectNode received(ObjectNode data) {
        var flat = data.deepCopy();
        if (flat.remove("metadata") instanceof ObjectNode metadata) {
            metadata.properties().forEach(field -> flat.set(field.getKey(), field.getValue()));
        }
        return flat;
    }

    private Document layer(String name, ObjectNode data) {
        var more = layers.deepCopy();
        more.set(name, data.deepCopy().without(List.of("id", "corrected", "reason")));
        return new Document(id, more, takenDown);
    }

    private Document takenDown(Change change) {
        var note = JsonNodeFactory.instance
                .objectNode()
                .put("reason", change.data().path("reason").asText())
                .put("recordedAt", change.recordedAt().toString())
                .put("actor", change.actor());
        return new Document(id, layers, Optional.of(note));
    }
}
