package org.depositary.membership.imports.file;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.depositary.vocabulary.PartialDate;
import org.depositary.vocabulary.timeline.Change;
import org.depositary.vocabulary.timeline.Status;

/**
 * Finds the fields of a CSV row that cannot be read as a whole. A value is taken only where something says that it stands in
 * its column: a value of the wrong party would be worse than none.
 */
final class DamagedCsvRow {

    /** Columns whose values tell whether they stand in their place. */
    private static final Map<String, Predicate<String>> CHECKED = Map.of(
            "year", text -> text.matches("[12][0-9]{3}"),
            "status", parses(Status::of),
            "change", parses(Change::of),
            "effective", parses(PartialDate::parse));

    private final List<String> columns;

    DamagedCsvRow(List<String> columns) {
        this.columns = columns;
    }

    private static Predicate<String> parses(Function<String, ?> parser) {
        return text -> {
            try {
                parser.apply(text);
                return true;
            } catch (IllegalArgumentException notOne) {
                return false;
            }
        };
    }

    /** The values of a row before whatever is wrong with it. */
    static List<String> intact(String row, char separator) {
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

    /** The fields of a row that goes wrong somewhere behind these values. */
    Map<String, String> leading(List<String> values) {
        return fields(values, 0, 0, Math.min(values.size(), columns.size()));
    }

    /**
     * The fields of a row that has too few or too many values. From the left, those up to the last checked column are in
     * their place if all checked ones are; from the right, those from the first one on. Else the first value is, at most.
     */
    Map<String, String> of(List<String> values) {
        if (values.size() == columns.size()) {
            return leading(values);
        }
        var checked = IntStream.range(0, columns.size())
                .filter(i -> CHECKED.containsKey(columns.get(i)))
                .toArray();
        int first = checked[0];
        int last = checked[checked.length - 1];
        int shift = values.size() - columns.size();
        if (isInPlace(values, checked, 0)) {
            return fields(values, 0, 0, last + 1);
        }
        var fields = new HashMap<>(leading(values.subList(0, 1)));
        if (isInPlace(values, checked, shift)) {
            fields.putAll(fields(values, shift, first, columns.size()));
        }
        return fields;
    }

    private boolean isInPlace(List<String> values, int[] checked, int shift) {
        return IntStream.of(checked)
                .allMatch(i -> i + shift >= 0
                        && i + shift < values.size()
                        && CHECKED.get(columns.get(i))
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
