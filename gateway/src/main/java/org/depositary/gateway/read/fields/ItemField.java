package org.depositary.gateway.read.fields;

import java.util.List;
import java.util.Optional;

/**
 * A field of the JSON of an item.
 *
 * @param type the Java type of the value; of its elements, if it is an array
 * @param isArray whether the value is an array
 * @param isRequired whether the field is always there and never null
 * @param fields the fields of the object, or of the objects in the array
 */
public record ItemField(
        String name, Shape shape, Class<?> type, boolean isArray, boolean isRequired, List<ItemField> fields) {

    /** What the JSON of a field can be. */
    public enum Shape {
        /** A text, number or boolean, or an array of them. */
        VALUE,
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
