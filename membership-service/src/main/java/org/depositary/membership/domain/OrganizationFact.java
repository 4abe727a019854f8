package org.depositary.membership.domain;

import java.util.Optional;
import org.depositary.vocabulary.Names;
import org.depositary.vocabulary.PartialDate;
import org.depositary.vocabulary.Parties;
import org.depositary.vocabulary.Party;
import org.depositary.vocabulary.Violations;

/** What is stated about one organisation: how it was registered, and what changed since. */
public sealed interface OrganizationFact {

    /** The most characters that a place or an acronym takes. */
    int MAX_TEXT = 300;

    /** Where an organisation has its seat; the country is a state. */
    record Seat(Optional<String> place, Optional<Party> country) {

        public Seat {
            TextCheck.check(place, MAX_TEXT);
            if (place != null && country != null && place.isEmpty() && country.isEmpty()) {
                throw new IllegalArgumentException("A seat needs a place or a country");
            }
        }

        /** Tells what is wrong with a seat that stands at {@code pointer}. */
        public void check(Violations violations, String pointer) {
            country.ifPresent(party -> violations.require(
                    Parties.isState(party), pointer + "/country", "%s is no state.".formatted(party)));
        }
    }

    /**
     * The organisation as it was registered. The fact's id is the organisation's.
     *
     * @param predecessor the id of the organisation that it took over from
     */
    record Organization(
            Names names,
            Optional<String> acronym,
            Optional<PartialDate> founded,
            Optional<Seat> seat,
            Optional<String> predecessor)
            implements OrganizationFact {

        public Organization {
            TextCheck.check(acronym, MAX_TEXT);
        }
    }

    /**
     * What changed in the world, from an effective date on; at least one of the changes is there.
     *
     * @param dissolved true: it does not exist any more from then on
     * @param successor the id of the organisation that took over
     */
    record OrganizationChange(
            String organization,
            PartialDate effective,
            Optional<Names> names,
            Optional<Seat> seat,
            Optional<Boolean> dissolved,
            Optional<String> successor)
            implements OrganizationFact {

        public OrganizationChange {
            if (names != null && names.isEmpty() && seat.isEmpty() && dissolved.isEmpty() && successor.isEmpty()) {
                throw new IllegalArgumentException("Say what changed: names, seat, dissolved or successor");
            }
            if (dissolved != null && dissolved.filter(is -> !is).isPresent()) {
                throw new IllegalArgumentException(
                        "dissolved is true or absent; to take a dissolution back, retract it");
            }
        }
    }
}
