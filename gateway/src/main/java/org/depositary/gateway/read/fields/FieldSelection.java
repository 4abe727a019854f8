package org.depositary.gateway.read.fields;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * The fields that a client wants of each item.
 *
 * @param paths paths into the JSON; a path selects everything below it. Empty: all fields
 */
public record FieldSelection(List<List<String>> paths) {

    public static final FieldSelection ALL = new FieldSelection(List.of());

    /** The maximum number of paths, and of parts of a path. */
    private static final int MOST = 200;

    /**
     * Parses dotted paths, separated by commas: {@code party,since.edtf}.
     *
     * @throws IllegalArgumentException if the item has no such field; the message lists the known ones
     */
    public static FieldSelection parse(String text, ItemFields known) {
        var paths = Arrays.stream(text.split(",", MOST + 1))
                .map(String::strip)
                .filter(path -> !path.isEmpty())
                .map(path -> List.of(path.split("\\.", -1)))
                .distinct()
                .toList();
        if (paths.isEmpty() || paths.size() > MOST) {
            throw new IllegalArgumentException(
                    "give from 1 to %d fields, separated by commas. Known fields: %s".formatted(MOST, known.names()));
        }
        for (var path : paths) {
            if (!known.contains(path)) {
                throw new IllegalArgumentException(
                        "unknown field '%s'. Known fields: %s".formatted(String.join(".", path), known.names()));
            }
        }
        return new FieldSelection(paths);
    }

    public boolean isAll() {
        return paths.isEmpty();
    }

    /** Returns a copy with the selected fields only. Selects within every object of an array. */
    public JsonNode of(JsonNode json) {
        return isAll() ? json : selected(json, paths);
    }

    private static JsonNode selected(JsonNode json, List<List<String>> paths) {
        return switch (json) {
            case ArrayNode array -> {
                var copy = JsonNodeFactory.instance.arrayNode(array.size());
                array.forEach(element -> copy.add(selected(element, paths)));
                yield copy;
            }
            case ObjectNode object -> selected(object, paths);
            default -> json;
        };
    }

    private static ObjectNode selected(ObjectNode object, List<List<String>> paths) {
        var copy = JsonNodeFactory.instance.objectNode();
        byFirstPart(paths).forEach((name, rests) -> {
            var value = object.get(name);
            if (value != null) {
                boolean whole = rests.stream().anyMatch(List::isEmpty);
                copy.set(name, whole ? value : selected(value, rests));
            }
        });
        return copy;
    }

    private static Map<String, List<List<String>>> byFirstPart(List<List<String>> paths) {
        var rests = new LinkedHashMap<String, List<List<String>>>();
        paths.forEach(path ->
                rests.merge(path.getFirst(), List.of(path.subList(1, path.size())), (some, more) -> Stream.concat(
                                some.stream(), more.stream())
                        .toList()));
        return rests;
    }
}
