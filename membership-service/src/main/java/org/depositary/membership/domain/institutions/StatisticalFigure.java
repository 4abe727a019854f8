package org.depositary.membership.domain.institutions;

import java.math.BigDecimal;
import java.util.Optional;
import java.util.stream.Stream;
import org.depositary.vocabulary.dates.PartialDate;
import org.depositary.vocabulary.dates.Period;
import org.depositary.vocabulary.parties.DatedParty;
import org.depositary.vocabulary.parties.Party;
import org.depositary.vocabulary.validation.ViolationCollector;

/**
 * A measured number about an organisation, one of its organs, or a party.
 *
 * @param organization absent if the figure is about a party
 * @param party the state that the figure is about
 * @param organ the organ of the organisation that the figure is about
 * @param measure the measured quantity, such as {@code gdp}
 * @param value absent if the source says that it is unknown
 * @param date the time of the figure: a day, month or year, or a period
 */
public record StatisticalFigure(
        Optional<String> organization,
        Optional<Party> party,
        Optional<String> organ,
        String measure,
        Optional<BigDecimal> value,
        String unit,
        Period date)
        implements InstitutionalFact {

    public StatisticalFigure {
        value = value.map(DecimalNumberValidator::plain);
    }

    @Override
    public Optional<PartialDate> since() {
        return Optional.of(date.start());
    }

    @Override
    public Stream<DatedParty> parties() {
        return party.stream().map(about -> new DatedParty(about, date.asPoint()));
    }

    @Override
    public void check(ViolationCollector violations) {
        violations.require(
                organization.isPresent() != party.isPresent(),
                "#/party",
                "A figure needs either an organisation or a party.");
        InstitutionFieldChecks.checkOrgan(violations, organ);
        violations.require(
                organ.isEmpty() || organization.isPresent(), "#/organ", "A state has no organs. Omit the organ.");
        violations.checkText("#/measure", Optional.of(measure), LONGEST);
        value.ifPresent(number -> DecimalNumberValidator.check(violations, "#/value", number));
        violations.checkText("#/unit", Optional.of(unit), LONGEST);
    }
}
