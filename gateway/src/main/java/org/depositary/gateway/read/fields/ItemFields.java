package org.depositary.gateway.read.fields;

import java.lang.reflect.Type;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.depositary.gateway.read.fields.ItemField.Shape;

/** The fields of an item as its JSON has them, derived from its Java type. */
public record ItemFields(List<ItemField> fields) {

    private static final Map<Type, ItemFields> KNOWN = new ConcurrentHashMap<>();

    public static ItemFields of(Type item) {
        return KNOWN.computeIfAbsent(item, type -> new ItemFields(ItemFieldReader.fields(type)));
    }

    /** The fields of the objects in the array {@code items} of a page. Empty if the type is not a page. */
    public static Optional<ItemFields> ofPage(Type page) {
        return ItemField.named(of(page).fields(), "items")
                .filter(items -> items.shape() == Shape.OBJECTS)
                .map(items -> new ItemFields(items.fields()));
    }

    /** Whether the path can exist in an item. True for every path below a field with open names. */
    public boolean contains(List<String> path) {
        return contains(fields, path);
    }

    private static boolean contains(List<ItemField> fields, List<String> path) {
        var field = ItemField.named(fields, path.getFirst());
        if (field.isEmpty()) {
            return hasFurtherFields(fields);
        }
        return path.size() == 1
                || field.get().shape() == Shape.OPEN
                || contains(field.get().fields(), path.subList(1, path.size()));
    }

    private static boolean hasFurtherFields(List<ItemField> fields) {
        return fields.stream().anyMatch(field -> field.shape() == Shape.FURTHER_FIELDS);
    }

    /** The names of the fields for people, with those of nested objects: {@code since, since.edtf, …}. */
    public String names() {
        return fields.stream()
                .filter(field -> field.shape() != Shape.FURTHER_FIELDS)
                .flatMap(field -> Stream.concat(
                        Stream.of(field.name()), field.fields().stream().map(part -> field.name() + "." + part.name())))
                .collect(Collectors.joining(", "));
    }
}
