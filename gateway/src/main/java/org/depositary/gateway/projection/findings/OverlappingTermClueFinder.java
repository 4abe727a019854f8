package org.depositary.gateway.projection.findings;

import java.util.Optional;
import java.util.stream.Stream;
import org.depositary.gateway.projection.facts.DateBound;
import org.depositary.gateway.projection.facts.FactPeriod;
import org.depositary.gateway.projection.facts.FactState;
import org.depositary.vocabulary.dates.PartialDate;

/**
 * Finds the days on which a person certainly held an office. A read compares them to find two holders of one office on
 * the same day.
 */
final class OverlappingTermClueFinder {

    private OverlappingTermClueFinder() {}

    static Stream<FindingClue> clues(FactState fact) {
        if (!fact.kind().equals("term")) {
            return Stream.empty();
        }
        var term = FactPeriod.of(fact);
        var until = term.end().map(DateBound::earliest).orElse(DateBound.NEVER);
        return certainStart(term.start()).stream().map(from -> clue(fact, from, until));
    }

    private static FindingClue clue(FactState fact, DateBound from, DateBound until) {
        var holder = fact.statement().path("holder");
        var name = holder.path("name").asText(holder.path("country").asText());
        return FindingClue.of(
                "overlap",
                "%s/%s/%s".formatted(text(fact, "organization"), text(fact, "organ"), text(fact, "office")),
                FindingClue.json()
                        .put("office", text(fact, "office"))
                        .put("holder", name)
                        .put("from", from.text())
                        .put("until", until.text()));
    }

    /**
     * The first day on which the term has certainly begun. For an uncertain date that is the day after its latest
     * bound.
     */
    private static Optional<DateBound> certainStart(PartialDate start) {
        return start.latest()
                .map(latest -> start.uncertain() ? latest.plusDays(1) : latest)
                .map(day -> DateBound.earliest(PartialDate.of(day)));
    }

    private static String text(FactState fact, String field) {
        return fact.text(field).orElse("");
    }
}
