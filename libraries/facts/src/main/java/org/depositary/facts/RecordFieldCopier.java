package org.depositary.facts;

import java.util.Arrays;
import java.util.Collection;

/** Copies fields between two records of the same type. A field is a record component. */
final class RecordFieldCopier {

    private RecordFieldCopier() {}

    /** Returns the statement with the named fields taken from {@code other}. */
    static <V> V overlay(V statement, V other, Collection<String> fields) {
        if (fields.isEmpty()) {
            return statement;
        }
        try {
            var components = statement.getClass().getRecordComponents();
            var types = new Class<?>[components.length];
            var values = new Object[components.length];
            for (int i = 0; i < components.length; i++) {
                var component = components[i];
                component.getAccessor().setAccessible(true);
                types[i] = component.getType();
                values[i] = component.getAccessor().invoke(fields.contains(component.getName()) ? other : statement);
            }
            var constructor = statement.getClass().getDeclaredConstructor(types);
            constructor.setAccessible(true);
            @SuppressWarnings("unchecked") // The cast is safe because the constructor belongs to the class V.
            var combined = (V) constructor.newInstance(values);
            return combined;
        } catch (ReflectiveOperationException impossible) {
            throw new IllegalStateException(
                    "Not a record: " + Arrays.toString(statement.getClass().getInterfaces()), impossible);
        }
    }
}
