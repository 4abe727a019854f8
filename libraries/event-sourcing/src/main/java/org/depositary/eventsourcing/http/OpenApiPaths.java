package org.depositary.eventsourcing.http;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.runtime.Startup;
import io.quarkus.smallrye.openapi.runtime.OpenApiConstants;
import io.quarkus.smallrye.openapi.runtime.OpenApiDocumentService;
import io.smallrye.openapi.runtime.io.Format;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * The paths in the OpenAPI document of this process. The document is large, so it is parsed at startup on the main
 * thread. No request waits for it on an event loop.
 */
@Startup
@ApplicationScoped
public class OpenApiPaths {

    private final Map<String, JsonNode> items = new HashMap<>();
    private final PathTemplates templates;

    OpenApiPaths(ObjectMapper mapper, OpenApiDocumentService documents) {
        try {
            var document = documents.getDocument(OpenApiConstants.DEFAULT_DOCUMENT_NAME, Format.JSON);
            mapper.readTree(document)
                    .path("paths")
                    .properties()
                    .forEach(path -> items.put(path.getKey(), path.getValue()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        templates = new PathTemplates(items.keySet());
    }

    /** The path items of the document, by path template. */
    public Map<String, JsonNode> items() {
        return Map.copyOf(items);
    }

    /** The template of a requested path. Empty if the document does not describe it. */
    public Optional<String> template(String path) {
        return templates.of(path);
    }
}
