package org.depositary.gateway.route;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.runtime.Startup;
import io.vertx.core.http.HttpMethod;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.depositary.eventsourcing.http.OpenApiPaths;

/** All paths in the OpenAPI document of the gateway, with the methods that each of them allows. */
@Startup
@ApplicationScoped
class RouteTable {

    private static final List<String> METHODS = List.of("get", "put", "post", "delete", "patch");

    private final OpenApiPaths paths;
    private final Map<String, RoutePattern> byTemplate = new HashMap<>();

    RouteTable(OpenApiPaths paths) {
        this.paths = paths;
        paths.items().forEach((template, item) -> byTemplate.put(template, new RoutePattern(template, methods(item))));
    }

    Optional<RoutePattern> of(String path) {
        return paths.template(path).map(byTemplate::get);
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
