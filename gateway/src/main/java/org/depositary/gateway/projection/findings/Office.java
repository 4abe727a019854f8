package org.depositary.gateway.projection.findings;

import java.util.Optional;
import java.util.stream.Stream;
import org.depositary.gateway.projection.facts.Day;
import org.depositary.gateway.projection.facts.Extent;
import org.depositary.gateway.projection.facts.Fact;
import org.depositary.vocabulary.PartialDate;

/** An office, and the days on which somebody certainly held it: others are not to have held it on the same days. */
final class Office {

    private Office() {}

    static Stream<Clue> clues(Fact fact) {
        if (!fact.kind().equals("term")) {
            return Stream.empty();
        }
        var term = Extent.of(fact);
        var until = term.end().map(Day::earliest).orElse(Day.NEVER);
        return certainly(term.start()).stream().map(from -> clue(fact, from, until));
    }

    private static Clue clue(Fact fact, Day from, Day until) {
        var holder = fact.statement().path("holder");
        var name = holder.path("name").asText(holder.path("country").asText());
        return Clue.of(
                "overlap",
                "%s/%s/%s".formatted(text(fact, "organization"), text(fact, "organ"), text(fact, "office")),
                Clue.json()
                        .put("office", text(fact, "office"))
                        .put("holder", name)
                        .put("from", from.text())
                        .put("until", until.text()));
    }

    /** The first day on which it had certainly begun, if there is one: an uncertain date is none within its bounds. */
    private static Optional<Day> certainly(PartialDate start) {
        return start.latest()
                .map(latest -> start.uncertain() ? latest.plusDays(1) : latest)
                .map(day -> Day.earliest(PartialDate.of(day)));
    }

    private static String text(Fact fact, String field) {
        return fact.text(field).orElse("");
    }
}
