package org.depositary.gateway.projection.findings;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Set;
import org.depositary.gateway.log.OrganizationsAndParties;
import org.depositary.gateway.projection.facts.DateBound;
import org.depositary.gateway.projection.facts.FactPeriod;
import org.depositary.gateway.projection.facts.FactState;

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
        DateBound startEarliest,
        DateBound endLatest) {

    static ClueRow of(Clue clue, FactState fact, OrganizationsAndParties facets, FactPeriod extent) {
        return new ClueRow(
                clue.finding(),
                fact.kind(),
                fact.id(),
                clue.about(),
                clue.said(),
                facets.organizations(),
                facets.parties(),
                DateBound.earliest(extent.start()),
                extent.end().map(DateBound::latest).orElse(DateBound.NEVER));
    }
}
