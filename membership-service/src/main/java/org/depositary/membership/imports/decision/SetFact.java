package org.depositary.membership.imports.decision;

import org.depositary.facts.Fact;
import org.depositary.facts.FactStream;
import org.depositary.membership.domain.MembershipChange;
import org.depositary.membership.imports.report.SourcedChange;

/**
 * What a set said until now of one fact.
 *
 * @param fact its id
 * @param statement as the last import of the set that said so left it
 */
record SetFact(String fact, SourcedChange statement) {

    MembershipChange change() {
        return statement.change();
    }

    /** Nobody else corrected, retracted or sourced it, or claims otherwise. */
    boolean isUntouched(FactStream<MembershipChange> ledger) {
        return ledger.find(fact).filter(this::isAsLeft).isPresent();
    }

    private boolean isAsLeft(Fact<MembershipChange> found) {
        return found.stands()
                && found.claims().size() == 1
                && found.statement().equals(statement.change())
                && found.sources().equals(statement.sources());
    }
}
