package org.depositary.membership.domain.institutions;

import java.util.Optional;
import java.util.stream.Stream;
import org.depositary.vocabulary.dates.PartialDate;
import org.depositary.vocabulary.parties.DatedParty;
import org.depositary.vocabulary.parties.Party;
import org.depositary.vocabulary.parties.PartyLookup;
import org.depositary.vocabulary.validation.ViolationCollector;

/**
 * A term of office: who held it, and when. At least one of the two dates is present.
 *
 * @param office {@code secretary-general}
 * @param organ the organ of the office, if it is not the organisation itself
 * @param to the first day after the term
 */
public record TermOfOffice(
        String organization,
        String office,
        Optional<String> organ,
        Holder holder,
        Optional<PartialDate> from,
        Optional<PartialDate> to)
        implements InstitutionalFact {

    /**
     * The holder of an office: a person and the state that sent them, or only a state if the office rotates between
     * states.
     */
    public record Holder(Optional<String> name, Optional<Party> country) {}

    @Override
    public Optional<PartialDate> since() {
        return from;
    }

    @Override
    public Stream<DatedParty> parties() {
        return holder.country().stream()
                .flatMap(country -> from.or(() -> to).stream().map(date -> new DatedParty(country, date)));
    }

    @Override
    public void check(ViolationCollector violations) {
        violations.checkText("#/office", Optional.of(office), LONGEST);
        InstitutionFieldChecks.checkOrgan(violations, organ);
        violations.require(
                holder.name().isPresent() || holder.country().isPresent(),
                "#/holder",
                "A holder needs a name, a country or both.");
        violations.checkText("#/holder/name", holder.name(), LONGEST);
        holder.country()
                .ifPresent(country -> violations.require(
                        PartyLookup.isState(country), "#/holder/country", "'%s' is not a state.".formatted(country)));
        violations.require(from.isPresent() || to.isPresent(), "#/from", "A term needs from, to or both.");
        InstitutionFieldChecks.checkOrder(violations, "#/to", from, to);
    }
}
