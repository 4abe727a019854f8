package org.depositary.vocabulary.instruments;

import java.util.Optional;

/**
 * A time in which a party stands in one way towards an instrument.
 *
 * @param opened the act that began it
 * @param closed the act that ended it
 * @param signature the signature of the party, if it signed before or by this act
 */
public record StandingSpan(
        Standing standing, DatedAct opened, Optional<DatedAct> closed, Optional<DatedAct> signature) {

    StandingSpan closedBy(DatedAct act) {
        return new StandingSpan(standing, opened, Optional.of(act), signature);
    }
}
