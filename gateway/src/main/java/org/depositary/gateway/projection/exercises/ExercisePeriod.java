package org.depositary.gateway.projection.exercises;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.depositary.gateway.projection.facts.DateBound;
import org.depositary.gateway.projection.facts.FactState;
import org.depositary.gateway.projection.facts.PartialDateCache;
import org.depositary.vocabulary.dates.PartialDate;
import org.depositary.vocabulary.dates.Period;

/** Computes the period of an exercise from its record and its steps. */
final class ExercisePeriod {

    static final PartialDate UNKNOWN = new PartialDate("", Optional.empty(), Optional.empty(), false);

    private static final Set<String> TOOK_PLACE = Set.of("running", "completed");

    private ExercisePeriod() {}

    /**
     * The last schedule replaces the dates of the record, unless the record says that the exercise took place. Then the
     * start and the completion replace the planned days. If the exercise started after its planned end, its end is
     * unknown.
     *
     * @param steps the standing steps of the exercise
     */
    static Period of(FactState exercise, List<FactState> steps) {
        var recorded = exercise.text("dates").map(Period::parse).orElse(new Period(UNKNOWN, UNKNOWN));
        boolean tookPlace = exercise.text("status").filter(TOOK_PLACE::contains).isPresent();
        var planned = tookPlace ? recorded : lastSchedule(steps).orElse(recorded);
        var start = replaced(planned.start(), effective(steps, "start"));
        var completion = effective(steps, "completion");
        boolean isLate = completion.isEmpty() && isCertainlyBefore(planned.end(), start);
        var actual = new Period(start, isLate ? UNKNOWN : replaced(planned.end(), completion));
        return isValid(actual) ? actual : planned;
    }

    /** The first day that can be the last one. A period with an open end certainly goes on. */
    static DateBound earliestEnd(PartialDate end) {
        return end.edtf().equals("..") ? DateBound.NEVER : DateBound.earliest(end);
    }

    private static boolean isCertainlyBefore(PartialDate one, PartialDate other) {
        return one.latest()
                .flatMap(latest -> other.earliest().map(latest::isBefore))
                .orElse(false);
    }

    private static Optional<Period> lastSchedule(List<FactState> steps) {
        return of(steps, "schedule")
                .sorted(Comparator.comparing(
                        step -> PartialDateCache.of(step.text("effective").orElse("")), PartialDate.IN_TIME))
                .reduce((first, last) -> last)
                .flatMap(step -> step.text("dates"))
                .map(Period::parse);
    }

    private static Optional<PartialDate> effective(List<FactState> steps, String kind) {
        return of(steps, kind)
                .flatMap(step -> step.text("effective").stream())
                .findFirst()
                .map(PartialDateCache::of);
    }

    private static Stream<FactState> of(List<FactState> steps, String kind) {
        return steps.stream()
                .filter(step -> step.text("step").filter(kind::equals).isPresent());
    }

    /** A planned day stays if the actual date is a vaguer one of the same time. */
    private static PartialDate replaced(PartialDate planned, Optional<PartialDate> actual) {
        return actual.filter(date -> !contains(date, planned)).orElse(planned);
    }

    private static boolean contains(PartialDate vague, PartialDate precise) {
        return vague.earliest()
                        .flatMap(day -> precise.earliest().map(other -> !other.isBefore(day)))
                        .orElse(false)
                && vague.latest()
                        .flatMap(day -> precise.latest().map(other -> !other.isAfter(day)))
                        .orElse(false);
    }

    /** Whether the period can be written as EDTF: its end is not before its start, and its ends are no intervals. */
    private static boolean isValid(Period period) {
        try {
            Period.parse(period.edtf());
            return true;
        } catch (IllegalArgumentException invalid) {
            return false;
        }
    }
}
