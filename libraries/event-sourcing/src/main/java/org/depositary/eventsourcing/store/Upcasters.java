package org.depositary.eventsourcing.store;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.HashMap;
import java.util.Map;
import java.util.function.UnaryOperator;

/**
 * Conversions of stored event data to the next schema version. Events are kept for ever as they were written, so each
 * old version needs one.
 */
public final class Upcasters {

    private record Shape(String name, int version) {}

    private final Map<Shape, UnaryOperator<ObjectNode>> conversions = new HashMap<>();

    /** Registers the conversion from {@code fromVersion} to the next version. It may change the data that it gets. */
    public void add(String name, int fromVersion, UnaryOperator<ObjectNode> conversion) {
        conversions.put(new Shape(name, fromVersion), conversion);
    }

    /**
     * Converts data step by step.
     *
     * @throws IllegalStateException if a conversion is missing
     */
    public ObjectNode convert(String name, int fromVersion, int toVersion, ObjectNode data) {
        var converted = data;
        for (int version = fromVersion; version < toVersion; version++) {
            var conversion = conversions.get(new Shape(name, version));
            if (conversion == null) {
                throw new IllegalStateException("No conversion of %s from version %d".formatted(name, version));
            }
            converted = conversion.apply(converted);
        }
        return converted;
    }
}
