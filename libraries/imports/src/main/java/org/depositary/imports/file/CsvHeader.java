package org.depositary.imports.file;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.depositary.eventsourcing.Problem;

/**
 * The header of a CSV file. Names may be in any case. Columns without a name at the end are ignored if they are empty, as
 * spreadsheets write them; a first column without a name is ignored if it has row numbers, as pandas and R write them.
 *
 * @param columns the names of the columns, without those that are ignored
 * @param numbered whether the first column has row numbers
 */
record CsvHeader(List<String> columns, boolean numbered) {

    /** @throws Problem if the header is invalid: 422 */
    static CsvHeader of(List<String> given, FileColumns shape) {
        var names = new ArrayList<>(given.stream().map(String::strip).toList());
        while (!names.isEmpty() && names.getLast().isEmpty()) {
            names.removeLast();
        }
        boolean numbered = !names.isEmpty() && names.getFirst().isEmpty();
        if (numbered) {
            names.removeFirst();
        }
        int unnamed = names.indexOf("");
        if (unnamed >= 0) {
            throw Problem.invalid("", "Column %d has no name".formatted(unnamed + (numbered ? 2 : 1)));
        }
        var known =
                shape.columns().stream().collect(Collectors.toMap(name -> name.toLowerCase(Locale.ROOT), name -> name));
        var columns = names.stream()
                .map(name -> known.getOrDefault(name.toLowerCase(Locale.ROOT), name))
                .toList();
        shape.headerError(columns).ifPresent(error -> {
            throw Problem.invalid("", error);
        });
        return new CsvHeader(columns, numbered);
    }

    /** Returns the values of the named columns, as far as the row has them. */
    List<String> values(List<String> row) {
        var values = numbered && !row.isEmpty() ? row.subList(1, row.size()) : row;
        int length = values.size();
        while (length > columns.size() && values.get(length - 1).isBlank()) {
            length--;
        }
        return values.subList(0, length);
    }

    /** Returns the error in a row. Empty if each value has a column. */
    Optional<String> error(List<String> row) {
        if (numbered && !row.isEmpty() && !isRowNumber(row.getFirst().strip())) {
            return Optional.of("Its first column has no name in the header, and is no row number");
        }
        int count = values(row).size();
        return count == columns.size()
                ? Optional.empty()
                : Optional.of("It has %d columns where the header has %d"
                        .formatted(count + offset(), columns.size() + offset()));
    }

    private int offset() {
        return numbered ? 1 : 0;
    }

    private static boolean isRowNumber(String text) {
        return IntStream.range(0, text.length()).allMatch(i -> Character.isDigit(text.charAt(i)));
    }
}
