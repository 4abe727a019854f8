package org.depositary.membership.imports.decision;

import java.util.Optional;

/** What an import does about one change of the file, or about one fact of the set that the file no longer states. */
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
