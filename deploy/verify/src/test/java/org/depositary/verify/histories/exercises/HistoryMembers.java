package org.depositary.verify.histories.exercises;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.depositary.verify.histories.ModelDate;

/** The members of the organisation of a history. They never change. */
final class HistoryMembers {

    /**
     * @param until the date of the withdrawal
     * @param covers the time for which the source speaks; the membership goes on
     */
    record Membership(String party, String since, Optional<String> until, Optional<String> covers) {

        private Optional<String> certaintyAt(ModelDate start) {
            var first = ModelDate.of(since);
            var last = until.map(ModelDate::of);
            boolean isPossible = !first.earliest().isAfter(start.latest())
                    && last.filter(end -> !end.latest().isAfter(start.earliest()))
                            .isEmpty();
            boolean isCertain = !start.uncertain()
                    && isBounded(start)
                    && first.hasBegunOn(start.earliest())
                    && last.filter(end -> !start.latest().isBefore(end.earliest()))
                            .isEmpty()
                    && covers.map(interval -> ModelPeriod.of(interval).end().latest())
                            .filter(start.latest()::isAfter)
                            .isEmpty();
            return isPossible ? Optional.of(isCertain ? "certain" : "possible") : Optional.empty();
        }

        private static boolean isBounded(ModelDate date) {
            return !date.earliest().equals(LocalDate.MIN) && !date.latest().equals(LocalDate.MAX);
        }
    }

    static final List<Membership> ALL = List.of(
            new Membership("CH", "1991-12-31", Optional.empty(), Optional.empty()),
            new Membership("MX", "1992-06", Optional.of("1993"), Optional.empty()),
            new Membership("FR", "1990", Optional.of("1992-06-30"), Optional.empty()),
            new Membership("AT", "1992~", Optional.empty(), Optional.empty()),
            new Membership("SE", "1990", Optional.empty(), Optional.of("1990/1992")));

    private HistoryMembers() {}

    /** The members on the start day, with their certainty. Certain means: on every day that the date can mean. */
    static Map<String, String> at(ModelDate start) {
        var members = new TreeMap<String, String>();
        ALL.forEach(membership ->
                membership.certaintyAt(start).ifPresent(certainty -> members.put(membership.party(), certainty)));
        return members;
    }
}
