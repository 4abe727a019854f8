package org.depositary.membership.imports.staging;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.depositary.imports.file.FileColumns;
import org.depositary.imports.file.WholeNumberText;
import org.depositary.imports.rows.RowSources;
import org.depositary.vocabulary.dates.PartialDate;
import org.depositary.vocabulary.timeline.MembershipChangeKind;
import org.depositary.vocabulary.timeline.MembershipStatus;

final class MembershipFileColumns implements FileColumns {

    private static final Set<String> DATES = Set.of("decided", "signed", "ratified", "inForce");
    private static final Set<String> WHOLE_NUMBERS =
            Set.of("year", "party", "effective", "founding", "decided", "signed", "ratified", "inForce");

    private static final Map<String, Predicate<String>> RECOGNIZABLE = Map.of(
            "year", text -> WholeNumberText.of(text).matches("[12][0-9]{3}"),
            "status", parsesWith(MembershipStatus::of),
            "change", parsesWith(MembershipChangeKind::of),
            "effective", parsesWith(PartialDate::parse));

    private final ImportRowKind format;
    private final List<String> required;
    private final List<String> all;

    MembershipFileColumns(ImportRowKind format) {
        this.format = format;
        this.required = switch (format) {
            case CHANGES -> List.of("organization", "party", "change", "effective");
            case STATE_YEARS -> List.of("organization", "party", "year", "status");
        };
        List<String> optional =
                switch (format) {
                    case CHANGES -> List.of("founding", "note", "decided", "signed", "ratified", "inForce");
                    case STATE_YEARS -> List.of();
                };
        this.all = Stream.of(required, List.of("organization_name"), optional, RowSources.COLUMNS)
                .flatMap(List::stream)
                .toList();
    }

    private static Predicate<String> parsesWith(Function<String, ?> parser) {
        return text -> {
            try {
                parser.apply(text);
                return true;
            } catch (IllegalArgumentException invalid) {
                return false;
            }
        };
    }

    static String dateColumn(ImportRowKind format) {
        return format == ImportRowKind.STATE_YEARS ? "year" : "effective";
    }

    @Override
    public List<String> columns() {
        return all;
    }

    @Override
    public Optional<String> headerError(List<String> columns) {
        var missing =
                required.stream().filter(column -> !columns.contains(column)).toList();
        if (!missing.isEmpty()) {
            return Optional.of(
                    "Column %s is missing; a file of %s needs %s and source".formatted(missing, format, required));
        }
        return RowSources.headerError(columns).or(() -> columnError(columns));
    }

    private Optional<String> columnError(List<String> columns) {
        return columns.stream()
                .filter(column -> !all.contains(column))
                .findFirst()
                .map(unknown ->
                        "Unknown column '%s' in a file of %s. Known columns: %s".formatted(unknown, format, all))
                .or(() -> duplicateError(columns));
    }

    private static Optional<String> duplicateError(List<String> columns) {
        return columns.stream()
                .filter(column -> columns.indexOf(column) != columns.lastIndexOf(column))
                .findFirst()
                .map("Column %s occurs more than once"::formatted);
    }

    @Override
    public void putValue(ObjectNode row, String column, String value) {
        if (DATES.contains(column)) {
            row.withObject("/dates").put(column, value);
        } else if (column.equals("founding")) {
            putFlag(row, column, value);
        } else {
            row.put(column, value);
        }
    }

    private static void putFlag(ObjectNode row, String column, String value) {
        switch (value.toLowerCase(Locale.ROOT)) {
            case "true", "1" -> row.put(column, true);
            case "false", "0" -> row.put(column, false);
            default -> row.put(column, value);
        }
    }

    @Override
    public Set<String> wholeNumberColumns() {
        return WHOLE_NUMBERS;
    }

    @Override
    public Map<String, Predicate<String>> recognizableColumns() {
        return RECOGNIZABLE;
    }

    @Override
    public List<String> subjectFields() {
        return List.of("organization", "party", "year", "effective");
    }
}
