package org.depositary.gateway.projection.instruments;

import com.fasterxml.jackson.databind.node.ArrayNode;
import java.util.Optional;
import org.depositary.gateway.projection.facts.DateBound;

/**
 * A row of table {@code standing}: how a party stands towards an instrument between two of its acts.
 *
 * @param opened id of the act that began it
 * @param standing {@code signatory}, {@code provisional} or {@code bound}
 * @param act the kind of the act that began it
 * @param closed id of the act that ended it
 * @param startEdtf when the party did the act
 * @param inForceEdtf when the act took effect for the party, if a source says so
 * @param signed when the party signed
 * @param territory the territory to which alone the act applies
 * @param reservations all reservations of the party: {@code [{"id", "effective", "until", "text", "territory",
 *     "disputed"}]}
 * @param disputed whether sources disagree on the act that began it, or on the one that ended it
 */
record StandingRow(
        String instrument,
        String party,
        String opened,
        String standing,
        String act,
        Optional<String> closed,
        String startEdtf,
        DateBound startEarliest,
        DateBound startLatest,
        boolean startUncertain,
        Optional<String> inForceEdtf,
        Optional<DateBound> inForceEarliest,
        Optional<DateBound> inForceLatest,
        Optional<Boolean> inForceUncertain,
        Optional<String> endEdtf,
        DateBound endEarliest,
        DateBound endLatest,
        boolean endUncertain,
        Optional<String> signed,
        Optional<String> territory,
        ArrayNode reservations,
        boolean disputed,
        ArrayNode sources) {}
