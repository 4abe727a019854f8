package org.depositary.imports.file;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.IntStream;

/**
 * Salvages the fields of a CSV row that cannot be parsed as a whole. A value is used only if there is evidence that
 * it belongs to its column, because a value in the wrong column would be worse than none.
 */
final class CsvRowSalvage {

    private final List<String> columns;
    private final Map<String, Predicate<String>> recognizable;

    CsvRowSalvage(List<String> columns, Map<String, Predicate<String>> recognizable) {
        this.columns = columns;
        this.recognizable = recognizable;
    }

    /** Returns the values before the first quoting error of a row. */
    static List<String> valuesBeforeError(String row, char separator) {
        var values = new ArrayList<String>();
        int start = 0;
        while (start < row.length()) {
            boolean quoted = row.charAt(start) == '"';
            int end = quoted ? row.indexOf("\"" + separator, start + 1) : row.indexOf(separator, start);
            var value = end < 0 ? "\"" : row.substring(quoted ? start + 1 : start, end);
            if (value.indexOf('"') >= 0 || value.indexOf('\n') >= 0 || value.indexOf('\r') >= 0) {
                break;
            }
            values.add(value);
            start = end + (quoted ? 2 : 1);
        }
        return values;
    }

    /** Assigns the values to the columns from the left. Values beyond the last column are ignored. */
    Map<String, String> leadingFields(List<String> values) {
        return fields(values, 0, 0, Math.min(values.size(), columns.size()));
    }

    /**
     * Assigns the values of a row that has too few or too many values. The recognizable columns, such as the year,
     * show which values are in place. If they match when counted from the left, all values up to the last
     * recognizable column are used. If they match when counted from the right, all values from the first recognizable
     * column on are used, and the first value of the row. Otherwise only the first value is used.
     */
    Map<String, String> alignedFields(List<String> values) {
        if (values.size() == columns.size()) {
            return leadingFields(values);
        }
        var checked = IntStream.range(0, columns.size())
                .filter(i -> recognizable.containsKey(columns.get(i)))
                .toArray();
        if (checked.length > 0 && areRecognized(values, checked, 0)) {
            return fields(values, 0, 0, checked[checked.length - 1] + 1);
        }
        var fields = new HashMap<>(leadingFields(values.subList(0, Math.min(1, values.size()))));
        int shift = values.size() - columns.size();
        if (checked.length > 0 && areRecognized(values, checked, shift)) {
            fields.putAll(fields(values, shift, checked[0], columns.size()));
        }
        return fields;
    }

    private boolean areRecognized(List<String> values, int[] checkedColumns, int shift) {
        return IntStream.of(checkedColumns)
                .allMatch(i -> i + shift >= 0
                        && i + shift < values.size()
                        && recognizable
                                .get(columns.get(i))
                                .test(values.get(i + shift).strip()));
    }

    private Map<String, String> fields(List<String> values, int shift, int from, int until) {
        var fields = new HashMap<String, String>();
        for (int i = from; i < until; i++) {
            fields.put(columns.get(i), values.get(i + shift).strip());
        }
        return fields;
    }
}
