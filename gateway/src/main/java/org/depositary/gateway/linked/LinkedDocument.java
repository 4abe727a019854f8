package org.depositary.gateway.linked;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;

/**
 * A JSON-LD document about one thing. It has its whole context, so clients load no context from elsewhere. Terms are
 * compact IRIs; the context only defines their prefixes.
 */
public record LinkedDocument(LinkedNode about) {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final JsonNode CONTEXT = context();

    public String text() {
        try {
            return JSON.writeValueAsString(json());
        } catch (JsonProcessingException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    private ObjectNode json() {
        var document = JsonNodeFactory.instance.objectNode();
        document.set("@context", CONTEXT);
        document.setAll(about.json());
        return document;
    }

    private static JsonNode context() {
        try (var file = LinkedDocument.class.getResourceAsStream("/linked/context.json")) {
            return JSON.readTree(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
