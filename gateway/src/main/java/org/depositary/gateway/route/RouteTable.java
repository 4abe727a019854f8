package org.depositary.gateway.route;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.runtime.Startup;
import io.quarkus.smallrye.openapi.runtime.OpenApiConstants;
import io.quarkus.smallrye.openapi.runtime.OpenApiDocumentService;
import io.smallrye.openapi.runtime.io.Format;
import io.vertx.core.http.HttpMethod;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * All paths in the OpenAPI document of the gateway. The document is large, so it is parsed at startup on the main
 * thread. No request waits for it on an event loop.
 */
@Startup
@ApplicationScoped
class RouteTable {

    private static final List<String> METHODS = List.of("get", "put", "post", "delete", "patch");

    private final List<RoutePattern> all;

    RouteTable(ObjectMapper mapper, OpenApiDocumentService documents) {
        try {
            var document = documents.getDocument(OpenApiConstants.DEFAULT_DOCUMENT_NAME, Format.JSON);
            all = mapper.readTree(document).path("paths").properties().stream()
                    .map(path -> RoutePattern.of(path.getKey(), methods(path.getValue())))
                    .sorted(Comparator.comparing(RoutePattern::parameters))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    List<RoutePattern> all() {
        return all;
    }

    Optional<RoutePattern> of(String path) {
        return all.stream().filter(address -> address.matches(path)).findFirst();
    }

    private static Map<HttpMethod, Optional<String>> methods(JsonNode item) {
        var methods = new HashMap<HttpMethod, Optional<String>>();
        for (var name : METHODS) {
            if (item.has(name)) {
                methods.put(
                        HttpMethod.valueOf(name.toUpperCase(Locale.ROOT)),
                        Optional.ofNullable(item.get(name).get(MergedOpenApi.OWNER))
                                .map(JsonNode::asText));
            }
        }
        return methods;
    }
}
