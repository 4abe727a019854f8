package org.depositary.vocabulary.parties;

import java.util.Optional;
import org.depositary.vocabulary.dates.PartialDate;

/**
 * A code of a state that requests may use.
 *
 * @param scheme {@code iso-3166-1-alpha-2}, {@code iso-3166-1-alpha-3}, {@code iso-3166-3}, {@code cow} (Correlates
 *     of War), {@code gw} (Gleditsch and Ward), {@code m49} (United Nations), {@code ioc} (International Olympic
 *     Committee) or {@code fifa}
 * @param code {@code KAZ}, {@code cow:705}
 * @param from the date since which the code means this state; empty if it never meant another state or nobody
 * @param until the date on which the code got another meaning, or was withdrawn or replaced; empty if it is still valid
 */
public record PartyCode(String scheme, String code, Optional<PartialDate> from, Optional<PartialDate> until) {

    static PartyCode of(String scheme, String code) {
        return new PartyCode(scheme, code, Optional.empty(), Optional.empty());
    }
}
