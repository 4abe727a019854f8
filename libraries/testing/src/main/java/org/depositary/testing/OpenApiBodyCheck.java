package org.depositary.testing;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import java.util.List;

/**
 * Checks JSON against the schemas of an OpenAPI document, with a validator that others wrote. A field that the schema does
 * not name is an error, unless the schema allows any.
 */
public final class OpenApiBodyCheck {

    private static final JsonSchemaFactory SCHEMAS = JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012);

    private final JsonNode components;

    public OpenApiBodyCheck(JsonNode document) {
        this.components = document.path("components").deepCopy();
        components.path("schemas").forEach(OpenApiBodyCheck::close);
    }

    /** Returns the errors of the value, in words. Empty if it matches the schema. */
    public List<String> errors(JsonNode schema, JsonNode value) {
        var root = ((ObjectNode) schema.deepCopy());
        close(root);
        root.set("components", components);
        return SCHEMAS.getSchema(root).validate(value).stream()
                .map(Object::toString)
                .limit(5)
                .toList();
    }

    /** Forbids other fields in all objects that list theirs. */
    private static void close(JsonNode schema) {
        if (schema instanceof ObjectNode object && object.path("properties").isObject()) {
            if (!object.has("additionalProperties")) {
                object.put("additionalProperties", false);
            }
            object.path("properties").forEach(OpenApiBodyCheck::close);
        }
        if (schema.path("items").isObject()) {
            close(schema.path("items"));
        }
    }
}
