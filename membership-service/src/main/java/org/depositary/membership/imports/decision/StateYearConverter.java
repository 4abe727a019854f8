package org.depositary.membership.imports.decision;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import org.depositary.membership.domain.MembershipChange;
import org.depositary.membership.imports.report.ImportOutcome;
import org.depositary.membership.imports.report.SourcedChange;
import org.depositary.vocabulary.dates.PartialDate;
import org.depositary.vocabulary.parties.DatedParty;
import org.depositary.vocabulary.parties.Party;
import org.depositary.vocabulary.parties.StateLifetime;
import org.depositary.vocabulary.sources.Source;
import org.depositary.vocabulary.timeline.MembershipChangeKind;
import org.depositary.vocabulary.timeline.MembershipStatus;

/**
 * Converts the state-years of one party in one organisation into changes.
 *
 * <p>Consecutive years with one status form a span. A span begins on an unknown day of its first year and ends on the
 * first day of the year after its last one. Between two statuses the change is on the first day of the year, so that
 * no year has two statuses. The last year that the file has for the organisation ends no span, except of a state that
 * has ended.
 *
 * <p>A year is unknown if its row was rejected. If the status is the same before and after unknown years, no change
 * is assumed. Otherwise the date of the change is an interval. It begins in the first unknown year and ends on the
 * date that the change would have without unknown years.
 */
final class StateYearConverter {

    /** @param partyAsWritten the code of the party in the file, if the code is outside its own time in this year */
    record YearRow(
            int line, int year, MembershipStatus status, Optional<String> partyAsWritten, List<Source> sources) {}

    /**
     * The last year that the file has for the organisation.
     *
     * @param endsOrganization whether the organisation itself ends in that year, which ends all spans
     */
    record LastYear(int year, boolean endsOrganization) {}

    /**
     * A year in which the status of the party is known.
     *
     * @param row the row of the file; absent if the party has no status in that year
     */
    private record KnownYear(int year, MembershipStatus status, Optional<YearRow> row) {

        static KnownYear withoutStatus(int year) {
            return new KnownYear(year, MembershipStatus.NONE, Optional.empty());
        }
    }

    private final String organization;
    private final Party party;
    private final LastYear last;
    private final TreeMap<Integer, YearRow> rows = new TreeMap<>();
    private final List<FileMembershipChange> changes = new ArrayList<>();
    private final List<ImportOutcome> rejected = new ArrayList<>();
    private final List<Integer> contradicting = new ArrayList<>();
    private UnknownStatusYears unknown;
    private MembershipStatus statusBeforeSuspension = MembershipStatus.NONE;

    private StateYearConverter(String organization, Party party, LastYear last, UnknownStatusYears unknown) {
        this.organization = organization;
        this.party = party;
        this.last = last;
        this.unknown = unknown;
    }

    static FileMembershipHistory of(
            String organization, Party party, List<YearRow> rows, LastYear last, UnknownStatusYears unknown) {
        var converter = new StateYearConverter(organization, party, last, unknown);
        rows.stream().sorted(Comparator.comparing(YearRow::line)).forEach(converter::add);
        converter.convert();
        return new FileMembershipHistory(converter.changes, converter.rejected, converter.contradicting);
    }

    private void add(YearRow row) {
        var other = rows.putIfAbsent(row.year(), row);
        if (other == null) {
            return;
        }
        if (other.status() == row.status()) {
            rejected.add(ImportOutcome.rejected(row.line(), "Repeats line %d".formatted(other.line())));
        } else {
            rejectContradiction(
                    row, "Contradicts line %d: status %s in %d".formatted(other.line(), other.status(), other.year()));
        }
    }

    private void rejectContradiction(YearRow row, String reason) {
        rejected.add(ImportOutcome.rejected(row.line(), reason));
        contradicting.add(row.line());
    }

