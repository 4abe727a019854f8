package org.depositary.facts.command;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.depositary.eventsourcing.Problem.Flaw;

/** What a record that came from JSON lacks: every component that is not an {@link Optional} must be there. */
final class RequiredFields {

    private RequiredFields() {}

    /** A violation for each missing component, here and in the records within. */
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
                    collect(below(path, String.valueOf(i)), list.get(i), violations);
                }
            }
            case Record record
            when isOurs(record) -> {
                for (var component : record.getClass().getRecordComponents()) {
                    collect(below(path, component.getName()), read(component, record), violations);
                }
            }
            default -> {
                // a value of the vocabulary or of Java: it is there, and it checked itself
            }
        }
    }

    private static boolean isOurs(Record record) {
        return !record.getClass().getPackageName().startsWith("org.depositary.vocabulary");
    }

    private static String below(String path, String step) {
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
