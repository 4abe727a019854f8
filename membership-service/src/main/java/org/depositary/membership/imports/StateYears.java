package org.depositary.membership.imports;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import org.depositary.membership.domain.MembershipChange;
import org.depositary.vocabulary.PartialDate;
import org.depositary.vocabulary.Party;
import org.depositary.vocabulary.Source;
import org.depositary.vocabulary.timeline.Change;
import org.depositary.vocabulary.timeline.Status;

/**
 * Turns the years of one party in one organisation into changes.
 *
 * <p>A run of years with one status is a span that begins some day in its first year and ends with the first day after
 * its last one. Where one status follows another, the change between them is on the first day of the year, so that in no
 * year there may have been two. The last year that the file has for the organisation ends nothing.
 */
final class StateYears {

    /** What a row says. */
    record Year(int line, int year, Status status, List<Source> sources) {}

    private final String organization;
    private final Party party;
    private final TreeMap<Integer, Year> years = new TreeMap<>();
    private final List<Wanted> changes = new ArrayList<>();
    private final List<Outcome> rejected = new ArrayList<>();
    private Status suspended = Status.NONE;

    private StateYears(String organization, Party party) {
        this.organization = organization;
        this.party = party;
    }

    /** @param open the year in which a span is left open; empty when none is, because the organisation ends */
    static FileChanges of(String organization, Party party, List<Year> rows, Optional<Integer> open) {
        var read = new StateYears(organization, party);
        rows.stream().sorted(Comparator.comparing(Year::line)).forEach(read::take);
        read.dropSuspensionsOfNothing();
        read.years.values().forEach(year -> read.change(year, open));
        return new FileChanges(read.changes, read.rejected);
    }

    private void take(Year row) {
        var other = years.putIfAbsent(row.year(), row);
        if (other != null) {
            rejected.add(Outcome.rejected(
                    row.line(),
                    other.status() == row.status()
                            ? "Line %d says so already".formatted(other.line())
                            : "Line %d says that it was %s in %d"
                                    .formatted(other.line(), other.status(), other.year())));
        }
    }

    private void dropSuspensionsOfNothing() {
        years.values().removeIf(year -> {
            boolean hangs = year.status() == Status.SUSPENDED && statusIn(year.year() - 1) == Status.NONE;
            if (hangs) {
                rejected.add(Outcome.rejected(year.line(), "Suspended without a status the year before"));
            }
            return hangs;
        });
    }

    private Status statusIn(int year) {
        return Optional.ofNullable(years.get(year)).map(Year::status).orElse(Status.NONE);
    }

    private void change(Year year, Optional<Integer> open) {
        if (year.status() == Status.NONE) {
            return;
        }
        var before = statusIn(year.year() - 1);
        if (before != year.status()) {
            var date = PartialDate.parse(year.year() + (before == Status.NONE ? "" : "-01-01"));
            begin(before, year, date);
        }
        boolean goesOn = open.filter(last -> last == year.year()).isPresent();
        if (statusIn(year.year() + 1) == Status.NONE && !goesOn) {
            want(year, Change.LAPSE, PartialDate.parse(year.year() + 1 + "-01-01"));
        }
    }

    private void begin(Status before, Year year, PartialDate date) {
        if (before == Status.SUSPENDED) {
            want(year, Change.REINSTATEMENT, date);
            if (suspended == year.status()) {
                return;
            }
        }
        if (year.status() == Status.SUSPENDED) {
            suspended = before;
        }
        want(year, beginning(year.status()), date);
    }

    private static Change beginning(Status status) {
        return switch (status) {
            case GUEST -> Change.GUEST_STATUS;
            case OBSERVER -> Change.OBSERVER_STATUS;
            case DIALOGUE_PARTNER -> Change.DIALOGUE_PARTNER_STATUS;
            case ASSOCIATE -> Change.ASSOCIATE_STATUS;
            case MEMBER -> Change.ACCESSION;
            case SUSPENDED -> Change.SUSPENSION;
            case NONE -> Change.LAPSE;
        };
    }

    private void want(Year year, Change change, PartialDate effective) {
        var wanted =
                new MembershipChange(organization, party, change, effective, false, Optional.empty(), Optional.empty());
        changes.add(new Wanted(year.line(), new Statement(wanted, year.sources())));
    }
}