    private void convert() {
        Optional<KnownYear> previous = Optional.empty();
        for (var row : rows.values()) {
            previous = previous.map(known -> crossGap(known, row.year()));
            var before = previous.orElseGet(() -> KnownYear.withoutStatus(unknown.lastKnownBefore(row.year())));
            if (before.status() == MembershipStatus.NONE && row.status() == MembershipStatus.SUSPENDED) {
                rejectContradiction(row, "Suspended without a status the year before");
                unknown = unknown.with(row.year());
            } else {
                var current = new KnownYear(row.year(), row.status(), Optional.of(row));
                addChanges(before, current);
                previous = Optional.of(current);
            }
        }
        previous.ifPresent(this::endLastSpan);
    }

    /**
     * Handles the years without a row between a known year and the next row. Ends the span if the party has no status
     * in such a year. Returns the last year before {@code year} whose status is known.
     */
    private KnownYear crossGap(KnownYear before, int year) {
        var firstWithoutStatus = unknown.knownBetween(before.year(), year);
        firstWithoutStatus.ifPresent(known -> addChanges(before, KnownYear.withoutStatus(known)));
        return firstWithoutStatus.isPresent() || before.status() == MembershipStatus.NONE
                ? KnownYear.withoutStatus(Math.max(before.year(), unknown.lastKnownBefore(year)))
                : before;
    }

    private void endLastSpan(KnownYear before) {
        var firstWithoutStatus = unknown.knownBetween(before.year(), last.year() + 1);
        if (firstWithoutStatus.isPresent()) {
            addChanges(before, KnownYear.withoutStatus(firstWithoutStatus.getAsInt()));
        } else if (last.endsOrganization() || isStateOver(last.year() + 1)) {
            int end = unknown.firstKnownAfter(Math.max(before.year(), last.year()));
            addChanges(before, KnownYear.withoutStatus(end));
        }
    }

    /**
     * Whether the party is a state that had ended on the first day of the year. The file says that it had its status
     * in the year before, so its span ends on that day, and not when the state ended.
     */
    private boolean isStateOver(int year) {
        return StateLifetime.of(party).isOver(LocalDate.of(year, 1, 1));
    }

    private void addChanges(KnownYear from, KnownYear to) {
        if (from.status() == to.status()) {
            return;
        }
        var row = to.status() == MembershipStatus.NONE ? from.row() : to.row();
        addChanges(from.status(), to.status(), row.orElseThrow(), date(from, to));
    }

    private static PartialDate date(KnownYear from, KnownYear to) {
        var day = from.status() == MembershipStatus.NONE ? "" : "-01-01";
        var latest = to.year() + day;
        return PartialDate.parse(from.year() + 1 == to.year() ? latest : from.year() + 1 + day + "/" + latest);
    }

    private void addChanges(MembershipStatus before, MembershipStatus after, YearRow row, PartialDate date) {
        if (before == MembershipStatus.SUSPENDED && after != MembershipStatus.NONE) {
            addChange(row, MembershipChangeKind.REINSTATEMENT, date);
            if (statusBeforeSuspension == after) {
                return;
            }
        }
        if (after == MembershipStatus.SUSPENDED) {
            statusBeforeSuspension = before;
        }
        addChange(row, changeTo(after), date);
    }

    private static MembershipChangeKind changeTo(MembershipStatus status) {
        return switch (status) {
            case GUEST -> MembershipChangeKind.GUEST_STATUS;
            case OBSERVER -> MembershipChangeKind.OBSERVER_STATUS;
            case DIALOGUE_PARTNER -> MembershipChangeKind.DIALOGUE_PARTNER_STATUS;
            case ASSOCIATE -> MembershipChangeKind.ASSOCIATE_STATUS;
            case MEMBER -> MembershipChangeKind.ACCESSION;
            case SUSPENDED -> MembershipChangeKind.SUSPENSION;
            case NONE -> MembershipChangeKind.LAPSE;
        };
    }

    private void addChange(YearRow row, MembershipChangeKind kind, PartialDate effective) {
        var asWritten = row.partyAsWritten().flatMap(code -> DatedParty.codeOutsideItsTime(code, party, effective));
        var change = new MembershipChange(
                organization, party, asWritten, kind, effective, false, Optional.empty(), Optional.empty());
        changes.add(new FileMembershipChange(row.line(), new SourcedChange(change, row.sources())));
    }
}
