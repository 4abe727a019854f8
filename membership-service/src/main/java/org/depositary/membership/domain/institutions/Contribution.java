package org.depositary.membership.domain.institutions;

import java.math.BigDecimal;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.depositary.vocabulary.dates.PartialDate;
import org.depositary.vocabulary.dates.Period;
import org.depositary.vocabulary.parties.DatedParty;
import org.depositary.vocabulary.parties.Party;
import org.depositary.vocabulary.validation.ShareSumCheck;
import org.depositary.vocabulary.validation.Violation;
import org.depositary.vocabulary.validation.ViolationCollector;

/**
 * The budget of an organisation or organ: either the shares of the parties or the amount.
 *
 * @param period the period of the budget
 * @param unit {@code percent}, or a currency
 * @param shares by party, as the source has them, even if they do not add up
 * @param amount the whole amount
 * @param organ the organ whose budget it is; absent for the budget of the organisation
 */
public record Contribution(
        String organization,
        Period period,
        String unit,
        Map<Party, BigDecimal> shares,
        Optional<BigDecimal> amount,
        Optional<String> organ)
        implements InstitutionalFact {

    private static final int MOST_PARTIES = 500;

    public Contribution {
        var plain = new LinkedHashMap<Party, BigDecimal>();
        if (shares != null) {
            shares.forEach(
                    (party, share) -> plain.put(party, share == null ? null : DecimalNumberValidator.plain(share)));
        }
        shares = Collections.unmodifiableMap(plain);
        amount = amount.map(DecimalNumberValidator::plain);
    }

    @Override
    public Optional<PartialDate> since() {
        return Optional.of(period.start());
    }

    @Override
    public Stream<DatedParty> parties() {
        return shares.keySet().stream().map(party -> new DatedParty(party, period.asPoint()));
    }

    @Override
    public void check(ViolationCollector violations) {
        violations.checkText("#/unit", Optional.of(unit), LONGEST);
        InstitutionFieldChecks.checkOrgan(violations, organ);
        violations.require(
                shares.isEmpty() == amount.isPresent(), "#/shares", "A contribution needs either shares or an amount.");
        violations.require(
                shares.size() <= MOST_PARTIES, "#/shares", "At most %d are allowed.".formatted(MOST_PARTIES));
        shares.forEach((party, share) -> share(violations, Violation.pointer("#/shares", party), share));
        amount.ifPresent(whole -> DecimalNumberValidator.check(violations, "#/amount", whole));
    }

    private static void share(ViolationCollector violations, String pointer, BigDecimal share) {
        violations.require(share != null, pointer, "is required");
        if (share != null) {
            DecimalNumberValidator.check(violations, pointer, share);
            violations.require(share.signum() >= 0, pointer, "A share cannot be negative.");
        }
    }

    @Override
    public List<String> warnings() {
        var sum = shares.isEmpty() ? Optional.<String>empty() : ShareSumCheck.warning(unit, shares.values());
        return Stream.concat(sum.stream(), InstitutionalFact.super.warnings().stream())
                .toList();
    }
}
