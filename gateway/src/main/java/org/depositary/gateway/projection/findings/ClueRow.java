package org.depositary.gateway.projection.findings;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Set;
import org.depositary.gateway.projection.Facets;
import org.depositary.gateway.projection.facts.Day;
import org.depositary.gateway.projection.facts.Extent;
import org.depositary.gateway.projection.facts.Fact;

/**
 * A row of {@code clue}.
 *
 * @param fact the kind of the fact
 * @param id of the fact
 * @param organizations that the fact names, and {@code parties} likewise
 * @param startEarliest the first day on which what the fact says may have been so
 * @param endLatest the day from which on it was certainly so no more
 */
record ClueRow(
        String finding,
        String fact,
        String id,
        String about,
        ObjectNode said,
        Set<String> organizations,
        Set<String> parties,
        Day startEarliest,
        Day endLatest) {

    static ClueRow of(Clue clue, Fact fact, Facets facets, Extent extent) {
        return new ClueRow(
                clue.finding(),
                fact.kind(),
                fact.id(),
                clue.about(),
                clue.said(),
                facets.organizations(),
                facets.parties(),
                Day.earliest(extent.start()),
                extent.end().map(Day::latest).orElse(Day.NEVER));
    }
}
