package org.depositary.membership.domain.institutions;

import java.util.Optional;
import java.util.stream.Stream;
import org.depositary.vocabulary.dates.PartialDate;
import org.depositary.vocabulary.parties.DatedParty;
import org.depositary.vocabulary.parties.Party;
import org.depositary.vocabulary.validation.ViolationCollector;

/**
 * A relation of an organisation with a party that is not its member.
 *
 * @param with another organisation or a state, registered or not
 * @param kind {@code memorandum}, {@code observer}, {@code cooperation}, …
 * @param until the first day on which the relation no longer holds
 * @param instrument the basis of the relation: the id of an instrument, or its name if nobody has recorded it
 */
public record NonMemberRelation(
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
    public Stream<DatedParty> parties() {
        return Stream.of(new DatedParty(with, effective));
    }

    @Override
    public void check(ViolationCollector violations) {
        violations.require(
                !with.code().equals(organization), "#/with", "An organisation cannot have a relation with itself.");
        violations.checkText("#/kind", Optional.of(kind), LONGEST);
        InstitutionFieldChecks.checkOrder(violations, "#/until", since(), until);
        violations.checkText("#/instrument", instrument, LONGEST);
    }
}
