package org.depositary.gateway.projection.findings;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.depositary.gateway.projection.facts.FactState;
import org.depositary.vocabulary.dates.Period;

/** Finds what cannot be true of an exercise: a phase outside the dates, and parts that are stronger than the whole. */
final class ExerciseClueFinder {

    private static final String STRENGTH = "strength";

    private ExerciseClueFinder() {}

    static Stream<FindingClue> clues(FactState fact) {
        if (!fact.kind().equals("exercise")) {
            return Stream.empty();
        }
        var dates = fact.text("dates").map(Period::parse);
        return Stream.of(
                        dates.stream().flatMap(whole -> phases(fact).flatMap(phase -> outside(phase, whole))),
                        tooStrong(fact))
                .flatMap(clues -> clues);
    }

    /** A phase that certainly began before the exercise, or certainly ended after it. */
    private static Stream<FindingClue> outside(Period phase, Period whole) {
        boolean before = phase.start().latest().isPresent()
                && whole.start()
                        .earliest()
                        .filter(phase.start().latest().get()::isBefore)
                        .isPresent();
        boolean after = phase.end().earliest().isPresent()
                && whole.end()
                        .latest()
                        .filter(phase.end().earliest().get()::isAfter)
                        .isPresent();
        return before || after
                ? Stream.of(FindingClue.of(
                        "phase-outside-dates",
                        phase.edtf(),
                        FindingClue.json().put("phase", phase.edtf()).put("dates", whole.edtf())))
                : Stream.empty();
    }

    /** The minimum strengths of the participants, against the maximum strength of the whole. */
    private static Stream<FindingClue> tooStrong(FactState fact) {
        var whole = bound(fact.statement().path(STRENGTH), "max", "min");
        long parts = participants(fact)
                .flatMap(one -> bound(one.path(STRENGTH), "min", "max").stream())
                .mapToLong(Long::longValue)
                .sum();
        return whole.filter(most -> parts > most).stream()
                .map(most -> FindingClue.of(
                        "parts-above-whole",
                        FindingClue.json().put("parts", parts).put("whole", most)));
    }

    private static Optional<Long> bound(JsonNode strength, String bound, String other) {
        return Stream.of(bound, other).filter(strength::hasNonNull).findFirst().map(field -> strength.path(field)
                .asLong());
    }

    private static Stream<Period> phases(FactState fact) {
        return elements(fact, "phases")
                .map(phase -> phase.path("dates"))
                .filter(JsonNode::isTextual)
                .map(dates -> Period.parse(dates.asText()));
    }

    private static Stream<JsonNode> participants(FactState fact) {
        return elements(fact, "participants");
    }

    private static Stream<JsonNode> elements(FactState fact, String field) {
        return StreamSupport.stream(fact.statement().path(field).spliterator(), false);
    }
}
