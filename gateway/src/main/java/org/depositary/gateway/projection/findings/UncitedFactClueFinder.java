package org.depositary.gateway.projection.findings;

import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.depositary.gateway.projection.facts.FactState;

/** Finds facts that cite no passage of a document, so that readers cannot check them in this register. */
final class UncitedFactClueFinder {

    private UncitedFactClueFinder() {}

    static Stream<FindingClue> clues(FactState fact) {
        if (fact.kind().equals("exercise-merge")) {
            return Stream.empty(); // A merge is a decision of a curator, which needs no source.
        }
        boolean cited = StreamSupport.stream(fact.sources().spliterator(), false)
                .anyMatch(source -> source.hasNonNull("document"));
        return cited ? Stream.empty() : Stream.of(FindingClue.of("no-passage", FindingClue.json()));
    }
}
