package org.depositary.gateway.projection.findings;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.depositary.gateway.projection.facts.DateBound;
import org.depositary.gateway.projection.facts.FactPeriod;
import org.depositary.gateway.projection.facts.FactState;

/**
 * Finds the name, dates and parties of exercises. A read compares exercises that started in the same year, to find two
 * records of one exercise.
 */
final class DuplicateExerciseClueFinder {

    private DuplicateExerciseClueFinder() {}

    static Stream<FindingClue> clues(FactState fact) {
        var period = FactPeriod.of(fact);
        return fact.kind().equals("exercise")
                ? period.start().earliest().stream().map(start -> clue(fact, start.getYear(), period))
                : Stream.empty();
    }

    private static FindingClue clue(FactState fact, int year, FactPeriod period) {
        var until = period.end().map(DateBound::latest).orElse(DateBound.NEVER);
        var said = FindingClue.json().put("name", fact.text("name").orElse("")).put("until", until.text());
        words(fact.text("name").orElse("")).forEach(said.putArray("words")::add);
        StreamSupport.stream(fact.statement().path("participants").spliterator(), false)
                .map(one -> one.path("party").asText(one.path("members-of").asText()))
                .distinct()
                .forEach(said.putArray("parties")::add);
        return FindingClue.of("possible-duplicate", String.valueOf(year), said);
    }

    private static Stream<String> words(String name) {
        return Arrays.stream(name.toLowerCase(Locale.ROOT).split("[^\\p{L}\\p{N}]+"))
                .filter(word -> !word.isEmpty())
                .distinct();
    }
}
