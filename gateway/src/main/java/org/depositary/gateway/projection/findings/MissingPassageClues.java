package org.depositary.gateway.projection.findings;

import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.depositary.gateway.projection.facts.FactState;

/** A passage of a document from which one can see for oneself that the fact is so. */
final class MissingPassageClues {

    private MissingPassageClues() {}

    static Stream<Clue> clues(FactState fact) {
        boolean cited = StreamSupport.stream(fact.sources().spliterator(), false)
                .anyMatch(source -> source.hasNonNull("document"));
        return cited ? Stream.empty() : Stream.of(Clue.of("no-passage", Clue.json()));
    }
}
