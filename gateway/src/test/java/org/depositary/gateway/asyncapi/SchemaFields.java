package org.depositary.gateway.asyncapi;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** Reads the fields of schemas of an AsyncAPI document, for the event catalogue. */
record SchemaFields(JsonNode schemas) {

    private static final String COMMON = "common.";

    /**
     * A field of an event or of a type.
     *
     * @param name with the names of the objects that contain it, for example {@code dates.signed}
     * @param type in words, in Markdown
     * @param meaning empty if the contract does not describe the field
     */
    record Field(String name, String type, boolean required, String meaning) {}

    /** The fields of an object, also those of objects in it. */
    List<Field> of(JsonNode schema) {
        var fields = new ArrayList<Field>();
        collect("", schema, fields);
        return fields;
    }

    /** The names of all types to which the schemas refer, also through other types. */
    Collection<String> types(Collection<JsonNode> roots) {
        var types = new TreeSet<>(Comparator.comparing(SchemaFields::title));
        var open = new ArrayList<>(roots);
        while (!open.isEmpty()) {
            for (var reference : open.removeLast().findValuesAsText("$ref")) {
                var name = name(reference);
                if (types.add(name)) {
                    open.add(schemas.path(name));
                }
            }
        }
        types.removeIf(name -> !isType(name));
        return types;
    }

    /** The type in words: a link to a type of the page, or the JSON type. */
    String type(JsonNode schema) {
        var name = reference(schema);
        if (name.isPresent() && isType(name.get())) {
            return "[%1$s](#type-%2$s)".formatted(title(name.get()), anchor(name.get()));
        }
        return name.isPresent() ? type(schemas.path(name.get())) : jsonType(schema);
    }

    String meaning(JsonNode schema) {
        return schema.has("description")
                ? schema.path("description").asText()
                : reference(schema)
                        .map(name -> schemas.path(name).path("description").asText())
                        .orElse("");
    }

    static String title(String type) {
        return type.substring(type.indexOf('.') + 1);
    }

    private void collect(String prefix, JsonNode schema, List<Field> fields) {
        var required = new ArrayList<String>();
        schema.path("required").forEach(name -> required.add(name.asText()));
        schema.path("properties").properties().forEach(field -> {
            var name = prefix + field.getKey();
            var value = field.getValue();
            fields.add(new Field(name, type(value), required.contains(field.getKey()), meaning(value)));
            collect(name + ".", value, fields);
            collect(name + "[].", value.path("items"), fields);
            collect(name + ".*.", value.path("additionalProperties"), fields);
        });
    }

    /** Objects and lists of objects have a section of their own, and so have texts of a common format. */
    private boolean isType(String name) {
        var schema = schemas.path(name);
        boolean isFormat = schema.has("pattern") || schema.has("maxLength");
        return schema.path("type").asText().equals("object") || name.startsWith(COMMON) && isFormat;
    }

    private static Optional<String> reference(JsonNode schema) {
        var reference = schema.has("$ref") ? schema.path("$ref") : schema.at("/allOf/0/$ref");
        return reference.isMissingNode() ? Optional.empty() : Optional.of(name(reference.asText()));
    }

    private static String name(String reference) {
        return reference.substring(reference.lastIndexOf('/') + 1);
    }

    private static String anchor(String type) {
        return title(type).toLowerCase(Locale.ROOT);
    }

    private String jsonType(JsonNode schema) {
        if (schema.has("enum")) {
            return texts(schema.path("enum")).map(value -> "`" + value + "`").collect(Collectors.joining(", "));
        }
        if (schema.has("const")) {
            return "`" + schema.path("const").asText() + "`";
        }
        if (schema.has("items")) {
            return "list of " + type(schema.path("items"));
        }
        var type = schema.path("type");
        return type.isArray() ? texts(type).collect(Collectors.joining(" or ")) : type.asText("any");
    }

    private static Stream<String> texts(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false).map(JsonNode::asText);
    }
}
