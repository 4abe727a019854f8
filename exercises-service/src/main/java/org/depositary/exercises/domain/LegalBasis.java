package org.depositary.exercises.domain;

import java.util.Optional;
import org.depositary.vocabulary.dates.PartialDate;
import org.depositary.vocabulary.parties.Party;
import org.depositary.vocabulary.validation.ViolationCollector;

/**
 * The legal basis of an exercise or operation.
 *
 * @param instrument the id of the instrument, or its name if nobody has recorded it
 * @param article the article of that instrument
 * @param invokedBy the party that invoked the article
 * @param invoked the effective date of the invocation
 */
public record LegalBasis(
        Optional<String> instrument,
        Optional<String> article,
        Optional<Party> invokedBy,
        Optional<PartialDate> invoked) {

    private static final int LONGEST_INSTRUMENT = 300;
    private static final int LONGEST_ARTICLE = 50;

    void check(ViolationCollector violations, String pointer) {
        violations.require(
                instrument.isPresent() || invokedBy.isPresent(),
                pointer,
                "A legal basis needs an instrument, a party that invoked it, or both.");
        violations.checkText(pointer + "/instrument", instrument, LONGEST_INSTRUMENT);
        violations.checkText(pointer + "/article", article, LONGEST_ARTICLE);
    }
}
