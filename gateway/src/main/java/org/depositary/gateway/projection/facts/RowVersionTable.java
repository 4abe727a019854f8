package org.depositary.gateway.projection.facts;

import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * A table that keeps all versions of its rows, and the record type of a row: component {@code startEarliest} is column
 * {@code start_earliest}. Every such table also has {@code seq_from}, {@code seq_to}, {@code recorded_from} and
 * {@code recorded_to}: when a version begins and ends.
 */
public final class RowVersionTable<R extends Record> {

    private final String name;
    private final List<String> key;
    private final List<String> columns = new ArrayList<>();
    private final List<Method> accessors = new ArrayList<>();

    private RowVersionTable(String name, Class<R> row, List<String> key) {
        this.name = name;
        this.key = key;
        for (var component : row.getRecordComponents()) {
            columns.add(component.getName().replaceAll("(?=[A-Z])", "_").toLowerCase(Locale.ROOT));
            // Makes the accessor accessible, because the records of rows are package-private.
            component.getAccessor().setAccessible(true);
            accessors.add(component.getAccessor());
        }
    }

    /** @param key the text columns that identify a current row; they are the first components of the record */
    public static <R extends Record> RowVersionTable<R> of(String name, Class<R> row, String... key) {
        var table = new RowVersionTable<>(name, row, List.of(key));
        if (!table.columns.subList(0, key.length).equals(Arrays.asList(key))) {
            throw new IllegalArgumentException(
                    "The key columns of %s must be the first components of its record".formatted(name));
        }
        return table;
    }

    String name() {
        return name;
    }

    List<String> keyColumns() {
        return key;
    }

    List<String> columns() {
        return columns;
    }

    List<Object> values(R row) {
        return values(row, columns.size());
    }

    List<String> key(R row) {
        return values(row, key.size()).stream().map(String.class::cast).toList();
    }

    private List<Object> values(R row, int count) {
        try {
            var values = new ArrayList<>(count);
            for (var accessor : accessors.subList(0, count)) {
                values.add(accessor.invoke(row));
            }
            return values;
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }
}
