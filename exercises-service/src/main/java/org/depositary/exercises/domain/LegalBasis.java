package org.depositary.exercises.domain;

import java.util.Optional;
import org.depositary.vocabulary.Flaws;
import org.depositary.vocabulary.PartialDate;
import org.depositary.vocabulary.Party;

/**
 * On what right it took place.
 *
 * @param instrument the instrument's id, or its name as long as nobody has recorded it
 * @param article of that instrument
 * @param invokedBy who asked for it
 * @param invoked the effective date of that
 */
public record LegalBasis(
        Optional<String> instrument,
        Optional<String> article,
        Optional<Party> invokedBy,
        Optional<PartialDate> invoked) {

    private static final int LONGEST_INSTRUMENT = 300;
    private static final int LONGEST_ARTICLE = 50;

    void check(Flaws flaws, String pointer) {
        flaws.unless(
                instrument.isPresent() || invokedBy.isPresent(),
                pointer,
                "A legal basis names the instrument, who invoked it, or both.");
        flaws.text(pointer + "/instrument", instrument, LONGEST_INSTRUMENT);
        flaws.text(pointer + "/article", article, LONGEST_ARTICLE);
    }
}
