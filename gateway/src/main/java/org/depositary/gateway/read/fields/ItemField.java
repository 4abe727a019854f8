package org.depositary.gateway.read.fields;

import java.util.List;
import java.util.Optional;

/**
 * A field of the JSON of an item.
 *
 * @param fields the fields of the object, or of the objects in the array
 * @param type the type of the value, or of the values in the array; text for objects, whose JSON is a text
 */
public record ItemField(String name, Shape shape, List<ItemField> fields, ValueType type) {

    ItemField(String name, Shape shape, List<ItemField> fields) {
        this(name, shape, fields, ValueType.TEXT);
    }

    /** What the JSON of a field can be. */
    public enum Shape {
        /** A text, number or boolean. */
        VALUE,
        /** An array of texts, numbers or booleans. */
        VALUES,
        /** An object whose fields the Java type declares. */
        OBJECT,
        /** An array of objects. */
        OBJECTS,
        /** An object whose field names depend on the data, or any other JSON. */
        OPEN,
        /** Not a field itself: further fields of the enclosing object, whose names depend on the data. */
        FURTHER_FIELDS
    }

    static Optional<ItemField> named(List<ItemField> fields, String name) {
        return fields.stream()
                .filter(field -> field.name.equals(name) && field.shape != Shape.FURTHER_FIELDS)
                .findFirst();
    }
}
