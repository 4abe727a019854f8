package org.depositary.gateway.route;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.quarkus.smallrye.openapi.OpenApiFilter;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.depositary.eventsourcing.http.CommandOpenApi;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.PathItem;

/**
 * Merges the OpenAPI documents of all services into that of the gateway. Operations that the gateway does not answer
 * itself get the extension {@value #OWNER}, which names the service to which they are forwarded.
 */
@OpenApiFilter(OpenApiFilter.RunStage.BUILD)
public class MergedOpenApi implements OASFilter {

    static final String OWNER = "x-owner";
    static final List<String> OWNERS = List.of("membership", "documents", "exercises");

    @Override
    public void filterOpenAPI(OpenAPI api) {
        OpenApiReadDescriber.in(api);
        CompleteListDescriber.in(api);
        Map<String, JsonNode> schemas = new HashMap<>();
        // Reserves the names of the gateway's own schemas, so that they stay unchanged.
        api.getComponents()
                .getSchemas()
                .keySet()
                .forEach(name -> schemas.put(name, JsonNodeFactory.instance.nullNode()));
        for (var owner : OWNERS) {
            var owned = ServiceOpenApiDocument.of(owner).besides(schemas);
            owned.document()
                    .path("components")
                    .path("schemas")
                    .properties()
                    .forEach(schema -> schemas.putIfAbsent(schema.getKey(), schema.getValue()));
            add(api, owned.model(), owner);
        }
        CommandOpenApi.describeRefusals(api);
        OpenApiSecurityDescriber.in(api);
    }

    private static void add(OpenAPI api, OpenAPI owned, String owner) {
        owned.getComponents().getSchemas().forEach(api.getComponents()::addSchema);
        Optional.ofNullable(owned.getComponents().getSecuritySchemes())
                .ifPresent(schemes -> schemes.forEach(api.getComponents()::addSecurityScheme));
        owned.getPaths().getPathItems().forEach((path, item) -> {
            if (path.startsWith("/api/")) {
                add(api, path, item, owner);
            }
        });
    }

    private static void add(OpenAPI api, String path, PathItem item, String owner) {
        var one = api.getPaths().getPathItem(path);
        if (one == null) {
            one = OASFactory.createPathItem();
            api.getPaths().addPathItem(path, one);
        }
        for (var operation : item.getOperations().entrySet()) {
            if (!one.getOperations().containsKey(operation.getKey())) {
                operation.getValue().addExtension(OWNER, owner);
                one.setOperation(operation.getKey(), operation.getValue());
            }
        }
    }
}
