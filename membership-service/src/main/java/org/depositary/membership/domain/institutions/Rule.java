package org.depositary.membership.domain.institutions;

import java.util.List;
import java.util.Optional;
import org.depositary.vocabulary.PartialDate;
import org.depositary.vocabulary.Violations;

/**
 * By what rule an organisation does something.
 *
 * @param subject what it is about, {@code decisions}
 * @param rule {@code consensus}
 * @param exceptions to what it does not apply
 * @param instrument that says so: an instrument's id, or its name as long as nobody has recorded it
 * @param effective since when, where a source tells
 * @param until the first day on which it applied no more
 */
public record Rule(
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

    public Rule {
        exceptions = Violations.orEmpty(exceptions);
    }

    @Override
    public Optional<PartialDate> since() {
        return effective;
    }

    @Override
    public void check(Violations violations) {
        violations.checkText("#/subject", Optional.of(subject), LONGEST);
        violations.checkText("#/rule", Optional.of(rule), LONGEST_PROSE);
        FieldChecks.texts(violations, "#/exceptions", exceptions, MOST_EXCEPTIONS);
        violations.checkText("#/instrument", instrument, LONGEST);
        violations.checkText("#/article", article, LONGEST_ARTICLE);
        FieldChecks.order(violations, "#/until", effective, until);
    }
}
