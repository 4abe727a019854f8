package org.depositary.membership.domain.institutions;

import java.util.Optional;
import org.depositary.vocabulary.PartialDate;
import org.depositary.vocabulary.Party;
import org.depositary.vocabulary.Violations;

/**
 * How an organisation stands to a party that is not in it.
 *
 * @param with another organisation or a state, be it registered or not
 * @param kind {@code memorandum}, {@code observer}, {@code cooperation}, …
 * @param until the first day on which it was so no more
 * @param instrument what it rests on: an instrument's id, or its name as long as nobody has recorded it
 */
public record Relation(
        String organization,
        Party with,
        String kind,
        PartialDate effective,
        Optional<PartialDate> until,
        Optional<String> instrument)
        implements InstitutionalFact {

    @Override
    public Optional<PartialDate> since() {
        return Optional.of(effective);
    }

    @Override
    public void check(Violations violations) {
        violations.require(!with.code().equals(organization), "#/with", "An organisation has no relation with itself.");
        violations.checkText("#/kind", Optional.of(kind), LONGEST);
        FieldChecks.order(violations, "#/until", since(), until);
        violations.checkText("#/instrument", instrument, LONGEST);
    }
}
