package org.depositary.gateway.projection.exercises;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.stream.StreamSupport;
import org.depositary.vocabulary.dates.PartialDate;
import org.depositary.vocabulary.dates.Period;

/** Computes the length of an exercise. */
final class ExerciseDays {

    private ExerciseDays() {}

    /**
     * The days from the first to the last, if both dates are exact. Otherwise the sum of the lengths of the phases, if
     * each phase has one.
     */
    static Optional<Long> of(Period period, JsonNode phases) {
        return isExact(period) ? between(period) : ofPhases(phases);
    }

    private static Optional<Long> between(Period period) {
        long days = ChronoUnit.DAYS.between(
                        period.start().earliest().orElseThrow(),
                        period.end().latest().orElseThrow())
                + 1;
        return Optional.of(days).filter(positive -> positive > 0);
    }

    private static boolean isExact(Period period) {
        return isExact(period.start()) && isExact(period.end());
    }

    private static boolean isExact(PartialDate date) {
        return date.earliest().isPresent() && date.earliest().equals(date.latest());
    }

    private static Optional<Long> ofPhases(JsonNode phases) {
        var lengths = StreamSupport.stream(phases.spliterator(), false)
                .map(ExerciseDays::length)
                .toList();
        return !lengths.isEmpty() && lengths.stream().allMatch(Optional::isPresent)
                ? lengths.stream().flatMap(Optional::stream).reduce(Long::sum)
                : Optional.empty();
    }

    /** The length that the source gives, or that of the dates if they are exact. */
    private static Optional<Long> length(JsonNode phase) {
        return phase.hasNonNull("days")
                ? Optional.of(phase.path("days").asLong())
                : Optional.of(phase.path("dates"))
                        .filter(JsonNode::isTextual)
                        .map(dates -> Period.parse(dates.asText()))
                        .filter(ExerciseDays::isExact)
                        .flatMap(ExerciseDays::between);
    }
}
