package org.depositary.gateway.openapi;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Gives equal schemas of several services one name. A schema of a service that differs from one of the gateway has the name
 * of its service as a prefix: {@code DocumentsSource} and {@code ExercisesSource}. If all of them are equal, their name has
 * no prefix. If the gateway has another schema of that name, it is {@code NewSource}, like those of other request bodies. A
 * prefix can also come from a reference to such a schema.
 */
final class SharedSchemas {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Pattern PREFIXED = Pattern.compile("(Membership|Documents|Exercises)([A-Z]\\w+)");
    private static final String SHARED = "New";

    private SharedSchemas() {}

    static void merge(ObjectNode document) {
        var schemas = document.path("components").path("schemas");
        // A schema can refer to others. It is equal to another only after those have their shared names.
        boolean merged = true;
        while (merged) {
            merged = false;
            for (var group : groups(schemas).entrySet()) {
                var names = equalOnes(schemas, group.getValue(), group.getKey());
                var shared = shared(group.getKey(), names, schemas);
                if (names.size() > 1 && (names.contains(shared) || !schemas.has(shared))) {
                    rename(document, names, shared);
                    schemas = document.path("components").path("schemas");
                    merged = true;
                }
            }
        }
    }

    /** The name without a prefix, unless the gateway has another schema of that name. */
    private static String shared(String name, List<String> names, JsonNode schemas) {
        return schemas.has(name) && !names.contains(name) ? SHARED + name : name;
    }

    /** All schemas of the group, if they are equal, and the one without a prefix if it is equal too. */
    private static List<String> equalOnes(JsonNode schemas, List<String> group, String name) {
        var one = schemas.path(group.getFirst());
        if (!group.stream().map(schemas::path).allMatch(one::equals)) {
            return List.of();
        }
        return schemas.path(name).equals(one) ? joined(group, List.of(name)) : group;
    }

    private static Map<String, List<String>> groups(JsonNode schemas) {
        var groups = new TreeMap<String, List<String>>();
        schemas.fieldNames().forEachRemaining(name -> {
            var prefixed = PREFIXED.matcher(name);
            if (prefixed.matches()) {
                groups.merge(prefixed.group(2), List.of(name), SharedSchemas::joined);
            }
        });
        return groups;
    }

    private static List<String> joined(List<String> some, List<String> others) {
        return Stream.concat(some.stream(), others.stream()).toList();
    }

    private static void rename(ObjectNode document, List<String> names, String shared) {
        var schemas = (ObjectNode) document.path("components").path("schemas");
        var schema = schemas.path(names.getFirst());
        schemas.remove(names);
        schemas.set(shared, schema);
        var text = document.toString();
        for (var name : names) {
            text = text.replace(reference(name), reference(shared));
        }
        try {
            document.setAll((ObjectNode) JSON.readTree(text));
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static String reference(String schema) {
        return "\"#/components/schemas/%s\"".formatted(schema);
    }
}
