package org.depositary.membership.domain;

import java.util.Optional;
import org.depositary.vocabulary.dates.PartialDate;
import org.depositary.vocabulary.names.NamesByLanguage;
import org.depositary.vocabulary.parties.Party;
import org.depositary.vocabulary.parties.PartyLookup;
import org.depositary.vocabulary.validation.ViolationCollector;

/** A statement about one organisation: its registration, or a later change. */
public sealed interface OrganizationFact {

    /** The maximum length of a place or an acronym, in code points. */
    int MAX_TEXT = 300;

    /** The seat of an organisation. The country is a state. */
    record Seat(Optional<String> place, Optional<Party> country) {

        public Seat {
            TextCheck.check(place, MAX_TEXT);
            if (place != null && country != null && place.isEmpty() && country.isEmpty()) {
                throw new IllegalArgumentException("A seat needs a place or a country");
            }
        }

        /**
         * Validates the seat and adds its violations.
         *
         * @param pointer the JSON pointer to the seat
         */
        public void check(ViolationCollector violations, String pointer) {
            country.ifPresent(party -> violations.require(
                    PartyLookup.isState(party), pointer + "/country", "'%s' is not a state.".formatted(party)));
        }
    }

    /**
     * The registration of an organisation. The id of the fact is the id of the organisation.
     *
     * @param predecessor the id of the preceding organisation
     */
    record Organization(
            NamesByLanguage names,
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
     * A change of an organisation from an effective date on. At least one of the optional fields is present.
     *
     * @param dissolved true: the organisation no longer exists
     * @param successor the id of the succeeding organisation
     */
    record OrganizationChange(
            String organization,
            PartialDate effective,
            Optional<NamesByLanguage> names,
            Optional<Seat> seat,
            Optional<Boolean> dissolved,
            Optional<String> successor)
            implements OrganizationFact {

        public OrganizationChange {
            if (names != null && names.isEmpty() && seat.isEmpty() && dissolved.isEmpty() && successor.isEmpty()) {
                throw new IllegalArgumentException("The change is missing: names, seat, dissolved or successor");
            }
            if (dissolved != null && dissolved.filter(is -> !is).isPresent()) {
                throw new IllegalArgumentException(
                        "dissolved must be true or absent. To revoke a dissolution, retract it");
            }
        }
    }
}
