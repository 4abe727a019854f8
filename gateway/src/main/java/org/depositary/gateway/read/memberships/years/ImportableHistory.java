package org.depositary.gateway.read.memberships.years;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.depositary.gateway.read.memberships.MembershipSpan;
import org.depositary.vocabulary.dates.PartialDate;

/**
 * The statuses of one party in one organisation, as a file of state-years expresses them. Such a file states that a
 * status began on some day of its first year, that another one followed on the first of January, and that the last one
 * lapsed on the first of January.
 *
 * @param parts the spans in the order of time
 */
record ImportableHistory(List<Part> parts) {

    private static final String SUSPENDED = "suspended";

    /** The change after which a party has the status. */
    private static final Map<String, String> CHANGE_TO = Map.of(
            "guest",
            "guest-status",
            "observer",
            "observer-status",
            "dialogue-partner",
            "dialogue-partner-status",
            "associate",
            "associate-status",
            "member",
            "accession",
            SUSPENDED,
            "suspension");

    /**
     * A span, and the changes around it.
     *
     * @param opened the change that started the span
     * @param closed the change that ended it
     */
    record Part(MembershipSpan span, Optional<String> opened, Optional<String> closed) {

        int firstYear() {
            return span.since().earliest().orElseThrow().getYear();
        }

        boolean isOpen() {
            return span.until().isEmpty();
        }

        int lastYear(int lastOfFile) {
            return span.until()
                    .flatMap(PartialDate::earliest)
                    .map(day -> Math.min(day.getYear() - 1, lastOfFile))
                    .orElse(lastOfFile);
        }

        private boolean isOpenedBy(String change) {
            return opened.filter(change::equals).isPresent();
        }
    }

    /** A year and the span that has it. */
    record Year(int year, MembershipSpan span) {}

    /**
     * Whether the file says the same as the register.
     *
     * @param lastOfFile the last year of the file
     */
    boolean isExpressible(int lastOfFile) {
        for (int i = 0; i < parts.size(); i++) {
            var before = i == 0 ? Optional.<Part>empty() : Optional.of(parts.get(i - 1));
            if (!startsInFile(i, before) || !endsInFile(i, lastOfFile)) {
                return false;
            }
        }
        return true;
    }

    private boolean startsInFile(int place, Optional<Part> before) {
        var part = parts.get(place);
        var since = part.span.since();
        boolean inOneYear = since.earliest().isPresent()
                && since.latest().isPresent()
                && since.earliest().get().getYear() == since.latest().get().getYear();
        if (!inOneYear || part.span.afterDissolvedParty()) {
            return false;
        }
        if (before.filter(other -> follows(other, part)).isPresent()) {
            return isFirstOfJanuary(since) && isChangeFrom(before.get(), place);
        }
        boolean afterGap = before.map(other -> other.lastYear(part.firstYear()) + 1 < part.firstYear())
                .orElse(true);
        return afterGap && !isSuspended(part) && part.isOpenedBy(CHANGE_TO.get(part.span.status()));
    }

    /** After a suspension, the file states a reinstatement, which gives the party the status before. */
    private boolean isChangeFrom(Part before, int place) {
        var part = parts.get(place);
        if (isSuspended(before)) {
            return part.isOpenedBy("reinstatement")
                    && place > 1
                    && parts.get(place - 2).span.status().equals(part.span.status());
        }
        return !before.span.status().equals(part.span.status()) && part.isOpenedBy(CHANGE_TO.get(part.span.status()));
    }

    private boolean endsInFile(int place, int lastOfFile) {
        var part = parts.get(place);
        if (part.isOpen()) {
            boolean ended =
                    part.span.lifetime().isOver(LocalDate.of(lastOfFile, 12, 31).plusDays(1));
            boolean unconfirmed = part.span
                    .coverage()
                    .filter(coverage -> coverage.until().latest().isEmpty())
                    .isPresent();
            return place == parts.size() - 1 && !ended && !unconfirmed;
        }
        boolean isFollowed = place + 1 < parts.size() && follows(part, parts.get(place + 1));
        return !part.span.dissolved()
                && part.span.until().filter(ImportableHistory::isFirstOfJanuary).isPresent()
                && (isFollowed || part.closed.filter("lapse"::equals).isPresent());
    }

    /** The years of the parts, up to the last year of the file. */
    List<Year> years(int lastOfFile) {
        var years = new ArrayList<Year>();
        for (var part : parts) {
            for (int year = part.firstYear(); year <= part.lastYear(lastOfFile); year++) {
                years.add(new Year(year, part.span));
            }
        }
        return years;
    }

    private static boolean isSuspended(Part part) {
        return part.span.status().equals(SUSPENDED);
    }

    private static boolean follows(Part before, Part part) {
        return before.span
                .until()
                .filter(end -> end.earliest().equals(part.span.since().earliest()))
                .isPresent();
    }

    private static boolean isFirstOfJanuary(PartialDate date) {
        return date.earliest().isPresent()
                && date.earliest().equals(date.latest())
                && date.earliest().get().getDayOfYear() == 1
                && !date.uncertain();
    }
}
