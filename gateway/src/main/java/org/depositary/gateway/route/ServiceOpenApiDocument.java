package org.depositary.gateway.route;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.smallrye.openapi.api.SmallRyeOpenAPI;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import org.eclipse.microprofile.config.ConfigProvider;
import org.eclipse.microprofile.openapi.models.OpenAPI;

/**
 * The OpenAPI document of a backend service, from {@code contracts/openapi}.
 *
 * @param owner name of the service, for example {@code membership}
 */
record ServiceOpenApiDocument(String owner, ObjectNode document) {

    private static final ObjectMapper JSON = new ObjectMapper();

    static ServiceOpenApiDocument of(String owner) {
        var file = "contracts/openapi/%s.json".formatted(owner);
        try (var stream = Thread.currentThread().getContextClassLoader().getResourceAsStream(file)) {
            if (stream == null) {
                throw new IllegalStateException("Missing resource: " + file);
            }
            return new ServiceOpenApiDocument(owner, (ObjectNode) JSON.readTree(stream));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Returns a copy of the document. A schema whose name is already used for a different schema gets the name of its service as a
     * prefix.
     */
    ServiceOpenApiDocument besides(Map<String, JsonNode> schemas) {
        var text = document.toString();
        var taken = document.path("components").path("schemas").properties().stream()
                .filter(schema -> schemas.containsKey(schema.getKey())
                        && !schema.getValue().equals(schemas.get(schema.getKey())))
                .map(Map.Entry::getKey)
                .toList();
        for (var name : taken) {
            text = text.replace(reference(name), reference(ownName(name)));
        }
        return new ServiceOpenApiDocument(owner, renamed(text, taken));
    }

    private ObjectNode renamed(String text, Iterable<String> taken) {
        try {
            var renamed = (ObjectNode) JSON.readTree(text);
            var schemas = (ObjectNode) renamed.path("components").path("schemas");
            taken.forEach(name -> schemas.set(ownName(name), schemas.remove(name)));
            return renamed;
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    OpenAPI model() {
        var bytes = document.toString().getBytes(StandardCharsets.UTF_8);
        return SmallRyeOpenAPI.builder()
                .withConfig(ConfigProvider.getConfig())
                .enableModelReader(false)
                .enableStandardStaticFiles(false)
                .enableAnnotationScan(false)
                .enableStandardFilter(false)
                .withCustomStaticFile(() -> new ByteArrayInputStream(bytes))
                .build()
                .model();
    }

    private String ownName(String schema) {
        return owner.substring(0, 1).toUpperCase(Locale.ROOT) + owner.substring(1) + schema;
    }

    private static String reference(String schema) {
        return "\"#/components/schemas/%s\"".formatted(schema);
    }
}
