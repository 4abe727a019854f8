package org.depositary.gateway.openapi;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.stream.Collectors;
import org.jboss.jandex.IndexView;

/**
 * Makes the schemas of the gateway's responses exact. A field is required unless its record component is an
 * {@code Optional} that is left out when empty. It can be {@code null} only if it is an {@code Optional} that is always
 * written. The generated schemas say neither, because they do not know how Jackson writes a record.
 */
final class RecordSchemas {

    private final List<JsonRecord> records;

    RecordSchemas(IndexView classes) {
        this.records = classes.getKnownClasses().stream()
                .filter(type -> type.isRecord() && type.name().toString().startsWith("org.depositary.gateway."))
                .map(type -> JsonRecord.of(type, classes))
                // The schema of a generic record has a longer name than the record.
                .sorted(Comparator.comparing((JsonRecord type) -> type.name().length())
                        .reversed())
                .toList();
    }

    void complete(ObjectNode document) {
        forEach(document, RecordSchemas::complete);
    }

    /** Adds the Javadoc of the records. Schemas of services without it must be compared before. */
    void describe(ObjectNode document) {
        forEach(document, RecordSchemas::describe);
    }

    private void forEach(ObjectNode document, BiConsumer<ObjectNode, JsonRecord> action) {
        document.path("components").path("schemas").properties().forEach(schema -> recordOf(
                        schema.getKey(), schema.getValue())
                .ifPresent(type -> action.accept((ObjectNode) schema.getValue(), type)));
    }

    private static void describe(ObjectNode schema, JsonRecord type) {
        type.description().ifPresent(text -> describe(schema, text));
        type.fields().forEach(field -> field.description()
                .ifPresent(
                        text -> describe((ObjectNode) schema.path("properties").path(field.name()), text)));
    }

    private static void describe(ObjectNode schema, String text) {
        if (!schema.has("description")) {
            schema.put("description", text);
        }
    }

    private Optional<JsonRecord> recordOf(String name, JsonNode schema) {
        var properties = schema.path("properties").properties().stream()
                .map(Map.Entry::getKey)
                .collect(Collectors.toSet());
        return records.stream()
                .filter(type -> name.startsWith(type.name()))
                .filter(type -> type.names().equals(properties))
                .findFirst();
    }

    private static void complete(ObjectNode schema, JsonRecord type) {
        var properties = (ObjectNode) schema.path("properties");
        var ordered = new LinkedHashMap<String, JsonNode>();
        var required = schema.putArray("required");
        for (var field : type.fields()) {
            var property = properties.get(field.name());
            ordered.put(field.name(), field.isNullable() ? property : withoutNull(property));
            if (field.isRequired()) {
                required.add(field.name());
            }
        }
        if (required.isEmpty()) {
            schema.remove("required");
        }
        properties.removeAll();
        properties.setAll(ordered);
        if (type.isOpen()) {
            schema.put("additionalProperties", true);
        }
    }

    /** Removes the type {@code null} from the schema of a property. */
    private static JsonNode withoutNull(JsonNode property) {
        var schema = ((ObjectNode) property).deepCopy();
        var types = schema.path("type");
        if (types.isArray() && types.size() == 2) {
            schema.set("type", types.get(0).asText().equals("null") ? types.get(1) : types.get(0));
        }
        var choices = schema.path("anyOf");
        if (choices.size() == 2 && choices.get(1).path("type").asText().equals("null")) {
            schema.remove("anyOf");
            schema.setAll((ObjectNode) choices.get(0));
        }
        return schema;
    }
}
