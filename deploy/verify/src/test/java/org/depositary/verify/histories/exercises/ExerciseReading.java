package org.depositary.verify.histories.exercises;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** Converts the responses of reads to lines that can be compared with those of {@link ExpectedExercises}. */
final class ExerciseReading {

    private ExerciseReading() {}

    static String exercise(JsonNode item, HistoryFacts facts) {
        return ExpectedExercises.line(
                facts.number(item.path("id").asText()),
                item.path("kind").asText(),
                text(item, "status"),
                text(item, "series"),
                organizations(item, facts),
                item.path("dates").path("edtf").asText(),
                sorted(Stream.of("participants", "participantsOnOtherDays")
                        .flatMap(field -> elements(item.path(field)))
                        .map(one -> participant(one, facts))),
                troops(item.path("strength")),
                troops(item.path("reportedStrength")),
                sorted(elements(item.path("steps")).map(ExerciseReading::step)),
                sorted(elements(item.path("phases"))
                        .map(phase -> ExpectedExercises.phase(
                                phase.path("place").path("name").asText(),
                                text(phase.path("dates"), "edtf"),
                                text(phase, "days")))),
                titles(item),
                elements(item.path("merged"))
                        .map(record -> ExpectedExercises.merged(
                                facts.number(record.path("id").asText()),
                                record.path("disputed").asBoolean(),
                                elements(record.path("claims"))
                                        .map(claim -> claim.path("number").asInt())
                                        .toList(),
                                titles(record)))
                        .toList(),
                text(item, "certainty"),
                item.path("disputed").asBoolean(),
                item.path("holds").asBoolean(true),
                item.hasNonNull("retracted"));
    }

    private static List<String> titles(JsonNode item) {
        return sorted(elements(item.path("sources"))
                .map(source -> source.path("title").asText()));
    }

    private static List<String> organizations(JsonNode item, HistoryFacts facts) {
        return sorted(elements(item.path("organizations")).map(JsonNode::asText).map(facts::letter));
    }

    private static String participant(JsonNode one, HistoryFacts facts) {
        boolean isMembers = one.hasNonNull("members-of");
        return ExpectedExercises.participant(
                isMembers ? facts.organization() : one.path("party").asText(),
                one.path("role").asText(),
                troops(one.path("strength")),
                text(one.path("joined"), "edtf"),
                text(one.path("left"), "edtf"),
                elements(one.path("members"))
                        .map(member -> member.path("party").asText() + " "
                                + member.path("certainty").asText())
                        .sorted()
                        .toList());
    }

    private static String step(JsonNode step) {
        return ExpectedExercises.step(
                step.path("step").asText(),
                step.path("effective").path("edtf").asText(),
                text(step.path("dates"), "edtf"));
    }

    static String statistic(JsonNode item, HistoryFacts facts) {
        var group = Stream.concat(
                        Stream.of("year", "party", "with", "kind").flatMap(field -> text(item, field).stream()),
                        text(item, "organization").map(facts::letter).stream())
                .toList();
        return ExpectedStatistics.line(
                group,
                item.path("exercises").asLong(),
                item.path("possible").asLong(),
                item.path("days").asLong(),
                item.path("withoutDays").asLong(),
                troops(item.path("strength")),
                item.path("withoutStrength").asLong());
    }

    static String participation(JsonNode item, HistoryFacts facts) {
        return ExpectedStatistics.participation(
                facts.number(item.path("exercise").asText()),
                text(item, "series"),
                organizations(item, facts),
                item.path("party").asText(),
                item.path("year").asInt(),
                sorted(elements(item.path("roles")).map(JsonNode::asText)),
                elements(item.path("membersOf")).map(JsonNode::asText).toList(),
                item.path("certainty").asText(),
                text(item, "strengthMin"),
                text(item, "strengthMax"));
    }

    static Stream<JsonNode> elements(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false);
    }

    private static List<String> sorted(Stream<String> texts) {
        return texts.sorted().toList();
    }

    private static Optional<String> text(JsonNode item, String field) {
        return Optional.of(item.path(field))
                .filter(value -> !value.isMissingNode() && !value.isNull())
                .map(JsonNode::asText);
    }

    private static Optional<String> troops(JsonNode strength) {
        return Optional.of(strength)
                .filter(JsonNode::isObject)
                .map(range ->
                        text(range, "min").orElse("") + "-" + text(range, "max").orElse(""));
    }
}
