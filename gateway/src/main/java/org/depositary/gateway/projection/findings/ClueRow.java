package org.depositary.gateway.projection.findings;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Set;
import org.depositary.gateway.log.OrganizationsAndParties;
import org.depositary.gateway.projection.facts.DateBound;
import org.depositary.gateway.projection.facts.FactPeriod;
import org.depositary.gateway.projection.facts.FactState;

/**
 * A row of table {@code clue}: one version of a clue.
 *
 * @param fact kind of fact
 * @param id id of the fact
 * @param organizations organisations that the fact names; {@code parties} likewise
 * @param keys keys by which other clues find this one
 * @param startEarliest first day on which the fact may have been true
 * @param endLatest first day on which the fact was certainly no longer true
 */
record ClueRow(
        String finding,
        String fact,
        String id,
        String about,
        ObjectNode said,
        Set<String> organizations,
        Set<String> parties,
        Set<String> keys,
        DateBound startEarliest,
        DateBound endLatest) {

    static ClueRow of(FindingClue clue, FactState fact, OrganizationsAndParties subjects, FactPeriod period) {
        return new ClueRow(
                clue.finding(),
                fact.kind(),
                fact.id(),
                clue.about(),
                clue.said(),
                subjects.organizations(),
                subjects.parties(),
                clue.keys(),
                DateBound.earliest(period.start()),
                period.end().map(DateBound::latest).orElse(DateBound.NEVER));
    }
}
