package org.depositary.membership.domain.institutions;

import java.util.List;
import java.util.Optional;
import org.depositary.vocabulary.dates.PartialDate;
import org.depositary.vocabulary.validation.ViolationCollector;

/**
 * A rule of procedure of an organisation.
 *
 * @param subject what the rule governs: {@code decisions}
 * @param rule the rule itself: {@code consensus}
 * @param exceptions the cases to which the rule does not apply
 * @param instrument the document that sets the rule: the id of an instrument, or its name if nobody has recorded it
 * @param effective the date since which the rule applies, if the source gives it
 * @param until the first day on which the rule no longer applies
 */
public record OrganizationRule(
        String organization,
        String subject,
        String rule,
        List<String> exceptions,
        Optional<String> instrument,
        Optional<String> article,
        Optional<PartialDate> effective,
        Optional<PartialDate> until)
        implements InstitutionalFact {

    private static final int MOST_EXCEPTIONS = 100;
    private static final int LONGEST_ARTICLE = 50;

    public OrganizationRule {
        exceptions = ViolationCollector.orEmpty(exceptions);
    }

    @Override
    public Optional<PartialDate> since() {
        return effective;
    }

    @Override
    public void check(ViolationCollector violations) {
        violations.checkText("#/subject", Optional.of(subject), LONGEST);
        violations.checkText("#/rule", Optional.of(rule), LONGEST_PROSE);
        InstitutionFieldChecks.checkTexts(violations, "#/exceptions", exceptions, MOST_EXCEPTIONS);
        violations.checkText("#/instrument", instrument, LONGEST);
        violations.checkText("#/article", article, LONGEST_ARTICLE);
        InstitutionFieldChecks.checkOrder(violations, "#/until", effective, until);
    }
}
