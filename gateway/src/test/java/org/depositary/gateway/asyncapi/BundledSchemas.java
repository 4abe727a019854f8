package org.depositary.gateway.asyncapi;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;
import java.util.regex.Pattern;
import org.depositary.testing.ContractFiles;

/**
 * Copies schemas of {@code contracts/} into the components of an AsyncAPI document, with all definitions that they use.
 * Translates JSON Schema 2020-12 into draft 7, which AsyncAPI has. Objects stay open: readers ignore new fields.
 */
final class BundledSchemas {

    private static final String COMPONENTS = "#/components/schemas/";
    private static final Pattern DEFINITION = Pattern.compile(
            "https://depositary\\.org/contracts/events/(?:([a-z]+)/)?definitions\\.schema\\.json#/\\$defs/(\\w+)");

    private final ObjectNode components;

    /** @param components the schemas of the document; definitions are added to them */
    BundledSchemas(ObjectNode components) {
        this.components = components;
    }

    /** Adds a schema under this name. */
    void add(String name, JsonNode schema) {
        components.set(name, translated(schema));
    }

    static ObjectNode reference(String name) {
        return JsonNodeFactory.instance.objectNode().put("$ref", COMPONENTS + name);
    }

    private JsonNode translated(JsonNode schema) {
        if (schema.isArray()) {
            var items = JsonNodeFactory.instance.arrayNode();
            schema.forEach(item -> items.add(translated(item)));
            return items;
        }
        if (!schema.isObject()) {
            return schema;
        }
        var result = JsonNodeFactory.instance.objectNode();
        schema.properties().forEach(keyword -> translate(keyword.getKey(), keyword.getValue(), result));
        return result.size() > 1 ? withoutSiblings(result) : result;
    }

    private void translate(String keyword, JsonNode value, ObjectNode result) {
        switch (keyword) {
            case "$schema", "$id" -> {}
            case "$ref" -> result.setAll(definition(value.asText()));
            case "properties" -> {
                var fields = result.putObject(keyword);
                value.properties().forEach(field -> fields.set(field.getKey(), translated(field.getValue())));
            }
            case "dependentRequired" -> result.set("dependencies", value);
            case "additionalProperties" ->
                Optional.of(value)
                        .filter(others -> !others.isBoolean())
                        .ifPresent(others -> result.set(keyword, translated(others)));
            default -> result.set(keyword, translated(value));
        }
    }

    /** In draft 7, a reference hides all other keywords of its schema. */
    private static ObjectNode withoutSiblings(ObjectNode schema) {
        var reference = schema.remove("$ref");
        if (reference != null) {
            schema.withArrayProperty("allOf").addObject().set("$ref", reference);
        }
        return schema;
    }

    private ObjectNode definition(String reference) {
        var parts = DEFINITION.matcher(reference);
        if (!parts.matches()) {
            throw new IllegalArgumentException("Not a definition of contracts/events: " + reference);
        }
        var area = Optional.ofNullable(parts.group(1));
        var name = area.orElse("common") + "." + parts.group(2);
        if (!components.has(name)) {
            // Reserves the name first, because a definition can use itself.
            components.putObject(name);
            add(name, definitions(area).path(parts.group(2)));
        }
        return reference(name);
    }

    private static JsonNode definitions(Optional<String> area) {
        var directory = area.map(name -> "events/" + name).orElse("events");
        return EventContract.json(ContractFiles.path(directory + "/definitions.schema.json"))
                .path("$defs");
    }
}
