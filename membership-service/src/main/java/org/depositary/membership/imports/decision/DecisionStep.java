package org.depositary.membership.imports.decision;

import java.util.Optional;

/** The action of an import for one change in the file, or for one fact of the set that is no longer in the file. */
sealed interface DecisionStep {

    /** The change is recorded already. */
    record Known(FileMembershipChange change, String fact) implements DecisionStep {}

    /** The fact stays as it is, though the file differs. */
    record Kept(Optional<Integer> line, String fact, String reason) implements DecisionStep {}

    /** @param fact the id of the new fact */
    record Accepted(String fact, FileMembershipChange change) implements DecisionStep {}

    record Corrected(DataSetFact before, FileMembershipChange after) implements DecisionStep {}

    record Retracted(DataSetFact fact) implements DecisionStep {}

    record Rejected(FileMembershipChange change, String reason) implements DecisionStep {}
}
