package org.depositary.membership.imports.decision;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import org.depositary.membership.domain.MembershipChange;
import org.depositary.membership.imports.report.ImportOutcome;
import org.depositary.membership.imports.report.SourcedChange;
import org.depositary.vocabulary.PartialDate;
import org.depositary.vocabulary.Party;
import org.depositary.vocabulary.Source;
import org.depositary.vocabulary.timeline.Change;
import org.depositary.vocabulary.timeline.Status;

/**
 * Turns the years of one party in one organisation into changes.
 *
 * <p>A run of years with one status is a span. It begins some day in its first year and ends on the first day after its
 * last one. Where one status follows another, the change is on the first day of the year, so that no year has two. The
 * last year that the file has for the organisation ends nothing.
 *
 * <p>Unknown years between two known ones hide no change if the status is the same on both sides. If it is not, the change
 * is dated by an interval: some day after the known year before, at the latest when it would be without the unknown years.
 */
final class StateYearChanges {

    /** What a row says. */
    record Year(int line, int year, Status status, List<Source> sources) {}

    /**
     * The last year that the file has for the organisation.
     *
     * @param ends whether the organisation itself ends then, so that no party stays in
     */
    record LastYear(int year, boolean ends) {}

    /** A year of which the status is known; without a row the party had none. */
    private record Known(int year, Status status, Optional<Year> row) {

        static Known out(int year) {
            return new Known(year, Status.NONE, Optional.empty());
        }
    }

    private final String organization;
    private final Party party;
    private final LastYear last;
    private final TreeMap<Integer, Year> years = new TreeMap<>();
    private final List<FileChange> changes = new ArrayList<>();
    private final List<ImportOutcome> rejected = new ArrayList<>();
    private final List<Integer> contradicted = new ArrayList<>();
    private UnknownYears unknown;
    private Status suspended = Status.NONE;

    private StateYearChanges(String organization, Party party, LastYear last, UnknownYears unknown) {
        this.organization = organization;
        this.party = party;
        this.last = last;
        this.unknown = unknown;
    }

    static FileChanges of(String organization, Party party, List<Year> rows, LastYear last, UnknownYears unknown) {
        var read = new StateYearChanges(organization, party, last, unknown);
        rows.stream().sorted(Comparator.comparing(Year::line)).forEach(read::take);
        read.walk();
        return new FileChanges(read.changes, read.rejected, read.contradicted);
    }

    private void take(Year row) {
        var other = years.putIfAbsent(row.year(), row);
        if (other == null) {
            return;
        }
        if (other.status() == row.status()) {
            rejected.add(ImportOutcome.rejected(row.line(), "Line %d says so already".formatted(other.line())));
        } else {
            reject(row, "Line %d says that it was %s in %d".formatted(other.line(), other.status(), other.year()));
        }
    }

    private void reject(Year row, String reason) {
        rejected.add(ImportOutcome.rejected(row.line(), reason));
        contradicted.add(row.line());
    }

    private void walk() {
        Optional<Known> before = Optional.empty();
        for (var row : years.values()) {
            before = before.map(known -> throughGap(known, row.year()));
            var from = before.orElseGet(() -> Known.out(unknown.lastKnownBefore(row.year())));
            if (from.status() == Status.NONE && row.status() == Status.SUSPENDED) {
                reject(row, "Suspended without a status the year before");
                unknown = unknown.with(row.year());
            } else {
                var now = new Known(row.year(), row.status(), Optional.of(row));
                change(from, now);
                before = Optional.of(now);
            }
        }
        before.ifPresent(this::end);
    }

    /** The last known year before that one: a gap ends what was before it. */
    private Known throughGap(Known before, int year) {
        var out = unknown.knownBetween(before.year(), year);
        out.ifPresent(known -> change(before, Known.out(known)));
        return out.isPresent() || before.status() == Status.NONE
                ? Known.out(Math.max(before.year(), unknown.lastKnownBefore(year)))
                : before;
    }

    private void end(Known before) {
        var out = unknown.knownBetween(before.year(), last.year() + 1);
        if (out.isPresent()) {
            change(before, Known.out(out.getAsInt()));
        } else if (last.ends()) {
            change(before, Known.out(unknown.firstKnownAfter(Math.max(before.year(), last.year()))));
        }
    }

    private void change(Known from, Known to) {
        if (from.status() == to.status()) {
            return;
        }
        var row = to.status() == Status.NONE ? from.row() : to.row();
        begin(from.status(), to.status(), row.orElseThrow(), date(from, to));
    }

    private static PartialDate date(Known from, Known to) {
        var day = from.status() == Status.NONE ? "" : "-01-01";
        var latest = to.year() + day;
        return PartialDate.parse(from.year() + 1 == to.year() ? latest : from.year() + 1 + day + "/" + latest);
    }

    private void begin(Status before, Status status, Year row, PartialDate date) {
        if (before == Status.SUSPENDED && status != Status.NONE) {
            want(row, Change.REINSTATEMENT, date);
            if (suspended == status) {
                return;
            }
        }
        if (status == Status.SUSPENDED) {
            suspended = before;
        }
        want(row, beginning(status), date);
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

    private void want(Year row, Change change, PartialDate effective) {
        var wanted =
                new MembershipChange(organization, party, change, effective, false, Optional.empty(), Optional.empty());
        changes.add(new FileChange(row.line(), new SourcedChange(wanted, row.sources())));
    }
}
