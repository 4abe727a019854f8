package org.depositary.gateway.projection.exercises;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.depositary.gateway.projection.facts.FactState;
import org.depositary.vocabulary.dates.Period;

/**
 * The record of an exercise, and the standing facts about it.
 *
 * @param merge the decision that this record and another one are about the same exercise
 */
public record ExerciseFacts(
        FactState exercise,
        List<FactState> steps,
        List<FactState> participations,
        List<FactState> phases,
        List<FactState> purposes,
        Optional<FactState> merge) {

    /** @param facts the facts of one stream. Empty if they do not include the record of an exercise. */
    static Optional<ExerciseFacts> of(List<FactState> facts) {
        return facts.stream()
                .filter(fact -> fact.kind().equals("exercise"))
                .findFirst()
                .map(exercise -> new ExerciseFacts(
                        exercise,
                        standing(facts, "exercise-step"),
                        standing(facts, "participation"),
                        standing(facts, "exercise-phase"),
                        standing(facts, "exercise-purpose"),
                        standing(facts, "exercise-merge").stream().findFirst()));
    }

    private static List<FactState> standing(List<FactState> facts, String kind) {
        return facts.stream()
                .filter(fact -> fact.kind().equals(kind) && fact.stands())
                .toList();
    }

    /**
     * The record of the exercise with the statement that all standing facts of the stream give it. Empty if the facts do
     * not include the record.
     */
    public static Optional<FactState> asItStands(List<FactState> facts) {
        return of(facts).map(all -> {
            var record = all.exercise;
            return new FactState(
                    record.kind(),
                    record.id(),
                    all.statement(ExercisePeriod.of(record, all.steps)),
                    record.sources(),
                    record.dispute(),
                    record.retracted(),
                    record.firstSeq());
        });
    }

    /** The statement of the exercise as all its facts give it: with its present dates, steps, participants and phases. */
    ObjectNode statement(Period period) {
        var statement = JsonNodeFactory.instance.objectNode();
        statement.setAll(exercise.statement());
        if (!steps.isEmpty()) {
            if (!period.edtf().isEmpty()) {
                statement.put("dates", period.edtf());
            }
            statement.set("steps", array(steps.stream().map(ExerciseFacts::part)));
        }
        setUnlessEmpty(statement, "participants", array(participants()));
        setUnlessEmpty(statement, "strengths", StrengthReports.of(exercise));
        if (!phases.isEmpty()) {
            var recorded = elements(exercise.statement().path("phases"));
            statement.set(
                    "phases", array(Stream.concat(recorded, phases.stream().map(ExerciseFacts::part))));
        }
        if (!purposes.isEmpty()) {
            statement.set("purposes", array(purposes.stream().map(ExerciseFacts::part)));
        }
        return statement;
    }

    /** A participation replaces the same participant in the record, because it has more details. */
    private Stream<JsonNode> participants() {
        var recorded = elements(exercise.statement().path("participants"))
                .filter(one -> participations.stream().noneMatch(fact -> isSame(one, fact.statement())))
                .map(one -> withReports(one, StrengthReports.ofParticipant(exercise, one)));
        return Stream.concat(recorded, participations.stream().map(this::participant));
    }

    /** A participation without a strength keeps that of the same participant in the record. */
    private JsonNode participant(FactState fact) {
        var participant = part(fact);
        var reports = StrengthReports.of(fact);
        boolean silent = reports.isEmpty();
        for (var report : StrengthReports.ofParticipant(exercise, participant)) {
            var other = ((ObjectNode) report).deepCopy();
            if (silent && other.path("preferred").asBoolean()) {
                Stream.of("strength", "strengthByForce")
                        .filter(other::hasNonNull)
                        .forEach(field -> participant.set(field, other.get(field)));
            }
            reports.add(silent ? other : other.put("preferred", false));
        }
        return withReports(withStrength(participant), reports);
    }

    private static JsonNode withReports(JsonNode participant, ArrayNode reports) {
        if (reports.isEmpty()) {
            return participant;
        }
        var copy = JsonNodeFactory.instance.objectNode();
        copy.setAll((ObjectNode) participant);
        return copy.set("strengths", reports);
    }

    private static void setUnlessEmpty(ObjectNode statement, String field, ArrayNode elements) {
        if (!elements.isEmpty()) {
            statement.set(field, elements);
        }
    }

    static boolean isSame(JsonNode one, JsonNode other) {
        return Stream.of("party", "members-of", "role")
                .allMatch(field -> one.path(field).equals(other.path(field)));
    }

    /** The statement of a fact, with its URL, its sources and whether they disagree. */
    private static ObjectNode part(FactState fact) {
        var part = JsonNodeFactory.instance.objectNode();
        part.setAll(fact.statement());
        part.remove("exercise");
        part.put("url", "/api/%ss/%s".formatted(fact.kind(), fact.id()));
        part.set("sources", fact.sources());
        return fact.isDisputed() ? part.put("disputed", true) : part;
    }

    /** Adds the sum of the forces as the strength of a participant whose total no source gives. */
    private static ObjectNode withStrength(ObjectNode participant) {
        var forces = elements(participant.path("strengthByForce"))
                .map(force -> force.path("strength"))
                .toList();
        if (forces.isEmpty() || participant.hasNonNull("strength")) {
            return participant;
        }
        participant
                .putObject("strength")
                .put("min", sum(forces, "min", "max"))
                .put("max", sum(forces, "max", "min"))
                .put("approximate", forces.stream().anyMatch(force -> force.path("approximate")
                        .asBoolean()));
        return participant;
    }

    private static long sum(List<JsonNode> strengths, String bound, String other) {
        return strengths.stream()
                .mapToLong(strength ->
                        strength.path(bound).asLong(strength.path(other).asLong()))
                .sum();
    }

    private static Stream<JsonNode> elements(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false);
    }

    private static ArrayNode array(Stream<? extends JsonNode> elements) {
        var array = JsonNodeFactory.instance.arrayNode();
        elements.forEach(array::add);
        return array;
    }
}
