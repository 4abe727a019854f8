package org.depositary.gateway.projection.findings;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.depositary.gateway.projection.facts.FactState;
import org.depositary.vocabulary.dates.Period;

/** Finds what cannot be true of an exercise: a phase outside the dates, and parts that are stronger than the whole. */
final class ExerciseClueFinder {

    private static final String STRENGTH = "strength";

    private ExerciseClueFinder() {}

    /** @param exercise the exercise as it stands */
    static Stream<FindingClue> clues(FactState exercise) {
        var dates = exercise.text("dates").map(Period::parse);
        return Stream.of(
                        dates.stream().flatMap(whole -> phases(exercise).flatMap(phase -> outside(phase, whole))),
                        participantsAboveWhole(exercise.statement()),
                        forcesAboveWhole("", "forces", exercise.statement()),
                        participants(exercise.statement())
                                .flatMap(one -> forcesAboveWhole(code(one), "forces of " + stay(one), one)))
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
    private static Stream<FindingClue> participantsAboveWhole(JsonNode exercise) {
        var said = FindingClue.json().put("of", "participants").put("party", "");
        return tooStrong("", exercise, participants(exercise), said);
    }

    /** The minimum strengths of the forces, against the maximum strength of the participant or of the exercise. */
    private static Stream<FindingClue> forcesAboveWhole(String party, String about, JsonNode whole) {
        var said = FindingClue.json().put("of", "forces").put("party", party);
        return tooStrong(about, whole, elements(whole.path("strengthByForce")), said);
    }

    private static Stream<FindingClue> tooStrong(
            String about, JsonNode whole, Stream<JsonNode> parts, ObjectNode said) {
        long least = parts.flatMap(part -> bound(part.path(STRENGTH), "min", "max").stream())
                .mapToLong(Long::longValue)
                .sum();
        return bound(whole.path(STRENGTH), "max", "min").filter(most -> least > most).stream()
                .map(most -> FindingClue.of(
                        "parts-above-whole", about, said.put("parts", least).put("whole", most)));
    }

    private static String code(JsonNode participant) {
        return participant.path("party").asText(participant.path("members-of").asText());
    }

    /** A party can have several roles, and can leave and come back. */
    private static String stay(JsonNode participant) {
        return String.join(
                " ",
                code(participant),
                participant.path("role").asText(),
                participant.path("joined").asText());
    }

    private static Optional<Long> bound(JsonNode strength, String bound, String other) {
        return Stream.of(bound, other).filter(strength::hasNonNull).findFirst().map(field -> strength.path(field)
                .asLong());
    }

    private static Stream<Period> phases(FactState exercise) {
        return elements(exercise.statement().path("phases"))
                .map(phase -> phase.path("dates"))
                .filter(JsonNode::isTextual)
                .map(dates -> Period.parse(dates.asText()));
    }

    private static Stream<JsonNode> participants(JsonNode exercise) {
        return elements(exercise.path("participants"));
    }

    private static Stream<JsonNode> elements(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false);
    }
}
