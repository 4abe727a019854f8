package org.depositary.gateway.projection.findings;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.depositary.gateway.projection.facts.DateBound;
import org.depositary.gateway.projection.facts.FactState;
import org.depositary.vocabulary.dates.PartialDate;
import org.depositary.vocabulary.dates.Period;

/**
 * Finds the name, dates and parties of exercises. A read compares exercises that have a key in common, to find two
 * records of one exercise.
 */
final class DuplicateExerciseClueFinder {

    private DuplicateExerciseClueFinder() {}

    /** @param exercise the exercise as it stands */
    static Stream<FindingClue> clues(FactState exercise) {
        var period = exercise.text("dates").map(Period::parse);
        return period
                .flatMap(dates -> first(bounds(dates)).map(from -> clue(exercise, from, until(dates, from))))
                .stream();
    }

    /** An open side begins or ends at the nearest day that is known. */
    private static Stream<Optional<LocalDate>> bounds(Period dates) {
        return Stream.of(
                dates.start().earliest(),
                dates.start().latest(),
                dates.end().earliest(),
                dates.end().latest());
    }

    private static Optional<LocalDate> first(Stream<Optional<LocalDate>> bounds) {
        return bounds.flatMap(Optional::stream).findFirst();
    }

    private static LocalDate until(Period dates, LocalDate from) {
        return bounds(dates).flatMap(Optional::stream).max(LocalDate::compareTo).orElse(from);
    }

    private static FindingClue clue(FactState exercise, LocalDate from, LocalDate until) {
        var name = exercise.text("name").orElse("");
        var words = words(name);
        var parties = parties(exercise);
        var keys = LikenessKeys.of(from, until, parties, words);
        var said = FindingClue.json()
                .put("name", name)
                .put("from", DateBound.earliest(PartialDate.of(from)).text())
                .put("until", DateBound.latest(PartialDate.of(until)).text());
        words.forEach(said.putArray("words")::add);
        parties.forEach(said.putArray("parties")::add);
        keys.sought().forEach(said.putArray("sought")::add);
        return new FindingClue("possible-duplicate", "", said, keys.stored());
    }

    private static List<String> parties(FactState exercise) {
        return StreamSupport.stream(exercise.statement().path("participants").spliterator(), false)
                .map(DuplicateExerciseClueFinder::code)
                .distinct()
                .toList();
    }

    private static String code(JsonNode participant) {
        return participant.path("party").asText(participant.path("members-of").asText());
    }

    private static List<String> words(String name) {
        return Arrays.stream(name.toLowerCase(Locale.ROOT).split("[^\\p{L}\\p{N}]+"))
                .filter(word -> !word.isEmpty())
                .distinct()
                .toList();
    }
}
