package org.depositary.facts.command;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.depositary.eventsourcing.Problem.Flaw;

/**
 * Finds missing fields in a record that was read from JSON. Every component that is not an {@link Optional} is
 * required.
 */
final class RequiredFieldCheck {

    private RequiredFieldCheck() {}

    /** Returns a violation for each missing component, also in nested records. */
    static List<Flaw> missing(Object value) {
        var violations = new ArrayList<Flaw>();
        collect("", value, violations);
        return violations;
    }

    private static void collect(String path, Object value, List<Flaw> violations) {
        switch (value) {
            case null -> violations.add(Flaw.at(path, "is required"));
            case Optional<?> optional -> optional.ifPresent(present -> collect(path, present, violations));
            case List<?> list -> {
                for (int i = 0; i < list.size(); i++) {
                    collect(child(path, String.valueOf(i)), list.get(i), violations);
                }
            }
            case Record record
            when isStatementRecord(record) -> {
                for (var component : record.getClass().getRecordComponents()) {
                    collect(child(path, component.getName()), read(component, record), violations);
                }
            }
            default -> {
                // Nothing is checked inside types of Java and of the vocabulary, because they validate themselves.
            }
        }
    }

    private static boolean isStatementRecord(Record record) {
        return !record.getClass().getPackageName().startsWith("org.depositary.vocabulary");
    }

    private static String child(String path, String step) {
        return path.isEmpty() ? step : path + "/" + step;
    }

    private static Object read(RecordComponent component, Record record) {
        try {
            var accessor = component.getAccessor();
            accessor.setAccessible(true);
            return accessor.invoke(record);
        } catch (IllegalAccessException | InvocationTargetException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
