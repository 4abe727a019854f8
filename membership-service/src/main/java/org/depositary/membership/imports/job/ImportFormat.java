package org.depositary.membership.imports.job;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** What the rows of a file are. */
public enum ImportFormat {
    /** A membership change each. */
    CHANGES(
            "changes",
            List.of("change", "effective"),
            List.of("founding", "note", "decided", "signed", "ratified", "inForce")),
    /** The status of a party in an organisation in a year each. */
    STATE_YEARS("state-years", List.of("year", "status"), List.of());

    /** The columns that make up a source; one of the first four names it. */
    public static final List<String> SOURCE =
            List.of("source", "title", "uri", "document", "anchor", "quote", "author", "published", "locator");

    private static final int NAMES_SOURCE = 4;

    private final String text;
    private final List<String> needed;
    private final List<String> own;

    ImportFormat(String text, List<String> required, List<String> optional) {
        this.text = text;
        this.needed = Stream.concat(Stream.of("organization", "party"), required.stream())
                .toList();
        this.own = optional;
    }

    private List<String> taken() {
        return Stream.of(needed, List.of("organization_name"), own, SOURCE)
                .flatMap(List::stream)
                .toList();
    }

    public static Optional<ImportFormat> of(String text) {
        return Arrays.stream(values())
                .filter(format -> format.text.equals(text))
                .findFirst();
    }

    /** What is wrong with the columns of a file, if anything is. */
    public Optional<String> flaw(List<String> columns) {
        var missing =
                needed.stream().filter(column -> !columns.contains(column)).toList();
        if (!missing.isEmpty()) {
            return Optional.of(
                    "There is no column %s; a file of %s needs %s and source".formatted(missing, this, needed));
        }
        if (SOURCE.subList(0, NAMES_SOURCE).stream().noneMatch(columns::contains)) {
            return Optional.of("There is no column source; every fact needs one");
        }
        return columns.stream()
                .filter(column -> !taken().contains(column))
                .findFirst()
                .map(unknown ->
                        "There is no column '%s' in a file of %s; known are %s".formatted(unknown, this, taken()))
                .or(() -> repeated(columns));
    }

    private static Optional<String> repeated(List<String> columns) {
        return columns.stream()
                .filter(column -> columns.indexOf(column) != columns.lastIndexOf(column))
                .findFirst()
                .map("There are two columns %s"::formatted);
    }

    /** The column that tells when. */
    public String date() {
        return this == STATE_YEARS ? "year" : "effective";
    }

    /** As in addresses. */
    @Override
    public String toString() {
        return text;
    }
}
