package org.depositary.membership.imports.decision;

import org.depositary.facts.Fact;
import org.depositary.facts.FactStream;
import org.depositary.membership.domain.MembershipChange;
import org.depositary.membership.imports.report.SourcedChange;

/**
 * A fact that a set states. A set is a data source that is imported again when a new edition appears.
 *
 * @param id the id of the fact
 * @param sourced the statement and sources of the fact after the last import of the set
 */
record DataSetFact(String id, SourcedChange sourced) {

    MembershipChange change() {
        return sourced.change();
    }

    /**
     * Whether the fact is unchanged since the last import of the set: no correction, no retraction, no added source
     * or claim.
     */
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
