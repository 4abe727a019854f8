package org.depositary.gateway.projection.documents;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Optional;
import org.depositary.gateway.log.LoggedEvent;

/**
 * The state of a document after some event of its stream.
 *
 * @param layers metadata by origin: {@code extracted}, {@code received}, {@code corrected}; and the names of the fields
 *     that curators corrected or confirmed
 * @param firstSeq position in the change log of the event that received the document
 */
record DocumentState(String id, ObjectNode layers, Optional<ObjectNode> takenDown, long firstSeq) {

    private static final List<String> LAYERS_BY_PRECEDENCE = List.of("extracted", "received", "corrected");
    /** The key of the corrected fields in {@link #layers}. */
    static final String CORRECTED_FIELDS = "correctedFields";

    private static final List<String> NOT_METADATA = List.of("id", "corrected", "reason", "metadata");

    static DocumentState empty(String id, LoggedEvent first) {
        return new DocumentState(id, JsonNodeFactory.instance.objectNode(), Optional.empty(), first.seq());
    }

    /**
     * The state after one more event.
     *
     * @throws IllegalArgumentException if this code does not know the event
     */
    DocumentState with(LoggedEvent change) {
        return switch (change.name() + " v" + change.schemaVersion()) {
            case "document-received v1" -> received(change);
            case "document-extracted v1" -> layer("extracted", change);
            case "document-metadata-corrected v1" -> layer("corrected", change);
            case "document-taken-down v1" -> takenDown(change);
            case "document-takedown-lifted v1" -> lifted(change);
            default ->
                throw new IllegalArgumentException("Unknown event of a document: %s v%d. It may need newer code"
                        .formatted(change.name(), change.schemaVersion()));
        };
    }

    /**
     * All metadata in one object: a corrected field replaces a received one, which replaces an extracted one. With the
     * origins of the fields and their conflicts.
     */
    ObjectNode details() {
        var details = JsonNodeFactory.instance.objectNode();
        for (var layer : LAYERS_BY_PRECEDENCE) {
            layers.path(layer).properties().forEach(field -> details.set(field.getKey(), field.getValue()));
        }
        new MetadataOrigins(layers).addTo(details);
        return details;
    }

    /** The first reception, or one after a lifted takedown. That one starts again, as in documents-service. */
    private DocumentState received(LoggedEvent change) {
        return new DocumentState(id, JsonNodeFactory.instance.objectNode(), Optional.empty(), firstSeq)
                .layer("received", change);
    }

    /** The fields for which the document itself states different values, unless a curator decided or it is taken down. */
    List<ObjectNode> conflictsInDocument() {
        return takenDown.isPresent() ? List.of() : new MetadataOrigins(layers).conflictsInDocument();
    }

    private DocumentState layer(String name, LoggedEvent change) {
        var data = (ObjectNode) change.data();
        ObjectNode layer = data.deepCopy().without(NOT_METADATA);
        // Moves the metadata of the upload up into the layer, next to the size and hash of the file.
        data.path("metadata").properties().forEach(field -> layer.set(field.getKey(), field.getValue()));
        var more = layers.deepCopy();
        more.set(name, layer);
        data.path("corrected").forEach(field -> more.withArray(CORRECTED_FIELDS).add(field));
        return new DocumentState(id, more, takenDown, firstSeq);
    }

    private DocumentState takenDown(LoggedEvent change) {
        return new DocumentState(id, layers, Optional.of(note(change)), firstSeq);
    }

    /** The text stays erased until the bytes are received again. */
    private DocumentState lifted(LoggedEvent change) {
        var lifted = takenDown.map(note -> note.deepCopy().<ObjectNode>set("lifted", note(change)));
        return new DocumentState(id, layers, lifted, firstSeq);
    }

    private static ObjectNode note(LoggedEvent change) {
        return JsonNodeFactory.instance
                .objectNode()
                .put("reason", change.data().path("reason").asText())
                .put("recordedAt", change.recordedAt().toString())
                .put("actor", change.actor());
    }
}
