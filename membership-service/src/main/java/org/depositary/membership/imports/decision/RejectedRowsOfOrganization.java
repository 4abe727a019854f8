package org.depositary.membership.imports.decision;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.depositary.imports.file.LineNumbers;
import org.depositary.membership.imports.staging.RejectedRow;

/**
 * The rejected rows of one organisation. A rejected row may have meant a fact of the set, so such facts are protected
 * from retraction. For a rejected state-year, the status of that year is unknown.
 */
final class RejectedRowsOfOrganization {

    private final List<RejectedRow> all;
    private final Map<String, List<RejectedRow>> byParty = new HashMap<>();
    private final List<RejectedRow> withoutParty = new ArrayList<>();
    /** Maps the text of a party that cannot be resolved to the years of its rows. */
    private final Map<String, Set<Integer>> yearsByName = new HashMap<>();

    private final LineNumbers withoutOrganization;

    /**
     * @param withoutOrganization the lines of rejected rows whose organisation cannot be read; they may be about this
     *     one
     */
    RejectedRowsOfOrganization(List<RejectedRow> rows, LineNumbers withoutOrganization) {
        this.all = rows;
        this.withoutOrganization = withoutOrganization;
        rows.forEach(this::add);
    }

    private void add(RejectedRow row) {
        if (row.party().isPresent()) {
            byParty.computeIfAbsent(row.party().get(), party -> new ArrayList<>())
                    .add(row);
            return;
        }
        withoutParty.add(row);
        var name = row.name().orElse("line " + row.line());
        row.year().ifPresent(year -> yearsByName
                .computeIfAbsent(name, same -> new HashSet<>())
                .add(year));
    }

    /**
     * Returns how far the facts of the party are protected.
     *
     * @param contradicting the lines of valid rows of the party that contradict other rows
     */
    DataSetFactProtection protection(String party, Collection<Integer> contradicting) {
        var ofParty = Stream.concat(of(party).stream().map(RejectedRow::line), contradicting.stream())
                .toList();
        if (!ofParty.isEmpty()) {
            return DataSetFactProtection.fromChange(reason("of this party", LineNumbers.of(ofParty)));
        }
        if (!withoutParty.isEmpty()) {
            var lines =
                    LineNumbers.of(withoutParty.stream().map(RejectedRow::line).toList());
            return DataSetFactProtection.fromChange(reason("with an unreadable party", lines));
        }
        return withoutOrganization.isEmpty()
                ? DataSetFactProtection.NONE
                : DataSetFactProtection.fromRetraction(reason("with an unreadable organisation", withoutOrganization));
    }

    /**
     * Returns a protection if a rejected row has a year after the last valid row. The status of a party in its last
     * year is only known to end if the file goes on after that year.
     */
    DataSetFactProtection protectionAfter(int lastYear) {
        var lines = all.stream()
                .filter(row -> row.year().filter(year -> year > lastYear).isPresent())
                .map(RejectedRow::line)
                .toList();
        return lines.isEmpty()
                ? DataSetFactProtection.NONE
                : DataSetFactProtection.fromRetraction(reason("of a later year", LineNumbers.of(lines)));
    }

    static String reason(String whichRow, LineNumbers lines) {
        return "Not changed: a rejected row %s may state it (%s)".formatted(whichRow, lines);
    }

    /**
     * The years for which rejected rows may state a status of the party. A name that cannot be resolved may be the
     * party, unless both have a row for the same year.
     *
     * @param years the years for which the party has a valid row
     */
    UnknownStatusYears unknownYears(String party, Set<Integer> years) {
        var unknown = new HashSet<Integer>();
        of(party).forEach(row -> row.year().ifPresent(unknown::add));
        yearsByName.values().stream()
                .filter(ofName -> ofName.stream().noneMatch(years::contains))
                .forEach(unknown::addAll);
        int unreadable =
                (int) of(party).stream().filter(row -> row.year().isEmpty()).count();
        unknown.removeAll(years);
        return new UnknownStatusYears(unknown, unreadable);
    }

    private List<RejectedRow> of(String party) {
        return byParty.getOrDefault(party, List.of());
    }
}
