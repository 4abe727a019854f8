package org.depositary.exercises.imports.staging;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.depositary.exercises.domain.ExerciseKind;
import org.depositary.imports.file.FileColumns;
import org.depositary.imports.rows.RowSources;

/** The columns of a file of exercises. Besides the named ones, a file can have a column {@code party:CN} for each party. */
final class ExerciseFileColumns implements FileColumns {

    static final String PARTY_PREFIX = "party:";

    static final List<String> NAMED = List.of(
            "id",
            "name",
            "kind",
            "status",
            "start",
            "end",
            "organization",
            "participants",
            "place",
            "country",
            "lat",
            "lon",
            "strength_min",
            "strength_max",
            "series");

    private static final List<String> ALL =
            Stream.concat(NAMED.stream(), RowSources.COLUMNS.stream()).toList();
    private static final Set<String> WHOLE_NUMBERS = Set.of("id", "start", "end", "strength_min", "strength_max");
    private static final int MAX_PARTY_COLUMNS = 500;

    private final ExerciseFileOptions options;

    ExerciseFileColumns(ExerciseFileOptions options) {
        this.options = options;
    }

    static boolean isParty(String column) {
        return column.toLowerCase(Locale.ROOT).startsWith(PARTY_PREFIX);
    }

    @Override
    public List<String> columns() {
        return ALL;
    }

    @Override
    public Optional<String> headerError(List<String> columns) {
        if (!columns.contains("start")) {
            return Optional.of("Column start is missing; an exercise needs a date");
        }
        return RowSources.headerError(columns)
                .or(() -> unknownError(columns))
                .or(() -> duplicateError(columns))
                .or(() -> tooManyError(columns));
    }

    private static Optional<String> unknownError(List<String> columns) {
        return columns.stream()
                .filter(column -> !ALL.contains(column) && !isParty(column))
                .findFirst()
                .map(unknown ->
                        "Unknown column '%s' in a file of exercises. Known columns: %s, and party:CN for each party"
                                .formatted(unknown, ALL));
    }

    private static Optional<String> duplicateError(List<String> columns) {
        return columns.stream()
                .filter(column -> columns.indexOf(column) != columns.lastIndexOf(column))
                .findFirst()
                .map("Column %s occurs more than once"::formatted);
    }

    private static Optional<String> tooManyError(List<String> columns) {
        return columns.stream().filter(ExerciseFileColumns::isParty).count() > MAX_PARTY_COLUMNS
                ? Optional.of("A file can have at most %d columns of parties".formatted(MAX_PARTY_COLUMNS))
                : Optional.empty();
    }

    @Override
    public void putValue(ObjectNode row, String column, String value) {
        row.put(column, value);
    }

    @Override
    public Set<String> wholeNumberColumns() {
        return WHOLE_NUMBERS;
    }

    @Override
    public Map<String, Predicate<String>> recognizableColumns() {
        return Map.of("start", text -> FileDates.isDate(text, options), "kind", ExerciseFileColumns::isKind);
    }

    private static boolean isKind(String text) {
        try {
            ExerciseKind.of(text);
            return true;
        } catch (IllegalArgumentException unknown) {
            return false;
        }
    }

    @Override
    public List<String> subjectFields() {
        return List.of("id", "name", "start");
    }
}
