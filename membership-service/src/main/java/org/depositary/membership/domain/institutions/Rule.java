package org.depositary.membership.domain.institutions;

import java.util.List;
import java.util.Optional;
import org.depositary.vocabulary.Flaws;
import org.depositary.vocabulary.PartialDate;

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
        exceptions = Flaws.list(exceptions);
    }

    @Override
    public Optional<PartialDate> since() {
        return effective;
    }

    @Override
    public void check(Flaws flaws) {
        flaws.text("#/subject", Optional.of(subject), LONGEST);
        flaws.text("#/rule", Optional.of(rule), LONGEST_PROSE);
        References.texts(flaws, "#/exceptions", exceptions, MOST_EXCEPTIONS);
        flaws.text("#/instrument", instrument, LONGEST);
        flaws.text("#/article", article, LONGEST_ARTICLE);
        References.order(flaws, "#/until", effective, until);
    }
}
