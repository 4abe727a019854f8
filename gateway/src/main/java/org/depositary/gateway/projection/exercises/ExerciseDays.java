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
        return isExact(period.start()) && isExact(period.end()) ? between(period) : ofPhases(phases);
    }

    private static Optional<Long> between(Period period) {
        long days = ChronoUnit.DAYS.between(
                        period.start().earliest().orElseThrow(),
                        period.end().latest().orElseThrow())
                + 1;
        return Optional.of(days).filter(positive -> positive > 0);
    }

    private static boolean isExact(PartialDate date) {
        return date.earliest().isPresent() && date.earliest().equals(date.latest());
    }

    private static Optional<Long> ofPhases(JsonNode phases) {
        boolean all = !phases.isEmpty()
                && StreamSupport.stream(phases.spliterator(), false).allMatch(phase -> phase.hasNonNull("days"));
        return all
                ? Optional.of(StreamSupport.stream(phases.spliterator(), false)
                        .mapToLong(phase -> phase.path("days").asLong())
                        .sum())
                : Optional.empty();
    }
}
