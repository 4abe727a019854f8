package org.depositary.membership.domain.institutions;

import java.math.BigDecimal;
import java.util.Optional;
import org.depositary.vocabulary.PartialDate;
import org.depositary.vocabulary.Party;
import org.depositary.vocabulary.Period;
import org.depositary.vocabulary.Violations;

/**
 * A number about an organisation, one of its organs, or a party.
 *
 * @param organization that it is about; absent where it is about a party
 * @param party a state that it is about
 * @param organ of the organisation, where it is about one
 * @param measure what was measured, {@code gdp}
 * @param value absent where the source says that it is unknown
 * @param date for when it was so: a day, a month, a year, or from one to another
 */
public record Figure(
        Optional<String> organization,
        Optional<Party> party,
        Optional<String> organ,
        String measure,
        Optional<BigDecimal> value,
        String unit,
        Period date)
        implements InstitutionalFact {

    public Figure {
        value = value.map(DecimalNumbers::plain);
    }

    @Override
    public Optional<PartialDate> since() {
        return Optional.of(date.start());
    }

    @Override
    public void check(Violations violations) {
        violations.require(
                organization.isPresent() != party.isPresent(),
                "#/party",
                "A figure is about an organisation or about a party, one of the two.");
        FieldChecks.organ(violations, organ);
        violations.require(organ.isEmpty() || organization.isPresent(), "#/organ", "A state has no organs here.");
        violations.checkText("#/measure", Optional.of(measure), LONGEST);
        value.ifPresent(number -> DecimalNumbers.check(violations, "#/value", number));
        violations.checkText("#/unit", Optional.of(unit), LONGEST);
    }
}
