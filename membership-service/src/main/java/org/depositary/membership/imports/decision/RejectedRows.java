package org.depositary.membership.imports.decision;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.depositary.membership.imports.file.LineNumbers;
import org.depositary.membership.imports.staging.RejectedRow;

/** The rows of one organisation that were rejected: what they leave unknown of each party. */
final class RejectedRows {

    private final List<RejectedRow> all;
    private final Map<String, List<RejectedRow>> byParty = new HashMap<>();
    private final List<RejectedRow> ofSomebody = new ArrayList<>();
    /** Years by name, of rows whose party cannot be read. */
    private final Map<String, Set<Integer>> yearsByName = new HashMap<>();

    private final LineNumbers withoutOrganization;

    /** @param withoutOrganization the rejected rows of the file that may be of any organisation */
    RejectedRows(List<RejectedRow> rows, LineNumbers withoutOrganization) {
        this.all = rows;
        this.withoutOrganization = withoutOrganization;
        rows.forEach(this::take);
    }

    private void take(RejectedRow row) {
        if (row.party().isPresent()) {
            byParty.computeIfAbsent(row.party().get(), party -> new ArrayList<>())
                    .add(row);
            return;
        }
        ofSomebody.add(row);
        var name = row.name().orElse("line " + row.line());
        row.year().ifPresent(year -> yearsByName
                .computeIfAbsent(name, same -> new HashSet<>())
                .add(year));
    }

    /** @param contradicted lines of rows about the party that can be read, but contradict others */
    SetFactProtection protection(String party, Collection<Integer> contradicted) {
        var own = Stream.concat(of(party).stream().map(RejectedRow::line), contradicted.stream())
                .toList();
        if (!own.isEmpty()) {
            return SetFactProtection.fromChange(reason("of this party", LineNumbers.of(own)));
        }
        if (!ofSomebody.isEmpty()) {
            var lines = LineNumbers.of(ofSomebody.stream().map(RejectedRow::line).toList());
            return SetFactProtection.fromChange(reason("whose party cannot be read", lines));
        }
        return withoutOrganization.isEmpty()
                ? SetFactProtection.NONE
                : SetFactProtection.fromRetraction(reason("whose organisation cannot be read", withoutOrganization));
    }

    /** Whether a party left after its last year depends on whether the file goes on after that. */
    SetFactProtection protectionAfter(int lastYear) {
        var lines = all.stream()
                .filter(row -> row.year().filter(year -> year > lastYear).isPresent())
                .map(RejectedRow::line)
                .toList();
        return lines.isEmpty()
                ? SetFactProtection.NONE
                : SetFactProtection.fromRetraction(reason("of a later year", LineNumbers.of(lines)));
    }

    static String reason(String which, LineNumbers lines) {
        return "It stays: a rejected row %s may say so (%s)".formatted(which, lines);
    }

    /**
     * A row whose party cannot be read may be about any party that has no row in its year. What stands beside the party
     * in any one year, under one name, is another party.
     *
     * @param years for which the party has a row
     */
    UnknownYears unknownYears(String party, Set<Integer> years) {
        var unknown = new HashSet<Integer>();
        of(party).forEach(row -> row.year().ifPresent(unknown::add));
        yearsByName.values().stream()
                .filter(named -> named.stream().noneMatch(years::contains))
                .forEach(unknown::addAll);
        int unread =
                (int) of(party).stream().filter(row -> row.year().isEmpty()).count();
        unknown.removeAll(years);
        return new UnknownYears(unknown, unread);
    }

    private List<RejectedRow> of(String party) {
        return byParty.getOrDefault(party, List.of());
    }
}
