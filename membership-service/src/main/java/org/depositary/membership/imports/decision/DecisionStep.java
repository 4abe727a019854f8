package org.depositary.membership.imports.decision;

import java.util.Optional;

/** The action of an import for one change in the file, or for one fact of the set that is no longer in the file. */
sealed interface DecisionStep {

    /** The change is recorded already. */
    record Known(FileChange change, String fact) implements DecisionStep {}

    /** The fact stays as it is, though the file differs. */
    record Kept(Optional<Integer> line, String fact, String reason) implements DecisionStep {}

    /** @param fact the id of the new fact */
    record Accepted(String fact, FileChange change) implements DecisionStep {}

    record Corrected(SetFact before, FileChange after) implements DecisionStep {}

    record Retracted(SetFact fact) implements DecisionStep {}

    record Rejected(FileChange change, String reason) implements DecisionStep {}
}
