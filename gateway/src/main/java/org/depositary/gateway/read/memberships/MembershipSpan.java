package org.depositary.gateway.read.memberships;

import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.depositary.gateway.read.ResultRow;
import org.depositary.vocabulary.dates.Certainty;
import org.depositary.vocabulary.dates.PartialDate;
import org.depositary.vocabulary.dates.Period;
import org.depositary.vocabulary.parties.Party;
import org.depositary.vocabulary.parties.StateLifetime;
import org.depositary.vocabulary.sources.Source;
import org.depositary.vocabulary.sources.SourceCoverage;

/**
 * A span of a status or a candidacy. If no change ended it before, it ends with its organisation or its party.
 *
 * @param opened id of the change that started the span
 * @param closed id of the change that ended the span, or that came after the dissolution
 * @param dissolved whether the dissolution of the organisation or of the party ended the span
 * @param afterDissolvedParty whether the span began after its party, an organisation, had been dissolved; then it is only
 *     possible
 * @param founding whether the change that started the span made the party a founding member
 * @param disputed whether sources disagree on the change that started the span, or on the change that ended it
 * @param sources sources of the change that started the span
 * @param lifetime the time in which its party existed; what holds after it is only possible
 * @param coverage the time for which these sources speak, if it ends and no change ended the span
 */
public record MembershipSpan(
        String status,
        String opened,
        Optional<String> closed,
        PartialDate since,
        Optional<PartialDate> until,
        boolean dissolved,
        boolean afterDissolvedParty,
        boolean founding,
        boolean disputed,
        List<Source> sources,
        StateLifetime lifetime,
        Optional<SourceCoverage> coverage) {

    /**
     * The end of a span.
     *
     * @param on date of the end; empty if the span has not ended
     * @param dissolved whether the dissolution of the organisation or of the party is the end
     */
    private record End(Optional<PartialDate> on, boolean dissolved) {

        private static final Comparator<PartialDate> BY_LATEST =
                Comparator.comparing(date -> date.latest().orElse(LocalDate.MAX));

        /**
         * The earlier of the two ends. A change that took effect no later than the dissolution ended the span, because
         * the organisation still existed. Otherwise the dissolution ended it, unless the date of the change is
         * imprecise and may be earlier.
         */
        static End first(Optional<PartialDate> closed, Optional<PartialDate> dissolution) {
            if (dissolution.isEmpty()) {
                return new End(closed, false);
            }
            if (closed.isEmpty()) {
                return new End(dissolution, true);
            }
            return BY_LATEST.compare(closed.get(), dissolution.get()) <= 0
                    ? new End(closed, false)
                    : new End(Optional.of(within(closed.get(), dissolution.get())), true);
        }

        /**
         * The end if either may be first: the dissolution, or a day between the earliest day of the change and the
         * dissolution.
         */
        private static PartialDate within(PartialDate closed, PartialDate dissolution) {
            if (PartialDate.IN_TIME.compare(dissolution, closed) <= 0) {
                return dissolution;
            }
            var start = Period.parse(closed.edtf()).start();
            var end = Period.parse(dissolution.edtf()).end();
            return new Period(bound(start, start.earliest()), bound(end, end.latest())).asPoint();
        }

        /**
         * The date as bound of an interval. ISO 8601-2, level 1, allows neither unspecified digits there, such as 199X,
         * nor times.
         */
        private static PartialDate bound(PartialDate date, Optional<LocalDate> day) {
            boolean isNoBound = date.edtf().contains("X") || date.edtf().contains("T");
            return isNoBound ? PartialDate.of(day.orElseThrow()) : date;
        }
    }

    /** Reads the columns of the SQL type {@code held_span}, from {@code status} on. */
    public static MembershipSpan read(ResultRow row, SetCoverages coverages) throws SQLException {
        var columns = row.from("status");
        var status = columns.text();
        var opened = columns.text();
        var closed = columns.optionalText();
        var since = columns.date();
        var end = End.first(columns.optionalDate(), columns.optionalDate());
        boolean afterParty = columns.flag();
        boolean founding = columns.flag();
        boolean disputed = columns.flag();
        var sources = columns.sources();
        var coverage =
                closed.isPresent() ? Optional.<SourceCoverage>empty() : SourceCoverage.of(sources, coverages.bySet());
        return new MembershipSpan(
                status,
                opened,
                closed,
                since,
                end.on(),
                end.dissolved(),
                afterParty,
                founding,
                disputed,
                sources,
                StateLifetime.of(new Party(row.text("party"))),
                coverage);
    }

    /** Returns how surely the span holds on a day. Falls back to possible, because queries select no other spans. */
    public Certainty certainty(LocalDate day) {
        return afterDissolvedParty || lifetime.isOver(day) || !isCovered(day)
                ? Certainty.POSSIBLE
                : Certainty.onDay(day, since, until).orElse(Certainty.POSSIBLE);
    }

    /** Whether the party had ended before the span began. */
    boolean isAfterParty() {
        return afterDissolvedParty || since.earliest().filter(lifetime::isOver).isPresent();
    }

    /** Whether the sources speak for the day, or another change ended the span. */
    boolean isCovered(LocalDate day) {
        return coverage.filter(ended -> ended.endsBefore(day)).isEmpty();
    }

    /** Returns the end of the coverage. Empty if the sources speak without end, or confirm nothing. */
    public Optional<PartialDate> coveredUntil() {
        return coverage.map(SourceCoverage::until).filter(end -> end.latest().isPresent());
    }

    /** The URL of the span. A change opens at most one span, so the id of the change identifies it. */
    String url() {
        return "/api/memberships/" + opened;
    }

    static String changeUrl(String change) {
        return "/api/membership-changes/" + change;
    }
}
