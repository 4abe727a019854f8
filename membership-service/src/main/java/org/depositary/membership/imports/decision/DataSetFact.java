package org.depositary.membership.imports.decision;

import org.depositary.facts.Fact;
import org.depositary.facts.FactStream;
import org.depositary.membership.domain.MembershipChange;
import org.depositary.membership.imports.report.SourcedChange;

/**
 * A fact that a set states.
 *
 * @param id of the fact
 * @param sourced what the fact stated after the last import of the set
 */
record DataSetFact(String id, SourcedChange sourced) {

    MembershipChange change() {
        return sourced.change();
    }

    /** Whether nobody has corrected or retracted the fact since, or added a source or a claim. */
    boolean isUntouched(FactStream<MembershipChange> recorded) {
        return recorded.find(id).filter(this::isAsImported).isPresent();
    }

    private boolean isAsImported(Fact<MembershipChange> fact) {
        return fact.stands()
                && fact.claims().size() == 1
                && fact.statement().equals(sourced.change())
                && fact.sources().equals(sourced.sources());
    }
}
